"""What is imported in pauses: all that a page needs before it is opened, a little at a time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import makna.ui

MOST = 20
"""Modules that one turn brings; what takes more is imported beside the turns."""
AT_THE_START = {"folder_warning", "project_panel", "large_steps"}
"""Modules of a project that is being opened: there before anything is imported preloader."""
_SCRIPT = """
import sys
from importlib import import_module
from makna.ui.preloading import BESIDE, MODULES
import makna.ui.app, makna.ui.main_window, makna.ui.desk.verbs
for name in BESIDE:
    import_module(name)
brought = []
for name in MODULES:
    before = len(sys.modules)
    import_module(name)
    brought.append((len(sys.modules) - before, name))
print(max(brought))
print(*(name for name in sys.modules if name.startswith("makna.ui")))
"""


def test_no_page_imports_anything_when_it_is_opened_and_no_turn_imports_much() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT], capture_output=True, text=True, check=True
    )
    most, loaded = done.stdout.splitlines()
    root = Path(makna.ui.__file__).parent
    there = {
        ".".join(("makna", "ui", *path.relative_to(root).with_suffix("").parts))
        for path in root.rglob("*.py")
    }
    missing = {name.removesuffix(".__init__") for name in there} - set(loaded.split())
    assert {name.rpartition(".")[2] for name in missing} <= AT_THE_START
    assert int(most.strip("()").split(",")[0]) <= MOST
