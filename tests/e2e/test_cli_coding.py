"""add-code, edit-code, codes, apply, uncode, autocode."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Makna = Callable[..., Any]
Line = Callable[..., str]


def paths(makna: Makna, study: Path) -> list[str]:
    return [code["path"] for code in makna("codes", study, "--json").json]


def test_codes_come_in_the_order_of_the_tree(makna: Makna, study: Path) -> None:
    makna("add-code", study, "Peran > Pakar", r"A \> B > C", "--color", "#2E7D4F")
    assert paths(makna, study) == [
        "Peran",
        "Peran > Fasilitator",
        "Peran > Pakar",
        "cat",
        "category",
        r"A \> B",
        r"A \> B > C",
    ]
    colors = {c["path"]: c["color"] for c in makna("codes", study, "--json").json}
    assert colors[r"A \> B > C"] == colors["Peran > Pakar"] == "#2e7d4f"
    assert makna("undo", study, "--json").json["undone"] == ["New code “Pakar, C”"]
    assert len(paths(makna, study)) == 4


@pytest.mark.parametrize(
    "arguments", [["a", "--color", "red"], ["a > > b"], [""], ["a", "b >"], []]
)
def test_a_code_that_cannot_be_made_leaves_nothing(
    arguments: list[str], makna: Makna, one_line: Line, study: Path
) -> None:
    one_line("add-code", study, *arguments)
    assert len(paths(makna, study)) == 4


def test_the_tree_is_changed_in_one_step(makna: Makna, study: Path) -> None:
    options = ["--rename", "Mediator", "--top", "--definition", "Menengahi", "--json"]
    tree = makna("edit-code", study, "Fasilitator", *options).json
    assert [(c["path"], c["definition"]) for c in tree][-1] == ("Mediator", "Menengahi")
    makna("edit-code", study, "Mediator", "--under", "cat")
    assert "cat > Mediator" in paths(makna, study)
    makna("undo", study, "--steps", "2")
    assert "Peran > Fasilitator" in paths(makna, study)


def test_merging_and_deleting_keep_what_lies_below(makna: Makna, study: Path) -> None:
    makna("apply", study, "--source", "I1", "--code", "cat", "--span", "0:5")
    merged = makna("edit-code", study, "cat", "--merge-into", "Fasilitator", "--json").json
    assert {c["path"]: c["codings"] for c in merged}["Peran > Fasilitator"] == 1
    makna("edit-code", study, "Peran", "--delete")
    assert paths(makna, study) == ["Fasilitator", "category"]


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["--top", "--under", "cat"],
        ["--delete", "--rename", "x"],
        ["--merge-into", "cat", "--delete"],
        ["--under", "Fasilitator"],
        ["--merge-into", "Peran"],
        ["--rename", "cat"],
        ["--rename", " "],
        ["--under", "nope"],
        ["--color", "red", "--rename", "x"],
    ],
)
def test_a_change_that_makes_no_sense_changes_nothing(
    options: list[str], makna: Makna, one_line: Line, study: Path
) -> None:
    before = makna("codes", study).out
    one_line("edit-code", study, "Peran", *options)
    assert makna("codes", study).out == before


def test_a_passage_is_coded_by_place_and_by_words(makna: Makna, study: Path) -> None:
    where = ["--source", "I1", "--code", "Peran > Fasilitator", "--json"]
    text = makna("text", study, "I1").out
    start = text.index("warga")
    first = makna("apply", study, *where, "--span", f"{start}:{start + 5}").json
    assert (first["text"], first["start"], first["end"]) == ("warga", start, start + 5)
    assert makna("apply", study, *where, "--quote", "warga").json == first
    second = makna("apply", study, *where, "--quote", "umas", "--nth", "2", "--memo", "!").json
    assert second["start"] == text.index("umas", text.index("umas") + 1)
    codings = makna("retrieve", study, "--where", "code:Fasilitator", "--json").json
    assert [c["codings"][0]["memo"] for c in codings] == ["!", ""]


def test_coding_twice_makes_one_coding(makna: Makna, study: Path) -> None:
    where = ["--source", "I1", "--code", "cat", "--span", "3:9", "--json"]
    assert makna("apply", study, *where).json == makna("apply", study, *where).json
    assert makna("info", study, "--json").json["codings"] == 1


@pytest.mark.parametrize(
    "place",
    [
        "--span=9:3",
        "--span=3:3",
        "--span=0:99999",
        "--span=-2:4",
        "--span=99999:100000",
        "--span=abc",
        "--span=",
        "--span=1:99999999999999999999",
        "--quote=tidak ada",
        "--quote=",
    ],
)
def test_a_place_outside_the_text_is_refused(
    place: str, makna: Makna, one_line: Line, study: Path
) -> None:
    one_line("apply", study, "--source", "I1", "--code", "cat", place, "--coder", "Budi")
    info = makna("info", study, "--json").json
    assert (info["passages"], info["codings"]) == (0, 0)
    assert "Budi" not in makna("history", study).out


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["--span", "0:3", "--quote", "Apa"],
        ["--span", "0:3", "--nth", "1"],
        ["--quote", "Apa", "--nth", "0"],
        ["--quote", "Apa", "--nth", "2"],
        ["--quote", "Apa", "--nth", "x"],
        ["--span", "0:3", "--coder", " "],
    ],
)
def test_apply_says_what_it_misses(options: list[str], one_line: Line, study: Path) -> None:
    one_line("apply", study, "--source", "I1", "--code", "cat", *options)


def test_an_unknown_or_ambiguous_code_is_refused(makna: Makna, one_line: Line, study: Path) -> None:
    where = ["--source", "I1", "--span", "0:3", "--code"]
    assert "ca" in one_line("apply", study, *where, "ca")
    makna("add-code", study, "cat > Fasilitator")
    line = one_line("apply", study, *where, "Fasilitator")
    assert "Peran > Fasilitator" in line
    assert "cat > Fasilitator" in line


def test_two_coders_code_one_place(makna: Makna, one_line: Line, study: Path) -> None:
    where = ["--source", "I1", "--code", "cat", "--span", "3:9"]
    makna("apply", study, *where)
    makna("apply", study, *where, "--coder", "Budi")
    codings = makna("retrieve", study, "--json").json[0]["codings"]
    assert [coding["coder"] for coding in codings] == ["Sari", "Budi"]
    assert makna("history", study, "--json").json[-1]["coder"] == "Budi"
    assert makna("retrieve", study, "--json").json[0]["codes"] == ["cat"]
    one_line("uncode", study, *where, "--coder", "Nobody")
    makna("uncode", study, *where, "--coder", "Budi")
    assert [c["coder"] for c in makna("retrieve", study, "--json").json[0]["codings"]] == ["Sari"]


def test_a_code_is_taken_off_with_its_bare_passage(
    makna: Makna, one_line: Line, study: Path
) -> None:
    where = ["--source", "I1", "--code", "cat", "--span", "3:9"]
    applied = makna("apply", study, *where, "--json").json
    assert makna("uncode", study, *where, "--json").json == applied
    assert makna("info", study, "--json").json["passages"] == 0
    assert "not coded" in one_line("uncode", study, *where)
    one_line("uncode", study, "--source", "I1", "--code", "cat", "--span", "9:3")


def test_every_hit_is_coded_in_one_step(makna: Makna, study: Path) -> None:
    command = ["autocode", study, "--code", "Tema > Humas", "humas", "--exact"]
    plan = makna(*command, "--dry-run", "--json").json
    assert plan["codings"] == 4
    assert {p["passage"] for p in plan["passages"]} == {None}
    assert "Tema" not in paths(makna, study)
    done = makna(*command, "--json").json
    assert (done["codings"], len(done["passages"])) == (4, 4)
    assert all(p["passage"] and p["text"].lower() == "humas" for p in done["passages"])
    assert [(p["source"], p["start"]) for p in done["passages"]] == [
        (p["source"], p["start"]) for p in plan["passages"]
    ]
    assert makna(*command, "--json").json["codings"] == 0
    assert makna(*command, "--dry-run", "--json").json["codings"] == 0
    makna("undo", study)
    assert "Tema" not in paths(makna, study)


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("match", "mempublikasikan"),
        ("sentence", "Kami mempublikasikan berita."),
        (
            "paragraph",
            "Narasumber: Humas memfasilitasi dialog 😀 dengan warga. Kami mempublikasikan berita.",
        ),
        (
            "turn",
            "Narasumber: Humas memfasilitasi dialog 😀 dengan warga. Kami mempublikasikan berita.",
        ),
    ],
)
def test_a_hit_grows_to_its_unit(unit: str, text: str, makna: Makna, study: Path) -> None:
    done = makna("autocode", study, "--code", "cat", "publikasi", "--unit", unit, "--json").json
    assert [passage["text"] for passage in done["passages"]] == [text]


def test_autocode_without_a_hit_makes_no_code(makna: Makna, study: Path) -> None:
    done = makna("autocode", study, "--code", "Baru", "zzz", "--json").json
    assert done == {"codings": 0, "passages": []}
    assert "Baru" not in paths(makna, study)


@pytest.mark.parametrize("options", [["("], ["x", "--exact"], [""], ["humas", "--unit", "page"]])
def test_autocode_refuses_what_it_cannot_look_for(
    options: list[str], one_line: Line, study: Path
) -> None:
    one_line("autocode", study, "--code", "cat", "--regex", *options)
