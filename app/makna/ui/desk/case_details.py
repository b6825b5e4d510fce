"""What is known about a case: its sources, what one thought, the memos on it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from makna.domain.changes import ChangeSet, Outcome
from makna.domain.model import Case, CaseId, LinkTarget, Source, SourceId, StepId
from makna.services import cases as service
from makna.services.sources import list_sources, source_order
from makna.ui.desk.inspector.fields import TypedText
from makna.ui.desk.inspector.panel import LinkedMemos, Section
from makna.ui.desk.inspector.reading import Reading
from makna.ui.desk.place import Place
from makna.ui.session import Session
from makna.ui.widgets.chips import ChipFlow, ChipValue
from makna.ui.widgets.picker_popup import PickerItem, PickerPopup

SIDE_PX = 16
"""Left and right of what stands in the pane."""


class CaseDetails(QFrame):
    """The chosen case: its sources, a memo, linked memos."""

    memo_wanted = Signal(object)

    def __init__(self, session: Session, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._place = session, place
        self._case: Case | None = None
        self._sources: list[Source] | None = None
        self.chips = ChipFlow(self)
        self.memo = TypedText(session, self)
        self.linked = LinkedMemos(session, Reading(session.project), self)
        self.picker = PickerPopup(self._fitting_sources, self)
        self._lay_out()
        self._connect()
        self._retranslate()

    def show_case(self, case: Case | None) -> None:
        """Show what is known about a case; nothing for None."""
        self.setVisible(case is not None)
        if case is None:
            self.memo.flush()
            self._case = None
            return
        self._case = case
        self._titles[0].heading.setText(self.tr("Sources of {case}").format(case=case.name))
        linked = self._session.project.cases.sources(case.id)
        chips = [
            ChipValue(source, name, removable=self._session.writable)
            for source, name in self._in_order(linked)
        ]
        self.chips.set_chips(chips)
        self.memo.bind(f"case-memo:{case.id}", case.memo, partial(self._write_memo, case.id))
        self.linked.show_for(LinkTarget.CASE, case.id, case.guid, case.name)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.show_case(self._case)
        super().changeEvent(event)

    def _in_order(self, linked: list[tuple[SourceId, str]]) -> list[tuple[SourceId, str]]:
        """As the list of sources has them; of one there is no order to look up."""
        if len(linked) < 2:
            return linked
        order = source_order(self._session.project)
        return sorted(linked, key=lambda each: order[each[0]])

    def _lay_out(self) -> None:
        self.setProperty("look", "footer")
        self.memo.set_lines(2, 5)
        self._titles = [Section(w, self) for w in (self.chips, self.memo, self.linked)]
        across = QHBoxLayout(self)
        across.setContentsMargins(SIDE_PX, 0, SIDE_PX, 16)
        across.setSpacing(28)
        for section, share in zip(self._titles, (4, 5, 3), strict=True):
            across.addWidget(section, share, Qt.AlignmentFlag.AlignTop)

    def _connect(self) -> None:
        self._session.changed.connect(self._after)
        self.chips.activated.connect(lambda source: self._place.go(SourceId(source)))
        self.chips.removed.connect(self._unlink)
        self.chips.add_requested.connect(self._pick_source)
        self.picker.chosen.connect(self._link)
        self.linked.memo_wanted.connect(self.memo_wanted)

    def _retranslate(self) -> None:
        self.chips.set_add(self.tr("Link a source"))
        self._titles[1].heading.setText(self.tr("Memo"))
        self._titles[2].heading.setText(self.tr("Linked memos"))
        self.memo.set_name(self.tr("Memo on the case"), self.tr("What should you keep in mind?"))
        self.picker.set_names(self.tr("Find a source"), self.tr("Sources that fit"))

    def _after(self, changes: ChangeSet) -> None:
        if changes.touches("source", "case_source", "cases"):
            self._sources = None
        if changes.touches("source", "case_source", "memo", "memo_link"):
            self.show_case(self._case)

    def _all_sources(self) -> list[Source]:
        if self._sources is None:
            self._sources = list_sources(self._session.project, counted=False)
        return self._sources

    def _fitting_sources(self, typed: str) -> list[PickerItem]:
        words, case = typed.casefold().split(), self._case
        return [
            PickerItem(source.id, source.name, icon="source")
            for source in self._all_sources()
            if (case is None or case.name not in source.cases)
            and all(word in source.name.casefold() for word in words)
        ][:60]

    def _pick_source(self) -> None:
        chip = self.chips.chips()[-1]
        box = chip.rect()
        box.moveTopLeft(chip.mapToGlobal(QPoint(0, 0)))
        self.picker.open_at(box)

    def _link(self, source: object) -> None:
        case, project = self._case, self._session.project
        if case is not None and isinstance(source, int):
            linking = partial(service.link_sources, project, case.id, [SourceId(source)])
            self._session.perform(linking)

    def _unlink(self, source: int) -> None:
        case, project = self._case, self._session.project
        if case is not None:
            unlinking = partial(service.unlink_source, project, case.id, SourceId(source))
            self._session.perform(unlinking)

    def _write_memo(self, case: CaseId, text: str, step: StepId | None) -> Outcome[None]:
        return service.write_case_memo(self._session.project, case, text, amend=step)
