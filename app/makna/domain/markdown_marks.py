"""Memos are written in Markdown; a line of a list shows their words without the marks."""

from __future__ import annotations

import re

_LINE = re.compile(r"(?m)^[ \t]*(?:#{1,6}|>|[-+*]|\d{1,3}[.)])[ \t]+")
_LINK = re.compile(r"\[([^\]\n]*)\]\([^)\n]*\)")
_AROUND = re.compile(r"(?<![\w*_])(?:\*{1,3}|_{1,3})(?=\S)|(?<=\S)(?:\*{1,3}|_{1,3})(?![\w*_])|`+")


_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3}|~~|`+)")


def marked(text: str) -> bool:
    """Whether a text holds what may be marks of an emphasis."""
    return _EMPHASIS.search(text) is not None


def split_at_marks(text: str) -> list[str]:
    """The text cut around each mark of an emphasis: words, mark, words, …, words."""
    return _EMPHASIS.split(text)


def without_marks(text: str) -> str:
    """The words of a piece of Markdown, also of one that begins or ends inside an emphasis."""
    return _AROUND.sub("", _LINK.sub(r"\1", _LINE.sub("", text)))
