"""Originals that are looked at page by page: their sizes, where pages begin, parts cut out."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from makna.domain.alignment import align
from makna.domain.errors import BadFile, NotFound, UserError
from makna.domain.model import Excerpt, Passage, SourceId
from makna.domain.regions import CutOut, PageSize, Region
from makna.domain.wording import Language, phrase
from makna.formats import cutouts
from makna.formats.pdf_pages import PdfPages
from makna.storage.project import Project

PDF = cutouts.PDF
_REMEMBERED = 24
"""Originals whose sizes and page starts stay known."""
_OPEN = 4
"""Originals that a `Cutter` keeps open."""


def has_pages(media_type: str) -> bool:
    """Whether a source of this type can be looked at page by page."""
    return cutouts.has_pages(media_type)


def original(project: Project, source: SourceId) -> tuple[bytes, str, str]:
    """Bytes, media type and name of the original of a source. Raises NotFound, BadFile."""
    found = project.sources.plain(source)
    if found is None:
        raise NotFound("gone", thing="source")
    file = project.sources.file(source, "original")
    if file is None or not has_pages(found.media_type):
        raise BadFile("no_pages", name=found.name)
    return project.blobs.get(file[0]), found.media_type, found.name


def open_original(project: Project, source: SourceId) -> cutouts.Pages:
    """The pages of a source, to be closed. Raises NotFound, BadFile."""
    return cutouts.open_pages(*original(project, source))


def page_sizes(project: Project, source: SourceId) -> tuple[PageSize, ...]:
    """The size of each page. Raises NotFound, BadFile."""
    file = project.sources.file(source, "original")
    key = ("sizes", file[0] if file else "", 0)
    known = _known.get(key)
    if known is None:
        pages = open_original(project, source)
        try:
            known = _known.put(key, pages.sizes)
        finally:
            pages.close()
    return known  # type: ignore[return-value]


def page_start(project: Project, source: SourceId, page: int) -> int:
    """Where a page begins in the text of its source: the anchor of its rectangles.

    Raises NotFound, BadFile; UserError `no_page`.
    """
    _check_page(page_sizes(project, source), page)
    if not project.texts.length(source):
        return 0
    file = project.sources.file(source, "original")
    text = project.texts.text(source)
    key = ("starts", file[0] if file else "", hash(text))
    known = _known.get(key)
    if known is None:
        known = _known.put(key, _page_starts(project, source, text))
    return known[page - 1]  # type: ignore[return-value]


def check_region(project: Project, source: SourceId, region: Region) -> None:
    """Raises UserError (`no_page`, `bad_region`) unless the rectangle lies on a page."""
    sizes = page_sizes(project, source)
    _check_page(sizes, region.page)
    size = sizes[region.page - 1]
    if not region.within(size.width, size.height):
        raise UserError(
            "bad_region",
            **{name: getattr(region, name) for name in ("page", "x1", "y1", "x2", "y2")},
            width=size.width,
            height=size.height,
        )


def label(passage: Passage, media_type: str, language: Language) -> str:
    """What stands for the words of a rectangle in a list: `Picture, p. 3`; empty for words."""
    if passage.region is None:
        return ""
    if cutouts.is_picture(media_type):
        return phrase("rectangle_picture", language)
    return phrase("rectangle_on_page", language, page=passage.region.page)


def outside_pages(project: Project) -> list[str]:
    """GUIDs of the rectangles that do not lie on a page of their original."""
    found: list[str] = []
    for source in project.sources.all():
        for passage in project.passages.on_pages(source.id):
            assert passage.region is not None
            try:
                check_region(project, source.id, passage.region)
            except (UserError, KeyError):
                found.append(passage.guid)
    return found


class Cutter:
    """Cuts rectangles out of their originals; keeps a few originals open. Close it."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._open: OrderedDict[SourceId, cutouts.Pages | None] = OrderedDict()

    def __call__(self, excerpt: Excerpt) -> CutOut | None:
        """The picture of an excerpt for a document; None for one of text."""
        return self.of(excerpt.passage)

    def of(self, passage: Passage, long_side: int = cutouts.LONG_SIDE) -> CutOut | None:
        """The picture of a passage, at most `long_side` pixels long.

        None for a stretch of text, and where the original is missing or damaged.
        """
        if passage.region is None:
            return None
        pages = self._pages(passage.source)
        try:
            return cutouts.cut_out(pages, passage.region, long_side) if pages else None
        except BadFile:
            return None

    def close(self) -> None:
        for pages in self._open.values():
            if pages is not None:
                pages.close()
        self._open.clear()

    def _pages(self, source: SourceId) -> cutouts.Pages | None:
        if source in self._open:
            self._open.move_to_end(source)
            return self._open[source]
        try:
            pages: cutouts.Pages | None = open_original(self._project, source)
        except (UserError, KeyError):
            pages = None
        self._open[source] = pages
        while len(self._open) > _OPEN:
            _, oldest = self._open.popitem(last=False)
            if oldest is not None:
                oldest.close()
        return pages


class _Known:
    """What was read of the last few originals; it depends on their bytes alone."""

    def __init__(self) -> None:
        self._values: OrderedDict[tuple[str, str, int], tuple[object, ...]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: tuple[str, str, int]) -> tuple[object, ...] | None:
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
            return self._values.get(key)

    def put(self, key: tuple[str, str, int], value: tuple[object, ...]) -> tuple[object, ...]:
        with self._lock:
            self._values[key] = value
            while len(self._values) > 2 * _REMEMBERED:
                self._values.popitem(last=False)
        return value


_known = _Known()


def _page_starts(project: Project, source: SourceId, text: str) -> tuple[int, ...]:
    pages = open_original(project, source)
    try:
        if not isinstance(pages, PdfPages):
            return (0,)
        printed = [_text_of(pages, number) for number in range(1, len(pages.sizes) + 1)]
        return align(text, printed).starts
    finally:
        pages.close()


def _text_of(pages: PdfPages, number: int) -> str:
    try:
        return pages.text(number)
    except BadFile:
        return ""


def _check_page(sizes: tuple[PageSize, ...], page: int) -> None:
    if not 1 <= page <= len(sizes):
        raise UserError("no_page", page=page, pages=len(sizes))
