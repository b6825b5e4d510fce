"""What is done to every document after its own reader: speakers and the facts of the head."""

from __future__ import annotations

import re
from dataclasses import replace

from makna.domain.document import ParsedDocument
from makna.domain.turn_head import read_head
from makna.domain.turns import find_turns
from makna.formats import ReadOptions

_MACHINES = re.compile(
    r"(?:python-docx|openpyxl|apache poi|aspose.*|docx4j|pandoc|libreoffice|wps(?: office)?"
    r"|(?:ms |microsoft )?(?:office )?(?:windows|office|default|home|normal)? ?user(?: ?\d*)?"
    r"|user[- _]?(?:pc|\d+)|admin(?:istrator)?|owner|pc|laptop|computer|komputer|unknown|anonymous"
    r"|microsoft(?: office)?|windows(?: ?(?:xp|7|8|8\.1|10|11))?|ms[- ]?office"
    r"|acer|asus|axioo|dell|hp|hewlett-packard(?: company)?|lenovo|msi|samsung|sony|toshiba|zyrex"
    r"|macbook(?: (?:air|pro))?|compaq|huawei|author|penulis)",
    re.IGNORECASE,
)
"""What office programs put in as the author where nobody told them a name."""


def finished(document: ParsedDocument, options: ReadOptions) -> ParsedDocument:
    """The document with its turns and the facts of its head, unless they are not wanted.

    The day of a talk that its head names goes before the day on which the file was made.
    """
    if _MACHINES.fullmatch(document.author.strip()):
        # `(LENOVO, 2025)` would be printed as a reference.
        document = replace(document, author="")
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
