"""Documents: export."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from makna.cli.finding import check_where
from makna.cli.opening import find_code, project_argument, reading
from makna.cli.screen import json_option, screen
from makna.domain.errors import UserError
from makna.domain.wording import Language
from makna.services.exporting import KINDS, ExportOptions
from makna.services.exporting import export as write

LATER = (
    *("chapter", "transcripts", "coding-table", "informants", "matrix", "triangulation", "audit"),
    *("coreq", "srqr", "member-check", "cases", "project", "data"),
)
"""Documents that are promised, and not written yet."""


@click.command()
@project_argument
@click.argument("what", metavar="WHAT")
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--code", "codes", multiple=True, metavar="PATH", help="Only these codes.")
@click.option("--where", default="", metavar="EXPRESSION", help="Only these passages.")
@click.option("--include-subcodes", is_flag=True, help="A code stands for those below it, too.")
@click.option("--other-codes", is_flag=True, help="Say how else an excerpt is coded.")
@click.option("--words-around", type=click.IntRange(min=0), default=0, metavar="N")
@click.option("--form", type=click.Choice(["table", "running"]), default="table", show_default=True)
@click.option("--language", type=click.Choice(["id", "en"]), help="Otherwise the project's.")
@click.option("--template", metavar="DOCX", help="Not possible yet.")
@click.option("--reference", metavar="TEMPLATE", help="Not possible yet.")
@click.option("--preset", metavar="NAME", help="Not possible yet.")
@click.option("--refresh", is_flag=True, help="Not possible yet.")
@json_option
def export(
    project: Path,
    what: str,
    out: Path,
    codes: Sequence[str],
    where: str,
    include_subcodes: bool,
    other_codes: bool,
    words_around: int,
    form: str,
    language: str | None,
    as_json: bool,
    **later: object,
) -> None:
    """Write excerpts, the codebook or the memos; the suffix of OUT chooses the format.

    docx, html and md are for reading; xlsx, csv and json are tables. An OUT that is there already
    is replaced, but only by a whole document.
    """
    _check(what, later)
    check_where(where)
    with reading(project) as opened:
        options = ExportOptions(
            language=_language(language or opened.overview.language()),
            codes=tuple(find_code(opened, code).id for code in codes),
            where=where,
            include_subcodes=include_subcodes,
            other_codes=other_codes,
            words_around=words_around,
            form=form,
        )
        done = write(opened, what, out, options)
    shown = screen(as_json)
    if not shown.json({"path": str(done.path), "items": done.items}):
        shown.say("said_written", path=str(done.path), items=done.items)


def _check(what: str, later: dict[str, object]) -> None:
    if what in LATER:
        raise UserError("not_yet", what=f"export {what}")
    if what not in KINDS:
        raise UserError("unknown_document", kind=what, kinds=", ".join(KINDS))
    for option, value in later.items():
        if value:
            raise UserError("not_yet", what=f"--{option}")


def _language(code: str) -> Language:
    return "id" if code == "id" else "en"


COMMANDS = {"export": export}
