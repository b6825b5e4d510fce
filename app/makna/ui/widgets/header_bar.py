"""The line at the top: what is open, search, undo, export."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from makna.ui.theme.sizes import set_height_px, set_icon_px
from makna.ui.theme.theme import set_look
from makna.ui.widgets.labels import ElidedLabel, KeyHint, Label, chord

HEIGHT = 46
_SEARCH_WIDTH = 430
_NARROWEST_UNDO = 90
_FEWEST_WORDS = 70
"""Pixels of the words beside the icon, below which they are left out."""
_GAP_PX, _NEXT_PX = 14, 6


ROOM_PX = 44
"""Air around the words and the keys in the search field."""

ROUNDING_PX = 2
"""Of equal shares of a width that is odd."""


class SearchField(QLineEdit):
    """The search over everything, with the keys that reach it shown inside."""

    searched = Signal(str)
    """Enter was pressed; the trimmed text, never empty."""
    left = Signal()
    """Esc was pressed in the empty field: the focus should go back to the work."""
    down_pressed = Signal()
    """The arrow down was pressed: the focus should go to what was found."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "search")
        self._hint = KeyHint(parent=self)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._hint.hide()
        self.textChanged.connect(lambda _text: self._place_hint())

    def set_shortcut_hint(self, keys: str) -> None:
        """Show the keys at the right while the field is empty, e.g. `Ctrl+Shift+F`."""
        self._hint.setText(chord(keys))
        self._place_hint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if text := self.text().strip():
                self.searched.emit(text)
        elif event.key() == Qt.Key.Key_Escape:
            self.clear() if self.text() else self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QEvent) -> None:
        self._place_hint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            # The hint has its own letters a moment later.
            QTimer.singleShot(0, self, self._place_hint)

    def _place_hint(self) -> None:
        size = self._hint.sizeHint()
        self._hint.resize(size)
        self._hint.move(self.width() - size.width() - 12, (self.height() - size.height()) // 2)
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        room = self.width() > size.width() + words + ROOM_PX
        self._hint.setVisible(room and not self.text() and bool(self._hint.text()))


class HeaderBar(QFrame):
    """Only the layout: what the buttons do are the actions that are passed in.

    Undo's text is shown beside its icon, so give it as `Undo: apply code`.
    """

    def __init__(
        self, undo: QAction, redo: QAction, export: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "header")
        set_height_px(self, HEIGHT)
        self._title = ElidedLabel(parent=self)
        self._title.setProperty("look", "strong")
        self._subtitle = Label(parent=self)
        self._subtitle.setProperty("look", "dim")
        self.search = SearchField(self)
        self._export = export
        self._export_button = QPushButton(self)
        self._export_button.clicked.connect(export.trigger)
        export.changed.connect(self._sync_export)
        self._undo = self._tool(undo, Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        # What it would undo is cut short before it pushes the search aside.
        self._undo.setMinimumWidth(_NARROWEST_UNDO)
        self._undo.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._redo = self._tool(redo, Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._lay_out()
        self._sync_export()
        self._retranslate()

    def set_project(self, title: str, subtitle: str = "") -> None:
        """The project's name, and dim words after it such as `Thesis · 7 sources`."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)

    def tools(self) -> tuple[QWidget, ...]:
        """Undo and redo, in the order in which they are seen."""
        return self._undo, self._redo

    @property
    def export_button(self) -> QPushButton:
        return self._export_button

    def add_widget(self, widget: QWidget) -> None:
        """Put one more button before the export button."""
        row = self._right.layout()
        assert isinstance(row, QHBoxLayout)
        row.insertWidget(row.count() - 1, widget)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            # Its buttons have their own letters a moment later.
            QTimer.singleShot(0, self, self._fit_undo)
        super().changeEvent(event)

    def _tool(self, action: QAction, style: Qt.ToolButtonStyle) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(style)
        set_icon_px(button, 16)
        button.setAccessibleName(action.text())
        action.changed.connect(self._name_tools)
        return button

    def _name_tools(self) -> None:
        for button in (self._undo, self._redo):
            button.setAccessibleName(button.defaultAction().text())
        self._fit_undo()

    def resizeEvent(self, event: QEvent) -> None:
        self._fit_undo()

    def _fit_undo(self) -> None:
        """Cut what it would undo at the end, where Qt would cut it in the middle."""
        near = Qt.FindChildOption.FindDirectChildrenOnly
        others = [w for w in self._right.findChildren(QWidget, options=near) if w is not self._undo]
        taken = sum(widget.sizeHint().width() + _NEXT_PX for widget in others)
        metrics = self._undo.fontMetrics()
        air = self._undo.sizeHint().width() - metrics.horizontalAdvance(self._undo.text())
        # By the shares of the layout: what the button takes now would keep what it has.
        whole = self.width() - 4 * _GAP_PX
        share = (whole - min(_SEARCH_WIDTH, whole * 6 // 16)) // 2
        room = share - taken - air - ROUNDING_PX
        words = self._undo.defaultAction().iconText()
        fitting = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(room, 0))
        if fitting != words and room < _FEWEST_WORDS:
            # “Und…” says less than the icon alone.
            fitting = ""
        if fitting != self._undo.text():
            self._undo.setText(fitting)
        # No wider than its words, so that redo stands beside it.
        self._undo.setMinimumWidth(min(_NARROWEST_UNDO, self._undo.sizeHint().width()))

    def _sync_export(self) -> None:
        self._export_button.setText(self._export.text())
        self._export_button.setEnabled(self._export.isEnabled())
        self._export_button.setVisible(self._export.isVisible())
        set_look(self._export_button, "")

    def _lay_out(self) -> None:
        # Equal shares left and right keep the search in the middle of the window.
        left = QHBoxLayout()
        self._right = QWidget(self)
        right = QHBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(14)
        left.addWidget(self._title)
        left.addWidget(self._subtitle)
        left.addStretch(1)
        right.setSpacing(_NEXT_PX)
        right.addStretch(1)
        for widget in (self._undo, self._redo, self._export_button):
            right.addWidget(widget)
        self.search.setMaximumWidth(_SEARCH_WIDTH)
        self.search.setMinimumWidth(160)
        row = QHBoxLayout(self)
        row.setContentsMargins(_GAP_PX, 0, _GAP_PX, 0)
        row.setSpacing(_GAP_PX)
        row.addLayout(left, 5)
        row.addWidget(self.search, 6)
        row.addWidget(self._right, 5)

    def _retranslate(self) -> None:
        text = self.tr("Search all texts and memos…")
        self.search.setPlaceholderText(text)
        self.search.setAccessibleName(text)
