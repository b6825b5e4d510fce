"""Which kind of block the name of a paragraph style stands for."""

from __future__ import annotations

import re
from functools import cache

_HEADING_NAME = re.compile(r"(?:heading|judul|rubrik|überschrift|titre|kop) ?([1-9])", re.I)
_TITLE_NAMES = frozenset({"title", "judul"})
_QUOTE_NAMES = frozenset(
    {"quote", "quotations", "intense quote", "block text", "kutipan", "kutipan intens"}
)


@cache
def block_of_name(name: str) -> str:
    """The block style that a style's name or id stands for; `body` when it stands for none.

    Word keeps built-in names in English in every language of its window, only ids are translated
    (`Judul1`); other programs translate names as well.
    """
    folded = name.strip().lower()
    if heading := _HEADING_NAME.fullmatch(folded):
        return f"heading-{min(int(heading[1]), 6)}"
    if folded in _TITLE_NAMES:
        return "title"
    return "quote" if folded in _QUOTE_NAMES else "body"
