"""The codings of one source as marks of its page, kept up to date change by change."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from makna.domain.changes import ChangeSet
from makna.domain.model import Passage, PassageId, SourceId
from makna.domain.palette import tone
from makna.storage.passages import PlaceRow
from makna.storage.project import Project
from makna.ui.page import Mark
from makna.ui.theme.theme import tokens

NO_CODE = 0
"""Code id of a mark for a passage that only carries a memo or a star."""
LABEL_CHARACTERS = 40
AT_ONCE = 300
"""Codings that are read in one go: some 2 ms."""
MANY = 100
"""Passages of a step from which on it is asked first which of them are here."""


@dataclass(frozen=True)
class MarkChange:
    """What `TextPage.apply_marks` takes."""

    removed: frozenset[int]
    added: tuple[Mark, ...]


class Marks:
    """Reads the passages of a source and remembers which marks are on show.

    A long source has thousands. What somebody looks at is read at once, by `between`; the rest a
    little at a time, by `go_on`. Whatever else is asked is answered from all marks: what has to be
    read for it is told by `found`, so that a page has them all, too.
    """

    def __init__(
        self,
        project: Project,
        source: SourceId,
        found: Callable[[list[Mark]], object] = lambda _marks: None,
    ) -> None:
        self._project = project
        self._source = source
        self._found = found
        self._shown: dict[PassageId, list[Mark]] = {}
        self._at: dict[int, PassageId] = {}
        """Coding → the passage it is on."""
        self._reached: PlaceRow | None = None
        """What was read last, from the beginning on."""
        self.unread = True
        """Whether there is something left for `go_on`."""

    def all(self) -> list[Mark]:
        """Every mark, read afresh."""
        self.begin()
        return self.shown()

    def begin(self) -> None:
        """Forget what was read: all is read afresh."""
        self._read_names()
        self._shown, self._at = {}, {}
        self._reached, self.unread = None, True

    def stop(self) -> None:
        """Read no more: the project is being closed."""
        self.unread = False

    def between(self, start: int, end: int) -> list[Mark]:
        """The marks that reach into [start, end) and have not been read before."""
        if not self.unread:
            return []
        return self._take(
            self._project.passages.places_of_source(self._source, within=(start, end))
        )

    def go_on(self) -> None:
        """Read some more, and tell those that had not been read before."""
        rows = self._project.passages.places_of_source(self._source, self._reached, AT_ONCE)
        self.unread = len(rows) == AT_ONCE
        self._reached = rows[-1] if rows else None
        self._found(self._take(rows))

    def _take(self, rows: Iterable[PlaceRow]) -> list[Mark]:
        """The rows as marks, without those that are known."""
        made: list[Mark] = []
        for row in rows:
            mark = self._mark(row)
            if mark is not None and mark.coding_id not in self._at:
                self._shown.setdefault(row.passage, []).append(mark)
                self._at[mark.coding_id] = row.passage
                made.append(mark)
        return made

    def _complete(self) -> None:
        while self.unread:
            self.go_on()

    def after(self, changes: ChangeSet) -> MarkChange | None:
        """What changed on the page; None when everything has to be read afresh."""
        touched = self._touched(changes)
        if len(touched) > AT_ONCE:
            # A little at a time is felt less than all of these in one go.
            return None
        self._complete()
        if changes.touches("code"):
            if self._shown_codes() & changes.keys("code"):
                return None
            self._read_names()
        found = {
            passage.id: passage
            for passage in self._project.passages.by_ids(sorted(touched))
            if passage.source == self._source and passage.region is None
        }
        if any(self._is_news(passage) for passage in found.values()):
            return None
        removed = {m.coding_id for key in touched for m in self._shown.pop(key, ())}
        for coding in removed:
            self._at.pop(coding, None)
        added: list[Mark] = []
        for passage in found.values():
            marks = self._marks(passage)
            self._shown[passage.id] = marks
            self._at.update((mark.coding_id, passage.id) for mark in marks)
            added += marks
        return MarkChange(frozenset(removed), tuple(added))

    def _touched(self, changes: ChangeSet) -> set[PassageId]:
        """The passages of a step that may be on this page: ten thousand may be on others."""
        rows = changes.of("passage")
        elsewhere = {row.key for row in rows if row.parent not in (None, self._source)}
        keys = changes.keys("passage") | changes.parents("coding")
        touched = {PassageId(key) for key in keys - elsewhere}
        if len(touched) > MANY:
            touched &= self._shown.keys() | self._project.passages.keys_in(self._source)
        return touched

    def shown(self) -> list[Mark]:
        """Every mark on show, in order of place."""
        self._complete()
        found = (mark for marks in self._shown.values() for mark in marks)
        return sorted(found, key=lambda mark: (mark.start, mark.end, mark.coding_id))

    def places(self) -> list[tuple[int, int, PassageId]]:
        """Every passage on show as (start, end, id), in order of place."""
        self._complete()
        found = ((m[0].start, m[0].end, key) for key, m in self._shown.items() if m)
        return sorted(found)

    def passage(self, passage: PassageId) -> list[Mark]:
        if self.unread:
            place = self._project.passages.get(passage)
            if place is not None and place.source == self._source:
                self._found(self.between(place.start, place.end))
        return self._shown.get(passage, [])

    def holding(self, codings: Collection[int]) -> PassageId | None:
        """The passage on which one of these codings lies now."""
        return next((self._at[coding] for coding in codings if coding in self._at), None)

    def _shown_codes(self) -> set[int]:
        return {mark.code_id for marks in self._shown.values() for mark in marks}

    def _is_news(self, passage: Passage) -> bool:
        """A coder of whom nothing was known: from now on every mark says who coded it."""
        return any(coding.coder not in self._known_coders for coding in passage.codings)

    def _read_names(self) -> None:
        """Name and tone of every code, and coders' names where there are several."""
        colors = tokens()
        self._dim = colors.dim
        self._codes = {
            code.id: (code.name, tone(code.color, dark=colors.dark))
            for code in self._project.codes.tree(counted=False).ordered
        }
        coders = self._project.overview.coders()
        self._known_coders = {coder.id for coder in coders}
        self._coders = {c.id: c.name for c in coders} if len(coders) > 1 else {}

    def _marks(self, passage: Passage) -> list[Mark]:
        rows = [
            PlaceRow(
                passage.id,
                passage.start,
                passage.end,
                passage.memo,
                passage.star,
                coding.id,
                coding.code,
                coding.coder,
                coding.memo,
            )
            for coding in passage.codings
        ]
        bare = (passage.id, passage.start, passage.end, passage.memo, passage.star)
        marks = (self._mark(row) for row in rows or [PlaceRow(*bare, None, None, None, None)])
        return [mark for mark in marks if mark is not None]

    def _mark(self, row: PlaceRow) -> Mark | None:
        if row.coding is None or row.code is None:
            return self._bare_mark(row)
        named = self._codes.get(row.code)
        if named is None:
            return None
        memo = row.coding_memo or ""
        if row.memo:
            memo = f"{memo}\n{row.memo}" if memo else row.memo
        coder = self._coders.get(row.coder, "") if row.coder is not None else ""
        return Mark(
            row.passage,
            row.coding,
            row.code,
            row.start,
            row.end,
            named[1],
            named[0],
            memo,
            coder,
        )

    def _bare_mark(self, row: PlaceRow) -> Mark:
        """A passage without a code: its memo or star shows that it is there."""
        first_line = row.memo.strip().split("\n")[0]
        if len(first_line) > LABEL_CHARACTERS:
            first_line = first_line[:LABEL_CHARACTERS].rstrip() + "…"
        starred = "★" if row.star else QCoreApplication.translate("Marks", "Passage")
        return Mark(
            row.passage,
            -row.passage,
            NO_CODE,
            row.start,
            row.end,
            self._dim,
            first_line or starred,
            row.memo,
        )


def uncoded_stretches(
    length: int, places: Iterable[tuple[int, int, PassageId]]
) -> list[tuple[int, int]]:
    """The stretches of [0, length) under no passage."""
    found: list[tuple[int, int]] = []
    reached = 0
    for start, end, _ in places:
        if start > reached:
            found.append((reached, start))
        reached = max(reached, end)
    if reached < length:
        found.append((reached, length))
    return found
