"""Facts before the talk."""

from __future__ import annotations

import pytest

from makna.domain.document import Block, ParsedTurn, plain_layout
from makna.domain.turn_head import Head, iso_day, read_head
from makna.domain.turns import find_turns

TALK = "\n\nP: Apa?\nN: Ini.\nP: Ya."


def head(text: str) -> Head:
    layout = plain_layout(text)
    return read_head(text, layout, find_turns(text, layout))


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("12 Maret 2024", "2024-03-12"),
        ("Selasa, 12 Maret 2024", "2024-03-12"),
        ("Selasa/12 Agt 24", "2024-08-12"),
        ("12–14 Maret 2024", "2024-03-12"),
        ("March 12th, 2024", "2024-03-12"),
        ("12 March 2024 at 10.15", "2024-03-12"),
        ("2024-03-12", "2024-03-12"),
        ("12/03/2024", "2024-03-12"),
        ("03/25/2024", "2024-03-25"),
        ("12-3-24", "2024-03-12"),
        ("12.03.2024", "2024-03-12"),
        ("Maret 2024", "2024-03"),
        ("31 Februari 2024", ""),
        ("minggu lalu", ""),
        ("10.15–11.00", ""),
        ("12 APRİL 2024", ""),  # to a regular expression that ignores case, İ is an i
        ("12 deſember 2024", ""),
    ],
)
def test_days_as_people_write_them(written: str, iso: str) -> None:
    assert iso_day(written) == iso


def test_facts_are_kept_as_they_stand() -> None:
    found = head(
        "TRANSKRIP 1\nNarasumber : Ibu Sari\nJabatan\t: Kepala Bidang\nLokasi = Metro\n"
        f"Hari/tanggal: Selasa, 12 Maret 2024\nWaktu: 10.15–11.00{TALK}"
    )
    assert (found.date, found.place) == ("2024-03-12", "Metro")
    assert found.facts == (
        ("Narasumber", "Ibu Sari"),
        ("Jabatan", "Kepala Bidang"),
        ("Lokasi", "Metro"),
        ("Hari/tanggal", "Selasa, 12 Maret 2024"),
        ("Waktu", "10.15–11.00"),
    )


def test_place_and_day_may_share_a_line() -> None:
    found = head(f"Tempat, tanggal: Aula Kelurahan, 21 Juni 2025{TALK}")
    assert (found.date, found.place) == ("2025-06-21", "Aula Kelurahan")


def test_english_heads_are_read() -> None:
    found = head(f"Date: 3 March 2025\nLocation: Town hall{TALK}")
    assert (found.date, found.place) == ("2025-03-03", "Town hall")


def test_what_is_said_is_no_fact() -> None:
    assert head("P: Apa?\nN: Lokasi: di sana.\nP: Tanggal: 3 Maret 2025?").facts == ()


def test_a_text_without_turns_needs_more_than_a_label() -> None:
    assert head("Abstrak: panjang\nKata kunci: humas\nisi") == Head()
    assert head("Tanggal: 3 Maret 2025\nisi biasa") == Head()
    notes = head("Catatan lapangan\nTanggal: 3 Maret 2025\nTempat: Taman\n\nPukul 08.00: sepi.")
    assert (notes.date, notes.place) == ("2025-03-03", "Taman")


def test_the_names_of_columns_are_no_facts() -> None:
    lines = ["Jabatan\t:\tKabid", "No\tWaktu\tPembicara\tUjaran", "1\t00:03\tP\tApa?"]
    layout = tuple(Block(len(line), "table-row") for line in lines)
    text = "\n".join(lines)
    head = read_head(text, layout, (ParsedTurn(len(lines[0]) + len(lines[1]) + 2, len(text), "P"),))
    assert head.facts == (("Jabatan", "Kabid"),)
