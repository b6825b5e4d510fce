"""Expressions that choose passages: `code:"Theme > Code" AND NOT kind:interview`.

Grammar, by binding strength: `( )`, `NOT`, `AND` (also by juxtaposition), `OR`. A term is
`field:value`; a value with spaces stands in quotation marks, inside which `\\"` is one of them.
`var.NAME` takes a comparison: `var.age >= 40`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from makna.domain.errors import UserError

FIELDS = ("code", "kind", "case", "source", "speaker", "coder", "text", "star")


@dataclass(frozen=True)
class Term:
    """`field:value`; for a variable the field is `var.NAME` and `operator` compares."""

    field: str
    value: str
    operator: str = "="


@dataclass(frozen=True)
class Not:
    operand: Expression


@dataclass(frozen=True)
class And:
    operands: tuple[Expression, ...]


@dataclass(frozen=True)
class Or:
    operands: tuple[Expression, ...]


Expression = Term | Not | And | Or
MAX_DEPTH = 50
"""Parentheses and NOTs inside each other; SQLite itself stops at 1,000."""

_TOKEN = re.compile(
    r"""\s*(?:(?P<paren>[()])
    |(?P<word>AND|OR|NOT)(?=[\s(]|$)
    |(?P<var>var\.(?:"(?:\\.|[^"\\])*"|[\w-]+))\s*(?P<op><=|>=|!=|=|<|>)\s*(?P<varvalue>"(?:\\.|[^"\\])*"|[^\s()"][^\s()]*)
    |(?P<field>[a-z]+):(?P<value>"(?:\\.|[^"\\])*"|[^\s()"][^\s()]*))""",
    re.VERBOSE,
)


def parse(expression: str) -> Expression:
    """The expression as a tree. Raises UserError (`bad_expression`) saying where it breaks."""
    parser = _Parser(_tokens(expression), expression)
    found = parser.any_of()
    if parser.peek() is not None:
        raise _bad(expression, parser.where())
    return found


@dataclass(frozen=True)
class _Token:
    kind: str
    term: Term | None
    at: int


def _tokens(expression: str) -> list[_Token]:
    tokens: list[_Token] = []
    at = 0
    while at < len(expression.rstrip()):
        match = _TOKEN.match(expression, at)
        if match is None:
            raise _bad(expression, at)
        tokens.append(_token(match, at))
        at = match.end()
    return tokens


def _token(match: re.Match[str], at: int) -> _Token:
    if match["paren"] or match["word"]:
        return _Token(match["paren"] or match["word"], None, at)
    if match["var"]:
        name = _unquoted(match["var"].removeprefix("var."))
        return _Token("term", Term("var." + name, _unquoted(match["varvalue"]), match["op"]), at)
    if match["field"] not in FIELDS:
        raise UserError("unknown_field", field=match["field"], fields=", ".join(FIELDS))
    return _Token("term", Term(match["field"], _unquoted(match["value"])), at)


def _unquoted(value: str) -> str:
    if value.startswith('"'):
        # Only \" and \\ are escapes; `\>` belongs to the code path and stays.
        return re.sub(r'\\(["\\])', r"\1", value[1:-1])
    return value


def _bad(expression: str, at: int) -> UserError:
    rest = expression[at : at + 20].strip()
    return UserError("bad_expression", where=rest or "…")


class _Parser:
    def __init__(self, tokens: list[_Token], expression: str) -> None:
        self._tokens = tokens
        self._expression = expression
        self._at = 0
        self._depth = 0

    def peek(self) -> str | None:
        return self._tokens[self._at].kind if self._at < len(self._tokens) else None

    def where(self) -> int:
        if self._at < len(self._tokens):
            return self._tokens[self._at].at
        return len(self._expression)

    def any_of(self) -> Expression:
        operands = [self._all_of()]
        while self.peek() == "OR":
            self._at += 1
            operands.append(self._all_of())
        return operands[0] if len(operands) == 1 else Or(tuple(operands))

    def _all_of(self) -> Expression:
        operands = [self._negated()]
        while self.peek() in ("AND", "NOT", "(", "term"):
            if self.peek() == "AND":
                self._at += 1
            operands.append(self._negated())
        return operands[0] if len(operands) == 1 else And(tuple(operands))

    def _negated(self) -> Expression:
        if self._depth > MAX_DEPTH:
            raise _bad(self._expression, self.where())
        self._depth += 1
        try:
            if self.peek() == "NOT":
                self._at += 1
                return Not(self._negated())
            return self._single()
        finally:
            self._depth -= 1

    def _single(self) -> Expression:
        kind = self.peek()
        if kind == "(":
            self._at += 1
            found = self.any_of()
            if self.peek() != ")":
                raise _bad(self._expression, self.where())
            self._at += 1
            return found
        if kind == "term":
            term = self._tokens[self._at].term
            self._at += 1
            assert term is not None
            return term
        raise _bad(self._expression, self.where())
