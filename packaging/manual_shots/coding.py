"""Codes, coding, and finding it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest

from manual_shots.cuts import Cut, around, hanging, page, shot, words
from views import VIEWS

if TYPE_CHECKING:
    from stage import Stage


@shot
def frames(stage: Stage) -> Cut:
    return around(stage, page(stage, "frames"), height=480)


@shot
def code_menu(stage: Stage) -> Cut:
    stage.open_source()
    tree, codes = stage.desk.codes.tree, stage.desk.session.project.codes.tree()
    tree.choose([next(code.id for code in codes.ordered if code.codable and code.codings)])
    box = tree.visualRect(tree.currentIndex())
    at = tree.viewport().mapToGlobal(box.center())
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, box.center(), at)
    stage.app.postEvent(tree.viewport(), event)
    return lambda: hanging(stage, 10)().united(around(stage, stage.desk.codes)())


@shot
def picker(stage: Stage) -> Cut:
    stage.choose_passage()
    stage.command("code")
    QTest.keyClicks(stage.desk.coding.picker.field, words(stage, "ko", "co"))
    return lambda: hanging(stage, 70)()


@shot
def passage(stage: Stage) -> Cut:
    stage.choose_passage()
    return around(stage, stage.desk.pages, stage.desk.inspector, height=560)


@shot
def edges(stage: Stage) -> Cut:
    stage.choose_passage()
    current = stage.desk.pages.source_page
    assert current is not None
    current.setFocus()

    def cut() -> QRect:
        box = around(stage, stage.desk.pages)()
        return QRect(box.left(), box.top() + 60, box.width(), 330)

    return cut


@shot
def correcting(stage: Stage) -> Cut:
    stage.choose_passage()
    stage.command("correct")
    return around(stage, stage.desk.pages, height=400)


@shot
def focus(stage: Stage) -> Cut:
    stage.choose_passage()
    stage.command("focus_coded")
    return around(stage, stage.desk.pages, height=560)


@shot
def search(stage: Stage) -> Cut:
    VIEWS["results-search"](stage)
    return around(stage, stage.desk.results)


@shot
def results(stage: Stage) -> Cut:
    VIEWS["results-code"](stage)
    tree = stage.desk.results.list
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    return around(stage, stage.desk.results)
