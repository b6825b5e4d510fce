"""Every view of the window by name, and how to get there on the demo project.

`screens.py` makes a picture of each; the pictures of README and of the manual are some of them.
A view is a function that drives the real window: what it shows is what a user would see.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest

from makna.services.importing import ImportReport
from makna.ui.desk.inspector.inspector import Scope
from stage import Stage

if TYPE_CHECKING:
    pass

View = Callable[[Stage], None]
VIEWS: dict[str, View] = {}


def view(show: View) -> View:
    """Put a view into the list; its name is the function's, with hyphens."""
    VIEWS[show.__name__.replace("_", "-")] = show
    return show


# Before a project


@view
def start(stage: Stage) -> None:
    """The page of a first start."""


@view
def start_new(stage: Stage) -> None:
    stage.window.start.ask_new()


# The desk


@view
def desk_empty(stage: Stage) -> None:
    folder = Path(tempfile.mkdtemp())
    stage.window.new_project(folder / "Skripsi.makna", "Rani")


@view
def desk(stage: Stage) -> None:
    stage.open_source()


@view
def desk_passage(stage: Stage) -> None:
    stage.choose_passage()


@view
def desk_code(stage: Stage) -> None:
    stage.open_source()
    stage.desk.place.change(code=stage.code().id)
    stage.desk.inspector.look_at(Scope.CODE)


@view
def desk_source(stage: Stage) -> None:
    stage.open_source()
    stage.desk.inspector.look_at(Scope.SOURCE)


@view
def desk_project(stage: Stage) -> None:
    stage.open_demo()


@view
def picker(stage: Stage) -> None:
    """Ctrl+K on some words."""
    picking(stage, "ko", "co")


def picking(stage: Stage, in_indonesian: str, in_english: str) -> None:
    """Choose some words, press Ctrl+K and type the beginning of a code's name."""
    stage.open_source()
    page = stage.desk.pages.source_page
    assert page is not None
    passage = stage.passage()
    page.page.set_selection(passage.start, passage.end)
    stage.settle()
    stage.command("code")
    typed = in_indonesian if stage.language == "id" else in_english
    QTest.keyClicks(stage.desk.coding.picker.field, typed)


@view
def focus_mode(stage: Stage) -> None:
    stage.open_source()
    stage.command("focus_coded")


@view
def correcting(stage: Stage) -> None:
    stage.open_source()
    stage.command("correct")


@view
def page_menu(stage: Stage) -> None:
    stage.choose_passage()
    passage = stage.passage()
    at = stage.window.mapToGlobal(QPoint(stage.size[0] // 2 - 120, stage.size[1] // 3))
    stage.desk.pages.menu_wanted.emit(at, (passage.id,), None)


@view
def code_menu(stage: Stage) -> None:
    stage.open_source()
    tree = stage.desk.codes.tree
    tree.choose([stage.code().id])
    box = tree.visualRect(tree.currentIndex())
    at = tree.viewport().mapToGlobal(box.center())
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, box.center(), at)
    stage.app.postEvent(tree.viewport(), event)


@view
def main_menu(stage: Stage) -> None:
    stage.open_source()
    stage.desk.menu_button.click()


@view
def palette(stage: Stage) -> None:
    stage.open_source()
    stage.command("palette")


@view
def go_to(stage: Stage) -> None:
    stage.open_source()
    stage.command("go_to")


@view
def results_search(stage: Stage) -> None:
    stage.open_source()
    stage.desk.header.search.setText("warga" if stage.language == "id" else "residents")
    stage.desk.search(stage.desk.header.search.text())
    stage.settle()


@view
def results_code(stage: Stage) -> None:
    stage.open_source()
    stage.desk.show_passages(stage.code().id)


@view
def results_nothing(stage: Stage) -> None:
    stage.open_source()
    stage.desk.search("zzzz")
    stage.settle()


# Pages


def _page(name: str, key: str) -> None:
    def show(stage: Stage) -> None:
        stage.open_source()
        assert stage.window.verbs is not None
        stage.window.verbs.open_page(key)

    VIEWS[name] = show


for _name, _key in (
    ("frames", "frames"),
    ("export", "export"),
    ("history", "history"),
    ("cases", "cases"),
    ("new-source", "new-source"),
    ("settings", "settings"),
    ("shortcuts", "shortcuts"),
):
    _page(_name, _key)


@view
def memos(stage: Stage) -> None:
    stage.open_source()
    stage.command("memos")
    found = stage.desk.session.project.memos.all()
    if found:
        stage.desk.pages.open_memo(found[0].id)


@view
def import_strip(stage: Stage) -> None:
    stage.open_source()
    assert stage.window.verbs is not None
    stage.window.verbs.import_strip.offer(_documents())


@view
def import_report(stage: Stage) -> None:
    stage.open_source()
    verbs = stage.window.verbs
    assert verbs is not None
    shown: list[ImportReport] = []
    verbs.imports.finished.connect(shown.append)
    stage.settle()
    verbs.imports.start(_documents())
    for _ in range(400):
        if shown:
            break
        QTest.qWait(50)
    verbs._show_report(shown[0])


@view
def comments(stage: Stage) -> None:
    stage.open_source()
    stage.command("comments")


@view
def turns(stage: Stage) -> None:
    stage.open_source()
    assert stage.window.verbs is not None
    stage.window.verbs.import_pages.show_turns(stage.source().id)


@view
def manual(stage: Stage) -> None:
    stage.open_source()
    stage.command("manual")


@view
def notice(stage: Stage) -> None:
    """A source was removed; the notice offers to undo that."""
    stage.open_source()
    stage.desk._told_removed([stage.source().name])


@view
def tour(stage: Stage) -> None:
    stage.open_demo()
    stage.command("tour")


def _documents() -> list[Path]:
    folder = Path(tempfile.mkdtemp())
    good, bad = folder / "Wawancara I5.txt", folder / "Catatan.docx"
    good.write_text("Peneliti: Apa kabar?\nI5: Baik.\n", encoding="utf-8")
    bad.write_bytes(b"PK\x03\x04 no document")
    return [good, bad]
