"""Removing a source or a case for good, from wherever that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from makna import bootstrap
from makna.domain.model import CaseId, SourceId
from makna.ui.desk.desk import Desk
from makna.ui.desk.index_flow import IndexFlow

if TYPE_CHECKING:
    from makna.services.erasing import Erasure


class EraseVerbs(QObject):
    """Opens the one page that asks first: what it does cannot be undone."""

    def __init__(self, desk: Desk, indexing: IndexFlow) -> None:
        super().__init__(desk)
        self._desk = desk
        self._indexing = indexing
        desk.sources.erase_wanted.connect(self.erase_source)

    def erase_source(self, source: SourceId) -> None:
        from makna.services.erasing import plan_source

        project = self._desk.session.project
        found = project.sources.plain(source)
        if found is not None:
            self._ask(lambda: plan_source(project, found.guid))

    def erase_case(self, case: CaseId) -> None:
        from makna.services.erasing import plan_case

        project = self._desk.session.project
        found = next((each for each in project.cases.all() if each.id == case), None)
        if found is not None:
            self._ask(lambda: plan_case(project, found.guid))

    def _ask(self, make_plan: Callable[[], Erasure]) -> None:
        # What is being typed belongs to the plan: it is kept first.
        self._desk.session.about_to_act.emit()
        plan = make_plan()
        pages = self._desk.pages
        pages.close_page("erase")
        pages.open_page("erase", lambda: self.tr("Remove for good"), lambda: self._page(plan))

    def _page(self, plan: Erasure) -> QWidget:
        from makna.ui.desk.erase_page import ErasePage

        page = ErasePage(self._desk.session, plan, bootstrap.backup_folder(), self._desk)
        page.closed.connect(lambda: self._desk.pages.close_page("erase"))
        page.erased.connect(self._told)
        # A segment that another process makes meanwhile would bring the words back.
        page.about_to_erase.connect(self._indexing.stop)
        return page

    def _told(self, words: str) -> None:
        self._desk.pages.close_page("erase")
        self._desk.tell(words)
