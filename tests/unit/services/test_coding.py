"""Coding passages: one passage a place, none that is bare, every coder's work kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from makna.domain.errors import NotFound, UserError
from makna.domain.identity import Identity
from makna.domain.model import CodeId, CodeOrigin, LinkTarget, Passage, SourceId
from makna.services import codebook, coding, history, memos, projects
from makna.services.span_coding import Span, code_passages, code_passages_anew, code_spans
from makna.storage.project import Project

Code = Callable[[str], CodeId]
Place = Callable[[SourceId, str], tuple[SourceId, int, int]]
Passages = Callable[[], list[Passage]]
Quoted = Callable[[], list[str]]


def refused(call: Callable[[], Any]) -> str:
    with pytest.raises(UserError) as caught:
        call()
    return caught.value.key


@pytest.fixture
def words(interview: SourceId, place: Place) -> tuple[SourceId, int, int]:
    return place(interview, "keluhan kami baca")


def test_the_same_place_is_one_passage(
    project: Project, words: tuple[SourceId, int, int], code: Code, passages: Passages
) -> None:
    first = coding.apply_code(project, *words, code("A")).value
    second = coding.apply_code(project, *words, code("B")).value
    again = coding.apply_code(project, *words, code("A"))
    assert first.passage == second.passage
    assert again.value == first
    assert not again.changes
    assert len(passages()) == 1
    coding.apply_code(project, *words, code("A"), memo="kenapa")
    assert [c.memo for c in passages()[0].codings] == ["kenapa", ""]


@pytest.mark.parametrize(("start", "end"), [(5, 5), (8, 5), (-1, 4), (0, 10_000), (10_000, 10_001)])
def test_a_place_outside_or_empty_is_refused(
    project: Project, interview: SourceId, code: Code, start: int, end: int
) -> None:
    a = code("A")
    steps = len(project.history.entries())
    assert refused(lambda: coding.apply_code(project, interview, start, end, a)) == "bad_span"
    spans = [Span(interview, 0, 3), Span(interview, start, end)]
    assert refused(lambda: code_spans(project, spans, a)) == "bad_span"
    assert refused(lambda: coding.apply_new_code(project, interview, start, end, "B")) == "bad_span"
    assert len(project.history.entries()) == steps


def test_a_category_is_not_applied(
    project: Project, words: tuple[SourceId, int, int], code: Code
) -> None:
    codebook.describe_code(project, code("A"), codable=False)
    assert refused(lambda: coding.apply_code(project, *words, code("A"))) == "not_codable"
    spans = [Span(*words)]
    assert refused(lambda: code_spans(project, spans, code("A"))) == "not_codable"


def test_positions_count_characters_not_utf16(
    project: Project, interview: SourceId, place: Place, quoted: Quoted
) -> None:
    coding.apply_new_code(project, *place(interview, "semua"), "Setelah emoji")
    assert quoted() == ["semua"]


def test_a_new_code_and_its_coding_are_one_step(
    project: Project, words: tuple[SourceId, int, int], passages: Passages
) -> None:
    steps = len(project.history.entries())
    coding.apply_new_code(project, *words, "Baru")
    assert len(project.history.entries()) == steps + 1
    history.undo(project)
    assert len(project.codes.tree()) == 0
    assert passages() == []


def test_in_vivo_takes_the_informants_words_and_the_code_so_named(
    project: Project, interview: SourceId, place: Place
) -> None:
    made, _ = coding.code_in_vivo(project, *place(interview, "dua orang")).value
    named = project.codes.tree()[made]
    assert (named.name, named.origin) == ("dua orang", CodeOrigin.IN_VIVO)
    again, _ = coding.code_in_vivo(project, *place(interview, "dua orang")).value
    assert again == made
    whole = (interview, 0, project.texts.length(interview))
    long, _ = coding.code_in_vivo(project, *whole).value
    assert len(project.codes.tree()[long].name) <= coding.IN_VIVO_CHARACTERS + 1


def test_many_places_are_one_step_and_coded_once(
    project: Project, interview: SourceId, code: Code, passages: Passages
) -> None:
    a = code("A")
    coding.apply_code(project, interview, 0, 5, a)
    spans = [Span(interview, 0, 5), Span(interview, 6, 9), Span(interview, 6, 9)]
    outcome = code_spans(project, spans, a)
    assert outcome.value == 1
    assert outcome.changes.step == project.history.entries(1)[0].id
    assert code_spans(project, spans, a).changes.step is None
    assert [(p.start, len(p.codings)) for p in passages()] == [(0, 1), (6, 1)]


def test_a_passage_goes_with_its_last_coding_unless_it_carries_more(
    project: Project, words: tuple[SourceId, int, int], code: Code, passages: Passages
) -> None:
    for name in ("A", "B"):
        coding.apply_code(project, *words, code(name))
    coding.uncode(project, *words, code("A"))
    assert len(passages()) == 1
    coding.uncode(project, *words, code("B"))
    assert passages() == []
    with pytest.raises(NotFound) as caught:
        coding.uncode(project, *words, code("B"))
    assert caught.value.key == "not_coded"


@pytest.mark.parametrize("kept_by", ["star", "memo", "link", "translation"])
def test_a_passage_that_carries_anything_stays(
    project: Project,
    words: tuple[SourceId, int, int],
    code: Code,
    passages: Passages,
    kept_by: str,
) -> None:
    made = coding.apply_code(project, *words, code("A")).value
    if kept_by == "star":
        coding.star_passages(project, [made.passage], True)
    elif kept_by == "memo":
        coding.write_passage_memo(project, *words, "m")
    elif kept_by == "link":
        memos.write_memo(project, "M", "", links=[(LinkTarget.PASSAGE, made.passage_guid)])
    else:
        with project.transact(project.history.entries(1)[0].label):
            project.passages.update(made.passage, translation="x")
    coding.uncode(project, *words, code("A"))
    assert len(passages()) == 1


def test_a_bare_passage_goes_when_what_it_carried_goes(
    project: Project, words: tuple[SourceId, int, int], passages: Passages
) -> None:
    passage = coding.write_passage_memo(project, *words, "m").value
    coding.star_passages(project, [passage], True)
    coding.write_passage_memo(project, *words, "")
    assert [p.star for p in passages()] == [True]
    coding.star_passages(project, [passage], False)
    assert passages() == []
    history.undo(project, 4)
    history.redo(project, 3)
    assert [(p.id, p.star) for p in passages()] == [(passage, True)]


def test_each_coder_takes_off_only_their_own(
    project: Project, words: tuple[SourceId, int, int], code: Code, passages: Passages
) -> None:
    a, sari = code("A"), project.coder
    coding.apply_code(project, *words, a)
    budi = projects.work_as(project, Identity("guid-budi", "Budi"))
    coding.apply_code(project, *words, a)
    coding.uncode(project, *words, a)
    assert [c.coder for c in passages()[0].codings] == [sari]
    dewi = projects.coder_named(project, "Dewi")
    coding.apply_code(project, *words, a, coder=dewi)
    assert budi.id == project.coder
    # Two others' codings and none of one's own: which one is meant is not guessed.
    assert refused(lambda: coding.uncode(project, *words, a)) == "not_coded"


def test_moving_an_edge_never_touches_another_coders_coding(
    project: Project, words: tuple[SourceId, int, int], code: Code, quoted: Quoted
) -> None:
    a, (_, start, end) = code("A"), words
    made = coding.apply_code(project, *words, a).value
    budi = projects.coder_named(project, "Budi")
    theirs = coding.apply_code(project, *words, a, coder=budi).value
    coding.move_edges(project, made.passage, start, end + 1)
    assert sorted(quoted()) == ["keluhan kami baca", "keluhan kami baca."]
    found = project.passages.get(made.passage)
    assert found is not None
    assert [c.id for c in found.codings] == [theirs.coding]
    assert refused(lambda: coding.move_edges(project, made.passage, start, end - 1)) == "not_yours"


def test_moving_an_edge_takes_along_memo_star_and_links(
    project: Project, words: tuple[SourceId, int, int], code: Code, passages: Passages
) -> None:
    _, start, end = words
    made = coding.apply_code(project, *words, code("A"), memo="c").value
    coding.write_passage_memo(project, *words, "m")
    coding.star_passages(project, [made.passage], True)
    memo = memos.write_memo(project, "M", "", links=[(LinkTarget.PASSAGE, made.passage_guid)]).value
    target = coding.move_edges(project, made.passage, start, end - 5).value
    (found,) = passages()
    assert (found.id, found.end, found.memo, found.star) == (target, end - 5, "m", True)
    assert [c.memo for c in found.codings] == ["c"]
    assert [link.label for link in memos.get_memo(project, memo).links] == ["keluhan kami"]
    history.undo(project)
    assert [(p.id, p.end) for p in passages()] == [(made.passage, end)]


def test_moving_one_codes_edge_leaves_the_others(
    project: Project, words: tuple[SourceId, int, int], code: Code, passages: Passages
) -> None:
    _, start, end = words
    made = coding.apply_codes(project, *words, [code("A"), code("B")]).value[0]
    coding.move_edges(project, made.passage, start, end - 5, code("B"))
    assert [(p.end, [c.code for c in p.codings]) for p in passages()] == [
        (end - 5, [code("B")]),
        (end, [code("A")]),
    ]


def test_moving_onto_a_place_in_use_joins_it(
    project: Project, words: tuple[SourceId, int, int], code: Code, passages: Passages
) -> None:
    source, start, end = words
    first = coding.apply_code(project, *words, code("A"), memo="satu").value
    coding.apply_code(project, source, start, end - 5, code("A"), memo="dua")
    coding.move_edges(project, first.passage, start, end - 5)
    (found,) = passages()
    assert [c.memo for c in found.codings] == ["dua\n\nsatu"]


def test_recoding_joins_what_coincides(
    project: Project, words: tuple[SourceId, int, int], code: Code, passages: Passages
) -> None:
    a = coding.apply_code(project, *words, code("A"), memo="satu").value
    b = coding.apply_code(project, *words, code("B"), memo="dua").value
    assert coding.recode(project, [a.coding, b.coding], code("B")).value == 1
    assert [(c.code, c.memo) for c in passages()[0].codings] == [(code("B"), "satu\n\ndua")]
    history.undo(project)
    assert len(passages()[0].codings) == 2


def test_typing_a_memo_is_one_step(
    project: Project, words: tuple[SourceId, int, int], passages: Passages
) -> None:
    step = coding.write_passage_memo(project, *words, "s").changes.step
    for memo in ("sa", "", "satu"):
        coding.write_passage_memo(project, *words, memo, amend=step)
    assert [p.memo for p in passages()] == ["satu"]
    assert len(project.history.entries()) == 2
    history.undo(project)
    assert passages() == []


def test_a_memo_of_white_space_keeps_no_passage_alive(
    project: Project, words: tuple[SourceId, int, int]
) -> None:
    source, start, end = words
    blank = coding.write_passage_memo(project, source, start, end, " \n ").value
    assert project.passages.get(blank) is None
    kept = coding.write_passage_memo(project, source, start, end, "penting").value
    moved = project.passages.get(coding.move_edges(project, kept, start, end - 1).value)
    assert moved is not None
    assert moved.memo == "penting"


def test_passages_get_one_more_code_as_one_step(
    project: Project, interview: SourceId, code: Code, place: Place, passages: Passages
) -> None:
    first = coding.apply_code(project, *place(interview, "keluhan"), code("A")).value.passage
    second = coding.apply_code(project, *place(interview, "kami baca"), code("B")).value.passage
    assert code_passages(project, [first, second], code("A")).value == 1
    assert [len(passage.codings) for passage in passages()] == [1, 2]
    made = code_passages_anew(project, [first, second], "Baru")
    assert made.value == 2
    history.undo(project)
    assert project.codes.tree().child_named(None, "Baru") is None
