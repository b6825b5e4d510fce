"""Coding passages: apply, take off, move an edge, recode, write down what one thought."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from makna.domain.changes import Outcome
from makna.domain.errors import NotFound, UserError
from makna.domain.identity import new_guid
from makna.domain.model import (
    Code,
    CodeId,
    CodeOrigin,
    CoderId,
    CodingId,
    Passage,
    PassageId,
    SourceId,
    StepId,
)
from makna.domain.regions import Region
from makna.domain.wording import Message
from makna.services.codebook import give_code, new_code
from makna.services.places import (
    check_place,
    check_span,
    joined_memo,
    merge_passages,
    passage_at,
    tidy,
)
from makna.storage.clock import now
from makna.storage.project import Project


@dataclass(frozen=True)
class Applied:
    """A coding and the passage it stands on."""

    coding: CodingId
    guid: str
    passage: PassageId
    passage_guid: str


def apply_code(
    project: Project,
    source: SourceId,
    start: int,
    end: int,
    code: CodeId,
    *,
    memo: str = "",
    coder: CoderId | None = None,
    region: Region | None = None,
) -> Outcome[Applied]:
    """Code [start, end) of the source; coding it again changes nothing but adds the memo.

    With `region` a rectangle is coded; `start` and `end` are where its page begins in the text.
    Raises UserError: `bad_span`, `bad_region`, `no_page`, or `not_codable` for a category.
    """
    check_place(project, source, start, end, region)
    tree_code = codable(project, code)
    who = coder or project.coder
    with project.transact(Message.of("step.apply_code", code=tree_code.name)) as step:
        passage = passage_at(project, source, start, end, region)
        coding = project.passages.coding(passage, code, who)
        if coding is None:
            coding = project.passages.add_coding(
                guid=new_guid(),
                passage_id=passage,
                code_id=code,
                coder_id=who,
                memo=_written(memo),
                created_at=now(),
            )
        elif memo:
            _join_memo(project, coding, memo)
        applied = _applied(project, coding)
    return Outcome(applied, step.changes)


def apply_codes(
    project: Project,
    source: SourceId,
    start: int,
    end: int,
    codes: Iterable[CodeId],
    *,
    region: Region | None = None,
) -> Outcome[list[Applied]]:
    """Several codes on one passage, as one step."""
    wanted = list(codes)
    label = Message.of("step.apply_codes", n=len(wanted))
    if len(wanted) == 1:
        label = Message.of("step.apply_code", code=codable(project, wanted[0]).name)
    with project.transact(label) as step:
        applied = [
            apply_code(project, source, start, end, code, region=region).value for code in wanted
        ]
    return Outcome(applied, step.changes)


def apply_new_code(
    project: Project,
    source: SourceId,
    start: int,
    end: int,
    name: str,
    *,
    parent: CodeId | None = None,
    origin: CodeOrigin = CodeOrigin.INDUCTIVE,
    region: Region | None = None,
) -> Outcome[tuple[CodeId, Applied]]:
    """Make a code and apply it, as one step."""
    check_place(project, source, start, end, region)
    with project.transact(Message.of("step.apply_new_code", code=name)) as step:
        code = new_code(project, name, parent=parent, origin=origin)
        applied = apply_code(project, source, start, end, code, region=region).value
    return Outcome((code, applied), step.changes)


def code_in_vivo(
    project: Project, source: SourceId, start: int, end: int
) -> Outcome[tuple[CodeId, Applied]]:
    """Make a code named by the informant's own words, or take the one so named, and apply it."""
    check_span(project, source, start, end)
    words = " ".join(project.texts.text(source)[start:end].split())
    name = words if len(words) <= IN_VIVO_CHARACTERS else words[:IN_VIVO_CHARACTERS].rstrip() + "…"
    if not name:
        raise UserError("empty_name", thing="code")
    existing = project.codes.tree(counted=False).child_named(None, name)
    if existing is not None:
        outcome = apply_code(project, source, start, end, existing.id)
        return Outcome((existing.id, outcome.value), outcome.changes)
    return apply_new_code(project, source, start, end, name, origin=CodeOrigin.IN_VIVO)


IN_VIVO_CHARACTERS = 60
"""A longer quotation is cut for the code's name."""


def uncode(
    project: Project,
    source: SourceId,
    start: int,
    end: int,
    code: CodeId,
    *,
    region: Region | None = None,
) -> Outcome[Applied]:
    """Take a code off a place: the current coder's coding, else the only one there is.

    Raises NotFound when the place is not so coded.
    """
    passage_id = project.passages.at(source, start, end, region)
    passage = project.passages.get(passage_id) if passage_id is not None else None
    codings = [c for c in passage.codings if c.code == code] if passage else []
    mine = [c for c in codings if c.coder == project.coder]
    chosen = mine or (codings if len(codings) == 1 else [])
    if not chosen:
        name = project.codes.tree(counted=False)[code].name
        if region is not None:
            raise NotFound("not_coded_there", page=region.page, code=name)
        raise NotFound("not_coded", start=start, end=end, code=name)
    applied = _applied(project, chosen[0].id)
    return Outcome(applied, remove_codings(project, [chosen[0].id]).changes)


def remove_codings(project: Project, codings: Collection[CodingId]) -> Outcome[int]:
    """Take codings away; a passage that carries nothing else goes with its last one."""
    found = project.passages.codings_by_ids(codings)
    codes = {coding.code for coding, _ in found}
    names = {named.name for code in codes if (named := project.codes.get(code)) is not None}
    label = (
        Message.of("step.uncode", code=names.pop())
        if len(names) == 1 and len(found) == 1
        else Message.of("step.uncode_many", n=len(found))
    )
    with project.transact(label) as step:
        project.passages.delete_codings([coding.id for coding, _ in found])
        tidy(project, [passage for _, passage in found])
    return Outcome(len(found), step.changes)


