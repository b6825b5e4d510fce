"""Reports to write, and a reader of what was written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from makna.domain.report import (
    Column,
    Heading,
    Item,
    ItemList,
    PageBreak,
    Paragraph,
    Quote,
    Records,
    Report,
    Span,
    Style,
    Table,
    TableOfContents,
    Value,
)
from makna.formats.writers import write_report

Written = Callable[[Report, str], Path]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Writes a report in the format of a suffix and says where."""

    def write(report: Report, suffix: str) -> Path:
        path = tmp_path / f"report{suffix}"
        write_report(report, path)
        return path

    return write


@pytest.fixture
def rich() -> Report:
    """A report with every kind of block, and texts that every format has to escape."""
    blocks = (
        TableOfContents("Daftar isi", depth=2),
        Heading(1, "Share & <percaya>"),
        Paragraph((Span("Biasa, "), Span("tebal", bold=True), Span(" dan "), _link())),
        Heading(2, "Kepercayaan"),
        Quote(
            (Span("Kami "), Span("baca", italic=True), Span(" 😀.\nLalu\u2028dijawab\tcepat.")),
            "(I1, 3 Maret 2025, baris 41–42)",
            before="kata sebelum",
            after="kata sesudah",
        ),
        Quote((Span("He said no.\ufffc"),), "(Notes)", language="en"),
        Paragraph((Span("Memo: ", bold=True), Span("ingat *ini*")), Style.MEMO),
        ItemList(
            (Item((Span("satu"),), 0, 3), Item((Span("anak"),), 1), Item((Span("dua"),), 0, 4))
        ),
        PageBreak(),
        Heading(3, "Terlalu dalam untuk daftar isi"),
        _table(),
        Paragraph((Span("a  b\u2028  c"),), Style.VERBATIM),
    )
    return Report(
        *("Kutipan & <kode>", "id", blocks, _records()),
        subtitle="Lampiran 3",
        author="Sari Wulandari",
        properties=(("Proyek", "Humas"),),
        items=2,
        created_at="2025-06-01T03:00:00+00:00",
    )


def _link() -> Span:
    return Span("laman", link="https://example.org/a?b=1&c=2")


def _table() -> Table:
    columns = (Column("Kode", 2), Column("n", 1, "right"))
    rows = (((Span("Respons | cepat"),), (Span("8"),)), ((Span("dua\nbaris"),), (Span(""),)))
    return Table(columns, rows, "Frekuensi", "n: jumlah")


def _records() -> Records:
    rows: list[tuple[Value, ...]] = [
        ("=1+1", 3, True, ("A > B", "C")),
        ("baris\u2028dua", -4, False, ()),
    ]
    return Records(("text", "n", "star", "codes"), ("Kutipan", "n", "Bintang", "Kode"), rows)
