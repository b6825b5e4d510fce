"""RTF cut into control words, symbols, braces and text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    rb"\\'([0-9a-fA-F]{2})"
    rb"|\\([a-zA-Z]{1,40})(-?\d{1,10})? ?"
    rb"|\\([^a-zA-Z])"
    rb"|([{}])"
    rb"|[\r\n\x00]+"
    rb"|([^\\{}\r\n\x00]+)",
    re.S,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One piece; exactly one of `word`, `symbol`, `text` says what it is."""

    end: int
    """Position after it in the file."""
    word: str = ""
    """A control word without its backslash."""
    number: int | None = None
    """The number after a control word."""
    symbol: str = ""
    """A brace, or the character of a control symbol after a backslash: `\\{` for `\\{`."""
    text: bytes = b""
    is_hex: bool = False
    """Whether the text was one byte written as `\\'xx`."""


def tokens(data: bytes, start: int, end: int) -> Iterator[Token]:
    """The pieces of [start, end); the bytes that `\\bin` announces come as one text."""
    at = start
    while at < end:
        found = _TOKEN.match(data, at, end)
        if found is None:  # a backslash at the very end
            return
        at = found.end()
        kind = found.lastindex
        if kind == 6:
            yield Token(at, text=found[6])
        elif kind in (2, 3):
            word, number = found[2].decode(), int(found[3]) if found[3] else None
            if word == "bin" and number and number > 0:
                stop = min(at + number, end)
                yield Token(stop, text=data[at:stop])
                at = stop
            else:
                yield Token(at, word=word, number=number)
        elif kind == 5:
            yield Token(at, symbol=found[5].decode())
        elif kind == 1:
            yield Token(at, text=bytes((int(found[1], 16),)), is_hex=True)
        elif kind == 4:
            yield Token(at, symbol="\\" + found[4].decode("latin-1"))


def group_end(data: bytes, start: int, end: int) -> int:
    """Where the group that is open at `start` ends: the position of its closing brace."""
    depth = 0
    for token in tokens(data, start, end):
        if token.symbol == "{":
            depth += 1
        elif token.symbol == "}":
            if not depth:
                return token.end - 1
            depth -= 1
    return end


def unhexed(data: bytes) -> bytes:
    """The bytes of a picture, which may be written as hexadecimal digits."""
    packed = re.sub(rb"\s", b"", data)
    if not re.fullmatch(rb"[0-9a-fA-F]*", packed):
        return data
    return bytes.fromhex(packed[: len(packed) // 2 * 2].decode())
