"""A chapter in a Word file: its controls with their words, ready to be compared."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from makna.domain.refreshing import Seen, Wanted
from makna.formats.refreshing.notes import notes_of
from makna.formats.refreshing.parts import OFFICE, Relation, WordFile
from makna.formats.refreshing.rawxml import Node
from makna.formats.refreshing.regions import Region, find_regions
from makna.formats.refreshing.words import Words, read_words

_EDGES = (f"{OFFICE}header", f"{OFFICE}footer")


@dataclass(frozen=True, eq=False)
class Control:
    """A control of Makna in a file."""

    part: str
    region: Region
    words: Words

    @property
    def tag(self) -> str:
        return self.region.tag

    @property
    def source(self) -> str:
        """Hash of all that can differ between two versions of the project."""
        kind = "line" if self.region.inline else "block"
        return hashlib.sha256(f"{kind} {self.words.detail}".encode()).hexdigest()[:32]

    @property
    def blank(self) -> bool:
        """Emptied, or crossed out with a deletion that is yet to be accepted."""
        return not self.words.text or _is_placeholder(self.region.control)

    @property
    def has_notes(self) -> bool:
        return any(True for n in self.region.content for _ in n.each("footnoteReference"))

    def seen(self, *, fits: bool = True) -> Seen:
        """`fits`: whether what the chapter has now can stand in this place."""
        return Seen(
            self.tag,
            self.words.looks_hash,
            self.words.text_hash,
            self.region.inline,
            solid=fits and self.region.solid and not self.words.tracked,
            blank=self.blank,
        )

    def wanted(self) -> Wanted:
        return Wanted(self.tag, self.source, self.words.text_hash, self.region.inline)


def controls(file: WordFile, tags: Iterable[str] = ()) -> list[Control]:
    """All controls in the text and its notes. `tags`: see `find_regions`."""
    notes, known = notes_of(file), tuple(tags)
    found: list[Control] = []
    for part in story_parts(file):
        leads_to = partial(_leads_to, file, file.relations(part))
        regions = find_regions(file.root(part), known)
        found += [Control(part, r, read_words(r.content, notes, leads_to)) for r in regions]
    return found


def story_parts(file: WordFile) -> Iterator[str]:
    """The parts in which controls are looked for: the text, its notes, headers and footers."""
    yield file.main
    for kind in ("footnotes", "endnotes"):
        if part := file.optional(kind):
            yield part
    relations = file.relations(file.main).values()
    edges = (r.target for r in relations if r.kind in _EDGES and not r.external)
    yield from dict.fromkeys(part for part in edges if part in file)


def _is_placeholder(control: Node | None) -> bool:
    properties = control.child("sdtPr") if control else None
    return properties is not None and properties.child("showingPlcHdr") is not None


def _leads_to(file: WordFile, relations: Mapping[str, Relation], key: str) -> str:
    """What a relationship shows, in a form that is the same in another file."""
    relation = relations.get(key)
    if relation is None or relation.external:
        return relation.target if relation else ""
    if relation.target not in file:
        return ""
    return hashlib.sha256(file.data(relation.target)).hexdigest()
