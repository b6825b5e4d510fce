"""Fills a `QTextDocument` with the canonical text, formatted after its layout.

Every character of the text is one character of the document; an LF is the end of a block.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
    QTextLength,
)

from makna.domain.document import PICTURE, Block, Layout, Run
from makna.domain.model import Turn
from makna.ui.page.looks import Looks
from makna.ui.page.plan import NO_ROOM
from makna.ui.page.values import PageText
from makna.ui.page.voices import Voice, Voices

PICTURE_SCHEME = "makna-picture"
PAGE_PAD_PX = 8
"""Space around the text column inside the viewport, for the handles at the edges of a passage."""
CLOSE_STYLES = ("list", "table-row", "footnote")
"""Paragraphs that stand close together."""
TOP_PX, BOTTOM_PX = 20, 160
"""Space above the first and below the last paragraph."""
_WHOLE_COLUMN = QTextLength(QTextLength.Type.PercentageLength, 100)

Piece = tuple[int, int, Run | None, bool]
"""Start and end in the paragraph, its run, and whether it belongs to the speaker's mark."""


class Builder:
    """Builds documents of one page text at one look."""

    EMPTY: Layout = (Block(0),)
    """Layout of the empty text."""

    def __init__(self, page: PageText, looks: Looks, voices: Voices) -> None:
        self._page = page
        self._looks = looks
        self._voices = voices
        self._chars: dict[tuple[str, Run | None, str], QTextCharFormat] = {}
        self._blocks: dict[tuple[str, int, bool, bool, bool, bool, bool], QTextBlockFormat] = {}
        self._rows = dict(_table_widths(page))
        self.characters: list[int] = []
        """Of each paragraph, those that are seen; `NO_ROOM` where it is folded."""
        self._alike: list[str] = []
        """Plain paragraphs of one look that are put in together."""
        self._alike_block, self._alike_char = QTextBlockFormat(), QTextCharFormat()
        self._folded = False
        """Whether the paragraph that was appended last takes no room."""
        self._bare = False
        """Whether it holds nothing but who speaks: what is said follows close under the name."""

    def fill(self, document: QTextDocument) -> None:
        """Put the text into an empty document."""
        self.characters.clear()
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self._looks.body)
        document.setDocumentMargin(PAGE_PAD_PX)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for number, (start, paragraph, block, turn) in enumerate(_paragraphs(self._page)):
            self._append(cursor, number, start, paragraph, block, turn)
        self._put_alike(cursor)
        cursor.endEditBlock()
        self._frame(document)

    def _frame(self, document: QTextDocument) -> None:
        """Qt drops the space above the very first block; its speaker goes into the frame's."""
        first = next((turn for turn in self._page.turns if turn.start == 0), None)
        labelled = self._voices.of(0, self._page.layout[0], first).labelled
        frame = document.rootFrame().frameFormat()
        frame.setTopMargin(TOP_PX + (self._looks.speaker_height if labelled else 0))
        frame.setBottomMargin(BOTTOM_PX)
        document.rootFrame().setFrameFormat(frame)

    def _append(
        self,
        cursor: QTextCursor,
        number: int,
        start: int,
        paragraph: str,
        block: Block,
        turn: Turn | None,
    ) -> None:
        voice = self._voices.of(start, block, turn)
        self._folded = voice.folded or (self._folded and not block.length)
        self.characters.append(NO_ROOM if self._folded else block.length - voice.hidden)
        color = self._looks.theme.quiet if voice.quiet else self._looks.theme.ink
        look = self._block_format(number, block, turn is None or turn.start == start, voice)
        base = self._char_format(block.style, None, color)
        plain = not (self._folded or block.runs or voice.hidden or voice.dim)
        if plain and self._alike and look is self._alike_block and base is self._alike_char:
            self._alike.append(paragraph)
            return
        self._put_alike(cursor)
        if number:
            cursor.insertBlock(look, base)
        else:
            cursor.setBlockFormat(look)
            cursor.setBlockCharFormat(base)
            cursor.setCharFormat(base)
        if self._folded:
            cursor.insertText(paragraph, self._looks.hidden)
        elif plain:
            self._alike, self._alike_block, self._alike_char = [paragraph], look, base
        else:
            self._insert_pieces(cursor, paragraph, block, voice, color)

    def _put_alike(self, cursor: QTextCursor) -> None:
        """Insert the plain paragraphs that look the same; Qt gives the later ones the same look."""
        if self._alike:
            cursor.insertText("\n".join(self._alike), self._alike_char)
            self._alike = []

    def _insert_pieces(
        self, cursor: QTextCursor, paragraph: str, block: Block, voice: Voice, color: str
    ) -> None:
        for first, last, run, marked in _pieces(block, voice.hidden or voice.dim):
            if marked and voice.hidden:
                cursor.insertText(paragraph[first:last], self._looks.hidden)
            else:
                shade = self._looks.theme.dim if marked else color
                self._insert(cursor, paragraph[first:last], block.style, run, shade)

    def _insert(
        self, cursor: QTextCursor, text: str, style: str, run: Run | None, color: str
    ) -> None:
        if run is not None and run.picture and text == PICTURE:
            image = QTextImageFormat()
            image.setName(f"{PICTURE_SCHEME}:{run.picture}")
            image.setMaximumWidth(_WHOLE_COLUMN)
            cursor.insertImage(image)
            return
        cursor.insertText(text, self._char_format(style, run, color))

    def _char_format(self, style: str, run: Run | None, color: str) -> QTextCharFormat:
        look = None
        if run is not None:
            look = Run(0, 1, run.bold, run.italic, run.underline, run.link)
        key = (style, look, color)
        found = self._chars.get(key)
        if found is None:
            found = self._chars[key] = self._looks.char_format(style, look, color)
        return found

    def _block_format(
        self, number: int, block: Block, first: bool, voice: Voice
    ) -> QTextBlockFormat:
        if self._folded:
            return self._looks.folded
        pictured = bool(block.runs) and any(run.picture for run in block.runs)
        before = self._page.layout[number - 1].style if number else ""
        close = block.style == before and before in CLOSE_STYLES
        key = (block.style, block.level, pictured, not block.length, first, voice.labelled, close)
        look = self._blocks.get(key)
        if look is None:
            look = self._looks.block_format(
                block, first_of_turn=first, labelled=voice.labelled, close=close
            )
            self._blocks[key] = look
        if number in self._rows:
            look = QTextBlockFormat(look)
            self._looks.row_format(look, self._rows[number])
        if self._bare:
            look = QTextBlockFormat(look)
            look.setTopMargin(0)
        self._bare = 0 < block.length <= voice.hidden
        return look


