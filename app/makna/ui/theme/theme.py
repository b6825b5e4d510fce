"""Puts the theme on: palette, font and style sheet, following the system or set by the user."""

from __future__ import annotations

import re
from string import Template
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from makna.paths import resources_dir
from makna.ui.theme import fonts
from makna.ui.theme.dressing import Dressing
from makna.ui.theme.sizes import grown, refit
from makna.ui.theme.tokens import DARK, LIGHT, Tokens, mix

ThemeName = Literal["system", "light", "dark"]
SHEET_ROLES = {
    "panel": "window",
    "paper": "base",
    "ink": "text",
    "dim": "placeholder-text",
    "accent": "accent",
    "accent_hover": "link-visited",
    "on_accent": "tooltip-text",
    "line": "mid",
    "off": "dark",
    "background": "light",
    "selected": "midlight",
    "hover": "alternate-base",
    "error": "bright-text",
    "error_soft": "shadow",
    "warning_soft": "tooltip-base",
}
"""The role of the palette that has a colour of the style sheet."""


class Theme(QObject):
    """The theme of the application; there is one, a child of the application."""

    changed = Signal()
    """Colours or sizes are new. Widgets that paint are repainted by Qt anyway; this is for what
    caches colours, such as the formats of a text."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.name: ThemeName = "system"
        self.font_pt = fonts.DEFAULT_PT
        self.tokens = LIGHT
        self._worn: tuple[ThemeName, float] | None = None
        self._sheet = ""
        self.dressing = Dressing(self)
        app.setStyle(QStyleFactory.create("Fusion"))
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    def put_on(self, name: ThemeName, font_pt: float) -> None:
        if (name, fonts.clamp(font_pt)) == self._worn:
            # Dressing every widget anew takes longer than anything else the window does.
            return
        self._worn = name, fonts.clamp(font_pt)
        self.name = name
        self.font_pt = fonts.clamp(font_pt)
        hints = self._app.styleHints()
        if name == "system":
            hints.unsetColorScheme()
        else:
            wanted = Qt.ColorScheme.Dark if name == "dark" else Qt.ColorScheme.Light
            hints.setColorScheme(wanted)
        self._repaint()

    def _follow_system(self) -> None:
        if self.name == "system":
            self._repaint()

    def _repaint(self) -> None:
        self.tokens = self._wanted_tokens()
        self._app.setPalette(palette(self.tokens))
        for window in self._app.topLevelWidgets():
            mark(window, self.tokens)
        sheet = stylesheet(self.font_pt)
        if sheet == self._sheet:
            self.dressing.begin(self._app.allWidgets())
        else:
            self._resize(sheet)
        self.changed.emit()

    def _resize(self, sheet: str) -> None:
        """Put on a style sheet with other sizes.

        The old one is taken off first: replacing it dresses a widget once for each of those it
        lies in (Qt 6.11), and takes five times as long.
        """
        self._sheet = sheet
        fonts.use(self.font_pt)
        self._app.setStyleSheet("")
        self._app.setFont(fonts.interface_font(self.font_pt))
        self._app.setStyleSheet(sheet)
        refit(self._app.allWidgets())

    def _wanted_tokens(self) -> Tokens:
        if self.name == "system":
            scheme = self._app.styleHints().colorScheme()
            return DARK if scheme == Qt.ColorScheme.Dark else LIGHT
        return DARK if self.name == "dark" else LIGHT


def apply_theme(
    app: QApplication, name: ThemeName = "system", font_pt: float = fonts.DEFAULT_PT
) -> Theme:
    """Put a theme on the application, at once and on every window; `font_pt` in points, 7–15.

    `system` follows the system's light or dark, also when it changes later.
    """
    theme = app.findChild(Theme)
    if theme is None:
        theme = Theme(app)
    theme.put_on(name, font_pt)
    return theme


def current_theme() -> Theme | None:
    """The theme that was put on, or None before the first `apply_theme`."""
    app = QApplication.instance()
    return app.findChild(Theme, options=Qt.FindChildOption.FindDirectChildrenOnly) if app else None


def tokens() -> Tokens:
    """The colours in use now; the light ones before a theme was put on."""
    theme = current_theme()
    return theme.tokens if theme else LIGHT


def set_look(widget: QWidget, look: str) -> None:
    """Give a widget one of the looks of the style sheet, e.g. `primary`, `quiet`, `panel`."""
    if widget.property("look") == look:
        return
    widget.setProperty("look", look)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        # Otherwise Qt polishes it before it is shown: a page has a hundred of them.
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def mark(window: QWidget, colors: Tokens) -> None:
    """Tell a window of its own which pictures of the style sheet suit the theme."""
    window.setProperty("dark", colors.dark)


def stylesheet(font_pt: float) -> str:
    """The one style sheet of both themes: its colours are roles of the palette.

    So a change of theme needs no new style sheet, which would lay out every widget anew.
    """
    template = Template((resources_dir() / "themes" / "makna.qss").read_text(encoding="utf-8"))
    sizes = {
        f"{size.name.lower()}_pt": f"{fonts.clamp(font_pt) * size.value:.2f}pt"
        for size in fonts.Size
    }
    sheet = template.substitute(
        {
            **{name: f"palette({role})" for name, role in SHEET_ROLES.items()},
            **sizes,
            "images": (resources_dir() / "themes").as_posix(),
        }
    )
    return re.sub(r"(\d+)gpx", lambda px: f"{grown(int(px[1]), fonts.clamp(font_pt))}px", sheet)


def palette(colors: Tokens) -> QPalette:
    """The theme as Qt's palette: for the style sheet, and for everything it leaves alone."""
    role, disabled = QPalette.ColorRole, QPalette.ColorGroup.Disabled
    result = QPalette()
    for roles, color in (
        ((role.Window, role.Button), colors.panel),
        ((role.Base,), colors.paper),
        ((role.WindowText, role.Text, role.ButtonText, role.HighlightedText), colors.ink),
        ((role.PlaceholderText,), colors.dim),
        ((role.Highlight,), mix(colors.accent, colors.paper, 0.32)),
        ((role.Accent, role.Link), colors.accent),
        ((role.LinkVisited,), mix(colors.ink, colors.accent, 0.12)),
        ((role.Mid,), colors.line),
        ((role.Dark,), colors.off),
        # What Qt itself does not draw with here carries the other colours to the style sheet.
        ((role.Light,), colors.background),
        ((role.Midlight,), colors.selected),
        ((role.AlternateBase,), colors.hover),
        ((role.BrightText,), colors.error),
        ((role.Shadow,), colors.error_soft),
        ((role.ToolTipBase,), colors.warning_soft),
        ((role.ToolTipText,), colors.on_accent),
    ):
        for each in roles:
            result.setColor(each, QColor(color))
    for each in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(disabled, each, QColor(colors.off))
    return result
