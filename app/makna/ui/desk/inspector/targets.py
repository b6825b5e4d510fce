"""What memos are linked to: what is chosen now as a target, and the way to a linked object."""

from __future__ import annotations

from dataclasses import dataclass

from makna.domain.errors import NotFound
from makna.domain.model import CodeId, LinkTarget, Passage, PassageId, SourceId
from makna.domain.regions import Region
from makna.services.places import passage_at
from makna.storage.project import Project
from makna.ui.desk.inspector.quotation import beginning
from makna.ui.desk.inspector.reading import bare_passage, words_of
from makna.ui.desk.place import Place, Where

ICONS = {
    LinkTarget.PROJECT: "folder",
    LinkTarget.SOURCE: "source",
    LinkTarget.CODE: "code",
    LinkTarget.PASSAGE: "quote",
    LinkTarget.CASE: "case",
    LinkTarget.MEMO: "memo",
}
_NAME_CHARACTERS = 60


@dataclass(frozen=True)
class Target:
    """An object that a memo can be linked to."""

    kind: LinkTarget
    guid: str
    """Empty for selected text, which becomes a passage when it is linked."""
    name: str
    place: tuple[SourceId, int, int, Region | None] | None = None


def chosen_targets(project: Project, where: Where) -> list[Target]:
    """What the place says is chosen, nearest first: passage, code, source."""
    found = [_passage(project, where), _code(project, where), _source(project, where)]
    return [target for target in found if target is not None]


def guid_of(project: Project, target: Target) -> str:
    """The GUID to link to; selected text becomes a passage. Inside a step."""
    if target.place is None:
        return target.guid
    passage = project.passages.get(passage_at(project, *target.place))
    assert passage is not None
    return passage.guid


def go_to(project: Project, place: Place, kind: LinkTarget, guid: str) -> None:
    """Go to a linked passage, source or code. Raises NotFound when it is gone."""
    key = project.memos.target_id(kind, guid)
    if key is None:
        raise NotFound("gone", thing=str(kind))
    if kind is LinkTarget.PASSAGE:
        passage = project.passages.get(PassageId(key))
        assert passage is not None
        place.go(passage.source, passage.start, passage.end)
        place.change(source=passage.source, passage=passage.id)
    elif kind is LinkTarget.SOURCE:
        place.go(SourceId(key))
    elif kind is LinkTarget.CODE:
        place.change(code=CodeId(key))


def _passage(project: Project, where: Where) -> Target | None:
    passage = project.passages.get(where.passage) if where.passage is not None else None
    if passage is None and where.source is not None and where.has_selection:
        place = (where.source, where.start, where.end, where.region)
        return Target(LinkTarget.PASSAGE, "", _words(project, bare_passage(*place)), place)
    if passage is None:
        return None
    return Target(LinkTarget.PASSAGE, passage.guid, _words(project, passage))


def _code(project: Project, where: Where) -> Target | None:
    code = project.codes.get(where.code) if where.code is not None else None
    return Target(LinkTarget.CODE, code.guid, code.name) if code else None


def _source(project: Project, where: Where) -> Target | None:
    source = project.sources.plain(where.source) if where.source is not None else None
    return Target(LinkTarget.SOURCE, source.guid, source.name) if source else None


def _words(project: Project, passage: Passage) -> str:
    return beginning(words_of(project, passage), _NAME_CHARACTERS)
