"""The trail: everything that was done, newest first, and the way back to any of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    QStringListModel,
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
from makna.ui.theme.icons import paint_icon
from makna.ui.theme.theme import set_look, tokens
from makna.ui.widgets.delegates import paint_ground
from makna.ui.widgets.labels import Label
from makna.ui.widgets.roles import Role

Index = QModelIndex | QPersistentModelIndex
ENTRY = int(Role.KEYS) + 30
"""Item data role: the HistoryEntry."""
STATE = int(Role.KEYS) + 31
"""Item data role, str: `done`, `now` (the latest in force), `undone`, `dropped` or `sealed`."""
_LEFT, _TOP = 34, 7
BEGINNING = StepId(0)
STRETCH = 100
"""Steps that are read at a time, when the first of them comes into view."""
ROWS_A_STEP = 40
"""What undoing a step takes besides its rows, in rows."""


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


class HistoryModel(QStringListModel):
    """Steps, newest first; a last row stands for the beginning.

    Of a long trail only the steps that are looked at are read. A list asks for each of its rows
    how many there are: the rows are Qt's own strings, empty ones, so that Python is not asked.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._read: dict[int, list[HistoryEntry]] = {}
        """By their number: stretches of `STRETCH` steps."""
        self._steps = 0
        self._now: StepId | None = None
        self._words = HistoryWords(self)

    def show(self) -> None:
        """List what there is now; the newest one in force is where the project stands."""
        trail, before = self._session.project.history, self._steps
        self._read.clear()
        self._steps, self._now = trail.count(), trail.latest()
        if before and self._steps > before:
            self.insertRows(0, self._steps - before)
        elif self._steps != before:
            self.setStringList([""] * (self._steps + 1 if self._steps else 0))
        self.retranslate()

    def entry(self, row: int) -> HistoryEntry | None:
        """None for the beginning."""
        # New steps come first, and are not there until their rows are.
        row += max(0, self._steps + 1 - self.rowCount())
        if not 0 <= row < self._steps or not self._session.is_open:
            return None
        stretch, at = divmod(row, STRETCH)
        if stretch not in self._read:
            trail = self._session.project.history
            self._read[stretch] = trail.entries(STRETCH, stretch * STRETCH)
        found = self._read[stretch]
        return found[at] if at < len(found) else None

    def retranslate(self) -> None:
        """Say the same in another language."""
        if self._steps:
            self.dataChanged.emit(self.index(0), self.index(self._steps))

    def next_redo(self) -> HistoryEntry | None:
        """What redo would do again: the earliest step that was undone and can come back."""
        return self._session.project.history.next_redo()

    def can_go(self, row: int) -> bool:
        """Whether going there would change anything and is possible."""
        entry = self.entry(row)
        if entry is None:
            step: StepId | None = BEGINNING if self._now is not None else None
        elif entry.state == "done" and entry.id != self._now:
            step = entry.id
        else:
            return entry.state == "undone"
        return step is not None and not self._session.project.history.sealed_after(step)

    def flags(self, index: Index) -> Qt.ItemFlag:
        there = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return there | Qt.ItemFlag.ItemNeverHasChildren if index.isValid() else Qt.ItemFlag(0)

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
        paint_ground(painter, option, QRectF(box))
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
        set_look(self, "paper")
        self._title = Label(parent=self)
        self._lead = Label(parent=self)
        self._lead.setWordWrap(True)
        self.model = HistoryModel(session, self)
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
        """List the trail anew; the chosen step stays chosen."""
        self._stale = False
        self.model.show()
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
        way = self._session.project.history.way_to(step)
        if any(each.changes_text for each in way):
            self._session.perform(lambda: history.go_to(self._session.project, step))
            return
        rows = sum(each.rows + ROWS_A_STEP for each in way)
        self._session.perform_large(lambda project: history.go_to(project, step), rows)

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
        top.setContentsMargins(PAGE_LEFT_PX, PAGE_TOP_PX - 4, 14, 0)
        top.addWidget(self._title, 1)
        top.addWidget(self.go_button)
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
        self._lead.setText(self._said())
        self._tell_button()


def _elided(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, width))
