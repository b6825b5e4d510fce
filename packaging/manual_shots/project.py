"""The project as a whole: its history, backups, what is removed, settings, commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from makna.services import coding
from manual_shots.cuts import Cut, around, hanging, page, shot
from views import VIEWS

if TYPE_CHECKING:
    from stage import Stage


@shot
def history(stage: Stage) -> Cut:
    stage.open_source()
    session = stage.desk.session
    chosen, code = stage.passage(), stage.code().id
    session.perform(
        lambda: coding.apply_code(
            session.project, chosen.source, chosen.start, chosen.start + 12, code
        )
    )
    return around(stage, page(stage, "history"), height=420)


@shot
def backups(stage: Stage) -> Cut:
    stage.open_source()
    stage.command("backups")
    current = page(stage, "settings")
    listed = current.backups  # type: ignore[attr-defined]
    current.ensureWidgetVisible(listed)  # type: ignore[attr-defined]
    return around(stage, listed, margin=12)


@shot
def erase(stage: Stage) -> Cut:
    stage.open_source()
    assert stage.window.verbs is not None
    stage.window.verbs.erase.erase_source(stage.source("I4").id)
    current = stage.desk.pages.current
    assert current is not None
    return around(stage, current, height=520)


@shot
def settings(stage: Stage) -> Cut:
    return around(stage, page(stage, "settings"), height=396)


@shot
def palette(stage: Stage) -> Cut:
    VIEWS["palette"](stage)
    return hanging(stage, 8, height=420)
