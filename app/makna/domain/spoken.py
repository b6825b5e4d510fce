"""Which of the two languages a text is in, told by its small words.

What a Word file says of itself is the language of the program that made it: Indonesian interviews
are usually marked as English. The small words are the most frequent ones of each language that the
other does not have, so a few lines are enough.
"""

from __future__ import annotations

import re
from collections import Counter

_WORDS = {
    "id": frozenset(
        "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena kita ada "
        "orang sudah bisa kami mereka oleh atau lebih seperti kalau jadi kan nya sih ya".split()
    ),
    "en": frozenset(
        "the and of to in is that it was for on with as they have this be at you from are or by "
        "we not but what there were which when so if their would about because people".split()
    ),
}
_SOME = re.compile(r"[a-z]+")
SAMPLE = 20_000
"""Characters that are looked at; more do not change the answer."""
FEWEST = 6
"""Small words of a language that have to occur."""
CLEARLY = 4.0
"""How many times more of one than of the other."""
AMONG_ENGLISH = 12
"""Small words of Indonesian with which a mixed text is Indonesian: its abstract is in English."""


def spoken_language(text: str) -> str:
    """`id`, `en`, or empty when the text is too short or neither; `id` for one in both."""
    counts = Counter(_SOME.findall(text[:SAMPLE].lower()))
    found = {language: sum(counts[word] for word in words) for language, words in _WORDS.items()}
    best = max(found, key=lambda language: found[language])
    other = min(found.values())
    if found[best] >= FEWEST and found[best] >= CLEARLY * other:
        return best
    return "id" if found["id"] >= AMONG_ENGLISH else ""
