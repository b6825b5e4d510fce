"""What can be chosen about a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QSpinBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from makna.domain.codetree import CodeTree
from makna.domain.model import CodeId
from makna.domain.wording import Language
from makna.formats.writers import suffixes
from makna.services.exporting import KINDS, WORD, ExportOptions
from makna.ui.desk.export_template import ChooseTemplate, TemplateBox, choose_template
from makna.ui.theme.theme import set_look, tokens
from makna.ui.widgets.chips import SWATCH, paint_swatch
from makna.ui.widgets.labels import LinkButton

_ID = int(Qt.ItemDataRole.UserRole)
_COLOR = _ID + 1
_ORDER = (".docx", ".xlsx", ".html", ".md", ".csv", ".json")
_FORMS = {"codebook": ("table", "running"), "coding-table": ("reduction", "axial")}
_BY_CODE = frozenset(("excerpts", "codebook", "coding-table", "chapter"))
"""Documents of which some codes can be chosen."""
MOST_WORDS = 100


class ExportForm(QWidget):
    """Fields that matter for the chosen document; the others are out of the way."""

    changed = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, choose: ChooseTemplate = choose_template
    ) -> None:
        super().__init__(parent)
        self._where = ""
        self._quiet = False
        self._has_pseudonyms = False
        self.kind = QComboBox(self)
        self.format = QComboBox(self)
        self.language = QComboBox(self)
        self.scope = QComboBox(self)
        self.codes = QTreeWidget(self)
        self.codes.setHeaderHidden(True)
        self.codes.setMinimumHeight(180)
        self.subcodes = QCheckBox(self)
        self.other_codes = QCheckBox(self)
        self.words = QSpinBox(self)
        self.words.setRange(0, MOST_WORDS)
        self.words.setSingleStep(5)
        self.form = QComboBox(self)
        self.unused = QCheckBox(self)
        self.margin = QCheckBox(self)
        self.real_names = QCheckBox(self)
        self.sheet = QComboBox(self)
        self.template = TemplateBox(self, choose=choose)
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
            include_subcodes=self.subcodes.isChecked(),
            other_codes=self.other_codes.isChecked(),
            words_around=self.words.value(),
            form=str(self.form.currentData() or "table"),
            unused_codes=self.unused.isChecked(),
            codes_in_margin=self.margin.isChecked(),
            pseudonyms=not self.real_names.isChecked(),
            preset=str(self.sheet.currentData() or ""),
            template=self.template.path if self.suffix == WORD else None,
            styles=self.template.styles if self.suffix == WORD else (),
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
        if options.template != self.template.path:
            self.template.take(options.template)
        self.scope.setCurrentIndex(1 if options.codes else 0)
        self._check(set(options.codes))
        self.subcodes.setChecked(options.include_subcodes)
        self.other_codes.setChecked(options.other_codes)
        self.words.setValue(options.words_around)
        self._where = options.where
        self._quiet = False
        self._say()

    def set_where(self, where: str) -> None:
        """Only passages that an expression chooses; empty: all."""
        self._where = where
        self._say()

    def set_codes(self, tree: CodeTree) -> None:
        """The codes there are; checks stay where they are."""
        checked = {CodeId(int(item.data(0, _ID))) for item in self._items() if _checked(item)}
        self._quiet = True
        self.codes.clear()
        self._add(tree, None, self.codes.invisibleRootItem())
        self.codes.expandAll()
        self._check(checked)
        self._quiet = False

    def recolor(self) -> None:
        """The codes' colours in the theme of now."""
        self._quiet = True
        for item in self._items():
            item.setIcon(0, _swatch(str(item.data(0, _COLOR)), tokens().dark))
        self._quiet = False

    def chosen_codes(self) -> tuple[CodeId, ...]:
        """The checked codes, or none where all are wanted."""
        if self.scope.currentIndex() == 0 or self.document not in _BY_CODE:
            return ()
        return tuple(CodeId(int(i.data(0, _ID))) for i in self._items() if _checked(i))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _add(self, tree: CodeTree, parent: CodeId | None, under: QTreeWidgetItem) -> None:
        dark = tokens().dark
        for code in tree.children(parent):
            item = QTreeWidgetItem(under, [code.name])
            item.setData(0, _ID, int(code.id))
            item.setCheckState(0, Qt.CheckState.Unchecked)
            item.setData(0, _COLOR, code.color)
            item.setIcon(0, _swatch(code.color, dark))
            self._add(tree, code.id, item)

    def _check(self, codes: set[CodeId]) -> None:
        for item in self._items():
            wanted = CodeId(int(item.data(0, _ID))) in codes
            item.setCheckState(0, Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)

    def _items(self, under: QTreeWidgetItem | None = None) -> Iterator[QTreeWidgetItem]:
        root = under if under is not None else self.codes.invisibleRootItem()
        for at in range(root.childCount()):
            if (item := root.child(at)) is not None:
                yield item
                yield from self._items(item)

    def _say(self) -> None:
        if not self._quiet:
            self._show_fitting()
            self.changed.emit()

    def _show_fitting(self) -> None:
        """Only the fields that mean something for the chosen document."""
        kind, word = self.document, self.suffix == WORD
        excerpts, by_code = kind == "excerpts", kind in _BY_CODE
        chosen = self.scope.currentIndex() == 1
        shown: Iterable[tuple[tuple[QWidget, ...], bool]] = (
            ((self._labels["scope"], self.scope), by_code),
            ((self.codes, self.subcodes), by_code and chosen),
            ((self.other_codes, self._labels["words"], self.words), excerpts),
            ((self._labels["form"], self.form), kind in _FORMS),
            ((self.unused,), kind in ("excerpts", "codebook") and not chosen),
            ((self.margin,), kind == "transcripts"),
            ((self.real_names,), self._has_pseudonyms),
            ((self.template,), word),
            ((self._labels["sheet"], self.sheet), word and self.template.path is None),
            ((self.only,), bool(self._where)),
        )
        for widgets, visible in shown:
            for widget in widgets:
                widget.setVisible(visible)
        self.only.setText(self.tr("Only {where} — show all").format(where=self._where))

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(lambda _index: self._fill_forms())
        for box in (self.kind, self.format, self.language, self.scope, self.form, self.sheet):
            box.currentIndexChanged.connect(lambda _index: self._say())
        self.template.changed.connect(self._say)
        for check in (
            *(self.subcodes, self.other_codes, self.unused, self.margin, self.real_names),
        ):
            check.toggled.connect(lambda _on: self._say())
        self.words.valueChanged.connect(lambda _value: self._say())
        self.codes.itemChanged.connect(lambda _item: self._say())

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
        column.addWidget(self.template)

    def _labelled(self, column: QVBoxLayout, name: str, field: QWidget) -> None:
        label = QLabel(self)
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


@lru_cache(maxsize=256)
def _swatch(color: str, _dark: bool) -> QIcon:
    pixmap = QPixmap(SWATCH + 2, SWATCH + 2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_swatch(painter, 1, SWATCH // 2 + 1, color)
    painter.end()
    return QIcon(pixmap)


def _checked(item: QTreeWidgetItem) -> bool:
    return item.checkState(0) == Qt.CheckState.Checked


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
