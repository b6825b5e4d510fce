"""Transcripts with numbered lines, the same numbers as in the references."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from makna.domain.dates import long_date, number
from makna.domain.document import Run
from makna.domain.edition import Line as NumberedLine
from makna.domain.model import Passage, ProjectInfo, Source, SourceId, SourceKind, Turn
from makna.domain.report import (
    Block,
    Heading,
    Line,
    NumberedLines,
    PageBreak,
    Paragraph,
    Records,
    Report,
    Span,
    Spans,
    Style,
    TableOfContents,
    Value,
)
from makna.domain.wording import Language, phrase
from makna.services.reports.parts import Layout, document, labelled_text, titles

TALKS = (SourceKind.INTERVIEW, SourceKind.FOCUS_GROUP, SourceKind.OBSERVATION)
"""Kinds that are printed as transcripts when none are asked for."""
KEYS = ("source", "source_guid", "line", "speaker", "text", "codes")
_HEAD = 15
"""Lines in which a transcript says what it is."""


@dataclass(frozen=True)
class Transcript:
    """A source as it is printed."""

    source: Source
    lines: Sequence[NumberedLine]
    runs: Sequence[Run]
    turns: Sequence[Turn]
    facts: tuple[tuple[str, str], ...]
    """Label and value of the lines above it: narasumber, jabatan, lokasi, tanggal, waktu."""
    passages: tuple[tuple[Passage, tuple[str, ...]], ...] = ()
    """Those that stand in the margin, with the names of their codes."""


@dataclass(frozen=True)
class TranscriptLayout(Layout):
    margin: bool = False
    """Codes beside the lines at which their passages begin."""


def transcripts(
    project: ProjectInfo, found: Sequence[Transcript], layout: TranscriptLayout | None = None
) -> Report:
    """The transcripts, each on a sheet of its own."""
    layout = layout or TranscriptLayout()
    language = layout.language
    blocks: list[Block] = []
    if layout.contents and len(found) > 1:
        blocks.append(TableOfContents(phrase("report_contents", language), depth=1))
    if not found:
        blocks.append(Paragraph((Span(phrase("transcripts_none", language)),), Style.DETAIL))
    for index, transcript in enumerate(found):
        if index or len(found) > 1:
            blocks.append(PageBreak())
        blocks.extend(_blocks(transcript, layout))
    counts = (phrase("transcripts_count", language), number(len(found), language))
    return document(
        project,
        layout,
        "transcripts_title",
        blocks,
        _records(found, language),
        items=len(found),
        counts=[counts],
        prints_numbers_of=tuple(transcript.source.id for transcript in found),
    )


def head(source: Source, language: Language) -> tuple[tuple[str, str], ...]:
    """What is known of a source, for the lines above its text; its own labels win."""
    facts = [(name, value) for name, value in source.facts if value.strip()]
    said = {_plain(name) for name, _ in facts}
    usual = (
        ("transcripts_place", source.place, ("lokasi", "tempat", "place", "location")),
        ("transcripts_date", long_date(source.date, language), ("tanggal", "date", "haritanggal")),
    )
    for key, value, names in usual:
        if value and not said & set(names):
            facts.append((phrase(key, language), value))
    return tuple(facts)


def _blocks(transcript: Transcript, layout: TranscriptLayout) -> Iterator[Block]:
    language = layout.language
    yield Heading(1, transcript.source.name)
    begins = " ".join(line.text for line in transcript.lines[:_HEAD]).casefold()
    for label, value in transcript.facts:
        # What the transcript says of itself in its first lines is not said twice.
        if value.casefold() not in begins:
            yield labelled_text(label, value, Style.DETAIL)
    if not transcript.lines:
        yield Paragraph((Span(phrase("transcripts_empty", language)),), Style.DETAIL)
        return
    beside = _beside(transcript) if layout.margin else {}
    write = _Writer(transcript)
    lines = tuple(
        Line(line.number, write.spans(line), beside.get(at, ""))
        for at, line in enumerate(transcript.lines)
    )
    columns = ("transcripts_line", "transcripts_text", "transcripts_codes")
    heads = tuple(phrase(key, language) for key in columns)
    yield NumberedLines(lines, (heads[0], heads[1], heads[2]))


def _beside(transcript: Transcript) -> dict[int, str]:
    """The codes of the passages that begin in a line, with the lines that they go over."""
    starts = [line.start for line in transcript.lines]
    found: dict[int, list[str]] = {}
    for passage, names in transcript.passages:
        first = max(bisect_right(starts, passage.start) - 1, 0)
        last = max(bisect_right(starts, max(passage.end - 1, passage.start)) - 1, first)
        numbers = (transcript.lines[first].number, transcript.lines[last].number)
        where = f" ({numbers[0]}–{numbers[1]})" if numbers[0] != numbers[1] else ""
        found.setdefault(first, []).extend(f"{name}{where}" for name in names)
    return {at: "; ".join(dict.fromkeys(said)) for at, said in found.items()}


class _Writer:
    """Lines with the looks of the source, and the names of who speaks in bold."""

    def __init__(self, transcript: Transcript) -> None:
        self._runs = sorted(transcript.runs, key=lambda run: run.start)
        self._ends = [run.end for run in self._runs]
        self._speaks = {turn.start: turn.name for turn in transcript.turns}

    def spans(self, line: NumberedLine) -> Spans:
        name = self._speaks.get(line.start, "")
        spoken = len(name) if name and line.text.startswith(name) else 0
        spans = [Span(line.text[:spoken], bold=True)] if spoken else []
        at = spoken
        for run in self._runs[bisect_right(self._ends, line.start) :]:
            start, end = run.start - line.start, min(run.end - line.start, len(line.text))
            if start >= len(line.text):
                break
            start = max(start, at)
            if start >= end:
                continue
            if start > at:
                spans.append(Span(line.text[at:start]))
            spans.append(Span(line.text[start:end], run.bold, run.italic, run.underline))
            at = end
        if at < len(line.text):
            spans.append(Span(line.text[at:]))
        return tuple(spans)


def _records(found: Sequence[Transcript], language: Language) -> Records:
    rows: list[tuple[Value, ...]] = []
    for transcript in found:
        beside = _codes(transcript)
        starts = [turn.start for turn in transcript.turns]
        for at, line in enumerate(transcript.lines):
            turn = bisect_right(starts, line.start) - 1
            inside = turn >= 0 and line.start < transcript.turns[turn].end
            speaker = transcript.turns[turn].name if inside else ""
            source = transcript.source
            rows.append(
                (source.name, source.guid, line.number, speaker, line.text, beside.get(at, ()))
            )
    return Records(KEYS, titles(KEYS, language, line="line_number", text="line_text"), rows)


def _codes(transcript: Transcript) -> dict[int, tuple[str, ...]]:
    """All codes of each line, whether or not their passage begins there."""
    starts = [line.start for line in transcript.lines]
    found: dict[int, list[str]] = {}
    for passage, names in transcript.passages:
        first = max(bisect_right(starts, passage.start) - 1, 0)
        last = max(bisect_right(starts, max(passage.end - 1, passage.start)) - 1, first)
        for at in range(first, last + 1):
            found.setdefault(at, []).extend(names)
    return {at: tuple(dict.fromkeys(names)) for at, names in found.items()}


def _plain(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalpha())


def of_kinds(sources: Sequence[Source], only: frozenset[SourceId] | None) -> list[Source]:
    """Talks and observations; or those asked for, whatever they are, as long as they have text."""
    if only is None:
        return [source for source in sources if source.kind in TALKS and source.characters]
    return [source for source in sources if source.id in only and source.characters]
