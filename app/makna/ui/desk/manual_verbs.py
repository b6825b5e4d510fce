"""Opens the manual in the desk, on the page for what is in front."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from makna.ui.desk.desk import Desk
from makna.ui.desk.inspector import Scope

if TYPE_CHECKING:
    from makna.ui.desk.source_page import SourcePage
    from makna.ui.manual import ManualPage

KIND = "manual"
"""Of its tab."""
_ABOUT = {
    Scope.PASSAGE: "passage",
    Scope.CODE: "codes",
    Scope.SOURCE: "source-facts",
    Scope.PROJECT: "project",
}
"""What the manual calls the panels of the right pane."""


class ManualVerbs(QObject):
    """F1: help for this; F1 in the manual itself: its first page."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def open(self) -> ManualPage:
        """Show the page about what is in front, or where the keys go."""
        view = self.view_in_front()
        page = self._desk.pages.open_page(KIND, lambda: self.tr("Manual"), self._make)
        manual = cast("ManualPage", page)
        manual.show_view(view)
        manual.list.setFocus()
        return manual

    def view_in_front(self) -> str:
        """What the user looks at, by the name that the manual's pages have for it."""
        desk = self._desk
        for pane, name in (
            (desk.results if desk.shows_results() else None, "results"),
            (desk.codes, "codes"),
            (desk.memos, "memos"),
            (desk.sources, "sources"),
            (desk.inspector, _ABOUT[desk.inspector.scope]),
            (desk.header.search, "results"),
        ):
            if _holds_keys(pane):
                return name
        page = desk.pages.source_page
        if page is not None:
            return self._reading(page)
        return desk.pages.current_kind or "empty"

    def _reading(self, page: SourcePage) -> str:
        if page.correcting:
            return "correcting"
        return "pages" if page.paged else "source"

    def _make(self) -> QWidget:
        # Reading Markdown takes a twentieth of a second to import.
        from makna.ui.manual import ManualPage

        page = ManualPage(self._desk)
        page.link_wanted.connect(self._desk.link_wanted)
        return page


def _holds_keys(pane: QWidget | None) -> bool:
    focused = QApplication.focusWidget()
    return (
        pane is not None and focused is not None and (focused is pane or pane.isAncestorOf(focused))
    )
