"""Authors of a publication as they are named in the text."""

from __future__ import annotations

import re

from makna.domain.wording import Language

_DEGREE = re.compile(r"(?:[A-Z][A-Za-z]{0,4}\.\s?)+[A-Za-z]{0,6}\.?|Ph\.?\s?D\.?|M[BP]A")
"""`S.Sos.`, `M.I.Kom`, `Ph.D`: also initials, which are left out all the same."""
_AND = re.compile(r"\s*;\s*(?:dan\s|and\s|&\s*)?|(?<=[\w.])\s*,?\s+(?:&|dan|and)\s+(?=[^,;]+,)")
"""Between people; an *and* only before somebody who is written `Surname, Given name`."""


def short_authors(authors: str, language: Language) -> str:
    """`Arunika, Sari; Samudra, Teguh` → `Arunika & Samudra`; from three on `Arunika et al.`.

    Only `Surname, Given name` is shortened and degrees are dropped: an institution, or a name in
    its usual order, stays whole (many Indonesian names have no surname).
    """
    if not re.search(r"[;,]", authors):
        return authors
    people = [_surname(each) for each in _AND.split(authors) if each.strip()]
    if len(people) > 2:
        return f"{people[0]} {'dkk.' if language == 'id' else 'et al.'}"
    return " & ".join(people)


def _surname(person: str) -> str:
    first, *others = (part.strip() for part in person.split(","))
    said = [part for part in others if part and not _DEGREE.fullmatch(part)]
    return person.strip() if len(said) > 1 else first
