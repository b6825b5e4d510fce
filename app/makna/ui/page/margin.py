"""Brackets and names of the codings, at the right of the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from makna.ui.page.hints import hint
from makna.ui.page.inked import SWATCH_PX, Inks
from makna.ui.page.labels import MAX_ROWS_DOWN, SHARED_COLUMNS, Wanted, place_labels
from makna.ui.page.lanes import LaneBook
from makna.ui.page.painting import shared_color
from makna.ui.page.surface import Surface
from makna.ui.page.telling import margin_parts
from makna.ui.page.values import Mark
from makna.ui.spoken import Part, Spoken

LANES_LEFT_PX = 12
LANE_PITCH_PX = 10.0
LANES_WIDEST_PX = 64.0
"""Room for all lanes; more of them stand closer."""
LANES_NARROWEST_PX = 38.0
"""So that the names do not move with each new lane, unless the margin is `NARROW_PX` or less."""
NARROW_PX = 190
NARROWEST_NAMES_PX = 56.0
"""With less room a name would be nothing but dots; the brackets say it on hovering."""
NARROWEST_COLUMN_PX = 70.0
"""Of a name that shares its row with another: below it stand alone, and fewer of them."""
BRACKET_PX, BRACKET_LIT_PX = 3.0, 5.0
NAME_GAP_PX = 8
PILL_PAD_PX = 7.0
SWATCH_GAP_PX = 7.0
NAME_FRAME_PX = SWATCH_PX + SWATCH_GAP_PX + NAME_GAP_PX
"""Of a name's width, what its words have not."""
FADED_ALPHA = 0.25
_INSET_PX = 2.0
_FAR_BELOW = 20_000
"""Characters below the view beyond which the end of a bracket is not looked up."""
Key = tuple[int, int]
"""Passage and code."""


class Bracket(NamedTuple):
    """One code on one passage, of however many coders; in document pixels."""

    marks: tuple[Mark, ...]
    top: float
    bottom: float
    lane: int

    @property
    def mark(self) -> Mark:
        return self.marks[0]


class Name(NamedTuple):
    """A name where it is painted, with the brackets it stands for."""

    left: float
    top: float
    width: float
    height: float
    brackets: tuple[Bracket, ...]

    @property
    def rect(self) -> QRectF:
        return QRectF(self.left, self.top, self.width, self.height)


