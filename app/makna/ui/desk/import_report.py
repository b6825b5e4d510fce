"""What became of each file of an import, and why."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from makna.domain.wording import Language, phrase
from makna.services.importing import Imported, ImportReport, Skipped
from makna.ui.column import PAGE_LEFT_PX, PAGE_TOP_PX
from makna.ui.language import current_language
from makna.ui.theme.fonts import Size, sized
from makna.ui.theme.icons import paint_icon
from makna.ui.theme.theme import set_look, tokens
from makna.ui.widgets.delegates import paint_ground
from makna.ui.widgets.labels import Label, as_hint
from makna.ui.widgets.roles import Role

DUPLICATE = "imported_already"
DETAIL = Role.PATH + 100
"""Item data role, str: why, or what is worth knowing; empty when all went well."""
Index = QModelIndex | QPersistentModelIndex
Entry = Imported | Skipped
_LEFT, _TOP = 34, 8


class ReportModel(QAbstractListModel):
    """Files of an import: skipped ones first, then those with remarks, then the others."""

    def __init__(self, report: ImportReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        warned = [each for each in report.imported if each.warnings]
        plain = [each for each in report.imported if not each.warnings]
        self._entries: list[Entry] = [*report.skipped, *warned, *plain]

    def entry(self, row: int) -> Entry:
        return self._entries[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        entry, language = self._entries[index.row()], current_language()
        if role == int(Qt.ItemDataRole.DisplayRole):
            return _name(entry)
        if role == DETAIL:
            return _detail(entry, language)
        if role == Role.ICON:
            return _icon(entry)
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return as_hint(entry.path)
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            return ". ".join(part for part in (_name(entry), _detail(entry, language)) if part)
        return None

    def retranslate(self) -> None:
        """Say the reasons in the language of now."""
        if self._entries:
            self.dataChanged.emit(self.index(0), self.index(len(self._entries) - 1))


class ReportDelegate(QStyledItemDelegate):
    """A file: what became of it as an icon, its name, and below it the reason in full."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colors, box = tokens(), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, QRectF(box))
        name, color = index.data(Role.ICON)
        paint_icon(painter, QRectF(box.left() + 10, box.top() + _TOP + 1, 15, 15), name, color)
        room = box.adjusted(_LEFT, _TOP, -12, -_TOP)
        metrics = QFontMetrics(option.font)
        painter.setFont(option.font)
        painter.setPen(QColor(colors.ink))
        shown = metrics.elidedText(
            str(index.data()), Qt.TextElideMode.ElideMiddle, max(0, room.width())
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignTop), shown)
        if detail := str(index.data(DETAIL)):
            painter.setPen(QPen(QColor(colors.dim)))
            painter.setFont(sized(Size.SMALL, base=option.font))
            below = room.adjusted(0, metrics.height() + 2, 0, 0)
            painter.drawText(below, int(Qt.TextFlag.TextWordWrap), detail)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = QFontMetrics(option.font).height() + 2 * _TOP
        if detail := str(index.data(DETAIL)):
            view = option.widget
            width = view.viewport().width() if isinstance(view, QListView) else 600
            small = QFontMetrics(sized(Size.SMALL, base=option.font))
            room = QRect(0, 0, max(80, width - _LEFT - 12), 10_000)
            height += small.boundingRect(room, int(Qt.TextFlag.TextWordWrap), detail).height() + 2
        return QSize(0, height)


