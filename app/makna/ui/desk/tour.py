"""Five notes that show the desk on what is open; left at any time, and nothing waits for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from makna.ui.desk.callout import Callout
from makna.ui.desk.desk import Desk

SEEN = "tour"
"""Key of the view state: whether this project has shown the tour by itself."""


@dataclass(frozen=True)
class Stop:
    """One note: what it is about, and what it says."""

    target: Callable[[], QWidget]
    """Makes sure that the widget shows, and names it."""
    title: str
    text: str


class Tour(QObject):
    """Goes from note to note over a desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._at = -1
        self.callout = Callout(desk)
        self.callout.next_wanted.connect(lambda: self._go(self._at + 1))
        self.callout.back_wanted.connect(lambda: self._go(self._at - 1))
        self.callout.left.connect(self.leave)
        self.callout.words_wanted.connect(self._say_again)

    @property
    def under_way(self) -> bool:
        return self._at >= 0

    def start(self) -> None:
        """Begin at the first note."""
        self._desk.session.remember(SEEN, True)
        self._go(0)

    def start_once(self) -> None:
        """Begin unless this project has shown it already."""
        if not self._desk.session.recall(SEEN):
            self.start()

    def leave(self) -> None:
        """End it wherever it is."""
        self._at = -1
        self.callout.end()
        self._desk.pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_again(self) -> None:
        if self.under_way:
            self._go(self._at)

    def _go(self, to: int) -> None:
        stops = self._stops()
        if not 0 <= to < len(stops):
            self.leave()
            return
        self._at = to
        stop, last = stops[to], to == len(stops) - 1
        count = self.tr("Tour, {step} of {steps}").format(step=to + 1, steps=len(stops))
        note = self.callout
        note.leave.setText(self.tr("Leave the tour"))
        note.leave.setVisible(not last)
        note.back.setText(self.tr("Back"))
        note.back.setEnabled(to > 0)
        note.next.setText(self.tr("Done") if last else self.tr("Next"))
        note.show_note(stop.target(), count, stop.title, stop.text)

    def _stops(self) -> list[Stop]:
        return [
            Stop(
                self._sources,
                self.tr("What you collected"),
                self.tr(
                    "Interviews, field notes, news and pictures. The small bar says how much of "
                    "each is coded. Ctrl+I brings in more."
                ),
            ),
            Stop(
                self._text,
                self.tr("Read, select, code"),
                self.tr(
                    "Select some words, press Ctrl+K, type a code and press Enter. "
                    "Ctrl+Z takes back whatever you do, even tomorrow."
                ),
            ),
            Stop(
                self._codes,
                self.tr("Your codes"),
                self.tr(
                    "Drag words onto a code, or a code onto words. Double-click shows all its "
                    "passages. “Frames…” has theories ready to use."
                ),
            ),
            Stop(
                self._inspector,
                self.tr("What is selected"),
                self.tr(
                    "Its codes, what you thought of it, where else it occurs, and the reference "
                    "as Word will print it."
                ),
            ),
            Stop(
                self._export,
                self.tr("And into the thesis"),
                self.tr(
                    "Quotations with their sources, codebook, tables and transcripts as a Word "
                    "file. F1 opens the manual."
                ),
            ),
        ]

    def _sources(self) -> QWidget:
        self._desk.left.show()
        self._desk.left.setCurrentWidget(self._desk.left_halves)
        return self._desk.sources

    def _codes(self) -> QWidget:
        self._sources()
        return self._desk.codes

    def _text(self) -> QWidget:
        """The text in front; without one the source that is coded most is opened."""
        pages = self._desk.pages
        if pages.source_page is None:
            sources = self._desk.session.project.sources.all()
            if sources:
                pages.open_source(max(sources, key=lambda source: source.codings).id)
        return pages

    def _inspector(self) -> QWidget:
        """The pane about what is selected, and for that a passage where there is one."""
        self._text()
        place = self._desk.place
        if place.now.source is not None and place.now.passage is None:
            passages = self._desk.session.project.passages.of_source(place.now.source)
            coded = next((passage for passage in passages if passage.codings), None)
            if coded is not None:
                place.go(coded.source, coded.start, coded.end)
                place.change(source=coded.source, passage=coded.id)
        self._desk.inspector.show()
        return self._desk.inspector

    def _export(self) -> QWidget:
        return self._desk.header.export_button
