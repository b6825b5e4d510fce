"""Correcting a text in place; passages follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from makna.domain.changes import Outcome
from makna.domain.document import PICTURE
from makna.domain.errors import UserError
from makna.domain.model import LinkTarget, Passage, PassageId, SourceId, StepId
from makna.domain.spans import Splice, follow, follow_turn, minimal
from makna.domain.text import canonical, paragraph_at
from makna.domain.wording import Message
from makna.services.places import joined_memo, merge_passages, passage_at
from makna.storage.project import Project


@dataclass(frozen=True)
class Collapsed:
    """A passage whose text was removed; its memo went to the paragraph."""

    guid: str
    text: str
    codes: tuple[str, ...]
    memo: str


@dataclass(frozen=True)
class Corrected:
    moved: int
    """Passages that lie elsewhere or are of another length now."""
    collapsed: tuple[Collapsed, ...] = ()
    merged: int = 0
    """Passages that came to lie at the place of another and became one with it."""


def edit_text(
    project: Project,
    source: SourceId,
    start: int,
    end: int,
    replacement: str,
    *,
    amend: StepId | None = None,
) -> Outcome[Corrected]:
    """Replace [start, end) of the text. Every passage follows; what vanished is listed.

    With `amend` the edit joins that step if it is still the latest one (typing).
    Raises UserError: `bad_stretch`, `no_picture_typed`.
    """
    length = project.texts.length(source)
    if not 0 <= start <= end <= length:
        raise UserError("bad_stretch", start=start, end=end, length=length)
    inserted = canonical(replacement)
    if PICTURE in inserted:
        raise UserError("no_picture_typed")
    splice = minimal(Splice(start, project.texts.text(source)[start:end], inserted))
    if not splice.removed and not splice.inserted:
        return Outcome(Corrected(0))
    with project.transact(Message.of("step.edit_text"), amend=amend) as step:
        corrected = _splice(project, source, splice)
    return Outcome(corrected, step.changes)


def edit_texts(
    project: Project, source: SourceId, splices: Sequence[Splice], *, amend: StepId | None = None
) -> Outcome[Corrected]:
    """Several edits, each in positions of the text after those before it, as one step."""
    moved, merged = 0, 0
    collapsed: tuple[Collapsed, ...] = ()
    with project.transact(Message.of("step.edit_text"), amend=amend) as step:
        for splice in splices:
            done = edit_text(project, source, splice.start, splice.end, splice.inserted).value
            moved, merged = moved + done.moved, merged + done.merged
            collapsed += done.collapsed
    return Outcome(Corrected(moved, collapsed, merged), step.changes)


def _splice(project: Project, source: SourceId, splice: Splice) -> Corrected:
    """Rows that vanish or merge go first, in the old positions; then all the others follow."""
    touching = project.passages.touching(source, splice.start, splice.end)
    text = project.texts.text(source)
    vanishing = [p for p in touching if _is_empty(follow(p.start, p.end, splice))]
    collapsed = tuple(_collapsed(project, passage, text) for passage in vanishing)
    for passage in vanishing:
        _delete(project, passage)
    merged = _merge(project, [p for p in touching if p not in vanishing], splice)
    _delete_empty_turns(project, source, splice)
    record = project.texts.record(source, splice)
    moved = sum(move.table == "passage" and move.before != move.after for move in record.moves)
    moved += project.passages.number_after(source, splice.start, splice.end)
    project.splice(record)
    _keep_memos(project, source, splice.start, vanishing)
    return Corrected(moved, collapsed, merged)


def _is_empty(place: tuple[int, int]) -> bool:
    return place[0] >= place[1]


def _collapsed(project: Project, passage: Passage, text: str) -> Collapsed:
    tree = project.codes.tree(counted=False)
    paths = tuple(tree.path(coding.code) for coding in passage.codings)
    memo = joined_memo(passage.memo, *(coding.memo for coding in passage.codings))
    return Collapsed(passage.guid, text[passage.start : passage.end], paths, memo)


def _delete(project: Project, passage: Passage) -> None:
    project.passages.delete_codings([coding.id for coding in passage.codings])
    project.memos.unlink_target(LinkTarget.PASSAGE, [passage.id])
    project.passages.delete([passage.id])


def _merge(project: Project, passages: list[Passage], splice: Splice) -> int:
    """Places that would coincide become one before they do."""
    kept: dict[tuple[int, int], PassageId] = {}
    merged = 0
    for passage in sorted(passages, key=lambda p: p.id):
        place = follow(passage.start, passage.end, splice)
        if place not in kept:
            kept[place] = passage.id
            continue
        into, gone = project.passages.get(kept[place]), project.passages.get(passage.id)
        assert into is not None
        assert gone is not None
        merge_passages(project, into, gone)
        merged += 1
    return merged


def _delete_empty_turns(project: Project, source: SourceId, splice: Splice) -> None:
    if not splice.removed:
        return
    empty = [
        key
        for key, start, end in project.sources.turn_places(source, splice.start, splice.end)
        if start < end and _is_empty(follow_turn(start, end, splice))
    ]
    project.sources.delete_turns(empty)


def _keep_memos(project: Project, source: SourceId, position: int, vanished: list[Passage]) -> None:
    """What one thought about a passage that is gone stays with the paragraph it was in."""
    memos = [p.memo for p in vanished if p.memo.strip()]
    memos += [c.memo for p in vanished for c in p.codings if c.memo.strip()]
    if not memos:
        return
    start, end = _paragraph_with_text(project.texts.text(source), position)
    if start >= end:
        return
    place = passage_at(project, source, start, end)
    found = project.passages.get(place)
    assert found is not None
    project.passages.update(place, memo=joined_memo(found.memo, *memos))


def _paragraph_with_text(text: str, position: int) -> tuple[int, int]:
    """The paragraph at the position; if it is empty, the nearest one before or after."""
    start, end = paragraph_at(text, min(position, len(text)))
    if start < end:
        return start, end
    before = text[:start].rstrip("\n")
    if before:
        return paragraph_at(text, len(before))
    after = len(text) - len(text.lstrip("\n"))
    return paragraph_at(text, after)