def move_edges(
    project: Project,
    passage: PassageId,
    start: int,
    end: int,
    code: CodeId | None = None,
    *,
    region: Region | None = None,
) -> Outcome[PassageId]:
    """Move the current coder's codings of a passage (or only that of `code`) to [start, end).

    With `region` a rectangle is moved or resized; a passage keeps its kind of place.
    What nobody has coded (a memo, a star) moves too when nothing of another coder stays behind.
    Returns the passage at the new place.
    """
    old = project.passages.get(passage)
    if old is None:
        raise NotFound("gone", thing="passage")
    if (old.region is None) != (region is None):
        raise UserError("other_kind_of_place")
    check_place(project, old.source, start, end, region)
    mine = [c for c in old.codings if c.coder == project.coder and code in (None, c.code)]
    if not mine and old.codings:
        raise UserError("not_yours")
    with project.transact(Message.of("step.move_edges")) as step:
        if (start, end, region) == (old.start, old.end, old.region):
            return Outcome(passage)
        target = passage_at(project, old.source, start, end, region)
        for coding in mine:
            _move_coding(project, coding.id, target)
        if len(mine) == len(old.codings):
            _move_the_rest(project, old, target)
        tidy(project, [passage])
    return Outcome(target, step.changes)


def recode(project: Project, codings: Collection[CodingId], code: CodeId) -> Outcome[int]:
    """Give codings another code, as one step; coincident ones become one, memos joined."""
    tree_code = codable(project, code)
    with project.transact(Message.of("step.recode", n=len(codings), code=tree_code.name)) as step:
        found = project.passages.codings_by_ids(codings)
        moved = give_code(project, [pair for pair in found if pair[0].code != code], code)
    return Outcome(moved, step.changes)


def star_passages(project: Project, passages: Collection[PassageId], star: bool) -> Outcome[None]:
    """Mark passages as ones to quote, or unmark them."""
    key = "step.star" if star else "step.unstar"
    with project.transact(Message.of(key)) as step:
        project.passages.star(passages, star)
        tidy(project, passages)
    return Outcome(None, step.changes)


def star_place(
    project: Project,
    source: SourceId,
    start: int,
    end: int,
    star: bool,
    *,
    region: Region | None = None,
) -> Outcome[PassageId]:
    """Star a place or unstar it; a passage is made for it when there is none."""
    check_place(project, source, start, end, region)
    with project.transact(Message.of("step.star" if star else "step.unstar")) as step:
        passage = passage_at(project, source, start, end, region)
        project.passages.update(passage, star=int(star))
        tidy(project, [passage])
    return Outcome(passage, step.changes)


def write_passage_memo(
    project: Project,
    source: SourceId,
    start: int,
    end: int,
    memo: str,
    *,
    amend: StepId | None = None,
    region: Region | None = None,
) -> Outcome[PassageId]:
    """What one thought about a place; a bare passage is made for it when there is none."""
    check_place(project, source, start, end, region)
    with project.transact(Message.of("step.passage_memo"), amend=amend) as step:
        passage = passage_at(project, source, start, end, region)
        project.passages.update(passage, memo=_written(memo))
        tidy(project, [passage])
    return Outcome(passage, step.changes)


def write_coding_memo(
    project: Project, coding: CodingId, memo: str, *, amend: StepId | None = None
) -> Outcome[None]:
    """Why this code is on this passage."""
    with project.transact(Message.of("step.coding_memo"), amend=amend) as step:
        project.passages.update_coding(coding, memo=_written(memo))
    return Outcome(None, step.changes)


def _written(memo: str) -> str:
    """A memo of nothing but white space is none: it must not keep a passage alive."""
    return memo if memo.strip() else ""


def codable(project: Project, code: CodeId) -> Code:
    """The code, if passages can be coded with it.

    Raises NotFound when it is gone, and UserError `not_codable` for a category.
    """
    found = project.codes.get(code)
    if found is None:
        raise NotFound("gone", thing="code")
    if not found.codable:
        raise UserError("not_codable", code=found.name)
    return found


def _applied(project: Project, coding: CodingId) -> Applied:
    found = project.passages.get_coding(coding)
    assert found is not None
    passage = project.passages.get(found[1])
    assert passage is not None
    return Applied(coding, found[0].guid, passage.id, passage.guid)


def _join_memo(project: Project, coding: CodingId, memo: str) -> None:
    found = project.passages.get_coding(coding)
    assert found is not None
    project.passages.update_coding(coding, memo=joined_memo(found[0].memo, memo))


def _move_coding(project: Project, coding: CodingId, target: PassageId) -> None:
    found = project.passages.get_coding(coding)
    assert found is not None
    twin = project.passages.coding(target, found[0].code, found[0].coder)
    if twin is None:
        project.passages.update_coding(coding, passage_id=target)
    else:
        _join_memo(project, twin, found[0].memo)
        project.passages.delete_codings([coding])


def _move_the_rest(project: Project, old: Passage, target: PassageId) -> None:
    """Memo, star, translation and links follow when no other coder's coding holds them."""
    left = project.passages.get(old.id)
    into = project.passages.get(target)
    assert left is not None
    assert into is not None
    if not left.codings:
        merge_passages(project, into, left)
