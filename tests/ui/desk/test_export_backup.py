"""An export over a Word file in which the author worked: it is kept, and the window says where."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from makna.services.export_options import ExportOptions
from makna.ui.desk import export_page
from makna.ui.desk.export_page import ExportPage
from makna.ui.tasks import TaskRunner

OWN = b"a chapter that somebody wrote"


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """The author's file."""
    path = tmp_path / "Bab IV.docx"
    path.write_bytes(OWN)
    return path


def page_of(
    qtbot: QtBot, session, written: Path, runner: TaskRunner | None = None, kind: str = "chapter"
) -> ExportPage:
    page = ExportPage(session, choose=lambda *_: written, runner=runner)
    qtbot.addWidget(page)
    page.show()
    page.form.set_options(kind, ExportOptions("id"), ".docx")
    return page


def kept(folder: Path) -> list[Path]:
    return [path for path in folder.glob("*.docx") if "(" in path.name]


def test_a_chapter_over_a_file_of_the_author_keeps_it_and_names_the_copy(
    qtbot: QtBot, session, study, written: Path
) -> None:
    page = page_of(qtbot, session, written)
    with qtbot.waitSignal(page.notice_wanted) as told:
        qtbot.mouseClick(page.export_button, Qt.MouseButton.LeftButton)
    (copy,) = kept(written.parent)
    assert copy.read_bytes() == OWN and written.read_bytes() != OWN
    assert "sebelum diekspor" in copy.name
    assert told.args[0].endswith(f"The file as it was: {copy.name}")


def test_a_chapter_over_one_as_it_was_exported_says_nothing_of_a_copy(
    qtbot: QtBot, session, study, written: Path
) -> None:
    page = page_of(qtbot, session, written)
    page.export()
    with qtbot.waitSignal(page.notice_wanted) as told:
        page.export()
    assert "as it was" not in told.args[0]
    assert len(kept(written.parent)) == 1


def test_a_document_that_is_written_beside_the_window_says_it_too(
    qtbot: QtBot, session, study, written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export_page, "APART_FROM", 1)
    runner = TaskRunner(make_pool=lambda: ThreadPoolExecutor(1))
    page = page_of(qtbot, session, written, runner)
    with qtbot.waitSignal(page.notice_wanted, timeout=20_000) as told:
        page.export()
    (copy,) = kept(written.parent)
    assert copy.name in told.args[0]
    runner.close()


def test_another_document_over_a_word_file_that_is_no_chapter_keeps_no_copy(
    qtbot: QtBot, session, study, written: Path
) -> None:
    page = page_of(qtbot, session, written, kind="codebook")
    page.export()
    assert written.read_bytes() != OWN
    assert kept(written.parent) == []
