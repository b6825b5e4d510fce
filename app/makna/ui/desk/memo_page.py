"""A memo in a tab: title, kind, what it is linked to, and room to write."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFont, QHelpEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from makna.domain.changes import ChangeSet, Outcome
from makna.domain.errors import UserError
from makna.domain.model import CaseId, LinkTarget, Memo, MemoId, MemoKind, MemoLink, StepId
from makna.domain.wording import Message
from makna.services import memos
from makna.storage.project import Project
from makna.ui.desk.inspector.fields import ChoiceField, LineField, TypedText
from makna.ui.desk.inspector.markdown import MarkdownColors, address_at
from makna.ui.desk.inspector.quotation import beginning
from makna.ui.desk.inspector.targets import ICONS, Target, chosen_targets, go_to, guid_of
from makna.ui.desk.inspector.words import memo_kinds
from makna.ui.desk.place import Place
from makna.ui.moments import day_and_time
from makna.ui.page.looks import READING_FACES
from makna.ui.session import Session
from makna.ui.theme.fonts import Size
from makna.ui.theme.icons import icon
from makna.ui.theme.theme import current_theme
from makna.ui.widgets.chips import ChipFlow, ChipValue
from makna.ui.widgets.labels import Label, as_hint

MEASURE_PX = 620
"""Width of the text at the usual size: about 75 characters a line."""
_READING_SHARE = 1.16
_MOST_LINES = 100_000
_CHIP_CHARACTERS = 38


class MemoPage(QWidget):
    """One memo; everything typed is kept without being asked."""

    title_changed = Signal(object, str)
    """(MemoId, title)"""
    gone = Signal(object)
    """(MemoId): the memo was deleted, or its making was undone."""
    memo_wanted = Signal(object)
    """(MemoId): a linked memo should be opened."""
    case_wanted = Signal(object)
    """(CaseId): a linked case should be shown."""
    link_wanted = Signal(str)
    """address: a link in the text was clicked with Ctrl held, as in a source."""

    def __init__(
        self, session: Session, place: Place, memo_id: MemoId, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.memo_id = memo_id
        self._session, self._place = session, place
        self._links: tuple[MemoLink, ...] = ()
        self._title = ""
        self.title = LineField(session, self, flush=True)
        self.kind = ChoiceField(self)
        self.about = Label(parent=self)
        self.links = ChipFlow(self)
        self.body = TypedText(session, self)
        self._colors = MarkdownColors(self.body.document())
        self._lay_out()
        self._connect()
        self._dress()
        self._retranslate()
        self.read()
        self._begin_where_it_begins()

    def read(self) -> None:
        """Show the memo as it is in the project; what is being typed stays."""
        project = self._session.project
        memo = project.memos.get(self.memo_id)
        if memo is None:
            self.gone.emit(self.memo_id)
            return
        self.title.bind(f"memo-title:{memo.id}", memo.title, self._rename)
        self.body.bind(f"memo:{memo.id}", memo.body, self._write)
        self.kind.choose(str(memo.kind))
        self.kind.setEnabled(self._session.writable)
        self._show_about(memo)
        self._show_links(memo)
        if memo.title != self._title:
            self._title = memo.title
            self.title_changed.emit(memo.id, memo.title)

    def link_menu(self) -> QMenu:
        """What is chosen now and can be linked."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        linked = {link.guid for link in self._links}
        for target in chosen_targets(self._session.project, self._place.now):
            if target.guid not in linked:
                action = menu.addAction(icon(ICONS[target.kind]), target.name.replace("&", "&&"))
                action.triggered.connect(partial(self._link, target))
        if menu.isEmpty():
            menu.addAction(self.tr("Select a passage, code or source first")).setEnabled(False)
        return menu

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.read()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        # A style sheet takes fonts away from widgets that get another parent.
        self._dress()
        super().showEvent(event)

    def _lay_out(self) -> None:
        self.setProperty("look", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title.edit.set_title(Size.TITLE)
        self.about.setProperty("look", "small")
        self.body.setProperty("look", "bare")
        self.body.set_lines(16, _MOST_LINES)
        self.body.document().setDocumentMargin(0)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.kind)
        line.addWidget(self.about, 1)
        sheet = Sheet(self.body)
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(0, 28, 0, 40)
        inside.setSpacing(0)
        inside.addWidget(self.title)
        inside.addSpacing(8)
        inside.addLayout(line)
        inside.addSpacing(12)
        inside.addWidget(self.links)
        inside.addSpacing(22)
        inside.addWidget(self.body)
        inside.addStretch(1)
        self._scroll = self._scrolling(sheet)

    def _scrolling(self, sheet: QWidget) -> QScrollArea:
        """The sheet in the middle, as wide as can be read well."""
        sheet.setMaximumWidth(MEASURE_PX)
        holder = self._holder = QWidget(self)
        across = QHBoxLayout(holder)
        across.setContentsMargins(32, 0, 32, 0)
        across.addStretch(1)
        across.addWidget(sheet, 100)
        across.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(holder)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        return scroll

    def _connect(self) -> None:
        self._session.changed.connect(self._after)
        self.kind.picked.connect(self._set_kind)
        self.links.activated.connect(self._follow)
        self.links.removed.connect(self._unlink)
        self.links.add_requested.connect(self._open_links)
        self.body.cursorPositionChanged.connect(self._keep_cursor_in_sight)
        self.body.committed.connect(lambda _text: self.setFocusProxy(self.body))
        self.title.edit.returnPressed.connect(self.body.setFocus)
        self.body.viewport().installEventFilter(self)
        theme = current_theme()
        if theme is not None:
            theme.changed.connect(self._dress)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            over = address_at(self.body.cursorForPosition(event.pos()))
            words = self.tr("Ctrl and a click open {address}").format(address=over)
            QToolTip.showText(event.globalPos(), as_hint(words) if over else "", self.body)
            return True
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            here = self.body.cursorForPosition(event.position().toPoint())
            if held and event.button() == Qt.MouseButton.LeftButton and (to := address_at(here)):
                self.link_wanted.emit(to)
        return super().eventFilter(watched, event)

    def _dress(self) -> None:
        font = QFont(QApplication.font())
        font.setFamilies(list(READING_FACES))
        font.setPointSizeF(font.pointSizeF() * _READING_SHARE)
        if self.body.font() != font:
            self.body.setFont(font)
        self._colors.set_base(font)

    def _begin_where_it_begins(self) -> None:
        """The focus goes into the text; into the title, to be typed over, while there is none."""
        if self.body.text():
            self.setFocusProxy(self.body)
        else:
            self.setFocusProxy(self.title.edit)
            self.title.edit.selectAll()

    def _retranslate(self) -> None:
        self.title.set_name(self.tr("Title of the memo"), self.tr("Title"))
        self.kind.set_choices({str(kind): name for kind, name in memo_kinds().items()})
        self.kind.setAccessibleName(self.tr("Kind of memo"))
        self.links.set_add(self.tr("Link to what is selected"))
        self.links.setAccessibleName(self.tr("Linked to"))
        hint = self.tr("Write freely. # makes a heading, - a list, **bold**, *italic*.")
        self.body.set_name(self.tr("Text of the memo"), hint)

    def _after(self, changes: ChangeSet) -> None:
        mine = self.memo_id in changes.keys("memo") | changes.parents("memo_link")
        named = changes.touches("source", "code", "cases", "passage", "memo") or changes.texts
        if mine or (self._links and named):
            self.read()

    def _show_about(self, memo: Memo) -> None:
        when = day_and_time(memo.changed_at)
        self.about.setText(self.tr("{coder} · changed {when}").format(coder=memo.coder, when=when))

    def _show_links(self, memo: Memo) -> None:
        self._links = memo.links
        writable = self._session.writable
        colors = {
            code.guid: code.color
            for code in self._session.project.codes.tree(counted=False).ordered
        }
        self.links.set_chips(
            [
                ChipValue(rank, _chip_words(link), colors.get(link.guid, ""), link.label, writable)
                for rank, link in enumerate(memo.links)
            ]
        )

    def _rename(self, title: str) -> Outcome[None]:
        return memos.change_memo(self._session.project, self.memo_id, title=title)

    def _write(self, text: str, step: StepId | None) -> Outcome[None]:
        return memos.change_memo(self._session.project, self.memo_id, body=text, amend=step)

    def _set_kind(self, kind: str) -> None:
        project, memo = self._session.project, self.memo_id
        self._session.perform(lambda: memos.change_memo(project, memo, kind=MemoKind(kind)))

    def _open_links(self) -> None:
        chip = self.links.chips()[-1]
        self.link_menu().popup(chip.mapToGlobal(QPoint(0, chip.height() + 2)))

    def _link(self, target: Target, *_checked: bool) -> None:
        project, memo, title = self._session.project, self.memo_id, self._title
        self._session.perform(lambda: _link(project, memo, title, target))

    def _unlink(self, rank: int) -> None:
        link, project = self._links[rank], self._session.project
        self._session.perform(
            lambda: memos.unlink_memo(project, self.memo_id, link.target, link.guid)
        )

    def _follow(self, rank: int) -> None:
        link, project = self._links[rank], self._session.project
        key = project.memos.target_id(link.target, link.guid)
        if link.target is LinkTarget.MEMO and key is not None:
            self.memo_wanted.emit(MemoId(key))
        elif link.target is LinkTarget.CASE and key is not None:
            self.case_wanted.emit(CaseId(key))
        else:
            try:
                go_to(project, self._place, link.target, link.guid)
            except UserError as error:
                self._session.failed.emit(error)

    def _keep_cursor_in_sight(self) -> None:
        """The sheet scrolls, not the text: so it has to be told where the cursor is."""
        if self.body.hasFocus():
            inside = self.body.mapTo(self._holder, self.body.cursorRect().center())
            self._scroll.ensureVisible(inside.x(), inside.y(), 0, 48)


class Sheet(QWidget):
    """Where a memo is written; a click below its last line goes on writing."""

    def __init__(self, body: TypedText) -> None:
        super().__init__()
        self._body = body

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().y() > self._body.geometry().bottom():
            self._body.setFocus(Qt.FocusReason.MouseFocusReason)


def _link(project: Project, memo: MemoId, title: str, target: Target) -> Outcome[None]:
    with project.transact(Message.of("step.link_memo", title=title)) as step:
        memos.link_memo(project, memo, target.kind, guid_of(project, target))
    return Outcome(None, step.changes)


def _chip_words(link: MemoLink) -> str:
    words = beginning(link.label, _CHIP_CHARACTERS)
    return f"“{words}”" if link.target is LinkTarget.PASSAGE else words
