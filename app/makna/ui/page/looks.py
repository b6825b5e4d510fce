"""Fonts, measures and formats of the page at one theme and zoom."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import ceil

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat
from PySide6.QtGui import QTextOption as Option

from makna.domain.document import Block, Run
from makna.ui.page.plan import Guess
from makna.ui.page.values import PageTheme

READING_FACES = ("Carlito", "Calibri", "Noto Serif", "Charter", "Georgia", "DejaVu Serif")
READING_PT = 11.6
"""15.5 px at 96 dpi."""
LINE_HEIGHT = 1.68
"""Height of a line, in sizes of the font."""
MEASURE_CHARS = 72
"""Characters of a full line of ordinary prose."""
SPEAKER_LIFT_PX = 4
"""Between who speaks and the first line."""
SAMPLE = "Setiap komentar kami baca. Kalau ada keluhan, admin wajib menjawab in twenty-four hours."

_LABEL_SIZE = 0.742
"""Size of a speaker's name above the turn, of the reading size."""
_SIZES = {"title": 1.23, "heading-1": 1.16, "heading-2": 1.08, "heading-3": 1.0, "footnote": 0.88}
_HEADING_GAP = 1.3
_TURN_GAP, _PARAGRAPH_GAP, _ROW_GAP = 0.72, 0.5, 0.16
"""Space above a paragraph, in sizes of the font."""
_BLANK_LINE = 0.55
"""Height of an empty paragraph, of a line: transcripts separate turns by them."""
_INDENT = 1.5
"""Indentation of a list level and of a quotation, in sizes of the font."""
_CELL_GAP = 1.2
_WIDEST_CELL = 0.42
"""Share of the column that a table cell may take before the last one."""


