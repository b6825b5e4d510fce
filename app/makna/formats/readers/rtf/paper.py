"""Paragraphs and table rows as the text of an RTF file fills them."""

from __future__ import annotations

from makna.formats.blocknames import block_of_name
from makna.formats.collector import Collector
from makna.formats.readers.rtf.state import State


class Paper:
    """Writes into a collector; a row is opened by the text, or the cell's end, that is in it."""

    def __init__(self, styles: dict[int, str]) -> None:
        self.collector = Collector()
        self.marker = ""
        """Number or bullet of the open paragraph."""
        self.note: str | None = None
        """While in a note: its mark, empty from its second paragraph on."""
        self._styles = styles
        self._in_row, self._tabs = False, 0

    def write(self, text: str, state: State) -> None:
        self.prepare(state)
        self.collector.add(text, state.looks)

    def prepare(self, state: State) -> None:
        """Set the style of the open paragraph, or begin the row or cell, before text comes."""
        if not state.in_table or self.note is not None:
            self.collector.block = self._block(state)
        elif not self._in_row:
            self._begin_row()
        elif self._tabs:
            self.collector.end_cell(self._tabs)
            self.collector.begin_cell()
            self._tabs = 0

    def paragraph(self, state: State) -> bool:
        """End the paragraph; False inside a cell, where it is a line."""
        if state.in_table and self.note is None:
            self.break_cell()
            return False
        self.end_row()
        self.collector.block = self._block(state)
        self.collector.close()
        self.marker = ""
        if self.note is not None:
            self.note = ""
        return True

    def cell(self) -> None:
        if not self._in_row:
            self._begin_row()
        self._tabs += 1
        self.marker = ""

    def break_cell(self) -> None:
        if self._in_row:
            self.collector.break_softly()

    def end_row(self) -> None:
        """End the row, if one is open."""
        if self._in_row:
            self.collector.end_cell(max(0, self._tabs - 1))
            self.collector.close()
            self._in_row, self._tabs, self.marker = False, 0, ""

    def end_text(self) -> None:
        """End whatever is open."""
        self.end_row()
        if not self.collector.is_empty:
            self.collector.close()
        self.marker = ""

    def _begin_row(self) -> None:
        if not self.collector.is_empty:
            self.collector.close()
        self.collector.block = ("table-row", 0, self.marker)
        self._in_row, self._tabs = True, 0
        self.collector.begin_cell()

    def _block(self, state: State) -> tuple[str, int, str]:
        if self.note is not None:
            return "footnote", 0, self.note
        style = block_of_name(self._styles.get(state.style, ""))
        if state.outline is not None and state.outline < 9:
            style = f"heading-{min(state.outline + 1, 6)}"
        if self.marker and style in ("body", "quote"):
            return "list", min(max(state.level, 0), 8), self.marker
        return style, 0, self.marker
