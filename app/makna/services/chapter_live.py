"""A chapter's plan kept up to date beside the work: a step costs only the sections it touched."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from makna.domain.changes import ChangeSet
from makna.domain.chapter import ChapterId, QuotationChoice, SectionChoice
from makna.domain.model import CodeId, MemoId, PassageId
from makna.services.chapter_plan import Plan, SectionPlan, chapter_plan, numbered
from makna.storage.project import Project

Key = TypeVar("Key")
_OF_ALL = (
    *("source", "fact", "cases", "value", "variable", "case_source", "speaker", "turn"),
    *("edition", "chapter", "project", "code", "memo", "memo_link", "coder"),
)
"""Tables of which one row may show in any section."""
_NO_CODE = CodeId(-1)


class LivePlan:
    """The plan of one chapter, or of the code tree while there is none."""

    def __init__(self, project: Project, chapter: ChapterId | None) -> None:
        """Reads it whole. Raises as `chapter_plan`."""
        self._project = project
        self.chapter = chapter
        self.plan: Plan
        self._sections: dict[CodeId, SectionChoice] = {}
        self._choices: dict[tuple[CodeId, PassageId], QuotationChoice] = {}
        self._coded: dict[CodeId, list[PassageId]] = {}
        self.read()

    def read(self) -> None:
        """Read everything anew."""
        plan = chapter_plan(self._project, self.chapter)
        self.plan = replace(plan, sections=_printed(plan, plan.sections))
        self._remember()

    def touched(self, changes: ChangeSet) -> frozenset[CodeId] | None:
        """The sections whose text a step may have changed; None when any may have.

        An empty set where at most their order, titles or left-out marks are others.
        """
        if changes.texts or changes.touches(*_OF_ALL):
            return None
        found: set[CodeId] = set()
        if self.chapter is not None and changes.touches("section"):
            sections = self._project.chapters.sections(self.chapter)
            found |= _other(_texts(self._sections), _texts(sections))
        if self.chapter is not None and changes.touches("quotation"):
            choices = self._project.chapters.quotations(self.chapter)
            found |= {code for code, _ in _other(self._choices, choices)}
        if changes.touches("coding", "passage"):
            coded = self._all_coded()
            found |= _other(self._coded, coded)
            moved = changes.keys("passage")
            both = (*self._coded.items(), *coded.items())
            found |= {code for code, passages in both if not moved.isdisjoint(passages)}
        return frozenset(found)

    def reread(self, codes: Collection[CodeId]) -> None:
        """Read these sections anew, and of the others only order, titles and what is left out."""
        partial = chapter_plan(self._project, self.chapter, codes=[*codes] or [_NO_CODE])
        known = {section.code.id: section for section in self.plan.walk()}
        merged = tuple(_merged(section, known, codes) for section in partial.sections)
        self.plan = replace(partial, sections=_printed(partial, merged))
        self._remember()

    def _remember(self) -> None:
        chapters = self._project.chapters
        self._coded = self._all_coded()
        if self.chapter is not None:
            self._sections = chapters.sections(self.chapter)
            self._choices = chapters.quotations(self.chapter)

    def _all_coded(self) -> dict[CodeId, list[PassageId]]:
        tree = self._project.codes.tree(counted=False)
        return self._project.chapters.coded({code.id for code in tree.ordered})


def _texts(sections: dict[CodeId, SectionChoice]) -> dict[CodeId, tuple[MemoId | None, ...]]:
    return {
        code: (choice.introduction, choice.closing)
        for code, choice in sections.items()
        if choice.introduction is not None or choice.closing is not None
    }


def _other(one: dict[Key, Any], two: dict[Key, Any]) -> set[Key]:
    return {key for key in {*one, *two} if one.get(key) != two.get(key)}


def _merged(
    section: SectionPlan, known: dict[CodeId, SectionPlan], fresh: Collection[CodeId]
) -> SectionPlan:
    children = tuple(_merged(child, known, fresh) for child in section.children)
    old = known.get(section.code.id)
    if old is None or section.code.id in fresh:
        return replace(section, children=children)
    return replace(
        section,
        introduction=old.introduction,
        closing=old.closing,
        shelf=old.shelf,
        children=children,
    )


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
    has_text = has_text or any(item.printed for item in section.shelf)
    wanted = empty or has_text or any(child.printed for child in children)
    return replace(section, children=children, printed=wanted and not left_out)
