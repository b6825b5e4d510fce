"""Field codes: `{ HYPERLINK "…" }` and the like are dropped, what they show is kept."""

from __future__ import annotations

import re

from makna.formats.collector import Collector, Place
from makna.formats.links import safe_link
from makna.formats.readers.docx.names import VAL, w
from makna.formats.readers.docx.styles import OFF
from makna.formats.xml import Element

_HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:\\[nt]\s+)*"([^"]+)"', re.I)


def link_of_code(code: str) -> str | None:
    """The address in a HYPERLINK field's code."""
    found = _HYPERLINK.match(code)
    return safe_link(found[1]) if found else None


def filled_in(begin: Element) -> str:
    """What a form field shows that Word keeps beside its result: a ticked box, a chosen entry."""
    box, entries = begin.find(f".//{w('checkBox')}"), begin.find(f".//{w('ddList')}")
    if box is not None:
        said = box.find(w("checked"))
        said = said if said is not None else box.find(w("default"))
        return "☒" if said is not None and said.get(VAL) not in OFF else "☐"
    if entries is None:
        return ""
    said = entries.find(w("result"))
    said = said if said is not None else entries.find(w("default"))
    index = said.get(VAL, "0") if said is not None else "0"
    names = [entry.get(VAL, "") for entry in entries.iterchildren(w("listEntry"))]
    return names[int(index)] if index.isdecimal() and int(index) < len(names) else ""


class Fields:
    """The fields that are open at the current place, outermost first.

    Text is dropped when it belongs to the *code* of a field around the innermost one: results of
    fields inside a code. Plain text directly in a code does not occur in sound files; where a
    separator or end is missing, dropping it would lose the rest of the interview.
    """

    def __init__(self, collector: Collector) -> None:
        self._collector = collector
        self._open: list[_Field] = []

    def mark(self, kind: str, filled: str = "") -> str:
        """A `w:fldChar`: begin, separate or end; answers what to show for a form without result.

        `filled` is what a form field that begins was filled in with.
        """
        if kind == "begin":
            if self._open and not self._open[-1].in_result:
                self._collector.muted += 1
                self._open[-1].muting = True
            self._open.append(_Field(self._collector.link, filled, self._collector.place))
        elif self._open and kind == "separate":
            field = self._open[-1]
            field.in_result = True
            self._collector.link = link_of_code("".join(field.code)) or self._collector.link
        elif self._open and kind == "end":
            field = self._open.pop()
            self._collector.link = field.link_before
            if self._open and self._open[-1].muting:
                self._open[-1].muting = False
                self._collector.muted -= 1
            return field.filled if field.place == self._collector.place else ""
        return ""

    def code(self, text: str) -> None:
        if self._open and not self._open[-1].in_result:
            self._open[-1].code.append(text)

    def reset(self) -> None:
        """The text ends here, or another one begins; a field left open ends too."""
        self._open.clear()
        self._collector.muted = 0
        self._collector.link = None


class _Field:
    def __init__(self, link_before: str | None, filled: str, place: Place) -> None:
        self.link_before = link_before
        self.filled = filled
        self.place = place
        """Where it begins; ends it there too, it has no result."""
        self.code: list[str] = []
        self.in_result = False
        self.muting = False
        """Whether a field inside this one's code is open."""
