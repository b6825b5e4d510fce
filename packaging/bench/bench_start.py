"""Starting: from the command to a window that can be used, each time in a new process.

The clock stops when the process says that its window is painted; what it takes to end a process
does not count, on neither side.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

ROUNDS = 7
LIMIT = 2.5
Row = tuple[str, float, float, float, float]

FLOOR = """
import sqlalchemy
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QTextEdit())
window.resize(1440, 900)
window.show()
app.processEvents()
print("ready", flush=True)
"""
OURS = """
import sys
from pathlib import Path
from makna.ui.app import make_application
from makna.ui.main_window import MainWindow
app = make_application([])
window = MainWindow()
window.resize(1440, 900)
window.show()
if len(sys.argv) > 1:
    window.open_project(Path(sys.argv[1]))
app.processEvents()
print("ready", flush=True)
window.close()
"""


def run() -> Iterator[Row]:
    """Rows of (name, ours in ms, floor in ms, ratio, limit); medians, taken in turn."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["MAKNA_HOME"] = home
        project = _project(Path(home))
        empty, opened, floor = [], [], []
        for _ in range(ROUNDS):
            floor.append(_time(FLOOR))
            empty.append(_time(OURS))
            opened.append(_time(OURS, str(project)))
    base = median(floor)
    for name, times in (("start to the start page", empty), ("start into a project", opened)):
        yield (name, median(times), base, median(times) / base, LIMIT)


def _time(code: str, *arguments: str) -> float:
    start = perf_counter()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false"}
    with subprocess.Popen(
        [sys.executable, "-c", code, *arguments], env=environment, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        spent = perf_counter() - start
    assert process.returncode == 0
    return spent * 1000


def _project(folder: Path) -> Path:
    from makna import bootstrap
    from makna.services.importing import import_text
    from material import paragraphs

    project = bootstrap.create_project(folder / "bench.makna", coder="Bench")
    for number in range(5):
        import_text(project, f"W{number}", "\n".join(paragraphs(20_000, number)))
    project.close()
    return folder / "bench.makna"


if __name__ == "__main__":
    for row in run():
        print(row)
