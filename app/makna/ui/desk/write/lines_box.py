"""Line numbers that stay true: which sources they are kept of, and numbering them anew."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from makna.domain.changes import ChangeSet
from makna.services.editions import Changed, is_corrected, list_editions, renew, renewal
from makna.ui.language import current_language
from makna.ui.session import Session
from makna.ui.theme.theme import set_look
from makna.ui.widgets.labels import Label, LinkButton, SectionLabel

MOST_SHOWN = 40
_QUOTED = 44


class LinesBox(QWidget):
    """A small place. It reads the texts only while somebody looks at it."""

    renewed = Signal(int)
    """(how many references changed)"""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        self._corrected = 0
        self._heading = SectionLabel(parent=self)
        self.said = Label(parent=self)
        self.listed = Label(parent=self)
        for label in (self.said, self.listed):
            set_look(label, "small")
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.look_button = LinkButton(parent=self)
        self.look_button.clicked.connect(self.look)
        self.renew_button = QPushButton(self)
        self.renew_button.clicked.connect(self.renew)
        self.keep_button = LinkButton(parent=self)
        self.keep_button.clicked.connect(self.read)
        self._lay_out()
        self._retranslate()
        session.changed.connect(self._after)

    def read(self) -> None:
        """See whether texts were corrected since their numbers were kept."""
        self._stale = False
        project = self._session.project
        editions = list_editions(project)
        self._corrected = sum(is_corrected(project, edition) for edition in editions)
        self.said.setText(self._sentence(len(editions)))
        self._offer(self._corrected > 0)

    def look(self) -> None:
        """List the references that would change; nothing is changed yet."""
        changed = renewal(self._session.project)
        self._offer(False)
        self.listed.setText(self._list(changed))
        self.listed.show()
        self.renew_button.show()
        self.keep_button.show()
        self.renew_button.setEnabled(self._session.writable)

    def renew(self) -> None:
        """Number the lines as the texts are now; one step, which undo takes back."""
        changed = self._session.perform(lambda: renew(self._session.project))
        self.read()
        if changed is not None:
            self.renewed.emit(len(changed))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.read()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _after(self, changes: ChangeSet) -> None:
        if changes.texts or changes.touches("edition"):
            self._stale = True
            if self.isVisible():
                self.read()

    def _sentence(self, kept: int) -> str:
        if not kept:
            return self.tr(
                "With the first export the line numbers that it prints are kept: they stay true,"
                " also when a transcript is corrected later."
            )
        words = self.tr("Line numbers of %Ln source(s) are kept.", "", kept)
        if self._corrected:
            words += " " + self.tr("%Ln of them was corrected since.", "", self._corrected)
        return words

    def _list(self, changed: list[Changed]) -> str:
        if not changed:
            return self.tr("No reference to a passage changes.")
        language = current_language()
        lines = [self.tr("%Ln reference(s) change:", "", len(changed))]
        for each in changed[:MOST_SHOWN]:
            text = " ".join(each.text.split())
            short = text if len(text) <= _QUOTED else text[:_QUOTED].rstrip() + "…"
            lines.append(f"{each.source}: {each.old(language)} → {each.new(language)}  “{short}”")
        if len(changed) > MOST_SHOWN:
            lines.append(self.tr("… and %Ln more", "", len(changed) - MOST_SHOWN))
        lines.append(self.tr("What you printed before shows the old numbers: print it again."))
        return "\n".join(lines)

    def _offer(self, offer: bool) -> None:
        self.look_button.setVisible(offer)
        for widget in (self.listed, self.renew_button, self.keep_button):
            widget.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.renew_button)
        row.addWidget(self.keep_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._heading)
        column.addWidget(self.said)
        column.addWidget(self.look_button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.listed)
        column.addLayout(row)
        self._offer(False)

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("Line numbers"))
        self.setAccessibleName(self._heading.text())
        self.look_button.setText(self.tr("Renew line numbers…"))
        self.renew_button.setText(self.tr("Renew line numbers"))
        self.keep_button.setText(self.tr("Keep the old ones"))
        if self.isVisible():
            self.read()
        else:
            self._stale = True
