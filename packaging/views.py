"""Every view of the window by name, and how to get there on the demo project.

`screens.py` makes a picture of each; the pictures of README and of the manual are some of them.
A view is a function that drives the real window: what it shows is what a user would see.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtGui import QContextMenuEvent, QPainter, QPixmap, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from makna import bootstrap
from makna.services.importing import ImportReport
from makna.ui.app import dress, make_application
from makna.ui.desk.inspector.inspector import Scope
from makna.ui.main_window import MainWindow

if TYPE_CHECKING:
    from makna.domain.model import Code, Passage, Source
    from makna.ui.desk.desk import Desk

SETTLE_MS = 800
"""Counts come to rest."""
PATIENCE = 60
"""Looks, SETTLE_MS / 8 apart, before a view is taken as it is."""
View = Callable[["Stage"], None]
VIEWS: dict[str, View] = {}


def view(show: View) -> View:
    """Put a view into the list; its name is the function's, with hyphens."""
    VIEWS[show.__name__.replace("_", "-")] = show
    return show


class Stage:
    """The real window in one language, theme and size, on a fresh copy of the demo project."""

    def __init__(self, language: str, theme: str, size: tuple[int, int]) -> None:
        self.language, self._theme, self.size = language, theme, size
        self.app = make_application([])
        self.dress()
        self.window = MainWindow()
        self.window.resize(*size)
        self.window.show()

    def dress(self, font_pt: float = 0) -> None:
        chosen = replace(
            bootstrap.settings(),
            language=self.language,
            theme=self._theme,
            coder_name="Rani",
            interface_font_pt=font_pt,
        )
        bootstrap.keep_settings(chosen)
        dress(self.app, chosen)

    # Getting somewhere

    @property
    def desk(self) -> Desk:
        assert self.window.desk is not None
        return self.window.desk

    def open_demo(self) -> None:
        """A copy of the demo project that no earlier view has touched."""
        folder = Path(tempfile.mkdtemp(dir=Path(tempfile.gettempdir())))
        name = {"id": "Citra kota dan Instagram.makna", "en": "City image and Instagram.makna"}
        self.window.open_project(bootstrap.copy_demo(self.language, folder / name[self.language]))

    def command(self, key: str) -> None:
        self.window.commands[key].trigger()

    def source(self, start: str = "I1") -> Source:
        sources = self.desk.session.project.sources.all()
        return next((s for s in sources if s.name.startswith(start)), sources[0])

    def passage(self) -> Passage:
        """One with several codes and a memo."""
        passages = self.desk.session.project.passages.of_source(self.source().id)
        several = [p for p in passages if len(p.codings) > 1]
        noted = (p for p in several if p.memo or any(c.memo for c in p.codings))
        return next(noted, several[0])

    def code(self) -> Code:
        """The one that is used most."""
        return max(self.desk.session.project.codes.tree().ordered, key=lambda code: code.codings)

    def open_source(self) -> None:
        self.open_demo()
        self.desk.pages.open_source(self.source().id)

    def choose_passage(self) -> None:
        self.open_source()
        chosen = self.passage()
        self.desk.place.go(chosen.source, chosen.start, chosen.end)
        self.desk.place.change(source=chosen.source, passage=chosen.id)

    def settle(self) -> None:
        """Let counts come to rest, files be read and the flash after a jump fade."""
        QTest.qWait(SETTLE_MS)
        until(lambda: not self._under_way())

    def _under_way(self) -> bool:
        if self.window.desk is None or self.window.verbs is None:
            return False
        page = self.desk.pages.source_page
        flashing = page is not None and page.page.surface.scene.flash is not None
        filling = bool(getattr(self.desk.pages.current, "_left", ()))
        return flashing or filling or self.window.verbs.strip.isVisible()

    # The picture

    def grab(self) -> QPixmap:
        """The window, with the boxes and menus that hang over it."""
        picture = self.window.grab()
        painter = QPainter(picture)
        for each in self._hanging():
            at = each.mapToGlobal(QPoint()) - self.window.mapToGlobal(QPoint())
            painter.drawPixmap(QRect(at, each.size()), _see_through(each))
        painter.end()
        return picture

    def _hanging(self) -> list[QWidget]:
        shown = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        return [w for w in shown if w is not self.window]

    def clear(self) -> None:
        """Close what is open, so that the next view starts from nothing."""
        for each in self._hanging():
            each.close()
        self.window.close_project()
        start = self.window.start
        start.form.cancel()
        start.form.ask_for_name(False)
        if start.backups is not None:
            start.backups.hide()
        self.window.notices.close_notice()
        bootstrap.keep_settings(replace(bootstrap.settings(), recent=()))
        start.set_settings(bootstrap.settings())
        self.dress()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def close(self) -> None:
        self.clear()
        self.window.close()
        self.window.deleteLater()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def until(seen: Callable[[], object]) -> None:
    """Wait for something that comes soon, but not for ever."""
    for _ in range(PATIENCE):
        if seen():
            return
        QTest.qWait(SETTLE_MS // 8)


def _see_through(widget: QWidget) -> QPixmap:
    picture = QPixmap(widget.size())
    picture.fill("transparent")
    widget.render(picture, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    return picture


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
