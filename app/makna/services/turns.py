"""Who speaks when, found anew: in another form of the marks, or in none."""

from __future__ import annotations

from collections.abc import Sequence

from makna.domain.changes import Outcome
from makna.domain.codetree import name_key
from makna.domain.document import ParsedDocument, ParsedTurn
from makna.domain.errors import UserError
from makna.domain.identity import new_guid
from makna.domain.model import SourceId, SpeakerId
from makna.domain.turn_forms import AUTOMATIC, CHOICES, speakers, turns_in
from makna.domain.turn_words import ASKING
from makna.domain.wording import Message
from makna.formats.registry import read_document
from makna.services.sources import get_source
from makna.storage.project import Project


def find_turns_anew(
    project: Project, source: SourceId, form: str, asking: Sequence[str] | None = None
) -> Outcome[int]:
    """Take the turns that the text of a source has in this form; returns how many.

    `form` is one of `domain.turn_forms.CHOICES`. The text stays as it is, corrections and passages
    with it. Speakers whose names are found again keep their case; those without a turn go. With
    `asking` these and only these ask. One step. Raises UserError (`bad_choice`).
    """
    if form not in CHOICES:
        raise UserError("bad_choice", given=form, choices=", ".join(filter(None, CHOICES)))
    name = get_source(project, source).name
    found = turns_of_source(project, source, form)
    with project.transact(Message.of("step.change_turns", source=name)) as step:
        replace_turns(project, source, found)
        if asking is not None:
            mark_asking(project, source, asking)
    return Outcome(len(found), step.changes)


def turns_of_source(project: Project, source: SourceId, form: str) -> tuple[ParsedTurn, ...]:
    """The turns that its text has in this form; automatically those its own format names."""
    text, layout = project.texts.text(source), project.texts.layout(source)
    if form == AUTOMATIC and project.texts.version(source) == 1:
        document = _original(project, source)
        if document is not None and document.text == text:
            return document.turns
    return turns_in(text, layout, form)


def _original(project: Project, source: SourceId) -> ParsedDocument | None:
    """The original read once more; None where there is none that can be."""
    original = project.sources.file(source, "original")
    if original is None:
        return None
    try:
        return read_document(project.blobs.get(original[0]), original[1])
    except UserError:
        return None


def replace_turns(project: Project, source: SourceId, found: Sequence[ParsedTurn]) -> None:
    """Make these the turns of a source. Inside a step."""
    project.sources.delete_turns(project.sources.turn_keys(source))
    known = {
        name_key(row["name"]): SpeakerId(row["id"]) for row in project.sources.speakers(source)
    }
    names = list(speakers(found))
    wanted = {name_key(name) for name in names}
    project.sources.delete_speakers([key for name, key in known.items() if name not in wanted])
    rows = [
        {
            "guid": new_guid(),
            "source_id": source,
            "name": name,
            "case_id": None,
            "interviewer": int(name_key(name) in ASKING),
        }
        for name in names
        if name_key(name) not in known
    ]
    for row, key in zip(rows, project.sources.add_speakers(rows), strict=True):
        known[name_key(str(row["name"]))] = key
    project.sources.add_turns(
        [
            {
                "source_id": source,
                "speaker_id": known[name_key(turn.speaker)],
                "start": turn.start,
                "end": turn.end,
                "time_ms": turn.time_ms,
            }
            for turn in found
        ]
    )


def mark_asking(project: Project, source: SourceId, asking: Sequence[str]) -> None:
    """These speakers of a source ask, and no others. Inside a step."""
    wanted = set(map(name_key, asking))
    for row in project.sources.speakers(source):
        asks = int(name_key(row["name"]) in wanted)
        if asks != row["interviewer"]:
            project.sources.update_speaker(SpeakerId(row["id"]), interviewer=asks)
