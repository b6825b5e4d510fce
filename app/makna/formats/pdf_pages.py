"""The pages of a PDF as they look, by pdfium: sizes, pictures of them, and where letters stand.

pdfium knows no threads, so every call is made under one lock; while it draws, others run. Places
are thousandths of a point from the top left corner of the page as it is shown: turned and cropped.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import RLock
from typing import Any

from makna.domain.errors import BadFile
from makna.domain.regions import MPT_PER_POINT, PageSize, Region
from makna.formats.rasters import MAX_PIXELS, Raster

PDFIUM = RLock()
"""Held around every call of pdfium that may meet another thread's."""
Box = tuple[int, int, int, int]
"""Left, top, right, bottom."""
_NO_BOX = (0, 0, 0, 0)
_A4 = PageSize(595_000, 842_000)


@dataclass(frozen=True)
class Printed:
    """What is printed on a page, in the order of the file."""

    text: str
    """Code points; a hyphen at the end of a broken word is one of them, line ends are LF."""
    boxes: tuple[Box, ...]
    """One a code point; those of white space may be empty."""


class PdfPages:
    """An open PDF. Close it; it holds the file's bytes until then. Raises BadFile."""

    def __init__(self, data: bytes, name: str = "") -> None:
        import pypdfium2

        self._name = name
        with PDFIUM:
            try:
                self._document: Any = pypdfium2.PdfDocument(data)
            except pypdfium2.PdfiumError as error:
                raise BadFile("pdf_damaged", name=name) from error
            self.sizes = tuple(self._size(index) for index in range(len(self._document)))

    def close(self) -> None:
        with PDFIUM:
            self._document.close()

    def render(self, page: int, width: int, region: Region | None = None) -> Raster:
        """The page, or a rectangle of it, `width` pixels wide; narrower if it were too large."""
        import pypdfium2.raw as pdfium

        size = self.sizes[page - 1]
        part = region or Region(page, 0, 0, size.width, size.height)
        scale = width / part.width
        scale = min(scale, (MAX_PIXELS / part.area) ** 0.5)
        wide, high = max(1, round(part.width * scale)), max(1, round(part.height * scale))
        pixels = ctypes.create_string_buffer(wide * high * 4)
        with self._page(page) as opened:
            bitmap = pdfium.FPDFBitmap_CreateEx(
                wide, high, pdfium.FPDFBitmap_BGRx, ctypes.addressof(pixels), wide * 4
            )
            try:
                pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, wide, high, 0xFFFFFFFF)
                place = (round(-part.x1 * scale), round(-part.y1 * scale))
                whole = (max(1, round(size.width * scale)), max(1, round(size.height * scale)))
                pdfium.FPDF_RenderPageBitmap(
                    bitmap, opened.raw, *place, *whole, 0, pdfium.FPDF_ANNOT
                )
            finally:
                pdfium.FPDFBitmap_Destroy(bitmap)
        return Raster(wide, high, pixels.raw)

    def text(self, page: int) -> str:
        """What is printed on a page, without the places; much faster than `printed`."""
        import pypdfium2.raw as pdfium

        with self._text_page(page) as (_, handle):
            return _text(handle, pdfium)[0]

    def printed(self, page: int) -> Printed:
        """What is printed on a page, and where."""
        import pypdfium2.raw as pdfium

        with self._text_page(page) as (opened, handle):
            text, indexes = _text(handle, pdfium)
            place = _Placing(opened.raw, self.sizes[page - 1], pdfium)
            return Printed(text, tuple(place.box(handle, index) for index in indexes))

    def _size(self, index: int) -> PageSize:
        try:
            width, height = self._document.get_page_size(index)
        except RuntimeError:  # a damaged page does not cost the others
            return _A4
        return PageSize(_mpt(width), _mpt(height))

    @contextmanager
    def _page(self, page: int) -> Iterator[Any]:
        with PDFIUM:
            try:
                opened = self._document[page - 1]
            except RuntimeError as error:  # PdfiumError is one
                raise BadFile("pdf_page_damaged", name=self._name, page=page) from error
            try:
                yield opened
            finally:
                opened.close()

    @contextmanager
    def _text_page(self, page: int) -> Iterator[tuple[Any, Any]]:
        with self._page(page) as opened:
            text_page = opened.get_textpage()
            try:
                yield opened, text_page.raw
            finally:
                text_page.close()


class _Placing:
    """From the page's own coordinates to thousandths of a point from the corner that is shown."""

    def __init__(self, page: Any, size: PageSize, pdfium: Any) -> None:
        self._pdfium = pdfium
        far = 1_000.0
        (x0, y0), (ax, ay), (bx, by) = (
            self._shown(page, size, *point) for point in ((0, 0), (far, 0), (0, far))
        )
        self._matrix = (ax - x0) / far, (bx - x0) / far, x0, (ay - y0) / far, (by - y0) / far, y0
        self._sides = pdfium.FS_RECTF()
        self._ref = ctypes.byref(self._sides)

    def box(self, handle: Any, index: int) -> Box:
        """As high as the line, so that the boxes of neighbours meet."""
        if not self._pdfium.FPDFText_GetLooseCharBox(handle, index, self._ref):
            return _NO_BOX
        sides = self._sides
        left, right, bottom, top = sides.left, sides.right, sides.bottom, sides.top
        if not right > left and not top > bottom:
            return _NO_BOX
        a, b, c, d, e, f = self._matrix
        xs = (a * left + b * bottom + c, a * right + b * top + c)
        ys = (d * left + e * bottom + f, d * right + e * top + f)
        return round(min(xs)), round(min(ys)), round(max(xs)), round(max(ys))

    def _shown(self, page: Any, size: PageSize, x: float, y: float) -> tuple[int, int]:
        across, down = ctypes.c_int(), ctypes.c_int()
        self._pdfium.FPDF_PageToDevice(
            *(page, 0, 0, size.width, size.height, 0, x, y),
            *(ctypes.byref(across), ctypes.byref(down)),
        )
        return across.value, down.value


def _text(handle: Any, pdfium: Any) -> tuple[str, list[int]]:
    """Code points, and pdfium's index of each; line ends are one LF."""
    count = pdfium.FPDFText_CountChars(handle)
    codes = [pdfium.FPDFText_GetUnicode(handle, index) for index in range(max(0, count))]
    chars: list[str] = []
    indexes: list[int] = []
    high = 0
    for index, code in enumerate(codes):
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if high and 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        if code == 13 or not 0 < code < 0x110000 or 0xD800 <= code < 0xE000:
            continue
        chars.append("-" if code in (2, 0xFFFE) else chr(code))
        indexes.append(index)
    return "".join(chars), indexes


def _mpt(points: float) -> int:
    """Thousandths of a point; the sizes of hostile files stay within what can be drawn."""
    return max(1, min(round(points * MPT_PER_POINT), 20_000_000))
