"""The panel that brings the author's Word file up to date."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from makna.domain.report import Report
from makna.services import correcting
from makna.services.export_options import ExportOptions
from makna.services.exporting import build, export
from makna.ui.desk.refresh_strip import RefreshStrip

OPTIONS = ExportOptions(language="id")


@pytest.fixture
def opened() -> list[Path]:
    return []


@pytest.fixture
def chapter(study, tmp_path: Path) -> Path:
    return export(study.session.project, "chapter", tmp_path / "Bab IV.docx", OPTIONS).path


@pytest.fixture
def strip(qtbot: QtBot, study, chapter: Path, opened: list[Path]) -> RefreshStrip:
    def report() -> Report:
        return build(study.session.project, "chapter", OPTIONS)[0]

    made = RefreshStrip(
        study.session,
        report,
        choose=lambda *_: chapter,
        open_with_system=opened.append,
    )
    qtbot.addWidget(made)
    made.show()
    return made


def correct(study) -> None:
    source, start, end = study.span("dua puluh empat")
    study.session.perform(
        lambda: correcting.edit_text(study.session.project, source, start, end, "dua belas")
    )


def test_before_a_file_is_chosen_it_says_what_it_does(strip: RefreshStrip) -> None:
    assert "Word file" in strip.summary()
    assert not strip.refresh_button.isEnabled()


def test_a_file_without_news_needs_no_refresh(qtbot: QtBot, strip: RefreshStrip) -> None:
    qtbot.mouseClick(strip.choose_button, Qt.MouseButton.LeftButton)
    assert strip.summary().startswith("Nothing has changed")
    assert not strip.refresh_button.isEnabled()


def test_a_correction_is_announced_and_then_brought_into_the_file(
    qtbot: QtBot, strip: RefreshStrip, study, chapter: Path, opened: list[Path]
) -> None:
    qtbot.mouseClick(strip.choose_button, Qt.MouseButton.LeftButton)
    correct(study)
    qtbot.waitUntil(lambda: strip.summary().startswith("1 updated"), timeout=5000)
    qtbot.mouseClick(strip.refresh_button, Qt.MouseButton.LeftButton)
    assert strip.summary().startswith("Done: 1 updated")
    with zipfile.ZipFile(chapter) as archive:
        assert "dua belas jam" in archive.read("word/document.xml").decode()
    qtbot.mouseClick(strip.open_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(strip.backup_button, Qt.MouseButton.LeftButton)
    assert opened[0] == chapter
    assert "before refresh" in opened[1].name or "sebelum disegarkan" in opened[1].name


def test_a_file_open_in_word_is_named_as_the_reason(
    qtbot: QtBot, strip: RefreshStrip, study, chapter: Path
) -> None:
    correct(study)
    strip.set_path(chapter)
    chapter.with_name("~$b IV.docx").write_bytes(b"")
    qtbot.mouseClick(strip.refresh_button, Qt.MouseButton.LeftButton)
    assert "is open in Word" in strip.problem()


def test_a_file_without_a_chapter_says_why(strip: RefreshStrip, tmp_path: Path) -> None:
    other = tmp_path / "lain.docx"
    other.write_bytes(b"bukan Word")
    strip.set_path(other)
    assert "is not a Word document" in strip.problem()
    assert not strip.refresh_button.isEnabled()


def test_the_file_is_remembered(qtbot: QtBot, strip: RefreshStrip, study, chapter: Path) -> None:
    strip.set_path(chapter)
    again = RefreshStrip(study.session, lambda: build(study.session.project, "chapter", OPTIONS)[0])
    qtbot.addWidget(again)
    again.show()
    qtbot.waitUntil(lambda: again.summary().startswith("Nothing has changed"), timeout=5000)
