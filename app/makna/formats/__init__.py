"""Readers, writers and exchange: everything that knows a file format."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ReadOptions:
    """What the user may decide before a file is read."""

    encoding: str = ""
    """Of a plain text; empty: find it out."""
    find_turns: bool = True
    """Whether to look for speakers."""
    keep_location: bool = False
    """Whether a picture keeps where it was taken."""
    turns: str = ""
    """The form of the turns (`domain.turn_forms.CHOICES`); empty: find it out."""
    prefer: str = ""
    """The form of the file before, taken where it finds more than is found out."""
    sheet: str = ""
    """Of a workbook; empty: the first with posts in it."""
    columns: tuple[tuple[str, str], ...] = ()
    """(role, column) of a table, where the guess is wrong (`domain.post_columns.Role`)."""
    posts: str = ""
    """What becomes of the rows of a table (`domain.posts.PostsAs`); empty: one source."""
