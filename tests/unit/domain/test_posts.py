"""Columns, dates and posts of tables from social media."""

from __future__ import annotations

import pytest

from makna.domain.document import fits
from makna.domain.errors import UserError
from makna.domain.post_columns import Role, chosen_roles, guessed_roles, is_header
from makna.domain.post_dates import looks_like_a_date, moments
from makna.domain.posts import composed, posts_of, rows_without_text
from makna.domain.sheet import Table

POSTS = Table(
    ("Akun", "Tanggal", "Komentar", "Suka", "Tautan", "Kota"),
    (
        (
            "@warga",
            "05/03/2025 14.05",
            "Kapan air nyala?\nTolong 😀",
            "12",
            "https://x.id/1",
            "Depok",
        ),
        ("@lain", "06/03/2025", "Sabar, kak", "0", "", ""),
        ("@z", "13/03/2025", "  ", "3", "", ""),
    ),
)


def roles(header: tuple[str, ...], *rows: tuple[str, ...]) -> list[str]:
    return [str(role) for role in guessed_roles(Table(header, rows))]


def test_columns_are_told_by_their_names_in_both_languages() -> None:
    assert [str(role) for role in guessed_roles(POSTS)] == [
        *("account", "date", "text", "likes", "link", "fact"),
    ]
    english = ("username", "created_at", "full_text", "like_count", "permalink", "id")
    row = ("humas", "2025-03-05", "Rapat dengan warga kota", "4", "https://x", "17")
    assert roles(english, row) == ["account", "date", "text", "likes", "link", "fact"]


def test_columns_without_telling_names_are_told_by_what_stands_in_them() -> None:
    row = ("@a.b", "halo semua warga kota", "https://x.id/1", "5 Maret 2025")
    assert roles(("A", "B", "C", "D"), row) == ["account", "text", "link", "date"]


def test_a_count_of_comments_is_not_their_text() -> None:
    found = roles(("Comments", "Caption"), ("12", "Rapat dengan warga"), ("3", "Air mati"))
    assert found == ["fact", "text"]


def test_the_user_decides_by_name_or_number() -> None:
    chosen = chosen_roles(POSTS, [("text", "kota"), ("variable", "4")], "a.csv")
    assert chosen[5] is Role.TEXT
    assert chosen[2] is Role.FACT
    assert chosen[3] is Role.VARIABLE
    with pytest.raises(UserError, match="Kota"):
        chosen_roles(POSTS, [("text", "Isi")], "a.csv")
    with pytest.raises(UserError, match="likes"):
        chosen_roles(POSTS, [("teks", "Kota")], "a.csv")


def test_a_first_row_that_is_a_post_is_no_header() -> None:
    assert is_header(("Akun", "Isi"), [("@a", "halo")])
    assert is_header(("a", "b"), [("1", "2")])
    assert not is_header(("@a", "halo semua"), [("@b", "hai semua")])
    assert not is_header(("12", "5 Maret 2025"), [("13", "6 Maret 2025")])


def test_days_and_months_have_one_order_in_a_column() -> None:
    found = [m.date for m in moments(["03/04/2025", "03/25/2025 1:05 PM", ""])]
    assert found == ["2025-03-04", "2025-03-25", ""]
    assert moments(["03/04/2025"])[0].date == "2025-04-03"


@pytest.mark.parametrize(
    ("cell", "date", "time_ms"),
    [
        ("2025-03-05T14:05:00Z", "2025-03-05", 50_700_000),
        ("2025-03-05 14:05:00", "2025-03-05", 50_700_000),
        ("5 Maret 2025 pukul 14.05", "2025-03-05", 50_700_000),
        ("Wed Mar 05 14:05:00 +0000 2025", "2025-03-05", 50_700_000),
        ("1741183500", "2025-03-05", 50_700_000),
        ("05.03.2025", "2025-03-05", None),
        ("kemarin", "", None),
    ],
)
def test_dates_of_all_platforms(cell: str, date: str, time_ms: int | None) -> None:
    (found,) = moments([cell])
    assert (found.date, found.time_ms, found.written) == (date, time_ms, cell)


def test_nothing_of_a_row_is_lost() -> None:
    first, second = posts_of(POSTS, guessed_roles(POSTS))
    assert (first.account, first.date, first.url) == ("@warga", "2025-03-05", "https://x.id/1")
    assert dict(first.facts) == {"Tanggal": "05/03/2025 14.05", "Suka": "12", "Kota": "Depok"}
    assert dict(second.facts) == {"Tanggal": "06/03/2025", "Suka": "0"}
    assert rows_without_text(POSTS, guessed_roles(POSTS)) == 1


def test_one_text_has_each_post_as_a_turn_of_its_account() -> None:
    given = guessed_roles(POSTS)
    whole = composed(POSTS, posts_of(POSTS, given), given)
    assert fits(whole.text, whole.layout)
    first = whole.turns[0]
    assert whole.text[first.start : first.end] == (
        "@warga – 05/03/2025 14.05\nKapan air nyala?\nTolong 😀\n"
        "Suka: 12 · Kota: Depok · Tautan: https://x.id/1"
    )
    assert [(turn.speaker, turn.time_ms) for turn in whole.turns] == [
        *(("@warga", 50_700_000), ("@lain", None)),
    ]
    assert [run.link for block in whole.layout for run in block.runs if run.link] == [
        "https://x.id/1"
    ]


def test_a_day_without_a_format_is_a_number_of_days() -> None:
    cells = ["45363", "45363.427083333", "12/03/2024"]
    assert [(m.date, m.time_ms) for m in moments(cells)] == [
        ("2024-03-12", None),
        ("2024-03-12", 36_900_000),
        ("2024-03-12", None),
    ]
    assert not looks_like_a_date("45363")  # followers, most often


TALK = (
    ("1", "00:03", "Sari Dewi", "Sejak kapan di sini?"),
    ("2", "00:10", "Budi, S.Sos.", "Sejak dua ribu sepuluh."),
    ("3", "25:15", "Sari Dewi", "Apa tugasnya sekarang?"),
    ("4", "25:22", "Budi, S.Sos.", "Menjawab surat warga."),
)


@pytest.mark.parametrize("header", [("No", "Waktu", "Pembicara", "Ujaran"), ("A", "B", "C", "D")])
def test_a_transcript_in_a_sheet_has_speakers_and_minutes(header: tuple[str, ...]) -> None:
    table = Table(header, TALK)
    given = guessed_roles(table)
    assert [str(role) for role in given] == ["fact", "date", "account", "text"]
    found = composed(table, posts_of(table, given), given).turns
    assert [(turn.speaker, turn.time_ms) for turn in found] == [
        *(("Sari Dewi", 3_000), ("Budi, S.Sos.", 10_000)),
        *(("Sari Dewi", 1_515_000), ("Budi, S.Sos.", 1_522_000)),
    ]


def test_hours_of_the_day_stay_hours() -> None:
    assert [each.time_ms for each in moments(["10:15", "09:20"])] == [36_900_000, 33_600_000]
    assert [each.time_ms for each in moments(["00:15", "", "1:20"])] == [15_000, None, 80_000]
    assert moments(["00:15", "12/03/2024 10:15"])[1].time_ms == 36_900_000


def test_words_that_come_again_are_no_accounts_where_the_columns_have_names() -> None:
    rows = [
        ("Rapat", "Dua hari di aula kota"),
        ("Lomba", "Satu jam di taman"),
        ("Rapat", "Ya ya ya"),
    ]
    assert roles(("Kegiatan", "Isi"), *rows) == ["fact", "text"]
