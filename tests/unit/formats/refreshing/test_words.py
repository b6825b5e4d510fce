"""The same words are the same however a program has saved them."""

from __future__ import annotations

import pytest

from makna.formats.refreshing.rawxml import R, W, scan
from makna.formats.refreshing.words import Words, read_words


def words(inside: str, notes: str = "") -> Words:
    namespaces = f'xmlns:w="{W}" xmlns:r="{R}"'
    root = scan(f"<w:body {namespaces}>{inside}</w:body>".encode(), "x", "x")
    found = scan(f"<w:footnotes {namespaces}>{notes}</w:footnotes>".encode(), "x", "x")
    return read_words(root.children, {node.get("id"): node for node in found.children})


def run(text: str, looks: str = "") -> str:
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


LANGUAGE = "<w:lang w:val='id-ID'/>"
DELETED = "<w:del w:id='1'><w:r><w:delText>keluhan</w:delText></w:r></w:del>"
PLAIN = f"<w:p>{run('Setiap keluhan')}</w:p>"


@pytest.mark.parametrize(
    "same",
    [
        f"<w:p>{run('Setiap ')}<w:proofErr w:type='spellStart'/>{run('keluhan')}</w:p>",
        f"<w:p>{run('Setiap', LANGUAGE)}{run(' keluhan')}</w:p>",
        f"<w:p><w:bookmarkStart w:id='1' w:name='x'/>{run('Setiap keluhan ')}</w:p>",
        f"<w:p>{run('Setiap')}<w:r><w:br/></w:r>{run('keluhan')}</w:p>",
        f"<w:p>{run('Setiap', '<w:b w:val=`0`/>'.replace('`', chr(39)))}{run(' keluhan')}</w:p>",
        f"<w:p>{run('Setiap')}{run(' ', '<w:b/>')}{run('keluhan')}</w:p>",
    ],
)
def test_other_runs_are_the_same_words(same: str) -> None:
    assert words(same).looks_hash == words(PLAIN).looks_hash


@pytest.mark.parametrize(
    "other",
    [
        f"<w:p>{run('Setiap keluhan!')}</w:p>",
        f"<w:p>{run('Setiap ')}{run('keluhan', '<w:i/>')}</w:p>",
        f"<w:p>{run('Setiap ')}{DELETED}</w:p>",
    ],
)
def test_other_words_or_looks_are_an_edit(other: str) -> None:
    assert words(other).looks_hash != words(PLAIN).looks_hash


def test_a_caption_keeps_its_hash_when_word_renumbers_it() -> None:
    def caption(number: int) -> str:
        field = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> SEQ Tabel'
            '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            f'{run(str(number))}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )
        return f"<w:p>{run('Tabel ')}{field}{run(' Informan')}</w:p>"

    assert words(caption(1)).looks_hash == words(caption(4)).looks_hash
    assert words(caption(1)).text == "Tabel Informan"


def test_a_footnote_is_part_of_the_words() -> None:
    said = f'<w:p>{run("Setiap keluhan")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    mark = "<w:r><w:footnoteRef/></w:r>"
    note = f'<w:footnote w:id="2"><w:p>{mark}{run(" Wawancara")}</w:p></w:footnote>'
    assert words(said, note).text == "Setiap keluhan [Wawancara]"
    assert words(said, note).styles == ("",)
    assert words(said, note).text_hash != words(said, note.replace("Waw", "waw")).text_hash
