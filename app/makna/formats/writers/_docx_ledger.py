"""What the text of a Word document asks of its other parts, and the numbers it has used up."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Media:
    """A picture as a part of the package."""

    name: str
    """Member below `word/`."""
    key: str
    """Relationship id."""
    data: bytes


@dataclass
class Ledger:
    """Collects while the text is written; every number is given once.

    Where text is added to a file that exists, the counters begin with the highest that it uses,
    and `prefix` keeps relationship ids and file names apart.
    """

    prefix: str = "rIdMakna"
    bookmarks: int = 0
    controls: int = 0
    drawings: int = 0
    notes_before: int = 0
    """Highest `w:id` of a footnote in use."""
    bullets: int = 1
    """`w:numId` of the bullets; those of numbered lists follow it."""
    links: dict[str, str] = field(default_factory=dict)
    """Relationship id by address."""
    media: dict[str, Media] = field(default_factory=dict)
    """By SHA-256: a picture that is shown twice is stored once."""
    notes: list[str] = field(default_factory=list)
    """The `w:footnote` elements."""
    lists: list[tuple[int, int]] = field(default_factory=list)
    """Level and first number of every numbered list."""

    def bookmark(self) -> int:
        self.bookmarks += 1
        return self.bookmarks

    def control(self) -> int:
        """The `w:id` of a content control: positive, or Word gives it another."""
        self.controls += 1
        return self.controls

    def drawing(self) -> int:
        self.drawings += 1
        return self.drawings

    def link(self, address: str) -> str:
        """The relationship id of an address."""
        return self.links.setdefault(address, f"{self.prefix}Link{len(self.links) + 1}")

    def picture(self, data: bytes, suffix: str) -> str:
        """The relationship id of a picture."""
        digest = hashlib.sha256(data).hexdigest()
        if digest not in self.media:
            name = f"media/makna-{digest[:16]}{suffix}"
            self.media[digest] = Media(name, f"{self.prefix}Picture{len(self.media) + 1}", data)
        return self.media[digest].key

    def next_note(self) -> int:
        """The `w:id` of the footnote that is added to `notes` next."""
        return self.notes_before + len(self.notes) + 1

    def numbered(self, level: int, first: int) -> int:
        """The `w:numId` of a new list."""
        self.lists.append((level, first))
        return self.bullets + len(self.lists)
