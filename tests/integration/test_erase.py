"""A participant withdraws: no byte of what was said is left in the file."""

from __future__ import annotations

import shutil
import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from makna.domain.errors import NotFound, UserError
from makna.domain.identity import Identity
from makna.domain.model import LinkTarget
from makna.services import (
    cases,
    codebook,
    coding,
    correcting,
    erasing,
    history,
    importing,
    memos,
    projects,
    sources,
)
from makna.services.searching import Searcher
from makna.storage.project import Project

WORDS = ("kunang-kunang", "Mahameru", "zwitterion")
"""Stand in the interview of who withdraws and nowhere else: text, correction, memo on a passage."""
SAID = f"P: Apa kabar?\nN: Baik, {WORDS[0]} terbang di kampung.\n" + "N: Humas itu penting.\n" * 80
OTHER = "N: Humas itu penting, kata ketua.\n" * 80


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Skripsi.makna"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cadangan"


@pytest.fixture
def project(path: Path, tmp_path: Path) -> Iterator[Project]:
    """Two interviews and their cases; on the first everything that can hang on a source."""
    made = projects.create_project(path, "Skripsi", "id", Identity("g", "Sari"))
    (tmp_path / "Mundur.txt").write_text(SAID, "utf-8")
    options = importing.ImportOptions(case="Ibu Withdrawn")
    importing.import_files(made, [tmp_path / "Mundur.txt"], options=options)
    gone = made.sources.all()[0]
    importing.import_text(made, "Tetap", OTHER)
    place = SAID.index(WORDS[0])
    coding.code_in_vivo(made, gone.id, place, place + len(WORDS[0]))
    correcting.edit_text(made, gone.id, 0, 2, f"{WORDS[1]}: ")
    kept = codebook.add_code(made, "Peran").value
    coding.apply_code(made, gone.id, 0, 8, kept, memo=f"menurut {WORDS[2]}")
    coding.apply_code(made, made.sources.all()[1].id, 0, 8, kept)
    case = made.cases.all()[0]
    cases.set_value(made, case.id, "jabatan", "ketua zwitterion")
    passage = made.passages.of_source(gone.id)[0]
    memos.write_memo(made, "Kesan", "dua kata", links=[(LinkTarget.PASSAGE, passage.guid)])
    Searcher(made).bring_up_to_date()
    yield made
    made.close()


