"""Code points and UTF-16 units of the same text."""

from hypothesis import given
from hypothesis import strategies as st

from makna.ui.textmap import TextMap

texts = st.text(st.sampled_from("ab é\n\u2028\u00a0\U0001f600\U0001f468\u200d\u4e2d"), max_size=60)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(texts)
def test_both_directions_agree_with_counting(text: str) -> None:
    positions = TextMap(text)
    for at in range(len(text) + 1):
        assert positions.to_u16(at) == units(text[:at])
        assert positions.to_cp(units(text[:at])) == at


def test_inside_a_pair_lies_its_character() -> None:
    assert TextMap("a😀b").to_cp(2) == 1


@given(texts, texts, st.data())
def test_following_an_edit_equals_a_fresh_map(
    text: str, inserted: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    positions = TextMap(text)
    positions.splice(start, end - start, inserted)
    after = text[:start] + inserted + text[end:]
    fresh = TextMap(after)
    assert [positions.to_u16(i) for i in range(len(after) + 1)] == [
        fresh.to_u16(i) for i in range(len(after) + 1)
    ]
    assert [positions.to_cp(i) for i in range(units(after) + 1)] == [
        fresh.to_cp(i) for i in range(units(after) + 1)
    ]
