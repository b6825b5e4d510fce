"""What a comment says: codes, a line each, then an empty line, then what was thought.

The grammar by which comments go out and come back. Of a comment that somebody else wrote, lines
are codes while they read like codes; what follows is a memo.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from makna.domain.codetree import join_path, split_path
from makna.domain.errors import UserError

LONGEST_CODE = 60
"""Characters of a line from which on it is a sentence and no code."""
_SENTENCE = re.compile(r"[.?!…]$")
_PREFIX = re.compile(r"^(?:kode|code|codes|tema|theme|label)\s*[:=]\s*", re.IGNORECASE)
_BULLET = re.compile(r"^(?:[-–—•*#]+|\d{1,2}[.)])\s*")
Names = tuple[str, ...]
"""A path of codes, from the top down."""
Known = Callable[[Names], bool]
"""Whether the project has a code of this path, or one only of this single name."""


@dataclass(frozen=True)
class Grammar:
    """How comments are read."""

    new_codes: bool = False
    """Whether a short line that is no code of the project is one that is to be made."""
    several: bool = False
    """Whether `;` and `,` separate codes in a line, and `a: b, c` stands for a > b and a > c."""


@dataclass(frozen=True)
class Said:
    """A comment taken apart."""

    codes: tuple[Names, ...] = ()
    memo: str = ""


def written(codes: Sequence[Names], memo: str) -> tuple[str, ...]:
    """The lines of a comment: a path each, an empty line, the memo."""
    lines = [join_path(names) for names in codes]
    memo_lines = memo.strip().splitlines() if memo.strip() else []
    return (*lines, *([""] if lines and memo_lines else []), *memo_lines)


def fingerprint(lines: Iterable[str]) -> str:
    """The same for texts that differ in white space only; 32 hexadecimal digits."""
    kept = " ".join(" ".join(line.split()) for line in lines)
    return hashlib.sha256(" ".join(kept.split()).encode()).hexdigest()[:32]


def parse(text: str, known: Known, grammar: Grammar = Grammar()) -> Said:
    """Take a comment apart. A comment that holds no code is all memo."""
    lines = text.strip().split("\n")
    codes: list[Names] = []
    at = 0
    for line in lines:
        if not line.strip():
            break
        found = _codes(line, known, grammar)
        if not found:
            break
        codes += found
        at += 1
    memo = "\n".join(lines[at:]).strip()
    return Said(tuple(dict.fromkeys(codes)), memo)


def _codes(line: str, known: Known, grammar: Grammar) -> list[Names]:
    """The codes in a line; none if it reads like a sentence."""
    clean = _PREFIX.sub("", _BULLET.sub("", line.strip()))
    whole = _path(clean)
    if whole and known(whole):
        return [whole]
    pieces = _pieces(clean) if grammar.several else [clean]
    paths = [_path(piece) for piece in pieces]
    fitting = [path for path, piece in zip(paths, pieces, strict=True) if _fits(piece, path)]
    if not fitting or len(fitting) < len(pieces):
        return []
    certain = any(len(path) > 1 or known(path) for path in fitting)
    return fitting if certain or grammar.new_codes else []


def _fits(piece: str, path: Names) -> bool:
    if not path or len(path[-1]) > LONGEST_CODE or len(piece) > 2 * LONGEST_CODE:
        return False
    return not _SENTENCE.search(piece.strip()) and any(char.isalpha() for char in piece)


def _path(written_path: str) -> Names:
    try:
        return split_path(written_path)
    except UserError:
        return ()


def _pieces(line: str) -> list[str]:
    """`a: b, c; d` → `a > b`, `a > c`, `d`."""
    pieces: list[str] = []
    for part in line.split(";"):
        top, colon, rest = part.rpartition(":")
        prefix = " > ".join(name.strip() for name in top.split(":")) + " > " if colon else ""
        pieces += [prefix + name.strip() for name in rest.split(",") if name.strip()]
    return pieces
