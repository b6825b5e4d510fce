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
from makna.storage.connection import raw_of
from makna.storage.rows import IN_LIMIT, batched
from makna.storage.tables import (
    CaseRow,
    CaseSourceRow,
    CoderRow,
    CodingRow,
    PassageRow,
    SourceRow,
    SourceTextRow,
    SpeakerRow,
    TurnRow,
    ValueRow,
    VariableRow,
)

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
        statement = select(PassageRow.id, PassageRow.source_id)
        if where is not None:
            statement = statement.where(_compile(where, resolve_code))
        place: list[Any] = [PassageRow.source_id, PassageRow.start, PassageRow.end]
        if self._has_rectangles():
            place += [PassageRow.page, PassageRow.y1, PassageRow.x1]
        ordered = statement.order_by(*place, PassageRow.id)
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
        rows: list[tuple[Any, ...]] = []
        raw = raw_of(self._connection)
        for some in batched(passages, IN_LIMIT):
            marks = ",".join("?" * len(some))
            rows += raw.execute(
                'SELECT source_id, start, "end", coalesce(page, 0), coalesce(y1, 0),'
                f" coalesce(x1, 0), id FROM passage WHERE id IN ({marks})",
                some,
            ).fetchall()
        return [(PassageId(row[-1]), SourceId(row[0])) for row in sorted(rows)]

    def is_name(self, field: str, value: str) -> bool:
        """Whether there is a case, source, speaker or coder of this name or GUID."""
        table = _NAMED[field]
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
            return _coded(CodingRow.code_id.in_({c for path in codes for c in resolve_code(path)}))
        return or_(*(_compile(part, resolve_code) for part in expression.operands))
    if isinstance(expression, Not):
        return not_(_compile(expression.operand, resolve_code))
    return _term(expression, resolve_code)


def _is_code(expression: Expression) -> TypeGuard[Term]:
    return isinstance(expression, Term) and expression.field == "code"


def _term(term: Term, resolve_code: CodeResolver) -> Condition:
    if term.field == "code":
        return _coded(CodingRow.code_id.in_(resolve_code(term.value)))
    if term.field.startswith("var."):
        return _variable(term)
    return _TERMS[term.field](term.value)


def _coded(condition: Condition) -> Condition:
    # From the few codings to their passages: EXISTS would go through all passages instead.
    return PassageRow.id.in_(select(CodingRow.passage_id).where(condition))


def _of_source(condition: Condition) -> Condition:
    return exists().where(SourceRow.id == PassageRow.source_id, condition)


def _named(table: Any, value: str) -> Condition:
    return or_(table.guid == value, func.makna_fold(table.name) == value.casefold())


def _coder(value: str) -> Condition:
    return _coded(CodingRow.coder_id.in_(select(CoderRow.id).where(_named(CoderRow, value))))


def _speaking(condition: Condition) -> Condition:
    """The passage starts in a turn whose speaker fits; nobody says a rectangle."""
    return exists().where(
        PassageRow.page.is_(None),
        TurnRow.source_id == PassageRow.source_id,
        TurnRow.start <= PassageRow.start,
        TurnRow.end > PassageRow.start,
        SpeakerRow.id == TurnRow.speaker_id,
        condition,
    )


def _case(cases: Any) -> Condition:
    """A passage is a case's when its source is, or when the case's speaker says it."""
    linked = exists().where(
        CaseSourceRow.source_id == PassageRow.source_id, CaseSourceRow.case_id.in_(cases)
    )
    return or_(linked, _speaking(SpeakerRow.case_id.in_(cases)))


def _variable(term: Term) -> Condition:
    name = term.field.removeprefix("var.")
    cases = (
        select(ValueRow.case_id)
        .join(VariableRow, VariableRow.id == ValueRow.variable_id)
        .where(func.makna_fold(VariableRow.name) == name.casefold(), _compared(term))
    )
    return _case(cases)


def _compared(term: Term) -> Condition:
    """Numbers compare as numbers, dates as far as both are known, other words folded."""
    compare = _COMPARISONS[term.operator]
    wanted = term.value.strip().casefold()
    words = func.makna_fold(ValueRow.value)
    is_number = or_(
        VariableRow.type == "number",
        and_(VariableRow.type == "text", _is_written_as_number(ValueRow.value)),
    )
    number = wanted.replace(",", ".")
    as_number: Condition = (
        compare(cast(ValueRow.value, Float), float(number))
        if _NUMBER.fullmatch(wanted)
        else compare(words, wanted)
    )
    return case(
        (is_number, as_number),
        (VariableRow.type == "date", compare(func.substr(words, 1, len(wanted)), wanted)),
        (VariableRow.type == "yes-no", compare(words, _YES_NO.get(wanted, wanted))),
        else_=compare(words, wanted),
    )


def _is_written_as_number(column: Any) -> Condition:
    return and_(column.bool_op("GLOB")("[0-9]*"), not_(column.bool_op("GLOB")("*[^0-9.]*")))


_NUMBER = re.compile(r"-?[0-9]+([.,][0-9]+)?")
_YES_NO = {"ya": "yes", "y": "yes", "true": "yes", "tidak": "no", "n": "no", "false": "no"}
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
        SourceTextRow.text, PassageRow.start + 1, PassageRow.end - PassageRow.start
    )
    return exists().where(
        SourceTextRow.source_id == PassageRow.source_id,
        func.instr(func.makna_fold(passage_text), value.casefold()) > 0,
    )


def _star(value: str) -> Condition:
    wanted = value.casefold() in ("1", "yes", "ya", "true")
    return PassageRow.star == int(wanted)


_TERMS: dict[str, Callable[[str], Condition]] = {
    "kind": lambda value: _of_source(SourceRow.kind == value.casefold()),
    "source": lambda value: _of_source(_named(SourceRow, value)),
    "case": lambda value: _case(select(CaseRow.id).where(_named(CaseRow, value))),
    "speaker": lambda value: _speaking(func.makna_fold(SpeakerRow.name) == value.casefold()),
    "coder": _coder,
    "text": _text,
    "star": _star,
}
_NAMED: dict[str, Any] = {
    "case": CaseRow,
    "source": SourceRow,
    "speaker": SpeakerRow,
    "coder": CoderRow,
}
