"""Numbers and bullets of lists and headings, which the file describes but does not hold."""

from __future__ import annotations

from dataclasses import dataclass, field

from makna.formats.readers.odt.names import XML_ID, office, style, text
from makna.formats.symbols import bullet, number
from makna.formats.xml import Element

LEVELS = 10
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_LEVEL = text("level")


@dataclass(frozen=True)
class _Level:
    form: str = "none"
    prefix: str = ""
    suffix: str = ""
    bullet: str = ""
    start: int = 1
    shown: int = 1
    """How many levels the number shows."""


@dataclass
class Count:
    """A list that is being counted."""

    levels: list[_Level]
    counts: list[int | None] = field(default_factory=lambda: [None] * LEVELS)

    def next(self, level: int, start: int | None = None) -> str:
        """The next marker on a level from 0; `start` sets the number."""
        own, before = self.levels[level], self.counts[level]
        if start is None:
            start = own.start if before is None else before + 1
        self.counts[level] = start
        self.counts[level + 1 :] = [None] * (LEVELS - level - 1)
        if own.bullet:
            return own.bullet
        if own.form == "none":
            return (own.prefix + own.suffix).strip()
        numbers = [
            number(self.counts[at] or self.levels[at].start, self.levels[at].form)
            for at in range(max(0, level - own.shown + 1), level + 1)
        ]
        return f"{own.prefix}{'.'.join(filter(None, numbers))}{own.suffix}".strip()


class Lists:
    """The list styles of a document and the lists counted so far."""

    def __init__(self, roots: list[Element]) -> None:
        self._styles: dict[str, list[_Level]] = {}
        self._by_style: dict[str, Count] = {}
        self._by_id: dict[str, Count] = {}
        self.headings = Count([_Level()] * LEVELS)
        for root in roots:
            for group in (office("automatic-styles"), office("styles")):
                for element in root.iterchildren(group):
                    self._read(element)

    def begin(self, element: Element, style_name: str) -> Count:
        """The count for a list at the top: a new one, or the one that it continues."""
        goes_on = element.get(text("continue-list"), "")
        count = self._by_id.get(goes_on)
        if count is None and element.get(text("continue-numbering")) == "true":
            count = self._by_style.get(style_name)
        if count is None:
            levels = self._styles.get(style_name) or [_Level(bullet="•")] * LEVELS
            count = Count(levels)
        self._by_style[style_name] = count
        if identity := element.get(XML_ID, ""):
            self._by_id[identity] = count
        return count

    def _read(self, group: Element) -> None:
        for element in group:
            if element.tag == text("list-style"):
                self._styles.setdefault(element.get(style("name"), ""), _levels(element))
            elif element.tag == text("outline-style"):
                self.headings = Count(_levels(element))


def _levels(element: Element) -> list[_Level]:
    levels = [_Level()] * LEVELS
    for child in element:
        at = integer(child.get(_LEVEL), 0) - 1
        if 0 <= at < LEVELS:
            levels[at] = _level(child)
    return levels


def _level(element: Element) -> _Level:
    prefix, suffix = element.get(style("num-prefix"), ""), element.get(style("num-suffix"), "")
    if element.tag == text("list-level-style-bullet"):
        fonts = element.find(style("text-properties"))
        font = fonts.get(style("font-name"), "") if fonts is not None else ""
        return _Level(bullet=bullet(element.get(text("bullet-char"), "•"), font) or "•")
    if element.tag == text("list-level-style-image"):
        return _Level(bullet="•")
    form = element.get(style("num-format"), "")
    return _Level(
        _FORMS.get(form, "decimal") if form else "none",
        prefix,
        suffix,
        start=integer(element.get(text("start-value")), 1),
        shown=max(1, integer(element.get(text("display-levels")), 1)),
    )


def integer(value: str | None, default: int) -> int:
    """A number that the file gives, kept within what a document can have."""
    try:
        return max(0, min(int(value or ""), 100_000))
    except ValueError:
        return default
