"""Tags of the content controls by which a chapter that the author is writing stays refreshable.

A tag names what stands in the control: `makna:q:<section>:<passage>` a quotation with its
reference, `makna:h:<section>` a heading, `makna:i:<section>` an introduction, `makna:c:<section>` a
closing, `makna:t:<name>` a table. GUIDs are shortened to 22 characters, because Word refuses tags
of more than 64.
"""

from __future__ import annotations

import base64
import uuid
from dataclasses import dataclass
from enum import StrEnum

LONGEST = 64
"""Characters that Word takes as a tag (ECMA-376 part 1, 17.5.2.42 and Word's own limit)."""


class Part(StrEnum):
    QUOTATION = "q"
    HEADING = "h"
    INTRODUCTION = "i"
    CLOSING = "c"
    TABLE = "t"


@dataclass(frozen=True)
class ControlTag:
    """What a control holds; `section` is a code's GUID, `passage` a passage's."""

    part: Part
    section: str
    passage: str = ""

    def text(self) -> str:
        names = [short(self.section)] + ([short(self.passage)] if self.passage else [])
        return ":".join(("makna", self.part.value, *names))

    @classmethod
    def parse(cls, tag: str) -> ControlTag | None:
        """The tag read back; None when it is not one of ours."""
        parts = tag.split(":")
        if len(parts) not in (3, 4) or parts[0] != "makna" or parts[1] not in set(Part):
            return None
        try:
            guids = [long(name) for name in parts[2:]]
        except ValueError:
            return None
        return cls(Part(parts[1]), *guids)


def short(guid: str) -> str:
    """22 characters for a GUID; what is no GUID (the name of a table) stays as it is."""
    try:
        return base64.urlsafe_b64encode(uuid.UUID(guid).bytes).decode().rstrip("=")
    except ValueError:
        return guid


def long(name: str) -> str:
    """The inverse of `short`. Raises ValueError for what is neither a GUID nor a plain name."""
    if len(name) == 22:
        return str(uuid.UUID(bytes=base64.urlsafe_b64decode(name + "==")))
    if not name.isascii() or not name.replace("-", "").replace("_", "").isalnum():
        raise ValueError(name)
    return name
