"""A Word file with comments, as it is read for taking them in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Reply:
    author: str
    at: str
    text: str


@dataclass(frozen=True)
class FileComment:
    """A comment on [start, end) of the file's text, with the replies to it."""

    start: int
    end: int
    text: str
    author: str = ""
    at: str = ""
    """ISO 8601, as the file has it."""
    resolved: bool = False
    replies: tuple[Reply, ...] = ()
    mark: str = ""
    """Name of the bookmark that we put around it when it went out; empty for anybody else's."""


@dataclass(frozen=True)
class CommentedFile:
    text: str
    comments: tuple[FileComment, ...]
    """In order of place."""
    adrift: int = 0
    """Comments that stand nowhere in the text."""
    project: str = ""
    """GUID of the project from which the file went out; empty when it is not one of ours."""
    sources: tuple[str, ...] = ()
    """GUIDs of the sources in it, in order."""
    pseudonyms: bool | None = None
    """Whether it went out with pseudonyms; None when the file does not say."""
    sent: Mapping[str, str] = field(default_factory=dict)
    """By bookmark: the fingerprint of what the comment said when it went out."""
    marks: tuple[str, ...] = ()
    """Bookmarks of ours that are still in the file."""
