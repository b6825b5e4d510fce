"""What a hint says about the codings under the pointer."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from makna.ui.page.values import Mark

LONGEST_MEMO = 400
"""Characters of a memo that a hint shows."""


def hint(marks: Iterable[Mark]) -> str:
    """Names in bold, each with its coder and memo, as rich text; empty without marks."""
    parts = [_entry(mark) for mark in marks]
    return "".join(parts)


def _entry(mark: Mark) -> str:
    coder = f" · {escape(mark.coder)}" if mark.coder else ""
    memo = mark.memo.strip()
    if len(memo) > LONGEST_MEMO:
        memo = memo[:LONGEST_MEMO].rstrip() + "…"
    body = f"<br>{escape(memo)}".replace("\n", "<br>") if memo else ""
    return f"<p style='margin:2px 0'><b>{escape(mark.name)}</b>{coder}{body}</p>"
