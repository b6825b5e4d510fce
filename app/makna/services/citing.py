"""What references can say of passages: looked up only as far as the templates ask for it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from makna.domain.errors import UserError
from makna.domain.model import Case, Excerpt, SourceId, Turn
from makna.domain.reference_styles import ReferenceStyle
from makna.domain.references import Facts, Rendered, Template, unknown_variables
from makna.domain.wording import Language
from makna.services import pages
from makna.storage.project import Project

FEW_CASES = 12
"""So many are looked up one by one: for a page of quotations, not for a whole chapter."""


class Citer:
    """Renders the references of excerpts; each source and the cases are looked into once."""

    def __init__(self, project: Project, style: ReferenceStyle, language: Language) -> None:
        self._project = project
        self._style = style
        self._language = language
        self._answers: dict[SourceId, Sequence[tuple[Turn, int | None]]] = {}
        self._pages: dict[SourceId, int] = {}
        self._cases: dict[str, Case | None] = {}

    def template(self, excerpt: Excerpt) -> Template:
        return self._style.for_kind(excerpt.source.kind)

    def cite(self, excerpt: Excerpt) -> Rendered:
        template = self.template(excerpt)
        asked = template.fields
        region = excerpt.passage.region
        facts = Facts(
            excerpt,
            self._language,
            case=self._case_of(excerpt),
            page=self._page(excerpt) if "page" in asked or region else "",
            answer=self._answer(excerpt) if "answer" in asked and not region else None,
            number=self._number(excerpt) if "number" in asked else None,
            lines=region is None,
        )
        return template.render(facts)

    def _case_of(self, excerpt: Excerpt) -> Case | None:
        """The first case of its source; who asks about many is answered from all cases."""
        if not excerpt.cases:
            return None
        name = excerpt.cases[0]
        if name not in self._cases:
            cases = self._project.cases
            if len(self._cases) < FEW_CASES:
                self._cases[name] = cases.named(name)
            else:
                self._cases |= {case.name: case for case in cases.all()}
        return self._cases.get(name)

    def _answer(self, excerpt: Excerpt) -> int | None:
        """Which turn of its speaker the passage begins in, from 1; none of who asks."""
        source = excerpt.source.id
        if source not in self._answers:
            self._answers[source] = self._numbered_turns(source)
        turns = self._answers[source]
        position = excerpt.passage.start
        index = bisect_right(turns, position, key=lambda pair: pair[0].start) - 1
        return turns[index][1] if index >= 0 and position <= turns[index][0].end else None

    def _numbered_turns(self, source: SourceId) -> list[tuple[Turn, int | None]]:
        asking = {row["id"] for row in self._project.sources.speakers(source) if row["interviewer"]}
        counts: dict[int, int] = {}
        found: list[tuple[Turn, int | None]] = []
        for turn in self._project.sources.turns(source):
            counts[turn.speaker] = counts.get(turn.speaker, 0) + 1
            found.append((turn, None if turn.speaker in asking else counts[turn.speaker]))
        return found

    def _number(self, excerpt: Excerpt) -> int | None:
        case = self._case_of(excerpt)
        return self._numbers.get((case.id, excerpt.source.id)) if case else None

    @cached_property
    def _numbers(self) -> dict[tuple[int, int], int]:
        """By case and source: which of the case's sources of that kind it is, by date."""
        counts: dict[tuple[int, str], int] = {}
        found: dict[tuple[int, int], int] = {}
        for case, source, kind in self._project.chapters.talks():
            counts[case, kind] = counts.get((case, kind), 0) + 1
            found[case, source] = counts[case, kind]
        return found

    def _page(self, excerpt: Excerpt) -> str:
        """The page as it is printed: counted from the first of the source's pages, if given."""
        region = excerpt.passage.region
        if region is not None:
            return printed_page(excerpt.source.pages, region.page)
        if not pages.has_pages(excerpt.source.media_type):
            return ""
        source = excerpt.source.id
        try:
            if source not in self._pages:
                self._pages[source] = len(pages.page_sizes(self._project, source))
            page = bisect_right(
                range(1, self._pages[source] + 1),
                excerpt.passage.start,
                key=lambda number: pages.page_start(self._project, source, number),
            )
        except UserError:  # the original is missing or damaged: the page is not known
            return ""
        return printed_page(excerpt.source.pages, max(1, page))


_FIRST_PAGE = re.compile(r"\s*(\d{1,5})\s*[-–—]\s*(\d{1,5})\s*")


def printed_page(printed: str, page: int) -> str:
    """The number on a sheet of a file: the third of an article on `113–128` is page 115."""
    match = _FIRST_PAGE.fullmatch(printed)
    if match is None:
        return str(page)
    number = int(match[1]) + page - 1
    return str(number) if number <= int(match[2]) else str(page)


def check_variables(project: Project, style: ReferenceStyle) -> None:
    """Raises UserError (`unknown_case_variable`) for a variable that no case can have."""
    known = [variable.name for variable in project.cases.variables()]
    for _, template in style.templates:
        strange = unknown_variables(template, known)
        if strange:
            shown = ", ".join(known) or "–"
            raise UserError("unknown_case_variable", field=strange[0], known=shown)
