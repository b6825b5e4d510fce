"""Tables of posts, chats, turns, letters, speakers and facts from the command line."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Makna = Callable[..., Any]
TABLE = (
    "Akun;Tanggal;Komentar;Suka;Pengikut\n"
    "@a;05/03/2025 14.05;Air mati;3;1.200\n@b;06/03/2025;Tolong ya;4;3.400\n"
)


@pytest.fixture
def empty(makna: Makna, tmp_path: Path) -> Path:
    makna("new", tmp_path / "P.makna", "--language", "id")
    return tmp_path / "P.makna"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    (tmp_path / "k.csv").write_text(TABLE, "utf-8")
    return tmp_path / "k.csv"


def test_each_post_becomes_a_source_and_is_listed(makna: Makna, empty: Path, table: Path) -> None:
    options = ["--posts", "each", "--column", "variable=Pengikut"]
    done = makna("import", empty, table, *options, "--json").json
    assert [(i["source"], i["turns"]) for i in done["imported"]] == [("k 1 @a", 1), ("k 2 @b", 1)]
    first = makna("source", empty, "k 1 @a", "--json").json[0]
    assert (first["author"], first["date"]) == ("@a", "2025-03-05")
    assert first["facts"] == {"Tanggal": "05/03/2025 14.05", "Suka": "3"}
    values = {c["name"]: c["values"] for c in makna("cases", empty, "--json").json}
    assert values == {"@a": {"Pengikut": "1200"}, "@b": {"Pengikut": "3400"}}
    assert len(makna("undo", empty, "--json").json["undone"]) == 1
    assert makna("sources", empty, "--json").json == []


def test_a_table_is_one_source_whose_text_column_can_be_named(
    makna: Makna, empty: Path, table: Path
) -> None:
    done = makna("import", empty, table, "--column", "text=Suka", "--json").json["imported"][0]
    assert (done["source"], done["turns"]) == ("k", 2)
    assert makna("text", empty, "k").out.startswith("@a – 05/03/2025 14.05\n3\n")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--column", "text=Isi"], "Akun, Tanggal"),
        (["--column", "teks=Suka"], "account"),
        (["--column", "text"], "text"),
        (["--posts", "semua"], "table, each"),
        (["--turns", "titik"], "colon"),
    ],
)
def test_a_wrong_choice_names_the_right_ones(
    one_line: Callable[..., str], empty: Path, table: Path, options: list[str], said: str
) -> None:
    assert said in one_line("import", empty, table, *options)


def test_a_zipped_chat_comes_in_and_names_what_it_leaves_out(
    makna: Makna, empty: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(tmp_path / "WhatsApp Chat - Sari.zip", "w") as archive:
        archive.writestr("_chat.txt", "[12/03/24, 10:15:32] Sari: halo\n[12/03/24, 10:16:32] B: ya")
        archive.writestr("foto.jpg", "x")
    chat = tmp_path / "WhatsApp Chat - Sari.zip"
    done = makna("import", empty, chat, "--json").json["imported"][0]
    assert done["turns"] == 2
    assert "foto.jpg" in done["warnings"][0]
    assert makna("import", empty, chat).code == 2


def test_turns_and_letters_are_found_anew(
    makna: Makna, one_line: Callable[..., str], empty: Path, tmp_path: Path
) -> None:
    text = "Sari - di Café?\nBudi - ya.\nSari - oh.\nBudi - begitu."
    (tmp_path / "w.txt").write_bytes(text.encode("utf-8"))
    makna("import", empty, tmp_path / "w.txt", "--encoding", "latin-1", "--turns", "none")
    assert makna("speaker", empty, "w", "--json").json == []
    found = makna("reread", empty, "w", "--turns", "dash", "--asks", "Sari", "--json").json
    assert [(s["name"], s["turns"], s["interviewer"]) for s in found] == [
        *(("Sari", 2, True), ("Budi", 2, False)),
    ]
    makna("reread", empty, "w", "--encoding", "utf-8")
    assert makna("text", empty, "w").out == text
    assert "--turns" in one_line("reread", empty, "w")


def test_speakers_are_renamed_merged_linked_and_marked(
    makna: Makna, one_line: Callable[..., str], empty: Path, tmp_path: Path
) -> None:
    (tmp_path / "w.txt").write_text("P: x?\nN: y.\nNN: z.\nP: a?\nN: b.\nNN: c.", "utf-8")
    makna("import", empty, tmp_path / "w.txt")
    makna("speaker", empty, "w", "NN", "--rename", "N")
    (found,) = makna("speaker", empty, "w", "N", "--new-case", "Ibu N", "--asks", "--json").json
    assert found == {"name": "N", "turns": 4, "case": "Ibu N", "interviewer": True}
    makna("speaker", empty, "w", "N", "--case", "", "--answers")
    (found,) = makna("speaker", empty, "w", "N", "--json").json
    assert (found["case"], found["interviewer"]) == (None, False)
    assert "--new-case" in one_line("speaker", empty, "w", "N", "--case", "A", "--new-case", "B")


def test_facts_are_set_and_taken_away(makna: Makna, study: Path) -> None:
    makna("source", study, "I1", "--fact", "Usia=41", "--fact", "Masa kerja=5 tahun")
    makna("source", study, "I1", "--fact", "Usia=")
    facts = makna("source", study, "I1", "--json").json[0]["facts"]
    assert facts == {"Masa kerja": "5 tahun"}
