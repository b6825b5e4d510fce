"""Searches written files for names that should have been replaced in them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from makna.domain.errors import BadFile
from makna.domain.pseudonyms import Replacer
from makna.formats.file_texts import FileTexts, file_texts
from makna.formats.xml_texts import loosened
from makna.services.pseudonyms import replacer
from makna.storage.project import Project

_EXCERPT = 24
"""Characters shown on each side of a leak."""


@dataclass(frozen=True)
class Leak:
    """A name of the list that stands in a file."""

    name: str
    written: str
    part: str
    """Member of the file, such as `word/comments.xml`."""
    count: int
    excerpt: str
    """The words around the first one."""


@dataclass(frozen=True)
class Checked:
    """What a look through a written file found."""

    leaks: tuple[Leak, ...]
    unread: tuple[str, ...] = ()
    """Parts that hold no text, such as pictures."""
    file_name: tuple[str, ...] = ()
    """Names in the name of the file itself."""

    @property
    def clean(self) -> bool:
        return not self.leaks and not self.file_name


def check_file(project: Project, path: Path) -> Checked:
    """Search a written file for names of the list, in every part of it. Raises BadFile."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise BadFile("no_file", name=str(path)) from error
    except OSError as error:
        raise BadFile("unreadable", name=path.name) from error
    return check_texts(replacer(project), file_texts(data, path.name), path.name)


def check_texts(finder: Replacer, texts: FileTexts, name: str) -> Checked:
    """As `check_file`, of words that were read already."""
    leaks: dict[tuple[str, str], Leak] = {}
    for part, text in texts.parts:
        for leak in _leaks(finder, part, text):
            # A part that can be read in several ways has a name as often as in the fullest.
            key = (leak.name, part)
            known = leaks.setdefault(key, leak)
            leaks[key] = replace(known, count=max(known.count, leak.count))
    return Checked(tuple(leaks.values()), texts.unread, names_in(finder, name))


def _leaks(finder: Replacer, part: str, text: str) -> list[Leak]:
    found = finder.find(text)
    counts = Counter(each.name for each in found)
    first = {each.name: each for each in reversed(found)}
    return [
        Leak(name, hit.written, part, counts[name], _excerpt(text, hit.start, hit.end))
        for name in counts
        for hit in [first[name]]
    ]


def names_in(finder: Replacer, words: str) -> tuple[str, ...]:
    """The names of the list that stand in a few words, such as the name of a file."""
    found = finder.find(words) or finder.find(loosened(words))
    return tuple(dict.fromkeys(each.written for each in found))


def _excerpt(text: str, start: int, end: int) -> str:
    before = text[max(0, start - _EXCERPT) : start].rpartition("\n")[2]
    after = text[end : end + _EXCERPT].partition("\n")[0]
    return " ".join(f"…{before}{text[start:end]}{after}…".split())
