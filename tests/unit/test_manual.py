"""The manual tells everything that the program does, in both languages, in the window's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import click
import pytest

from makna.cli.main import cli
from makna.domain import presets, reference_styles, references
from makna.domain.model import MemoKind, SourceKind
from makna.domain.query import FIELDS as WHERE
from makna.domain.turn_forms import CHOICES
from makna.domain.wording import LANGUAGES, Language
from makna.formats.registry import suffixes
from makna.formats.writers import suffixes as written_suffixes
from makna.services.exporting import KINDS
from makna.services.frames import frames
from makna.services.manual import Manual, Page, read_manual

ROOT = Path(__file__).resolve().parents[2]
MANUAL = ROOT / "resources" / "manual"
PICTURES = MANUAL / "pictures"
PLACEHOLDER = re.compile(r"\{\w+\}|%L?n")
COUNT_IN_BRACKETS = re.compile(r"\s*\(%Ln\b[^)]*\)")
MENU = re.compile(
    r'(?:_offer\(|addAction\(|addMenu\()\s*self\.tr\("([^"]+)"\)(?!\)\.setEnabled\(False\))'
)
"""How context menus of the window name their entries; what can't be chosen is a hint."""
CHORD = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+\S+|F\d+")
KEYS_OF_NO_COMMAND = {
    *("Alt+Home", "Alt+End", "Alt+Shift+Home", "Alt+Shift+End"),
    *("Ctrl+A", "Ctrl+C", "Ctrl+V"),
}
"""Those that move the edges of a passage, and those of every program."""
MOST_BYTES = 4_000_000


@cache
def book(language: Language) -> Manual:
    return read_manual(MANUAL, language)


def whole(language: Language) -> str:
    """Every word of the manual, with spaces for line ends."""
    texts = (page.title + " " + " ".join(page.paragraphs) for page in book(language).pages)
    return " ".join(" ".join(texts).split())


def code_words(language: Language) -> set[str]:
    """What stands in code quotes, and each word of it."""
    quoted = re.findall(r"`([^`]+)`", "\n".join(page.markdown for page in book(language).pages))
    return {*quoted, *(word.strip(",;") for text in quoted for word in text.split())}


@cache
def translations() -> dict[str, frozenset[str]]:
    """Indonesian words for each English sentence of the window."""
    tree = ET.parse(ROOT / "resources" / "translations" / "makna_id.ts")
    found: dict[str, set[str]] = {}
    for message in tree.getroot().iter("message"):
        target = message.find("translation")
        assert target is not None
        texts = [form.text for form in target] or [target.text]
        words = {" ".join(text.split()) for text in texts if text}
        found.setdefault(" ".join(message.findtext("source", "").split()), set()).update(words)
    return {english: frozenset(words) for english, words in found.items()}


def in_window(english: str, language: Language) -> frozenset[str]:
    """What the window says for an English sentence; nothing where it has no translation."""
    return frozenset((english,)) if language == "en" else translations().get(english, frozenset())


@cache
def labels(language: Language) -> frozenset[str]:
    if language == "en":
        return frozenset((*translations(), "Indonesia", "English"))
    every = frozenset().union(*translations().values())
    return every | {"Indonesia", "English"}


@cache
def patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    """Labels with counts and names in them, for which the manual may write …"""
    found = []
    for label in labels(language):
        shown = COUNT_IN_BRACKETS.sub("", label)
        letters = PLACEHOLDER.sub("", shown)
        if shown != label or (PLACEHOLDER.search(label) and re.search(r"\w{3}", letters)):
            parts = PLACEHOLDER.split(shown)
            found.append(re.compile(".*".join(re.escape(part) for part in parts)))
    return tuple(found)


def commands() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """(key, name, its keys) of every command, read from the code: the tests of this folder are
    run without a screen."""
    code = (ROOT / "app" / "makna" / "ui" / "commands.py").read_text("utf-8")
    names = dict(re.findall(r'"(\w+)": self\.tr\("([^"]+)"\)', code))
    for key, keys in re.findall(r'Command\("(\w+)", "\w+"(?:, "([^"]*)")?', code):
        yield key, names[key], (keys,) if keys else ()


def menu_entries() -> Iterator[tuple[str, str]]:
    """(file, entry) of every entry of a context menu."""
    for path in sorted((ROOT / "app" / "makna" / "ui").rglob("*.py")):
        for entry in MENU.findall(path.read_text("utf-8")):
            yield path.name, entry


def cli_options() -> Iterator[tuple[str, str]]:
    """(command, option) for every command, with its long options."""
    context = click.Context(cli)
    names = cli.list_commands(context)
    assert len(names) > 30
    for name in names:
        command = cli.get_command(context, name)
        assert command is not None
        yield name, ""
        for parameter in command.params:
            for option in (*parameter.opts, *parameter.secondary_opts):
                if option.startswith("--"):
                    yield name, option


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    found: Language = "en" if request.param == "en" else "id"
    return found


def test_every_command_is_named_with_its_keys(language: Language) -> None:
    said, quoted = whole(language), code_words(language)
    every = list(commands())
    assert len(every) > 60
    missing = [
        key
        for key, name, keys in every
        if not any(word in said for word in in_window(name, language)) or not set(keys) <= quoted
    ]
    assert not missing


