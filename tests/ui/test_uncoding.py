"""Del takes a code off what is chosen, in a text and on a picture; menus say whose it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from makna import bootstrap
from makna.domain.identity import Identity, new_guid
from makna.domain.model import CodeId, PassageId, SourceId
from makna.domain.regions import Region
from makna.services import codebook, coding, importing, projects
from makna.ui.desk.desk import Desk
from makna.ui.desk.menus import page_menu
from makna.ui.main_window import MainWindow

TEXT = "I1: Admin wajib menjawab dalam dua puluh empat jam.\n"
DELETE = Qt.Key.Key_Delete


@pytest.fixture
def window(tmp_path: Path, bare_window: MainWindow) -> MainWindow:
    """A project with a text, a picture and a code, in the real window."""
    path = tmp_path / "Skripsi.makna"
    project = bootstrap.create_project(path, coder="Ani Wulan")
    Image.new("RGB", (320, 200), "white").save(tmp_path / "foto.png")
    (tmp_path / "I1.txt").write_text(TEXT, "utf-8")
    importing.import_files(project, [tmp_path / "foto.png", tmp_path / "I1.txt"])
    codebook.add_code(project, "Respons cepat")
    project.close()
    assert bare_window.open_project(path)
    return bare_window


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


def coded(desk: Desk, name: str, region: Region | None = None) -> tuple[SourceId, PassageId]:
    """Open a source and choose a new passage with the code."""
    project = desk.session.project
    source = next(s.id for s in project.sources.all() if s.name.startswith(name))
    code, span = project.codes.tree().ordered[0].id, (4, 15) if region is None else (0, 0)
    made = desk.session.perform(
        lambda: coding.apply_code(project, source, *span, code, region=region)
    )
    assert made is not None
    desk.pages.open_source(source)
    desk.place.change(source=source, passage=made.passage)
    desk.pages.setFocus()
    return source, made.passage


def again_by(desk: Desk, name: str, passage: PassageId) -> None:
    """Another coder gives the passage its code once more."""
    project = desk.session.project
    projects.work_as(project, Identity(new_guid(), name))
    found = project.passages.get(passage)
    assert found is not None
    where, code = (found.source, found.start, found.end), CodeId(found.codings[0].code)
    desk.session.perform(lambda: coding.apply_code(project, *where, code))


@pytest.mark.parametrize(("name", "region"), [("I1", None), ("foto", Region(1, 40, 40, 160, 120))])
def test_delete_takes_the_code_off_and_undo_brings_it_back(
    qtbot: QtBot, desk: Desk, name: str, region: Region | None
) -> None:
    _, passage = coded(desk, name, region)
    qtbot.keyClick(QApplication.focusWidget(), DELETE)
    assert desk.session.project.passages.get(passage) is None
    desk.session.undo()
    assert desk.session.project.passages.get(passage) is not None


def test_delete_deletes_letters_while_one_corrects(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    source, passage = coded(desk, "I1")
    window.commands["correct"].trigger()
    page = desk.pages.source_page
    assert page is not None
    page.page.set_selection(len(TEXT) - 3, len(TEXT) - 2)
    qtbot.keyClick(page.page, DELETE)
    window.commands["correct"].trigger()
    assert desk.session.project.texts.text(source) != TEXT
    assert desk.session.project.passages.get(passage) is not None


def test_one_code_from_two_coders_says_whose_it_is(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    _, passage = coded(desk, "I1")
    again_by(desk, "Bayu Segara", passage)
    desk.inspector.catch_up()
    chips = desk.inspector.passage.chips.chips()[:-1]
    assert [(chip.value.text, chip.value.by) for chip in chips] == [
        ("Respons cepat", "Ani"),
        ("Respons cepat", "Bayu"),
    ]
    menu = page_menu(desk.session, desk.place, desk.coding, window.commands, [passage], desk)
    texts = [action.text() for action in menu.actions() if action.text().startswith("Remove “")]
    assert texts == ["Remove “Respons cepat” · Ani", "Remove “Respons cepat” · Bayu"]


def test_the_menu_takes_a_star_away_where_there_is_one(window: MainWindow, desk: Desk) -> None:
    _, passage = coded(desk, "I1")
    desk.coding.star()
    menu = page_menu(desk.session, desk.place, desk.coding, window.commands, [passage], desk)
    away = next(a for a in menu.actions() if a.text().startswith("Take the star away"))
    away.trigger()
    found = desk.session.project.passages.get(passage)
    assert found is not None
    assert not found.star


def test_coders_of_one_first_name_are_told_apart(desk: Desk) -> None:
    _, passage = coded(desk, "I1")
    again_by(desk, "Ani Rahayu", passage)
    desk.inspector.catch_up()
    chips = desk.inspector.passage.chips.chips()[:-1]
    assert [chip.value.by for chip in chips] == ["Ani Wulan", "Ani Rahayu"]
