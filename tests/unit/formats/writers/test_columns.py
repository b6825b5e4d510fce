"""Columns wide enough for their words."""

from __future__ import annotations

import pytest

from makna.domain.report import Column, Page, Span, Table
from makna.formats.writers._docx_columns import column_widths

LYING = Page(width_cm=29.7, height_cm=21.0, font="Arial")
TITLES = ("Kode", "Usia", "Peran", "Tanggal", "Tempat", "Medium", "Persetujuan", "Cek")


def table(titles: tuple[str, ...], word: str = "ya", **first: float) -> Table:
    columns = tuple(Column(title, first.get(title, 1.0)) for title in titles)
    return Table(columns, (tuple((Span(word),) for _ in titles),))


def test_a_column_that_is_too_narrow_for_its_longest_word_takes_from_the_others() -> None:
    few = table(TITLES, Persetujuan=0.3, Tempat=4.0)
    widths = dict(zip(TITLES, column_widths(few, LYING), strict=True))
    # Helvetica-Bold sets “Persetujuan” 5.72 em wide, at 10 pt, beside 216 twips of edges.
    assert widths["Persetujuan"] >= 5.72 * 200 + 216
    assert widths["Tempat"] == max(widths.values())


def test_the_table_keeps_its_width() -> None:
    room = (29.7 - 7) / 2.54 * 1440
    for titles in (TITLES, tuple("Pertanggungjawaban" for _ in range(20))):
        assert sum(column_widths(table(titles, Kode=0.1), LYING)) == pytest.approx(room, abs=20)


def test_a_broader_face_asks_for_more() -> None:
    def of(font: str) -> int:
        page = Page(width_cm=29.7, height_cm=21.0, font=font)
        return column_widths(table(TITLES, Persetujuan=0.1), page)[6]

    assert of("Times New Roman") < of("Arial") == of("Calibri") < of("Verdana")


def test_tables_of_few_columns_keep_their_shares() -> None:
    first, second = column_widths(table(("Persetujuan", "B"), Persetujuan=0.01), LYING)
    assert first < second / 50


def test_one_endless_word_leaves_the_other_columns_their_words() -> None:
    rows = (((Span("L" * 300),), *((Span("ya"),) for _ in TITLES[1:])),)
    endless = Table(tuple(Column(title, 1.0) for title in TITLES), rows)
    widths = dict(zip(TITLES, column_widths(endless, LYING), strict=True))
    assert widths["Kode"] == max(widths.values())
    assert widths["Persetujuan"] >= 5.72 * 200 + 216
