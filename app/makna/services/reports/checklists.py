"""COREQ and SRQR drafts: what the project knows with its evidence, the rest as questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from makna.domain.dates import number
from makna.domain.model import MemoKind, SourceKind
from makna.domain.report import (
    Block,
    Column,
    Heading,
    Paragraph,
    Records,
    Report,
    Span,
    Spans,
    Style,
    Table,
    Value,
)
from makna.domain.wording import Language, phrase
from makna.domain.wording.checklist_items import COREQ, SRQR
from makna.services.reports.knowledge import Knowledge, Sayings
from makna.services.reports.parts import Layout, cell, document, titles

Standard = Literal["coreq", "srqr"]
KEYS = ("number", "part", "item", "question", "known", "answered")
_PARTS: dict[Standard, tuple[int, ...]] = {"coreq": (1, 9, 24), "srqr": (1, 5, 16, 18)}
_SIZES: dict[Standard, int] = {"coreq": len(COREQ), "srqr": len(SRQR)}
_THINKING = (MemoKind.METHODOLOGICAL, MemoKind.REFLECTIVE)
Ask = Callable[[Sayings], Iterator[str]]


def _all(*asks: Ask) -> Ask:
    def together(say: Sayings) -> Iterator[str]:
        for ask in asks:
            yield from ask(say)

    return together


def _variable(key: str) -> Ask:
    return lambda say: say.variable(key)


def _memos(*kinds: MemoKind) -> Ask:
    return lambda say: say.memos(*kinds)


def _observations(say: Sayings) -> Iterator[str]:
    return say.of_kind("knows_observations", SourceKind.OBSERVATION)


def _recordings(say: Sayings) -> Iterator[str]:
    return say.of_kind("knows_recordings", SourceKind.AUDIO, SourceKind.VIDEO)


def _saturation(say: Sayings) -> Iterator[str]:
    return say.named_variable("saturasi", "kejenuhan", "saturation")


_DESCRIBED = tuple(_variable(key) for key in ("position", "age", "sex", "role", "date", "medium"))
_CHECKED = _variable("member_check")
_KNOWN: dict[Standard, dict[int, Ask]] = {
    "coreq": {
        1: Sayings.askers,
        8: _memos(MemoKind.REFLECTIVE),
        9: Sayings.works,
        12: Sayings.cases,
        14: _all(_variable("place"), _variable("medium"), Sayings.places),
        16: _all(*_DESCRIBED),
        18: Sayings.repeated,
        19: _all(_recordings, Sayings.times),
        20: _all(_observations, _memos(MemoKind.REFLECTIVE)),
        21: _variable("duration"),
        22: _saturation,
        24: Sayings.coders,
        25: Sayings.codes,
        26: _all(Sayings.origins, Sayings.works),
        27: Sayings.software,
        28: _CHECKED,
        29: Sayings.quotations,
        30: Sayings.trail,
        31: Sayings.themes,
        32: Sayings.subcodes,
    },
    "srqr": {
        1: Sayings.name,
        3: Sayings.description,
        4: Sayings.questions,
        5: _all(Sayings.works, _memos(MemoKind.THEORETICAL)),
        6: _all(Sayings.askers, _memos(MemoKind.REFLECTIVE)),
        7: Sayings.places,
        8: _all(Sayings.cases, _variable("role"), _saturation),
        9: _all(_variable("consent"), Sayings.pseudonyms),
        10: _all(Sayings.sources, Sayings.dates, _variable("medium"), _variable("duration")),
        11: _recordings,
        12: _all(Sayings.cases, Sayings.sources, *_DESCRIBED[1:3]),
        13: _all(Sayings.software, Sayings.times, Sayings.translated, Sayings.pseudonyms),
        14: _all(Sayings.coders, Sayings.codes, Sayings.origins),
        15: _all(_CHECKED, Sayings.trail, _memos(*_THINKING)),
        16: _all(Sayings.themes, _memos(MemoKind.SUMMARY)),
        17: _all(Sayings.quotations, _observations),
    },
}
"""What the project may know about an item; items that are not here are questions only."""


def checklist(standard: Standard, knowledge: Knowledge, layout: Layout | None = None) -> Report:
    """The draft, an item a row in the standard's order and parts."""
    layout = layout or Layout()
    language = layout.language
    say = Sayings(knowledge, language)
    known = {n: tuple(_said(standard, n, say)) for n in range(1, _SIZES[standard] + 1)}
    filled = sum(bool(said) for said in known.values())
    counts = (phrase("checklist_filled", language), f"{number(filled, language)} / {len(known)}")
    return document(
        knowledge.project,
        layout,
        f"{standard}_title",
        tuple(_blocks(standard, known, language)),
        _records(standard, known, language),
        items=len(known),
        counts=[counts],
        page=layout.page.turned(),
    )


def _said(standard: Standard, item: int, say: Sayings) -> Iterator[str]:
    ask = _KNOWN[standard].get(item)
    if ask is not None:
        yield from dict.fromkeys(ask(say))


def _blocks(
    standard: Standard, known: dict[int, tuple[str, ...]], language: Language
) -> Iterator[Block]:
    for key in (f"{standard}_about", "checklist_how"):
        yield Paragraph((Span(phrase(key, language)),), Style.DEFINITION)
    columns = (
        Column(phrase("checklist_number", language), 0.6, "right"),
        Column(phrase("checklist_item", language), 3.2),
        Column(phrase("checklist_known", language), 5.2),
        Column(phrase("checklist_answer", language), 2.6),
    )
    starts = _PARTS[standard]
    for at, start in enumerate(starts):
        end = starts[at + 1] if at + 1 < len(starts) else _SIZES[standard] + 1
        yield Heading(1, phrase(f"{standard}_part_{start}", language))
        rows = tuple(_row(standard, n, known[n], language) for n in range(start, end))
        yield Table(columns, rows)


def _row(
    standard: Standard, item: int, said: tuple[str, ...], language: Language
) -> tuple[Spans, ...]:
    topic = phrase(f"{standard}_{item}", language)
    question = phrase(f"{standard}_{item}_asks", language)
    answer: Spans = () if said else (Span("?", missing=True),)
    return (
        cell(str(item)),
        (Span(f"{topic}. ", bold=True), Span(question)),
        cell("\n".join(said)),
        answer,
    )


def _records(standard: Standard, known: dict[int, tuple[str, ...]], language: Language) -> Records:
    rows: list[tuple[Value, ...]] = []
    for item, said in known.items():
        start = max(n for n in _PARTS[standard] if n <= item)
        rows.append(
            (
                *(item, phrase(f"{standard}_part_{start}", language)),
                phrase(f"{standard}_{item}", language),
                phrase(f"{standard}_{item}_asks", language),
                *(" ".join(said), ""),
            )
        )
    names = {key: f"checklist_{key}" for key in KEYS}
    return Records(KEYS, titles(KEYS, language, **names), rows)
