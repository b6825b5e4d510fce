"""A day, typed as people write it and shown in words."""

from __future__ import annotations

from PySide6.QtCore import QEvent

from makna.domain.dates import long_date
from makna.domain.written import iso_date
from makna.ui.desk.inspector.fields import LineField, Write
from makna.ui.language import current_language


class DateField(LineField):
    """A line that shows a day, month or year in the words of the window's language.

    The service reads what is typed, in words or figures, and keeps it in ISO 8601.
    """

    def bind(self, key: str, text: str, write: Write) -> None:
        super().bind(key, long_date(text, current_language()), write)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and not self._dirty():
            self._put(_in_words(self._known))
        super().changeEvent(event)

    def _kept(self, text: str) -> None:
        self._put(_in_words(text))


def _in_words(written: str) -> str:
    return long_date(iso_date(written) or written, current_language())
