"""The audit trail: every step of the work with its date, who took it and what it changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from makna.domain.dates import here, local_day, number
from makna.domain.model import ProjectInfo
from makna.domain.report import (
    Block,
    Column,
    Paragraph,
    Records,
    Report,
    Span,
    Spans,
    Style,
    Table,
    Value,
)
from makna.domain.wording import PHRASES, Language, Message, phrase
from makna.services.reports.parts import Layout, document, titles

KEYS = ("id", "at", "coder", "label", "counts", "undone")


@dataclass(frozen=True)
class Step:
    """One entry of the history."""

    id: int
    at: str
    coder: str
    label: Message
    counts: dict[str, list[int]]
    """Table → rows added, changed, deleted."""
    undone: bool


def audit(project: ProjectInfo, steps: Sequence[Step], layout: Layout | None = None) -> Report:
    """The trail in the order in which it was made; `steps` as they happened."""
    layout = layout or Layout()
    language = layout.language
    return document(
        project,
        layout,
        "audit_title",
        _blocks(steps, language),
        _records(steps, language),
        items=len(steps),
        counts=_counts(steps, language),
    )


def _counts(steps: Sequence[Step], language: Language) -> list[tuple[str, str]]:
    undone = sum(step.undone for step in steps)
    found = [(phrase("audit_count", language), number(len(steps), language))]
    if undone:
        found.append((phrase("audit_undone_count", language), number(undone, language)))
    if steps:
        first, last = (local_day(step.at, language) for step in (steps[0], steps[-1]))
        found.append(
            (phrase("audit_period", language), first if first == last else f"{first} – {last}")
        )
    return found


def _blocks(steps: Sequence[Step], language: Language) -> tuple[Block, ...]:
    if not steps:
        return (Paragraph((Span(phrase("audit_none", language)),), Style.DETAIL),)
    columns = (
        Column(phrase("audit_number", language), 0.7, "right"),
        Column(phrase("audit_when", language), 1.7),
        Column(phrase("audit_coder", language), 1.6),
        Column(phrase("audit_step", language), 3.6),
        Column(phrase("audit_changes", language), 2.4),
    )
    rows = tuple(_row(number_, step, language) for number_, step in enumerate(steps, 1))
    title, note = phrase("audit_title", language), phrase("audit_note", language)
    return (Table(columns, rows, title, note, mark="audit"),)


def _row(rank: int, step: Step, language: Language) -> tuple[Spans, ...]:
    dim = step.undone
    label = step.label.text(language)
    said: Spans = (Span(label, dim=dim),)
    if step.undone:
        said = (*said, Span(f" ({phrase('audit_undone', language)})", italic=True))
    return (
        (Span(number(rank, language), dim=dim),),
        (Span(moment(step.at, language), dim=dim),),
        (Span(step.coder, dim=dim),),
        said,
        (Span(_changes(step.counts, language), dim=dim),),
    )


def moment(at: str, language: Language) -> str:
    """Day and time where this computer is."""
    local = here(at)
    if local is None:
        return at
    clock = local.strftime("%H:%M" if language == "en" else "%H.%M")
    return f"{local_day(at, language)}, {clock}"


def _changes(counts: dict[str, list[int]], language: Language) -> str:
    """`3 codings added, 1 code changed`, for the tables that a reader knows."""
    parts = []
    for table, (added, changed, deleted) in counts.items():
        name = phrase(f"audit_table_{table}", language)
        if f"audit_table_{table}" not in PHRASES:
            continue
        for count, sign in ((added, "+"), (changed, "±"), (deleted, "−")):
            if count:
                parts.append(f"{sign}{number(count, language)} {name}")
    return "; ".join(parts)


def _records(steps: Sequence[Step], language: Language) -> Records:
    rows: list[tuple[Value, ...]] = [
        (
            *(step.id, step.at, step.coder, step.label.text(language)),
            _changes(step.counts, language),
            step.undone,
        )
        for step in steps
    ]
    names = {"id": "step_id", "at": "step_at", "label": "step_label", "counts": "step_counts"}
    return Records(KEYS, titles(KEYS, language, undone="step_undone", **names), rows)
