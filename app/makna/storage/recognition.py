"""What a file is, told by its first bytes: before SQLite looks at it.

SQLite takes an empty file for an empty database and throws away the write-ahead log beside it,
which may be all that is left of a project.
"""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Literal

from makna.domain.errors import BadFile, UserError

Content = Literal[
    "database", "empty", "zeros", "lost_start", "document", "archive", "pdf", "web_page", "other"
]
PAGE = 4_096
_LOOKED_AT = 64
"""Pages that are looked at in a file that has lost its beginning."""
TREE_PAGES = (2, 5, 10, 13)
"""The first byte of a page of a table or an index. https://sqlite.org/fileformat2.html"""
_ERRORS: dict[Content, str] = {
    "empty": "empty_file",
    "zeros": "zeros_file",
    "lost_start": "lost_start",
    "document": "document_file",
    "archive": "archive_file",
    "pdf": "pdf_file",
    "web_page": "web_page_file",
    "other": "not_a_project",
}


def refuse_other_files(path: Path) -> None:
    """Raises BadFile, which says what the file is, unless it is a database of SQLite.

    And UserError (`unreadable`) when the system does not let it be read.
    """
    content = content_of(path)
    if content != "database":
        raise BadFile(_ERRORS[content], name=path.name)


def content_of(path: Path) -> Content:
    """What the file holds, as far as its bytes tell. Raises UserError (`unreadable`)."""
    try:
        with path.open("rb") as file:
            start = file.read(PAGE)
            if start.startswith(b"SQLite format 3\0"):
                return "database"
            rest = [page for _ in range(_LOOKED_AT) if (page := file.read(PAGE))]
    except OSError as error:
        raise UserError("unreadable", name=path.name) from error
    if not start:
        return "empty"
    if _is_zip(path, start):
        return _archive(path)
    if start.startswith(b"%PDF"):
        return "pdf"
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype html", b"<html")):
        return "web_page"
    if not any(start) and not any(any(page) for page in rest):
        return "zeros"
    return "lost_start" if _of_a_database(rest, path.stat().st_size // PAGE) else "other"


def _is_zip(path: Path, start: bytes) -> bool:
    return start.startswith(b"PK") and zipfile.is_zipfile(path)


def _archive(path: Path) -> Content:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
        # Damaged, or of a version that nobody writes.
        return "archive"
    known = ("word/document.xml", "xl/workbook.xml", "ppt/presentation.xml", "content.xml")
    return "document" if any(name in names for name in known) else "archive"


def _of_a_database(pages: list[bytes], count: int) -> bool:
    """Whether most pages look like those of tables, indexes and long values."""
    return bool(pages) and 2 * sum(_like_a_page(page, count) for page in pages) > len(pages)


def _like_a_page(page: bytes, count: int) -> bool:
    if len(page) < PAGE:
        return False
    content_at = int.from_bytes(page[5:7], "big")
    if page[0] in TREE_PAGES and 8 <= content_at <= PAGE and page[7] <= 60:
        return True
    # A long value goes on over several pages; each begins with the number of the next.
    return 0 < int.from_bytes(page[:4], "big") <= count
