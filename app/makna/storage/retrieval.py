"""Passages by an expression, compiled to one SQL condition."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Collection
from typing import Any, TypeGuard

from sqlalchemy import (
    ColumnElement,
    Connection,
    Float,
    and_,
    case,
    cast,
    exists,
    func,
    not_,
    or_,
    select,
)

from makna.domain.model import CodeId, PassageId, SourceId
from makna.domain.query import And, Expression, Not, Or, Term
from makna.domain.written import NO, YES
from makna.storage.connection import raw_of
from makna.storage.mapped import tables
from makna.storage.rows import IN_LIMIT, batched, rows_of

Condition = ColumnElement[bool]
CodeResolver = Callable[[str], Collection[CodeId]]


class Retrieval:
    """Which passages an expression chooses; reading them out is `Passages.by_ids`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def passages(
        self, where: Expression | None, resolve_code: CodeResolver
    ) -> list[tuple[PassageId, SourceId]]:
        """The passages in order of source and place; `resolve_code` turns a path into codes."""
        statement = select(tables.PassageRow.id, tables.PassageRow.source_id)
        if where is not None:
            statement = statement.where(_compile(where, resolve_code))
        place: list[Any] = [
            tables.PassageRow.source_id,
            tables.PassageRow.start,
            tables.PassageRow.end,
        ]
        if self._has_rectangles():
            place += [tables.PassageRow.page, tables.PassageRow.y1, tables.PassageRow.x1]
        ordered = statement.order_by(*place, tables.PassageRow.id)
        # All at once: the whole coding may be asked for, and row by row takes thrice as long.
        cursor = self._connection.execute(ordered).cursor
        assert cursor is not None
        return list(cursor.fetchall())

    def _has_rectangles(self) -> bool:
        """Without any, the index on places alone gives the order."""
        query = "SELECT 1 FROM passage WHERE page IS NOT NULL LIMIT 1"
        return raw_of(self._connection).execute(query).fetchone() is not None

    def of_codes(self, codes: Collection[CodeId]) -> dict[CodeId, set[PassageId]]:
        """The passages that carry each of the codes."""
        found: dict[CodeId, set[PassageId]] = {code: set() for code in codes}
        raw = raw_of(self._connection)
        for code, passages in found.items():
            rows = raw.execute("SELECT passage_id FROM coding WHERE code_id = ?", (code,))
            passages.update(PassageId(passage) for (passage,) in rows)
        return found

    def placed(self, passages: Collection[PassageId]) -> list[tuple[PassageId, SourceId]]:
        """The passages with their sources, in order of source and place."""
        rows = sorted(self.places(passages))
        return [(PassageId(row[-1]), SourceId(row[0])) for row in rows]

    def places(self, passages: Collection[PassageId]) -> list[tuple[int, ...]]:
        """Where each of the passages is, in no order: source, what sorts it there, passage."""
        rows: list[tuple[int, ...]] = []
        raw = raw_of(self._connection)
        for some in batched(passages, IN_LIMIT):
            marks = ",".join("?" * len(some))
            rows += raw.execute(
                'SELECT source_id, start, "end", coalesce(page, 0), coalesce(y1, 0),'
                f" coalesce(x1, 0), id FROM passage WHERE id IN ({marks})",
                some,
            ).fetchall()
        return rows

    def with_memo(self) -> set[PassageId]:
        """The passages with a memo of their own, or one on a coding."""
        rows = raw_of(self._connection).execute(
            "SELECT id FROM passage WHERE memo != ''"
            " UNION SELECT passage_id FROM coding WHERE memo != ''"
        )
        return {PassageId(passage) for (passage,) in rows}

    def of_sources(self, sources: Collection[SourceId]) -> dict[SourceId, list[PassageId]]:
        """All passages of these sources, each source's in order of place."""
        query = "SELECT source_id, id FROM passage"
        order = 'source_id, start, "end"'
        order += ", page, y1, x1, id" if self._has_rectangles() else ", id"
        found: dict[SourceId, list[PassageId]] = {}
        for source, passage in rows_of(self._connection, query, "source_id", sources, order):
            found.setdefault(source, []).append(passage)
        return found

    def is_name(self, field: str, value: str) -> bool:
        """Whether there is a case, source, speaker or coder of this name or GUID."""
        table = _named_table(field)
        found = select(table.id).where(_named(table, value)).limit(1)
        return self._connection.execute(found).first() is not None

    def sources(self, where: Expression, resolve_code: CodeResolver) -> set[SourceId]:
        """Sources that hold at least one such passage."""
        return {source for _, source in self.passages(where, resolve_code)}


def _compile(expression: Expression, resolve_code: CodeResolver) -> Condition:
    if isinstance(expression, And):
        return and_(*(_compile(part, resolve_code) for part in expression.operands))
    if isinstance(expression, Or):
        codes = [part.value for part in expression.operands if _is_code(part)]
        if len(codes) == len(expression.operands):
            # One list: SQLite refuses a chain of a thousand ORs.
            return _coded(
                tables.CodingRow.code_id.in_({c for path in codes for c in resolve_code(path)})
            )
        return or_(*(_compile(part, resolve_code) for part in expression.operands))
    if isinstance(expression, Not):
        return not_(_compile(expression.operand, resolve_code))
    return _term(expression, resolve_code)


