"""Choosing a writer by suffix, and leaving nothing half-written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from makna.domain.errors import UserError
from makna.domain.report import Paragraph, Report, Span
from makna.formats.writers import suffixes, write_report


def test_six_formats_are_found_by_their_modules() -> None:
    assert suffixes() == (".csv", ".docx", ".html", ".json", ".md", ".xlsx")


@pytest.mark.parametrize("suffix", suffixes())
def test_every_writer_writes_a_rich_and_an_empty_report(
    suffix: str, rich: Report, tmp_path: Path
) -> None:
    for name, report in (("rich", rich), ("empty", Report("", "en", ()))):
        path = tmp_path / f"{name}{suffix}"
        write_report(report, path)
        assert path.stat().st_size > 0
    assert sorted(p.name for p in tmp_path.iterdir()) == [f"empty{suffix}", f"rich{suffix}"]


def test_suffixes_are_taken_in_any_case(rich: Report, tmp_path: Path) -> None:
    write_report(rich, tmp_path / "KUTIPAN.DOCX")
    assert (tmp_path / "KUTIPAN.DOCX").read_bytes()[:2] == b"PK"


def test_an_unknown_suffix_names_the_known_ones(rich: Report, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        write_report(rich, tmp_path / "kutipan.pdf")
    assert caught.value.key == "no_writer"
    assert ".docx" in str(caught.value.details["known"])


def test_a_failure_leaves_the_old_file_and_no_rest(rich: Report, tmp_path: Path) -> None:
    path = tmp_path / "kutipan.md"
    path.write_text("lama")
    broken = replace(rich, blocks=(Paragraph((Span("baru"),)), "not a block"))
    with pytest.raises(AssertionError):
        write_report(broken, path)
    assert path.read_text() == "lama"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_the_users_error(rich: Report, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        write_report(rich, tmp_path / "nowhere" / "kutipan.docx")
    assert caught.value.key == "cannot_write"
