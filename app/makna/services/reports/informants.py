"""The table of informants: who was spoken to, where, how long, with whose consent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from makna.domain.dates import long_date, number
from makna.domain.model import Case, ProjectInfo, Source, Variable, VariableType
from makna.domain.report import (
    Block,
    Column,
    Page,
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
from makna.services.reports.known_variables import (
    NAMES,
    Known,
    others,
    recognised,
    shown_value,
)
from makna.services.reports.parts import Layout, cell, document

NONE = "—"
_LETTER_CM = 0.165
"""A small letter in a table's cell, on the average."""
_MARGINS = 2.8
"""What a cell's edges take, in small letters."""
_BOLD = 1.08
_LINE = 40.0
_WIDE = frozenset("mwMW")
_DAY = re.compile(r"(\d{1,2}) (?=[^\W\d])([^\W\d]+)")
_UPRIGHT = 6
"""Columns that a standing sheet has room for."""
_FROM_SOURCES = ("date", "place")
"""What the sources of a case say when no variable does."""


@dataclass(frozen=True)
class _Field:
    """A column: what it is called and what each case has in it."""

    key: str
    title: str
    cells: tuple[str, ...]


def informants(
    project: ProjectInfo,
    cases: Sequence[Case],
    variables: Sequence[Variable],
    sources: Sequence[Source],
    layout: Layout | None = None,
) -> Report:
    """The table, a row for each case; what nobody has is named under it instead of a column."""
    layout = layout or Layout()
    language = layout.language
    fields, missing = _fields(cases, variables, sources, language)
    wide = len(fields) + 1 > _UPRIGHT
    page: Page = layout.page.turned() if wide else layout.page
    return document(
        project,
        layout,
        "informants_title",
        _blocks(cases, fields, missing, language, page),
        _records(cases, variables, language),
        items=len(cases),
        counts=[(phrase("informants_count", language), number(len(cases), language))],
        page=page,
    )


def _fields(
    cases: Sequence[Case],
    variables: Sequence[Variable],
    sources: Sequence[Source],
    language: Language,
) -> tuple[list[_Field], list[str]]:
    """The columns that have something in them, and the titles of the usual ones that have not."""
    known = recognised(variables)
    by_key = {each.key: each for each in known}
    found, missing = [], []
    for key in NAMES:
        cells = tuple(_usual(case, key, by_key.get(key), sources, language) for case in cases)
        title = (
            by_key[key].title(language) if key in by_key else phrase(f"informants_{key}", language)
        )
        if any(cells):
            found.append(_Field(key, title, cells))
        else:
            missing.append(title)
    for variable in others(variables, known):
        cells = tuple(_value(case, variable, language) for case in cases)
        if any(cells):
            found.append(_Field(variable.guid, variable.name, cells))
        else:
            missing.append(variable.name)
    return found, missing


def _usual(
    case: Case, key: str, known: Known | None, sources: Sequence[Source], language: Language
) -> str:
    said = _value(case, known.variable, language) if known else ""
    if said or key not in _FROM_SOURCES:
        return said
    own = [source for source in sources if source.name in case.sources]
    told = [long_date(source.date, language) if key == "date" else source.place for source in own]
    return "; ".join(dict.fromkeys(each for each in told if each))


def _value(case: Case, variable: Variable, language: Language) -> str:
    value = case.values.get(variable.name, "").strip()
    return shown_value(value, variable, language) if value else ""


def _blocks(
    cases: Sequence[Case],
    fields: list[_Field],
    missing: list[str],
    language: Language,
    page: Page,
) -> tuple[Block, ...]:
    if not cases:
        return (Paragraph((Span(phrase("informants_none", language)),), Style.DETAIL),)
    first = phrase("informants_code", language)
    titles = [first, *(field.title for field in fields)]
    said = [[case.name for case in cases], *map(_pieces, fields)]
    widths = _widths(titles, said, page.width_cm - page.left_cm - page.right_cm)
    columns = tuple(Column(*pair) for pair in zip(titles, widths, strict=True))
    rows: list[tuple[Spans, ...]] = [
        (cell(case.name, bold=True), *(cell(field.cells[at] or NONE) for field in fields))
        for at, case in enumerate(cases)
    ]
    notes = [phrase("informants_note", language)] if any("" in f.cells for f in fields) else []
    if missing:
        notes.append(phrase("informants_missing", language, fields=", ".join(missing)))
    title = phrase("informants_title", language)
    return (Table(columns, tuple(rows), title, " ".join(notes), mark="informants"),)


def _pieces(field: _Field) -> list[str]:
    """The cells; in dates a day stays beside its month."""
    if field.key != "date":
        return list(field.cells)
    return [_DAY.sub("\\1\u00a0\\2", text) for text in field.cells]


def _widths(titles: list[str], said: list[list[str]], room_cm: float) -> list[float]:
    """Shares of the columns: room for the longest word of each, and the rest where text is long."""
    least, wished = [], []
    for title, cells in zip(titles, said, strict=True):
        words = [_measure(word) for text in cells for word in text.split(" ")]
        words += [_measure(word) * _BOLD for word in title.split(" ")]
        least.append(max(words, default=2) + _MARGINS)
        lines = [_measure(text) for text in cells]
        wished.append(max(least[-1], min(max(lines, default=2), _LINE) + _MARGINS))
    spare = max(0.0, room_cm / _LETTER_CM - sum(least))
    asked = sum(wished) - sum(least)
    part = min(1.0, spare / asked) if asked else 0.0
    return [low + (high - low) * part for low, high in zip(least, wished, strict=True)]


def _measure(text: str) -> float:
    """About how wide it is in a book face, in small letters."""
    return sum(1.6 if char in _WIDE else 1.4 if char.isupper() else 1.0 for char in text)


def _records(cases: Sequence[Case], variables: Sequence[Variable], language: Language) -> Records:
    known = {each.variable.id: each.key for each in recognised(variables)}
    keys = [known.get(variable.id, variable.name) for variable in variables]
    rows: list[tuple[Value, ...]] = [
        (
            *(case.name, case.guid),
            *(_plain_value(case, variable) for variable in variables),
            *(case.sources, case.memo),
        )
        for case in cases
    ]
    titles = (phrase("informants_code", language), phrase("column_guid", language))
    names = tuple(variable.name for variable in variables)
    last = (phrase("column_sources", language), phrase("column_code_memo", language))
    return Records(
        ("case", "guid", *_distinct(keys), "sources", "memo"), (*titles, *names, *last), rows
    )


def _plain_value(case: Case, variable: Variable) -> Value:
    """As it is kept, for computing; yes and no as each format and language writes them."""
    value = case.values.get(variable.name, "")
    if variable.type is VariableType.YES_NO and value in ("yes", "no"):
        return value == "yes"
    return value


def _distinct(keys: list[str]) -> list[str]:
    """Keys of their own for all: a variable may be called like one of ours."""
    taken = {"case", "guid", "sources", "memo"}
    found = []
    for key in keys:
        name, again = key, 2
        while name in taken:
            name, again = f"{key}_{again}", again + 1
        taken.add(name)
        found.append(name)
    return found
