"""The codebook: make, describe, move, merge and delete codes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from makna.domain.errors import UserError
from makna.domain.model import CodeId, LinkTarget, Passage, SourceId
from makna.domain.palette import COLORS
from makna.services import codebook, coding, history, memos, projects
from makna.storage.project import Project

Tree = Callable[[], list[str]]
Code = Callable[[str], CodeId]
Place = Callable[[SourceId, str], tuple[SourceId, int, int]]
Passages = Callable[[], list[Passage]]


def refused(call: Callable[[], Any]) -> str:
    with pytest.raises(UserError) as caught:
        call()
    return caught.value.key


def test_siblings_need_different_names_however_they_are_written(project: Project) -> None:
    codebook.add_code(project, " Citra  diri ")
    for twin in ("citra diri", "CITRA DIRI", "Citra\tdiri"):
        assert refused(lambda name=twin: codebook.add_code(project, name)) == "code_exists"
    assert refused(lambda: codebook.add_code(project, " \n")) == "empty_name"
    parent = project.codes.tree().ordered[0].id
    assert codebook.add_code(project, "Citra diri", parent=parent).value


def test_a_path_makes_what_is_missing_and_describes_what_is_there(
    project: Project, tree: Tree
) -> None:
    codebook.add_path(project, "A > B > C")
    codebook.add_path(project, "a > b", memo="baru")
    assert tree() == ["A", "A > B", "A > B > C"]
    assert project.codes.tree().find("A > B").memo == "baru"
    assert len(project.history.entries()) == 2


def test_new_codes_take_the_next_colour_and_children_lean_on_their_parent(
    project: Project, code: Code
) -> None:
    first, second, child = code("A"), code("B"), code("A > C")
    found = project.codes.tree()
    assert (found[first].color, found[second].color) == COLORS[:2]
    assert found[child].color not in COLORS


@pytest.mark.parametrize("color", ["merah", "#12345", "#12345g", "12345678"])
def test_a_colour_is_six_digits(project: Project, color: str) -> None:
    assert refused(lambda: codebook.add_code(project, "A", color=color)) == "bad_color"
    assert project.history.entries() == []


@pytest.mark.parametrize(
    ("moved", "position", "order"),
    [
        ("A", None, "BCDA"),
        ("A", 2, "BACD"),
        ("D", 0, "DABC"),
        ("C", 1, "ACBD"),
        ("B", 1, "ABCD"),
        ("B", 2, "ABCD"),
        ("A", 99, "BCDA"),
    ],
)
def test_a_code_is_moved_before_the_sibling_at_the_position(
    project: Project, code: Code, tree: Tree, moved: str, position: int | None, order: str
) -> None:
    ids = {name: code(name) for name in "ABCD"}
    outcome = codebook.move_code(project, ids[moved], None, position)
    assert tree() == list(order)
    history.undo(project, 1 if outcome.changes else 0)
    assert tree() == list("ABCD")


def test_a_code_is_moved_below_another_between_its_children(
    project: Project, code: Code, tree: Tree
) -> None:
    for path in ("A > x", "A > y", "B > z"):
        code(path)
    codebook.move_code(project, code("B > z"), code("A"), 1)
    assert tree() == ["A", "A > x", "A > z", "A > y", "B"]
    history.undo(project)
    assert tree() == ["A", "A > x", "A > y", "B", "B > z"]


def test_a_code_is_not_moved_below_itself_nor_beside_its_namesake(
    project: Project, code: Code
) -> None:
    code("A > B > C")
    code("D > B")
    a, b = code("A"), code("A > B")
    assert refused(lambda: codebook.move_code(project, a, code("A > B > C"))) == "code_cycle"
    assert refused(lambda: codebook.move_code(project, b, code("D"))) == "code_exists"
    assert refused(lambda: codebook.merge_codes(project, a, b)) == "code_cycle"
    assert refused(lambda: codebook.merge_codes(project, a, a)) == "code_cycle"


def test_merging_joins_coincident_codings_and_their_memos_older_first(
    project: Project, interview: SourceId, code: Code, place: Place, passages: Passages
) -> None:
    gone, kept = code("Lama"), code("Baru")
    words, other = place(interview, "keluhan"), place(interview, "24 jam")
    coding.apply_code(project, *words, gone, memo="lebih dulu")
    coding.apply_code(project, *words, kept, memo="kemudian")
    coding.apply_code(project, *other, gone)
    before = passages()
    assert codebook.merge_codes(project, gone, kept).value == 2
    found = [[(c.code, c.memo) for c in p.codings] for p in passages()]
    assert found == [[(kept, "lebih dulu\n\nkemudian")], [(kept, "")]]
    history.undo(project)
    assert passages() == before


def test_merging_keeps_codings_of_different_coders_apart(
    project: Project, interview: SourceId, code: Code, place: Place, passages: Passages
) -> None:
    gone, kept = code("Lama"), code("Baru")
    words, budi = place(interview, "keluhan"), projects.coder_named(project, "Budi")
    coding.apply_code(project, *words, gone, coder=budi)
    coding.apply_code(project, *words, kept)
    codebook.merge_codes(project, gone, kept)
    assert sorted(c.coder for c in passages()[0].codings) == sorted((budi, project.coder))


def test_merging_adopts_children_and_merges_those_of_one_name(
    project: Project, interview: SourceId, code: Code, place: Place, tree: Tree
) -> None:
    for path in ("A > sama > dalam", "A > lain", "B > Sama", "B > awal"):
        code(path)
    coding.apply_code(project, *place(interview, "keluhan"), code("A > sama"))
    codebook.merge_codes(project, code("A"), code("B"))
    assert tree() == ["B", "B > Sama", "B > Sama > dalam", "B > awal", "B > lain"]
    assert project.codes.tree().find("B > Sama").codings == 1
    history.undo(project)
    assert "A > sama > dalam" in tree()


def test_a_code_is_merged_into_its_parent_whose_name_a_grandchild_has(
    project: Project, code: Code, tree: Tree
) -> None:
    code("A > B > B")
    codebook.merge_codes(project, code("A > B"), code("A"))
    assert tree() == ["A", "A > B"]


def test_merging_moves_memo_links_and_descriptions(project: Project, code: Code) -> None:
    gone, kept = code("Lama"), code("Baru")
    for each, words in ((gone, "dulu"), (kept, "kini")):
        codebook.describe_code(project, each, description=words, memo=words)
    guid = project.codes.tree()[gone].guid
    memo = memos.write_memo(project, "M", "", links=[(LinkTarget.CODE, guid)]).value
    codebook.merge_codes(project, gone, kept)
    found = project.codes.tree()[kept]
    assert (found.description, found.memo) == ("kini\n\ndulu", "kini\n\ndulu")
    assert [link.guid for link in memos.get_memo(project, memo).links] == [found.guid]


def test_deleting_a_code_promotes_its_children_to_its_place(
    project: Project, code: Code, tree: Tree
) -> None:
    for path in ("A", "B > x", "B > y > dalam", "B > a", "C"):
        code(path)
    codebook.delete_codes(project, [code("B")])
    assert tree() == ["A", "x", "y", "y > dalam", "a (2)", "C"]
    history.undo(project)
    assert tree() == ["A", "B", "B > x", "B > y", "B > y > dalam", "B > a", "C"]
    history.redo(project)
    assert tree() == ["A", "x", "y", "y > dalam", "a (2)", "C"]


def test_deleting_codes_takes_their_codings_and_bare_passages(
    project: Project, interview: SourceId, code: Code, place: Place, passages: Passages
) -> None:
    a, b = code("A"), code("A > B")
    coding.apply_code(project, *place(interview, "keluhan"), a)
    coding.apply_code(project, *place(interview, "24 jam"), b)
    coding.write_passage_memo(project, *place(interview, "24 jam"), "tetap")
    assert codebook.delete_codes(project, [b, a]).value == 2
    assert [(p.memo, p.codings) for p in passages()] == [("tetap", ())]
    assert len(project.codes.tree()) == 0
    history.undo(project)
    assert [len(p.codings) for p in passages()] == [1, 1]


def test_a_number_key_belongs_to_one_code(project: Project, code: Code) -> None:
    a, b = code("A"), code("B")
    codebook.set_shortcut(project, a, 1)
    codebook.set_shortcut(project, b, 1)
    assert [c.shortcut for c in project.codes.tree().ordered] == [None, 1]
    assert refused(lambda: codebook.set_shortcut(project, a, 10)) == "bad_shortcut"


def test_renaming_keeps_guid_and_refuses_a_siblings_name(project: Project, code: Code) -> None:
    a = code("A")
    code("B")
    guid = project.codes.tree()[a].guid
    codebook.rename_code(project, a, "a")
    assert refused(lambda: codebook.rename_code(project, a, "b")) == "code_exists"
    assert (project.codes.tree()[a].name, project.codes.tree()[a].guid) == ("a", guid)


def test_a_category_takes_no_codings_by_a_merge(
    project: Project, interview: SourceId, code: Code, place: Place
) -> None:
    group = codebook.add_code(project, "Kelompok", codable=False).value
    used, unused = code("A"), code("B")
    coding.apply_code(project, *place(interview, "24 jam"), used)
    assert refused(lambda: codebook.merge_codes(project, used, group)) == "not_codable"
    assert codebook.merge_codes(project, unused, group).value == 0
