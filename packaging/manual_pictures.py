"""The pictures of the manual, taken of the real window on the demo project: `manual_pictures.py`.

They go into `resources/manual/pictures/<language>/`: what `SHOTS` lists, in both languages, each
cut to what its page is about. Names on the command line take only those.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from offscreen import put_up

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "resources" / "manual" / "pictures"
LANGUAGES = ("id", "en")
SCREEN = (1440, 900)
COLORS = 256
"""Of the palette: enough for letters and tints, and a third of the size."""


def main(arguments: list[str] | None = None) -> int:
    """Take the pictures that are asked for; all without a name."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("names", nargs="*")
    parser.add_argument("--languages", nargs="+", default=LANGUAGES)
    parser.add_argument("--out", type=Path, default=TARGET)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as home:
        os.environ["MAKNA_HOME"] = home
        put_up(Path(home), SCREEN)
        tempfile.tempdir = home
        for language in asked.languages:
            _take_all(language, asked.names, asked.out / language)
    return 0


def _take_all(language: str, names: Iterable[str], folder: Path) -> None:
    from manual_shots import SHOTS, SIZE
    from stage import Stage

    folder.mkdir(parents=True, exist_ok=True)
    stage = Stage(language, "light", SIZE)
    for name in names or SHOTS:
        box = SHOTS[name](stage)
        stage.settle()
        picture = stage.grab().copy(box() if callable(box) else box)
        _save(picture, folder / f"{name}.png")
        stage.clear()
    stage.close()


def _save(picture: object, target: Path) -> None:
    """A PNG with a palette, as small as it gets without being seen."""
    from PIL import Image
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QPixmap

    assert isinstance(picture, QPixmap)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    image = Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGB")
    # A median cut forgets what is rare: the swatches of codes, whose colours mean something. The
    # one step of k-means gives large grounds back their own colour.
    cover = Image.Quantize.MAXCOVERAGE
    few = image.quantize(COLORS, method=cover, kmeans=1, dither=Image.Dither.NONE)
    few.save(target, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
