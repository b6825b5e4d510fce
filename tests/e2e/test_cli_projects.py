"""new, info, check, backup, restore, demo; and projects that are open elsewhere."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from makna import bootstrap

Makna = Callable[..., Any]


def test_a_new_project_says_what_it_is(makna: Makna, tmp_path: Path) -> None:
    path = tmp_path / "Skripsi.makna"
    made = makna("new", path, "--language", "en", "--coder", "Sari", "--json").json
    assert (made["name"], made["language"], made["coder"]) == ("Skripsi", "en", "Sari")
    assert made == makna("info", path, "--json").json
    assert [file.name for file in tmp_path.glob("*.makna*")] == ["Skripsi.makna"]


def test_a_frame_brings_its_codes(makna: Makna, tmp_path: Path) -> None:
    frame = makna("frames", "--json").json[0]
    path = tmp_path / "P.makna"
    assert makna("new", path, "--frame", frame["id"], "--json").json["codes"] == frame["codes"] + 1
    codable = [code["codable"] for code in makna("codes", path, "--json").json]
    assert codable[0] is False, "the frame's own name is a category"


def test_an_unknown_frame_leaves_no_file_behind(
    one_line: Callable[..., str], tmp_path: Path
) -> None:
    assert "swot" in one_line("new", tmp_path / "P.makna", "--frame", "nope")
    assert not list(tmp_path.glob("*.makna"))


def test_nothing_is_overwritten_by_a_new_project(one_line: Callable[..., str], study: Path) -> None:
    before = study.read_bytes()
    assert "Study.makna" in one_line("new", study)
    assert study.read_bytes() == before


def test_a_project_is_named_makna(one_line: Callable[..., str], tmp_path: Path) -> None:
    assert "Skripsi.makna" in one_line("new", tmp_path / "Skripsi")


@pytest.mark.parametrize("content", [b"", b"hello" * 400, b"SQLite format 3\x00" + b"x" * 4000])
def test_what_is_no_project_is_refused(
    content: bytes, one_line: Callable[..., str], tmp_path: Path
) -> None:
    path = tmp_path / "x.makna"
    path.write_bytes(content)
    one_line("info", path)
    one_line("add-code", path, "a")
    assert path.read_bytes() == content


def test_reading_leaves_a_single_untouched_file(makna: Makna, study: Path) -> None:
    before = study.read_bytes()
    for command in ("info", "sources", "codes", "retrieve", "history", "check"):
        assert makna(command, study).code == 0
    assert study.read_bytes() == before
    assert [path.name for path in study.parent.glob("*Study*")] == ["Study.makna"]


def test_a_project_open_elsewhere_can_be_read_and_not_written(
    makna: Makna, one_line: Callable[..., str], study: Path
) -> None:
    elsewhere = bootstrap.open_project(study)
    try:
        assert makna("info", study, "--json").json["sources"] == 2
        assert "open elsewhere" in one_line("add-code", study, "Baru")
        assert "open elsewhere" in one_line("undo", study)
    finally:
        elsewhere.close()
    assert makna("add-code", study, "Baru").code == 0
    assert [path.name for path in study.parent.glob("*Study*")] == ["Study.makna"]


def test_a_sound_project_is_called_sound(makna: Makna, study: Path) -> None:
    assert makna("check", study, "--json").json == {"ok": True, "problems": []}
    assert makna("check", study).out == "The project is sound.\n"


def test_a_passage_outside_its_text_is_found(makna: Makna, study: Path) -> None:
    makna("apply", study, "--source", "I1", "--code", "cat", "--span", "0:5")
    raw = sqlite3.connect(study)
    raw.execute('UPDATE passage SET "end" = 100000')
    raw.commit()
    raw.close()
    said = makna("check", study, "--json")
    assert said.code == 2
    assert '"ok": false' in said.out
    assert "outside its text" in said.out
    assert said.err.count("\n") == 1


def test_a_damaged_file_is_reported_and_not_a_bug(makna: Makna, study: Path) -> None:
    data = bytearray(study.read_bytes())
    data[4096 * 2 :] = b"\xff" * (len(data) - 4096 * 2)
    study.write_bytes(data)
    said = makna("check", study, "--json")
    assert said.code == 2
    assert '"ok": false' in said.out
    assert makna("sources", study).code == 2


def test_a_repair_says_what_it_mended_and_keeps_a_backup(makna: Makna, study: Path) -> None:
    makna("apply", study, "--source", "I1", "--code", "cat", "--span", "0:5")
    raw = sqlite3.connect(study)
    raw.execute('UPDATE passage SET "end" = 100000')
    raw.commit()
    raw.close()
    done = makna("check", study, "--repair", "--json").json
    assert (done["ok"], done["problems"], done["path"]) == (True, [], str(study))
    assert "shortened to the end of its text" in done["repaired"][0]
    assert Path(done["backup"]).is_file()
    assert makna("check", study, "--json").json == {"ok": True, "problems": []}
    assert makna("undo", study, "--json").json == {"undone": ["Repair the project"]}


def test_what_is_damaged_beyond_repair_is_saved_into_a_new_file(makna: Makna, study: Path) -> None:
    raw = sqlite3.connect(study)
    raw.execute("DROP TABLE value")
    raw.commit()
    raw.close()
    before = study.read_bytes()
    done = makna("check", study, "--repair", "--json").json
    assert study.read_bytes() == before
    assert done["path"] == str(study.with_name("Study (saved).makna"))
    assert makna("info", done["path"], "--json").json["sources"] == 2


def test_who_withdraws_is_removed_for_good(
    makna: Makna, one_line: Callable[..., str], study: Path
) -> None:
    makna("case", study, "Ibu Rina", "--source", "I1")
    held = makna("backup", study, "--json").json["path"]
    would = makna("erase", study, "--case", "Ibu Rina", "--dry-run", "--json").json
    assert (would["erased"], would["backups"]) == (["Ibu Rina", "I1"], [held])
    assert makna("info", study, "--json").json["sources"] == 2
    done = makna("erase", study, "--case", "Ibu Rina", "--json").json
    assert (done["erased"], done["backups"]) == (["Ibu Rina", "I1"], [held])
    assert b"mempublikasikan" not in study.read_bytes()
    assert makna("undo", study, "--json").json == {"undone": []}
    assert "No case is called" in one_line("erase", study, "--case", "Ibu Rina")
    assert "--case" in one_line("erase", study)


def test_backups_that_still_hold_it_go_on_request(makna: Makna, study: Path) -> None:
    held = Path(makna("backup", study, "--json").json["path"])
    done = makna("erase", study, "--source", "Notes", "--delete-backups", "--json").json
    assert (done["erased"], done["backups"]) == (["Notes"], [])
    assert not held.exists()
    (left,) = makna("backups", study, "--json").json
    assert (left["sources"], left["project"]) == (1, "Study")


def test_backups_are_listed_with_what_they_hold(makna: Makna, study: Path) -> None:
    assert makna("backups", "--json").json == []
    path = makna("backup", study, "--json").json["path"]
    (listed,) = makna("backups", "--json").json
    assert (listed["backup"], listed["sources"], listed["codings"]) == (path, 2, 0)
    Path(path).write_bytes(b"rusak")
    assert makna("backups", "--json").json[0]["sources"] is None


def test_a_backup_becomes_a_project_again(
    makna: Makna, one_line: Callable[..., str], study: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.makna"
    assert makna("backup", study, copy, "--json").json == {"path": str(copy)}
    makna("remove", study, "I1")
    back = tmp_path / "back.makna"
    assert makna("restore", copy, back, "--json").json == {"path": str(back)}
    assert makna("info", back, "--json").json["sources"] == 2
    assert "there already" in one_line("restore", copy, back)
    assert "there already" in one_line("backup", study, copy)


def test_a_backup_without_a_place_goes_to_the_folder_of_backups(
    makna: Makna, study: Path, makna_home: Path
) -> None:
    path = Path(makna("backup", study, "--json").json["path"])
    assert path.is_relative_to(makna_home)
    assert makna("info", path, "--json").json["sources"] == 2


def test_what_is_no_backup_is_not_restored(one_line: Callable[..., str], tmp_path: Path) -> None:
    (tmp_path / "x.makna").write_text("no database", "utf-8")
    assert "not a sound backup" in one_line("restore", tmp_path / "x.makna", tmp_path / "y.makna")
    assert not (tmp_path / "y.makna").exists()


def test_the_demo_is_copied_where_there_is_one(
    makna: Makna,
    one_line: Callable[..., str],
    study: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("makna.paths.resources_dir", lambda: tmp_path)
    assert "no demo project" in one_line("demo", "--copy-to", tmp_path / "mine.makna")
    (tmp_path / "demo").mkdir()
    study.rename(tmp_path / "demo" / "demo_en.makna")
    copied = makna("demo", "--copy-to", tmp_path / "mine.makna", "--json")
    assert copied.json == {"path": str(tmp_path / "mine.makna")}
    assert makna("info", tmp_path / "mine.makna", "--json").json["sources"] == 2
    assert "there already" in one_line("demo", "--copy-to", tmp_path / "mine.makna")


def test_project_in_a_cloud_folder_is_warned_of_once_on_stderr(
    makna: Makna, tmp_path: Path
) -> None:
    (tmp_path / "OneDrive - Kampus").mkdir()
    path = tmp_path / "OneDrive - Kampus" / "a.makna"
    made = makna("new", path, "--json")
    assert made.json["name"] == "a"
    assert made.err.startswith("makna: “a.makna” lies in a folder that OneDrive keeps in step.")
    assert made.err.count("\n") == 1
    again = makna("add-code", path, "Peran")
    assert (again.code, again.err) == (0, "")


def test_size_of_the_file_is_told_part_by_part(makna: Makna, study: Path) -> None:
    size = makna("info", study, "--size", "--json").json["size"]
    assert size["file"] == study.stat().st_size
    assert size["texts"] > 0 and size["history"] > 0 and size["originals"] > 0
    assert sum(count for part, count in size.items() if part != "file") == size["file"]
    assert "search index" in makna("info", study, "--size").out
    assert "size" not in makna("info", study, "--json").json
