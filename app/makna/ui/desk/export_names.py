"""Whether an export replaces the names in the list of pseudonyms, where there is one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from makna.domain.changes import ChangeSet
from makna.services.pseudonyms import pseudonyms
from makna.ui.session import Session


class NamesChoice(QWidget):
    """A box that is ticked unless the author unticks it; not there while the list is empty."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.box = QCheckBox(self)
        self.box.setChecked(True)
        self.box.toggled.connect(lambda _on: self.changed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        session.changed.connect(self._after)
        self._retranslate()

    @property
    def wanted(self) -> bool:
        return self.box.isChecked()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._session.is_open:
            self._retranslate()
        super().changeEvent(event)

    def _after(self, changes: ChangeSet) -> None:
        if changes.touches("pseudonym"):
            self._retranslate()
            self.changed.emit()

    def _retranslate(self) -> None:
        count = len(pseudonyms(self._session.project))
        self.setVisible(bool(count))
        self.box.setText(self.tr("Replace names by pseudonyms (%Ln)", "", count))
        self.box.setToolTip(self.tr("Names inside pictures are not replaced."))
