"""Coding what a search found: the words themselves, or what is around them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from makna.domain.changes import Outcome
from makna.domain.model import CodeId, SourceId
from makna.domain.pausing import Pausing, carried_out
from makna.domain.text import Sentences, paragraph_at, trimmed
from makna.domain.wording import Message
from makna.services.codebook import add_code
from makna.services.hits import Unit
from makna.services.span_coding import Span, code_spans
from makna.storage.project import Project
from makna.storage.rows import batched

GROWN_A_TURN = 50
"""Places whose sentence or paragraph is looked up in one turn."""
GROUPED_A_TURN = 2_000
"""Places that are put to their sources in one turn."""


def widen(project: Project, spans: Sequence[Span], unit: Unit) -> list[Span]:
    """The spans grown to the unit around each, every place once, in order."""
    return carried_out(widening(project, spans, unit))


def widening(project: Project, spans: Sequence[Span], unit: Unit) -> Pausing[list[Span]]:
    """The same as `widen`, in turns."""
    grown: dict[tuple[SourceId, int, int], Span] = {}
    by_source: dict[SourceId, list[Span]] = {}
    for some in batched(spans, GROUPED_A_TURN):
        yield None
        for span in some:
            by_source.setdefault(span.source, []).append(span)
    for source, there in by_source.items():
        text = project.texts.text(source)
        sentences = Sentences(text)
        turns = project.sources.turns(source) if unit == "turn" else []
        spoken = [(turn.start, turn.end) for turn in turns]
        for rank, span in enumerate(there):
            start, end = _unit(text, sentences, span, unit, spoken)
            grown.setdefault((source, start, end), Span(source, start, end))
            if rank % GROWN_A_TURN == 0:
                yield None
    return list(grown.values())


def _unit(
    text: str, sentences: Sentences, span: Span, unit: Unit, turns: list[tuple[int, int]]
) -> tuple[int, int]:
    if unit == "sentence":
        first, last = sentences.at(span.start), sentences.at(span.end - 1)
        return min(first[0], span.start), max(last[1], span.end)
    if unit == "paragraph":
        return trimmed(text, *paragraph_at(text, span.start))
    if unit == "turn":
        index = bisect_right(turns, span.start, key=lambda turn: turn[0]) - 1
        if index >= 0 and span.start < turns[index][1]:
            return turns[index]
        return trimmed(text, *paragraph_at(text, span.start))
    return span.start, span.end


def code_hits(project: Project, spans: Sequence[Span], code: CodeId, query: str) -> Outcome[int]:
    """Code all these places, as one step; returns how many codings are new."""
    named = project.codes.get(code)
    label = Message.of("step.autocode", code=named.name if named else "?", query=query)
    return code_spans(project, spans, code, label)


def code_hits_anew(project: Project, spans: Sequence[Span], name: str, query: str) -> Outcome[int]:
    """Make a code and code all these places with it, as one step. Raises as `add_code` does."""
    label = Message.of("step.autocode", code=name, query=query)
    with project.transact(label) as step:
        code = add_code(project, name).value
        made = code_hits(project, spans, code, query).value
    return Outcome(made, step.changes)
