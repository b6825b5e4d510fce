"""Names of the steps in the history: English, Indonesian."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {}
