"""Headings and labels of the documents that are written: English, Indonesian."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {}
