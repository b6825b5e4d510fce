"""Pictures: PNG, JPEG and WebP as sources of one page without text.

The file is kept as it came, but for the place where it was taken (`picture_location`). Day, author
and description are read from EXIF.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from makna.domain.document import ParsedDocument, plain_layout
from makna.domain.text import canonical
from makna.domain.wording import Message
from makna.formats import ReadOptions

SUFFIXES = (".jpeg", ".jpg", ".png", ".webp")
MEDIA_TYPE = "image/jpeg"
_DESCRIPTION, _ARTIST, _CHANGED, _COPYRIGHT = 0x010E, 0x013B, 0x0132, 0x8298
_CAMERA, _TAKEN = 0x8769, 0x9003
_PLACE = 0x8825
_DAY = re.compile(r"(\d{4})[:-](\d{2})[:-](\d{2})")


def recognises(data: bytes) -> bool:
    """Whether it begins as one of the three does."""
    webp = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    return webp or data.startswith((b"\x89PNG\r\n", b"\xff\xd8\xff"))


def read(data: bytes, name: str, options: ReadOptions) -> ParsedDocument:
    """The picture, with what its EXIF says of it. Raises BadFile."""
    from makna.formats.picture_location import without_location
    from makna.formats.picture_pages import MEDIA_TYPES, check_whole, opened

    with opened(data, name) as image:
        check_whole(image, name)
        media_type, notes = MEDIA_TYPES[image.format], _Notes(image)
    kept = data if options.keep_location else without_location(data)
    warnings = [Message.of("picture_location_dropped")] if kept != data else []
    return ParsedDocument(
        "",
        plain_layout(""),
        media_type=media_type,
        author=notes.text(_ARTIST),
        date=notes.day(),
        place=notes.place() if options.keep_location else "",
        facts=notes.facts(),
        warnings=tuple(warnings),
        original=(name, kept) if kept != data else None,
    )


class _Notes:
    """What the camera and its owner wrote into the file; nothing where that is damaged."""

    def __init__(self, image: Any) -> None:
        try:
            exif = image.getexif()
            self._exif: dict[int, Any] = dict(exif)
            self._camera: dict[int, Any] = dict(exif.get_ifd(_CAMERA))
            self._gps: dict[int, Any] = dict(exif.get_ifd(_PLACE))
        except Exception:  # Pillow raises whatever damaged notes make it stumble over
            self._exif, self._camera, self._gps = {}, {}, {}

    def text(self, tag: int) -> str:
        """A note as one line. EXIF means ASCII; what cameras write is UTF-8 or Latin-1."""
        value = self._exif.get(tag, "")
        if isinstance(value, bytes):
            value = value.decode("utf-8", "replace")
        if not isinstance(value, str):
            return ""
        if any("\x80" <= char <= "\xff" for char in value):
            value = _as_utf8(value)
        return " ".join(canonical(value.split("\x00")[0]).split())

    def day(self) -> str:
        """When it was taken, ISO 8601; empty where no camera said so."""
        for value in (self._camera.get(_TAKEN), self._exif.get(_CHANGED)):
            found = _DAY.match(value) if isinstance(value, str) else None
            if found is None:
                continue
            try:
                return date(*(int(part) for part in found.groups())).isoformat()
            except ValueError:  # cameras whose clock was never set
                continue
        return ""

    def facts(self) -> tuple[tuple[str, str], ...]:
        said = (("Description", _DESCRIPTION), ("Copyright", _COPYRIGHT))
        return tuple((label, text) for label, tag in said if (text := self.text(tag)))

    def place(self) -> str:
        """Latitude and longitude in degrees, as maps take them; empty where they are not known."""
        try:
            latitude, longitude = _degrees(self._gps[2]), _degrees(self._gps[4])
        except (KeyError, TypeError, ValueError, ZeroDivisionError, IndexError):
            return ""
        south, west = self._gps.get(1) == "S", self._gps.get(3) == "W"
        return f"{-latitude if south else latitude:.5f}, {-longitude if west else longitude:.5f}"


def _degrees(parts: Any) -> float:
    degrees, minutes, seconds = (float(part) for part in parts)
    return degrees + minutes / 60 + seconds / 3_600


def _as_utf8(value: str) -> str:
    try:
        return value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return value
