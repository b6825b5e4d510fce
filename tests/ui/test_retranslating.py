"""A change of language reaches every widget once, what is in view first."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from makna.ui.retranslating import MOST_AT_ONCE, Retranslator


class Page(QWidget):
    def __init__(self, name: str, told: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.told = name, told
        rows = QVBoxLayout(self)
        for _ in range(MOST_AT_ONCE):
            rows.addWidget(QLabel(self))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.told.append(self.name)
        super().changeEvent(event)


def test_pages_are_told_once_and_those_in_view_first(qtbot: QtBot) -> None:
    told: list[str] = []
    window = QStackedWidget()
    qtbot.addWidget(window)
    for name in ("hidden", "shown"):
        window.addWidget(Page(name, told))
    window.setCurrentIndex(1)
    window.show()
    retranslator = Retranslator(window)
    retranslator.begin()
    retranslator.slices.finish()
    assert told == ["shown", "hidden"]


def test_a_page_that_is_gone_meanwhile_is_passed_over(qtbot: QtBot) -> None:
    told: list[str] = []
    window = QWidget()
    qtbot.addWidget(window)
    pages = [Page(name, told, window) for name in ("one", "two")]
    retranslator = Retranslator(window)
    retranslator.begin()
    pages[1].setParent(None)
    pages[1].deleteLater()
    qtbot.wait(10)
    retranslator.slices.finish()
    assert told.count("one") == 1


class Window(Page):
    """Hands the change on by turns, as the main window does."""

    def __init__(self, told: list[str]) -> None:
        super().__init__("window", told)
        self.retranslator = Retranslator(self)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslator.begin()
            return True
        return super().event(event)


def test_a_window_of_few_widgets_does_not_tell_itself_for_ever(qtbot: QtBot) -> None:
    told: list[str] = []
    window = Window(told)
    qtbot.addWidget(window)
    QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    window.retranslator.slices.finish()
    assert told == ["window"]
