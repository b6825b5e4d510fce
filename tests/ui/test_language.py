"""The window speaks another language at once, Qt's own words included."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from makna.paths import resources_dir
from makna.ui import language
from makna.ui.widgets.activity_bar import ActivityBar
from makna.ui.widgets.chips import ChipFlow, ChipValue
from makna.ui.widgets.roles import Role
from makna.ui.widgets.row_tree import RowTree


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


def test_the_same_language_again_tells_nobody(qtbot: QtBot) -> None:
    language.set_language("en")
    told: list[QEvent.Type] = []

    class Listening(QWidget):
        def changeEvent(self, event: QEvent) -> None:
            told.append(event.type())
            super().changeEvent(event)

    widget = Listening()
    qtbot.addWidget(widget)
    widget.show()
    QApplication.processEvents()
    told.clear()
    language.set_language("en")
    QApplication.processEvents()
    assert QEvent.Type.LanguageChange not in told


def test_words_outlive_their_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An update of the program writes the catalogues anew while a window is open."""
    copies = tmp_path / "translations"
    shutil.copytree(resources_dir() / "translations", copies)
    monkeypatch.setattr(language, "resources_dir", lambda: tmp_path)
    language.set_language("id")
    for file in copies.glob("*.qm"):
        file.write_bytes(b"")
    gc.collect()
    assert QCoreApplication.translate("Commands", "History") == "Riwayat"


def test_a_count_in_a_sentence_and_in_a_row_has_its_thousands_marked(qtbot: QtBot) -> None:
    model = QStandardItemModel()
    item = QStandardItem("Peran")
    item.setData(2511, Role.COUNT)
    model.appendRow(item)
    rows = RowTree()
    qtbot.addWidget(rows)
    rows.setModel(model)
    pictures = []
    for spoken, written in (("id", "2.511 kutipan"), ("en", "2,511 passages")):
        language.set_language(spoken)  # type: ignore[arg-type]
        said = QCoreApplication.translate("ProjectPanel", "%Ln passages", "", 2511)
        assert said == written
        pictures.append(rows.grab().toImage())
    assert pictures[0] != pictures[1]


def test_a_file_dialog_that_is_not_the_systems_is_translated_whole(qtbot: QtBot) -> None:
    language.set_language("id")
    asked = QFileDialog()
    qtbot.addWidget(asked)
    asked.setOption(QFileDialog.Option.DontUseNativeDialog)
    said = {label.text().replace("&", "") for label in asked.findChildren(QLabel)}
    assert {"Lihat di:", "Nama berkas:", "Jenis berkas:"} <= said
