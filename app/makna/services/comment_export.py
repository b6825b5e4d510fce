"""Transcripts as Word with a comment on every coded passage, for somebody who reads in Word.

A comment is what one coder did with one passage: code paths a line each, an empty line, memos. A
hidden bookmark around it and a custom XML part keep who it is, so that the file can come back
(`services.comments`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from xml.sax.saxutils import quoteattr

from makna.domain.codetree import CodeTree
from makna.domain.comment_text import fingerprint, written
from makna.domain.dates import here
from makna.domain.document import Block as Paragraph_
from makna.domain.document import Layout
from makna.domain.errors import UserError
from makna.domain.file_names import file_name
from makna.domain.model import CoderId, Coding, Passage, Source, SourceId
from makna.domain.pseudonym_report import pseudonymised
from makna.domain.pseudonyms import Disguised, Ledger, Replacement, Replacer
from makna.domain.report import (
    THESIS,
    Block,
    Heading,
    Item,
    ItemList,
    PageBreak,
    Paragraph,
    Report,
    Span,
    Spans,
    Style,
)
from makna.domain.wording import Language, phrase
from makna.formats.locks import check_replaceable
from makna.formats.writers import write_report
from makna.formats.writers._comments import (
    NAMESPACE,
    WordComment,
    add_comments,
    closes,
    end,
    opens,
    start,
)
from makna.scratch_files import scratch_beside
from makna.services.file_copies import free_path
from makna.services.places import joined_memo
from makna.services.pseudonyms import replacer
from makna.services.reports.parts import Layout as ReportLayout
from makna.services.reports.parts import about
from makna.storage.clock import now
from makna.storage.project import Project

SOURCE_MARK = "_mks_"
COMMENT_MARK = "_mkc_"
"""Bookmarks whose names begin with `_` are hidden in Word; both hold a GUID in 32 digits."""
_LINE_SPACING = 1.3
_STYLES = {"quote": Style.QUOTE, "footnote": Style.DETAIL}


@dataclass(frozen=True)
class CommentsWritten:
    """What went out."""

    paths: tuple[Path, ...]
    sources: int
    comments: int
    replacements: tuple[Replacement, ...] = ()


@dataclass(frozen=True)
class OwnComment:
    """What one coder did with one passage, as a comment says it."""

    passage: Passage
    coder: CoderId
    author: str
    at: str
    lines: tuple[str, ...]

    @property
    def mark(self) -> str:
        """Name of its bookmark: 40 characters at most."""
        return f"{COMMENT_MARK}{self.passage.guid.replace('-', '')}{_base36(self.coder)[:3]}"


def export_comments(
    project: Project,
    out: Path,
    sources: Sequence[SourceId] = (),
    *,
    language: Language = "id",
    pseudonyms: bool = True,
) -> CommentsWritten:
    """Write sources (all that have text, if none are named) with their coding as comments.

    `out` is a file that ends in .docx and holds all of them, or a folder that gets one file for
    each. Files appear whole or not at all. Raises UserError: `comments_nothing_to_write`,
    `comments_only_docx`, `no_folder`, `cannot_write`.
    """
    chosen = _chosen(project, sources)
    finder = replacer(project) if pseudonyms else Replacer(())
    if not out.is_dir():
        if out.suffix.lower() != ".docx":
            raise UserError("comments_only_docx", name=out.name)
        if not out.parent.is_dir():
            raise UserError("no_folder", name=str(out.parent))
        return _write(project, out, chosen, finder, language)
    done = [
        _write(project, _free(out, finder.apply(source.name)), [source], finder, language)
        for source in chosen
    ]
    return CommentsWritten(
        tuple(path for each in done for path in each.paths),
        len(chosen),
        sum(each.comments for each in done),
        tuple(row for each in done for row in each.replacements),
    )


def comments_of(project: Project, source: SourceId) -> list[OwnComment]:
    """The comments that a source goes out with, in order of place."""
    tree = project.codes.tree(counted=False)
    names = {coder.id: coder.name for coder in project.overview.coders()}
    passages = [p for p in project.passages.of_source(source) if p.start < p.end]
    return [
        comment
        for passage in sorted(passages, key=lambda p: (p.start, -p.end))
        for comment in _of_passage(passage, tree, names, project.coder)
    ]


def _of_passage(
    passage: Passage, tree: CodeTree, names: dict[CoderId, str], me: CoderId
) -> Iterable[OwnComment]:
    rank = {code.id: index for index, code in enumerate(tree.ordered)}
    coders = list(dict.fromkeys(coding.coder for coding in passage.codings))
    if not coders and passage.memo.strip():
        coders = [me]
    for index, coder in enumerate(coders):
        codings = sorted(
            (c for c in passage.codings if c.coder == coder), key=lambda c: rank.get(c.code, 0)
        )
        memo = joined_memo(*_memos(codings, tree), passage.memo if index == 0 else "")
        lines = written([tree.names(coding.code) for coding in codings], memo)
        at = max((coding.created_at for coding in codings), default="")
        yield OwnComment(passage, coder, names.get(coder, ""), at, lines)


def _memos(codings: Sequence[Coding], tree: CodeTree) -> list[str]:
    """The memos of codings; of several, each with the name of its code."""
    if len(codings) == 1:
        return [codings[0].memo]
    return [f"{tree[c.code].name}: {c.memo}" for c in codings if c.memo.strip()]


def _write(
    project: Project, path: Path, sources: Sequence[Source], finder: Replacer, language: Language
) -> CommentsWritten:
    ledger = Ledger()
    book = _Book(project, finder, ledger)
    blocks: list[Block] = []
    for source in sources:
        # Each transcript on a page of its own.
        blocks += [*([PageBreak()] if blocks else []), *book.source(source)]
    info = project.overview.info()
    layout = ReportLayout(language=language, created_at=now())
    lead = Paragraph((Span(phrase("comments_lead", language)),), Style.DETAIL)
    report = Report(
        title=phrase("comments_title", language),
        language=language,
        blocks=[lead, *blocks],
        author=info.coder.name,
        properties=about(info, layout),
        items=len(book.comments),
        created_at=layout.created_at,
        page=replace(THESIS, line_spacing=_LINE_SPACING),
    )
    report = pseudonymised(report, finder, ledger)
    memory = _memory(info.guid, sources, book, bool(finder))
    _save(report, path, book.comments, memory, language)
    return CommentsWritten((path,), len(sources), len(book.comments), report.replacements)


class _Book:
    """Sources as blocks, with marks where comments begin and end; gathers the comments."""

    def __init__(self, project: Project, finder: Replacer, ledger: Ledger) -> None:
        self._project = project
        self._finder = finder
        self._ledger = ledger
        self.comments: list[WordComment] = []

    def source(self, source: Source) -> list[Block]:
        text = self._project.texts.text(source.id)
        layout = self._project.texts.layout(source.id)
        found = self._finder.find(text)
        self._ledger.note(found, "transcript")
        marks = self._marks(source.id)
        bookmark = SOURCE_MARK + source.guid.replace("-", "")
        marks.setdefault(0, []).insert(0, opens(bookmark))
        marks.setdefault(len(text), []).append(closes(bookmark))
        paragraphs = _paragraphs(Disguised(text, found), layout, marks)
        return [Heading(1, source.name), *_joined(paragraphs)]

    def _marks(self, source: SourceId) -> dict[int, list[Span]]:
        """By position: the marks that stand there, ends before beginnings."""
        ends: dict[int, list[Span]] = {}
        starts: dict[int, list[Span]] = {}
        for own in comments_of(self._project, source):
            number = len(self.comments)
            self.comments.append(self._comment(own))
            starts.setdefault(own.passage.start, []).append(start(number))
            ends.setdefault(own.passage.end, []).insert(0, end(number))
        places = ends.keys() | starts.keys()
        return {at: ends.get(at, []) + starts.get(at, []) for at in places}

    def _comment(self, own: OwnComment) -> WordComment:
        lines = []
        for line in own.lines:
            found = self._finder.find(line)
            self._ledger.note(found, "comment")
            lines.append(self._finder.apply(line))
        author = self._finder.apply(own.author)
        return WordComment(author, _local(own.at), tuple(lines), own.mark)


def _paragraphs(
    shown: Disguised, layout: Layout, marks: dict[int, list[Span]]
) -> list[tuple[Paragraph_, Spans]]:
    """Each paragraph with its spans, cut where looks change and where comments begin and end."""
    ordered = sorted(marks)
    result: list[tuple[Paragraph_, Spans]] = []
    at, next_mark = 0, 0
    for block in layout:
        finish = at + block.length
        here: list[int] = []
        while next_mark < len(ordered) and ordered[next_mark] <= finish:
            here.append(ordered[next_mark])
            next_mark += 1
        result.append((block, _spans(shown, block, at, here, marks)))
        at = finish + 1
    return result


def _spans(
    shown: Disguised,
    block: Paragraph_,
    at: int,
    places: Sequence[int],
    marks: dict[int, list[Span]],
) -> Spans:
    finish = at + block.length
    looks = {run.start + at: run for run in block.runs}
    edges = {at, finish, *looks, *(run.end + at for run in block.runs)}
    # A mark at the line feed of the paragraph before stands at its end.
    cuts = sorted(edges | {max(at, place) for place in places})
    bold = block.style == "title" or block.style.startswith("heading")
    placed = {max(at, place): marks[place] for place in places}
    spans: list[Span] = list(placed.get(at, ()))
    run = None
    for begin, stop in pairwise(cuts):
        run = looks.get(begin, run if run is not None and run.end + at > begin else None)
        look = (
            Span("", bold=bold)
            if run is None
            else Span("", run.bold or bold, run.italic, run.underline)
        )
        if words := shown.piece(begin, stop):
            spans.append(replace(look, text=words))
        spans += placed.get(stop, ())
    return tuple(spans)


def _joined(paragraphs: Iterable[tuple[Paragraph_, Spans]]) -> list[Block]:
    """Paragraphs as blocks; items of a list keep their numbers as numbers of Word."""
    blocks: list[Block] = []
    items: list[Item] = []
    for block, spans in paragraphs:
        if block.style == "list":
            digits = "".join(char for char in block.marker if char.isdigit())
            items.append(Item(spans, block.level, int(digits[:6]) if digits else None))
            continue
        if items:
            blocks.append(ItemList(tuple(items)))
            items = []
        titled = block.style == "title" or block.style.startswith("heading")
        style = Style.DEFINITION if titled else _STYLES.get(block.style, Style.BODY)
        blocks.append(Paragraph(spans or (Span(""),), style, keep_with_next=titled))
    return [*blocks, ItemList(tuple(items))] if items else blocks


def _memory(guid: str, sources: Sequence[Source], book: _Book, disguised: bool) -> str:
    """What the file has to remember until it comes back; GUIDs and hashes, no names, no words."""
    rows = [
        *(f"<m:source guid={quoteattr(source.guid)}/>" for source in sources),
        *(
            f"<m:comment mark={quoteattr(each.mark)} text={quoteattr(fingerprint(each.lines))}/>"
            for each in book.comments
        ),
    ]
    return (
        f'<m:comments xmlns:m="{NAMESPACE}" project={quoteattr(guid)}'
        f' pseudonyms="{int(disguised)}">{"".join(rows)}</m:comments>'
    )


def _save(
    report: Report, path: Path, comments: Sequence[WordComment], memory: str, language: Language
) -> None:
    try:
        check_replaceable(path)
        with scratch_beside(path) as scratch:
            made, finished = scratch / "made.docx", scratch / "finished.docx"
            write_report(report, made)
            add_comments(made, finished, comments, memory, language)
            finished.replace(path)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UserError("cannot_write", name=path.name, reason=reason) from error


def _chosen(project: Project, sources: Sequence[SourceId]) -> list[Source]:
    wanted = set(sources)
    found = [
        source
        for source in project.sources.all()
        if (not wanted or source.id in wanted) and project.texts.length(source.id)
    ]
    if not found:
        raise UserError("comments_nothing_to_write")
    return found


def _free(folder: Path, name: str) -> Path:
    return free_path(folder, file_name(name)[:120] or "source", ".docx")


def _local(at: str) -> str:
    """Word shows the time of a comment as it is written, so it is written local."""
    moment = here(at) or datetime.now()
    return moment.strftime("%Y-%m-%dT%H:%M:%S")


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
    return digits or "0"
