"""A source: what it is, when and where, who speaks in it, whom it is about."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from makna.domain.changes import ChangeSet, Outcome
from makna.domain.model import CaseId, LinkTarget, Source, SourceId, StepId
from makna.services import cases, sources
from makna.ui.desk.inspector.date_field import DateField
from makna.ui.desk.inspector.facts import Facts
from makna.ui.desk.inspector.fields import ChoiceField, LineField
from makna.ui.desk.inspector.panel import Form, LinkedMemos, Panel, Section
from makna.ui.desk.inspector.reading import Reading
from makna.ui.desk.inspector.speakers import SpeakerRow, Speakers
from makna.ui.desk.inspector.words import source_kinds
from makna.ui.desk.place import Place
from makna.ui.session import Session
from makna.ui.widgets.chips import ChipFlow, ChipValue
from makna.ui.widgets.labels import Label, LinkButton

LINES = ("date", "place", "author", "publisher", "year", "pages", "url", "accessed")
DATES = ("date", "accessed")


class SourcePanel(Panel):
    """The source in front; fields are checked as they are left."""

    turns_wanted = Signal(int)
    """(SourceId): find its turns anew, or read its letters in another encoding."""

    def __init__(
        self, session: Session, place: Place, reading: Reading, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, place, reading, parent)
        self._source: Source | None = None
        self.name = LineField(session, self, flush=True)
        self.counts = Label(parent=self)
        self.form = Form(session, self)
        self.kind = ChoiceField(self.form)
        self.speakers = Speakers(session, self)
        self.turns = LinkButton("", self)
        self.facts = Facts(session, self)
        self.cases = ChipFlow(self)
        self.memo = self.typed(3)
        self.linked = LinkedMemos(session, reading, self)
        self.original = Label(parent=self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def read(self) -> None:
        wanted = self.place.now.source
        source = self.session.project.sources.get(wanted) if wanted is not None else None
        if source is None:
            return
        self._source = source
        self.name.bind(f"source-name:{source.id}", source.name, partial(self._rename, source.id))
        self.kind.choose(str(source.kind))
        self.kind.setEnabled(self.session.writable)
        for name in LINES:
            write = partial(self._describe, source.id, name)
            self.form.bind(name, f"source:{source.id}", getattr(source, name), write)
        key = f"source-memo:{source.id}"
        self.memo.bind(key, source.memo, partial(self._write_memo, source.id))
        self._show_counts(source)
        self._show_people(source)
        self.facts.show_for(source.id, source.facts)
        self.linked.show_for(LinkTarget.SOURCE, source.id, source.guid, source.name)

    def matters(self, changes: ChangeSet) -> bool:
        source = self._source
        if source is None:
            return False
        tables = ("speaker", "passage", "fact", "turn")
        here = any(source.id in changes.parents(table) for table in tables)
        return (
            here
            or source.id in changes.keys("source") | set(changes.texts)
            or changes.touches("cases", "case_source", "coding", "memo", "memo_link")
        )

    def case_menu(self) -> QMenu:
        """The cases that the source is not about yet."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        source = self._source
        linked = source.cases if source else ()
        for case in self.session.project.cases.all():
            if case.name not in linked:
                menu.addAction(case.name).triggered.connect(partial(self._link, case.id))
        if menu.isEmpty():
            menu.addAction(self.tr("No other case: make one under Cases")).setEnabled(False)
        return menu

    def retranslate(self) -> None:
        self.name.set_name(self.tr("Name of the source"))
        self.kind.set_choices(source_kinds())
        self.kind.setAccessibleName(self.tr("Kind"))
        day = self.tr("e.g. 3/3/2025")
        self.form.name_row("kind", self.tr("Kind"))
        self.form.name_row("date", self.tr("Date"), day)
        self.form.name_row("place", self.tr("Place"))
        self.form.name_row("author", self.tr("Author"))
        self.form.name_row("publisher", self.tr("Publisher"))
        self.form.name_row("year", self.tr("Year"))
        self.form.name_row("pages", self.tr("Pages"))
        self.form.name_row("url", self.tr("Address"), self.tr("https://…"))
        self.form.name_row("accessed", self.tr("Accessed"), day)
        self._memo.heading.setText(self.tr("Memo"))
        self.memo.set_name(self.tr("Memo on the source"), self.tr("How was it to be there?"))
        self._speakers.heading.setText(self.tr("Who speaks"))
        self._facts.heading.setText(self.tr("More about it"))
        self._name_turns()
        self._cases.heading.setText(self.tr("Cases"))
        self.cases.set_add(self.tr("Link a case"))
        self._links.heading.setText(self.tr("Linked memos"))
        self._original.heading.setText(self.tr("Original"))

    def _lay_out(self) -> None:
        self.name.edit.set_title()
        self.counts.setProperty("look", "small")
        self.counts.setWordWrap(True)
        self.original.setProperty("look", "small")
        self.original.setWordWrap(True)
        self.original.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.form.add("kind", self.kind)
        for name in LINES:
            self.form.add_line(name, DateField if name in DATES else LineField)
        self._memo = Section(self.memo, self)
        self._speakers = Section(self.speakers, self)
        self._facts = Section(self.facts, self)
        self._cases = Section(self.cases, self)
        self._links = Section(self.linked, self)
        self._original = Section(self.original, self)
        self.name.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.name)
        self.column.addWidget(self.counts)
        self.column.addSpacing(12)
        self.column.addWidget(self.form)
        self.column.addWidget(self._memo)
        self.column.addWidget(self._speakers)
        self.column.addWidget(self.turns)
        for part in (self._cases, self._facts, self._links, self._original):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.kind.picked.connect(self._set_kind)
        self.turns.clicked.connect(self._change_turns)
        self.cases.removed.connect(self._unlink)
        self.cases.add_requested.connect(self._open_cases)
        self.linked.memo_wanted.connect(self.memo_wanted)

    def _show_counts(self, source: Source) -> None:
        said = self.tr("%Ln passages", "", source.passages)
        if source.characters:
            share = round(100 * source.coded_characters / source.characters)
            coded = self.tr("{share} % coded").format(share=share)
            said = f"{said} · {coded}"
        self.counts.setText(said)
        file = self.session.project.sources.file(source.id, "original")
        self._original.setVisible(file is not None)
        self.original.setText(file[1] if file else "")

    def _show_people(self, source: Source) -> None:
        all_cases = self.session.project.cases.all()
        rows = [
            SpeakerRow(r["id"], r["name"], bool(r["interviewer"]), r["case_id"])
            for r in self.session.project.sources.speakers(source.id)
        ]
        self.speakers.show_rows(source.id, rows, all_cases)
        self._speakers.setVisible(bool(rows))
        self.turns.setVisible(self.session.writable and source.characters > 0)
        self._name_turns()
        by_name = {case.name: case for case in all_cases}
        writable = self.session.writable
        chips = [
            ChipValue(by_name[name].id, name, removable=writable)
            for name in source.cases
            if name in by_name
        ]
        self.cases.set_chips(chips)

    def _name_turns(self) -> None:
        some = bool(self.speakers.checks)
        self.turns.setText(self.tr("Change turns…") if some else self.tr("Find who speaks…"))

    def _change_turns(self) -> None:
        if self._source is not None:
            self.turns_wanted.emit(int(self._source.id))

    def _rename(self, source: SourceId, name: str) -> Outcome[None]:
        return sources.rename_source(self.session.project, source, name)

    def _describe(self, source: SourceId, field: str, value: str) -> Outcome[None]:
        fields: dict[str, Any] = {field: value}
        return sources.describe_source(self.session.project, source, **fields)

    def _write_memo(self, source: SourceId, text: str, step: StepId | None) -> Outcome[None]:
        return sources.describe_source(self.session.project, source, amend=step, memo=text)

    def _set_kind(self, kind: str) -> None:
        source = self._source
        if source is not None:
            self.session.perform(lambda: self._describe(source.id, "kind", kind))

    def _open_cases(self) -> None:
        chip = self.cases.chips()[-1]
        self.case_menu().popup(chip.mapToGlobal(QPoint(0, chip.height() + 2)))

    def _link(self, case: CaseId, *_checked: bool) -> None:
        source, project = self._source, self.session.project
        if source is not None:
            self.session.perform(lambda: cases.link_sources(project, case, [source.id]))

    def _unlink(self, case: int) -> None:
        source, project = self._source, self.session.project
        if source is not None:
            self.session.perform(lambda: cases.unlink_source(project, CaseId(case), source.id))
