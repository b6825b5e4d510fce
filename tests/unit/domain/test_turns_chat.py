"""WhatsApp exports of several telephones."""

from __future__ import annotations

import pytest

from makna.domain.document import plain_layout
from makna.domain.turn_chat import first_day, messages
from makna.domain.turn_head import read_head
from makna.domain.turns import find_turns, mark_length

HOUR = 3_600_000


@pytest.mark.parametrize(
    ("line", "sender", "minutes"),
    [
        ("12/03/24 10.15 - Sari: Halo", "Sari", 615),
        ("12/03/24, 10:15 - Sari: Halo", "Sari", 615),
        ("3/12/24, 9:58 PM - Sari: Halo", "Sari", 1318),
        ("3/12/24, 9:58\u202fpm - Sari: Halo", "Sari", 1318),
        ("12/03/2024 12.05 AM - Sari: Halo", "Sari", 5),
        ("[12/03/24, 10:15:32] Sari: Halo", "Sari", 615),
        ("\u200e[12/03/24 10.15.32] Sari: \u200egambar tidak disertakan", "Sari", 615),
        ("[12.03.24, 10:15:32] ~ Sari: Halo", "Sari", 615),
        ("2024-03-12 10:15 - +62 812-0000-1111: Halo", "+62 812-0000-1111", 615),
        ("12/03/24 pukul 10.15 - Sari: Halo: ya", "Sari", 615),
    ],
)
def test_forms_of_lines(line: str, sender: str, minutes: int) -> None:
    first, _ = messages([line, line])
    assert (first.sender, first.time_ms // 60_000) == (sender, minutes)
    assert line[mark_length(line) :].startswith(("Halo", "\u200egambar"))


@pytest.mark.parametrize(
    ("days", "first"),
    [
        (("13/02/24", "14/02/24"), "2024-02-13"),
        (("02/13/24", "02/14/24"), "2024-02-13"),
        (("01/02/24", "01/09/24", "02/01/24"), "2024-01-02"),
        (("01/02/24", "02/02/24"), "2024-02-01"),
        (("2024-02-13", "2024-02-14"), "2024-02-13"),
        (("99/99/24", "99/98/24"), ""),
    ],
)
def test_the_order_of_dates_is_that_of_the_whole_file(days: tuple[str, ...], first: str) -> None:
    assert first_day(messages([f"{day} 10.15 - Sari: ya" for day in days])) == first


def test_lines_of_whatsapp_itself_end_a_turn_and_are_none() -> None:
    text = (
        "12/03/24 10.15 - Pesan dienkripsi secara end-to-end.\n12/03/24 10.16 - Sari: satu\ndua\n\n"
        '12/03/24 10.17 - Sari mengganti nama grup dari "a: b" ke "c"\n12/03/24 10.18 - Budi: tiga'
    )
    found = find_turns(text, plain_layout(text))
    assert [text[turn.start : turn.end] for turn in found] == [
        *("12/03/24 10.16 - Sari: satu\ndua", "12/03/24 10.18 - Budi: tiga"),
    ]
    assert [turn.time_ms for turn in found] == [10 * HOUR + 960_000, 10 * HOUR + 1_080_000]
    assert read_head(text, plain_layout(text), found).date == "2024-03-12"


@pytest.mark.parametrize(
    "lines",
    [
        ["12/03/24 10.15 - Sari: hanya satu"],
        ["Catatan", "12/03/24 10.15 - Sari: a", "12/03/24 10.16 - Budi: b"],
        ["12/03/24 Rapat", "13/03/24 Libur"],
        ["10.15 - Rapat: mulai", "11.00 - Rapat: selesai"],
    ],
)
def test_other_texts_are_no_chats(lines: list[str]) -> None:
    assert messages(lines) == []
