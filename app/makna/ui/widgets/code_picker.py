"""One box for codes: type, find or create, Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from makna.ui.widgets.picker_popup import MOST_ROWS, PickerItem, PickerPopup
from makna.ui.widgets.ranking import CodeEntry, CodeRanking, Fit, Match

_CREATE = "create"
_MOST = 60
"""More rows than anyone looks at; typing one more letter is quicker."""


class CodePicker(PickerPopup):
    """Enter applies the marked code; where nothing fits the marked row is "create".

    It is the last row that is seen without scrolling, however many codes fit, and stands above
    codes that are merely similar.

    Ctrl+Enter always creates. With an empty field the recently used codes come first.
    """

    picked = Signal(int)
    """The id of a code."""
    created = Signal(str)
    """The trimmed name of a code to create, never empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self._rows, parent, width=380)
        self._ranking = CodeRanking(())
        self.chosen.connect(self._decide)
        self.forced.connect(self.created)
        self.retranslate()

    def set_entries(self, entries: Sequence[CodeEntry], recent: Sequence[int] = ()) -> None:
        """The codes in the order of the codebook; `recent` are ids, the last used one first."""
        self._ranking = CodeRanking(entries, recent)
        if self.isVisible():
            self.refresh()

    def _rows(self, typed: str) -> list[PickerItem]:
        matches = self._ranking.find(typed)[:_MOST]
        rows = [_row(match) for match in matches]
        name = typed.strip()
        if name and not self._ranking.has_name(name):
            words = self.tr("Create code “{name}”").format(name=name)
            create = PickerItem(_CREATE, f"+ {words}", keys="Ctrl ↵", action=True)
            # A name that is only similar may be a new one: "Theme 2" beside "Theme 1".
            fits = not matches or matches[0].fit is not Fit.SIMILAR
            rows.insert(MOST_ROWS - 1 if fits else 0, create)
        return rows

    def _decide(self, key: object) -> None:
        if isinstance(key, int):
            self.picked.emit(key)
        else:
            self.created.emit(self.field.text().strip())

    def retranslate(self) -> None:
        self.set_names(self.tr("Find or create a code"), self.tr("Codes that fit"))


def _row(match: Match) -> PickerItem:
    entry = match.entry
    about = match.snippet or entry.hint or entry.description.split("\n")[0]
    return PickerItem(
        entry.id,
        entry.name,
        path=" › ".join(entry.path),
        hint=about,
        color=entry.color,
        shortcut=entry.shortcut,
    )
