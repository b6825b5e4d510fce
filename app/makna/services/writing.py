"""Putting a chapter together: chapters, their sections, and how they are written.

Decisions have rows; what was never decided has none, and is as the code tree and the sources have
it. Each verb is one step. Quotations are `services.quotations`, reading is `services.chapter_plan`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from makna.domain.changes import Outcome
from makna.domain.chapter import (
    Chapter,
    ChapterId,
    ChapterSettings,
    SectionChoice,
    SectionId,
    check_settings,
    settings_to_json,
)
from makna.domain.codetree import name_key
from makna.domain.errors import NotFound, UserError
from makna.domain.identity import new_guid
from makna.domain.model import Code, CodeId, MemoId, StepId
from makna.domain.reference_styles import ReferenceStyle
from makna.domain.wording import Message, phrase
from makna.formats.templates import read_template
from makna.services.chapter_plan import language_of, ordered
from makna.services.citing import check_variables
from makna.services.templates import chosen as chosen_styles
from makna.storage.project import Project


def list_chapters(project: Project) -> list[Chapter]:
    """All chapters in the author's order."""
    return project.chapters.all()


def get_chapter(project: Project, chapter: ChapterId) -> Chapter:
    """Raises NotFound when it is gone."""
    found = project.chapters.get(chapter)
    if found is None:
        raise NotFound("gone", thing="chapter")
    return found


def find_chapter(project: Project, name: str) -> Chapter:
    """By GUID or unique title. Raises NotFound, naming the GUIDs where a title is ambiguous."""
    chapters = project.chapters.all()
    found = [each for each in chapters if each.guid == name] or [
        each for each in chapters if name_key(each.title) == name_key(name)
    ]
    if not found:
        raise NotFound("not_found", thing="chapter", name=name)
    if len(found) > 1:
        guids = ", ".join(each.guid for each in found)
        raise NotFound("ambiguous", thing="chapter", name=name, candidates=guids)
    return found[0]


def create_chapter(
    project: Project, title: str = "", settings: ChapterSettings | None = None
) -> Outcome[ChapterId]:
    """A chapter of the whole code tree; an empty title is the usual one in the project's language.

    Raises UserError for settings that cannot be.
    """
    chosen = settings or ChapterSettings()
    usual = phrase("chapter_title", language_of(project, chosen))
    clean = _title(title) if title.strip() else usual
    check_settings(chosen)
    with project.transact(Message.of("step.create_chapter", title=one_line(clean))) as step:
        chapter = project.chapters.add(
            guid=new_guid(), title=clean, settings=settings_to_json(chosen)
        )
    return Outcome(chapter, step.changes)


def rename_chapter(
    project: Project, chapter: ChapterId, title: str, *, amend: StepId | None = None
) -> Outcome[None]:
    """A line end in the title stays one: `BAB IV` above its name. Raises UserError (empty_name)."""
    clean = _title(title)
    old = one_line(get_chapter(project, chapter).title)
    label = Message.of("step.rename_chapter", title=old, name=one_line(clean))
    with project.transact(label, amend=amend) as step:
        project.chapters.update(chapter, title=clean)
    return Outcome(None, step.changes)


def delete_chapter(project: Project, chapter: ChapterId) -> Outcome[None]:
    """The chapter goes with all that was decided in it; codes, passages and memos stay."""
    title = one_line(get_chapter(project, chapter).title)
    with project.transact(Message.of("step.delete_chapter", title=title)) as step:
        project.chapters.delete(chapter)
    return Outcome(None, step.changes)


def change_settings(
    project: Project, chapter: ChapterId, *, amend: StepId | None = None, **changed: Any
) -> Outcome[None]:
    """Change fields of the chapter's `ChapterSettings`.

    Raises UserError: `unknown_chapter_setting`, and whatever is wrong with a template, a preset, a
    level or a variable that no case has.
    """
    known = [each.name for each in fields(ChapterSettings) if each.name != "unknown"]
    strange = [name for name in changed if name not in known]
    if strange:
        raise UserError("unknown_chapter_setting", name=strange[0], known=", ".join(known))
    old = get_chapter(project, chapter)
    settings = replace(old.settings, **changed)
    check_settings(settings)
    if "reference" in changed or "references" in changed:
        style = ReferenceStyle.of(settings.reference, "en", settings.references)
        check_variables(project, style)
    label = Message.of("step.change_chapter", title=one_line(old.title))
    with project.transact(label, amend=amend) as step:
        project.chapters.update(chapter, settings=settings_to_json(settings))
    return Outcome(None, step.changes)


def set_template(project: Project, chapter: ChapterId, path: Path | None) -> Outcome[None]:
    """Take a Word file as the chapter's template, copied into the project; None lets go of it.

    Which of its styles stand for ours is remembered per template: those that a chapter had with
    the same file before, else what the user once chose for it. Raises as `read_template` does.
    """
    old = get_chapter(project, chapter)
    found = None if path is None else read_template(path)
    with project.transact(Message.of("step.change_chapter", title=one_line(old.title))) as step:
        sha = project.blobs.add(found.data) if found else ""
        settings = replace(
            old.settings,
            template=sha,
            template_name=path.name if path else "",
            styles=_styles_known(project, sha),
        )
        project.chapters.update(chapter, settings=settings_to_json(settings))
    return Outcome(None, step.changes)


