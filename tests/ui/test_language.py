"""The window speaks another language at once, Qt's own words included."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from makna.ui import language
from makna.ui.widgets.activity_bar import ActivityBar
from makna.ui.widgets.chips import ChipFlow, ChipValue


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    locale = QLocale()
    yield
    language.set_language("en")
    QApplication.processEvents()
    QLocale.setDefault(locale)


def test_open_widgets_change_their_words(qtbot: QtBot) -> None:
    bar = ActivityBar()
    qtbot.addWidget(bar)
    assert bar.button("find").text() == "Find"
    language.set_language("id")
    QApplication.processEvents()
    assert bar.button("find").text() == "Temukan"
    assert bar.button("find").accessibleName() == "Temukan"
    language.set_language("en")
    QApplication.processEvents()
    assert bar.button("find").text() == "Find"


def test_a_subclass_speaks_with_the_words_of_its_base(qtbot: QtBot) -> None:
    language.set_language("id")
    flow = ChipFlow()
    qtbot.addWidget(flow)
    flow.set_chips([ChipValue(1, "Manage")])
    assert flow.chips()[0]._remove.accessibleName() == "Lepas Manage"


def test_buttons_of_qt_are_translated_too(qtbot: QtBot) -> None:
    language.set_language("id")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    text = box.button(QDialogButtonBox.StandardButton.Cancel).text()
    assert text.replace("&", "") == "Batal"
    assert QCoreApplication.translate("QLineEdit", "&Copy") == "&Salin"


def test_numbers_follow_the_language(qapp: QApplication) -> None:
    language.set_language("id")
    assert QLocale().toString(12345) == "12.345"
    language.set_language("en")
    assert QLocale().toString(12345) == "12,345"


def test_the_current_language_is_known(qapp: QApplication) -> None:
    language.set_language("id")
    assert language.current_language() == "id"


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (["id-Latn-ID", "id", "en"], "id"),
        (["de-DE", "en-US", "id"], "en"),
        (["fr"], "en"),
        (["idx"], "en"),
    ],
)
def test_the_first_language_of_the_system_that_makna_speaks(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, wanted: list[str], expected: str
) -> None:
    class System:
        def uiLanguages(self) -> list[str]:
            return wanted

    monkeypatch.setattr(language.QLocale, "system", System)
    assert language.system_language() == expected
