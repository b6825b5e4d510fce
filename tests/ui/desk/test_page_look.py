"""Sources as pages: rectangles and words are coded by mouse and keyboard on a real project."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from makna.domain.changes import ChangeSet, Touched
from makna.domain.model import CodeId, Passage, SourceId
from makna.domain.regions import Region
from makna.services import codebook, coding, importing, pages
from makna.ui.desk import marks
from makna.ui.desk.coding_actions import CodingActions
from makna.ui.desk.import_strip import ImportStrip
from makna.ui.desk.inspector.inspector import Inspector, Scope
from makna.ui.desk.place import Place
from makna.ui.desk.results_pane import ResultsPane
from makna.ui.desk.source_page import SourcePage
from makna.ui.page_image import ImagePage
from makna.ui.session import Session

WAIT_MS = 8_000


def brought(session: Session, folder: Path, name: str, data: bytes) -> SourceId:
    path = folder / name
    path.write_bytes(data)
    return importing.import_files(session.project, [path]).value.imported[0].id


@pytest.fixture
def photo(session: Session, tmp_path: Path, material: Any) -> SourceId:
    return brought(session, tmp_path, "foto.jpg", material.photo(size=(600, 400)))


@pytest.fixture
def article(session: Session, tmp_path: Path, material: Any) -> SourceId:
    return brought(session, tmp_path, "artikel.pdf", material.article())


@pytest.fixture
def code(session: Session) -> CodeId:
    return codebook.add_code(session.project, "Lambang", color="#2e7d4f").value


def shown(qtbot: QtBot, session: Session, place: Place, source: SourceId) -> SourcePage:
    """The page of a source, on the screen, as soon as it knows its words."""
    page = SourcePage(session, place, source)
    qtbot.addWidget(page)
    page.resize(700, 560)
    page.show()
    place.change(source=source)
    return page


def view_of(qtbot: QtBot, page: SourcePage) -> ImagePage:
    assert page.look is not None
    page.show_pages(True)
    view = page.look.view
    qtbot.waitUntil(lambda: view.pixmap(1) is not None, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: view.ready, timeout=WAIT_MS)
    if view.text:
        qtbot.waitUntil(lambda: view.words.knows(1), timeout=WAIT_MS)
    return view


def at(view: ImagePage, page: int, x: float, y: float) -> QPoint:
    """A place on a page, in pixels of the viewport."""
    return view.in_view(
        view.place_rect(Region(page, int(x), int(y), int(x) + 1, int(y) + 1))
    ).topLeft()


def drag(view: ImagePage, start: QPoint, end: QPoint) -> None:
    """As a hand does: press, move on the way and at the end, release."""
    target = view.viewport()
    QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=start)
    for point in ((start + end) / 2, end):
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(point),
            QPointF(target.mapToGlobal(point)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(target, event)
    QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=end)


def rectangles(session: Session, source: SourceId) -> list[Passage]:
    return session.project.passages.on_pages(source)


def near(region: Region, *edges: int, by: int = 4) -> bool:
    found = (region.x1, region.y1, region.x2, region.y2)
    return all(abs(a - b) <= by for a, b in zip(found, edges, strict=True))


def test_a_rectangle_is_drawn_and_coded(
    qtbot: QtBot, session: Session, place: Place, photo: SourceId, code: CodeId
) -> None:
    page = shown(qtbot, session, place, photo)
    actions = CodingActions(session, place, page)
    view = view_of(qtbot, page)
    drag(view, at(view, 1, 100, 80), at(view, 1, 300, 200))
    assert place.now.region is not None and near(place.now.region, 100, 80, 300, 200)
    assert place.now.has_selection and page.drawn() == place.now.region
    actions.apply(code)
    (passage,) = rectangles(session, photo)
    assert passage.region is not None and near(passage.region, 100, 80, 300, 200)
    here = place.now
    assert (here.passage, here.region, page.drawn()) == (passage.id, None, None)
    session.undo()
    assert rectangles(session, photo) == [] and view.scene.plates == []


def test_a_click_chooses_the_innermost_and_then_the_next(
    qtbot: QtBot, session: Session, place: Place, photo: SourceId, code: CodeId
) -> None:
    edges = [(50, 50, 400, 300), (100, 100, 300, 250)]
    made = [
        coding.apply_code(session.project, photo, 0, 0, code, region=Region(1, *e)).value.passage
        for e in edges
    ]
    page = shown(qtbot, session, place, photo)
    view = view_of(qtbot, page)
    point = at(view, 1, 200, 200)
    chosen = []
    for _ in range(3):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
        chosen.append(place.now.passage)
    assert chosen == [made[1], made[0], made[1]]
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at(view, 1, 550, 350))
    assert place.now.passage is None


def test_a_rectangle_is_resized_by_its_handle_and_moved_by_its_inside(
    qtbot: QtBot, session: Session, place: Place, photo: SourceId, code: CodeId
) -> None:
    applied = coding.apply_code(
        session.project, photo, 0, 0, code, region=Region(1, 100, 100, 200, 200)
    )
    page = shown(qtbot, session, place, photo)
    view = view_of(qtbot, page)
    place.change(source=photo, passage=applied.value.passage)
    drag(view, at(view, 1, 200, 200), at(view, 1, 300, 260))
    (passage,) = rectangles(session, photo)
    assert passage.region is not None and near(passage.region, 100, 100, 300, 260)
    assert place.now.passage == passage.id
    drag(view, at(view, 1, 150, 150), at(view, 1, 190, 180))
    (passage,) = rectangles(session, photo)
    assert passage.region is not None and near(passage.region, 140, 130, 340, 290)
    entry = session.next_undo()
    assert entry is not None and entry.label.key == "step.move_edges"


def test_a_rectangle_is_made_and_moved_by_keys(
    qtbot: QtBot, session: Session, place: Place, photo: SourceId, code: CodeId
) -> None:
    page = shown(qtbot, session, place, photo)
    actions = CodingActions(session, place, page)
    view = view_of(qtbot, page)
    QTest.keyClick(view, Qt.Key.Key_Return)
    first = place.now.region
    assert first is not None
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    changed = place.now.region
    assert changed is not None
    assert changed.x1 > first.x1 and changed.width == first.width
    assert changed.y1 == first.y1 and changed.height > first.height
    actions.apply(code)
    (passage,) = rectangles(session, photo)
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert rectangles(session, photo) == [passage]
    QTest.keyClick(view, Qt.Key.Key_Return)
    (moved,) = rectangles(session, photo)
    assert moved.region is not None and passage.region is not None
    assert moved.region.x1 < passage.region.x1
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert place.now.passage is None


def test_taking_a_move_back_keeps_the_rectangle_chosen(
    qtbot: QtBot, session: Session, place: Place, photo: SourceId, code: CodeId
) -> None:
    page = shown(qtbot, session, place, photo)
    before = Region(1, 100, 100, 300, 250)
    made = session.perform(
        lambda: coding.apply_code(session.project, photo, 0, 0, code, region=before)
    )
    assert made is not None
    view = view_of(qtbot, page)
    place.change(source=photo, passage=made.passage)
    view.region_moved.emit(made.passage, Region(1, 150, 100, 350, 250))
    session.undo()
    chosen = session.project.passages.get(place.now.passage) if place.now.passage else None
    assert chosen is not None and chosen.region == before
    assert view.selected_passage == chosen.id


def test_a_rectangle_just_drawn_is_what_the_inspector_shows(
    qtbot: QtBot, session: Session, place: Place, photo: SourceId
) -> None:
    pane = Inspector(session, place)
    qtbot.addWidget(pane)
    pane.show()
    place.change(source=photo)
    qtbot.waitUntil(lambda: pane.scope is Scope.SOURCE)
    place.change(source=photo, region=Region(1, 10, 10, 60, 60))
    qtbot.waitUntil(lambda: pane.scope is Scope.PASSAGE)


def test_words_are_selected_and_coded_on_the_page(
    qtbot: QtBot, session: Session, place: Place, article: SourceId, code: CodeId
) -> None:
    page = shown(qtbot, session, place, article)
    assert not page.paged
    actions = CodingActions(session, place, page)
    view = view_of(qtbot, page)
    text = session.project.texts.text(article)
    assert "humas dan" in text
    letter = 0.6 * 11_000
    line = 842_000 - 700_000 - 3_000
    start = at(view, 1, 72_000 + 35 * letter + 800, line)
    end = at(view, 1, 72_000 + 3 * letter - 800, line + 14_000)
    drag(view, start, end)
    assert text[place.now.start : place.now.end] == "m humas"
    actions.apply(code)
    (passage,) = session.project.passages.of_source(article)
    assert (passage.region, text[passage.start : passage.end]) == (None, "m humas")
    assert len(view.words.lines(1, passage.start, passage.end)) == 2
    assert [mark.start for mark in view.scene.marks] == [passage.start]
    page.show_pages(False)
    assert page.page.selected_passage == passage.id


def test_drawing_over_words_needs_the_rectangle_tool(
    qtbot: QtBot, session: Session, place: Place, article: SourceId
) -> None:
    page = shown(qtbot, session, place, article)
    view = view_of(qtbot, page)
    page.bar.rectangles.click()
    drag(view, at(view, 1, 80_000, 135_000), at(view, 1, 200_000, 160_000))
    region = place.now.region
    assert region is not None and near(region, 80_000, 135_000, 200_000, 160_000, by=2_000)
    assert place.now.start == place.now.end == 0


def test_a_rectangle_of_the_second_page_begins_with_it(
    qtbot: QtBot, session: Session, place: Place, article: SourceId, code: CodeId
) -> None:
    page = shown(qtbot, session, place, article)
    actions = CodingActions(session, place, page)
    view = view_of(qtbot, page)
    view.go_to_page(2)
    drag(view, at(view, 2, 300_000, 300_000), at(view, 2, 400_000, 360_000))
    actions.apply(code)
    (passage,) = rectangles(session, article)
    assert passage.region is not None and passage.region.page == 2
    assert passage.start == passage.end == pages.page_start(session.project, article, 2) > 0


def test_a_chosen_rectangle_brings_up_its_page(
    qtbot: QtBot, session: Session, place: Place, article: SourceId, code: CodeId
) -> None:
    start = pages.page_start(session.project, article, 2)
    region = Region(2, 100_000, 600_000, 200_000, 700_000)
    applied = coding.apply_code(session.project, article, start, start, code, region=region).value
    page = shown(qtbot, session, place, article)
    place.change(source=article, passage=applied.passage)
    assert page.paged and page.look is not None
    view = page.look.view
    rect = view.in_view(view.place_rect(region))
    assert view.viewport().rect().contains(rect)
    assert page.places() == [(start, start, applied.passage)]


def test_a_correction_is_found_on_the_page_again(
    qtbot: QtBot, session: Session, place: Place, article: SourceId, code: CodeId
) -> None:
    from makna.services.correcting import edit_text

    page = shown(qtbot, session, place, article)
    view = view_of(qtbot, page)
    before = view.words.aligned
    session.perform(lambda: edit_text(session.project, article, 0, 6, "Tiap-tiap"))
    qtbot.waitUntil(lambda: view.words.aligned is not before, timeout=WAIT_MS)
    start = session.project.texts.text(article).index("keluhan")
    (line,) = view.words.lines(1, start, start + 7)
    assert abs(line[0] - (72_000 + 7 * 6_600)) < 2_000


def test_codings_of_words_come_to_the_pages_a_little_at_a_time(
    qtbot: QtBot,
    session: Session,
    place: Place,
    article: SourceId,
    code: CodeId,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    length = len(session.project.texts.text(article))
    places = [(start, start + n) for n in (2, 3) for start in range(0, length - 3, 2)]
    for start, end in places:
        coding.apply_codes(session.project, article, start, end, [code])
    monkeypatch.setattr(marks, "AT_ONCE", len(places) // 4)
    page = shown(qtbot, session, place, article)
    assert page.look is not None and page.marks.unread
    scene = page.look.view.scene
    qtbot.waitUntil(lambda: len(scene.marks) == len(places), timeout=WAIT_MS)
    coding.apply_codes(session.project, article, 1, length, [code])
    session.announce(ChangeSet(rows=(Touched("code", int(code), "update"),)))
    qtbot.waitUntil(lambda: len(scene.marks) == len(places) + 1, timeout=WAIT_MS)


def test_what_is_only_looked_at_has_no_look_to_choose(
    qtbot: QtBot, session: Session, place: Place, tmp_path: Path, material: Any
) -> None:
    source = brought(session, tmp_path, "pindaian.pdf", material.scan())
    page = shown(qtbot, session, place, source)
    view = view_of(qtbot, page)
    assert page.paged and not page.bar.text_look.isVisible() and not page.bar.words.isVisible()
    assert page.bar.number.isVisible() and view.page_count == 2
    page.bar.number.setText("2")
    QTest.keyClick(page.bar.number, Qt.Key.Key_Return)
    assert view.page == 2


def test_a_text_has_no_pages(qtbot: QtBot, session: Session, place: Place, tmp_path: Path) -> None:
    source = brought(session, tmp_path, "catatan.txt", b"Hanya kata-kata saja di sini.")
    page = shown(qtbot, session, place, source)
    assert page.look is None and page.bar is None and not page.paged


def test_the_inspector_shows_the_cut_out_and_keeps_its_memo(
    qtbot: QtBot, session: Session, place: Place, photo: SourceId, code: CodeId
) -> None:
    region = Region(1, 0, 0, 300, 200)
    applied = coding.apply_code(session.project, photo, 0, 0, code, region=region).value
    inspector = Inspector(session, place)
    qtbot.addWidget(inspector)
    inspector.resize(300, 700)
    inspector.show()
    place.change(source=photo, passage=applied.passage)
    panel = inspector.passage
    picture = panel.quotation.findChildren(type(panel.quotation._picture))[0]
    qtbot.waitUntil(lambda: picture.picture() is not None, timeout=WAIT_MS)
    shown_picture = picture.picture()
    assert shown_picture is not None
    color = shown_picture.toImage().pixelColor(20, 20)
    assert color.blue() > 200 > 60 > color.red()
    panel.memo.setFocus()
    panel.memo.setPlainText("Warna biru")
    session.about_to_act.emit()
    qtbot.waitUntil(lambda: rectangles(session, photo)[0].memo == "Warna biru", timeout=WAIT_MS)


def test_results_show_a_rectangle_by_its_label(
    qtbot: QtBot, session: Session, place: Place, article: SourceId, code: CodeId
) -> None:
    region = Region(2, 100_000, 100_000, 200_000, 200_000)
    start = pages.page_start(session.project, article, 2)
    coding.apply_code(session.project, article, start, start, code, region=region)
    pane = ResultsPane(session, place)
    qtbot.addWidget(pane)
    pane.resize(600, 300)
    pane.show()
    pane.show_passages([code])
    row = pane.model.row(1)
    assert row is not None and row.rectangle is not None
    assert row.text in ("Picture, p. 2", "Gambar, hlm. 2") and row.paragraph == 0
    pane.grab()


def test_dropped_codes_land_on_the_rectangle_under_them(
    qtbot: QtBot, session: Session, place: Place, photo: SourceId, code: CodeId
) -> None:
    other = codebook.add_code(session.project, "Bangunan").value
    coding.apply_code(session.project, photo, 0, 0, code, region=Region(1, 100, 100, 300, 250))
    page = shown(qtbot, session, place, photo)
    view = view_of(qtbot, page)
    words, region = view._drop_target(QPointF(at(view, 1, 200, 200)))
    assert words is None and region == Region(1, 100, 100, 300, 250)
    view.codes_dropped.emit([other], 0, 0, region)
    (passage,) = rectangles(session, photo)
    assert {c.code for c in passage.codings} == {code, other}


def test_what_is_at_the_top_stays_there_when_a_pane_opens(
    qtbot: QtBot, session: Session, place: Place, article: SourceId
) -> None:
    page = shown(qtbot, session, place, article)
    view = view_of(qtbot, page)
    bar = view.verticalScrollBar()
    page.resize(700, 300)
    assert bar.value() == 0
    bar.setValue(140)
    line = view.stack.on_page(1, 0, 140)[1]
    page.resize(500, 560)
    assert abs(view.stack.on_page(1, 0, bar.value())[1] - line) < 2 / view.stack.scale
    page.resize(700, 300)
    assert abs(bar.value() - 140) <= 2


def test_zoom_keeps_the_place_under_the_pointer(
    qtbot: QtBot, session: Session, place: Place, article: SourceId
) -> None:
    page = shown(qtbot, session, place, article)
    view = view_of(qtbot, page)
    point = at(view, 1, 300_000, 300_000)
    for _ in range(3):
        view.zoom_by(1, QPointF(point))
    assert (at(view, 1, 300_000, 300_000) - point).manhattanLength() <= 4
    qtbot.waitUntil(
        lambda: abs(view.pixmap(1).width() - view.stack.box(1).width) <= 2,  # type: ignore[union-attr]
        timeout=WAIT_MS,
    )


def test_the_strip_asks_about_the_place_of_pictures_only(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    strip = ImportStrip(session)
    qtbot.addWidget(strip)
    strip.offer([tmp_path / "a.docx"])
    assert strip.location.isHidden() and not strip.options().keep_location
    strip.offer([tmp_path / "a.docx", tmp_path / "foto.JPG"])
    assert not strip.location.isHidden() and not strip.options().keep_location
    strip.location.click()
    assert strip.options().keep_location
    strip.offer([tmp_path / "lain.png"])
    assert not strip.options().keep_location
