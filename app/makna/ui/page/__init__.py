"""The text page: the canonical text with its codings, its margin and its gutter.

It knows nothing of projects: it gets frozen values and emits signals. The widget is
`view.TextPage`; here are the values, which are needed before any text is opened.
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

__all__ = [
    "DARK_PAGE",
    "LIGHT_PAGE",
    "Asking",
    "FocusMode",
    "Mark",
    "PageText",
    "PageTheme",
    "Reading",
]
