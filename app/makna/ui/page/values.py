"""What the page is given. Positions are code points of the canonical text, half-open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from makna.domain.document import Layout
from makna.domain.model import SpeakerId, Turn


class Mark(NamedTuple):
    """One coding, as the page shows it; thousands are made when a long source is opened."""

    passage_id: int
    coding_id: int
    code_id: int
    start: int
    end: int
    color: str
    """`#rrggbb`, already the tone of the theme."""
    name: str
    memo: str = ""
    coder: str = ""
    """Said in the hint when it is not empty."""

    def at(self, start: int, end: int) -> Mark:
        """The same coding in another place."""
        return self._replace(start=start, end=end)


def no_picture(_sha: str) -> bytes | None:
    """A loader for texts without pictures."""
    return None


@dataclass(frozen=True)
class PageText:
    """A source's text with its looks and who speaks in it."""

    text: str
    layout: Layout
    turns: tuple[Turn, ...] = ()
    interviewers: frozenset[SpeakerId] = frozenset()
    """Speakers whose turns are shown quieter."""
    mark_lengths: Mapping[int, int] = field(default_factory=dict)
    """By the start of a turn: how many characters its literal mark takes (`I1: `)."""
    picture: Callable[[str], bytes | None] = no_picture
    """The bytes of an embedded picture by its SHA-256; asked for when it comes into view."""


class FocusMode(StrEnum):
    """What the page fades."""

    NONE = "none"
    CODED = "coded"
    """What no code lies on."""
    CODE = "code"
    """What the one code in focus does not lie on."""


class Asking(StrEnum):
    """How the turns of an interviewer are shown."""

    QUIET = "quiet"
    """In a dimmer ink."""
    SHADED = "shaded"
    """The same, on a ground of their own."""
    FOLDED = "folded"
    """Not at all; the text still holds them."""


@dataclass(frozen=True)
class Reading:
    """What one has chosen to see of a text, the same in all of a project's sources."""

    asking: Asking = Asking.QUIET
    lines: bool = False
    """Numbered lines in the gutter instead of numbered paragraphs."""


@dataclass(frozen=True)
class PageTheme:
    """Colours of the page, `#rrggbb`. Codings bring their own."""

    paper: str
    ink: str
    dim: str
    quiet: str
    """Of an interviewer's turns: read as text, also over every tint."""
    line: str
    accent: str
    selected: str
    tint: float
    """Share of a code's colour on the paper, 0–1."""
    tint_most: float
    """The same of all colours together where codes lie over each other: text stays readable."""
    tint_lit: float
    """The same for the passages of a code that is pointed at."""


LIGHT_PAGE = PageTheme(
    paper="#ffffff",
    ink="#23262b",
    dim="#585d66",
    quiet="#43474e",
    line="#e3e1dc",
    accent="#1f6f6b",
    selected="#e3efee",
    tint=0.19,
    tint_most=0.38,
    tint_lit=0.36,
)
DARK_PAGE = PageTheme(
    paper="#26292d",
    ink="#e6e4df",
    dim="#b4b8be",
    quiet="#d2d2d2",
    line="#34383d",
    accent="#5fb3ad",
    selected="#2b3b3b",
    tint=0.20,
    tint_most=0.24,
    tint_lit=0.30,
)
