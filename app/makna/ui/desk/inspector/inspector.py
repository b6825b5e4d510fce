"""The right pane: follows the place, and keeps the panel that was looked at last."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from makna.domain.changes import ChangeSet
from makna.domain.model import SourceId
from makna.ui.desk.inspector.panel import Panel
from makna.ui.desk.inspector.reading import Reading
from makna.ui.desk.place import Place, Where
from makna.ui.round_timer import RoundTimer
from makna.ui.session import Session
from makna.ui.theme.icons import icon
from makna.ui.theme.sizes import set_icon_px
from makna.ui.theme.theme import current_theme
from makna.ui.widgets.labels import ElidedLabel, as_section

if TYPE_CHECKING:
    # Imported when they are first looked at: each is a fifth of what opening a project takes.
    from makna.ui.desk.inspector.code_panel import CodePanel
    from makna.ui.desk.inspector.passage_panel import PassagePanel
    from makna.ui.desk.inspector.project_panel import ProjectPanel
    from makna.ui.desk.inspector.source_panel import SourcePanel

AnyPanel = TypeVar("AnyPanel", bound=Panel)
_SIDE_PX = 16
SOON_MS = 30


class Scope(StrEnum):
    """What one can look at, nearest first."""

    PASSAGE = "passage"
    CODE = "code"
    SOURCE = "source"
    PROJECT = "project"


_ICONS = {
    Scope.PASSAGE: "quote",
    Scope.CODE: "code",
    Scope.SOURCE: "source",
    Scope.PROJECT: "folder",
}


class Content(QWidget):
    """What scrolls: as high as its wrapped texts want to be at this width, never squeezed.

    A scroll area asks for the smallest height only, which for wrapped labels is a line or two.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Rows that are new know their height only once they have been laid out themselves.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fit)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit()
            self._later.start()
        return done

    def _fit(self) -> None:
        layout = self.layout()
        if layout is None:
            return
        wanted = layout.sizeHint().height()
        if layout.hasHeightForWidth():
            wanted = layout.heightForWidth(self.width())
        if wanted != self.minimumHeight():
            self.setMinimumHeight(wanted)


