"""A look at files before they come in, by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from makna import bootstrap
from makna.domain.model import SourceKind
from makna.services.importing import ImportOptions
from makna.ui.desk.import_memory import begun, remember
from makna.ui.desk.import_preview import ImportPreviewPage
from makna.ui.desk.import_strip import ImportStrip
from makna.ui.desk.turn_preview import beginning_html
from makna.ui.language import set_language
from makna.ui.session import Session
from makna.ui.tasks import TaskRunner

LEFT = Qt.MouseButton.LeftButton
TALK = "Lokasi: Depok\nTanggal: 3 Maret 2025\n\nP: Apa?\nN: Ini.\nP: Lalu?\nN: Begitu."
TABLE = "kota;isian;usia\nDepok;Air mati lagi;3\nBogor;Sudah nyala lagi;4\n"


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    made = TaskRunner(make_pool=lambda: ThreadPoolExecutor(2))
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, session: Session, runner: TaskRunner) -> Iterator[ImportPreviewPage]:
    made = ImportPreviewPage(session, runner)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    qtbot.waitExposed(made)
    yield made
    set_language("en")


@pytest.fixture
def talks(tmp_path: Path) -> list[Path]:
    """Two talks of one shape and a text without turns."""
    texts = {"I1.txt": TALK, "I2.txt": TALK.replace("Depok", "Bogor"), "c.txt": "Satu dua tiga."}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    return [tmp_path / name for name in texts]


def looked(qtbot: QtBot, page: ImportPreviewPage, runner: TaskRunner, *paths: Path) -> None:
    page.look_at(paths, ImportOptions())
    qtbot.waitUntil(lambda: not runner.busy, timeout=10_000)


def pick(qtbot: QtBot, runner: TaskRunner, box: QComboBox, key: str) -> None:
    """Choose as a user does: by the keyboard, in the open list."""
    row = box.findData(key)
    assert row >= 0
    box.setFocus()
    box.showPopup()
    view = box.view()
    view.setCurrentIndex(box.model().index(row, 0))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not runner.busy, timeout=10_000)


def test_it_shows_what_was_recognised_with_the_marks_lit_up(
    qtbot: QtBot, page: ImportPreviewPage, runner: TaskRunner, talks: list[Path]
) -> None:
    looked(qtbot, page, runner, talks[0])
    found = page.current()
    assert found is not None
    assert (found.form, found.turns) == ("colon", 4)
    assert {n: b.isChecked() for n, b in page.choices.turns.boxes.items()} == {
        "P": True,
        "N": False,
    }
    assert "Tanggal: 3 Maret 2025" in page.choices.facts.text()
    html = beginning_html(found.beginning, ("P",))
    assert html.count("background-color") == 4
    assert "P: Apa?" in page.preview.toPlainText()


def test_enter_imports_the_file_as_it_is_shown(
    qtbot: QtBot, page: ImportPreviewPage, runner: TaskRunner, talks: list[Path]
) -> None:
    looked(qtbot, page, runner, talks[0])
    with qtbot.waitSignal(page.closed), qtbot.waitSignal(page.import_wanted) as told:
        qtbot.keyClick(page.import_button, Qt.Key.Key_Return)
    paths, options = told.args
    assert paths == (talks[0],)
    assert (options.turns, options.asking, options.answering) == ("", ("P",), ("N",))


def test_no_turns_and_who_asks_are_chosen_before(
    qtbot: QtBot, page: ImportPreviewPage, runner: TaskRunner, talks: list[Path]
) -> None:
    looked(qtbot, page, runner, talks[0])
    qtbot.mouseClick(page.choices.turns.boxes["N"], LEFT, pos=QPoint(8, 8))
    assert page.choices.options().asking == ("P", "N")
    pick(qtbot, runner, page.choices.turns.form, "none")
    found = page.current()
    assert found is not None
    assert found.turns == 0
    assert page.choices.turns.boxes == {}
    assert page.choices.turns.form.itemText(0).startswith("Automatic: “Name")
    assert page.choices.options().turns == "none"


def test_files_of_one_shape_come_in_together_and_the_next_is_shown(
    qtbot: QtBot, page: ImportPreviewPage, runner: TaskRunner, talks: list[Path]
) -> None:
    looked(qtbot, page, runner, *talks)
    assert page.alike() == talks[:2]
    with qtbot.waitSignal(page.import_wanted) as told:
        qtbot.mouseClick(page.all_button, LEFT)
    assert told.args[0] == tuple(talks[:2])
    found = page.current()
    assert found is not None
    assert found.path == talks[2]
    assert page.all_button.isHidden()
    with qtbot.waitSignal(page.closed):
        qtbot.mouseClick(page.skip_button, LEFT)


def test_the_columns_of_a_table_are_chosen_and_shown_at_once(
    qtbot: QtBot, page: ImportPreviewPage, runner: TaskRunner, tmp_path: Path
) -> None:
    (tmp_path / "k.csv").write_text(TABLE, "utf-8")
    looked(qtbot, page, runner, tmp_path / "k.csv")
    columns = page.choices.columns
    assert {n: f.chosen() for n, f in columns.roles.items()} == {
        "kota": "fact",
        "isian": "text",
        "usia": "fact",
    }
    pick(qtbot, runner, columns.roles["kota"], "account")
    pick(qtbot, runner, columns.roles["usia"], "variable")
    pick(qtbot, runner, columns.posts, "each")
    assert page.preview.toPlainText().startswith("Depok\nAir mati lagi")
    with qtbot.waitSignal(page.import_wanted) as told:
        qtbot.mouseClick(page.import_button, LEFT)
    options = told.args[1]
    assert options.posts == "each"
    assert set(options.columns) == {("account", "kota"), ("variable", "usia")}


def test_a_table_without_text_says_so_until_a_column_is_chosen(
    qtbot: QtBot, page: ImportPreviewPage, runner: TaskRunner, tmp_path: Path
) -> None:
    (tmp_path / "k.csv").write_text("kota;usia\nDepok;3\nBogor;4\n", "utf-8")
    looked(qtbot, page, runner, tmp_path / "k.csv")
    assert "kota, usia" in page.problem()
    assert not page.import_button.isEnabled()
    pick(qtbot, runner, page.choices.columns.roles["kota"], "text")
    assert page.import_button.isEnabled()
    assert "kota, usia" not in page.problem()


def test_wrong_letters_are_read_in_another_encoding(
    qtbot: QtBot, page: ImportPreviewPage, runner: TaskRunner, tmp_path: Path
) -> None:
    (tmp_path / "w.txt").write_bytes("Dvořák".encode("cp1250"))
    looked(qtbot, page, runner, tmp_path / "w.txt")
    assert page.choices.encoding.currentText() == "Automatic: Western (Windows)"
    pick(qtbot, runner, page.choices.encoding, "cp1250")
    assert page.preview.toPlainText() == "Dvořák"
    assert page.choices.options().encoding == "cp1250"


def test_a_bad_file_says_why_and_can_only_be_left_out(
    qtbot: QtBot, page: ImportPreviewPage, runner: TaskRunner, tmp_path: Path
) -> None:
    (tmp_path / "kosong.txt").write_bytes(b"")
    looked(qtbot, page, runner, tmp_path / "kosong.txt")
    assert "holds no text" in page.problem()
    assert not page.import_button.isEnabled()
    set_language("id")
    qtbot.waitUntil(lambda: "tidak berisi teks" in page.problem())


def test_esc_gives_up(
    qtbot: QtBot, page: ImportPreviewPage, runner: TaskRunner, talks: list[Path]
) -> None:
    looked(qtbot, page, runner, *talks)
    with qtbot.waitSignal(page.closed), qtbot.assertNotEmitted(page.import_wanted):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_the_strip_offers_a_look_and_columns_for_tables(qtbot: QtBot, session: Session) -> None:
    strip = ImportStrip(session)
    qtbot.addWidget(strip)
    strip.offer([Path("I1.docx")])
    assert strip.look_button.text() == "Look first…"
    strip.offer([Path("k.csv")])
    assert strip.look_button.text() == "Choose columns…"
    strip.kind.setCurrentIndex(strip.kind.findData(SourceKind.NEWS))
    with qtbot.waitSignal(strip.look_wanted) as told:
        qtbot.mouseClick(strip.look_button, LEFT)
    assert told.args == [(Path("k.csv"),), ImportOptions(kind=SourceKind.NEWS)]
    assert strip.isHidden()


def test_a_choice_is_remembered_for_the_next_file() -> None:
    remember("dash", ("TV",), ("P",))
    remember("dash", ("Sari",), ("NN",))
    options = begun(ImportOptions(), bootstrap.settings())
    assert (options.prefer, options.turns) == ("dash", "")
    assert (options.asking, options.answering) == (("Sari", "TV"), ("NN", "P"))
    remember("none", ("P",), ())
    options = begun(ImportOptions(), bootstrap.settings())
    assert (options.prefer, options.asking[0]) == ("", "P")
    assert "P" not in options.answering
