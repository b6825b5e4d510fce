"""Pictures: upright, without where they were taken, and never a bomb."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageOps

from makna.domain.errors import BadFile
from makna.domain.regions import Region
from makna.formats import ReadOptions
from makna.formats.picture_location import without_location
from makna.formats.picture_pages import PicturePages
from makna.formats.registry import read_document

KINDS = ("JPEG", "PNG", "WEBP")
NAMES = {"JPEG": "foto.jpg", "PNG": "foto.png", "WEBP": "foto.webp"}


def place_of(data: bytes) -> dict[int, Any]:
    with Image.open(io.BytesIO(data)) as image:
        return dict(image.getexif().get_ifd(0x8825))


def pixels(data: bytes) -> bytes:
    with Image.open(io.BytesIO(data)) as image:
        return image.convert("RGB").tobytes()


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_camera_said_is_metadata(kind: str, material: Any) -> None:
    document = read_document(material.photo(kind), NAMES[kind])
    assert (document.text, document.media_type) == ("", f"image/{kind.lower()}")
    assert (document.date, document.author, document.place) == ("2025-03-03", "Sari", "")
    assert document.facts == (("Description", "Kantor humas"),)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("orientation", [1, 6])
def test_only_the_location_goes(kind: str, orientation: int, material: Any) -> None:
    data = material.photo(kind, orientation=orientation)
    document = read_document(data, NAMES[kind])
    assert document.original is not None
    kept = document.original[1]
    assert place_of(data) and not place_of(kept)
    assert len(kept) == len(data) and pixels(kept) == pixels(data)
    with Image.open(io.BytesIO(kept)) as image:
        exif = image.getexif()
        assert (exif[0x0112], exif[0x010E]) == (orientation, "Kantor humas")
        assert exif.get_ifd(0x8769)[0x9003] == "2025:03:03 10:15:00"
    assert [m.key for m in document.warnings] == ["picture_location_dropped"]


@pytest.mark.parametrize("kind", KINDS)
def test_no_number_of_the_place_is_left_in_the_file(kind: str, material: Any) -> None:
    data = material.photo(kind)
    tell_tale = (110).to_bytes(4, "big"), (110).to_bytes(4, "little")
    assert any(number in data for number in tell_tale)
    assert not any(number in without_location(data)[:600] for number in tell_tale)


def test_the_location_is_kept_when_asked_for(material: Any) -> None:
    options = ReadOptions(keep_location=True)
    document = read_document(material.photo(), "foto.jpg", options)
    assert document.original is None and document.warnings == ()
    assert document.place == "-7.55347, 110.81701"


def test_a_picture_without_a_location_stays_as_it_is(material: Any) -> None:
    data = material.photo(located=False)
    assert without_location(data) == data
    assert read_document(data, "foto.jpg").original is None


def test_places_in_xmp_go_too(material: Any) -> None:
    xmp = (
        b'<x:xmpmeta><rdf:Description exif:GPSLatitude="7,33.2S" tiff:Make="X">'
        b"<exif:GPSLongitude>110,49.0E</exif:GPSLongitude></rdf:Description></x:xmpmeta>"
    )
    data = material.photo(located=False)
    marked = data[:2] + b"\xff\xe1" + (len(xmp) + 31).to_bytes(2, "big")
    marked += b"http://ns.adobe.com/xap/1.0/\x00" + xmp + data[2:]
    cleaned = without_location(marked)
    assert len(cleaned) == len(marked) and b'tiff:Make="X"' in cleaned
    assert b"7,33" not in cleaned and b"110,49" not in cleaned


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_drawn_upright(orientation: int, material: Any) -> None:
    data = material.photo(orientation=orientation, size=(80, 50))
    with Image.open(io.BytesIO(data)) as image:
        upright = ImageOps.exif_transpose(image).convert("RGB")
    pages = PicturePages(data)
    assert (pages.sizes[0].width, pages.sizes[0].height) == upright.size
    for region in (None, Region(1, 4, 6, 30, 44)):
        raster = pages.render(1, 1_000, region)
        shown = Image.frombytes("RGB", (raster.width, raster.height), raster.pixels, "raw", "BGRX")
        expected = upright.crop((4, 6, 30, 44)) if region else upright
        difference: Any = ImageChops.difference(shown, expected)
        assert max(high for _, high in difference.getextrema()) <= 4


@pytest.mark.parametrize("mode", ["1", "P", "L", "LA", "RGBA", "I;16"])
def test_every_kind_of_pixel_can_be_drawn(mode: str) -> None:
    out = io.BytesIO()
    Image.new(mode, (30, 20)).save(out, "PNG")
    raster = PicturePages(out.getvalue()).render(1, 15)
    assert (raster.width, raster.height, len(raster.pixels)) == (15, 10, 600)


@pytest.mark.parametrize("kind", KINDS)
def test_half_a_picture_is_refused(kind: str, material: Any) -> None:
    data = material.photo(kind, size=(300, 300))
    with pytest.raises(BadFile) as caught:
        read_document(data[: len(data) * 2 // 3], NAMES[kind])
    assert caught.value.key == "picture_damaged"


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc for the peak of memory")
def test_a_bomb_is_refused_before_it_unfolds(material: Any, tmp_path: Path) -> None:
    """In a process of its own, whose memory tells how much was unpacked."""
    path = tmp_path / "bom.png"
    path.write_bytes(material.bomb())
    script = (
        "import re, sys\n"
        "from pathlib import Path\n"
        "from makna.domain.errors import BadFile\n"
        "from makna.formats.registry import read_document\n"
        "try:\n    read_document(Path(sys.argv[1]))\n"
        "except BadFile as error:\n    print(error.key)\n"
        # Not `ru_maxrss`: that is handed down by the process that starts this one.
        "peak = re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())\n"
        "print(int(peak[1]) // 1024)\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    ).stdout.split()
    assert said[0] == "picture_too_large"
    assert int(said[1]) < 300
