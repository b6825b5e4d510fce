"""Memos: written in Markdown, linked to anything."""

from __future__ import annotations

from collections.abc import Iterable

from makna.domain.changes import Outcome
from makna.domain.errors import NotFound, UserError
from makna.domain.identity import new_guid
from makna.domain.model import LinkTarget, Memo, MemoId, MemoKind, PassageId, StepId
from makna.domain.wording import Message
from makna.services.places import tidy
from makna.storage.clock import now_precise
from makna.storage.project import Project

Link = tuple[LinkTarget, str]
"""What a memo is linked to: type and GUID."""


def write_memo(
    project: Project,
    title: str,
    body: str,
    *,
    kind: MemoKind = MemoKind.OTHER,
    links: Iterable[Link] = (),
) -> Outcome[MemoId]:
    """Make a memo. Raises UserError (`empty_name`), NotFound for a link that leads nowhere."""
    clean = _title(title)
    with project.transact(Message.of("step.write_memo", title=clean)) as step:
        at = now_precise()
        memo = project.memos.add(
            guid=new_guid(),
            title=clean,
            kind=str(kind),
            body=body,
            coder_id=project.coder,
            created_at=at,
            changed_at=at,
        )
        for target, guid in links:
            project.memos.link(memo, target, _key(project, target, guid))
    return Outcome(memo, step.changes)


def change_memo(
    project: Project,
    memo: MemoId,
    *,
    title: str | None = None,
    body: str | None = None,
    kind: MemoKind | None = None,
    amend: StepId | None = None,
) -> Outcome[None]:
    """Change what is given. With `amend` the change joins the open step (typing)."""
    old = get_memo(project, memo)
    with project.transact(Message.of("step.change_memo", title=old.title), amend=amend) as step:
        project.memos.update(
            memo,
            title=old.title if title is None else _title(title),
            body=old.body if body is None else body,
            kind=str(old.kind if kind is None else kind),
            changed_at=now_precise(),
        )
    return Outcome(None, step.changes)


def link_memo(project: Project, memo: MemoId, target: LinkTarget, guid: str) -> Outcome[None]:
    """Link a memo to an object."""
    title = get_memo(project, memo).title
    with project.transact(Message.of("step.link_memo", title=title)) as step:
        project.memos.link(memo, target, _key(project, target, guid))
    return Outcome(None, step.changes)


def unlink_memo(project: Project, memo: MemoId, target: LinkTarget, guid: str) -> Outcome[None]:
    """Take a link away; a passage that carries nothing else goes with it."""
    title = get_memo(project, memo).title
    with project.transact(Message.of("step.unlink_memo", title=title)) as step:
        key = _key(project, target, guid)
        project.memos.unlink(memo, target, key)
        if target is LinkTarget.PASSAGE:
            tidy(project, [PassageId(key)])
    return Outcome(None, step.changes)


def delete_memo(project: Project, memo: MemoId) -> Outcome[None]:
    old = get_memo(project, memo)
    with project.transact(Message.of("step.delete_memo", title=old.title)) as step:
        project.memos.delete(memo)
        linked = (link.guid for link in old.links if link.target is LinkTarget.PASSAGE)
        keys = (project.memos.target_id(LinkTarget.PASSAGE, guid) for guid in linked)
        tidy(project, [PassageId(key) for key in keys if key is not None])
    return Outcome(None, step.changes)


def get_memo(project: Project, memo: MemoId) -> Memo:
    found = project.memos.get(memo)
    if found is None:
        raise NotFound("gone", thing="memo")
    return found


def _title(title: str) -> str:
    clean = " ".join(title.split())
    if not clean:
        raise UserError("empty_name", thing="memo")
    return clean


def _key(project: Project, target: LinkTarget, guid: str) -> int:
    key = project.memos.target_id(target, guid)
    if key is None:
        raise NotFound("not_found", thing=str(target), name=guid)
    return key
