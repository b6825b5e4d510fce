"""Speakers of a long talk: renamed on the page without making its text anew, merged beside it."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from makna.domain.model import SourceId, SpeakerId
from makna.services import sources
from makna.services.importing import import_text
from makna.ui.desk.inspector.speakers import SpeakerRow, Speakers
from makna.ui.desk.place import Place
from makna.ui.desk.source_page import SourcePage
from makna.ui.desk.source_voices import LONG_TEXT
from makna.ui.session import LARGE, Session
from makna.ui.tasks import TaskRunner

TURNS = 2 * LARGE + 100
SAID = "kami membaca semua komentar yang masuk ke sana."


@pytest.fixture
def source(session: Session) -> SourceId:
    """Ani and Budi by turns."""
    lines = [f"{('Ani', 'Budi')[n % 2]}: {SAID}" for n in range(TURNS)]
    made = import_text(session.project, "I1", "\n".join(lines)).value.id
    assert session.project.texts.length(made) > LONG_TEXT
    assert len(session.project.sources.turns(made)) == TURNS
    return made


@pytest.fixture
def page(qtbot: QtBot, session: Session, source: SourceId) -> Iterator[SourcePage]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = SourcePage(session, Place(parent), source, parent)
    made.resize(800, 600)
    parent.resize(800, 600)
    parent.show()
    yield made
    parent.hide()


@pytest.fixture
def runner(session: Session) -> Iterator[TaskRunner]:
    made = TaskRunner(make_pool=lambda: ThreadPoolExecutor(1))
    session.make_large_steps(made)
    yield made
    session.finish_large_step()
    made.close()


def who(session: Session, source: SourceId) -> dict[str, SpeakerId]:
    return {row["name"]: row["id"] for row in session.project.sources.speakers(source)}


def labels(page: SourcePage) -> set[str]:
    """The names that are painted above the turns."""
    return {turn.name for turn in page.page.surface.scene.turns.values()}


def rename(session: Session, source: SourceId, name: str, to: str) -> None:
    key = who(session, source)[name]
    session.perform(lambda: sources.rename_speaker(session.project, source, key, to))


def test_other_names_come_in_turns_and_the_text_is_not_made_anew(
    qtbot: QtBot, session: Session, source: SourceId, page: SourcePage
) -> None:
    document, turned = page.page.document(), list[set[str]]()
    ticking = QTimer(interval=0)
    ticking.timeout.connect(lambda: turned.append(labels(page)))
    ticking.start()
    rename(session, source, "Ani", "Ibu Ani")
    qtbot.waitUntil(lambda: labels(page) == {"Ibu Ani", "Budi"})
    ticking.stop()
    assert turned.count({"Ani", "Budi"}) >= 2
    assert page.page.document() is document


def test_questions_that_are_shown_quieter_make_it_anew(
    qtbot: QtBot, session: Session, source: SourceId, page: SourcePage
) -> None:
    document, ani = page.page.document(), who(session, source)["Ani"]
    session.perform(lambda: sources.set_interviewer(session.project, ani, True))
    qtbot.waitUntil(lambda: page.page.document() is not document)
    assert page.page.surface.text == session.project.texts.text(source)


def test_what_is_typed_meanwhile_stays(
    qtbot: QtBot, session: Session, source: SourceId, page: SourcePage
) -> None:
    page.set_correcting(True)
    rename(session, source, "Ani", "Ibu Ani")
    qtbot.keyClick(page.page, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: voices(page) == {"Ibu Ani", "Budi"})
    assert page.page.surface.text == session.project.texts.text(source)
    assert page.page.surface.text.count("x") == 1


def voices(page: SourcePage) -> set[str]:
    """Who speaks, as the page knows it; while one corrects no names are painted."""
    return {turn.name for turn in page.page._page.turns}


@pytest.mark.usefixtures("runner")
def test_two_who_are_one_become_it_beside_the_window(
    qtbot: QtBot, session: Session, source: SourceId, page: SourcePage
) -> None:
    panel = panel_of(qtbot, session, source)
    ani = who(session, source)["Ani"]
    field = panel.names[ani]
    field.edit.setText("budi")
    with qtbot.waitSignal(session.changed, timeout=20_000):
        field.commit()
        assert session.project.lent
    assert set(who(session, source)) == {"Budi"}
    qtbot.waitUntil(lambda: labels(page) == {"Budi"})
    with qtbot.waitSignal(session.changed, timeout=20_000):
        session.undo()
    qtbot.waitUntil(lambda: labels(page) == {"Ani", "Budi"})


def panel_of(qtbot: QtBot, session: Session, source: SourceId) -> Speakers:
    panel = Speakers(session)
    qtbot.addWidget(panel)
    rows = [SpeakerRow(key, name, False, None) for name, key in who(session, source).items()]
    panel.show_rows(source, rows, [])
    return panel


def test_a_name_that_nobody_has_is_no_large_step(
    qtbot: QtBot, session: Session, source: SourceId, runner: TaskRunner
) -> None:
    panel = panel_of(qtbot, session, source)
    panel._rename_to(who(session, source)["Ani"], "Citra")
    assert not runner.busy
    assert set(who(session, source)) == {"Citra", "Budi"}
