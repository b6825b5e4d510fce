"""The passages of a chapter's sections: which are quoted, in which order, shortened, in which form.

A decision belongs to one section: the same passage may be quoted in full in one and be cut in
another. The source's text never changes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from typing import Any

from makna.domain.changes import Outcome
from makna.domain.chapter import ChapterId, Form, QuotationChoice, State
from makna.domain.errors import NotFound, UserError
from makna.domain.identity import new_guid
from makna.domain.model import CodeId, Passage, PassageId
from makna.domain.quote_edits import Edit, digest, edits_to_json, fitted, with_cut, with_words
from makna.domain.wording import Message
from makna.services.sources import natural
from makna.services.writing import get_chapter
from makna.storage.project import Project

_MARKING = {
    State.USED: "step.use_quotations",
    State.LEFT_OUT: "step.leave_out_quotations",
    State.UNDECIDED: "step.take_back_quotations",
}


def mark_passages(
    project: Project,
    chapter: ChapterId,
    code: CodeId,
    passages: Collection[PassageId],
    state: State,
) -> Outcome[None]:
    """Mark passages of a section as used, as left out, or as neither."""
    _check(project, chapter, code, passages)
    with project.transact(Message.of(_MARKING[state], n=len(passages))) as step:
        _decide(project, chapter, code, passages, state=state.value)
    return Outcome(None, step.changes)


def set_form(
    project: Project, chapter: ChapterId, code: CodeId, passage: PassageId, form: Form
) -> Outcome[None]:
    """Quote inline or as a block, or by its length again (AUTOMATIC)."""
    _check(project, chapter, code, [passage])
    with project.transact(Message.of("step.form_quotation")) as step:
        _decide(project, chapter, code, [passage], form=form.value)
    return Outcome(None, step.changes)


def move_passage(
    project: Project, chapter: ChapterId, code: CodeId, passage: PassageId, rank: int
) -> Outcome[None]:
    """Put a passage at a rank on its shelf, from 0; what lies beyond is the first or last."""
    _check(project, chapter, code, [passage])
    shelf = shelf_order(project, chapter, code)
    others = [each for each in shelf if each != passage]
    at = max(0, min(rank, len(others)))
    order = [*others[:at], passage, *others[at:]]
    with project.transact(Message.of("step.move_quotation")) as step:
        if order != shelf:
            _place(project, chapter, code, order)
    return Outcome(None, step.changes)


def move_passage_by(
    project: Project, chapter: ChapterId, code: CodeId, passage: PassageId, by: int
) -> Outcome[None]:
    """Move a passage up (-1) or down (1) on its shelf."""
    _check(project, chapter, code, [passage])
    rank = shelf_order(project, chapter, code).index(passage) + by
    return move_passage(project, chapter, code, passage, rank)


def shelf_order(project: Project, chapter: ChapterId, code: CodeId) -> list[PassageId]:
    """The passages of a section in the order of its shelf."""
    found = project.passages.by_ids(project.chapters.coded([code]).get(code, []))
    names = {source.id: natural(source.name) for source in _sources(project, found)}
    found.sort(key=lambda p: (names[p.source], p.source, p.start, p.id))
    choices = project.chapters.quotations_of(chapter, code)

    def rank(passage: Passage) -> tuple[bool, int]:
        choice = choices.get((code, passage.id))
        position = choice.position if choice else None
        return position is None, position or 0

    return [passage.id for passage in sorted(found, key=rank)]


def cut(
    project: Project, chapter: ChapterId, code: CodeId, passage: PassageId, start: int, end: int
) -> Outcome[None]:
    """Leave out [start, end) of the passage, in positions of its text, widened to whole words.

    Raises UserError: `cut_nothing`, `cut_everything`, `quotation_corrected`.
    """
    return _edit(
        *(project, chapter, code, passage, "step.shorten_quotation"),
        lambda text, edits: with_cut(text, edits, start, end),
    )


def add_words(
    project: Project,
    chapter: ChapterId,
    code: CodeId,
    passage: PassageId,
    start: int,
    end: int,
    words: str,
) -> Outcome[None]:
    """Print [words] at a place (start == end), or in the place of [start, end).

    Raises UserError: `no_words`, `edits_overlap`, `quotation_corrected`.
    """
    return _edit(
        *(project, chapter, code, passage, "step.add_to_quotation"),
        lambda text, edits: with_words(text, edits, start, end, words),
    )


def take_back(
    project: Project, chapter: ChapterId, code: CodeId, passage: PassageId, index: int
) -> Outcome[None]:
    """Take back one of the cuts and additions, counted from 0 in the order of the text."""

    def without(text: str, edits: Sequence[Edit]) -> tuple[Edit, ...]:
        return tuple(edit for rank, edit in enumerate(edits) if rank != index)

    return _edit(project, chapter, code, passage, "step.change_edit", without)


def quote_in_full(
    project: Project, chapter: ChapterId, code: CodeId, passage: PassageId
) -> Outcome[None]:
    """Take back all cuts and additions."""
    _check(project, chapter, code, [passage])
    with project.transact(Message.of("step.undo_edits")) as step:
        _decide(project, chapter, code, [passage], edits="[]", edited_sha256="")
    return Outcome(None, step.changes)


def _edit(
    project: Project,
    chapter: ChapterId,
    code: CodeId,
    passage: PassageId,
    key: str,
    change: Callable[[str, Sequence[Edit]], tuple[Edit, ...]],
) -> Outcome[None]:
    _check(project, chapter, code, [passage])
    place = project.passages.get(passage)
    assert place is not None
    text = project.texts.text(place.source)[place.start : place.end]
    choice = project.chapters.quotations_of(chapter, code).get((code, passage))
    edits: tuple[Edit, ...] | None = ()
    if choice is not None:
        edits = fitted(text, choice.edits, choice.edited_sha256)
    if edits is None:
        raise UserError("quotation_corrected")
    changed = change(text, edits)
    values = {
        "edits": json.dumps(edits_to_json(changed), ensure_ascii=False),
        "edited_sha256": digest(text) if changed else "",
    }
    with project.transact(Message.of(key)) as step:
        _decide(project, chapter, code, [passage], **values)
    return Outcome(None, step.changes)


def _place(project: Project, chapter: ChapterId, code: CodeId, order: Sequence[PassageId]) -> None:
    choices = project.chapters.quotations_of(chapter, code)
    known = [
        {"key": choices[code, passage].id, "position": rank}
        for rank, passage in enumerate(order)
        if (code, passage) in choices and choices[code, passage].position != rank
    ]
    project.chapters.update_quotations(known)
    fresh = [
        _new(chapter, code, passage, position=rank)
        for rank, passage in enumerate(order)
        if (code, passage) not in choices
    ]
    project.chapters.add_quotations(fresh)


_PLAIN: dict[str, Any] = {
    "position": None,
    "state": "",
    "form": "",
    "edits": "[]",
    "edited_sha256": "",
}


def _new(chapter: ChapterId, code: CodeId, passage: PassageId, **values: Any) -> dict[str, Any]:
    keys = {"guid": new_guid(), "chapter_id": chapter, "code_id": code, "passage_id": passage}
    return {**keys, **_PLAIN, **values}


def _decide(
    project: Project,
    chapter: ChapterId,
    code: CodeId,
    passages: Collection[PassageId],
    **values: Any,
) -> None:
    """Write a decision; a row in which nothing is decided any more goes. Inside a step."""
    choices = project.chapters.quotations_of(chapter, code)
    decides = any(value != _PLAIN[name] for name, value in values.items())
    for passage in passages:
        choice = choices.get((code, passage))
        if choice is None and decides:
            project.chapters.add_quotations([_new(chapter, code, passage, **values)])
        elif choice is not None and not decides and _is_plain(choice, values):
            project.chapters.delete_quotations([choice.id])
        elif choice is not None:
            project.chapters.update_quotation(choice.id, **values)


def _is_plain(choice: QuotationChoice, values: dict[str, Any]) -> bool:
    """Whether nothing would be left of the choice beside what is being taken back."""
    decided = {
        "position": choice.position is not None,
        "state": choice.state is not State.UNDECIDED,
        "form": choice.form is not Form.AUTOMATIC,
        "edits": bool(choice.edits),
    }
    return not any(is_set for name, is_set in decided.items() if name not in values)


def _check(
    project: Project, chapter: ChapterId, code: CodeId, passages: Collection[PassageId]
) -> None:
    """Raises NotFound for what is gone, UserError (`not_on_shelf`) for other passages."""
    get_chapter(project, chapter)
    found = project.codes.get(code)
    if found is None:
        raise NotFound("gone", thing="code")
    if set(passages) - project.chapters.carries(code, passages):
        raise UserError("not_on_shelf", code=found.name)


def _sources(project: Project, passages: Sequence[Passage]) -> list[Any]:
    keys = dict.fromkeys(passage.source for passage in passages)
    return [found for key in keys if (found := project.sources.plain(key)) is not None]
