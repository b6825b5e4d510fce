"""Choosing a document, looking at it, writing it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from makna.services.export_options import ExportOptions
from makna.ui.desk import export_page
from makna.ui.desk.export_page import ExportPage
from makna.ui.session import Session
from makna.ui.tasks import TaskRunner
from makna.ui.theme.theme import apply_theme

LEFT = Qt.MouseButton.LeftButton
PROMISE = "Kalau ada keluhan, admin wajib menjawab dalam dua puluh empat jam"


class Chooser:
    """Stands for the system's dialog."""

    def __init__(self, answer: Path | None) -> None:
        self.answer = answer
        self.suggested: Path | None = None

    def __call__(self, parent: QWidget, title: str, suggested: Path, filter_: str) -> Path | None:
        self.suggested = suggested
        return self.answer


@pytest.fixture
def chooser(tmp_path: Path) -> Chooser:
    return Chooser(tmp_path / "Bab IV.docx")


@pytest.fixture
def page(qtbot: QtBot, session: Session, study: Any, chooser: Chooser) -> ExportPage:
    return shown(qtbot, ExportPage(session, choose=chooser))


def shown(qtbot: QtBot, page: ExportPage) -> ExportPage:
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    qtbot.waitExposed(page)
    return page


def looks(page: ExportPage) -> str:
    page.refresh()
    return page.preview.toPlainText()


def test_codes_to_choose_from_take_the_colours_of_another_theme(
    qapp: QApplication, page: ExportPage
) -> None:
    page.form.scope.setCurrentIndex(1)
    code = page.form.codes.topLevelItem(0)
    assert code is not None
    light = code.icon(0).pixmap(12, 12).toImage()
    apply_theme(qapp, "dark")
    try:
        assert code.icon(0).pixmap(12, 12).toImage() != light
    finally:
        apply_theme(qapp, "light")
    assert code.icon(0).pixmap(12, 12).toImage() == light


def test_the_document_is_shown_before_it_is_written(page: ExportPage) -> None:
    text = looks(page)
    assert PROMISE in text
    assert "Saya tunggu" in text


def test_only_the_checked_codes_are_in_it(page: ExportPage, study: Any) -> None:
    page.form.scope.setCurrentIndex(1)
    page.form.subcodes.setChecked(False)
    top = page.form.codes.topLevelItem(0)
    assert top is not None
    top.setCheckState(0, Qt.CheckState.Checked)
    assert page.form.options().codes == (study.theme,)
    assert PROMISE not in looks(page)
    page.form.subcodes.setChecked(True)
    assert PROMISE in looks(page)


def test_fields_that_mean_nothing_for_a_document_are_away(page: ExportPage) -> None:
    form = page.form
    form.kind.setCurrentIndex(form.kind.findData("codebook"))
    assert form.form.isVisible() and not form.words.isVisible()
    form.kind.setCurrentIndex(form.kind.findData("memos"))
    assert not form.form.isVisible() and not form.scope.isVisible()


def test_the_button_writes_the_file_and_tells(
    qtbot: QtBot, page: ExportPage, chooser: Chooser, tmp_path: Path
) -> None:
    with qtbot.waitSignals([page.exported, page.notice_wanted]):
        qtbot.mouseClick(page.export_button, LEFT)
    assert (tmp_path / "Bab IV.docx").read_bytes().startswith(b"PK")
    assert chooser.suggested is not None
    assert chooser.suggested.suffix == ".docx"


def test_the_notice_opens_the_file_and_its_folder(
    qtbot: QtBot, session: Session, study: Any, chooser: Chooser, tmp_path: Path
) -> None:
    opened: list[Path] = []
    page = shown(qtbot, ExportPage(session, choose=chooser, open_with_system=opened.append))
    with qtbot.waitSignal(page.notice_wanted) as told:
        page.export()
    for action in told.args[1]:
        action.run()
    assert opened == [tmp_path / "Bab IV.docx", tmp_path]


def test_a_forgotten_suffix_is_added(
    qtbot: QtBot, page: ExportPage, chooser: Chooser, tmp_path: Path
) -> None:
    chooser.answer = tmp_path / "dr. Ana"
    page.form.format.setCurrentIndex(page.form.format.findData(".csv"))
    page.export()
    assert (tmp_path / "dr. Ana.csv").is_file()


def test_a_file_that_nobody_agreed_to_replace_stays(
    page: ExportPage, chooser: Chooser, tmp_path: Path
) -> None:
    chooser.answer = tmp_path / "Bab"
    (tmp_path / "Bab.docx").write_bytes(b"of somebody else")
    page.export()
    assert (tmp_path / "Bab.docx").read_bytes() == b"of somebody else"
    assert (tmp_path / "Bab 2.docx").is_file()