class Inspector(QFrame):
    """What is chosen, what it is called, what one thought, where else, how it will be cited.

    It shows what was chosen last; without a choice a passage before the code, the source, the
    project. The buttons at the top look at another of these until the place changes.
    """

    code_picker_wanted = Signal(QRect)
    """Where to open it, on the screen: the passage on show should get a code."""
    passages_wanted = Signal(object)
    """(CodeId): all passages of this code."""
    memo_wanted = Signal(object)
    """(MemoId): open this memo."""
    turns_wanted = Signal(int)
    """(SourceId): find the turns of this source anew."""
    import_wanted = Signal()
    frame_wanted = Signal()
    """A code frame should be inserted."""
    copied = Signal(str)
    """The quotation with its reference is on the clipboard."""

    def __init__(self, session: Session, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "panel-right")
        self._session = session
        self._place = place
        self._reading = Reading(session.project)
        self._scroll = QScrollArea(self)
        self._content = Content(self._scroll)
        self._scroll.setWidget(self._content)
        self._inside = QVBoxLayout(self._content)
        self._made: list[Panel] = []
        self.scope = Scope.PROJECT
        self._known_source: SourceId | None = None
        self._wanted: Scope | None = None
        """What to look at when the panel is read next; None: the same."""
        self._elsewhere = False
        # The page is painted first; and where the place changes too, one reading is enough.
        self._soon = RoundTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._read_again)
        self.heading = ElidedLabel("", self)
        as_section(self.heading)
        self.scope_buttons: dict[Scope, QToolButton] = {}
        self._lay_out()
        self._connect()
        self._retranslate()
        self._follow(Where(), place.now)
        self.catch_up()

    # A panel is made when it is first looked at.

    @cached_property
    def passage(self) -> PassagePanel:
        from makna.ui.desk.inspector.passage_panel import PassagePanel

        panel = self._add(PassagePanel)
        panel.code_picker_wanted.connect(self.code_picker_wanted)
        panel.passages_wanted.connect(self.passages_wanted)
        panel.copied.connect(self.copied)
        return panel

    @cached_property
    def code(self) -> CodePanel:
        from makna.ui.desk.inspector.code_panel import CodePanel

        panel = self._add(CodePanel)
        panel.passages_wanted.connect(self.passages_wanted)
        return panel

    @cached_property
    def source(self) -> SourcePanel:
        from makna.ui.desk.inspector.source_panel import SourcePanel

        panel = self._add(SourcePanel)
        panel.turns_wanted.connect(self.turns_wanted)
        return panel

    @cached_property
    def project(self) -> ProjectPanel:
        from makna.ui.desk.inspector.project_panel import ProjectPanel

        panel = self._add(ProjectPanel)
        panel.import_wanted.connect(self.import_wanted)
        panel.frame_wanted.connect(self.frame_wanted)
        return panel

    def panel(self) -> Panel:
        """The panel on show."""
        match self.scope:
            case Scope.PASSAGE:
                return self.passage
            case Scope.CODE:
                return self.code
            case Scope.SOURCE:
                return self.source
            case Scope.PROJECT:
                return self.project

    def look_at(self, scope: Scope) -> None:
        """Show this, if there is one: otherwise the nearest thing that there is."""
        there = self._there()
        before, self._wanted = self.scope, None
        self.scope = scope if scope in there else there[0]
        shown = self.panel()
        for panel in self._made:
            panel.setVisible(panel is shown)
        self._soon.stop()
        shown.read()
        self._show_scopes(there)
        if self.scope is not before:
            self._scroll.verticalScrollBar().setValue(0)

    def catch_up(self) -> None:
        """Show now what would be shown in a moment."""
        if self._soon.isActive():
            self._soon.stop()
            self._read_again()

    def copy_quotation(self) -> None:
        """Put the chosen words with their reference on the clipboard; nothing without any."""
        self.catch_up()
        if self._is_chosen():
            if self.scope is not Scope.PASSAGE:
                self.passage.read()
            self.passage.copy()

    def write_memo(self) -> None:
        """Put the cursor into the memo of what is on show."""
        self.catch_up()
        if self.scope is Scope.PASSAGE:
            self.passage.open_memo()
            return
        fields = {
            Scope.CODE: lambda: self.code.fields["memo"],
            Scope.SOURCE: lambda: self.source.memo,
            Scope.PROJECT: lambda: self.project.fields["memo"],
        }
        field = fields[self.scope]()
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(field)

    def sizeHint(self) -> QSize:
        return QSize(300, 600)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _add(self, kind: type[AnyPanel]) -> AnyPanel:
        panel = kind(self._session, self._place, self._reading, self._content)
        # Else the layout asks for the height at a width that the panel never gets.
        panel.setMinimumWidth(1)
        panel.hide()
        panel.memo_wanted.connect(self.memo_wanted)
        self._inside.insertWidget(len(self._made), panel)
        self._made.append(panel)
        return panel

    def _lay_out(self) -> None:
        content = self._content
        # Never wider than the pane: chips and labels shorten instead.
        content.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._inside.setContentsMargins(_SIDE_PX, 4, _SIDE_PX, 20)
        self._inside.setSpacing(0)
        self._inside.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self._scroll, 1)
        self.setMinimumWidth(220)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(_SIDE_PX, 10, 10, 4)
        head.setSpacing(1)
        head.addWidget(self.heading, 1)
        group = QButtonGroup(self)
        for scope in Scope:
            button = QToolButton(self)
            button.setIcon(icon(_ICONS[scope]))
            set_icon_px(button, 14)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _on, wanted=scope: self.look_at(wanted))
            group.addButton(button)
            head.addWidget(button)
            self.scope_buttons[scope] = button
        return head

    def _connect(self) -> None:
        self._session.changed.connect(self._after)
        self._session.closing.connect(self._soon.stop)
        self._place.changed.connect(self._follow)
        theme = current_theme()
        if theme is not None:
            theme.changed.connect(self._read_soon)

    def _read_soon(self) -> None:
        # Not its timer's `start`: that would be called when the desk is gone, too.
        self._soon.start()

    def _follow(self, old: Where, new: Where) -> None:
        self._wanted = self._scope_after(old, new)
        self._elsewhere |= (old.passage, old.code, old.source) != (
            new.passage,
            new.code,
            new.source,
        )
        self._soon.start()

    def _scope_after(self, old: Where, new: Where) -> Scope:
        """What was chosen just now, else what was looked at, else the nearest thing."""
        if new.passage is not None and new.passage != old.passage:
            return Scope.PASSAGE
        selected = (new.source, new.start, new.end, new.region)
        if new.has_selection and selected != (old.source, old.start, old.end, old.region):
            return Scope.PASSAGE
        if new.code is not None and new.code != old.code:
            return Scope.CODE
        if new.source is not None and new.source != old.source:
            return Scope.SOURCE
        looked_at = self._wanted or self.scope
        return looked_at if looked_at is not Scope.PROJECT else Scope.PASSAGE

    def _there(self) -> list[Scope]:
        """What there is to look at, nearest first."""
        now, project = self._place.now, self._session.project
        found = [Scope.PASSAGE] if self._is_chosen() else []
        if now.code is not None and project.codes.get(now.code) is not None:
            found.append(Scope.CODE)
        if now.source is not None and self._source_exists(now.source):
            found.append(Scope.SOURCE)
        return [*found, Scope.PROJECT]

    def _is_chosen(self) -> bool:
        """Whether there is a passage or selected text; without either its panel is not made."""
        now = self._place.now
        made = "passage" in self.__dict__
        return (made or now.passage is not None or now.has_selection) and (
            self.passage.chosen() is not None
        )

    def _source_exists(self, source: SourceId) -> bool:
        """Whether the source is there; asked at every move of the selection, so remembered."""
        if self._known_source != source:
            found = self._session.project.sources.plain(source)
            self._known_source = source if found is not None else None
        return self._known_source is not None

    def _after(self, changes: ChangeSet) -> None:
        self._reading.forget(changes)
        if changes.touches("source"):
            self._known_source = None
        there = self._there()
        if self.scope not in there:
            self.look_at(there[0])
        elif self.panel().matters(changes):
            self._soon.start()

    def _read_again(self) -> None:
        if not self._session.is_open:
            return
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            self.panel().read()
            self._show_scopes(self._there())
            return
        self.look_at(wanted)
        if self._elsewhere:
            self._elsewhere = False
            self._scroll.verticalScrollBar().setValue(0)

    def _show_scopes(self, there: list[Scope]) -> None:
        for scope, button in self.scope_buttons.items():
            button.setEnabled(scope in there)
            button.setChecked(scope is self.scope)
        self.heading.setText(self._title())

    def _title(self) -> str:
        if self.scope is Scope.PASSAGE:
            known = self.passage.shown_passage() is not None
            return self.tr("Selected passage") if known else self.tr("Selected text")
        titles = {
            Scope.CODE: self.tr("Code"),
            Scope.SOURCE: self.tr("Source"),
            Scope.PROJECT: self.tr("Project"),
        }
        return titles[self.scope]

    def _retranslate(self) -> None:
        names = {
            Scope.PASSAGE: self.tr("The selected passage"),
            Scope.CODE: self.tr("The selected code"),
            Scope.SOURCE: self.tr("The source in front"),
            Scope.PROJECT: self.tr("The project"),
        }
        for scope, name in names.items():
            self.scope_buttons[scope].setToolTip(name)
            self.scope_buttons[scope].setAccessibleName(name)
        self.setAccessibleName(self.tr("What is selected"))
        self.heading.setText(self._title())
