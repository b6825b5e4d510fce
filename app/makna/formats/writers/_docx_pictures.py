"""Pictures in the line of text: as large as they are, but never larger than the page."""

from __future__ import annotations

from makna.domain.report import Page, Picture
from makna.formats.writers._docx_ledger import Ledger
from makna.formats.writers._ooxml import attribute
from makna.formats.writers._text import media_type

EMU_PER_CM = 360_000
_EMU_PER_PIXEL = 9_525
"""At 96 dots an inch."""
_TALLEST = 0.85
"""Of the text's height: the caption stays on the page."""
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def drawing(picture: Picture, page: Page, ledger: Ledger) -> str:
    """The run that shows the picture (ECMA-376 part 1, 20.4.2.8); empty for an unknown format."""
    kind = media_type(picture.data)
    if not kind:
        return ""
    relation = ledger.picture(picture.data, f".{kind.removeprefix('image/')}")
    number = ledger.drawing()
    width, height = _extent(picture, page)
    named = f'id="{number}" name="Makna {number}" descr="{attribute(picture.alt)}"'
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr {named}/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_A}" noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PIC}">'
        f'<pic:pic xmlns:pic="{_PIC}"><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/>'
        '</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>"
        "</w:drawing></w:r>"
    )


def _extent(picture: Picture, page: Page) -> tuple[int, int]:
    """Width and height in EMU, in the picture's proportions."""
    width = max(picture.width_px, 1) * _EMU_PER_PIXEL
    height = max(picture.height_px, 1) * _EMU_PER_PIXEL
    room_x = (page.width_cm - page.left_cm - page.right_cm) * EMU_PER_CM
    room_y = (page.height_cm - page.top_cm - page.bottom_cm) * EMU_PER_CM * _TALLEST
    scale = min(1.0, room_x / width, room_y / height)
    return max(round(width * scale), 1), max(round(height * scale), 1)
