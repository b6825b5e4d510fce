"""What can be chosen about a document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from makna.domain.codetree import CodeTree
from makna.domain.errors import UserError
from makna.domain.model import CodeId, PassageId
from makna.domain.wording import Language
from makna.formats.templates import Template, read_template
from makna.formats.writers import suffixes
from makna.services.export_options import ExportOptions
from makna.services.exporting import KINDS, WORD
from makna.services.templates import Styles, chosen
from makna.ui.desk.export_codes import CodeChecks
from makna.ui.desk.template_box import TemplateBox
from makna.ui.language import current_language
from makna.ui.system import AskFile, ask_existing
from makna.ui.theme.theme import set_look
from makna.ui.widgets.choice_box import ChoiceBox
from makna.ui.widgets.labels import Label, LinkButton, as_hint
from makna.ui.widgets.number_field import NumberField

_ORDER = (".docx", ".xlsx", ".html", ".md", ".csv", ".json")
_FORMS = {"codebook": ("table", "running"), "coding-table": ("reduction", "axial")}
_BY_CODE = frozenset(("excerpts", "codebook", "coding-table", "chapter"))
"""Documents of which some codes can be chosen."""
_BY_PASSAGE = frozenset(("excerpts", "coding-table", "member-check"))
"""Documents of which some passages can be chosen."""
MOST_WORDS = 100


class ExportForm(QWidget):
    """Fields that matter for the chosen document; the others are out of the way."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, choose: AskFile = ask_existing) -> None:
        super().__init__(parent)
        self._where = ""
        self._passages: tuple[PassageId, ...] = ()
        self._quiet = False
        self._has_pseudonyms = False
        self.kind = ChoiceBox(self)
        self.format = ChoiceBox(self)
        self.language = ChoiceBox(self)
        self.scope = ChoiceBox(self)
        self.codes = CodeChecks(self)
        self.codes.setMinimumHeight(180)
        self.subcodes = QCheckBox(self)
        self.other_codes = QCheckBox(self)
        self.words = NumberField(self)
        self.words.setRange(0, MOST_WORDS)
        self.words.setSingleStep(5)
        self.form = ChoiceBox(self)
        self.unused = QCheckBox(self)
        self.margin = QCheckBox(self)
        self.real_names = QCheckBox(self)
        self.sheet = ChoiceBox(self)
        self.template = TemplateBox(self, choose=choose)
        self.template.wanted.connect(self.take_template)
        self._template: Template | None = None
        self.template_path: Path | None = None
        """The Word template, also while another format is chosen."""
        self.only = LinkButton(parent=self)
        self.only.clicked.connect(lambda: self.set_where(""))
        self._labels: dict[str, QLabel] = {}
        self._lay_out()
        self._retranslate()
        self._connect()
        self._show_fitting()

    @property
    def document(self) -> str:
        """One of `exporting.KINDS`."""
        return str(self.kind.currentData())

    @property
    def suffix(self) -> str:
        return str(self.format.currentData())

    def options(self) -> ExportOptions:
        """What is chosen now."""
        language: Language = "en" if self.language.currentData() == "en" else "id"
        return ExportOptions(
            language=language,
            codes=self.chosen_codes(),
            where=self._where,
            passages=self._passages if self.document in _BY_PASSAGE else (),
            include_subcodes=self.subcodes.isChecked(),
            other_codes=self.other_codes.isChecked(),
            words_around=self.words.value(),
            form=str(self.form.currentData() or "table"),
            unused_codes=self.unused.isChecked(),
            codes_in_margin=self.margin.isChecked(),
            pseudonyms=not self.real_names.isChecked(),
            preset=str(self.sheet.currentData() or ""),
            template=self.template_path if self.suffix == WORD else None,
            styles=self._styles() if self.suffix == WORD else (),
        )

    def set_has_pseudonyms(self, has: bool) -> None:
        """Whether there are names to replace: else nobody is asked about them."""
        self._has_pseudonyms = has
        if not has:
            self.real_names.setChecked(False)
        self._show_fitting()

    def set_options(self, kind: str, options: ExportOptions, suffix: str = "") -> None:
        """Choose all this; says `changed` once."""
        self._quiet = True
        _choose(self.kind, kind)
        _choose(self.format, suffix or self.suffix)
        _choose(self.language, options.language)
        self._fill_forms()
        _choose(self.form, options.form)
        _choose(self.sheet, options.preset)
        self.unused.setChecked(options.unused_codes)
        self.margin.setChecked(options.codes_in_margin)
        self.real_names.setChecked(not options.pseudonyms)
        if options.template != self.template_path:
            self.take_template(options.template)
        self.scope.setCurrentIndex(1 if options.codes else 0)
        self.codes.check(options.codes)
        self.subcodes.setChecked(options.include_subcodes)
        self.other_codes.setChecked(options.other_codes)
        self.words.setValue(options.words_around)
        self._where, self._passages = options.where, options.passages
        self._quiet = False
        self._say()

    def take_template(self, path: Path | None) -> None:
        """Use this file from now on; where it cannot be one, say why and keep the one before."""
        try:
            self._template = None if path is None else read_template(path)
        except UserError as error:
            self.template.say(error.line(current_language()))
            return
        self.template_path = path
        self.template.show_template(self._template)
        self.template.name.setToolTip(as_hint(str(path or "")))
        self._say()

    def set_where(self, where: str) -> None:
        """Only passages that an expression chooses; empty: all."""
        self._where, self._passages = where, ()
        self._say()

    def set_codes(self, tree: CodeTree) -> None:
        """The codes there are; checks stay where they are."""
        self.codes.set_tree(tree)

    def recolor(self) -> None:
        """The codes' colours in the theme of now."""
        self.codes.recolor()

    def chosen_codes(self) -> tuple[CodeId, ...]:
        """The checked codes, or none where all are wanted."""
        if self.scope.currentIndex() == 0 or self.document not in _BY_CODE:
            return ()
        return self.codes.checked()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _styles(self) -> Styles:
        """What the user has chosen for the template, apart from the guess."""
        return () if self._template is None else chosen(self._template.sha256)

    def _say(self) -> None:
        if not self._quiet:
            self._show_fitting()
            self.changed.emit()

    def _show_fitting(self) -> None:
        """Only the fields that mean something for the chosen document."""
        kind, word = self.document, self.suffix == WORD
        excerpts, by_code = kind == "excerpts", kind in _BY_CODE
        chosen = self.scope.currentIndex() == 1
        if by_code and chosen:
            self.codes.fill()
        shown: Iterable[tuple[tuple[QWidget, ...], bool]] = (
            ((self._labels["scope"], self.scope), by_code),
            ((self.codes, self.subcodes), by_code and chosen),
            ((self.other_codes, self._labels["words"], self.words), excerpts),
            ((self._labels["form"], self.form), kind in _FORMS),
            ((self.unused,), kind in ("excerpts", "codebook") and not chosen),
            ((self.margin,), kind == "transcripts"),
            ((self.real_names,), self._has_pseudonyms),
            ((self._labels["template"], self.template), word),
            ((self._labels["sheet"], self.sheet), word and self._template is None),
            ((self.only,), bool(self._where or self.options().passages)),
        )
        for widgets, visible in shown:
            for widget in widgets:
                widget.setVisible(visible)
        only = self.tr("Only {where} — show all").format(where=self._where)
        if count := len(self.options().passages):
            only = self.tr("Only %Ln chosen passage(s) — show all", "", count)
        self.only.setText(only)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(lambda _index: self._fill_forms())
        for box in (self.kind, self.format, self.language, self.scope, self.form, self.sheet):
            box.currentIndexChanged.connect(lambda _index: self._say())
        self.template.mapped.connect(lambda _styles: self._say())
        for check in (
            *(self.subcodes, self.other_codes, self.unused, self.margin, self.real_names),
        ):
            check.toggled.connect(lambda _on: self._say())
        self.words.valueChanged.connect(lambda _value: self._say())
        self.codes.changed.connect(self._say)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        fields: Sequence[tuple[str, QWidget]] = (
            ("kind", self.kind),
            ("format", self.format),
            ("language", self.language),
            ("scope", self.scope),
        )
        for name, field in fields:
            self._labelled(column, name, field)
        column.addSpacing(4)
        column.addWidget(self.codes, 1)
        for widget in (self.subcodes, self.only, self.other_codes, self.unused, self.margin):
            column.addWidget(widget)
        self._labelled(column, "words", self.words)
        self._labelled(column, "form", self.form)
        column.addWidget(self.real_names)
        self._labelled(column, "sheet", self.sheet)
        self._labelled(column, "template", self.template)

    def _labelled(self, column: QVBoxLayout, name: str, field: QWidget) -> None:
        label = Label(parent=self)
        set_look(label, "small")
        label.setBuddy(field)
        label.setContentsMargins(0, 8, 0, 0)
        self._labels[name] = label
        column.addWidget(label)
        column.addWidget(field)

    def _retranslate(self) -> None:
        self._quiet = True
        _refill(self.kind, [(self._kind_name(kind), kind) for kind in KINDS])
        known = sorted(suffixes(), key=lambda s: _ORDER.index(s) if s in _ORDER else len(_ORDER))
        _refill(self.format, [(self._format_name(suffix), suffix) for suffix in known])
        _refill(self.language, [("Bahasa Indonesia", "id"), ("English", "en")])
        _refill(self.scope, [(self.tr("All"), "all"), (self.tr("Chosen codes"), "chosen")])
        self._fill_forms()
        sheets = [
            (self.tr("Thesis: A4, 4-3-4-3 cm, double"), "thesis"),
            (self.tr("A4, 2.54 cm"), "a4"),
        ]
        _refill(self.sheet, sheets)
        for name, words in (
            ("kind", self.tr("Document")),
            ("format", self.tr("Format")),
            ("language", self.tr("Language of its headings")),
            ("scope", self.tr("Codes")),
            ("words", self.tr("Words before and after each excerpt")),
            ("form", self.tr("Form")),
            ("sheet", self.tr("Page")),
            ("template", self.tr("Word template")),
        ):
            self._labels[name].setText(words)
            buddy = self._labels[name].buddy()
            if buddy is not None:
                buddy.setAccessibleName(words)
        self.codes.setAccessibleName(self.tr("Codes to export"))
        self.subcodes.setText(self.tr("With the codes below them"))
        self.other_codes.setText(self.tr("Name the other codes of each excerpt"))
        self.unused.setText(self.tr("Codes without quotations in full, too"))
        self.margin.setText(self.tr("Codes in the margin"))
        self.real_names.setText(self.tr("Real names, without pseudonyms"))
        self._quiet = False
        self._show_fitting()

    def _fill_forms(self) -> None:
        """The forms that the chosen document has."""
        names = {
            "table": self.tr("One table"),
            "running": self.tr("A section for each code"),
            "reduction": self.tr("Code, category, theme (data reduction)"),
            "axial": self.tr("Open, axial, selective coding"),
        }
        forms = _FORMS.get(self.document, ())
        before, quiet = self.form.currentData(), self._quiet
        self._quiet = True
        self.form.clear()
        for form in forms:
            self.form.addItem(names[form], form)
        _choose(self.form, str(before))
        self._quiet = quiet

    def _kind_name(self, kind: str) -> str:
        names = {
            "chapter": self.tr("Chapter"),
            "excerpts": self.tr("Excerpts by code"),
            "codebook": self.tr("Codebook"),
            "memos": self.tr("Memos"),
            "informants": self.tr("Table of informants"),
            "transcripts": self.tr("Numbered transcripts"),
            "coding-table": self.tr("Coding table"),
            "audit": self.tr("Audit trail"),
            "member-check": self.tr("Member-check forms"),
            "coreq": self.tr("COREQ checklist (draft)"),
            "srqr": self.tr("SRQR checklist (draft)"),
        }
        return names.get(kind, kind)

    def _format_name(self, suffix: str) -> str:
        names = {
            ".docx": self.tr("Word"),
            ".xlsx": self.tr("Excel"),
            ".html": self.tr("Web page"),
            ".md": self.tr("Markdown"),
            ".csv": self.tr("Table for computing (csv)"),
            ".json": self.tr("Data (json)"),
        }
        return names.get(suffix, suffix)


def _choose(box: QComboBox, data: str) -> None:
    at = box.findData(data)
    if at >= 0:
        box.setCurrentIndex(at)


def _refill(box: QComboBox, items: Sequence[tuple[str, str]]) -> None:
    """Name the choices anew; the chosen one stays."""
    chosen = max(box.currentIndex(), 0)
    box.clear()
    for text, data in items:
        box.addItem(text, data)
    box.setCurrentIndex(chosen)
