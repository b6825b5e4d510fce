"""A document with its names replaced: every text in it, whatever block it stands in."""

from __future__ import annotations

import dataclasses
from collections.abc import Hashable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, cast

from makna.domain.markdown_marks import marked, split_at_marks
from makna.domain.pseudonyms import Found, Ledger, Replacement, Replacer, replaced
from makna.domain.report import (
    Block,
    Control,
    Heading,
    Landscape,
    Line,
    NumberedLines,
    Picture,
    Quote,
    Records,
    Report,
    Span,
    Spans,
    Table,
)

_NOT_WORDS = frozenset(
    """tag mark refers control language align key keys created_at template replacements
    number_prefix""".split()
)
"""Fields that hold no words of people: marks, languages, keys. All others are replaced."""
_PLACES: dict[type[Any], str] = {
    Heading: "heading",
    Quote: "quotation",
    Table: "table",
    NumberedLines: "transcript",
    Picture: "picture",
    Records: "data",
}
"""What a block is called in the report on an export; others are `text`."""


def pseudonymised(report: Report, replacer: Replacer, ledger: Ledger | None = None) -> Report:
    """The report with every name replaced; `replacements` says what was replaced where.

    Everything that holds words is gone through: blocks with what they hold, records, properties,
    captions, alternative texts, footnotes, the title and the author. An address of a link that
    holds a name goes, and its words stay. A new kind of block needs no line here. A `ledger`
    brings what was counted before.
    """
    if not replacer:
        return report
    walk = _Walk(replacer, ledger or Ledger())
    blocks = [cast(Block, walk.value(block, "text")) for block in report.blocks]
    records = cast(Records, walk.value(report.records, "data"))
    rest = {
        name: walk.value(getattr(report, name), "properties")
        for name in _worded(Report)
        if name not in ("blocks", "records")
    }
    made = walk.ledger.replacements()
    return replace(report, blocks=blocks, records=records, replacements=made, **rest)


@cache
def _worded(kind: Hashable) -> tuple[str, ...]:
    """The fields of a dataclass that may hold words."""
    return tuple(f.name for f in dataclasses.fields(cast(Any, kind)) if f.name not in _NOT_WORDS)


class _Walk:
    """Goes through values; returns the very value where nothing had to be replaced."""

    def __init__(self, replacer: Replacer, ledger: Ledger) -> None:
        self._replacer = replacer
        self.ledger = ledger

    def value(self, value: Any, place: str) -> Any:
        if type(value) is str:
            return self._text(value, place)
        if isinstance(value, Sequence) and not isinstance(value, str | bytes):
            return self._sequence(value, place)
        if isinstance(value, Quote):
            return self._quote(value)
        if isinstance(value, NumberedLines):
            value = self._lines(value)
            place = "transcript"
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            return self._fields(value, place)
        return value

    def _fields(self, value: Any, place: str) -> Any:
        kind: type[Any] = type(value)
        place = _PLACES.get(kind, place if kind not in (Landscape, Control) else "text")
        changed = {}
        for name in _worded(cast(Hashable, kind)):
            if kind is NumberedLines and name == "lines":
                continue
            old = getattr(value, name)
            new = self.value(old, "footnote" if name == "note" and kind is Span else place)
            if new is not old:
                changed[name] = new
        return replace(value, **changed) if changed else value

    def _text(self, text: str, place: str) -> str:
        if place == "data" and marked(text):
            return self._marked(text)
        found = self._replacer.find(text)
        if not found:
            return text
        self.ledger.note(found, place)
        return replaced(text, found)

    def _marked(self, text: str) -> str:
        """Markdown as it was typed: a name is found through the marks of an emphasis in it."""
        pieces = split_at_marks(text)
        words, found = self._replacer.pieces(pieces[::2])
        self.ledger.note(found, "data")
        if found:
            pieces[::2] = words
            text = "".join(pieces)
        return self._text_left(text)

    def _text_left(self, text: str) -> str:
        """What holds its marks itself, such as an address with underscores."""
        found = self._replacer.find(text)
        self.ledger.note(found, "data")
        return replaced(text, found)

    def _sequence(self, values: Sequence[Any], place: str) -> Sequence[Any]:
        if values and all(type(value) is Span for value in values):
            return self._spans(tuple(values), place)
        new = [self.value(value, place) for value in values]
        if all(a is b for a, b in zip(new, values, strict=True)):
            return values
        return tuple(new) if isinstance(values, tuple) else new

    def _spans(self, spans: Spans, place: str) -> Spans:
        """Read as one text, and cut again where the looks change."""
        pieces, found = self._replacer.pieces([span.text for span in spans])
        self.ledger.note(found, place)
        return self._dressed(spans, pieces)

    def _dressed(self, spans: Spans, pieces: Sequence[str]) -> Spans:
        """The spans with these texts; one left empty goes, unless a note hangs on it."""
        new = [self._span(*pair) for pair in zip(spans, pieces, strict=True)]
        if all(a is b for a, b in zip(new, spans, strict=True)):
            return spans
        kept = [
            span
            for span, old in zip(new, spans, strict=True)
            if span.text or not old.text or span.note or span.refers
        ]
        return tuple(kept)

    def _span(self, span: Span, text: str) -> Span:
        if text != span.text:
            span = replace(span, text=text)
        if span.note and (note := self._text(span.note, "footnote")) != span.note:
            span = replace(span, note=note)
        if span.link and self._named(span.link):
            span = replace(span, link=None)
        return span

    def _named(self, address: str) -> bool:
        found: list[Found] = self._replacer.find(address)
        self.ledger.note(found, "link")
        return bool(found)

    def _quote(self, quote: Quote) -> Quote:
        """A name may begin before the quotation and end in it."""
        texts = [span.text for span in quote.spans]
        joint = [" " if quote.before else "", " " if quote.after else ""]
        together = [quote.before, joint[0], *texts, joint[1], quote.after]
        pieces, found = self._replacer.pieces(together)
        self.ledger.note(found, "quotation")
        return replace(
            quote,
            before=pieces[0],
            spans=self._dressed(quote.spans, pieces[2:-2]),
            after=pieces[-1],
            reference=self._text(quote.reference, "reference"),
        )

    def _lines(self, block: NumberedLines) -> NumberedLines:
        """A name may go on in the next line; it then stands whole in the first."""
        texts: list[str] = []
        for line in block.lines:
            texts += [span.text for span in line.spans]
            ends_open = bool(texts) and texts[-1][-1:].isalnum()
            texts.append(" " if ends_open else "")
        pieces, found = self._replacer.pieces(texts)
        self.ledger.note(found, "transcript")
        lines: list[Line] = []
        at = 0
        for line in block.lines:
            count = len(line.spans)
            spans = self._dressed(line.spans, pieces[at : at + count])
            beside = self._text(line.beside, "transcript")
            lines.append(replace(line, spans=spans, beside=beside))
            at += count + 1
        return replace(block, lines=tuple(lines))


def replacements_in(report: Report, suffix: str) -> tuple[Replacement, ...]:
    """Of a report's replacements those that a file of this suffix holds.

    Tables for computing are written from the records, all others from the blocks.
    """
    flat = suffix.lower() in (".csv", ".json", ".xlsx")
    kept = []
    for each in report.replacements:
        places = tuple((p, n) for p, n in each.places if (p == "data") == flat)
        if places:
            kept.append(replace(each, places=places, count=sum(n for _, n in places)))
    return tuple(kept)
