"""What was chosen for a file last, for the next one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from makna import bootstrap
from makna.domain.turn_forms import NONE
from makna.services.import_plan import ImportOptions
from makna.services.settings import Settings

NAMES_KEPT = 60
"""Speakers remembered as asking or not."""


def decided(options: ImportOptions) -> bool:
    """Whether somebody looked at the turns already."""
    return bool(options.turns or options.prefer or options.asking or options.answering)


def begun(options: ImportOptions, settings: Settings) -> ImportOptions:
    """The choices with which the next file begins: those of the file before."""
    preferred = "" if settings.turn_form == NONE else settings.turn_form
    return replace(options, prefer=preferred, asking=settings.asking, answering=settings.answering)


def remember(form: str, asking: Sequence[str], answering: Sequence[str]) -> None:
    """Keep what was chosen with the user's settings."""
    stored = bootstrap.settings()
    changed = replace(
        stored,
        turn_form=form,
        asking=_joined(asking, stored.asking, without=answering),
        answering=_joined(answering, stored.answering, without=asking),
    )
    if changed != stored:
        bootstrap.keep_settings(changed)


def _joined(
    latest: Sequence[str], before: Sequence[str], *, without: Sequence[str]
) -> tuple[str, ...]:
    names = dict.fromkeys((*latest, *before))
    return tuple(name for name in names if name not in without)[:NAMES_KEPT]