class ReportList(QListView):
    """Wraps the reasons anew when it gets wider, and acts on Enter on every platform."""

    entered_row = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setItemDelegate(ReportDelegate(self))
        self.doubleClicked.connect(self.entered_row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class ImportReportPage(QWidget):
    """A page with the files of one import. Enter or a double click opens an imported source."""

    source_wanted = Signal(int)
    """(SourceId): show this source."""
    again_wanted = Signal(object)
    """(tuple[Path, …]): import these although the project has them."""
    turns_wanted = Signal(int)
    """(SourceId): find the turns of this source anew."""
    codes_wanted = Signal(int)
    """(SourceId): its comments, which are memos now, are to be codes."""
    undo_wanted = Signal(object)
    """(ImportReport): take the whole import back."""

    def __init__(self, report: ImportReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report = report
        set_look(self, "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = Label(parent=self)
        self._lead = Label(parent=self)
        self._lead.setWordWrap(True)
        self.model = ReportModel(report, self)
        self.list = ReportList(self)
        self.list.setModel(self.model)
        self.list.entered_row.connect(self._entered)
        self.again_button = QPushButton(self)
        self.again_button.clicked.connect(self._import_again)
        self.turns_button = QPushButton(self)
        self.turns_button.clicked.connect(self._change_turns)
        self.codes_button = QPushButton(self)
        self.codes_button.clicked.connect(self._make_codes)
        self.undo_button = QPushButton(self)
        self.undo_button.clicked.connect(lambda: self.undo_wanted.emit(self.report))
        self._lay_out()
        self.setFocusProxy(self.list)
        self._retranslate()
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._name_again())

    def duplicates(self) -> list[Path]:
        """Files that were skipped because the project has them: the selected ones, else all."""
        chosen = {index.row() for index in self.list.selectedIndexes()}
        twins = [
            (row, Path(entry.path))
            for row in range(self.model.rowCount())
            if isinstance(entry := self.model.entry(row), Skipped) and entry.why.key == DUPLICATE
        ]
        picked = [path for row, path in twins if row in chosen]
        return picked or [path for _, path in twins]

    def talk(self) -> Imported | None:
        """The imported text whose turns can be changed: the one selected, or the only one."""
        rows = [index.row() for index in self.list.selectedIndexes()]
        entries = [self.model.entry(row) for row in rows or range(self.model.rowCount())]
        texts = [each for each in entries if isinstance(each, Imported) and not each.parts]
        return texts[0] if len(texts) == 1 and texts[0].characters else None

    def commented(self) -> Imported | None:
        """The imported file whose comments can become codes: the one selected, or the only one."""
        rows = [index.row() for index in self.list.selectedIndexes()]
        entries = [self.model.entry(row) for row in rows or range(self.model.rowCount())]
        found = [each for each in entries if isinstance(each, Imported) and each.comments]
        return found[0] if len(found) == 1 else None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.model.retranslate()
            self._retranslate()
        super().changeEvent(event)

    def _entered(self, index: QModelIndex) -> None:
        entry = self.model.entry(index.row())
        if isinstance(entry, Imported):
            self.source_wanted.emit(int(entry.id))
        elif entry.why.key == DUPLICATE:
            self.again_wanted.emit((Path(entry.path),))

    def _make_codes(self) -> None:
        found = self.commented()
        if found is not None:
            self.codes_wanted.emit(int(found.id))

    def _change_turns(self) -> None:
        talk = self.talk()
        if talk is not None:
            self.turns_wanted.emit(int(talk.id))

    def _import_again(self) -> None:
        self.again_wanted.emit(tuple(self.duplicates()))

    def _lay_out(self) -> None:
        set_look(self._title, "title")
        set_look(self._lead, "dim")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.again_button)
        row.addWidget(self.turns_button)
        row.addWidget(self.codes_button)
        row.addWidget(self.undo_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_LEFT_PX, PAGE_TOP_PX, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addLayout(row)
        column.addSpacing(4)
        column.addWidget(self.list, 1)

    def _name_again(self) -> None:
        found = self.commented()
        self.codes_button.setVisible(found is not None)
        count = found.comments if found is not None else 0
        self.codes_button.setText(self.tr("Make codes of the comments (%Ln)", "", count))
        twins = self.duplicates()
        self.again_button.setVisible(bool(twins))
        self.again_button.setText(self.tr("Import again (%Ln)", "", len(twins)))
        self.turns_button.setText(self.tr("Change turns…"))
        self.turns_button.setEnabled(self.talk() is not None)

    def _retranslate(self) -> None:
        report = self.report
        self._title.setText(self.tr("What was imported"))
        said = [self.tr("%Ln file(s) imported.", "", len(report.imported))]
        if report.skipped:
            said.append(
                self.tr("%Ln skipped; the reason stands below each.", "", len(report.skipped))
            )
        if report.cancelled:
            said.append(self.tr("The rest was cancelled."))
        self._lead.setText(" ".join(said))
        self.undo_button.setText(self.tr("Undo import"))
        self.undo_button.setVisible(bool(report.imported))
        self.list.setAccessibleName(self.tr("Files of the import"))
        self.setAccessibleName(self._title.text())
        self._name_again()


def _name(entry: Entry) -> str:
    if isinstance(entry, Imported) and not entry.parts:
        return entry.source
    return Path(entry.path).name


def _detail(entry: Entry, language: Language) -> str:
    if isinstance(entry, Imported):
        said = [warning.text(language) for warning in entry.warnings]
        posts = [phrase("imported_posts", language, n=len(entry.parts))] if entry.parts else []
        return "\n".join([*posts, *said])
    return f"{entry.why.line(language)}."


def _icon(entry: Entry) -> tuple[str, str]:
    if isinstance(entry, Imported):
        return ("info", "accent") if entry.warnings else ("check", "accent")
    return ("copy", "dim") if entry.why.key == DUPLICATE else ("warning", "warning")
