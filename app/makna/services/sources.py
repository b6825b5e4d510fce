"""Sources as the researcher keeps them: find, describe, rename, remove."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from makna.domain.changes import Outcome
from makna.domain.codetree import name_key
from makna.domain.errors import NotFound, UserError
from makna.domain.model import (
    CaseId,
    LinkTarget,
    Source,
    SourceId,
    SourceKind,
    SpeakerId,
    StepId,
)
from makna.domain.text import one_line
from makna.domain.wording import Message
from makna.domain.written import is_language, is_url, is_year, iso_date
from makna.services.cases import add_case
from makna.storage.project import Project

FIELDS = (
    "kind",
    "language",
    "date",
    "place",
    "author",
    "publisher",
    "year",
    "url",
    "accessed",
    "pages",
    "memo",
)
"""What `describe_source` can change; the name is changed by `rename_source`."""


@lru_cache(maxsize=4096)
def natural(name: str) -> tuple[tuple[int, str], ...]:
    """Sorting key: casefolded, digits as numbers, so that I2 comes before I10."""
    parts = re.split(r"(\d+)", name.casefold())
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)


def list_sources(project: Project, *, counted: bool = True) -> list[Source]:
    """All sources by kind and name; counting how much of them is coded reads every coding."""
    ranks = {kind: rank for rank, kind in enumerate(SourceKind)}
    found = project.sources.all(counted=counted)
    return sorted(found, key=lambda source: (ranks[source.kind], natural(source.name)))


def sources_in_order(project: Project) -> list[tuple[SourceId, str, SourceKind]]:
    """What every source is called and what it is, in the order of `list_sources`."""
    ranks = {kind: rank for rank, kind in enumerate(SourceKind)}
    found = project.sources.names_and_kinds()
    return sorted(found, key=lambda row: (ranks[row[2]], natural(row[1])))


def source_order(project: Project) -> dict[SourceId, int]:
    """The rank of every source in the order of `list_sources`."""
    return {source: rank for rank, (source, _, _) in enumerate(sources_in_order(project))}


def find_source(project: Project, name: str) -> Source:
    """By GUID or unique name. Raises NotFound, naming the GUIDs where a name is ambiguous."""
    sources = project.sources.all()
    found = [s for s in sources if s.guid == name] or [s for s in sources if s.name == name]
    found = found or [s for s in sources if s.name.casefold() == name.strip().casefold()]
    if not found:
        raise NotFound("not_found", thing="source", name=name)
    if len(found) > 1:
        guids = ", ".join(source.guid for source in found)
        raise NotFound("ambiguous", thing="source", name=name, candidates=guids)
    return found[0]


def get_source(project: Project, source: SourceId) -> Source:
    """The source without its counts. Raises NotFound when it is gone."""
    found = project.sources.plain(source)
    if found is None:
        raise NotFound("gone", thing="source")
    return found


def rename_source(project: Project, source: SourceId, name: str) -> Outcome[None]:
    """Raises UserError (`empty_name`)."""
    clean = one_line(name)
    if not clean:
        raise UserError("empty_name", thing="source")
    old = get_source(project, source)
    with project.transact(Message.of("step.rename_source", source=old.name, name=clean)) as step:
        project.sources.update(source, name=clean)
    return Outcome(None, step.changes)


def describe_source(
    project: Project, source: SourceId, *, amend: StepId | None = None, **fields: str
) -> Outcome[None]:
    """Change fields of a source.

    Raises UserError: `unknown_field`, `bad_kind`, `bad_date`, `bad_year`, `bad_url`,
    `bad_language`.
    """
    values = {name: _checked(name, value) for name, value in fields.items()}
    label = Message.of("step.describe_source", source=get_source(project, source).name)
    with project.transact(label, amend=amend) as step:
        project.sources.update(source, **values)
    return Outcome(None, step.changes)


def remove_sources(project: Project, sources: Sequence[SourceId]) -> Outcome[int]:
    """Remove sources with all passages and codings in them, as one step; returns how many went."""
    found = [get_source(project, source) for source in sources]
    label = (
        Message.of("step.remove_source", source=found[0].name)
        if len(found) == 1
        else Message.of("step.remove_sources", n=len(found))
    )
    with project.transact(label) as step:
        for source in found:
            project.memos.unlink_target(LinkTarget.SOURCE, [source.id])
            passages = project.passages.linked(source.id)
            project.memos.unlink_target(LinkTarget.PASSAGE, passages)
            project.sources.delete(source.id)
    return Outcome(len(found), step.changes)


def rows_in(project: Project, sources: Sequence[SourceId]) -> int:
    """About how many rows go with these sources."""
    return project.sources.rows_in(sources)


def set_interviewer(project: Project, speaker: SpeakerId, interviewer: bool) -> Outcome[None]:
    """Whether this speaker asks the questions: shown quieter."""
    with project.transact(Message.of("step.interviewer")) as step:
        project.sources.update_speaker(speaker, interviewer=int(interviewer))
    return Outcome(None, step.changes)


def rename_speaker(
    project: Project, source: SourceId, speaker: SpeakerId, name: str
) -> Outcome[SpeakerId]:
    """Give a speaker of the source another name; one who has it already takes over the turns.

    Two who become one keep the other's case and role, and the case of the renamed one where the
    other has none. Turns stay as they are. Returns who speaks now. Raises UserError (`empty_name`).
    """
    clean = one_line(name)
    if not clean:
        raise UserError("empty_name", thing="speaker")
    rows = {SpeakerId(row["id"]): row for row in project.sources.speakers(source)}
    if speaker not in rows:
        raise NotFound("gone", thing="speaker")
    old, wanted = rows[speaker], name_key(clean)
    twin = next((key for key, row in rows.items() if name_key(row["name"]) == wanted), speaker)
    label = "step.rename_speaker" if twin == speaker else "step.merge_speakers"
    with project.transact(Message.of(label, speaker=old["name"], name=clean)) as step:
        if twin == speaker:
            project.sources.update_speaker(speaker, name=clean)
        else:
            if rows[twin]["case_id"] is None:
                project.sources.update_speaker(twin, case_id=old["case_id"])
            project.sources.merge_speakers(speaker, twin)
    return Outcome(twin, step.changes)


def turns_that_move(project: Project, source: SourceId, speaker: SpeakerId, name: str) -> int:
    """How many turns another speaker takes over who has the name that this one gets."""
    wanted = name_key(one_line(name))
    others = [row for row in project.sources.speakers(source) if row["id"] != speaker]
    twin = any(name_key(row["name"]) == wanted for row in others)
    return project.sources.number_of_turns(speaker) if twin else 0


def link_speaker(project: Project, speaker: SpeakerId, case: CaseId | None) -> Outcome[None]:
    """Whose words these are."""
    with project.transact(Message.of("step.link_speaker")) as step:
        project.sources.update_speaker(speaker, case_id=case)
    return Outcome(None, step.changes)


def link_speaker_to_new(project: Project, speaker: SpeakerId, name: str) -> Outcome[CaseId]:
    """These are the words of a new case of that name. Raises UserError as `add_case` does."""
    with project.transact(Message.of("step.link_speaker")) as step:
        case = add_case(project, name).value
        link_speaker(project, speaker, case)
    return Outcome(case, step.changes)


def free_name(wanted: str, taken: Iterable[str]) -> str:
    """The name, numbered if a source has it already."""
    folded = {name.casefold() for name in taken}
    found, number = wanted, 2
    while found.casefold() in folded:
        found, number = f"{wanted} ({number})", number + 1
    return found


def _checked(field: str, value: str) -> str:
    clean = value.strip() if field != "memo" else value
    if field not in FIELDS:
        raise UserError("unknown_field", field=field, fields=", ".join(FIELDS))
    if field == "kind" and clean not in list(SourceKind):
        raise UserError("bad_kind", kind=clean, kinds=", ".join(SourceKind))
    if field in ("date", "accessed") and clean:
        day = iso_date(clean)
        if not day:
            raise UserError("bad_date", date=clean)
        return day
    if clean and field in _POSSIBLE and not _POSSIBLE[field](clean):
        raise UserError(f"bad_{field}", given=clean)
    return clean


_POSSIBLE: dict[str, Callable[[str], bool]] = {
    "year": is_year,
    "url": is_url,
    "language": is_language,
}
"""What can be a value of these fields; anything can of the others."""