@pytest.mark.parametrize("folder", ["a" * 300, "\0", 3, "/nowhere"])
def test_a_folder_of_another_computer_is_not_proposed(
    page: ExportPage, chooser: Chooser, session: Session, folder: object
) -> None:
    session.remember("export.folder", folder)
    chooser.answer = None
    page.export()
    assert chooser.suggested is not None and chooser.suggested.parent.is_dir()


def test_a_place_that_can_not_be_written_is_said_in_place(
    page: ExportPage, chooser: Chooser, tmp_path: Path
) -> None:
    chooser.answer = tmp_path / "nowhere" / "x.docx"
    page.export()
    assert page.problem() != ""


def test_giving_up_the_dialog_changes_nothing(page: ExportPage, chooser: Chooser) -> None:
    chooser.answer = None
    page.export()
    assert page.problem() == ""


def test_choices_are_remembered_with_the_project(
    qtbot: QtBot, page: ExportPage, session: Session, study: Any, chooser: Chooser
) -> None:
    page.form.set_options(
        "excerpts",
        ExportOptions("en", (study.quick,), other_codes=True, words_around=15),
        ".html",
    )
    again = shown(qtbot, ExportPage(session, choose=chooser))
    assert again.form.options() == page.form.options()
    assert again.form.suffix == ".html"


def test_a_retrieval_can_be_sent_here(page: ExportPage, study: Any) -> None:
    page.show_options(ExportOptions("id", (), 'source:"I4 Ketua RW"'))
    assert PROMISE not in looks(page)
    assert page.form.only.isVisible()
    page.form.only.click()
    assert PROMISE in looks(page)


def test_chosen_passages_are_exported_alone_until_all_are_wanted(
    page: ExportPage, study: Any
) -> None:
    page.form.subcodes.setChecked(True)
    wanted = ExportOptions("id", (study.quick,), passages=(study.promise,))
    page.show_options(wanted)
    assert not page.form.subcodes.isChecked()
    assert PROMISE in looks(page) and "Saya tunggu" not in looks(page)
    assert "1" in page.form.only.text() and page.form.only.isVisible()
    page.form.only.click()
    assert "Saya tunggu" in looks(page)


def test_a_new_code_can_be_chosen_at_once(page: ExportPage, session: Session) -> None:
    from makna.services import codebook

    page.form.scope.setCurrentIndex(1)
    session.perform(lambda: codebook.add_code(session.project, "Engage"))
    names = [page.form.codes.topLevelItem(at) for at in range(2)]
    assert [item.text(0) for item in names if item is not None] == ["Manage", "Engage"]


def test_a_large_document_is_written_beside_the_window(
    qtbot: QtBot,
    session: Session,
    study: Any,
    chooser: Chooser,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(export_page, "APART_FROM", 1)
    runner = TaskRunner(make_pool=lambda: ThreadPoolExecutor(1))
    page = shown(qtbot, ExportPage(session, choose=chooser, runner=runner))
    with qtbot.waitSignal(page.exported, timeout=20_000):
        page.export()
    assert (tmp_path / "Bab IV.docx").is_file()
    chooser.answer = tmp_path / "nowhere" / "x.docx"
    page.export()
    qtbot.waitUntil(lambda: page.problem() != "", timeout=20_000)
    runner.close()


def test_a_look_at_a_large_project_reads_a_few_codes_only(
    page: ExportPage, study: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from makna.services import export_preview

    monkeypatch.setattr(export_preview, "MANY", 1)
    assert PROMISE in looks(page)


def test_the_look_at_a_large_project_is_made_beside_the_window(
    qtbot: QtBot, session: Session, study: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export_page, "APART_FROM", 1)
    runner = TaskRunner(make_pool=lambda: ThreadPoolExecutor(1))
    page = shown(qtbot, ExportPage(session, runner=runner))
    assert PROMISE not in page.preview.toPlainText()
    qtbot.waitUntil(lambda: PROMISE in page.preview.toPlainText(), timeout=20_000)
    page.form.set_options("excerpts", ExportOptions("id", where="case:Nobody"))
    page.refresh()
    qtbot.waitUntil(lambda: page.problem() != "", timeout=20_000)
    assert PROMISE not in page.preview.toPlainText()
    runner.close()


def test_enter_in_the_form_writes_the_document(
    qtbot: QtBot, page: ExportPage, tmp_path: Path
) -> None:
    page._choose = lambda *_asked: tmp_path / "Buku kode.docx"
    page.form.kind.setFocus()
    qtbot.keyClick(page.form.kind, Qt.Key.Key_Return)
    assert (tmp_path / "Buku kode.docx").is_file()


def test_codes_have_no_rows_before_somebody_chooses_among_them(page: ExportPage) -> None:
    assert page.form.codes.topLevelItemCount() == 0
    page.form.scope.setCurrentIndex(1)
    assert page.form.codes.topLevelItemCount() == 1
