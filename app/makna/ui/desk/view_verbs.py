"""What the commands about the view do: panes, sizes, focus, how questions and lines are shown."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from makna.ui.commands import Commands
from makna.ui.desk.desk import Desk
from makna.ui.desk.rounds import PaneRounds
from makna.ui.page import Asking, FocusMode, Reading

FOCUS = "focus"
"""Key of the view state: what is faded."""
READING = "reading"
"""Key of the view state: [how questions are shown, whether lines are numbered]."""


class ViewVerbs(QObject):
    """Binds the commands of the group `view` to an open desk."""

    def __init__(self, desk: Desk, commands: Commands, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._commands = commands
        self._bind_sizes()
        self._bind_panes()
        PaneRounds(desk, commands, self)
        self._bind_focus()
        self._bind_reading()
        commands.bind("memos", self._show_memos, owner=self)

    def _bind_sizes(self) -> None:
        for key, steps in (("larger", 1), ("smaller", -1), ("usual_size", 0)):
            self._commands.bind(key, partial(self._zoom, steps), owner=self)

    def _bind_panes(self) -> None:
        for key, pane in (("left_pane", self._desk.left), ("right_pane", self._desk.inspector)):
            self._commands[key].setChecked(not pane.isHidden())
            self._commands.bind_toggle(key, pane.setVisible, owner=self)
        self._commands["results_pane"].setChecked(self._desk.shows_results())
        self._commands.bind_toggle("results_pane", self._desk.show_results, owner=self)

    def _bind_focus(self) -> None:
        kept = self._desk.session.recall(FOCUS)
        for key, other in (("focus_coded", "focus_code"), ("focus_code", "focus_coded")):
            self._commands[key].setChecked(kept == key)
            self._commands.bind_toggle(key, partial(self._focus, key, other), owner=self)
        self._desk.pages.current_changed.connect(self._apply_focus)
        self._desk.status.clicked.connect(self._end)
        self._apply_focus()

    def _bind_reading(self) -> None:
        """Whole projects are read in one way; it is remembered with them."""
        reading = _recalled(self._desk.session.recall(READING))
        self._desk.pages.set_reading(reading)
        shown = {
            "questions_shaded": reading.asking is Asking.SHADED,
            "questions_folded": reading.asking is Asking.FOLDED,
            "line_numbers": reading.lines,
        }
        for key, on in shown.items():
            self._commands[key].setChecked(on)
        others = {"questions_shaded": "questions_folded", "questions_folded": "questions_shaded"}
        for key in shown:
            verb = partial(self._read_so, others.get(key, ""))
            self._commands.bind_toggle(key, verb, owner=self)

    def _read_so(self, other: str, on: bool) -> None:
        if on and other:
            self._commands[other].setChecked(False)
        asking = Asking.QUIET
        if self._commands["questions_shaded"].isChecked():
            asking = Asking.SHADED
        elif self._commands["questions_folded"].isChecked():
            asking = Asking.FOLDED
        reading = Reading(asking, self._commands["line_numbers"].isChecked())
        if reading != self._desk.pages.reading:
            self._desk.pages.set_reading(reading)
            self._desk.session.remember(READING, [str(reading.asking), reading.lines])
            self._desk.status.show_left_out(self._fading(), folded=asking is Asking.FOLDED)

    def _show_memos(self) -> None:
        self._desk.left.setVisible(True)
        self._desk.left.setCurrentWidget(self._desk.memos)
        self._desk.memos.setFocus()

    def _zoom(self, steps: int) -> None:
        page = self._desk.pages.source_page
        if page is not None:
            page.page.zoom_by(steps)
        else:
            self._desk.tell(self.tr("Open a text first: its letters become larger or smaller."))

    def _focus(self, key: str, other: str, on: bool) -> None:
        if on and key == "focus_code" and self._desk.place.now.code is None:
            self._desk.tell(self.tr("Choose a code at the left first."))
            self._commands[key].setChecked(False)
            return
        if on:
            self._commands[other].setChecked(False)
        fades = on or self._commands[other].isChecked()
        self._desk.session.remember(FOCUS, (key if on else other) if fades else "")
        self._apply_focus()

    def _fading(self) -> FocusMode:
        if self._commands["focus_coded"].isChecked():
            return FocusMode.CODED
        return FocusMode.CODE if self._commands["focus_code"].isChecked() else FocusMode.NONE

    def _apply_focus(self) -> None:
        self._desk.set_focus_mode(self._fading())
        folded = self._desk.pages.reading.asking is Asking.FOLDED
        self._desk.status.show_left_out(self._fading(), folded=folded)

    def _end(self, sign: str) -> None:
        """A sign of what is faded or hidden was pressed."""
        for key in {"faded": ("focus_coded", "focus_code"), "folded": ("questions_folded",)}.get(
            sign, ()
        ):
            self._commands[key].setChecked(False)


def _recalled(stored: object) -> Reading:
    if not isinstance(stored, list) or len(stored) != 2 or stored[0] not in list(Asking):
        return Reading()
    return Reading(Asking(stored[0]), bool(stored[1]))
