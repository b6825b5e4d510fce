"""Places of a text in another reading of the same bytes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from makna.domain.rereading import aligned

WORDS = st.text("ab \néÃ©řů", max_size=40)


def two(text: str) -> tuple[str, str]:
    """A text as it is, and as latin-1 reads its UTF-8."""
    return text.encode("utf-8").decode("latin-1"), text


@given(WORDS, st.data())
def test_every_place_keeps_its_ascii_and_stays_in_order(text: str, data: st.DataObject) -> None:
    wrong, right = two(text)
    found = aligned(wrong, right)
    assert found is not None
    start = data.draw(st.integers(0, len(wrong)))
    end = data.draw(st.integers(start, len(wrong)))
    first, last = found.span(start, end)
    assert 0 <= first <= last <= len(right)
    kept = [c for c in wrong[start:end] if c.isascii()]
    assert [c for c in right[first:last] if c.isascii()] == kept
    if wrong[start:end].strip():
        assert first < last


def test_texts_of_other_bytes_do_not_align() -> None:
    assert aligned("abc é", "abd é") is None
    assert aligned("é", "e") is None
    assert aligned("", "") is not None
