"""Who speaks in a source: their names, who asks, whose words the answers are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QGridLayout, QMenu, QPushButton, QWidget

from makna.domain.changes import Outcome
from makna.domain.codetree import name_key
from makna.domain.model import Case, CaseId, SourceId, SpeakerId
from makna.services import sources
from makna.ui.desk.inspector.fields import LineField
from makna.ui.session import LARGE, Session
from makna.ui.theme.theme import set_look
from makna.ui.widgets.labels import Label, ShorteningButton

CASE_PX = 96
NAME_PX = 84
"""Room for a name in a narrow pane, before the case."""


@dataclass(frozen=True)
class SpeakerRow:
    """Who speaks in the source."""

    id: SpeakerId
    name: str
    interviewer: bool
    case: CaseId | None


class Speakers(QWidget):
    """A row for each speaker. Typing the name of another one makes the two one."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._source = SourceId(0)
        self._shown: tuple[list[SpeakerRow], list[tuple[CaseId, str]]] = ([], [])
        self.names: dict[SpeakerId, LineField] = {}
        self.checks: dict[SpeakerId, QCheckBox] = {}
        self.buttons: dict[SpeakerId, QPushButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)

    def show_rows(self, source: SourceId, rows: list[SpeakerRow], all_cases: list[Case]) -> None:
        """Show who speaks in a source."""
        names = [(case.id, case.name) for case in all_cases]
        if (source, (rows, names)) == (self._source, self._shown):
            return
        same = (source, [row.id for row in rows]) == (self._source, list(self.names))
        self._source = source
        self._shown = (rows, names)
        if not same:
            self._fill()
            return
        for row in rows:
            self._tell(row, dict(names))

    def case_menu(self, speaker: SpeakerId) -> QMenu:
        """Whose words these are, and whether two speakers are one person."""
        rows, names = self._shown
        name, linked = next((row.name, row.case) for row in rows if row.id == speaker)
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        self._choice(menu, self.tr("No case"), partial(self._link, speaker, None), linked is None)
        for case, case_name in names:
            self._choice(menu, case_name, partial(self._link, speaker, case), linked == case)
        if name_key(name) not in {name_key(each) for _, each in names}:
            menu.addSeparator()
            new = self.tr("New case “{name}”").format(name=name)
            self._offer(menu, new, partial(self._link_new, speaker, name))
        others = [row for row in rows if row.id != speaker]
        if others:
            menu.addSeparator()
            same = menu.addMenu(self.tr("Same person as"))
            for row in others:
                self._offer(same, row.name, partial(self._rename_to, speaker, row.name))
        return menu

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)

    def _offer(self, menu: QMenu, text: str, run: partial[None]) -> QAction:
        action = menu.addAction(text.replace("&", "&&"))
        action.triggered.connect(lambda _on=False: run())
        return action

    def _choice(self, menu: QMenu, text: str, run: partial[None], on: bool) -> None:
        """One of several of which the one in force is ticked."""
        action = self._offer(menu, text, run)
        action.setCheckable(True)
        action.setChecked(on)

    def _fill(self) -> None:
        rows, names = self._shown
        self._clear()
        if rows:
            self._head()
        for number, row in enumerate(rows, start=1):
            self._add(number, row, dict(names))

    def _clear(self) -> None:
        self.names, self.checks, self.buttons = {}, {}, {}
        while (item := self._grid.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()

    def _head(self) -> None:
        """Says once what the ticks mean: beside each of them it would take room from the names."""
        asks = Label(self.tr("asks"), self)
        asks.setProperty("look", "small")
        self._grid.addWidget(asks, 0, 1, 1, 2)
        asks.show()

    def _add(self, number: int, row: SpeakerRow, names: dict[CaseId, str]) -> None:
        name = LineField(self._session, self, flush=True)
        name.setMinimumWidth(NAME_PX)
        check = QCheckBox(self)
        check.setToolTip(self.tr("The interviewer: shown quieter"))
        check.clicked.connect(lambda on: self._asks(row.id, on))
        button = ShorteningButton("", self)
        button.setMaximumWidth(CASE_PX)
        button.setMinimumWidth(1)
        button.setToolTip(self.tr("Whose words these are; or: the same person as another speaker"))
        button.clicked.connect(lambda: self._open(row.id))
        for column, widget in enumerate((name, check, button)):
            widget.setEnabled(self._session.writable or widget is name)
            self._grid.addWidget(widget, number, column)
            # A layout shows what is new in the next turn: the pane would be seen without it.
            widget.show()
        self.names[row.id], self.checks[row.id], self.buttons[row.id] = name, check, button
        self._tell(row, names)

    def _tell(self, row: SpeakerRow, names: dict[CaseId, str]) -> None:
        """What the row of a speaker says; the field that is typed in stays the same one."""
        name, check, button = self.names[row.id], self.checks[row.id], self.buttons[row.id]
        name.set_name(self.tr("Name of the speaker {name}").format(name=row.name))
        name.bind(f"speaker:{row.id}", row.name, partial(self._rename, row.id))
        check.setChecked(row.interviewer)
        check.setAccessibleName(self.tr("{name} asks the questions").format(name=row.name))
        linked = names.get(row.case, "") if row.case is not None else ""
        button.setText(linked.replace("&", "&&") or self.tr("Case…"))
        set_look(button, "" if linked else "quiet")
        button.setAccessibleName(self.tr("Case of {name}").format(name=row.name))

    def _open(self, speaker: SpeakerId) -> None:
        button = self.buttons[speaker]
        below = button.mapToGlobal(QPoint(0, button.height() + 2))
        self.case_menu(speaker).popup(below)

    def _rename(self, speaker: SpeakerId, name: str) -> Outcome[SpeakerId]:
        """What was typed. One who takes over many turns does so beside the window."""
        project, source = self._session.project, self._source
        if sources.turns_that_move(project, source, speaker, name) < LARGE:
            return sources.rename_speaker(project, source, speaker, name)
        self._rename_to(speaker, name)
        return Outcome(speaker)

    def _rename_to(self, speaker: SpeakerId, name: str) -> None:
        source = self._source
        self._session.perform_large(
            lambda project: sources.rename_speaker(project, source, speaker, name),
            sources.turns_that_move(self._session.project, source, speaker, name),
            otherwise=self._fill,
        )

    def _asks(self, speaker: SpeakerId, on: bool) -> None:
        project = self._session.project
        self._session.perform(lambda: sources.set_interviewer(project, speaker, on))

    def _link(self, speaker: SpeakerId, case: CaseId | None) -> None:
        project = self._session.project
        self._session.perform(lambda: sources.link_speaker(project, speaker, case))

    def _link_new(self, speaker: SpeakerId, name: str) -> None:
        project = self._session.project
        self._session.perform(lambda: sources.link_speaker_to_new(project, speaker, name))
