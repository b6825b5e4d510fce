"""The window's translations: `python packaging/translations.py update | compile | missing | fill`.

`update` gathers the sentences of `app/makna/ui` into the `.ts` files, `missing` lists those without
a translation as JSON, `fill FILE.json` writes translations back, `compile` makes the `.qm` files.
Sentences are English in the code; `makna_en.ts` only has their plural forms.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CODE = ROOT / "app" / "makna" / "ui"
FOLDER = ROOT / "resources" / "translations"
FORMS = {"en": 2, "id": 1}
"""Plural forms of each language."""


@dataclass(frozen=True)
class Entry:
    """One sentence of a `.ts` file; `translations` has one string, or one a plural form."""

    context: str
    source: str
    comment: str
    plural: bool
    finished: bool
    translations: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str, str]:
        return self.context, self.source, self.comment


def catalogue(language: str, folder: Path = FOLDER) -> Path:
    return folder / f"makna_{language}.ts"


def update(folder: Path = FOLDER) -> None:
    """Bring the `.ts` files in `folder` up to date with the code; what vanished is dropped."""
    for language in FORMS:
        options = ["-pluralonly"] if language == "en" else []
        _run(
            *("lupdate", "-silent", "-extensions", "py", "-locations", "none", "-no-obsolete"),
            *("-disable-heuristic", "similartext", "-disable-heuristic", "sametext"),
            *("-source-language", "en", "-target-language", language, *options),
            *(str(CODE), "-ts", str(catalogue(language, folder))),
        )


def compile_all(folder: Path = FOLDER) -> None:
    """Make a `.qm` beside every `.ts`."""
    for source in sorted(folder.glob("*.ts")):
        _run("lrelease", "-silent", str(source), "-qm", str(source.with_suffix(".qm")))


def entries(path: Path) -> list[Entry]:
    """Everything in a `.ts` file, in its order."""
    return [_entry(context, message) for context, message in _messages(ET.parse(path))]


def missing(folder: Path = FOLDER) -> list[dict[str, object]]:
    """What has no translation yet, in the form that `fill` reads."""
    return [
        {
            "language": language,
            "context": entry.context,
            "source": entry.source,
            "comment": entry.comment,
            "translation": [""] * FORMS[language] if entry.plural else "",
        }
        for language in FORMS
        for entry in entries(catalogue(language, folder))
        if not entry.finished
    ]


def fill(rows: list[dict[str, object]], folder: Path = FOLDER) -> int:
    """Write translations into the `.ts` files; return how many. Empty ones are left out.

    Each row is as `missing` gives it; `translation` is a string, or a list of plural forms.
    Raises KeyError for a sentence that is not in the file.
    """
    done = 0
    for language in FORMS:
        path = catalogue(language, folder)
        wanted = {
            (str(row["context"]), str(row["source"]), str(row.get("comment", ""))): _forms(row)
            for row in rows
            if row.get("language", "id") == language and any(_forms(row))
        }
        tree = ET.parse(path)
        known = {_entry(context, message).key: message for context, message in _messages(tree)}
        for key, forms in wanted.items():
            _translate(known[key], forms)
        tree.write(path, encoding="utf-8", xml_declaration=True)
        done += len(wanted)
    # lupdate writes the file in its own layout again.
    update(folder)
    return done


def _forms(row: dict[str, object]) -> list[str]:
    given = row["translation"]
    return [str(form) for form in given] if isinstance(given, list) else [str(given)]


def _translate(message: ET.Element, forms: list[str]) -> None:
    target = message.find("translation")
    assert target is not None
    target.attrib.pop("type", None)
    for child in list(target):
        target.remove(child)
    if message.get("numerus") == "yes":
        target.text = None
        for form in forms:
            ET.SubElement(target, "numerusform").text = form
    else:
        target.text = forms[0]


def _messages(tree: ET.ElementTree[ET.Element]) -> Iterator[tuple[str, ET.Element]]:
    for context in tree.getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name", ""), message


def _entry(context: str, message: ET.Element) -> Entry:
    target = message.find("translation")
    assert target is not None
    plural = message.get("numerus") == "yes"
    forms = [form.text or "" for form in target] if plural else [target.text or ""]
    return Entry(
        context=context,
        source=message.findtext("source", ""),
        comment=message.findtext("comment", ""),
        plural=plural,
        finished=target.get("type") is None and all(forms),
        translations=tuple(forms),
    )


def _run(tool: str, *arguments: str) -> None:
    """Run one of Qt's tools, which lie in the PySide6 package. Raises CalledProcessError."""
    import PySide6

    name = f"{tool}.exe" if sys.platform == "win32" else tool
    subprocess.run([str(Path(PySide6.__file__).parent / name), *arguments], check=True)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("update", help="gather the sentences of the code")
    commands.add_parser("compile", help="make the .qm files")
    commands.add_parser("missing", help="list what is not translated, as JSON")
    filling = commands.add_parser("fill", help="write translations from such a JSON")
    filling.add_argument("file", type=Path)
    chosen = parser.parse_args(arguments)
    if chosen.command == "update":
        update()
    elif chosen.command == "compile":
        compile_all()
    elif chosen.command == "missing":
        print(json.dumps(missing(), ensure_ascii=False, indent=1))
    else:
        rows = json.loads(chosen.file.read_text(encoding="utf-8"))
        print(f"{fill(rows)} written")
        compile_all()
    return 0


if __name__ == "__main__":
    sys.exit(main())
