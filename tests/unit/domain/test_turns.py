"""Who speaks when, by marks at the start of paragraphs."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makna.domain.document import Block, plain_layout
from makna.domain.turns import find_turns, mark_length


def turns(text: str) -> list[tuple[str, str]]:
    """Speaker and text of each turn."""
    return [(t.speaker, text[t.start : t.end]) for t in find_turns(text, plain_layout(text))]


def speakers(text: str) -> list[str]:
    return [speaker for speaker, _ in turns(text)]


def test_a_turn_runs_to_the_next_mark() -> None:
    text = "Peneliti: Apa?\n\nInforman: Ini.\nDan itu.\n\nPeneliti: Baik."
    assert turns(text) == [
        ("Peneliti", "Peneliti: Apa?"),
        ("Informan", "Informan: Ini.\nDan itu."),
        ("Peneliti", "Peneliti: Baik."),
    ]


@pytest.mark.parametrize(
    ("mark", "speaker", "time_ms"),
    [
        ("[00:03:12] Ibu Sari:", "Ibu Sari", 192_000),
        ("Ibu Sari (0:12):", "Ibu Sari", 12_000),
        ("00:03:12 Ibu Sari:", "Ibu Sari", 192_000),
        ("(3:12) Ibu Sari :", "Ibu Sari", 192_000),
        ("[01.02.03] Ibu Sari:", "Ibu Sari", 3_723_000),
        ("Ibu Sari: [00:00:01.5]", "Ibu Sari", 1_500),
        ("I1:", "I1", None),
        ("Dr. H. Joko, M.Si:", "Dr. H. Joko, M.Si", None),
        ("P:", "P", None),
        ("\tNarasumber 2:\t", "Narasumber 2", None),
    ],
)
def test_forms_of_marks(mark: str, speaker: str, time_ms: int | None) -> None:
    line = f"{mark} Kami memulai dari sekolah."
    text = f"{line}\nPeneliti: Lalu?\n{line}"
    found = find_turns(text, plain_layout(text))
    assert [(t.speaker, t.time_ms) for t in found] == [
        *((speaker, time_ms), ("Peneliti", None), (speaker, time_ms)),
    ]
    assert line[mark_length(line) :] == "Kami memulai dari sekolah."


def test_the_head_of_a_transcript_has_no_turn() -> None:
    head = (
        "Transkrip wawancara 1\nNarasumber: Ibu Sari\nJabatan: Kepala Bidang\nLokasi: Metro\n"
        "Tanggal: 12 Maret 2024\nWaktu: 10.15\n\n"
    )
    text = head + "Peneliti: Selamat pagi.\nNarasumber: Pagi.\nPeneliti: Boleh mulai?"
    assert speakers(text) == ["Peneliti", "Narasumber", "Peneliti"]
    assert find_turns(text, plain_layout(text))[0].start == len(head)


def test_a_legend_before_the_talk_is_not_a_turn() -> None:
    text = "P: Peneliti\nN: Narasumber\n\nP: Apa kabar?\nN: Baik.\nP: Syukurlah."
    assert [said for _, said in turns(text)] == ["P: Apa kabar?", "N: Baik.", "P: Syukurlah."]


def test_names_without_a_fact_in_the_head_are_not_turns() -> None:
    text = "Narasumber: Ibu Sari\n\nPeneliti: Apa?\nIbu Sari: Ini.\nPeneliti: Ya.\nIbu Sari: Itu."
    assert speakers(text) == ["Peneliti", "Ibu Sari", "Peneliti", "Ibu Sari"]


@pytest.mark.parametrize(
    "text",
    [
        "Catatan: hujan.\nCatatan: macet.\nCatatan: sepi.",
        "Pukul 10.15: mulai.\nPukul 11.00: selesai.\nPukul 12: makan.",
        "https://metrokota.go.id\nhttps://jakarta.go.id",
        "Sumber: olahan peneliti, 2023\nTabel.\nSumber: olahan peneliti, 2024",
        "Ada tiga hal: a, b, dan c.\nAda tiga hal: d, e, dan f. Selesai.",
        "10:15 mulai\n10:20 selesai",
        "Ani: sekali saja.\nLalu tidak ada lagi.",
        "Kami melihat berikut ini hasil yang sangat panjang sekali: satu\n" * 3,
        "",
        ":",
    ],
)
def test_what_is_not_speech(text: str) -> None:
    assert speakers(text) == []


def test_a_report_with_two_stray_labels_is_not_a_dialogue() -> None:
    filler = "\n".join(["Paragraf biasa tanpa pembicara."] * 60)
    assert speakers(f"Humas: tugasnya.\n{filler}\nHumas: fungsinya.\n{filler}\nDinas: x") == []


def test_notes_inside_a_talk_belong_to_the_turn() -> None:
    text = "Peneliti: Apa?\nInforman: Ini.\nCatatan: ia diam sejenak.\nPeneliti: Ya."
    assert turns(text)[1] == ("Informan", "Informan: Ini.\nCatatan: ia diam sejenak.")


def test_somebody_who_speaks_once_is_heard() -> None:
    text = "Peneliti: Apa?\nIbu Sari: Ini.\nAnak Kecil Lewat: Halo!\nPeneliti: Ya.\nIbu Sari: Itu."
    assert speakers(text) == ["Peneliti", "Ibu Sari", "Anak Kecil Lewat", "Peneliti", "Ibu Sari"]


def test_the_first_spelling_names_the_speaker() -> None:
    assert speakers("PENELITI: Apa?\nSari: Ini.\nPeneliti: Ya.\nSARI: Itu.") == [
        *("PENELITI", "Sari", "PENELITI", "Sari"),
    ]


def test_a_footnote_or_heading_ends_a_turn() -> None:
    text = "Peneliti: Apa?\nInforman: Ini.\nBagian dua\nlanjutan\ncatatan kaki"
    styles = ("body", "body", "heading-2", "body", "footnote")
    layout = tuple(
        Block(len(line), style) for line, style in zip(text.split("\n"), styles, strict=True)
    )
    last = find_turns(text, layout)[-1]
    assert text[last.start : last.end] == "Informan: Ini."


def test_a_table_of_values_is_not_a_talk() -> None:
    rows = ["Ya\t5", "Tidak\t3", "Ya\t7", "Tidak\t1"]
    layout = tuple(Block(len(row), "table-row") for row in rows)
    assert find_turns("\n".join(rows), layout) == ()


def test_a_table_of_informants_is_not_a_talk() -> None:
    rows = ["Nama\tJabatan di dinas", "Sari Dewi\tKepala bidang humas", "Budi Raharjo\tStaf humas"]
    layout = tuple(Block(len(row), "table-row") for row in rows)
    assert find_turns("\n".join(rows), layout) == ()


def test_the_mark_of_a_row_is_its_first_cell() -> None:
    assert mark_length("Peneliti\tApa kabar?", "table-row") == len("Peneliti\t")
    assert mark_length("Kami pulang.") == 0


LINES = st.lists(
    st.tuples(
        st.sampled_from(["Peneliti: ", "Sari: ", "[0:12] P: ", "", "Lokasi: ", "A\t"]),
        st.text("ab :\t\u2028.?", max_size=12),
        st.sampled_from(["body", "table-row", "heading-1", "footnote"]),
    ),
    min_size=1,
    max_size=14,
)


@given(LINES)
def test_turns_are_ordered_whole_paragraphs(lines: list[tuple[str, str, str]]) -> None:
    paragraphs = [mark + said for mark, said, _ in lines]
    text = "\n".join(paragraphs)
    layout = tuple(Block(len(p), s) for p, (_, _, s) in zip(paragraphs, lines, strict=True))
    found = find_turns(text, layout)
    for turn in found:
        assert turn.start == 0 or text[turn.start - 1] == "\n"
        assert turn.end == len(text) or text[turn.end] == "\n"
        assert turn.speaker
    assert all(a.end < b.start for a, b in itertools.pairwise(found))
