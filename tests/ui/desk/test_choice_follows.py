"""What is chosen stays chosen: through undo, and after a code was dropped on words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from makna import bootstrap
from makna.domain.model import CodeId
from makna.services import codebook, coding
from makna.services.importing import import_text
from makna.ui.desk.place import Place
from makna.ui.desk.source_page import SourcePage
from makna.ui.session import Session

TEXT = "Setiap aduan kami baca. Admin wajib menjawab dalam dua puluh empat jam."


class Room:
    def __init__(self, qtbot: QtBot, path: Path) -> None:
        project = bootstrap.create_project(path, coder="Ani")
        self.session = Session(project)
        self.place = Place()
        self.source = import_text(project, "I1", TEXT).value.id
        self.code = codebook.add_code(project, "Respons").value
        self.parent = QWidget()
        qtbot.addWidget(self.parent)
        self.page = SourcePage(self.session, self.place, self.source, self.parent)
        self.parent.resize(800, 600)
        self.page.resize(800, 600)
        self.parent.show()
        self.place.change(source=self.source)

    def words(self) -> str:
        chosen = self.place.now.passage
        passage = self.session.project.passages.get(chosen) if chosen else None
        return TEXT[passage.start : passage.end] if passage else ""


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    made = Room(qtbot, tmp_path / "x.makna")
    yield made
    made.session.close()


def code(room: Room, words: str, code: CodeId) -> None:
    start = TEXT.index(words)
    done = room.session.perform(
        lambda: coding.apply_code(
            room.session.project, room.source, start, start + len(words), code
        )
    )
    assert done is not None
    room.place.change(source=room.source, passage=done.passage)


def test_undoing_a_moved_edge_keeps_the_passage_chosen(room: Room) -> None:
    code(room, "Admin wajib", room.code)
    start = TEXT.index("Admin")
    passage = room.place.now.passage
    room.page.page.edge_moved.emit(passage, None, start, start + len("Admin wajib menjawab"))
    assert room.words() == "Admin wajib menjawab"
    room.session.undo()
    assert room.words() == "Admin wajib"
    room.session.redo()
    assert room.words() == "Admin wajib menjawab"
    assert room.page.page.selected_passage == room.place.now.passage


def test_undoing_the_coding_itself_chooses_nothing(room: Room) -> None:
    code(room, "Admin wajib", room.code)
    room.session.undo()
    assert room.place.now.passage is None


def test_a_dropped_code_chooses_its_passage(room: Room) -> None:
    start, end = TEXT.index("Setiap"), TEXT.index(" Admin")
    room.page.page.codes_dropped.emit([room.code], start, end)
    assert room.words() == "Setiap aduan kami baca."
