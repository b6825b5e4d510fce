"""Numbers and bullets of Word lists."""

from __future__ import annotations

from typing import Any

import pytest

from makna.formats.symbols import number


def item(text: str, num: int = 1, level: int = 0) -> str:
    listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    return f"<w:p><w:pPr>{listed}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def level(index: int, form: str, text: str, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(
    *levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
) -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}'


LEGAL = (level(0, "decimal", "%1."), level(1, "decimal", "%1.%2."), level(2, "lowerLetter", "%3)"))


def test_levels_count_on_and_deeper_ones_start_again(read_word: Any) -> None:
    body = item("a") + item("b", level=1) + item("c", level=1) + item("d") + item("e", level=1)
    got = read_word(body, numbering=numbering(*LEGAL))
    assert got.markers == ["1.", "1.1.", "1.2.", "2.", "2.1."]
    assert [block.level for block in got.document.layout] == [0, 1, 1, 0, 1]
    assert {block.style for block in got.document.layout} == {"list"}


def test_an_override_starts_a_new_count_and_a_twin_goes_on(read_word: Any) -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = item("a") + item("b", 2) + item("c", 3) + item("d", 3)
    assert read_word(body, numbering=numbering(*LEGAL, nums=nums)).markers == [
        *("1.", "2.", "1.", "2."),
    ]


def test_a_level_that_never_restarts_counts_through(read_word: Any) -> None:
    levels = (
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%2", more='<w:lvlRestart w:val="0"/>'),
    )
    body = item("a") + item("b", level=1) + item("c") + item("d", level=1)
    assert read_word(body, numbering=numbering(*levels)).markers == ["I.", "1", "II.", "2"]


@pytest.mark.parametrize(
    ("text", "font", "shown"),
    [
        ("\uf0b7", "Symbol", "•"),
        ("\uf0a7", "Wingdings", "▪"),
        ("o", "Courier New", "◦"),
        ("–", "", "–"),
    ],
)
def test_bullets_are_shown_in_unicode(read_word: Any, text: str, font: str, shown: str) -> None:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>'
    levels = level(0, "bullet", text).replace("</w:lvl>", fonts + "</w:lvl>")
    assert read_word(item("a"), numbering=numbering(levels)).markers == [shown]


def test_a_list_style_numbers_its_paragraphs(read_word: Any) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="List Number"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = '<w:p><w:pPr><w:pStyle w:val="L"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>'
    got = read_word(body, styles=styles, numbering=numbering(*LEGAL))
    assert got.blocks == [("list", "1.", "a")]


def test_number_zero_takes_a_paragraph_out_of_its_list(read_word: Any) -> None:
    assert read_word(item("a", 0), numbering=numbering(*LEGAL)).blocks == [("body", "", "a")]


def test_a_numbered_heading_stays_a_heading(read_word: Any) -> None:
    body = item("Pendahuluan").replace("<w:pPr>", '<w:pPr><w:outlineLvl w:val="0"/>')
    got = read_word(body, numbering=numbering(level(0, "upperRoman", "BAB %1")))
    assert got.blocks == [("heading-1", "BAB I", "Pendahuluan")]


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (28, "lowerLetter", "bb"),
        (1994, "upperRoman", "MCMXCIV"),
        (7, "decimalZero", "07"),
        (3, "none", ""),
        (5, "chicago", "5"),
        (-1, "lowerRoman", "-1"),
    ],
)
def test_number_formats(value: int, form: str, shown: str) -> None:
    assert number(value, form) == shown
