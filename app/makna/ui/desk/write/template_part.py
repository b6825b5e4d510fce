"""The chapter's Word template, kept in the project, and which of its styles stand for ours."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from makna.domain.errors import UserError
from makna.domain.wording import phrase
from makna.formats.templates import Template, template_of
from makna.services import writing
from makna.services.templates import MAPPABLE, mapping, remember
from makna.ui.desk.export_template import ChooseTemplate, choose_template
from makna.ui.desk.inspector.attempt import attempt, problem_line
from makna.ui.desk.inspector.fields import ChoiceField
from makna.ui.desk.write.book import Book
from makna.ui.language import current_language
from makna.ui.theme.theme import set_look
from makna.ui.widgets.labels import ElidedLabel, LinkButton


class TemplatePart(QWidget):
    """Choose a template, let go of it, and say which style is which."""

    def __init__(
        self, book: Book, parent: QWidget, *, choose: ChooseTemplate = choose_template
    ) -> None:
        super().__init__(parent)
        self._book, self._choose = book, choose
        self._template: Template | None = None
        self._sha = ""
        self.name = ElidedLabel(parent=self)
        self.choose_button = LinkButton(parent=self)
        self.choose_button.clicked.connect(self._ask)
        self.remove_button = LinkButton(parent=self)
        self.remove_button.clicked.connect(lambda: self.take(None))
        self.styles_button = LinkButton(parent=self)
        self.styles_button.clicked.connect(self._toggle)
        self.remark = QLabel(self)
        self.remark.setWordWrap(True)
        set_look(self.remark, "problem")
        self.map = QWidget(self)
        self._boxes: dict[str, tuple[QLabel, ChoiceField]] = {}
        self._lay_out()
        self._retranslate()

    def take(self, path: Path | None) -> None:
        """Use this file from now on; what cannot be one is said, and the one before stays."""
        chapter = self._book.chapter
        if chapter is None:
            return
        project = self._book.project
        refused = attempt(
            self._book.session, lambda: writing.set_template(project, chapter.id, path)
        )
        self._say(problem_line(refused) if refused else "")

    def show_template(self) -> None:
        """Show the template that the chapter has now."""
        settings = self._book.plan.settings
        if settings.template != self._sha:
            self._sha = settings.template
            self._template = self._read(settings.template, settings.template_name)
            self._say("")
        self._fill()
        has = self._template is not None
        self.name.setText(settings.template_name if has else self.tr("None"))
        self.remove_button.setVisible(has)
        self.styles_button.setVisible(has)
        self.map.setVisible(has and self.map.isVisibleTo(self))
        self._name_toggle()
        for widget in (self.choose_button, self.remove_button):
            widget.setEnabled(self._book.writable)

    def box(self, style: str) -> QComboBox:
        """The choice for a style of ours."""
        return self._boxes[style][1]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _ask(self) -> None:
        kind = self.tr("Word files")
        filter_ = f"{kind} (*.docx *.dotx *.docm *.dotm)"
        path = self._choose(self, self.tr("Choose a template"), filter_)
        if path is not None:
            self.take(path)

    def _read(self, sha: str, name: str) -> Template | None:
        if not sha:
            return None
        try:
            return template_of(self._book.project.blobs.get(sha), name)
        except UserError as error:
            self._say(error.line(current_language()))
            return None

    def _fill(self) -> None:
        if self._template is None:
            return
        found = {**mapping(self._template), **dict(self._book.plan.settings.styles)}
        for ours in MAPPABLE:
            box = self._boxes[ours.id][1]
            names = {"": self.tr("Makna's own")}
            names |= {s.id: s.name for s in self._template.styles if s.kind == ours.kind}
            box.set_choices(names)
            box.choose(found.get(ours.id, ""))
            box.setEnabled(self._book.writable)

    def _remap(self) -> None:
        """What was chosen is remembered for this template, and with the chapter."""
        if self._template is None:
            return
        styles = {ours: box.chosen() for ours, (_, box) in self._boxes.items()}
        try:
            kept = remember(self._template, styles)
        except UserError as error:
            self._say(error.line(current_language()))
            return
        self._book.set(styles=kept)

    def _toggle(self) -> None:
        self.map.setVisible(not self.map.isVisibleTo(self))
        self._name_toggle()

    def _name_toggle(self) -> None:
        shown = self.map.isVisibleTo(self)
        self.styles_button.setText(
            self.tr("Hide its styles") if shown else self.tr("Which style is which…")
        )

    def _say(self, sentence: str) -> None:
        self.remark.setText(sentence)
        self.remark.setVisible(bool(sentence))

    def _lay_out(self) -> None:
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
        grid = QGridLayout(self.map)
        grid.setContentsMargins(0, 2, 0, 4)
        grid.setHorizontalSpacing(8)
        for at, ours in enumerate(MAPPABLE):
            label, box = QLabel(self.map), ChoiceField(self.map)
            label.setWordWrap(True)
            box.picked.connect(lambda _style: self._remap())
            self._boxes[ours.id] = (label, box)
            grid.addWidget(label, at, 0)
            grid.addWidget(box, at, 1)
        grid.setColumnStretch(1, 1)
        self.map.hide()
        self.remark.hide()

    def _retranslate(self) -> None:
        self.choose_button.setText(self.tr("Choose…"))
        self.choose_button.setAccessibleName(self.tr("Choose a template"))
        self.remove_button.setText(self.tr("Remove"))
        for ours in MAPPABLE:
            label, box = self._boxes[ours.id]
            label.setText(phrase(ours.role, current_language()))
            box.setAccessibleName(label.text())
        self.show_template()
