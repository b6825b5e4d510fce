"""What can be done with the passage of a card: one row of buttons, on the card that is current."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from makna.domain.chapter import Form, State
from makna.services.shelf import ShelfItem
from makna.ui.desk.inspector.fields import ChoiceField
from makna.ui.theme.theme import set_look

_VERBS = ("cut", "add", "full", "used", "leave-out")
_SNUG = "padding: 4px 7px"
"""Five buttons and a choice have to fit into a narrow card."""


class CardBar(QWidget):
    """Buttons with their names; what is chosen comes out as a verb."""

    verb_chosen = Signal(str)
    """`cut`, `add`, `full`, `used`, `leave-out`, or `form-` and a Form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: ShelfItem | None = None
        self.form = ChoiceField(self)
        self.form.picked.connect(lambda form: self.verb_chosen.emit(f"form-{form}"))
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for verb in _VERBS:
            self.buttons[verb] = self._button(verb)
            row.addWidget(self.buttons[verb])
            if verb == "full":
                row.addWidget(self.form)
                row.addStretch(1)
        for verb in ("used", "leave-out"):
            self.buttons[verb].setCheckable(True)
        self._retranslate()

    def show_item(self, item: ShelfItem, *, can_cut: bool, writable: bool) -> None:
        """Show how things stand with this passage."""
        self._item = item
        words = item.excerpt.passage.region is None
        self.form.choose(item.chosen.value)
        self.buttons["used"].setChecked(item.state is State.USED)
        self.buttons["leave-out"].setChecked(item.state is State.LEFT_OUT)
        self.buttons["full"].setVisible(bool(item.edits))
        for verb in ("cut", "add"):
            self.buttons[verb].setVisible(words)
        self.form.setVisible(words)
        for verb in ("add", "full", "used", "leave-out"):
            self.buttons[verb].setEnabled(writable)
        self.form.setEnabled(writable)
        self.set_can_cut(can_cut and writable)

    def set_can_cut(self, can: bool) -> None:
        self.buttons["cut"].setEnabled(can)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _button(self, verb: str) -> QPushButton:
        button = QPushButton(self)
        set_look(button, "quiet")
        button.setStyleSheet(_SNUG)
        button.clicked.connect(lambda: self.verb_chosen.emit(verb))
        return button

    def _retranslate(self) -> None:
        names = {
            "cut": (self.tr("Cut"), self.tr("Leave out the selected words: […]"), "Del"),
            "add": (self.tr("Add words"), self.tr("Put words in [ ] at the caret"), "["),
            "full": (self.tr("In full"), self.tr("Take all cuts and additions back"), ""),
            "used": (self.tr("Used"), self.tr("I have quoted it"), "U"),
            "leave-out": (self.tr("Leave out"), self.tr("Do not print it here"), "X"),
        }
        for verb, (name, hint, keys) in names.items():
            self.buttons[verb].setText(name)
            self.buttons[verb].setAccessibleName(name)
            self.buttons[verb].setToolTip(f"{hint}  {keys}" if keys else hint)
        self.form.set_choices(
            {
                Form.AUTOMATIC.value: self.tr("Automatic"),
                Form.INLINE.value: self.tr("Inline"),
                Form.BLOCK.value: self.tr("Block"),
            }
        )
        self.form.setAccessibleName(self.tr("How it is quoted"))
        self.form.setToolTip(self.tr("How it is quoted") + "  A · I · B")
