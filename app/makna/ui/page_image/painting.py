"""Paints pages, the codings on them, and what is chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from makna.domain.regions import Region
from makna.ui.page.values import Mark
from makna.ui.page_image.names import Placed, Wanted, place_names
from makna.ui.page_image.stack import Stack
from makna.ui.page_image.values import Box, Plate
from makna.ui.page_image.words import Line, Words
from makna.ui.theme.fonts import Size, sized
from makna.ui.theme.tokens import LIGHT

TINT, TINT_LIT = 0.16, 0.34
"""Opacity of a code's colour over a rectangle."""
WORD_TINT, WORD_TINT_LIT = 0.24, 0.42
EDGE_PX, EDGE_LIT_PX = 2.0, 3.0
HALO_PX = 1.0
"""White on either side of an edge: a picture may have the very colour of the code."""
HANDLE_PX = 8.0
NAME_PAD_PX = 6.0
SWATCH_PX = 7.0
NAME_MOST_PX = 230.0
PILL_LEAST_PX = 34.0
"""A margin of the page narrower than this shows swatches without names."""
_RADIUS = 3.0


@dataclass
class Scene:
    """What is to be seen besides the pages."""

    plates: Sequence[Plate] = ()
    marks: Sequence[Mark] = ()
    """Codings of words, in order of place."""
    chosen: int | None = None
    """Passage."""
    lit: int | None = None
    """Code that is pointed at."""
    drawn: Region | None = None
    """A rectangle that is no passage yet, or the chosen one on its way to another place."""
    selection: tuple[int, int] | None = None
    drop: Region | None = None
    drop_words: tuple[int, int] | None = None
    hits: Sequence[tuple[int, int]] = ()


