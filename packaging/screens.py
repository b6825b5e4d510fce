"""A picture of every view, in both languages, both themes and two sizes: `screens.py [view …]`.

They go into `build/screens/<size>/<language>-<theme>/<view>.png`, which git ignores; somebody looks
at each of them before a release.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[1]
SIZES = ("1280x720", "1440x900")
LOOKS = ("id-light", "id-dark", "en-light", "en-dark")


def main(arguments: list[str] | None = None) -> int:
    """Take the pictures that are asked for; all without a name."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("views", nargs="*")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "screens")
    parser.add_argument("--sizes", nargs="+", default=SIZES)
    parser.add_argument("--looks", nargs="+", default=LOOKS, help="<language>-<theme>")
    asked = parser.parse_args(arguments)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as home:
        os.environ["MAKNA_HOME"] = home
        tempfile.tempdir = home
        for size in asked.sizes:
            for look in asked.looks:
                _take_all(size, look, asked.views, asked.out / size / look)
    return 0


def _take_all(size: str, look: str, names: Iterable[str], folder: Path) -> None:
    import more_views
    from views import VIEWS, Stage

    assert more_views.__doc__

    width, height = map(int, size.split("x"))
    language, theme = look.split("-")
    folder.mkdir(parents=True, exist_ok=True)
    stage = Stage(language, theme, (width, height))
    for name in names or VIEWS:
        VIEWS[name](stage)
        stage.settle()
        stage.grab().save(str(folder / f"{name}.png"))
        stage.clear()
    stage.close()


if __name__ == "__main__":
    sys.exit(main())
