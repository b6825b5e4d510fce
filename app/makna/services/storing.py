"""What a document brings becomes rows: the source, its looks, speakers, facts and comments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from makna.domain.changes import Outcome
from makna.domain.codetree import name_key
from makna.domain.document import ParsedDocument, fits
from makna.domain.errors import BadFile
from makna.domain.identity import new_guid
from makna.domain.model import CaseId, SourceId, SourceKind, SpeakerId
from makna.domain.spoken import spoken_language
from makna.domain.text import canonical, trimmed
from makna.domain.turn_forms import speakers
from makna.domain.turn_words import ASKING
from makna.domain.wording import Message
from makna.services.account_cases import case_named, cases_of_accounts
from makna.services.import_plan import Imported, ImportOptions
from makna.services.places import joined_memo, passage_at
from makna.services.post_sources import store_posts
from makna.services.sources import free_name
from makna.storage.clock import now
from makna.storage.project import Project


def store(
    project: Project,
    path: str,
    wanted: str,
    data: bytes | None,
    document: ParsedDocument,
    options: ImportOptions,
    group: str,
) -> Outcome[Imported]:
    """Everything that a document brings, as one step; `wanted` is the name it should have."""
    if canonical(document.text) != document.text or not fits(document.text, document.layout):
        raise BadFile("bad_reading", name=Path(path).name)
    original = document.original or ((Path(path).name, data) if data is not None else None)
    if document.posts:
        return store_posts(project, path, wanted, original, document, options, group)
    name = free_name(wanted, project.sources.names())
    with project.transact(Message.of("step.import", source=name), group=group) as step:
        source, guid = _add_source(project, name, document, options)
        project.texts.add(source, document.text, document.layout)
        if original is not None:
            _keep(project, source, original[1], original[0], "original")
        for picture in document.pictures.values():
            _keep(project, source, picture, "", "picture")
        _add_turns(project, source, document, options)
        comments = _take_comments(project, source, document, options)
        project.facts.add({source: document.facts})
        if options.case:
            project.cases.link(case_named(project, options.case), source)
    imported = Imported(
        path, name, guid, source, len(document.text), len(document.turns), document.warnings
    )
    imported = replace(imported, comments=comments)
    return Outcome(imported, step.changes)


def guessed_kind(document: ParsedDocument) -> SourceKind:
    """What a document most likely is: a page is a page, whoever speaks is interviewed."""
    if document.media_type.startswith("image/"):
        return SourceKind.PICTURE
    if document.media_type == "text/html":
        return SourceKind.WEB_PAGE
    if document.from_table:
        return SourceKind.SOCIAL_MEDIA
    return SourceKind.INTERVIEW if document.turns else SourceKind.OTHER


def asks(speaker: str, options: ImportOptions) -> bool:
    """Whether this speaker asks the questions: as the user said of a name, else by its name."""
    key = name_key(speaker)
    if key in map(name_key, options.answering):
        return False
    return key in ASKING or key in map(name_key, options.asking)


def _take_comments(
    project: Project, source: SourceId, document: ParsedDocument, options: ImportOptions
) -> int:
    """Comments become codings if that was asked for, else memos; returns how many are memos."""
    if options.comments != "codes":
        add_comments(project, source, document)
        return sum(bool(comment.text.strip()) for comment in document.comments)
    if document.comments:
        # Only here: it brings the comparison of texts and the writing of Word files.
        from makna.services.comment_codes import code_comments

        code_comments(project, source, document)
    return 0


def add_comments(project: Project, source: SourceId, document: ParsedDocument) -> None:
    """Comments of the file become memos on their passages; one without a place, on the source."""
    for comment in document.comments:
        text = comment.text.strip()
        if not text:
            continue
        said = f"{comment.author}: {text}" if comment.author else text
        start, end = trimmed(document.text, comment.start, comment.end)
        if start < end:
            passage = passage_at(project, source, start, end)
            found = project.passages.get(passage)
            assert found is not None
            project.passages.update(passage, memo=joined_memo(found.memo, said))
        else:
            found_source = project.sources.plain(source)
            assert found_source is not None
            memo = joined_memo(found_source.memo, said)
            project.sources.update(source, memo=memo)


def _add_source(
    project: Project, name: str, document: ParsedDocument, options: ImportOptions
) -> tuple[SourceId, str]:
    guid = new_guid()
    source = project.sources.add(
        guid=guid,
        name=name,
        kind=str(options.kind or guessed_kind(document)),
        media_type=document.media_type,
        language=_language(project, document, options),
        date=document.date,
        place=document.place,
        author=document.author,
        publisher=document.publisher,
        year=document.year,
        url=document.url,
        accessed=document.accessed,
        pages=document.pages,
        created_at=now(),
    )
    return source, guid


def _language(project: Project, document: ParsedDocument, options: ImportOptions) -> str:
    """What the user says, else what the words tell, else what the file says of itself."""
    return (
        options.language
        or spoken_language(document.text)
        or document.language
        or project.overview.language()
    )


def _keep(project: Project, source: SourceId, data: bytes, name: str, role: str) -> None:
    sha256 = project.blobs.add(data)
    project.sources.add_file(source_id=source, sha256=sha256, name=name, role=role)


def _add_turns(
    project: Project, source: SourceId, document: ParsedDocument, options: ImportOptions
) -> None:
    cases: Mapping[str, CaseId] = {}
    if document.from_table:
        cases = cases_of_accounts(project, document, options)
    names = list(speakers(document.turns))
    rows = [
        {
            "guid": new_guid(),
            "source_id": source,
            "name": name,
            "case_id": cases.get(name_key(name)),
            "interviewer": int(asks(name, options)),
        }
        for name in names
    ]
    keys: dict[str, SpeakerId] = dict(zip(names, project.sources.add_speakers(rows), strict=True))
    project.sources.add_turns(
        [
            {
                "source_id": source,
                "speaker_id": keys[turn.speaker],
                "start": turn.start,
                "end": turn.end,
                "time_ms": turn.time_ms,
            }
            for turn in document.turns
        ]
    )
