"""The time as rows keep it."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """The time as it is stored: UTC, ISO 8601, seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def now_precise() -> str:
    """As `now`, to the millisecond: for what search compares to see that a memo changed."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
