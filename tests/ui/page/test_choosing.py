"""Mouse and keyboard on the text and the margin."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from makna.domain.document import Block, Run
from makna.ui.page import LIGHT_PAGE, Mark, PageText
from makna.ui.page.view import TextPage

LEFT = Qt.MouseButton.LeftButton
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def drag(page: TextPage, start: QPoint, end: QPoint, *, release: bool = True) -> None:
    """Press, move and let go, with the events that a window system sends."""
    view = page.viewport()

    def send(kind: QEvent.Type, at: QPoint, held: Qt.MouseButton) -> None:
        event = QMouseEvent(
            kind, QPointF(at), QPointF(view.mapToGlobal(at)), LEFT, held,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(view, event)

    send(QEvent.Type.MouseButtonPress, start, LEFT)
    send(QEvent.Type.MouseMove, (start + end) / 2, LEFT)
    send(QEvent.Type.MouseMove, end, LEFT)
    if release:
        send(QEvent.Type.MouseButtonRelease, end, Qt.MouseButton.NoButton)


def test_dragging_selects_and_tells_code_points(page: TextPage, point, sample, qtbot) -> None:
    start, end = sample.span("itu sudah jadi aturan")
    heard: list[tuple[int, int]] = []
    page.selection_changed.connect(lambda a, b: heard.append((a, b)))
    drag(page, point(start) - QPoint(3, 0), point(end) - QPoint(1, 0))
    assert page.selection() == heard[-1]
    assert sample.text[slice(*heard[-1])].strip() == "itu sudah jadi aturan"


def test_double_click_selects_the_word(page: TextPage, point, sample, qtbot: QtBot) -> None:
    qtbot.mouseDClick(page.viewport(), LEFT, pos=point(sample.span("aturan")[0] + 2))
    assert page.selection() == sample.span("aturan")


def test_triple_click_selects_the_sentence(page: TextPage, point, sample, qtbot: QtBot) -> None:
    at = point(sample.span("aturan")[0] + 2)
    qtbot.mouseClick(page.viewport(), LEFT, pos=at)
    qtbot.mouseDClick(page.viewport(), LEFT, pos=at)
    qtbot.mouseClick(page.viewport(), LEFT, pos=at)
    start, end = page.selection()
    assert sample.text[start:end].startswith("Kalau ada keluhan")
    assert sample.text[start:end].endswith("di sini.")


def test_a_click_chooses_the_innermost_passage(page: TextPage, point, sample, qtbot) -> None:
    with qtbot.waitSignal(page.passage_clicked) as heard:
        qtbot.mouseClick(page.viewport(), LEFT, pos=point(sample.span("keluhan")[0]))
    assert heard.args == [12]
    assert page.selected_passage == 12
    assert page.surface.scene.selected == sample.span("Kalau ada keluhan")


def test_a_click_beside_all_passages_lets_go(page: TextPage, point, sample, qtbot) -> None:
    page.select_passage(12)
    with qtbot.waitSignal(page.passage_left):
        qtbot.mouseClick(page.viewport(), LEFT, pos=point(sample.span("aturan")[0]))
    assert page.selected_passage is None


def test_selecting_text_chooses_no_passage(page: TextPage, point, sample, qtbot) -> None:
    with qtbot.assertNotEmitted(page.passage_clicked):
        drag(page, point(sample.span("keluhan")[0]), point(sample.span("wajib")[0]))


def test_enter_at_the_caret_goes_from_inner_to_outer(page: TextPage, sample, qtbot) -> None:
    heard: list[int] = []
    page.passage_clicked.connect(heard.append)
    at = sample.span("keluhan")[0]
    page.set_selection(at, at)
    for _ in range(3):
        qtbot.keyClick(page, Qt.Key.Key_Return)
    assert heard == [12, 11, 12]


def test_every_bracket_stands_in_its_own_lane(page: TextPage) -> None:
    brackets = {bracket.mark.name: bracket for bracket in page.margin.brackets()}
    manage, quick = brackets["Manage"], brackets["Respons cepat"]
    assert manage.lane != quick.lane
    assert not page.margin.bracket_rect(manage).intersects(page.margin.bracket_rect(quick))


def test_names_in_the_margin_never_overprint(page: TextPage, sample) -> None:
    start, end = sample.span("aturan")
    page.apply_marks(
        (), [Mark(50 + i, 50 + i, 50 + i, start, end, "#3b6fb5", f"Kode {i}") for i in range(30)]
    )
    page.grab()
    rects = [name.rect for name in page.margin.names()]
    assert len(rects) > 3
    for i, rect in enumerate(rects):
        assert not any(rect.intersects(other) for other in rects[:i])
    named = {b.mark.coding_id for name in page.margin.names() for b in name.brackets}
    assert named == {1, 2, 3, *range(50, 80)}


def test_brackets_and_names_are_painted(page: TextPage) -> None:
    (bracket,) = [b for b in page.margin.brackets() if b.mark.coding_id == 3]
    image = page.margin.grab().toImage()
    middle = page.margin.bracket_rect(bracket).center()
    assert image.pixelColor(round(middle.x()), round(middle.y())).name() == "#b3404a"
    (name,) = [n for n in page.margin.names() if n.brackets[0].mark.coding_id == 3]
    box = page.margin.grab(name.rect.toRect()).toImage()
    darkest = min(
        box.pixelColor(x, y).lightness() for x in range(20, 60) for y in range(box.height())
    )
    assert darkest < 90


def test_pointing_at_a_bracket_lights_its_code(page: TextPage, qtbot: QtBot) -> None:
    (bracket,) = [b for b in page.margin.brackets() if b.mark.coding_id == 3]
    qtbot.mouseMove(page.margin, page.margin.bracket_rect(bracket).center().toPoint())
    assert page.surface.scene.lit_code == 103
    qtbot.mouseMove(page.margin, QPoint(page.margin.width() - 2, page.margin.height() - 2))
    assert page.surface.scene.lit_code is None


@pytest.mark.parametrize("coding", [1, 2, 3])
def test_clicking_a_bracket_chooses_its_passage(page: TextPage, coding: int, qtbot) -> None:
    (bracket,) = [b for b in page.margin.brackets() if b.mark.coding_id == coding]
    at = page.margin.bracket_rect(bracket).center().toPoint()
    with qtbot.waitSignal(page.passage_clicked) as heard:
        qtbot.mouseClick(page.margin, LEFT, pos=at)
    assert heard.args == [10 + coding]
    assert page.margin.selected_passage == 10 + coding


def test_clicking_a_bracket_lets_go_of_selected_words(page: TextPage, sample, qtbot) -> None:
    page.set_selection(*sample.span("itu sudah"))
    (bracket,) = [b for b in page.margin.brackets() if b.mark.coding_id == 3]
    qtbot.mouseClick(page.margin, LEFT, pos=page.margin.bracket_rect(bracket).center().toPoint())
    assert page.selected_passage == bracket.mark.passage_id
    assert page.selection() is None


def test_clicking_a_name_chooses_its_passage(page: TextPage, qtbot: QtBot) -> None:
    (name,) = [n for n in page.margin.names() if n.brackets[0].mark.coding_id == 3]
    qtbot.mouseClick(page.margin, LEFT, pos=name.rect.center().toPoint())
    assert page.selected_passage == 13


def test_a_click_beside_the_brackets_lets_go(page: TextPage, qtbot: QtBot) -> None:
    page.select_passage(12)
    with qtbot.waitSignal(page.passage_left):
        qtbot.mouseClick(page.margin, LEFT, pos=QPoint(page.margin.width() - 2, 600))


def test_a_click_on_a_number_selects_the_paragraph(page: TextPage, sample, qtbot) -> None:
    start, end = sample.span(sample.answer.removeprefix("I1: "))
    height = round(page.surface.geometry.place(start + 20).center().y())
    qtbot.mouseClick(page.gutter, LEFT, pos=QPoint(40, height))
    assert page.selection() == (start, end)


def test_the_margin_asks_for_the_menu_of_its_passage(page: TextPage, qtbot: QtBot) -> None:
    (bracket,) = [b for b in page.margin.brackets() if b.mark.coding_id == 3]
    at = page.margin.bracket_rect(bracket).center().toPoint()
    place = page.margin.mapToGlobal(at)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, place)
    with qtbot.waitSignal(page.menu_wanted) as heard:
        QApplication.sendEvent(page.margin, event)
    assert heard.args == [place, (13,), None]
    assert page.selected_passage == 13


def hovered(page: TextPage, widget: QWidget, at: QPoint) -> str:
    from PySide6.QtGui import QHelpEvent

    event = QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at))
    QApplication.sendEvent(widget, event)
    text = QToolTip.text()
    QToolTip.hideText()
    return text


def test_the_hint_names_codes_and_memo(page: TextPage, point, sample) -> None:
    text = hovered(page, page.viewport(), point(sample.span("keluhan")[0]))
    assert text.index("Respons cepat") < text.index("Manage")
    assert "Janji &lt;24&gt; jam" in text
    (bracket,) = [b for b in page.margin.brackets() if b.mark.coding_id == 3]
    at = page.margin.bracket_rect(bracket).center().toPoint()
    assert "Teknisi komunikasi" in hovered(page, page.margin, at)


def edge(page: TextPage, position: int, *, ending: bool) -> QPoint:
    return page.surface.geometry.place(position, ending=ending).center().toPoint()


def test_dragging_an_edge_snaps_to_words(page: TextPage, point, sample, qtbot: QtBot) -> None:
    page.select_passage(13)
    start, end = sample.span("admin kami cuma dua orang")
    with qtbot.waitSignal(page.edge_moved) as heard:
        drag(page, edge(page, end, ending=True), point(sample.span("cuma")[1] - 1))
    assert heard.args == [13, None, start, sample.span("cuma")[1]]


def test_dragging_the_start_moves_only_the_start(page: TextPage, point, sample, qtbot) -> None:
    page.select_passage(13, coding_id=3)
    start, end = sample.span("admin kami cuma dua orang")
    with qtbot.waitSignal(page.edge_moved) as heard:
        drag(page, edge(page, start, ending=False), point(sample.span("Tapi")[0]))
    assert heard.args == [13, 3, sample.span("Tapi")[0], end]


def test_escape_takes_a_dragged_edge_back(page: TextPage, point, sample, qtbot: QtBot) -> None:
    page.select_passage(13)
    start, end = sample.span("admin kami cuma dua orang")
    drag(page, edge(page, end, ending=True), point(sample.span("cuma")[0]), release=False)
    assert page.surface.scene.selected != (start, end)
    with qtbot.assertNotEmitted(page.edge_moved):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
        qtbot.mouseRelease(page.viewport(), LEFT, pos=point(sample.span("cuma")[0]))
    assert page.surface.scene.selected == (start, end)
    assert page.selected_passage == 13


def test_keys_move_the_end_by_words_and_tell_once(page: TextPage, sample, qtbot: QtBot) -> None:
    page.select_passage(12)
    start, _ = sample.span("Kalau ada keluhan")
    heard: list[tuple[object, ...]] = []
    page.edge_moved.connect(lambda *args: heard.append(args))
    for _ in range(2):  # Alt is held: the test key clicks of Qt would let it go each time
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_End, ALT)
        QApplication.sendEvent(page, press)
    assert heard == []
    qtbot.keyRelease(page, Qt.Key.Key_Alt)
    assert heard == [(12, None, start, sample.span("wajib")[1])]


def test_keys_move_the_start_and_settle_by_themselves(page: TextPage, sample, qtbot) -> None:
    page.select_passage(12)
    with qtbot.waitSignal(page.edge_moved, timeout=3000) as heard:
        qtbot.keyClick(page, Qt.Key.Key_Home, ALT | SHIFT)
    assert heard.args == [12, None, sample.span("ada keluhan")[0], sample.span("keluhan")[1]]


def test_escape_lets_go_of_the_passage(page: TextPage, qtbot: QtBot) -> None:
    page.select_passage(12)
    with qtbot.waitSignal(page.passage_left):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_fresh_marks_move_the_selected_passage_with_them(page: TextPage, sample) -> None:
    page.select_passage(12)
    start, end = place = sample.span("dua puluh empat jam")
    page.apply_marks((), [Mark(12, 2, 102, start, end, "#0f8a8f", "Respons cepat")])
    assert page.surface.scene.selected == place
    page.apply_marks((2,), ())
    assert page.surface.scene.selected is None


def test_the_menu_is_asked_for_with_what_lies_there(page: TextPage, point, sample, qtbot) -> None:
    page.set_selection(*sample.span("keluhan"))
    assert asked(page, point(sample.span("luhan")[0]), qtbot) == [
        (12, 11),
        sample.span("keluhan"),
    ]


def asked(page: TextPage, at: QPoint, qtbot: QtBot) -> list[object]:
    """What a click with the right button asks a menu for."""
    place = page.viewport().mapToGlobal(at)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, place)
    with qtbot.waitSignal(page.menu_wanted) as heard:
        QApplication.sendEvent(page.viewport(), event)
    assert heard.args[0] == place
    return heard.args[1:]


def test_the_menu_is_about_the_passage_under_the_pointer(
    page: TextPage, point, sample, qtbot: QtBot
) -> None:
    # A memo or a star asked for here went to what was selected elsewhere.
    page.set_selection(*sample.span("aturan"))
    with qtbot.waitSignal(page.passage_clicked) as heard:
        assert asked(page, point(sample.span("keluhan")[0]), qtbot) == [(12, 11), None]
    assert heard.args == [12]
    assert asked(page, point(sample.span("Setiap")[0]), qtbot) == [(11,), None]
    assert page.selected_passage == 11


def test_the_menu_leaves_an_outer_passage_chosen_that_is_under_the_pointer(
    page: TextPage, point, sample, qtbot: QtBot
) -> None:
    page.select_passage(11)
    asked(page, point(sample.span("keluhan")[0]), qtbot)
    assert page.selected_passage == 11


def test_the_menu_where_nothing_is_coded_lets_go_of_what_is_chosen_elsewhere(
    page: TextPage, point, sample, qtbot: QtBot
) -> None:
    page.select_passage(12)
    at = sample.span("aturan")[0]
    with qtbot.waitSignal(page.passage_left):
        assert asked(page, point(at), qtbot) == [(), None]
    assert at <= page.caret() <= at + 1
    page.set_selection(*sample.span("aturan"))
    blank = QPoint(page.viewport().width() // 2, page.viewport().height() - 4)
    assert asked(page, blank, qtbot) == [(), sample.span("aturan")]


def test_the_menu_key_asks_at_the_caret(page: TextPage, sample, qtbot: QtBot) -> None:
    at = sample.span("cuma")[0]
    page.set_selection(at, at)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    with qtbot.waitSignal(page.menu_wanted) as heard:
        QApplication.sendEvent(page.viewport(), event)
    assert heard.args[1:] == [(13,), None]


def wheel(
    page: TextPage, turned: int, modifiers: Qt.KeyboardModifier, over: QWidget | None = None
) -> None:
    at = QPointF(page.viewport().rect().center())
    event = QWheelEvent(
        at, page.viewport().mapToGlobal(at), QPoint(), QPoint(0, turned),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(over or page.viewport(), event)


def test_the_wheel_with_ctrl_zooms_and_tells(page: TextPage, qtbot: QtBot) -> None:
    size = page.document().defaultFont().pointSizeF()
    with qtbot.waitSignal(page.zoomed) as heard:
        wheel(page, 120, CTRL)
    assert heard.args == [pytest.approx(1.1)]
    assert page.document().defaultFont().pointSizeF() == pytest.approx(size * 1.1)
    wheel(page, 120, CTRL, page.margin)
    assert page.zoom == pytest.approx(1.21)
    with qtbot.assertNotEmitted(page.zoomed):
        wheel(page, -120, Qt.KeyboardModifier.NoModifier)


def test_keys_zoom_and_zero_goes_back(page: TextPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_Plus, CTRL)
    qtbot.keyClick(page, Qt.Key.Key_Equal, CTRL)
    assert page.zoom == pytest.approx(1.21)
    qtbot.keyClick(page, Qt.Key.Key_Minus, CTRL)
    assert page.zoom == pytest.approx(1.1)
    qtbot.keyClick(page, Qt.Key.Key_0, CTRL)
    assert page.zoom == 1.0


def test_a_link_opens_only_with_ctrl(page: TextPage, point, qtbot: QtBot) -> None:
    link = Run(6, 11, link="https://contoh.id")
    page.set_text(PageText("Lihat situs.", (Block(12, runs=(link,)),)))
    page.grab()
    with qtbot.assertNotEmitted(page.link_wanted):
        qtbot.mouseClick(page.viewport(), LEFT, pos=point(8))
    with qtbot.waitSignal(page.link_wanted) as heard:
        qtbot.mouseClick(page.viewport(), LEFT, CTRL, pos=point(8))
    assert heard.args == ["https://contoh.id"]


def test_page_margin_and_gutter_have_accessible_names(page: TextPage) -> None:
    assert page.accessibleName()
    assert page.margin.accessibleName()
    assert LIGHT_PAGE.ink != LIGHT_PAGE.dim


def test_dragging_an_edge_below_the_view_scrolls(page: TextPage, sample, qtbot: QtBot) -> None:
    text = "\n".join(["Satu kalimat."] * 200)
    page.set_text(PageText(text, tuple(Block(13) for _ in range(200))))
    page.set_marks([Mark(1, 1, 1, 0, 4, "#3b6fb5", "Kode")])
    page.grab()
    page.select_passage(1)
    below = QPoint(100, page.viewport().height() + 10)
    drag(page, edge(page, 4, ending=True), below)
    assert page.surface.scrolled() > 0


def test_the_code_under_the_mouse_lights_up_in_text_and_margin(
    page: TextPage, sample, point, qtbot: QtBot
) -> None:
    inner = sample.span("Kalau ada keluhan")[0] + 3
    # From elsewhere: where another test has left the mouse just there, it does not move.
    qtbot.mouseMove(page.viewport(), point(inner) + QPoint(0, 300))
    qtbot.mouseMove(page.viewport(), point(inner))
    assert page.surface.scene.lit_code == 102
    qtbot.mouseMove(page.viewport(), point(sample.span("sudah jadi aturan")[0]))
    assert page.surface.scene.lit_code is None
    qtbot.mouseMove(page.viewport(), point(inner))
    QApplication.sendEvent(page.viewport(), QEvent(QEvent.Type.Leave))
    assert page.surface.scene.lit_code is None


def test_escape_lets_go_of_words_that_were_coded_too(page: TextPage, sample, qtbot) -> None:
    # They stayed selected, and the pane beside the text went on showing their passage.
    page.set_selection(*sample.span("Kalau ada keluhan"))
    page.select_passage(12)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.selected_passage is None
    assert page.selection() is None


def test_escape_lets_go_of_selected_words(page: TextPage, sample, qtbot: QtBot) -> None:
    page.set_selection(*sample.span("Kalau ada keluhan"))
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.selection() is None
