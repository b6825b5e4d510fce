"""A study whose chapter is begun: two codes, three passages, a linked memo, and the Write view."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from makna.domain.model import LinkTarget, PassageId
from makna.services import coding, memos, writing
from makna.ui.desk.write.write_page import WritePage
from makna.ui.system import System


@pytest.fixture
def staff(study) -> PassageId:
    """A second passage of `quick` in the interview."""
    source, start, end = study.span("Tapi ya admin kami cuma dua orang")
    applied = study.session.perform(
        lambda: coding.apply_code(study.session.project, source, start, end, study.quick)
    )
    return applied.passage


@pytest.fixture
def memo(study):
    """A memo that is linked to `quick`."""
    project = study.session.project
    guid = project.codes.get(study.quick).guid
    return memos.write_memo(
        project, "Janji", "Janji dua puluh empat jam.", links=[(LinkTarget.CODE, guid)]
    ).value


@pytest.fixture
def opened() -> list[Path]:
    """What was opened with the system's programs."""
    return []


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where the author exports to."""
    return tmp_path / "Bab IV.docx"


@pytest.fixture
def unbegun(qtbot: QtBot, study, staff, place, opened, target) -> WritePage:
    """The view before there is a chapter."""
    return _page(qtbot, study, place, opened, target)


@pytest.fixture
def page(qtbot: QtBot, study, staff, memo, place, opened, target) -> WritePage:
    """The view with a chapter; the section of `quick` is open."""
    writing.create_chapter(study.session.project, "BAB IV\nHASIL")
    made = _page(qtbot, study, place, opened, target)
    made.open_section(study.quick)
    return made


def _page(qtbot: QtBot, study, place, opened: list[Path], target: Path) -> WritePage:
    made = WritePage(
        study.session,
        place,
        system=System(lambda *_: target, lambda *_: target, opened.append),
    )
    qtbot.addWidget(made)
    made.resize(1216, 640)
    made.show()
    made.finish()
    return made
