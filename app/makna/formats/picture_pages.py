"""Picture files by Pillow: measured, checked and drawn upright; PNG, JPEG and WebP only.

A picture from a stranger may be a bomb: a few kilobytes that unfold into gigabytes. Its size is
looked at before a pixel is unpacked, with limits by what each decoder needs for itself, so that
reading one stays under half a gigabyte.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any

from makna.domain.errors import BadFile
from makna.domain.regions import PageSize, Region
from makna.formats.rasters import MAX_PIXELS, Raster

if TYPE_CHECKING:
    from PIL import Image

MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "MPO": "image/jpeg", "WEBP": "image/webp"}
"""By Pillow's name; an MPO is a JPEG with further ones behind it, as some phones write."""
MAX_MEGAPIXELS = {"PNG": 50, "JPEG": 178, "MPO": 178, "WEBP": 24}
"""Of the file. A JPEG can be unpacked smaller; the decoder of WebP keeps four copies."""
UNPACKED_MEGAPIXELS = 50
"""In memory, at four bytes and perhaps twice, where something is transparent."""
PROGRESSIVE_MEGAPIXELS = 40
"""A progressive JPEG is held whole while it is unpacked, however small it is wanted."""
_ORIENTATION = 0x0112
_TURNED = (5, 6, 7, 8)
"""Orientations that lie on their side."""


class PicturePages:
    """A picture as one page. Raises BadFile."""

    def __init__(self, data: bytes, name: str = "") -> None:
        self._data, self._name = data, name
        with opened(data, name) as image:
            self.sizes = (upright_size(image),)

    def close(self) -> None:
        self._data = b""

    def render(self, page: int, width: int, region: Region | None = None) -> Raster:
        """The picture or a rectangle of it, at most `width` pixels wide and never blown up."""
        size = self.sizes[0]
        part = region or Region(1, 0, 0, size.width, size.height)
        scale = min(1.0, width / part.width, (MAX_PIXELS / part.area) ** 0.5)
        wanted = max(1, round(part.width * scale)), max(1, round(part.height * scale))
        with opened(self._data, self._name) as image:
            turn, lying = orientation(image), image.size
            _unpack(image, scale, self._name)
            across, down = image.width / lying[0], image.height / lying[1]
            x1, y1, x2, y2 = _as_taken(part, turn, lying)
            box = (x1 * across, y1 * down, x2 * across, y2 * down)
            drawn = _upright(_resized(image, box, wanted, turn), turn)
            return Raster(drawn.width, drawn.height, drawn.tobytes("raw", "BGRX"))


@contextmanager
def opened(data: bytes, name: str) -> Iterator[Any]:
    """The picture, not yet unpacked. Raises BadFile for what is damaged, foreign or too large."""
    from PIL import Image

    # Of sizes, which we look at ourselves, and of damaged notes, also when they are read later.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            image = Image.open(BytesIO(data), formats=("PNG", "JPEG", "WEBP"))
        except Image.DecompressionBombError as error:
            most = MAX_MEGAPIXELS["PNG"]
            raise BadFile("picture_too_large", name=name, megapixels=most) from error
        except Exception as error:  # Pillow's plug-ins raise whatever they stumble over
            raise BadFile("picture_damaged", name=name) from error
        with image:
            _check_size(image, name)
            yield image


def check_whole(image: Any, name: str) -> None:
    """Unpack the whole picture, to know that nothing of it is missing. Raises BadFile."""
    _unpack(image, 1 / 8 if image.format in ("JPEG", "MPO") else 1.0, name)


def upright_size(image: Any) -> PageSize:
    width, height = image.size
    turned = orientation(image) in _TURNED
    return PageSize(height, width) if turned else PageSize(width, height)


def orientation(image: Any) -> int:
    """How the camera was held, 1–8 as EXIF has it; 1 where it is not said."""
    try:
        found = image.getexif().get(_ORIENTATION, 1)
    except Exception:  # damaged notes of the camera do not cost the picture
        return 1
    return found if isinstance(found, int) and 1 <= found <= 8 else 1


def _check_size(image: Any, name: str) -> None:
    most = MAX_MEGAPIXELS[image.format]
    if image.info.get("progressive"):
        most = min(most, PROGRESSIVE_MEGAPIXELS)
    if image.width * image.height > most * 1_000_000:
        raise BadFile("picture_too_large", name=name, megapixels=most)


def _unpack(image: Any, scale: float, name: str) -> None:
    """Unpack the picture; a JPEG smaller, when it is wanted so much smaller or is too large."""
    width, height = image.size
    shrink = 1
    while shrink < 8 and (
        1 / (2 * shrink) >= scale
        or (width // shrink) * (height // shrink) > UNPACKED_MEGAPIXELS * 1_000_000
    ):
        shrink *= 2
    try:
        if shrink > 1 and image.format in ("JPEG", "MPO"):
            image.draft(None, (width // shrink, height // shrink))
        image.load()
    except Exception as error:
        raise BadFile("picture_damaged", name=name) from error


def _as_taken(part: Region, turn: int, lying: tuple[int, int]) -> tuple[int, int, int, int]:
    """The rectangle in the picture as the file holds it, before it is turned upright."""
    width, height = lying
    x1, y1, x2, y2 = part.x1, part.y1, part.x2, part.y2
    if turn in _TURNED:
        x1, y1, x2, y2 = y1, x1, y2, x2
    if turn in (2, 3, 7, 8):
        x1, x2 = width - x2, width - x1
    if turn in (3, 4, 6, 7):
        y1, y2 = height - y2, height - y1
    return x1, y1, x2, y2


def _resized(
    image: Any, box: tuple[float, float, float, float], wanted: tuple[int, int], turn: int
) -> Image.Image:
    """A part of the picture, still as it was taken, in red, green and blue."""
    from PIL import Image

    size = wanted[::-1] if turn in _TURNED else wanted
    if image.mode not in ("RGB", "RGBA", "L", "CMYK"):
        corners = (int(box[0]), int(box[1]), -int(-box[2] // 1), -int(-box[3] // 1))
        image = _on_white(image.crop(corners))
        left, top = corners[:2]
        box = (box[0] - left, box[1] - top, box[2] - left, box[3] - top)
    return _on_white(image.resize(size, Image.Resampling.LANCZOS, box=box))


def _upright(image: Image.Image, turn: int) -> Image.Image:
    from PIL import Image

    ways = Image.Transpose
    how = {
        2: ways.FLIP_LEFT_RIGHT,
        3: ways.ROTATE_180,
        4: ways.FLIP_TOP_BOTTOM,
        5: ways.TRANSPOSE,
        6: ways.ROTATE_270,
        7: ways.TRANSVERSE,
        8: ways.ROTATE_90,
    }
    return image.transpose(how[turn]) if turn in how else image


def _on_white(image: Image.Image) -> Image.Image:
    """In red, green and blue; what is transparent shows white paper."""
    from PIL import Image

    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        layer = image.convert("RGBA")
        paper = Image.new("RGB", layer.size, "white")
        paper.paste(layer, mask=layer.getchannel("A"))
        return paper
    if image.mode.startswith("I") or image.mode == "F":  # sixteen bits of grey
        image = image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    return image.convert("RGB")
