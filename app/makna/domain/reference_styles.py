"""The usual references, and which template cites which kind of source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from makna.domain.errors import UserError
from makna.domain.model import SourceKind
from makna.domain.references import FOOTNOTE, Template
from makna.domain.wording import Language

_Pair = tuple[str, str]
"""A template in English and in Indonesian."""

_SPOKEN: dict[str, _Pair] = {
    "code-line": (
        "({case.code|speaker|source}, {date}, {lines})",
        "({case.code|speaker|source}, {date}, {lines})",
    ),
    "name-date": (
        "(Interview with {case.name|speaker}, {date})",
        "(Wawancara dengan {case.name|speaker}, {date})",
    ),
    "answer-number": (
        "(W{number}.{initials}.{sex}.{date:digits}.A{answer})",
        "(W{number}.{initials}.{sex}.{date:digits}.J{answer})",
    ),
    "footnote": (
        "footnote: Interview with {case.name|speaker}, {date}, {lines}.",
        "footnote: Wawancara dengan {case.name|speaker}, {date}, {lines}.",
    ),
}
_WRITTEN: dict[str, _Pair] = {
    "news": (
        "({author|publisher|source:short}, {date|year}[, accessed {accessed}])",
        "({author|publisher|source:short}, {date|year}[, diakses {accessed}])",
    ),
    "literature": (
        "({author|source:short}, {year}[: {page|pages}])",
        "({author|source:short}, {year}[: {page|pages}])",
    ),
}
_OTHERS: dict[str, _Pair] = {
    "seen": ("({source}, {date}[, {lines}])", "({source}, {date}[, {lines}])"),
    "ruled": ("({source}, {year}[: {page}])", "({source}, {year}[: {page}])"),
    "anything": ("({source}[, {date}][, {lines}])", "({source}[, {date}][, {lines}])"),
}
_BY_KIND: dict[SourceKind, _Pair] = {
    SourceKind.OBSERVATION: _OTHERS["seen"],
    SourceKind.PICTURE: _OTHERS["anything"],
    SourceKind.OTHER: _OTHERS["anything"],
    SourceKind.NEWS: _WRITTEN["news"],
    SourceKind.WEB_PAGE: _WRITTEN["news"],
    SourceKind.SOCIAL_MEDIA: _WRITTEN["news"],
    SourceKind.LITERATURE: _WRITTEN["literature"],
    SourceKind.REPORT: _WRITTEN["literature"],
    SourceKind.REGULATION: _OTHERS["ruled"],
}
"""How the interview presets cite what nobody said in a talk."""
PRESETS: tuple[str, ...] = (*_SPOKEN, *_WRITTEN)
"""Interview by code and line, by name and date, by answer number, in a footnote; news; literature.

The first four cite other kinds of sources in the form of these; the last two cite all alike.
"""


def preset(name: str, kind: SourceKind, language: Language) -> str:
    """The template by which a preset cites a kind of source."""
    at = 0 if language == "en" else 1
    if name in _WRITTEN:
        return _WRITTEN[name][at]
    if kind not in _BY_KIND:
        return _SPOKEN[name][at]
    other = _BY_KIND[kind][at]
    return (
        f"{FOOTNOTE} {other.removeprefix('(').removesuffix(')')}." if name == "footnote" else other
    )


@dataclass(frozen=True)
class ReferenceStyle:
    """The template for each kind of source."""

    name: str
    """Of a preset; empty for a template of the author's own."""
    templates: tuple[tuple[SourceKind, Template], ...]

    @classmethod
    def of(
        cls, reference: str, language: Language, by_kind: Sequence[tuple[str, str]] = ()
    ) -> ReferenceStyle:
        """A preset by name, or a template for every kind; `by_kind` says what is cited otherwise.

        Empty is the first preset. Raises UserError as `Template.parse`, and `bad_kind`.
        """
        chosen = reference.strip() or PRESETS[0]
        own = {kind: text for kind, text in by_kind if text.strip()}
        strange = sorted(set(own) - set(SourceKind))
        if strange:
            raise UserError("bad_kind", kind=strange[0], kinds=", ".join(SourceKind))
        is_preset = chosen in PRESETS
        templates = []
        for kind in SourceKind:
            text = own.get(kind, chosen)
            if text in PRESETS:
                text = preset(text, kind, language)
            templates.append((kind, Template.parse(text)))
        return cls(chosen if is_preset else "", tuple(templates))

    def for_kind(self, kind: SourceKind) -> Template:
        return dict(self.templates)[kind]
