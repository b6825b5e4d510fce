"""What a screen reader says of the place in a text where the caret is, and of its margin."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from makna.ui.page.values import Mark
from makna.ui.spoken import Part, Telling, shortened

if TYPE_CHECKING:
    from makna.ui.page.margin import Margin
    from makna.ui.page.sheet import Sheet


class CaretTelling(Telling):
    """The codes of the chosen passage, else of what is selected, else those at the caret."""

    def __init__(self, page: Sheet) -> None:
        super().__init__(page, self._words_now)
        self._page = page
        page.cursorPositionChanged.connect(self.soon)
        page.selectionChanged.connect(self.soon)
        page.edge_editor.previewed.connect(self.soon)

    def _words_now(self) -> str:
        surface, chosen = self._page.surface, self._page.edge_editor.passage_id
        marks = surface.scene.marks
        if chosen is not None and (own := marks.of_passage(chosen)):
            words = shortened(surface.text[own[0].start : own[0].end])
            said = self.tr("Chosen passage: “{words}”. Codes: {codes}")
            return said.format(words=words, codes=names(own))
        cursor = self._page.textCursor()
        start = surface.positions.to_cp(cursor.selectionStart())
        end = surface.positions.to_cp(cursor.selectionEnd())
        here = marks.overlapping(start, max(end, start + 1))
        return self.tr("Codes here: {codes}").format(codes=names(here)) if here else ""


def names(marks: Iterable[Mark]) -> str:
    """The codes' names, each once, innermost first."""
    ordered = sorted(marks, key=lambda mark: (mark.end - mark.start, mark.coding_id))
    return ", ".join(dict.fromkeys(mark.name for mark in ordered if mark.name))


def margin_parts(margin: Margin, text: str) -> list[Part]:
    """The brackets in view from top to bottom, with the words they stand beside."""
    found = []
    for bracket in sorted(margin.brackets(), key=lambda each: (each.top, each.lane)):
        mark = bracket.mark
        named = (name.rect for name in margin.names() if bracket in name.brackets)
        box = margin.bracket_rect(bracket).united(next(named, QRectF(QPointF(), QPointF())))
        said = [f"“{shortened(text[mark.start : mark.end])}”", mark.memo]
        coders = ", ".join(dict.fromkeys(each.coder for each in bracket.marks if each.coder))
        found.append(
            Part(
                f"{mark.name} · {coders}" if coders else mark.name,
                box.toAlignedRect(),
                shortened(" ".join(filter(None, said))),
                mark.passage_id == margin.selected_passage,
            )
        )
    return found
