"""A choice of one among a few names."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from makna.ui.widgets.labels import as_hint


class ChoiceBox(QComboBox):
    """Where its name has no room it shortens with …, and the tooltip has all of it.

    A style sheet cuts it off in the middle of a letter.
    """

    _whole = ""
    """What the tooltip says only because the name is cut."""

    def sizeHint(self) -> QSize:
        """Room for its longest name: beside the style sheet's arrow Qt leaves it too little."""
        hint = super().sizeHint()
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.rect = QRect(QPoint(0, 0), hint)
        names = (self.itemText(at) for at in range(self.count()))
        widest = max(map(self.fontMetrics().horizontalAdvance, names), default=0)
        return hint + QSize(max(0, widest - self._room(option)), 0)

    def shown_text(self) -> str:
        """What fits now."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return self._fitting(option)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        painter.setPen(self.palette().text().color())
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = self._fitting(option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()
        self._tell_whole(cut=option.currentText != self.currentText())

    def _fitting(self, option: QStyleOptionComboBox) -> str:
        return self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, self._room(option)
        )

    def _room(self, option: QStyleOptionComboBox) -> int:
        """How many pixels of a name are seen."""
        part = QStyle.SubControl.SC_ComboBoxEditField
        box = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        return box.width() - 2

    def _tell_whole(self, *, cut: bool) -> None:
        """A tooltip that somebody gave it stays."""
        words = as_hint(self.currentText()) if cut else ""
        if self.toolTip() == self._whole and words != self._whole:
            self._whole = words
            self.setToolTip(words)
