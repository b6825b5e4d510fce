"""Comments of a Word file: what they would become, and taking them in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import click

from makna.cli.opening import project_argument, reading, writing
from makna.cli.pseudonyms import replacements_json, show_replacements
from makna.cli.screen import Screen, json_option, screen
from makna.domain.codetree import join_path
from makna.domain.comment_plan import Plan, Planned, State
from makna.domain.comment_text import Grammar
from makna.domain.model import SourceId
from makna.domain.pseudonyms import Replacer
from makna.domain.wording import phrase
from makna.services.comment_export import export_comments
from makna.services.comment_intake import Taken, take_comments
from makna.services.comments import plan_comments
from makna.services.leaks import names_in
from makna.services.pseudonyms import replacer
from makna.services.sources import find_source
from makna.storage.project import Project


@click.command()
@project_argument
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--source", "sources", multiple=True, metavar="SOURCE", help="What FILE is about.")
@click.option("--new-codes", is_flag=True, help="A short line is a code even if it is a new one.")
@click.option("--several", is_flag=True, help="`;` and `,` separate codes; `a: b, c` nests them.")
@click.option("--correct", is_flag=True, help="Correct the sources where FILE's text was edited.")
@click.option("--remove", is_flag=True, help="Take off codes that FILE no longer says.")
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
@json_option
def comments(
    project: Path,
    file: Path,
    sources: Sequence[str],
    new_codes: bool,
    several: bool,
    correct: bool,
    remove: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Take in a Word file that somebody commented: codes, memos, replies.

    A comment whose first lines are codes of the project (a path each) codes its passage, in the
    name of who wrote it; what follows, and any other comment, becomes a memo. Comments that went
    out with `export comments` are recognised. The same file taken in again changes nothing.
    """
    shown = screen(as_json)
    grammar = Grammar(new_codes, several)
    opening: AbstractContextManager[Project] = reading(project) if dry_run else writing(project)
    with opening as opened:
        keys: list[SourceId] = [find_source(opened, source).id for source in sources]
        plan = plan_comments(opened, file, keys, grammar=grammar)
        taken = None
        if not dry_run:
            taken = take_comments(opened, plan, remove=remove, correct=correct).value
        names = {source.id: source.name for source in opened.sources.all()}
    value = {**_plan(plan, names), "taken": None if taken is None else _taken(taken)}
    if not shown.json(value):
        _show(shown, plan, taken)


def write_commented(
    project: Path,
    out: Path,
    sources: Sequence[str],
    language: str | None,
    *,
    real_names: bool,
    as_json: bool,
) -> None:
    """`export PROJECT comments OUT`: transcripts with a comment on each coded passage.

    An OUT that is a folder gets a file for each source.
    """
    shown = screen(as_json)
    with reading(project) as opened:
        keys = [find_source(opened, source).id for source in sources]
        spoken = language or opened.overview.language()
        done = export_comments(
            opened,
            out,
            keys,
            language="id" if spoken == "id" else "en",
            pseudonyms=not real_names,
        )
        finder = Replacer(()) if real_names else replacer(opened)
        file_names = [name for path in done.paths for name in names_in(finder, path.name)]
    value = {
        "path": str(out),
        "items": done.comments,
        "paths": [str(path) for path in done.paths],
        "sources": done.sources,
        "replacements": replacements_json(done.replacements),
        "file_name": file_names,
    }
    if not shown.json(value):
        for path in done.paths:
            shown.say("said_written", path=str(path), items=done.comments)
        show_replacements(shown, done.replacements)
        for written in file_names:
            shown.say("said_file_name_leaks", written=written)


def _show(shown: Screen, plan: Plan, taken: Taken | None) -> None:
    for each in plan.comments:
        if each.state is not State.UNCHANGED:
            click.echo(_line(shown, each))
    unchanged = sum(each.state is State.UNCHANGED for each in plan.comments)
    if taken is not None:
        shown.say("said_comments_in", codings=taken.codings, memos=taken.memos, unchanged=unchanged)
    else:
        codings = sum(len(each.codes) for each in plan.comments if each.action == "code")
        memos = sum(each.action == "memo" for each in plan.comments)
        shown.say("said_comments_would", codings=codings, memos=memos, unchanged=unchanged)
    if plan.edits and not (taken and taken.corrected):
        shown.say("said_comments_edits", n=len(plan.edits))
        for edit in plan.edits[:20]:
            shown.say("said_comments_edit", old=edit.old, new=edit.new)
    if plan.removable and not (taken and taken.removed):
        shown.say("said_comments_removed", n=plan.removable)
    if plan.adrift:
        shown.say("said_comments_adrift", n=plan.adrift)


def _line(shown: Screen, each: Planned) -> str:
    language = shown.language
    codes = ", ".join(join_path(code.names) for code in each.codes) if each.action == "code" else ""
    what = phrase(f"action_{each.action}", language)
    state = phrase(f"comment_{each.state}", language)
    words = " ".join(each.quoted.split())[:40]
    said = " ".join(each.text.split())[:60]
    return f"{state} → {what}{f' ({codes})' if codes else ''}: “{words}” | {each.author}: {said}"


def _plan(plan: Plan, names: Mapping[SourceId, str]) -> dict[str, Any]:
    return {
        "file": plan.file,
        "comments": [_planned(each, names) for each in plan.comments],
        "edits": [
            {"source": names[e.source], "start": e.start, "end": e.end, "old": e.old, "new": e.new}
            for e in plan.edits
        ],
        "adrift": plan.adrift,
    }


def _planned(each: Planned, names: Mapping[SourceId, str]) -> dict[str, Any]:
    return {
        "state": str(each.state),
        "action": str(each.action),
        "source": names[each.source],
        "start": each.start,
        "end": each.end,
        "quoted": each.quoted,
        "how": each.how,
        "author": each.author,
        "at": each.at,
        "text": each.text,
        "replies": [{"author": r.author, "at": r.at, "text": r.text} for r in each.replies],
        "resolved": each.resolved,
        "codes": [{"path": join_path(c.names), "new": c.id is None} for c in each.codes],
        "memo": each.memo,
        "removed": [join_path(names) for _, names in each.removed],
    }


def _taken(taken: Taken) -> dict[str, int]:
    return {
        "codings": taken.codings,
        "memos": taken.memos,
        "codes": taken.codes,
        "removed": taken.removed,
        "corrected": taken.corrected,
    }


COMMANDS = {"comments": comments}
