"""What an import is asked to do, what became of it, and which files are meant."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from makna.domain.errors import UserError
from makna.domain.model import SourceId, SourceKind
from makna.domain.wording import Message
from makna.formats import ReadOptions


@dataclass(frozen=True)
class ImportOptions:
    kind: SourceKind | None = None
    """None: guessed from speakers (an interview has them)."""
    case: str = ""
    """Name of the case that all these files are about; made when there is none."""
    language: str = ""
    """Of the material; empty: what the file says, else the project's."""
    encoding: str = ""
    """Of plain texts and csv; empty: found out."""
    again: bool = False
    """Whether to import a file whose very bytes are in the project already."""
    turns: str = ""
    """The form of the turns (`domain.turn_forms.CHOICES`); empty: found out."""
    prefer: str = ""
    """The form that was chosen for a file before: taken where it finds more than is found out."""
    asking: tuple[str, ...] = ()
    """Speakers who ask, besides those whose names say so (`domain.turn_words.ASKING`)."""
    answering: tuple[str, ...] = ()
    """Speakers who do not, whatever their names say."""
    sheet: str = ""
    """Of a workbook; empty: the first with posts in it."""
    columns: tuple[tuple[str, str], ...] = ()
    """(role, column) of a table, where the guess is wrong."""
    posts: str = ""
    """What becomes of the rows of a table (`domain.posts.PostsAs`); empty: one source."""
    account_cases: bool = False
    """Whether each account of a table is a case."""
    keep_location: bool = False
    """Whether pictures keep where they were taken."""
    comments: str = "memos"
    """What becomes of comments in a file: `memos` on their passages, or `codes`."""

    def reading(self) -> ReadOptions:
        """What of it the readers need to know."""
        return ReadOptions(
            encoding=self.encoding,
            turns=self.turns,
            prefer=self.prefer,
            sheet=self.sheet,
            columns=self.columns,
            posts=self.posts,
            keep_location=self.keep_location,
        )


@dataclass(frozen=True)
class Part:
    """One of the sources that a file became."""

    source: str
    guid: str
    id: SourceId
    characters: int
    turns: int


@dataclass(frozen=True)
class Imported:
    path: str
    source: str
    """The name in the project; of several sources the first."""
    guid: str
    id: SourceId
    characters: int
    turns: int
    warnings: tuple[Message, ...] = ()
    parts: tuple[Part, ...] = ()
    """The sources, where a table became one for each post."""
    comments: int = 0
    """Comments of the file that were kept as memos."""


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
    """What lies in folders and is not read, each with the reason."""
    named: frozenset[Path] = frozenset()
    """Files that were named themselves."""


def look_through(paths: Iterable[Path], suffixes: frozenset[str]) -> FoundFiles:
    """Sort out what the user gave: a file is always tried, in a folder those of known formats."""
    found = all_files(paths)
    formats = ", ".join(sorted(suffixes))
    known: list[Path] = []
    left_out: list[Skipped] = []
    for path in found.known:
        if path in found.named or path.suffix.lower() in suffixes:
            known.append(path)
        else:
            error = UserError("suffix_left_out", name=path.name, known=formats)
            left_out.append(Skipped(str(path), error))
    return FoundFiles(known, [*left_out, *found.left_out])


def all_files(paths: Iterable[Path]) -> FoundFiles:
    """The files named and those in the folders named, in order; what is left out has its reason.

    Of a folder hidden files, lock files of Word (`~$…`) and links are left out: a link may lead
    anywhere, and what it points to inside the folder is found there.
    """
    known: dict[Path, None] = {}
    named: set[Path] = set()
    left_out: list[Skipped] = []
    for path in paths:
        if not path.is_dir():
            known[path] = None
            named.add(path)
            continue
        inside, reasons = _walked(path)
        known.update(dict.fromkeys(inside))
        left_out += reasons
    return FoundFiles(list(known), left_out, frozenset(named))


def _walked(root: Path) -> tuple[list[Path], list[Skipped]]:
    """All files below a folder, sorted, and what is not entered."""
    files: list[Path] = []
    left_out: list[Skipped] = []

    def refuse(error: OSError) -> None:
        place = Path(error.filename or root)
        left_out.append(Skipped(str(place), UserError("unreadable", name=place.name)))

    for folder, folders, names in os.walk(root, onerror=refuse):
        for name in sorted((*folders, *names)):
            place = Path(folder, name)
            reason = _reason_against(place)
            if reason is not None:
                left_out.append(Skipped(str(place), reason))
                folders[:] = [each for each in folders if each != name]
            elif name not in folders:
                files.append(place)
    return sorted(files), sorted(left_out, key=lambda skipped: skipped.path)


def _reason_against(place: Path) -> UserError | None:
    try:
        return _strangeness(place)
    except OSError:  # of a folder that may be listed and no more
        return UserError("unreadable", name=place.name)


def _strangeness(place: Path) -> UserError | None:
    """Raises OSError."""
    if place.is_symlink():
        return UserError("link_left_out", name=place.name, target=str(place.readlink()))
    if place.name.startswith("~$"):
        return UserError("lock_left_out", name=place.name)
    if place.name.startswith("."):
        return UserError("hidden_left_out", name=place.name)
    if not place.is_dir() and not place.is_file():
        return UserError("unreadable", name=place.name)  # a pipe would be waited for
    return None
