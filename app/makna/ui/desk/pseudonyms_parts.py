"""What the page of pseudonyms is made of: its table, its list, and what it reports."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QTableView,
)

from makna.domain.pseudonyms import Replacement
from makna.domain.wording import phrase
from makna.services.leaks import Checked
from makna.ui.language import current_language


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
