"""A small window to type in: a field, and below it what fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from makna.ui.theme.compositor import sees_through
from makna.ui.theme.fonts import DEFAULT_PT
from makna.ui.theme.theme import set_look, tokens
from makna.ui.widgets.delegates import RowDelegate, RowStyle
from makna.ui.widgets.roles import Role

_SHADOW = 22
MOST_ROWS = 9
_GAP = 6


@dataclass(frozen=True)
class PickerItem:
    """A row; `key` comes back when it is chosen. See `Role` for the others."""

    key: object
    name: str
    path: str = ""
    hint: str = ""
    color: str = ""
    icon: str = ""
    shortcut: int | None = None
    keys: str = ""
    action: bool = False


Find = Callable[[str], Sequence[PickerItem]]


class PickerModel(QAbstractListModel):
    """The rows on show."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[PickerItem, ...] = ()

    def set_items(self, items: Sequence[PickerItem]) -> None:
        self.beginResetModel()
        self._items = tuple(items)
        self.endResetModel()

    def item(self, row: int) -> PickerItem:
        return self._items[row]

    def rowCount(
        self,
        parent: QModelIndex | QPersistentModelIndex = QModelIndex(),  # noqa: B008
    ) -> int:
        return 0 if parent.isValid() else len(self._items)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (item.path, item.name, item.hint) if part)
        values: dict[int, object] = {
            Role.NAME: item.name,
            Role.PATH: item.path or None,
            Role.HINT: item.hint or None,
            Role.COLOR: item.color or None,
            Role.ICON: item.icon or None,
            Role.SHORTCUT: item.shortcut,
            Role.KEYS: item.keys or None,
            Role.ACTION: item.action,
        }
        return values.get(role)


