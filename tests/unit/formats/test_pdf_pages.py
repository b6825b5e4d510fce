"""Pages as pdfium draws them, and where their letters stand."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image, ImageDraw

from makna.domain.errors import BadFile
from makna.domain.regions import Region
from makna.formats.cutouts import cut_out, open_pages
from makna.formats.pdf_pages import PdfPages

TURNED = [
    b"",
    b"/Rotate 90 ",
    b"/Rotate 180 ",
    b"/Rotate 270 ",
    b"/CropBox [50 100 500 700] ",
    b"/Rotate 90 /CropBox [50 100 500 700] ",
]


def looked_at(pages: PdfPages, width: int) -> Any:
    raster = pages.render(1, width)
    size = (raster.width, raster.height)
    return Image.frombytes("RGB", size, raster.pixels, "raw", "BGRX").convert("L")


@pytest.mark.parametrize("turned", TURNED)
def test_letters_are_where_their_ink_is(turned: bytes, material: Any) -> None:
    data = material.printed([[(100, 500, 20, "Halo dunia"), (300, 200, 12, "kecil")]])
    pages = PdfPages(data.replace(b"/MediaBox", turned + b"/MediaBox"))
    printed = pages.printed(1)
    assert printed.text.split() == ["Halo", "dunia", "kecil"] or turned
    shown = looked_at(pages, pages.sizes[0].width // 1_000)
    for char, box in zip(printed.text, printed.boxes, strict=True):
        if not char.isspace():
            left, top, right, bottom = (edge // 1_000 for edge in box)
            assert shown.crop((left, top, right + 1, bottom + 1)).getextrema()[0] < 140
            wiped = (left - 1, top - 1, right + 2, bottom + 2)
            ImageDraw.Draw(shown).rectangle(wiped, fill=255)
    assert shown.getextrema()[0] == 255, "no ink outside the boxes"
    pages.close()


def test_text_and_letters_agree(material: Any) -> None:
    pages = PdfPages(material.article())
    printed = pages.printed(1)
    assert printed.text == pages.text(1)
    assert "hu-" in printed.text and len(printed.boxes) == len(printed.text)


def test_a_rectangle_is_cut_out_sharply(material: Any) -> None:
    pages = open_pages(material.scan(), "application/pdf")
    cut = cut_out(pages, Region(2, 20_000, 20_000, 130_000, 70_000))
    assert (cut.width_px, cut.height_px) == (382, 174)
    with Image.open(io.BytesIO(cut.data)) as image:
        grey = image.convert("L")
        assert grey.getpixel((5, 5)) > 200 > 60 > grey.getpixel((150, 90))  # type: ignore[operator]
    pages.close()


def test_nothing_is_larger_than_it_may_be(material: Any) -> None:
    pages = open_pages(material.scan(), "application/pdf")
    cut = cut_out(pages, Region(1, 0, 0, 210_000, 297_000), 500)
    assert 490 <= max(cut.width_px, cut.height_px) <= 500
    assert len(pages.render(1, 100_000).pixels) <= 4 * 16_100_000
    pages.close()


def test_what_is_not_there_has_a_reason(material: Any) -> None:
    pages = open_pages(material.scan(), "application/pdf")
    with pytest.raises(BadFile) as caught:
        cut_out(pages, Region(3, 0, 0, 10, 10))
    assert caught.value.key == "no_page"
    pages.close()
    with pytest.raises(BadFile) as caught:
        open_pages(b"%PDF-1.4\n", "application/pdf", "x.pdf")
    assert caught.value.key == "pdf_damaged"
    with pytest.raises(BadFile) as caught:
        open_pages(b"", "text/plain", "x.txt")
    assert caught.value.key == "no_pages"
