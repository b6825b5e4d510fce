"""Import: files, folders, and what is piped in."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from makna import bootstrap
from makna.cli.opening import project_argument, writing
from makna.cli.screen import Screen, json_option, screen
from makna.domain.errors import UserError
from makna.domain.model import SourceKind
from makna.domain.post_columns import Role
from makna.domain.posts import PostsAs
from makna.domain.turn_forms import CHOICES
from makna.domain.wording import phrase
from makna.domain.written import is_language
from makna.formats import registry
from makna.formats.encoding import decode
from makna.services.importing import (
    Imported,
    ImportOptions,
    ImportReport,
    Part,
    Progress,
    Skipped,
    all_files,
    import_files,
    import_text,
)
from makna.services.searching import Searcher
from makna.storage.project import Project

STDIN = "-"
PROJECT_SUFFIXES = frozenset((".qdpx", ".qde", ".qdc", ".makna", ".sqlite3", ".rqda", ".qda"))
"""Whole projects and codebooks; reading those is another command's work, which is to come."""
QUALCODER_FILE = "data.qda"
"""A folder that holds it is a project of QualCoder."""
COLUMN_HELP = f"Of tables, where the guess is wrong; ROLE is one of: {', '.join(Role)}."
FILES_WORTH_READING_AHEAD = 4
"""Starting processes takes about as long as reading a few transcripts."""


@click.command("import")
@project_argument
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--kind", metavar="KIND", help=f"One of: {', '.join(SourceKind)}.")
@click.option("--case", default="", metavar="NAME", help="Whom they are about.")
@click.option("--language", default="", metavar="L", help="Of the material: id, en, …")
@click.option("--name", default="stdin", metavar="NAME", help="Of the text that `-` reads.")
@click.option(
    "--encoding", default="", metavar="NAME", help="Of plain texts; else it is found out."
)
@click.option("--again", is_flag=True, help="Also files that are in the project already.")
@click.option("--turns", default="", metavar="FORM", help=f"One of: {', '.join(CHOICES[1:])}.")
@click.option("--asks", multiple=True, metavar="NAME", help="A speaker who asks the questions.")
@click.option("--posts", default="", metavar="HOW", help="Of tables: table (one source) or each.")
@click.option("--column", "columns", multiple=True, metavar="ROLE=NAME", help=COLUMN_HELP)
@click.option("--sheet", default="", metavar="NAME", help="Of a workbook.")
@click.option("--account-cases", is_flag=True, help="Of tables: each account is a case.")
@click.option("--comments", default="memos", metavar="HOW", help="Of files: memos or codes.")
@click.option("--keep-location", is_flag=True, help="Keep where pictures were taken.")
@json_option
def import_command(
    project: Path,
    paths: Sequence[str],
    kind: str | None,
    case: str,
    language: str,
    name: str,
    encoding: str,
    again: bool,
    turns: str,
    asks: Sequence[str],
    posts: str,
    columns: Sequence[str],
    sheet: str,
    account_cases: bool,
    comments: str,
    keep_location: bool,
    as_json: bool,
) -> None:
    """Import files; `-` reads a text from stdin, folders are walked.

    Each file is a step of its own that can be undone. What cannot be imported is skipped and said;
    the exit code is 2 if that is all there was.
    """
    options = ImportOptions(
        *(_kind(kind), case, _language(language), encoding, again),
        turns=one_of(turns, CHOICES),
        asking=tuple(asks),
        posts=one_of(posts, tuple(PostsAs)),
        columns=tuple(_column(written) for written in columns),
        sheet=sheet,
        account_cases=account_cases,
        keep_location=keep_location,
        comments=one_of(comments, ("memos", "codes")),
    )
    files, left_out = chosen_files([Path(path) for path in paths if path != STDIN])
    with writing(project) as opened:
        report = _import(opened, files, options)
        if STDIN in paths:
            _import_stdin(opened, name, options, report)
        if report.imported:
            Searcher(opened).bring_up_to_date()
    report.skipped[:0] = left_out
    shown = screen(as_json)
    _show(shown, report)
    if report.skipped and not report.imported:
        raise _nothing_imported(shown, report)


