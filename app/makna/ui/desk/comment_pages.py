"""The pages of comments and of pseudonyms: opened in the desk, and led to each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from makna.domain.model import SourceId
from makna.ui.commands import Commands
from makna.ui.desk.desk import Desk
from makna.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from makna.domain.pseudonyms import Replacement

    # Imported when they are opened, as all pages are that not everybody opens every day.
    from makna.ui.desk.comments_page import CommentsPage
    from makna.ui.desk.pseudonyms_page import PseudonymsPage


class CommentPages(QObject):
    """Binds the two commands; there is one page of each kind."""

    def __init__(self, desk: Desk, commands: Commands, runner: TaskRunner) -> None:
        super().__init__(desk)
        self._desk = desk
        self._runner = runner
        commands.bind("comments", self.comments, owner=self)
        commands.bind("pseudonyms", self.pseudonyms, owner=self)

    def comments(self) -> CommentsPage:
        page = self._desk.pages.open_page(
            "comments", lambda: self.tr("Comments in Word"), self._make_comments
        )
        return cast("CommentsPage", page)

    def pseudonyms(self) -> PseudonymsPage:
        page = self._desk.pages.open_page(
            "pseudonyms", lambda: self.tr("Pseudonyms"), self._make_names
        )
        return cast("PseudonymsPage", page)

    def as_codes(self, source: int) -> None:
        """The comments of an imported file, which are memos now, shown as the codes they'd be."""
        self.comments().show_original(SourceId(source))

    def show_replaced(self, name: str, replacements: Sequence[Replacement]) -> None:
        """What pseudonyms replaced in a file that was written."""
        self.pseudonyms().show_replacements(name, replacements)

    def _make_comments(self) -> CommentsPage:
        from makna.ui.desk.comments_page import CommentsPage

        desk = self._desk
        page = CommentsPage(desk.session, desk)
        page.notice_wanted.connect(lambda text, actions: desk.tell(text, *actions))
        page.report_wanted.connect(self.show_replaced)
        page.place_wanted.connect(
            lambda source, start, end: desk.pages.go(SourceId(source), start, end)
        )
        return page

    def _make_names(self) -> PseudonymsPage:
        from makna.ui.desk.pseudonyms_page import PseudonymsPage

        return PseudonymsPage(self._desk.session, self._desk, runner=self._runner)
