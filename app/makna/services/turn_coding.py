"""What a speaker says: the turns without their marks, and coding all of them at once."""

from __future__ import annotations

from collections.abc import Sequence

from makna.domain.changes import Outcome
from makna.domain.document import Layout, paragraph_starts
from makna.domain.errors import NotFound
from makna.domain.model import CodeId, SourceId, SpeakerId, Turn
from makna.domain.pausing import Pausing, carried_out
from makna.domain.text import trimmed
from makna.domain.turns import mark_length
from makna.domain.wording import Message
from makna.services.codebook import new_code
from makna.services.span_coding import Span, code_spans
from makna.storage.project import Project

_A_TURN = 200
"""Marks that are measured in a few milliseconds."""


def mark_lengths(text: str, layout: Layout, turns: Sequence[Turn]) -> dict[int, int]:
    """By the start of each turn, how many characters the mark has with which it begins."""
    return carried_out(measuring_marks(text, layout, turns))


def measuring_marks(text: str, layout: Layout, turns: Sequence[Turn]) -> Pausing[dict[int, int]]:
    """The same, with places to breathe at."""
    paragraphs = zip(paragraph_starts(layout), layout, strict=True)
    styles = {start: (block.style, block.length) for start, block in paragraphs}
    lengths: dict[int, int] = {}
    for rank, turn in enumerate(turns, 1):
        style, length = styles.get(turn.start, ("body", 0))
        lengths[turn.start] = mark_length(text[turn.start : turn.start + length], style, turn.name)
        if rank % _A_TURN == 0:
            yield None
    return lengths


def said_by(project: Project, source: SourceId, speaker: SpeakerId) -> list[Span]:
    """What a speaker says in a source, turn by turn, without marks and white space around."""
    text = project.texts.text(source)
    turns = [turn for turn in project.sources.turns(source) if turn.speaker == speaker]
    lengths = mark_lengths(text, project.texts.layout(source), turns)
    said = (trimmed(text, turn.start + lengths[turn.start], turn.end) for turn in turns)
    return [Span(source, start, end) for start, end in said if text[start:end].strip()]


def code_turns(
    project: Project, source: SourceId, speaker: SpeakerId, code: CodeId
) -> Outcome[int]:
    """Code all turns of a speaker in a source, as one step; returns how many codings are new.

    Raises NotFound (`gone`), or UserError (`not_codable`) for a category.
    """
    named = project.codes.get(code)
    label = _label(project, source, speaker, named.name if named else "?")
    return code_spans(project, said_by(project, source, speaker), code, label)


def code_turns_anew(
    project: Project, source: SourceId, speaker: SpeakerId, name: str
) -> Outcome[int]:
    """Make a code and code all turns of a speaker with it, as one step. Raises as `add_code`."""
    with project.transact(_label(project, source, speaker, name)) as step:
        made = code_turns(project, source, speaker, new_code(project, name)).value
    return Outcome(made, step.changes)


def _label(project: Project, source: SourceId, speaker: SpeakerId, code: str) -> Message:
    names = {row["id"]: str(row["name"]) for row in project.sources.speakers(source)}
    if speaker not in names:
        raise NotFound("gone", thing="speaker")
    return Message.of("step.code-turns", speaker=names[speaker], code=code)
