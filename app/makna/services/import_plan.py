"""What an import is asked to do, what became of it, and which files are meant."""

from __future__ import annotations

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
