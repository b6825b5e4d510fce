"""A chapter as it will be printed, for a live view and for the report: read, never written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from makna.domain.chapter import (
    Chapter,
    ChapterId,
    ChapterSettings,
    SectionChoice,
)
from makna.domain.codetree import CodeTree
from makna.domain.errors import NotFound
from makna.domain.model import Code, CodeId, MemoId
from makna.domain.wording import Language, Message, phrase
from makna.services.chapter_shelves import Shelves
from makna.services.retrieval import retrieve
from makna.services.shelf import ShelfItem
from makna.storage.project import Project


@dataclass(frozen=True)
class Text:
    """An introduction or a closing."""

    body: str
    """Markdown."""
    title: str = ""
    memo: MemoId | None = None
    """None: the memo that is written on the code itself."""
    automatic: bool = False
    """Nobody chose it."""


@dataclass(frozen=True)
class SectionPlan:
    code: Code
    title: str
    level: int
    """Of the heading, from 1; what is deeper than 9 is 9."""
    number: str
    """`4.1.2`, or empty."""
    left_out: bool
    introduction: Text | None
    closing: Text | None
    shelf: tuple[ShelfItem, ...]
    """Empty in an outline."""
    children: tuple[SectionPlan, ...]
    printed: bool
    """Whether it has a heading in the document."""
    passages: int = 0
    """How many carry the code itself, printed or not."""
    quotations: int = 0
    """How many of them are printed, where the section is."""

    def walk(self) -> Iterator[SectionPlan]:
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True)
class Plan:
    chapter: Chapter | None
    """None when the author has not begun one: the chapter as the code tree gives it."""
    title: str
    language: Language
    settings: ChapterSettings
    sections: tuple[SectionPlan, ...]

    def walk(self) -> Iterator[SectionPlan]:
        """Every section, also those left out, in the order of the document."""
        for section in self.sections:
            yield from section.walk()

    def in_print(self) -> Iterator[SectionPlan]:
        """The sections of the document, in order."""
        return _in_print(self.sections)

    @property
    def quotations(self) -> int:
        """How many the document has."""
        return sum(section.quotations for section in self.in_print())

    def printed(self) -> list[tuple[SectionPlan, ShelfItem]]:
        """The quotations of the document, in order."""
        return [
            (section, item) for section in self.in_print() for item in section.shelf if item.printed
        ]

    def problems(self) -> tuple[Message, ...]:
        """What is to be looked at before it is printed, in order, each once."""
        found = (problem for _, item in self.printed() for problem in item.problems)
        return tuple(dict.fromkeys(found))


def _in_print(sections: Iterable[SectionPlan]) -> Iterator[SectionPlan]:
    """What has a heading; what lies below a code that is left out has none."""
    for section in sections:
        if section.printed:
            yield section
            yield from _in_print(section.children)


def chapter_plan(
    project: Project,
    chapter: ChapterId | None = None,
    *,
    settings: ChapterSettings | None = None,
    language: Language | None = None,
    codes: Collection[CodeId] = (),
    where: str = "",
) -> Plan:
    """The chapter, or the one that the code tree makes when there is none.

    `settings` and `language` stand in for the chapter's own, for a preview or one export. With
    `codes` only these sections have text; those above them are headings. `where` chooses passages.
    A fixed number of statements, and six a source. Raises NotFound, and UserError for a reference
    or a `where` that makes no sense.
    """
    found = _chapter(project, chapter)
    chosen = settings or (found.settings if found else ChapterSettings())
    spoken = language or language_of(project, chosen)
    builder = _Builder(project, found, chosen, codes)
    builder.read_shelves(Shelves(project, found, chosen, spoken), where)
    return builder.plan(spoken)


Sizes = Mapping[CodeId, tuple[int, int]]
"""How many passages carry each code, and how many of them are printed."""


def outline(project: Project, chapter: ChapterId | None = None, sizes: Sizes | None = None) -> Plan:
    """The same without what is on the shelves: sections, their texts, and how many there are.

    `sizes` are taken where they are known. A fixed number of statements, however many passages
    there are. Raises NotFound.
    """
    found = _chapter(project, chapter)
    settings = found.settings if found else ChapterSettings()
    builder = _Builder(project, found, settings, ())
    builder.count_shelves(sizes)
    return builder.plan(language_of(project, settings))


def _chapter(project: Project, chapter: ChapterId | None) -> Chapter | None:
    found = project.chapters.get(chapter) if chapter is not None else None
    if chapter is not None and found is None:
        raise NotFound("gone", thing="chapter")
    return found


def language_of(project: Project, settings: ChapterSettings) -> Language:
    """The chapter's language, or the project's."""
    return "id" if (settings.language or project.overview.language()) == "id" else "en"


class _Builder:
    """Reads what a chapter is made of, and puts it together."""

    def __init__(
        self,
        project: Project,
        chapter: Chapter | None,
        settings: ChapterSettings,
        codes: Collection[CodeId],
    ) -> None:
        self._project = project
        self._chapter = chapter
        self._settings = settings
        self._tree = project.codes.tree(counted=False)
        known = {code.id for code in self._tree.ordered}
        self._asked = set(codes) & known if codes else known
        self._sections: dict[CodeId, SectionChoice] = {}
        if chapter is not None:
            self._sections = project.chapters.sections(chapter.id)
        self._summaries = project.chapters.summaries()
        chosen = (m for s in self._sections.values() for m in (s.introduction, s.closing) if m)
        self._memos = project.chapters.texts({*self._summaries.values(), *chosen})
        self._shelves: dict[CodeId, tuple[ShelfItem, ...]] = {}
        self._sizes: Sizes = {}

    def read_shelves(self, shelves: Shelves, where: str) -> None:
        """All that is on them, or what `where` chooses."""
        orders = shelves.orders(self._asked)
        if where.strip():
            allowed = set(retrieve(self._project, where))
            orders = {
                code: tuple(each for each in order if each.passage in allowed)
                for code, order in orders.items()
            }
        # All at once, so that a source is opened once however many sections quote it.
        excerpts = shelves.excerpts([each.passage for order in orders.values() for each in order])
        for code, order in orders.items():
            self._shelves[code] = tuple(shelves.quoted(order, excerpts))
        self._sizes = {
            code: (len(shelf), sum(item.printed for item in shelf))
            for code, shelf in self._shelves.items()
        }

    def count_shelves(self, sizes: Sizes | None) -> None:
        """Only how many there are."""
        chapter = self._chapter.id if self._chapter else None
        if sizes is None:
            sizes = self._project.chapters.shelf_sizes(chapter, self._settings.passages)
        self._sizes = sizes

    def plan(self, language: Language) -> Plan:
        title = self._chapter.title if self._chapter else phrase("chapter_title", language)
        return Plan(self._chapter, title, language, self._settings, self.sections())

    def sections(self) -> tuple[SectionPlan, ...]:
        made = [self._section(code, 0) for code in ordered(self._tree, None, self._sections)]
        return numbered(made, self._settings.number)

    def _section(self, code: Code, depth: int) -> SectionPlan:
        choice = self._sections.get(code.id)
        left_out = bool(choice and choice.left_out)
        below = ordered(self._tree, code.id, self._sections)
        children = tuple(self._section(child, depth + 1) for child in below)
        passages, quotations = self._sizes.get(code.id, (0, 0))
        introduction = self._introduction(code, choice) if code.id in self._asked else None
        closing = self._text(choice.closing) if choice and code.id in self._asked else None
        has_text = introduction is not None or closing is not None
        has_text = has_text or quotations > 0
        has_text = has_text or any(child.printed for child in children)
        wanted = has_text or (self._settings.empty_sections and code.id in self._asked)
        return SectionPlan(
            code=code,
            title=choice.title if choice and choice.title else code.name,
            level=min(self._settings.heading_level + depth, 9),
            number="",
            left_out=left_out,
            introduction=introduction,
            closing=closing,
            shelf=self._shelves.get(code.id, ()),
            children=children,
            printed=wanted and not left_out,
            passages=passages,
            quotations=quotations,
        )

    def _introduction(self, code: Code, choice: SectionChoice | None) -> Text | None:
        """The memo that was chosen, else the memo on the code, else the summary linked to it."""
        if code.guid in self._settings.without_introduction:
            return None
        if choice and choice.introduction is not None:
            return self._text(choice.introduction)
        if code.memo.strip():
            return Text(code.memo, automatic=True)
        summary = self._summaries.get(code.id)
        if summary is None or (choice and choice.closing == summary):
            return None
        text = self._text(summary)
        return replace(text, automatic=True) if text else None

    def _text(self, memo: MemoId | None) -> Text | None:
        if memo is None or memo not in self._memos:
            return None
        title, body = self._memos[memo]
        return Text(body, title, memo) if body.strip() else None


def ordered(
    tree: CodeTree, parent: CodeId | None, sections: dict[CodeId, SectionChoice]
) -> list[Code]:
    """Sibling codes in the order of the chapter; those that it has no rank for come last."""

    def rank(code: Code) -> tuple[bool, int]:
        choice = sections.get(code.id)
        position = choice.position if choice else None
        return position is None, position or 0

    return sorted(tree.children(parent), key=rank)


def numbered(sections: Iterable[SectionPlan], above: str) -> tuple[SectionPlan, ...]:
    """The sections that are printed numbered below `above`: 4.1, 4.1.1, 4.2 …"""
    found: list[SectionPlan] = []
    count = 0
    for section in sections:
        count += section.printed
        number = f"{above}.{count}" if above and section.printed else ""
        children = numbered(section.children, number)
        same = number == section.number and children == section.children
        found.append(section if same else replace(section, number=number, children=children))
    return tuple(found)
