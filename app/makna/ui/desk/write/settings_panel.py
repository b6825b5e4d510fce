"""How the chapter is written: a quiet column of choices beside it, each at work at once."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from makna.domain.changes import Outcome
from makna.domain.chapter import DEEPEST_START, ChapterId, ChapterSettings, Chosen, Translations
from makna.domain.errors import UserError
from makna.domain.model import Excerpt, SourceKind, StepId
from makna.domain.quoting import Omission
from makna.formats.templates import Template, template_of
from makna.services import writing
from makna.services.chapter_export import kept_template
from makna.ui.desk.inspector.attempt import attempt, problem_line
from makna.ui.desk.inspector.fields import ChoiceField, LineField, TypedText
from makna.ui.desk.template_box import TemplateBox
from makna.ui.desk.write import words
from makna.ui.desk.write.book import Book
from makna.ui.desk.write.reference_box import ReferenceBox
from makna.ui.language import current_language
from makna.ui.system import AskFile, ask_existing
from makna.ui.theme.theme import set_look
from makna.ui.widgets.labels import Label, LinkButton, SectionLabel
from makna.ui.widgets.number_field import NumberField

_CHECKS = ("contents", "empty_sections")


class SettingsPanel(QScrollArea):
    """The settings of the chapter on the desk."""

    deleted = Signal(str)
    """(title): a chapter was deleted; undo brings it back."""

    def __init__(
        self, book: Book, parent: QWidget | None = None, *, choose: AskFile = ask_existing
    ) -> None:
        super().__init__(parent)
        self._book = book
        self._showing = False
        self._inner = QWidget(self)
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(20, 14, 20, 20)
        self._column.setSpacing(4)
        self._labels: dict[str, QLabel] = {}
        self.title = TypedText(book.session, self._inner)
        self.choices = {name: self._choice(name) for name in words.CHOICES}
        self.checks = {name: self._check(name) for name in _CHECKS}
        self.level = NumberField(self._inner)
        self.level.setRange(1, DEEPEST_START)
        self.level.valueChanged.connect(self._level_changed)
        self.number = LineField(book.session, self._inner)
        self.number.edit.set_framed()
        self.reference = ReferenceBox(book, self._sample, self._inner)
        self.reference.chosen.connect(lambda text: book.set(reference=text))
        self.kinds_button = LinkButton(parent=self._inner)
        self.kinds_button.clicked.connect(self._toggle_kinds)
        self._kinds = QWidget(self._inner)
        self.kind_boxes: dict[SourceKind, tuple[QLabel, ReferenceBox]] = {}
        self.template = TemplateBox(self._inner, choose=choose)
        self.template.wanted.connect(self._take_template)
        self.template.mapped.connect(lambda styles: book.set(styles=styles))
        self._template: Template | None = None
        self._template_sha = ""
        self.new_button = LinkButton(parent=self._inner)
        self.new_button.clicked.connect(book.begin)
        self.delete_button = LinkButton(parent=self._inner)
        self.delete_button.clicked.connect(self._delete)
        self._lay_out()
        self._retranslate()

    def show_settings(self) -> None:
        """Show the settings as they are now; what is being typed stays."""
        chapter, settings = self._book.chapter, self._book.plan.settings
        if chapter is None:
            return
        self._showing = True
        for name, box in self.choices.items():
            box.choose(str(getattr(settings, name)))
            box.setEnabled(self._book.writable)
        for name, check in self.checks.items():
            check.setChecked(bool(getattr(settings, name)))
            check.setEnabled(self._book.writable)
        self.level.setValue(settings.heading_level)
        self.level.setEnabled(self._book.writable)
        self._showing = False
        title = chapter.title.replace("\u2028", "\n")
        self.title.bind(f"chapter.title.{chapter.id}", title, partial(self._rename, chapter.id))
        self.number.bind(
            f"chapter.number.{chapter.id}", settings.number, partial(self._numbered, chapter.id)
        )
        self.reference.show_reference(settings.reference)
        self._show_kinds()
        self._show_template()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _rename(self, chapter: ChapterId, title: str, step: StepId | None) -> Outcome[None]:
        if not title.strip():
            # An empty title is on its way to another one.
            return Outcome(None)
        return writing.rename_chapter(self._book.project, chapter, title, amend=step)

    def _numbered(self, chapter: ChapterId, number: str) -> Outcome[None]:
        clean = number.strip().rstrip(".")
        return writing.change_settings(self._book.project, chapter, number=clean)

    def _level_changed(self, level: int) -> None:
        if not self._showing:
            self._book.set(heading_level=level)

    def _delete(self) -> None:
        chapter = self._book.chapter
        if chapter is not None:
            self._book.do(writing.delete_chapter)
            self.deleted.emit(writing.one_line(chapter.title))

    def _sample(self, kind: SourceKind | None) -> Excerpt | None:
        """The first passage of the chapter, or one of a kind of source."""
        return self._book.live.sample(kind)

    def _take_template(self, path: Path | None) -> None:
        """Use this file from now on; what cannot be one is said, and the one before stays."""
        chapter = self._book.chapter
        if chapter is None:
            return
        project = self._book.project
        refused = attempt(
            self._book.session, lambda: writing.set_template(project, chapter.id, path)
        )
        self.template.say(problem_line(refused) if refused else "")

    def _show_template(self) -> None:
        settings = self._book.plan.settings
        refused = ""
        if settings.template != self._template_sha:
            self._template_sha = settings.template
            self._template, refused = self._read_template(settings)
        self.template.show_template(self._template, settings.styles)
        self.template.set_writable(self._book.writable)
        if refused:
            self.template.say(refused)

    def _read_template(self, settings: ChapterSettings) -> tuple[Template | None, str]:
        """The template that the project keeps for the chapter, or why it cannot be used."""
        if not settings.template:
            return None, ""
        try:
            data = kept_template(self._book.project, settings)
            return template_of(data, settings.template_name), ""
        except UserError as error:
            return None, error.line(current_language())

    def _toggle_kinds(self) -> None:
        self._kinds.setVisible(self._kinds.isHidden())
        self._show_kinds()

    def _show_kinds(self) -> None:
        """A reference for each kind of source that is quoted, made when it is first looked at."""
        opened = not self._kinds.isHidden()
        own = dict(self._book.plan.settings.references)
        self.kinds_button.setText(
            self.tr("Hide the kinds of sources")
            if opened
            else self.tr("By kind of source… (%Ln set)", "", len(own))
            if own
            else self.tr("By kind of source…")
        )
        if not opened:
            return
        quoted = self._book.live.kinds()
        for kind in SourceKind:
            if kind in quoted and kind not in self.kind_boxes:
                self._add_kind(kind)
        for kind, (label, box) in self.kind_boxes.items():
            label.setText(words.kind_name(kind))
            box.show_reference(own.get(kind.value, ""))

    def _add_kind(self, kind: SourceKind) -> None:
        label = Label(parent=self._kinds)
        set_look(label, "small")
        box = ReferenceBox(self._book, self._sample, self._kinds, kind)
        box.chosen.connect(lambda text: self._set_kind(kind, text))
        column = self._kinds.layout()
        assert column is not None
        column.addWidget(label)
        column.addWidget(box)
        self.kind_boxes[kind] = (label, box)

    def _set_kind(self, kind: SourceKind, reference: str) -> None:
        others = [pair for pair in self._book.plan.settings.references if pair[0] != kind.value]
        mine = [(kind.value, reference)] if reference else []
        self._book.set(references=(*others, *mine))

    def _choice(self, name: str) -> ChoiceField:
        box = ChoiceField(self._inner)
        box.picked.connect(lambda key: self._book.set(**{name: _typed(name, key)}))
        return box

    def _check(self, name: str) -> QCheckBox:
        check = QCheckBox(self._inner)
        check.clicked.connect(lambda on: self._book.set(**{name: bool(on)}))
        return check

    def _lay_out(self) -> None:
        groups: tuple[tuple[str, tuple[tuple[str, QWidget], ...]], ...] = (
            ("chapter", (("title", self.title), ("number", self.number))),
            (
                "quotations",
                (
                    ("passages", self.choices["passages"]),
                    ("quotation", self.choices["quotation"]),
                    ("omission", self.choices["omission"]),
                    ("translations", self.choices["translations"]),
                ),
            ),
            ("references", (("reference", self.reference),)),
            (
                "document",
                (
                    ("language", self.choices["language"]),
                    ("page", self.choices["page"]),
                    ("template", self.template),
                    ("level", self.level),
                ),
            ),
        )
        for group, fields in groups:
            self._heading(group)
            for name, field in fields:
                self._labelled(name, field)
            if group == "references":
                self._kinds.hide()
                below = QVBoxLayout(self._kinds)
                below.setContentsMargins(0, 0, 0, 0)
                self._column.addWidget(self.kinds_button, alignment=Qt.AlignmentFlag.AlignLeft)
                self._column.addWidget(self._kinds)
        self._column.addSpacing(6)
        for check in self.checks.values():
            self._column.addWidget(check)
        self._column.addSpacing(14)
        for button in (self.new_button, self.delete_button):
            self._column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self.title.set_lines(1, 4)
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _heading(self, group: str) -> None:
        label = SectionLabel(parent=self._inner)
        label.setContentsMargins(0, 14 if self._labels else 0, 0, 0)
        self._labels[f"group-{group}"] = label
        self._column.addWidget(label)

    def _labelled(self, name: str, field: QWidget) -> None:
        label = Label(parent=self._inner)
        set_look(label, "small")
        label.setContentsMargins(0, 6, 0, 0)
        self._labels[name] = label
        self._column.addWidget(label)
        self._column.addWidget(field)

    def _retranslate(self) -> None:
        for name in words.CHOICES:
            self.choices[name].set_choices(words.choices(name))
        for name, text in self._texts().items():
            self._labels[name].setText(text)
            if name in self.choices:
                self.choices[name].setAccessibleName(text)
        self.level.setAccessibleName(self._labels["level"].text())
        self.title.set_name(self._labels["title"].text())
        self.number.set_name(self._labels["number"].text(), self.tr("Headings are not numbered"))
        self.checks["contents"].setText(self.tr("Table of contents in front"))
        self.checks["empty_sections"].setText(self.tr("Headings of empty sections, too"))
        self.new_button.setText(self.tr("New chapter"))
        self.delete_button.setText(self.tr("Delete this chapter"))
        self.show_settings()

    def _texts(self) -> dict[str, str]:
        return {
            "group-chapter": self.tr("Chapter"),
            "group-quotations": self.tr("Quotations"),
            "group-references": self.tr("References"),
            "group-document": self.tr("Document"),
            "title": self.tr("Title; a line end stays one"),
            "number": self.tr("Number of the chapter, for 4.1, 4.2 …"),
            "passages": self.tr("Which passages are printed"),
            "quotation": self.tr("Inline or block"),
            "omission": self.tr("How left-out words are marked"),
            "translations": self.tr("Translations"),
            "reference": self.tr("Reference after a quotation"),
            "language": self.tr("Language of the chapter"),
            "page": self.tr("Page"),
            "template": self.tr("Word template"),
            "level": self.tr("Level of the first headings"),
        }


def _typed(name: str, key: str) -> object:
    """The key of a choice as the setting holds it."""
    kinds = {"omission": Omission, "translations": Translations, "passages": Chosen}
    return kinds[name](key) if name in kinds else key
