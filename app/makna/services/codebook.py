"""The codebook: make, describe, move, merge and delete codes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from makna.domain.changes import Outcome
from makna.domain.codetree import CodeTree, name_key, split_path
from makna.domain.errors import NotFound, UserError
from makna.domain.identity import new_guid
from makna.domain.model import (
    Code,
    CodeId,
    CodeOrigin,
    Coding,
    CodingId,
    LinkTarget,
    PassageId,
    StepId,
)
from makna.domain.palette import child_color, next_color
from makna.domain.text import one_line
from makna.domain.wording import Message
from makna.services.places import joined_memo, tidy
from makna.storage.project import Project

DESCRIBING = (
    "description",
    "when_to_use",
    "when_not",
    "example",
    "origin",
    "citation",
    "memo",
    "color",
    "codable",
)
"""What `describe_code` can change."""


def add_code(
    project: Project,
    name: str,
    *,
    parent: CodeId | None = None,
    color: str | None = None,
    origin: str = "",
    **described: Any,
) -> Outcome[CodeId]:
    """Make a code, last among its siblings.

    Raises UserError: `empty_name`, `code_exists`, `bad_color`.
    """
    with project.transact(Message.of("step.add_code", code=name)) as step:
        code = new_code(project, name, parent=parent, color=color, origin=origin, **described)
    return Outcome(code, step.changes)


def add_path(
    project: Project, path: str, *, color: str | None = None, **described: Any
) -> Outcome[CodeId]:
    """Make the code of a written path, and its parents as needed; an existing one is described."""
    names = split_path(path)
    with project.transact(Message.of("step.add_code", code=names[-1])) as step:
        parent: CodeId | None = None
        for depth, name in enumerate(names, 1):
            last = depth == len(names)
            found = project.codes.tree(counted=False).child_named(parent, name)
            if found is not None:
                parent = found.id
                if last and (described or color):
                    _describe(
                        project, found.id, {**described, **({"color": color} if color else {})}
                    )
            else:
                extra = {"color": color, **described} if last else {}
                parent = new_code(project, name, parent=parent, **extra)
    assert parent is not None
    return Outcome(parent, step.changes)


def new_code(
    project: Project,
    name: str,
    *,
    parent: CodeId | None = None,
    color: str | None = None,
    origin: str = "",
    **described: Any,
) -> CodeId:
    """Make a code. Inside a step."""
    tree = project.codes.tree(counted=False)
    clean = _free_name(tree, name, parent)
    siblings = tree.children(parent)
    _check(described)
    return project.codes.add(
        guid=described.pop("guid", None) or new_guid(),
        parent_id=parent,
        position=max((code.position for code in siblings), default=-1) + 1,
        name=clean,
        color=_checked_color(color) if color else _color(tree, parent),
        origin=str(origin),
        **described,
    )


def rename_code(project: Project, code: CodeId, name: str) -> Outcome[None]:
    """Raises UserError: `empty_name`, or `code_exists` when a sibling has the name."""
    tree = project.codes.tree(counted=False)
    old = _get(tree, code)
    clean = _free_name(tree, name, old.parent, besides=code)
    with project.transact(Message.of("step.rename_code", code=old.name, name=clean)) as step:
        project.codes.update(code, name=clean)
    return Outcome(None, step.changes)


def describe_code(
    project: Project, code: CodeId, *, amend: StepId | None = None, **described: Any
) -> Outcome[None]:
    """Change definition, criteria, example, origin, citation, memo, colour or codability."""
    old = _get(project.codes.tree(counted=False), code)
    with project.transact(Message.of("step.describe_code", code=old.name), amend=amend) as step:
        _describe(project, code, described)
    return Outcome(None, step.changes)


def move_code(
    project: Project, code: CodeId, parent: CodeId | None, position: int | None = None
) -> Outcome[None]:
    """Put a code below `parent` (or at the top), before the sibling at `position`; None is last.

    Raises UserError: `code_cycle`, `code_exists`.
    """
    tree = project.codes.tree(counted=False)
    moved = _get(tree, code)
    tree.check_move(code, parent)
    _free_name(tree, moved.name, parent, besides=code)
    siblings = [c.id for c in tree.children(parent)]
    at = len(siblings) if position is None else position
    before = [c for c in siblings[:at] if c != code]
    after = [c for c in siblings[at:] if c != code]
    with project.transact(Message.of("step.move_code", code=moved.name)) as step:
        project.codes.update(code, parent_id=parent)
        project.codes.set_positions([*before, code, *after])
    return Outcome(None, step.changes)


def merge_codes(project: Project, source: CodeId, target: CodeId) -> Outcome[int]:
    """Move every coding of `source` to `target`, then delete `source`.

    Coincident codings become one; their memos are joined, older first. Children and memos move
    too. One undo step. Returns the number of codings moved.
    Raises UserError: `code_cycle` if `target` is `source` or lies below it, `not_codable` if
    passages are coded with `source` and `target` is a category.
    """
    tree = project.codes.tree(counted=False)
    gone, kept = _get(tree, source), _get(tree, target)
    tree.check_move(source, target)
    if not kept.codable and project.codes.number_of(source):
        raise UserError("not_codable", code=kept.name)
    label = Message.of("step.merge_codes", code=gone.name, target=kept.name)
    with project.transact(label) as step:
        moved = move_codings(project, source, target)
        _adopt_children(project, tree, source, target)
        project.memos.move_links(LinkTarget.CODE, source, target)
        project.chapters.move_code(source, target)
        project.codes.update(
            target,
            description=joined_memo(kept.description, gone.description),
            memo=joined_memo(kept.memo, gone.memo),
        )
        project.codes.delete([source])
    return Outcome(moved, step.changes)


def move_codings(project: Project, source: CodeId, target: CodeId) -> int:
    """Every coding of `source` becomes one of `target`. Inside a step."""
    return give_code(project, project.passages.codings_of(source), target)


def give_code(project: Project, moving: Sequence[tuple[Coding, PassageId]], code: CodeId) -> int:
    """These codings, on their passages, get this code; returns how many they are. Inside a step.

    Of one coder's on one passage only one is left, with the memos of all, older first.
    """
    on_passages = project.passages.codings_on(passage for _, passage in moving)
    left = {(p, c.coder): c for c, p in on_passages if c.code == code}
    alone, memos, gone = list[CodingId](), dict[CodingId, list[Coding]](), list[CodingId]()
    for coding, passage in moving:
        twin = left.setdefault((passage, coding.coder), coding)
        if twin is coding:
            alone.append(coding.id)
        else:
            memos.setdefault(twin.id, [twin]).append(coding)
            gone.append(coding.id)
    project.passages.update_codings([{"key": key, "code_id": code} for key in alone])
    project.passages.update_codings(
        [{"key": key, "memo": _memos_of(joining)} for key, joining in memos.items()]
    )
    project.passages.delete_codings(gone)
    return len(moving)


def _memos_of(codings: Iterable[Coding]) -> str:
    older_first = sorted(codings, key=lambda coding: (coding.created_at, coding.id))
    return joined_memo(*(coding.memo for coding in older_first))


def delete_codes(project: Project, codes: Collection[CodeId]) -> Outcome[int]:
    """Delete codes with their codings; their children move up to the place of the parent.

    Returns the number of codings that went.
    """
    tree = project.codes.tree(counted=False)
    chosen = [code for code in tree.ordered if code.id in codes]
    label = (
        Message.of("step.delete_code", code=chosen[0].name)
        if len(chosen) == 1
        else Message.of("step.delete_codes", n=len(chosen))
    )
    with project.transact(label) as step:
        removed = sum(_delete_one(project, code.id) for code in chosen)
    return Outcome(removed, step.changes)


def set_shortcut(project: Project, code: CodeId, shortcut: int | None) -> Outcome[None]:
    """Give a code a number key 1–9, taking it from the code that had it."""
    if shortcut is not None and not 1 <= shortcut <= 9:
        raise UserError("bad_shortcut")
    named = _get(project.codes.tree(counted=False), code)
    with project.transact(Message.of("step.set_shortcut", code=named.name)) as step:
        if shortcut is not None:
            for holder in project.codes.holding_shortcut(shortcut):
                project.codes.update(holder, shortcut=None)
        project.codes.update(code, shortcut=shortcut)
    return Outcome(None, step.changes)


def _delete_one(project: Project, code: CodeId) -> int:
    tree = project.codes.tree(counted=False)
    codings = project.passages.codings_of(code)
    project.passages.delete_codings([coding.id for coding, _ in codings])
    project.memos.unlink_target(LinkTarget.CODE, [code])
    tidy(project, [passage for _, passage in codings])
    _promote_children(project, tree, code)
    project.codes.delete([code])
    return len(codings)


def _promote_children(project: Project, tree: CodeTree, code: CodeId) -> None:
    """The children take their parent's place, in their order; a doubled name gets a number."""
    parent = tree[code].parent
    taken = {name_key(c.name) for c in tree.children(parent) if c.id != code}
    order: list[CodeId] = []
    for sibling in tree.children(parent):
        order += [c.id for c in tree.children(code)] if sibling.id == code else [sibling.id]
    for child in tree.children(code):
        name = _numbered(child.name, taken)
        taken.add(name_key(name))
        project.codes.update(child.id, parent_id=parent, name=name)
    project.codes.set_positions(order)


