"""Six tasks of a thesis, done in the real window by hand; docs/tasks.md says what each took."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from makna import bootstrap
from makna.services import codebook, coding
from makna.services.cases import add_case, link_sources
from makna.services.importing import import_text
from makna.storage.project import Project

Took = Callable[[str], object]
CTRL = Qt.KeyboardModifier.ControlModifier
I1 = (
    "Researcher: How are complaints handled?\n"
    "I1: We read every comment. The admin has to answer within twenty-four hours.\n"
    "Researcher: Who answers?\n"
    "I1: There are only two of us. We pass complaints on to the ofice in charge.\n"
    "Researcher: And then?\n"
    "I1: Then we tell the citizen what the office said. We translate it.\n"
)
I2 = (
    "Researcher: How are complaints handled?\n"
    "I2: I waited five days for an answer. Nobody told me who was in charge.\n"
)
PROMISE = "The admin has to answer within twenty-four hours."
STAFF = "There are only two of us."
TOLD = "Then we tell the citizen what the office said."
TRANSLATED = "We translate it."
PASSED = "We pass complaints on to the ofice in charge."
WAITED = "I waited five days for an answer."
LOST = "Nobody told me who was in charge."


def study(tmp_path: Path) -> Path:
    """Two interviews with a case each, and three codes; nothing is coded."""
    path = tmp_path / "Thesis.makna"
    project = bootstrap.create_project(path, language="en", coder="Ani")
    for name, text in (("I1", I1), ("I2", I2)):
        import_text(project, name, text)
        source = next(s.id for s in project.sources.all() if s.name == name)
        link_sources(project, add_case(project, name).value, [source])
    for name in ("Quick reply", "Staff", "Bridge"):
        codebook.add_code(project, name)
    project.close()
    return path


def code(project: Project, words: str, name: str) -> None:
    tree = project.codes.tree()
    key = next(each.id for each in tree.ordered if each.name == name)
    source = next(s for s in project.sources.all() if words in project.texts.text(s.id))
    start = project.texts.text(source.id).index(words)
    coding.apply_code(project, source.id, start, start + len(words), key)


@pytest.fixture
def coded(tmp_path: Path) -> Path:
    """The study with five passages coded."""
    path = study(tmp_path)
    project = bootstrap.open_project(path)
    for words, name in (
        (PROMISE, "Quick reply"),
        (PASSED, "Quick reply"),
        (WAITED, "Quick reply"),
        (LOST, "Quick reply"),
        (STAFF, "Staff"),
    ):
        code(project, words, name)
    project.close()
    return path


def test_first_project(hand: Any, tmp_path: Path, written_down: Took) -> None:
    (tmp_path / "I1.txt").write_text(I1, "utf-8")
    hand.click(hand.window.start.new_button)
    hand.type("Thesis")
    hand.press("Tab")
    hand.type("Ani")
    hand.press("Return")
    hand.files = [tmp_path / "I1.txt"]
    hand.look()
    hand.click(hand.desk.empty.buttons()[0])
    hand.press("Return")
    hand.wait(lambda: hand.desk.pages.source_page)
    hand.drag_over(PROMISE)
    hand.press("Ctrl+K")
    hand.type("Quick reply")
    hand.press("Return")
    assert hand.coded() == [("Quick reply", PROMISE)]
    assert (tmp_path / "Thesis.makna").is_file()
    assert hand.desk.session.project.overview.current_coder().name == "Ani"
    assert hand.took == written_down("First project")


def test_code_an_interview_by_keyboard_alone(hand: Any, tmp_path: Path, written_down: Took) -> None:
    hand.window.open_project(study(tmp_path))
    hand.press("Ctrl+P")
    hand.type("I1")
    hand.press("Return")
    for words, name in ((PROMISE, "qu"), (STAFF, "st"), (PASSED, "br")):
        hand.next_sentence(words)
        hand.press("Ctrl+K")
        hand.type(name)
        hand.press("Return")
    hand.next_sentence(TOLD)
    hand.press("Ctrl+J")
    hand.next_sentence(TRANSLATED)
    hand.press("Ctrl+K")
    hand.type("Translation")
    hand.press("Return")
    assert hand.coded() == [
        ("Quick reply", PROMISE),
        ("Staff", STAFF),
        ("Bridge", PASSED),
        ("Bridge", TOLD),
        ("Translation", TRANSLATED),
    ]
    assert hand.took.clicks == 0
    assert hand.took == written_down("Code an interview by keyboard alone")


def test_find_and_re_code(hand: Any, coded: Path, written_down: Took) -> None:
    hand.window.open_project(coded)
    hand.press("Ctrl+P")
    hand.type("quick")
    hand.press("Return")
    rows = hand.rows()
    hand.click_row(hand.desk.results.list, rows.index(WAITED))
    hand.click_row(hand.desk.results.list, rows.index(LOST), CTRL)
    hand.click(hand.desk.results.bar.recode_button)
    hand.type("Waiting")
    hand.press("Return")
    assert hand.coded() == [
        ("Quick reply", PROMISE),
        ("Staff", STAFF),
        ("Quick reply", PASSED),
        ("Waiting", WAITED),
        ("Waiting", LOST),
    ]
    assert hand.took == written_down("Find and re-code")


def test_fix_a_typo(hand: Any, coded: Path, written_down: Took) -> None:
    hand.window.open_project(coded)
    hand.desk.pages.open_source(hand.desk.session.project.sources.all()[0].id)
    before = hand.coded()
    hand.click_words("ofice")
    hand.press("F2")
    hand.type("f")
    hand.press("F2")
    assert hand.coded() == [(code, words.replace("ofice", "office")) for code, words in before]
    assert hand.coded() != before
    assert hand.took == written_down("Fix a typo")


def test_compare_two_informants(hand: Any, coded: Path, written_down: Took) -> None:
    hand.window.open_project(coded)
    hand.press("Ctrl+P")
    hand.type("quick")
    hand.press("Return")
    hand.click(hand.desk.results.bar.group_button)
    hand.choose("By case")
    assert hand.rows() == ["I1", PROMISE, PASSED, "I2", WAITED, LOST]
    assert hand.took == written_down("Compare two informants")


def test_hand_a_codebook_to_word(
    hand: Any, coded: Path, tmp_path: Path, written_down: Took
) -> None:
    hand.window.open_project(coded)
    hand.files = [tmp_path / "Codebook.docx"]
    hand.press("Ctrl+E")
    hand.press("Down")
    hand.press("Return")
    hand.wait((tmp_path / "Codebook.docx").is_file)
    with zipfile.ZipFile(tmp_path / "Codebook.docx") as package:
        document = package.read("word/document.xml").decode()
    for name in ("Codebook", "Quick reply", "Staff", "Bridge"):
        assert name in document
    assert hand.took == written_down("Hand a codebook to Word")
