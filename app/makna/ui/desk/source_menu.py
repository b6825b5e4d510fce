"""The context menu of the sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from makna.domain.model import Case, Source
from makna.ui.desk.source_words import LANGUAGES, kind_words, language_word
from makna.ui.theme.icons import icon


@dataclass(frozen=True)
class SourceMenuState:
    """The chosen sources, in the order of the rows, and what they can be put to."""

    sources: tuple[Source, ...]
    cases: Sequence[Case]
    languages: Sequence[str]
    """Codes of the languages that sources of this project are in."""
    writable: bool


class SourceMenu(QMenu):
    """Emits what was chosen; decides nothing."""

    chosen = Signal(str, object)
    """(verb, value): `open`, `rename`, `kind` (SourceKind), `language` (code), `link` or `unlink`
    (Case), `new_case`, `export`, `remove`, `erase` (one source, for good)."""

    def __init__(self, state: SourceMenuState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        single = len(state.sources) == 1
        if single:
            self._offer(self.tr("Open"), "open", keys="↵")
        if state.writable:
            if single:
                self._offer(self.tr("Rename"), "rename", keys="F2")
            self.addSeparator()
            self._add_kinds()
            self._add_languages()
            self._add_cases()
        self.addSeparator()
        self._offer(self.tr("Export…"), "export")
        if state.writable:
            self._offer(self.tr("Remove"), "remove", keys="Del")
            if single:
                self._offer(self.tr("Remove for good…"), "erase")

    def _offer(
        self,
        text: str,
        verb: str,
        value: object = None,
        *,
        keys: str = "",
        menu: QMenu | None = None,
        checked: bool | None = None,
    ) -> QAction:
        action = QAction(f"{text}\t{keys}" if keys else text, self)
        action.setData(verb)
        if checked is not None:
            action.setCheckable(True)
            action.setChecked(checked)
        action.triggered.connect(lambda: self.chosen.emit(verb, value))
        (menu or self).addAction(action)
        return action

    def _add_kinds(self) -> None:
        menu = self.addMenu(self.tr("Kind"))
        group, now = QActionGroup(menu), {source.kind for source in self._state.sources}
        for kind, word in kind_words().items():
            group.addAction(self._offer(word, "kind", kind, menu=menu, checked=now == {kind}))

    def _add_languages(self) -> None:
        menu = self.addMenu(self.tr("Language"))
        group, now = QActionGroup(menu), {source.language for source in self._state.sources}
        for code in dict.fromkeys((*LANGUAGES, *self._state.languages)):
            if code:
                word, checked = language_word(code), now == {code}
                action = self._offer(word, "language", code, menu=menu, checked=checked)
                group.addAction(action)

    def _add_cases(self) -> None:
        menu = self.addMenu(self.tr("Case"))
        sources = self._state.sources
        for case in self._state.cases:
            linked = all(case.name in source.cases for source in sources)
            verb = "unlink" if linked else "link"
            name = case.name.replace("&", "&&")
            self._offer(name, verb, case, menu=menu, checked=linked)
        menu.addSeparator()
        new = self._offer(self.tr("New case…"), "new_case", menu=menu)
        new.setIcon(icon("add"))
