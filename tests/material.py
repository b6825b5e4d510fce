"""Pictures and PDF files for tests, made as they are needed."""

from __future__ import annotations

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw

Line = tuple[float, float, float, str]
"""Left, base (from the foot) and size in points, and the text."""
_FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>"
LONGITUDE = (110.0, 49.0, 1.25)


def photo(
    kind: str = "JPEG",
    size: tuple[int, int] = (60, 40),
    orientation: int = 1,
    *,
    located: bool = True,
    described: str = "Kantor humas",
) -> bytes:
    """A picture whose left upper quarter is blue and the rest red, as a camera would write it."""
    image = Image.new("RGB", size, "red")
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 2 - 1, size[1] // 2 - 1), fill="blue")
    exif = Image.Exif()
    exif[0x0112], exif[0x010E], exif[0x013B] = orientation, described, "Sari"
    exif.get_ifd(0x8769)[0x9003] = "2025:03:03 10:15:00"
    if located:
        place = exif.get_ifd(0x8825)
        place[1], place[2], place[3], place[4] = "S", (7.0, 33.0, 12.5), "E", LONGITUDE
    out = io.BytesIO()
    image.save(out, kind, exif=exif.tobytes(), quality=95)
    return out.getvalue()


def drawing(kind: str = "PNG", size: tuple[int, int] = (200, 120)) -> bytes:
    """A plain picture without notes."""
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).rectangle((20, 20, 99, 79), fill="#2e7d4f")
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()


def scan(pages: int = 2) -> bytes:
    """A PDF of pictures, without any text."""
    sheets = [Image.new("RGB", (210, 297), "white") for _ in range(pages)]
    for sheet in sheets:
        ImageDraw.Draw(sheet).rectangle((30, 30, 120, 60), fill="black")
    out = io.BytesIO()
    sheets[0].save(out, "PDF", save_all=True, append_images=sheets[1:], resolution=72)
    return out.getvalue()


def printed(pages: Sequence[Sequence[Line]]) -> bytes:
    """A PDF with each line at its place on A4, in Courier."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for lines in pages:
        shown = "".join(f"BT /F1 {s} Tf {x} {y} Td ({t}) Tj ET\n" for x, y, s, t in lines)
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R"
            f" /Resources << /Font << /F1 {_FONT} >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        f"{body}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF"
    ).encode("cp1252")


def article() -> bytes:
    """Two pages with a running head, a word broken between lines and one between the pages."""
    head = "Laporan Humas Kota Sagara Asri"
    first = [
        "Setiap keluhan warga dibaca oleh tim hu-",
        "mas dan dijawab dalam dua puluh empat ja",
        "Menurut ketua rukun warga, jawaban da-",
    ]
    second = [
        "tang setelah lima hari menunggu di kota.",
        "Itu terlalu lama bagi kami semua di sini",
    ]
    pages: list[list[Line]] = []
    for number, lines in enumerate((first, second), 1):
        page: list[Line] = [(72.0, 800.0, 9.0, head), (290.0, 30.0, 9.0, str(number))]
        page[1:1] = [(72.0, 700.0 - 14 * at, 11.0, line) for at, line in enumerate(lines)]
        pages.append(page)
    return printed(pages)


def bomb(side: int = 30_000) -> bytes:
    """A PNG of a few bytes that says it is `side` pixels wide and high."""
    import struct
    import zlib

    def chunk(kind: bytes, body: bytes) -> bytes:
        checked = kind + body
        return struct.pack(">I", len(body)) + checked + struct.pack(">I", zlib.crc32(checked))

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    row = zlib.compress(bytes(3 * 1_000_000))
    parts = (chunk(b"IHDR", header), chunk(b"IDAT", row), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)
