"""What every document goes through after its reader."""

from __future__ import annotations

import pytest

from makna.domain.document import Layout, ParsedDocument
from makna.formats import ReadOptions
from makna.formats.finishing import finished


def author_of(named: str) -> str:
    document = ParsedDocument("Isi.", Layout(), author=named)
    return finished(document, ReadOptions(find_turns=False)).author


@pytest.mark.parametrize(
    "machine",
    [
        *(
            "python-docx",
            "LENOVO",
            "asus",
            "Windows User",
            "User",
            "user123",
            "Microsoft Office User",
        ),
        *("HP", "Admin", "Administrator", "acer", "Windows 10", "USER-PC", "Owner", " Toshiba "),
    ],
)
def test_a_computer_is_no_author(machine: str) -> None:
    assert author_of(machine) == ""


@pytest.mark.parametrize(
    "person",
    ["Sari", "Userina", "Dinas Kominfo", "Asusilo", "Laksmana, Puspa", "Adminto", "Hp. Wira"],
)
def test_whoever_has_a_name_stays_the_author(person: str) -> None:
    assert author_of(person) == person