def _paragraphs(page: PageText) -> Iterator[tuple[int, str, Block, Turn | None]]:
    """Each paragraph with its start, its block and the turn it belongs to."""
    turns = iter(sorted(page.turns, key=lambda turn: turn.start))
    turn = next(turns, None)
    start = 0
    for paragraph, block in zip(page.text.split("\n"), page.layout, strict=True):
        while turn is not None and turn.end <= start and turn.start < start:
            turn = next(turns, None)
        inside = turn is not None and turn.start <= start
        yield start, paragraph, block, turn if inside else None
        start += len(paragraph) + 1


def _pieces(block: Block, mark: int) -> Iterator[Piece]:
    """The paragraph cut where its looks change."""
    cuts = {0, block.length, min(mark, block.length)}
    for look in block.runs:
        cuts.update((look.start, look.end))
    runs = iter(block.runs)
    run = next(runs, None)
    for start, end in pairwise(sorted(cuts)):
        while run is not None and run.end <= start:
            run = next(runs, None)
        inside = run if run is not None and run.start <= start else None
        yield start, end, inside, end <= mark


def _table_widths(page: PageText) -> Iterator[tuple[int, list[int]]]:
    """For each row of a table by its block number: characters in the widest cell of each column."""
    rows = zip(page.text.split("\n"), page.layout, strict=True)
    numbered = [
        (number, text, block.style == "table-row") for number, (text, block) in enumerate(rows)
    ]
    for is_table, group in groupby(numbered, key=lambda row: row[2]):
        if not is_table:
            continue
        table = list(group)
        cells = [[len(cell) for cell in text.split("\t")] for _, text, _ in table]
        columns = max(len(row) for row in cells)
        widest = [max((row[i] for row in cells if i < len(row)), default=0) for i in range(columns)]
        for number, _, _ in table:
            yield number, widest