def plainly(path: Path) -> bytes:
    """All bytes of the file and of what lies beside it, with every deflated value unpacked too."""
    found = b"".join(p.read_bytes() for p in path.parent.glob(f"{path.name}*"))
    raw = sqlite3.connect(path)
    for (table,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        for row in raw.execute(f'SELECT * FROM "{table}"'):
            for value in row:
                if isinstance(value, bytes):
                    found += inflated(value)
                elif value is not None:
                    found += str(value).encode()
    raw.close()
    return found.lower()


def inflated(value: bytes) -> bytes:
    try:
        return zlib.decompress(value)
    except zlib.error:
        return value


def rename_in_vivo(project: Project) -> None:
    """As the page asks: the name of a code in vivo quotes the participant."""
    code = next(c for c in project.codes.tree().ordered if c.name == WORDS[0])
    codebook.rename_code(project, code.id, "Serangga")


def test_the_words_were_there(project: Project, path: Path) -> None:
    project.checkpoint()
    assert all(word.lower().encode() in plainly(path) for word in WORDS)


@pytest.mark.parametrize("way", ["source", "case", "removed before"])
def test_no_byte_is_left_of_who_withdraws(project: Project, path: Path, way: str) -> None:
    rename_in_vivo(project)
    case = project.cases.all()[0]
    if way == "removed before":
        sources.remove_sources(project, [project.sources.all()[0].id])
        cases.delete_case(project, case.id)
        erasing.erase(project, erasing.plan_case(project, "ibu withdrawn"))
        plan = None
    elif way == "source":
        plan = erasing.plan_source(project, "Mundur")
        erasing.erase(project, plan)
        plan = erasing.plan_case(project, case.guid)
    else:
        plan = erasing.plan_case(project, case.name)
        assert plan.names == ["Ibu Withdrawn", "Mundur"]
    if plan is not None:
        erasing.erase(project, plan)
    left = plainly(path)
    for word in (*WORDS, "Withdrawn", "Mundur"):
        assert word.lower().encode() not in left, word
    assert b"penting, kata ketua" in left
    assert projects.check_project(project) == []
    assert [source.name for source in project.sources.all()] == ["Tetap"]
    assert [hit.name for hit in Searcher(project).search("ketua")][:1] == ["Tetap"]


def test_undo_ends_there_and_the_trail_keeps_lines_without_content(project: Project) -> None:
    before = history.trail(project)
    outcome = erasing.erase(project, erasing.plan_source(project, "Mundur"))
    trail = history.trail(project)
    assert [entry.id for entry in trail[1:]] == [entry.id for entry in before]
    assert [(entry.at, entry.coder, entry.counts) for entry in trail[1:]] == [
        (entry.at, entry.coder, entry.counts) for entry in before
    ]
    labels = [entry.label.text() for entry in reversed(trail)]
    assert labels[0] == "(removed for good)"
    assert "New code “Peran”" in labels
    assert labels[-1] == "A source was removed for good"
    assert history.undo(project).value == []
    assert outcome.changes.touches("source", "passage", "coding")
    codebook.add_code(project, "Lanjut")
    assert len(history.undo(project, 5).value) == 1


def test_the_plan_says_what_goes_and_what_to_look_at(project: Project) -> None:
    code = next(c for c in project.codes.tree().ordered if c.name == "Peran")
    codebook.describe_code(project, code.id, example="terbang di kampung")
    plan = erasing.plan_case(project, "Ibu Withdrawn")
    assert (plan.passages, plan.codings, plan.values) == (2, 2, 1)
    assert [each.text() for each in plan.look_at] == [
        "memo “Kesan”",
        "the name of code “kunang-kunang”",
        "the example of code “Peran”",
    ]
    assert history.undo(project).value, "planning changes nothing"


def test_what_another_case_shares_stays_and_is_named(project: Project) -> None:
    group = importing.import_text(project, "FGD 1", "N: Kami bertiga.\n").value
    first = project.cases.all()[0]
    second = cases.add_case(project, "Pak Dua").value
    for case in (first.id, second):
        cases.link_sources(project, case, [group.id])
    plan = erasing.plan_case(project, first.name)
    assert plan.names == ["Ibu Withdrawn", "Mundur"]
    assert "source “FGD 1”, which other cases share" in [each.text() for each in plan.look_at]
    erasing.erase(project, plan)
    assert [source.name for source in project.sources.all()] == ["Tetap", "FGD 1"]
    assert [case.name for case in project.cases.all()] == ["Pak Dua"]


def test_an_original_that_another_source_shares_stays(project: Project, tmp_path: Path) -> None:
    options = importing.ImportOptions(again=True)
    importing.import_files(project, [tmp_path / "Mundur.txt"], options=options)
    again = project.sources.all()[-1]
    erasing.erase(project, erasing.plan_source(project, "Mundur"))
    original = project.sources.file(again.id, "original")
    assert original is not None
    assert project.blobs.get(original[0]).decode() == SAID
    erasing.erase(project, erasing.plan_source(project, again.guid))
    assert project.blobs.names() == []


def test_backups_that_hold_it_are_listed_and_deleted(project: Project, folder: Path) -> None:
    held = projects.back_up(project, folder)
    sources.remove_sources(project, [project.sources.all()[0].id])
    plan = erasing.plan_source(project, "Mundur")
    later = folder / held.name.replace("] 2", "] 3")
    shutil.move(projects.save_copy(project, folder / "salinan.makna"), later)
    (folder / held.name.replace("] 2", "] 4")).write_bytes(b"rusak")
    listed = erasing.holding(project, plan, folder)
    assert {backup.path for backup in listed} == {held, later, *folder.glob("*] 4*")}
    erasing.erase(project, plan)
    clean = projects.back_up(project, folder)
    assert clean not in [backup.path for backup in erasing.holding(project, plan, folder)]
    assert erasing.delete_backups(listed) == listed
    assert list(folder.iterdir()) == [clean]


def test_an_erasure_that_was_interrupted_is_finished_at_the_next_opening(
    project: Project, path: Path, folder: Path
) -> None:
    rename_in_vivo(project)
    reader = sqlite3.connect(path)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM source").fetchone()
    project.raw.execute("PRAGMA busy_timeout=10")
    with pytest.raises(UserError) as caught:
        erasing.erase(project, erasing.plan_case(project, "Ibu Withdrawn"))
    assert caught.value.key == "erase_unfinished"
    project.close()
    reader.close()
    again = projects.open_project(path, folder)
    assert WORDS[0].encode() not in plainly(path)
    assert again.view_state.get("erasing") is None
    again.close()


def test_what_is_not_there_is_not_erased(project: Project) -> None:
    with pytest.raises(NotFound):
        erasing.plan_source(project, "tiada")
    with pytest.raises(NotFound):
        erasing.plan_case(project, "tiada")


def test_the_plan_names_the_people_and_not_who_asked(project: Project) -> None:
    gone = project.sources.all()[0]
    asking, answering = project.sources.speakers(gone.id)
    sources.rename_speaker(project, gone.id, answering["id"], "Ibu Zwitter")
    sources.rename_speaker(project, gone.id, answering["id"], "I1")
    assert asking["interviewer"]
    people = erasing.plan_case(project, "Ibu Withdrawn").people
    assert people == {"Ibu Withdrawn", "N", "Ibu Zwitter", "I1"}
