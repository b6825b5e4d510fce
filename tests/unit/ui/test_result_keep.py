"""What stays marked in the results when they are listed anew."""

from __future__ import annotations

from collections.abc import Sequence

import hypothesis.strategies as st
from hypothesis import given

from makna.domain.model import CodeId
from makna.ui.desk.result_keep import Keeping, Marked, Spot
from makna.ui.desk.result_query import Section, Tag

A: Tag = ("title", "A")
B: Tag = ("title", "B")


def listed(**rows: Sequence[int]) -> list[Section]:
    return [Section(title, keys) for title, keys in rows.items()]


def one(tag: Tag, key: int) -> Marked:
    return Marked({tag: {key}}, Spot(tag, key))


def test_the_row_that_follows_takes_the_place_of_one_that_went() -> None:
    keeping = Keeping()
    keeping.hold(listed(A=[1, 2], B=[3]), one(A, 2))
    assert keeping.again(listed(A=[1], B=[3])) == one(B, 3)


def test_after_the_last_row_the_one_before_is_marked() -> None:
    keeping = Keeping()
    keeping.hold(listed(A=[1, 2], B=[3]), one(B, 3))
    assert keeping.again(listed(A=[1, 2])) == one(A, 2)


def test_what_an_undo_brings_back_is_marked_again_step_by_step() -> None:
    keeping = Keeping()
    full, less, least = listed(A=[1, 2, 3, 4]), listed(A=[1, 3, 4]), listed(A=[1, 4])
    keeping.hold(full, one(A, 2))
    keeping.hold(less, keeping.again(less))
    keeping.hold(least, keeping.again(least))
    assert keeping.again(less) == one(A, 3)
    keeping.hold(less, one(A, 3))
    assert keeping.again(full) == one(A, 2)


def test_all_that_went_comes_back_chosen() -> None:
    keeping, everything = Keeping(), Marked({A: {1, 2}}, Spot(A, 2))
    keeping.hold(listed(A=[1, 2]), everything)
    keeping.hold([], keeping.again([]))
    assert keeping.again(listed(A=[1, 2])) == everything


def test_a_passage_with_other_edges_is_the_same_to_the_user_and_so_is_its_undoing() -> None:
    keeping = Keeping()
    keeping.hold(listed(A=[1, 2, 3]), one(A, 2))
    moved = keeping.again(listed(A=[1, 9, 3]), moved=9)
    assert moved == one(A, 9)
    keeping.hold(listed(A=[1, 9, 3]), moved)
    assert keeping.again(listed(A=[1, 2, 3])) == one(A, 2)


def test_under_other_headings_everything_stays_chosen() -> None:
    keeping = Keeping()
    keeping.hold(listed(A=[1, 2, 3]), Marked({A: {1, 3}}, Spot(A, 3)))
    again = keeping.again(listed(B=[3, 2], C=[1, 3]))
    assert again == Marked({B: {3}, ("title", "C"): {1}}, Spot(B, 3))


def test_a_row_whose_heading_went_is_followed_to_where_it_came() -> None:
    keeping, code = Keeping(), ("code", CodeId(1))
    before = [Section("One", [1, 2], code=CodeId(1)), Section("Two", [3], code=CodeId(2))]
    keeping.hold(before, one(code, 2))
    assert keeping.again([Section("Two", [1, 2, 3], code=CodeId(2))]) == one(("code", 2), 2)


def test_a_row_under_two_headings_stays_under_its_own() -> None:
    keeping = Keeping()
    keeping.hold(listed(A=[1], B=[1, 2]), one(B, 1))
    assert keeping.again(listed(A=[1], B=[1, 2])) == one(B, 1)


def test_nothing_is_marked_of_what_was_listed_before_another_question() -> None:
    keeping = Keeping()
    keeping.hold(listed(A=[1, 2]), one(A, 1))
    keeping.forget()
    assert keeping.again(listed(A=[1, 2])) == Marked()


@given(st.lists(st.sets(st.integers(1, 8)), min_size=1, max_size=6), st.integers(1, 8))
def test_there_is_a_marked_row_as_long_as_there_are_rows(steps: list[set[int]], first: int) -> None:
    keeping, now = Keeping(), listed(A=sorted({first, *steps[0]}))
    marked = one(A, first)
    for keys in steps:
        keeping.hold(now, marked)
        now = listed(A=sorted({99, *keys}))
        marked = keeping.again(now)
        assert marked.here is not None
        assert marked.here.key in {99, *keys}
        assert marked.here.key in marked.chosen[A]
