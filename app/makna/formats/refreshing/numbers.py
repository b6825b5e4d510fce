"""Identifiers that must occur once in a file, and lists that must exist in it."""

from __future__ import annotations

import zlib

from makna.formats.refreshing.parts import WordFile
from makna.formats.refreshing.rawxml import Node

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Identifiers:
    """Hands out ids that no part of the author's file uses. The same file gives the same ids."""

    def __init__(self, roots: list[Node]) -> None:
        self._last = {"bookmark": 0, "drawing": 0, "comment": -1, "note": 0}
        self._controls: set[int] = set()
        self.bookmarks: list[tuple[str, Node]] = []
        """Name and element of every bookmark."""
        for root in roots:
            for node in root.walk():
                self._note(node)

    def next(self, kind: str) -> int:
        """The next `bookmark`, `drawing`, `comment` or `note`."""
        self._last[kind] += 1
        return self._last[kind]

    def control(self, tag: str) -> int:
        key = zlib.crc32(tag.encode()) & 0x3FFFFFFF or 1
        while key in self._controls:
            key += 1
        self._controls.add(key)
        return key

    def _note(self, node: Node) -> None:
        local = node.local
        if local in ("bookmarkStart", "bookmarkEnd"):
            self._raise("bookmark", node.get("id"))
            if local == "bookmarkStart":
                self.bookmarks.append((node.get("name"), node))
        elif local == "docPr":
            self._raise("drawing", node.get("id", ""))
        elif local in ("comment", "commentReference", "commentRangeStart"):
            self._raise("comment", node.get("id"))
        elif local in ("footnote", "footnoteReference"):
            self._raise("note", node.get("id"))
        elif local == "sdtPr":
            key = node.child("id")
            if key is not None and key.get("val").lstrip("-").isdigit():
                self._controls.add(int(key.get("val")))

    def _raise(self, kind: str, value: str) -> None:
        if value.isdigit():
            self._last[kind] = max(self._last[kind], int(value))


class Lists:
    """The lists that a file defines."""

    def __init__(self, file: WordFile) -> None:
        part = file.optional("numbering")
        root = file.root(part) if part else None
        nodes = root.children if root else []
        abstract = {n.get("abstractNumId"): _formats(n) for n in nodes if n.named("abstractNum")}
        self._formats: dict[str, dict[str, str]] = {}
        self._starts: dict[str, int] = {}
        for node in nodes:
            link = node.child("abstractNumId") if node.named("num") else None
            if link is not None:
                self._formats[node.get("numId")] = abstract.get(link.get("val"), {})
                starts = [int(s.get("val") or 1) for s in node.each("startOverride")]
                self._starts[node.get("numId")] = starts[0] if starts else 1

    def format(self, key: str, level: str) -> str:
        """`bullet`, `decimal` …; empty for an unknown list."""
        return self._formats.get(key, {}).get(level, "")

    def bullets(self, level: str) -> str:
        """A list with bullets at a level; or empty."""
        keys = (key for key, formats in self._formats.items() if formats.get(level) == "bullet")
        return next(keys, "")

    def start(self, key: str) -> int:
        return self._starts.get(key, 1)


def counted(number: int, kind: str) -> str:
    """A number as a list writes it: 3, c or iii."""
    if kind == "lowerLetter" and 1 <= number <= 26:
        return f"{_LETTERS[number - 1]}."
    if kind == "lowerRoman" and 1 <= number < 40:
        left, text = number, ""
        for value, sign in _ROMAN:
            while left >= value:
                left, text = left - value, text + sign
        return f"{text}."
    return f"{number}."


def _formats(abstract: Node) -> dict[str, str]:
    found = {}
    for level in abstract.children:
        kind = level.child("numFmt") if level.named("lvl") else None
        if kind is not None:
            found[level.get("ilvl")] = kind.get("val")
    return found
