"""The frame of pages that are read from top to bottom: one calm column on paper."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from makna.ui.theme.theme import set_look
from makna.ui.widgets.labels import Label

WIDTH = 720
"""Pixels, at most: lines longer than that are hard to read."""


PAGE_LEFT_PX, PAGE_TOP_PX = 28, 26
"""Where the title of every page begins, from its corner."""


class Inside(QFrame):
    """Never lower than what it holds, also when that came late.

    The scroll area looks once when a row is added; the words of the row know their height only
    once they have been shown, and everything would be squeezed into the height before.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.fit)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._later.start()
        return done

    def fit(self) -> None:
        """Be as high as what it holds."""
        layout = self.layout()
        if layout is not None and (wanted := layout.heightForWidth(self.width())) > 0:
            self.setMinimumHeight(wanted)


class Column(QScrollArea):
    """A scrolling page with a title and a lead, and `body` for what is below them."""

    def __init__(
        self, parent: QWidget | None = None, *, width: int = WIDTH, centred: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        set_look(self, "paper")
        inside = self._inside = Inside(self)
        set_look(inside, "paper")
        self.title = Label(parent=inside)
        set_look(self.title, "title")
        self.title.setWordWrap(True)
        self.lead = Label(parent=inside)
        set_look(self.lead, "dim")
        self.lead.setWordWrap(True)
        middle = QWidget(inside)
        middle.setMaximumWidth(width)
        self.body = QVBoxLayout(middle)
        self.body.setContentsMargins(PAGE_LEFT_PX, PAGE_TOP_PX, 24, 28)
        self.body.setSpacing(0)
        self.body.addWidget(self.title)
        self.body.addSpacing(6)
        self.body.addWidget(self.lead)
        self.body.addSpacing(18)
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        if centred:
            row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)
        self.setWidget(inside)

    def fit(self) -> None:
        """Give what was added its room now, before it is painted."""
        inside = self._inside
        inside.fit()
        inside.resize(inside.width(), max(inside.minimumHeight(), self.viewport().height()))

    def set_heading(self, title: str, lead: str = "") -> None:
        """The title, and a dim sentence below it."""
        self.title.setText(title)
        self.lead.setText(lead)
        self.lead.setVisible(bool(lead))
        self.setAccessibleName(title)
