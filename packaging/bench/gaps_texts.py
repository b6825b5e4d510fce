"""How long the window stands still while a text is read: see `gaps.py`.

`gaps_texts.py PROJECT [operation …]` prints a line for each; most are done on the long source.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gaps_room import LONG_CHARACTERS, REST_MS, Act, Gap, Room, asked_for, gap, idle, room, say
from makna.ui.page import FocusMode
from makna.ui.page.view import TextPage

EVERY_MS, STEPS = 60, 12
"""Between two notches of the wheel, two moves of the mouse, two widths of the window."""
TABS = 10
ACTS: dict[str, tuple[Act, int]] = {}
"""By name, with the milliseconds until all is at rest."""


def reading(rest_ms: int = REST_MS) -> Callable[[Act], Act]:
    def registered(act: Act) -> Act:
        ACTS[act.__name__.replace("_", " ")] = act, rest_ms
        return act

    return registered


def text(here: Room) -> TextPage:
    page = here.desk.pages.source_page
    assert page is not None
    return page.page


def one_by_one(here: Room, steps: int, do: Callable[[int], object]) -> None:
    """Each in an event of its own, as a hand does it; the next one a while after the last."""

    def step(number: int) -> None:
        do(number)
        if number + 1 < steps:
            QTimer.singleShot(EVERY_MS, here.window, partial(step, number + 1))

    step(0)


def stand(here: Room, share: float) -> None:
    """Stand in the long source, at so much of it."""
    here.desk.pages.open_source(here.make_long())
    at = round(share * (LONG_CHARACTERS - 2_000))
    text(here).show_place(at, at + 10)
    QTest.qWait(REST_MS)


def notch(here: Room, number: int) -> None:
    """Ctrl and the wheel: larger and smaller in turns."""
    view = text(here).viewport()
    middle = QPointF(view.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(view.mapToGlobal(middle.toPoint())),
        QPoint(),
        QPoint(0, 120 if number % 4 < 2 else -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def mouse(
    here: Room, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton, held: Qt.MouseButton
) -> None:
    view = text(here).viewport()
    event = QMouseEvent(
        kind,
        QPointF(at),
        QPointF(view.mapToGlobal(at)),
        button,
        held,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view, event)


@reading(2_000)
def switch_between_ten_tabs(here: Room) -> None:
    one_by_one(here, 2 * TABS, lambda _number: here.desk.pages.step(1))


@reading()
def find_in_the_text(here: Room) -> None:
    here.command("search")
    QTest.keyClicks(here.desk.header.search, "admin")
    QTest.keyClick(here.desk.header.search, Qt.Key.Key_Return)


@reading(1_500)
def turn_the_wheel(here: Room) -> None:
    bar = text(here).verticalScrollBar()
    one_by_one(here, STEPS, lambda _number: bar.setValue(bar.value() + 3 * bar.singleStep()))


@reading(4_000)
def zoom_by_the_wheel(here: Room) -> None:
    one_by_one(here, STEPS, partial(notch, here))


@reading(4_000)
def zoom_in_the_middle(here: Room) -> None:
    one_by_one(here, STEPS, partial(notch, here))


@reading(4_000)
def zoom_at_the_end(here: Room) -> None:
    one_by_one(here, STEPS, partial(notch, here))


@reading(4_000)
def resize_the_window(here: Room) -> None:
    one_by_one(
        here, STEPS, lambda number: here.window.resize(1_440 - 40 * number, 900 - 10 * number)
    )


@reading(4_000)
def resize_at_the_end(here: Room) -> None:
    one_by_one(here, STEPS, lambda number: here.window.resize(960 + 40 * number, 780 + 10 * number))


@reading()
def focus_what_is_coded(here: Room) -> None:
    here.desk.set_focus_mode(FocusMode.CODED)


@reading()
def focus_on_one_code(here: Room) -> None:
    here.desk.place.change(code=here.codes[22], passage=None)
    here.desk.set_focus_mode(FocusMode.CODE)


@reading()
def focus_on_nothing(here: Room) -> None:
    here.desk.set_focus_mode(FocusMode.NONE)


@reading()
def fold_a_pane(here: Room) -> None:
    here.command("left_pane")


@reading()
def unfold_it(here: Room) -> None:
    here.command("left_pane")


@reading(2_000)
def move_the_mouse(here: Room) -> None:
    none = Qt.MouseButton.NoButton
    one_by_one(
        here,
        STEPS,
        lambda number: mouse(
            here, QEvent.Type.MouseMove, QPoint(40 + 12 * number, 60 + 15 * number), none, none
        ),
    )


@reading(3_000)
def drag_over_pages(here: Room) -> None:
    """The pointer below the view: Qt scrolls on by a timer of its own."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    height = text(here).viewport().height()
    mouse(here, QEvent.Type.MouseButtonPress, QPoint(60, 80), left, left)
    below = QPoint(120, height + 80)
    one_by_one(here, 2 * STEPS, lambda _n: mouse(here, QEvent.Type.MouseMove, below, none, left))
    end = partial(mouse, here, QEvent.Type.MouseButtonRelease, below, left, none)
    QTimer.singleShot(2_500, here.window, end)


@reading()
def select_everything(here: Room) -> None:
    QTest.keyClick(text(here), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)


@reading()
def go_to_its_end(here: Room) -> None:
    QTest.keyClick(text(here), Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)


STANDS = {
    "turn the wheel": 0.0,
    "zoom in the middle": 0.5,
    "zoom at the end": 1.0,
    "resize the window": 0.0,
    "resize at the end": 1.0,
    "focus what is coded": 0.3,
    "go to its end": 0.0,
}
"""How far down in the long source one stands before."""


def measured(here: Room, name: str) -> Gap:
    if name == "switch between ten tabs":
        for source in here.sources[1 : TABS + 1]:
            here.desk.pages.open_source(source)
            QTest.qWait(REST_MS // 4)
    if name in STANDS:
        stand(here, STANDS[name])
    act, rest_ms = ACTS[name]
    return gap(here, act, rest_ms)


def reopened(path: Path) -> Gap:
    """The project is opened where it was left: at the end of the long source, among ten tabs."""
    with room(path) as here:
        for source in here.sources[1:TABS]:
            here.desk.pages.open_source(source)
        stand(here, 1.0)
        here.window.close_project()
        QTest.qWait(REST_MS)
        return gap(here, lambda _here: here.window.open_project(path), 4_000)


def main() -> int:
    with asked_for() as (path, wanted):
        with room(path) as here:
            here.make_long()
            QTest.qWait(3_000)
            say("idle", idle(here.window))
            for name in ACTS:
                if wanted(name):
                    say(name, measured(here, name))
        if wanted("reopen"):
            say("reopen", reopened(path))
    return 0


if __name__ == "__main__":
    sys.exit(main())
