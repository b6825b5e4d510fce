"""A chapter beside the work: its outline at once, its quotations when they are looked at.

A step costs the outline, and of the shelves those that it touched.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from makna.domain.changes import ChangeSet
from makna.domain.chapter import ChapterId, SectionChoice
from makna.domain.model import CodeId, Excerpt, MemoId, PassageId, SourceKind
from makna.services.chapter_plan import Plan, SectionPlan, numbered, outline
from makna.services.chapter_shelves import Shelves, Standing
from makna.services.retrieval import read_excerpts
from makna.services.shelf import ShelfItem
from makna.storage.project import Project

Key = TypeVar("Key")
Value = TypeVar("Value")
_OF_ALL = (
    *("source", "fact", "cases", "value", "variable", "case_source", "speaker", "turn"),
    *("edition", "chapter", "project", "code", "memo", "memo_link", "coder"),
)
"""Tables of which one row may show in any section."""
KEPT_ORDERS = 4_000
"""Passages whose order stays known; that of the sections looked at longest ago is forgotten."""
KEPT_ITEMS = 2_000
"""Quotations that stay read."""


class LivePlan:
    """The plan of one chapter, or of the code tree while there is none."""

    def __init__(self, project: Project, chapter: ChapterId | None) -> None:
        """Reads the outline. Raises as `outline`, and UserError for a reference without sense."""
        self._project = project
        self.chapter = chapter
        self.plan: Plan
        """Its sections know how many passages they have; what these are is asked here."""
        self._shelves: Shelves
        self._passages: dict[CodeId, int] = {}
        self._texts: dict[CodeId, tuple[MemoId | None, ...]] = {}
        self._orders: dict[CodeId, tuple[Standing, ...]] = {}
        self._items: dict[tuple[CodeId, PassageId], ShelfItem] = {}
        self.read()

    def read(self) -> None:
        """Read everything anew."""
        self._orders.clear()
        self._items.clear()
        self._read_outline()

    def order(self, code: CodeId) -> tuple[Standing, ...]:
        """The passages on the shelf of a section, in the author's order; one statement."""
        found = self._orders.pop(code, None)
        if found is None:
            found = self._shelves.orders([code])[code]
        self._orders[code] = found
        _forget(self._orders, KEPT_ORDERS, len)
        return found

    def printed(self, code: CodeId) -> list[Standing]:
        """Those of them that are printed."""
        return [each for each in self.order(code) if each.printed]

    def items(self, code: CodeId, standings: Sequence[Standing]) -> list[ShelfItem]:
        """What is printed of passages of a section; only what was not read before is read now."""
        missing = [each for each in standings if (code, each.passage) not in self._items]
        fresh = {item.excerpt.passage.id: item for item in self._shelves.items(missing)}
        kept = (self._items.get((code, s.passage)) or fresh.get(s.passage) for s in standings)
        found = [item for item in kept if item is not None]
        self._items.update(((code, passage), item) for passage, item in fresh.items())
        _forget(self._items, KEPT_ITEMS)
        return found

    def peek(self, code: CodeId, standings: Sequence[Standing]) -> list[ShelfItem]:
        """The same, and nothing is kept of it."""
        known = [self._items.get((code, each.passage)) for each in standings]
        if all(known):
            return [item for item in known if item is not None]
        return self._shelves.items(standings)

    def words(self, code: CodeId) -> int | None:
        """How many words are printed in a section itself; None while some were not read."""
        if code not in self._orders:
            return None if self._passages.get(code) else 0
        order = self._orders[code]
        total = 0
        for each in order:
            item = self._items.get((code, each.passage)) if each.printed else None
            if each.printed and item is None:
                return None
            total += item.words if item else 0
        return total

    def notes(self, code: CodeId, most: int | None = None) -> int:
        """How many footnotes the (first so many) quotations of a section make."""
        if not self._shelves.has_notes:
            return 0
        return sum(self._shelves.has_note(each) for each in self.printed(code)[:most])

    def kinds(self) -> set[SourceKind]:
        """The kinds of sources that are quoted."""
        return {SourceKind(kind) for kind in self._project.chapters.kinds_coded()}

    def sample(self, kind: SourceKind | None = None) -> Excerpt | None:
        """The first passage of the chapter, or one of a kind of source."""
        found: PassageId | None = None
        if kind is not None:
            found = self._project.chapters.first_coded(kind.value)
        else:
            section = next((each for each in self.plan.walk() if each.passages), None)
            found = self.order(section.code.id)[0].passage if section else None
        read = read_excerpts(self._project, [found]) if found is not None else []
        return read[0] if read else None

    def touched(self, changes: ChangeSet) -> frozenset[CodeId] | None:
        """The sections looked at whose text a step may have changed; None when any may have.

        An empty set where at most order, titles, counts or left-out marks are others.
        """
        if changes.texts or changes.touches(*_OF_ALL):
            return None
        found: set[CodeId] = set()
        if self.chapter is not None and changes.touches("section"):
            found |= _other(self._texts, self._chosen_texts())
        if self.chapter is not None and changes.touches("quotation"):
            choices = self._project.chapters.quotations(self.chapter)
            found |= {code for code, _ in _other(self._shelves.choices, choices)}
        moved = _moved(changes)
        if moved:
            found |= {c for c, o in self._orders.items() if any(e.passage in moved for e in o)}
            passages = self._project.passages.by_ids(moved)
            found |= {coding.code for passage in passages for coding in passage.codings}
        return frozenset(found)

    def reread(self, codes: Collection[CodeId], changes: ChangeSet) -> None:
        """Read the outline anew, and of these sections what the step changed, when it is asked."""
        old = {code: self._orders.pop(code) for code in codes if code in self._orders}
        self._read_outline(None if changes.touches("coding") else codes)
        fresh = self._shelves.orders(list(old))
        moved = _moved(changes)
        for code, order in old.items():
            kept = set(fresh[code])
            for each in order:
                if each.passage in moved or each not in kept:
                    self._items.pop((code, each.passage), None)
        self._orders.update(fresh)

    def _read_outline(self, codes: Collection[CodeId] | None = None) -> None:
        """`codes` are those whose shelves may have grown or shrunk; None is all."""
        sizes: dict[CodeId, tuple[int, int]] | None = None
        if codes is not None:
            count = self._project.chapters.shelf_sizes
            sizes = {s.code.id: (s.passages, s.quotations) for s in self.plan.walk()}
            sizes |= dict.fromkeys(codes, (0, 0))
            sizes |= count(self.chapter, self.plan.settings.passages, codes)
        plan = outline(self._project, self.chapter, sizes)
        self.plan = replace(plan, sections=_printed(plan, plan.sections))
        self._passages = {section.code.id: section.passages for section in plan.walk()}
        self._shelves = Shelves(self._project, plan.chapter, plan.settings, plan.language)
        self._texts = self._chosen_texts()

    def _chosen_texts(self) -> dict[CodeId, tuple[MemoId | None, ...]]:
        if self.chapter is None:
            return {}
        return _texts(self._project.chapters.sections(self.chapter))


