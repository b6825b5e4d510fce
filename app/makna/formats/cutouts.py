"""Rectangles of pictures and PDF pages as pictures of their own, for documents and lists."""

from __future__ import annotations

from io import BytesIO
from typing import Protocol

from makna.domain.errors import BadFile
from makna.domain.regions import MPT_PER_POINT, CutOut, PageSize, Region
from makna.formats.pdf_pages import PdfPages
from makna.formats.picture_pages import MEDIA_TYPES, PicturePages
from makna.formats.rasters import Raster

PDF = "application/pdf"
_PICTURES = frozenset(MEDIA_TYPES.values())
DPI = 250
"""Of a rectangle of a PDF page in a document."""
LONG_SIDE = 2_000
"""Pixels; more is not seen on paper."""
_FEW_COLOURS = 256
_JPEG_QUALITY = 88


class Pages(Protocol):
    """A file that is looked at page by page."""

    @property
    def sizes(self) -> tuple[PageSize, ...]: ...

    def render(self, page: int, width: int, region: Region | None = None) -> Raster: ...

    def close(self) -> None: ...


def has_pages(media_type: str) -> bool:
    """Whether a source of this type is looked at page by page."""
    return media_type == PDF or media_type in _PICTURES


def is_picture(media_type: str) -> bool:
    return media_type in _PICTURES


def open_pages(data: bytes, media_type: str, name: str = "") -> Pages:
    """The pages of an original. Raises BadFile."""
    if media_type == PDF:
        return PdfPages(data, name)
    if media_type in _PICTURES:
        return PicturePages(data, name)
    raise BadFile("no_pages", name=name)


def cut_out(pages: Pages, region: Region, long_side: int = LONG_SIDE) -> CutOut:
    """The rectangle as PNG or JPEG, whichever suits it; neither side longer than `long_side`.

    Raises BadFile when its page is not there or cannot be drawn.
    """
    if not 1 <= region.page <= len(pages.sizes):
        raise BadFile("no_page", page=region.page, pages=len(pages.sizes))
    size = pages.sizes[region.page - 1]
    part = Region(
        region.page,
        min(max(region.x1, 0), size.width - 1),
        min(max(region.y1, 0), size.height - 1),
        max(min(region.x2, size.width), min(max(region.x1, 0), size.width - 1) + 1),
        max(min(region.y2, size.height), min(max(region.y1, 0), size.height - 1) + 1),
    )
    width = part.width
    if isinstance(pages, PdfPages):
        width = max(1, round(part.width / MPT_PER_POINT / 72 * DPI))
    high = width * part.height / part.width
    shrunk = int(width * min(1.0, long_side / max(width, high)))
    raster = pages.render(region.page, max(1, shrunk), part)
    return CutOut(_packed(raster), raster.width, raster.height)


def _packed(raster: Raster) -> bytes:
    """Print and drawings as PNG, photographs as JPEG."""
    from PIL import Image

    size = (raster.width, raster.height)
    image = Image.frombytes("RGB", size, raster.pixels, "raw", "BGRX")
    small = image.resize((min(size[0], 200), min(size[1], 200)), Image.Resampling.NEAREST)
    drawn = small.getcolors(_FEW_COLOURS * 4) is not None
    out = BytesIO()
    if drawn:
        image.save(out, "PNG", optimize=False)
    else:
        image.save(out, "JPEG", quality=_JPEG_QUALITY, optimize=True)
    return out.getvalue()
