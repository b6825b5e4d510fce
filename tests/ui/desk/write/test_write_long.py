"""A chapter that is too long for one sheet: what is near is shown, and the rest by and by."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from makna.services import codebook, importing, writing
from makna.services.span_coding import Span, code_spans
from makna.ui.desk.write import preview
from makna.ui.desk.write.flow import Kind
from makna.ui.desk.write.write_page import WritePage

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
    made.preview.finish()
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
    assert page._counts.text().startswith("160 quotation")


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
    page.preview.finish()
    assert 3 * EACH in quoted(page)
    assert 0 not in quoted(page)


def test_footnotes_are_numbered_as_in_the_whole_chapter(page: WritePage, codes) -> None:
    page.book.set(reference="footnote: {source}, {lines}.")
    page.book.catch_up()
    page.preview.go_to(codes[3])
    page.preview.finish()
    marks = [int(line.mark) for line in page.paper.lines if line.kind is Kind.NOTE]
    assert marks == [number + 1 for number in quoted(page)]


def test_a_far_card_comes_with_its_neighbours_and_not_with_all(page: WritePage, codes) -> None:
    order = page.book.live.order(codes[0])
    page.shelf.go_to(order[-1].passage)
    assert page.shelf.current == order[-1].passage
    assert len(page.shelf.cards()) <= 12
    assert page.shelf.cards()[-1].passage == order[-1].passage
