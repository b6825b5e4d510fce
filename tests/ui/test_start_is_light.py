"""What opening a project imports, counted: no clock can blur it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from makna import bootstrap

OPEN = """
import json, sys
from pathlib import Path
from makna.ui.app import make_application
from makna.ui.main_window import MainWindow
app = make_application([])
window = MainWindow()
window.show()
assert window.open_project(Path(sys.argv[1]))
app.processEvents()
print(json.dumps(sorted(sys.modules)))
"""
FOR_LATER = (
    # SQLAlchemy's mapper alone takes a fifth of the time to start.
    *("sqlalchemy.orm", "makna.storage.tables", "alembic"),
    # What only some do, and not at once.
    *("multiprocessing.context", "lxml.etree", "docx", "openpyxl", "PIL.Image"),
    *("whoosh", "regex", "markdown_it", "rapidfuzz.fuzz", "pypdfium2", "stopwordsiso"),
    *("makna.services.importing", "makna.ui.page_image.view"),
    # What a project does not show before something is opened, chosen or searched.
    *("makna.ui.page.view", "makna.ui.desk.source_page", "makna.ui.desk.memo_page"),
    *("makna.ui.desk.results_pane", "makna.services.searching", "makna.services.retrieval"),
    *("makna.ui.desk.inspector.passage_panel", "makna.ui.desk.inspector.code_panel"),
    *("makna.ui.desk.inspector.source_panel", "makna.domain.chapter", "makna.domain.report"),
)


def test_a_project_is_opened_without_what_is_for_later(tmp_path: Path) -> None:
    path = tmp_path / "ringan.makna"
    bootstrap.create_project(path).close()
    told = subprocess.run(
        [sys.executable, "-c", OPEN, str(path)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false"},
    )
    loaded = json.loads(told.stdout.splitlines()[-1])
    assert [name for name in FOR_LATER if name in loaded] == []
