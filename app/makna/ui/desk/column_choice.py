"""Which column of a table is what, and what becomes of its rows."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from makna.domain.post_columns import ONE_ONLY, Role, Roles
from makna.domain.posts import PostsAs
from makna.domain.sheet import Table
from makna.ui.desk.inspector.fields import ChoiceField
from makna.ui.desk.turn_words import role_names
from makna.ui.widgets.labels import ElidedLabel

NAME_PX = 112


class ColumnChoice(QWidget):
    """A row for each column, and how the posts come in."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.posts = ChoiceField(self)
        self.posts.picked.connect(lambda _how: self.changed.emit())
        self.sheet = ChoiceField(self)
        self.sheet.picked.connect(self._other_sheet)
        self.account_cases = QCheckBox(self)
        self.account_cases.clicked.connect(lambda _on: self.changed.emit())
        self.roles: dict[str, ChoiceField] = {}
        self._chosen: dict[str, str] = {}
        """By column: the role that the user gave it."""
        self._grid_box = QWidget(self)
        self._grid = QGridLayout(self._grid_box)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnMinimumWidth(0, NAME_PX)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        for each in (self.posts, self.sheet, self._grid_box, self.account_cases):
            column.addWidget(each)
        self._retranslate()

    def show_table(self, table: Table, roles: Roles) -> None:
        """The columns of a table with the roles that they have now."""
        sheets = [table.sheet, *table.other_sheets] if table.sheet else []
        self.sheet.setVisible(len(sheets) > 1)
        if sheets and {self.sheet.itemData(i) for i in range(self.sheet.count())} != {*sheets}:
            self.sheet.clear()
            self.sheet.set_choices({name: name for name in sheets})
        self.sheet.choose(table.sheet)
        if list(self.roles) != list(table.header):
            self._rebuild(table)
        for name, role in zip(table.header, roles, strict=True):
            self.roles[name].choose(str(role))

    def columns(self) -> tuple[tuple[str, str], ...]:
        """What the user changed: (role, column)."""
        return tuple((role, name) for name, role in self._chosen.items())

    def take(self, columns: tuple[tuple[str, str], ...], posts: str) -> None:
        """Begin with these choices."""
        self._chosen = {name: role for role, name in columns}
        self.posts.choose(posts)

    def chosen_sheet(self) -> str:
        return self.sheet.chosen() if not self.sheet.isHidden() else ""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _other_sheet(self, _sheet: str) -> None:
        self._chosen = {}
        self.changed.emit()

    def _rebuild(self, table: Table) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        self.roles = {}
        for row, name in enumerate(table.header):
            label = ElidedLabel(name, self._grid_box)
            label.setTextFormat(Qt.TextFormat.PlainText)
            field = ChoiceField(self._grid_box)
            field.picked.connect(partial(self._picked, name))
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(field, row, 1)
            self.roles[name] = field
        self._name_roles()

    def _name_roles(self) -> None:
        for name, field in self.roles.items():
            field.set_choices(role_names())
            field.setAccessibleName(self.tr("What the column {name} is").format(name=name))

    def _picked(self, name: str, role: str) -> None:
        if Role(role) in ONE_ONLY:
            self._chosen = {n: r for n, r in self._chosen.items() if r != role}
        self._chosen[name] = role
        self.changed.emit()

    def _retranslate(self) -> None:
        self.posts.set_choices(
            {
                str(PostsAs.TABLE): self.tr("One source, each post a turn"),
                str(PostsAs.EACH): self.tr("One source for each post"),
            }
        )
        self.posts.setAccessibleName(self.tr("What the rows become"))
        self.sheet.setAccessibleName(self.tr("Sheet"))
        self.account_cases.setText(self.tr("Each account is a case"))
        self._name_roles()
