"""What the user prefers, whichever project is open: kept in the settings, and lived by at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from makna import bootstrap
from makna.services.settings import Settings, interface_language
from makna.ui.language import current_language, set_language
from makna.ui.theme.fonts import DEFAULT_PT
from makna.ui.theme.theme import ThemeName, apply_theme, tokens


def keep(settings: Settings) -> None:
    """Keep these, and show them in every window."""
    bootstrap.keep_settings(settings)
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    set_language(interface_language(settings))
    theme: ThemeName = "system"
    if settings.theme in ("light", "dark"):
        theme = "light" if settings.theme == "light" else "dark"
    apply_theme(app, theme, settings.interface_font_pt or DEFAULT_PT)


def use_language(language: str) -> None:
    """`id` or `en`."""
    keep(replace(bootstrap.settings(), language=language))


def use_other_language() -> None:
    use_language("en" if current_language() == "id" else "id")


def use_other_theme() -> None:
    keep(replace(bootstrap.settings(), theme="light" if tokens().dark else "dark"))


def name_coder(name: str) -> None:
    """Who works from now on, in projects that are opened or made later."""
    keep(replace(bootstrap.settings(), coder_name=name))


def forget_project(path: Path) -> None:
    """Leave it out of the recent ones; the file stays."""
    stored = bootstrap.settings()
    recent = tuple(known for known in stored.recent if Path(known) != path)
    keep(replace(stored, recent=recent))
