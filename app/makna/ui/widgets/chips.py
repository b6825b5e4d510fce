"""Chips: small round names with a colour, that wrap like words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from makna.domain import palette
from makna.ui.theme.icons import icon
from makna.ui.theme.sizes import set_height_px, set_icon_px, set_width_px
from makna.ui.theme.theme import tokens
from makna.ui.widgets.flow import FlowLayout
from makna.ui.widgets.labels import ElidedLabel, KeyHint, Label, as_hint

SWATCH = 10
SWATCH_RADIUS = 3


@dataclass(frozen=True)
class ChipValue:
    """What a chip shows; `key` comes back in signals, `color` is the light-theme `#rrggbb`."""

    key: int
    text: str
    color: str = ""
    tip: str = ""
    removable: bool = True
    by: str = ""
    """Dim words after the text, never shortened: whose it is, where two chips say the same."""


def paint_swatch(painter: QPainter, left: int, middle: int, color: str) -> None:
    """A code's square, in the theme's tone of `color`; `middle` is its vertical centre."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.tone(color, dark=tokens().dark)))
    square = QRect(left, middle - SWATCH // 2, SWATCH, SWATCH)
    painter.drawRoundedRect(square, SWATCH_RADIUS, SWATCH_RADIUS)
    painter.restore()


class Swatch(QWidget):
    """A code's colour, 10 × 10."""

    def __init__(self, color: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._color = color
        self.setFixedSize(SWATCH, SWATCH)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_swatch(QPainter(self), 0, SWATCH // 2, self._color)


class Chip(QPushButton):
    """One chip. Enter, Space or a click activate it; Delete, Backspace or the cross remove it."""

    activated = Signal(int)
    remove_requested = Signal(int)
    moved = Signal(int)
    """Left (-1) or right (1) was pressed."""

    def __init__(self, value: ChipValue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = value
        self.setProperty("look", "chip")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_height_px(self, 24)
        self.setAccessibleName(f"{value.text}, {value.by}" if value.by else value.text)
        self.setToolTip(as_hint(value.tip))
        self.clicked.connect(lambda: self.activated.emit(self.value.key))
        self._remove = self._cross()
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activated.emit(self.value.key)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.value.removable:
            self.remove_requested.emit(self.value.key)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.moved.emit(1 if key == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name_cross(self._remove)
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(9, 0, 5 if self.value.removable else 11, 0)
        self._row.setSpacing(6)
        if self.value.color:
            self._row.addWidget(Swatch(self.value.color, self))
        self._label = ElidedLabel(self.value.text, self)
        self._row.addWidget(self._label)
        if self.value.by:
            by = Label(self.value.by, self)
            by.setProperty("look", "dim")
            self._row.addWidget(by)
        self._row.addWidget(self._remove)

    def _cross(self) -> QToolButton:
        cross = QToolButton(self)
        cross.setIcon(icon("close"))
        set_icon_px(cross, 11)
        set_width_px(cross, 17)
        set_height_px(cross, 17)
        # Delete does the same, so Tab goes from chip to chip.
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cross.setVisible(self.value.removable)
        cross.clicked.connect(lambda: self.remove_requested.emit(self.value.key))
        self._name_cross(cross)
        return cross

    def _name_cross(self, cross: QToolButton) -> None:
        cross.setAccessibleName(self.tr("Remove {name}").format(name=self.accessibleName()))
        cross.setToolTip(as_hint(cross.accessibleName()))


class AddChip(Chip):
    """The last chip: a plus and the key that does the same."""

    def __init__(self, text: str, key_hint: str, parent: QWidget | None = None) -> None:
        super().__init__(ChipValue(-1, text, tip=text, removable=False), parent)
        self._label.setText("+")
        self._label.setProperty("look", "accent")
        if key_hint:
            self._row.addWidget(KeyHint(key_hint, self))
            self._row.setContentsMargins(9, 0, 8, 0)


class ChipFlow(QWidget):
    """Chips that wrap, with one to add more at the end."""

    activated = Signal(int)
    """The key of the chip."""
    removed = Signal(int)
    """The key of the chip that should go; the caller calls `set_chips` when it has gone."""
    add_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Chips shorten: the longest must not decide how wide the pane has to be.
        self.setMinimumWidth(1)
        self._flow = FlowLayout(self)
        self._values: tuple[ChipValue, ...] = ()
        self._add: tuple[str, str] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_add(self, text: str, key_hint: str = "") -> None:
        """Offer a last chip that asks for more; `text` is its accessible name and tooltip."""
        self._add = (text, key_hint)
        self._rebuild()

    def set_chips(self, values: Sequence[ChipValue]) -> None:
        """Show these; the focus stays at its place in the row."""
        if tuple(values) != self._values:
            self._values = tuple(values)
            self._rebuild()

    def chips(self) -> list[Chip]:
        """The chips on show, the adding one last."""
        items = (self._flow.itemAt(index) for index in range(self._flow.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, Chip)]

    def _rebuild(self) -> None:
        focused = next((i for i, chip in enumerate(self.chips()) if chip.hasFocus()), None)
        while (item := self._flow.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        for value in self._values:
            chip = Chip(value, self)
            chip.activated.connect(self.activated)
            chip.remove_requested.connect(self.removed)
            self._put(chip)
        if self._add is not None:
            add = AddChip(*self._add, self)
            add.activated.connect(lambda _key: self.add_requested.emit())
            self._put(add)
        self.updateGeometry()
        if focused is not None and self.chips():
            self.chips()[min(focused, len(self.chips()) - 1)].setFocus()

    def _put(self, chip: Chip) -> None:
        chip.moved.connect(lambda step: self._step(chip, step))
        self._flow.addWidget(chip)
        chip.show()

    def _step(self, chip: Chip, step: int) -> None:
        chips = self.chips()
        target = chips.index(chip) + step
        if 0 <= target < len(chips):
            chips[target].setFocus(Qt.FocusReason.TabFocusReason)
