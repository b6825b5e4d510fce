"""Coding: apply, uncode, autocode."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, get_args

import click

from makna.cli.opening import (
    find_code,
    only_one,
    project_argument,
    reading,
    rectangle,
    span,
    work_as,
    writing,
)
from makna.cli.screen import Screen, json_option, screen
from makna.domain.codetree import split_path
from makna.domain.errors import NotFound, UserError
from makna.domain.model import Code, Source, SourceId
from makna.domain.regions import Region
from makna.domain.text import canonical
from makna.domain.wording import Message
from makna.services import coding as verbs
from makna.services.places import check_place
from makna.services.sources import find_source, natural
from makna.services.span_coding import Span
from makna.storage.project import Project

UNITS = ("match", "sentence", "paragraph", "turn")

source_option = click.option("--source", required=True, metavar="S")
code_option = click.option("--code", required=True, metavar="PATH")
rect_option = click.option(
    "--rect",
    metavar="PAGE:X1:Y1:X2:Y2",
    help="Pixels of a picture (page 1), thousandths of a point of a PDF page, from the top left.",
)
coder_option = click.option("--coder", metavar="NAME", help="Whose coding it is.")


@click.command()
@project_argument
@source_option
@code_option
@click.option("--span", "place", metavar="A:B", help="Characters, counted from 0; B is outside.")
@click.option("--quote", metavar="TEXT", help="The words themselves.")
@rect_option
@click.option("--nth", type=int, metavar="N", help="Which of their occurrences; 1 is the first.")
@click.option("--memo", default="", metavar="TEXT", help="Why this code is on this passage.")
@coder_option
@json_option
def apply(
    project: Path,
    source: str,
    code: str,
    place: str | None,
    quote: str | None,
    rect: str | None,
    nth: int | None,
    memo: str,
    coder: str | None,
    as_json: bool,
) -> None:
    """Code a passage, given by its place, its words, or as a rectangle on a page.

    Coding it twice changes nothing.
    """
    only_one(span=place, quote=quote, rect=rect)
    if nth is not None and quote is None:
        raise UserError("options_clash", options="--span, --nth")
    with writing(project) as opened:
        found = find_source(opened, source)
        where, region = found.id, None
        if quote is not None:
            start, end = _quoted(opened, found, quote, 1 if nth is None else nth)
        else:
            start, end, region = _place(opened, where, place, rect)
        check_place(opened, where, start, end, region)
        chosen = find_code(opened, code)
        if coder is not None:
            work_as(opened, coder)
        done = verbs.apply_code(
            opened, where, start, end, chosen.id, memo=memo, region=region
        ).value
        shape = _shape(opened, where, done, start, end, region)
    shown = screen(as_json)
    if not shown.json(shape):
        _say(shown, "applied", chosen.name, shape)


@click.command()
@project_argument
@source_option
@code_option
@click.option("--span", "place", metavar="A:B")
@rect_option
@coder_option
@json_option
def uncode(
    project: Path,
    source: str,
    code: str,
    place: str | None,
    rect: str | None,
    coder: str | None,
    as_json: bool,
) -> None:
    """Take a code off a passage; one that carries nothing else goes with it."""
    only_one(span=place, rect=rect)
    with writing(project) as opened:
        where = find_source(opened, source).id
        start, end, region = _place(opened, where, place, rect)
        check_place(opened, where, start, end, region)
        chosen = find_code(opened, code)
        if coder is not None:
            _check_coder(opened, coder)
            work_as(opened, coder)
        done = verbs.uncode(opened, where, start, end, chosen.id, region=region).value
        shape = _shape(opened, where, done, start, end, region)
    shown = screen(as_json)
    if not shown.json(shape):
        _say(shown, "uncoded", chosen.name, shape)


@click.command()
@project_argument
@code_option
@click.argument("query")
@click.option("--regex", is_flag=True, help="QUERY is a regular expression.")
@click.option("--exact", is_flag=True, help="QUERY is looked for letter by letter.")
@click.option("--unit", type=click.Choice(UNITS), default="match", show_default=True)
@click.option("--dry-run", is_flag=True, help="Change nothing; say what would be coded.")
@coder_option
@json_option
def autocode(
    project: Path,
    code: str,
    query: str,
    regex: bool,
    exact: bool,
    unit: str,
    dry_run: bool,
    coder: str | None,
    as_json: bool,
) -> None:
    """Code everything in the sources that QUERY finds, as one step; the code is made if needed."""
    from makna.services import searching

    mode = search_mode(regex, exact)
    check_query(query)
    with reading(project) if dry_run else writing(project, coder) as opened:
        hits = searching.Searcher(opened).all_hits(query, mode)
        chosen_unit = next(each for each in get_args(searching.Unit) if each == unit)
        spans = _in_order(opened, searching.widen(opened, hits, chosen_unit))
        found = _existing(opened, code)
        if dry_run:
            count = _number_new(opened, spans, found, coder)
        else:
            count = _code_all(opened, spans, found, code, query)
        passages = _passages(opened, spans)
    shown = screen(as_json)
    if not shown.json({"codings": count, "passages": passages}):
        shown.say("said_would_autocode" if dry_run else "said_autocoded", codings=count)
        for each in passages:
            each["place"] = f"{each['start']}:{each['end']}"
        shown.rows(passages, "source", "place", "text")


def search_mode(regex: bool, exact: bool) -> Any:
    """The `searching.Mode` that the two flags mean."""
    if regex and exact:
        raise UserError("options_clash", options="--regex, --exact")
    return "regex" if regex else "exact" if exact else "ranked"


def check_query(query: str) -> None:
    if not query.strip():
        raise UserError("empty_query")


def _quoted(project: Project, source: Source, quote: str, nth: int) -> tuple[int, int]:
    """Where the words stand for the nth time, occurrences not overlapping."""
    words = canonical(quote)
    text = project.texts.text(source.id)
    starts = [hit.start() for hit in re.finditer(re.escape(words), text)] if words else []
    if not 1 <= nth <= len(starts):
        raise UserError("quote_nth", source=source.name, nth=nth, times=len(starts))
    return starts[nth - 1], starts[nth - 1] + len(words)


def _place(
    project: Project, source: SourceId, place: str | None, rect: str | None
) -> tuple[int, int, Region | None]:
    """What `--span` or `--rect` names: start, end, and the rectangle where it is one."""
    if rect is None:
        return (*span(place or ""), None)
    # Only here: what reads pages is not needed to code a text.
    from makna.services.pages import page_start

    region = rectangle(rect)
    start = page_start(project, source, region.page)
    return start, start, region


def _shape(
    project: Project,
    source: SourceId,
    done: verbs.Applied,
    start: int,
    end: int,
    region: Region | None,
) -> dict[str, Any]:
    shape: dict[str, Any] = {
        "coding": done.guid,
        "passage": done.passage_guid,
        "start": start,
        "end": end,
        "text": project.texts.text(source)[start:end],
    }
    if region is not None:
        shape |= {"start": None, "end": None, "place": {"type": "page", **asdict(region)}}
    return shape


def _say(shown: Screen, verb: str, code: str, shape: dict[str, Any]) -> None:
    place = shape.get("place")
    if place is None:
        words = {"start": shape["start"], "end": shape["end"], "text": shape["text"]}
        shown.say(f"said_{verb}", code=code, **words)
    else:
        edges = ":".join(str(place[edge]) for edge in ("x1", "y1", "x2", "y2"))
        shown.say(f"said_{verb}_rect", code=code, page=place["page"], rect=edges)


def _check_coder(project: Project, name: str) -> None:
    if not any(coder.name == " ".join(name.split()) for coder in project.overview.coders()):
        raise NotFound("not_found", thing="coder", name=name)


def _in_order(project: Project, spans: list[Span]) -> list[Span]:
    """By source name and place, like every list of passages."""
    names = {source.id: natural(source.name) for source in project.sources.all()}
    return sorted(spans, key=lambda s: (names[s.source], s.source, s.start, s.end))


def _existing(project: Project, path: str) -> Code | None:
    """The code, or None where it is to be made. Raises UserError when it is ambiguous."""
    split_path(path)
    try:
        return find_code(project, path)
    except NotFound as error:
        if error.key != "not_found":
            raise
        return None


def _code_all(
    project: Project, spans: list[Span], found: Code | None, path: str, query: str
) -> int:
    from makna.services.codebook import add_path
    from makna.services.searching import code_hits

    if not spans:
        return 0
    name = found.name if found else split_path(path)[-1]
    with project.transact(Message.of("step.autocode", code=name, query=query)):
        code = found.id if found else add_path(project, path).value
        return code_hits(project, spans, code, query).value


def _number_new(project: Project, spans: list[Span], found: Code | None, coder: str | None) -> int:
    """How many of the places do not carry the code of this coder yet."""
    if found is None:
        return len(spans)
    if not found.codable:
        raise UserError("not_codable", code=found.name)
    who = {c.name: c.id for c in project.overview.coders()}.get(coder or "")
    mine = project.coder if coder is None else who
    coded = [p for c, p in project.passages.codings_of(found.id) if c.coder == mine]
    places = {(p.source, p.start, p.end) for p in project.passages.by_ids(coded)}
    return sum((span.source, span.start, span.end) not in places for span in spans)


def _passages(project: Project, places: Sequence[Span]) -> list[dict[str, Any]]:
    """The places that were found; `passage` is null where nothing stands yet."""
    guids: dict[tuple[SourceId, int, int], str] = {}
    texts: dict[SourceId, str] = {}
    names = {source.id: source.name for source in project.sources.all()}
    for source in dict.fromkeys(place.source for place in places):
        texts[source] = project.texts.text(source)
        for passage in project.passages.of_source(source):
            if passage.region is None:
                guids[source, passage.start, passage.end] = passage.guid
    return [
        {
            "passage": guids.get((place.source, place.start, place.end)),
            "source": names[place.source],
            "start": place.start,
            "end": place.end,
            "text": texts[place.source][place.start : place.end],
        }
        for place in places
    ]


COMMANDS = {"apply": apply, "uncode": uncode, "autocode": autocode}
