"""The interface's type: one family, a few sizes relative to the base, figures that line up."""

from __future__ import annotations

from enum import Enum

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

DEFAULT_PT = 9.75
"""13 px at 96 dpi."""
SMALLEST_PT, LARGEST_PT = 7.0, 15.0
_in_use = DEFAULT_PT


class Size(Enum):
    """A size as a share of the base size."""

    BASE = 1.0
    SMALL = 12 / 13
    """Counts, groups, chips, buttons in a pane."""
    STATUS = 11.5 / 13
    """The line below the window."""
    TINY = 11 / 13
    """Section headings, labels under icons, key hints."""
    BADGE = 10 / 13
    TITLE = 19 / 13


def interface_family() -> str:
    """Inter where it is installed, else the system's own interface family."""
    if "Inter" in QFontDatabase.families():
        return "Inter"
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    return QFontInfo(system).family()


def interface_font(size_pt: float = DEFAULT_PT) -> QFont:
    """The base font; `size_pt` in points, held between 7 and 15."""
    font = QFont(interface_family())
    font.setPointSizeF(clamp(size_pt))
    font.setStyleHint(QFont.StyleHint.SansSerif)
    return font


def use(size_pt: float) -> None:
    """From now on the interface has letters of this size."""
    global _in_use
    _in_use = clamp(size_pt)


def in_use() -> float:
    """The size of the interface's letters, in points."""
    return _in_use


def clamp(size_pt: float) -> float:
    return max(SMALLEST_PT, min(LARGEST_PT, size_pt))


def sized(
    size: Size, *, weight: QFont.Weight = QFont.Weight.Normal, base: QFont | None = None
) -> QFont:
    """The application's font at another size and weight."""
    font = QFont(base if base is not None else QApplication.font())
    font.setPointSizeF(font.pointSizeF() * size.value)
    font.setWeight(weight)
    return font


def figures(font: QFont) -> QFont:
    """The font with figures of equal width, so that a column of counts lines up."""
    tabular = QFont(font)
    tabular.setFeature(QFont.Tag("tnum"), 1)
    return tabular
