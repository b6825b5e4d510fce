"""Bringing files in: one file, one transaction, one step."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import dataclass, replace
from pathlib import Path

from makna.domain.changes import ChangeSet, Outcome, joined
from makna.domain.document import ParsedDocument
from makna.domain.errors import BadFile, UserError
from makna.domain.identity import new_guid
from makna.domain.text import canonical, one_line
from makna.domain.turn_forms import AUTOMATIC, preferred, turns_in
from makna.domain.turn_words import ASKING as INTERVIEWERS
from makna.formats import ReadOptions
from makna.formats.registry import MAX_FILE, read_document
from makna.services.import_plan import (
    FoundFiles,
    Imported,
    ImportOptions,
    ImportReport,
    Part,
    Skipped,
    all_files,
    look_through,
)
from makna.services.storing import store
from makna.storage.project import Project

__all__ = (
    "INTERVIEWERS",
    "FoundFiles",
    "ImportOptions",
    "ImportReport",
    "Imported",
    "Importer",
    "Part",
    "Progress",
    "Skipped",
    "all_files",
    "import_files",
    "import_text",
    "look_through",
    "read_file",
    "read_one",
)

Progress = Callable[[int, int, str], None]
"""(files done, files in all, name of the one that is being read)."""


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
            outcome = store(
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
            future = self._executor.submit(read_file, path, self._options.reading())
        except BrokenExecutor as error:
            future = Future()
            future.set_exception(error)
        return _Waiting(path, future)

    def _read(self, waiting: _Waiting) -> Read:
        if waiting.future is None:
            data = _bytes(waiting.path)
            _refuse_twin(self._project, data, self._options)
            document = read_one(data, waiting.path.name, self._options.reading())
            _refuse_twin(self._project, document, self._options)
            return data, document
        try:
            data, document = waiting.future.result()
        except BrokenExecutor as error:
            raise BadFile("unreadable", name=waiting.path.name) from error
        _refuse_twin(self._project, data, self._options)
        _refuse_twin(self._project, document, self._options)
        return data, document


def import_text(
    project: Project, name: str, text: str, *, options: ImportOptions | None = None
) -> Outcome[Imported]:
    """A text that was typed, pasted or piped in becomes a source.

    Raises UserError (`empty_name`, or BadFile when there is no text in it).
    """
    clean = one_line(name)
    if not clean:
        raise UserError("empty_name", thing="source")
    data = canonical(text).encode("utf-8")
    chosen = options or ImportOptions(again=True)
    try:
        document = read_one(data, f"{clean}.txt", replace(chosen.reading(), encoding="utf-8"))
    except BadFile as error:  # there is no file of that name
        raise BadFile(error.key, **{**error.details, "name": clean}) from error
    return store(project, clean, clean, None, document, chosen, "")


Read = tuple[bytes, ParsedDocument]

_AHEAD = 8
"""Files read ahead of the one that is stored: keeps the processes busy, holds little in memory."""


@dataclass(frozen=True)
class _Waiting:
    """A file before it is stored; without a future it is read when its turn comes."""

    path: Path
    future: Future[Read] | None


def read_file(path: Path, options: ReadOptions) -> Read:
    """The bytes of a file and what they hold; called here or in a process of its own.

    Raises BadFile.
    """
    data = _bytes(path)
    return data, read_one(data, path.name, options)


def read_one(data: bytes, name: str, options: ReadOptions) -> ParsedDocument:
    """Read bytes that are at hand already; turns in the form that is wanted. Raises BadFile."""
    document = read_document(data, name, options)
    if document.from_table:  # its accounts speak, or nobody
        return document if options.turns == AUTOMATIC else replace(document, turns=())
    if options.turns != AUTOMATIC:
        turns = turns_in(document.text, document.layout, options.turns)
    else:
        turns = preferred(document.text, document.layout, document.turns, options.prefer)
    return replace(document, turns=turns)


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_FILE:
            raise BadFile("file_too_large", name=path.name, megabytes=MAX_FILE >> 20)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise BadFile("no_file", name=str(path)) from error
    except IsADirectoryError as error:
        raise BadFile("no_file", name=str(path)) from error
    except OSError as error:
        raise BadFile("unreadable", name=path.name) from error


def _refuse_twin(project: Project, read: bytes | ParsedDocument, options: ImportOptions) -> None:
    """Raises UserError when these bytes, or those kept of the document, are in the project."""
    data = read if isinstance(read, bytes) else read.original[1] if read.original else None
    if options.again or data is None:
        return
    twins = project.sources.with_original(hashlib.sha256(data).hexdigest())
    if twins:
        twin = project.sources.plain(twins[0])
        raise UserError("imported_already", source=twin.name if twin else "?")


def _source_name(path: Path) -> str:
    return one_line(path.stem) or "?"
