"""Which part of the window a picture keeps, and how shots get to what they show."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from stage import Stage

SIZE = (1180, 780)
SLOW_MS = 15_000
Cut = Callable[[], QRect]
Shot = Callable[["Stage"], Cut]
SHOTS: dict[str, Shot] = {}


def shot(take: Shot) -> Shot:
    """Put a shot into the list; its name is the function's, with hyphens."""
    SHOTS[take.__name__.replace("_", "-")] = take
    return take


def whole(stage: Stage) -> Cut:
    return lambda: stage.window.rect()


def around(
    stage: Stage, *widgets: QWidget, width: int = 0, height: int = 0, margin: int = 0
) -> Cut:
    """The parts of the window that hold these, at most so many pixels of them."""

    def cut() -> QRect:
        box = QRect()
        for widget in widgets:
            at = widget.mapToGlobal(QPoint()) - stage.window.mapToGlobal(QPoint())
            box = box.united(QRect(at, widget.size()))
        box = box.adjusted(-margin, -margin, margin, margin).intersected(stage.window.rect())
        if height:
            box.setHeight(min(height, box.height()))
        if width:
            box.setWidth(min(width, box.width()))
        return box

    return cut


def hanging(stage: Stage, left: int = 24, height: int = 0) -> Cut:
    """The box or menu that hangs over the window, with a little of what it hangs over."""

    def cut() -> QRect:
        shown = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        boxes = [w for w in shown if w is not stage.window]
        return around(stage, *boxes, margin=left, height=height)()

    return cut


def wait_for(done: Callable[[], object]) -> None:
    """Until something is there; other processes may have to be started for it."""
    for _ in range(SLOW_MS // 50):
        if done():
            return
        QTest.qWait(50)
    raise TimeoutError("the window did not get there")


def page(stage: Stage, key: str) -> QWidget:
    """One of the pages, open in front."""
    if stage.window.desk is None:
        stage.open_source()
    assert stage.window.verbs is not None
    stage.window.verbs.open_page(key)
    current = stage.desk.pages.current
    assert current is not None
    return current


def alone(stage: Stage) -> None:
    """The middle has the whole width: what is in it would else be cramped."""
    for key in ("left_pane", "right_pane"):
        stage.window.commands[key].setChecked(False)


def words(stage: Stage, indonesian: str, english: str) -> str:
    return indonesian if stage.language == "id" else english
