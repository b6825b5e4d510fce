"""Coding many places at once: what a search found, or what somebody said."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from makna.domain.changes import Outcome
from makna.domain.errors import UserError
from makna.domain.identity import new_guid
from makna.domain.model import CodeId, CoderId, PassageId, SourceId
from makna.domain.wording import Message
from makna.services.codebook import new_code
from makna.services.coding import codable
from makna.storage.clock import now
from makna.storage.project import Project


@dataclass(frozen=True)
class Span:
    """A stretch of a source's text."""

    source: SourceId
    start: int
    end: int


def code_spans(
    project: Project, spans: Sequence[Span], code: CodeId, label: Message | None = None
) -> Outcome[int]:
    """Code many places at once, as one step; returns how many codings are new."""
    tree_code = codable(project, code)
    with project.transact(label or Message.of("step.code_hits", code=tree_code.name)) as step:
        made = code_passages(project, _passages_at(project, spans), code).value
    return Outcome(made, step.changes)


def code_passages(project: Project, passages: Collection[PassageId], code: CodeId) -> Outcome[int]:
    """Code passages that are there, as one step; returns how many codings are new.

    Raises NotFound (`gone`), or UserError (`not_codable`) for a category.
    """
    tree_code = codable(project, code)
    label = Message.of("step.code_passages", n=len(passages), code=tree_code.name)
    with project.transact(label) as step:
        codings = project.passages.codings_of(code)
        coded = {passage for coding, passage in codings if coding.coder == project.coder}
        at = now()
        rows = [
            _coding_row(passage, code, project.coder, at)
            for passage in dict.fromkeys(passages)
            if passage not in coded
        ]
        project.passages.add_codings(rows)
    return Outcome(len(rows), step.changes)


def code_passages_anew(
    project: Project, passages: Collection[PassageId], name: str
) -> Outcome[int]:
    """Make a code and code these passages with it, as one step. Raises as `add_code` does."""
    with project.transact(Message.of("step.code_passages", n=len(passages), code=name)) as step:
        made = code_passages(project, passages, new_code(project, name)).value
    return Outcome(made, step.changes)


def _coding_row(passage: PassageId, code: CodeId, coder: CoderId, at: str) -> dict[str, object]:
    return {
        "guid": new_guid(),
        "passage_id": passage,
        "code_id": code,
        "coder_id": coder,
        "memo": "",
        "created_at": at,
    }


def _passages_at(project: Project, spans: Sequence[Span]) -> list[PassageId]:
    """Passages for many places: those of each source are looked up in one statement."""
    places: dict[tuple[SourceId, int, int], PassageId] = {}
    by_source: dict[SourceId, list[Span]] = {}
    for span in spans:
        by_source.setdefault(span.source, []).append(span)
    for source, there in by_source.items():
        length = project.texts.length(source)
        known = project.passages.keys_by_place(source)
        for span in there:
            if not 0 <= span.start < span.end <= length:
                raise UserError("bad_span", start=span.start, end=span.end, length=length)
            if (span.start, span.end) in known:
                places[source, span.start, span.end] = known[span.start, span.end]
    wanted = dict.fromkeys((span.source, span.start, span.end) for span in spans)
    missing = [place for place in wanted if place not in places]
    rows = [
        {"guid": new_guid(), "source_id": source, "start": start, "end": end}
        for source, start, end in missing
    ]
    for place, key in zip(missing, project.passages.add_many(rows), strict=True):
        places[place] = PassageId(key)
    return [places[(span.source, span.start, span.end)] for span in spans]
