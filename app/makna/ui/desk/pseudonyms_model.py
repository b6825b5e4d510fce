"""The list of pseudonyms as a table, and the names that are proposed for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QWidget

from makna.domain.changes import ChangeSet
from makna.domain.pseudonyms import Pseudonym, PseudonymId, PseudonymKind
from makna.services import pseudonyms as service
from makna.ui.session import Session
from makna.ui.widgets.labels import as_hint
from makna.ui.widgets.roles import Role

Index = QModelIndex | QPersistentModelIndex
NAME, SUBSTITUTE, KIND, FOUND = range(4)
COLUMNS = 4


class PseudonymModel(QAbstractTableModel):
    """A row a name; name, substitute and kind are changed in place."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: list[Pseudonym] = service.pseudonyms(session.project)
        self._tallies: dict[str, service.Tally] | None = None
        session.changed.connect(self._after)

    def rows(self) -> list[Pseudonym]:
        return list(self._rows)

    def key(self, row: int) -> PseudonymId:
        return self._rows[row].id

    def set_tallies(self, tallies: dict[str, service.Tally] | None) -> None:
        """How often each name is found; None while that is being counted."""
        self._tallies = tallies
        if self._rows:
            self.dataChanged.emit(self.index(0, FOUND), self.index(len(self._rows) - 1, FOUND))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else COLUMNS

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() != FOUND and self._session.writable:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags if index.isValid() else Qt.ItemFlag.NoItemFlags

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != int(Qt.ItemDataRole.DisplayRole):
            return None
        return (self.tr("Name"), self.tr("Stands for it"), self.tr("Kind"), self.tr("Found"))[
            section
        ]

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == int(Qt.ItemDataRole.EditRole):
            return (row.name, row.substitute, str(row.kind), self._found(row))[column]
        if role == int(Qt.ItemDataRole.DisplayRole):
            return (row.name, row.substitute, self.kind_names()[row.kind], self._found(row))[column]
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return self._hint(row)
        if role == int(Qt.ItemDataRole.TextAlignmentRole) and column == FOUND:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        if role != int(Qt.ItemDataRole.EditRole) or not index.isValid():
            return False
        row, column, text = self._rows[index.row()], index.column(), str(value)
        if text == index.data(Qt.ItemDataRole.EditRole):
            return True
        change = {
            NAME: {"name": text},
            SUBSTITUTE: {"substitute": text},
            KIND: {"kind": PseudonymKind(text) if text in list(PseudonymKind) else row.kind},
        }[column]
        project = self._session.project
        self._session.perform(lambda: service.change_pseudonym(project, row.id, **change))  # type: ignore[arg-type]
        return True

    def kind_names(self) -> dict[str, str]:
        """How the kinds are called, in the order in which they are offered."""
        return {
            PseudonymKind.PERSON: self.tr("person"),
            PseudonymKind.PLACE: self.tr("place"),
            PseudonymKind.ORGANISATION: self.tr("organisation"),
            PseudonymKind.OTHER: self.tr("other"),
        }

    def retranslate(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, COLUMNS - 1)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, COLUMNS - 1))

    def _found(self, row: Pseudonym) -> str:
        if self._tallies is None:
            return "…"
        return str(self._tallies.get(row.name, service.Tally()).count)

    def _hint(self, row: Pseudonym) -> str:
        lower = (self._tallies or {}).get(row.name, service.Tally()).lower
        if not lower:
            return ""
        return self.tr(
            "%Ln time(s) in small letters. If that is an ordinary word, write the name in double"
            " quotes: it is then replaced only as it is written.",
            "",
            lower,
        )

    def _after(self, changes: ChangeSet) -> None:
        if changes.touches("pseudonym"):
            self.beginResetModel()
            self._rows = service.pseudonyms(self._session.project)
            self.endResetModel()


class CandidateModel(QAbstractListModel):
    """Names that may belong in the list, the likeliest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[service.Candidate] = []

    def candidate(self, row: int) -> service.Candidate:
        return self._rows[row]

    def set_candidates(self, rows: Sequence[service.Candidate]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Role.NAME:
            return row.name
        if role == Role.HINT:
            return f"{self._why(row)}  {QLocale().toString(row.count)}"
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.name}, {self._why(row)}, {row.count}, {row.substitute}"
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return as_hint(self.tr("→ {substitute}").format(substitute=row.substitute))
        if role == Role.ICON:
            return "people" if row.why in ("speaker", "case") else "pin"
        return None

    def retranslate(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def _why(self, row: service.Candidate) -> str:
        whys = {
            "speaker": self.tr("speaks"),
            "case": self.tr("case"),
            "part": self.tr("part of a name"),
        }
        kinds = {
            PseudonymKind.PERSON: self.tr("person"),
            PseudonymKind.PLACE: self.tr("place"),
            PseudonymKind.ORGANISATION: self.tr("organisation"),
        }
        return whys.get(row.why) or kinds.get(row.kind, "")
