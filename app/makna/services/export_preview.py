"""How a document will begin, before it is written."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from makna.domain.report import (
    Block,
    Control,
    Landscape,
    NumberedLines,
    PageBreak,
    Report,
    Table,
    TableOfContents,
)
from makna.formats.writers.html import Page
from makna.services.export_options import ExportOptions
from makna.services.exporting import build
from makna.services.projects import open_project
from makna.storage.project import Project

MOST_BLOCKS = 60
MOST_ROWS = 60
"""Rows of a table, or lines of a transcript, that a look shows."""
MANY = 1_500
"""Passages from which on the look at a document only reads some codes of it."""
_OF_CODES = frozenset(("excerpts", "coding-table", "chapter"))
_ENOUGH = 60
"""Codings that a look needs."""
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)


def preview_html(project: Project, kind: str, options: ExportOptions) -> str:
    """The first blocks of the document as HTML for a text widget. Raises as `build` does."""
    report, _ = build(project, kind, _narrowed(project, kind, options))
    left_out = (TableOfContents, PageBreak)
    blocks = [block for block in report.blocks if not isinstance(block, left_out)]
    begins = tuple(_beginning(block) for block in blocks[:MOST_BLOCKS])
    shown: Report = replace(report, blocks=begins)
    return _STYLE.sub("", "".join(Page(shown).lines()))


def preview_apart(project: Path, kind: str, options: ExportOptions) -> str:
    """The same of a project file as it is committed, for a process of its own."""
    opened = open_project(project, project.parent, read_only=True)
    try:
        return preview_html(opened, kind, options)
    finally:
        opened.close()


def _beginning(block: Block) -> Block:
    """The block without the rows that nobody would scroll to in a look."""
    if isinstance(block, Table):
        return replace(block, rows=block.rows[:MOST_ROWS])
    if isinstance(block, NumberedLines):
        return replace(block, lines=block.lines[:MOST_ROWS])
    if isinstance(block, Landscape | Control):
        return replace(block, blocks=tuple(_beginning(inner) for inner in block.blocks))
    return block


def _narrowed(project: Project, kind: str, options: ExportOptions) -> ExportOptions:
    """In a large project only the first codes: enough to see what the document will look like."""
    options = replace(options, beginning=True)
    if kind not in _OF_CODES or project.overview.info().passages <= MANY:
        return options
    if options.passages:
        return replace(options, passages=options.passages[:_ENOUGH])
    tree, numbers = project.codes.tree(counted=False), project.codes.numbers()
    asked = set(options.codes)
    chosen, codings = [], 0
    for code in tree.ordered:
        if (asked and code.id not in asked) or code.id not in numbers:
            continue
        chosen.append(code)
        codings += numbers[code.id]
        if codings >= _ENOUGH or len(chosen) == 3:
            break
    if not chosen:
        return options
    some = " OR ".join(f'code:"{code.guid}"' for code in chosen)
    where = f"({options.where}) AND ({some})" if options.where.strip() else some
    return replace(options, codes=tuple(code.id for code in chosen), where=where)
