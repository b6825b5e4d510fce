"""The context menu of the results: what can be done with the chosen rows, and its keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget


class MenuState(NamedTuple):
    """What is chosen, and what can be done now."""

    rows: int
    hits: bool
    starred: bool
    writable: bool


class ResultMenu(QMenu):
    """Offers what fits; `run` says what each does, by name."""

    def __init__(
        self, state: MenuState, run: Mapping[str, Callable[[], object]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._run = run
        if state.rows == 1:
            self._offer(self.tr("Show in the text"), "enter", "↵")
        self._offer(self.tr("Copy with reference"), "copy", "Ctrl+C")
        if state.hits:
            return
        if state.writable:
            self._add_changes(state)
        self.addSeparator()
        self._offer(self.tr("Export…"), "export")

    def _add_changes(self, state: MenuState) -> None:
        self.addSeparator()
        self._offer(self.tr("Add a code…"), "code", "Ctrl+K")
        self._offer(self.tr("Re-code…"), "recode")
        self._offer(self.tr("Split off…"), "split")
        self._offer(self.tr("Un-code"), "uncode", "Del")
        self.addSeparator()
        star = self.tr("Take the star off") if state.starred else self.tr("Star")
        self._offer(star, "star", "Ctrl+D")

    def _offer(self, text: str, verb: str, keys: str = "") -> None:
        action = QAction(f"{text}\t{keys}" if keys else text, self)
        action.setData(verb)
        action.triggered.connect(lambda: self._run[verb]())
        self.addAction(action)
