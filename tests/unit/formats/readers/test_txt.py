"""Plain texts in many encodings."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from makna.domain.document import ParsedDocument, fits
from makna.domain.errors import BadFile
from makna.domain.text import canonical
from makna.formats import ReadOptions
from makna.formats.registry import read_document

LONGER = 10 if settings().max_examples >= 1_000 else 1
"""In `dev.py fuzz` so many times more examples than usually."""

TALK = "Peneliti: “Apa kabar, Bu?” – Narasumber: Baik… 5½ ha, café.\r\nLalu kami pulang.\r\n"


def read(data: bytes, encoding: str = "") -> ParsedDocument:
    document = read_document(data, "uji.txt", ReadOptions(encoding=encoding))
    assert fits(document.text, document.layout)
    return document


@pytest.mark.parametrize(
    "encoding",
    [
        *("utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"),
        *("utf-32-le", "utf-32-be", "cp1252"),
    ],
)
def test_common_encodings_are_found(encoding: str) -> None:
    assert read(TALK.encode(encoding)).text == TALK.replace("\r\n", "\n")


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE])
def test_big_endian_marks_are_understood(mark: bytes) -> None:
    encoding = "utf-16-be" if len(mark) == 2 else "utf-32-be"
    assert read(mark + "kota".encode(encoding)).text == "kota"


def test_russian_in_windows_code_page_is_found_by_statistics() -> None:
    text = "Мы говорили о городе и о детях, которые живут в нём. " * 8
    assert read(text.encode("cp1251")).text == text


def test_a_guess_is_said_and_certainty_is_not() -> None:
    keys = [message.key for message in read("“kota”".encode("cp1252")).warnings]
    assert keys == ["txt_encoding_guessed"]
    assert read("“kota”".encode()).warnings == ()
    assert read(b"kota").warnings == ()


def test_the_encoding_that_the_user_names_is_used() -> None:
    assert read("Ünïcode".encode("cp850"), "cp850").text == "Ünïcode"


@pytest.mark.parametrize(
    ("encoding", "key"),
    [
        ("ascii", "txt_encoding_wrong"),
        ("tidak-ada", "txt_encoding_unknown"),
        ("rot13", "txt_encoding_unknown"),
        ("\0", "txt_encoding_unknown"),
    ],
)
def test_an_encoding_that_does_not_fit_has_a_reason(encoding: str, key: str) -> None:
    with pytest.raises(BadFile) as caught:
        read("é".encode(), encoding)
    assert caught.value.key == key


def test_a_utf8_file_cut_in_a_character_loses_only_that() -> None:
    document = read(("kafé " * 20).encode()[:-2])
    assert document.text == "kafé " * 19 + "kaf\ufffd"
    assert [message.key for message in document.warnings] == ["txt_bytes_lost"]


def test_a_few_zero_bytes_are_replaced_and_said() -> None:
    document = read(b"satu\0dua " + b"kata " * 30)
    assert document.text.startswith("satu\ufffddua")
    assert [message.key for message in document.warnings] == ["txt_nul_replaced"]


@pytest.mark.parametrize("data", [bytes(range(256)) * 9, bytes(1000), b"\x7fELF\2\1\1" + bytes(99)])
def test_binary_data_has_a_reason(data: bytes) -> None:
    with pytest.raises(BadFile) as caught:
        read(data)
    assert caught.value.key == "txt_binary"


def test_paragraph_separators_and_old_line_ends_become_line_feeds() -> None:
    assert read("a\rb\r\nc\u2029d\x1a".encode()).text == "a\nb\nc\nd"


def test_turns_are_found_unless_not_wanted() -> None:
    talk = b"Peneliti: Apa kabar?\nInforman: Baik.\n"
    assert [turn.speaker for turn in read(talk).turns] == ["Peneliti", "Informan"]
    assert read_document(talk, "a.txt", ReadOptions(find_turns=False)).turns == ()


@settings(max_examples=100 * LONGER, deadline=None)
@given(
    st.text(st.characters(codec="utf-8"), min_size=1),
    st.sampled_from(["utf-8", "utf-16", "utf-32"]),
)
def test_text_with_a_mark_or_in_utf8_comes_back_canonical(text: str, encoding: str) -> None:
    marked = ("\ufeff" + text).encode("utf-8") if encoding == "utf-8" else text.encode(encoding)
    try:
        document = read(marked)
    except BadFile as error:
        assert error.key == "file_empty"
    else:
        assert document.text == canonical(canonical("\ufeff" + text).removesuffix("\x1a"))
