"""Whose a coding is, said where several coders gave a passage the same code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from makna.domain.model import Coder, Coding, CodingId


def coder_labels(codings: Sequence[Coding], coders: Sequence[Coder]) -> dict[CodingId, str]:
    """By coding, who gave it; nothing for a code that lies on the passage only once.

    The first name, where it tells the coders apart, else the whole one.
    """
    times = Counter(coding.code for coding in codings)
    firsts = Counter(_first(coder.name) for coder in coders)
    names = {
        coder.id: _first(coder.name) if firsts[_first(coder.name)] == 1 else coder.name
        for coder in coders
    }
    return {each.id: names.get(each.coder, "") for each in codings if times[each.code] > 1}


def _first(name: str) -> str:
    return name.split(" ", 1)[0]
