"""Search and retrieval in the pane below the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from makna.domain.model import CodeId, PassageId
from makna.services import cases, codebook, coding, importing, memos, sources
from makna.ui import time_slices
from makna.ui.desk import result_query
from makna.ui.desk.place import Place
from makna.ui.desk.result_model import ResultRole
from makna.ui.desk.result_query import Grouping
from makna.ui.desk.results_pane import ResultsPane
from makna.ui.language import set_language
from makna.ui.widgets.roles import Role

Key = Qt.Key
NARROW_PX = 610
"""The middle of a window of 1280 pixels with both panes at their usual widths."""
PROMISE = "Kalau ada keluhan, admin wajib menjawab dalam dua puluh empat jam"


@pytest.fixture
def pane(qtbot: QtBot, study: Any, place: Place) -> Iterator[ResultsPane]:
    made = ResultsPane(study.session, place)
    QAbstractItemModelTester(made.model)
    qtbot.addWidget(made)
    made.resize(900, 320)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made


@pytest.fixture
def indonesian(qapp: QApplication) -> Iterator[None]:
    set_language("id")
    yield
    set_language("en")


def shown(pane: ResultsPane) -> list[str]:
    """What the list says, headings in square brackets."""
    rows = [pane.model.index(row) for row in range(pane.model.rowCount())]
    return [f"[{i.data()}]" if i.data(Role.GROUP) else str(i.data()) for i in rows]


def row_of(pane: ResultsPane, words: str) -> int:
    return next(row for row, text in enumerate(shown(pane)) if words in text)


def codes_at(study: Any, passage: PassageId) -> set[CodeId]:
    found = study.session.project.passages.get(passage)
    return {c.code for c in found.codings} if found is not None else set()


# Searching


def test_hits_stand_under_the_source_they_are_in(pane: ResultsPane) -> None:
    pane.search("admin")
    assert sorted(shown(pane)) == ["[I1 Kabid]", "[I4 Ketua RW]", "admin", "admin", "admin"]
    assert pane.bar.title()[0] == "“admin”"


def test_best_first_is_a_list_without_headings(qtbot: QtBot, pane: ResultsPane) -> None:
    pane.search("admin")
    best = pane.bar.group_menu.actions()[0]
    best.trigger()
    assert shown(pane) == ["admin"] * 3


def test_a_click_on_a_hit_goes_there(qtbot: QtBot, pane: ResultsPane, study: Any) -> None:
    pane.search("lima hari")
    row = pane.model.index(row_of(pane, "hari"))
    with qtbot.waitSignal(pane._place.selection_wanted) as told:
        qtbot.mouseClick(
            pane.list.viewport(),
            Qt.MouseButton.LeftButton,
            pos=pane.list.visualRect(row).center(),
        )
    assert told.args is not None
    assert told.args[0] == study.other


def test_down_and_up_walk_through_the_texts_over_headings(
    qtbot: QtBot, pane: ResultsPane, study: Any
) -> None:
    pane.search("admin")
    been = []
    pane._place.selection_wanted.connect(lambda source, start, end: been.append(int(source)))
    pane.list.setFocus()
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Up):
        qtbot.keyClick(pane.list, key)
    assert len(been) == 3
    assert set(been) == {study.interview, study.other}


def test_a_hit_in_a_memo_asks_for_the_memo(qtbot: QtBot, pane: ResultsPane, study: Any) -> None:
    memo = memos.write_memo(study.session.project, "Janji", "Bandingkan triwulan.").value
    pane.search("triwulan")
    with qtbot.waitSignal(pane.memo_wanted) as told:
        qtbot.keyClick(pane.list, Key.Key_Return)
    assert told.args == [memo]


def test_the_page_is_told_where_hits_are_and_when_there_are_none(
    qtbot: QtBot, pane: ResultsPane, study: Any
) -> None:
    with qtbot.waitSignal(pane.hits_changed) as told:
        pane.search("keluhan")
    _, start, end = study.span("keluhan")
    assert told.args[0] == {study.interview: [(start, end)]}
    with qtbot.waitSignal(pane.hits_changed) as told:
        qtbot.keyClick(pane.list, Key.Key_Escape)
    assert told.args[0] == {}


def test_esc_closes(qtbot: QtBot, pane: ResultsPane) -> None:
    with qtbot.waitSignal(pane.closed):
        qtbot.keyClick(pane.list, Key.Key_Escape)


def test_exact_and_pattern_are_a_click_away(qtbot: QtBot, pane: ResultsPane) -> None:
    pane.search("mpat ja")
    assert shown(pane) == []
    qtbot.mouseClick(pane.bar.modes.button(1), Qt.MouseButton.LeftButton)
    assert shown(pane) == ["[I1 Kabid]", "mpat ja"]
    qtbot.mouseClick(pane.bar.modes.button(2), Qt.MouseButton.LeftButton)
    pane.search(r"\b\w+pat jam")
    qtbot.waitUntil(lambda: shown(pane) == ["[I1 Kabid]", "empat jam"])


def test_a_pattern_that_is_none_is_explained_in_place(pane: ResultsPane) -> None:
    pane.search("[", "regex")
    assert pane.problem() != ""
    pane.search("admin", "ranked")
    assert pane.problem() == ""


def test_new_text_is_found_without_searching_again(
    qtbot: QtBot, pane: ResultsPane, study: Any
) -> None:
    pane.search("admin")
    before = pane.model.rowCount()
    session = study.session
    session.perform(lambda: importing.import_text(session.project, "I9", "Admin baru."))
    qtbot.waitUntil(lambda: pane.model.rowCount() == before + 2)


def test_code_all_says_how_much_and_codes_it_in_one_step(
    qtbot: QtBot, pane: ResultsPane, study: Any
) -> None:
    pane.search("admin")
    menu = pane.bar.code_hits_button.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    match, sentence, paragraph, _turn = menu.actions()
    assert "3" in match.text() and "3" in sentence.text()
    assert "2" in paragraph.text()
    steps = study.steps()
    with qtbot.waitSignal(pane.pick_wanted) as told:
        sentence.trigger()
    told.args[1](study.theme)
    assert study.steps() == steps + 1
    assert study.session.project.codes.tree()[study.theme].codings == 3


def test_a_new_code_for_all_hits_is_one_step_too(pane: ResultsPane, study: Any) -> None:
    pane.search("admin")
    steps = study.steps()
    pane.listing.hunt.count(
        "admin", "ranked", lambda offers: pane.work.code_hits_new(offers["match"], "Admin")
    )
    assert study.steps() == steps + 1
    study.session.undo()
    assert not any(c.name == "Admin" for c in study.session.project.codes.tree().ordered)


# Retrieving


def test_the_passages_of_a_code_are_listed_with_their_codes(pane: ResultsPane, study: Any) -> None:
    pane.show_passages([study.quick])
    assert shown(pane)[:2] == ["[I1 Kabid]", PROMISE]
    row = pane.model.index(1).data(ResultRole.ROW)
    assert row.codes == (("Respons cepat", "#0f8a8f"),)
    assert pane.bar.title()[0] == "Respons cepat"


def test_a_category_stands_for_the_codes_below_it(pane: ResultsPane, study: Any) -> None:
    project = study.session.project
    top = codebook.add_code(project, "Kelompok", codable=0).value
    codebook.move_code(project, study.theme, top)
    pane.show_passages([top])
    assert PROMISE in shown(pane)


def test_passages_can_be_grouped_by_code_and_by_case(
    qtbot: QtBot, pane: ResultsPane, study: Any
) -> None:
    project = study.session.project
    coding.apply_code(project, *study.span("admin kami cuma dua orang"), study.theme)
    cases.link_sources(project, study.case, [study.interview])
    pane.show_passages([study.theme, study.quick])
    assert shown(pane)[0] == "[Manage]"
    assert shown(pane)[2] == "[Manage › Respons cepat]"
    by_case = pane.bar.group_menu.actions()[2]
    by_case.trigger()
    assert [text for text in shown(pane) if text.startswith("[")] == ["[Kabid]", "[Without a case]"]


def test_a_renamed_case_is_renamed_above_its_passages(
    qtbot: QtBot, pane: ResultsPane, study: Any
) -> None:
    project = study.session.project
    cases.link_sources(project, study.case, [study.interview])
    pane.show_passages([study.quick])
    pane._set_grouping("case")
    study.session.perform(lambda: cases.rename_case(project, study.case, "Kepala"))
    qtbot.waitUntil(lambda: shown(pane)[0] == "[Kepala]")


@pytest.mark.parametrize("grouping", ["source", "code", "case"])
def test_many_passages_are_listed_in_turns_as_if_at_once(
    qtbot: QtBot, pane: ResultsPane, study: Any, monkeypatch: pytest.MonkeyPatch, grouping: Grouping
) -> None:
    project = study.session.project
    coding.apply_code(project, *study.span("admin kami cuma dua orang"), study.theme)
    cases.link_sources(project, study.case, [study.interview])
    pane.show_passages()
    pane._set_grouping(grouping)
    at_once = shown(pane)
    monkeypatch.setattr(result_query, "FEW", 1)
    monkeypatch.setattr(result_query, "_SOURCES_A_TURN", 1)
    monkeypatch.setattr(time_slices, "FIRST_SLICE_S", 0)
    pane.search("nothing of this kind")
    qtbot.waitUntil(lambda: shown(pane) == [])
    pane.show_passages()
    assert shown(pane) == []
    qtbot.waitUntil(lambda: shown(pane) == at_once)
    assert len(at_once) > 3


def test_a_long_retrieval_can_be_stopped(
    qtbot: QtBot, pane: ResultsPane, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(result_query, "_SOURCES_A_TURN", 1)
    monkeypatch.setattr(time_slices, "FIRST_SLICE_S", 0)
    pane.show_passages()
    pane.listing.stop()
    qtbot.wait(50)
    assert shown(pane) == []
    assert pane.bar.title()[0] == "All passages"


def test_an_expression_chooses_passages(pane: ResultsPane, study: Any) -> None:
    coding.star_passages(study.session.project, [study.promise], True)
    pane.show_passages(where="star:yes")
    assert shown(pane) == ["[I1 Kabid]", PROMISE]


def test_an_expression_that_is_none_is_explained(pane: ResultsPane) -> None:
    pane.show_passages(where="nonsense:(")
    assert pane.problem() != ""
    assert shown(pane) == []


def test_visiting_a_passage_chooses_it(qtbot: QtBot, pane: ResultsPane, study: Any) -> None:
    pane.show_passages([study.quick])
    qtbot.keyClick(pane.list, Key.Key_Return)
    assert pane._place.now.passage == study.promise


def test_un_coding_the_chosen_ones_is_one_step(qtbot: QtBot, pane: ResultsPane, study: Any) -> None:
    pane.show_passages([study.quick])
    pane.list.selectAll()
    steps = study.steps()
    qtbot.mouseClick(pane.bar.uncode_button, Qt.MouseButton.LeftButton)
    assert study.steps() == steps + 1
    qtbot.waitUntil(lambda: shown(pane) == [])
    study.session.undo()
    qtbot.waitUntil(lambda: len(shown(pane)) == 4)


def test_un_coding_takes_off_only_the_code_that_was_asked_for(
    qtbot: QtBot, pane: ResultsPane, study: Any
) -> None:
    coding.apply_code(study.session.project, *study.span(PROMISE), study.theme)
    pane.show_passages([study.quick])
    qtbot.keyClick(pane.list, Key.Key_Delete)
    assert codes_at(study, study.promise) == {study.theme}


def test_recoding_asks_for_a_code_and_is_one_step(
    qtbot: QtBot, pane: ResultsPane, study: Any
) -> None:
    pane.show_passages([study.quick])
    with qtbot.waitSignal(pane.pick_wanted) as told:
        qtbot.mouseClick(pane.bar.recode_button, Qt.MouseButton.LeftButton)
    steps = study.steps()
    told.args[1](study.theme)
    assert study.steps() == steps + 1
    assert codes_at(study, study.promise) == {study.theme}


def test_recoding_with_a_new_code_is_undone_with_it(
    qtbot: QtBot, pane: ResultsPane, study: Any
) -> None:
    pane.show_passages([study.quick])
    with qtbot.waitSignal(pane.pick_wanted) as told:
        pane.bar.recode_button.click()
    told.args[2]("Janji")
    (code,) = codes_at(study, study.promise)
    assert study.session.project.codes.tree()[code].name == "Janji"
    study.session.undo()
    assert codes_at(study, study.promise) == {study.quick}


def test_a_star_is_given_and_taken_by_the_same_button(
    qtbot: QtBot, pane: ResultsPane, study: Any
) -> None:
    pane.show_passages([study.quick])
    for starred in (True, False):
        qtbot.mouseClick(pane.bar.star_button, Qt.MouseButton.LeftButton)
        found = study.session.project.passages.get(study.promise)
        assert found is not None and found.star is starred


def test_the_selection_survives_a_change_elsewhere(
    qtbot: QtBot, pane: ResultsPane, study: Any
) -> None:
    pane.show_passages([study.quick])
    pane.list.selectAll()
    chosen = pane.list.chosen_passages()
    session = study.session
    session.perform(lambda: sources.rename_source(session.project, study.other, "A Ketua"))
    qtbot.waitUntil(lambda: shown(pane)[0] == "[A Ketua]")
    assert set(pane.list.chosen_passages()) == set(chosen)


def test_more_shows_the_words_around(qtbot: QtBot, pane: ResultsPane, study: Any) -> None:
    pane.show_passages([study.quick])
    assert pane.model.index(1).data(ResultRole.ROW).after == ""
    qtbot.mouseClick(pane.bar.more_button, Qt.MouseButton.LeftButton)
    assert "Tapi ya admin" in pane.model.index(1).data(ResultRole.ROW).after
    assert not pane.bar.more_button.isEnabled()


def test_export_hands_on_what_is_listed(qtbot: QtBot, pane: ResultsPane, study: Any) -> None:
    pane.show_passages([study.quick])
    with qtbot.waitSignal(pane.export_wanted) as told:
        qtbot.mouseClick(pane.bar.export_button, Qt.MouseButton.LeftButton)
    assert told.args[0].codes == (study.quick,)


def test_a_hidden_pane_reads_nothing_until_it_is_looked_at(
    qtbot: QtBot, pane: ResultsPane, study: Any
) -> None:
    pane.show_passages([study.quick])
    pane.hide()
    session = study.session
    session.perform(lambda: sources.remove_sources(session.project, [study.other]))
    assert len(shown(pane)) == 4
    pane.show()
    assert len(shown(pane)) == 2


def test_counts_and_reasons_follow_the_language(
    pane: ResultsPane, study: Any, indonesian: None
) -> None:
    pane.search("[", "regex")
    assert "bukan" in pane.problem()


# Splitting


def test_chosen_passages_are_split_off_as_one_step(
    qtbot: QtBot, pane: ResultsPane, study: Any
) -> None:
    pane.show_passages([study.quick])
    pane.list.setCurrentIndex(pane.model.index(row_of(pane, "Saya tunggu")))
    steps = study.steps()
    qtbot.mouseClick(pane.bar.split_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(pane.bar.split_prompt.field, "Lama menunggu")
    qtbot.keyClick(pane.bar.split_prompt.field, Key.Key_Return)
    tree = study.session.project.codes.tree()
    made = tree.child_named(study.theme, "Lama menunggu")
    assert made is not None and made.codings == 1
    assert study.steps() == steps + 1
    assert pane.bar.split_prompt.isHidden()
    study.session.undo()
    assert study.session.project.codes.tree()[study.quick].codings == 2


def test_a_name_that_is_taken_keeps_the_field_open(
    qtbot: QtBot, pane: ResultsPane, study: Any
) -> None:
    pane.show_passages([study.quick])
    pane.list.selectAll()
    qtbot.mouseClick(pane.bar.split_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(pane.bar.split_prompt.field, "Respons cepat")
    with qtbot.waitSignal(study.session.failed):
        qtbot.keyClick(pane.bar.split_prompt.field, Key.Key_Return)
    assert pane.bar.split_prompt.isVisible()
    qtbot.keyClick(pane.bar.split_prompt.field, Key.Key_Escape)
    assert pane.bar.split_prompt.isHidden() and pane.bar._count.isVisible()


# In turns


def test_a_long_search_says_so_and_can_be_stopped(
    qtbot: QtBot, pane: ResultsPane, study: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(*_args: object, **_named: object) -> Iterator[None]:
        while True:
            yield None

    monkeypatch.setattr(time_slices, "FIRST_SLICE_S", 0.01)
    monkeypatch.setattr(study.session.searcher, "searching", endless)
    pane.search("admin")
    qtbot.waitUntil(pane.bar.stop_button.isVisible)
    qtbot.mouseClick(pane.bar.stop_button, Qt.MouseButton.LeftButton)
    assert not pane.listing.hunt.busy and pane.bar.stop_button.isHidden()
    assert shown(pane) == []


def test_another_search_ends_the_one_before(
    qtbot: QtBot, pane: ResultsPane, study: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, ended = study.session.searcher.searching, []

    def slow(query: str, **named: Any) -> Iterator[None]:
        try:
            while query == "lambat":
                yield None
        except GeneratorExit:
            ended.append(query)
            raise
        return (yield from real(query, **named))

    monkeypatch.setattr(time_slices, "FIRST_SLICE_S", 0.01)
    monkeypatch.setattr(study.session.searcher, "searching", slow)
    pane.search("lambat")
    pane.search("tunggu")
    qtbot.waitUntil(lambda: "tunggu" in shown(pane))
    assert ended == ["lambat"]


def test_a_wild_pattern_leaves_the_window_free(
    qtbot: QtBot, pane: ResultsPane, study: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("makna.search.patterns.TIMEOUT_S", 0.5)
    study.session.perform(
        lambda: importing.import_text(study.session.project, "I9", "a" * 60 + "b")
    )
    ticks: list[int] = []
    timer = QTimer(pane)
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start(5)
    pane.search(r"(a|aa)+$", "regex")
    assert pane.listing.hunt.busy
    qtbot.waitUntil(lambda: not pane.listing.hunt.busy, timeout=15_000)
    assert len(ticks) > 10


def test_its_controls_fit_a_small_window_in_indonesian(
    pane: ResultsPane, study: Any, indonesian: None
) -> None:
    pane.resize(600, 320)
    pane.show_passages([study.quick])
    assert pane.bar.minimumSizeHint().width() <= NARROW_PX


def test_in_a_wide_pane_all_controls_stand_in_the_row_of_the_title(
    qtbot: QtBot, pane: ResultsPane, study: Any
) -> None:
    pane.show_passages([study.quick])
    pane.resize(1300, 400)
    qtbot.waitUntil(lambda: pane.bar.width() > 1200)
    bar = pane.bar
    controls = (bar.group_button, bar.recode_button, bar.uncode_button, bar.export_button)
    tops = {button.mapTo(bar, QPoint(0, button.height() // 2)).y() for button in controls}
    assert len(tops) == 1


def test_no_button_is_cut_where_the_pane_is_narrow(
    qtbot: QtBot, pane: ResultsPane, study: Any
) -> None:
    pane.show_passages([study.quick])
    bar = pane.bar
    pane.resize(330, 500)
    buttons = [bar.group_button, bar.recode_button, bar.split_button, bar.uncode_button]
    qtbot.waitUntil(lambda: len({button.y() for button in buttons}) > 1)
    for button in buttons:
        assert button.width() >= button.sizeHint().width()
        assert bar.rect().contains(QRect(button.mapTo(bar, QPoint()), button.size()))
