"""Passages as places: one passage a place, and none that carries nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from makna.domain.errors import UserError
from makna.domain.identity import new_guid
from makna.domain.model import LinkTarget, Passage, PassageId, SourceId
from makna.domain.regions import Region
from makna.storage.project import Project


def check_span(project: Project, source: SourceId, start: int, end: int) -> None:
    """Raises UserError (`bad_span`) unless [start, end) is a stretch of the source's text."""
    length = project.texts.length(source)
    if not 0 <= start < end <= length:
        raise UserError("bad_span", start=start, end=end, length=length)


def check_place(
    project: Project, source: SourceId, start: int, end: int, region: Region | None
) -> None:
    """Raises UserError unless this is a stretch of the text or, with `region`, lies on a page.

    A rectangle's start and end are both where its page begins in the text (`pages.page_start`).
    """
    if region is None:
        check_span(project, source, start, end)
        return
    # Only here: what reads pages is not needed to code a text.
    from makna.services.pages import check_region

    check_region(project, source, region)
    length = project.texts.length(source)
    if not 0 <= start == end <= length:
        raise UserError("bad_span", start=start, end=end, length=length)


def passage_at(
    project: Project, source: SourceId, start: int, end: int, region: Region | None = None
) -> PassageId:
    """The passage at this place, made when there is none. Inside a step."""
    found = project.passages.at(source, start, end, region)
    if found is not None:
        return found
    edges = {} if region is None else asdict(region)
    return project.passages.add(guid=new_guid(), source_id=source, start=start, end=end, **edges)


def tidy(project: Project, passages: Iterable[PassageId]) -> None:
    """Take away those of the passages that carry nothing any more. Inside a step."""
    project.passages.delete(project.passages.bare(passages))


def joined_memo(*memos: str) -> str:
    """Memos of things that become one, older first, an empty line between."""
    kept = list(dict.fromkeys(memo for memo in memos if memo.strip()))
    return "\n\n".join(kept)


def merge_passages(project: Project, into: Passage, gone: Passage) -> None:
    """Everything that hangs on `gone` moves to `into`, then `gone` goes. Inside a step.

    Codings of the same code by the same coder become one, their memos joined.
    """
    for coding in gone.codings:
        twin = project.passages.coding(into.id, coding.code, coding.coder)
        if twin is None:
            project.passages.update_coding(coding.id, passage_id=into.id)
            continue
        found = project.passages.get_coding(twin)
        assert found is not None
        project.passages.update_coding(twin, memo=joined_memo(found[0].memo, coding.memo))
        project.passages.delete_codings([coding.id])
    project.memos.move_links(LinkTarget.PASSAGE, gone.id, into.id)
    project.chapters.move_passage(gone.id, into.id)
    project.passages.update(
        into.id,
        memo=joined_memo(into.memo, gone.memo),
        star=int(into.star or gone.star),
        translation=into.translation or gone.translation,
        translation_language=into.translation_language or gone.translation_language,
        translator=into.translator or gone.translator,
    )
    project.passages.delete([gone.id])
