"""A file that another program has open, or that may not be changed, is not replaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from makna.domain.errors import UserError
from makna.domain.report import Heading, Report
from makna.formats.writers import write_report

REPORT = Report("Bab IV", "id", [Heading(1, "Temuan")])


@pytest.mark.parametrize(
    ("lock", "name", "program"),
    [
        (".~lock.Bab IV.docx#", "Bab IV.docx", "LibreOffice"),
        ("~$b IV.docx", "Bab IV.docx", "Word"),
        ("~$Data.xlsx", "Data.xlsx", "Excel"),
    ],
)
def test_a_file_that_is_open_elsewhere_stays(
    tmp_path: Path, lock: str, name: str, program: str
) -> None:
    path = tmp_path / name
    path.write_bytes(b"lama")
    (tmp_path / lock).write_bytes(b"Sari")
    with pytest.raises(UserError) as caught:
        write_report(REPORT, path)
    assert caught.value.key == "export_open"
    assert f"is open in {program}" in str(caught.value)
    assert path.read_bytes() == b"lama"


def test_a_lock_without_its_file_is_nobodys(tmp_path: Path) -> None:
    (tmp_path / ".~lock.Bab.md#").write_bytes(b"Sari")
    write_report(REPORT, tmp_path / "Bab.md")
    assert (tmp_path / "Bab.md").is_file()


def test_a_file_that_is_read_only_stays(tmp_path: Path) -> None:
    path = tmp_path / "Bab.md"
    path.write_bytes(b"lama")
    path.chmod(0o444)
    with pytest.raises(UserError) as caught:
        write_report(REPORT, path)
    assert caught.value.key == "cannot_write"
    assert path.read_bytes() == b"lama"
