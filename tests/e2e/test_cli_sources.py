"""sources, source, text, remove, edit, speaker, case, cases, memo, memos."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Makna = Callable[..., Any]
Line = Callable[..., str]


def test_sources_are_listed_with_their_counts(makna: Makna, study: Path) -> None:
    makna("apply", study, "--source", "I1", "--code", "cat", "--span", "0:5")
    makna("apply", study, "--source", "I1", "--code", "category", "--span", "0:5")
    found = {s["name"]: s for s in makna("sources", study, "--json").json}
    assert (found["I1"]["passages"], found["I1"]["codings"], found["I1"]["case"]) == (1, 2, None)
    assert found["Notes"]["codings"] == 0
    assert makna("sources", study).out.startswith("Name\tKind\t")


def test_a_source_is_renamed_and_described_in_one_step(makna: Makna, study: Path) -> None:
    options = ["--rename", "Wawancara 1", "--set", "place=Bekasi", "--set", "date=2025-03"]
    changed = makna("source", study, "I1", *options, "--json").json[0]
    assert (changed["name"], changed["place"], changed["date"]) == (
        "Wawancara 1",
        "Bekasi",
        "2025-03",
    )
    assert len(makna("undo", study, "--json").json["undone"]) == 1
    assert makna("source", study, "I1", "--json").json[0]["place"] == ""


@pytest.mark.parametrize(
    "option", ["place", "=x", "nope=1", "amend=1", "kind=chat", "date=32/3/24", "project=1"]
)
def test_what_cannot_be_set_is_refused(option: str, one_line: Line, study: Path) -> None:
    one_line("source", study, "I1", "--set", option)


def test_a_source_has_to_be_found(one_line: Line, makna: Makna, study: Path) -> None:
    one_line("text", study, "Nope")
    makna("source", study, "Notes", "--rename", "I1")
    guids = [source["guid"] for source in makna("sources", study, "--json").json]
    line = one_line("text", study, "I1")
    assert all(guid in line for guid in guids)
    assert makna("text", study, guids[0]).code == 0


def test_blocks_are_the_paragraphs(makna: Makna, study: Path) -> None:
    shape = makna("text", study, "I1", "--json").json
    paragraphs = [shape["text"][block["start"] : block["end"]] for block in shape["blocks"]]
    assert paragraphs == shape["text"].split("\n")
    assert shape["runs"] == []


def test_removed_sources_come_back_by_one_undo(makna: Makna, study: Path) -> None:
    makna("apply", study, "--source", "I1", "--code", "cat", "--span", "0:5")
    assert makna("remove", study, "I1", "Notes", "I1", "--json").json == []
    assert makna("info", study, "--json").json["codings"] == 0
    makna("undo", study)
    assert makna("info", study, "--json").json["codings"] == 1


def test_passages_follow_an_edit(makna: Makna, study: Path) -> None:
    where = ["--source", "I1", "--code", "cat"]
    coded = makna("apply", study, *where, "--quote", "warga", "--json").json
    makna("apply", study, *where, "--quote", "Apa peran", "--memo", "kenapa?")
    gone = makna("edit", study, "I1", "--span", "12:23", "--with", " ", "--json").json
    assert gone["moved"] == 1
    assert [(c["text"], c["codes"], c["memo"]) for c in gone["collapsed"]] == [
        ("Apa peran", ["cat"], "kenapa?")
    ]
    after = {r["text"]: r for r in makna("retrieve", study, "--json").json}
    assert after["warga"]["start"] == coded["start"] - 10
    assert any(r["memo"] == "kenapa?" and not r["codes"] for r in after.values())


def test_an_edit_inserts_and_removes(makna: Makna, one_line: Line, study: Path) -> None:
    makna("edit", study, "Notes", "--span", "0:0", "--with", "-- ")
    makna("edit", study, "Notes", "--span", "3:11", "--with", "")
    assert makna("text", study, "Notes").out.startswith("-- lapangan.\nRapat")
    for place in ("5:2", "-1:2", "0:999999", "x", "1-2"):
        one_line("edit", study, "Notes", f"--span={place}", "--with", "x")


def test_what_was_edited_is_ranked_like_all_else(makna: Makna, study: Path) -> None:
    makna("edit", study, "Notes", "--span", "0:0", "--with", "Musyawarah. ")
    (hit,) = makna("search", study, "musyawarah", "--json").json
    assert hit["score"] > 0


def test_speakers_are_listed_linked_and_merged(makna: Makna, one_line: Line, study: Path) -> None:
    makna("case", study, "Informan 1")
    listed = makna("speaker", study, "I1", "--json").json
    assert listed == [
        {"name": "Pewawancara", "turns": 2, "case": None, "interviewer": True},
        {"name": "Narasumber", "turns": 2, "case": None, "interviewer": False},
    ]
    options = ["--rename", "Ibu Rina", "--case", "Informan 1", "--json"]
    changed = makna("speaker", study, "I1", "narasumber", *options).json
    rina = {"name": "Ibu Rina", "turns": 2, "case": "Informan 1", "interviewer": False}
    assert changed == [rina]
    merged = makna("speaker", study, "I1", "Pewawancara", "--rename", "ibu rina", "--json").json
    assert merged == [rina | {"turns": 4}]
    assert "Merge speaker" in makna("undo", study).out
    assert len(makna("speaker", study, "I1", "--json").json) == 2
    one_line("speaker", study, "I1", "Nobody")
    one_line("speaker", study, "I1", "--rename", "x")
    one_line("speaker", study, "I1", "Pewawancara", "--case", "Nobody")
    one_line("speaker", study, "I1", "Pewawancara", "--rename", " ")


def test_a_speaker_is_unlinked_by_an_empty_case(makna: Makna, study: Path) -> None:
    makna("case", study, "X")
    makna("speaker", study, "I1", "Narasumber", "--case", "X")
    shown = makna("speaker", study, "I1", "Narasumber", "--case", "", "--json").json
    assert shown[0]["case"] is None


def test_a_case_is_made_and_changed_in_single_steps(
    makna: Makna, one_line: Line, study: Path
) -> None:
    made = makna("case", study, "I1", "--set", "usia=41", "--source", "I1", "--json").json[0]
    assert (made["values"], made["sources"]) == ({"usia": "41"}, ["I1"])
    changed = makna("case", study, made["guid"], "--set", "usia=", "--set", "kota=Bekasi", "--json")
    assert changed.json[0]["values"] == {"kota": "Bekasi"}
    one_line("case", study, "I1", "--set", "usia=muda")
    one_line("case", study, "I1", "--delete", "--set", "a=b")
    one_line("case", study, "00000000-0000-4000-8000-000000000000")
    assert makna("case", study, "I1", "--delete", "--json").json == []
    assert makna("undo", study, "--steps", "3", "--json").json["undone"][2].startswith("New case")
    assert makna("cases", study, "--json").json == []


def test_a_memo_links_to_what_it_is_about(makna: Makna, one_line: Line, study: Path) -> None:
    guid = makna("source", study, "I1", "--json").json[0]["guid"]
    options = ["--title", "Kesan", "--text", "# Awal\n\nTenang.", "--kind", "reflective"]
    memo = makna("memo", study, *options, "--link", f"source:{guid}", "--json").json["guid"]
    found = makna("memos", study, "--json").json[0]
    assert (found["guid"], found["title"], found["kind"]) == (memo, "Kesan", "reflective")
    assert found["links"] == [{"type": "source", "guid": guid, "label": "I1"}]
    for bad in (["--kind", "diary"], ["--link", "source"], ["--link", "planet:1"]):
        one_line("memo", study, "--title", "x", "--text", "y", *bad)
    one_line("memo", study, "--title", "x", "--text", "y", "--link", "code:nope")
    one_line("memo", study, "--title", " ", "--text", "y")
    assert len(makna("memos", study, "--json").json) == 1
