"""Documents out of a project: built as blocks, written by the writer that the suffix asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from makna.domain.codetree import CodeTree
from makna.domain.errors import UserError
from makna.domain.model import Code, CodeId
from makna.domain.wording import Language
from makna.formats.writers import write_report, writer_for
from makna.services.retrieval import read_excerpts, retrieve
from makna.storage.project import Project, now

if TYPE_CHECKING:
    from makna.domain.report import Report

KINDS = ("excerpts", "codebook", "memos")
"""Documents that can be written."""


@dataclass(frozen=True)
class ExportOptions:
    """What the author chose; fields that a document does not know are ignored by it."""

    language: Language = "en"
    codes: tuple[CodeId, ...] = ()
    """Only these codes, in tree order; empty: all, and the passages without a code."""
    where: str = ""
    include_subcodes: bool = False
    other_codes: bool = False
    words_around: int = 0
    form: str = "table"
    """Of the codebook: `table` or `running`."""


@dataclass(frozen=True)
class Exported:
    path: Path
    items: int
    """Excerpts, codes or memos in the document."""
    report: Report = field(repr=False)


def export(
    project: Project, kind: str, path: Path, options: ExportOptions | None = None
) -> Exported:
    """Write a document. The file appears whole or not at all.

    Raises UserError: `unknown_document`, an unknown suffix, a folder that cannot be written.
    """
    chosen = options or ExportOptions()
    writer_for(path)
    if not path.parent.is_dir():
        raise UserError("no_folder", name=str(path.parent))
    report, items = build(project, kind, chosen)
    write_report(report, path)
    return Exported(path, items, report)


def build(project: Project, kind: str, options: ExportOptions) -> tuple[Report, int]:
    """The document as blocks, and how many items it holds."""
    builders = {"excerpts": _excerpts, "codebook": _codebook, "memos": _memos}
    if kind not in builders:
        raise UserError("unknown_document", kind=kind, kinds=", ".join(KINDS))
    return builders[kind](project, options)


def _excerpts(project: Project, options: ExportOptions) -> tuple[Report, int]:
    from makna.services.reports.excerpts import ExcerptLayout, excerpts

    tree = project.codes.tree()
    wanted = _with_subcodes(tree, options)
    codes = [code for code in tree.ordered if not wanted or code.id in wanted]
    passages = retrieve(project, options.where, include_subcodes=options.include_subcodes)
    found = read_excerpts(project, passages, words_around=options.words_around)
    if wanted:
        found = [e for e in found if any(c.code in wanted for c in e.passage.codings)]
    layout = ExcerptLayout(
        language=options.language,
        other_codes=options.other_codes,
        context=options.words_around > 0,
        created_at=now(),
        only=frozenset(wanted),
    )
    shown = _with_ancestors(tree, codes) if wanted else codes
    report = excerpts(project.overview.info(), shown, found, project.texts.text, layout)
    return report, len(found)


def _codebook(project: Project, options: ExportOptions) -> tuple[Report, int]:
    from makna.services.reports.codebook import CodebookLayout, codebook

    tree = project.codes.tree()
    wanted = _with_subcodes(tree, options)
    codes = [code for code in tree.ordered if not wanted or code.id in wanted]
    shown = _with_ancestors(tree, codes) if wanted else codes
    layout = CodebookLayout(
        language=options.language,
        form="running" if options.form == "running" else "table",
        created_at=now(),
    )
    return codebook(project.overview.info(), shown, layout), len(shown)


def _memos(project: Project, options: ExportOptions) -> tuple[Report, int]:
    from makna.services.reports.memos import memos
    from makna.services.reports.parts import Layout

    found = project.memos.all()
    layout = Layout(language=options.language, created_at=now())
    return memos(project.overview.info(), found, layout), len(found)


def _with_subcodes(tree: CodeTree, options: ExportOptions) -> set[CodeId]:
    wanted = set(options.codes)
    if options.include_subcodes:
        wanted |= {below.id for code in options.codes for below in tree.descendants(code)}
    return wanted


def _with_ancestors(tree: CodeTree, codes: Sequence[Code]) -> list[Code]:
    """The codes and those above them, in tree order: headings need their levels."""
    chosen = {code.id for code in codes}
    above = {ancestor.id for code in codes for ancestor in tree.ancestors(code.id)}
    return [code for code in tree.ordered if code.id in chosen | above]
