"""Names with degrees, and sentences with commas that are none."""

from __future__ import annotations

import time

import pytest

from makna.domain.document import plain_layout
from makna.domain.turn_names import is_name, plain_name
from makna.domain.turns import find_turns

TITLED = [
    "Budi, S.Sos.",
    "Budi Hartono, S.Sos",
    "Dr. Rina Wati, M.Si., Ph.D.",
    "H. Ahmad, S.H.",
    "Siti, S. Sos., M. I. Kom.",
    "Joko Susilo, SE, MM",
    "Maya, A.Md.Kom.",
    "Putri, S.Pd.I M.Pd",
    "Prof. Dr. H. Ahmad Budi Santoso, S.H., M.H.",
]


@pytest.mark.parametrize("name", TITLED)
@pytest.mark.parametrize("form", ["{}   0:03\n{}", "0:03 {}\n{}", "{} - {}", "{}\t{}", "{}\n{}"])
def test_a_name_with_degrees_is_one_speaker_in_every_form(name: str, form: str) -> None:
    said = ("Selamat pagi semua.", "Ya, begitu.", "Nah, 10.15 kami tiba.", "Di Bandung.")
    speakers = ["Peneliti", name] * 2
    text = "\n".join(form.format(*pair) for pair in zip(speakers, said, strict=True))
    found = find_turns(text, plain_layout(text))
    assert [turn.speaker for turn in found] == speakers
    assert [text[turn.start : turn.end].endswith(s) for turn, s in zip(found, said, strict=True)]


@pytest.mark.parametrize(
    "line",
    [
        *("Ya, begitu", "Nah, 10.15", "Jl. Merdeka, Bandung", "Bandung, Jl. Mawar", "Halo, Pak."),
        *("Saya, Sari Dewi", "Iya, Mas.", "Bekasi, Jawa Barat", "Budi, sarjana", "Ahad, 3 Mei"),
    ],
)
def test_a_sentence_with_a_comma_is_no_speaker(line: str) -> None:
    talk = f"Sari   0:03\nBaik.\n{line}\n\nBudi   0:10\n{line}\nTerus.\n\nSari   0:21\n{line}"
    found = find_turns(talk, plain_layout(talk))
    assert [turn.speaker for turn in found] == ["Sari", "Budi", "Sari"]
    twice = f"{line} - satu\nSari - dua\n{line} - tiga\nSari - empat"
    assert line not in [turn.speaker for turn in find_turns(twice, plain_layout(twice))]


def test_the_name_before_the_degrees() -> None:
    assert [plain_name(name).split()[-1] for name in TITLED] == [
        *("Budi", "Hartono", "Wati", "Ahmad", "Siti", "Susilo", "Maya", "Putri", "Santoso"),
    ]
    assert plain_name("Jl. Merdeka, Bandung") == "Jl. Merdeka, Bandung"
    assert is_name("Prof. Rina Dewi Wati Sari, S.I.Kom., M.I.Kom.")


@pytest.mark.parametrize(
    "line",
    [
        *("Sari Dewi started transcription", "Sari Dewi stopped transcription"),
        *("Sari Dewi memulai transkripsi", "Budi, S.Sos menghentikan perekaman", "Sari stopped "),
        *("Transcribed by https://otter.ai", "Meeting ended after 00:05:10 👋"),
    ],
)
def test_lines_of_the_program_are_nobodys_words(line: str) -> None:
    line = line + "recording" if line.endswith(" ") else line
    text = f"{line}\n\nSari   0:03\nPagi.\n\nBudi   0:09\nPagi.\nLagi.\n\n{line}"
    found = find_turns(text, plain_layout(text))
    assert [text[turn.start : turn.end] for turn in found] == [
        *("Sari   0:03\nPagi.", "Budi   0:09\nPagi.\nLagi."),
    ]


def test_who_says_that_a_recording_began_says_it() -> None:
    text = "P: Apa?\nN: Begini.\nHumas memulai transkripsi pidato tahun lalu.\nP: Lalu?\nN: Ya."
    found = find_turns(text, plain_layout(text))
    assert "tahun lalu" in text[found[1].start : found[1].end]


def test_a_row_of_initials_takes_no_time() -> None:
    text = "\n".join(["Budi, " + "S. " * 60 + "!"] * 5)
    began = time.thread_time()
    assert find_turns(text, plain_layout(text)) == ()
    assert time.thread_time() - began < 1
