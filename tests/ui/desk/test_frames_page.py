"""The gallery of code frames."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from makna.services.frames import frames
from makna.ui.desk.frame_card import CodePreview, FrameCard, StatusBadge
from makna.ui.desk.frames_page import AT_ONCE, FramesPage
from makna.ui.session import Session

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> FramesPage:
    made = FramesPage(session)
    qtbot.addWidget(made)
    made.resize(800, 700)
    made.show()
    qtbot.waitUntil(lambda: made.cards()[-1].fold_button.height() > 10)
    return made


def card(page: FramesPage, frame_id: str) -> FrameCard:
    return next(each for each in page.cards() if each.frame.id == frame_id)


def tops(session: Session) -> list[str]:
    return [code.name for code in session.project.codes.tree().children(None)]


def test_optional_frames_and_those_for_memos_wait_behind_more(
    qtbot: QtBot, page: FramesPage
) -> None:
    shown = {each.frame.id for each in page.cards()}
    hidden = {f.id for f in frames("id") if f.optional or f.for_memos}
    assert hidden and not shown & hidden
    qtbot.mouseClick(page.more_button, LEFT)
    assert {each.frame.id for each in page.cards()} == {f.id for f in frames("id")}


def test_a_frame_is_inserted_by_a_click_and_undone_by_the_notice(
    qtbot: QtBot, page: FramesPage, session: Session
) -> None:
    swot = card(page, "swot")
    with qtbot.waitSignal(page.notice_wanted) as told, qtbot.waitSignal(page.inserted):
        qtbot.mouseClick(swot.insert_button, LEFT)
    assert tops(session) == ["SWOT"]
    assert swot.insert_button.text() == "Insert again"
    assert told.args is not None
    text, (undo,) = told.args
    assert "SWOT" in text
    undo.run()
    assert tops(session) == []
    assert swot.insert_button.text() == "Insert"


def test_several_frames_can_be_inserted_one_after_the_other(
    qtbot: QtBot, page: FramesPage, session: Session
) -> None:
    for frame_id in ("swot", "some_luttrell"):
        qtbot.mouseClick(card(page, frame_id).insert_button, LEFT)
    assert len(tops(session)) == 2


def test_what_was_not_checked_stands_out(page: FramesPage) -> None:
    roles = card(page, "pr_roles_two")
    assert isinstance(roles.badge, StatusBadge)
    assert roles.badge.text() == "unverified: check before citing"


def test_the_frames_language_is_the_projects_until_it_is_changed(
    qtbot: QtBot, page: FramesPage, session: Session
) -> None:
    assert card(page, "image_kinds").frame.name == "Jenis-jenis citra (Jefkins)"
    page.language.setCurrentIndex(page.language.findData("en"))
    qtbot.mouseClick(card(page, "image_kinds").insert_button, LEFT)
    assert tops(session) == ["Kinds of image (Jefkins)"]


def test_the_codes_unfold_below_their_frame(qtbot: QtBot, page: FramesPage) -> None:
    swot = card(page, "swot")
    assert swot.findChildren(CodePreview) == []
    qtbot.mouseClick(swot.fold_button, LEFT)
    assert swot.unfolded
    (preview,) = swot.findChildren(CodePreview)
    assert preview.isVisible()
    qtbot.mouseClick(swot.fold_button, LEFT)
    assert not swot.unfolded


def test_typing_finds_frames_by_their_codes_wherever_they_are_kept(
    qtbot: QtBot, page: FramesPage
) -> None:
    qtbot.keyClicks(page.filter, "boulding")
    qtbot.keyClick(page.filter, Qt.Key.Key_Return)
    assert [each.frame.id for each in page.cards()] == ["image_boulding"]
    qtbot.keyClick(page.filter, Qt.Key.Key_Escape)
    assert len(page.cards()) > 10


def test_the_first_cards_are_there_at_once_and_the_others_come_together(
    qtbot: QtBot, session: Session
) -> None:
    made = FramesPage(session)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    first = [card for card in made._cards if not card.isHidden()]
    assert len(first) == AT_ONCE
    # In a high window it would stand on the cards that come.
    assert made.more_button.isHidden()
    seen = set[int]()

    def filled() -> bool:
        seen.add(sum(not card.isHidden() for card in made._cards))
        return not made._left

    qtbot.waitUntil(filled)
    assert seen == {AT_ONCE, len(made.cards())}
    assert made.more_button.isVisible()


def test_no_card_is_ever_painted_squeezed(qtbot: QtBot, session: Session) -> None:
    made = FramesPage(session)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    lowest = list[int]()
    qtbot.waitUntil(lambda: not made._left)
    lowest.extend(each.height() for each in made.cards())
    made.grab()
    qtbot.wait(50)
    assert lowest == [each.height() for each in made.cards()]
