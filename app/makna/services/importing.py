"""Bringing files in: one file, one transaction, one step."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import dataclass, field
from pathlib import Path

from makna.domain.changes import ChangeSet, Outcome, joined
from makna.domain.codetree import name_key
from makna.domain.document import ParsedDocument, fits
from makna.domain.errors import BadFile, UserError
from makna.domain.identity import new_guid
from makna.domain.model import SourceId, SourceKind, SpeakerId
from makna.domain.text import canonical, trimmed
from makna.domain.wording import Message
from makna.formats import ReadOptions
from makna.formats.registry import read_document
from makna.services.cases import add_case
from makna.services.places import joined_memo, passage_at
from makna.services.sources import free_name
from makna.storage.project import Project, now

Progress = Callable[[int, int, str], None]
"""(files done, files in all, name of the one that is being read)."""

INTERVIEWERS = frozenset(
    "peneliti pewawancara interviewer researcher p q int penanya moderator".split()
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


@dataclass(frozen=True)
class FoundFiles:
    """What lies in the files and folders named."""

    known: list[Path]
    """Files worth reading, in order."""
    left_out: list[Skipped]
    """Files in folders that no reader is for, each with the reason."""


def look_through(paths: Iterable[Path], suffixes: frozenset[str]) -> FoundFiles:
    """Sort out what the user gave: a file is always tried, in a folder those of known formats."""
    given = list(paths)
    known = files_in(given, suffixes)
    listed = set(known)
    formats = ", ".join(sorted(suffixes))
    left_out = [
        Skipped(str(path), UserError("suffix_left_out", name=path.name, known=formats))
        for path in files_in(given, None)
        if path not in listed
    ]
    return FoundFiles(known, left_out)


def files_in(paths: Iterable[Path], suffixes: frozenset[str] | None) -> list[Path]:
    """The files named, and those with known suffixes (None: any) in the folders named, sorted.

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
            wanted = suffixes is None or inner.suffix.lower() in suffixes
            if inner.is_file() and inside and not hidden and wanted:
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
    importer = Importer(project, paths, options=options, executor=executor)
    changes: list[ChangeSet] = []
    while (path := importer.turn()) is not None:
        progress(importer.done, importer.total, path.name)
        if cancelled():
            importer.cancel()
            break
        changed = importer.store()
        if changed is not None:
            changes.append(changed)
            announce(changed)
    progress(importer.total, importer.total, "")
    return Outcome(importer.report, joined(changes))


