"""Selections go to the code tree, codes come to the text."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from makna.ui.page.transfer import CODES_MIME, codes_data, read_codes, read_selection
from makna.ui.page.view import TextPage

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
COPY = Qt.DropAction.CopyAction


def drop(page: TextPage, data: QMimeData, at: QPoint) -> bool:
    """What a window system does; False when the page refuses it."""
    enter = QDragEnterEvent(at, COPY, data, LEFT, NONE)
    QApplication.sendEvent(page.viewport(), enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(page.viewport(), QDragMoveEvent(at, COPY, data, LEFT, NONE))
    event = QDropEvent(QPointF(at), COPY, data, LEFT, NONE)
    QApplication.sendEvent(page.viewport(), event)
    return event.isAccepted()


def test_a_code_dropped_on_the_selection_takes_the_selection(
    page: TextPage, point, sample, qtbot: QtBot
) -> None:
    page.set_selection(*sample.span("itu sudah jadi aturan"))
    with qtbot.waitSignal(page.codes_dropped) as heard:
        assert drop(page, codes_data([7, 8]), point(sample.span("jadi")[0]))
    assert heard.args == [[7, 8], *sample.span("itu sudah jadi aturan")]


def test_a_code_dropped_elsewhere_takes_the_sentence(
    page: TextPage, point, sample, qtbot: QtBot
) -> None:
    page.set_selection(*sample.span("itu sudah jadi aturan"))
    with qtbot.waitSignal(page.codes_dropped) as heard:
        drop(page, codes_data([7]), point(sample.span("cuma")[0]))
    assert heard.args == [[7], *sample.span("Tapi ya admin kami cuma dua orang.")]
    assert page.surface.scene.drop is None


def test_a_code_dropped_on_a_first_sentence_leaves_the_speaker_out(
    page: TextPage, point, sample, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.codes_dropped) as heard:
        drop(page, codes_data([7]), point(sample.span("tim Ibu")[0]))
    assert heard.args == [[7], *sample.span(sample.question.removeprefix("P: "))]


def test_after_a_drop_one_works_where_it_was(page: TextPage, point, sample) -> None:
    # The words selected before stayed selected: the next code would have gone to them.
    page.set_selection(*sample.span("itu sudah jadi aturan"))
    drop(page, codes_data([7]), point(sample.span("cuma")[0]))
    assert page.selection() is None
    assert page.caret() == sample.span("dua orang.")[1]
    assert page.hasFocus()


def test_while_dragging_the_place_is_shown(page: TextPage, point, sample) -> None:
    at, data = point(sample.span("cuma")[0]), codes_data([7])
    for kind in (QDragEnterEvent, QDragMoveEvent):
        QApplication.sendEvent(page.viewport(), kind(at, COPY, data, LEFT, NONE))
    assert page.surface.scene.drop == sample.span("Tapi ya admin kami cuma dua orang.")


def test_other_things_are_refused_while_reading(page: TextPage, point) -> None:
    data = QMimeData()
    data.setText("teks lain")
    assert not drop(page, data, point(5))
    assert page.document().toRawText().replace("\u2029", "\n") == page.surface.text


def test_words_dragged_off_the_page_are_dragged_once(
    page: TextPage, point, sample, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Qt went on scrolling after the drop, and started drags that no button held.
    drags: list[tuple[int, int] | None] = []
    monkeypatch.setattr(
        QDrag, "exec", lambda drag, *_actions: drags.append(read_selection(drag.mimeData()))
    )
    span = sample.span("baca 😀. Kalau")
    page.set_selection(*span)
    QTest.mousePress(page.viewport(), LEFT, NONE, point(span[0] + 2))
    QTest.mouseMove(page.viewport(), QPoint(-200, 400))
    qtbot.wait(250)
    assert drags == [span]


def test_a_click_on_selected_words_drags_nothing_and_chooses_the_passage(
    page: TextPage, point, sample, qtbot: QtBot
) -> None:
    page.set_selection(*sample.span("Kalau ada keluhan"))
    with qtbot.waitSignal(page.passage_clicked) as heard:
        QTest.mouseClick(page.viewport(), LEFT, NONE, point(sample.span("ada keluhan")[0]))
    assert heard.args == [12]
    assert page.selection() is None


def test_a_dragged_selection_carries_its_place_and_its_words(page: TextPage, sample) -> None:
    page.set_selection(*sample.span("baca 😀. Kalau"))
    data = page.createMimeDataFromSelection()
    assert read_selection(data) == sample.span("baca 😀. Kalau")
    assert data.text() == "baca 😀. Kalau"


@pytest.mark.parametrize("payload", [b"", b"[", b"{}", b"3", b'["a", true]', b"\xff\xfe"])
def test_foreign_payloads_are_no_codes(payload: bytes) -> None:
    data = QMimeData()
    data.setData(CODES_MIME, payload)
    assert read_codes(data) == []
    assert read_selection(data) is None