def test_every_key_is_one_that_there_is(language: Language) -> None:
    known = {keys for _, _, own in commands() for keys in own}
    chords = {word for word in code_words(language) if CHORD.fullmatch(word)}
    assert chords - known <= KEYS_OF_NO_COMMAND


def test_every_entry_of_a_context_menu_is_named(language: Language) -> None:
    known = [label for page in book(language).pages for label in page.labels]
    entries = list(menu_entries())
    assert len(entries) > 20
    for file, entry in entries:
        words = {PLACEHOLDER.sub("…", each) for each in in_window(entry, language)}
        assert words & set(known), (file, entry)


def test_bold_words_are_words_of_the_window(language: Language) -> None:
    strange = [
        (page.name, label)
        for page in book(language).pages
        for label in page.labels
        if label not in labels(language)
        and not any(pattern.fullmatch(label) for pattern in patterns(language))
    ]
    assert not strange


def test_every_cli_command_and_option_is_in_the_reference(language: Language) -> None:
    page = book(language).page("33-command-line")
    assert page is not None
    lines = page.markdown.split("\n")
    missing = []
    for command, option in cli_options():
        told = [line for line in lines if re.search(rf"`makna {re.escape(command)}\b(?!-)", line)]
        # What export takes has a table of its own.
        where = lines if command == "export" else told
        general = option in ("--json", "--help")
        if not told or not (general or not option or _has(where, option)):
            missing.append((command, option))
    assert not missing


def _has(lines: list[str], option: str) -> bool:
    return any(re.search(rf"`{re.escape(option)}[ `=]", line) for line in lines)


def test_the_reference_names_no_option_that_is_not_there(language: Language) -> None:
    page = book(language).page("33-command-line")
    assert page is not None
    named = set(re.findall(r"`(--[a-z-]+)", page.markdown))
    assert named <= {option for _, option in cli_options()} | {"--version", "--help"}


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(sorted(suffixes()), id="files that are read"),
        pytest.param(sorted(written_suffixes()), id="files that are written"),
        pytest.param([str(kind) for kind in SourceKind], id="kinds of sources"),
        pytest.param([str(kind) for kind in MemoKind], id="kinds of memos"),
        pytest.param([str(form) for form in CHOICES if form], id="forms of turns"),
        pytest.param(list(KINDS), id="documents"),
        pytest.param([*presets.PAGES, *presets.QUOTATIONS], id="presets"),
        pytest.param(list(reference_styles.PRESETS), id="references"),
    ],
)
def test_every_choice_is_named(language: Language, words: list[str]) -> None:
    assert words
    assert set(words) <= code_words(language)


def test_every_field_of_references_and_expressions_is_named(language: Language) -> None:
    quoted = code_words(language)
    assert {f"{{{name}}}" for name in references.FIELDS} <= quoted
    assert all(any(word.startswith(f"{name}:") for word in quoted) for name in WHERE)


def test_kinds_and_documents_are_named_as_the_window_does(language: Language) -> None:
    said = {label for page in book(language).pages for label in page.labels}
    for file, context in (
        ("terms.py", r'"Terms", "([^"]+)"'),
        ("export_form.py", r'": self\.tr\("([^"]+)"\)'),
    ):
        path = next((ROOT / "app" / "makna" / "ui").rglob(file))
        found = re.findall(context, path.read_text("utf-8"))
        assert len(found) > 10
        for name in found:
            assert in_window(name, language) & said, name


def test_the_number_of_frames_is_right(language: Language) -> None:
    assert len(frames(language)) == 20
    assert ("twenty" if language == "en" else "dua puluh") in whole(language)


def test_both_languages_say_the_same() -> None:
    english, indonesian = book("en").pages, book("id").pages
    assert [page.name for page in english] == [page.name for page in indonesian]
    for one, other in zip(english, indonesian, strict=True):
        assert _shape(one) == _shape(other), one.name
        assert one.title != other.title or "WhatsApp" in one.title


def _shape(page: Page) -> tuple[object, ...]:
    pictures = [picture.rsplit("/", 1)[1] for picture in page.pictures]
    return page.views, len(page.headings), len(page.paragraphs), pictures, page.links


def test_links_lead_to_pages_and_every_page_is_in_the_contents(language: Language) -> None:
    names = {f"{page.name}.md" for page in book(language).pages}
    for page in book(language).pages:
        assert {link for link in page.links if "://" not in link} <= names, page.name
    assert set(book(language).pages[0].links) == names - {"00-index.md"}


def test_every_picture_is_there_and_is_used(language: Language) -> None:
    used = {picture for page in book(language).pages for picture in page.pictures}
    there = {f"../pictures/{language}/{path.name}" for path in (PICTURES / language).iterdir()}
    assert used == there


def test_pictures_are_small() -> None:
    assert sum(path.stat().st_size for path in PICTURES.rglob("*.png")) < MOST_BYTES


def test_each_view_has_one_page(language: Language) -> None:
    views = [view for page in book(language).pages for view in page.views]
    assert len(views) == len(set(views))
    for view in ("start", "source", "correcting", "results", "export", "write", "cases", "memo"):
        assert book(language).for_view(view) is not None


def test_every_page_says_when_what_and_how(language: Language) -> None:
    steps = "Steps" if language == "en" else "Langkah"
    for page in book(language).pages:
        assert page.title
        assert page.paragraphs
        if page.name[:2] not in ("00", "32", "33", "35"):
            assert steps in page.headings, page.name
