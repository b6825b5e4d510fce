"""Gathers text and looks paragraph by paragraph, and places of comments in them."""

from __future__ import annotations

from itertools import accumulate

from makna.domain.document import SOFT_BREAK, Block, Layout, Run
from makna.domain.text import canonical

BOLD, ITALIC, UNDERLINE, HIDDEN = 1, 2, 4, 8
"""Looks of a run as bits; HIDDEN is text that its program hides."""

Place = tuple[int, int]
"""A paragraph's number from 0 and an offset in it."""

_PAGE = "\x0c"
_JOINT = "\x01"
"""Stands between paragraphs until foreign line ends are gone; XML cannot hold it."""
_FOREIGN = {
    "\n": " ",
    "\r": " ",
    "\u2029": SOFT_BREAK,
    **dict.fromkeys("\ufeff\ufdd0\ufdd1", "\ufffd"),
}
"""What canonical text cannot hold inside a paragraph, one character for one."""
_SHOWN = tuple(
    (bool(looks & BOLD), bool(looks & ITALIC), bool(looks & UNDERLINE)) for looks in range(8)
)


class Collector:
    """The text of a document as it grows; one paragraph is open."""

    def __init__(self) -> None:
        self._paragraphs: list[str] = []
        self._blocks: list[Block] = []
        self._pieces: list[str] = []
        self._at = 0
        self._runs: list[list[int | str | None]] = []
        self._pending = ""
        self._cell_start: int | None = None
        self.link: str | None = None
        """Address that new text links to."""
        self.muted = 0
        """Above 0 while text belongs to a field's code."""
        self.hidden = 0
        """Characters of hidden text left out."""
        self.block = ("body", 0, "")
        """Style, level and marker of the open paragraph."""
        self.strip_left = False
        """Whether white space before the next text is dropped (after a note's own number)."""

    def add(self, text: str, looks: int = 0) -> None:
        """Append text with these looks."""
        if self.muted:
            return
        if looks & HIDDEN:
            self.hidden += len(text)
            return
        if self._pending:
            self._flush()
        if self.strip_left:
            text = text.lstrip()
            self.strip_left = not text
        start = self._at
        self._at = end = start + len(text)
        self._pieces.append(text)
        if looks or self.link is not None:
            self._look(start, end, looks)

    def add_plain(self, pieces: list[tuple[str, int, int]], base: int) -> None:
        """Append texts whose looks differ from `base` by a mask and a value; fast."""
        if self.muted or self._pending or self.strip_left or self.link is not None:
            for text, mask, value in pieces:
                self.add(text, (base & ~mask) | value)
            return
        at, append = self._at, self._pieces.append
        for text, mask, value in pieces:
            looks = (base & ~mask) | value
            if looks & HIDDEN:
                self.hidden += len(text)
                continue
            append(text)
            end = at + len(text)
            if looks:
                self._look(at, end, looks)
            at = end
        self._at = at

    def picture(self, character: str, sha256: str | None) -> None:
        """Append the character that stands for a picture."""
        if self.muted:
            return
        if self._pending:
            self._flush()
        self.strip_left = False
        self._pieces.append(character)
        self._at += 1
        if sha256:
            self._runs.append([self._at - 1, self._at, 0, self.link, sha256])

    def break_page(self) -> None:
        """A page ends: text on both sides never joins, and no empty line is left behind."""
        if self._cell_start is not None:
            self.break_softly()
        elif self._at and not self.muted:
            self._pending = _PAGE

    def break_softly(self) -> None:
        """A paragraph ends inside a table cell."""
        self._pending += SOFT_BREAK

    def begin_cell(self) -> None:
        self._cell_start = self._at

    def end_cell(self, tabs: int) -> None:
        """The cell ends, and so many columns on the next one begins: breaks at its end go."""
        self._pending = ""
        self._cell_start = None
        self.strip_left = False
        if tabs:
            self._pieces.append("\t" * tabs)
            self._at += tabs

    @property
    def is_empty(self) -> bool:
        """Whether the open paragraph holds nothing yet."""
        return not self._at

    @property
    def place(self) -> Place:
        return len(self._paragraphs), self._at

    def last_piece(self) -> tuple[Place, Place] | None:
        """Where the last words stand: the last run of text, else the last paragraph with any."""
        end = self._at
        for piece in reversed(self._pieces):
            if piece.strip():
                here = len(self._paragraphs)
                return (here, end - len(piece)), (here, end)
            end -= len(piece)
        for index in range(len(self._paragraphs) - 1, -1, -1):
            if self._paragraphs[index].strip():
                return (index, 0), (index, len(self._paragraphs[index]))
        return None

    def close(self) -> None:
        """End the open paragraph."""
        text = "".join(self._pieces)
        style, level, marker = self.block
        runs = tuple([_run(*run) for run in self._runs]) if self._runs else ()  # type: ignore[arg-type]
        self._blocks.append(Block(self._at, style, level, marker, runs))
        self._paragraphs.append(text)
        self._pieces, self._runs, self._at, self._pending = [], [], 0, ""
        self.strip_left = False

    def finish(self) -> tuple[str, Layout, list[int]]:
        """The canonical text, its layout and where each paragraph starts."""
        text = _JOINT.join(self._paragraphs)
        if text.count(_JOINT) >= len(self._paragraphs) > 0:  # not from XML: it is in the text
            text = _JOINT.join(p.replace(_JOINT, "\ufffd") for p in self._paragraphs)
        for character, replacement in _FOREIGN.items():
            if character in text:
                text = text.replace(character, replacement)
        starts = list(accumulate((len(p) + 1 for p in self._paragraphs), initial=0))
        return canonical(text.replace(_JOINT, "\n")), tuple(self._blocks), starts

    def _flush(self) -> None:
        pending, self._pending = self._pending, ""
        if pending == _PAGE:
            self.close()
            style, level, _ = self.block
            self.block = (style, level, "")
        elif self._at > (self._cell_start or 0):
            self._pieces.append(pending)
            self._at += len(pending)

    def _look(self, start: int, end: int, looks: int) -> None:
        if start == end:
            return
        if self._runs:
            last = self._runs[-1]
            if last[1] == start and last[2] == looks and last[3] == self.link and last[4] is None:
                last[1] = end
                return
        self._runs.append([start, end, looks, self.link, None])


def _run(start: int, end: int, looks: int, link: str | None, picture: str | None) -> Run:
    return Run(start, end, *_SHOWN[looks], link, picture)
