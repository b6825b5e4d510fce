"""Turns in the form that the user names."""

from __future__ import annotations

import pytest

from makna.domain.document import Block, Layout, Run, plain_layout
from makna.domain.turn_forms import CHOICES, FORMS, NONE, preferred, recognised, turns_in

COLONS = "P: Apa?\nN: Ini.\nP: Lalu?\nN: Begitu."
DASHES = "TV - mana yang di sana?\nNN - itu dia.\nTV - oh.\nNN - iya."
ONCE = "Moderator tamu – silakan.\nWarga biasa – terima kasih."


def spoken(text: str, form: str, layout: Layout | None = None) -> list[str]:
    return [turn.speaker for turn in turns_in(text, layout or plain_layout(text), form)]


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("colon", COLONS),
        ("stop", "P. Apa?\nN. Ini.\nP. Lalu?\nN. Ya."),
        ("bracket", "[P] Apa?\n[N] Ini.\n[P] Lalu?"),
        ("dash", DASHES),
        ("tab", "P\tApa?\nN\tIni.\nP\tLalu?"),
        ("line", "Sari\nApa itu?\nBudi\nIni dia.\nSari\nOh.\nBudi\nIya."),
        ("timed", "Sari 00:12\nApa itu?\nBudi 00:15\nIni dia.\nSari 00:20\nOh."),
        ("chat", "12/03/24 10.15 - Sari: halo\n12/03/24 10.16 - Budi: hai"),
    ],
)
def test_each_form_finds_what_is_recognised_as_it(form: str, text: str) -> None:
    assert recognised(text, plain_layout(text)) == form
    assert spoken(text, form) == spoken(text, "")


def test_two_columns_and_bold_names_are_forms_too() -> None:
    rows = "Nama\tIsi\nSari\tApa itu?\nBudi\tIni dia.\nSari\tOh."
    table = tuple(Block(len(row), "table-row") for row in rows.split("\n"))
    assert spoken(rows, "table", table) == ["Sari", "Budi", "Sari"]
    bold = "Sari apa itu?\nBudi ini dia."
    layout = tuple(Block(len(p), runs=(Run(0, 4, bold=True),)) for p in bold.split("\n"))
    assert spoken(bold, "bold", layout) == ["Sari", "Budi"]


def test_a_form_is_believed_where_automatically_it_would_not_be() -> None:
    assert spoken(ONCE, "") == []
    assert spoken(ONCE, "dash") == ["Moderator tamu", "Warga biasa"]


def test_no_turns_and_the_wrong_form_find_none() -> None:
    assert spoken(COLONS, NONE) == []
    assert spoken(COLONS, "dash") == []
    assert spoken(COLONS, "chat") == []


def test_facts_and_noises_are_nobody_in_any_form() -> None:
    text = "Lokasi: Depok\nTanggal: 3 Maret\n\nP: Apa?\nCatatan: berisik.\nN: Ini."
    assert spoken(text, "colon") == ["P", "N"]


def test_the_form_of_the_file_before_wins_only_where_it_finds_more() -> None:
    layout = plain_layout(DASHES)
    odd = "TV – mana?\nNN – itu.\n" * 2
    found = turns_in(COLONS, plain_layout(COLONS), "")
    assert preferred(COLONS, plain_layout(COLONS), found, "dash") == found
    assert preferred(DASHES, layout, (), "dash") == turns_in(DASHES, layout, "dash")
    assert preferred(odd, plain_layout(odd), (), "none") == ()


def test_turns_of_every_form_lie_in_the_text() -> None:
    text = f"{COLONS}\n{DASHES}\n[X] y\nA\tb\n\n12/03/24 10.15 - Sari: halo"
    for form in CHOICES:
        for turn in turns_in(text, plain_layout(text), form):
            assert 0 <= turn.start < turn.end <= len(text)
    assert len(set(FORMS)) == len(FORMS)
