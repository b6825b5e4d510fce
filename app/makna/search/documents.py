"""What goes into the index and what comes out of building it; needs no Whoosh."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Document:
    """A text to be indexed: `key` such as "source:12"; `language` is "id", "en" or "" (unknown)."""

    key: str
    version: int
    language: str
    text: str


@dataclass(frozen=True)
class Segment:
    """A finished part of the index: its files by name, to be handed to `SearchIndex.add`."""

    name: str
    paragraphs: int
    words: int
    files: tuple[tuple[str, bytes], ...]
