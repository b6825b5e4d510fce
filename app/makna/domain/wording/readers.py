"""What readers warn about and why they skip a file: English, Indonesian."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {}
