"""Excerpts by code: each quotation with its reference, under every code it carries."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from makna.domain.codetree import CodeTree, join_path
from makna.domain.dates import clock, number
from makna.domain.document import Run
from makna.domain.errors import UserError
from makna.domain.model import Code, CodeId, Coding, Excerpt, ProjectInfo, SourceId
from makna.domain.regions import CutOut
from makna.domain.report import (
    Block,
    Heading,
    Paragraph,
    Picture,
    Quote,
    Records,
    Report,
    Span,
    Spans,
    Style,
    TableOfContents,
    Value,
    plain,
)
from makna.domain.wording import Language, phrase
from makna.services.reports import markdown
from makna.services.reports.lazy_rows import LazyRows, Row
from makna.services.reports.parts import (
    ARROW,
    Layout,
    document,
    labelled,
    labelled_text,
    one_paragraph,
    reference,
    titles,
    unused_codes,
)

KEYS = (
    *("code", "code_guid", "source", "source_guid", "kind", "date", "passage", "start", "end"),
    *("text", "paragraph", "line_from", "line_to", "speaker", "time", "coders", "coding_memo"),
    *("memo", "star", "codes", "cases", "before", "after", "translation", "page", "rectangle"),
)
"""Columns of the records: a row for each passage and code, one without a code for the others.

