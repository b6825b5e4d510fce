"""A Word template of the user's, and which of its styles stand for ours."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from makna.domain.wording import phrase
from makna.formats.templates import Template
from makna.services.templates import MAPPABLE, Styles, mapping, remember
from makna.ui.desk.inspector.fields import ChoiceField
from makna.ui.language import current_language
from makna.ui.system import AskFile, ask_existing
from makna.ui.theme.theme import set_look
from makna.ui.widgets.labels import ElidedLabel, Label, LinkButton


class TemplateBox(QWidget):
    """Shows a template and its styles, and asks for another.

    Where a template is kept is the page's matter: beside the options of a document, or with a
    chapter in the project. Which style is which is remembered here, for every page.
    """

    wanted = Signal(object)
    """(Path or None): the user wants this file for a template, or none."""
    mapped = Signal(object)
    """(Styles): the user said which style is which; what differs from the guess."""

    def __init__(self, parent: QWidget | None = None, *, choose: AskFile = ask_existing) -> None:
        super().__init__(parent)
        self._choose = choose
        self._template: Template | None = None
        self._own: Styles = ()
        self.name = ElidedLabel(parent=self)
        self.choose_button = LinkButton(parent=self)
        self.choose_button.clicked.connect(self._ask)
        self.remove_button = LinkButton(parent=self)
        self.remove_button.clicked.connect(lambda: self.wanted.emit(None))
        self.styles_button = LinkButton(parent=self)
        self.styles_button.clicked.connect(self._toggle)
        self.remark = Label(parent=self)
        self.map = QWidget(self)
        self._rows: dict[str, tuple[QLabel, ChoiceField]] = {}
        """Made with the first template: without one there is nothing to choose."""
        self._writable = True
        self._lay_out()
        self._retranslate()

    def show_template(self, template: Template | None, own: Styles = ()) -> None:
        """Show what is in use now, and what was read but is left out of it.

        `own` goes before what is remembered for the template.
        """
        if template is not self._template:
            warnings = () if template is None else template.warnings
            self.say(" ".join(warning.text(current_language()) for warning in warnings))
        self._template, self._own = template, own
        self._fill()

    def say(self, sentence: str) -> None:
        """Say below the name what is wrong; nothing takes the remark away."""
        self.remark.setText(sentence)
        self.remark.setVisible(bool(sentence))

    def set_writable(self, writable: bool) -> None:
        """Whether anything can be chosen."""
        self._writable = writable
        boxes = [box for _, box in self._rows.values()]
        for widget in (self.choose_button, self.remove_button, *boxes):
            widget.setEnabled(writable)

    def box(self, style: str) -> QComboBox:
        """The choice for a style of ours."""
        return self._rows[style][1]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _ask(self) -> None:
        kind = self.tr("Word files")
        filter_ = f"{kind} (*.docx *.dotx *.docm *.dotm)"
        path = self._choose(self, self.tr("Choose a template"), None, filter_)
        if path is not None:
            self.wanted.emit(path)

    def _fill(self) -> None:
        template = self._template
        self.name.setText(self.tr("None") if template is None else template.name)
        for widget in (self.remove_button, self.styles_button):
            widget.setVisible(template is not None)
        if template is None:
            self.map.hide()
        else:
            self._fill_map(template)
        self._name_toggle()

    def _fill_map(self, template: Template) -> None:
        """The template's styles in each box, with what stands for ours chosen."""
        if not self._rows:
            self._lay_out_map()
            self._name_rows()
        found = {**mapping(template), **dict(self._own)}
        for ours in MAPPABLE:
            box = self._rows[ours.id][1]
            names = {"": self.tr("Makna's own")}
            names |= {style.id: style.name for style in template.styles if style.kind == ours.kind}
            box.set_choices(names)
            box.choose(found.get(ours.id, ""))

    def _remap(self) -> None:
        if self._template is not None:
            # Of the template's own styles only, so none is refused.
            styles = {ours: box.chosen() for ours, (_, box) in self._rows.items()}
            self.mapped.emit(remember(self._template, styles))

    def _toggle(self) -> None:
        self.map.setVisible(not self.map.isVisibleTo(self))
        self._name_toggle()

    def _name_toggle(self) -> None:
        shown = self.map.isVisibleTo(self)
        self.styles_button.setText(
            self.tr("Hide its styles") if shown else self.tr("Which style is which…")
        )

    def _lay_out(self) -> None:
        set_look(self.remark, "problem")
        self.remark.setWordWrap(True)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self.name, 1)
        line.addWidget(self.choose_button)
        line.addWidget(self.remove_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.styles_button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.remark)
        column.addWidget(self.map)
        self.remark.hide()
        self.map.hide()

    def _lay_out_map(self) -> None:
        grid = QGridLayout(self.map)
        grid.setContentsMargins(0, 2, 0, 4)
        grid.setHorizontalSpacing(8)
        for at, ours in enumerate(MAPPABLE):
            label, box = Label(parent=self.map), ChoiceField(self.map)
            label.setWordWrap(True)
            label.setBuddy(box)
            box.setEnabled(self._writable)
            box.picked.connect(lambda _style: self._remap())
            self._rows[ours.id] = (label, box)
            grid.addWidget(label, at, 0)
            grid.addWidget(box, at, 1)
        grid.setColumnStretch(1, 1)

    def _retranslate(self) -> None:
        self.choose_button.setText(self.tr("Choose…"))
        self.choose_button.setAccessibleName(self.tr("Choose a template"))
        self.remove_button.setText(self.tr("Remove"))
        self._name_rows()
        self._fill()

    def _name_rows(self) -> None:
        for ours in MAPPABLE if self._rows else ():
            label, box = self._rows[ours.id]
            label.setText(phrase(ours.role, current_language()))
            box.setAccessibleName(label.text())
