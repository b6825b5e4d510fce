"""References after quotations: templates with fields, and what fills them.

`{field}` is filled in; `{case.code|source}` takes the first of these that is known; `{date:digits}`
changes its form. A part in [ ] that holds fields is optional: it goes when one of them is not
known. Brackets around the whole reference are printed; braces and brackets that are meant as such
elsewhere are doubled: `{{ }} [[ ]]`. `footnote:` at the start puts the reference into a footnote.
A field that is not known is shown, marked, as `[date?]`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from makna.domain.authors import short_authors
from makna.domain.dates import clock, long_date
from makna.domain.errors import UserError
from makna.domain.model import Case, Excerpt, SourceKind
from makna.domain.report import Span, Spans
from makna.domain.wording import Language, phrase

CASE = "case."
"""Before the name of a variable."""
ALIASES = {"name": "case.name", "code": "case.code"}
FIELDS = (
    *("case.code", "case.name", "source", "kind", "date", "paragraph", "line_from", "line_to"),
    *("page", "time", "speaker", "author", "year", "publisher", "url", "accessed", "pages"),
    *("lines", "place", "answer", "number", "initials", "sex"),
)
"""Besides these, `case.` and the name of a variable.

`lines` is `line 41` or `lines 41–42`; `answer` the number of the informant's turn in its source;
`number` which talk with the case it is, by date; `initials` and `sex` those of the case.
"""
FORMS = ("digits", "short", "upper")
"""Of a date: `03032025`, `03/03/2025`; of authors: surnames; of any field: capitals.