def _is_code(expression: Expression) -> TypeGuard[Term]:
    return isinstance(expression, Term) and expression.field == "code"


def _term(term: Term, resolve_code: CodeResolver) -> Condition:
    if term.field == "code":
        return _coded(tables.CodingRow.code_id.in_(resolve_code(term.value)))
    if term.field.startswith("var."):
        return _variable(term)
    return _TERMS[term.field](term.value)


def _coded(condition: Condition) -> Condition:
    # From the few codings to their passages: EXISTS would go through all passages instead.
    return tables.PassageRow.id.in_(select(tables.CodingRow.passage_id).where(condition))


def _of_source(condition: Condition) -> Condition:
    return exists().where(tables.SourceRow.id == tables.PassageRow.source_id, condition)


def _named_table(field: str) -> Any:
    return {
        "case": tables.CaseRow,
        "source": tables.SourceRow,
        "speaker": tables.SpeakerRow,
        "coder": tables.CoderRow,
    }[field]


def _named(table: Any, value: str) -> Condition:
    return or_(table.guid == value, func.makna_fold(table.name) == value.casefold())


def _coder(value: str) -> Condition:
    return _coded(
        tables.CodingRow.coder_id.in_(
            select(tables.CoderRow.id).where(_named(tables.CoderRow, value))
        )
    )


def _speaking(condition: Condition) -> Condition:
    """The passage starts in a turn whose speaker fits; nobody says a rectangle."""
    return exists().where(
        tables.PassageRow.page.is_(None),
        tables.TurnRow.source_id == tables.PassageRow.source_id,
        tables.TurnRow.start <= tables.PassageRow.start,
        tables.TurnRow.end > tables.PassageRow.start,
        tables.SpeakerRow.id == tables.TurnRow.speaker_id,
        condition,
    )


def _case(cases: Any) -> Condition:
    """A passage is a case's when its source is, or when the case's speaker says it."""
    linked = exists().where(
        tables.CaseSourceRow.source_id == tables.PassageRow.source_id,
        tables.CaseSourceRow.case_id.in_(cases),
    )
    return or_(linked, _speaking(tables.SpeakerRow.case_id.in_(cases)))


def _variable(term: Term) -> Condition:
    name = term.field.removeprefix("var.")
    cases = (
        select(tables.ValueRow.case_id)
        .join(tables.VariableRow, tables.VariableRow.id == tables.ValueRow.variable_id)
        .where(func.makna_fold(tables.VariableRow.name) == name.casefold(), _compared(term))
    )
    return _case(cases)


def _compared(term: Term) -> Condition:
    """Numbers compare as numbers, dates as far as both are known, other words folded."""
    compare = _COMPARISONS[term.operator]
    wanted = term.value.strip().casefold()
    words = func.makna_fold(tables.ValueRow.value)
    is_number = or_(
        tables.VariableRow.type == "number",
        and_(tables.VariableRow.type == "text", _is_written_as_number(tables.ValueRow.value)),
    )
    number = wanted.replace(",", ".")
    as_number: Condition = (
        compare(cast(tables.ValueRow.value, Float), float(number))
        if _NUMBER.fullmatch(wanted)
        else compare(words, wanted)
    )
    return case(
        (is_number, as_number),
        (tables.VariableRow.type == "date", compare(func.substr(words, 1, len(wanted)), wanted)),
        (tables.VariableRow.type == "yes-no", compare(words, _YES_NO.get(wanted, wanted))),
        else_=compare(words, wanted),
    )


def _is_written_as_number(column: Any) -> Condition:
    return and_(column.bool_op("GLOB")("[0-9]*"), not_(column.bool_op("GLOB")("*[^0-9.]*")))


_NUMBER = re.compile(r"-?[0-9]+([.,][0-9]+)?")
_YES_NO = {**dict.fromkeys(YES, "yes"), **dict.fromkeys(NO, "no")}
"""What people write for the two stored values of a yes/no variable."""
_COMPARISONS: dict[str, Callable[[Any, Any], Any]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def _text(value: str) -> Condition:
    passage_text = func.substr(
        tables.SourceTextRow.text,
        tables.PassageRow.start + 1,
        tables.PassageRow.end - tables.PassageRow.start,
    )
    return exists().where(
        tables.SourceTextRow.source_id == tables.PassageRow.source_id,
        func.instr(func.makna_fold(passage_text), value.casefold()) > 0,
    )


def _star(value: str) -> Condition:
    return tables.PassageRow.star == int(value.strip().casefold() in YES)


_TERMS: dict[str, Callable[[str], Condition]] = {
    "kind": lambda value: _of_source(tables.SourceRow.kind == value.casefold()),
    "source": lambda value: _of_source(_named(tables.SourceRow, value)),
    "case": lambda value: _case(select(tables.CaseRow.id).where(_named(tables.CaseRow, value))),
    "speaker": lambda value: _speaking(func.makna_fold(tables.SpeakerRow.name) == value.casefold()),
    "coder": _coder,
    "text": _text,
    "star": _star,
}
