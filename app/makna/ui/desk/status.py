"""The line at the bottom: whether all is kept, how much is coded, where one is, who works."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from makna.domain.changes import ChangeSet
from makna.domain.model import SourceId
from makna.domain.text import Lines, Paragraphs
from makna.services.pages import PDF
from makna.ui.desk.pages import Pages
from makna.ui.desk.place import Place, Where
from makna.ui.language import current_language
from makna.ui.page import FocusMode
from makna.ui.round_timer import RoundTimer
from makna.ui.session import Session
from makna.ui.theme.theme import set_look
from makna.ui.widgets.status_line import StatusLine

RECOUNT_MS = 120
SIGNS = ("faded", "folded")
"""Pieces that say that not all is seen as usual; pressing one ends it."""


class Status(StatusLine):
    """Small, always true; re-reads only what its words are about."""

    def __init__(
        self, session: Session, place: Place, pages: Pages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._place = place
        self._pages = pages
        # Counting a long source takes longer than a frame: it waits until the page is painted.
        self._recount = RoundTimer(self, singleShot=True, interval=RECOUNT_MS)
        self._recount.timeout.connect(self._show_source)
        self._numbers: tuple[SourceId, int, Lines, Paragraphs] | None = None
        for key in ("saved", "source", "where"):
            self.add_left(key, shortens=key == "source")
        for key in SIGNS:
            self.add_left(key, can_press=True)
            set_look(self.piece(key), "status-on")
        self._left_out = (FocusMode.NONE, False)
        for key, can_press in (("coder", True), ("language", True), ("zoom", True)):
            self.add_right(key, can_press=can_press)
        session.changed.connect(self._after)
        session.closing.connect(self._recount.stop)
        place.changed.connect(self._moved)
        pages.zoomed.connect(self.show_zoom)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)

    def refresh(self) -> None:
        """Say everything anew."""
        if not self._session.is_open:
            return
        project = self._session.project
        saved = self.tr("✓ Saved") if self._session.writable else self.tr("Reading only")
        self.set_piece("saved", saved, self.tr("Every action is kept at once."))
        self.set_piece("coder", project.overview.current_coder().name, self.tr("Who is coding"))
        language = "Indonesia" if current_language() == "id" else "English"
        self.set_piece("language", language, self.tr("Change the language of the window"))
        self.show_zoom()
        self.show_left_out(*self._left_out)
        self._show_source()
        self._show_where()

    def show_left_out(self, faded: FocusMode, folded: bool) -> None:
        """Say for as long as it is so that text is faded, or that questions are hidden."""
        self._left_out = (faded, folded)
        words = {
            FocusMode.CODED: self.tr("In focus: what is coded"),
            FocusMode.CODE: self.tr("In focus: the chosen code"),
        }
        tip = self.tr("Press to see everything as usual")
        hidden = self.tr("Questions hidden") if folded else ""
        for key, said in zip(SIGNS, (words.get(faded, ""), hidden), strict=True):
            self.set_piece(key, f"{said}  ×" if said else "", tip)

    def show_zoom(self) -> None:
        percent = f"{round(self._pages.zoom * 100)} %"
        self.set_piece("zoom", percent, self.tr("Size of the text; press for the usual one"))

    def _after(self, changes: ChangeSet) -> None:
        if changes.texts:
            self._numbers = None
        if changes.touches("coding", "passage", "source") or changes.texts:
            self._recount.start()
        if changes.touches("coder"):
            self.refresh()

    def _moved(self, old: Where, new: Where) -> None:
        if old.source != new.source:
            self._recount.start()
        self._show_where()

    def _show_source(self) -> None:
        if not self._session.is_open:
            return
        key = self._place.now.source
        source = self._session.project.sources.get(key) if key is not None else None
        if source is None:
            self.set_piece("source", "")
            return
        said = self.tr("%Ln passage(s)", "", source.passages)
        if source.characters:
            share = round(100 * source.coded_characters / source.characters)
            coded = self.tr("{percent} % coded").format(percent=share)
            said = f"{said} · {coded}"
        self.set_piece("source", f"{source.name}: {said}")

    def _show_where(self) -> None:
        if not self._session.is_open:
            return
        now = self._place.now
        if now.source is None:
            self.set_piece("where", "")
            return
        region = now.region
        if region is None and now.passage is not None:
            passage = self._session.project.passages.get(now.passage)
            region = passage.region if passage is not None else None
        found = self._session.project.sources.plain(now.source)
        if found is not None and not found.characters:
            self.set_piece("where", "")
            return
        if region is not None:
            picture = found is not None and found.media_type != PDF
            words = "" if picture else self.tr("Page {page}").format(page=region.page)
            self.set_piece("where", words)
            return
        lines, paragraphs = self._read_numbers(now.source)
        start, end = self._span(now)
        first, last = lines.span(start, end)
        paragraph = paragraphs.number(start)
        if first == last:
            words = self.tr("¶ {paragraph}, line {line}").format(paragraph=paragraph, line=first)
        else:
            words = self.tr("¶ {paragraph}, lines {first}–{last}").format(
                paragraph=paragraph, first=first, last=last
            )
        self.set_piece("where", words)

    def _span(self, now: Where) -> tuple[int, int]:
        """The chosen passage, else what is selected or where the caret stands."""
        if now.passage is not None and not now.has_selection:
            found = self._session.project.passages.get(now.passage)
            if found is not None:
                return found.start, found.end
        return now.start, now.end

    def _read_numbers(self, source: SourceId) -> tuple[Lines, Paragraphs]:
        version = self._session.project.texts.version(source)
        if self._numbers is None or self._numbers[:2] != (source, version):
            text = self._session.project.texts.text(source)
            self._numbers = (source, version, Lines(text), Paragraphs(text))
        return self._numbers[2], self._numbers[3]
