"""A passage as its card shows it: cuts stay to be seen, additions stand in between."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from makna.domain.quote_edits import Edit
from makna.ui.textmap import TextMap

PICTURE = "\ufffc"
BOX = "\u25a1"
"""What stands for a picture in a text: the same width in positions."""


@dataclass(frozen=True)
class Piece:
    """A stretch of the card's text: words of the passage at [start, end), or added ones there."""

    shown: str
    start: int
    end: int
    edit: int = -1
    """Rank of the cut or addition that it belongs to; -1 is none."""
    added: bool = False

    @property
    def cut(self) -> bool:
        return self.edit >= 0 and not self.added


def pieces(text: str, edits: Iterable[Edit]) -> tuple[Piece, ...]:
    """The text of a passage with its edits, in reading order."""
    found: list[Piece] = []
    at = 0
    for rank, edit in enumerate(edits):
        if edit.start > at:
            found.append(_plain(text, at, edit.start))
        if edit.end > edit.start:
            gone = text[edit.start : edit.end].replace(PICTURE, BOX)
            found.append(Piece(gone, edit.start, edit.end, rank))
        if edit.words:
            found.append(_added(text, edit, rank))
        at = max(at, edit.end)
    if at < len(text):
        found.append(_plain(text, at, len(text)))
    return tuple(found)


def _plain(text: str, start: int, end: int) -> Piece:
    return Piece(text[start:end].replace(PICTURE, BOX), start, end)


def _added(text: str, edit: Edit, rank: int) -> Piece:
    before = text[edit.start - 1 : edit.start] if edit.start == edit.end else "x"
    after = text[edit.end : edit.end + 1]
    left = " " if before and not before.isspace() else ""
    right = " " if after and after.isalnum() else ""
    return Piece(f"{left}[{edit.words}]{right}", edit.end, edit.end, rank, added=True)


class Shown:
    """Positions in the card (UTF-16) and in the passage (code points), both ways."""

    def __init__(self, parts: tuple[Piece, ...]) -> None:
        self.pieces = parts
        self.text = "".join(piece.shown for piece in parts)
        self._map = TextMap(self.text)

    def to_passage(self, position_u16: int) -> int:
        """The place in the passage's text; all of an addition is where it was put."""
        at = self._map.to_cp(position_u16)
        for piece in self.pieces:
            if at < len(piece.shown) or piece is self.pieces[-1]:
                return piece.end if piece.added else min(piece.start + at, piece.end)
            at -= len(piece.shown)
        return 0

    def to_card(self, position_cp: int) -> int:
        """Where a place of the passage stands in the card."""
        at = 0
        for piece in self.pieces:
            if not piece.added and piece.start <= position_cp <= piece.end:
                return self._map.to_u16(at + position_cp - piece.start)
            at += len(piece.shown)
        return self._map.to_u16(at)

    def edit_at(self, position_u16: int) -> int | None:
        """The rank of the cut or addition at a place of the card, if there is one."""
        at = self._map.to_cp(position_u16)
        before = 0
        for piece in self.pieces:
            after = before + len(piece.shown)
            if piece.edit >= 0 and before <= at <= after:
                return piece.edit
            before = after
        return None