def _forget(kept: dict[Key, Value], most: int, size: Callable[[Value], int] | None = None) -> None:
    """Let go of what was put in first until at most so much is kept, the last of it always."""
    total = len(kept) if size is None else sum(size(value) for value in kept.values())
    while total > most and len(kept) > 1:
        oldest = kept.pop(next(iter(kept)))
        total -= 1 if size is None else size(oldest)


def _moved(changes: ChangeSet) -> set[PassageId]:
    """Passages that a step changed, or whose codes it did."""
    return {PassageId(key) for key in changes.keys("passage") | changes.parents("coding")}


def _texts(sections: dict[CodeId, SectionChoice]) -> dict[CodeId, tuple[MemoId | None, ...]]:
    return {
        code: (choice.introduction, choice.closing)
        for code, choice in sections.items()
        if choice.introduction is not None or choice.closing is not None
    }


def _other(one: dict[Key, Any], two: dict[Key, Any]) -> set[Key]:
    return {key for key in {*one, *two} if one.get(key) != two.get(key)}


def _printed(plan: Plan, sections: Iterable[SectionPlan]) -> tuple[SectionPlan, ...]:
    """Which sections have a heading, and their numbers."""
    empty = plan.settings.empty_sections
    marked = [_marked(section, empty, left_out=False) for section in sections]
    return numbered(marked, plan.settings.number)


def _marked(section: SectionPlan, empty: bool, *, left_out: bool) -> SectionPlan:
    """What stands under a code that is left out is left out with it."""
    left_out = left_out or section.left_out
    children = tuple(_marked(child, empty, left_out=left_out) for child in section.children)
    has_text = section.introduction is not None or section.closing is not None
    has_text = has_text or section.quotations > 0
    wanted = empty or has_text or any(child.printed for child in children)
    printed = wanted and not left_out
    if printed == section.printed and children == section.children:
        return section
    return replace(section, children=children, printed=printed)