class Importer:
    """Files on their way in: read ahead in an executor's processes, stored one at a time.

    Call `turn`, wait for `reading` if there is other work to do meanwhile, then `store`; again
    until `turn` is None. All but the reading happens in the caller's thread, to which the
    project's connection belongs.
    """

    def __init__(
        self,
        project: Project,
        paths: Sequence[Path],
        *,
        options: ImportOptions | None = None,
        executor: Executor | None = None,
    ) -> None:
        self.report = ImportReport(group=new_guid())
        self.total = len(paths)
        self.done = 0
        self._project = project
        self._options = options or ImportOptions()
        self._executor = executor
        self._ahead = _AHEAD
        self._left = list(reversed(paths))
        self._waiting: list[_Waiting] = []

    def turn(self) -> Path | None:
        """The file that `store` would store now; None at the end."""
        while self._left and len(self._waiting) < self._ahead:
            self._waiting.append(self._begin(self._left.pop()))
        return self._waiting[0].path if self._waiting else None

    def reading(self) -> Future[Read] | None:
        """The reading that `store` would wait for; None when there is nothing to wait for."""
        return self._waiting[0].future if self._waiting else None

    def store(self) -> ChangeSet | None:
        """Store the file whose turn it is; None when it was skipped. Waits for its reading."""
        waiting = self._waiting.pop(0)
        self.done += 1
        try:
            data, document = self._read(waiting)
            path, name = str(waiting.path), _source_name(waiting.path)
            outcome = _store(
                self._project, path, name, data, document, self._options, self.report.group
            )
        except UserError as error:
            self.report.skipped.append(Skipped(str(waiting.path), error))
            return None
        self.report.imported.append(outcome.value)
        return outcome.changes

    def renew(self, executor: Executor) -> None:
        """Go on after a process died: what was waiting is read again, one file at a time.

        So the file that killed it is found out, and only that one is skipped.
        """
        self._executor = executor
        self._ahead = 1
        self._left += reversed([waiting.path for waiting in self._waiting])
        self._waiting = []

    @property
    def alone(self) -> bool:
        """Whether files are read one at a time: a process that dies then dies of this one."""
        return self._ahead == 1

    def cancel(self) -> None:
        """Read and store nothing more; what is stored already stays."""
        self.report.cancelled = True
        self.cancel_readings()
        self._left = []

    def cancel_readings(self) -> None:
        """Let nothing more be read ahead."""
        for waiting in self._waiting:
            if waiting.future is not None:
                waiting.future.cancel()
        self._waiting = []

    def _begin(self, path: Path) -> _Waiting:
        if self._executor is None:
            return _Waiting(path, None)
        try:
            future = self._executor.submit(read_file, path, self._options.encoding)
        except BrokenExecutor as error:
            future = Future()
            future.set_exception(error)
        return _Waiting(path, future)

    def _read(self, waiting: _Waiting) -> Read:
        if waiting.future is None:
            data = _bytes(waiting.path)
            _refuse_twin(self._project, data, self._options)
            return data, read_one(data, waiting.path.name, self._options.encoding)
        try:
            data, document = waiting.future.result()
        except BrokenExecutor as error:
            raise BadFile("unreadable", name=waiting.path.name) from error
        _refuse_twin(self._project, data, self._options)
        return data, document


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


Read = tuple[bytes, ParsedDocument]

_AHEAD = 8
"""Files read ahead of the one that is stored: keeps the processes busy, holds little in memory."""


@dataclass(frozen=True)
class _Waiting:
    """A file before it is stored; without a future it is read when its turn comes."""

    path: Path
    future: Future[Read] | None


def read_file(path: Path, encoding: str) -> Read:
    """The bytes of a file and what they hold; called here or in a process of its own.

    Raises BadFile.
    """
    data = _bytes(path)
    return data, read_one(data, path.name, encoding)


def read_one(data: bytes, name: str, encoding: str) -> ParsedDocument:
    """Read bytes that are at hand already. Raises BadFile."""
    return read_document(data, name, ReadOptions(encoding=encoding))


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
        twin = project.sources.plain(twins[0])
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
    guid = new_guid()
    source = project.sources.add(
        guid=guid,
        name=name,
        kind=str(options.kind or _guessed_kind(document)),
        media_type=document.media_type,
        language=options.language or document.language or project.overview.language(),
        date=document.date,
        place=document.place,
        author=document.author,
        publisher=document.publisher,
        year=document.year,
        url=document.url,
        accessed=document.accessed,
        pages=document.pages,
        memo=_facts_memo(document),
        created_at=now(),
    )
    return source, guid


def _guessed_kind(document: ParsedDocument) -> SourceKind:
    """What a document most likely is: a page is a page, whoever speaks is interviewed."""
    if document.media_type == "text/html":
        return SourceKind.WEB_PAGE
    return SourceKind.INTERVIEW if document.turns else SourceKind.OTHER


def _facts_memo(document: ParsedDocument) -> str:
    """What the head of a transcript says beyond day and place, a line each."""
    return "\n".join(f"{label}: {value}" for label, value in document.facts)


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
            found_source = project.sources.plain(source)
            assert found_source is not None
            memo = joined_memo(found_source.memo, said)
            project.sources.update(source, memo=memo)


def _link_case(project: Project, source: SourceId, name: str) -> None:
    wanted = name_key(name)
    found = next((c.id for c in project.cases.all() if name_key(c.name) == wanted), None)
    project.cases.link(found if found is not None else add_case(project, name).value, source)
