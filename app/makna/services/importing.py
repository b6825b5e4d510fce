"""Bringing files in: one file, one transaction, one step."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from pathlib import Path

from makna.domain.changes import ChangeSet, Outcome, joined
from makna.domain.codetree import name_key
from makna.domain.document import ParsedDocument, fits
from makna.domain.errors import BadFile, UserError
from makna.domain.model import SourceId, SourceKind, SpeakerId
from makna.domain.text import canonical, trimmed
from makna.domain.wording import Message
from makna.formats import ReadOptions
from makna.formats.registry import read_document
from makna.services.cases import add_case
from makna.services.places import joined_memo, passage_at
from makna.services.sources import free_name
from makna.storage.project import Project, new_guid, now

Progress = Callable[[int, int, str], None]
"""(files done, files in all, name of the one that is being read)."""

INTERVIEWERS = frozenset(
    (
        "peneliti",
        "pewawancara",
        "interviewer",
        "researcher",
        "p",
        "q",
        "int",
        "penanya",
        "moderator",
    )
)
"""Speakers of these names ask the questions, until the user says otherwise."""


@dataclass(frozen=True)
class ImportOptions:
    kind: SourceKind | None = None
    """None: guessed from speakers (an interview has them)."""
    case: str = ""
    """Name of the case that all these files are about; made when there is none."""
    language: str = ""
    """Of the material; empty: what the file says, else the project's."""
    encoding: str = ""
    """Of plain texts; empty: found out."""
    again: bool = False
    """Whether to import a file whose very bytes are in the project already."""


@dataclass(frozen=True)
class Imported:
    path: str
    source: str
    """The name in the project."""
    guid: str
    id: SourceId
    characters: int
    turns: int
    warnings: tuple[Message, ...] = ()


@dataclass(frozen=True)
class Skipped:
    path: str
    why: UserError


@dataclass
class ImportReport:
    """What became of each file."""

    imported: list[Imported] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    group: str = ""
    """Marks the steps of this import in the history."""
    cancelled: bool = False


def files_in(paths: Iterable[Path], suffixes: frozenset[str]) -> list[Path]:
    """The files named, and those with known suffixes in the folders named, sorted.

    Hidden files, lock files of Word (`~$…`) and links out of a folder are left out.
    """
    found: list[Path] = []
    for path in paths:
        if not path.is_dir():
            found.append(path)
            continue
        root = path.resolve()
        for inner in sorted(path.rglob("*")):
            parts = inner.relative_to(path).parts
            hidden = any(part.startswith((".", "~$")) for part in parts)
            inside = inner.resolve().is_relative_to(root)
            if inner.is_file() and inside and not hidden and inner.suffix.lower() in suffixes:
                found.append(inner)
    return list(dict.fromkeys(found))


def import_files(
    project: Project,
    paths: Sequence[Path],
    *,
    options: ImportOptions | None = None,
    executor: Executor | None = None,
    progress: Progress = lambda done, total, name: None,
    cancelled: Callable[[], bool] = lambda: False,
    announce: Callable[[ChangeSet], None] = lambda changes: None,
) -> Outcome[ImportReport]:
    """Import files one after the other; a bad one is skipped with its reason.

    Each file is a step of its own; all carry the same group. Cancelling keeps what is in already.
    With an executor the files are read in its processes, ahead of being stored.
    """
    chosen = options or ImportOptions()
    report = ImportReport(group=new_guid())
    changes: list[ChangeSet] = []
    total = len(paths)
    for done, (path, reading) in enumerate(_readings(project, paths, chosen, executor)):
        progress(done, total, path.name)
        if cancelled():
            report.cancelled = True
            break
        try:
            name = _source_name(path)
            outcome = _store(project, str(path), name, *reading(), chosen, report.group)
        except UserError as error:
            report.skipped.append(Skipped(str(path), error))
            continue
        report.imported.append(outcome.value)
        changes.append(outcome.changes)
        announce(outcome.changes)
    progress(total, total, "")
    return Outcome(report, joined(changes))


def import_text(
    project: Project, name: str, text: str, *, options: ImportOptions | None = None
) -> Outcome[Imported]:
    """A text that was typed, pasted or piped in becomes a source.

    Raises UserError (`empty_name`, or BadFile when there is no text in it).
    """
    clean = " ".join(name.split())
    if not clean:
        raise UserError("empty_name", thing="source")
    data = canonical(text).encode("utf-8")
    document = read_document(data, f"{clean}.txt", ReadOptions(encoding="utf-8"))
    chosen = options or ImportOptions(again=True)
    return _store(project, clean, clean, None, document, chosen, "")


Reading = Callable[[], tuple[bytes, ParsedDocument]]

_AHEAD = 8
"""Files read ahead of the one that is stored: keeps the processes busy, holds little in memory."""


