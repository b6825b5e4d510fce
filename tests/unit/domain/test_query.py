"""Expressions: grammar, quotation marks and escapes, and where a wrong one breaks."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import given

from makna.domain.codetree import join_path, split_path
from makna.domain.errors import UserError
from makna.domain.query import FIELDS, And, Expression, Not, Or, Term, parse

A, B, C = Term("code", "a"), Term("kind", "b"), Term("case", "c")
VALUES = st.text(st.sampled_from('ab>\\" ()AND'), max_size=8)


@pytest.mark.parametrize(
    ("written", "tree"),
    [
        ("code:a", A),
        ("code:a kind:b", And((A, B))),
        ("code:a AND kind:b OR case:c", Or((And((A, B)), C))),
        ("code:a OR kind:b case:c", Or((A, And((B, C))))),
        ("NOT code:a kind:b", And((Not(A), B))),
        ("NOT (code:a OR kind:b)", Not(Or((A, B)))),
        ("code:a NOT NOT kind:b", And((A, Not(Not(B))))),
        ("(code:a)AND(kind:b)", And((A, B))),
        ("  code:a  ", A),
    ],
)
def test_operators_bind_as_documented(written: str, tree: Expression) -> None:
    assert parse(written) == tree


@pytest.mark.parametrize(
    ("written", "term"),
    [
        ('code:"Tema > Kode"', Term("code", "Tema > Kode")),
        (r'code:"A \> B > C"', Term("code", r"A \> B > C")),
        (r'text:"kata \"kutip\" dan \\"', Term("text", 'kata "kutip" dan \\')),
        ('text:"(AND)"', Term("text", "(AND)")),
        ("source:I1.txt", Term("source", "I1.txt")),
        ("var.usia >= 40", Term("var.usia", "40", ">=")),
        ("var.usia!=40", Term("var.usia", "40", "!=")),
        ('var."lama kerja" < "10 tahun"', Term("var.lama kerja", "10 tahun", "<")),
    ],
)
def test_values_are_read_out_of_their_quotation_marks(written: str, term: Term) -> None:
    assert parse(written) == term


def quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


@given(
    st.recursive(
        st.builds(Term, st.sampled_from(FIELDS), VALUES),
        lambda inner: st.one_of(
            st.builds(Not, inner),
            st.lists(inner, min_size=2, max_size=3).map(lambda some: And(tuple(some))),
            st.lists(inner, min_size=2, max_size=3).map(lambda some: Or(tuple(some))),
        ),
        max_leaves=8,
    )
)
def test_every_tree_can_be_written_and_read_back(tree: Expression) -> None:
    assert parse(written(tree)) == tree


def written(tree: Expression) -> str:
    if isinstance(tree, Term):
        return f"{tree.field}:{quoted(tree.value)}"
    if isinstance(tree, Not):
        return f"NOT ({written(tree.operand)})"
    word = " AND " if isinstance(tree, And) else " OR "
    return word.join(f"({written(part)})" for part in tree.operands)


@given(st.lists(st.text(st.sampled_from("ab>"), min_size=1), min_size=1, max_size=3).map(tuple))
def test_a_code_path_in_quotation_marks_needs_no_second_escape(names: tuple[str, ...]) -> None:
    term = parse(f'code:"{join_path(names)}"')
    assert isinstance(term, Term)
    assert split_path(term.value) == names


@pytest.mark.parametrize(
    ("written", "where"),
    [
        ("code:a OR", "…"),
        ("code:a )", ")"),
        ("(code:a", "…"),
        ("NOT", "…"),
        ("humas", "humas"),
        ('code:"a', 'code:"a'),
        ("code:a AND OR kind:b", "OR kind:b"),
        ("var.usia 40", "var.usia 40"),
        ("()", ")"),
        ("", "…"),
    ],
)
def test_a_wrong_expression_says_where_it_breaks(written: str, where: str) -> None:
    with pytest.raises(UserError) as caught:
        parse(written)
    assert (caught.value.key, caught.value.details["where"]) == ("bad_expression", where)


def test_an_unknown_field_names_the_known_ones() -> None:
    with pytest.raises(UserError) as caught:
        parse("kode:a")
    assert caught.value.key == "unknown_field"
    assert "code, kind, case" in caught.value.line()


@pytest.mark.parametrize("deep", ["(" * 5_000, "NOT " * 5_000, "(" * 900 + "code:a" + ")" * 900])
def test_an_expression_nested_beyond_reason_is_refused(deep: str) -> None:
    with pytest.raises(UserError) as caught:
        parse(deep)
    assert caught.value.key == "bad_expression"


@given(st.text(st.sampled_from('code:ab"\\ ()ANDORNOTvar.<=>'), max_size=40))
def test_anything_typed_is_an_expression_or_a_users_error(typed: str) -> None:
    try:
        parse(typed)
    except UserError:
        pass
