"""Finding: search, retrieve."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click

from makna.cli.coding import check_query, search_mode
from makna.cli.opening import project_argument, reading
from makna.cli.screen import json_option, screen
from makna.cli.shapes import excerpt_shape
from makna.domain.errors import UserError
from makna.services.retrieval import read_excerpts
from makna.services.retrieval import retrieve as choose
from makna.storage.project import Project

_QUOTED = re.compile(r'"(?:\\.|[^"\\])*"')
_PROXIMITY = re.compile(r"(?<!\S)(OVERLAPS|WITHIN|ENCLOSES|NEAR/\d+|FOLLOWS|COOCCURS)(?!\S)")


@click.command()
@project_argument
@click.argument("query")
@click.option("--regex", is_flag=True, help="QUERY is a regular expression.")
@click.option("--exact", is_flag=True, help="QUERY is looked for letter by letter.")
@click.option("--limit", type=click.IntRange(min=1), default=100, show_default=True, metavar="N")
@json_option
def search(project: Path, query: str, regex: bool, exact: bool, limit: int, as_json: bool) -> None:
    """Search sources and memos: words in all their forms, "phrases", AND OR NOT, pref*, fuzzy~."""
    from makna.services.searching import Searcher

    check_query(query)
    mode = search_mode(regex, exact)
    with reading(project) as opened:
        hits = Searcher(opened).search(query, mode=mode, limit=limit)
    found = [
        {
            "type": hit.type,
            "guid": hit.guid,
            "source": hit.name,
            "start": hit.start,
            "end": hit.end,
            "text": hit.text,
            "before": hit.before,
            "after": hit.after,
            "score": hit.score,
        }
        for hit in hits
    ]
    shown = screen(as_json)
    if not shown.as_json:
        for each, hit in zip(found, hits, strict=True):
            each["place"] = f"{hit.start}:{hit.end}"
            each["text"] = f"{hit.before}[{hit.text}]{hit.after}"
    shown.rows(found, "source", "place", "text")


@click.command()
@project_argument
@click.option("--where", default="", metavar="EXPRESSION", help='code:"A > B" AND NOT case:I1, …')
@click.option("--include-subcodes", is_flag=True, help="A code stands for those below it, too.")
@json_option
def retrieve(project: Path, where: str, include_subcodes: bool, as_json: bool) -> None:
    """Read out passages, by source and place; without --where all, those without a code too.

    Terms are code: kind: case: source: speaker: coder: text: star: and var.NAME with a comparison,
    joined by AND, OR, NOT and brackets.
    """
    check_where(where)
    with reading(project) as opened:
        found = _excerpts(opened, where, include_subcodes)
    if not as_json:
        for each in found:
            _say_place(each)
    screen(as_json).rows(found, "source", "paragraph", "lines", "codes", "text")


def _say_place(row: dict[str, Any]) -> None:
    """Lines of a stretch of text; page and edges of a rectangle."""
    place = row["place"]
    if place["type"] == "text":
        row["lines"] = f"{row['line_from']}–{row['line_to']}"
    else:
        row["paragraph"] = ""
        row["lines"] = ":".join(str(place[edge]) for edge in ("page", "x1", "y1", "x2", "y2"))


def check_where(where: str) -> None:
    """Raises UserError for relations between codes, which are not possible yet."""
    relation = _PROXIMITY.search(_QUOTED.sub('""', where))
    if relation is not None:
        raise UserError("not_yet", what=f"--where … {relation[1]} …")


def _excerpts(project: Project, where: str, include_subcodes: bool) -> list[dict[str, Any]]:
    passages = choose(project, where, include_subcodes=include_subcodes)
    return [excerpt_shape(excerpt) for excerpt in read_excerpts(project, passages)]


COMMANDS = {"search": search, "retrieve": retrieve}
