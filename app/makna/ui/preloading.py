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
from makna.ui.time_slices import TimeSlices

PAUSE_MS = 500
"""After a project was opened: its desk comes first."""
BESIDE = ("makna.storage.tables", "markdown_it", "regex")
"""Each all in one piece, so in a thread of its own: the first query by the mapper needs the first,
what is written in Markdown the second, a search for a pattern the third."""
MODULES = (
    # What each needs stands before it, so that no slice is long; what is next most often, first.
    "makna.ui.page.build",
    "makna.ui.page.surface",
    "makna.ui.page.edgeeditor",
    "makna.ui.page.gutter",
    "makna.ui.page.margin",
    "makna.ui.page.canvas",
    "makna.ui.page.correctable",
    "makna.ui.page.view",
    "makna.ui.desk.source_page",
    "makna.ui.desk.inspector.speakers",
    "makna.ui.desk.inspector.source_panel",
    "makna.ui.desk.inspector.passage_panel",
    "makna.ui.desk.inspector.code_panel",
    "makna.services.searching",
    "makna.ui.desk.result_keep",
    "makna.ui.desk.result_delegate",
    "makna.ui.desk.result_listing",
    "makna.ui.desk.result_list",
    "makna.ui.desk.results_pane",
    "makna.ui.desk.memo_page",
    "makna.ui.desk.case_model",
    "makna.ui.desk.case_table",
    "makna.ui.desk.cases_pane",
    "makna.ui.desk.history_pane",
    "makna.services.frames",
    "makna.ui.desk.frames_page",
    "makna.services.importing",
    "makna.ui.desk.new_source_page",
    "makna.ui.backup_list",
    "makna.ui.settings_page",
    "makna.ui.shortcuts_page",
    "makna.domain.report",
    "makna.domain.quote_edits",
    "makna.services.documents",
    "makna.domain.names",
    "makna.services.pseudonyms",
    "makna.services.exporting",
    "makna.domain.controls",
    "makna.domain.refreshing",
    "makna.formats.refreshing.regions",
    "makna.formats.refreshing.record",
    "makna.formats.refreshing.parts",
    "makna.formats.refreshing.comments",
    "makna.formats.refreshing.places",
    "makna.formats.refreshing.words",
    "makna.formats.refreshing.transplant",
    "makna.formats.refreshing.chapter",
    "makna.services.refreshing",
    "lxml.etree",
    "makna.formats.readers.docx.package",
    "makna.formats.templates",
    "lxml.html",
    "PIL.Image",
    "makna.domain.pseudonym_report",
    "makna.ui.desk.export_form",
    "makna.ui.desk.export_preview",
    "makna.ui.desk.written_files",
    "makna.ui.desk.export_page",
    "makna.domain.references",
    "makna.services.shelf",
    "makna.services.chapter_shelves",
    "makna.services.chapter_plan",
    "makna.services.reports.markdown",
    "makna.services.reports.chapter",
    "makna.ui.desk.write.flow",
    "makna.ui.desk.write.paper",
    "makna.ui.desk.write.preview",
    "makna.ui.desk.write.card",
    "makna.ui.desk.write.shelf",
    "makna.ui.desk.write.reference_box",
    "makna.ui.desk.write.settings_panel",
    "makna.ui.desk.write.out_panel",
    "makna.ui.desk.write.side_panel",
    "makna.domain.chapter",
    "makna.ui.desk.write.book",
    "makna.ui.desk.write.outline_pane",
    "makna.ui.desk.write.section_head",
    "makna.ui.desk.write.shelf_verbs",
    "makna.ui.desk.write.write_page",
    "makna.ui.manual.page",
    "makna.ui.manual",
    "makna.ui.desk.pseudonyms_page",
    "makna.storage.editions",
    "makna.storage.pseudonyms",
    "regex",
    "stopwordsiso._core",
    "stopwordsiso",
    "makna.domain.comment_match",
    "makna.domain.comment_text",
    "makna.domain.comment_plan",
    "makna.formats.readers.docx.numbering",
    "makna.formats.readers.docx.inline",
    "makna.formats.readers.docx.blocks",
    "xml.sax.saxutils",
    "makna.services.comment_export",
    "makna.services.comments",
    "makna.services.comment_codes",
    "makna.ui.desk.comments_page",
    "makna.domain.post_columns",
    "makna.formats.tables",
    "makna.services.proposals",
    "makna.ui.desk.import_choices",
    "makna.ui.desk.import_preview",
    "makna.ui.desk.import_report",
    "makna.ui.desk.turns_page",
    "makna.services.erasing",
    "makna.ui.desk.erase_page",
    "makna.ui.page_image.painting",
    "makna.ui.page_image.pointer",
    "makna.ui.page_image.view",
    "makna.ui.desk.look_bar",
    "makna.ui.desk.page_look",
    "_strptime",
)


class Preloader(QObject):
    """Imports once; a module that is there already takes no time."""

    done = Signal()
    """All is there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.slices = TimeSlices(self)
        self._soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._soon.timeout.connect(self.begin)

    def begin_soon(self) -> None:
        self._soon.start()

    def begin(self) -> None:
        """Begin now."""
        in_background(_import_beside)
        pieces: list[Callable[[], object]] = [partial(import_module, name) for name in MODULES]
        pieces.append(_use_patterns)
        pieces.append(self.done.emit)
        self.slices.begin(pieces)


def _import_beside() -> None:
    for name in BESIDE:
        import_module(name)


def _use_patterns() -> None:
    """Compile those of searching, which are compiled when they are first used."""
    from makna.search import analysis, query

    analysis.words("makna")
    query.parse("makna")