def chosen_files(paths: Sequence[Path]) -> tuple[list[Path], list[Skipped]]:
    """The files to read, those of folders included, and what is not even tried, with the reason."""
    files: list[Path] = []
    left_out: dict[Path, Skipped] = {}
    for path in paths:
        found = all_files([path])
        left_out.update((Path(skipped.path), skipped) for skipped in found.left_out)
        for file in found.known:
            outer = _project_folder(file, path)
            if outer is not None or file.suffix.lower() in PROJECT_SUFFIXES:
                place = outer or file
                error = UserError("project_not_imported", name=place.name)
                left_out.setdefault(place, Skipped(str(place), error))
            elif path.is_dir() and file.suffix.lower() not in registry.suffixes():
                known = ", ".join(sorted(registry.suffixes()))
                error = UserError("suffix_left_out", name=file.name, known=known)
                left_out.setdefault(file, Skipped(str(file), error))
            else:
                files.append(file)
    return list(dict.fromkeys(files)), list(left_out.values())


def _project_folder(file: Path, root: Path) -> Path | None:
    """The outermost folder, from `root` down, that is a project and holds the file."""
    if not root.is_dir():
        return None
    folders = [f for f in reversed(file.parents) if f == root or root in f.parents]
    return next((folder for folder in folders if (folder / QUALCODER_FILE).is_file()), None)


def _kind(written: str | None) -> SourceKind | None:
    if written is None:
        return None
    if written not in list(SourceKind):
        raise UserError("bad_kind", kind=written, kinds=", ".join(SourceKind))
    return SourceKind(written)


def _language(written: str) -> str:
    code = written.strip().lower()
    if code and not is_language(code):
        raise UserError("bad_language", given=written)
    return code


def one_of(given: str, choices: Sequence[str]) -> str:
    """The choice, empty for none. Raises UserError (`bad_choice`)."""
    if given and given not in choices:
        raise UserError("bad_choice", given=given, choices=", ".join(filter(None, choices)))
    return given


def _column(written: str) -> tuple[str, str]:
    role, equals, column = written.partition("=")
    if not equals or not column.strip():
        raise UserError("bad_assignment", given=written)
    return one_of(role.strip().lower(), tuple(Role)), column.strip()


def _import(project: Project, files: Sequence[Path], options: ImportOptions) -> ImportReport:
    with _progress() as progress:
        if len(files) < FILES_WORTH_READING_AHEAD:
            return import_files(project, files, options=options, progress=progress).value
        with bootstrap.reading_ahead() as executor:
            return import_files(
                project, files, options=options, executor=executor, progress=progress
            ).value


def _import_stdin(
    project: Project, name: str, options: ImportOptions, report: ImportReport
) -> None:
    try:
        text, warnings = decode(sys.stdin.buffer.read(), name, options.encoding)
        done = import_text(project, name, text, options=options).value
    except UserError as error:
        report.skipped.append(Skipped(STDIN, error))
    else:
        said = (*warnings, *done.warnings)
        report.imported.append(replace(done, path=STDIN, warnings=said))


def _show(shown: Screen, report: ImportReport) -> None:
    value = {
        "imported": [each for done in report.imported for each in _imported(shown, done)],
        "skipped": [{"path": s.path, "why": s.why.line(shown.language)} for s in report.skipped],
    }
    if shown.json(value):
        return
    for done in report.imported:
        if done.parts:
            shown.say("said_posts", n=len(done.parts), path=done.path)
        else:
            counts = {"characters": done.characters, "turns": done.turns}
            shown.say("said_imported", source=done.source, **counts)
        for warning in done.warnings:
            shown.say("said_warning", what=shown.text(warning))
    for skipped in report.skipped:
        shown.say("said_skipped", path=skipped.path, why=skipped.why.line(shown.language))


def _imported(shown: Screen, done: Imported) -> list[dict[str, Any]]:
    """An entry for each source that the file became; warnings are with the first."""
    warnings = [shown.text(warning) for warning in done.warnings]
    sources: Sequence[Part | Imported] = done.parts or (done,)
    return [
        {
            "path": done.path,
            "source": part.source,
            "guid": part.guid,
            "characters": part.characters,
            "turns": part.turns,
            "warnings": [] if number else warnings,
        }
        for number, part in enumerate(sources)
    ]


def _nothing_imported(shown: Screen, report: ImportReport) -> UserError:
    """Of one file its own reason; of several their number and the first reason."""
    first = report.skipped[0].why
    if len(report.skipped) == 1:
        return first
    return UserError("nothing_imported", count=len(report.skipped), why=first.line(shown.language))


@contextmanager
def _progress() -> Iterator[Progress]:
    """A bar on stderr while that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda done, total, name: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(file=sys.stderr), transient=True) as bar:
        task = bar.add_task(phrase("said_importing", screen().language))
        yield _on(bar, task)


def _on(bar: Any, task: Any) -> Callable[[int, int, str], None]:
    def advance(done: int, total: int, name: str) -> None:
        bar.update(task, completed=done, total=total)

    return advance


COMMANDS = {"import": import_command}
