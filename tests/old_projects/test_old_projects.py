"""One project of every released schema opens, with everything that was in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from makna.services import coding, history, memos, projects
from makna.services.retrieval import read_excerpts, retrieve
from makna.services.searching import Searcher
from makna.storage.migration import HEAD, known_revisions
from makna.storage.project import Project

HERE = Path(__file__).parent
COUNTS = {
    "0001": {
        "source": 2,
        "source_text": 2,
        "turn": 7,
        "speaker": 3,
        "cases": 1,
        "case_source": 1,
        "variable": 2,
        "value": 2,
        "code": 8,
        "coder": 2,
        "passage": 3,
        "coding": 4,
        "memo": 1,
        "memo_link": 2,
        "history": 20,
    }
}
COUNTS["0002"] = COUNTS["0001"]


def opened(revision: str, folder: Path) -> Project:
    """The project of that schema, opened in a copy."""
    copy = folder / f"{revision}.makna"
    shutil.copyfile(HERE / copy.name, copy)
    return projects.open_project(copy, folder / "backups")


def test_there_is_a_project_of_every_schema() -> None:
    kept = {path.stem for path in HERE.glob("*.makna")}
    assert kept == known_revisions() == set(COUNTS)


@pytest.mark.parametrize("revision", sorted(COUNTS))
def test_an_old_project_opens_with_all_its_rows(revision: str, tmp_path: Path) -> None:
    project = opened(revision, tmp_path)
    raw = project.raw
    found = {
        table: raw.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
        for table in COUNTS[revision]
    }
    assert found == COUNTS[revision]
    assert project.overview.info().schema == HEAD
    assert projects.check_project(project) == []
    project.close()


@pytest.mark.parametrize("revision", sorted(COUNTS))
def test_what_was_coded_reads_as_it_did(revision: str, tmp_path: Path) -> None:
    project = opened(revision, tmp_path)
    texts = [(e.text, e.speaker, e.cases) for e in read_excerpts(project, retrieve(project))]
    assert texts == [
        ("Papan skor aduan dipasan", "", ()),
        ("admin wajib menjawab dalam dua puluh empat jam.\nP", "Rina", ("Ibu Rina",)),
        ("Admin kami cuma dua orang", "Rina", ("Ibu Rina",)),
    ]
    (memo,) = project.memos.all()
    assert [link.label for link in memo.links][1:] == ["Ibu Rina"]
    memos.change_memo(project, memo.id, body="Masih bisa ditulis.")
    hits = Searcher(project).search("jawab")
    assert [hit.text for hit in hits] == ["menjawab"]
    project.close()


def test_a_project_of_todays_schema_can_be_undone_to_its_beginning(tmp_path: Path) -> None:
    project = opened(HEAD, tmp_path)
    source = project.sources.all()[0]
    coding.apply_new_code(project, source.id, 0, 8, "Baru")
    assert len(history.undo(project, 99).value) == 20
    assert project.sources.all() == []
    history.redo(project, 99)
    assert project.overview.info().codings == 5
    project.close()
