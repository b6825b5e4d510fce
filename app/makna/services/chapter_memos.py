"""Memos that introduce and close the sections of a chapter: which there are, and a new one."""

from __future__ import annotations

from dataclasses import dataclass

from makna.domain.changes import Outcome
from makna.domain.chapter import ChapterId
from makna.domain.errors import NotFound
from makna.domain.model import CodeId, LinkTarget, MemoId, MemoKind
from makna.domain.wording import Message
from makna.services.memos import write_memo
from makna.services.writing import set_closing, set_introduction
from makna.storage.project import Project


@dataclass(frozen=True)
class MemoChoice:
    id: MemoId
    title: str
    linked: bool
    """Whether it is linked to the code of the section."""


def memo_choices(project: Project, code: CodeId) -> list[MemoChoice]:
    """The project's memos, those linked to the code first, each part in its order."""
    found = project.codes.get(code)
    if found is None:
        return []
    wanted = (LinkTarget.CODE, found.guid)
    choices = [
        MemoChoice(memo.id, memo.title, any((at.target, at.guid) == wanted for at in memo.links))
        for memo in project.memos.all()
    ]
    return sorted(choices, key=lambda choice: not choice.linked)


def begin_text(
    project: Project, chapter: ChapterId, code: CodeId, *, closing: bool = False
) -> Outcome[MemoId]:
    """An empty memo, linked to the code, that introduces (or closes) its section from now on.

    One step. Raises NotFound for a code or a chapter that is gone.
    """
    found = project.codes.get(code)
    if found is None:
        raise NotFound("gone", thing="code")
    key = "step.section_closing" if closing else "step.section_introduction"
    choose = set_closing if closing else set_introduction
    with project.transact(Message.of(key, code=found.name)) as step:
        links = [(LinkTarget.CODE, found.guid)]
        memo = write_memo(project, found.name, "", kind=MemoKind.SUMMARY, links=links).value
        choose(project, chapter, code, memo)
    return Outcome(memo, step.changes)
