"""The pictures of README, taken of the real window on the demo project: `pictures.py`."""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parents[1]
SIZE = (1440, 900)
SETTLE_MS = 600


def main() -> int:
    """Take the desk in both languages and themes into `resources/pictures`."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as home:
        os.environ["MAKNA_HOME"] = home
        for language, theme in (("id", "light"), ("en", "dark")):
            _take(language, theme, ROOT / "resources" / "pictures" / f"desk-{language}.png")
    return 0


def _take(language: str, theme: str, target: Path) -> None:
    from PySide6.QtTest import QTest

    from makna import bootstrap
    from makna.ui.app import dress, make_application
    from makna.ui.main_window import MainWindow

    settings = replace(bootstrap.settings(), language=language, theme=theme, coder_name="Peneliti")
    bootstrap.keep_settings(settings)
    app = make_application([])
    dress(app, settings)
    window = MainWindow()
    window.resize(*SIZE)
    window.show()
    window.open_project(bootstrap.copy_demo(language))
    desk = window.desk
    assert desk is not None
    project = desk.session.project
    source = next(s for s in project.sources.all() if s.name.startswith("I1"))
    desk.pages.open_source(source.id)
    passages = [p for p in project.passages.of_source(source.id) if len(p.codings) > 1]
    chosen = next(p for p in passages if p.memo or any(c.memo for c in p.codings))
    desk.place.go(source.id, chosen.start, chosen.end)
    desk.place.change(source=source.id, passage=chosen.id)
    QTest.qWait(2 * SETTLE_MS)
    window.grab().save(str(target))
    window.close_project()
    window.close()


if __name__ == "__main__":
    sys.exit(main())
