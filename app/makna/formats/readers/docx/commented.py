"""A Word file read for its comments: what they say, and which of them are ours coming back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from makna.domain.comment_file import CommentedFile, FileComment
from makna.domain.comment_text import fingerprint
from makna.domain.errors import BadFile
from makna.formats.readers.docx.blocks import Blocks
from makna.formats.readers.docx.comments import threads
from makna.formats.readers.docx.names import BODY, COMMENT_END, COMMENT_START, ID, w
from makna.formats.readers.docx.package import Package
from makna.formats.readers.docx.story import Story
from makna.formats.xml import Element

OURS = ("_mkc_", "_mks_")
"""How the names of our bookmarks begin: around a comment, around a source."""
_MEMORY = "{urn:makna:comments:1}"
_START, _END, _NAME = w("bookmarkStart"), w("bookmarkEnd"), w("name")


def read_commented(data: bytes, name: str) -> CommentedFile:
    """Text, comments with replies, and what the file remembers of having gone out.

    Raises BadFile; of a file that is no Word file, `comments_no_word`.
    """
    if not data.startswith(b"PK"):
        raise BadFile("comments_no_word", name=name)
    try:
        return _read(Package(data, name))
    except RecursionError as error:
        raise BadFile("xml_too_deep", name=name, part="word/document.xml") from error


def _read(package: Package) -> CommentedFile:
    root = package.root()
    marks = _as_anchors(root)
    story = Story(package, root)
    body = root.find(BODY)
    assert body is not None  # `Package.root` looked
    Blocks(story).body(body)
    text, _, starts = story.collector.finish()
    comments: list[FileComment] = []
    adrift = 0
    for thread in threads(package):
        span = story.anchors.span(thread.id, starts, text)
        if span is None:
            adrift += 1
            continue
        begin, end = span
        replies = tuple(thread.replies)
        comments.append(
            FileComment(begin, end, thread.text, thread.author, thread.at, thread.resolved, replies)
        )
    places = {mark: story.anchors.span(mark, starts, text) for mark in marks}
    memory = _memory(package)
    sent = _sent(memory)
    found = CommentedFile(
        text,
        tuple(_marked(comments, {m: p for m, p in places.items() if p}, sent)),
        adrift,
        project=memory.get("project", "") if memory is not None else "",
        sources=_sources(memory, marks),
        pseudonyms=None if memory is None else memory.get("pseudonyms") == "1",
        sent=sent,
        marks=tuple(mark for mark in marks if mark.startswith(OURS[0])),
    )
    ordered = sorted(found.comments, key=lambda comment: (comment.start, comment.end))
    return replace(found, comments=tuple(ordered))


def _as_anchors(root: Element) -> list[str]:
    """Turn our bookmarks into what comments are anchored by, named like the bookmark.

    So the reader, which knows about deletions, cells and fields, finds their places, too.
    """
    names: dict[str, str] = {}
    for element in root.iter(_START, _END):
        key = element.get(ID, "")
        if element.tag == _START:
            name = element.get(_NAME, "")
            if not name.startswith(OURS):
                continue
            names[key] = name
            element.tag = COMMENT_START
        elif key in names:
            element.tag = COMMENT_END
        else:
            continue
        element.set(ID, names[key])
    return list(dict.fromkeys(names.values()))


def _marked(
    comments: Sequence[FileComment],
    places: Mapping[str, tuple[int, int]],
    sent: Mapping[str, str],
) -> list[FileComment]:
    """The comments, those that are ours with the name of the bookmark that lay around them.

    What still says the same as when it went out is found first, near its bookmark (LibreOffice
    moves the ends of ranges that overlap), then what lies exactly where a bookmark does.
    """
    result = list(comments)
    free = {mark: place for mark, place in places.items() if mark.startswith(OURS[0])}
    by_print: dict[str, list[str]] = {}
    for mark in free:
        by_print.setdefault(sent.get(mark, ""), []).append(mark)
    for index, comment in enumerate(result):
        alike = by_print.get(fingerprint(comment.text.split("\n")), [])
        mark = min(alike, key=lambda m: _distance(free[m], comment), default="")
        if mark and _distance(free[mark], comment) <= _NEAR:
            alike.remove(mark)
            del free[mark]
            result[index] = replace(comment, mark=mark)
    at = {place: mark for mark, place in free.items()}
    for index, comment in enumerate(result):
        if not comment.mark and (mark := at.pop((comment.start, comment.end), "")):
            result[index] = replace(comment, mark=mark)
    return result


_NEAR = 2_000
"""Characters between a comment and a bookmark that say the same, for both to be one."""


def _distance(place: tuple[int, int], comment: FileComment) -> int:
    return abs(place[0] - comment.start) + abs(place[1] - comment.end)


def _memory(package: Package) -> Element | None:
    """The custom XML part that went out with the file."""
    for relation in package.relations_of_main.values():
        if relation.kind != "customXml" or relation.external:
            continue
        if relation.target in package.archive:
            try:
                root = package.parse(relation.target)
            except BadFile:
                continue
            if root.tag == f"{_MEMORY}comments":
                return root
    return None


def _sent(memory: Element | None) -> dict[str, str]:
    rows = memory.iterchildren(f"{_MEMORY}comment") if memory is not None else ()
    return {row.get("mark", ""): row.get("text", "") for row in rows}


def _sources(memory: Element | None, marks: Sequence[str]) -> tuple[str, ...]:
    """GUIDs of the sources: as remembered, else from the bookmarks around them."""
    if memory is not None:
        return tuple(row.get("guid", "") for row in memory.iterchildren(f"{_MEMORY}source"))
    digits = [mark[len(OURS[1]) :] for mark in marks if mark.startswith(OURS[1])]
    cuts = (0, 8, 12, 16, 20, 32)
    return tuple(
        "-".join(each[a:b] for a, b in pairwise(cuts)) for each in digits if len(each) == 32
    )
