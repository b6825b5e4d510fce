"""Retrieval: which passages an expression chooses, and reading them out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from makna.domain.codetree import CodeTree, name_key
from makna.domain.document import Run, absolute_runs
from makna.domain.errors import NotFound, UserError
from makna.domain.model import (
    CodeId,
    Excerpt,
    Passage,
    PassageId,
    Source,
    SourceId,
    SourceKind,
    Turn,
)
from makna.domain.query import And, Expression, Not, Or, parse
from makna.domain.text import Lines, Paragraphs
from makna.services.editions import Numbering
from makna.services.sources import natural
from makna.storage.project import Project


def retrieve(
    project: Project, where: str = "", *, include_subcodes: bool = False
) -> list[PassageId]:
    """The passages that `where` chooses (all when empty), by source name and place.

    Raises UserError for an expression that makes no sense, NotFound for an unknown code.
    """
    tree = project.codes.tree(counted=False)
    expression = parse(where) if where.strip() else None
    if expression is not None:
        _check(project, expression)
    found = project.retrieval.passages(expression, code_resolver(tree, include_subcodes))
    return by_source_name(project, found)


def by_source_name(
    project: Project, found: Iterable[tuple[PassageId, SourceId]]
) -> list[PassageId]:
    """Passages that stand in order of place, by the names of their sources."""
    names = {source: natural(name) for source, name in project.sources.names_by_id().items()}
    # Sorting is stable.
    ordered = sorted(found, key=lambda pair: (names[pair[1]], pair[1]))
    return [passage for passage, _ in ordered]


def _check(project: Project, expression: Expression) -> None:
    """Refuse names that the project does not know: an empty answer would look like a result."""
    if isinstance(expression, Not):
        _check(project, expression.operand)
    elif isinstance(expression, And | Or):
        for operand in expression.operands:
            _check(project, operand)
    elif expression.field == "kind" and expression.value.casefold() not in list(SourceKind):
        raise UserError("bad_kind", kind=expression.value, kinds=", ".join(SourceKind))
    elif expression.field in ("case", "source", "speaker", "coder") and not (
        project.retrieval.is_name(expression.field, expression.value)
    ):
        raise NotFound("not_found", thing=expression.field, name=expression.value)
    elif expression.field.startswith("var."):
        name = expression.field.removeprefix("var.")
        if not any(name_key(known.name) == name_key(name) for known in project.cases.variables()):
            raise NotFound("not_found", thing="variable", name=name)


def code_resolver(tree: CodeTree, include_subcodes: bool) -> Callable[[str], list[CodeId]]:
    """Turns a written path into the codes it means. Raises NotFound."""

    def resolve(path: str) -> list[CodeId]:
        by_guid = next((code for code in tree.ordered if code.guid == path), None)
        code = by_guid or tree.find(path)
        below = tree.descendants(code.id) if include_subcodes else []
        return [code.id, *(child.id for child in below)]

    return resolve


def of_codes(project: Project, codes: Iterable[CodeId]) -> list[PassageId]:
    """The passages that carry at least one of the codes."""
    of_code = project.retrieval.of_codes(set(codes))
    return by_source_name(project, project.retrieval.placed(set().union(*of_code.values())))


def read_excerpts(
    project: Project, passages: Sequence[PassageId], *, words_around: int = 0
) -> list[Excerpt]:
    """The passages read out, in the order given; those that are gone are left out."""
    reader = ExcerptReader(project)
    found = project.passages.by_ids(passages)
    return [reader.read(passage, words_around) for passage in found]


@dataclass
class _Opened:
    """A source as excerpts need it, read once."""

    source: Source
    text: str
    runs: list[Run]
    run_ends: list[int]
    lines: Lines
    paragraphs: Paragraphs
    turns: list[Turn]
    speaker_cases: dict[int, str]


class ExcerptReader:
    """Reads excerpts out of a project; each source is opened once."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._tree = project.codes.tree(counted=False)
        self._coders = {coder.id: coder.name for coder in project.overview.coders()}
        self._cases = {case.id: case.name for case in project.cases.all()}
        self._opened: dict[SourceId, _Opened] = {}
        self._numbering = Numbering(project)

    def read(self, passage: Passage, words_around: int = 0) -> Excerpt:
        opened = self._open(passage.source)
        if passage.region is not None:
            return self._read_region(opened, passage)
        turn = _turn_at(opened.turns, passage.start)
        line_from, line_to = opened.lines.span(passage.start, passage.end)
        return Excerpt(
            passage=passage,
            source=opened.source,
            text=opened.text[passage.start : passage.end],
            runs=_runs_in(opened, passage.start, passage.end),
            code_paths=tuple(self._tree.names(coding.code) for coding in passage.codings),
            coders=tuple(self._coders.get(coding.coder, "") for coding in passage.codings),
            before=_words_before(opened.text, passage.start, words_around),
            after=_words_after(opened.text, passage.end, words_around),
            cases=_cases(opened, turn),
            paragraph=opened.paragraphs.number(passage.start),
            line_from=line_from,
            line_to=line_to,
            speaker=turn.name if turn else "",
            time_ms=turn.time_ms if turn else None,
        )

    def _read_region(self, opened: _Opened, passage: Passage) -> Excerpt:
        """A rectangle has no words; `services.pages.Cutter` cuts it out as a picture."""
        return Excerpt(
            passage=passage,
            source=opened.source,
            text="",
            runs=(),
            code_paths=tuple(self._tree.names(coding.code) for coding in passage.codings),
            coders=tuple(self._coders.get(coding.coder, "") for coding in passage.codings),
            cases=_cases(opened, None),
            paragraph=opened.paragraphs.number(passage.start),
        )

    def _open(self, source: SourceId) -> _Opened:
        if source not in self._opened:
            self._opened[source] = self._read_source(source)
        return self._opened[source]

    def _read_source(self, source: SourceId) -> _Opened:
        project = self._project
        found = project.sources.plain(source)
        if found is None:
            raise NotFound("gone", thing="source")
        text = project.texts.text(source)
        runs = list(absolute_runs(project.texts.layout(source)))
        speaker_cases: dict[int, str] = {
            speaker: self._cases[case]
            for speaker, case in project.sources.cases_of_speakers(source).items()
        }
        return _Opened(
            found,
            text,
            runs,
            [run.end for run in runs],
            *self._numbering.of(source, text),
            project.sources.turns(source),
            speaker_cases,
        )


