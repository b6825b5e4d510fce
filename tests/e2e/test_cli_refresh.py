"""`makna export PROJECT chapter OUT --refresh`, as it is typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

KEYS = {
    *("path", "items", "updated", "added", "told", "kept_edited", "lost", "unchanged", "deleted"),
    *("backup", "problems"),
}
Makna = Callable[..., Any]


@pytest.fixture
def chapter(makna: Makna, coded: Path, tmp_path: Path) -> Path:
    out = tmp_path / "Bab.docx"
    assert makna("export", coded, "chapter", out).code == 0
    return out


def test_what_changed_is_counted_and_the_backup_is_named(
    makna: Makna, coded: Path, chapter: Path
) -> None:
    before = chapter.read_bytes()
    makna("edit-code", coded, "cat", "--rename", "Kucing")
    said = makna("export", coded, "chapter", chapter, "--refresh", "--json").json
    assert set(said) == KEYS
    assert (said["updated"], said["added"], said["lost"]) == (1, 0, 0)
    assert Path(said["backup"]).read_bytes() == before


def test_a_second_refresh_says_that_nothing_changed(
    makna: Makna, coded: Path, chapter: Path
) -> None:
    said = makna("export", coded, "chapter", chapter, "--refresh")
    assert said.code == 0
    assert said.out.rstrip().endswith(("left as it is", "dibiarkan apa adanya"))


def test_a_refresh_without_a_file_is_a_users_error(
    makna: Makna, coded: Path, tmp_path: Path
) -> None:
    said = makna("export", coded, "chapter", tmp_path / "Baru.docx", "--refresh")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("makna: ")
    assert not (tmp_path / "Baru.docx").exists()


@pytest.mark.parametrize(("what", "name"), [("memos", "Memo.docx"), ("chapter", "Bab.html")])
def test_only_a_chapter_in_word_can_be_refreshed(
    makna: Makna, coded: Path, tmp_path: Path, what: str, name: str
) -> None:
    said = makna("export", coded, what, tmp_path / name, "--refresh")
    assert said.code == 2
    assert "--refresh" in said.err


def test_an_export_without_refresh_replaces_the_file(
    makna: Makna, coded: Path, chapter: Path
) -> None:
    before = sorted(path.name for path in chapter.parent.iterdir())
    assert makna("export", coded, "chapter", chapter).code == 0
    assert sorted(path.name for path in chapter.parent.iterdir()) == before


def test_what_somebody_else_wrote_is_kept_beside_the_new_chapter(
    makna: Makna, coded: Path, chapter: Path
) -> None:
    before = {path.name for path in chapter.parent.iterdir()}
    chapter.write_bytes(b"lama")
    assert makna("export", coded, "chapter", chapter).code == 0
    assert chapter.read_bytes().startswith(b"PK")
    (kept,) = {path.name for path in chapter.parent.iterdir()} - before
    assert chapter.with_name(kept).read_bytes() == b"lama"