class PagePainter:
    """Paints one page with all that lies on it; document pixels."""

    def __init__(self, stack: Stack, words: Words, scene: Scene) -> None:
        self._stack, self._words, self._scene = stack, words, scene
        self._font = QFont()
        self.names: dict[int, list[tuple[Placed, Plate]]] = {}
        """By page, where the names of its rectangles stand."""

    def paint(self, painter: QPainter, page: int) -> None:
        self._font = sized(Size.TINY)
        scene = self._scene
        self._words_tinted(painter, page)
        on_page = [plate for plate in scene.plates if plate.region.page == page]
        on_page.sort(key=lambda plate: (-plate.region.area, plate.passage_id))
        moving = scene.drawn is not None and scene.chosen is not None
        for plate in on_page:
            if not (moving and plate.passage_id == scene.chosen):
                self._plate(painter, plate)
        self._names(painter, page, on_page)
        if scene.drawn is not None and scene.drawn.page == page:
            self._drawn(painter, scene.drawn)
        if scene.drop is not None and scene.drop.page == page:
            painter.fillRect(_rect(self._stack.place(scene.drop)), _accent(0.22))

    # Words

    def _words_tinted(self, painter: QPainter, page: int) -> None:
        scene = self._scene
        start, end = self._words.stretch(page)
        if start >= end:
            return
        painter.save()
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        here = [mark for mark in scene.marks if mark.start < end and mark.end > start]
        for mark in sorted(here, key=lambda mark: mark.start - mark.end):
            lit = scene.lit == mark.code_id or scene.chosen == mark.passage_id
            color = _faded(mark.color, WORD_TINT_LIT if lit else WORD_TINT)
            self._fill(painter, page, (mark.start, mark.end), color)
        painter.restore()
        for start_hit, end_hit in scene.hits:
            if start_hit < end and end_hit > start:
                self._outline(painter, page, (start_hit, end_hit))
        for span in (scene.selection, scene.drop_words):
            if span is not None and span[0] < span[1]:
                self._fill(painter, page, span, _accent(0.28))
        self._pills(painter, page, here)

    def _fill(self, painter: QPainter, page: int, span: tuple[int, int], color: QColor) -> None:
        for line in self._words.lines(page, *span):
            painter.fillRect(_rect(self._line_box(page, line)), color)

    def _outline(self, painter: QPainter, page: int, span: tuple[int, int]) -> None:
        painter.setPen(QPen(QColor(LIGHT.accent), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line in self._words.lines(page, *span):
            painter.drawRoundedRect(_rect(self._line_box(page, line)), 2, 2)

    def _line_box(self, page: int, line: Line) -> Box:
        return self._stack.place(Region(page, *line))

    def _pills(self, painter: QPainter, page: int, marks: Sequence[Mark]) -> None:
        """The names of codings of words, in the page's own margin, each at its first line."""
        box, scale = self._stack.box(page), self._stack.scale
        left = box.x + self._words.right_edge(page) * scale + 6
        room = box.right - left - 3
        row = QFontMetricsF(self._font).height() + 3
        wanted, marks_of = [], {}
        for mark in marks:
            lines = self._words.lines(page, mark.start, mark.end)
            if lines and mark.code_id and room >= SWATCH_PX + 2:
                top = self._line_box(page, lines[0]).y
                wanted.append(Wanted(mark.coding_id, Box(left, top + row, 0.0, 0.0), room))
                marks_of[mark.coding_id] = mark
        strip = Box(left, box.y, max(1.0, room), box.height)
        for placed in _stacked(wanted, row, strip):
            mark = marks_of[placed.key]
            lit = self._scene.lit == mark.code_id or self._scene.chosen == mark.passage_id
            self._pill(painter, placed, mark, room, lit=lit)

    def _pill(
        self, painter: QPainter, placed: Placed, mark: Mark, room: float, *, lit: bool
    ) -> None:
        box = placed.box
        middle = box.y + box.height / 2
        swatch = QRectF(box.x, middle - SWATCH_PX / 2, SWATCH_PX, SWATCH_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(mark.color))
        painter.drawRoundedRect(swatch, 2, 2)
        if room < PILL_LEAST_PX:
            return
        more = f" +{len(placed.more)}" if placed.more else ""
        font = QFont(self._font)
        font.setBold(lit)
        painter.setFont(font)
        painter.setPen(QColor(LIGHT.ink if lit else LIGHT.dim))
        text = QRectF(swatch.right() + 4, box.y, box.width - SWATCH_PX - 4, box.height)
        _line(painter, text, mark.name, more)

    # Rectangles

    def _plate(self, painter: QPainter, plate: Plate) -> None:
        scene = self._scene
        chosen = scene.chosen == plate.passage_id
        lit = chosen or any(mark.code_id == scene.lit for mark in plate.marks)
        rect = _rect(self._stack.place(plate.region))
        painter.fillRect(rect, _faded(plate.color, TINT_LIT if lit else TINT))
        _edge(painter, rect, QColor(plate.color), EDGE_LIT_PX if lit else EDGE_PX)
        inner = rect
        for color in dict.fromkeys(mark.color for mark in plate.marks[1:3]):
            inner = inner.adjusted(4, 4, -4, -4)
            if inner.width() > 8 and inner.height() > 8:
                _edge(painter, inner, QColor(color), 1.5)
        if chosen:
            _handles(painter, rect, QColor(plate.color))

    def _drawn(self, painter: QPainter, region: Region) -> None:
        rect = _rect(self._stack.place(region))
        color = QColor(LIGHT.accent)
        painter.fillRect(rect, _accent(0.12))
        _edge(painter, rect, color, EDGE_PX, dashed=True)
        _handles(painter, rect, color)

    def _names(self, painter: QPainter, page: int, plates: Iterable[Plate]) -> None:
        metrics = QFontMetricsF(self._font)
        row = metrics.height() + 5
        by_key = {plate.passage_id: plate for plate in plates}
        scene = self._scene
        wanted = [
            Wanted(plate.passage_id, self._stack.place(plate.region), _width(metrics, plate))
            for plate in by_key.values()
        ]
        # The chosen one has the first choice of a place.
        wanted.sort(key=lambda want: (want.key != scene.chosen, want.around.y, want.around.x))
        placed = place_names(wanted, row, self._stack.box(page))
        self.names[page] = [(name, by_key[name.key]) for name in placed]
        for name, plate in self.names[page]:
            self._name(painter, name, plate)

    def _name(self, painter: QPainter, placed: Placed, plate: Plate) -> None:
        scene, rect = self._scene, _rect(placed.box).adjusted(0, 1, -1, -1)
        lit = scene.chosen == plate.passage_id
        lit = lit or any(mark.code_id == scene.lit for mark in plate.marks)
        painter.setPen(QPen(QColor(plate.color), 1.2 if lit else 0.8))
        painter.setBrush(QColor(255, 255, 255, 245))
        painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        at = rect.left() + NAME_PAD_PX
        painter.setPen(Qt.PenStyle.NoPen)
        for color in dict.fromkeys(mark.color for mark in plate.marks):
            painter.setBrush(QColor(color))
            middle = rect.center().y()
            painter.drawRoundedRect(QRectF(at, middle - 3.5, SWATCH_PX, SWATCH_PX), 2, 2)
            at += SWATCH_PX + 3
        painter.setFont(self._font)
        painter.setPen(QColor(LIGHT.ink))
        more = f" +{len(placed.more)}" if placed.more else ""
        room = QRectF(at + 1, rect.top(), rect.right() - at - NAME_PAD_PX + 2, rect.height())
        _line(painter, room, said(plate), more)


def said(plate: Plate) -> str:
    """The names of a rectangle's codes, as its label has them."""
    return " · ".join(dict.fromkeys(mark.name for mark in plate.marks))


def handles(rect: QRectF) -> dict[tuple[int, int], QPointF]:
    """The points by which a rectangle is resized: (−1, 0 or 1 across, the same down) → where."""
    across = {-1: rect.left(), 0: rect.center().x(), 1: rect.right()}
    down = {-1: rect.top(), 0: rect.center().y(), 1: rect.bottom()}
    return {(x, y): QPointF(across[x], down[y]) for x in across for y in down if (x, y) != (0, 0)}


def _stacked(wanted: Sequence[Wanted], row: float, strip: Box) -> list[Placed]:
    """One name below the other, each at its line or as near below as there is room."""
    placed: list[Placed] = []
    free = strip.y
    for want in sorted(wanted, key=lambda want: want.around.y):
        top = max(want.around.y - row, free)
        if top - want.around.y > 4 * row or top + row > strip.bottom:
            if placed:
                last = placed[-1]
                placed[-1] = Placed(last.key, last.box, (*last.more, want.key))
            continue
        placed.append(Placed(want.key, Box(strip.x, top, strip.width, row)))
        free = top + row
    return placed


def _width(metrics: QFontMetricsF, plate: Plate) -> float:
    colors = len(dict.fromkeys(mark.color for mark in plate.marks))
    words = metrics.horizontalAdvance(said(plate))
    return min(NAME_MOST_PX, words + colors * (SWATCH_PX + 3) + 2 * NAME_PAD_PX + 4)


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)


def _faded(color: str, share: float) -> QColor:
    found = QColor(color)
    found.setAlphaF(share)
    return found


def _accent(share: float) -> QColor:
    return _faded(LIGHT.accent, share)


def _edge(
    painter: QPainter, rect: QRectF, color: QColor, width: float, *, dashed: bool = False
) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(255, 255, 255, 190), width + 2 * HALO_PX))
    painter.drawRect(rect)
    pen = QPen(color, width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if dashed:
        pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.drawRect(rect)


def _handles(painter: QPainter, rect: QRectF, color: QColor) -> None:
    half = HANDLE_PX / 2
    painter.setPen(QPen(color, 1.5))
    painter.setBrush(QColor("white"))
    small = rect.width() < 30 or rect.height() < 30
    for (x, y), at in handles(rect).items():
        if small and 0 in (x, y):
            continue
        painter.drawRect(QRectF(at.x() - half, at.y() - half, HANDLE_PX, HANDLE_PX))


def _line(painter: QPainter, room: QRectF, text: str, more: str) -> None:
    """Words on one line, shortened before what is counted at their end."""
    metrics = painter.fontMetrics()
    width = int(room.width()) - (metrics.horizontalAdvance(more) if more else 0)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, width)) + more
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
