"""A tab that nobody looks at reads its marks and colours when somebody does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from makna import bootstrap
from makna.domain.model import CodeId
from makna.services import codebook, coding
from makna.services.importing import import_text
from makna.ui.desk.place import Place
from makna.ui.desk.source_page import SourcePage
from makna.ui.page import DARK_PAGE, LIGHT_PAGE
from makna.ui.session import Session
from makna.ui.theme.theme import apply_theme


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = Session(bootstrap.create_project(tmp_path / "x.makna", coder="Ani"))
    yield made
    made.close()


@pytest.fixture
def code(session: Session) -> CodeId:
    return codebook.add_code(session.project, "Respons").value


@pytest.fixture
def page(qtbot: QtBot, session: Session, code: CodeId) -> Iterator[SourcePage]:
    source = import_text(session.project, "I1", "Setiap aduan kami baca.").value.id
    coding.apply_code(session.project, source, 7, 12, code)
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(800, 600)
    made = SourcePage(session, Place(parent), source, parent)
    made.resize(800, 600)
    parent.show()
    yield made
    parent.hide()


def test_codes_that_were_renamed_meanwhile_have_their_new_names(
    page: SourcePage, session: Session, code: CodeId
) -> None:
    page.hide()
    session.perform(lambda: codebook.rename_code(session.project, code, "Jawaban"))
    assert [mark.name for mark in page.page.surface.scene.marks] == ["Respons"]
    page.show()
    assert [mark.name for mark in page.page.surface.scene.marks] == ["Jawaban"]


def test_a_theme_that_was_changed_meanwhile_is_put_on(qapp: QApplication, page: SourcePage) -> None:
    page.hide()
    try:
        apply_theme(qapp, "dark")
        assert page.page.surface.looks.theme == LIGHT_PAGE
        page.show()
        assert page.page.surface.looks.theme == DARK_PAGE
    finally:
        apply_theme(qapp, "light")
