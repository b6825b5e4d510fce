"""Coding by hand: what Ctrl+K, the number keys, in vivo and "same code again" do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtWidgets import QWidget

from makna.domain.codetree import CodeTree
from makna.domain.errors import UserError
from makna.domain.model import CodeId, CodingId, PassageId, SourceId
from makna.domain.regions import Region
from makna.services import coding
from makna.ui.desk.place import Place
from makna.ui.desk.result_words import DoneWords
from makna.ui.session import Session
from makna.ui.widgets.code_picker import CodePicker
from makna.ui.widgets.ranking import CodeEntry

RECENT = 8
KEEP_MS = 1_500
RECENT_CODES = "recent_codes"
"""Key of the view state."""

Span = tuple[SourceId, int, int]


class Target(NamedTuple):
    """What a code would be put on: words, or a rectangle whose page begins at `start`."""

    source: SourceId
    start: int
    end: int
    region: Region | None = None

    @property
    def span(self) -> Span:
        return self.source, self.start, self.end


Then = Callable[[CodeId], object]


class CodingActions(QObject):
    """Applies codes to what is selected, or to the passage that is chosen."""

    nothing_selected = Signal()
    """A code was to be applied and there is nothing to apply it to."""
    told = Signal(str)
    """Why a key did nothing."""

    def __init__(self, session: Session, place: Place, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._place = place
        self._words = DoneWords(self)
        self._then: Then = self.apply
        self._then_new: Callable[[str], object] = self.apply_new
        self.picker = CodePicker(window)
        self.picker.picked.connect(lambda code: self._then(CodeId(code)))
        self.picker.created.connect(lambda name: self._then_new(name))
        self._keep = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._keep.timeout.connect(self._keep_recent)
        session.closing.connect(self._closing)
        place.coded.connect(self._used)
        stored = session.recall(RECENT_CODES, [])
        self._recent: list[int] = list(stored) if isinstance(stored, list) else []

    def target(self) -> Target | None:
        """What a code would be applied to: the chosen passage, else the selection.

        Selecting words lets go of the passage, so a passage is always the later choice.
        """
        now = self._place.now
        if now.source is None:
            return None
        if now.passage is not None:
            passage = self._session.project.passages.get(now.passage)
            if passage is not None:
                return Target(passage.source, passage.start, passage.end, passage.region)
        if now.has_selection:
            return Target(now.source, now.start, now.end, now.region)
        return None

    def pick(self, anchor: QRect) -> None:
        """Open the box at the selection (global rectangle): find or create, then apply."""
        if self.target() is None:
            self.nothing_selected.emit()
            return
        self.pick_for(anchor, self.apply, self.apply_new)

    def pick_for(self, anchor: QRect, then: Then, then_new: Callable[[str], object]) -> None:
        """Open the box; what was chosen goes to `then`, a new name to `then_new`."""
        self._then, self._then_new = then, then_new
        tree = self._session.project.codes.tree(counted=False)
        self.picker.set_entries(entries(tree), self._recent)
        self.picker.open_at(anchor)

    def apply(self, code: CodeId) -> None:
        target = self.target()
        if target is None:
            self.nothing_selected.emit()
            return
        project = self._session.project
        done = self._session.perform(
            partial(coding.apply_code, project, *target.span, code, region=target.region)
        )
        if done is not None:
            self._used(code)
            self._place.change(source=target.source, passage=done.passage)

    def apply_here(self, code: int, start: int, end: int) -> None:
        """Apply a code to a place in the source on show, in code points."""
        source = self._place.now.source
        if source is not None:
            self.apply_to((source, start, end), [CodeId(code)])

    def apply_to(self, span: Span, codes: Sequence[CodeId], region: Region | None = None) -> None:
        """Codes that were dropped somewhere."""
        project = self._session.project
        done = self._session.perform(
            partial(coding.apply_codes, project, *span, codes, region=region)
        )
        if done:
            self._used(codes[-1])
            self._place.change(source=span[0], passage=done[-1].passage)

    def apply_new(self, name: str) -> None:
        target = self.target()
        if target is None:
            self.nothing_selected.emit()
            return
        project = self._session.project
        done = self._session.perform(
            partial(coding.apply_new_code, project, *target.span, name, region=target.region)
        )
        self._applied_new(target, done)

    def in_vivo(self) -> None:
        """The selected words become a code."""
        target = self.target()
        if target is None:
            self.nothing_selected.emit()
            return
        if target.region is not None:
            self._session.failed.emit(UserError("no_words_to_name"))
            return
        project = self._session.project
        done = self._session.perform(partial(coding.code_in_vivo, project, *target.span))
        self._applied_new(target, done)

    def again(self) -> bool:
        """The code used last once more; False when none was used yet."""
        return self.again_with(self.apply)

    def again_with(self, then: Then) -> bool:
        """Hand over the code used last; False when none was used yet."""
        tree = self._session.project.codes.tree(counted=False)
        last = next((code for code in map(CodeId, self._recent) if code in tree), None)
        if last is not None:
            then(last)
        return last is not None

    def by_number(self, number: int) -> None:
        """The code of a number key."""
        found = self._session.project.codes.holding_shortcut(number)
        if found:
            self.apply(found[0])
        else:
            self.told.emit(self._words.no_code_on_key(number))

    def uncode(self, code: CodeId | None = None) -> None:
        """Take a code off the chosen passage: the one given, else the one put on last."""
        passage = self._passage()
        if passage is None or not passage.codings:
            self.told.emit(self._words.nothing_to_uncode())
            return
        chosen = [c for c in passage.codings if code in (None, c.code)]
        mine = [c for c in chosen if c.coder == self._session.project.coder] or chosen
        if mine:
            self.remove([mine[-1].id])

    def remove(self, codings: Sequence[CodingId]) -> None:
        project = self._session.project
        self._session.perform(partial(coding.remove_codings, project, codings))

    def starred(self) -> bool:
        """Whether what `star` would star has a star."""
        target, passages = self.target(), self._session.project.passages
        place = passages.at(*target) if target is not None else None
        found = passages.get(place) if place is not None else None
        return found is not None and found.star

    def star(self) -> None:
        """Star the chosen passage, or unstar it; a selection becomes a passage."""
        target = self.target()
        if target is None:
            self.nothing_selected.emit()
            return
        project, on = self._session.project, not self.starred()
        done = self._session.perform(
            partial(coding.star_place, project, *target.span, on, region=target.region)
        )
        if done is not None:
            self._place.change(source=target.source, passage=done)

    def _passage(self) -> Any:
        chosen = self._place.now.passage
        if chosen is None:
            target = self.target()
            chosen = self._session.project.passages.at(*target) if target else None
        return self._session.project.passages.get(PassageId(chosen)) if chosen else None

    def _applied_new(self, target: Target, done: tuple[CodeId, coding.Applied] | None) -> None:
        if done is not None:
            code, applied = done
            self._used(code)
            self._place.change(source=target.source, passage=applied.passage)

    def _used(self, code: int) -> None:
        self._recent = [code, *(c for c in self._recent if c != code)][:RECENT]
        self._keep.start()

    def _closing(self) -> None:
        if self._keep.isActive():
            self._keep_recent()

    def _keep_recent(self) -> None:
        """Not at once: writing it down would be felt between the key and the colour."""
        self._keep.stop()
        self._session.remember(RECENT_CODES, self._recent)


def entries(tree: CodeTree) -> list[CodeEntry]:
    """The codes that can be applied, as the picker lists them."""
    return [
        CodeEntry(
            id=code.id,
            name=code.name,
            path=tuple(above.name for above in tree.ancestors(code.id) if above.codable),
            color=code.color,
            description=code.description,
            hint=code.when_to_use,
            shortcut=code.shortcut,
        )
        for code in tree.ordered
        if code.codable
    ]
