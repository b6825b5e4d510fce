"""Forms of marks other than `X:`, and what only looks like them."""

from __future__ import annotations

from pathlib import Path

import pytest

from makna.domain.document import Block, Run, plain_layout
from makna.domain.turn_marks import COLON, LOOSE, Form, mark_of, signs_in
from makna.domain.turns import find_turns, mark_length

TRANSCRIPTS = Path(__file__).parents[2] / "transcripts"
TALK = ("Apa kabar?", "Baik, terima kasih.", "Boleh mulai?", "Silakan saja.")


def speakers(text: str) -> list[str]:
    return [turn.speaker for turn in find_turns(text, plain_layout(text))]


def talk(form: str, first: str = "Peneliti", second: str = "Sari Dewi") -> str:
    names = (first, second, first, second)
    pairs = zip(names, TALK, strict=True)
    return "\n".join(form.format(name=name, said=said) for name, said in pairs)


@pytest.mark.parametrize(
    "form",
    [
        *("{name}: {said}", "{name} : {said}", "{name}:\t{said}", "[{name}] {said}"),
        *("[{name}]: {said}", "<{name}> {said}", "{name} - {said}", "{name} – {said}"),
        *("{name}-\t{said}", "{name}\t{said}", "{name}\n{said}\n", "{name}:\n{said}"),
        *("{name} 0:12\n{said}", "{name}  00:00:12\u2028{said}", "[{name}] 10:15:32\n{said}"),
        *("0:12 {name}\n{said}", "(0:12) {name}\n{said}", "{name} | 00:12\n{said}"),
        *("[00:00:12] {name}: {said}", "{name} (0:12): {said}", "0:12 - {name}: {said}"),
        "0:0:1.0 --> 0:0:3.27\u2028{name}\u2028{said}",
    ],
)
def test_each_form_is_found_and_its_mark_measured(form: str) -> None:
    text = talk(form)
    found = find_turns(text, plain_layout(text))
    assert [turn.speaker for turn in found] == ["Peneliti", "Sari Dewi"] * 2
    for turn, said in zip(found, TALK, strict=True):
        words = text[turn.start : turn.end]
        assert words.endswith(said)
        paragraph = words.split("\n")[0]
        rest = paragraph[mark_length(paragraph, speaker=turn.speaker) :]
        assert rest in ("", said) or "-->" in paragraph


@pytest.mark.parametrize("form", ["{name}. {said}", "{name}) {said}"])
def test_letters_and_a_stop_are_speakers(form: str) -> None:
    assert speakers(talk(form, "P", "N")) == ["P", "N", "P", "N"]


def test_bold_names_are_speakers() -> None:
    lines = ["Ani Saya setuju.", "Budi Saya tidak.", "Ani Mengapa?", "Budi Mahal."]
    layout = tuple(
        Block(len(line), runs=(Run(0, len(line.split()[0]), bold=True),)) for line in lines
    )
    found = find_turns("\n".join(lines), layout)
    assert [turn.speaker for turn in found] == ["Ani", "Budi", "Ani", "Budi"]
    assert mark_length(lines[0], speaker="Ani") == 4


def test_bold_lead_ins_are_not_speakers() -> None:
    lines = ["Metode Wawancara dipakai.", "Hasil Tiga tema.", "Simpulan Ada dua.", "Saran Satu."]
    layout = tuple(
        Block(len(line), runs=(Run(0, len(line.split()[0]), bold=True),)) for line in lines
    )
    assert find_turns("\n".join(lines), layout) == ()


def test_marks_of_several_forms_are_one_talk() -> None:
    text = "P: Apa?\nN: Ini.\nP. Lalu?\nN - Itu.\n[P] Ya?\nN: Ya."
    assert speakers(text) == ["P", "N"] * 3


def test_a_time_alone_belongs_to_the_turn_after_it() -> None:
    text = "[00:00:05]\nP: Apa?\n\n00:00:09\nN: Ini.\nlagi\n(0:15)\nP: Ya."
    found = find_turns(text, plain_layout(text))
    assert [turn.time_ms for turn in found] == [5_000, 9_000, 15_000]
    assert [text[turn.start : turn.end] for turn in found] == ["P: Apa?", "N: Ini.\nlagi", "P: Ya."]


def test_notes_in_brackets_are_not_speakers() -> None:
    text = "[P] Apa?\n[tertawa] [N] apa\n[N] Ini.\n[jeda] lalu\n[P] Ya?\n[tertawa] iya\n[N] Itu."
    assert speakers(text) == ["P", "N", "P", "N"]


@pytest.mark.parametrize(
    "text",
    [
        "A. Pendahuluan\nisi\nB. Metode\nisi\nC. Hasil\nisi\nD. Penutup",
        "1. Apa?\nA. Ya\nB. Tidak\nC. Ragu\n2. Siapa?\nA. Ia\nB. Kamu\nC. Aku",
        "I. Satu\nII. Dua\nIII. Tiga",
        "1. Pertanyaan\n2. Pertanyaan\n3. Jawaban\n4. Jawaban",
        "JAKARTA - Wali kota meresmikan taman.\nBOGOR - Hujan turun.\nJAKARTA - Macet lagi.",
        "Senin - Jumat buka\nSabtu - Minggu tutup\nSenin - Jumat lagi\nSabtu - Minggu lagi",
        "Nama\tJumlah\nYa\t5\nTidak\t3\nYa\t7",
        "Ratna Puspita\nKepala Bidang\nDimas Anggara\nAdmin\nHana\nWartawan",
        "Contoh: satu\nContoh: dua\nFor example: three\nFor example: four",
        "Usage: a b\nReturns: c d\nUsage: e f\nReturns: g h",
        "Hasil wawancara [1] menunjukkan\n[1] Sari 2020\n[2] Budi 2021",
        "[Gambar 1] Taman\n[Gambar 2] Pasar\n[Tabel 1] Angka",
        "Kota kecil – ramai sekali.\nKota besar – sepi sekali.\nDesa – tenang.",
        "- Pertama\n- Kedua\n- Ketiga",
        "https://a.example: satu\nhttps://b.example: dua",
        "Pukul 10.15: mulai\nPukul 11.00: selesai\nCatatan: hujan\nCatatan: reda",
    ],
)
def test_what_only_looks_like_marks(text: str) -> None:
    assert speakers(text) == []


def test_long_prose_with_names_at_line_starts_is_no_talk() -> None:
    lines = ["Sari Dewi", "berjalan ke pasar setiap pagi"] + ["Kalimat biasa tanpa tanda."] * 40
    assert speakers("\n".join([*lines, "Sari Dewi", "pulang"])) == []


def test_a_mark_is_measured_after_its_speaker_was_renamed() -> None:
    assert mark_length("P: Apa?", speaker="Bu Ratna") == 3
    assert mark_length("[N1] Apa?", speaker="Bu Ratna") == 5
    assert mark_length("[tertawa] Apa?", speaker="Bu Ratna") == 0
    assert mark_length("Ratnawati pulang.", speaker="Ratna") == 0


@pytest.mark.parametrize("form", [COLON, *LOOSE], ids=lambda form: form.name)
def test_signs_are_among_the_first_characters_of_every_mark(form: Form) -> None:
    """Marks are looked for only where a sign of their form stands: none may be passed by."""
    lines = {
        line
        for path in TRANSCRIPTS.glob("*.txt")
        for line in path.read_text(encoding="utf-8").split("\n")
    }
    marked = [line for line in lines if mark_of(form, 0, line) is not None]

    assert marked
    assert not [line for line in marked if form.signs.isdisjoint(signs_in(line))]
