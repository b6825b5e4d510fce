"""Other passages of the same code."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from makna.domain.model import CodeId
from makna.ui.desk.inspector.reading import Elsewhere, SameCode
from makna.ui.widgets.labels import LinkButton, SectionLabel


class SameCodePlaces(QWidget):
    """Also coded so: a few other places, and the way to all of them."""

    go_wanted = Signal(object, int, int)
    passage_wanted = Signal(object, object)
    """(SourceId, PassageId): choose this passage, which is a rectangle."""
    passages_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[CodeId, str, SameCode] | None = None
        self.heading = SectionLabel("", self)
        self.heading.setWordWrap(True)
        self.places: list[LinkButton] = []
        self.all_button = LinkButton("", self)
        self.all_button.clicked.connect(self._want_all)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 20, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.heading)
        self._column.addSpacing(4)
        self._column.addWidget(self.all_button)

    def show_code(self, code: CodeId, name: str, same: SameCode) -> None:
        self.show()
        self.heading.setText(self.tr("Also coded “{code}”").format(code=name))
        self.all_button.setText(self.tr("See all %Ln passages", "", same.passages))
        if self._shown == (code, name, same):
            return
        self._shown = (code, name, same)
        for old in self.places:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.places = []
        for rank, place in enumerate(same.places):
            words = place.words if place.passage else f"“{place.words}”"
            said = f"{place.name} · {words}"
            link = LinkButton(said.replace("&", "&&"), self)
            link.setAccessibleName(said)
            link.setMinimumWidth(1)
            link.clicked.connect(partial(self._go, place))
            self._column.insertWidget(2 + rank, link)
            link.show()
            self.places.append(link)

    def _go(self, place: Elsewhere) -> None:
        self.go_wanted.emit(place.source, place.start, place.end)
        if place.passage:
            self.passage_wanted.emit(place.source, place.passage)

    def _want_all(self) -> None:
        if self._shown is not None:
            self.passages_wanted.emit(self._shown[0])
