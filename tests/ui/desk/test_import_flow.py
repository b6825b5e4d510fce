"""Importing while the window stays at hand, from the files to the report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from makna import bootstrap
from makna.domain.changes import ChangeSet
from makna.domain.model import SourceKind
from makna.services.codebook import add_code
from makna.services.importing import Importer, ImportOptions, ImportReport
from makna.ui.desk.import_flow import ImportFlow
from makna.ui.desk.import_report import DETAIL, ImportReportPage
from makna.ui.desk.import_strip import ImportStrip
from makna.ui.language import set_language
from makna.ui.session import Session
from makna.ui.tasks import TaskRunner
from makna.ui.widgets.labels import ElidedLabel


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    made = TaskRunner(make_pool=lambda: ThreadPoolExecutor(2))
    yield made
    made.close()


@pytest.fixture
def flow(session: Session, runner: TaskRunner) -> ImportFlow:
    return ImportFlow(session, runner)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two interviews, an empty file, and one that is no document."""
    made = tmp_path / "bahan"
    made.mkdir()
    (made / "I1.txt").write_text("P: Halo?\nI1: Ya, warga.", "utf-8")
    (made / "I2.txt").write_text("P: Apa kabar?\nI2: Baik.", "utf-8")
    (made / "kosong.txt").write_bytes(b"")
    return made


def imported(qtbot: QtBot, flow: ImportFlow, paths: list[Path], **kw: Any) -> ImportReport:
    with qtbot.waitSignal(flow.finished, timeout=20_000) as told:
        flow.start(paths, ImportOptions(**kw))
    report = told.args[0]
    assert isinstance(report, ImportReport)
    return report


def names(session: Session) -> list[str]:
    return sorted(source.name for source in session.project.sources.all())


def test_a_folder_comes_in_file_by_file_and_each_is_announced(
    qtbot: QtBot, session: Session, flow: ImportFlow, folder: Path
) -> None:
    seen: list[list[str]] = []
    session.changed.connect(lambda _changes: seen.append(names(session)))
    report = imported(qtbot, flow, [folder])
    assert seen == [["I1"], ["I1", "I2"]]
    assert [each.why.key for each in report.skipped] == ["file_empty"]


def test_it_works_with_the_processes_of_the_real_program(
    qtbot: QtBot, session: Session, folder: Path
) -> None:
    runner = TaskRunner(make_pool=lambda: bootstrap.processes(1))
    imported(qtbot, ImportFlow(session, runner), [folder / "I1.txt"])
    runner.close()
    assert names(session) == ["I1"]


def test_the_notice_counts_and_its_buttons_show_and_undo(
    qtbot: QtBot, session: Session, flow: ImportFlow, folder: Path
) -> None:
    with qtbot.waitSignal(flow.notice_wanted, timeout=20_000) as told:
        flow.start([folder])
    text, (show, undo) = told.args
    assert "2" in text and "1" in text
    with qtbot.waitSignal(flow.report_wanted):
        show.run()
    undo.run()
    assert names(session) == []


def test_cancelling_keeps_what_is_in_and_drops_the_rest(
    qtbot: QtBot, session: Session, flow: ImportFlow, folder: Path
) -> None:
    task = flow.start([folder / "I1.txt", folder / "I2.txt"])
    session.changed.connect(lambda _changes: task.cancel())
    with qtbot.waitSignal(flow.finished, timeout=20_000) as told:
        pass
    assert told.args[0].cancelled
    assert names(session) == ["I1"]


def test_a_file_that_is_in_already_is_skipped_until_it_is_asked_for_again(
    qtbot: QtBot, session: Session, flow: ImportFlow, folder: Path
) -> None:
    imported(qtbot, flow, [folder / "I1.txt"])
    report = imported(qtbot, flow, [folder / "I1.txt"])
    assert [each.why.key for each in report.skipped] == ["imported_already"]
    with qtbot.waitSignal(flow.finished, timeout=20_000):
        flow.import_again([folder / "I1.txt"])
    assert names(session) == ["I1", "I1 (2)"]


class Mortal(Executor):
    """Dies of files with `bom` in their name, as a process does that runs out of memory."""

    def __init__(self) -> None:
        self.dead = False

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.dead = self.dead or "bom" in str(args[0])
        if self.dead:
            future.set_exception(BrokenExecutor())
        else:
            future.set_result(fn(*args, **kwargs))
        return future


def test_a_file_that_kills_its_process_costs_only_itself(
    qtbot: QtBot, session: Session, folder: Path
) -> None:
    (folder / "I1 bom.txt").write_text("P: x", "utf-8")
    runner = TaskRunner(make_pool=Mortal)
    order = [folder / name for name in ("I1.txt", "I1 bom.txt", "I2.txt")]
    report = imported(qtbot, ImportFlow(session, runner), order)
    runner.close()
    assert names(session) == ["I1", "I2"]
    assert [(Path(s.path).name, s.why.key) for s in report.skipped] == [
        ("I1 bom.txt", "unreadable")
    ]


