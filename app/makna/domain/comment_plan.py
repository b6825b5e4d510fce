"""What taking in the comments of a file will do, comment by comment, before anything is done."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from makna.domain.comment_file import CommentedFile, FileComment, Reply
from makna.domain.comment_match import How
from makna.domain.comment_text import Names, Said
from makna.domain.model import CodeId, CodingId, MemoId, SourceId

RESOLVED = "✓ "
"""Before the title of a memo whose comment was marked as done in Word."""


class State(StrEnum):
    """How a comment stands to what the project knows."""

    NEW = "new"
    UNCHANGED = "unchanged"
    """It went out so and came back so."""
    CHANGED = "changed"
    """It went out, and says something else now."""
    ANSWERED = "answered"
    """It is known; replies or the mark that it is done are new."""
    KNOWN = "known"
    """It was taken in before."""
    DELETED = "deleted"
    """It went out and is no longer in the file."""


class Action(StrEnum):
    CODE = "code"
    MEMO = "memo"
    NOTHING = "nothing"


@dataclass(frozen=True)
class PlannedCode:
    names: Names
    id: CodeId | None = None
    """None for a code that is to be made."""


@dataclass(frozen=True)
class Planned:
    """One comment and what becomes of it."""

    state: State
    action: Action
    choices: tuple[Action, ...]
    """What can become of it; the first is not always the proposed one."""
    source: SourceId
    start: int
    end: int
    quoted: str
    """The words of the source at [start, end)."""
    how: How
    author: str
    at: str
    text: str
    origin: str
    """Recognises it when the file comes again, changed or not."""
    replies: tuple[Reply, ...] = ()
    """Those that are new."""
    resolved: bool = False
    codes: tuple[PlannedCode, ...] = ()
    """What it is coded with when the action is to code."""
    memo: str = ""
    """What it says besides codes."""
    removed: tuple[tuple[CodingId, Names], ...] = ()
    """Codings that the file no longer says; they go only when that is asked for."""
    existing: MemoId | None = None
    """The memo that was made of it before."""

    def becoming(self, action: Action) -> Planned:
        """The same with another action, if that is one of its choices."""
        return replace(self, action=action) if action in self.choices else self


@dataclass(frozen=True)
class PlannedEdit:
    """The file reads `new` where [start, end) of the source reads `old`."""

    source: SourceId
    start: int
    end: int
    old: str
    new: str


@dataclass(frozen=True)
class Plan:
    file: str
    comments: tuple[Planned, ...]
    edits: tuple[PlannedEdit, ...] = ()
    adrift: int = 0
    """Comments that stand nowhere in the file's text."""
    versions: Mapping[SourceId, int] = field(default_factory=dict)
    """Of the texts that were compared."""

    def count(self, action: Action) -> int:
        return sum(comment.action is action for comment in self.comments)

    @property
    def acting(self) -> int:
        """How many comments will change something."""
        return sum(comment.action is not Action.NOTHING for comment in self.comments)

    @property
    def removable(self) -> int:
        return sum(len(comment.removed) for comment in self.comments)

    def with_action(self, index: int, action: Action) -> Plan:
        comments = list(self.comments)
        comments[index] = comments[index].becoming(action)
        return replace(self, comments=tuple(comments))


def identities(file: CommentedFile) -> list[str]:
    """What recognises each comment in every version of a file; 16 digits each, in order.

    Who said what when about which words; Word keeps minutes only, and ids change at every saving.
    Programs write the time with and without a zone and fractions; its first 19 characters stay.
    Of several that are the same in all that the first, the second … are told apart.
    """
    counted: Counter[str] = Counter()
    found = []
    for comment in file.comments:
        words = " ".join(file.text[comment.start : comment.end].split())
        said = " ".join(comment.text.split())
        key = _digest(comment.author, comment.at[:19], said, words)
        counted[key] += 1
        found.append(_digest(key, str(counted[key]))[:16])
    return found


def content(comment: FileComment) -> str:
    """The same as long as no reply comes and it is not marked as done; 16 digits."""
    answers = [part for reply in comment.replies for part in (reply.author, reply.text)]
    return _digest(*answers, str(comment.resolved))[:16]


def answer(reply: Reply) -> str:
    """A reply as a paragraph of a memo."""
    return f"— {reply.author}: {reply.text}" if reply.author else f"— {reply.text}"


def memo_body(said: str, replies: tuple[Reply, ...]) -> str:
    return "\n\n".join(part for part in (said.strip(), *map(answer, replies)) if part)


def choices(said: Said, possible: Said) -> tuple[Action, ...]:
    """What a new comment can become: codes only if it can be read as such."""
    coding = (Action.CODE,) if said.codes or possible.codes else ()
    return (*coding, Action.MEMO, Action.NOTHING)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
