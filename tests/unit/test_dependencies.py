"""Every package that is shipped was looked at."""

from __future__ import annotations

import re
from importlib.metadata import metadata, requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
MODULES = {
    "markdown-it-py": "markdown_it",
    "pillow": "PIL",
    "pyside6-essentials": "PySide6",
    "pystemmer": "Stemmer",
    "python-docx": "docx",
    "whoosh3": "whoosh",
}
"""Distribution → what one imports, where that is not its name."""


def locked() -> dict[str, str]:
    """Distribution → version, of the runtime's lock file."""
    text = (PACKAGING / "requirements.txt").read_text("utf-8")
    return dict(re.findall(r"^([\w.-]+)==([\w.+-]+)", text, re.MULTILINE))


def described() -> dict[str, tuple[str, str]]:
    """Distribution → version and licence, of the table."""
    text = (PACKAGING / "DEPENDENCIES.md").read_text("utf-8")
    rows = re.findall(r"^\| ([\w.-]+) \| ([\d.]+) \| ([^|]+) \| [^|]+ \|", text, re.MULTILINE)
    return {name: (version, licence) for name, version, licence in rows}


def columns(number: int) -> dict[str, str]:
    """Distribution → what one column of the table says."""
    text = (PACKAGING / "DEPENDENCIES.md").read_text("utf-8").partition("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    return {row[0]: row[number] for row in rows if row[0] != "package"}


def imported() -> set[str]:
    """The first names of all imports of the program and its migrations."""
    files = [*(ROOT / "app" / "makna").rglob("*.py"), *(ROOT / "migrations").rglob("*.py")]
    pattern = re.compile(r"^\s*(?:import|from) (\w+)", re.MULTILINE)
    return {name for file in files for name in pattern.findall(file.read_text("utf-8"))}


def test_each_locked_package_stands_in_the_table_with_its_version() -> None:
    assert {name: version for name, (version, _) in described().items()} == locked()


def test_no_package_forbids_what_the_licence_of_makna_allows() -> None:
    for name, (_, licence) in described().items():
        assert re.search(r"MIT|BSD|Apache|LGPL|PSF", licence), name
        said = " ".join(metadata(name).get_all("Classifier") or [])
        assert "Affero" not in said, name


def test_each_package_is_imported_or_needed_by_another() -> None:
    names = imported()
    for name, purpose in columns(4).items():
        module = MODULES.get(name, name.replace("-", "_"))
        assert module in names or purpose.startswith("needed by"), name


def test_each_release_has_a_month_or_is_honestly_unknown() -> None:
    for name, released in columns(3).items():
        assert re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])|not recorded", released), name


def licences(words: str) -> set[str]:
    """The families of licences that are named in these words."""
    return set(
        re.findall(r"MIT|BSD|Apache|LGPL|GPL|PSF|CNRI", words.replace("Python Software", "PSF"))
    )


def test_the_licence_is_the_one_that_the_package_itself_names() -> None:
    for name, (_, licence) in described().items():
        about = metadata(name)
        kinds = (each for each in about.get_all("Classifier") or [] if each.startswith("License"))
        named = [about[key] for key in ("License-Expression", "License") if key in about]
        own = " ".join([*named[:1], *kinds])
        assert licences(licence) == licences(own.partition("\n")[0]), (name, own)


def test_what_is_needed_by_others_names_all_of_them_that_are_locked() -> None:
    needed: dict[str, set[str]] = {}
    for name in locked():
        for line in requires(name) or []:
            wanted = Requirement(line)
            if wanted.marker is None or wanted.marker.evaluate({"extra": ""}):
                needed.setdefault(canonicalize_name(wanted.name), set()).add(name)
    assert set(needed) <= set(locked()), "a package that is needed is not locked"
    for name, purpose in columns(4).items():
        if purpose.startswith("needed by"):
            said = set(re.split(r", | and ", purpose.removeprefix("needed by ").lower()))
            assert said == {each.removesuffix("-essentials") for each in needed[name]}, name


def test_no_locked_version_is_older_than_what_mended_a_known_vulnerability() -> None:
    text = (PACKAGING / "DEPENDENCIES.md").read_text("utf-8")
    rows = re.findall(r"^\| ([\w.-]+) \| CVE-\d{4}-\d+ \| ([\d.]+) \|", text, re.MULTILINE)
    versions = locked()
    assert rows
    assert [row for row in rows if Version(versions[row[0]]) < Version(row[1])] == []


def test_each_locked_package_is_pinned_with_hashes() -> None:
    text = (PACKAGING / "requirements.txt").read_text("utf-8")
    for entry in re.split(r"\n(?=[a-z])", text.partition("\n\n")[0]):
        if "==" in entry:
            assert "--hash=sha256:" in entry, entry
