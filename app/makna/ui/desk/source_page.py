"""One source in a tab: its text page, fed by the session, and correcting it in place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from makna.domain.changes import ChangeSet
from makna.domain.model import PassageId, SourceId, SourceKind
from makna.domain.regions import Region
from makna.services.pages import PDF, has_pages
from makna.ui.desk.correct_strip import CorrectStrip
from makna.ui.desk.corrections import Corrections
from makna.ui.desk.marks import Marks
from makna.ui.desk.place import Place, Where
from makna.ui.desk.source_gestures import SourceGestures
from makna.ui.desk.source_text import page_text
from makna.ui.desk.source_voices import SourceVoices
from makna.ui.page import DARK_PAGE, LIGHT_PAGE, PageText, Reading
from makna.ui.page.view import TextPage
from makna.ui.round_timer import RoundTimer
from makna.ui.session import Session
from makna.ui.theme.theme import current_theme, tokens

if TYPE_CHECKING:
    from makna.ui.desk.look_bar import LookBar
    from makna.ui.desk.page_look import PageLook

READ_MS = 5


class SourcePage(QWidget):
    """Shows a source and lets it be coded and corrected."""

    menu_wanted = Signal(QPoint, object, object)
    """global_pos, passage ids innermost first, selection (start, end) or None."""
    link_wanted = Signal(str)
    zoomed = Signal(float)
    collapsed = Signal(object)
    """(tuple[Collapsed, …]): passages whose text was removed while correcting."""
    correcting_left = Signal()
    """The strip above the text was told to end the correcting."""
    gone = Signal(int)
    """(SourceId): the source was removed."""

    def __init__(
        self,
        session: Session,
        place: Place,
        source: SourceId,
        parent: QWidget | None = None,
        *,
        zoom: float = 1.0,
        reading: Reading | None = None,
    ) -> None:
        super().__init__(parent)
        self.source = source
        self._session = session
        self._place = place
        self.marks = Marks(session.project, source, lambda marks: self.page.add_marks(marks))
        self.typed = Corrections(session, source, self)
        self._outdated = False
        """Codes were changed while nobody looked: every open tab would read all its marks anew."""
        # Not at every round of the window: between two of them the page is painted.
        self._reading_on = RoundTimer(self, interval=READ_MS)
        self._reading_on.timeout.connect(self._read_on)
        session.closing.connect(self._reading_on.stop)
        session.closing.connect(self.marks.stop)
        self.page = TextPage(self)
        self._voices = SourceVoices(session, source, self.page, self.typed)
        self._voices.changed.connect(partial(self._show, keep_place=True))
        self._codings: frozenset[int] = frozenset()
        """Of the chosen passage, as they were seen last."""
        self.look: PageLook | None = None
        """The same source as pages; None where it has none."""
        self.bar: LookBar | None = None
        """Above the pages."""
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.page)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._stack)
        self.setFocusProxy(self.page)
        self._connect()
        # All looks before the text: each that comes later lays it out once more.
        self._dress()
        self.page.set_zoom(zoom)
        self.page.set_reading(reading or Reading())
        self._add_pages()
        self.read()

    @cached_property
    def strip(self) -> CorrectStrip:
        """Above the text while it is corrected; made for the first correction."""
        made = CorrectStrip(self)
        made.left.connect(self.correcting_left)
        self._column.insertWidget(0, made)
        return made

    def showEvent(self, event: QShowEvent) -> None:
        self._theme_changed()
        if self._outdated:
            self._outdated = False
            self._read_marks()
        super().showEvent(event)

    @property
    def paged(self) -> bool:
        """Whether the pages are on show, and not the flowing text."""
        return self.look is not None and self._stack.currentWidget() is self.look

    def show_pages(self, on: bool) -> None:
        """Show the source as pages, or as flowing text; words in view stay in view."""
        if self.look is None or on == self.paged:
            return
        now = self._place.now
        here = (now.start, now.end) if now.source == self.source else (0, 0)
        self.set_correcting(False)
        if self.correcting:
            return
        shown = self.look if on else self.page
        focused = self.page.hasFocus() or self.look.view.hasFocus()
        self._stack.setCurrentWidget(shown)
        self.setFocusProxy(shown)
        self.look.bar.show_pages(on)
        if on:
            self.look.open()
        if now.region is None and any(here):
            self.show_place(*here, flash=False)
        if focused:
            shown.setFocus()
        self._session.remember(f"look:{self.source}", "pages" if on else "text")

    def anchor(self) -> QRect:
        """Where a box about what is chosen opens, on the screen."""
        if self.paged and self.look is not None:
            return self.look.view.chosen_rect()
        rect = self.page.cursorRect()
        return QRect(self.page.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def light_code(self, code: int | None) -> None:
        """Light up a code that is pointed at elsewhere."""
        self.page.light_code(code)
        if self.look is not None:
            self.look.view.light_code(code)

    def set_hits(self, hits: Sequence[tuple[int, int]]) -> None:
        """Outline what a search found."""
        self.page.set_hits(hits)
        if self.look is not None:
            self.look.view.set_hits(hits)

    def drawn(self) -> Region | None:
        """A rectangle on a page that is no passage yet."""
        return self.look.view.drawn if self.paged and self.look is not None else None

    def places(self) -> list[tuple[int, int, PassageId]]:
        """Every passage as (start, end, id): words, and rectangles where their page begins."""
        found = [(start, end, 0, key) for start, end, key in self.marks.places()]
        plates = self.look.plates.places() if self.look is not None else []
        found += [(start, start, rank, key) for rank, (start, key) in enumerate(plates)]
        return [(start, end, key) for start, end, _, key in sorted(found)]

    @property
    def correcting(self) -> bool:
        return not self.page.isReadOnly()

    def set_correcting(self, on: bool) -> None:
        """Let the text be typed in, or end it when what was typed has been kept."""
        if on == self.correcting:
            return
        if on:
            self.show_pages(False)
        else:
            self.typed.keep()
            if self.typed.waiting:
                return
            self._session.close_step()
        self.page.set_editable(on)
        self.strip.setVisible(on)

    def read(self, *, keep_place: bool = False) -> None:
        """Show the source as it is in the project."""
        self._voices.stop()
        self._show(page_text(self._session.project, self.source), keep_place=keep_place)

    def _show(self, text: PageText, *, keep_place: bool) -> None:
        self.page.set_text(text, keep_place=keep_place)
        if self.look is not None:
            self.look.text_changed()
        self._read_marks()

    def _read_marks(self) -> None:
        """What is in view is read when it is painted, the rest a little at a time after that."""
        self.marks.begin()
        here = self._chosen()
        chosen = self.marks.passage(here) if here is not None else []
        self.page.set_marks(chosen, self.marks.between)
        self._reading_on.start()
        if self.look is not None:
            self.look.read_plates()
            self._read_on()
        self._restore_choice()

    def _read_on(self) -> None:
        if self.marks.unread:
            self.marks.go_on()
        if not self.marks.unread:
            self._reading_on.stop()
            if self.look is not None:
                self.look.show_marks(self.marks.shown())

    def _chosen(self) -> PassageId | None:
        """The chosen passage, if it is one of this source."""
        now = self._place.now
        return now.passage if now.source == self.source else None

    def show_place(self, start: int, end: int, *, flash: bool = True) -> None:
        if self.paged and self.look is not None and end > start:
            self.look.view.show_span(start, end)
        self.page.show_place(start, end, flash=flash and end > start)

    def hideEvent(self, event: QHideEvent) -> None:
        self.typed.keep()
        super().hideEvent(event)

    def _connect(self) -> None:
        page = self.page
        gestures = SourceGestures(self._session, self._place, self.source, page, self.marks, self)
        gestures.refused.connect(self._read_marks)
        page.text_edited.connect(self.typed.add)
        self.typed.collapsed.connect(self.collapsed)
        self.typed.refused.connect(lambda: self.read(keep_place=True))
        page.menu_wanted.connect(self.menu_wanted)
        page.link_wanted.connect(self.link_wanted)
        page.zoomed.connect(self.zoomed)
        self._session.changed.connect(self._after)
        self._place.changed.connect(self._place_changed)
        if (theme := current_theme()) is not None:
            theme.changed.connect(self._theme_changed)

    def _add_pages(self) -> None:
        """Pictures and PDF files can be looked at; what has no text can only be looked at."""
        found = self._session.project.sources.plain(self.source)
        if found is None or not has_pages(found.media_type):
            return
        picture, has_text = found.kind is SourceKind.PICTURE, found.characters > 0
        from makna.ui.desk.look_bar import LookBar
        from makna.ui.desk.page_look import PageLook

        self.bar = bar = LookBar(self)
        self._column.insertWidget(0, bar)
        self.look = PageLook(self._session, self._place, self.source, bar, self)
        self._stack.addWidget(self.look)
        self.look.menu_wanted.connect(self.menu_wanted)
        bar.pages_wanted.connect(self.show_pages)
        bar.set_kind(picture=picture or found.media_type != PDF, has_text=has_text)
        remembered = self._session.recall(f"look:{self.source}")
        if not has_text or remembered == "pages":
            self._stack.setCurrentWidget(self.look)
            self.setFocusProxy(self.look)
            bar.show_pages(True)
            self.look.open()

    def _dress(self) -> None:
        self._dark = tokens().dark
        self.page.set_theme(DARK_PAGE if self._dark else LIGHT_PAGE)

    def _theme_changed(self) -> None:
        """Other tabs get the colours when they are looked at: each lays out a whole text."""
        if self._session.is_open and self.isVisible() and self._dark != tokens().dark:
            self._dress()
            self._read_marks()

    def _after(self, changes: ChangeSet) -> None:
        project = self._session.project
        if self.source in changes.keys("source") and project.sources.plain(self.source) is None:
            self.gone.emit(self.source)
            return
        self._show_changes(changes)
        if self.look is not None:
            if self.look.after(changes) and not self.marks.unread:
                self.look.show_marks(self.marks.shown())
            self._restore_choice()

    def _show_changes(self, changes: ChangeSet) -> None:
        """Bring the flowing text up to date."""
        if self.source in changes.texts:
            if self.page.surface.text != self._session.project.texts.text(self.source):
                self.read(keep_place=True)
                return
            if self.look is not None:
                self.look.text_changed()
            self._read_marks()
            return
        if self.source in changes.parents("turn") | changes.parents("speaker"):
            self._voices.read()
        change = self.marks.after(changes)
        if change is None:
            self._outdated = not self.isVisible()
            if not self._outdated:
                self._read_marks()
        elif change.removed or change.added:
            self.page.apply_marks(change.removed, change.added)
        self._restore_choice()

    def _restore_choice(self) -> None:
        """Mark the chosen passage again after the marks were read."""
        here = self._chosen()
        words = self.marks.passage(here) if here is not None else None
        plate = self.look.plates.passage(here) if self.look is not None else None
        known = bool(words) or plate is not None
        if self.page.selected_passage != (here if words else None):
            self.page.select_passage(here if words else None)
        if self.look is not None and self.look.view.selected_passage != (here if known else None):
            self.look.choose(here if known else None, reveal=False)
        if known:
            marks = words or (plate.marks if plate is not None else ())
            self._codings = frozenset(mark.coding_id for mark in marks)
        elif here is not None:
            # Undo moves a coding back to another place: what is chosen goes with it.
            self._place.change(passage=self._holding())

    def _holding(self) -> PassageId | None:
        """Where the codings of what was chosen lie now: on words, or on a rectangle."""
        found = self.marks.holding(self._codings)
        if found is None and self.look is not None:
            found = self.look.plates.holding(self._codings)
        return found

    def _place_changed(self, old: object, new: object) -> None:
        now = self._place.now
        if now.source != self.source or not self.isVisible():
            return
        self._restore_choice()
        if self.look is not None:
            self._show_on_pages(now)

    def _show_on_pages(self, now: Where) -> None:
        """The pages show the same words as selected, and a chosen rectangle brings them up."""
        assert self.look is not None
        self.look.follow(now)
        if self.paged and now.end > now.start and self.page.selection() != (now.start, now.end):
            self.page.set_selection(now.start, now.end)
        if self.look.plates.passage(now.passage) is not None:
            self.show_pages(True)
            self.look.choose(now.passage, reveal=True)
