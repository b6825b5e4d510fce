"""Every sentence that the window says is translated, and every sentence can be."""

from __future__ import annotations

import ast
import importlib.util
import json
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QLibraryInfo, QTranslator

ROOT = Path(__file__).resolve().parents[2]
CODE = ROOT / "app" / "makna" / "ui"
FOLDER = ROOT / "resources" / "translations"
SAYING = {
    "setText",
    "setPlaceholderText",
    "setToolTip",
    "setStatusTip",
    "setWhatsThis",
    "setWindowTitle",
    "setAccessibleName",
    "setAccessibleDescription",
    "addAction",
    "addMenu",
    "addTab",
    "setTabText",
    "insertTab",
    "setTabToolTip",
    "setTitle",
    "setSuffix",
    "setPrefix",
    "setSpecialValueText",
    "setIconText",
    "setInformativeText",
    "setLabelText",
    "setHeaderLabels",
    "setHorizontalHeaderLabels",
    "set_heading",
    "set_name",
    "set_shortcut_hint",
    "tell",
    "drawText",
    "QAction",
    "QLabel",
    "QToolButton",
    "Chip",
    "QPushButton",
    "QCheckBox",
    "QRadioButton",
    "QGroupBox",
    "SectionLabel",
    "LinkButton",
    "ElidedLabel",
    "FilterBox",
    "NoticeAction",
    "EmptyChoice",
    "show_notice",
    "set_content",
    "set_placeholder",
    "set_names",
    "ask",
    "show_problem",
    "set_add",
}
"""Calls whose literal arguments a user reads."""
NOT_SAID = {"EmptyChoice": 1, "show_notice": -1}
"""Leading arguments that are keys (-1: everything after the first is)."""


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "makna_translations", ROOT / "packaging" / "translations.py"
    )
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def gathered(tool: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the catalogues, brought up to date with the code."""
    folder = tmp_path_factory.mktemp("translations")
    for path in FOLDER.glob("makna_*.ts"):
        shutil.copy(path, folder)
    tool.update(folder)
    return folder


def _calls() -> Iterator[tuple[Path, ast.Call, str]]:
    """Every call in the window's code, with the name of what is called."""
    for path in sorted(CODE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = node.func
                name = getattr(called, "attr", None) or getattr(called, "id", "")
                yield path, node, name


def _where(path: Path, node: ast.AST) -> str:
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"


ALIKE = {"Makna", " pt", "  A · I · B", "({case.code}, {date}, {lines})"}
"""The same in every language: the program's name, units, keys, fields of references."""


def _has_letters(node: ast.expr) -> bool:
    if isinstance(node, ast.Constant):
        words = isinstance(node.value, str) and any(ch.isalpha() for ch in node.value)
        return words and node.value not in ALIKE
    if isinstance(node, ast.JoinedStr):
        return any(_has_letters(part) for part in node.values)
    if isinstance(node, ast.BinOp):
        return _has_letters(node.left) or _has_letters(node.right)
    return isinstance(node, ast.IfExp) and (_has_letters(node.body) or _has_letters(node.orelse))


def _tr_source(node: ast.Call, name: str) -> ast.expr | None:
    """The sentence that a call hands to Qt for translation."""
    place = {"tr": 0, "translate": 1}.get(name)
    if place is None or len(node.args) <= place:
        return None
    if name == "translate":
        owner = node.func.value if isinstance(node.func, ast.Attribute) else None
        if getattr(owner, "id", "") not in ("QCoreApplication", "QApplication"):
            return None
    return node.args[place]


def _unwrapped(node: ast.Call, name: str) -> list[ast.expr]:
    """Literal words among what a call that says something is given."""
    skip = NOT_SAID.get(name, 0)
    said = node.args[:1] if skip == -1 else node.args[skip:]
    return [arg for arg in said if _has_letters(arg)]


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_catalogues_hold_exactly_what_the_code_says(
    tool: ModuleType, gathered: Path, language: str
) -> None:
    ours = {entry.key for entry in tool.entries(tool.catalogue(language))}
    fresh = {entry.key for entry in tool.entries(tool.catalogue(language, gathered))}
    assert ours == fresh, "run: python packaging/translations.py update"


def test_every_sentence_is_translated(tool: ModuleType) -> None:
    assert tool.missing() == []


def test_nothing_is_given_to_tr_inside_a_formatted_string() -> None:
    """lupdate reads no Python inside the braces: the sentence would stay English."""
    inside = re.compile(r"""f["'].*\{[^}]*\b(?:tr|translate)\(""")
    wrong = [
        f"{path.name}:{number}"
        for path in sorted(CODE.rglob("*.py"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if inside.search(line)
    ]
    assert wrong == []


def test_lupdate_finds_every_sentence_given_to_tr(tool: ModuleType, gathered: Path) -> None:
    known = {entry.source for entry in tool.entries(tool.catalogue("id", gathered))}
    lost = [
        f"{_where(path, node)} {source.value!r}"
        for path, node, name in _calls()
        if isinstance(source := _tr_source(node, name), ast.Constant) and source.value not in known
    ]
    assert lost == []


def test_only_literals_are_given_to_tr() -> None:
    wrong = [
        _where(path, node)
        for path, node, name in _calls()
        if (source := _tr_source(node, name)) is not None and not isinstance(source, ast.Constant)
    ]
    assert wrong == []


def test_what_a_user_reads_is_given_to_tr() -> None:
    wrong = [
        f"{_where(path, node)} {name}"
        for path, node, name in _calls()
        if name in SAYING and _unwrapped(node, name)
    ]
    assert wrong == []


KEYS = re.compile(r"((Ctrl|Alt|Shift)\+.*|Del|Esc|Enter|Return|Shift|Ctrl ↵)\Z")
STYLES = re.compile(r"[^ ].*: .*;|; .*: |<span style|background: |margin: 0", re.DOTALL)
WORDS = re.compile(r"[^\W\d_]{2,}[,.:;!?]? [^\W\d_]{2,}|\A[A-Z][a-z]{2,}\b(?!\w*[A-Z])")
"""Two words beside each other, or one with a capital that is no name of a class."""
NAMES = {
    *("Makna", "Fusion", "Bahasa Indonesia", "Indonesia", "English", "Word (*.docx)"),
    *("Times New Roman", "Liberation Serif", "Tinos", "Nimbus Roman", "Noto Serif", "Inter"),
    *("Carlito", "Calibri", "Charter", "Georgia", "DejaVu Serif", "d MMM yyyy", "d MMMM yyyy"),
    *("look again", "large step"),
    "Setiap komentar kami baca. Kalau ada keluhan, admin wajib menjawab in twenty-four hours.",
}
"""Names of programs, languages (each in its own) and fonts; forms of dates; keys in the code; the
sentence by which letters are measured."""

NEVER_SHOWN = {"command_words.py"}
"""Modules of words that are compared with what is typed, in all languages at once."""


def _not_shown(tree: ast.AST) -> set[int]:
    """Strings that nobody reads in the window, or that are given to Qt for translation."""
    away: list[ast.AST] = []
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant()) | ast.Raise():
                away.append(node)
            case ast.Assign(targets=[ast.Name(id="__all__")]):
                away.append(node)
            case (
                ast.AnnAssign(annotation=ast.expr() as kind)
                | ast.arg(annotation=ast.expr() as kind)
            ):
                away.append(kind)
            case ast.FunctionDef(returns=ast.expr() as kind):
                away.append(kind)
            case ast.Call(func=ast.Attribute(attr="tr" | "translate")):
                away += node.args
            case ast.Call(func=ast.Name(id="translate" | "QT_TRANSLATE_NOOP")):
                away += node.args
            case ast.Subscript():
                away.append(node.slice)
            case ast.Call(func=ast.Name(id="cast" | "TypeVar")):
                away.append(node.args[0])
    return {id(inner) for node in away for inner in ast.walk(node)}


def _worded(tree: ast.AST) -> Iterator[ast.Constant]:
    """Literals that look like something to read, and are not given to Qt."""
    away = _not_shown(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in away:
            said = node.value
            if WORDS.search(said) and not KEYS.match(said) and not STYLES.search(said):
                yield node


def test_no_words_at_all_are_kept_from_tr() -> None:
    """Whatever they are given to, in however many steps."""
    wrong = [
        f"{_where(path, node)} {node.value!r}"
        for path in sorted(CODE.rglob("*.py"))
        if path.name not in NEVER_SHOWN
        for node in _worded(ast.parse(path.read_text(encoding="utf-8")))
        if node.value not in NAMES
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "line",
    [
        *('words = "Two words"', 'return_ = lambda: "Two words"', 'Label(text="Two words")'),
        *('box.addItem("Word")', 'box.addItems(["Two words"])', '"Two {x} words".format(x=1)'),
        *('QFileDialog.getOpenFileName(self, "Two words")', 'x = f"Two {n} words"'),
        'QToolTip.showText(at, "dua kata")',
    ],
)
def test_words_that_come_to_the_window_in_any_way_are_noticed(line: str) -> None:
    assert list(_worded(ast.parse(f"def f():\n    y = {line}" if line[0] == '"' else line)))


@pytest.mark.parametrize(
    "line",
    [
        *('self.tr("Two words")', '"""What it does."""', 'raise KeyError("no such name")'),
        *('x: "Wide | None" = None', 'keys = "Ctrl+Shift+K"', 'look = "notice-warning"'),
    ],
)
def test_what_nobody_reads_is_let_alone(line: str) -> None:
    assert not list(_worded(ast.parse(line)))


@pytest.mark.parametrize(
    "line",
    [
        *(f'x.{name}("Two words")' for name in sorted(SAYING) if name[0].islower()),
        'QLabel("Two words", parent)',
        'QAction(icon("add"), "Two words", self)',
        'x.setText(f"{n} words")',
        'x.setText("Two words" if on else self.tr("One word"))',
        'x.setText(name + " words")',
    ],
)
def test_a_sentence_that_is_not_given_to_tr_is_noticed(line: str) -> None:
    call = ast.parse(line).body[0]
    assert isinstance(call, ast.Expr) and isinstance(call.value, ast.Call)
    name = getattr(call.value.func, "attr", None) or getattr(call.value.func, "id", "")
    assert _unwrapped(call.value, name) or name in NOT_SAID


@pytest.mark.parametrize("line", ['self.tr(f"{n} words")', 'self.tr("a" + b)', "self.tr(words)"])
def test_what_lupdate_cannot_read_is_noticed(line: str) -> None:
    call = ast.parse(line).body[0]
    assert isinstance(call, ast.Expr) and isinstance(call.value, ast.Call)
    assert not isinstance(_tr_source(call.value, "tr"), ast.Constant)


def test_sentences_that_count_have_plural_forms(tool: ModuleType) -> None:
    for language in ("id", "en"):
        for entry in tool.entries(tool.catalogue(language)):
            assert ("%Ln" in entry.source) == entry.plural, entry
    plurals = {entry.key for entry in tool.entries(tool.catalogue("id")) if entry.plural}
    assert plurals == {entry.key for entry in tool.entries(tool.catalogue("en"))}


def test_a_translation_keeps_the_gaps_of_its_sentence(tool: ModuleType) -> None:
    import string

    def gaps(text: str) -> list[str]:
        named = [name for _text, name, _spec, _conv in string.Formatter().parse(text) if name]
        return sorted([*named, *(["%Ln"] if "%Ln" in text else [])])

    for entry in tool.entries(tool.catalogue("id")):
        assert all(gaps(form) == gaps(entry.source) for form in entry.translations), entry


@pytest.mark.parametrize("name", ["makna_id", "makna_en", "qtbase_id"])
def test_the_compiled_catalogues_say_the_same(tool: ModuleType, name: str) -> None:
    translator = QTranslator()
    assert translator.load(str(FOLDER / f"{name}.qm")) or name == "makna_en"
    for entry in tool.entries(FOLDER / f"{name}.ts"):
        count = 1 if entry.plural else -1
        said = translator.translate(entry.context, entry.source, entry.comment or None, count)
        assert said == entry.translations[0], "run: python packaging/translations.py compile"


def test_qt_itself_says_every_sentence_of_our_catalogue_for_it(tool: ModuleType) -> None:
    german = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    assert german.load("qtbase_de", folder)
    unknown = [
        entry.source
        for entry in tool.entries(FOLDER / "qtbase_id.ts")
        if not german.translate(entry.context, entry.source)
    ]
    # A sentence may come and go with a version of Qt; that most are gone means a wrong list.
    assert len(unknown) <= 6, unknown


def test_what_is_missing_can_be_filled_in_and_compiled(
    tool: ModuleType, gathered: Path, tmp_path: Path
) -> None:
    for path in gathered.glob("*.ts"):
        shutil.copy(path, tmp_path)
    catalogue = tool.catalogue("id", tmp_path)
    text = catalogue.read_text(encoding="utf-8")
    emptied = text.replace(
        "<translation>Temukan</translation>", '<translation type="unfinished"></translation>'
    )
    catalogue.write_text(emptied, encoding="utf-8")
    before = len(tool.missing(gathered))
    rows = json.loads(json.dumps(tool.missing(tmp_path)))
    assert len(rows) == before + 1
    (row,) = [row for row in rows if (row["context"], row["source"]) == ("ActivityBar", "Find")]
    assert tool.fill([{**row, "translation": "Temukan & <cari>"}], tmp_path) == 1
    assert len(tool.missing(tmp_path)) == before
    tool.compile_all(tmp_path)
    translator = QTranslator()
    assert translator.load(str(tmp_path / "makna_id.qm"))
    assert translator.translate("ActivityBar", "Find") == "Temukan & <cari>"


def test_a_sentence_that_is_not_in_the_code_is_refused(
    tool: ModuleType, gathered: Path, tmp_path: Path
) -> None:
    for path in gathered.glob("*.ts"):
        shutil.copy(path, tmp_path)
    with pytest.raises(KeyError):
        tool.fill([{"context": "No", "source": "No", "translation": "Tidak"}], tmp_path)