A digit: as many first letters.
"""
PRINTS_PLACES = frozenset(("paragraph", "line_from", "line_to", "lines"))
"""Fields whose numbers come from the frozen edition of the text."""
FOOTNOTE = "footnote:"


@dataclass(frozen=True)
class Slot:
    """A field of a template: names of which the first known one is taken, and a form."""

    names: tuple[str, ...]
    form: str = ""


@dataclass(frozen=True)
class Optional:
    """Parts that are dropped together when something in them is not known."""

    parts: tuple[str | Slot, ...]


Part = str | Slot | Optional


@dataclass(frozen=True)
class Facts:
    """What a reference can say of a passage."""

    excerpt: Excerpt
    language: Language
    case: Case | None = None
    page: str = ""
    answer: int | None = None
    number: int | None = None
    lines: bool = True
    """Whether the passage has lines: a rectangle on a page has none."""


@dataclass(frozen=True)
class Rendered:
    spans: Spans
    missing: tuple[str, ...] = ()
    """What is not known, as it is called in the language of the output."""

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True)
class Template:
    text: str
    parts: tuple[Part, ...]
    footnote: bool = False

    @classmethod
    def parse(cls, text: str) -> Template:
        """Raises UserError: `bad_reference_field`, `bad_reference_form`, `bad_reference_brace`."""
        return _parsed(text)

    @property
    def fields(self) -> frozenset[str]:
        """Every field that it may ask for."""
        return frozenset(name for slot in _slots(self.parts) for name in slot.names)

    @property
    def prints_places(self) -> bool:
        return bool(self.fields & PRINTS_PLACES)

    def render(self, facts: Facts) -> Rendered:
        """What is not known stands there as a marked span."""
        spans: list[Span] = []
        missing: list[str] = []
        gap = False
        for part in _collapsed(self.parts, facts):
            inside = part.parts if isinstance(part, Optional) else (part,)
            if isinstance(part, Optional) and not all(_value(s, facts) for s in _slots(inside)):
                gap = True
                continue
            at = len(spans)
            _write(spans, missing, _collapsed(inside, facts), facts)
            if gap:
                _close(spans, at)
                gap = False
        if gap:
            _close(spans, len(spans))
        return Rendered(_joined(spans), tuple(dict.fromkeys(missing)))


def _write(spans: list[Span], missing: list[str], parts: Sequence[Part], facts: Facts) -> None:
    for part in parts:
        if isinstance(part, str):
            spans.append(Span(part))
        elif isinstance(part, Slot):
            value = _value(part, facts)
            if value:
                spans.append(Span(value))
            else:
                name = label(part.names[0], facts.language)
                missing.append(name)
                spans.append(Span(f"[{name}?]", missing=True))


def _close(spans: list[Span], at: int) -> None:
    """Where something was left out, the spaces on its two sides are one, or none at an edge."""
    left = spans[at - 1].text if at else ""
    right = spans[at].text if at < len(spans) else ""
    if left.endswith(" ") and right[:1] in _CLOSING:
        spans[at - 1] = Span(left.rstrip(" "))
    elif right.startswith(" ") and left[-1:] in _OPENING:
        spans[at] = Span(right.lstrip(" "))


_CLOSING = (*" ),.;:]", "")
_OPENING = (*"([", "")


def _collapsed(parts: Sequence[Part], facts: Facts) -> list[Part]:
    """`{line_from}–{line_to}` within one line is that line."""
    found: list[Part] = []
    for part in parts:
        found.append(part)
        if len(found) < 3:
            continue
        first, between, last = found[-3:]
        if not (isinstance(first, Slot) and isinstance(last, Slot) and isinstance(between, str)):
            continue
        is_range = (first.names, last.names) == (("line_from",), ("line_to",))
        if is_range and between.strip() in _DASHES and _value(first, facts) == _value(last, facts):
            del found[-2:]
    return found


_DASHES = ("–", "-", "—", "s.d.", "s/d", "to", "sampai")


def _joined(spans: Sequence[Span]) -> Spans:
    found: list[Span] = []
    for span in spans:
        if found and not span.missing and not found[-1].missing:
            found[-1] = Span(found[-1].text + span.text)
        elif span.text:
            found.append(span)
    return tuple(found)


def _slots(parts: Sequence[Part]) -> list[Slot]:
    found: list[Slot] = []
    for part in parts:
        if isinstance(part, Slot):
            found.append(part)
        elif isinstance(part, Optional):
            found += _slots(part.parts)
    return found


# Reading a template.

_TOKEN = re.compile(r"\{\{|\}\}|\[\[|\]\]|\{(?P<slot>[^{}]*)\}|[{}\[\]]|[^{}\[\]]+")
_LITERAL = {"{{": "{", "}}": "}", "[[": "[", "]]": "]"}


@lru_cache(maxsize=64)
def _parsed(text: str) -> Template:
    stripped = text.strip()
    footnote = stripped.casefold().startswith(FOOTNOTE)
    body = stripped[len(FOOTNOTE) :].lstrip() if footnote else stripped
    parts: list[Part] = []
    inside: list[str | Slot] | None = None
    for match in _TOKEN.finditer(body):
        token = match.group()
        if match["slot"] is not None:
            (parts if inside is None else inside).append(_slot(match["slot"]))
        elif token == "[" and inside is None:
            inside = []
        elif token == "]" and inside is not None:
            parts += _closed(inside)
            inside = None
        elif token in "{}[]":
            raise UserError("bad_reference_brace", template=text, brace=token)
        else:
            (parts if inside is None else inside).append(_LITERAL.get(token, token))
    if inside is not None:
        raise UserError("bad_reference_brace", template=text, brace="[")
    if len(parts) == 1 and isinstance(parts[0], Optional):
        # Brackets around the whole reference are its look: it is not optional.
        parts = ["[", *parts[0].parts, "]"]
    return Template(text, tuple(parts), footnote)


def _closed(inside: Sequence[str | Slot]) -> list[Part]:
    """A part in brackets; without a field in it the brackets are meant as such."""
    if any(isinstance(part, Slot) for part in inside):
        return [Optional(tuple(inside))]
    return ["[", *inside, "]"]


def _slot(written: str) -> Slot:
    name, form = written, ""
    head, colon, tail = written.rpartition(":")
    if colon and (tail.strip() in FORMS or (tail.strip().isdecimal() and len(tail.strip()) == 1)):
        name, form = head, tail.strip()
    elif colon and not head.strip().startswith(CASE):
        raise UserError("bad_reference_form", field=written, forms=", ".join(FORMS))
    names = tuple(_field(each, written) for each in name.split("|"))
    return Slot(names, form)


def _field(written: str, slot: str) -> str:
    name = written.strip()
    name = ALIASES.get(name, name)
    if name in FIELDS or (name.startswith(CASE) and name.removeprefix(CASE).strip()):
        return name
    raise UserError("bad_reference_field", field=slot, fields=", ".join(FIELDS))


def unknown_variables(template: Template, variables: Sequence[str]) -> list[str]:
    """The `case.` fields for which the project has no variable."""
    known = {name.strip().casefold() for name in variables}
    return [
        name
        for name in sorted(template.fields - set(FIELDS))
        if name.removeprefix(CASE).strip().casefold() not in known
    ]


# What a field says.


def label(name: str, language: Language) -> str:
    """What a field is called, to say that it is missing."""
    if name in FIELDS:
        return phrase(f"reference_field_{name.replace('.', '_')}", language)
    return name.removeprefix(CASE).strip()


def kind_name(kind: SourceKind, language: Language) -> str:
    return phrase(f"reference_kind_{kind.value}", language)


def _value(slot: Slot, facts: Facts) -> str:
    for name in slot.names:
        value = _formed(name, slot.form, facts)
        if value:
            return value
    return ""


def _formed(name: str, form: str, facts: Facts) -> str:
    raw = _raw(name, facts)
    if form == "digits" and _DAY.fullmatch(raw):
        year, month, day = raw[:10].split("-")
        return f"{day}{month}{year}"
    if form == "short" and _DAY.fullmatch(raw):
        year, month, day = raw[:10].split("-")
        return f"{day}/{month}/{year}"
    if form == "short" and name == "author":
        return short_authors(raw, facts.language)
    said = long_date(raw, facts.language) if _is_date(name, raw) else raw
    if form.isdecimal():
        return said[: int(form)].upper()
    return said.upper() if form == "upper" else said


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ].*)?")


def _is_date(name: str, raw: str) -> bool:
    return name in ("date", "accessed") or (name.startswith(CASE) and bool(_DAY.fullmatch(raw)))


def _raw(name: str, facts: Facts) -> str:
    """The field as it is kept; empty where it is not known."""
    excerpt, source = facts.excerpt, facts.excerpt.source
    if name.startswith(CASE):
        return _of_case(name.removeprefix(CASE), facts)
    if name in ("author", "date", "place", "year", "publisher", "url", "accessed", "pages"):
        if name == "year" and not source.year:
            return source.date[:4]
        return str(getattr(source, name)).strip()
    if name in PRINTS_PLACES:
        return _of_place(name, facts)
    if name in ("initials", "sex"):
        return initials(facts.case) if name == "initials" else sex(facts.case)
    if name in ("answer", "number"):
        counted = facts.answer if name == "answer" else facts.number
        return "" if counted is None else str(counted)
    if name == "time":
        return "" if excerpt.time_ms is None else clock(excerpt.time_ms)
    if name == "kind":
        return kind_name(source.kind, facts.language)
    return {"source": source.name, "speaker": excerpt.speaker, "page": facts.page}[name]


def _of_place(name: str, facts: Facts) -> str:
    excerpt = facts.excerpt
    if not facts.lines:
        page = facts.page if name == "lines" else ""
        return phrase("reference_page", facts.language, page=page) if page else ""
    if name != "lines":
        return str(getattr(excerpt, name))
    if excerpt.line_from == excerpt.line_to:
        return phrase("reference_line", facts.language, line=excerpt.line_from)
    first, last = excerpt.line_from, excerpt.line_to
    return phrase("reference_lines", facts.language, first=first, last=last)


def _of_case(name: str, facts: Facts) -> str:
    case = facts.case
    if case is None:
        return ""
    if name == "name":
        return known(case.values, _NAME) or case.name
    if name == "code":
        return known(case.values, _CODE) or case.name
    return known(case.values, (name.strip().casefold(),))


_CODE = ("kode", "code", "kode informan", "informant code")
_NAME = ("nama", "name", "nama informan")
_SEX = ("jenis kelamin", "kelamin", "sex", "gender", "l/p")
_INITIALS = ("inisial", "initials", "inisial informan")
"""Variables by which a case's code, name, sex and initials are known, casefolded."""


def known(values: Mapping[str, str], names: Sequence[str]) -> str:
    """The first of these variables that the case has."""
    folded = {name.strip().casefold(): value for name, value in values.items()}
    return next((folded[name].strip() for name in names if folded.get(name, "").strip()), "")


def initials(case: Case | None) -> str:
    """The variable of that name, else the first letters of the case's name."""
    if case is None:
        return ""
    words = re.findall(r"[^\W_]+", known(case.values, _NAME) or case.name)
    return known(case.values, _INITIALS) or "".join(word[0].upper() for word in words)


def sex(case: Case | None) -> str:
    """One letter: L or P in Indonesian, M or F in English, as the variable begins."""
    return known(case.values, _SEX)[:1].upper() if case else ""
