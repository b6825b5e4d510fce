"""Imports what pages need before they are asked for, a module at a time, while nothing happens.

Reading the modules of the export page takes as long as building it: together a standstill. At the
start they would only be in the way of a project that somebody waits for.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal

from makna.domain.background import in_background
from makna.ui.turns import Turns

PAUSE_MS = 500
"""After a project was opened: its desk comes first."""
MAPPER = "makna.storage.tables"
"""All in one piece, so in a thread of its own: the first query by the mapper needs it."""
MODULES = (
    # What each needs stands before it, so that no turn is long; what is next most often, first.
    "makna.ui.page.sheet",
    "makna.ui.page.view",
    "makna.ui.desk.source_page",
    "makna.ui.desk.inspector.source_panel",
    "makna.services.reports.parts",
    "makna.ui.desk.inspector.passage_panel",
    "makna.ui.desk.inspector.code_panel",
    "makna.services.searching",
    "makna.ui.desk.results_pane",
    "makna.ui.desk.memo_page",
    "regex",
    "stopwordsiso",
    "lxml.etree",
    "lxml.html",
    "makna.formats.templates",
    "makna.formats.file_texts",
    "makna.services.leaks",
    "makna.services.export_preview",
    "makna.services.export_apart",
    "makna.services.frames",
    "makna.ui.desk.template_box",
    "makna.ui.desk.export_form",
    "makna.ui.desk.export_page",
    "makna.ui.desk.frames_page",
    "makna.ui.desk.case_table",
    "makna.ui.desk.cases_pane",
    "makna.ui.desk.history_pane",
    "makna.ui.settings_page",
    "makna.ui.shortcuts_page",
    "makna.formats.refreshing.anchors",
    "makna.formats.refreshing.parts",
    "makna.formats.refreshing.comments",
    "makna.formats.refreshing.chapter",
    "makna.services.refreshing",
    "makna.ui.desk.refresh_strip",
    "markdown_it.common.html_re",
    "markdown_it",
    "makna.services.reports.markdown",
    "makna.services.reports.chapter",
    "makna.services.writing",
    "makna.ui.desk.write.flow",
    "makna.ui.desk.write.card",
    "makna.ui.desk.write.settings_panel",
    "makna.ui.desk.write.write_page",
)


class Ahead(QObject):
    """Imports once; a module that is there already takes no time."""

    done = Signal()
    """All is there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.turns = Turns(self)
        self._soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._soon.timeout.connect(self.begin)

    def begin_soon(self) -> None:
        self._soon.start()

    def begin(self) -> None:
        """Begin now."""
        in_background(partial(import_module, MAPPER))
        pieces: list[Callable[[], object]] = [partial(import_module, name) for name in MODULES]
        pieces.append(_use_patterns)
        pieces.append(self.done.emit)
        self.turns.begin(pieces)


def _use_patterns() -> None:
    """Compile those of searching, which are compiled when they are first used."""
    from makna.search import analysis, query

    analysis.words("makna")
    query.parse("makna")
