"""The trail: everything that was done, newest first, and the way back to any of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from makna.domain.changes import ChangeSet
from makna.domain.model import StepId
from makna.services import history
from makna.storage.history import HistoryEntry
from makna.ui.column import PAGE_LEFT_PX, PAGE_TOP_PX
from makna.ui.language import current_language
from makna.ui.moments import short_unless_today
from makna.ui.session import Session
from makna.ui.theme.fonts import Size, figures, sized
from makna.ui.theme.icons import icon, paint_icon
from makna.ui.theme.theme import set_look, tokens
from makna.ui.widgets.delegates import ground
from makna.ui.widgets.labels import Label
from makna.ui.widgets.roles import Role

Index = QModelIndex | QPersistentModelIndex
ENTRY = int(Role.KEYS) + 30
"""Item data role: the HistoryEntry."""
STATE = int(Role.KEYS) + 31
"""Item data role, str: `done`, `now` (the latest in force), `undone`, `dropped` or `sealed`."""
_LEFT, _TOP = 34, 7
BEGINNING = StepId(0)


class HistoryWords(QObject):
    """Times and counts in words."""

    def counts(self, entry: HistoryEntry) -> str:
        """`12 new codings, 1 changed code`; of the rows that a researcher knows."""
        parts = []
        for table, (new, changed, gone) in entry.counts.items():
            name = self._table(table)
            if name is None:
                continue
            for count, word in (
                (new, self.tr("new")),
                (changed, self.tr("changed")),
                (gone, self.tr("removed")),
            ):
                if count:
                    parts.append(f"{name(count)} {word}")
        return ", ".join(parts)

    def time(self, at: str) -> str:
        """The local time; with the day unless it is today."""
        return short_unless_today(at)

    def _table(self, table: str) -> Callable[[int], str] | None:
        names: dict[str, Callable[[int], str]] = {
            "source": lambda n: self.tr("%Ln source(s)", "", n),
            "code": lambda n: self.tr("%Ln code(s)", "", n),
            "coding": lambda n: self.tr("%Ln coding(s)", "", n),
            "passage": lambda n: self.tr("%Ln passage(s)", "", n),
            "memo": lambda n: self.tr("%Ln memo(s)", "", n),
            "cases": lambda n: self.tr("%Ln case(s)", "", n),
            "value": lambda n: self.tr("%Ln value(s)", "", n),
        }
        return names.get(table)


class HistoryModel(QAbstractListModel):
    """Steps, newest first; a last row stands for the beginning."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[HistoryEntry] = []
        self._now: StepId | None = None
        self._words = HistoryWords(self)

    def show(self, entries: list[HistoryEntry]) -> None:
        """List these; the newest one in force is where the project stands."""
        self.beginResetModel()
        self._entries = entries
        self._now = next((e.id for e in entries if not e.undone), None)
        self.endResetModel()

    def entry(self, row: int) -> HistoryEntry | None:
        """None for the beginning."""
        return self._entries[row] if row < len(self._entries) else None

    def retranslate(self) -> None:
        """Say the same in another language."""
        if self._entries:
            self.dataChanged.emit(self.index(0), self.index(len(self._entries)))

    def next_redo(self) -> HistoryEntry | None:
        """What redo would do again: the earliest step that was undone and can come back."""
        return next((e for e in reversed(self._entries) if e.state == "undone"), None)

    def can_go(self, row: int) -> bool:
        """Whether going there would change anything and is possible."""
        entry = self.entry(row)
        if entry is None:
            in_force = [e for e in self._entries if not e.undone]
            return bool(in_force) and all(e.state == "done" for e in in_force)
        if entry.state in ("dropped", "sealed") or entry.id == self._now:
            return False
        if entry.state == "undone":
            return True
        later = (e for e in self._entries[:row] if not e.undone)
        return all(each.state == "done" for each in later)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._entries) + bool(self._entries)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        entry = self.entry(index.row())
        if entry is None:
            names = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return self.tr("The beginning") if role in names else None
        if role == int(Qt.ItemDataRole.DisplayRole):
            return entry.label.text(current_language())
        values: dict[int, Callable[[], object]] = {
            ENTRY: lambda: entry,
            STATE: lambda: self._state(entry),
            int(Role.HINT): lambda: self._words.time(entry.at),
            int(Role.PATH): lambda: self._about(entry),
            int(Qt.ItemDataRole.AccessibleTextRole): lambda: self._spoken(entry),
        }
        found = values.get(role)
        return found() if found is not None else None

    def _state(self, entry: HistoryEntry) -> str:
        return "now" if entry.id == self._now else entry.state

    def _about(self, entry: HistoryEntry) -> str:
        return " · ".join(part for part in (entry.coder, self._words.counts(entry)) if part)

    def _spoken(self, entry: HistoryEntry) -> str:
        undone = self.tr("undone") if entry.undone else ""
        parts = (entry.label.text(current_language()), self._words.time(entry.at))
        return ", ".join(part for part in (*parts, self._about(entry), undone) if part)


