"""Code colours: told apart by colour-blind readers, legible in both themes.

Twelve hues. Each has a tone for the light and one for the dark theme; a code stores the light one.
The order alternates hues, so that codes made one after the other look different.
"""

from __future__ import annotations

import colorsys
from collections.abc import Callable
from functools import lru_cache

PALETTE: dict[str, str] = {
    # light tone: dark tone
    "#c8772b": "#e39a55",
    "#2e7d4f": "#6dbf8b",
    "#3b6fb5": "#7fa9e6",
    "#8a4fa3": "#c08bd6",
    "#b3404a": "#e5808a",
    "#0f8a8f": "#5cc3c8",
    "#8c7a1f": "#cdb94f",
    "#b0437f": "#e486b6",
    "#5a6b7b": "#9fb0c0",
    "#6b8e23": "#a9cc63",
    "#5b55b0": "#a09bea",
    "#8b5a3c": "#c99877",
}
COLORS: tuple[str, ...] = tuple(PALETTE)


def next_color(used: list[str]) -> str:
    """The first palette colour not in `used`, else the least used one, in palette order."""
    counts = [used.count(color) for color in COLORS]
    return COLORS[counts.index(min(counts))]


@lru_cache(maxsize=4096)
def tone(color: str, *, dark: bool) -> str:
    """A code's colour in the theme; one of the user's own is lightened for the dark theme."""
    if not dark:
        return color
    known = PALETTE.get(color.lower())
    return known if known is not None else _with_lightness(color, _lightened)


def child_color(parent: str, rank: int) -> str:
    """A colour of the parent's hue: lighter and darker in turn, by rank among the siblings."""
    step = _STEPS[rank % len(_STEPS)]
    return _with_lightness(parent, lambda lightness: min(max(lightness + step, 0.24), 0.66))


_STEPS = (0.12, -0.10, 0.20, -0.04, 0.06, -0.14)


def _lightened(lightness: float) -> float:
    """Light enough to be seen on the dark paper, and darker siblings still darker."""
    return 0.60 + 0.25 * lightness


def _with_lightness(color: str, change: Callable[[float], float]) -> str:
    channels = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, lightness, saturation = colorsys.rgb_to_hls(*channels)
    mixed = colorsys.hls_to_rgb(hue, change(lightness), saturation)
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in mixed)
