"""Comments and pseudonyms from the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

Makna = Callable[..., Any]


@pytest.fixture
def study(makna: Makna, tmp_path: Path) -> Path:
    path = tmp_path / "studi.makna"
    makna("new", path, "--language", "id", "--coder", "Sari")
    text = (
        "Pewawancara: Apa peran humas?\nRina: Humas menjawab keluhan warga kota.\n"
        "Pewawancara: Kapan?\nRina: Setiap hari kerja."
    )
    makna("import", path, "-", "--name", "I1", stdin=text.encode())
    makna("add-code", path, "Peran > Fasilitator")
    makna("apply", path, "--source", "I1", "--code", "Fasilitator", "--quote", "menjawab keluhan")
    return path


def test_comments_go_out_and_come_back(makna: Makna, study: Path, tmp_path: Path) -> None:
    out = tmp_path / "balik.docx"
    done = makna("export", study, "comments", out, "--source", "I1", "--json").json
    assert (done["items"], done["sources"], done["replacements"]) == (1, 1, [])
    document = docx.Document(str(out))
    paragraph = next(p for p in document.paragraphs if "Apa peran" in p.text)
    document.add_comment(paragraph.runs, text="Fasilitator", author="Hadi", initials="H")
    document.save(str(out))
    plan = makna("comments", study, out, "--dry-run", "--json").json
    assert [(c["state"], c["action"]) for c in plan["comments"]] == [
        ("new", "code"),
        ("unchanged", "nothing"),
    ]
    assert plan["comments"][0]["codes"] == [{"path": "Peran > Fasilitator", "new": False}]
    assert plan["taken"] is None
    assert makna("comments", study, out, "--json").json["taken"]["codings"] == 1
    assert makna("comments", study, out, "--json").json["taken"]["codings"] == 0
    assert makna("undo", study, "--json").json["undone"] == ["Take in 1 comment from “balik.docx”"]


def test_a_file_coded_by_comments_becomes_a_coded_source(
    makna: Makna, study: Path, tmp_path: Path
) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Damar: Kami mengunggah foto setiap hari.")
    document.add_comment(paragraph.runs, text="Unggahan", author="Budi", initials="B")
    path = tmp_path / "kode.docx"
    document.save(str(path))
    makna("import", study, path, "--comments", "codes")
    rows = makna("retrieve", study, "--where", 'code:"Unggahan"', "--json").json
    assert [row["text"] for row in rows] == ["Damar: Kami mengunggah foto setiap hari."]
    assert rows[0]["codings"][0]["coder"] == "Budi"


def test_comments_that_import_kept_as_memos_become_codings_afterwards(
    makna: Makna, study: Path, tmp_path: Path
) -> None:
    document = docx.Document()
    first = document.add_paragraph("Damar: Kami mengunggah foto setiap hari.")
    document.add_comment(first.runs, text="Unggahan", author="Budi", initials="B")
    told = "Ini perlu dibahas lebih jauh di bab lima."
    document.add_comment(first.runs, text=told, author="Budi", initials="B")
    path = tmp_path / "kode.docx"
    document.save(str(path))
    makna("import", study, path)
    assert makna("comments", study, path, "--json").json["taken"]["codings"] == 0
    taken = makna("comments", study, path, "--new-codes", "--json").json["taken"]
    assert (taken["codings"], taken["codes"], taken["memos"]) == (1, 1, 0)
    (row,) = makna("retrieve", study, "--where", 'code:"Unggahan"', "--json").json
    assert row["memo"] == f"Budi: {told}"
    again = makna("comments", study, path, "--new-codes", "--json").json["taken"]
    assert again["codings"] == 0


def test_pseudonyms_are_listed_applied_and_checked(
    makna: Makna, study: Path, tmp_path: Path
) -> None:
    found = makna("pseudonyms", study, "--candidates", "--json").json
    assert found[0] == {
        "name": "Rina",
        "kind": "person",
        "found": 2,
        "why": "speaker",
        "substitute": "Informan 1",
    }
    listed = makna("pseudonyms", study, "--add", "Rina=Informan 1", "--json").json
    assert [(row["name"], row["substitute"], row["found"]) for row in listed] == [
        ("Rina", "Informan 1", 2)
    ]
    out = tmp_path / "transkrip.docx"
    done = makna("export", study, "comments", out, "--json").json
    assert done["replacements"] == [
        {
            "name": "Rina",
            "written": "Rina",
            "substitute": "Informan 1",
            "count": 2,
            "places": {"transcript": 2},
        }
    ]
    assert makna("pseudonyms", study, "--check", out, "--json").json["ok"]
    makna("export", study, "comments", out, "--real-names")
    checked = makna("pseudonyms", study, "--check", out)
    assert checked.code == 2
    assert "“Rina” in word/document.xml: 2 times" in checked.out
    assert makna("pseudonyms", study, "--remove", "rina", "--json").json == []


def test_what_makes_no_sense_is_one_line(makna: Makna, study: Path, tmp_path: Path) -> None:
    for arguments in (
        ("pseudonyms", study, "--add", "Rina"),
        ("pseudonyms", study, "--remove", "Rina"),
        ("pseudonyms", study, "--add", "Rina=X", "--kind", "dog"),
        ("comments", study, study),
        ("export", study, "comments", tmp_path / "x.pdf"),
        ("import", study, study, "--comments", "maybe"),
    ):
        said = makna(*arguments)
        assert said.code == 2
        assert said.err.startswith("makna: ")
        assert said.err.count("\n") == 1