@dataclass(frozen=True)
class Looks:
    """Everything about how the page looks that does not depend on the text."""

    theme: PageTheme
    zoom: float
    """1.0 is the usual size."""
    interface_family: str

    @cached_property
    def body(self) -> QFont:
        """The reading face."""
        font = QFont()
        font.setFamilies(list(READING_FACES))
        font.setPointSizeF(READING_PT * self.zoom)
        return font

    def _interface(self, size: float, weight: QFont.Weight, zoom: float = 0) -> QFont:
        font = QFont(self.interface_family)
        font.setPointSizeF(READING_PT * (zoom or self.zoom) * size)
        font.setWeight(weight)
        return font

    @cached_property
    def speaker(self) -> QFont:
        font = self._interface(_LABEL_SIZE, QFont.Weight.DemiBold)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 102)
        return font

    @cached_property
    def time(self) -> QFont:
        font = self._interface(_LABEL_SIZE, QFont.Weight.Normal)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    @cached_property
    def number(self) -> QFont:
        """Paragraph numbers in the gutter; figures of one width."""
        font = self._interface(0.71, QFont.Weight.Normal)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    @cached_property
    def label(self) -> QFont:
        """Names of codes in the margin; beside a larger text they grow half as much.

        The margin gets narrower then, and a name of six letters says nothing.
        """
        zoom = min(self.zoom, (1 + self.zoom) / 2)
        return self._interface(_LABEL_SIZE, QFont.Weight.Normal, zoom)

    @cached_property
    def em(self) -> float:
        """Size of the reading face in pixels."""
        return QFontMetricsF(self.body).height() / 1.18

    @cached_property
    def column_width(self) -> float:
        """Width of the text column that holds a comfortable line."""
        sample = QFontMetricsF(self.body).horizontalAdvance(SAMPLE) / len(SAMPLE)
        return round(sample * MEASURE_CHARS)

    @cached_property
    def guess(self) -> Guess:
        """What a paragraph of ordinary prose is taken for before it is laid out."""
        character = self.column_width / MEASURE_CHARS
        return Guess(character, LINE_HEIGHT * self.em, _PARAGRAPH_GAP * self.em)

    @cached_property
    def speaker_height(self) -> float:
        """Room above a turn for who speaks."""
        return round(QFontMetricsF(self.speaker).height() + SPEAKER_LIFT_PX)

    @cached_property
    def label_row(self) -> float:
        """Height of a name in the margin."""
        return round(QFontMetricsF(self.label).height() * 1.4)

    @cached_property
    def _line_percent(self) -> float:
        metrics = QFontMetricsF(self.body)
        size_px = self.body.pointSizeF() * metrics.fontDpi() / 72
        # A share of a line as Qt lays it out: in whole pixels.
        return 100 * LINE_HEIGHT * size_px / ceil(metrics.height())

    def block_format(
        self, block: Block, *, first_of_turn: bool, labelled: bool, close: bool
    ) -> QTextBlockFormat:
        """Indentation and space of a paragraph; who speaks is painted in the space above it.

        `close` joins it to the one before, as rows of a table and items of a list.
        """
        look = QTextBlockFormat()
        if not any(run.picture for run in block.runs):
            proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
            share = 1.0 if block.length else _BLANK_LINE
            look.setLineHeight(self._line_percent * share, proportional)
        gap = _PARAGRAPH_GAP
        if not block.length and not labelled:
            gap = 0.0
        elif close:
            gap = _ROW_GAP
        elif block.style.startswith("heading"):
            gap = _HEADING_GAP
            look.setHeadingLevel(int(block.style[-1]))
        elif first_of_turn:
            gap = _TURN_GAP
        look.setTopMargin(gap * self.em + (self.speaker_height if labelled else 0))
        if block.style == "list":
            look.setLeftMargin(_INDENT * self.em * (1 + block.level))
        elif block.style in ("quote", "footnote"):
            look.setLeftMargin(_INDENT * self.em)
            look.setRightMargin(_INDENT * self.em if block.style == "quote" else 0)
        return look

    @cached_property
    def hidden(self) -> QTextCharFormat:
        """Of characters that take no room: a pixel high, and next to no width."""
        font = QFont(self.body)
        font.setPixelSize(1)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 1)
        look = QTextCharFormat()
        look.setFont(font)
        look.setForeground(QColor(0, 0, 0, 0))
        return look

    @cached_property
    def folded(self) -> QTextBlockFormat:
        """Of a paragraph that takes no room."""
        look = QTextBlockFormat()
        look.setLineHeight(0.01, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        look.setNonBreakableLines(True)
        return look

    def row_format(self, look: QTextBlockFormat, widths: list[int]) -> None:
        """Tab stops for a table whose columns hold `widths` characters at most.

        A cell that is too long goes on under its column's last one.
        """
        advance = self.column_width / MEASURE_CHARS
        widest = _WIDEST_CELL * self.column_width
        stops, at = [], 0.0
        for width in widths[:-1]:
            at += min(width * advance, widest) + _CELL_GAP * self.em
            stops.append(Option.Tab(at, Option.TabType.LeftTab))
        if stops and at < self.column_width - self.em:
            look.setTabPositions(stops)
            look.setLeftMargin(at)
            look.setTextIndent(-at)

    def char_format(self, style: str, run: Run | None, color: str) -> QTextCharFormat:
        """Face and colour of a stretch of text."""
        look = QTextCharFormat()
        look.setForeground(QColor(color))
        size = _SIZES.get(style, 1.0)
        if style == "title" or style.startswith("heading"):
            look.setFont(self._interface(size, QFont.Weight.DemiBold))
        elif size != 1.0:
            look.setFontPointSize(self.body.pointSizeF() * size)
        if run is not None:
            if run.bold:
                look.setFontWeight(QFont.Weight.Bold)
            look.setFontItalic(run.italic)
            if run.underline or run.link:
                look.setFontUnderline(True)
            if run.link:
                look.setAnchor(True)
                look.setAnchorHref(run.link)
                look.setUnderlineColor(QColor(self.theme.accent))
        return look
