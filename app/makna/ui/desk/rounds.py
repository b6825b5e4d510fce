"""F6 and Shift+F6: from pane to pane, round and round, past those that are not there."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from makna.ui.commands import Commands
from makna.ui.desk.callout import Callout
from makna.ui.desk.desk import Desk
from makna.ui.focus_order import stops


class PaneRounds(QObject):
    """Binds the two commands to an open desk."""

    def __init__(self, desk: Desk, commands: Commands, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        commands.bind("next_pane", lambda: self.go(1), owner=self)
        commands.bind("previous_pane", lambda: self.go(-1), owner=self)

    def go(self, step: int) -> None:
        """To the pane after (1) the one with the keys, or before it (-1)."""
        panes = list(self.panes())
        now = QApplication.focusWidget()
        at = next((i for i, pane in enumerate(panes) if _holds(pane, now)), None)
        # From the header or the line at the bottom: to the first pane, or to the last.
        before = at if at is not None else (-1 if step > 0 else 0)
        for further in range(1, len(panes) + 1):
            if _enter(panes[(before + step * further) % len(panes)]):
                return

    def panes(self) -> Iterator[QWidget]:
        """What can be seen, in the order in which one goes round."""
        desk = self._desk
        notes = desk.findChildren(Callout)
        around: list[QWidget] = [desk.activities, desk.sources, desk.codes, desk.memos]
        around += [desk.pages, desk.inspector]
        if desk.shows_results():
            around.append(desk.results)
        yield from (pane for pane in [*around, *notes, desk.notices] if pane.isVisible())


def _holds(pane: QWidget, now: QWidget | None) -> bool:
    return now is not None and (pane is now or pane.isAncestorOf(now))


def _enter(pane: QWidget) -> bool:
    """Put the keys where they were last in the pane, else where it wants them, else at its top."""
    for each in (pane.focusWidget(), pane.focusProxy(), *stops(pane)):
        if each is not None and _takes_keys(each, pane):
            each.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False


def _takes_keys(widget: QWidget, pane: QWidget) -> bool:
    """Also where it hands them on: an empty pane may do so to another one."""
    at: QWidget | None = widget
    while at is not None and at.focusProxy() is not None:
        at = at.focusProxy()
    return (
        at is not None
        and pane.isAncestorOf(at)
        and at.isVisible()
        and at.isEnabled()
        and at.focusPolicy() != Qt.FocusPolicy.NoFocus
    )
