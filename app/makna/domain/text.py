"""The canonical text and what can be found in it: paragraphs, sentences, words, lines."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[\x00\ud800-\udfff\ufdd0\ufdd1\ufeff\ufffe]")


def canonical(text: str) -> str:
    """The text as Makna keeps it: a leading BOM removed, line ends LF, what Qt cannot hold U+FFFD.

    Idempotent. No Unicode normalisation: the text stays what the file says.
    """
    text = text.removeprefix("\ufeff")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n")
    return _FORBIDDEN.sub("\ufffd", text)
