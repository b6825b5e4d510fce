"""The four activities down the left edge, each with its name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QVBoxLayout, QWidget

from makna.ui.theme.fonts import Size, sized
from makna.ui.theme.icons import paint_icon
from makna.ui.theme.sizes import grown
from makna.ui.theme.theme import tokens

ACTIVITIES = ("code", "find", "analyse", "write")
_ICONS = {"code": "code", "find": "search", "analyse": "analyse", "write": "write"}
WIDTH, HEIGHT, ICON = 64, 56, 20


class ActivityButton(QAbstractButton):
    """One activity: an icon over its name, with the mark of the current one."""

    def __init__(self, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        text = self._font().pointSizeF()
        return QSize(WIDTH, HEIGHT if text <= 9 else round(HEIGHT * text / 9))

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = colors.accent if self.isChecked() else colors.dim
        if self.underMouse() and not self.isChecked():
            color = colors.ink
        self._paint_mark(painter)
        painter.setFont(self._font())
        text_height = painter.fontMetrics().height()
        side = grown(ICON)
        top = (self.height() - side - 4 - text_height) / 2
        paint_icon(painter, QRectF(0, top, self.width(), side), _ICONS[self.key], color)
        painter.setPen(QColor(color))
        box = QRectF(2, top + side + 4, self.width() - 4, text_height)
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(box.width())
        )
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), shown)
        painter.end()

    def _paint_mark(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().accent))
        if self.isChecked():
            painter.drawRoundedRect(QRectF(0, 10, 3, self.height() - 20), 2, 2)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(tokens().accent))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(5.5, 2.5, -4.5, -2.5), 6, 6)

    def _font(self) -> QFont:
        weight = QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal
        return sized(Size.TINY, weight=weight)


class ActivityBar(QFrame):
    """The activities, top to bottom; Up and Down move between them."""

    chosen = Signal(str)
    """The key of the activity that the user chose: code, find, analyse or write."""

    def __init__(
        self, activities: Sequence[str] = ACTIVITIES, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "panel-left")
        self._buttons: dict[str, ActivityButton] = {}
        self._shortcuts: dict[str, str] = {}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 8)
        self._column.setSpacing(2)
        self._buttons = {key: self._add_button(key) for key in activities}
        self._column.addStretch(1)
        self._retranslate()
        self.set_current(activities[0])

    def current(self) -> str:
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def set_current(self, key: str) -> None:
        """Mark an activity as the current one; emits nothing."""
        self._buttons[key].setChecked(True)

    def set_shortcut(self, key: str, text: str) -> None:
        """Say in the tooltip which keys choose this activity, e.g. `Ctrl+1`."""
        self._shortcuts[key] = text
        self._retranslate()

    def button(self, key: str) -> ActivityButton:
        return self._buttons[key]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        keys = list(self._buttons)
        focused = self._focused() or self.current()
        target = keys[(keys.index(focused) + step) % len(keys)]
        self._buttons[target].setFocus(Qt.FocusReason.TabFocusReason)
        self._buttons[target].click()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._widen()
        super().changeEvent(event)

    def _add_button(self, key: str) -> ActivityButton:
        button = ActivityButton(key, self)
        button.clicked.connect(lambda: self.chosen.emit(key))
        self._group.addButton(button)
        self._column.addWidget(button)
        return button

    def _widen(self) -> None:
        """As wide as the longest name needs when it is the current one."""
        font = sized(Size.TINY, weight=QFont.Weight.DemiBold)
        names = [button.text() for button in self._buttons.values()]
        widest = max((QFontMetrics(font).horizontalAdvance(name) for name in names), default=0)
        self.setFixedWidth(max(WIDTH, widest + 12))

    def _focused(self) -> str | None:
        return next((key for key, button in self._buttons.items() if button.hasFocus()), None)

    def _retranslate(self) -> None:
        names = {
            "code": self.tr("Code"),
            "find": self.tr("Find"),
            "analyse": self.tr("Analyse"),
            "write": self.tr("Write"),
        }
        for key, button in self._buttons.items():
            button.setText(names[key])
            button.setAccessibleName(names[key])
            keys = self._shortcuts.get(key)
            button.setToolTip(f"{names[key]} ({keys})" if keys else names[key])
        self._widen()
