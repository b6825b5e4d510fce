"""The shelf: cards that cut, add, mark and move passages, by mouse and by keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from makna.domain.chapter import Form, State
from makna.domain.report import plain
from makna.services import coding, correcting, quotations
from makna.ui.desk.write.card import Card
from makna.ui.desk.write.write_page import WritePage

LEFT = Qt.MouseButton.LeftButton


def card(page: WritePage, passage) -> Card:
    found = page.shelf.card(passage)
    assert found is not None
    return found


def printed(page: WritePage, passage) -> str:
    item = card(page, passage).item
    assert item is not None
    return plain(item.quotation)


def cut(qtbot: QtBot, page: WritePage, passage, words: str) -> Card:
    """Select words on the card as one does, and press Delete."""
    shown = card(page, passage)
    page.shelf.go_to(passage)
    text = shown.item.excerpt.text  # type: ignore[union-attr]
    start = text.index(words)
    shown.text.select(start, start + len(words))
    qtbot.keyClick(shown.text, Qt.Key.Key_Delete)
    return shown


def test_cards_show_the_words_their_place_and_their_reference(page: WritePage, study) -> None:
    shown = card(page, study.promise)
    assert shown.text.toPlainText().startswith("Kalau ada keluhan")
    assert shown.head.where.text().startswith("I1 Kabid · ¶")
    assert "3 March 2025" in shown.reference.text() or "3 Maret 2025" in shown.reference.text()


def test_delete_cuts_the_selection_and_the_cut_stays_to_be_seen(
    qtbot: QtBot, page: WritePage, study
) -> None:
    shown = cut(qtbot, page, study.promise, "admin wajib menjawab ")
    assert printed(page, study.promise) == "“Kalau ada keluhan, […] dalam dua puluh empat jam”"
    assert "admin wajib menjawab" in shown.text.toPlainText()
    cursor = shown.text.textCursor()
    cursor.setPosition(shown.text.toPlainText().index("wajib") + 2)
    assert cursor.charFormat().fontStrikeOut()


def test_undo_takes_a_cut_back(qtbot: QtBot, page: WritePage, study) -> None:
    cut(qtbot, page, study.promise, "admin wajib menjawab ")
    study.session.undo()
    assert "admin wajib menjawab" in printed(page, study.promise)


def test_delete_in_a_cut_takes_just_that_one_back(qtbot: QtBot, page: WritePage, study) -> None:
    cut(qtbot, page, study.promise, "Kalau ada keluhan,")
    shown = cut(qtbot, page, study.promise, "empat jam")
    shown.text.select(3, 3)
    qtbot.keyClick(shown.text, Qt.Key.Key_Delete)
    assert printed(page, study.promise).startswith("“Kalau ada keluhan, admin wajib")
    assert "[…]" in printed(page, study.promise)


def test_the_cut_button_works_on_a_selection_made_by_keys(
    qtbot: QtBot, page: WritePage, study
) -> None:
    page.shelf.go_to(study.promise)
    shown = card(page, study.promise)
    assert not page.shelf.bar.buttons["cut"].isEnabled()
    control_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(shown.text, Qt.Key.Key_Right, control_shift)
    assert page.shelf.bar.buttons["cut"].isEnabled()
    qtbot.mouseClick(page.shelf.bar.buttons["cut"], LEFT)
    assert printed(page, study.promise).startswith("“[…] ada keluhan")


def test_words_are_added_in_brackets_at_the_caret(qtbot: QtBot, page: WritePage, staff) -> None:
    page.shelf.go_to(staff)
    shown = card(page, staff)
    end = len(shown.item.excerpt.text)  # type: ignore[union-attr]
    shown.text.select(end, end)
    qtbot.keyClick(shown.text, Qt.Key.Key_BracketLeft)
    assert shown.asking
    qtbot.keyClicks(shown.prompt.field, "termasuk saya")
    qtbot.keyClick(shown.prompt.field, Qt.Key.Key_Return)
    assert printed(page, staff).endswith("dua orang [termasuk saya]”")
    assert not shown.asking
    assert shown.text.toPlainText().endswith("dua orang [termasuk saya]")


def test_words_that_cannot_be_added_are_refused_beside_the_field(
    qtbot: QtBot, page: WritePage, staff
) -> None:
    page.shelf.go_to(staff)
    shown = card(page, staff)
    qtbot.mouseClick(page.shelf.bar.buttons["add"], LEFT)
    qtbot.keyClicks(shown.prompt.field, "[]")
    qtbot.keyClick(shown.prompt.field, Qt.Key.Key_Return)
    assert shown.prompt.problem()
    qtbot.keyClick(shown.prompt.field, Qt.Key.Key_Escape)
    assert not shown.asking


def test_after_emoji_a_cut_is_where_it_was_seen(qtbot: QtBot, page: WritePage, study) -> None:
    source, start, end = study.span("lima hari 😀, baru ada jawaban dari admin")
    project = study.session.project
    done = study.session.perform(
        lambda: coding.apply_code(project, source, start, end, study.quick)
    )
    cut(qtbot, page, done.passage, "baru ada")
    assert "😀, […] jawaban" in printed(page, done.passage)


def test_keys_mark_a_passage_as_used_left_out_and_block(
    qtbot: QtBot, page: WritePage, study
) -> None:
    page.shelf.go_to(study.promise)
    shown = card(page, study.promise)
    qtbot.keyClick(shown.text, Qt.Key.Key_B)
    assert shown.item is not None
    assert shown.item.chosen is Form.BLOCK
    qtbot.keyClick(shown.text, Qt.Key.Key_U)
    assert shown.item.state is State.USED
    qtbot.keyClick(shown.text, Qt.Key.Key_X)
    assert shown.item.state is State.LEFT_OUT
    assert not shown.item.printed
    qtbot.keyClick(shown.text, Qt.Key.Key_X)
    assert shown.item.state is State.UNDECIDED


def test_the_star_is_the_passages_own(qtbot: QtBot, page: WritePage, study) -> None:
    qtbot.mouseClick(card(page, study.promise).head.star, LEFT)
    assert study.session.project.passages.get(study.promise).star


def test_alt_down_moves_a_passage_and_the_focus_goes_with_it(
    qtbot: QtBot, page: WritePage, study, staff
) -> None:
    page.shelf.go_to(study.promise)
    shown = card(page, study.promise)
    qtbot.keyClick(shown.text, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [each.passage for each in page.shelf.cards()][:2] == [staff, study.promise]
    assert page.shelf.current == study.promise


def test_a_card_is_dropped_between_others(page: WritePage, study, staff) -> None:
    last = page.shelf.cards()[-1]
    data = last.start_drag().mimeData()  # type: ignore[union-attr]
    drop = QDropEvent(
        QPointF(page.shelf.cards()[0].geometry().center() - QPoint(0, 20)),
        Qt.DropAction.MoveAction,
        data,
        LEFT,
        Qt.KeyboardModifier.NoModifier,
    )
    page.shelf.column.dropEvent(drop)
    assert page.shelf.cards()[0] is last


def test_enter_shows_the_passage_in_its_source(qtbot: QtBot, page: WritePage, study, place) -> None:
    page.shelf.go_to(study.promise)
    with qtbot.waitSignal(place.go_wanted) as asked:
        qtbot.keyClick(card(page, study.promise).text, Qt.Key.Key_Return)
    assert asked.args[0] == study.interview
    assert place.now.passage == study.promise


def test_a_correction_that_hides_a_cut_is_said_on_the_card(
    qtbot: QtBot, page: WritePage, study
) -> None:
    cut(qtbot, page, study.promise, "dua puluh empat")
    source, start, end = study.span("wajib menjawab dalam dua puluh empat jam")
    project = study.session.project
    study.session.perform(
        lambda: correcting.edit_text(project, source, start, end, "pasti membalas lekas")
    )
    page.finish()
    assert "corrected after you shortened" in card(page, study.promise).problem.text()


def test_what_a_reference_lacks_is_marked_and_named(page: WritePage, study) -> None:
    page.book.set(reference="({source}, {date})")
    page.finish()
    waited = page.shelf.cards()[-1]
    assert "[tanggal?]" in waited.reference.text()
    assert waited.problem.text() == "Tanggal not known"


def test_signs_of_markup_in_a_reference_are_shown_as_they_are(page: WritePage, study) -> None:
    page.book.set(reference="(A & B <c>, {source})")
    page.finish()
    shown = page.shelf.cards()[-1].reference
    assert shown.textFormat() == Qt.TextFormat.RichText
    assert "A &amp; B &lt;c&gt;" in shown.text()
    assert page.sides.settings.reference.example.textFormat() == Qt.TextFormat.RichText


def test_a_long_shelf_is_made_as_one_scrolls(qtbot: QtBot, page: WritePage, study) -> None:
    text = study.session.project.texts.text(study.interview)
    for at in range(20):
        coding.apply_code(study.session.project, study.interview, at, at + 9, study.quick)
    assert len(text) > 30
    page.book.show(False)
    page.book._stale = True
    page.book.show(True)
    assert 0 < len(page.shelf.cards()) < 23
    bar = page.shelf.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)

    def at_the_end() -> bool:
        bar.setValue(bar.maximum())
        return len(page.shelf.cards()) == 23

    qtbot.waitUntil(at_the_end, timeout=5000)
    page.shelf.go_to(page.shelf.cards()[-1].passage)
    assert page.shelf.current == page.shelf.cards()[-1].passage


def test_nothing_can_be_decided_in_a_project_opened_for_reading(
    page: WritePage, study, monkeypatch
) -> None:
    monkeypatch.setattr(type(study.session), "writable", property(lambda _self: False))
    before = study.steps()
    page.verbs.carry_out(study.promise, "used")
    page.verbs.carry_out(study.promise, "star")
    assert study.steps() == before
    assert quotations.shelf_order(study.session.project, page.book.chapter.id, study.quick)
