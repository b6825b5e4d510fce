"""Regular expressions over paragraphs, which can neither crash nor hang the program.

By `regex` instead of the standard library's `re`: it can be given a time limit, lets other threads
run meanwhile, and knows the letters of all alphabets (`\\p{L}`).
"""

from __future__ import annotations

import re
import time
import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING

from makna.domain.errors import UserError
from makna.search.scan import Span

if TYPE_CHECKING:
    import regex

LONGEST_PATTERN = 2_000
LARGEST_PATTERN = 100_000
"""Pieces once counted repetitions are written out, as `regex` does at 280 bytes each (measured)."""
TIMEOUT_S = 10.0


def compile_pattern(pattern: str, case_sensitive: bool = False) -> regex.Pattern[str]:
    """The compiled pattern; `^` and `$` mean the ends of a paragraph.

    Raises UserError `bad_pattern` when it is not a regular expression.
    """
    # Not at the start of the program: most days nobody asks for a pattern.
    import regex

    if len(pattern) > LONGEST_PATTERN or _written_out(pattern) > LARGEST_PATTERN:
        raise UserError("bad_pattern", pattern=_short(pattern), reason=_TOO_LONG, position=1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return regex.compile(pattern, 0 if case_sensitive else regex.IGNORECASE)
    except regex.error as problem:
        reason = _reason(str(getattr(problem, "msg", problem)))
        position = int(getattr(problem, "pos", None) or 0) + 1
        raise UserError(
            "bad_pattern", pattern=pattern, reason=reason, position=position
        ) from problem
    except (OverflowError, RecursionError, MemoryError) as problem:
        raise UserError(
            "bad_pattern", pattern=_short(pattern), reason=_TOO_LONG, position=1
        ) from problem


_TOO_LONG = "reason.pattern_too_long"
_REASONS = (
    ("missing )", "bracket_open"),
    ("unbalanced parenthesis", "bracket_close"),
    ("unterminated character set", "set_open"),
    ("missing ]", "set_open"),
    ("expected }", "brace_open"),
    ("missing {}", "escape"),
    ("bad character range", "range"),
    ("multiple repeat", "repeated"),
    ("nothing to repeat", "nothing_to_repeat"),
    ("min repeat", "turned_round"),
    ("repeat count", "too_long"),
    ("bad escape", "escape"),
    ("bad hex escape", "escape"),
    ("incomplete escape", "escape"),
    ("undefined character name", "escape"),
    ("bad character in group name", "group_name"),
    ("missing group name", "group_name"),
    ("unknown group", "group"),
    ("invalid group reference", "group"),
    ("cannot refer to an open group", "group"),
    ("unknown property", "property"),
    ("bad inline flags", "flags"),
    ("unknown extension", "flags"),
)
"""How messages of `regex` begin (tried with 2026.11), and the phrases that say the same."""


def _reason(message: str) -> str:
    """The key of a phrase for what `regex` says in English only."""
    found = (name for start, name in _REASONS if message.startswith(start))
    return f"reason.pattern_{next(found, 'unclear')}"


def _short(pattern: str) -> str:
    return pattern if len(pattern) <= 40 else pattern[:40] + "…"


_PIECE = re.compile(
    r"(?P<open>\()|(?P<close>\))|\{(?P<times>\d+)(?:,\d*)?\}|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.",
    re.DOTALL,
)


def _written_out(pattern: str) -> int:
    """How many pieces the pattern has when `{n}` is written out n times; about."""
    groups, last = [0], 0
    for piece in _PIECE.finditer(pattern):
        if piece["open"]:
            groups.append(0)
            last = 0
        elif piece["close"] and len(groups) > 1:
            last = groups.pop()
            groups[-1] += last
        elif piece["times"]:
            more = last * (int(piece["times"]) - 1)
            groups[-1] += max(more, 0)
            last += max(more, 0)
        else:
            last = 1
            groups[-1] += 1
    return sum(groups)


def find_all(
    texts: Sequence[str],
    pattern: str,
    case_sensitive: bool = False,
    timeout_s: float | None = None,
) -> list[list[Span]]:
    """The places of a pattern in each text; a place lies within one paragraph and is not empty.

    Raises UserError: `bad_pattern`, and `slow_pattern` after `timeout_s` seconds (`TIMEOUT_S`).
    """
    compiled = compile_pattern(pattern, case_sensitive)
    deadline = time.monotonic() + (TIMEOUT_S if timeout_s is None else timeout_s)
    try:
        return [_find_in(text, compiled, deadline) for text in texts]
    except TimeoutError as problem:
        raise UserError("slow_pattern", pattern=pattern) from problem


def _find_in(text: str, compiled: regex.Pattern[str], deadline: float) -> list[Span]:
    """Raises TimeoutError."""
    found: list[Span] = []
    start = 0
    for paragraph in text.split("\n"):
        left_s = max(deadline - time.monotonic(), 0.001)
        found += [
            (start + hit.start(), start + hit.end())
            for hit in compiled.finditer(paragraph, timeout=left_s, concurrent=True)
            if hit.end() > hit.start()
        ]
        start += len(paragraph) + 1
    return found
