"""Passages by an expression, compiled to one SQL condition."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    and_,
    cast,
    exists,
    func,
    not_,
    or_,
    select,
)

from makna.domain.model import CodeId, PassageId, SourceId
from makna.domain.query import And, Expression, Not, Or, Term
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
        ordered = statement.order_by(
            PassageRow.source_id, PassageRow.start, PassageRow.end, PassageRow.id
        )
        rows = self._connection.execute(ordered)
        return [(PassageId(row[0]), SourceId(row[1])) for row in rows]

    def sources(self, where: Expression, resolve_code: CodeResolver) -> set[SourceId]:
        """Sources that hold at least one such passage."""
        return {source for _, source in self.passages(where, resolve_code)}


def _compile(expression: Expression, resolve_code: CodeResolver) -> Condition:
    if isinstance(expression, And):
        return and_(*(_compile(part, resolve_code) for part in expression.operands))
    if isinstance(expression, Or):
        return or_(*(_compile(part, resolve_code) for part in expression.operands))
    if isinstance(expression, Not):
        return not_(_compile(expression.operand, resolve_code))
    return _term(expression, resolve_code)


def _term(term: Term, resolve_code: CodeResolver) -> Condition:
    if term.field == "code":
        return _coded(CodingRow.code_id.in_(resolve_code(term.value)))
    if term.field.startswith("var."):
        return _variable(term)
    return _TERMS[term.field](term.value)


def _coded(condition: Condition) -> Condition:
    return exists().where(CodingRow.passage_id == PassageRow.id, condition)


def _of_source(condition: Condition) -> Condition:
    return exists().where(SourceRow.id == PassageRow.source_id, condition)


def _named(table: Any, value: str) -> Condition:
    return or_(table.guid == value, func.makna_fold(table.name) == value.casefold())


def _coder(value: str) -> Condition:
    return _coded(CodingRow.coder_id.in_(select(CoderRow.id).where(_named(CoderRow, value))))


def _speaking(condition: Condition) -> Condition:
    """The passage starts in a turn whose speaker fits."""
    return exists().where(
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
    """Numbers are compared as numbers, everything else as folded text (ISO dates sort right)."""
    value: Any
    if term.value.lstrip("-").isdigit():
        column: Any = cast(ValueRow.value, Integer)
        value = int(term.value)
    else:
        column = func.makna_fold(ValueRow.value)
        value = term.value.casefold()
    comparisons: dict[str, Callable[[], Any]] = {
        "=": lambda: column == value,
        "!=": lambda: column != value,
        "<": lambda: column < value,
        "<=": lambda: column <= value,
        ">": lambda: column > value,
        ">=": lambda: column >= value,
    }
    found: Condition = comparisons[term.operator]()
    return found


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
