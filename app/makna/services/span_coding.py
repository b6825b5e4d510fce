"""Coding many places at once: what a search found, or what somebody said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from makna.domain.changes import Outcome
from makna.domain.errors import UserError
from makna.domain.identity import new_guid
from makna.domain.model import CodeId, CoderId, PassageId, SourceId
from makna.domain.wording import Message
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
    made = 0
    with project.transact(label or Message.of("step.code_hits", code=tree_code.name)) as step:
        passages = _passages_at(project, spans)
        codings = project.passages.codings_of(code)
        coded = {passage for coding, passage in codings if coding.coder == project.coder}
        rows = [
            _coding_row(passage, code, project.coder)
            for passage in dict.fromkeys(passages)
            if passage not in coded
        ]
        made = len(rows)
        project.passages.add_codings(rows)
    return Outcome(made, step.changes)


def _coding_row(passage: PassageId, code: CodeId, coder: CoderId) -> dict[str, object]:
    return {
        "guid": new_guid(),
        "passage_id": passage,
        "code_id": code,
        "coder_id": coder,
        "memo": "",
        "created_at": now(),
    }


def _passages_at(project: Project, spans: Sequence[Span]) -> list[PassageId]:
    """Passages for many places: those of each source are looked up in one statement."""
    places: dict[tuple[SourceId, int, int], PassageId] = {}
    for source in dict.fromkeys(span.source for span in spans):
        length = project.texts.length(source)
        for span in spans:
            if span.source == source and not 0 <= span.start < span.end <= length:
                raise UserError("bad_span", start=span.start, end=span.end, length=length)
        for passage in project.passages.of_source(source):
            if passage.region is None:
                places.setdefault((source, passage.start, passage.end), passage.id)
    wanted = dict.fromkeys((span.source, span.start, span.end) for span in spans)
    missing = [place for place in wanted if place not in places]
    rows = [
        {"guid": new_guid(), "source_id": source, "start": start, "end": end}
        for source, start, end in missing
    ]
    for place, key in zip(missing, project.passages.add_many(rows), strict=True):
        places[place] = PassageId(key)
    return [places[(span.source, span.start, span.end)] for span in spans]
