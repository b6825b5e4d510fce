"""Whatever is not a control of Makna stays byte for byte, however the file was saved."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from makna.domain.errors import BadFile

FILES = Path(__file__).parents[3] / "files"
PROOF = '<w:proofErr w:type="spellStart"/>'
WORDS_OWN = (
    f'<w:p w:rsidR="00A1" w:rsidRDefault="00B2">{PROOF}<w:r w:rsidRPr="00C3"><w:t>Menu</w:t></w:r>'
    '<w:r><w:t>rut saya</w:t></w:r><w:proofErr w:type="spellEnd"/></w:p>',
    '<w:p><w:ins w:id="901" w:author="P" w:date="2026-11-01T00:00:00Z"><w:r><w:t>baru</w:t></w:r>'
    '</w:ins><w:del w:id="902" w:author="P" w:date="2026-11-01T00:00:00Z"><w:r><w:delText>lama'
    "</w:delText></w:r></w:del></w:p>",
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    '<w:p><w:bookmarkStart w:id="903" w:name="_Ref1"/><w:r><w:t>x</w:t></w:r>'
    '<w:bookmarkEnd w:id="903"/></w:p>',
    '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="900"/>'
    "</w:tblGrid><w:tr><w:tc><w:tcPr/><w:p/></w:tc></w:tr></w:tbl><w:p/>",
    "<!-- komentar & <tanda> --><w:p>\r\n  <w:r>\r\n<w:t>a&#233;&lt;b</w:t></w:r></w:p>",
    '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-'
    'compatibility/2006"><mc:Choice Requires="wps"><w:drawing/></mc:Choice>'
    "<mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r></w:p>",
    '<w:sdt><w:sdtPr><w:tag w:val="zotero"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Z</w:t></w:r>'
    "</w:p></w:sdtContent></w:sdt>",
    "<w:p><w:r><w:t><![CDATA[<w:r> & ]]></w:t></w:r></w:p>",
)


def check(kit: Any, before: bytes, after: bytes) -> None:
    """The author's bytes are the same, and untouched members lie in the zip as they lay."""
    theirs, now = kit.outside(before), kit.outside(after)
    for name, content in theirs.items():
        assert now[name] == content, name
    raw, raw_now = kit.raw_members(before), kit.raw_members(after)
    same = [name for name in raw if kit.member(before, name) == kit.member(after, name)]
    assert all(raw[name] == raw_now[name] for name in same)
    assert {"word/styles.xml", "docProps/core.xml", "word/theme/theme1.xml"} <= set(same)


def worked_on(kit: Any, own: tuple[str, ...] = WORDS_OWN) -> bytes:
    """The exported chapter with the author's work between its controls."""

    def between(text: str) -> str:
        head, *rest = text.split("<w:sdt>")
        mine = (own[index % len(own)] for index in range(len(rest)))
        pieces = ["<w:sdt>" + piece for piece in rest]
        return head + "".join(
            piece if "“pendek" in piece else extra + piece
            for extra, piece in zip(mine, pieces, strict=True)
        )

    return kit.edited(kit.bench.exported(), between)


def later(kit: Any) -> tuple[Any, ...]:
    """Every kind of change at once."""
    first, second = kit.sections
    quick, short = first.quotations
    return (
        first.but(
            title="Kepercayaan",
            introduction="Bagian ini berubah.",
            points=("satu", "dua", "tiga"),
            quotations=(
                replace(quick, bold="Admin harus menjawab."),
                replace(short, note="Wawancara, 2026."),
                kit.Quotation(9, "Baru. ", note="Catatan baru."),
            ),
        ),
        second.but(quotations=()),
        kit.Section(8, "Bagian baru", (kit.Quotation(80, "“delapan”", inline=True),)),
    )


def test_a_file_with_words_own_habits(kit: Any, problems: Callable[[Path], list[str]]) -> None:
    before = worked_on(kit)
    check(kit, before, kit.bench.after(before, later(kit)))


def test_a_byte_order_mark_line_ends_and_single_quotes(kit: Any) -> None:
    def odd(text: str) -> str:
        text = text[text.index("<w:document") :]
        text = text.replace('w:val="MaknaBody"', "w:val = 'MaknaBody'")
        return f"\ufeff<?xml version=\"1.0\" encoding='utf-8'?>\r\n{text}\r\n"

    before = kit.edited(worked_on(kit), odd)
    check(kit, before, kit.bench.after(before, later(kit)))


def test_a_file_whose_namespaces_have_other_prefixes(kit: Any) -> None:
    def renamed(text: str) -> str:
        text = re.sub(r"<(/?)w:", r"<\1x:", text).replace("xmlns:w=", "xmlns:x=")
        text = re.sub(r' w:([A-Za-z]+="[^"]*")', r" x:\1", text)
        return text.replace('xmlns:r="', 'xmlns:rel="').replace(" r:id=", " rel:id=")

    before = kit.edited(kit.bench.exported(), renamed)
    first = later(kit)[0]
    after = kit.part(kit.bench.after(before, (first, *kit.sections[1:])))
    assert "Admin harus menjawab." in after
    assert '<w:p xmlns:w="' in after
    assert "<x:p><x:pPr><x:pStyle" in after


