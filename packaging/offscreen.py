"""The screen that is not there, for pictures of the window: of the size of the window itself.

Qt's own has 800 × 800 pixels, and pushes menus and boxes of a larger window to where no user would
see them.
"""

from __future__ import annotations

import json
import os
from pathlib import Path


def put_up(folder: Path, size: tuple[int, int]) -> None:
    """Have the application that is made next use such a screen; `folder` gets its description."""
    screen = {
        "name": "pictures",
        "x": 0,
        "y": 0,
        "width": size[0],
        "height": size[1],
        "logicalDpi": 96,
        "logicalBaseDpi": 96,
        "dpr": 1,
    }
    path = folder / "screen.json"
    path.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={path}"
