"""Memos: memo, memos."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from makna.cli.opening import project_argument, reading, writing
from makna.cli.screen import json_option, screen
from makna.cli.shapes import memo_shape
from makna.domain.errors import UserError
from makna.domain.model import LinkTarget, MemoKind
from makna.services.memos import Link, get_memo, write_memo


@click.command()
@project_argument
@click.option("--title", required=True, metavar="T")
@click.option("--text", required=True, metavar="MARKDOWN")
@click.option("--kind", default="other", metavar="K", help=f"One of: {', '.join(MemoKind)}.")
@click.option("--link", "links", multiple=True, metavar="TYPE:GUID", help="What it is about.")
@json_option
def memo(
    project: Path, title: str, text: str, kind: str, links: Sequence[str], as_json: bool
) -> None:
    """Write a memo."""
    if kind not in list(MemoKind):
        raise UserError("bad_memo_kind", kind=kind, kinds=", ".join(MemoKind))
    linked = [_link(each) for each in links]
    with writing(project) as opened:
        key = write_memo(opened, title, text, kind=MemoKind(kind), links=linked).value
        guid = get_memo(opened, key).guid
    shown = screen(as_json)
    if not shown.json({"guid": guid}):
        shown.say("said_memo_written", guid=guid)


@click.command()
@project_argument
@json_option
def memos(project: Path, as_json: bool) -> None:
    """List the memos, oldest first."""
    shown = screen(as_json)
    with reading(project) as opened:
        found = [memo_shape(each) for each in opened.memos.all()]
    if not shown.as_json:
        for each in found:
            each["links"] = [link["label"] or link["guid"] for link in each["links"]]
    shown.rows(found, "title", "kind", "text", "links", "guid")


def _link(written: str) -> Link:
    """`passage:GUID` as a link; whether the GUID is there is for the service to say."""
    kind, _, guid = written.partition(":")
    if kind not in list(LinkTarget) or not guid.strip():
        raise UserError("bad_link", given=written, types=", ".join(LinkTarget))
    return LinkTarget(kind), guid.strip()


COMMANDS = {"memo": memo, "memos": memos}