class HistoryDelegate(QStyledItemDelegate):
    """A step in two lines on a thread that ends where the project stands."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = QFontMetrics(option.font).height()
        small = QFontMetrics(sized(Size.SMALL, base=option.font)).height()
        return QSize(0, line + small + 2 * _TOP + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colors, box = tokens(), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if (under := ground(option)) is not None:
            painter.fillRect(box, QColor(under))
        state = index.data(STATE) or "done"
        undone = state in ("undone", "dropped")
        self._thread(painter, box, state)
        small = sized(Size.SMALL, base=option.font)
        room = box.adjusted(_LEFT, _TOP, -14, -_TOP)
        end = self._time(painter, room, figures(small), str(index.data(Role.HINT) or ""))
        painter.setFont(option.font)
        painter.setPen(QColor(colors.dim if undone else colors.ink))
        name = QRect(room.left(), room.top(), end - room.left(), room.height())
        top = int(Qt.AlignmentFlag.AlignTop)
        painter.drawText(name, top, _elided(painter, str(index.data()), name.width()))
        painter.setFont(small)
        painter.setPen(QColor(colors.dim))
        below = room.adjusted(0, QFontMetrics(option.font).height() + 1, 0, 0)
        about = str(index.data(Role.PATH) or "")
        painter.drawText(below, top, _elided(painter, about, below.width()))
        painter.restore()

    def _thread(self, painter: QPainter, box: QRect, state: str) -> None:
        colors = tokens()
        mark = QRectF(box.left() + 11, box.top() + _TOP + 1, 14, 14)
        if state == "now":
            paint_icon(painter, mark, "check", colors.accent)
        elif state == "undone":
            paint_icon(painter, mark, "redo", colors.dim)
        elif state == "dropped":
            paint_icon(painter, mark, "close", colors.faint)
        elif state == "sealed":
            paint_icon(painter, mark, "lock", colors.faint)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.faint))
            painter.drawEllipse(QRectF(mark.center().x() - 2.5, mark.center().y() - 2.5, 5, 5))

    def _time(self, painter: QPainter, room: QRect, font: Any, text: str) -> int:
        """Paint the time at the right; return where the name has to end."""
        painter.setFont(font)
        painter.setPen(QColor(tokens().dim))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), text)
        return room.right() - painter.fontMetrics().horizontalAdvance(text) - 10


class HistoryPane(QFrame):
    """The trail with undo that goes as far as one likes. Enter or a double click goes there."""

    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        set_look(self, "panel")
        self._title = Label(parent=self)
        self._lead = Label(parent=self)
        self._lead.setWordWrap(True)
        self.model = HistoryModel(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(HistoryDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.doubleClicked.connect(self._go)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._tell_button())
        self.go_button = QPushButton(self)
        self.go_button.clicked.connect(lambda: self._go(self.list.currentIndex()))
        self.close_button = QToolButton(self)
        self.close_button.setIcon(icon("close"))
        self.close_button.setIconSize(QSize(15, 15))
        self.close_button.clicked.connect(self.closed)
        self._lay_out()
        self.setFocusProxy(self.list)
        session.changed.connect(self._after)
        self._retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(self.list.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.model.retranslate()
        super().changeEvent(event)

    def said(self) -> str:
        """The sentence above the list."""
        return self._lead.text()

    def refresh(self) -> None:
        """Read the trail anew; the chosen step stays chosen."""
        self._stale = False
        row, top = self.list.currentIndex().row(), self.list.verticalScrollBar().value()
        chosen = self.model.entry(row) if row >= 0 else None
        entries = history.trail(self._session.project)
        self.model.show(entries)
        if chosen is not None:
            place = next(at for at, entry in enumerate(entries) if entry.id == chosen.id)
            self.list.setCurrentIndex(self.model.index(place))
            self.list.verticalScrollBar().setValue(top)
        self._tell_button()
        self._lead.setText(self._said())

    def _after(self, _changes: ChangeSet) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _go(self, index: QModelIndex) -> None:
        row = index.row()
        if row < 0 or not self.model.can_go(row) or not self._session.writable:
            return
        entry = self.model.entry(row)
        step = entry.id if entry is not None else BEGINNING
        self._session.perform(lambda: history.go_to(self._session.project, step))

    def _tell_button(self) -> None:
        row = self.list.currentIndex().row()
        self.go_button.setEnabled(row >= 0 and self._session.writable and self.model.can_go(row))
        entry = self.model.entry(row) if row >= 0 else None
        forward = entry is not None and entry.undone
        text = self.tr("Go forward to here") if forward else self.tr("Go back to here")
        self.go_button.setText(text)

    def _said(self) -> str:
        if not self.model.rowCount():
            return self.tr("Whatever you do will stand here, and can be taken back.")
        if (undone := self.model.next_redo()) is not None:
            words = undone.label.text(current_language())
            return self.tr("Redo would do again: {step}").format(step=words)
        return self.tr("Every step stays, also when it is taken back.")

    def _lay_out(self) -> None:
        set_look(self._title, "title")
        set_look(self._lead, "small")
        top = QHBoxLayout()
        top.setContentsMargins(PAGE_LEFT_PX, PAGE_TOP_PX - 4, 12, 0)
        top.addWidget(self._title, 1)
        top.addWidget(self.go_button)
        top.addWidget(self.close_button)
        self._lead.setContentsMargins(PAGE_LEFT_PX, 2, 14, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._lead)
        column.addWidget(self.list, 1)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("History"))
        self.list.setAccessibleName(self.tr("Steps, the newest first"))
        self.setAccessibleName(self._title.text())
        self.close_button.setToolTip(self.tr("Close the history"))
        self.close_button.setAccessibleName(self.tr("Close the history"))
        self._lead.setText(self._said())
        self._tell_button()


def _elided(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, width))
