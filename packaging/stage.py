"""The real window on the demo project, as a stage on which views and shots are put up."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtGui import QPainter, QPixmap, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from makna import bootstrap
from makna.ui.app import dress, make_application
from makna.ui.main_window import MainWindow

if TYPE_CHECKING:
    from makna.domain.model import Code, Passage, Source
    from makna.ui.desk.desk import Desk

SETTLE_MS = 800
"""Counts come to rest."""
PATIENCE = 60
"""Looks, SETTLE_MS / 8 apart, before a view is taken as it is."""


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
