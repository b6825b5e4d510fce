"""Regular expressions over paragraphs, which can neither crash nor hang the program.

The standard library's `re` cannot be interrupted. A pattern whose time may explode therefore runs
in a process of its own, which is ended when it takes too long.
"""

from __future__ import annotations

import multiprocessing
import re
import time
import warnings
from collections.abc import Sequence
from multiprocessing.connection import Connection

from makna.domain.errors import UserError
from makna.search.scan import Span

LONGEST_PATTERN = 2_000
_REPEAT = re.compile(r"[*+]|\{\d*,\d*\}|\{\d{3,}\}")
_ESCAPED_OR_CLASS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)


def compile_pattern(pattern: str, case_sensitive: bool = False) -> re.Pattern[str]:
    """The compiled pattern; `^` and `$` mean the ends of a paragraph.

    Raises UserError `bad_pattern` when it is not a regular expression.
    """
    if len(pattern) > LONGEST_PATTERN:
        raise UserError("bad_pattern", pattern=pattern[:40] + "…", reason="too long", position=0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return re.compile(pattern, 0 if case_sensitive else re.IGNORECASE)
    except re.error as problem:
        raise UserError(
            "bad_pattern", pattern=pattern, reason=problem.msg, position=(problem.pos or 0) + 1
        ) from problem
    except (OverflowError, RecursionError, MemoryError) as problem:
        raise UserError(
            "bad_pattern", pattern=pattern, reason=type(problem).__name__, position=1
        ) from problem


def find_all(
    texts: Sequence[str], pattern: str, case_sensitive: bool = False, timeout_s: float = 10.0
) -> list[list[Span]]:
    """The places of a pattern in each text; a place lies within one paragraph and is not empty.

    Raises UserError: `bad_pattern`, and `slow_pattern` after `timeout_s` seconds.
    """
    compiled = compile_pattern(pattern, case_sensitive)
    if is_tame(pattern):
        return _find_all(texts, compiled, time.monotonic() + timeout_s)
    return _find_all_apart(texts, compiled, timeout_s)


def is_tame(pattern: str) -> bool:
    """Whether a pattern surely takes a time near to the length of the text.

    So it is when nothing in it, or one thing outside any group, is repeated without a bound,
    and only a few things are optional or have alternatives.
    """
    bare = _ESCAPED_OR_CLASS.sub("x", pattern)
    if bare.count("?") > 8 or ("|" in bare and bare.count("(") > 8):
        return False
    repeats = len(_REPEAT.findall(bare))
    return repeats == 0 or (repeats == 1 and "(" not in bare)


def _find_all(
    texts: Sequence[str], compiled: re.Pattern[str], deadline: float = float("inf")
) -> list[list[Span]]:
    found: list[list[Span]] = []
    for text in texts:
        spans: list[Span] = []
        start = 0
        for paragraph in text.split("\n"):
            spans += [
                (start + hit.start(), start + hit.end())
                for hit in compiled.finditer(paragraph)
                if hit.end() > hit.start()
            ]
            start += len(paragraph) + 1
        found.append(spans)
        if time.monotonic() > deadline:
            raise UserError("slow_pattern", pattern=compiled.pattern)
    return found


def _find_all_apart(
    texts: Sequence[str], compiled: re.Pattern[str], timeout_s: float
) -> list[list[Span]]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    try:
        ours.send((list(texts), compiled))
        if not ours.poll(timeout_s):
            raise UserError("slow_pattern", pattern=compiled.pattern)
        found: list[list[Span]] = ours.recv()
        return found
    finally:
        ours.close()
        process.kill()
        process.join()
        process.close()


def _work(connection: Connection) -> None:
    texts, compiled = connection.recv()
    connection.send(_find_all(texts, compiled))
    connection.close()
