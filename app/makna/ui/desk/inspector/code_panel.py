"""A code: what it is called, what it means, when to use it, how often it was given."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from makna.domain.changes import ChangeSet, Outcome
from makna.domain.model import Code, LinkTarget, StepId
from makna.domain.palette import COLORS
from makna.services import codebook
from makna.ui.desk.inspector.elsewhere import SameCodePlaces
from makna.ui.desk.inspector.fields import ChoiceField, LineField
from makna.ui.desk.inspector.panel import LinkedMemos, Panel
from makna.ui.desk.inspector.reading import NO_PASSAGE, Reading
from makna.ui.desk.inspector.words import code_origins
from makna.ui.desk.place import Place
from makna.ui.desk.swatches import color_names, swatch_icon
from makna.ui.session import Session
from makna.ui.theme.sizes import set_icon_px
from makna.ui.widgets.check import Check
from makna.ui.widgets.labels import Label, LinkButton

TYPED = ("description", "when_to_use", "when_not", "example", "citation", "memo")
"""Fields of several lines, in the order in which they are asked for."""


class CodePanel(Panel):
    """The code that is chosen in the tree; every field is kept while one types."""

    passages_wanted = Signal(object)

    def __init__(
        self, session: Session, place: Place, reading: Reading, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, place, reading, parent)
        self._code: Code | None = None
        self.color_button = QToolButton(self)
        self.name = LineField(session, self, flush=True)
        self.path = Label(parent=self)
        self.counts = Label(parent=self)
        self.show_button = LinkButton("", self)
        self.fields = {name: self.typed(2 if name == "description" else 1) for name in TYPED}
        self.origin = ChoiceField(self)
        self.category = Check(self)
        self.elsewhere = SameCodePlaces(self)
        self.linked = LinkedMemos(session, reading, self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def read(self) -> None:
        wanted = self.place.now.code
        tree = self.session.project.codes.tree(counted=False)
        if wanted is None or wanted not in tree:
            return
        code = self._code = tree[wanted]
        self.name.bind(f"code-name:{code.id}", code.name, partial(self._rename, code))
        self.path.setText(" › ".join(above.name for above in tree.ancestors(code.id)))
        self.path.setVisible(bool(self.path.text()))
        self.color_button.setIcon(swatch_icon(code.color))
        for name, field in self.fields.items():
            field.bind(
                f"code:{code.id}:{name}", getattr(code, name), partial(self._say, code, name)
            )
        self.origin.choose(code.origin)
        self.category.setChecked(not code.codable)
        self._show_passages(code)
        self.linked.show_for(LinkTarget.CODE, code.id, code.guid, code.name)
        for widget in (self.color_button, self.origin, self.category):
            widget.setEnabled(self.session.writable)

    def matters(self, changes: ChangeSet) -> bool:
        return changes.touches("code", "coding", "memo", "memo_link") or bool(changes.texts)

    def color_menu(self) -> QMenu:
        """The palette by name, the code's own colour marked."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        names = color_names()
        for color in COLORS:
            chosen = self._code is not None and self._code.color == color
            action = QAction(swatch_icon(color, chosen=chosen), names[color], menu)
            action.setCheckable(True)
            action.setChecked(chosen)
            action.triggered.connect(partial(self._describe, "color", color))
            menu.addAction(action)
        return menu

    def retranslate(self) -> None:
        titles = {
            "description": self.tr("Definition"),
            "when_to_use": self.tr("When to use"),
            "when_not": self.tr("When not to use"),
            "example": self.tr("Example"),
            "citation": self.tr("Citation"),
            "memo": self.tr("Memo"),
        }
        hints = {
            "description": self.tr("What the code means"),
            "when_to_use": self.tr("What a passage must have"),
            "when_not": self.tr("What looks alike but is something else"),
            "example": self.tr("A passage that shows it well"),
            "citation": self.tr("Whose idea it is"),
            "memo": self.tr("What you think about it"),
        }
        for name, title in titles.items():
            self.sections[name].heading.setText(title)
            self.fields[name].set_name(title, hints[name])
        self.sections["origin"].heading.setText(self.tr("Where it comes from"))
        self.sections["linked"].heading.setText(self.tr("Linked memos"))
        self.origin.setAccessibleName(self.tr("Where it comes from"))
        self.origin.set_choices(code_origins())
        self.category.setText(self.tr("Only groups other codes"))
        self.name.set_name(self.tr("Name of the code"))
        self.color_button.setToolTip(self.tr("Colour"))
        self.color_button.setAccessibleName(self.tr("Colour"))
        self.show_button.setText(self.tr("Show passages"))

    def _lay_out(self) -> None:
        self.color_button.setProperty("look", "swatch")
        set_icon_px(self.color_button, 16)
        self.name.edit.set_title()
        for label in (self.path, self.counts):
            label.setProperty("look", "small")
            label.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.color_button)
        head.addWidget(self.name, 1)
        self.column.addWidget(self.path)
        self.column.addLayout(head)
        self.column.addSpacing(4)
        self.column.addWidget(self.counts)
        self.column.addWidget(self.show_button)
        for name in TYPED[:-1]:
            self.add_section(name, self.fields[name])
        self.add_section("origin", self.origin)
        self.column.addSpacing(8)
        self.column.addWidget(self.category)
        self.add_section("memo", self.fields["memo"])
        self.column.addWidget(self.elsewhere)
        self.add_section("linked", self.linked)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.color_button.clicked.connect(self._open_colors)
        self.origin.picked.connect(partial(self._describe, "origin"))
        self.category.clicked.connect(lambda on: self._describe("codable", not on))
        self.show_button.clicked.connect(self._want_passages)
        self.elsewhere.go_wanted.connect(self.place.go)
        self.elsewhere.passage_wanted.connect(
            lambda source, passage: self.place.change(source=source, passage=passage)
        )
        self.elsewhere.passages_wanted.connect(self.passages_wanted)
        self.linked.memo_wanted.connect(self.memo_wanted)

    def _show_passages(self, code: Code) -> None:
        same = self.reading.same_code(code.id, NO_PASSAGE)
        self.counts.setText(self._numbers(code, same.passages))
        self.show_button.setVisible(same.passages > 0)
        self.elsewhere.setVisible(bool(same.places))
        if same.places:
            self.elsewhere.show_code(code.id, code.name, same)

    def _numbers(self, code: Code, passages: int) -> str:
        """And what the tree counts, where that is more: codings, with those of the codes below."""
        count = self.session.project.codes.number_of
        tree = self.session.project.codes.tree(counted=False)
        below = tree.descendants(code.id) if code.id in tree else []
        codings, under = count(code.id), sum(count(each.id) for each in below)
        said = [self.tr("%Ln passages", "", passages)]
        if codings != passages:
            said.append(self.tr("%Ln coding(s)", "", codings))
        if not passages:
            said = [self.tr("Not given to any passage yet")] if code.codable else []
        if under:
            said.append(self.tr("%Ln coding(s) with the codes below it", "", codings + under))
        return " · ".join(said)

    def _open_colors(self) -> None:
        below = self.color_button.mapToGlobal(QPoint(0, self.color_button.height() + 2))
        self.color_menu().popup(below)

    def _want_passages(self) -> None:
        if self._code is not None:
            self.passages_wanted.emit(self._code.id)

    def _rename(self, code: Code, name: str) -> Outcome[None]:
        return codebook.rename_code(self.session.project, code.id, name)

    def _say(self, code: Code, field: str, text: str, step: StepId | None) -> Outcome[None]:
        return codebook.describe_code(self.session.project, code.id, amend=step, **{field: text})

    def _describe(self, field: str, value: Any, *_checked: bool) -> None:
        code = self._code
        if code is not None:
            project = self.session.project
            self.session.perform(lambda: codebook.describe_code(project, code.id, **{field: value}))
