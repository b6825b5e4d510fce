"""What the panels of the inspector share: a column of sections, read again when it matters."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from makna.domain.changes import ChangeSet
from makna.domain.model import LinkTarget, MemoId
from makna.services import memos
from makna.ui.desk.inspector.fields import LineField, TypedText, Write
from makna.ui.desk.inspector.reading import Reading
from makna.ui.desk.place import Place
from makna.ui.session import Session
from makna.ui.theme.icons import icon
from makna.ui.theme.sizes import set_icon_px
from makna.ui.widgets.flow import FlowLayout
from makna.ui.widgets.labels import Label, LinkButton, SectionLabel

SECTION_GAP = 20
HEADING_GAP = 7
FORM_LABEL_PX = 86


class Panel(QWidget):
    """One way of looking at what is chosen."""

    memo_wanted = Signal(object)
    """(MemoId): open this memo."""

    def __init__(
        self, session: Session, place: Place, reading: Reading, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.place = place
        self.reading = reading
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.sections: dict[str, Section] = {}

    def add_section(self, name: str, content: QWidget) -> None:
        """Put a heading with something below it at the end of the column."""
        self.sections[name] = Section(content, self)
        self.column.addWidget(self.sections[name])

    def read(self) -> None:
        """Show what the place says, as it is in the project."""
        raise NotImplementedError

    def matters(self, changes: ChangeSet) -> bool:
        """Whether `changes` touch what is on show."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Set every word again."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            if self.isVisible():
                self.read()
        super().changeEvent(event)

    def typed(self, fewest: int = 1, most: int = 14) -> TypedText:
        """A field for several lines."""
        made = TypedText(self.session, self)
        made.set_lines(fewest, most)
        return made


class Section(QWidget):
    """A small heading with something below it; hidden together."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(1)
        self.heading = SectionLabel("", self)
        self.heading.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SECTION_GAP, 0, 0)
        column.setSpacing(HEADING_GAP)
        column.addWidget(self.heading)
        column.addWidget(content)


class Form(QWidget):
    """Rows of a dim label and an inline field."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._labels: dict[str, QLabel] = {}
        self.lines: dict[str, LineField] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnMinimumWidth(0, FORM_LABEL_PX)
        self._grid.setColumnStretch(1, 1)

    def add_line(self, name: str, field: type[LineField] = LineField) -> LineField:
        self.lines[name] = field(self._session, self)
        self.add(name, self.lines[name])
        return self.lines[name]

    def add(self, name: str, field: QWidget) -> None:
        label = Label(parent=self)
        label.setProperty("look", "small")
        label.setContentsMargins(0, 6, 6, 6)
        row = self._grid.rowCount()
        self._labels[name] = label
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(field, row, 1)

    def name_row(self, name: str, label: str, hint: str = "") -> None:
        """The label of a row, and what its empty field suggests."""
        self._labels[name].setText(label)
        if name in self.lines:
            self.lines[name].set_name(label, hint)

    def bind(self, name: str, key: str, text: str, write: Write) -> None:
        self.lines[name].bind(f"{key}:{name}", text, write)


class LinkedMemos(QWidget):
    """The memos that are linked to one object, and a way to begin another one."""

    memo_wanted = Signal(object)
    """(MemoId): open this memo."""

    def __init__(self, session: Session, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._reading = session, reading
        self._target: tuple[LinkTarget, str, str] | None = None
        self._shown: list[tuple[MemoId, str]] = []
        self._rows: list[LinkButton] = []
        # A nested layout that Python also holds is freed twice now and then (PySide 6.11).
        self._listed = QWidget(self)
        inner = QVBoxLayout(self._listed)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        self.add_button = LinkButton("", self)
        self.add_button.clicked.connect(self._write_new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._listed)
        column.addWidget(self.add_button)
        self._retranslate()

    def show_for(self, target: LinkTarget, key: int, guid: str, title: str) -> None:
        """List the memos of an object; a new one is called `title` at first."""
        self._target = (target, guid, title)
        self.add_button.setVisible(self._session.writable)
        ids = self._session.project.memos.linked_to(target, key)
        shown = [(memo.id, memo.title) for memo in self._reading.linked_memos(list(ids))]
        if shown != self._shown:
            self._shown = shown
            self._rebuild()

    def rows(self) -> list[LinkButton]:
        return list(self._rows)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _rebuild(self) -> None:
        inner = self._listed.layout()
        assert inner is not None
        for row in self._rows:
            inner.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        for memo, title in self._shown:
            row = LinkButton(title, self)
            row.setIcon(icon("memo", "accent"))
            set_icon_px(row, 16)
            row.clicked.connect(partial(self.memo_wanted.emit, memo))
            inner.addWidget(row)
            row.show()
            self._rows.append(row)

    def _write_new(self) -> None:
        if self._target is None:
            return
        target, guid, title = self._target
        project = self._session.project
        made = self._session.perform(
            lambda: memos.write_memo(project, title, "", links=[(target, guid)])
        )
        if made is not None:
            self.memo_wanted.emit(made)

    def _retranslate(self) -> None:
        self.add_button.setText(self.tr("+ New linked memo"))


def button_row(*buttons: QWidget) -> QWidget:
    """Buttons beside each other at the left; those that have no room go on below."""
    row = QWidget()
    across = FlowLayout(row, gap=6)
    for button in buttons:
        across.addWidget(button)
    return row
