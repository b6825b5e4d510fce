"""What a refresh does with each control of a chapter: a comparison of three versions.

The project has a version now (`Wanted`), the author's file has one (`Seen`), and a record in the
file says what was written last (`Written`). Only where the project's has changed and the author's
has not is anything written over.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Action(StrEnum):
    KEEP = "keep"
    REPLACE = "replace"
    """The project's version has changed; the author's is as it was written."""
    TELL = "tell"
    """Both have changed: the author's stays, a comment shows the project's."""
    LOST = "lost"
    """The chapter no longer has it: a comment says so."""
    ADD = "add"
    """New in the chapter."""


@dataclass(frozen=True)
class Written:
    """What the record says of a tag. The hashes are of the project's version (`source`), and of
    what stood in the file afterwards with its looks (`looks`) and without them (`text`)."""

    tag: str
    source: str
    looks: str
    text: str
    styles: tuple[str, ...] = ()
    """Our names of the paragraphs' styles."""
    told: str = ""
    """The version that a comment has shown, or `lost`."""


@dataclass(frozen=True)
class Seen:
    """A control in the author's file. A tag can occur several times: controls are copied."""

    tag: str
    looks: str
    text: str
    inline: bool
    solid: bool = True
    """Can be given other content."""
    blank: bool = False
    """Emptied, or deleted with the deletion yet to be accepted."""


@dataclass(frozen=True)
class Wanted:
    """A control of the chapter as the project has it now."""

    tag: str
    source: str
    text: str
    inline: bool


@dataclass(frozen=True)
class Decision:
    action: Action
    tag: str
    place: int = -1
    """Index of the control in the author's file; -1 for what is added."""
    edited: bool = False
    """The author's version is not what was written."""
    adopt: bool = False
    """The author's version says what the project's says: from now on it counts as written."""


def decide(
    seen: Sequence[Seen], wanted: Iterable[Wanted], written: Mapping[str, Written]
) -> list[Decision]:
    """What to do with every control in the file, in its order, and then with what is new.

    A control that was written once and is gone was deleted by the author, and stays away.
    """
    chapter = {each.tag: each for each in wanted}
    here = {each.tag for each in seen}
    decided = [
        _decide(place, each, chapter.get(each.tag), written.get(each.tag))
        for place, each in enumerate(seen)
    ]
    new = [tag for tag in chapter if tag not in here and tag not in written]
    return [*decided, *(Decision(Action.ADD, tag) for tag in new)]


def _decide(place: int, seen: Seen, now: Wanted | None, before: Written | None) -> Decision:
    edited = seen.blank or before is None or seen.looks != before.looks
    if now is None:
        told = seen.blank or (before is not None and before.told == LOST)
        return Decision(Action.KEEP if told else Action.LOST, seen.tag, place, edited)
    if before is not None and now.source == before.source:
        return Decision(Action.KEEP, seen.tag, place, edited)
    if now.text == seen.text and now.inline == seen.inline and (edited or before is None):
        return Decision(Action.KEEP, seen.tag, place, adopt=True)
    if not edited and seen.solid and (now.inline or not seen.inline):
        return Decision(Action.REPLACE, seen.tag, place)
    if seen.blank or (before is not None and before.told == now.source):
        return Decision(Action.KEEP, seen.tag, place, edited)
    return Decision(Action.TELL, seen.tag, place, edited)


LOST = "lost"
"""`Written.told` of a control about which a comment says that the chapter no longer has it."""