def _turn_at(turns: Sequence[Turn], position: int) -> Turn | None:
    index = bisect_right(turns, position, key=lambda turn: turn.start) - 1
    if index >= 0 and position <= turns[index].end:
        return turns[index]
    return None


def _runs_in(opened: _Opened, start: int, end: int) -> tuple[Run, ...]:
    found: list[Run] = []
    for run in opened.runs[bisect_right(opened.run_ends, start) :]:
        if run.start >= end:
            break
        found.append(
            replace(run, start=max(run.start, start) - start, end=min(run.end, end) - start)
        )
    return tuple(found)


def _cases(opened: _Opened, turn: Turn | None) -> tuple[str, ...]:
    said_by = opened.speaker_cases.get(turn.speaker) if turn else None
    names = [said_by, *opened.source.cases] if said_by else list(opened.source.cases)
    return tuple(dict.fromkeys(names))


def _words_before(text: str, position: int, words: int) -> str:
    """The last words before the position, without leaving its paragraph."""
    if not words:
        return ""
    start = text.rfind("\n", 0, position) + 1
    return " ".join(text[start:position].split()[-words:])


def _words_after(text: str, position: int, words: int) -> str:
    if not words:
        return ""
    end = text.find("\n", position)
    return " ".join(text[position : len(text) if end < 0 else end].split()[:words])
