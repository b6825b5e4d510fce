"""One filtered pass over a part that finds, and reads, the paragraphs made of plain runs.

Most paragraphs of an interview hold runs with text and nothing else. libxml2 filters for the few
tags that matter there, so that no Python objects are made of fonts, sizes and revision marks: that
halves the time of an ordinary file. All other paragraphs are walked element by element.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from makna.domain.document import SOFT_BREAK
from makna.formats.readers.docx.names import BREAK, TEXT_BOX, TYPE, VAL, XML_SPACE, P, R, T, w
from makna.formats.readers.docx.styles import LOOK_TAGS, OFF
from makna.formats.xml import Element

CHARACTERS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("cr"): SOFT_BREAK,
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad",
}
"""Elements of a run that are one character."""
PROPERTIES = (w("pStyle"), w("numPr"), w("outlineLvl"))
"""Properties by which a paragraph is more than body text."""
_PLAIN = (P, R, T, *LOOK_TAGS, BREAK, *CHARACTERS, *PROPERTIES)

Piece = tuple[str, int, int]
"""Text, which looks its run sets, and to what."""


@dataclass
class Survey:
    """What a pass over a part found."""

    plain: dict[Element, list[Piece]] = field(default_factory=dict)
    """Contents by paragraph; of no meaning for those in `intricate`."""
    intricate: set[Element] = field(default_factory=set)
    """Paragraphs that hold more than plain runs, or stand inside one that does."""
    dressed: set[Element] = field(default_factory=set)
    """Paragraphs that name a style, a list or an outline level."""


def survey(part: Element, intricate: tuple[str, ...]) -> Survey:
    """Read the plain paragraphs of a part; those with one of the tags `intricate` are not plain."""
    found = Survey()
    pieces: list[Piece] = []
    mask = value = 0
    in_run = False
    for node in part.iter(*_PLAIN, *intricate):
        tag = node.tag
        if tag == T:
            if in_run and (text := node.text):
                pieces.append((trimmed(node, text) if "\n" in text else text, mask, value))
        elif tag == R:
            in_run, mask, value = True, 0, 0
        elif (bit := LOOK_TAGS.get(tag)) is not None:
            mask |= bit
            if node.get(VAL) not in OFF:
                value |= bit
        elif tag == P:
            pieces = found.plain[node] = []
            in_run = False
        elif in_run and (character := CHARACTERS.get(tag)) is not None:
            pieces.append((character, mask, value))
        elif in_run and tag == BREAK and node.get(TYPE) not in ("page", "column"):
            pieces.append((SOFT_BREAK, mask, value))
        elif tag in PROPERTIES:
            _add_owner(node, found.dressed)
        elif tag not in CHARACTERS:  # tab stops
            found.intricate.update(node.iterancestors(P))
            if tag == TEXT_BOX:  # what follows the box would be taken for its last paragraph's
                found.intricate.update(node.iter(P))
    return found


def trimmed(element: Element, text: str) -> str:
    """Text whose line ends come from somebody's pretty printer, unless it asks to keep them.

    Plain spaces at the edges stay although Word drops them without `xml:space`: a space too many
    is better than two words in one.
    """
    return text if element.get(XML_SPACE) == "preserve" else " ".join(text.split("\n")).strip()


def _add_owner(node: Element, owners: set[Element]) -> None:
    """Add the paragraph whose property this is."""
    properties = node.getparent()
    owner = properties.getparent() if properties is not None else None
    if owner is not None:
        owners.add(owner)
