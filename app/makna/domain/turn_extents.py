"""From marks to turns: how far reaches what somebody says, and when it was said."""

from __future__ import annotations

from collections.abc import Iterator

from makna.domain.document import Layout, ParsedTurn, paragraph_starts
from makna.domain.turn_chat import Message
from makna.domain.turn_marks import Mark, interrupts, stamp_at_end, stamp_of


def turns_of(marks: list[Mark], paragraphs: list[str], layout: Layout) -> Iterator[ParsedTurn]:
    """The turns that begin with these marks."""
    starts = paragraph_starts(layout)
    names: dict[str, str] = {}
    limits = [mark.paragraph for mark in marks[1:]] + [len(paragraphs)]
    stamp: int | None = None
    ended: int | None = None
    """When the turn before was over, where f4 says that."""
    for mark, limit in zip(marks, limits, strict=False):
        if stamp is None:
            stamp = _stamp_before(mark.paragraph, 0, paragraphs)
        last = _last_paragraph(mark, limit, paragraphs, layout)
        before, stamp = stamp, _stamp_before(limit, mark.paragraph, paragraphs)
        begun, ended = ended, stamp_at_end(paragraphs[last])
        if mark is marks[0] and ended is not None:
            begun = 0
        before = begun if before is None else before
        yield ParsedTurn(
            starts[mark.paragraph],
            starts[last] + len(paragraphs[last]),
            names.setdefault(mark.key, mark.speaker),
            mark.time_ms if mark.time_ms is not None else before,
        )


def _stamp_before(limit: int, floor: int, paragraphs: list[str]) -> int | None:
    """The time in ms that stands alone in the last paragraph with text before `limit`."""
    for index in range(min(limit, len(paragraphs)) - 1, floor - 1, -1):
        if paragraphs[index].strip():
            return stamp_of(paragraphs[index]) if limit < len(paragraphs) else None
    return None


def _last_paragraph(mark: Mark, limit: int, paragraphs: list[str], layout: Layout) -> int:
    """The last paragraph with text before the next mark, a heading, a note or the table's end.

    A time that stands alone before the next mark belongs to that.
    """
    last = before = mark.paragraph
    for index in range(mark.paragraph + 1, limit):
        if interrupts(layout[index], paragraphs[index]) or (
            mark.cell and layout[index].style != "table-row"
        ):
            return last
        if paragraphs[index].strip():
            before, last = last, index
    if (
        last != mark.paragraph
        and limit < len(paragraphs)
        and stamp_of(paragraphs[last]) is not None
    ):
        return before
    return last


def chat_turns(chat: list[Message], paragraphs: list[str], layout: Layout) -> Iterator[ParsedTurn]:
    """A turn for each message that somebody sent."""
    starts = paragraph_starts(layout)
    limits = [one.paragraph for one in chat[1:]] + [len(paragraphs)]
    for one, limit in zip(chat, limits, strict=False):
        if not one.sender:
            continue
        last = one.paragraph
        for index in range(one.paragraph + 1, limit):
            if interrupts(layout[index], paragraphs[index]):
                break
            last = index if paragraphs[index].strip() else last
        yield ParsedTurn(
            starts[one.paragraph], starts[last] + len(paragraphs[last]), one.sender, one.time_ms
        )