Of a rectangle `start`, `end`, `paragraph` and the lines are empty, and `rectangle` is x1:y1:x2:y2.
"""

Cut = Callable[[Excerpt], CutOut | None]
"""The picture of an excerpt that is a rectangle; None when it cannot be had."""


@dataclass(frozen=True)
class ExcerptLayout(Layout):
    other_codes: bool = False
    """Name the other codes of each passage."""
    context: bool = False
    """Show the words around, as many as the excerpts bring."""
    definitions: bool = True
    """Say under each heading what the code means."""
    only: frozenset[CodeId] = frozenset()
    """The codes asked for; others are headings above them. Empty: all."""
    unused: tuple[str, ...] = ()
    """Paths of codes without quotations that are named in one line instead of a heading each."""


def excerpts(
    project: ProjectInfo,
    codes: Sequence[Code],
    found: Sequence[Excerpt],
    texts: Callable[[SourceId], str],
    layout: ExcerptLayout | None = None,
    cut: Cut | None = None,
) -> Report:
    """The report of `found` under `codes`, in tree order; within a code as they come.

    A passage stands under each of its codes. Passages without a code, and those whose codes are
    not among `codes`, have sections of their own: every excerpt is in the report. `texts` gives
    the canonical text of a source, and every quotation is compared with it. `cut` gives the
    pictures of rectangles.
    Raises UserError `quotation_differs` when one does not agree.
    """
    layout = layout or ExcerptLayout()
    sorted_out = _Sorted(CodeTree(codes), found, layout.only)
    pages = _Pages(layout, quotations(found, texts), cut)
    language = layout.language
    blocks: list[Block] = []
    if layout.contents and (codes or found):
        blocks.append(TableOfContents(phrase("report_contents", language)))
    blocks.extend(pages.by_code(sorted_out))
    blocks.extend(pages.others(sorted_out))
    blocks.extend(unused_codes(layout.unused, language))
    counts = (phrase("excerpts_count", language), number(len(found), language))
    return document(
        project,
        layout,
        "excerpts_title",
        blocks,
        _records(sorted_out, language),
        items=len(found),
        counts=[counts],
    )


class _Sorted:
    """The excerpts sorted out by code."""

    def __init__(self, tree: CodeTree, found: Sequence[Excerpt], only: frozenset[CodeId]) -> None:
        self.tree = tree
        self.asked = only or {code.id for code in tree.ordered}
        self.by_code: dict[CodeId, list[Excerpt]] = {}
        self.elsewhere: dict[tuple[str, ...], list[Excerpt]] = {}
        """By code path, those of which no code is in the tree."""
        self.uncoded: list[Excerpt] = []
        for excerpt in found:
            self._put(excerpt)

    def _put(self, excerpt: Excerpt) -> None:
        codes = dict.fromkeys(coding.code for coding in excerpt.passage.codings)
        known = [code for code in codes if code in self.asked]
        for code in known:
            self.by_code.setdefault(code, []).append(excerpt)
        if not codes:
            self.uncoded.append(excerpt)
        elif not known:
            for path in dict.fromkeys(excerpt.code_paths):
                self.elsewhere.setdefault(path, []).append(excerpt)

    def any_below(self, code: CodeId) -> bool:
        """Whether a code below this one has an excerpt."""
        return any(below.id in self.by_code for below in self.tree.descendants(code))

    def rows(self) -> Iterator[tuple[Excerpt, tuple[str, ...], str, CodeId | None]]:
        """Each excerpt with the path, the GUID and the id of the code it stands under."""
        for code in self.tree.ordered:
            names = self.tree.names(code.id)
            for excerpt in self.by_code.get(code.id, ()):
                yield excerpt, names, code.guid, code.id
        for path, others in self.elsewhere.items():
            for excerpt in others:
                yield excerpt, path, "", _code_at(excerpt, path)
        for excerpt in self.uncoded:
            yield excerpt, (), "", None


class _Pages:
    """Writes excerpts as blocks."""

    def __init__(
        self, layout: ExcerptLayout, quoted: dict[int, Spans], cut: Cut | None = None
    ) -> None:
        self._layout = layout
        self._language = layout.language
        self._quoted = quoted
        self._cut = cut

    def by_code(self, found: _Sorted) -> Iterator[Block]:
        for code in found.tree.ordered:
            yield Heading(min(found.tree.depth(code.id) + 1, 9), code.name)
            if code.id not in found.asked:
                continue
            if self._layout.definitions and code.description.strip():
                text = Span(one_paragraph(code.description))
                yield Paragraph((text,), Style.DEFINITION, keep_with_next=True)
            under = found.by_code.get(code.id, [])
            if under:
                yield self._count(under)
            elif not found.any_below(code.id):
                yield Paragraph((Span(phrase("excerpts_none", self._language)),), Style.DETAIL)
            for excerpt in under:
                yield from self._excerpt(excerpt, code.id)

    def others(self, found: _Sorted) -> Iterator[Block]:
        if found.elsewhere:
            yield Heading(1, phrase("excerpts_other_codes", self._language))
        for path, under in found.elsewhere.items():
            yield Heading(2, ARROW.join(path))
            for excerpt in under:
                yield from self._excerpt(excerpt, _code_at(excerpt, path))
        if found.uncoded:
            yield Heading(1, phrase("excerpts_without_code", self._language))
        for excerpt in found.uncoded:
            yield from self._excerpt(excerpt, None)

    def _count(self, under: list[Excerpt]) -> Paragraph:
        text = phrase(
            "excerpts_of_code",
            self._language,
            excerpts=number(len(under), self._language),
            sources=number(len({excerpt.source.id for excerpt in under}), self._language),
        )
        return Paragraph((Span(text),), Style.DETAIL, keep_with_next=True)

    def _excerpt(self, excerpt: Excerpt, code: CodeId | None) -> Iterator[Block]:
        around = self._layout.context
        if excerpt.passage.region is not None:
            yield picture(excerpt, self._cut, self._language)
        else:
            yield Quote(
                self._quoted[id(excerpt)],
                reference(excerpt, self._language),
                before=one_paragraph(excerpt.before) if around else "",
                after=one_paragraph(excerpt.after) if around else "",
                language=excerpt.source.language,
            )
        below = list(self._below(excerpt, code))
        if len(below) > 1 and isinstance(below[-2], Paragraph):
            # The last line is not left for the next page on its own.
            below[-2] = replace(below[-2], keep_with_next=True)
        yield from below

    def _below(self, excerpt: Excerpt, code: CodeId | None) -> Iterator[Block]:
        """Translation, memos and other codes of an excerpt."""
        passage = excerpt.passage
        if passage.translation:
            yield labelled_text(self._translator(excerpt), passage.translation, Style.MEMO)
        for coding, coder in zip(passage.codings, excerpt.coders, strict=True):
            if coding.code == code and coding.memo.strip():
                yield from self._memo(self._label(excerpt, coding, coder), coding.memo)
        if passage.memo.strip():
            yield from self._memo(phrase("excerpts_passage_memo", self._language), passage.memo)
        if self._layout.other_codes:
            yield from self._also(excerpt, code)

    def _memo(self, label: str, text: str) -> list[Block]:
        return labelled(label, markdown.blocks(text, Style.MEMO, below=6), Style.MEMO)

    def _label(self, excerpt: Excerpt, coding: Coding, coder: str) -> str:
        """The coder is named where several have coded the passage so."""
        alike = sum(other.code == coding.code for other in excerpt.passage.codings)
        if alike > 1 and coder:
            return phrase("excerpts_memo_by", self._language, coder=coder)
        return phrase("excerpts_memo", self._language)

    def _translator(self, excerpt: Excerpt) -> str:
        name = excerpt.passage.translator
        if name:
            return phrase("excerpts_translation_by", self._language, translator=name)
        return phrase("excerpts_translation", self._language)

    def _also(self, excerpt: Excerpt, code: CodeId | None) -> Iterator[Block]:
        codings = zip(excerpt.passage.codings, excerpt.code_paths, strict=True)
        paths = dict.fromkeys(ARROW.join(path) for coding, path in codings if coding.code != code)
        if paths:
            label = phrase("excerpts_also", self._language)
            yield labelled_text(label, "; ".join(paths), Style.MEMO)


def picture(excerpt: Excerpt, cut: Cut | None, language: Language) -> Picture | Paragraph:
    """A rectangle as a picture with where it is from as its caption; words where there is none.

    The caption carries no brackets: it stands alone under the picture.
    """
    said = reference(excerpt, language)
    found = cut(excerpt) if cut is not None else None
    if found is None:
        words = f"{phrase('picture_not_shown', language)} {said}"
        return Paragraph((Span(words, dim=True),), Style.DETAIL)
    caption = said.removesuffix(" ★").removeprefix("(").removesuffix(")")
    star = " ★" if excerpt.passage.star else ""
    return Picture(
        found.data,
        found.width_px,
        found.height_px,
        alt=alternative(excerpt, language),
        caption=caption + star,
    )


def alternative(excerpt: Excerpt, language: Language) -> str:
    """What a rectangle is, for those who cannot see it: source, page, codes, and what one noted."""
    region, name = excerpt.passage.region, excerpt.source.name
    if region is None or excerpt.source.media_type.startswith("image/"):
        words = phrase("picture_alt", language, source=name)
    else:
        words = phrase("picture_alt_page", language, source=name, page=region.page)
    paths = "; ".join(dict.fromkeys(ARROW.join(path) for path in excerpt.code_paths))
    coded = phrase("picture_alt_codes", language, codes=paths) if paths else ""
    noted = one_paragraph(excerpt.passage.memo.split("\n")[0])
    return ". ".join(part for part in (", ".join(p for p in (words, coded) if p), noted) if part)


def quotations(found: Sequence[Excerpt], texts: Callable[[SourceId], str]) -> dict[int, Spans]:
    """The spans of each excerpt, by the identity of the excerpt.

    Raises UserError `quotation_differs` when what would be written is not, letter for letter, what
    the source says at the passage's place.
    """
    quoted: dict[int, Spans] = {}
    current: SourceId | None = None
    text = ""
    for excerpt in found:
        if excerpt.passage.region is not None:  # a picture has no words to compare
            continue
        if excerpt.source.id != current:
            current, text = excerpt.source.id, texts(excerpt.source.id)
        spans = _with_looks(excerpt.text, excerpt.runs)
        start, end = excerpt.passage.start, excerpt.passage.end
        if not 0 <= start <= end <= len(text) or plain(spans) != text[start:end]:
            raise UserError("quotation_differs", source=excerpt.source.name, start=start, end=end)
        quoted[id(excerpt)] = spans
    return quoted


def _with_looks(text: str, runs: tuple[Run, ...]) -> Spans:
    """The text as spans, cut where its looks change."""
    if not runs:
        return (Span(text),)
    spans: list[Span] = []
    at = 0
    for run in sorted(runs, key=lambda run: run.start):
        start, end = max(run.start, at), min(run.end, len(text))
        if start >= end:
            continue
        if start > at:
            spans.append(Span(text[at:start]))
        spans.append(Span(text[start:end], run.bold, run.italic, run.underline, run.link))
        at = end
    if at < len(text):
        spans.append(Span(text[at:]))
    return tuple(spans)


def _code_at(excerpt: Excerpt, path: tuple[str, ...]) -> CodeId | None:
    codings = zip(excerpt.passage.codings, excerpt.code_paths, strict=True)
    return next((coding.code for coding, other in codings if other == path), None)


def _records(found: _Sorted, language: Language) -> Records:
    rows = LazyRows(lambda: [_row(*under) for under in found.rows()])
    return Records(KEYS, titles(KEYS, language), rows)


def _row(excerpt: Excerpt, path: tuple[str, ...], guid: str, code: CodeId | None) -> Row:
    passage, source, region = excerpt.passage, excerpt.source, excerpt.passage.region
    edges = (region.x1, region.y1, region.x2, region.y2) if region else ()
    place: tuple[Value, ...] = (None, None, "", None, None, None)
    if region is None:
        place = (passage.start, passage.end, excerpt.text, excerpt.paragraph)
        place += (excerpt.line_from, excerpt.line_to)
    codings = [
        (coding, coder)
        for coding, coder in zip(passage.codings, excerpt.coders, strict=True)
        if coding.code == code
    ]
    return (
        *(join_path(path), guid, source.name, source.guid, source.kind.value, source.date),
        *(passage.guid, *place, excerpt.speaker),
        clock(excerpt.time_ms) if excerpt.time_ms is not None else "",
        tuple(dict.fromkeys(coder for _, coder in codings)),
        "\n".join(coding.memo for coding, _ in codings if coding.memo),
        passage.memo,
        passage.star,
        tuple(dict.fromkeys(join_path(names) for names in excerpt.code_paths)),
        *(excerpt.cases, excerpt.before, excerpt.after, passage.translation),
        *(region.page if region else None, ":".join(map(str, edges))),
    )
