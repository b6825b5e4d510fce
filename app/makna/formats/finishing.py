"""What is done to every document after its own reader: speakers and the facts of the head."""

from __future__ import annotations

from dataclasses import replace

from makna.domain.document import ParsedDocument
from makna.domain.turn_head import read_head
from makna.domain.turns import find_turns
from makna.formats import ReadOptions


def finished(document: ParsedDocument, options: ReadOptions) -> ParsedDocument:
    """The document with its turns and the facts of its head, unless they are not wanted.

    The day of a talk that its head names goes before the day on which the file was made.
    """
    if not options.find_turns:
        return document
    turns = document.turns or find_turns(document.text, document.layout)
    head = read_head(document.text, document.layout, turns)
    return replace(
        document,
        turns=turns,
        date=head.date or document.date,
        place=head.place or document.place,
        facts=head.facts or document.facts,
    )
