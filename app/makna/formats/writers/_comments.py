"""Puts comments into a Word file that a writer has just made.

The report carries marks, each a span of its own: `start(7)` and `end(7)` around what comment 7 is
about, `opens("name")` and `closes("name")` around what a hidden bookmark keeps together. Here they
become the elements of Word, and the parts that comments need are added, all as strings: python-docx
has no replies, no ranges inside a run, and takes minutes for thousands of comments.
Facts: ECMA-376 part 1, 17.13.4 (comments) and 17.13.6 (bookmarks); [MS-DOCX] 2.5.1 (commentEx).
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from makna.domain.report import Span
from makna.domain.wording import Language
from makna.formats.writers._ooxml import Runs, attribute

NAMESPACE = "urn:makna:comments:1"
"""Of the custom XML part that remembers what went out."""
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_MICROSOFT = "http://schemas.microsoft.com/office/2011/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MARK = re.compile(
    r"<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t[^>]*>\ue000([seoc])(\w+)\ue001</w:t></w:r>"
)
_FIRST_BOOKMARK = 1_000_000
"""Ids of bookmarks begin far above those that the writer gave."""
_STYLES = {
    "CommentReference": (
        '<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation'
        ' reference"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:rPr>'
        '<w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>'
    ),
    "CommentText": (
        '<w:style w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/>'
        '<w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/><w:pPr>'
        '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr>'
        '<w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>'
    ),
}


@dataclass(frozen=True)
class WordComment:
    """A comment as it goes out; its place in the list is its id."""

    author: str
    at: str
    """Local time, ISO 8601 with seconds, as Word shows it."""
    lines: tuple[str, ...]
    mark: str
    """Name of the hidden bookmark around it: letters, digits and `_`, at most 40."""


def start(comment: int) -> Span:
    """Marks where the words begin that the comment is about."""
    return Span(f"\ue000s{comment}\ue001")


def end(comment: int) -> Span:
    return Span(f"\ue000e{comment}\ue001")


def opens(bookmark: str) -> Span:
    """Marks where a hidden bookmark begins."""
    return Span(f"\ue000o{bookmark}\ue001")


def closes(bookmark: str) -> Span:
    return Span(f"\ue000c{bookmark}\ue001")


def add_comments(
    made: Path, target: Path, comments: Sequence[WordComment], memory: str, language: Language
) -> None:
    """Write `target`: the Word file `made` with these comments; `memory` is custom XML."""
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            data = old.read(info)
            change = _CHANGES.get(info.filename)
            if info.filename == "word/document.xml":
                data = _placed(data.decode(), comments).encode()
            elif change is not None:
                data = change(data.decode()).encode()
            new.writestr(info.filename, data)
        for name, xml in _parts(comments, memory, language).items():
            new.writestr(name, xml)


def _placed(document: str, comments: Sequence[WordComment]) -> str:
    bookmarks: dict[str, int] = {}

    def bookmark(name: str) -> int:
        return bookmarks.setdefault(name, _FIRST_BOOKMARK + len(bookmarks))

    def element(match: re.Match[str]) -> str:
        kind, name = match[1], match[2]
        if kind == "o":
            return f'<w:bookmarkStart w:id="{bookmark(name)}" w:name="{name}"/>'
        if kind == "c":
            return f'<w:bookmarkEnd w:id="{bookmark(name)}"/>'
        mark = comments[int(name)].mark
        if kind == "s":
            return (
                f'<w:bookmarkStart w:id="{bookmark(mark)}" w:name="{mark}"/>'
                f'<w:commentRangeStart w:id="{name}"/>'
            )
        return (
            f'<w:commentRangeEnd w:id="{name}"/><w:bookmarkEnd w:id="{bookmark(mark)}"/>'
            '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'
            f'<w:commentReference w:id="{name}"/></w:r>'
        )

    return _MARK.sub(element, document)


def _parts(comments: Sequence[WordComment], memory: str, language: Language) -> dict[str, str]:
    authors = list(dict.fromkeys(comment.author for comment in comments))
    return {
        "word/comments.xml": _comments_xml(comments, language),
        "word/commentsExtended.xml": _extended_xml(comments),
        "word/people.xml": _people_xml(authors),
        "customXml/item9.xml": _HEAD + memory,
        "customXml/itemProps9.xml": (
            f'{_HEAD}<ds:datastoreItem ds:itemID="{{6B1D5A52-9C36-4E0B-8E7C-2C1D33C0A7E9}}"'
            f' xmlns:ds="{_OFFICE}/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/>'
            "</ds:schemaRefs></ds:datastoreItem>"
        ),
        "customXml/_rels/item9.xml.rels": (
            f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
            f'relationships"><Relationship Id="rId1" Type="{_OFFICE}/relationships/customXmlProps"'
            ' Target="itemProps9.xml"/></Relationships>'
        ),
    }


def _comments_xml(comments: Sequence[WordComment], language: Language) -> str:
    runs = Runs(language)
    pieces = [
        f'{_HEAD}<w:comments xmlns:w="{_W}" xmlns:w14="{_W14}" xmlns:mc="{_MC}" mc:Ignorable="w14">'
    ]
    paragraph = 0
    for number, comment in enumerate(comments):
        author = attribute(comment.author)
        initials = attribute("".join(word[0] for word in comment.author.split())[:9].upper())
        pieces.append(
            f'<w:comment w:id="{number}" w:author="{author}" w:date="{attribute(comment.at)}Z"'
            f' w:initials="{initials}">'
        )
        lines = comment.lines or ("",)
        for rank, line in enumerate(lines):
            paragraph += 1
            last = rank == len(lines) - 1
            # Replies and "resolved" hang on the id of the last paragraph.
            identity = _paragraph_id(number) if last else f"{0x20000000 + paragraph:08X}"
            mark = _REFERENCE if rank == 0 else ""
            text = f"<w:r>{runs.text(line)}</w:r>" if line else ""
            pieces.append(
                f'<w:p w14:paraId="{identity}"><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>'
                f"{mark}{text}</w:p>"
            )
        pieces.append("</w:comment>")
    pieces.append("</w:comments>")
    return "".join(pieces)


_REFERENCE = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'


def _paragraph_id(number: int) -> str:
    """Eight hexadecimal digits below 0x80000000 ([MS-DOCX] 2.2.4, ST_LongHexNumber)."""
    return f"{0x10000000 + number:08X}"


def _extended_xml(comments: Sequence[WordComment]) -> str:
    rows = "".join(
        f'<w15:commentEx w15:paraId="{_paragraph_id(number)}" w15:done="0"/>'
        for number in range(len(comments))
    )
    return f'{_HEAD}<w15:commentsEx xmlns:w15="{_W15}">{rows}</w15:commentsEx>'


def _people_xml(authors: Sequence[str]) -> str:
    rows = "".join(
        f'<w15:person w15:author="{attribute(author)}"><w15:presenceInfo w15:providerId="None"'
        f' w15:userId="{attribute(author)}"/></w15:person>'
        for author in authors
    )
    return f'{_HEAD}<w15:people xmlns:w15="{_W15}">{rows}</w15:people>'


def _typed(types: str) -> str:
    added = "".join(
        f'<Override PartName="/{part}" ContentType="{_TYPE}.{kind}+xml"/>'
        for part, kind in (
            ("word/comments.xml", "wordprocessingml.comments"),
            ("word/commentsExtended.xml", "wordprocessingml.commentsExtended"),
            ("word/people.xml", "wordprocessingml.people"),
            ("customXml/itemProps9.xml", "customXmlProperties"),
        )
    )
    return types.replace("</Types>", f"{added}</Types>")


def _related(relations: str) -> str:
    added = "".join(
        f'<Relationship Id="rIdMaknaC{rank}" Type="{kind}" Target="{target}"/>'
        for rank, (kind, target) in enumerate(
            (
                (f"{_OFFICE}/relationships/comments", "comments.xml"),
                (f"{_MICROSOFT}/commentsExtended", "commentsExtended.xml"),
                (f"{_MICROSOFT}/people", "people.xml"),
                (f"{_OFFICE}/relationships/customXml", "../customXml/item9.xml"),
            )
        )
    )
    return relations.replace("</Relationships>", f"{added}</Relationships>")


def _styled(styles: str) -> str:
    missing = [xml for name, xml in _STYLES.items() if f'w:styleId="{name}"' not in styles]
    return styles.replace("</w:styles>", f"{''.join(missing)}</w:styles>")


_CHANGES = {
    "[Content_Types].xml": _typed,
    "word/_rels/document.xml.rels": _related,
    "word/styles.xml": _styled,
}