class Margin(QWidget, Spoken):
    """Shows the codings beside the paragraphs in view."""

    code_pointed_at = Signal(object)
    """code_id: int | None: the pointer lies on a bracket or name of this code, or left it."""
    bracket_clicked = Signal(int, int)
    """passage_id, coding_id."""
    beside_clicked = Signal()
    """Neither a bracket nor a name was clicked."""
    menu_wanted = Signal(QPoint, object)
    """global_pos, passage_ids: tuple[int, ...]."""

    def __init__(self, surface: Surface, parent: QWidget) -> None:
        super().__init__(parent)
        self._surface = surface
        self._lanes: LaneBook[Key] = LaneBook()
        self._extents: dict[tuple[int, int], tuple[float, float]] = {}
        self._shown: tuple[int, list[Bracket], list[Name]] | None = None
        self._ink = Inks(surface.looks)
        self.selected_passage: int | None = None
        self.setMouseTracking(True)
        # It paints all of itself: what lies below need not be painted first.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Codings in the margin"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Codings in the margin"))
        super().changeEvent(event)

    def moved(self) -> None:
        """Characters have moved: every bracket is placed anew."""
        self._lanes.clear()
        self._extents.clear()
        self.changed()

    def spoken_parts(self) -> Sequence[Part]:
        return margin_parts(self, self._surface.text)

    def changed(self, gone: Iterable[Mark] = ()) -> None:
        """Codings came or went (`gone`); the brackets that stay keep their lanes."""
        self._lanes.forget((mark.passage_id, mark.code_id) for mark in gone)
        self._shown = None
        self.update()

    def brackets(self) -> list[Bracket]:
        """The brackets beside the paragraphs in view."""
        return self._content()[1]

    def names(self) -> list[Name]:
        """The names in view, where they are painted in this widget."""
        return self._content()[2]

    def _content(self) -> tuple[int, list[Bracket], list[Name]]:
        scrolled = self._surface.scrolled()
        if self._shown is None or self._shown[0] != scrolled:
            brackets = self._find_brackets()
            self._shown = (scrolled, brackets, self._place_names(brackets, scrolled))
        return self._shown

    def _find_brackets(self) -> list[Bracket]:
        if self._surface.scene.bare:
            return []
        start, end = self._surface.in_view()
        grouped: dict[Key, list[Mark]] = {}
        for mark in self._surface.scene.marks.overlapping(start, end):
            grouped.setdefault((mark.passage_id, mark.code_id), []).append(mark)
        found: list[Bracket] = []
        for key, marks in grouped.items():
            known = self._extents.get((marks[0].start, marks[0].end))
            top, bottom = known or self._find_extent(marks[0], end)
            lane = self._lanes.lane(key, top, bottom)
            found.append(Bracket(tuple(marks), top, bottom, lane))
        return found

    def _find_extent(self, mark: Mark, view_end: int) -> tuple[float, float]:
        """Top and bottom of the lines that the passage touches, in document pixels."""
        top = self._surface.top_of(mark.start)
        if mark.end > view_end + _FAR_BELOW:
            return top, float("inf")
        extent = top, self._surface.bottom_of(mark.end)
        self._extents[mark.start, mark.end] = extent
        return extent

    def _pitch(self) -> float:
        widest = min(LANES_WIDEST_PX, self.width() - 2 * LANES_LEFT_PX)
        return min(LANE_PITCH_PX, max(widest, 1) / max(self._lanes.count, 1))

    def _names_left(self) -> float:
        lanes = self._lanes.count * self._pitch() + NAME_GAP_PX
        narrow = self.width() < NARROW_PX
        return LANES_LEFT_PX + (lanes if narrow else max(lanes, LANES_NARROWEST_PX))

    def _place_names(self, brackets: list[Bracket], scrolled: int) -> list[Name]:
        row = self._surface.looks.label_row
        scene = self._surface.scene
        above = scrolled - row * (MAX_ROWS_DOWN + 2)
        named = [b for b in brackets if b.top >= above and scene.in_focus(b.mark)]
        named.sort(key=lambda bracket: (bracket.top, bracket.lane))
        left = self._names_left()
        width = self.width() - left
        if width < NARROWEST_NAMES_PX:
            return []
        inks, room = self._inks(), width - NAME_FRAME_PX
        wanted = [
            Wanted(rank, bracket.top, 1 + inks.is_long(bracket.mark.name, room))
            for rank, bracket in enumerate(named)
        ]
        columns = max(1, min(SHARED_COLUMNS, int(width / NARROWEST_COLUMN_PX)))
        return [
            Name(
                left + label.column * width / label.columns,
                label.top - scrolled,
                width / label.columns,
                row * label.rows,
                tuple(named[key] for key in (label.key, *label.more)),
            )
            for label in place_labels(wanted, row, columns)
        ]

    def bracket_rect(self, bracket: Bracket) -> QRectF:
        """Where the bracket is painted in this widget."""
        return _bracket_rect(bracket, self._surface.scrolled(), self._pitch(), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._surface.looks.theme.paper))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self._paint_brackets(painter)
        inks = self._inks()
        for name in self.names():
            self._paint_name(painter, inks, name)

    def _paint_brackets(self, painter: QPainter) -> None:
        """Hundreds on a dense page, so what is the same for all is asked for once."""
        brackets = self.brackets()  # which say how many lanes there are, so how wide one is
        place = self._surface.scrolled(), self._pitch(), self.height()
        scene, chosen = self._surface.scene, self.selected_passage
        for bracket in brackets:
            mark = bracket.mark
            rect = _bracket_rect(bracket, *place)
            color = shared_color(mark.color)
            if not scene.in_focus(mark):
                color = QColor(color)
                color.setAlphaF(FADED_ALPHA)
            elif mark.passage_id == chosen or mark.code_id == scene.lit_code:
                extra = min(BRACKET_LIT_PX - BRACKET_PX, place[1] - rect.width()) / 2
                rect.adjust(-extra, -1, extra, 1)
            if rect.width() < BRACKET_PX:
                painter.fillRect(rect, color)
                continue
            painter.setBrush(color)
            painter.drawRoundedRect(rect, rect.width() / 2, rect.width() / 2)

    def _inks(self) -> Inks:
        if self._ink.looks is not self._surface.looks:
            self._ink = Inks(self._surface.looks)
        return self._ink

    def _paint_name(self, painter: QPainter, inks: Inks, name: Name) -> None:
        chosen, lit = self.selected_passage, self._surface.scene.lit_code
        selected = any(b.mark.passage_id == chosen for b in name.brackets)
        strong = selected or any(b.mark.code_id == lit for b in name.brackets)
        mark = name.brackets[0].mark
        left = name.left + SWATCH_PX + SWATCH_GAP_PX
        row = self._surface.looks.label_row
        room, rows = name.width - NAME_FRAME_PX, round(name.height / row)
        inked = inks.name(mark.name, len(name.brackets) - 1, room, rows, strong=strong)
        middle = name.top + row / 2
        if len(inked.lines) > 1:
            middle += (row - inks.line_height()) / 2
        if selected:
            right = left + inked.width + PILL_PAD_PX
            self._paint_pill(painter, name, right, len(inked.lines) * row)
        inks.paint_swatch(painter, mark.color, name.left, middle)
        inks.paint(painter, inked, left, middle, strong=strong)

    def _paint_pill(self, painter: QPainter, name: Name, right: float, height: float) -> None:
        """The ground of a selected passage's name."""
        left = name.left - PILL_PAD_PX
        pill = QRectF(left, name.top, right - left, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._surface.looks.theme.selected))
        painter.drawRoundedRect(pill, 4, 4)

    def marks_at(self, point: QPointF) -> list[Mark]:
        """The codings whose bracket or name lies under a point of this widget."""
        half = self._pitch() / 2
        for bracket in self.brackets():
            if self.bracket_rect(bracket).adjusted(-half + 1, 0, half - 1, 0).contains(point):
                return list(bracket.marks)
        for name in self.names():
            if name.rect.contains(point):
                return [mark for bracket in name.brackets for mark in bracket.marks]
        return []

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        marks = self.marks_at(event.position())
        if marks:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()
        self.code_pointed_at.emit(marks[0].code_id if marks else None)

    def leaveEvent(self, event: QEvent) -> None:
        self.code_pointed_at.emit(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        marks = self.marks_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and marks:
            self.bracket_clicked.emit(marks[0].passage_id, marks[0].coding_id)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.beside_clicked.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        marks = self.marks_at(QPointF(event.pos()))
        passages = tuple(dict.fromkeys(mark.passage_id for mark in marks))
        self.menu_wanted.emit(event.globalPos(), passages)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._surface.wheel(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), hint(self.marks_at(QPointF(event.pos()))), self)
            return True
        return super().event(event)


def _bracket_rect(bracket: Bracket, scrolled: int, pitch: float, height: int) -> QRectF:
    """Where it is painted; of what lies out of the widget only as much as never shows."""
    width = max(1.0, min(BRACKET_PX, pitch - 1))
    top = max(bracket.top - scrolled + _INSET_PX, -height)
    bottom = min(bracket.bottom - scrolled - _INSET_PX, 2 * height)
    return QRectF(LANES_LEFT_PX + bracket.lane * pitch, top, width, max(bottom - top, 2.0))
