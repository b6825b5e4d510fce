"""Three versions of a control compared."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from makna.domain.refreshing import LOST, Action, Decision, Seen, Wanted, Written, decide

WRITTEN = Written("t", source="p1", looks="a1", text="a1")
SEEN = Seen("t", looks="a1", text="a1", inline=False)
WANTED = Wanted("t", source="p1", text="a1", inline=False)
CHANGED = replace(WANTED, source="p2", text="a2")
EDITED = replace(SEEN, looks="x", text="x")


def one(seen: Seen, wanted: Wanted | None, written: Written | None) -> Decision:
    known = {written.tag: written} if written else {}
    (decision,) = decide([seen], [wanted] if wanted else [], known)
    return decision


def test_only_what_the_project_changed_and_the_author_did_not_is_replaced() -> None:
    assert one(SEEN, WANTED, WRITTEN).action is Action.KEEP
    assert one(SEEN, CHANGED, WRITTEN).action is Action.REPLACE
    assert one(EDITED, WANTED, WRITTEN).action is Action.KEEP
    assert one(EDITED, CHANGED, WRITTEN).action is Action.TELL


def test_what_was_told_is_not_told_again_until_it_changes_again() -> None:
    told = replace(WRITTEN, told="p2")
    assert one(EDITED, CHANGED, told).action is Action.KEEP
    assert one(EDITED, replace(CHANGED, source="p3"), told).action is Action.TELL


def test_an_edit_that_says_what_the_project_says_counts_as_written() -> None:
    same = replace(EDITED, text="a2")
    assert one(same, CHANGED, WRITTEN) == Decision(Action.KEEP, "t", 0, adopt=True)


def test_what_is_not_solid_or_has_another_form_is_told() -> None:
    assert one(replace(SEEN, solid=False), CHANGED, WRITTEN).action is Action.TELL
    assert one(replace(SEEN, inline=True), CHANGED, WRITTEN).action is Action.TELL
    assert one(SEEN, replace(CHANGED, inline=True), WRITTEN).action is Action.REPLACE


def test_what_the_author_emptied_is_left_in_peace() -> None:
    blank = replace(SEEN, looks="", text="", blank=True)
    assert one(blank, CHANGED, WRITTEN).action is Action.KEEP
    assert one(blank, None, WRITTEN).action is Action.KEEP


def test_what_the_chapter_has_no_longer_is_said_once() -> None:
    assert one(SEEN, None, WRITTEN).action is Action.LOST
    assert one(SEEN, None, replace(WRITTEN, told=LOST)).action is Action.KEEP


def test_what_was_written_and_is_gone_stays_gone_and_the_new_is_added() -> None:
    new = replace(WANTED, tag="new")
    assert decide([], [WANTED, new], {"t": WRITTEN}) == [Decision(Action.ADD, "new")]


@given(
    st.lists(st.sampled_from("abc")),
    st.sets(st.sampled_from("abcd")),
    st.sets(st.sampled_from("abcd")),
    st.sampled_from(["1", "2"]),
)
def test_every_control_gets_one_decision_and_no_edit_is_replaced(
    tags: list[str], wanted: set[str], known: set[str], version: str
) -> None:
    seen = [Seen(tag, looks=version, text=version, inline=False) for tag in tags]
    now = [Wanted(tag, source="2", text="2", inline=False) for tag in sorted(wanted)]
    written = {tag: Written(tag, source="1", looks="1", text="1") for tag in known}
    decisions = decide(seen, now, written)
    assert [d.tag for d in decisions if d.place >= 0] == tags
    replaced = {d.tag for d in decisions if d.action is Action.REPLACE}
    assert not replaced or version == "1"
    assert {d.tag for d in decisions if d.place < 0} == wanted - known - set(tags)
