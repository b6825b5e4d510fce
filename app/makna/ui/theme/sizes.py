"""Sizes in pixels that grow with the letters of the interface: icons, bars, columns of labels."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QWidget

from makna.ui.theme import fonts

_ICON, _HEIGHT, _WIDTH = "grownIcon", "grownHeight", "grownWidth"


def grown(px: float, font_pt: float = 0) -> int:
    """What is `px` beside letters of the usual size, beside those of `font_pt`, else those in use.

    Never less than `px`.
    """
    return round(px * max(1.0, (font_pt or fonts.in_use()) / fonts.DEFAULT_PT))


def set_icon_px(button: QAbstractButton, px: int) -> None:
    """The side of a button's icon, at the usual size of letters; it follows when they change."""
    _keep(button, _ICON, px)


def set_height_px(widget: QWidget, px: int) -> None:
    """A fixed height at the usual size of letters."""
    _keep(widget, _HEIGHT, px)


def set_width_px(widget: QWidget, px: int) -> None:
    """A fixed width at the usual size of letters."""
    _keep(widget, _WIDTH, px)


def refit(widgets: Iterable[QWidget]) -> None:
    """The letters are of another size: give each widget its own anew."""
    for widget in widgets:
        for name in _SETTERS:
            px = widget.property(name)
            if px is not None:
                _SETTERS[name](widget, grown(px))


def _keep(widget: QWidget, name: str, px: int) -> None:
    widget.setProperty(name, px)
    _SETTERS[name](widget, grown(px))


def _set_icon(widget: QWidget, px: int) -> None:
    assert isinstance(widget, QAbstractButton)
    widget.setIconSize(QSize(px, px))


_SETTERS: dict[str, Callable[[QWidget, int], None]] = {
    _ICON: _set_icon,
    _HEIGHT: lambda widget, px: widget.setFixedHeight(px),
    _WIDTH: lambda widget, px: widget.setFixedWidth(px),
}
