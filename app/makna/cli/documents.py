"""Documents: export."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from makna.cli.comments import write_commented
from makna.cli.editions import writing_if_free
from makna.cli.finding import check_where
from makna.cli.opening import find_code, project_argument, reading
from makna.cli.pseudonyms import replacements_json, show_replacements
from makna.cli.refreshing import refresh_chapter
from makna.cli.screen import Screen, json_option, screen
from makna.domain.errors import UserError
from makna.domain.pseudonym_report import replacements_in
from makna.domain.wording import Language
from makna.services.chapter_export import chapter_language
from makna.services.export_options import ExportOptions
from makna.services.exporting import KINDS, WORD, Exported
from makna.services.exporting import export as write
from makna.services.leaks import names_in
from makna.services.pseudonyms import replacer
from makna.services.templates import remembered_styles
from makna.storage.project import Project

LATER = ("matrix", "triangulation", "cases", "project", "data")
"""Documents that are promised, and not written yet."""
NUMBERED = ("chapter", "excerpts", "transcripts", "coding-table", "member-check")
"""Documents whose printed line numbers are kept: the project is opened for writing."""
FORMS = ("table", "running", "reduction", "axial")


@click.command()
@project_argument
@click.argument("what", metavar="WHAT")
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--code", "codes", multiple=True, metavar="PATH", help="Only these codes.")
@click.option("--where", default="", metavar="EXPRESSION", help="Only these passages.")
@click.option("--include-subcodes", is_flag=True, help="A code stands for those below it, too.")
@click.option("--other-codes", is_flag=True, help="Say how else an excerpt is coded.")
@click.option("--words-around", type=click.IntRange(min=0), default=0, metavar="N")
@click.option("--unused-codes", is_flag=True, help="Codes without quotations stand in full, too.")
@click.option("--codes-in-margin", is_flag=True, help="Of transcripts: codes beside the lines.")
@click.option(
    "--form",
    type=click.Choice(FORMS),
    default="table",
    help="Codebook: table, running. Coding table: reduction, axial.",
)
@click.option("--source", "sources", multiple=True, metavar="SOURCE", help="Of comments: only it.")
@click.option("--real-names", is_flag=True, help="Without the pseudonyms of the project's list.")
@click.option("--language", type=click.Choice(["id", "en"]), help="Otherwise the project's.")
@click.option(
    "--template",
    type=click.Path(path_type=Path),
    metavar="DOCX",
    help="A Word file whose styles, margins, headers and numbering win.",
)
@click.option("--reference", default="", metavar="TEMPLATE", help="A preset, or with {fields}.")
@click.option(
    "--preset",
    "presets",
    multiple=True,
    metavar="NAME",
    help="thesis, a4, none; 40-words, 3-lines, 4-lines, 5-lines, never; several: a4+3-lines.",
)
@click.option("--chapter", default="", metavar="TITLE", help="Of a chapter: this one.")
@click.option("--refresh", is_flag=True, help="Update the chapter that you write in OUT.")
@json_option
def export(
    project: Path,
    what: str,
    out: Path,
    codes: Sequence[str],
    sources: Sequence[str],
    where: str,
    template: Path | None,
    real_names: bool,
    language: str | None,
    reference: str,
    presets: Sequence[str],
    chapter: str,
    refresh: bool,
    as_json: bool,
    **alike: Any,
) -> None:
    """Write a document; the suffix of OUT chooses the format.

    WHAT is one of chapter, excerpts, codebook, memos, informants, transcripts, coding-table,
    audit, member-check, coreq, srqr, comments.

    docx, html and md are for reading; xlsx, csv and json are tables. An OUT that is there already
    is replaced, but only by a whole document; a Word file in which you worked on a chapter is kept
    beside it.
    """
    if what == "comments":
        write_commented(project, out, sources, language, real_names=real_names, as_json=as_json)
        return
    _check(what, where, reference)
    with (writing_if_free if what in NUMBERED else reading)(project) as opened:
        options = ExportOptions(
            language=_language(language or _own_language(opened, what, chapter)),
            codes=tuple(find_code(opened, code).id for code in codes),
            where=where,
            pseudonyms=not real_names,
            reference=reference,
            preset="+".join(presets),
            template=template,
            styles=remembered_styles(template if out.suffix.lower() == WORD else None),
            chapter=chapter,
            **alike,  # options that have the same name there
        )
        if refresh:
            refresh_chapter(opened, what, out, options, screen(as_json))
            return
        done = write(opened, what, out, options)
        leaked = () if real_names else names_in(replacer(opened), out.name)
    _say(screen(as_json), done, leaked)


def _say(shown: Screen, done: Exported, leaked: Sequence[str]) -> None:
    replacements = replacements_in(done.report, done.path.suffix)
    problems = [shown.text(remark) for remark in done.report.remarks]
    value = {"path": str(done.path), "items": done.items, "problems": problems}
    value["file_name"] = list(leaked)
    value["backup"] = str(done.backup) if done.backup else None
    if not shown.json({**value, "replacements": replacements_json(replacements)}):
        shown.say("said_written", path=str(done.path), items=done.items)
        if done.backup is not None:
            shown.say("said_refresh_backup", path=str(done.backup))
        show_replacements(shown, replacements)
        for problem in problems:
            click.echo(problem, err=True)
        for written in leaked:
            shown.say("said_file_name_leaks", written=written)


def _check(what: str, where: str, reference: str) -> None:
    if what in LATER:
        raise UserError("not_yet", what=f"export {what}")
    if what not in KINDS:
        raise UserError("unknown_document", kind=what, kinds=", ".join((*KINDS, "comments")))
    check_where(where)
    if reference and what != "chapter":
        raise UserError("reference_only_chapter", kind=what)


def _own_language(project: Project, what: str, chapter: str) -> str:
    """A chapter can be in another language than its project."""
    own = chapter_language(project, chapter) if what == "chapter" else ""
    return own or project.overview.language()


def _language(code: str) -> Language:
    return "id" if code == "id" else "en"


COMMANDS = {"export": export}
