"""Memos, cases, translations and pseudonyms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QScrollArea

from makna.services import pseudonyms, translating
from makna.ui.desk.inspector.translation_field import TranslationField
from manual_shots.cuts import SHOTS, Cut, alone, around, page, shot, wait_for, words
from views import VIEWS

if TYPE_CHECKING:
    from stage import Stage


@shot
def memo(stage: Stage) -> Cut:
    VIEWS["memos"](stage)
    return around(stage, stage.desk.memos, stage.desk.pages, height=480)


@shot
def cases(stage: Stage) -> Cut:
    current = page(stage, "cases")
    alone(stage)
    current.choose(stage.desk.session.project.cases.all()[0].id)  # type: ignore[attr-defined]
    return around(stage, current, width=900, height=640)


@shot
def translation(stage: Stage) -> Cut:
    stage.choose_passage()
    session, chosen = stage.desk.session, stage.passage()
    text = words(
        stage,
        "We try to answer every comment within a day, and we don't always manage.",
        "Kami berusaha menjawab setiap komentar dalam sehari, dan tidak selalu bisa.",
    )
    language = words(stage, "en", "id")
    session.perform(
        lambda: translating.translate_passage(
            session.project,
            chosen.source,
            chosen.start,
            chosen.end,
            text=text,
            language=language,
            translator="Rani",
        )
    )
    field = stage.desk.inspector.passage.findChild(TranslationField)
    assert field is not None
    above = field.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    stage.settle()
    assert above is not None
    above.ensureWidgetVisible(field)
    return around(stage, stage.desk.inspector, height=640)


@shot
def pseudonyms_(stage: Stage) -> Cut:
    stage.open_source()
    session = stage.desk.session
    found = pseudonyms.candidates(session.project)[:3]
    rows = [(each.name, each.substitute, each.kind) for each in found]
    session.perform(lambda: pseudonyms.add_pseudonyms(session.project, rows))
    stage.command("pseudonyms")
    alone(stage)
    current = stage.desk.pages.current
    assert current is not None
    wait_for(lambda: current.candidate_model.rowCount())  # type: ignore[attr-defined]
    return around(stage, current, height=600)


SHOTS["pseudonyms"] = SHOTS.pop("pseudonyms-")
