"""Documents out of a project: built as blocks, written by the writer that the suffix asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from makna.domain import presets
from makna.domain.errors import UserError
from makna.domain.model import SourceId
from makna.domain.report import Report, WordTemplate
from makna.formats.writers import write_report, writer_for
from makna.services.documents import BUILDERS
from makna.services.editions import freeze
from makna.services.export_options import ExportOptions
from makna.services.file_copies import keep_authors_file
from makna.services.pseudonyms import with_pseudonyms
from makna.storage.project import Project

KINDS = (
    *("chapter", "excerpts", "codebook", "memos", "informants", "transcripts", "coding-table"),
    *("audit", "member-check", "coreq", "srqr"),
)
"""Documents that can be written."""
WORD = ".docx"
FOR_READING = frozenset((WORD, ".html", ".md"))
"""Formats that people cite from; the others are for computing."""


@dataclass(frozen=True)
class Exported:
    path: Path
    items: int
    """Excerpts, codes, memos, cases, … in the document."""
    report: Report = field(repr=False)
    backup: Path | None = None
    """The file that was there, where its author had worked in it."""

    @property
    def numbered(self) -> tuple[SourceId, ...]:
        """The sources whose line numbers stand in it for people to cite from."""
        for_reading = self.path.suffix.lower() in FOR_READING
        return self.report.prints_numbers_of if for_reading else ()


def export(
    project: Project,
    kind: str,
    path: Path,
    options: ExportOptions | None = None,
    *,
    keep_numbers: bool = True,
    before_writing: Callable[[], object] = lambda: None,
) -> Exported:
    """Write a document. The file appears whole or not at all.

    Line numbers that it prints are kept from now on, where the project is open for writing; or the
    caller does that, with `Exported.numbered`. `before_writing` is called once the document is
    made, and may still raise.
    Raises UserError: `unknown_document`, an unknown suffix or preset, a template that cannot be
    used, a folder that cannot be written.
    """
    chosen = options or ExportOptions()
    writer_for(path)
    if chosen.template is not None and path.suffix.lower() != WORD:
        raise UserError("template_needs_word", name=path.name)
    if not path.parent.is_dir():
        raise UserError("no_folder", name=str(path.parent))
    report, items = build(project, kind, chosen)
    before_writing()
    backup = keep_authors_file(path, kind, report.language)
    write_report(report, path)
    if kind == "chapter" and path.suffix.lower() == WORD:
        from makna.formats.refreshing.stamping import stamp

        stamp(path, project.overview.info().guid)
    done = Exported(path, items, report, backup)
    if keep_numbers:
        freeze(project, done.numbered)
    return done


def build(project: Project, kind: str, options: ExportOptions) -> tuple[Report, int]:
    """The document as blocks, and how many items it holds."""
    if kind not in BUILDERS:
        raise UserError("unknown_document", kind=kind, kinds=", ".join(KINDS))
    named = presets.parse(options.preset)
    report = _on_sheet(BUILDERS[kind](project, options), named)
    if options.template is not None:
        report = replace(report, template=_template(options))
    report = with_pseudonyms(project, report, wanted=options.pseudonyms)
    return report, report.items


def _on_sheet(report: Report, named: presets.Presets) -> Report:
    """The report on the sheet that was asked for; one that lies stays lying."""
    sheet = named.sheet
    if sheet is None:
        return report
    lies = report.page.width_cm > report.page.height_cm
    return replace(report, page=sheet.turned() if lies else sheet)


def _template(options: ExportOptions) -> WordTemplate | None:
    if options.template is None:
        return None
    from makna.formats.templates import read_template

    found = read_template(options.template)
    return WordTemplate(found.data, options.styles)
