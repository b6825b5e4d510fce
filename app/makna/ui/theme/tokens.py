"""The colours of the two themes, and how contrast between them is measured.

`faint` is for marks that repeat what is said elsewhere and never for words: those that can't be
used now take `off`, all others `dim` or `ink`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Tokens:
    """One theme; every value but `name` and `dark` is `#rrggbb`."""

    name: str
    dark: bool
    background: str
    panel: str
    paper: str
    ink: str
    dim: str
    off: str
    faint: str
    line: str
    accent: str
    on_accent: str
    selected: str
    hover: str
    warning: str
    warning_soft: str
    error: str
    error_soft: str


LIGHT = Tokens(
    name="light",
    dark=False,
    background="#f4f3f0",
    panel="#fbfaf8",
    paper="#ffffff",
    ink="#23262b",
    dim="#585d66",
    off="#666b73",
    faint="#a0a5ad",
    line="#e3e1dc",
    accent="#1f6f6b",
    on_accent="#ffffff",
    selected="#e3efee",
    hover="#f1f0ec",
    warning="#855400",
    warning_soft="#fbf1dd",
    error="#a5303b",
    error_soft="#fae9e9",
)
DARK = Tokens(
    name="dark",
    dark=True,
    background="#1b1d20",
    panel="#212427",
    paper="#26292d",
    ink="#e6e4df",
    dim="#b4b8be",
    off="#9ea3a9",
    faint="#70757c",
    line="#34383d",
    accent="#5fb3ad",
    on_accent="#10201f",
    selected="#2b3b3b",
    hover="#292d31",
    warning="#e3b55f",
    warning_soft="#3a3324",
    error="#f0939b",
    error_soft="#41292c",
)

SURFACES = ("background", "panel", "paper", "hover", "selected")
TEXT_ON: dict[str, tuple[str, ...]] = {
    "ink": (*SURFACES, "warning_soft", "error_soft"),
    "dim": (*SURFACES, "warning_soft", "error_soft"),
    "off": (*SURFACES, "warning_soft", "error_soft"),
    "accent": (*SURFACES, "warning_soft", "error_soft"),
    "warning": ("panel", "paper", "warning_soft"),
    "error": ("panel", "paper", "error_soft"),
    "on_accent": ("accent",),
}
"""Which colours may carry text, and on which backgrounds."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1–21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mix(color: str, under: str, share: float) -> str:
    """`color` laid over `under` with an opacity of `share` (0–1)."""
    pairs = zip(_channels(color), _channels(under), strict=True)
    return "#" + "".join(f"{round(b + (a - b) * share):02x}" for a, b in pairs)


def _luminance(color: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)
