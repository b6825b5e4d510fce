"""What a step changed, as views ask for it."""

from __future__ import annotations

from makna.domain.changes import ChangeSet, Touched, joined
from makna.domain.model import StepId
from makna.domain.wording import Message

CODED = ChangeSet(
    StepId(1),
    Message.of("step.apply_code", code="Citra"),
    (Touched("passage", 4, "insert", 1), Touched("coding", 9, "insert", 4)),
)
EDITED = ChangeSet(StepId(2), Message.of("step.edit_text"), texts=frozenset({1}))


def test_views_ask_for_tables_keys_and_what_they_hang_on() -> None:
    assert CODED.touches("source", "coding")
    assert not CODED.touches("source")
    assert CODED.keys("passage") == {4}
    assert CODED.parents("coding") == {4}
    assert CODED.of("coding") == [CODED.rows[1]]


def test_a_text_alone_is_a_change_and_nothing_is_none() -> None:
    assert EDITED
    assert not ChangeSet()


def test_steps_announced_as_one_keep_all_rows_and_the_last_label() -> None:
    both = joined([CODED, EDITED])
    assert (both.step, both.label) == (EDITED.step, EDITED.label)
    assert (both.rows, both.texts) == (CODED.rows, frozenset({1}))
    assert not joined([])
