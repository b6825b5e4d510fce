"""Texts with a head, and how one becomes a Word file.

A line is a paragraph. `# ` marks the title, `## ` and `### ` headings, `- ` a list item, `| ` a row
of a table, `![caption](photo)` the picture; `**bold**`, `*italic*`, `[[words||Author: comment]]`.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm

EPOCH = (2025, 4, 21, 8, 0, 0)
"""When every part of a Word file was packed, so that one built again has the same bytes."""
COMMENTED = datetime(2025, 4, 19, 9, 30)
_MARKED = re.compile(r"\*\*(.+?)\*\*|\*(.+?)\*|\[\[(.+?)\|\|(.+?)\]\]")


@dataclass(frozen=True)
class Sheet:
    """A text with a head of `key: value` lines; a key may come several times."""

    head: tuple[tuple[str, str], ...]
    body: str

    def get(self, key: str) -> str:
        return next((value for name, value in self.head if name == key), "")

    def all(self, key: str) -> list[str]:
        return [value for name, value in self.head if name == key]


def sheet(path: Path) -> Sheet:
    """Read a text with its head."""
    head, _, body = path.read_text("utf-8").partition("\n---\n")
    pairs = (line.partition(": ") for line in head.strip().splitlines())
    return Sheet(tuple((key, value.strip()) for key, _, value in pairs), body)


def write_docx(path: Path, source: Sheet, picture: Path) -> None:
    """The source as a Word file with real headings, bold names, tables, the picture, comments."""
    document = _plain_document()
    document.core_properties.title = source.get("name")
    document.core_properties.author = source.get("author")
    written = datetime.fromisoformat((source.get("date") + "-01-01")[:10])
    document.core_properties.created = document.core_properties.modified = written
    rows: list[list[str]] = []
    for line in [*source.body.strip().splitlines(), ""]:
        if line.startswith("| "):
            rows.append([cell.strip() for cell in line.strip("| ").split(" | ")])
            continue
        if rows:
            _add_table(document, rows)
            rows = []
        if line:
            _add_line(document, line, picture)
    document.save(str(path))
    _fix_dates(path)


def _plain_document() -> Any:
    """An empty Word file without the thumbnail and the hundred table styles of the template."""
    document = Document()
    for holder in (document.part, document.part.package):
        for key, rel in list(holder.rels.items()):
            if rel.reltype.endswith(("/stylesWithEffects", "/thumbnail")):
                holder.rels.pop(key)
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in ("Normal Table", "Table Grid"):
            style.delete()
    return document


def _add_line(document: Any, line: str, picture: Path) -> None:
    styles = {"# ": "Title", "## ": "Heading 1", "### ": "Heading 2", "- ": "List Bullet"}
    mark = next((mark for mark in styles if line.startswith(mark)), "")
    if line.startswith("!["):
        document.add_picture(str(picture), width=Cm(12))
        document.add_paragraph(line[2 : line.index("](")], style="Caption")
    else:
        _add_words(document, document.add_paragraph(style=styles.get(mark)), line[len(mark) :])


def _add_words(document: Any, paragraph: Any, line: str) -> None:
    at = 0
    for match in _MARKED.finditer(line):
        paragraph.add_run(line[at : match.start()])
        bold, italic, words, comment = match.groups()
        run = paragraph.add_run(bold or italic or words)
        run.bold, run.italic = bool(bold) or None, bool(italic) or None
        if comment:
            author, _, said = comment.partition(": ")
            made = document.add_comment(run, text=said, author=author, initials=author[0])
            made._comment_elm.date = COMMENTED
        at = match.end()
    paragraph.add_run(line[at:])


def _add_table(document: Any, rows: list[list[str]]) -> None:
    grid = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for row, cells in enumerate(rows):
        for column, words in enumerate(cells):
            run = grid.cell(row, column).paragraphs[0].add_run(words)
            run.bold = True if row == 0 else None


def _fix_dates(path: Path) -> None:
    """Write the package anew without the time at which it was written."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, data)
