"""Which encoding a text without a mark is taken to be in."""

from __future__ import annotations

import pytest

from makna.formats.encoding import ENCODINGS, decode, is_text


@pytest.mark.parametrize(
    "text",
    [
        "l’école",
        "São Tomé",
        "É",
        "“Ä",
        "Nº 3 ½ ÷",
        "€ 5",
        "Curaçao ±",
        "Saya minum di Kafé “Batavia” – 30°C",
        "naïve résumé, that is what they said to us",
    ],
)
def test_a_short_windows_text_is_western_whatever_statistics_say(text: str) -> None:
    found, warnings = decode(text.encode("cp1252"), "a.txt")
    assert found == text
    assert dict(warnings[0].args)["encoding"] == "cp1252"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1250", "Příliš žluťoučký kůň úpěl ďábelské ódy. " * 8),
        ("cp1251", "Съешь же ещё этих мягких французских булок да выпей чаю."),
        ("gb18030", "我们今天去公园散步天气很好大家都很高兴"),
        ("koi8_r", "Здравствуйте, расскажите о вашей работе."),
        ("cp1256", "P: Apa arti مرحبا بكم menurut Bapak?\nN: Itu salam.\n"),
    ],
)
def test_a_text_in_another_script_is_still_told(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "a.txt")[0] == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text",
    [
        "采访者：你好。\n受访者：我在市政府工作。\n",
        "مرحبا بكم في المقابلة\n",
        "Здравствуйте, коллеги.\r\n",
    ],
)
def test_two_bytes_a_letter_are_told_without_a_mark_in_any_script(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "a.txt")[0] == text


def test_numbers_of_two_bytes_are_no_text() -> None:
    samples = b"".join((n * n % 60_000).to_bytes(2, "little") for n in range(2_000))
    assert not is_text(samples)
    assert not is_text(bytes(range(256)) * 8)


def test_many_quotation_marks_make_no_indonesian_text_foreign() -> None:
    text = "“Saya yang di sana,” kata dia, “dan ini °C.” " * 40
    assert decode(text.encode("cp1252"), "a.txt")[0] == text


def test_every_encoding_on_offer_is_one() -> None:
    for encoding in ENCODINGS:
        assert decode("Ya.".encode(encoding), "a.txt", encoding)[0] == "Ya."
