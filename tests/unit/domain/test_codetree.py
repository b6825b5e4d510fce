"""The code tree: written paths, order, and what may go where."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import given

from makna.domain.codetree import CodeTree, join_path, name_key, split_path
from makna.domain.errors import NotFound, UserError
from makna.domain.model import Code, CodeId

NAMES = st.text(st.sampled_from('ab>\\ "é'), min_size=1, max_size=8).filter(
    lambda name: name == name.strip() and bool(name)
)


def code(key: int, parent: int | None, position: int, name: str, codings: int = 0) -> Code:
    above = None if parent is None else CodeId(parent)
    return Code(CodeId(key), f"g{key}", above, position, name, "#c8772b", codings=codings)


@pytest.fixture
def tree() -> CodeTree:
    return CodeTree(
        [
            code(1, None, 1, "Citra", 2),
            code(2, None, 0, "Kategori"),
            code(3, 1, 1, "Cat", 3),
            code(4, 1, 0, "Media", 1),
            code(5, 4, 0, "cat", 4),
            code(6, 2, 0, "Peran > humas"),
        ]
    )


@given(st.lists(NAMES, min_size=1, max_size=5).map(tuple))
def test_a_written_path_reads_back_as_its_names(names: tuple[str, ...]) -> None:
    assert split_path(join_path(names)) == names


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("Tema>Kode", ("Tema", "Kode")),
        (r"A \> B > C", ("A > B", "C")),
        (r"a\b", (r"a\b",)),
        (r"a\\>b", (r"a\>b",)),
        ("a\\", ("a\\",)),
    ],
)
def test_paths_as_people_write_them(path: str, names: tuple[str, ...]) -> None:
    assert split_path(path) == names


@pytest.mark.parametrize("path", ["", " ", ">", "A > ", "A > > B"])
def test_a_path_with_an_empty_name_is_refused(path: str) -> None:
    with pytest.raises(UserError) as caught:
        split_path(path)
    assert caught.value.key == "empty_name"


def test_order_is_depth_first_by_rank(tree: CodeTree) -> None:
    assert [c.id for c in tree.ordered] == [2, 6, 1, 4, 5, 3]
    assert [tree.depth(c.id) for c in tree.ordered] == [0, 1, 0, 1, 2, 1]
    assert tree.total(CodeId(1)) == 10


def test_cat_is_never_category(tree: CodeTree) -> None:
    with pytest.raises(NotFound) as caught:
        tree.find("Kat")
    assert caught.value.key == "not_found"


def test_a_name_that_several_codes_have_is_ambiguous(tree: CodeTree) -> None:
    with pytest.raises(NotFound) as caught:
        tree.find("CAT")
    assert caught.value.key == "ambiguous"
    assert caught.value.details["candidates"] == "Citra > Media > cat, Citra > Cat"


def test_every_code_is_found_by_its_own_path(tree: CodeTree) -> None:
    assert all(tree.find(tree.path(c.id)).id == c.id for c in tree.ordered)
    assert tree.find("Media").id == 4


def test_a_code_does_not_go_below_itself(tree: CodeTree) -> None:
    tree.check_move(CodeId(4), None)
    tree.check_move(CodeId(4), CodeId(2))
    for below in (1, 4, 5):
        with pytest.raises(UserError) as caught:
            tree.check_move(CodeId(1), CodeId(below))
        assert caught.value.key == "code_cycle"


def test_names_are_compared_composed_and_folded() -> None:
    assert name_key(" Cafe\u0301 ") == name_key("CAFÉ")
    assert name_key("Kode 1") != name_key("Kode 2")
