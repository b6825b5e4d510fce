"""Tables of posts or comments: which column is what, and the posts that the rows are.

A table comes from csv or Excel; each of its rows is a post of an account. Nothing of a row is
lost: what has no part of its own is kept under the name of its column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from makna.domain.document import Block, Layout, ParsedTurn, Post, Run
from makna.domain.post_columns import Role, Roles, column_of
from makna.domain.post_dates import Moment, moments
from makna.domain.sheet import Table

SEPARATOR = " · "
"""Between the parts of the line below a post."""
AFTER_NAME = " – "
"""Between account and time: the form of a mark of who speaks, so that the page shows it as one."""


class PostsAs(StrEnum):
    """What becomes of the rows of a table."""

    TABLE = "table"
    """One source, in which each post is a turn of its account."""
    EACH = "each"
    """One source a post."""


@dataclass(frozen=True)
class Composed:
    """A table as one text."""

    text: str
    layout: Layout
    turns: tuple[ParsedTurn, ...]


def posts_of(table: Table, roles: Roles) -> list[Post]:
    """The posts of a table, in its order; rows without text are none."""
    text, account, date, link = (
        column_of(roles, role) for role in (Role.TEXT, Role.ACCOUNT, Role.DATE, Role.LINK)
    )
    days = moments([_cell(row, date) for row in table.rows])
    return [
        Post(
            text=_cell(row, text).strip(),
            account=_line(row, account).rstrip(" :"),
            date=day.date,
            written=day.written,
            time_ms=day.time_ms,
            url=_line(row, link),
            facts=tuple(_facts(table.header, row, roles, day)),
            values=tuple(_kept(table.header, row, roles, Role.VARIABLE)),
        )
        for row, day in zip(table.rows, days, strict=True)
        if _cell(row, text).strip()
    ]


def rows_without_text(table: Table, roles: Roles) -> int:
    """Rows in which the column of the text is empty."""
    text = column_of(roles, Role.TEXT)
    return sum(not _cell(row, text).strip() for row in table.rows)


def composed(table: Table, posts: Sequence[Post], roles: Roles) -> Composed:
    """All posts as one text: account and time, the words, then what else the row holds."""
    link = column_of(roles, Role.LINK)
    label = table.header[link] if link is not None else ""
    paragraphs: list[str] = []
    blocks: list[Block] = []
    turns: list[ParsedTurn] = []
    at = 0
    for post in posts:
        start = at
        for text, block in _paragraphs(post, label):
            paragraphs.append(text)
            blocks.append(block)
            at += len(text) + 1
        if post.account:
            turns.append(ParsedTurn(start, at - 1, post.account, post.time_ms))
        paragraphs.append("")
        blocks.append(Block(0))
        at += 1
    return Composed("\n".join(paragraphs[:-1]), tuple(blocks[:-1]), tuple(turns))


def _paragraphs(post: Post, link_label: str) -> Iterator[tuple[str, Block]]:
    head = AFTER_NAME.join(part for part in (post.account, post.written) if part)
    if head:
        bold = (Run(0, len(post.account), bold=True),) if post.account else ()
        yield head, Block(len(head), runs=bold)
    for paragraph in post.text.split("\n"):
        yield paragraph, Block(len(paragraph))
    facts = [*post.facts, *post.values]
    named = {name for name, _ in facts}
    shown = [f"{name}: {value}" for name, value in facts if value != post.written]
    foot = SEPARATOR.join(" ".join(each.split()) for each in shown)
    runs: list[Run] = []
    if post.url and link_label not in named:
        start = len(foot) + len(SEPARATOR) * bool(foot) + len(link_label) + 2
        foot = SEPARATOR.join(part for part in (foot, f"{link_label}: {post.url}") if part)
        if post.url.startswith(("http://", "https://")):
            runs = [Run(0, start, italic=True)] if start else []
            runs.append(Run(start, len(foot), italic=True, link=post.url))
    if foot:
        yield foot, Block(len(foot), runs=tuple(runs) or (Run(0, len(foot), italic=True),))


def _facts(
    header: Sequence[str], row: Sequence[str], roles: Roles, day: Moment
) -> Iterator[tuple[str, str]]:
    """The columns without a part of their own; also the time, which a date alone would lose."""
    date = column_of(roles, Role.DATE)
    if date is not None and day.written and day.written != day.date:
        yield header[date], day.written
    yield from _kept(header, row, roles, Role.LIKES)
    yield from _kept(header, row, roles, Role.FACT)


def _kept(
    header: Sequence[str], row: Sequence[str], roles: Roles, role: Role
) -> Iterator[tuple[str, str]]:
    for name, value, given in zip_longest(header, row, roles, fillvalue=""):
        if given == role and value.strip():
            yield name, value.strip()


def _cell(row: Sequence[str], column: int | None) -> str:
    return row[column] if column is not None and column < len(row) else ""


def _line(row: Sequence[str], column: int | None) -> str:
    return " ".join(_cell(row, column).split())