def _adopt_children(project: Project, tree: CodeTree, source: CodeId, target: CodeId) -> None:
    """Children of `source` become children of `target`; those of one name are merged."""
    rank = max((code.position for code in tree.children(target)), default=-1) + 1
    for child in tree.children(source):
        twin = tree.child_named(target, child.name)
        if twin is not None and twin.id != source:
            merge_codes(project, child.id, twin.id)
            continue
        project.codes.update(child.id, parent_id=target, position=rank)
        rank += 1


def _describe(project: Project, code: CodeId, described: dict[str, Any]) -> None:
    _check(described)
    if "color" in described:
        described = {**described, "color": _checked_color(described["color"])}
    if "codable" in described:
        described = {**described, "codable": int(described["codable"])}
    project.codes.update(code, **described)


def _check(described: dict[str, Any]) -> None:
    unknown = set(described) - {*DESCRIBING, "guid"}
    if unknown:
        raise TypeError(f"a code has no {sorted(unknown)}")
    if described.get("origin"):
        CodeOrigin(described["origin"])


def _checked_color(color: str) -> str:
    if (
        len(color) == 7
        and color[0] == "#"
        and all(c in "0123456789abcdef" for c in color[1:].lower())
    ):
        return color.lower()
    raise UserError("bad_color", color=color)


def _color(tree: CodeTree, parent: CodeId | None) -> str:
    """The next unused palette colour; below a code, one that leans on its hue."""
    if parent is None or not tree[parent].codable:
        return next_color([code.color for code in tree.ordered])
    return child_color(tree[parent].color, len(tree.children(parent)))


def _free_name(
    tree: CodeTree, name: str, parent: CodeId | None, besides: CodeId | None = None
) -> str:
    clean = one_line(name)
    if not clean:
        raise UserError("empty_name", thing="code")
    twin = tree.child_named(parent, clean)
    if twin is not None and twin.id != besides:
        raise UserError("code_exists", name=clean)
    return clean


def _numbered(name: str, taken: set[str]) -> str:
    found, number = name, 2
    while name_key(found) in taken:
        found, number = f"{name} ({number})", number + 1
    return found


def _get(tree: CodeTree, code: CodeId) -> Code:
    if code not in tree:
        raise NotFound("gone", thing="code")
    return tree[code]
