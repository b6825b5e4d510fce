"""What else is known of a source, a line each: its name and its value, both to be typed over."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from makna.domain.changes import Outcome
from makna.domain.model import SourceId
from makna.services.facts import set_facts
from makna.ui.desk.inspector.fields import LineField
from makna.ui.desk.inspector.panel import FORM_LABEL_PX
from makna.ui.session import Session
from makna.ui.theme.sizes import set_width_px
from makna.ui.widgets.inline_prompt import InlinePrompt
from makna.ui.widgets.labels import LinkButton

Pairs = tuple[tuple[str, str], ...]


class Facts(QWidget):
    """Rows of two fields, and one more on demand. A row whose name is emptied goes."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._source = SourceId(0)
        self._facts: Pairs = ()
        self.fields: list[tuple[LineField, LineField]] = []
        self._rows = QWidget(self)
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnMinimumWidth(0, FORM_LABEL_PX)
        self._grid.setColumnStretch(1, 1)
        self.prompt = InlinePrompt(self)
        self.prompt.accepted.connect(self._add)
        self.add_button = LinkButton("", self)
        self.add_button.clicked.connect(lambda: self.prompt.ask(lambda: self.tr("Name: value")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for each in (self._rows, self.prompt, self.add_button):
            column.addWidget(each)
        self._retranslate()

    def show_for(self, source: SourceId, facts: Pairs) -> None:
        """Show the facts of a source; what is being typed stays."""
        if (source, len(facts)) != (self._source, len(self.fields)):
            self.prompt.finish()
            self._source = source
            self._rebuild(len(facts))
        self._facts = facts
        self.add_button.setVisible(self._session.writable)
        for row, ((name, value), fields) in enumerate(zip(facts, self.fields, strict=True)):
            key = f"fact:{source}:{len(facts)}:{row}"
            fields[0].bind(f"{key}:name", name, partial(self._write, source, facts, row, 0))
            fields[1].bind(f"{key}:value", value, partial(self._write, source, facts, row, 1))
            fields[0].set_name(self.tr("Name of the fact"))
            fields[1].set_name(name)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _rebuild(self, count: int) -> None:
        for field in (field for pair in self.fields for field in pair):
            field.commit()
        while (item := self._grid.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        self.fields = []
        for row in range(count):
            name = LineField(self._session, self._rows, flush=True)
            set_width_px(name, FORM_LABEL_PX)
            name.edit.set_label()
            value = LineField(self._session, self._rows)
            self._grid.addWidget(name, row, 0)
            self._grid.addWidget(value, row, 1)
            name.show()
            value.show()
            self.fields.append((name, value))
        self._rows.setVisible(count > 0)

    def _write(
        self, source: SourceId, facts: Pairs, row: int, side: int, text: str
    ) -> Outcome[None]:
        # Not those on show: what is left is kept when another source is shown already.
        name, value = facts[row]
        pair = (text, value if text.strip() else "") if side == 0 else (name, text)
        facts = (*facts[:row], pair, *facts[row + 1 :])
        return set_facts(self._session.project, source, facts)

    def _add(self, written: str) -> None:
        name, _, value = written.partition(":")
        source, facts = self._source, (*self._facts, (name.strip(), value.strip()))
        self.prompt.finish()
        self._session.perform(lambda: set_facts(self._session.project, source, facts))

    def _retranslate(self) -> None:
        self.add_button.setText(self.tr("+ Another fact"))
