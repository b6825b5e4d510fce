"""The numbers and bullets of lists, which a Word file describes but does not hold."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from makna.formats.readers.docx.names import RPR, VAL, w
from makna.formats.readers.docx.styles import Numbering, Styles, is_on
from makna.formats.symbols import bullet, number
from makna.formats.xml import Element

LEVELS = 9
_GAP = re.compile(r"%([1-9])")
_ABSTRACT, _NUM, _LEVEL, _ILVL = w("abstractNum"), w("num"), w("lvl"), w("ilvl")
_NUM_ID, _ABSTRACT_ID, _OVERRIDE = w("numId"), w("abstractNumId"), w("lvlOverride")


@dataclass(frozen=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    font: str = ""
    restart: int | None = None
    """Level (from 1) after which the count starts again; 0: never; None: after any higher one."""
    legal: bool = False
    style: str = ""


@dataclass
class _List:
    """One `w:num`: the abstract list whose count it shares, and what it overrides."""

    abstract: str
    levels: list[_Level]
    starts: dict[int, int]
    """Counts to start at when this list first uses the level."""


class Lists:
    """Hands out markers in the order of the paragraphs."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[str, Element] = {}
        self._nums: dict[str, Element] = {}
        for element in root if root is not None else ():
            if element.tag == _ABSTRACT:
                self._abstracts[element.get(_ABSTRACT_ID, "")] = element
            elif element.tag == _NUM:
                self._nums[element.get(_NUM_ID, "")] = element
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, list[int | None]] = {}

    def marker(self, numbering: Numbering, style_id: str = "") -> tuple[str, int] | None:
        """The next marker and its level from 0; None when there is no such list."""
        found = self._list(numbering.num or "")
        if found is None:
            return None
        level = numbering.level
        if level is None:
            level = next((i for i, one in enumerate(found.levels) if one.style == style_id), 0)
            level = level if style_id else 0
        counts = self._counts.setdefault(found.abstract, [None] * LEVELS)
        self._count(found, counts, level)
        return _shown(found.levels, counts, level), level

    def _count(self, found: _List, counts: list[int | None], level: int) -> None:
        before = counts[level]
        start = found.starts.pop(level, None)
        if start is not None:
            counts[level] = start
        else:
            counts[level] = found.levels[level].start if before is None else before + 1
        for deeper in range(level + 1, LEVELS):
            restart = found.levels[deeper].restart
            if restart is None or level < restart:
                counts[deeper] = None

    def _list(self, num_id: str) -> _List | None:
        if num_id not in self._lists:
            self._lists[num_id] = self._resolve(num_id)
        return self._lists[num_id]

    def _resolve(self, num_id: str) -> _List | None:
        num = self._nums.get(num_id)
        if num is None:
            return None
        reference = num.find(_ABSTRACT_ID)
        abstract_id = reference.get(VAL, "") if reference is not None else ""
        abstract = self._abstracts.get(abstract_id)
        if abstract is None:
            return None
        link = abstract.find(w("numStyleLink"))
        if link is not None and (linked := self._linked(link.get(VAL, ""), num_id)) is not None:
            abstract_id, levels = linked.abstract, list(linked.levels)
        else:
            levels = _levels(abstract)
        return _with_overrides(num, _List(abstract_id, levels, {}))

    def _linked(self, style_id: str, num_id: str) -> _List | None:
        """The list of a numbering style, unless that style refers back here."""
        numbering = self._styles.numbering_of(style_id)
        if numbering is None or numbering.num in (None, num_id):
            return None
        self._lists[num_id] = None  # ends a circle of links
        return self._list(numbering.num or "")


def _levels(abstract: Element) -> list[_Level]:
    levels = [_Level()] * LEVELS
    for element in abstract.iterchildren(_LEVEL):
        index = _integer(element.get(_ILVL), -1)
        if 0 <= index < LEVELS:
            levels[index] = _level(element)
    return levels


def _with_overrides(num: Element, found: _List) -> _List:
    for override in num.iterchildren(_OVERRIDE):
        index = _integer(override.get(_ILVL), -1)
        if not 0 <= index < LEVELS:
            continue
        level, start = override.find(_LEVEL), override.find(w("startOverride"))
        if level is not None:
            found.levels[index] = _level(level)
            found.starts[index] = found.levels[index].start
        if start is not None:
            found.starts[index] = _integer(start.get(VAL), 1)
            found.levels[index] = replace(found.levels[index], start=found.starts[index])
    return found


def _level(element: Element) -> _Level:
    def value(name: str) -> str | None:
        child = element.find(w(name))
        return child.get(VAL) if child is not None else None

    fonts = element.find(f"{RPR}/{w('rFonts')}")
    legal = element.find(w("isLgl"))
    restart = value("lvlRestart")
    return _Level(
        start=_integer(value("start"), 0),
        form=value("numFmt") or "decimal",
        text=value("lvlText") or "",
        font=fonts.get(w("ascii"), "") if fonts is not None else "",
        restart=_integer(restart, 0) if restart is not None else None,
        legal=legal is not None and is_on(legal),
        style=value("pStyle") or "",
    )


def _shown(levels: list[_Level], counts: list[int | None], level: int) -> str:
    own = levels[level]
    if own.form == "bullet":
        return bullet(own.text, own.font) or "•"

    def fill(gap: re.Match[str]) -> str:
        index = int(gap[1]) - 1
        count = counts[index]
        form = "decimal" if own.legal and index < level else levels[index].form
        return number(levels[index].start if count is None else count, form)

    return _GAP.sub(fill, own.text).strip()


def _integer(text: str | None, default: int) -> int:
    try:
        return max(-1, min(int(text or ""), 1_000_000))
    except ValueError:
        return default
