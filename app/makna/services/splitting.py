"""Splitting a code: some of what it covers becomes a code of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from makna.domain.changes import Outcome
from makna.domain.errors import NotFound
from makna.domain.model import CodeId, CodeOrigin, CodingId
from makna.domain.wording import Message
from makna.services.codebook import new_code
from makna.services.coding import recode
from makna.storage.project import Project


def split_off(project: Project, codings: Collection[CodingId], name: str) -> Outcome[CodeId]:
    """Make a code and move these codings to it, as one step; their memos go with them.

    The new code stands beside the one that most of them had, under the same parent. Raises
    NotFound (`gone`) where no coding is left, and UserError as `add_code` does.
    """
    found = Counter(coding.code for coding, _ in project.passages.codings_by_ids(codings))
    if not found:
        raise NotFound("gone", thing="passage")
    whole = project.codes.get(found.most_common(1)[0][0])
    parent = whole.parent if whole is not None else None
    with project.transact(Message.of("step.split", n=found.total(), code=name)) as step:
        code = new_code(project, name, parent=parent, origin=CodeOrigin.INDUCTIVE)
        recode(project, codings, code)
    return Outcome(code, step.changes)
