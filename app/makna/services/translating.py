"""A quotation in another language: what it says there, in which language, and who translated it."""

from __future__ import annotations

from makna.domain.changes import Outcome
from makna.domain.model import PassageId, SourceId, StepId
from makna.domain.wording import Message
from makna.services.places import check_span, passage_at, tidy
from makna.storage.project import Project


def translate_passage(
    project: Project,
    source: SourceId,
    start: int,
    end: int,
    *,
    text: str | None = None,
    language: str | None = None,
    translator: str | None = None,
    amend: StepId | None = None,
) -> Outcome[PassageId]:
    """Write the translation of a place, or its language or translator; what is None stays.

    A bare passage is made where there is none, and one that carries nothing any more goes. Without
    a text there is no language and no translator. Raises UserError (`bad_span`).
    """
    check_span(project, source, start, end)
    with project.transact(Message.of("step.translate"), amend=amend) as step:
        passage = passage_at(project, source, start, end)
        given = {"translation": text, "translation_language": language, "translator": translator}
        values = {key: value for key, value in given.items() if value is not None}
        if text is not None and not text.strip():
            values = dict.fromkeys(given, "")
        project.passages.update(passage, **values)
        tidy(project, [passage])
    return Outcome(passage, step.changes)
