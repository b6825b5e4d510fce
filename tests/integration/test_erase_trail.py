"""After somebody was removed for good, the trail names nothing that the project no longer holds."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from makna import bootstrap
from makna.domain.identity import Identity
from makna.domain.model import LinkTarget
from makna.paths import backup_dir
from makna.services import (
    cases,
    codebook,
    coding,
    erasing,
    history,
    importing,
    memos,
    projects,
    pseudonyms,
)
from makna.services.importing import ImportOptions
from makna.storage.project import Project

NAME = "Zwitterion"
SAID = f"P: Apa kabar?\nIbu {NAME}: Baik, di kampung.\n" * 20


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Skripsi.makna"


@pytest.fixture
def project(path: Path, tmp_path: Path) -> Iterator[Project]:
    """Two interviews, and a case of the person who will withdraw."""
    made = projects.create_project(path, "Skripsi", "id", Identity("g", "Sari"))
    importing.import_text(made, "Tetap", "N: Humas itu penting.\n" * 20)
    file = tmp_path / f"Ibu {NAME}.txt"
    file.write_text(SAID, "utf-8")
    importing.import_files(made, [file], options=ImportOptions(case=f"Ibu {NAME}"))
    yield made
    made.close()


def memo_of_theirs(project: Project) -> None:
    theirs = next(source for source in project.sources.all() if NAME in source.name)
    links = [(LinkTarget.SOURCE, theirs.guid)]
    memo = memos.write_memo(project, f"Kesan {NAME}", "ramah", links=links).value
    memos.change_memo(project, memo, title="Kesan")


def memo_about_them(project: Project) -> None:
    memos.delete_memo(project, memos.write_memo(project, f"Tentang {NAME}", "ramah").value)


def pseudonym_of_theirs(project: Project) -> None:
    made = pseudonyms.add_pseudonym(project, f"Ibu {NAME}", "Informan 1").value
    pseudonyms.remove_pseudonyms(project, [made])


def code_of_theirs(project: Project) -> None:
    theirs = next(source for source in project.sources.all() if NAME in source.name)
    code, _ = coding.apply_new_code(project, theirs.id, 0, 9, f"kata {NAME}").value
    codebook.rename_code(project, code, "Sapaan")


def variable_of_theirs(project: Project) -> None:
    made = cases.add_variable(project, f"Anak {NAME}").value
    cases.delete_variable(project, made)


@pytest.mark.parametrize(
    "happened",
    [memo_of_theirs, memo_about_them, pseudonym_of_theirs, code_of_theirs, variable_of_theirs],
)
def test_what_was_named_after_them_and_is_gone_stands_in_no_line(
    project: Project, path: Path, happened: Callable[[Project], None]
) -> None:
    happened(project)
    lines = len(history.trail(project))
    erasing.erase(project, erasing.plan_case(project, f"Ibu {NAME}"))
    trail = history.trail(project)
    assert len(trail) == lines + 1
    assert NAME not in str([entry.label.text() for entry in trail])
    project.close()
    assert NAME.lower().encode() not in everything(path)


def test_what_is_still_there_keeps_its_name_in_the_trail(project: Project) -> None:
    codebook.add_code(project, "Peran")
    gone = codebook.add_code(project, "Salah ketik").value
    codebook.delete_codes(project, [gone])
    erasing.erase(project, erasing.plan_case(project, f"Ibu {NAME}"))
    labels = [entry.label.text() for entry in history.trail(project)]
    assert labels[1:4] == ["Delete code “…”", "New code “…”", "New code “Peran”"]
    assert "Import “Tetap”" in labels


def everything(path: Path) -> bytes:
    """The bytes of the file, and of every packed value unpacked; in small letters."""
    found = path.read_bytes()
    raw = sqlite3.connect(path)
    for (packed,) in raw.execute("SELECT operations FROM history"):
        found += zlib.decompress(packed)
    raw.close()
    return found.lower()


def test_backups_of_before_another_folder_was_chosen_are_listed_too(
    project: Project, tmp_path: Path, makna_home: Path
) -> None:
    held = [projects.back_up(project, backup_dir())]
    chosen = tmp_path / "lain"
    bootstrap.keep_settings(replace(bootstrap.settings(), backup_folder=str(chosen)))
    held.append(projects.back_up(project, chosen))
    plan = erasing.plan_case(project, f"Ibu {NAME}")
    found = erasing.holding(project, plan, *bootstrap.backup_folders())
    assert {backup.path for backup in found} == set(held)


def test_a_pseudonym_of_a_speaker_is_to_be_looked_at(project: Project) -> None:
    pseudonyms.add_pseudonym(project, f"ibu {NAME}", "Informan 1")
    plan = erasing.plan_source(project, f"Ibu {NAME}")
    assert f"ibu {NAME}" in str([each.text() for each in plan.look_at])
