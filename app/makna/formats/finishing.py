"""What is done to every document after its own reader: speakers and the facts of the head."""

from __future__ import annotations

from dataclasses import replace

from makna.domain.document import ParsedDocument
from makna.domain.turns import find_turns
from makna.formats import ReadOptions


def finished(document: ParsedDocument, options: ReadOptions) -> ParsedDocument:
    """The document with its turns, unless it has them or they are not wanted."""
    if not options.find_turns or document.turns:
        return document
    turns = find_turns(document.text, document.layout)
    return replace(document, turns=turns)
