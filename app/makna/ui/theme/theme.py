"""Puts the theme on: palette, font and style sheet, following the system or set by the user."""

from __future__ import annotations

from string import Template
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from makna.paths import resources_dir
from makna.ui.theme import fonts
from makna.ui.theme.tokens import DARK, LIGHT, Tokens, mix

ThemeName = Literal["system", "light", "dark"]


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
        font = fonts.interface_font(self.font_pt)
        self._app.setFont(font)
        self._app.setPalette(palette(self.tokens))
        self._app.setStyleSheet(stylesheet(self.tokens, self.font_pt))
        self.changed.emit()

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
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def stylesheet(colors: Tokens, font_pt: float) -> str:
    """The one style sheet, its gaps filled with a theme's colours and sizes."""
    template = Template((resources_dir() / "themes" / "makna.qss").read_text(encoding="utf-8"))
    sizes = {
        f"{size.name.lower()}_pt": f"{fonts.clamp(font_pt) * size.value:.2f}pt"
        for size in fonts.Size
    }
    pressed = mix(colors.ink, colors.panel, 0.10)
    thumb = mix(colors.ink, colors.panel, 0.22)
    accent_hover = mix(colors.ink, colors.accent, 0.12)
    return template.substitute(
        {
            **{name: str(value) for name, value in vars(colors).items()},
            **sizes,
            "images": (resources_dir() / "themes" / colors.name).as_posix(),
            "pressed": pressed,
            "thumb": thumb,
            "accent_hover": accent_hover,
        }
    )


def palette(colors: Tokens) -> QPalette:
    """The theme as Qt's palette, for everything the style sheet leaves alone."""
    role, disabled = QPalette.ColorRole, QPalette.ColorGroup.Disabled
    result = QPalette()
    for roles, color in (
        ((role.Window, role.Button, role.AlternateBase), colors.panel),
        ((role.Base, role.ToolTipBase), colors.paper),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), colors.ink),
        ((role.HighlightedText, role.BrightText), colors.ink),
        ((role.PlaceholderText,), colors.dim),
        ((role.Highlight,), mix(colors.accent, colors.paper, 0.32)),
        ((role.Accent, role.Link, role.LinkVisited), colors.accent),
        ((role.Mid, role.Midlight, role.Light), colors.line),
        ((role.Dark, role.Shadow), colors.faint),
    ):
        for each in roles:
            result.setColor(each, QColor(color))
    for each in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(disabled, each, QColor(colors.faint))
    return result