class PickerPopup(QFrame):
    """Type to find; Up, Down, Page Up and Page Down move the mark; Enter chooses; Esc gives up.

    The field keeps the focus all the time. What fits is asked of `find` at every letter.
    """

    chosen = Signal(object)
    """The key of the chosen row. The popup has closed."""
    forced = Signal(str)
    """Ctrl+Enter: the trimmed text whatever is marked; never empty. The popup has closed."""
    dismissed = Signal()
    """It closed without a choice."""

    def __init__(self, find: Find, parent: QWidget | None = None, *, width: int = 330) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.NoDropShadowWindowHint)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, sees_through())
        self._find = find
        self._width = width
        self._decided = False
        self._anchor = QRect()
        self.field = QLineEdit(self)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(lambda _text: self.refresh())
        self.model = PickerModel(self)
        self.list = self._make_list()
        self.nothing = QLabel(self)
        set_look(self.nothing, "dim")
        column = QVBoxLayout(self)
        edge = _SHADOW + 8
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(_GAP)
        column.addWidget(self.field)
        column.addWidget(self.nothing)
        column.addWidget(self.list)
        self.setFocusProxy(self.field)

    def set_names(self, placeholder: str, list_name: str, nothing: str = "") -> None:
        """The dim words of the empty field, what a screen reader calls the list, and what is said
        where nothing fits."""
        self.nothing.setText(nothing)
        self.field.setPlaceholderText(placeholder)
        self.field.setAccessibleName(placeholder)
        self.setAccessibleName(placeholder)
        self.list.setAccessibleName(list_name)

    def open_at(self, anchor: QRect, text: str = "") -> None:
        """Show below `anchor` (global), or above it where there is no room; never off screen."""
        self._decided = False
        self._anchor = QRect(anchor)
        self.field.blockSignals(True)
        self.field.setText(text)
        self.field.blockSignals(False)
        self.refresh()
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def refresh(self) -> None:
        """Ask `find` again, and mark the first row."""
        self.model.set_items(self._find(self.field.text()))
        self._mark(0)
        self._fit()

    def marked(self) -> PickerItem | None:
        """The row that Enter would choose."""
        row = self.list.currentIndex().row()
        return self.model.item(row) if row >= 0 else None

    def items(self) -> list[PickerItem]:
        """The rows on show."""
        return [self.model.item(row) for row in range(self.model.rowCount())]

    def retranslate(self) -> None:
        """Say the names again in the language that is spoken now."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            if self.isVisible():
                self._say_again()
        super().changeEvent(event)

    def _say_again(self) -> None:
        """Other words for the same rows; the mark stays on its row."""
        marked = self.marked()
        self.refresh()
        keys = [item.key for item in self.items()]
        if marked is not None and marked.key in keys:
            self._mark(keys.index(marked.key))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._steer(event)
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not self._decided:
            self.dismissed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        if sees_through():
            _paint_shadow(painter, box)
        else:
            painter.fillRect(self.rect(), QColor(colors.panel))
        painter.setBrush(QColor(colors.panel))
        painter.setPen(QPen(QColor(colors.line), 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)

    def _make_list(self) -> QListView:
        view = QListView(self)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setModel(self.model)
        view.setItemDelegate(RowDelegate(view, RowStyle(left=8, right=8, radius=6)))
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.clicked.connect(lambda index: self._choose(index.row()))
        return view

    def _steer(self, event: QKeyEvent) -> bool:
        key, row = event.key(), self.list.currentIndex().row()
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -MOST_ROWS,
            Qt.Key.Key_PageDown: MOST_ROWS,
        }
        if key in steps:
            self._mark(row + steps[Qt.Key(key)], around=abs(steps[Qt.Key(key)]) == 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._force()
            else:
                self._choose(row)
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            # Tab must not take the focus out of the field.
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def _mark(self, row: int, *, around: bool = False) -> None:
        count = self.model.rowCount()
        if count:
            row = row % count if around else max(0, min(count - 1, row))
            self.list.setCurrentIndex(self.model.index(row))

    def _choose(self, row: int) -> None:
        if row >= 0:
            key = self.model.item(row).key
            self._decided = True
            self.close()
            self.chosen.emit(key)

    def _force(self) -> None:
        if text := self.field.text().strip():
            self._decided = True
            self.close()
            self.forced.emit(text)

    def _fit(self) -> None:
        rows = min(MOST_ROWS, self.model.rowCount())
        self.list.setVisible(rows > 0)
        self.nothing.setVisible(rows == 0 and bool(self.nothing.text()))
        self.list.setFixedHeight(rows * max(1, self.list.sizeHintForRow(0)))
        layout = self.layout()
        assert layout is not None
        layout.activate()
        width = round(self._width * max(1.0, self.field.font().pointSizeF() / DEFAULT_PT))
        self.resize(width + 2 * _SHADOW, layout.sizeHint().height())
        if not sees_through():
            # Without a shadow the edge around it would be a black rim: it is cut off.
            self.setMask(self.rect().adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW))
        self.move(self._place())

    def _place(self) -> QPoint:
        screen = QGuiApplication.screenAt(self._anchor.center()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry().adjusted(-_SHADOW, -_SHADOW, _SHADOW, _SHADOW)
        x = self._anchor.left() - _SHADOW
        y = self._anchor.bottom() + _GAP - _SHADOW
        if y + self.height() > room.bottom():
            y = self._anchor.top() - _GAP - self.height() + _SHADOW
        x = max(room.left(), min(x, room.right() - self.width()))
        return QPoint(x, max(room.top(), min(y, room.bottom() - self.height())))


def _paint_shadow(painter: QPainter, box: QRectF) -> None:
    """A soft shadow from a few transparent layers, lower than it is wide."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 5 if tokens().dark else 2))
    for spread in range(-2, _SHADOW - 4):
        layer = box.adjusted(-spread, -spread, spread, spread).translated(0, 5)
        painter.drawRoundedRect(layer, 12 + spread, 12 + spread)
    painter.restore()
