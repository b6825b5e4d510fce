"""How turns are marked, and who of those who speak asks the questions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from makna.domain.turn_forms import AUTOMATIC, NONE
from makna.services.proposals import Speaking
from makna.ui.desk.inspector.fields import ChoiceField
from makna.ui.desk.turn_words import form_name, form_names
from makna.ui.theme.theme import set_look
from makna.ui.widgets.labels import Label

MOST_SPEAKERS = 12
"""So many can be ticked; a chat with more has nobody who asks."""


class TurnChoice(QWidget):
    """A choice of forms, and below it a box to tick for each who speaks."""

    form_picked = Signal(str)
    """(form): the user wants the turns in this form."""
    asking_changed = Signal()
    """Somebody was ticked or unticked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = ChoiceField(self)
        self.form.picked.connect(self.form_picked)
        self._said = Label(parent=self)
        self._said.setWordWrap(True)
        set_look(self._said, "small")
        self.boxes: dict[str, QCheckBox] = {}
        self._turns = 0
        self._found = NONE
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(5)
        self._column.addWidget(self.form)
        self._column.addWidget(self._said)
        self._retranslate()

    def show_turns(self, found: str, turns: int, speaking: Sequence[Speaking]) -> None:
        """What was found: the form it would be automatically, and who speaks in the form chosen."""
        self._found, self._turns = found, turns
        for box in self.boxes.values():
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {each.name: self._box(each) for each in speaking[:MOST_SPEAKERS]}
        self._retranslate()

    def asking(self) -> tuple[str, ...]:
        """Those who are ticked."""
        return tuple(name for name, box in self.boxes.items() if box.isChecked())

    def answering(self) -> tuple[str, ...]:
        return tuple(name for name, box in self.boxes.items() if not box.isChecked())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _box(self, each: Speaking) -> QCheckBox:
        # An ampersand in a name is no mnemonic.
        box = QCheckBox(f"{each.name} ({each.turns})".replace("&", "&&"), self)
        box.setChecked(each.asks)
        box.clicked.connect(self.asking_changed)
        self._column.addWidget(box)
        return box

    def _retranslate(self) -> None:
        self.form.set_choices(form_names())
        automatic = self.tr("Automatic: {form}").format(form=form_name(self._found))
        self.form.setItemText(self.form.findData(AUTOMATIC), automatic)
        self.form.setAccessibleName(self.tr("How turns are marked"))
        said = self.tr("%Ln turn(s) found.", "", self._turns)
        if self.boxes:
            said += " " + self.tr("Tick who asks the questions:")
        self._said.setText(said)
        for name, box in self.boxes.items():
            box.setAccessibleName(self.tr("{name} asks the questions").format(name=name))