def _styles_known(project: Project, sha: str) -> tuple[tuple[str, str], ...]:
    for chapter in project.chapters.all():
        if sha and chapter.settings.template == sha:
            return chapter.settings.styles
    return chosen_styles(sha) if sha else ()


# Sections.


def leave_out_code(
    project: Project, chapter: ChapterId, code: CodeId, left_out: bool = True
) -> Outcome[None]:
    """A code left out has no section, and neither have those below it."""
    key = "step.leave_out_section" if left_out else "step.take_in_section"
    return _decide(project, chapter, code, key, left_out=int(left_out))


def title_section(
    project: Project, chapter: ChapterId, code: CodeId, title: str, *, amend: StepId | None = None
) -> Outcome[None]:
    """What the section is called; empty is the code's name."""
    clean = " ".join(title.split())
    return _decide(project, chapter, code, "step.title_section", amend=amend, title=clean)


def set_introduction(
    project: Project, chapter: ChapterId, code: CodeId, memo: MemoId | None, *, none: bool = False
) -> Outcome[None]:
    """The memo that introduces a section; None is the usual one, `none` is no introduction.

    The usual one is the memo on the code, else the oldest summary that is linked to it.
    """
    settings = get_chapter(project, chapter).settings
    guid = _code(project, code).guid
    without = [each for each in settings.without_introduction if each != guid]
    changed = replace(settings, without_introduction=(*without, *([guid] if none else [])))
    label = Message.of("step.section_introduction", code=_code(project, code).name)
    with project.transact(label) as step:
        _decide(
            project,
            chapter,
            code,
            "step.section_introduction",
            introduction_id=None if none else _memo(project, memo),
        )
        if changed != settings:
            project.chapters.update(chapter, settings=settings_to_json(changed))
    return Outcome(None, step.changes)


def set_closing(
    project: Project, chapter: ChapterId, code: CodeId, memo: MemoId | None
) -> Outcome[None]:
    """The memo that closes a section; None is no closing."""
    key = "step.section_closing"
    return _decide(project, chapter, code, key, closing_id=_memo(project, memo))


def move_section(project: Project, chapter: ChapterId, code: CodeId, rank: int) -> Outcome[None]:
    """Put a section at a rank among its siblings, from 0; what lies beyond is the first or last.

    The code tree stays as it is.
    """
    moved = _code(project, code)
    siblings = _siblings(project, chapter, moved)
    others = [each for each in siblings if each != code]
    at = max(0, min(rank, len(others)))
    order = [*others[:at], code, *others[at:]]
    with project.transact(Message.of("step.move_section", code=moved.name)) as step:
        if order != siblings:
            _place(project, chapter, order)
    return Outcome(None, step.changes)


def move_section_by(project: Project, chapter: ChapterId, code: CodeId, by: int) -> Outcome[None]:
    """Move a section up (-1) or down (1) among its siblings."""
    siblings = _siblings(project, chapter, _code(project, code))
    return move_section(project, chapter, code, siblings.index(code) + by)


def _siblings(project: Project, chapter: ChapterId, code: Code) -> list[CodeId]:
    tree = project.codes.tree(counted=False)
    get_chapter(project, chapter)
    sections = project.chapters.sections(chapter)
    return [each.id for each in ordered(tree, code.parent, sections)]


def _place(project: Project, chapter: ChapterId, order: Sequence[CodeId]) -> None:
    """Every sibling gets its rank, so that the order is the author's own from now on."""
    sections = project.chapters.sections(chapter)
    known = [(sections[code].id, rank) for rank, code in enumerate(order) if code in sections]
    project.chapters.place_sections(known)
    project.chapters.add_sections(
        [
            _new_section(chapter, code, position=rank)
            for rank, code in enumerate(order)
            if code not in sections
        ]
    )


def _new_section(chapter: ChapterId, code: CodeId, **values: Any) -> dict[str, Any]:
    plain: dict[str, Any] = {"position": None, "left_out": 0, "title": ""}
    texts = {"introduction_id": None, "closing_id": None}
    return {"guid": new_guid(), "chapter_id": chapter, "code_id": code, **plain, **texts, **values}


def _decide(
    project: Project,
    chapter: ChapterId,
    code: CodeId,
    key: str,
    *,
    amend: StepId | None = None,
    **values: Any,
) -> Outcome[None]:
    name = _code(project, code).name
    get_chapter(project, chapter)
    found: SectionChoice | None = project.chapters.section(chapter, code)
    with project.transact(Message.of(key, code=name), amend=amend) as step:
        if found is not None:
            project.chapters.update_section(SectionId(found.id), **values)
        elif any(value not in (None, 0, "") for value in values.values()):
            project.chapters.add_sections([_new_section(chapter, code, **values)])
    return Outcome(None, step.changes)


def _code(project: Project, code: CodeId) -> Code:
    found = project.codes.get(code)
    if found is None:
        raise NotFound("gone", thing="code")
    return found


def _memo(project: Project, memo: MemoId | None) -> MemoId | None:
    if memo is not None and not project.chapters.texts([memo]):
        raise NotFound("gone", thing="memo")
    return memo


def one_line(title: str) -> str:
    return " ".join(title.split())


def _title(title: str) -> str:
    lines = [" ".join(line.split()) for line in title.strip().splitlines()]
    clean = "\u2028".join(line for line in lines if line)
    if not clean:
        raise UserError("empty_name", thing="chapter")
    return clean
