"""A chapter that is too long for one sheet: what is near is shown, and the rest by and by."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, CancelledError, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from makna.services import codebook, importing, writing
from makna.services.export_process import export_apart
from makna.services.span_coding import Span, code_spans
from makna.ui.desk.write import out_panel, preview
from makna.ui.desk.write.flow import Kind
from makna.ui.desk.write.out_panel import OutPanel
from makna.ui.desk.write.shelf import AT_ONCE, GROWN
from makna.ui.desk.write.write_page import WritePage
from makna.ui.system import System
from makna.ui.tasks import TaskRunner
from makna.ui.widgets.roles import Role

TURN = "Rina: Setiap komentar kami baca dan admin wajib menjawab dalam dua puluh empat jam.\n"
SECTIONS, EACH = 4, 40


@pytest.fixture
def codes(session) -> list:
    """Four sections of forty quotations each."""
    project = session.project
    text = "".join(f"{rank} {TURN}" for rank in range(SECTIONS * EACH))
    source = importing.import_text(project, "I1", text).value.id
    starts = [0]
    for line in text.splitlines(keepends=True)[:-1]:
        starts.append(starts[-1] + len(line))
    found = [codebook.add_path(project, f"Tema {number}").value for number in range(SECTIONS)]
    for number, code in enumerate(found):
        mine = starts[number * EACH : (number + 1) * EACH]
        code_spans(project, [Span(source, at, at + 60) for at in mine], code)
    writing.create_chapter(project)
    return found


@pytest.fixture
def page(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, session, place, codes
) -> Iterator[WritePage]:
    """A sheet that holds sixty of them, and goes on by sixteen."""
    monkeypatch.setattr(preview, "MOST", 60)
    monkeypatch.setattr(preview, "SHIFTED", 16)
    made = WritePage(session, place)
    qtbot.addWidget(made)
    made.resize(1216, 640)
    made.show()
    made.finish()
    yield made


def quoted(page: WritePage) -> list[int]:
    """The numbers of the quotations on the sheet."""
    lines = (line for line in page.paper.lines if line.passage)
    return [int(line.spans[0].text.strip("“").split()[0]) for line in lines]


def test_the_sheet_holds_no_more_than_fits_and_says_how_much_there_is(page: WritePage) -> None:
    assert quoted(page) == list(range(len(quoted(page))))
    assert 50 < len(quoted(page)) < 60
    last = page.paper.lines[-1]
    assert last.kind is Kind.EDGE
    assert last.spans[0].text.startswith(str(SECTIONS * EACH - len(quoted(page))))
    assert page.outline.counts.text().startswith("160 quotation")


def test_scrolled_to_its_end_it_goes_on_to_the_end_of_the_chapter_and_back(
    qtbot: QtBot, page: WritePage
) -> None:
    bar = page.paper.verticalScrollBar()

    def scrolled(to: int, wanted: int) -> bool:
        bar.setValue(bar.maximum() if to else 0)
        return wanted in quoted(page) and not page.preview.busy

    qtbot.waitUntil(lambda: scrolled(1, SECTIONS * EACH - 1), timeout=8000)
    held = quoted(page)
    assert held == list(range(held[0], SECTIONS * EACH))
    assert len(held) <= 60
    assert page.paper.lines[0].kind is Kind.EDGE
    qtbot.waitUntil(lambda: scrolled(0, 0), timeout=8000)
    assert quoted(page) == list(range(len(quoted(page))))
    assert page.paper.lines[0].kind is Kind.TITLE


def test_who_is_at_the_end_already_is_not_left_there(qtbot: QtBot, page: WritePage) -> None:
    """No scroll bar moves any more when one came to its end while the sheet was being filled."""
    before = quoted(page)[-1]
    page.preview.show_plan(page.code)
    bar = page.paper.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: quoted(page)[-1] > before and not page.preview.busy, timeout=8000)


def test_a_section_far_away_is_fetched(page: WritePage, codes) -> None:
    page.open_section(codes[3])
    page.preview.go_to(codes[3])
    page.finish()
    assert 3 * EACH in quoted(page)
    assert 0 not in quoted(page)


def test_footnotes_are_numbered_as_in_the_whole_chapter(page: WritePage, codes) -> None:
    page.book.set(reference="footnote: {source}, {lines}.")
    page.finish()
    page.preview.go_to(codes[3])
    page.finish()
    marks = [int(line.mark) for line in page.paper.lines if line.kind is Kind.NOTE]
    assert marks == [number + 1 for number in quoted(page)]


def test_a_far_card_comes_with_its_neighbours_and_not_with_all(page: WritePage, codes) -> None:
    order = page.book.live.order(codes[0])
    page.shelf.go_to(order[-1].passage)
    assert page.shelf.current == order[-1].passage
    assert len(page.shelf.cards()) <= 12
    assert page.shelf.cards()[-1].passage == order[-1].passage


def test_it_is_opened_a_turn_at_a_time(qtbot: QtBot, session, place, codes) -> None:
    """A large chapter would keep the window waiting while it is read, listed and laid out."""
    made = WritePage(session, place)
    qtbot.addWidget(made)
    made.resize(1216, 640)
    made.show()
    assert made.book._live is None
    assert made.outline.model.rowCount() == 0
    qtbot.waitUntil(lambda: bool(made.paper.lines) and not made.preview.busy, timeout=8000)
    assert made.outline.model.rowCount() == SECTIONS
    assert made.code == codes[0]


def test_a_step_before_all_is_shown_is_shown_too(qtbot: QtBot, page: WritePage, codes) -> None:
    page.book.set(number="4")
    page.book.catch_up()
    page.book.do(writing.title_section, codes[1], "Admin menjawab")
    page.finish()
    index = page.outline.model.index_of(codes[1])
    assert index.data(Role.NAME) == "4.2 Admin menjawab"
    assert "4.2 Admin menjawab" in page.paper.toPlainText()


def test_a_star_counts_no_shelf_but_its_own(page: WritePage, codes, monkeypatch) -> None:
    asked: list[object] = []
    chapters = page.book.project.chapters
    sizes = type(chapters).shelf_sizes
    monkeypatch.setattr(
        type(chapters),
        "shelf_sizes",
        lambda self, *args: asked.append(args[2] if len(args) > 2 else None) or sizes(self, *args),
    )
    page.verbs.carry_out(page.shelf.cards()[0].passage, "star")
    assert asked == [frozenset({codes[0]})]


@pytest.fixture
def runner() -> Iterator[TaskRunner]:
    made = TaskRunner(make_pool=lambda: ThreadPoolExecutor(1))
    yield made
    made.close()


@pytest.fixture
def out(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, session, place, codes, tmp_path, runner
) -> OutPanel:
    """The way to Word of a chapter that counts as long."""
    monkeypatch.setattr(out_panel, "APART_FROM", 1)
    target = tmp_path / "Bab IV.docx"
    made = WritePage(
        session,
        place,
        runner=runner,
        system=System(lambda *_: target, lambda *_: target),
    )
    qtbot.addWidget(made)
    made.resize(1216, 640)
    made.show()
    made.finish()
    made.show_side("word")
    return made.sides.out


def test_a_long_chapter_is_written_and_compared_beside_the_window(
    qtbot: QtBot, out: OutPanel, tmp_path, session, codes
) -> None:
    with qtbot.waitSignal(out.exported, timeout=20_000):
        out.export()
    assert (tmp_path / "Bab IV.docx").is_file()
    assert out.strip is not None
    qtbot.waitUntil(lambda: "Nothing has changed" in out.strip.summary(), timeout=20_000)
    session.perform(lambda: codebook.rename_code(session.project, codes[0], "Janji"))
    assert "has changed since" in out.strip.summary()
    with qtbot.waitSignal(out.strip.refreshed, timeout=20_000) as told:
        out.strip.refresh()
    assert told.args[0].updated == 1
    assert session.project.editions.all()


def test_a_long_export_that_is_called_off_leaves_no_file(
    qtbot: QtBot, out: OutPanel, tmp_path, runner: TaskRunner, monkeypatch
) -> None:
    """Its process is at work still, but finds that nobody wants it any more."""
    holding, ready = Event(), Event()

    def slow(*args: object, wanted: Path) -> object:
        ready.set()
        holding.wait(10)
        return export_apart(*args, wanted=wanted)  # type: ignore[arg-type]

    monkeypatch.setattr(out_panel, "export_apart", slow)
    out.export()
    qtbot.waitUntil(ready.is_set)
    (task,) = [each for each in runner.tasks() if each.key == "export.chapter"]
    with qtbot.waitSignal(task.ended):
        task.cancel()
    holding.set()
    runner.pool().submit(int).result(20)
    assert not (tmp_path / "Bab IV.docx").exists()
    assert out.export_button.isEnabled()


def test_an_export_that_was_called_off_too_late_is_told(
    qtbot: QtBot, out: OutPanel, tmp_path, runner: TaskRunner
) -> None:
    out.export()
    (task,) = [each for each in runner.tasks() if each.key == "export.chapter"]
    task.take_turn()
    runner.pool().submit(int).result(20)
    task.cancel()
    with qtbot.waitSignal(task.ended):
        task.take_turn()
    assert (tmp_path / "Bab IV.docx").is_file()
    assert "Bab IV.docx" in out.written.text()


def test_numbers_that_were_printed_are_kept_though_the_view_is_closed(
    qtbot: QtBot, out: OutPanel, session, runner: TaskRunner
) -> None:
    out.export()
    (task,) = [each for each in runner.tasks() if each.key == "export.chapter"]
    task.finished.disconnect(out._told)
    task.failed.disconnect(out._refuse)
    with qtbot.waitSignal(task.ended, timeout=20_000):
        pass
    assert session.project.editions.all()


@pytest.mark.parametrize("error", [BrokenExecutor, CancelledError])
def test_a_process_that_dies_over_it_is_told_and_replaced(
    qtbot: QtBot, out: OutPanel, runner: TaskRunner, monkeypatch, error: type[Exception]
) -> None:
    def dies(*_args: object, wanted: Path) -> object:
        raise error

    monkeypatch.setattr(out_panel, "export_apart", dies)
    pool = runner.pool()
    out.export()
    qtbot.waitUntil(lambda: "Bab IV.docx could not be finished" in out.problem.text())
    assert (runner.pool() is not pool) == (error is BrokenExecutor)


def test_the_sheet_begins_where_the_section_of_last_time_does(
    qtbot: QtBot, session, place, codes
) -> None:
    session.remember("write.section", session.project.codes.get(codes[2]).guid)
    made = WritePage(session, place)
    qtbot.addWidget(made)
    made.resize(1216, 640)
    made.show()
    qtbot.waitUntil(lambda: bool(made.paper.lines) and not made.preview.busy, timeout=8000)
    top = made.paper.cursorForPosition(QPoint(150, 20)).blockNumber()
    assert made.paper.lines[top].code == codes[2]
    assert made.paper.lines[top].kind is Kind.HEADING


def test_a_comparison_that_was_left_begins_again_when_one_comes_back(
    qtbot: QtBot, out: OutPanel
) -> None:
    with qtbot.waitSignal(out.exported, timeout=20_000):
        out.export()
    strip = out.strip
    assert strip is not None
    strip.look()
    strip.hide()
    assert "Comparing" not in strip.summary()
    strip.show()
    qtbot.waitUntil(lambda: "Nothing has changed" in strip.summary(), timeout=20_000)


def test_a_section_is_shown_a_card_at_a_time(page: WritePage, codes) -> None:
    live, shelf = page.book.live, page.shelf
    order = live.order(codes[1])
    showing = shelf.showing(codes[1], order, partial(live.items, codes[1]))
    made = [len(shelf.cards()) for _ in showing]
    assert made == list(range(1, AT_ONCE + 1))


def test_a_section_that_is_left_while_it_is_shown_makes_no_more_cards(
    page: WritePage, codes
) -> None:
    live, shelf = page.book.live, page.shelf
    half = shelf.showing(codes[1], live.order(codes[1]), partial(live.items, codes[1]))
    next(half)
    shelf.set_section(codes[2], live.order(codes[2]), partial(live.items, codes[2]))
    there = [card.passage for card in shelf.cards()]
    assert list(half) == []
    assert [card.passage for card in shelf.cards()] == there


def test_cards_grow_a_few_at_a_time(page: WritePage, codes) -> None:
    page.shelf._growing.stop()
    before = len(page.shelf.cards())
    page.shelf.verticalScrollBar().setValue(page.shelf.verticalScrollBar().maximum())
    page.shelf._grow()
    assert len(page.shelf.cards()) <= before + GROWN