def test_a_file_saved_by_libreoffice(kit: Any, problems: Callable[[Path], list[str]]) -> None:
    """With tracked changes, a field, footnotes and a picture; LibreOffice drops every tag."""
    before = (FILES / "chapter-libreoffice.docx").read_bytes()
    assert kit.bench.refreshed(before, kit.sections).data is None
    first, second = kit.sections
    quick, short = first.quotations
    told = replace(quick, bold="Admin harus menjawab.")
    new = kit.Quotation(9, "Baru. ")
    after = kit.bench.after(before, (first.but(quotations=(told, short, new)), second))
    theirs = kit.part(before)
    start = theirs.rindex("<w:sdt>", 0, theirs.index("Setiap keluhan"))
    replaced = theirs[start : theirs.index("</w:sdt>", start) + 8]
    now = kit.outside(after)
    assert now["word/document.xml"].decode() == theirs.replace(replaced, "")
    lines = kit.words(after).split("\n")
    assert "Setiap keluhan kami baca. Admin harus menjawab.(I1, baris 3)" in lines
    assert lines[lines.index("Baru. (I1, baris 3)") + 1] == "Demikianlah."
    others = set(kit.outside(before)) - {"word/document.xml"}
    assert all(now[name] == kit.outside(before)[name] for name in others)


def test_every_kind_of_change_in_a_file_saved_by_libreoffice(kit: Any) -> None:
    before = (FILES / "chapter-libreoffice.docx").read_bytes()
    after = kit.bench.after(before, later(kit))
    lines = kit.words(after).split("\n")
    assert "Seorang informan berkata singkat: “pendek saja” (I1)" in lines
    assert "Menurut saya, kata baru begitu (halaman 1)." in lines
    assert "Wawancara, 2026." in kit.part(after, "word/footnotes.xml")
    assert "Catatan penulis." in kit.part(after, "word/footnotes.xml")
    kept = re.findall(
        "<w:ins .*?</w:ins><w:del .*?</w:del>|<w:drawing>.*?</w:drawing>", kit.part(before)
    )
    assert len(kept) == 2
    assert all(each in kit.part(after) for each in kept)


def test_an_edit_made_in_libreoffice_is_not_overwritten(kit: Any) -> None:
    saved = (FILES / "chapter-libreoffice.docx").read_bytes()
    before = kit.edited(saved, kit.swap("Setiap keluhan", "Tiap keluhan"))
    after = kit.bench.after(before, later(kit))
    assert "Tiap keluhan kami baca. Admin wajib menjawab.(I1, baris 3)" in kit.words(after)
    assert "Admin harus menjawab." in kit.part(after, "word/comments.xml")


def test_a_part_that_is_not_utf_8_is_refused(kit: Any) -> None:
    data = kit.bench.exported()
    wide = kit.part(data).replace("UTF-8", "UTF-16").encode("utf-16")
    with pytest.raises(BadFile) as caught:
        kit.bench.refreshed(kit.with_member(data, "word/document.xml", wide), kit.sections)
    assert caught.value.key == "refresh_encoding"


quotations = st.lists(
    st.tuples(st.integers(1, 9), st.sampled_from(["a ", "b & c ", "“d” "]), st.booleans()),
    unique_by=lambda quotation: quotation[0],
    max_size=4,
)
chapters = st.lists(
    st.tuples(st.integers(1, 4), st.sampled_from(["Satu", "Dua <b>"]), quotations, st.booleans()),
    unique_by=lambda section: section[0],
    min_size=1,
    max_size=4,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    then=chapters,
    own=st.lists(st.sampled_from(WORDS_OWN), min_size=1, max_size=5),
    edit=st.booleans(),
)
def test_whatever_changes_in_the_project_the_authors_bytes_stay(
    kit: Any, then: list[Any], own: list[str], edit: bool
) -> None:
    before = worked_on(kit, tuple(own))
    if edit:
        before = kit.edited(before, kit.swap("Setiap keluhan", "Tiap keluhan"))
    sections = tuple(
        kit.Section(
            *(code, title),
            tuple(kit.Quotation(p, text, inline=line) for p, text, line in said),
            closing="Penutup." if closing else "",
        )
        for code, title, said, closing in then
    )
    after = kit.bench.refreshed(before, sections).data or before
    check(kit, before, after)
    assert kit.bench.refreshed(after, sections).data is None
    with zipfile.ZipFile(kit.bench.saved(after)) as archive:
        assert archive.testzip() is None
