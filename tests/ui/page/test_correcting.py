"""Typing into the text becomes splices that lead to exactly what is shown."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from makna.domain.document import fits, plain_layout
from makna.domain.text import canonical
from makna.ui.page import Mark, PageText
from makna.ui.page.view import TextPage

once_a_module = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
texts = st.text(st.sampled_from("aab \n\u2028\u00a0😀é"), max_size=30).map(canonical)


class Follower:
    """The owner: applies what it is told to its own copy of the text."""

    def __init__(self, page: TextPage) -> None:
        self.text = page.surface.text
        self.told: list[tuple[int, int, str]] = []
        page.text_edited.connect(self.follow)

    def follow(self, start: int, removed: int, inserted: str) -> None:
        self.told.append((start, removed, inserted))
        self.text = self.text[:start] + inserted + self.text[start + removed :]


def shown(page: TextPage) -> str:
    return page.document().toRawText().replace("\u2029", "\n")


@pytest.fixture
def editing(page: TextPage) -> TextPage:
    page.set_editable(True)
    return page


def test_typing_is_told_letter_by_letter(editing: TextPage, sample, qtbot: QtBot) -> None:
    owner = Follower(editing)
    at = sample.span("aturan")[0]
    editing.set_selection(at, at)
    qtbot.keyClicks(editing, "xy")
    assert owner.told == [(at, 0, "x"), (at + 1, 0, "y")]
    assert owner.text == shown(editing) == editing.surface.text


def test_the_caret_says_which_of_equal_letters_is_new(editing: TextPage, qtbot: QtBot) -> None:
    editing.set_text(PageText("aaaa", plain_layout("aaaa")))
    owner = Follower(editing)
    editing.set_selection(2, 2)
    qtbot.keyClicks(editing, "a")
    qtbot.keyClick(editing, Qt.Key.Key_Backspace)
    assert owner.told == [(2, 0, "a"), (2, 1, "")]


@pytest.mark.parametrize(
    ("key", "modifiers", "inserted"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\n"),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier, "\u2028"),
    ],
)
def test_enter_breaks_the_paragraph_or_the_line(
    editing: TextPage, sample, qtbot: QtBot, key, modifiers, inserted: str
) -> None:
    owner = Follower(editing)
    at = sample.span("itu sudah")[0]
    editing.set_selection(at, at)
    qtbot.keyClick(editing, key, modifiers)
    assert owner.told == [(at, 0, inserted)]
    assert owner.text == shown(editing)


def test_joining_two_paragraphs_removes_one_break(editing: TextPage, sample, qtbot) -> None:
    owner = Follower(editing)
    at = sample.span("Selesai")[0]
    editing.set_selection(at, at)
    qtbot.keyClick(editing, Qt.Key.Key_Backspace)
    assert [(removed, inserted) for _, removed, inserted in owner.told] == [(1, "")]
    assert owner.text == shown(editing)
    assert fits(editing.surface.text, editing.layout_shown())


def test_pasted_rich_text_comes_in_plain_and_canonical(editing: TextPage, sample) -> None:
    owner = Follower(editing)
    data = QMimeData()
    data.setHtml("<b>tebal</b>")
    data.setText("satu\r\ndua\u2029tiga\ufffc\x00\u00a0\ufeff")
    at = sample.span("aturan")[0]
    editing.set_selection(at, at)
    editing.insertFromMimeData(data)
    assert owner.told == [(at, 0, "satu\ndua\ntiga\ufffd\u00a0\ufffd")]
    assert owner.text == shown(editing)


def test_what_the_text_cannot_hold_is_taken_out_again(editing: TextPage, sample) -> None:
    owner = Follower(editing)
    cursor = QTextCursor(editing.document())
    cursor.insertText("a\ufffcb")
    assert owner.text == shown(editing) == "ab" + sample.text


def test_an_input_method_composes_without_a_trace(editing: TextPage, sample) -> None:
    owner = Follower(editing)
    editing.set_selection(0, 0)
    QApplication.sendEvent(editing, QInputMethodEvent("ni", []))
    assert owner.told == []
    commit = QInputMethodEvent("", [])
    commit.setCommitString("你")
    QApplication.sendEvent(editing, commit)
    assert owner.text == shown(editing) == "你" + sample.text


@once_a_module
@given(texts, st.data())
def test_random_edits_lead_the_owner_to_what_is_shown(
    editing: TextPage, text: str, data: st.DataObject
) -> None:
    editing.set_text(PageText(text, plain_layout(text)))
    owner = Follower(editing)
    for _ in range(4):
        length = len(editing.surface.text)
        start = data.draw(st.integers(0, length))
        end = data.draw(st.integers(start, min(length, start + 8)))
        inserted = data.draw(texts)
        before = owner.text
        editing.set_selection(start, end)
        editing.textCursor().insertText(inserted)
        assert owner.text == before[:start] + inserted + before[end:]
        assert owner.text == shown(editing) == editing.surface.text
        assert fits(editing.surface.text, editing.layout_shown())
    editing.text_edited.disconnect(owner.follow)


@once_a_module
@given(texts, st.lists(st.sampled_from(["back", "del", "enter", "a", "left", "word"]), max_size=12))
def test_random_keys_lead_the_owner_to_what_is_shown(
    editing: TextPage, qtbot: QtBot, text: str, keys: list[str]
) -> None:
    editing.set_text(PageText(text, plain_layout(text)))
    owner = Follower(editing)
    editing.set_selection(len(text) // 2, len(text) // 2)
    ctrl = Qt.KeyboardModifier.ControlModifier
    actions = {
        "back": (Qt.Key.Key_Backspace,),
        "del": (Qt.Key.Key_Delete,),
        "enter": (Qt.Key.Key_Return,),
        "a": (Qt.Key.Key_A,),
        "left": (Qt.Key.Key_Left,),
        "word": (Qt.Key.Key_Backspace, ctrl),
    }
    for key in keys:
        qtbot.keyClick(editing, *actions[key])
    assert owner.text == shown(editing) == editing.surface.text
    editing.text_edited.disconnect(owner.follow)


def test_passages_follow_while_typing(editing: TextPage, sample, qtbot: QtBot) -> None:
    editing.set_selection(0, 0)
    qtbot.keyClicks(editing, "Uji ")
    for mark, old in zip(sorted_marks(editing), sample.marks(), strict=True):
        assert (mark.start, mark.end) == (old.start + 4, old.end + 4)
        assert editing.surface.text[mark.start : mark.end] == sample.text[old.start : old.end]


def sorted_marks(page: TextPage) -> list[Mark]:
    return sorted(page.surface.scene.marks, key=lambda mark: mark.coding_id)


def test_what_is_typed_at_an_edge_stays_outside(editing: TextPage, sample, qtbot) -> None:
    start, end = sample.span("admin kami cuma dua orang")
    for at in (end, start):
        editing.set_selection(at, at)
        qtbot.keyClicks(editing, "x")
    mark = sorted_marks(editing)[-1]
    assert editing.surface.text[mark.start : mark.end] == "admin kami cuma dua orang"


def test_a_passage_whose_words_go_goes_with_them(editing: TextPage, sample, qtbot) -> None:
    editing.set_selection(*sample.span("Kalau ada keluhan"))
    qtbot.keyClick(editing, Qt.Key.Key_Delete)
    assert [mark.coding_id for mark in sorted_marks(editing)] == [1, 3]


def test_who_speaks_follows_while_typing(editing: TextPage, sample, qtbot: QtBot) -> None:
    editing.set_selection(0, 0)
    qtbot.keyClick(editing, Qt.Key.Key_Return)
    paragraphs = editing.surface.text.split("\n")
    editing.set_editable(False)
    spoken = {paragraphs[number][:3] for number in editing.surface.scene.turns}
    assert spoken == {"P: ", "I1:"}


def test_looks_follow_what_was_typed_before_they_change(
    editing: TextPage, sample, qtbot: QtBot
) -> None:
    editing.set_selection(3, 3)
    qtbot.keyClicks(editing, "xyz")
    editing.set_zoom(1.2)
    heading, question = editing.layout_shown()[:2]
    assert (heading.style, heading.length) == ("title", len("Wawancara I1") + 3)
    assert question.length == len(sample.question)
    editing.set_editable(False)
    assert editing.surface.scene.turns[1].name == "Peneliti"


def test_undo_is_left_to_the_program(editing: TextPage, sample, qtbot: QtBot) -> None:
    editing.set_selection(0, 0)
    qtbot.keyClicks(editing, "x")
    qtbot.keySequence(editing, QKeySequence(QKeySequence.StandardKey.Undo))
    assert shown(editing) == "x" + sample.text
    assert not editing.document().isUndoAvailable()


def test_a_text_that_is_only_read_takes_no_key(page: TextPage, sample, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.text_edited):
        qtbot.keyClicks(page, "x")
        qtbot.keyClick(page, Qt.Key.Key_Backspace)
    page.set_editable(True)
    page.set_editable(False)
    with qtbot.assertNotEmitted(page.text_edited):
        qtbot.keyClicks(page, "x")
    assert shown(page) == sample.text


def test_changing_the_looks_is_no_edit(editing: TextPage, sample, qtbot: QtBot) -> None:
    owner = Follower(editing)
    at = sample.span("aturan")[0]
    editing.set_selection(at, at)
    qtbot.keyClicks(editing, "x")
    editing.set_zoom(1.4)
    assert len(owner.told) == 1
    assert shown(editing) == editing.surface.text == owner.text
    assert editing.caret() == at + 1
    qtbot.keyClicks(editing, "y")
    assert owner.told[-1] == (at + 1, 0, "y")


def test_the_caret_stays_at_its_words_when_a_correction_is_taken_back(
    editing: TextPage, sample, qtbot: QtBot
) -> None:
    # It stayed at its number, and what was typed next went into another word.
    at = sample.span("aturan")[0]
    editing.set_selection(at, at)
    qtbot.keyClicks(editing, "peraturan ")
    editing.set_text(sample.page_text(), keep_place=True)
    assert editing.caret() == at
