"""Turns found anew, letters read again, facts changed: the coding stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from makna.domain.errors import UserError
from makna.domain.model import CodeId, SourceId
from makna.services import cases, coding, history, sources
from makna.services.correcting import edit_text
from makna.services.facts import set_fact, set_facts
from makna.services.importing import ImportOptions, import_files, import_text
from makna.services.rereading import can_reread, reread
from makna.services.turns import find_turns_anew
from makna.storage.project import Project

TALK = (
    "Lokasi: Café Dvořák\nTanggal: 3 Maret 2025\n\nP: Apa?\n"
    "Dvořák: Nama saya Dvořák – ya.\nP: Oh.\nDvořák: Iya."
)


def names(project: Project, source: SourceId) -> list[str]:
    return [row["name"] for row in project.sources.speakers(source)]


def brought_in(project: Project, folder: Path, data: bytes, encoding: str = "") -> SourceId:
    (folder / "w.txt").write_bytes(data)
    options = ImportOptions(encoding=encoding)
    return import_files(project, [folder / "w.txt"], options=options).value.imported[0].id


def test_another_form_is_one_step_and_keeps_text_cases_and_codings(
    project: Project, code: Callable[[str], CodeId]
) -> None:
    text = "Sari - mana?\nBudi - sana.\nSari - oh.\nBudi - ya."
    source = import_text(project, "W", text, options=ImportOptions(turns="none")).value.id
    coding.apply_code(project, source, 0, 4, code("A"))
    assert names(project, source) == []
    assert find_turns_anew(project, source, "dash", ["Sari"]).value == 4
    rows = {row["name"]: row["interviewer"] for row in project.sources.speakers(source)}
    assert rows == {"Sari": 1, "Budi": 0}
    assert project.texts.text(source) == text
    assert len(project.passages.of_source(source)) == 1
    history.undo(project)
    assert names(project, source) == []


def test_speakers_who_are_found_again_stay_who_they_are(
    project: Project, interview: SourceId
) -> None:
    case = cases.add_case(project, "Ibu Rina").value
    rina = next(r["id"] for r in project.sources.speakers(interview) if r["name"] == "Rina")
    sources.link_speaker(project, rina, case)
    find_turns_anew(project, interview, "colon")
    row = next(r for r in project.sources.speakers(interview) if r["name"] == "Rina")
    assert (row["id"], row["case_id"]) == (rina, case)


def test_the_automatic_turns_of_subtitles_are_those_of_the_file(
    project: Project, tmp_path: Path
) -> None:
    (tmp_path / "a.srt").write_text("1\n00:00:01,000 --> 00:00:02,000\nHalo.\n", "utf-8")
    source = import_files(project, [tmp_path / "a.srt"]).value.imported[0].id
    find_turns_anew(project, source, "none")
    assert find_turns_anew(project, source, "").value == 1
    with pytest.raises(UserError, match="colon"):
        find_turns_anew(project, source, "apa")


@pytest.mark.parametrize(("right", "wrong"), [("cp1250", "cp1252"), ("utf-8", "latin-1")])
def test_passages_speakers_and_facts_follow_to_the_right_letters(
    project: Project, tmp_path: Path, code: Callable[[str], CodeId], right: str, wrong: str
) -> None:
    source = brought_in(project, tmp_path, TALK.encode(right), wrong)
    text = project.texts.text(source)
    assert text != TALK
    start = text.index("Nama saya")
    coding.apply_code(project, source, start, text.index(" ya."), code("A"))
    reread(project, source, right)
    assert project.texts.text(source) == TALK
    (passage,) = project.passages.of_source(source)
    assert TALK[passage.start : passage.end] == "Nama saya Dvořák –"
    assert names(project, source) == ["P", "Dvořák"]
    found = sources.get_source(project, source)
    assert (found.place, found.facts[0]) == ("Café Dvořák", ("Lokasi", "Café Dvořák"))
    history.undo(project)
    assert project.texts.text(source) == text


def test_a_text_that_shares_nothing_is_exchanged_only_while_nothing_is_marked(
    project: Project, tmp_path: Path, code: Callable[[str], CodeId]
) -> None:
    source = brought_in(project, tmp_path, "P: Apa?\nN: Ya.\nP: Oh.".encode("utf-16-le"), "latin-1")
    reread(project, source, "utf-16-le")
    assert names(project, source) == ["P", "N"]
    history.undo(project)
    coding.apply_code(project, source, 0, 4, code("A"))
    with pytest.raises(UserError) as error:
        reread(project, source, "utf-16-le")
    assert error.value.key == "reread_moves_passages"


def test_corrections_are_never_lost_to_another_encoding(project: Project, tmp_path: Path) -> None:
    source = brought_in(project, tmp_path, TALK.encode("cp1250"), "cp1252")
    edit_text(project, source, 0, 6, "Tempat")
    with pytest.raises(UserError) as error:
        reread(project, source, "cp1250")
    assert error.value.key == "reread_corrected"
    history.undo(project)
    reread(project, source, "cp1250")
    assert project.texts.text(source) == TALK


def test_what_cannot_be_read_again_says_why(project: Project, tmp_path: Path) -> None:
    typed = import_text(project, "Catatan", "kata").value.id
    (tmp_path / "a.html").write_text("<!DOCTYPE html><p>Satu dua tiga.</p>", "utf-8")
    page = import_files(project, [tmp_path / "a.html"]).value.imported[0].id
    plain = brought_in(project, tmp_path, b"kata")
    reasons = []
    for source in (typed, page, plain):
        with pytest.raises(UserError) as error:
            reread(project, source, "cp1252")
        reasons.append(error.value.key)
    assert reasons == ["reread_no_original", "reread_no_encoding", "reread_same"]
    assert [can_reread(project, s) for s in (typed, page, plain)] == [False, False, True]


def test_facts_are_changed_added_and_taken_away_and_all_is_undone(
    project: Project, interview: SourceId
) -> None:
    set_facts(project, interview, [("Jabatan", "Kabid"), ("Usia", "41"), ("", "")])
    set_fact(project, interview, "jabatan", "Kepala Bidang")
    set_fact(project, interview, "Masa kerja", "5 tahun")
    set_fact(project, interview, "Usia", "")
    now = (("Jabatan", "Kepala Bidang"), ("Masa kerja", "5 tahun"))
    assert sources.get_source(project, interview).facts == now
    history.undo(project, 4)
    assert sources.get_source(project, interview).facts == ()
    history.redo(project, 4)
    assert sources.get_source(project, interview).facts == now
    with pytest.raises(UserError, match="name"):
        set_facts(project, interview, [("", "x")])


def test_facts_go_with_their_source_and_come_back(project: Project, interview: SourceId) -> None:
    set_fact(project, interview, "Usia", "41")
    sources.remove_sources(project, [interview])
    assert project.facts.by_source() == {}
    history.undo(project)
    assert project.facts.of(interview) == (("Usia", "41"),)
