"""The context menu of the code tree, and the window in which a code is picked as a target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from makna.domain.codetree import CodeTree
from makna.domain.model import Code, CodeId
from makna.ui.desk.swatches import color_names, swatch_icon
from makna.ui.widgets.picker_popup import PickerItem, PickerPopup
from makna.ui.widgets.ranking import CodeEntry, CodeRanking


@dataclass(frozen=True)
class MenuState:
    """What the menu has to know: the chosen codes, in tree order, and what can be done now."""

    tree: CodeTree
    codes: tuple[Code, ...]
    has_selection: bool
    """Whether there is a selected text to which a code can be applied."""
    own: int
    """Codings of the chosen codes themselves."""
    writable: bool = True


class CodeMenu(QMenu):
    """Emits what was chosen; decides nothing."""

    chosen = Signal(str, object)
    """(verb, value): `apply`, `new_beside`, `new_below`, `rename`, `paint` (`#rrggbb`),
    `own_color`, `key` (1–9 or None), `codable` (bool), `recode`, `move`, `merge`, `passages`,
    `delete`."""

    def __init__(self, state: MenuState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolTipsVisible(True)
        self._state = state
        if state.writable:
            apply = self._offer(self.tr("Apply to the selected text"), "apply")
            codable = all(code.codable for code in state.codes)
            apply.setEnabled(state.has_selection and codable)
        if len(state.codes) == 1:
            self._offer(self.tr("Show passages"), "passages")
        if state.writable:
            self._add_changes(single=len(state.codes) == 1)

    def _add_changes(self, *, single: bool) -> None:
        state, code = self._state, self._state.codes[0]
        self.addSeparator()
        if single:
            self._offer(self.tr("New code here…"), "new_beside")
            self._offer(self.tr("New code below…"), "new_below")
            self._offer(self.tr("Rename"), "rename", keys="F2")
        self._add_colors([each.color for each in state.codes])
        if single:
            self._add_keys(code)
        self._add_kind(code)
        self.addSeparator()
        if single:
            recode = self._offer(self.tr("Move codings to…"), "recode")
            recode.setEnabled(state.own > 0)
        self._offer(self.tr("Move below…"), "move")
        self._offer(self.tr("Merge into…"), "merge")
        self.addSeparator()
        self._offer(self.tr("Delete"), "delete", keys="Del")

    def _offer(
        self,
        text: str,
        verb: str,
        value: object = None,
        *,
        keys: str = "",
        menu: QMenu | None = None,
    ) -> QAction:
        action = QAction(f"{text}\t{keys}" if keys else text, self)
        action.setData(verb)
        action.triggered.connect(lambda: self.chosen.emit(verb, value))
        (menu or self).addAction(action)
        return action

    def _add_colors(self, colors: Sequence[str]) -> None:
        menu = self.addMenu(self.tr("Colour"))
        group = QActionGroup(menu)
        for color, name in color_names().items():
            action = self._offer(name, "paint", color, menu=menu)
            action.setIcon(swatch_icon(color, chosen=set(colors) == {color}))
            action.setCheckable(True)
            action.setChecked(set(colors) == {color})
            group.addAction(action)
        menu.addSeparator()
        self._offer(self.tr("Own colour…"), "own_color", colors[0], menu=menu)

    def _add_keys(self, code: Code) -> None:
        menu = self.addMenu(self.tr("Number key"))
        menu.setEnabled(code.codable)
        holders = {each.shortcut: each.name for each in self._state.tree.ordered if each.shortcut}
        group = QActionGroup(menu)
        for number in (*range(1, 10), None):
            text = self.tr("None") if number is None else str(number)
            if number in holders and number != code.shortcut:
                text = f"{number}   {holders[number].replace('&', '&&')}"
            action = self._offer(text, "key", number, menu=menu)
            action.setCheckable(True)
            action.setChecked(number == code.shortcut)
            group.addAction(action)

    def _add_kind(self, code: Code) -> None:
        if not code.codable:
            self._offer(self.tr("Make it a code"), "codable", True)
            return
        action = self._offer(self.tr("Make it a category"), "codable", False)
        action.setEnabled(self._state.own == 0)
        action.setToolTip(self.tr("A category only groups codes: move its codings first"))


class CodeTargetPicker(PickerPopup):
    """Type to find the code into which others go; it closes and forgets itself."""

    picked = Signal(int)
    """The id of a code."""

    def __init__(self, tree: CodeTree, codes: Sequence[CodeId], verb: str, parent: QWidget) -> None:
        """`verb`: `merge` or `move` the codes, or `recode` what they code."""
        besides = set(codes)
        if verb != "recode":
            besides |= {below.id for code in codes for below in tree.descendants(code)}
        entries = [
            CodeEntry(code.id, code.name, tree.names(code.id)[:-1], code.color, code.description)
            for code in tree.ordered
            if code.id not in besides and (code.codable or verb != "recode")
        ]
        self._verb = verb
        self._ranking = CodeRanking(entries)
        super().__init__(self._fitting, parent)
        self.chosen.connect(self._pick)
        self.dismissed.connect(self.deleteLater)

    def ask(self, at: QPoint) -> None:
        """Open below a point on the screen."""
        self.retranslate()
        self.open_at(QRect(at, at))

    def retranslate(self) -> None:
        title = {
            "merge": self.tr("Merge into which code?"),
            "move": self.tr("Move below which code?"),
            "recode": self.tr("Move the codings to which code?"),
        }[self._verb]
        self.set_names(title, title)

    def _pick(self, key: int) -> None:
        self.picked.emit(key)
        self.deleteLater()

    def _fitting(self, typed: str) -> list[PickerItem]:
        return [
            PickerItem(
                match.entry.id,
                match.entry.name,
                path=" › ".join(match.entry.path),
                hint=match.snippet,
                color=match.entry.color,
            )
            for match in self._ranking.find(typed)
        ]