def _readings(
    project: Project,
    paths: Sequence[Path],
    options: ImportOptions,
    executor: Executor | None,
) -> Iterator[tuple[Path, Reading]]:
    """Each file with a call that gives its bytes and document, or raises why it can't."""
    if executor is None:
        for path in paths:
            yield path, _direct(project, path, options)
        return
    waiting: list[tuple[Path, Reading]] = []
    for path in paths:
        waiting.append((path, _ahead(project, path, options, executor)))
        if len(waiting) >= _AHEAD:
            yield waiting.pop(0)
    yield from waiting


def _direct(project: Project, path: Path, options: ImportOptions) -> Reading:
    def reading() -> tuple[bytes, ParsedDocument]:
        data = _bytes(path)
        _refuse_twin(project, data, options)
        return data, read_document(data, path.name, ReadOptions(encoding=options.encoding))

    return reading


def _ahead(project: Project, path: Path, options: ImportOptions, executor: Executor) -> Reading:
    try:
        data = _bytes(path)
        _refuse_twin(project, data, options)
    except UserError as error:
        return _raiser(error)
    future: Future[ParsedDocument] = executor.submit(
        read_document, data, path.name, ReadOptions(encoding=options.encoding)
    )

    def reading() -> tuple[bytes, ParsedDocument]:
        document = future.result()
        # Two files of the same bytes may have been read side by side.
        _refuse_twin(project, data, options)
        return data, document

    return reading


def _raiser(error: UserError) -> Reading:
    def reading() -> tuple[bytes, ParsedDocument]:
        raise error

    return reading


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise BadFile("no_file", name=str(path)) from error
    except IsADirectoryError as error:
        raise BadFile("no_file", name=str(path)) from error
    except OSError as error:
        raise BadFile("unreadable", name=path.name) from error


def _refuse_twin(project: Project, data: bytes, options: ImportOptions) -> None:
    if options.again:
        return
    twins = project.sources.with_original(hashlib.sha256(data).hexdigest())
    if twins:
        twin = project.sources.get(twins[0])
        raise UserError("imported_already", source=twin.name if twin else "?")


def _store(
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
    name = free_name(wanted, project.sources.names())
    with project.transact(Message.of("step.import", source=name), group=group) as step:
        source, guid = _add_source(project, name, document, options)
        project.texts.add(source, document.text, document.layout)
        if data is not None:
            _keep(project, source, data, Path(path).name, "original")
        for picture in document.pictures.values():
            _keep(project, source, picture, "", "picture")
        _add_turns(project, source, document)
        _add_comments(project, source, document)
        if options.case:
            _link_case(project, source, options.case)
    imported = Imported(
        path, name, guid, source, len(document.text), len(document.turns), document.warnings
    )
    return Outcome(imported, step.changes)


def _source_name(path: Path) -> str:
    return " ".join(path.stem.split()) or path.name


def _add_source(
    project: Project, name: str, document: ParsedDocument, options: ImportOptions
) -> tuple[SourceId, str]:
    guessed = SourceKind.INTERVIEW if document.turns else SourceKind.OTHER
    guid = new_guid()
    source = project.sources.add(
        guid=guid,
        name=name,
        kind=str(options.kind or guessed),
        media_type=document.media_type,
        language=options.language or document.language or project.overview.language(),
        date=document.date,
        author=document.author,
        created_at=now(),
    )
    return source, guid


def _keep(project: Project, source: SourceId, data: bytes, name: str, role: str) -> None:
    sha256 = project.blobs.add(data)
    project.sources.add_file(source_id=source, sha256=sha256, name=name, role=role)


def _add_turns(project: Project, source: SourceId, document: ParsedDocument) -> None:
    speakers: dict[str, SpeakerId] = {}
    for name in dict.fromkeys(turn.speaker for turn in document.turns):
        speakers[name] = project.sources.add_speaker(
            guid=new_guid(),
            source_id=source,
            name=name,
            case_id=None,
            interviewer=int(name_key(name) in INTERVIEWERS),
        )
    project.sources.add_turns(
        [
            {
                "source_id": source,
                "speaker_id": speakers[turn.speaker],
                "start": turn.start,
                "end": turn.end,
                "time_ms": turn.time_ms,
            }
            for turn in document.turns
        ]
    )


def _add_comments(project: Project, source: SourceId, document: ParsedDocument) -> None:
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
            found_source = project.sources.get(source)
            assert found_source is not None
            memo = joined_memo(found_source.memo, said)
            project.sources.update(source, memo=memo)


def _link_case(project: Project, source: SourceId, name: str) -> None:
    wanted = name_key(name)
    found = next((c.id for c in project.cases.all() if name_key(c.name) == wanted), None)
    project.cases.link(found if found is not None else add_case(project, name).value, source)
