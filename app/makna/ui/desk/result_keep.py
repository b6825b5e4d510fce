"""What is marked in the results stays marked when the list is made anew. No Qt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from makna.ui.desk.result_query import Section, Tag

_MOST_LOST = 12
"""Steps whose rows are marked again when they are undone."""


class Spot(NamedTuple):
    """A row: a key under a heading."""

    tag: Tag
    key: int


Chosen = Mapping[Tag, set[int]]
"""The keys of the selected rows, by their headings."""


@dataclass(frozen=True)
class Marked:
    """The selected rows, and the current one."""

    chosen: Chosen = field(default_factory=dict)
    here: Spot | None = None


class Keeping:
    """Tells what is to be marked in the new list.

    That is what was marked before; where it has gone the row that follows, so that one goes on
    from row to row; and what went with one of the last steps, once it is back.
    """

    def __init__(self) -> None:
        self._before = _Listed(())
        self._was = Marked()
        self._lost: list[Marked] = []

    def forget(self) -> None:
        """Something else is listed: nothing of it was marked before."""
        self._before, self._was, self._lost = _Listed(()), Marked(), []

    def hold(self, sections: Sequence[Section], marked: Marked) -> None:
        """The list goes: what is in it, and what is marked."""
        self._before, self._was = _Listed(sections), marked

    def again(self, sections: Sequence[Section], moved: int | None = None) -> Marked:
        """What is to be marked in these. `moved`: a key that may stand for the current one."""
        before, was, now = self._before, self._was, _Listed(sections)
        if before.tags and now.tags and not before.tags & now.tags:
            self._lost = []
            return _followed(was, now)
        back = self._come_back(now)
        self._note_lost(was, now)
        if back is not None:
            return back
        here = _heir(was.here, before, now, moved) if was.here is not None else None
        left = _among(was.chosen, now)
        return Marked(left or _only(here), here)

    def _note_lost(self, was: Marked, now: _Listed) -> None:
        gone = {
            tag: keys - now.keys(tag)
            for tag, keys in was.chosen.items()
            if not keys <= now.keys(tag)
        }
        if gone:
            self._lost = [*self._lost, Marked(gone, was.here)][-_MOST_LOST:]

    def _come_back(self, now: _Listed) -> Marked | None:
        for lost in reversed(self._lost):
            if back := _among(lost.chosen, now):
                self._lost.remove(lost)
                here = lost.here if lost.here is not None and now.holds(lost.here) else None
                return Marked(back, here or _first(back, now))
        return None


class _Listed:
    """What stands under which heading; looked up as far as somebody asks."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self.sections = sections
        self._by_tag: dict[Tag, list[Section]] = {}
        for section in sections:
            self._by_tag.setdefault(section.tag, []).append(section)
        self._keys: dict[Tag, set[int]] = {}

    @property
    def tags(self) -> Set[Tag]:
        return self._by_tag.keys()

    def keys(self, tag: Tag) -> set[int]:
        if tag not in self._keys:
            self._keys[tag] = set().union(*(each.keys for each in self._by_tag.get(tag, ())))
        return self._keys[tag]

    def holds(self, spot: Spot) -> bool:
        return spot.key in self.keys(spot.tag)

    def found(self, key: int) -> Iterator[Spot]:
        """Where a key stands, from the top."""
        return (Spot(each.tag, key) for each in self.sections if key in each.keys)

    def all(self) -> Iterator[Spot]:
        """Every row, from the top."""
        return (Spot(each.tag, key) for each in self.sections for key in each.keys)

    def onwards(self, spot: Spot) -> Iterator[Spot]:
        """The rows after this one, then those before it, the nearest first."""
        tags = [section.tag for section in self.sections]
        at = tags.index(spot.tag)
        keys = list(self.sections[at].keys)
        row = keys.index(spot.key)
        yield from (Spot(spot.tag, key) for key in keys[row + 1 :])
        yield from (Spot(each.tag, key) for each in self.sections[at + 1 :] for key in each.keys)
        yield from (Spot(spot.tag, key) for key in reversed(keys[:row]))
        above = reversed(self.sections[:at])
        yield from (Spot(each.tag, key) for each in above for key in reversed(each.keys))


def _heir(spot: Spot, before: _Listed, now: _Listed, moved: int | None) -> Spot | None:
    """The row itself, else what became of it, else its neighbour, else the first one."""
    if now.holds(spot):
        return spot
    if moved is not None:
        come = next((each for each in now.found(moved) if not before.holds(each)), None)
        if come is not None:
            return come
    if spot.tag not in now.tags:
        elsewhere = (each for each in now.found(spot.key) if not before.holds(each))
        if (found := next(elsewhere, None)) is not None:
            return found
    near = (each for each in before.onwards(spot) if now.holds(each))
    return next(near, None) or next(now.all(), None)


def _followed(was: Marked, now: _Listed) -> Marked:
    """All headings are others: each row where it stands first."""
    left = {key for keys in was.chosen.values() for key in keys}
    chosen: dict[Tag, set[int]] = {}
    for section in now.sections:
        if not left:
            break
        if found := left.intersection(section.keys):
            chosen[section.tag] = found
            left -= found
    here = next(now.found(was.here.key), None) if was.here is not None else None
    return Marked(chosen, here)


def _among(chosen: Chosen, now: _Listed) -> Chosen:
    """Those of the rows that are listed."""
    kept = {
        tag: keys if keys <= now.keys(tag) else keys & now.keys(tag) for tag, keys in chosen.items()
    }
    return {tag: keys for tag, keys in kept.items() if keys}


def _only(spot: Spot | None) -> Chosen:
    return {} if spot is None else {spot.tag: {spot.key}}


def _first(chosen: Chosen, now: _Listed) -> Spot | None:
    return next((spot for spot in now.all() if spot.key in chosen.get(spot.tag, ())), None)
