"""A picture of every view, in both languages, both themes and two sizes: `screens.py [view …]`.

They go into `build/screens/<size>/<language>-<theme>/<view>.png`, which git ignores; somebody looks
at each of them before a release.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from offscreen import put_up

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
    if len(asked.sizes) > 1:
        # A screen each, and an application has only one.
        again = [sys.executable, __file__, *asked.views, "--out", str(asked.out)]
        looks = ["--looks", *asked.looks]
        return max(subprocess.call([*again, *looks, "--sizes", size]) for size in asked.sizes)
    (size,) = asked.sizes
    with tempfile.TemporaryDirectory() as home:
        os.environ["MAKNA_HOME"] = home
        put_up(Path(home), _pixels(size))
        tempfile.tempdir = home
        for look in asked.looks:
            _take_all(size, look, asked.views, asked.out / size / look)
    return 0


def _pixels(size: str) -> tuple[int, int]:
    width, height = map(int, size.split("x"))
    return width, height


def _take_all(size: str, look: str, names: Iterable[str], folder: Path) -> None:
    import desk_views
    import more_views
    from stage import Stage
    from views import VIEWS

    assert more_views.__doc__ and desk_views.__doc__

    language, theme = look.split("-")
    folder.mkdir(parents=True, exist_ok=True)
    stage = Stage(language, theme, _pixels(size))
    for name in names or VIEWS:
        VIEWS[name](stage)
        stage.settle()
        stage.grab().save(str(folder / f"{name}.png"))
        stage.clear()
    stage.close()


if __name__ == "__main__":
    sys.exit(main())
