"""Footnotes with ids in the order of their marks, as far as the marks are ours.

Word goes by ids alone. LibreOffice (7.4, tried) sorts the notes by id and gives the first of them
to the first mark of the text, and so on: a new note in the middle would give every quotation after
it the reference of its neighbour, and keep it so when the file is saved there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import count, islice, pairwise

from makna.formats.refreshing.notes import notes_of
from makna.formats.refreshing.parts import WordFile
from makna.formats.refreshing.rawxml import Node, attribute_edit
from makna.formats.refreshing.regions import Region

_NUMBER = re.compile(r"-?[0-9]{1,9}")
_Run = tuple[list[Node], int | None]
"""Marks of ours that follow each other, and the id of the author's mark after them."""


def put_in_order(file: WordFile, regions: Sequence[Region]) -> bool:
    """Renumber the notes whose marks stand in the regions, so that ids ascend in the text.

    Nothing else is touched. False, and no edit, where the author's own notes leave no room.
    """
    marks = list(file.document.each("footnoteReference"))
    notes = notes_of(file)
    if any(not _NUMBER.fullmatch(key) for key in (*notes, *map(_key, marks))):
        return False
    if _ascends(_id(mark) for mark in marks):
        return True
    ours = [mark for mark in marks if _inside(mark, regions)]
    keys = {_key(mark) for mark in ours}
    if len(keys) < len(ours) or not keys <= set(notes):
        return False
    taken = {int(key) for key in notes if key not in keys}
    low = max((int(key) for key, note in notes.items() if note.get("type")), default=0)
    found: list[tuple[Node, int]] = []
    for run, upper in _runs(marks, set(ours)):
        ids = _between(low, upper, taken, len(run))
        if ids is None:
            return False
        found += zip(run, ids, strict=True)
        low = low if upper is None else upper
    _renumber(file, notes, found)
    return True


def _renumber(file: WordFile, notes: dict[str, Node], found: list[tuple[Node, int]]) -> None:
    part = file.optional("footnotes")
    for mark, key in found:
        if key != _id(mark):
            note = notes[_key(mark)]
            file.edit(file.main, attribute_edit(file.data(file.main), mark, "id", str(key)))
            file.edit(part, attribute_edit(file.data(part), note, "id", str(key)))


def _runs(marks: Iterable[Node], ours: Set[Node]) -> Iterator[_Run]:
    run: list[Node] = []
    for mark in marks:
        if mark in ours:
            run.append(mark)
        else:
            yield run, _id(mark)
            run = []
    yield run, None


def _between(low: int, upper: int | None, taken: set[int], wanted: int) -> list[int] | None:
    """As many free ids in ascending order; None where there are not enough."""
    if upper is not None and upper <= low:
        return None
    room = count(low + 1) if upper is None else range(low + 1, upper)
    ids = list(islice((key for key in room if key not in taken), wanted))
    return ids if len(ids) == wanted else None


def _inside(mark: Node, regions: Sequence[Region]) -> bool:
    return any(each.start <= mark.start < each.end for each in regions)


def _ascends(ids: Iterable[int]) -> bool:
    return all(one < other for one, other in pairwise(ids))


def _key(mark: Node) -> str:
    return mark.get("id")


def _id(mark: Node) -> int:
    return int(_key(mark))
