"""What the page of pseudonyms is made of: its table, its list, and what it reports."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QTableView,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from makna.domain.pseudonyms import Replacement
from makna.domain.wording import phrase
from makna.services import pseudonyms as service
from makna.services.leaks import Checked
from makna.ui.language import current_language
from makna.ui.session import Session
from makna.ui.theme.theme import set_look
from makna.ui.time_slices import TimeSlices
from makna.ui.widgets.labels import Label, SectionLabel

REPORT_PX = 170


class PseudonymTable(QTableView):
    """The list; Delete removes, F2 or typing changes."""

    delete_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not editing:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)


class CandidateList(QListView):
    """Proposed names; Enter or a double click takes one."""

    entered_row = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selectedIndexes():
            self.entered_row.emit()
        else:
            super().keyPressEvent(event)


class NameSample(QWidget):
    """A sentence of the material, and how it leaves the project; hidden when no name is in any."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._title, self._words = SectionLabel(parent=self), Label(parent=self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        _stack(self, self._title, self._words)
        self._finding = TimeSlices(self)
        session.closing.connect(self._finding.stop)

    @property
    def busy(self) -> bool:
        """Whether it is still looking for one."""
        return self._finding.busy

    def look(self) -> None:
        """Look for a sentence with a name; where there is none, that takes all texts."""
        steps, failed = service.sample(self._session.project), self._session.failed.emit
        self._finding.start(steps, self._show, failed, at_once=False)

    def words(self) -> str:
        """What is shown; empty when there is nothing."""
        return self._words.text()

    def retranslate(self) -> None:
        self._title.setText(self.tr("For example"))

    def _show(self, before: str) -> None:
        after = service.replacer(self._session.project).apply(before)
        self._words.setText(f"{before}\n→ {after}" if before else "")
        self.setVisible(bool(before))


class NameReport(QWidget):
    """What is said about the last check or export; hidden before the first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._said: Callable[[], str] = str
        """Makes the text, in the language of now."""
        self._title, self._text = SectionLabel(parent=self), QTextBrowser(self)
        set_look(self._text, "bare")
        self._text.setMaximumHeight(REPORT_PX)
        _stack(self, self._title, self._text)

    def tell(self, text: Callable[[], str]) -> None:
        """`text` gives the words in the language of now, whenever it is called."""
        self._said = text
        self._text.setPlainText(text())
        self.show()

    def words(self) -> str:
        return self._text.toPlainText()

    def retranslate(self) -> None:
        self._title.setText(self.tr("Report"))
        self._text.setAccessibleName(self._title.text())
        self._text.setPlainText(self._said())


def _stack(box: QWidget, title: QWidget, below: QWidget) -> None:
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addWidget(title)
    column.addWidget(below)
    box.hide()


def checked_text(name: str, found: Checked) -> str:
    """What a search for leaks found, a line each."""
    language = current_language()
    lines = [
        phrase(
            "said_leak",
            language,
            written=leak.written,
            part=leak.part,
            count=leak.count,
            excerpt=leak.excerpt,
        )
        for leak in found.leaks
    ]
    lines += [
        phrase("said_file_name_leaks", language, written=written) for written in found.file_name
    ]
    if found.clean:
        lines.append(phrase("said_no_leak", language, name=name))
    if found.unread:
        lines.append(phrase("said_unread_parts", language, parts=", ".join(found.unread)))
        lines.append(phrase("said_pictures_unchecked", language))
    return "\n".join(lines)


def replaced_text(name: str, replacements: tuple[Replacement, ...]) -> str:
    """What an export replaced, a line for each spelling."""
    language = current_language()
    lines = [name]
    for row in replacements:
        places = ", ".join(
            f"{phrase(f'place_{place}', language)} {count}" for place, count in row.places
        )
        lines.append(
            phrase(
                "said_replaced",
                language,
                written=row.written,
                substitute=row.substitute,
                count=row.count,
                places=places,
            )
        )
    if not replacements:
        lines.append(phrase("said_replaced_nothing", language))
    lines.append(phrase("said_pictures_unchecked", language))
    return "\n".join(lines)
