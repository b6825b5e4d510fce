"""The right of the Write view: the chapter as it will be printed, its settings, the way to Word."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from makna.ui.desk.write.book import Book
from makna.ui.desk.write.out_panel import OutPanel
from makna.ui.desk.write.paper import Paper
from makna.ui.desk.write.settings_panel import SettingsPanel
from makna.ui.system import SYSTEM, System
from makna.ui.tasks import TaskRunner
from makna.ui.theme.theme import set_look

SIDE = "write.side"
"""Key of the view state: which of them was looked at last."""
SIDES = ("preview", "settings", "word")


class Sides(QFrame):
    """Three sheets of which one is seen; two are made when somebody first looks at them."""

    notice_wanted = Signal(str, object)
    """(text, tuple[NoticeAction, …])"""
    deleted = Signal(str)
    """(title): a chapter was deleted."""
    replaced_wanted = Signal(str, object)
    """(file name, tuple[Replacement, …]): show what pseudonyms replaced."""

    def __init__(
        self,
        book: Book,
        parent: QWidget | None = None,
        *,
        runner: TaskRunner | None = None,
        system: System = SYSTEM,
    ) -> None:
        super().__init__(parent)
        self._book, self._runner, self._system = book, runner, system
        self.bar = QTabBar(self)
        self.paper = Paper(self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._retranslate()
        self.bar.currentChanged.connect(self._chosen)

    @cached_property
    def settings(self) -> SettingsPanel:
        """How the chapter is written."""
        panel = SettingsPanel(self._book, self._stack, choose=self._system.ask_existing)
        panel.deleted.connect(self.deleted)
        self._put("settings", panel)
        return panel

    @cached_property
    def out(self) -> OutPanel:
        """The chapter to Word."""
        panel = OutPanel(self._book, self._stack, runner=self._runner, system=self._system)
        panel.notice_wanted.connect(self.notice_wanted)
        panel.replaced_wanted.connect(self.replaced_wanted)
        self._put("word", panel)
        panel.show_chapter()
        return panel

    @property
    def current(self) -> str:
        """The one that is seen: one of `SIDES`."""
        return SIDES[self.bar.currentIndex()]

    def show_side(self, key: str) -> None:
        """`preview`, `settings` or `word`."""
        self.bar.setCurrentIndex(SIDES.index(key))

    def recall(self) -> None:
        """Show the one that was looked at last."""
        side = self._book.session.recall(SIDE)
        if side in SIDES:
            self.show_side(str(side))

    def show_chapter(self) -> None:
        """Another chapter is on the desk, or it has another name."""
        if self._made("word"):
            self.out.show_chapter()
        if self._made("settings"):
            self.settings.show_settings()

    def show_plan(self, *, whole: bool) -> None:
        """The plan is new; settings are other ones only where the whole of it is."""
        if whole and self._made("settings"):
            self.settings.show_settings()
        if self.current == "word":
            self.out.show_problems()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _chosen(self, at: int) -> None:
        side = SIDES[at]
        if side == "word":
            self.out.show_problems()
        elif self._made("word"):
            self.out.stop_looking()
        if side == "settings":
            self.settings.show_settings()
        self._stack.setCurrentIndex(at)
        self._book.session.remember(SIDE, side)

    def _made(self, side: str) -> bool:
        return {"settings": "settings", "word": "out"}[side] in self.__dict__

    def _put(self, side: str, panel: QWidget) -> None:
        """In the place that was kept for it."""
        at = SIDES.index(side)
        current = self._stack.currentIndex()
        if (empty := self._stack.widget(at)) is not None:
            self._stack.removeWidget(empty)
            empty.deleteLater()
        panel.setAccessibleName(self.bar.tabText(at))
        self._stack.insertWidget(at, panel)
        self._stack.setCurrentIndex(current)

    def _lay_out(self) -> None:
        set_look(self, "panel")
        set_look(self.bar, "pills")
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        for _side in SIDES:
            self.bar.addTab("")
        sheet = QWidget(self._stack)
        around = QVBoxLayout(sheet)
        around.setContentsMargins(14, 4, 14, 14)
        around.addWidget(self.paper)
        for widget in (sheet, QWidget(self._stack), QWidget(self._stack)):
            self._stack.addWidget(widget)
        top = QHBoxLayout()
        top.setContentsMargins(12, 8, 12, 4)
        top.addWidget(self.bar)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)

    def _retranslate(self) -> None:
        names = (self.tr("Preview"), self.tr("Settings"), self.tr("To Word"))
        for at, name in enumerate(names):
            self.bar.setTabText(at, name)
            if (panel := self._stack.widget(at)) is not None:
                panel.setAccessibleName(name)
        self.bar.setAccessibleName(self.tr("Beside the shelf"))
        self.paper.setAccessibleName(self.tr("The chapter as it will be printed"))
