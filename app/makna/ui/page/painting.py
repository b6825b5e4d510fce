"""Paints what lies under and over the characters, for the paragraphs in view only.

Tints are boxes under the text, not formats of it: applying, lighting up or moving one costs a
repaint and no new layout, and a ligature or kerned pair at the edge of a passage keeps its shape.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from makna.domain.document import Block
from makna.domain.model import Turn
from makna.ui.page.build import PAGE_PAD_PX
from makna.ui.page.geometry import Geometry, ShownBlock
from makna.ui.page.looks import SPEAKER_LIFT_PX, Looks
from makna.ui.page.markindex import MarkIndex
from makna.ui.page.tints import blend, flatten, rgb
from makna.ui.page.values import FocusMode, Mark

UNDERLINE_PX = 2.0
SELECTED_SHARE, HIT_SHARE, FLASH_SHARE = 0.10, 0.10, 0.45
"""Shares of the accent over what is selected, found, or just shown."""
FADED_SHARE = 0.66
"""Share of the paper over what is out of focus."""
DEEPEST_BLEND = 8
"""Inner marks whose colours are blended; what lies under so many is hardly seen."""
HANDLE_RADIUS_PX = 4.0
LEAST_LINE_PX = 4.0
"""What takes no room on the page is lower."""
_SPEAKER_GAP_PX = 8
_MARKER_GAP = 0.45
_LONGEST_VIEW = 10_000
"""Characters; more of them are never seen at once."""
Span = tuple[int, int]


Box = tuple[QRectF, QColor]
"""A coloured box relative to its paragraph's corner."""


@dataclass
class Scene:
    """What is on the page right now; the view changes it, the painter reads it."""

    marks: MarkIndex = field(default_factory=MarkIndex)
    bare: bool = False
    """Codings are not painted yet: a text that is opened can be read a moment before."""
    turns: dict[int, Turn] = field(default_factory=dict)
    """By the number of their first block, which typing inside a paragraph does not change."""
    layout: Sequence[Block] = ()
    shaded: frozenset[int] = frozenset()
    """Numbers of the blocks that lie on a ground of their own."""
    line_starts: list[int] | None = None
    """Where the numbered lines begin, while the gutter shows those."""
    hits: list[Span] = field(default_factory=list)
    """Sorted, disjoint."""
    lit_code: int | None = None
    focus_code: int | None = None
    focus: FocusMode = FocusMode.NONE
    selected: Span | None = None
    """The selected passage, or where its dragged edge would put it."""
    drop: Span | None = None
    """What a code that is dragged over the page would be dropped on."""
    flash: Span | None = None
    flash_strength: float = 0.0
    tint_boxes: dict[int, list[Box]] = field(default_factory=dict)
    """By block number; dropped when a mark of the block or its layout changes."""

    def in_focus(self, mark: Mark) -> bool:
        return self.focus is not FocusMode.CODE or mark.code_id == self.focus_code

    def fades(self, start: int, end: int) -> bool:
        """Whether nothing of [start, end) is in focus, so what stands beside it fades as well."""
        if self.focus is FocusMode.NONE:
            return False
        return not any(self.in_focus(mark) for mark in self.marks.overlapping(start, end))


