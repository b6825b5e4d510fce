"""Brackets and names of the codings, at the right of the page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from makna.ui.page.hints import hint
from makna.ui.page.labels import MAX_ROWS_DOWN, Placed, Wanted, place_labels
from makna.ui.page.lanes import LaneBook
from makna.ui.page.painting import shared_color
from makna.ui.page.surface import Surface
from makna.ui.page.values import Mark

LANES_LEFT_PX = 12
LANE_PITCH_PX = 10.0
LANES_WIDEST_PX = 64.0
"""Room for all lanes; more of them stand closer."""
LANES_NARROWEST_PX = 38.0
BRACKET_PX, BRACKET_LIT_PX = 3.0, 5.0
NAME_GAP_PX = 8
SWATCH_PX = 6.0
PILL_PAD_PX = 7.0
SWATCH_GAP_PX = 7.0
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

    rect: QRectF
    brackets: tuple[Bracket, ...]


class Margin(QWidget):
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
        self.selected_passage: int | None = None
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Codings in the margin"))

    def moved(self) -> None:
        """Characters have moved: every bracket is placed anew."""
        self._lanes.clear()
        self._extents.clear()
        self.changed()

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
        top = self._surface.line_at(mark.start, ending=False)[0]
        if mark.end > view_end + _FAR_BELOW:
            return top, float("inf")
        extent = top, self._surface.line_at(mark.end, ending=True)[1]
        self._extents[mark.start, mark.end] = extent
        return extent

    def _pitch(self) -> float:
        return min(LANE_PITCH_PX, LANES_WIDEST_PX / max(self._lanes.count, 1))

    def _names_left(self) -> float:
        lanes = self._lanes.count * self._pitch() + NAME_GAP_PX
        return LANES_LEFT_PX + max(lanes, LANES_NARROWEST_PX)

    def _place_names(self, brackets: list[Bracket], scrolled: int) -> list[Name]:
        row = self._surface.looks.label_row
        scene = self._surface.scene
        above = scrolled - row * (MAX_ROWS_DOWN + 2)
        named = [b for b in brackets if b.top >= above and scene.in_focus(b.mark)]
        named.sort(key=lambda bracket: (bracket.top, bracket.lane))
        wanted = [Wanted(rank, bracket.top) for rank, bracket in enumerate(named)]
        left = self._names_left()
        width = self.width() - left
        return [
            Name(
                _cell(label, left, width, row, scrolled),
                tuple(named[key] for key in (label.key, *label.more)),
            )
            for label in place_labels(wanted, row)
        ]

    def bracket_rect(self, bracket: Bracket) -> QRectF:
        """Where the bracket is painted in this widget."""
        return self._bracket_rect(bracket, self._surface.scrolled(), self._pitch())

    def _bracket_rect(self, bracket: Bracket, scrolled: int, pitch: float) -> QRectF:
        width = max(1.0, min(BRACKET_PX, pitch - 1))
        top = max(bracket.top - scrolled + _INSET_PX, -float(self.height()))
        bottom = min(bracket.bottom - scrolled - _INSET_PX, 2.0 * self.height())
        return QRectF(LANES_LEFT_PX + bracket.lane * pitch, top, width, max(bottom - top, 2.0))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._surface.looks.theme.paper))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        place = self._surface.scrolled(), self._pitch()
        for bracket in self.brackets():
            self._paint_bracket(painter, bracket, self._bracket_rect(bracket, *place))
        pens = {strong: self._pen(strong) for strong in (False, True)}
        for name in self.names():
            strong = any(self._strong(bracket.mark) for bracket in name.brackets)
            self._paint_name(painter, name, *pens[strong])

    def _strong(self, mark: Mark) -> bool:
        lit = self._surface.scene.lit_code
        return mark.passage_id == self.selected_passage or mark.code_id == lit

    def _paint_bracket(self, painter: QPainter, bracket: Bracket, rect: QRectF) -> None:
        color = shared_color(bracket.mark.color)
        if not self._surface.scene.in_focus(bracket.mark):
            color = QColor(color)
            color.setAlphaF(FADED_ALPHA)
        elif self._strong(bracket.mark):
            extra = min(BRACKET_LIT_PX - BRACKET_PX, self._pitch() - rect.width()) / 2
            rect.adjust(-extra, -1, extra, 1)
        if rect.width() < BRACKET_PX:
            painter.fillRect(rect, color)
            return
        painter.setBrush(color)
        painter.drawRoundedRect(rect, rect.width() / 2, rect.width() / 2)

    def _pen(self, strong: bool) -> tuple[QFont, QFontMetricsF]:
        """The font of names that are lit up or selected, or of the others."""
        font = QFont(self._surface.looks.label)
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font, QFontMetricsF(font)

    def _paint_name(
        self, painter: QPainter, name: Name, font: QFont, metrics: QFontMetricsF
    ) -> None:
        looks = self._surface.looks
        more = f" +{len(name.brackets) - 1}" if len(name.brackets) > 1 else ""
        rect = name.rect.adjusted(SWATCH_PX + SWATCH_GAP_PX, 0, -NAME_GAP_PX, 0)
        room = max(rect.width() - metrics.horizontalAdvance(more), 0)
        words = metrics.elidedText(name.brackets[0].mark.name, Qt.TextElideMode.ElideRight, room)
        if any(b.mark.passage_id == self.selected_passage for b in name.brackets):
            right = rect.left() + metrics.horizontalAdvance(words + more) + PILL_PAD_PX
            self._paint_pill(painter, name, right)
        self._paint_swatch(painter, name)
        base = QPointF(rect.left(), rect.center().y() + metrics.capHeight() / 2)
        painter.setFont(font)
        painter.setPen(shared_color(looks.theme.ink))
        painter.drawText(base, words)
        if more:
            painter.setPen(shared_color(looks.theme.dim))
            painter.drawText(base + QPointF(metrics.horizontalAdvance(words), 0), more)

    def _paint_pill(self, painter: QPainter, name: Name, right: float) -> None:
        """The ground of a selected passage's name."""
        pill = name.rect.adjusted(-PILL_PAD_PX, 0, 0, 0)
        pill.setRight(right)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._surface.looks.theme.selected))
        painter.drawRoundedRect(pill, 4, 4)

    def _paint_swatch(self, painter: QPainter, name: Name) -> None:
        middle = name.rect.center().y()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shared_color(name.brackets[0].mark.color))
        swatch = QRectF(name.rect.left(), middle - SWATCH_PX / 2, SWATCH_PX, SWATCH_PX)
        painter.drawRoundedRect(swatch, 2, 2)

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


def _cell(label: Placed, left: float, width: float, row: float, scrolled: int) -> QRectF:
    cell = width / label.columns
    return QRectF(left + label.column * cell, label.top - scrolled, cell, row)
