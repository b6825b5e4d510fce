"""The desk: composes the panes of an open project and connects what they want to who can do it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from makna.domain.changes import ChangeSet
from makna.domain.errors import UserError
from makna.domain.model import CodeId, MemoId, SourceId
from makna.services.correcting import Collapsed
from makna.ui.commands import Commands
from makna.ui.desk.codes_pane import CodesPane
from makna.ui.desk.coding_actions import CodingActions
from makna.ui.desk.frame import DeskFrame
from makna.ui.desk.inspector import Inspector
from makna.ui.desk.memos_pane import MemosPane
from makna.ui.desk.menus import all_commands, page_menu
from makna.ui.desk.navigation import Navigation
from makna.ui.desk.next_steps import NextSteps
from makna.ui.desk.pages import Pages
from makna.ui.desk.place import Place, Where
from makna.ui.desk.sources_pane import SourcesPane
from makna.ui.desk.status import Status
from makna.ui.desk.view_state import ViewStateKeeper
from makna.ui.page import FocusMode
from makna.ui.session import Session
from makna.ui.theme.icons import icon
from makna.ui.widgets.empty_state import EmptyChoice, EmptyState
from makna.ui.widgets.header_bar import HeaderBar
from makna.ui.widgets.notice_bar import NoticeAction

if TYPE_CHECKING:
    # Imported with the first search: it brings all of searching and retrieving.
    from makna.ui.desk.results_pane import ResultsPane


class Desk(DeskFrame):
    """One open project. It decides nothing about data: services do, and the session tells."""

    import_wanted = Signal()
    """Choose documents to import."""
    files_dropped = Signal(object)
    """(list[Path]): import these."""
    page_wanted = Signal(str)
    """A page by name: `frames`, `export`, `history`, `cases`, `new-source`."""
    export_wanted = Signal(object)
    """(ExportOptions): export what is listed."""
    link_wanted = Signal(str)
    language_wanted = Signal()
    """The other language."""
    results_left = Signal()
    """The results were closed."""
    coder_wanted = Signal()
    """Say who works."""

    def __init__(self, session: Session, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.commands = commands
        self.place = Place(self)
        self.coding = CodingActions(session, self.place, self)
        self.header = HeaderBar(commands["undo"], commands["redo"], commands["export"], self)
        self.empty = EmptyState(self)
        self.pages = Pages(session, self.place, self.empty, self.middle)
        self.sources = SourcesPane(session, self.place, self.left_halves)
        self.codes = CodesPane(session, self.place, self.left_halves)
        self.memos = MemosPane(session, self.place, self.left)
        self.inspector = Inspector(session, self.place, self.sides)
        self.navigation = Navigation(session, self.place, self)
        self.status = Status(session, self.place, self.pages, self)
        halves = (self.sources, self.codes)
        self.lay_out(self.header, halves, self.pages, self.inspector, self.status)
        self.left.addWidget(self.memos)
        self.setFocusProxy(self.pages)
        self._add_menu_button()
        self._connect_session()
        self._connect_lists()
        self._connect_pages()
        self.retranslate()

    @cached_property
    def results(self) -> ResultsPane:
        """The pane below the text; made when something is searched or retrieved."""
        from makna.ui.desk.results_pane import ResultsPane

        pane = ResultsPane(self.session, self.place, self.middle)
        self.add_results(pane)
        self._connect_results(pane)
        return pane

    def open(self) -> None:
        """Put everything where it was when the project was closed."""
        self.restore(self.session)
        self.keeper = ViewStateKeeper(self)
        self.keeper.restore()
        self.next_steps.show_now()
        self.pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_project(self) -> None:
        """Remember where everything is, and let the project go."""
        self.keeper.keep()
        self.hide()
        self.session.close()

    def retranslate(self) -> None:
        if not self.session.is_open:
            return
        self._show_project()
        self._show_empty_state()
        self.next_steps.show_now()
        keys = self.commands["search"].shortcut().toString()
        self.header.search.set_shortcut_hint(keys)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # What the user is told

    def tell(self, text: str, *actions: NoticeAction) -> None:
        """A small notice that goes away by itself."""
        self.notices.show_notice(text, "info", actions)

    def tell_error(self, error: UserError) -> None:
        """What happened, why, and what to do."""
        self.notices.show_error(error)
        if self.session.refused.in_texts:  # which can be taken back, also before the first step
            self.commands["undo"].setEnabled(True)

    def undo_action(self) -> NoticeAction:
        return NoticeAction(self.tr("Undo"), self.session.undo, of_last_step=True)

    # Coding at the place where the user is

    def anchor(self) -> QRect:
        """Where a box about the selection opens, on the screen."""
        page = self.pages.source_page
        if page is None:
            return QRect(
                self.mapToGlobal(QPoint(self.width() // 2, 120)), self.mapToGlobal(QPoint())
            )
        return page.anchor()

    def pick_code(self) -> None:
        self.coding.pick(self.anchor())

    def show_results(self, shown: bool = True) -> None:
        self.results.setVisible(shown)
        self.commands["results_pane"].setChecked(shown)

    def search(self, words: str) -> None:
        """Search everything, and show what was found."""
        if words.strip():
            self.show_results()
            self.results.search(words)

    def show_passages(self, code: int | None = None) -> None:
        """Those of a code, or those with a memo."""
        self.show_results()
        self.results.show_memos() if code is None else self.results.show_passages([CodeId(code)])
        self.results.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> None:
        self.header.search.setFocus()
        self.header.search.selectAll()

    def _enter_results(self) -> None:
        if self.shows_results():
            self.results.setFocus(Qt.FocusReason.TabFocusReason)

    def set_focus_mode(self, mode: FocusMode) -> None:
        """Fade what is not coded, or what the chosen code does not cover."""
        for page in self.pages.source_pages():
            page.page.set_focus(self.place.now.code, mode)

    # Connections

    def _connect_session(self) -> None:
        self.session.failed.connect(self.tell_error)
        self.session.changed.connect(self._after)
        self.next_steps = NextSteps(self.session, self.commands, self)
        self.coding.nothing_selected.connect(self._tell_nothing_selected)
        self.header.search.searched.connect(self.search)
        self.header.search.left.connect(self.pages.setFocus)
        self.header.search.down_pressed.connect(self._enter_results)
        self.status.clicked.connect(self._status_pressed)

    def _connect_lists(self) -> None:
        self.sources.open_wanted.connect(lambda key: self.pages.open_source(SourceId(key)))
        self.sources.import_wanted.connect(self.import_wanted)
        self.sources.files_dropped.connect(self.files_dropped.emit)
        self.sources.removed.connect(self._told_removed)
        self.codes.apply_wanted.connect(lambda code: self.coding.apply(CodeId(code)))
        self.codes.passages_wanted.connect(self.show_passages)
        self.codes.selection_dropped.connect(self.coding.apply_here)
        self.codes.selection_dropped_on_new.connect(self._dropped_on_new)
        self.codes.code_hovered.connect(self._light_code)
        self.codes.frames_wanted.connect(lambda: self.page_wanted.emit("frames"))
        self.codes.removed.connect(self._told_removed)
        self.codes.merged.connect(self._told_merged)
        self.memos.memo_wanted.connect(lambda memo: self.pages.open_memo(MemoId(memo)))
        self.memos.passages_wanted.connect(lambda: self.show_passages())
        self.inspector.code_picker_wanted.connect(self.coding.pick)
        self.inspector.passages_wanted.connect(self.show_passages)
        self.inspector.memo_wanted.connect(lambda memo: self.pages.open_memo(MemoId(memo)))
        self.inspector.copied.connect(
            lambda _words: self.tell(self.tr("Copied with its reference."))
        )

    def _connect_pages(self) -> None:
        self.pages.menu_wanted.connect(self._open_page_menu)
        self.pages.link_wanted.connect(self.link_wanted)
        self.pages.collapsed.connect(self._told_collapsed)
        self.pages.new_wanted.connect(lambda: self.commands["go_to"].trigger())
        self.pages.current_changed.connect(self._page_changed)
        self.empty.chosen.connect(self._empty_chosen)
        self.place.changed.connect(self._place_changed)

    def _connect_results(self, results: ResultsPane) -> None:
        results.memo_wanted.connect(lambda memo: self.pages.open_memo(MemoId(memo)))
        results.closed.connect(self._results_closed)
        results.entered.connect(self.pages.setFocus)
        results.hits_changed.connect(self._show_hits)
        results.pick_wanted.connect(self.coding.pick_for)
        results.again_wanted.connect(self.coding.again_with)
        results.told.connect(self._told_done)
        results.export_wanted.connect(self.export_wanted)
        self.codes.passages_dropped.connect(lambda code, keys: results.work.code(keys, code))

    def _tell_nothing_selected(self) -> None:
        page = self.pages.source_page
        if page is not None and page.paged and not page.page.surface.text:
            self.tell(self.tr("Draw a rectangle on the picture first, then press Ctrl+K."))
        else:
            self.tell(self.tr("Select some words first, then press Ctrl+K."))

    def _results_closed(self) -> None:
        self.show_results(False)
        self._show_hits({})
        self.pages.setFocus()
        self.results_left.emit()

    def _show_hits(self, hits: Mapping[SourceId, Sequence[tuple[int, int]]]) -> None:
        self.pages.hits = dict(hits)
        for page in self.pages.source_pages():
            page.set_hits(hits.get(page.source, ()))

    def _told_done(self, words: str, undoable: bool) -> None:
        self.tell(words, *([self.undo_action()] if undoable else []))

    def _after(self, changes: ChangeSet) -> None:
        self.notices.outdate()
        if changes.touches("project", "source"):
            self._show_project()
            self._show_empty_state()

    def _place_changed(self, old: Where, new: Where) -> None:
        page = self.pages.source_page
        if old.code != new.code and page is not None:
            page.page.set_focus(new.code, page.page.surface.scene.focus)

    def _page_changed(self) -> None:
        page = self.pages.source_page
        action = self.commands["correct"]
        action.setEnabled(page is not None and self.session.writable)
        action.setChecked(page is not None and page.correcting)

    def _dropped_on_new(self, start: int, end: int) -> None:
        source = self.place.now.source
        if source is not None:
            self.place.change(source=source, start=start, end=end, passage=None)
            self.coding.pick(self.anchor())

    def _light_code(self, code: int | None) -> None:
        for page in self.pages.source_pages():
            page.light_code(code)

    def _open_page_menu(
        self, at: QPoint, passages: Sequence[int], selection: tuple[int, int] | None
    ) -> None:
        menu = page_menu(self.session, self.place, self.coding, self.commands, passages, self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _told_removed(self, names: list[str]) -> None:
        listed = ", ".join(f"“{name}”" for name in names[:3]) + ("…" if len(names) > 3 else "")
        self.tell(self.tr("Removed: {names}").format(names=listed), self.undo_action())

    def _told_merged(self, names: list[str], target: str) -> None:
        told = self.tr("“{code}” merged into “{target}”")
        self._told_done(told.format(code="”, “".join(names), target=target), True)

    def _told_collapsed(self, collapsed: Sequence[Collapsed]) -> None:
        words = "; ".join(f"“{each.text[:40]}” ({', '.join(each.codes)})" for each in collapsed)
        text = self.tr("The text of %Ln passage(s) was removed", "", len(collapsed))
        self.notices.show_notice(f"{text}: {words}", "warning", [self.undo_action()])

    def _status_pressed(self, key: str) -> None:
        if key == "zoom":
            self.pages.set_zoom(1.0)
        elif key == "language":
            self.language_wanted.emit()
        elif key == "coder":
            self.coder_wanted.emit()

    def _empty_chosen(self, key: str) -> None:
        if key == "import":
            self.import_wanted.emit()
        else:
            self.page_wanted.emit(key)

    # What is shown

    def _add_menu_button(self) -> None:
        self.menu_button = QToolButton(self)
        self.menu_button.setIcon(icon("more"))
        self.menu_button.clicked.connect(self._open_menu)
        self.header.add_widget(self.menu_button)

    def _open_menu(self) -> None:
        menu = all_commands(self.commands, self)
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self.menu_button.rect().bottomRight()
        menu.popup(self.menu_button.mapToGlobal(corner) - QPoint(menu.sizeHint().width(), 0))

    def _show_project(self) -> None:
        info = self.session.project.overview.info()
        self.header.set_project(info.name, self.tr("%Ln source(s)", "", info.sources))
        self.menu_button.setToolTip(self.tr("All commands"))
        self.menu_button.setAccessibleName(self.tr("All commands"))

    def _show_empty_state(self) -> None:
        if self.session.project.overview.info().sources:
            self.empty.set_content(
                self.tr("Open a source"),
                self.tr("Choose one at the left, or press Ctrl+P and type its name."),
            )
            self.empty.setFocusProxy(self.sources.tree)
            return
        self.empty.set_content(
            self.tr("Bring in your first transcript"),
            self.tr(
                "Word and text files keep their formatting; speakers are found. "
                "You can also drop files anywhere on this window."
            ),
            [
                EmptyChoice("import", self.tr("Import documents…")),
                EmptyChoice("new-source", self.tr("Type or paste a text")),
                EmptyChoice("frames", self.tr("Choose a code frame")),
            ],
        )