class PagePainter:
    """Draws the scene in document pixels."""

    def __init__(self, scene: Scene, geometry: Geometry, looks: Looks) -> None:
        self._scene = scene
        self._geometry = geometry
        self._looks = looks

    def under(self, painter: QPainter, blocks: Iterable[ShownBlock]) -> None:
        """Tints, hits and what is selected."""
        scene = self._scene
        for shown in blocks:
            painter.translate(shown.origin)
            for rect, color in self._tints(shown):
                painter.fillRect(rect, color)
            painter.translate(-shown.origin)
            if scene.lit_code is not None:
                self._paint_lit(painter, shown, scene.lit_code)
            for span, share in (
                (scene.selected, SELECTED_SHARE),
                (scene.drop, SELECTED_SHARE),
                (scene.flash, FLASH_SHARE * scene.flash_strength),
            ):
                if span is not None:
                    self._wash(painter, shown, span, share)
            self._paint_hits(painter, shown)
            self._paint_row_line(painter, shown)

    def over(self, painter: QPainter, blocks: Iterable[ShownBlock]) -> None:
        """Who speaks, list marks, what is faded, and the handles of the selected passage."""
        for shown in blocks:
            if self._scene.focus is not FocusMode.NONE:
                self._fade(painter, shown)
            if self._scene.selected is not None:
                self._paint_handles(painter, shown, self._scene.selected)
            turn = self._scene.turns.get(shown.number)
            if turn is not None:
                self._paint_speaker(painter, shown, turn)
            if shown.number < len(self._scene.layout):
                self._paint_marker(painter, shown, self._scene.layout[shown.number])

    def _tints(self, shown: ShownBlock) -> list[Box]:
        boxes = self._scene.tint_boxes.get(shown.number)
        if boxes is None:
            boxes = self._scene.tint_boxes[shown.number] = self._make_tints(shown)
        return boxes

    def _make_tints(self, shown: ShownBlock) -> list[Box]:
        if self._scene.bare:
            return []
        marks = self._scene.marks.overlapping(shown.start, shown.end)
        if self._scene.focus is FocusMode.CODE:
            marks = [mark for mark in marks if self._scene.in_focus(mark)]
        boxes: list[Box] = []
        theme = self._looks.theme
        for tint in flatten(marks, shown.start, shown.end):
            colors = tuple(mark.color for mark in tint.marks[-DEEPEST_BLEND:])
            fill = _blended(colors, theme.paper, theme.tint, theme.tint_most)
            for left, top, width, height in self._geometry.line_boxes(shown, tint.start, tint.end):
                boxes.append((QRectF(left, top - 1, width, height + 2), fill))
                if len(colors) > 1:
                    under = QRectF(left, top + height + 1, width, UNDERLINE_PX)
                    boxes.append((under, shared_color(colors[-1])))
        return boxes

    def _paint_lit(self, painter: QPainter, shown: ShownBlock, code: int) -> None:
        for mark in self._scene.marks.overlapping(shown.start, shown.end):
            if mark.code_id == code:
                color = QColor(*rgb(mark.color))
                color.setAlphaF(self._looks.theme.tint_lit - self._looks.theme.tint)
                self._fill(painter, shown, (mark.start, mark.end), color)

    def _wash(self, painter: QPainter, shown: ShownBlock, span: Span, share: float) -> None:
        color = QColor(self._looks.theme.accent)
        color.setAlphaF(share)
        self._fill(painter, shown, span, color)

    def _fill(self, painter: QPainter, shown: ShownBlock, span: Span, color: QColor) -> None:
        if span[0] >= shown.end or span[1] <= shown.start:
            return
        for rect in self._geometry.line_rects(shown, *span):
            painter.fillRect(rect.adjusted(0, -1, 0, 1).translated(shown.origin), color)

    def _paint_hits(self, painter: QPainter, shown: ShownBlock) -> None:
        accent = QColor(self._looks.theme.accent)
        wash = QColor(accent)
        wash.setAlphaF(HIT_SHARE)
        painter.setPen(QPen(accent, 1))
        painter.setBrush(wash)
        for start, end in hits_in(self._scene.hits, shown.start, shown.end):
            for rect in self._geometry.line_rects(shown, start, end):
                if rect.height() < LEAST_LINE_PX:  # of a question that is hidden
                    continue
                box = rect.translated(shown.origin).adjusted(-1, -1, 1, 1)
                painter.drawRoundedRect(box, 3, 3)

    def _paint_row_line(self, painter: QPainter, shown: ShownBlock) -> None:
        layout = self._scene.layout
        if shown.number >= len(layout) or layout[shown.number].style != "table-row":
            return
        y = shown.bottom + 2
        painter.setPen(QPen(QColor(self._looks.theme.line), 1))
        left = PAGE_PAD_PX
        painter.drawLine(QLineF(left, y, left + self._looks.column_width, y))

    def _fade(self, painter: QPainter, shown: ShownBlock) -> None:
        """Paper over everything that no mark in focus lies on."""
        veil = QColor(self._looks.theme.paper)
        veil.setAlphaF(FADED_SHARE)
        marks = self._scene.marks.overlapping(shown.start, shown.end)
        at = shown.start
        focused = [mark for mark in marks if self._scene.in_focus(mark)]
        for tint in flatten(focused, shown.start, shown.end):
            self._veil(painter, shown, (at, tint.start), veil)
            at = tint.end
        self._veil(painter, shown, (at, shown.end), veil)

    def _veil(self, painter: QPainter, shown: ShownBlock, span: Span, veil: QColor) -> None:
        if span[0] < span[1]:
            self._fill(painter, shown, span, veil)

    def _paint_speaker(self, painter: QPainter, shown: ShownBlock, turn: Turn) -> None:
        looks = self._looks
        metrics = QFontMetricsF(looks.speaker)
        baseline = shown.origin + QPointF(0, -SPEAKER_LIFT_PX - metrics.descent())
        painter.setFont(looks.speaker)
        painter.setPen(beside(looks, faded=self._scene.fades(shown.start, _end_of(turn, shown))))
        painter.drawText(baseline, turn.name)
        if turn.time_ms is not None:
            painter.setFont(looks.time)
            width = metrics.horizontalAdvance(turn.name)
            painter.drawText(baseline + QPointF(width + _SPEAKER_GAP_PX, 0), clock(turn.time_ms))

    def _paint_marker(self, painter: QPainter, shown: ShownBlock, block: Block) -> None:
        if not block.marker or not shown.lines:
            return
        line = shown.lines[0]
        gap = _MARKER_GAP * self._looks.em
        painter.setFont(self._looks.body)
        painter.setPen(beside(self._looks, faded=self._scene.fades(shown.start, shown.end)))
        right = shown.origin.x() + line.left - gap
        box = QRectF(0, shown.origin.y() + line.y, right, line.height)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, block.marker)

    def _paint_handles(self, painter: QPainter, shown: ShownBlock, span: Span) -> None:
        if shown.start <= span[0] <= shown.end:
            box = self._geometry.place(span[0])
            self._paint_handle(painter, box, box.topLeft())
        if shown.start <= span[1] <= shown.end:
            box = self._geometry.place(span[1], ending=True)
            self._paint_handle(painter, box, box.bottomLeft())

    def _paint_handle(self, painter: QPainter, box: QRectF, knob: QPointF) -> None:
        accent = QColor(self._looks.theme.accent)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(accent, UNDERLINE_PX))
        painter.drawLine(QLineF(box.topLeft(), box.bottomLeft()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawEllipse(knob, HANDLE_RADIUS_PX, HANDLE_RADIUS_PX)


def beside(looks: Looks, *, faded: bool) -> QColor:
    """The ink of what stands beside the text: numbers, speakers, list marks."""
    color = QColor(looks.theme.dim)
    if faded:
        color.setAlphaF(1 - FADED_SHARE)
    return color


def _end_of(turn: Turn, shown: ShownBlock) -> int:
    """Where a turn that begins with this paragraph ends; of a long one, as much as is in view."""
    return shown.start + min(turn.end - turn.start, _LONGEST_VIEW)


@lru_cache(maxsize=1024)
def shared_color(color: str) -> QColor:
    """A colour that many share; not to be changed."""
    return QColor(color)


@lru_cache(maxsize=4096)
def _blended(colors: tuple[str, ...], paper: str, share: float, most: float) -> QColor:
    return QColor(*blend(colors, paper, share, most))


def hits_in(hits: Sequence[Span], start: int, end: int) -> Iterable[Span]:
    """The hits that reach into [start, end), of sorted disjoint ones."""
    first = bisect_right(hits, start, key=lambda hit: hit[1])
    for at in range(first, len(hits)):
        if hits[at][0] >= end:
            break
        yield hits[at]


def clock(time_ms: int) -> str:
    """`HH:MM:SS`."""
    seconds = time_ms // 1000
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
