"""A small note that points at a widget and leaves everything else as usable as it was."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from makna.ui.theme.sizes import grown
from makna.ui.theme.theme import set_look, tokens
from makna.ui.widgets.labels import Label

WIDTH_PX = 300
GAP_PX = 14
EDGE_PX = 10
"""Between the note and the window's edge."""
FOLLOWED = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class Ring(QWidget):
    """A frame around what a note is about; the mouse does not notice it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens().accent), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()


class Callout(QFrame):
    """A heading, a few sentences, a way on, a way back and a way out. Esc leaves."""

    next_wanted = Signal()
    back_wanted = Signal()
    left = Signal()
    words_wanted = Signal()
    """The language is another: say it again."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._target: QWidget | None = None
        self.ring = Ring(parent)
        set_look(self, "callout")
        self._count, self._title, self._text = (
            Label(parent=self),
            Label(parent=self),
            Label(parent=self),
        )
        set_look(self._count, "section")
        set_look(self._title, "strong")
        self._text.setWordWrap(True)
        self.next = QPushButton(self)
        set_look(self.next, "primary")
        self.back = QPushButton(self)
        self.leave = QPushButton(self)
        set_look(self.leave, "quiet")
        self.next.clicked.connect(self.next_wanted)
        self.back.clicked.connect(self.back_wanted)
        self.leave.clicked.connect(self.left)
        self._lay_out()
        parent.installEventFilter(self)
        self.hide()

    def show_note(self, target: QWidget, count: str, title: str, text: str) -> None:
        """Point at a widget of the same window; the keys go to the way on."""
        if self._target is not None:
            self._target.removeEventFilter(self)
        self._target = target
        target.installEventFilter(self)
        self._count.setText(count)
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(f"{count}. {title}")
        self.setAccessibleDescription(text)
        self.show()
        self.place()
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def shown(self) -> tuple[str, str]:
        """Title and text on show."""
        return self._title.text(), self._text.text()

    def end(self) -> None:
        """Take the note and its frame away."""
        if self._target is not None:
            self._target.removeEventFilter(self)
            self._target = None
        self.hide()
        self.ring.hide()

    def place(self) -> None:
        """Stand beside the target where there is room, and frame it."""
        window, target = self.parentWidget(), self._target
        if target is None or window is None or self.isHidden():
            return
        corner = window.mapFromGlobal(target.mapToGlobal(QPoint()))
        about = QRect(corner, target.size()) & window.rect()
        self.ring.setGeometry(about.adjusted(-2, -2, 2, 2) & window.rect())
        self.ring.setVisible(target.isVisible())
        self.ring.raise_()
        width = grown(WIDTH_PX)
        self.setFixedWidth(width)
        self.resize(width, self.heightForWidth(width))
        self.move(_beside(about, self.size().width(), self.height(), window.rect()))
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in FOLLOWED and watched is not self:
            self.place()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.words_wanted.emit()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            # Its labels have their own letters a moment later.
            QTimer.singleShot(0, self, self.place)
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            (focused if isinstance(focused, QPushButton) else self.next).click()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.leave)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 12, 12)
        column.setSpacing(4)
        column.addWidget(self._count)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addSpacing(8)
        column.addLayout(row)


def _beside(about: QRect, width: int, height: int, room: QRect) -> QPoint:
    """Right of it, left of it, below it or above it; else inside its lower right corner."""
    inside = room.adjusted(EDGE_PX, EDGE_PX, -EDGE_PX, -EDGE_PX)
    middle = about.center().y() - height // 2
    across = about.center().x() - width // 2
    places = (
        QPoint(about.right() + GAP_PX, middle),
        QPoint(about.left() - GAP_PX - width, middle),
        QPoint(across, about.bottom() + GAP_PX),
        QPoint(across, about.top() - GAP_PX - height),
    )
    size = QSize(width, height)
    for place in places:
        clamped = _clamped(QRect(place, size), inside)
        if not clamped.intersects(about) and inside.contains(clamped):
            return clamped.topLeft()
    corner = QPoint(about.right() - width - GAP_PX, about.bottom() - height - GAP_PX)
    return _clamped(QRect(corner, size), inside).topLeft()


def _clamped(box: QRect, room: QRect) -> QRect:
    x = max(room.left(), min(box.left(), room.right() - box.width()))
    y = max(room.top(), min(box.top(), room.bottom() - box.height()))
    return QRect(QPoint(x, y), box.size())
