"""A chapter as it will be printed, for a live view and for the report: read, never written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from makna.domain.chapter import (
    Chapter,
    ChapterId,
    ChapterSettings,
    QuotationChoice,
    SectionChoice,
)
from makna.domain.codetree import CodeTree
from makna.domain.errors import NotFound
from makna.domain.model import Code, CodeId, Excerpt, MemoId, PassageId
from makna.domain.reference_styles import ReferenceStyle
from makna.domain.wording import Language, Message, phrase
from makna.services.citing import Citer
from makna.services.retrieval import ExcerptReader, retrieve
from makna.services.shelf import Quoter, ShelfItem
from makna.services.sources import natural
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
    children: tuple[SectionPlan, ...]
    printed: bool
    """Whether it has a heading in the document."""

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

    def printed(self) -> list[tuple[SectionPlan, ShelfItem]]:
        """The quotations of the document, in order."""
        return [
            (section, item)
            for section in _in_print(self.sections)
            for item in section.shelf
            if item.printed
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
    found = project.chapters.get(chapter) if chapter is not None else None
    if chapter is not None and found is None:
        raise NotFound("gone", thing="chapter")
    chosen = settings or (found.settings if found else ChapterSettings())
    spoken = language or language_of(project, chosen)
    builder = _Builder(project, found, chosen, spoken, codes)
    builder.read(where)
    title = found.title if found else phrase("chapter_title", spoken)
    return Plan(found, title, spoken, chosen, builder.sections())


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
        language: Language,
        codes: Collection[CodeId],
    ) -> None:
        self._project = project
        self._settings = settings
        self._tree = project.codes.tree(counted=False)
        self._asked = set(codes) or {code.id for code in self._tree.ordered}
        self._sections: dict[CodeId, SectionChoice] = {}
        self._choices: dict[tuple[CodeId, PassageId], QuotationChoice] = {}
        if chapter is not None:
            self._sections = project.chapters.sections(chapter.id)
            self._choices = project.chapters.quotations(chapter.id)
        style = ReferenceStyle.of(settings.reference, language, settings.references)
        self._quoter = Quoter(settings, Citer(project, style, language), language)
        self._memos: dict[MemoId, tuple[str, str]] = {}
        self._summaries: dict[CodeId, MemoId] = {}
        self._excerpts: dict[PassageId, Excerpt] = {}
        self._coded: dict[CodeId, list[PassageId]] = {}

    def read(self, where: str) -> None:
        chapters = self._project.chapters
        self._summaries = chapters.summaries()
        chosen = (m for s in self._sections.values() for m in (s.introduction, s.closing) if m)
        self._memos = chapters.texts({*self._summaries.values(), *chosen})
        self._coded = chapters.coded(self._asked & {code.id for code in self._tree.ordered})
        wanted = dict.fromkeys(p for passages in self._coded.values() for p in passages)
        if where.strip():
            allowed = set(retrieve(self._project, where))
            wanted = {key: None for key in wanted if key in allowed}
        reader = ExcerptReader(self._project)
        # Source by source: each text is needed at once only while its passages are read.
        passages = sorted(self._project.passages.by_ids(wanted), key=lambda p: (p.source, p.start))
        self._excerpts = {found.passage.id: found for found in reader.read_all(passages)}

    def sections(self) -> tuple[SectionPlan, ...]:
        made = [self._section(code, 0) for code in ordered(self._tree, None, self._sections)]
        return numbered(made, self._settings.number)

    def _section(self, code: Code, depth: int) -> SectionPlan:
        choice = self._sections.get(code.id)
        left_out = bool(choice and choice.left_out)
        below = ordered(self._tree, code.id, self._sections)
        children = tuple(self._section(child, depth + 1) for child in below)
        shelf = self._shelf(code.id)
        introduction = self._introduction(code, choice) if code.id in self._asked else None
        closing = self._text(choice.closing) if choice and code.id in self._asked else None
        has_text = introduction is not None or closing is not None
        has_text = has_text or any(item.printed for item in shelf)
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
            shelf=shelf,
            children=children,
            printed=wanted and not left_out,
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

    def _shelf(self, code: CodeId) -> tuple[ShelfItem, ...]:
        found = [self._excerpts[p] for p in self._coded.get(code, ()) if p in self._excerpts]
        found.sort(key=_by_place)
        pairs = [(excerpt, self._choices.get((code, excerpt.passage.id))) for excerpt in found]
        # Stable: those without a rank stay in order of place, after the others.
        pairs.sort(key=lambda pair: _rank(pair[1]))
        return tuple(self._quoter.item(excerpt, choice) for excerpt, choice in pairs)


def ordered(
    tree: CodeTree, parent: CodeId | None, sections: dict[CodeId, SectionChoice]
) -> list[Code]:
    """Sibling codes in the order of the chapter; those that it has no rank for come last."""

    def rank(code: Code) -> tuple[bool, int]:
        choice = sections.get(code.id)
        position = choice.position if choice else None
        return position is None, position or 0

    return sorted(tree.children(parent), key=rank)


def _by_place(excerpt: Excerpt) -> tuple[tuple[tuple[int, str], ...], int, int, int]:
    passage = excerpt.passage
    return natural(excerpt.source.name), excerpt.source.id, passage.start, passage.id


def _rank(choice: QuotationChoice | None) -> tuple[bool, int]:
    position = choice.position if choice else None
    return position is None, position or 0


def numbered(sections: Iterable[SectionPlan], above: str) -> tuple[SectionPlan, ...]:
    """The sections that are printed numbered below `above`: 4.1, 4.1.1, 4.2 …"""
    found: list[SectionPlan] = []
    count = 0
    for section in sections:
        count += section.printed
        number = f"{above}.{count}" if above and section.printed else ""
        children = numbered(section.children, number)
        found.append(replace(section, number=number, children=children))
    return tuple(found)
