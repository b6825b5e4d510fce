"""Subtitles as paragraphs with times."""

from __future__ import annotations

import pytest

from makna.domain.document import ParsedDocument, fits
from makna.domain.errors import BadFile
from makna.formats import ReadOptions
from makna.formats.registry import read_document


def read(source: str, name: str = "uji.srt") -> ParsedDocument:
    document = read_document(source.encode(), name)
    assert fits(document.text, document.layout)
    return document


def srt(*cues: tuple[str, str]) -> str:
    return "\n\n".join(f"{n}\n{time}\n{said}" for n, (time, said) in enumerate(cues, 1))


def test_cues_join_until_a_pause() -> None:
    document = read(
        srt(
            ("00:00:01,500 --> 00:00:03,000", "Kita mulai"),
            ("00:00:03,100 --> 00:00:05,000", "dari <b>taman</b>."),
            ("00:00:09,000 --> 00:00:11,000", "Lalu pasar."),
        )
    )
    assert document.text == "Kita mulai dari taman.\nLalu pasar."
    assert [(t.speaker, t.time_ms) for t in document.turns] == [("?", 1_500), ("?", 9_000)]
    assert document.layout[0].runs[0].bold


def test_sbv_and_vtt_are_told_by_content() -> None:
    sbv = "0:00:00.378,0:00:02.000\nsatu\n\n0:00:02.000,0:00:03.000\ndua"
    assert read(sbv, "a.txt").text == "satu dua"
    asides = "NOTE tidak\nini juga\n\nSTYLE\n::cue {}\n\n"
    vtt = f"WEBVTT - Rapat\n\n{asides}x\n00:01.000 --> 00:02.000\nya"
    assert read(vtt, "a").text == "ya"


def test_voices_are_speakers_and_not_text() -> None:
    document = read(
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v.loud Sari &amp; Co>Halo &lt;3</v>\n\n"
        "00:02.000 --> 00:03.000\n<v Budi>Ya\n<v Sari &amp; Co>Baik"
    )
    assert document.text == "Halo <3\nYa\nBaik"
    assert [turn.speaker for turn in document.turns] == ["Sari & Co", "Budi", "Sari & Co"]


def test_captions_that_roll_up_are_said_once() -> None:
    rolling = [
        ("00:00:00,000 --> 00:00:02,000", "satu dua"),
        ("00:00:02,000 --> 00:00:04,000", "satu dua\ntiga empat"),
        ("00:00:04,000 --> 00:00:06,000", "tiga empat\nlima"),
    ]
    assert read(srt(*rolling)).text == "satu dua tiga empat lima"


def test_a_word_said_twice_stays_in_other_subtitles() -> None:
    cues = [
        (f"00:00:0{n},000 --> 00:00:0{n},900", said) for n, said in enumerate("ya ya ah oh".split())
    ]
    assert read(srt(*cues)).text == "ya ya ah oh"


def test_numbers_that_are_said_are_kept() -> None:
    cues = srt(
        ("00:00:01,000 --> 00:00:02,000", "Berapa?\n17"), ("00:00:02,000 --> 00:00:03,000", "Ya")
    )
    assert read(cues).text == "Berapa? 17 Ya"


def test_a_long_paragraph_ends_with_its_sentence() -> None:
    cues = [
        (
            f"00:00:{n:02},000 --> 00:00:{n + 1:02},000",
            "Kalimat ini kira-kira empat puluh huruf saja.",
        )
        for n in range(20)
    ]
    assert max(map(len, read(srt(*cues)).text.split("\n"))) < 400


def test_names_before_colons_are_speakers() -> None:
    document = read(
        srt(
            ("00:00:01,000 --> 00:00:02,000", "Sari Dewi: Halo."),
            ("00:00:02,000 --> 00:00:03,000", "Rangga: Halo, Bu."),
            ("00:00:03,000 --> 00:00:04,000", "Sari Dewi: Kita mulai."),
            ("00:00:04,000 --> 00:00:05,000", "Dari mana saja."),
            ("00:00:05,000 --> 00:00:06,000", "Rangga: Baik."),
        )
    )
    assert document.text.split("\n")[2] == "Sari Dewi: Kita mulai. Dari mana saja."
    assert [turn.speaker for turn in document.turns] == [
        *("Sari Dewi", "Rangga", "Sari Dewi", "Rangga"),
    ]


def test_the_language_is_taken_from_the_head() -> None:
    source = "WEBVTT\nKind: captions\nLanguage: id\n\n00:01.000 --> 00:02.000\nya"
    assert read(source, "a.vtt").language == "id"


def test_turns_only_if_wanted() -> None:
    data = srt(("00:00:01,000 --> 00:00:02,000", "ya")).encode()
    assert read_document(data, "a.srt", ReadOptions(find_turns=False)).turns == ()


@pytest.mark.parametrize("source", ["WEBVTT\n", srt(("00:00:01,000 --> 00:00:02,000", "<i></i>"))])
def test_nothing_said_has_a_reason(source: str) -> None:
    with pytest.raises(BadFile) as caught:
        read(source, "a.vtt")
    assert caught.value.key == "file_empty"
