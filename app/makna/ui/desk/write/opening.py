"""The Write view on the desk: what it wants of others is connected here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from makna.domain.model import CodeId, MemoId
from makna.ui.commands import Commands
from makna.ui.desk.inspector.inspector import Scope
from makna.ui.widgets.notice_bar import NoticeAction

if TYPE_CHECKING:
    from makna.ui.desk.comment_pages import CommentPages
    from makna.ui.desk.desk import Desk
    from makna.ui.desk.write.write_page import WritePage
    from makna.ui.tasks import TaskRunner


def make_write_page(
    desk: Desk,
    commands: Commands,
    open_page: Callable[[str], None],
    replaced: CommentPages,
    runner: TaskRunner,
) -> WritePage:
    """A Write view that opens memos, frames and lists beside it."""
    # Twenty modules, which nobody needs who only codes today.
    from makna.ui.desk.write.write_page import WritePage

    # Its parent is where it will stand: what gets another one is styled again.
    page = WritePage(desk.session, desk.place, desk.pages.shelf, runner=runner)
    page.memo_wanted.connect(lambda memo: desk.pages.open_memo(MemoId(memo)))
    page.code_memo_wanted.connect(lambda code: _show_code_memo(desk, commands, CodeId(code)))
    page.frames_wanted.connect(lambda: open_page("frames"))
    page.coding_wanted.connect(lambda: _go_and_code(desk))
    page.replaced_wanted.connect(replaced.show_replaced)
    page.notice_wanted.connect(lambda text, actions: _tell(desk, text, actions))
    page.deleted.connect(
        lambda title: desk.tell(
            page.tr("Chapter “{title}” was deleted").format(title=title), desk.undo_action()
        )
    )
    return page


def _tell(desk: Desk, text: str, actions: Sequence[NoticeAction]) -> None:
    desk.tell(text, *actions)


def _show_code_memo(desk: Desk, commands: Commands, code: CodeId) -> None:
    """The memo of a code is written at the right, beside its definition."""
    commands["right_pane"].setChecked(True)
    desk.place.change(code=code, passage=None)
    desk.inspector.look_at(Scope.CODE)
    desk.inspector.write_memo()


def _go_and_code(desk: Desk) -> None:
    """Back to the sources: the one that was open last, or the list of them."""
    desk.pages.close_page("write")
