"""What each document is made of: reads the project and hands it to the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from makna import __version__
from makna.domain.codetree import CodeTree, join_path
from makna.domain.document import absolute_runs
from makna.domain.model import (
    Code,
    CodeId,
    Excerpt,
    LinkTarget,
    Memo,
    MemoKind,
    Passage,
    PassageId,
    Source,
    SourceId,
)
from makna.services.export_options import ExportOptions
from makna.services.retrieval import read_excerpts, retrieve
from makna.services.sources import natural
from makna.storage.clock import now
from makna.storage.project import Project

if TYPE_CHECKING:
    from makna.domain.report import Report
    from makna.services.reports.knowledge import Knowledge
    from makna.services.reports.transcripts import Transcript

_MANY = 1_500
"""Passages from which on a look at the forms reads those of the first case only."""
_BEGINNING = 60
"""Passages of a code that are read for a look."""
Builder = Callable[[Project, ExportOptions], "Report"]


def chapter(project: Project, options: ExportOptions) -> Report:
    from makna.services.chapter_export import chapter_entry

    return chapter_entry(project, options)[0]


def excerpts(project: Project, options: ExportOptions) -> Report:
    from makna.services.pages import Cutter
    from makna.services.reports.excerpts import ExcerptLayout
    from makna.services.reports.excerpts import excerpts as report_of

    tree = project.codes.tree()
    wanted = with_subcodes(tree, options)
    found = _excerpts(project, options, wanted)
    codes = [code for code in tree.ordered if not wanted or code.id in wanted]
    unused: list[Code] = []
    if not wanted and not options.unused_codes:
        used = {coding.code for excerpt in found for coding in excerpt.passage.codings}
        codes, unused = used_and_not(tree, used)
    layout = ExcerptLayout(
        language=options.language,
        other_codes=options.other_codes,
        context=options.words_around > 0,
        created_at=now(),
        only=frozenset(wanted),
        unused=tuple(join_path(tree.names(code.id)) for code in unused),
    )
    shown = with_ancestors(tree, codes) if wanted else codes
    cut = Cutter(project)
    try:
        info = project.overview.info()
        report = report_of(info, shown, found, project.texts.text, layout, cut)
    finally:
        cut.close()
    return replace(report, prints_numbers_of=_in_text(found))


def codebook(project: Project, options: ExportOptions) -> Report:
    from makna.services.reports.codebook import CodebookLayout
    from makna.services.reports.codebook import codebook as report_of

    tree = project.codes.tree()
    wanted = with_subcodes(tree, options)
    codes = [code for code in tree.ordered if not wanted or code.id in wanted]
    layout = CodebookLayout(
        language=options.language,
        form="running" if options.form == "running" else "table",
        created_at=now(),
        unused=bool(wanted) or options.unused_codes,
    )
    shown = with_ancestors(tree, codes) if wanted else codes
    return report_of(project.overview.info(), shown, layout)


def memos(project: Project, options: ExportOptions) -> Report:
    from makna.services.reports.memos import memos as report_of
    from makna.services.reports.parts import Layout

    layout = Layout(language=options.language, created_at=now())
    return report_of(project.overview.info(), project.memos.all(), layout)


def informants(project: Project, options: ExportOptions) -> Report:
    from makna.services.reports.informants import informants as report_of
    from makna.services.reports.parts import Layout

    cases = sorted(project.cases.all(), key=lambda case: natural(case.name))
    layout = Layout(language=options.language, created_at=now())
    sources = project.sources.all()
    return report_of(project.overview.info(), cases, project.cases.variables(), sources, layout)


def transcripts(project: Project, options: ExportOptions) -> Report:
    from makna.services.reports.transcripts import TranscriptLayout, of_kinds
    from makna.services.reports.transcripts import transcripts as report_of

    only = frozenset(_sources_where(project, options)) if options.where.strip() else None
    ordered = sorted(project.sources.all(), key=lambda source: natural(source.name))
    sources = of_kinds(ordered, only)
    if options.beginning:
        sources = sources[:1]
    layout = TranscriptLayout(
        language=options.language, created_at=now(), margin=options.codes_in_margin
    )
    tree = project.codes.tree(counted=False)
    wanted = with_subcodes(tree, options)
    found = [_transcript(project, source, tree, wanted, options) for source in sources]
    return report_of(project.overview.info(), found, layout)


def coding_table(project: Project, options: ExportOptions) -> Report:
    from makna.services.reports.coding_table import CodingTableLayout
    from makna.services.reports.coding_table import coding_table as report_of

    tree = project.codes.tree()
    wanted = with_subcodes(tree, options)
    found = _excerpts(project, options, wanted)
    if wanted:
        found = [_only(excerpt, wanted) for excerpt in found]
    layout = CodingTableLayout(
        language=options.language,
        form="axial" if options.form == "axial" else "reduction",
        created_at=now(),
    )
    return report_of(project.overview.info(), tree.ordered, found, layout)


def audit(project: Project, options: ExportOptions) -> Report:
    from makna.services.reports.audit import Step
    from makna.services.reports.audit import audit as report_of
    from makna.services.reports.parts import Layout

    steps = [
        Step(int(entry.id), entry.at, entry.coder, entry.label, entry.counts, entry.undone)
        for entry in reversed(project.history.entries(-1))
    ]
    layout = Layout(language=options.language, created_at=now())
    return report_of(project.overview.info(), steps, layout)


def member_check(project: Project, options: ExportOptions) -> Report:
    from makna.services.reports.member_check import Form
    from makna.services.reports.member_check import member_check as report_of
    from makna.services.reports.parts import Layout

    cases = sorted(project.cases.all(), key=lambda case: natural(case.name))
    asked = bool(options.where.strip())
    if options.beginning and cases and not asked and project.overview.info().passages > _MANY:
        cases = cases[:1]
        options = replace(options, where=f"case:{cases[0].guid}")
    found = [e for e in _excerpts(project, options, set()) if e.passage.codings]
    summaries = [memo for memo in project.memos.all() if memo.kind is MemoKind.SUMMARY]
    forms = []
    for case in cases:
        own = [excerpt for excerpt in found if case.name in excerpt.cases]
        starred = [excerpt for excerpt in own if excerpt.passage.star]
        told = tuple(memo for memo in summaries if _is_about(memo, case.guid))
        if own or (told and not asked):
            chosen = starred or own
            forms.append(Form(case, told, tuple(chosen), len(own) - len(chosen)))
    layout = Layout(language=options.language, created_at=now())
    return report_of(project.overview.info(), forms, layout)


def coreq(project: Project, options: ExportOptions) -> Report:
    from makna.services.reports.checklists import checklist
    from makna.services.reports.parts import Layout

    layout = Layout(language=options.language, created_at=now())
    return checklist("coreq", knowledge(project), layout)


def srqr(project: Project, options: ExportOptions) -> Report:
    from makna.services.reports.checklists import checklist
    from makna.services.reports.parts import Layout

    layout = Layout(language=options.language, created_at=now())
    return checklist("srqr", knowledge(project), layout)


BUILDERS: dict[str, Builder] = {
    "chapter": chapter,
    "excerpts": excerpts,
    "codebook": codebook,
    "memos": memos,
    "informants": informants,
    "transcripts": transcripts,
    "coding-table": coding_table,
    "audit": audit,
    "member-check": member_check,
    "coreq": coreq,
    "srqr": srqr,
}


def knowledge(project: Project) -> Knowledge:
    """All that the checklists may say of the study."""
    from makna.services.reports.knowledge import Knowledge

    passages = [p for p in project.passages.by_ids(retrieve(project)) if p.codings]
    names = {coder.id: coder.name for coder in project.overview.coders()}
    coders = Counter(names.get(c.coder, "") for p in passages for c in p.codings)
    sources = tuple(sorted(project.sources.all(), key=lambda source: natural(source.name)))
    entries = project.history.entries(-1)
    return Knowledge(
        project=project.overview.info(),
        coders=tuple(name for name, _ in coders.most_common() if name),
        askers=_askers(project, sources),
        cases=tuple(sorted(project.cases.all(), key=lambda case: natural(case.name))),
        variables=tuple(project.cases.variables()),
        sources=sources,
        tree=project.codes.tree(),
        memos=tuple(project.memos.all()),
        starred=sum(passage.star for passage in passages),
        coded=len(passages),
        coded_sources=len({passage.source for passage in passages}),
        translated=sum(bool(passage.translation.strip()) for passage in passages),
        timed=sum(
            any(turn.time_ms is not None for turn in project.sources.turns(source.id))
            for source in sources
        ),
        pseudonyms=len(project.pseudonyms.all()),
        steps=len(entries),
        first_step=entries[-1].at if entries else "",
        last_step=entries[0].at if entries else "",
        version=__version__,
    )


def with_subcodes(tree: CodeTree, options: ExportOptions) -> set[CodeId]:
    """The codes asked for, with those below them where that was asked, too."""
    wanted = set(options.codes)
    if options.include_subcodes:
        wanted |= {below.id for code in options.codes for below in tree.descendants(code)}
    return wanted


def with_ancestors(tree: CodeTree, codes: Sequence[Code]) -> list[Code]:
    """The codes and those above them, in tree order: headings need their levels."""
    chosen = {code.id for code in codes}
    above = {ancestor.id for code in codes for ancestor in tree.ancestors(code.id)}
    return [code for code in tree.ordered if code.id in chosen | above]


def used_and_not(tree: CodeTree, used: Iterable[CodeId]) -> tuple[list[Code], list[Code]]:
    """The codes in use with those above them, and the others; all when nothing is used yet."""
    kept = set(used)
    if not kept:
        return list(tree.ordered), []
    shown = with_ancestors(tree, [code for code in tree.ordered if code.id in kept])
    ids = {code.id for code in shown}
    return shown, [code for code in tree.ordered if code.id not in ids]


def _excerpts(project: Project, options: ExportOptions, wanted: set[CodeId]) -> list[Excerpt]:
    passages = retrieve(project, options.where, include_subcodes=options.include_subcodes)
    if options.passages:
        chosen = set(options.passages)
        passages = [passage for passage in passages if passage in chosen]
    if options.beginning and wanted:
        passages = _first_of_each(project, passages, wanted)
    found = read_excerpts(project, passages, words_around=options.words_around)
    if wanted:
        found = [e for e in found if any(c.code in wanted for c in e.passage.codings)]
    return found


def _first_of_each(
    project: Project, passages: Sequence[PassageId], codes: set[CodeId]
) -> list[PassageId]:
    """Of each code the first passages, in the order given."""
    kept: set[PassageId] = set()
    for coded in project.retrieval.of_codes(codes).values():
        kept.update(islice((passage for passage in passages if passage in coded), _BEGINNING))
    return [passage for passage in passages if passage in kept]


def _only(excerpt: Excerpt, wanted: set[CodeId]) -> Excerpt:
    """The excerpt with its codings of the wanted codes only."""
    codings = excerpt.passage.codings
    kept = [at for at, coding in enumerate(codings) if coding.code in wanted]
    return replace(
        excerpt,
        passage=replace(excerpt.passage, codings=tuple(codings[at] for at in kept)),
        code_paths=tuple(excerpt.code_paths[at] for at in kept),
        coders=tuple(excerpt.coders[at] for at in kept),
    )


def _in_text(found: Iterable[Excerpt]) -> tuple[SourceId, ...]:
    cited = (excerpt.source.id for excerpt in found if excerpt.passage.region is None)
    return tuple(dict.fromkeys(cited))


def _sources_where(project: Project, options: ExportOptions) -> set[SourceId]:
    passages = retrieve(project, options.where, include_subcodes=options.include_subcodes)
    return {passage.source for passage in project.passages.by_ids(passages)}


def _transcript(
    project: Project,
    source: Source,
    tree: CodeTree,
    wanted: set[CodeId],
    options: ExportOptions,
) -> Transcript:
    from makna.services.editions import numbered_lines
    from makna.services.reports.transcripts import Transcript, head

    passages = (p for p in project.passages.of_source(source.id) if p.region is None)
    coded = ((p, _names(p, tree, wanted)) for p in passages)
    return Transcript(
        source=source,
        lines=numbered_lines(project, source.id),
        runs=tuple(absolute_runs(project.texts.layout(source.id))),
        turns=project.sources.turns(source.id),
        facts=head(source, options.language),
        passages=tuple((p, names) for p, names in coded if names),
    )


def _names(passage: Passage, tree: CodeTree, wanted: set[CodeId]) -> tuple[str, ...]:
    codes = dict.fromkeys(c.code for c in passage.codings if not wanted or c.code in wanted)
    return tuple(tree[code].name for code in codes if code in tree)


def _is_about(memo: Memo, case_guid: str) -> bool:
    return any(link.target is LinkTarget.CASE and link.guid == case_guid for link in memo.links)


def _askers(project: Project, sources: Iterable[Source]) -> tuple[str, ...]:
    found: Counter[str] = Counter()
    for source in sources:
        for speaker in project.sources.speakers(source.id):
            if speaker["interviewer"]:
                found[str(speaker["name"])] += 1
    return tuple(name for name, _ in found.most_common())
