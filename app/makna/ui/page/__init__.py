"""The text page: the canonical text with its codings, its margin and its gutter.

It knows nothing of projects: it gets frozen values and emits signals.
"""

from makna.ui.page.values import (
    DARK_PAGE,
    LIGHT_PAGE,
    Asking,
    FocusMode,
    Mark,
    PageText,
    PageTheme,
    Reading,
)
from makna.ui.page.view import TextPage

__all__ = [
    "DARK_PAGE",
    "LIGHT_PAGE",
    "Asking",
    "FocusMode",
    "Mark",
    "PageText",
    "PageTheme",
    "Reading",
    "TextPage",
]
