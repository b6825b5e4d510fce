"""What can be done to codes from the tree; each is one step in the history."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from makna.domain.changes import Outcome
from makna.domain.codetree import CodeTree
from makna.domain.errors import UserError
from makna.domain.model import Code, CodeId
from makna.domain.wording import Message
from makna.services import codebook, coding
from makna.services.one_step import in_one_step
from makna.storage.project import Project
from makna.ui.desk.code_model import Target
from makna.ui.session import Session


def name_problem(
    tree: CodeTree, name: str, parent: CodeId | None, besides: CodeId | None = None
) -> UserError | None:
    """What the codebook would say to a code of this name below `parent`."""
    clean = " ".join(name.split())
    if not clean:
        return UserError("empty_name", thing="code")
    twin = tree.child_named(parent, clean)
    if twin is not None and twin.id != besides:
        return UserError("code_exists", name=clean)
    return None


class CodeVerbs:
    """The services of the codebook, on the codes that are selected in the tree."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def _project(self) -> Project:
        return self._session.project

    def add(self, name: str, target: Target) -> CodeId | None:
        """A new code at a place; None when it could not be made."""
        made: list[CodeId] = []

        def create() -> None:
            made.append(codebook.add_code(self._project, name, parent=target.parent).value)

        calls: list[Callable[[], object]] = [create]
        if target.before is not None:
            calls.append(lambda: self._place(made[0], target))
        label = Message.of("step.add_code", code=name)
        self._session.perform(lambda: in_one_step(self._project, label, calls))
        return made[0] if made and self._project.codes.get(made[0]) is not None else None

    def rename(self, code: CodeId, name: str) -> None:
        self._session.perform(lambda: codebook.rename_code(self._project, code, name))

    def delete(self, codes: Sequence[CodeId], then: Callable[[int], object]) -> None:
        """`then` gets how many codings went with them."""
        self._session.perform_large(
            lambda project: codebook.delete_codes(project, codes), self._codings(codes), then
        )

    def move(self, codes: Sequence[CodeId], target: Target) -> None:
        """To a place, in this order."""
        label = Message.of("step.move_code", code=self._name(codes[0]))
        calls = [self._later(self._place, code, target) for code in codes]
        self._session.perform(lambda: in_one_step(self._project, label, calls))

    def merge(
        self,
        codes: Sequence[CodeId],
        into: CodeId,
        then: Callable[[int], object] = lambda _codes: None,
    ) -> None:
        """`then` gets how many went into the other one."""
        gone = [code for code in codes if code != into]
        if not gone:
            return
        names = {"code": self._name(gone[0]), "target": self._name(into)}
        label = Message.of("step.merge_codes", **names)

        def merge_all(project: Project) -> Outcome[int]:
            merging = (self._later(codebook.merge_codes, project, code, into) for code in gone)
            return Outcome(len(gone), in_one_step(project, label, merging).changes)

        self._session.perform_large(merge_all, self._codings(gone), then)

    def recode(self, code: CodeId, into: CodeId) -> None:
        """Move the codings of a code to another one; the code stays."""

        def recode_all(project: Project) -> Outcome[int]:
            keys = [found.id for found, _passage in project.passages.codings_of(code)]
            return coding.recode(project, keys, into)

        self._session.perform_large(recode_all, self._codings([code]))

    def paint(self, codes: Sequence[CodeId], color: str) -> None:
        """`#rrggbb`, the tone of the light theme."""
        self._describe(codes, color=color)

    def set_codable(self, codes: Sequence[CodeId], codable: bool) -> None:
        """A code that is applied, or a category that groups codes."""
        self._describe(codes, codable=codable)

    def set_shortcut(self, code: CodeId, number: int | None) -> None:
        self._session.perform(lambda: codebook.set_shortcut(self._project, code, number))

    def _describe(self, codes: Sequence[CodeId], **described: object) -> None:
        label = Message.of("step.describe_code", code=self._name(codes[0]))
        calls = [
            self._later(codebook.describe_code, self._project, code, **described) for code in codes
        ]
        self._session.perform(lambda: in_one_step(self._project, label, calls))

    def _place(self, code: CodeId, target: Target) -> None:
        siblings = self._project.codes.tree(counted=False).children(target.parent)
        ranks = {sibling.id: rank for rank, sibling in enumerate(siblings)}
        at = ranks.get(target.before) if target.before is not None else None
        codebook.move_code(self._project, code, target.parent, at)

    def _codings(self, codes: Sequence[CodeId]) -> int:
        """How many codings they have."""
        return sum(map(self._project.codes.number_of, codes))

    def _name(self, code: CodeId) -> str:
        found: Code | None = self._project.codes.get(code)
        return found.name if found is not None else ""

    @staticmethod
    def _later(call: Callable[..., object], *args: object, **named: object) -> Callable[[], object]:
        return lambda: call(*args, **named)
