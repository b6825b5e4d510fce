"""The chapter as a document that can be exported, with what was asked for this once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from makna.domain import presets
from makna.domain.chapter import Chapter, ChapterSettings
from makna.domain.codetree import CodeTree
from makna.domain.errors import UserError
from makna.domain.model import CodeId, SourceId
from makna.domain.reference_styles import ReferenceStyle
from makna.domain.report import THESIS, Page, Report, WordTemplate
from makna.domain.wording import Language
from makna.services.chapter_plan import Plan, chapter_plan
from makna.services.citing import check_variables
from makna.services.export_options import ExportOptions
from makna.services.pages import Cutter
from makna.services.reports.chapter import ChapterLayout
from makna.services.reports.chapter import chapter as report_of
from makna.services.writing import find_chapter
from makna.storage.clock import now
from makna.storage.project import Project


@dataclass(frozen=True)
class Asked:
    """What one export asks for; what is empty is as the chapter has it."""

    language: Language | None = None
    chapter: str = ""
    """Title or GUID; empty: the first there is, or the one that the code tree makes."""
    codes: tuple[CodeId, ...] = ()
    include_subcodes: bool = False
    where: str = ""
    reference: str = ""
    preset: str = ""
    template: Path | None = None


def chapter_entry(project: Project, options: ExportOptions) -> tuple[Report, int]:
    """What `services.exporting` asks for."""
    asked = Asked(
        language=options.language,
        chapter=options.chapter,
        codes=options.codes,
        include_subcodes=options.include_subcodes,
        where=options.where,
        reference=options.reference,
        preset=options.preset,
        template=options.template,
    )
    report = chapter_document(project, asked)
    return report, report.items


def chapter_document(project: Project, asked: Asked) -> Report:
    """The chapter as blocks. Writes nothing.

    What is to be looked at is in its `remarks`; the sources whose numbers it prints are named.
    Raises UserError for a reference, a preset or a `where` that makes no sense.
    """
    plan = plan_of(project, asked)
    layout = ChapterLayout(
        created_at=now(),
        page=_page(presets.parse(asked.preset).page or plan.settings.page),
        template=template_of(project, plan.settings),
    )
    cut = Cutter(project)
    try:
        report = report_of(project.overview.info(), plan, cut, layout)
    finally:
        cut.close()
    return replace(report, remarks=plan.problems(), prints_numbers_of=numbers_printed(plan))


def plan_of(project: Project, asked: Asked) -> Plan:
    """The plan that an export would print."""
    found = _chapter(project, asked.chapter)
    settings = _settings(found.settings if found else ChapterSettings(), asked)
    if asked.reference:
        check_variables(project, ReferenceStyle.of(asked.reference, "en"))
    return chapter_plan(
        project,
        found.id if found else None,
        settings=settings,
        language=asked.language,
        codes=_codes(project, asked),
        where=asked.where,
    )


def chapter_language(project: Project, chapter: str = "") -> str:
    """The language that the chapter of this name or GUID asks for; empty: the project's."""
    found = _chapter(project, chapter)
    return found.settings.language if found else ""


def numbers_printed(plan: Plan) -> tuple[SourceId, ...]:
    """The sources whose line or paragraph numbers stand in references of the plan."""
    style = ReferenceStyle.of(plan.settings.reference, plan.language, plan.settings.references)
    printing = {kind for kind, template in style.templates if template.prints_places}
    excerpts = (item.excerpt for _, item in plan.printed())
    cited = (e.source.id for e in excerpts if e.source.kind in printing and not e.passage.region)
    return tuple(dict.fromkeys(cited))


def template_of(project: Project, settings: ChapterSettings) -> WordTemplate | None:
    """The chapter's own Word template, where it has one. Raises UserError (`template_gone`)."""
    if not settings.template:
        return None
    return WordTemplate(kept_template(project, settings), settings.styles)


def kept_template(project: Project, settings: ChapterSettings) -> bytes:
    """The Word file that the project keeps. Raises UserError (`template_gone`)."""
    try:
        return project.blobs.get(settings.template)
    except KeyError:
        raise UserError("template_gone", name=settings.template_name) from None


def _settings(settings: ChapterSettings, asked: Asked) -> ChapterSettings:
    named = presets.parse(asked.preset)
    if asked.reference:
        settings = replace(settings, reference=asked.reference, references=())
    if named.quotation:
        settings = replace(settings, quotation=named.quotation)
    if asked.template is not None:
        settings = replace(settings, template="", template_name="", styles=())
    return settings


def _chapter(project: Project, wanted: str) -> Chapter | None:
    chapters = project.chapters.all()
    if not wanted.strip():
        return chapters[0] if chapters else None
    return find_chapter(project, wanted)


def _codes(project: Project, asked: Asked) -> Collection[CodeId]:
    if not asked.include_subcodes:
        return asked.codes
    tree: CodeTree = project.codes.tree(counted=False)
    below = [child.id for code in asked.codes for child in tree.descendants(code)]
    return (*asked.codes, *below)


def _page(name: str) -> Page:
    return presets.PAGES.get(name) or THESIS