def test_a_folder_without_documents_says_so(qtbot: QtBot, flow: ImportFlow, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with qtbot.waitSignal(flow.notice_wanted, timeout=20_000) as told:
        flow.start([tmp_path / "empty"])
    assert told.args[0].startswith("Nothing was imported")


@pytest.fixture
def strip(qtbot: QtBot, session: Session) -> ImportStrip:
    made = ImportStrip(session)
    qtbot.addWidget(made)
    return made


def test_the_strip_imports_on_enter_with_what_was_chosen(qtbot: QtBot, strip: ImportStrip) -> None:
    strip.offer([Path("I1.docx"), Path("I2.docx")])
    qtbot.waitExposed(strip)
    strip.kind.setCurrentIndex(strip.kind.findData(SourceKind.FOCUS_GROUP))
    strip.case.setEditText("Kabid  Informasi")
    with qtbot.waitSignal(strip.import_wanted) as told:
        qtbot.keyClick(strip.import_button, Qt.Key.Key_Return)
    paths, options = told.args
    assert paths == (Path("I1.docx"), Path("I2.docx"))
    assert options == ImportOptions(kind=SourceKind.FOCUS_GROUP, case="Kabid Informasi")
    assert strip.isHidden()


def test_the_strip_tells_folders_from_files(strip: ImportStrip, folder: Path) -> None:
    strip.offer([folder / "I1.txt", folder / "I2.txt", folder])
    said = strip.findChild(ElidedLabel)
    assert said is not None
    assert said.text().startswith("2 file") and ", 1 folder" in said.text()


def test_the_strip_goes_away_on_esc(qtbot: QtBot, strip: ImportStrip) -> None:
    strip.offer([Path("I1.docx")])
    with qtbot.waitSignal(strip.dismissed), qtbot.assertNotEmitted(strip.import_wanted):
        qtbot.keyClick(strip.import_button, Qt.Key.Key_Escape)
    assert strip.isHidden()


@pytest.fixture
def report_page(
    qtbot: QtBot, session: Session, flow: ImportFlow, folder: Path
) -> Iterator[ImportReportPage]:
    imported(qtbot, flow, [folder / "I1.txt"])
    page = ImportReportPage(imported(qtbot, flow, [folder]))
    QAbstractItemModelTester(page.model)
    qtbot.addWidget(page)
    page.resize(600, 400)
    page.show()
    qtbot.waitExposed(page)
    yield page
    set_language("en")


def test_the_report_says_why_in_the_language_of_now(
    qapp: QApplication, report_page: ImportReportPage
) -> None:
    why = report_page.model.index(0).data(DETAIL)
    assert "I1" in why
    set_language("id")
    assert report_page.model.index(0).data(DETAIL) != why


def test_the_report_offers_what_is_there_already_again(
    qtbot: QtBot, report_page: ImportReportPage, folder: Path
) -> None:
    with qtbot.waitSignal(report_page.again_wanted) as told:
        qtbot.mouseClick(report_page.again_button, Qt.MouseButton.LeftButton)
    assert told.args[0] == (folder / "I1.txt",)


def test_enter_on_an_imported_file_opens_its_source(
    qtbot: QtBot, session: Session, report_page: ImportReportPage
) -> None:
    rows = [report_page.model.index(row) for row in range(report_page.model.rowCount())]
    (index,) = [index for index in rows if index.data() == "I2"]
    report_page.list.setCurrentIndex(index)
    with qtbot.waitSignal(report_page.source_wanted) as told:
        qtbot.keyClick(report_page.list, Qt.Key.Key_Return)
    found = next(s for s in session.project.sources.all() if s.id == told.args[0])
    assert found.name == "I2"


def test_every_announced_change_is_one_step(
    qtbot: QtBot, session: Session, flow: ImportFlow, folder: Path
) -> None:
    steps: list[ChangeSet] = []
    session.changed.connect(steps.append)
    report = imported(qtbot, flow, [folder])
    groups = {entry.group for entry in session.project.history.entries()}
    assert groups == {report.group}
    assert len(steps) == len(session.project.history.entries())


def test_storing_a_file_and_showing_it_are_turns_of_their_own(
    qtbot: QtBot,
    session: Session,
    flow: ImportFlow,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[str] = []
    store = Importer.store
    monkeypatch.setattr(Importer, "store", lambda self: (store(self), seen.append("stored"))[0])
    session.changed.connect(lambda _changes: seen.append("told"))
    rounds = QTimer(interval=0)
    rounds.timeout.connect(lambda: seen[-1:] == ["round"] or seen.append("round"))
    rounds.start()
    imported(qtbot, flow, [folder / "I1.txt", folder / "I2.txt"])
    rounds.stop()
    begun = seen[seen.index("stored") :]
    assert begun[:8] == ["stored", "round", "told", "round"] * 2


def test_what_is_done_between_the_two_turns_is_told_after_the_file(
    qtbot: QtBot,
    session: Session,
    flow: ImportFlow,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[str] = []
    session.changed.connect(lambda changes: told.append(changes.label.key))
    store, acting = Importer.store, QTimer(singleShot=True, interval=0)
    acting.timeout.connect(lambda: session.perform(lambda: add_code(session.project, "Humas")))
    monkeypatch.setattr(Importer, "store", lambda self: (store(self), acting.start())[0])
    imported(qtbot, flow, [folder / "I1.txt"])
    assert told == [entry.label.key for entry in reversed(session.project.history.entries())]
    assert len(told) == 2
