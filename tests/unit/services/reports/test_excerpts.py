"""Excerpts by code: everything is there, once under each of its codes, and said exactly."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from makna.domain.errors import UserError
from makna.domain.report import (
    Block,
    Heading,
    ItemList,
    Paragraph,
    Quote,
    Report,
    TableOfContents,
    plain,
)
from makna.domain.wording.errors_reports import ERRORS
from makna.services.reports.excerpts import ExcerptLayout, excerpts


def report(town: Any, **layout: Any) -> Report:
    return excerpts(
        town.project, town.codes, town.excerpts, town.texts.__getitem__, ExcerptLayout(**layout)
    )


def outline(made: Report) -> list[tuple[int, str] | str]:
    """Headings with their level, quotations by their first word."""
    found: list[tuple[int, str] | str] = []
    for block in made.blocks:
        if isinstance(block, Heading):
            found.append((block.level, block.text))
        elif isinstance(block, Quote):
            found.append(plain(block.spans).split()[0])
    return found


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [plain(block.spans) for block in blocks if isinstance(block, Paragraph)]


def test_passages_stand_under_each_of_their_codes_in_tree_order(coded_town: Any) -> None:
    assert outline(report(coded_town)) == [
        (1, "Share: membagikan informasi"),
        (2, "Kepercayaan warga"),
        "Kalau",
        "Tiap",
        (1, "Manage: mengelola aduan"),
        (2, "Respons cepat"),
        "Kalau",
        (2, "Kekurangan tenaga"),
        (1, "Tanpa kode"),
        "The",
    ]


def test_the_reference_says_who_when_and_where(coded_town: Any) -> None:
    quotes = [block for block in report(coded_town).blocks if isinstance(block, Quote)]
    assert quotes[0].reference == (
        "(I1 · Kabid Informasi Publik, Kabid, 3 Maret 2025, ¶13, baris 41–45, 00:03:12) ★"
    )
    english = [b for b in report(coded_town, language="en").blocks if isinstance(b, Quote)]
    assert english[-1].reference == "(Notes on the town hall, March 2025, ¶1, line 1)"
    assert english[-1].language == "en"


def test_looks_are_kept_and_change_no_letter(coded_town: Any) -> None:
    quote = next(block for block in report(coded_town).blocks if isinstance(block, Quote))
    assert plain(quote.spans) == coded_town.excerpts[0].text
    assert [(s.text[:7], s.bold, s.italic) for s in quote.spans if s.bold or s.italic] == [
        ("admin w", True, False),
        (" dua pu", False, True),
    ]


def test_memos_of_coding_and_passage_and_the_translation_follow(coded_town: Any) -> None:
    made = report(coded_town)
    said = texts(tuple(made.blocks))
    assert "Memo: Aturan 24 jam ditekankan; bandingkan dengan evaluasi triwulan." in said
    assert said.count("Memo kutipan: Nada suara mengeras.") == 2
    assert "Terjemahan (SW): Wali kota tidak menyinggung keluhan." in said
    lists = [block for block in made.blocks if isinstance(block, ItemList)]
    assert [plain(item.spans) for item in lists[0].items] == ["satu", "dua", "a", "b"]


def test_memos_of_two_coders_name_them(town: Any) -> None:
    excerpt = town.excerpt(1, "Setiap komentar", [(2, "ya"), (2, "belum")])
    town.excerpts = [replace(excerpt, coders=("Sari", "Budi"))]
    made = report(town)
    assert [t for t in texts(tuple(made.blocks)) if t.startswith("Memo")] == [
        "Memo (Sari): ya",
        "Memo (Budi): belum",
    ]
    assert outline(made).count("Setiap") == 1
    assert len(made.records.rows) == 1


def test_codes_without_excerpts_say_so_and_categories_do_not(coded_town: Any) -> None:
    blocks = list(report(coded_town, definitions=False).blocks)
    at = blocks.index(Heading(2, "Kekurangan tenaga"))
    assert texts((blocks[at + 1],)) == ["Tidak ada kutipan."]
    above = blocks.index(Heading(1, "Manage: mengelola aduan"))
    assert blocks[above + 1] == Heading(2, "Respons cepat")


def test_excerpts_whose_codes_were_not_asked_for_are_still_there(coded_town: Any) -> None:
    coded_town.excerpt(1, "admin kami cuma dua orang", [(99, "")])
    made = report(coded_town)
    assert outline(made)[-5:] == [
        (1, "Kode lain"),
        (2, "Lama › Kode 99"),
        "admin",
        (1, "Tanpa kode"),
        "The",
    ]
    assert made.items == 4


def test_other_codes_and_the_words_around_come_when_asked_for(coded_town: Any) -> None:
    bare, full = report(coded_town), report(coded_town, other_codes=True, context=True)
    also = [text for text in texts(tuple(full.blocks)) if text.startswith("Juga dikode")]
    assert also == [
        "Juga dikode: Manage: mengelola aduan › Respons cepat",
        "Juga dikode: Share: membagikan informasi › Kepercayaan warga",
    ]
    assert not [text for text in texts(tuple(bare.blocks)) if text.startswith("Juga dikode")]
    quotes = [block for block in full.blocks if isinstance(block, Quote)]
    assert quotes[0].before == "Setiap komentar kami baca."
    assert all(not b.before and not b.after for b in bare.blocks if isinstance(b, Quote))


@pytest.mark.parametrize("shift", [-1, 1, 10_000])
def test_a_quotation_that_is_not_in_its_source_stops_everything(
    coded_town: Any, shift: int
) -> None:
    moved = coded_town.excerpts[1]
    passage = replace(
        moved.passage, start=moved.passage.start + shift, end=moved.passage.end + shift
    )
    coded_town.excerpts[1] = replace(moved, passage=passage)
    with pytest.raises(UserError) as caught:
        report(coded_town)
    assert caught.value.key == "quotation_differs"
    for what, why, next_step in ERRORS["quotation_differs"]:
        assert "I1" in what.format(**caught.value.details)
        assert why and next_step


def test_records_have_a_row_for_each_passage_and_code(coded_town: Any) -> None:
    records = report(coded_town).records
    rows = [dict(zip(records.keys, row, strict=True)) for row in records.rows]
    assert [(row["passage"], row["code"]) for row in rows] == [
        ("passage-1", "Share: membagikan informasi > Kepercayaan warga"),
        ("passage-2", "Share: membagikan informasi > Kepercayaan warga"),
        ("passage-1", "Manage: mengelola aduan > Respons cepat"),
        ("passage-3", ""),
    ]
    assert rows[2]["coding_memo"].startswith("Aturan **24 jam**")
    assert rows[0]["coding_memo"] == ""
    assert (rows[0]["star"], rows[0]["time"], rows[0]["line_to"]) == (True, "00:03:12", 45)
    assert len(records.titles) == len(records.keys)


def test_an_empty_project_makes_an_empty_report(town: Any) -> None:
    town.codes = []
    made = report(town)
    assert (list(made.blocks), list(made.records.rows), made.items) == ([], [], 0)


def test_the_head_names_project_coder_number_and_day(coded_town: Any) -> None:
    made = report(coded_town, created_at="2025-06-01T03:00:00+00:00", title="Lampiran 2")
    assert made.title == "Lampiran 2"
    assert made.author == "Sari Wulandari"
    assert dict(made.properties) == {
        "Proyek": "Humas Kota Sagara Asri & media sosial",
        "Dikode oleh": "Sari Wulandari",
        "Kutipan": "3",
        "Tanggal": "1 Juni 2025",
    }
    assert isinstance(made.blocks[0], TableOfContents)
