"""The page while the transcript is corrected: what is typed, and how the codings follow it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QWidget

from makna.domain.document import PICTURE, Layout
from makna.domain.model import Turn
from makna.domain.spans import (
    Splice,
    difference,
    edit_layout,
    follow,
    follow_caret,
    follow_turn,
)
from makna.ui.page.correcting import Corrector, typable
from makna.ui.page.looks import Looks
from makna.ui.page.markindex import MarkIndex
from makna.ui.page.sheet import Place, Sheet
from makna.ui.page.values import Mark, PageText

READING = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class CorrectableSheet(Sheet):
    """A sheet whose text can be typed into, in canonical characters only."""

    text_edited = Signal(int, int, str)
    """start, removed_count, inserted: the user has corrected the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._corrector: Corrector | None = None
        self._unfolded: list[Splice] = []
        """Edits that the page's layout and turns have not followed yet."""
        super().__init__(parent)
        self.setTextInteractionFlags(READING)

    def set_text(self, page: PageText, *, keep_place: bool = False) -> None:
        """Show a text; the caret stays at its words with `keep_place`."""
        caret = 0
        if keep_place:
            caret = follow_caret(self.caret(), difference(self.surface.text, page.text))
        self._unfolded.clear()
        super().set_text(page, keep_place=keep_place)
        if caret:
            self._select_quietly(caret, caret)

    def set_editable(self, editable: bool) -> None:
        """Let the user correct the text; each change is told by `text_edited`."""
        if editable == (not self.isReadOnly()):
            return
        self.edge_editor.cancel()
        self.setAcceptRichText(False)
        self.setReadOnly(not editable)
        if not editable:
            self.setTextInteractionFlags(READING)
        self.setAcceptDrops(True)
        self._look(self.surface.looks)
        self._watch()

    def _watch(self) -> None:
        """Start or stop listening to the document."""
        if self._corrector is not None:
            self._corrector.stop()
            self._corrector = None
        if not self.isReadOnly():
            self._corrector = Corrector(
                self.document(),
                self.surface.text,
                self.surface.positions,
                lambda: self.textCursor().position(),
                self._corrected,
            )

    def _build(self, place: Place) -> None:
        watched = self._corrector
        if watched is not None:
            watched.stop()
            self._corrector = None
        super()._build(place)
        if watched is not None:
            self._watch()

    def _corrected(self, splice: Splice) -> None:
        """Let what is in view follow at once; the owner sends the true marks later."""
        assert self._corrector is not None
        scene = self.surface.scene
        self._unfolded.append(splice)
        self.surface.text = self._corrector.text
        if "\n" in splice.removed + splice.inserted:
            self._fold()
            self._set_paragraphs()
        scene.marks = marks_after(scene.marks, splice)
        scene.hits = []
        self.edge_editor.rest()
        self._moved()
        self.text_edited.emit(splice.start, len(splice.removed), splice.inserted)

    def _fold(self) -> None:
        """Bring layout and turns up to date, which takes as long as there are paragraphs.

        Typing inside a paragraph changes none that is painted, so that it need not wait.
        """
        page = self._page
        for splice in self._unfolded:
            turns = tuple(turn_after(turn, splice) for turn in page.turns)
            lengths = {
                follow_turn(start, start, splice)[0]: length
                for start, length in page.mark_lengths.items()
            }
            layout = edit_layout(page.layout, splice).apply(page.layout)
            page = replace(page, layout=layout, turns=turns, mark_lengths=lengths)
        self._unfolded.clear()
        self._page = replace(page, text=self.surface.text)

    def layout_shown(self) -> Layout:
        """The layout of the text as it is now."""
        self._fold()
        return self._page.layout

    def _look(self, looks: Looks) -> None:
        self._fold()
        super()._look(looks)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Only plain, canonical characters come in."""
        self.textCursor().insertText(typable(source.text()))
        self.ensureCursorVisible()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """An input method's commit comes in as it is, unless it holds what the text cannot."""
        if PICTURE in event.commitString():
            event.setCommitString(typable(event.commitString()))
        super().inputMethodEvent(event)


def turn_after(turn: Turn, splice: Splice) -> Turn:
    """Where a turn lies after the edit; the very one if it does not move."""
    if turn.end < splice.start:
        return turn
    start, end = follow_turn(turn.start, turn.end, splice)
    return Turn(start, end, turn.speaker, turn.name, turn.time_ms)


def marks_after(marks: MarkIndex, splice: Splice) -> MarkIndex:
    """Where the codings lie after the edit; those that vanished are gone."""
    moved: list[Mark] = []
    for mark in marks:
        if mark.end < splice.start:
            moved.append(mark)
            continue
        if mark.start > splice.end:
            moved.append(mark.at(mark.start + splice.delta, mark.end + splice.delta))
            continue
        start, end = follow(mark.start, mark.end, splice)
        if start < end:
            moved.append(mark.at(start, end))
    return MarkIndex(moved)
