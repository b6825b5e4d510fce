"""Every sentence that the program says outside Qt, in both languages side by side.

Errors, history labels, reader warnings and document headings are stored and raised as a key with
arguments, and put into words only where somebody reads them: so a project made by an Indonesian
window can be checked from an English command line. Qt's own texts go through Qt Linguist.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from makna.domain.wording import (
    chapter,
    checklists,
    commands,
    comments,
    desk,
    documents,
    errors,
    imports,
    patterns,
    pictures,
    pseudonyms,
    readers,
    refresh,
    reports,
    steps,
    trust,
    whereabouts,
)
from makna.domain.wording.numbers import number
from makna.domain.wording.singular import ONE

Language = Literal["en", "id"]
COUNTS = frozenset({"n", "count"})
"""Gaps of sentences that say how many there are."""
LANGUAGES: tuple[Language, ...] = ("en", "id")

PHRASES: dict[str, tuple[str, str]] = {
    **steps.PHRASES,
    **desk.PHRASES,
    **readers.PHRASES,
    **refresh.PHRASES,
    **reports.PHRASES,
    **documents.PHRASES,
    **checklists.PHRASES,
    **chapter.PHRASES,
    **commands.PHRASES,
    **pictures.PHRASES,
    **comments.PHRASES,
    **pseudonyms.PHRASES,
    **trust.PHRASES,
    **imports.PHRASES,
    **patterns.PHRASES,
    **whereabouts.PHRASES,
}
ERRORS = errors.ERRORS

_THINGS = {
    "source": "sumber",
    "code": "kode",
    "coder": "pengode",
    "passage": "kutipan",
    "case": "kasus",
    "chapter": "bab",
    "variable": "variabel",
    "speaker": "penutur",
    "fact": "fakta",
    "frame": "kerangka",
    "project": "proyek",
}
"""What the argument `thing` of an error is called in Indonesian (a memo is a memo)."""


@dataclass(frozen=True)
class Message:
    """A sentence not yet put into words: a catalogue key and what fills its gaps."""

    key: str
    args: tuple[tuple[str, str | int], ...] = ()

    @classmethod
    def of(cls, key: str, **args: str | int) -> Message:
        return cls(key, tuple(args.items()))

    def text(self, language: Language = "en") -> str:
        return phrase(self.key, language, **dict(self.args))

    def to_json(self) -> str:
        return json.dumps([self.key, dict(self.args)], ensure_ascii=False)

    @classmethod
    def from_json(cls, stored: str) -> Message:
        key, args = json.loads(stored)
        return cls.of(key, **args)

    def naming(self, known: Collection[str]) -> Message:
        """The same with `…` for each word in its gaps that is none of the known ones."""
        told = ((k, v if isinstance(v, int) or v in known else "…") for k, v in self.args)
        return Message(self.key, tuple(told))


def phrase(key: str, language: Language = "en", **args: str | int) -> str:
    """The sentence `key` in `language`; an unknown key (from a newer file) is shown as it is."""
    pair = PHRASES.get(key)
    if pair is None:
        return key
    sentence = pair[LANGUAGES.index(language)]
    if language == "en" and 1 in (args.get("n"), args.get("count")):
        sentence = ONE.get(key, sentence)
    if not COUNTS.isdisjoint(args):
        args = _counts_grouped(args, language)
    return sentence.format(**args)


def _counts_grouped(args: dict[str, str | int], language: Language) -> dict[str, str | int]:
    """What counts, with thousands marked; a page or a line stays a bare number."""
    return {
        name: number(value, language) if name in COUNTS and isinstance(value, int) else value
        for name, value in args.items()
    }


def error_sentences(key: str, language: Language, **args: str | int) -> tuple[str, str, str]:
    """What happened, why, and what to do, of the error `key`."""
    if language == "id" and "thing" in args:
        args["thing"] = _THINGS.get(str(args["thing"]), args["thing"])
    if str(args.get("reason", "")).startswith("reason."):
        args["reason"] = phrase(str(args["reason"]), language)
    what, why, next_step = ERRORS[key][LANGUAGES.index(language)]
    return what.format(**args), why.format(**args), next_step.format(**args)
