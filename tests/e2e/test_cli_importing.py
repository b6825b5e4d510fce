"""import: files, folders, stdin, and what is skipped."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

Makna = Callable[..., Any]


@pytest.fixture
def empty(makna: Makna, tmp_path: Path) -> Path:
    path = tmp_path / "P.makna"
    makna("new", path, "--language", "id")
    return path


def files(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Isi dari {name}.", "utf-8")
    return folder


def test_text_and_word_files_become_sources(makna: Makna, empty: Path, tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("Wawancara dengan ").add_run("tebal").bold = True
    word.save(str(tmp_path / "W.docx"))
    (tmp_path / "T.txt").write_text("A: halo\nB: hai\nA: apa kabar?\nB: baik", "utf-8")
    done = makna("import", empty, tmp_path / "W.docx", tmp_path / "T.txt", "--json").json
    assert [(i["source"], i["turns"]) for i in done["imported"]] == [("W", 0), ("T", 4)]
    assert done["skipped"] == []
    shape = makna("text", empty, "W", "--json").json
    bold = shape["runs"][0]
    assert shape["text"][bold["start"] : bold["end"]] == "tebal"
    assert (bold["bold"], bold["italic"]) == (True, False)
    turns = makna("text", empty, "T", "--json").json["turns"]
    assert [turn["speaker"] for turn in turns] == ["A", "B", "A", "B"]
    assert makna("source", empty, "T", "--json").json[0]["kind"] == "interview"


def test_a_bad_file_is_skipped_and_the_good_ones_come_in(
    makna: Makna, empty: Path, tmp_path: Path
) -> None:
    (tmp_path / "bad.docx").write_bytes(b"PK\x03\x04" + bytes(range(256)))
    files(tmp_path, "a.txt", "b.txt", "c.txt")
    paths = [tmp_path / name for name in ("a.txt", "bad.docx", "missing.txt", "b.txt", "c.txt")]
    done = makna("import", empty, *paths, "--json").json
    assert [i["source"] for i in done["imported"]] == ["a", "b", "c"]
    assert [Path(s["path"]).name for s in done["skipped"]] == ["bad.docx", "missing.txt"]
    assert all(len(s["why"]) > 20 for s in done["skipped"])


def test_when_all_is_skipped_the_report_is_printed_and_the_code_is_2(
    makna: Makna, one_line: Callable[..., str], empty: Path, tmp_path: Path
) -> None:
    said = makna("import", empty, tmp_path / "a.txt", tmp_path / "b.txt", "--json")
    assert said.code == 2
    assert len(json.loads(said.out)["skipped"]) == 2
    assert "2 skipped" in said.err
    assert "a.txt" in one_line("import", empty, tmp_path / "a.txt")


def test_a_file_comes_in_once_unless_asked(
    makna: Makna, one_line: Callable[..., str], empty: Path, tmp_path: Path
) -> None:
    file = files(tmp_path, "a.txt") / "a.txt"
    assert makna("import", empty, file).code == 0
    assert "in the project already" in one_line("import", empty, file)
    again = makna("import", empty, file, "--again", "--json").json
    assert again["imported"][0]["source"] == "a (2)"


def test_a_folder_is_walked_and_says_what_it_leaves_out(
    makna: Makna, empty: Path, tmp_path: Path
) -> None:
    folder = files(tmp_path / "data", "a.txt", "in/b.txt", "in/c.xyz", ".hidden.txt", "k.qdpx")
    files(tmp_path / "data" / "study.qda", "data.qda", "documents/d.txt")
    (folder / "taut.txt").symlink_to(files(tmp_path, "rahasia.txt") / "rahasia.txt")
    done = makna("import", empty, folder, "--json").json
    assert sorted(i["source"] for i in done["imported"]) == ["a", "b"]
    why = {Path(s["path"]).name: s["why"] for s in done["skipped"]}
    assert set(why) == {"c.xyz", "k.qdpx", "study.qda", ".hidden.txt", "taut.txt"}
    assert "links in a folder are not followed" in why["taut.txt"]
    assert "hidden" in why[".hidden.txt"]
    assert "cannot import yet" in why["study.qda"]
    assert "cannot import yet" in why["k.qdpx"]
    assert ".docx" in why["c.xyz"]


def test_an_empty_folder_is_no_error(makna: Makna, empty: Path, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    done = makna("import", empty, tmp_path / "nothing", "--json").json
    assert done == {"imported": [], "skipped": []}


def test_a_text_is_read_from_stdin(makna: Makna, empty: Path) -> None:
    text = "\ufeffBaris satu 😀\r\nBaris dua".encode()
    options = ["--name", "Catatan", "--kind", "observation", "--case", "I1", "--json"]
    done = makna("import", empty, "-", *options, stdin=text).json["imported"][0]
    assert (done["path"], done["source"], done["characters"]) == ("-", "Catatan", 22)
    assert makna("text", empty, "Catatan").out == "Baris satu 😀\nBaris dua"
    source = makna("source", empty, "Catatan", "--json").json[0]
    assert (source["kind"], source["case"]) == ("observation", "I1")


def test_what_is_printed_can_be_piped_in_again(makna: Makna, study: Path) -> None:
    text = makna("text", study, "I1").out
    makna("import", study, "-", "--name", "Copy", stdin=text.encode())
    assert makna("text", study, "Copy").out == text


@pytest.mark.parametrize(
    ("stdin", "options"),
    [
        (b"", []),
        (b"\0\1\2\3" * 9, []),
        (b"abc", ["--encoding", "rot13"]),
        (b"abc", ["--encoding", "no\0such"]),
        (b"abc", ["--name", "  "]),
    ],
)
def test_a_bad_stdin_is_the_users_error(
    stdin: bytes, options: list[str], one_line: Callable[..., str], empty: Path
) -> None:
    one_line("import", empty, "-", *options, stdin=stdin)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp1252"])
def test_stdin_may_be_in_the_encoding_of_a_shell(makna: Makna, empty: Path, encoding: str) -> None:
    """PowerShell pipes UTF-16 or the code page of the country."""
    text = "P: Apa kabar?\r\nN: Baik – sekali.\r\n"
    done = makna("import", empty, "-", "--json", stdin=text.encode(encoding)).json["imported"][0]
    assert makna("text", empty, done["guid"]).out == text.replace("\r\n", "\n")
    assert bool(done["warnings"]) == (encoding != "utf-16")


def test_an_error_about_stdin_names_no_file(one_line: Callable[..., str], empty: Path) -> None:
    assert "“stdin”" in one_line("import", empty, "-")
    assert "“stdin”" in one_line("import", empty, "-", stdin=b"\0\1\2\3" * 9)
    assert "“Catatan”" in one_line("import", empty, "-", "--name", "Catatan")


def test_an_unknown_kind_is_refused_before_anything_is_read(
    makna: Makna, one_line: Callable[..., str], empty: Path, tmp_path: Path
) -> None:
    file = files(tmp_path, "a.txt") / "a.txt"
    assert "focus-group" in one_line("import", empty, file, "--kind", "chat")
    assert makna("info", empty, "--json").json["sources"] == 0


def test_what_is_imported_is_indexed(makna: Makna, empty: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Kami mempublikasikan berita.", "utf-8")
    makna("import", empty, tmp_path / "a.txt")
    hit = makna("search", empty, "publikasi", "--json").json[0]
    assert hit["text"] == "mempublikasikan"
    assert hit["score"] > 0


def test_a_language_is_a_code_of_one(
    makna: Makna, one_line: Callable[..., str], empty: Path, tmp_path: Path
) -> None:
    file = files(tmp_path, "a.txt") / "a.txt"
    for odd in ("klingon", "xx", "i d", "12", "id;en"):
        assert "id, en, jv" in one_line("import", empty, file, "--language", odd)
    makna("import", empty, file, "--language", "JV")
    assert makna("source", empty, "a", "--set", "language=en-GB").code == 0
