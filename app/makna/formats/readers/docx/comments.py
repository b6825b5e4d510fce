"""Word comments: where they are anchored, what they and their replies say."""

from __future__ import annotations

from dataclasses import dataclass, field

from makna.domain.comment_file import Reply
from makna.domain.document import ParsedComment
from makna.formats.collector import Collector, Place
from makna.formats.readers.docx.names import (
    BREAK,
    COMMENT_END,
    COMMENT_REFERENCE,
    COMMENT_START,
    ID,
    W14_NS,
    W15_NS,
    P,
    R,
    T,
    w,
)
from makna.formats.readers.docx.package import Package
from makna.formats.xml import Element

ANCHORS = frozenset({COMMENT_START, COMMENT_END, COMMENT_REFERENCE})
_EDGES = "\n\t\u2028 \u00a0"
_PARA_ID = f"{{{W14_NS}}}paraId"
_SPOKEN = {w("tab"): "\t", BREAK: "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}


class Anchors:
    """Where comments start, end and are referred to, by their id, as the text is walked."""

    def __init__(self, collector: Collector) -> None:
        self._collector = collector
        self._starts: dict[str, Place] = {}
        self._ends: dict[str, Place] = {}
        self._points: dict[str, tuple[Place, Place]] = {}

    def note(self, element: Element) -> None:
        """Remember the place of a start, end or reference mark."""
        comment_id = element.get(ID, "")
        if element.tag == COMMENT_START:
            self._starts.setdefault(comment_id, self._collector.place)
        elif element.tag == COMMENT_END:
            self._ends[comment_id] = self._collector.place
        elif (piece := self._collector.last_piece()) is not None:
            self._points[comment_id] = piece

    def span(self, comment_id: str, starts: list[int], text: str) -> tuple[int, int] | None:
        """The characters that a comment is about, never none; None when it has no place.

        A comment without a range, or whose range was deleted, is about the words before its mark,
        and at the very start of a text about the first paragraph.
        """
        if comment_id in self._starts and comment_id in self._ends:
            # A mark after the last paragraph stands where its line feed would.
            start = min(_absolute(self._starts[comment_id], starts), len(text))
            end = min(_absolute(self._ends[comment_id], starts), len(text))
            while start < end and text[start] in _EDGES:
                start += 1
            while start < end and text[end - 1] in _EDGES:
                end -= 1
            if start < end:
                return start, end
        if comment_id in self._points:
            point_start, point_end = self._points[comment_id]
            return _absolute(point_start, starts), _absolute(point_end, starts)
        if comment_id in self._starts:
            start = len(text) - len(text.lstrip())
            return start, start + len(text[start:].partition("\n")[0])
        return None


def _absolute(place: Place, starts: list[int]) -> int:
    paragraph, offset = place
    return starts[paragraph] + offset


@dataclass
class Thread:
    """A comment with its replies."""

    id: str
    author: str
    at: str
    text: str
    resolved: bool = False
    replies: list[Reply] = field(default_factory=list)

    @property
    def said(self) -> str:
        """All that was said, replies with who gave them."""
        answers = (
            f"— {reply.author}: {reply.text}" if reply.author else f"— {reply.text}"
            for reply in self.replies
        )
        return "\n\n".join(part for part in (self.text, *answers) if part)


def read_comments(
    package: Package, anchors: Anchors, starts: list[int], text: str
) -> tuple[list[ParsedComment], int]:
    """The comments in the order of their places, and how many have no place."""
    comments, adrift = [], 0
    for thread in threads(package):
        span = anchors.span(thread.id, starts, text)
        if span is None:
            adrift += 1
            continue
        comments.append(
            ParsedComment(*span, thread.said, thread.author, thread.at, thread.resolved)
        )
    return sorted(comments, key=lambda comment: (comment.start, comment.end)), adrift


def threads(package: Package) -> list[Thread]:
    """The comments of the file in the order in which it lists them, each with its replies."""
    root = package.optional("comments")
    if root is None:
        return []
    extended = package.optional("commentsExtended")
    parents, resolved = _extended(extended)
    by_paragraph: dict[str, Thread] = {}
    """By the paragraph id of the comment, which replies refer to."""
    ordered: list[Thread] = []
    for index, element in enumerate(root.iterchildren(w("comment"))):
        key = _paragraph_id(element) or f"#{index}"
        thread = by_paragraph.get(parents.get(key, ""))
        author, at, said = element.get(w("author"), ""), element.get(w("date"), ""), _said(element)
        if thread is None:
            thread = Thread(element.get(ID, ""), author, at, said, key in resolved)
            ordered.append(thread)
        else:
            thread.replies.append(Reply(author, at, said))
        by_paragraph[key] = thread
    return ordered


def _extended(root: Element | None) -> tuple[dict[str, str], set[str]]:
    """Parent's paragraph id by that of the reply; ids of what is resolved."""
    parents: dict[str, str] = {}
    resolved: set[str] = set()
    for element in root if root is not None else ():
        own = element.get(f"{{{W15_NS}}}paraId", "")
        parent = element.get(f"{{{W15_NS}}}paraIdParent")
        if parent:
            parents[own] = parent
        if element.get(f"{{{W15_NS}}}done") in ("1", "true", "on"):
            resolved.add(own)
    return parents, resolved


def _paragraph_id(comment: Element) -> str:
    last = ""
    for paragraph in comment.iter(P):
        last = paragraph.get(_PARA_ID, last)
    return last


def _said(comment: Element) -> str:
    """The comment's own words, a line for each paragraph."""
    lines = []
    for paragraph in comment.iter(P):
        pieces = [
            node.text or "" if node.tag == T else _SPOKEN[node.tag]
            for node in paragraph.iter(T, *_SPOKEN)
            if (run := node.getparent()) is not None and run.tag == R  # tab stops are not tabs
        ]
        lines.append("".join(pieces))
    return "\n".join(lines).strip()
