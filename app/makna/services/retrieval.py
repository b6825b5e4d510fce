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
    SpeakerId,
    Turn,
    VariableType,
)
from makna.domain.query import And, Expression, Not, Or, Term, parse
from makna.domain.text import Lines, Paragraphs
from makna.domain.written import NO, YES
from makna.services.editions import Numbering
from makna.services.sources import natural
from makna.storage.project import Project
from makna.storage.rows import batched


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
        _check_variable(project, expression)
    elif expression.field == "star":
        _check_yes_no(expression.field, expression.value)


def _check_variable(project: Project, term: Term) -> None:
    name = term.field.removeprefix("var.")
    variables = project.cases.variables()
    known = next((each for each in variables if name_key(each.name) == name_key(name)), None)
    if known is None:
        raise NotFound("not_found", thing="variable", name=name)
    if known.type is VariableType.YES_NO and term.value.strip():
        _check_yes_no(term.field, term.value)


def _check_yes_no(field: str, value: str) -> None:
    if value.strip().casefold() not in YES | NO:
        choices = "yes, no, ya, tidak, true, false, 1, 0"
        raise UserError("bad_yes_no", field=field, value=value, choices=choices)


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
    return ExcerptReader(project).read_all(project.passages.by_ids(passages), words_around)


_AT_ONCE = 100
"""Sources whose rows are read by one statement."""


@dataclass
class _Opened:
    """A source as excerpts need it, read once."""

    source: Source
    text: str
    runs: list[Run]
    run_ends: list[int]
    lines: Lines
    paragraphs: Paragraphs
    turns: Sequence[Turn]
    speaker_cases: dict[SpeakerId, str]


class ExcerptReader:
    """Reads excerpts out of a project; each source is opened once, and stays so."""

    def __init__(self, project: Project, *, words_only: bool = False) -> None:
        """With `words_only` excerpts have neither looks nor line numbers: lists show neither."""
        self._project = project
        self._words_only = words_only
        self._tree = project.codes.tree(counted=False)
        self._coders = {coder.id: coder.name for coder in project.overview.coders()}
        self._cases = project.cases.names()
        self._opened: dict[SourceId, _Opened] = {}
        self._numbering = Numbering(project)

    def read_all(self, passages: Sequence[Passage], words_around: int = 0) -> list[Excerpt]:
        """In the order given. Raises NotFound as `read`."""
        self._open(dict.fromkeys(passage.source for passage in passages))
        return [self.read(passage, words_around) for passage in passages]

    def read(self, passage: Passage, words_around: int = 0) -> Excerpt:
        """Raises NotFound when its source is gone."""
        self._open([passage.source])
        opened = self._opened[passage.source]
        if passage.region is not None:
            return self._read_region(opened, passage)
        turn = _turn_at(opened.turns, passage.start)
        lines = (0, 0) if self._words_only else opened.lines.span(passage.start, passage.end)
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
            line_from=lines[0],
            line_to=lines[1],
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

    def _open(self, sources: Iterable[SourceId]) -> None:
        """Read those that are not open: a handful of statements for each hundred."""
        for some in batched((key for key in sources if key not in self._opened), _AT_ONCE):
            self._read_sources(some)

    def _read_sources(self, keys: Sequence[SourceId]) -> None:
        project = self._project
        sources, texts = project.sources.some(keys), project.texts.some(keys)
        turns, linked = project.sources.turns_of(keys), project.sources.speakers_with_cases(keys)
        for key in keys:
            if key not in sources:
                raise NotFound("gone", thing="source")
            text = texts.get(key, "")
            layout = () if self._words_only else project.texts.layout(key)
            runs = list(absolute_runs(layout))
            self._opened[key] = _Opened(
                sources[key],
                text,
                runs,
                [run.end for run in runs],
                *self._numbering.of(key, text),
                turns.get(key, ()),
                {who: self._cases[case] for who, case in linked.get(key, {}).items()},
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
