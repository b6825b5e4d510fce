"""Code colours: told apart by colour-blind readers, legible in both themes.

Twelve hues. Each has a tone for the light and one for the dark theme; a code stores the light one.
The order alternates hues, so that codes made one after the other look different.
"""

from __future__ import annotations

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


def tone(color: str, *, dark: bool) -> str:
    """A code's colour in the theme; one of the user's own is lightened for the dark theme."""
    if not dark:
        return color
    known = PALETTE.get(color.lower())
    return known if known is not None else _mix(color, "#ffffff", 0.4)


def child_color(parent: str, rank: int) -> str:
    """A colour near the parent's: lighter and darker in turn, by rank among the siblings."""
    step = 0.16 * (1 + rank // 2 % 3)
    return _mix(parent, "#ffffff" if rank % 2 == 0 else "#000000", step)


def _mix(color: str, other: str, share: float) -> str:
    channels = zip(_channels(color), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in channels)


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)
