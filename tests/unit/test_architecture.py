"""The rules that hold the tree together: imports, wording, what the repository may mention."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import shutil
import socket
import string
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

import pytest

from makna.domain import errors, wording
from makna.domain.wording import ERRORS, PHRASES

ROOT = Path(__file__).resolve().parents[2]
APP = ROOT / "app" / "makna"


def test_imports_go_one_way() -> None:
    command = "from importlinter.cli import lint_imports_command as c; c()"
    done = subprocess.run(
        [sys.executable, "-c", command, "--no-cache", "--no-logo"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def declared_distributions() -> set[str]:
    """The runtime dependencies of pyproject.toml, normalised."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = (re.match(r"[\w.-]+", requirement) for requirement in project["dependencies"])
    return {normalised(name.group()) for name in names if name}


def normalised(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


def imported_distributions() -> set[str]:
    """What the program and its migrations import, beyond itself and the standard library."""
    nodes = [
        node
        for folder in (APP, ROOT / "migrations")
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
    ]
    modules = {a.name for node in nodes if isinstance(node, ast.Import) for a in node.names}
    modules |= {n.module for n in nodes if isinstance(n, ast.ImportFrom) and n.module}
    tops = {module.split(".")[0] for module in modules} - sys.stdlib_module_names - {"makna"}
    owners = packages_distributions()
    return {normalised(name) for top in tops for name in owners.get(top, [top])}


def test_declared_dependencies_are_those_that_are_imported() -> None:
    # shiboken6 is the other half of PySide6, which brings and pins it.
    assert imported_distributions() - {"shiboken6"} == declared_distributions()


# --- what the repository may mention ---

# Joined here, so that this file does not contain what it looks for.
FORBIDDEN = [
    ".".join(parts).encode()
    for parts in [
        ("pypi", "org"),
        ("pypi", "python", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("deb", "debian", "org"),
        ("proxy", "golang", "org"),
        ("crates", "io"),
    ]
] + ["/".join(parts).encode() for parts in [("", "work", "main"), ("", "work", "shared")]]


def repository_files() -> list[Path]:
    """All that is or would be committed; in an unpacked source archive, all there is."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    listed = subprocess.run(
        [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout
    return [ROOT / name for name in listed.decode().split("\0") if (ROOT / name).is_file()]


def test_no_file_names_a_registry_or_a_machine() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {words.decode()}"
        for path in repository_files()
        for content in [path.read_bytes()]
        for words in FORBIDDEN
        if words in content
    ]
    assert not found


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_lock_files_pin_with_hashes_and_name_no_address(name: str) -> None:
    lock = (ROOT / "packaging" / name).read_text("utf-8")
    entries = re.split(r"\n(?=[a-z0-9])", re.sub(r"^#.*\n", "", lock, flags=re.MULTILINE))
    assert len(entries) > 10
    for entry in entries:
        assert re.match(r"[\w.-]+==[\w.+-]+( ; [^\\]+)? \\\n +--hash=sha256:", entry), entry
    assert "://" not in lock
    assert "--index" not in lock


# --- wording: both languages, same gaps, no call that names another key ---


def gaps(text: str) -> set[str]:
    """The names in the braces of a sentence."""
    fields = (field for _, field, _, _ in string.Formatter().parse(text) if field is not None)
    return {re.split(r"[.\[]", field)[0] for field in fields}


def phrase_and_error_texts() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Per key, the sentences of each language."""
    phrases = {key: tuple((text,) for text in pair) for key, pair in PHRASES.items()}
    return {**phrases, **{f"error {key}": tuple(pair) for key, pair in ERRORS.items()}}


def test_every_sentence_exists_in_both_languages() -> None:
    texts = phrase_and_error_texts()
    assert texts
    for key, languages in texts.items():
        assert len(languages) == len(wording.LANGUAGES), key
        assert all(text.strip() for text in chain(*languages)), key
        assert len({len(sentences) for sentences in languages}) == 1, key


def test_both_languages_have_the_same_gaps() -> None:
    for key, (english, indonesian) in phrase_and_error_texts().items():
        assert gaps(" ".join(english)) == gaps(" ".join(indonesian)), key


def test_no_gap_is_named_like_a_parameter_of_the_catalogue() -> None:
    for key, languages in phrase_and_error_texts().items():
        taken = gaps(" ".join(chain(*languages))) & {"", "key", "language", "self", "cls"}
        assert not taken, f"{key}: {taken}"


def test_no_key_stands_in_two_wording_files() -> None:
    modules = [
        importlib.import_module(f"{wording.__name__}.{found.name}")
        for found in pkgutil.iter_modules(wording.__path__)
    ]
    counts = Counter(key for module in modules for key in getattr(module, "PHRASES", {}))
    assert [key for key, count in counts.items() if count > 1] == []
    assert counts.keys() == PHRASES.keys()


@dataclass(frozen=True)
class Wording:
    """A place in the program that names a sentence by a literal key."""

    where: str
    catalogue: str
    key: str
    named: frozenset[str] | None
    """Arguments given; None where some are spread from a dictionary."""


CATALOGUES = {
    "PHRASES": {key: gaps(" ".join(pair)) for key, pair in PHRASES.items()},
    "ERRORS": {key: gaps(" ".join(chain(*pair))) for key, pair in ERRORS.items()},
}


def error_names() -> set[str]:
    """UserError and its children, in whichever module they are made."""
    names = {name for name, value in vars(errors).items() if isinstance(value, type)}
    classes = [
        (node.name, {base.id for base in node.bases if isinstance(base, ast.Name)})
        for path in APP.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    ]
    while new := {name for name, bases in classes if bases & names} - names:
        names |= new
    return names


def catalogue_of(call: ast.Call, raised: set[str]) -> str | None:
    """The catalogue that a call's first argument is a key of."""
    match call.func:
        case ast.Attribute(value=ast.Name(id="Message"), attr="of"):
            return "PHRASES"
        case ast.Name(id="phrase") | ast.Attribute(attr="phrase"):
            return "PHRASES"
        case ast.Name(id=name) | ast.Attribute(attr=name) if name in raised:
            return "ERRORS"
    return None


def literals(node: ast.expr) -> Iterator[str]:
    """The strings an expression can be, as far as they are written there."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=first, orelse=second):
            yield from literals(first)
            yield from literals(second)


def wordings() -> Iterator[Wording]:
    raised = error_names()
    for path in sorted(APP.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            catalogue = catalogue_of(node, raised)
            if catalogue is None:
                continue
            spread = any(keyword.arg is None for keyword in node.keywords)
            named = None if spread else frozenset(k.arg for k in node.keywords if k.arg)
            where = f"{path.relative_to(ROOT)}:{node.lineno}"
            for key in literals(node.args[0]):
                yield Wording(where, catalogue, key, named)


def test_every_sentence_the_program_names_exists_and_gets_its_gaps_filled() -> None:
    wrong = []
    for use in wordings():
        expected = CATALOGUES[use.catalogue].get(use.key)
        if expected is None:
            wrong.append(f"{use.where}: {use.catalogue} has no {use.key!r}")
        elif use.named is not None and use.named - {"language"} != expected:
            wrong.append(f"{use.where}: {use.key!r} has {sorted(expected)}, not {set(use.named)}")
    assert not wrong, "\n".join(wrong)


# --- the tests themselves ---


def test_an_attempt_to_reach_the_network_is_stopped_and_seen(network_attempts: list[str]) -> None:
    with pytest.raises(RuntimeError, match="AF_INET"):
        socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    with pytest.raises(RuntimeError, match=r"example\.org"):
        socket.getaddrinfo("example.org", 80)
    assert len(network_attempts) == 2
    network_attempts.clear()
