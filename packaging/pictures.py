"""The pictures of README and of the manual: views of `views.py` in one language and theme each.

`pictures.py` takes them of the real window on the demo project, into `resources/pictures`.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from offscreen import put_up

ROOT = Path(__file__).parents[1]
SIZE = (1440, 900)
PICTURES = {
    "desk-id": ("desk-passage", "id", "light"),
    "desk-en": ("desk-passage", "en", "dark"),
}
"""File → view, language, theme."""


def main() -> int:
    """Take all of them anew."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["MAKNA_HOME"] = home
        put_up(Path(home), SIZE)
        tempfile.tempdir = home
        for name, (view, language, theme) in PICTURES.items():
            _take(view, language, theme, ROOT / "resources" / "pictures" / f"{name}.png")
    return 0


def _take(name: str, language: str, theme: str, target: Path) -> None:
    from stage import Stage
    from views import VIEWS

    stage = Stage(language, theme, SIZE)
    VIEWS[name](stage)
    stage.settle()
    stage.grab().save(str(target))
    stage.close()


if __name__ == "__main__":
    sys.exit(main())
