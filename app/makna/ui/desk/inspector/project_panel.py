"""The project: what is asked, what there is, and what comes next."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from makna.domain.changes import ChangeSet, Outcome
from makna.domain.dates import number
from makna.domain.errors import UserError
from makna.domain.model import LinkTarget, ProjectInfo, StepId
from makna.services import projects
from makna.ui.desk.inspector.fields import LineField
from makna.ui.desk.inspector.panel import LinkedMemos, Panel, button_row
from makna.ui.desk.inspector.reading import Reading
from makna.ui.desk.place import Place
from makna.ui.language import current_language
from makna.ui.session import Session
from makna.ui.widgets.labels import Label

TYPED = ("research_questions", "description", "memo")
PROJECT_KEY = 1
"""The key of the project's own row."""


class ProjectPanel(Panel):
    """The whole project, on show while nothing else is chosen."""

    import_wanted = Signal()
    frame_wanted = Signal()

    def __init__(
        self, session: Session, place: Place, reading: Reading, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, place, reading, parent)
        self.name = LineField(session, self, flush=True)
        self.counts = Label(parent=self)
        self.hint = Label(parent=self)
        self.import_button = QPushButton(self)
        self.frame_button = QPushButton(self)
        self.fields = {name: self.typed(3) for name in TYPED}
        self.linked = LinkedMemos(session, reading, self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def read(self) -> None:
        info = self.session.project.overview.info()
        self.name.bind("project-name", info.name, self._rename)
        stored = {
            "research_questions": info.research_questions,
            "description": info.description,
            "memo": info.memo,
        }
        for name, field in self.fields.items():
            field.bind(f"project:{name}", stored[name], partial(self._describe, name))
        self._show_counts(info)
        self._show_next_step(info)
        self.linked.show_for(LinkTarget.PROJECT, PROJECT_KEY, info.guid, info.name)

    def matters(self, changes: ChangeSet) -> bool:
        tables = ("project", "source", "code", "coding", "passage", "memo", "memo_link", "cases")
        return changes.touches(*tables)

    def retranslate(self) -> None:
        titles = {
            "research_questions": self.tr("Research questions"),
            "description": self.tr("Description"),
            "memo": self.tr("Memo"),
        }
        hints = {
            "research_questions": self.tr("What do you want to find out?"),
            "description": self.tr("Topic, place, method"),
            "memo": self.tr("Thoughts on the whole study"),
        }
        for name, title in titles.items():
            self.sections[name].heading.setText(title)
            self.fields[name].set_name(title, hints[name])
        self.sections["linked"].heading.setText(self.tr("Linked memos"))
        self.name.set_name(self.tr("Name of the project"))
        self.import_button.setText(self.tr("Import…"))
        self.frame_button.setText(self.tr("Insert a code frame"))

    def _lay_out(self) -> None:
        self.name.edit.set_title()
        for label in (self.counts, self.hint):
            label.setProperty("look", "small")
            label.setWordWrap(True)
        self._next = button_row(self.import_button, self.frame_button)
        self.column.addWidget(self.name)
        self.column.addSpacing(2)
        self.column.addWidget(self.counts)
        self.hint.setContentsMargins(0, 10, 0, 8)
        self.column.addWidget(self.hint)
        self.column.addWidget(self._next)
        for name in TYPED:
            self.add_section(name, self.fields[name])
        self.add_section("linked", self.linked)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.import_button.clicked.connect(self.import_wanted)
        self.frame_button.clicked.connect(self.frame_wanted)
        self.linked.memo_wanted.connect(self.memo_wanted)

    def _show_counts(self, info: ProjectInfo) -> None:
        parts = (
            self.tr("%Ln sources", "", info.sources),
            self.tr("%Ln codes", "", info.codes),
            self.tr("%Ln passages", "", info.passages),
            self.tr("%Ln memos", "", info.memos),
            self.tr("%Ln cases", "", info.cases),
        )
        words = self.tr("{number} characters of text").format(
            number=number(info.characters, current_language())
        )
        # A line that wrapped would end with a dot.
        lines = (" · ".join(parts[:3]), " · ".join(parts[3:]), words)
        self.counts.setText("\n".join(lines))

    def _show_next_step(self, info: ProjectInfo) -> None:
        """The one thing that comes next, while there is one to teach."""
        writable = self.session.writable
        self.import_button.setVisible(writable and not info.sources)
        self.frame_button.setVisible(writable and bool(info.sources) and not info.codes)
        self._next.setVisible(writable and not (info.sources and info.codes))
        if not info.sources:
            sentence = self.tr("Begin with a transcript: bring in a Word or text file.")
        elif not info.codes:
            sentence = self.tr(
                "Select words in a text and press Ctrl K to code them, or start from a theory."
            )
        elif not info.codings:
            sentence = self.tr("Select words in a text and press Ctrl K to code them.")
        else:
            sentence = ""
        self.hint.setText(sentence)
        self.hint.setVisible(bool(sentence))

    def _rename(self, name: str) -> Outcome[None]:
        clean = " ".join(name.split())
        if not clean:
            raise UserError("empty_name", thing="project")
        return projects.describe_project(self.session.project, name=clean)

    def _describe(self, field: str, text: str, step: StepId | None) -> Outcome[None]:
        return projects.describe_project(self.session.project, amend=step, **{field: text})
