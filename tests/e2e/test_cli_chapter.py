"""The chapter from the command line, and the line numbers that it keeps."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from makna.cli.opening import writing
from makna.domain.chapter import ChapterSettings
from makna.services.writing import create_chapter

Makna = Callable[..., Any]
TALK = "\n".join(f"Rina: Keluhan nomor {n} kami baca, {'lalu ' * 14}kami jawab." for n in range(6))


@pytest.fixture
def study(makna: Makna, tmp_path: Path) -> Path:
    """A project with a talk, a case and two coded passages."""
    path = tmp_path / "Skripsi.makna"
    talk = tmp_path / "I1.txt"
    talk.write_text(TALK, encoding="utf-8")
    makna("new", path, "--language", "id")
    makna("import", path, talk, "--kind", "interview", "--case", "I1")
    makna("add-code", path, "Manage > Respons")
    for words in ("nomor 2 kami baca", "nomor 4 kami baca"):
        assert (
            makna("apply", path, "--source", "I1", "--code", "Respons", "--quote", words).code == 0
        )
    return path


def rows(makna: Makna, study: Path, *options: object) -> list[dict[str, Any]]:
    out = study.with_name("bab.json")
    assert makna("export", study, "chapter", out, *options).code == 0
    found: list[dict[str, Any]] = json.loads(out.read_text("utf-8"))["records"]
    return found


def test_a_chapter_is_written_without_having_begun_one(makna: Makna, study: Path) -> None:
    out = study.with_name("bab.docx")
    done = makna("export", study, "chapter", out, "--json").json
    assert (done["path"], done["items"]) == (str(out), 2)
    words = [p.text for p in docx.Document(str(out)).paragraphs]
    assert "Hasil dan pembahasan" in words
    assert makna("export", study, "chapter", out, "--code", "Nothing").code == 2


def test_the_reference_can_be_a_template_or_a_preset(makna: Makna, study: Path) -> None:
    template = "({case.code}, baris {line_from}–{line_to})"
    (first, _) = rows(makna, study, "--reference", template)
    assert first["reference"].startswith("(I1, baris ")
    (first, _) = rows(makna, study, "--reference", "name-date", "--language", "en")
    assert first["reference"] == "(Interview with I1, [date?])"


def test_what_is_missing_is_said_and_never_printed_as_none(makna: Makna, study: Path) -> None:
    out = study.with_name("bab.html")
    said = makna("export", study, "chapter", out, "--reference", "({author}, {year}: {page})")
    assert said.code == 0
    assert said.err.splitlines()[0] == "“I1”, ¶3: penulis, tahun, halaman not known"
    page = out.read_text("utf-8")
    assert "[penulis?]" in page
    assert "None" not in page


@pytest.mark.parametrize("wrong", ["({foo})", "({date", "({case.Umur})"])
def test_a_wrong_template_is_one_line_and_writes_nothing(
    makna: Makna, study: Path, wrong: str
) -> None:
    out = study.with_name("bab.docx")
    said = makna("export", study, "chapter", out, "--reference", wrong)
    assert said.code == 2
    assert said.err.count("\n") == 1
    assert said.err.startswith("makna: The reference")
    assert not out.exists()


def test_a_preset_decides_about_blocks(makna: Makna, study: Path) -> None:
    assert {row["form"] for row in rows(makna, study)} == {"inline"}
    assert {row["form"] for row in rows(makna, study, "--preset", "block")} == {"block"}


def test_printed_numbers_stay_after_a_correction(makna: Makna, study: Path) -> None:
    makna("export", study, "chapter", study.with_name("bab.docx"))
    before = [(row["line_from"], row["line_to"]) for row in rows(makna, study)]
    start = TALK.index("nomor 1")
    span = f"{start}:{start}"
    assert makna("edit", study, "I1", "--span", span, "--with", "baru " * 40).code == 0
    assert [(row["line_from"], row["line_to"]) for row in rows(makna, study)] == before
    found = makna("retrieve", study, "--json").json
    assert [(each["line_from"], each["line_to"]) for each in found] == before
    (kept,) = makna("line-numbers", study, "--json").json
    assert (kept["source"], kept["corrected"], kept["changes"]) == ("I1", True, 2)


def test_renewing_the_numbers_lists_what_changes(makna: Makna, study: Path) -> None:
    makna("export", study, "chapter", study.with_name("bab.md"))
    before = rows(makna, study)[0]
    start = TALK.index("nomor 1")
    makna("edit", study, "I1", "--span", f"{start}:{start}", "--with", "baru " * 40)
    foreseen = makna("line-numbers", study, "--renew", "--dry-run", "--json").json
    assert rows(makna, study)[0]["line_from"] == before["line_from"]
    changed = makna("line-numbers", study, "I1", "--renew", "--json").json
    assert changed == foreseen
    assert changed[0]["text"] == "nomor 2 kami baca"
    assert changed[0]["old"]["lines"] == [before["line_from"], before["line_to"]]
    assert changed[0]["new"]["lines"][0] == rows(makna, study)[0]["line_from"]
    assert makna("line-numbers", study, "--renew").out == "No reference changed.\n"


def test_a_table_for_computing_keeps_no_numbers(makna: Makna, study: Path) -> None:
    rows(makna, study)
    assert makna("line-numbers", study, "--json").json == []


def test_a_project_in_use_elsewhere_is_still_written_out(makna: Makna, study: Path) -> None:
    out = study.with_name("bab.docx")
    with writing(study):
        assert makna("export", study, "chapter", out).code == 0
    assert out.exists()
    assert makna("line-numbers", study).out.startswith("No line numbers are kept yet")


def test_a_chapter_is_chosen_by_title_and_speaks_its_own_language(
    makna: Makna, study: Path
) -> None:
    with writing(study) as project:
        create_chapter(project, "Bab IV", ChapterSettings(reference="({source}, {lines})"))
        create_chapter(
            project, "Chapter Five", ChapterSettings(language="en", reference="({kind})")
        )
    assert rows(makna, study)[0]["reference"].startswith("(I1, baris ")
    assert rows(makna, study, "--chapter", "chapter five")[0]["reference"] == "(interview)"
    assert makna("export", study, "chapter", study.with_name("x.md"), "--chapter", "VI").code == 2
