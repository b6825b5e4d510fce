"""Controls that the author moved to where texts do not usually stand, or put something into."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from makna.domain.refreshing import Action

MAIN, HEADER = "word/document.xml", "word/header1.xml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
NEW, OLD = "Admin harus menjawab.", "Admin wajib menjawab."
FIRST_RUN = '<w:r><w:t xml:space="preserve">Setiap keluhan kami baca. '


@pytest.fixture
def changed(kit: Any) -> tuple[Any, ...]:
    """The chapter after its first passage was corrected."""
    first, second = kit.sections
    quick, short = first.quotations
    return first.but(quotations=(replace(quick, bold=NEW), short)), second


def taken(kit: Any, tag: str, text: str) -> tuple[str, str]:
    """The control of a tag, and the text without it."""
    start = text.rindex("<w:sdt>", 0, text.index(tag))
    end = text.index("</w:sdt>", start) + 8
    return text[start:end], text[:start] + text[end:]


def in_header(kit: Any, data: bytes, passage: int = 1) -> bytes:
    """The file with a control that was dragged into the header of its only section."""
    control, rest = taken(kit, kit.tag("q", 1, passage), kit.part(data))
    if control.startswith("<w:sdt>") and passage == 2:
        control = f"<w:p>{control}</w:p>"
    rest = re.sub(
        r"(<w:sectPr[^>]*>)",
        rf'\1<w:headerReference xmlns:r="{OFFICE}" w:type="default" r:id="rIdHead"/>',
        re.sub("<w:headerReference[^>]*/>", "", rest),
    )
    data = kit.with_member(data, MAIN, rest.encode())
    header = f'<w:hdr xmlns:w="{W}">{control}<w:p/></w:hdr>'
    data = kit.with_member(data, HEADER, header.encode())
    relation = f'<Relationship Id="rIdHead" Type="{OFFICE}/header" Target="header1.xml"/>'
    data = kit.edited(
        data,
        kit.swap("</Relationships>", f"{relation}</Relationships>"),
        "word/_rels/document.xml.rels",
    )
    override = f'<Override PartName="/{HEADER}" ContentType="{TYPE}"/></Types>'
    return kit.edited(data, kit.swap("</Types>", override), "[Content_Types].xml")


def boxed(inside: str) -> str:
    """A text box as Word writes it: once for now, once for programs of 2007."""
    choice = f"<w:txbxContent>{inside}</w:txbxContent>"
    wps = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    return (
        f'<w:p><w:r><mc:AlternateContent xmlns:mc="{mc}"><mc:Choice xmlns:wps="{wps}"'
        f' Requires="wps"><w:drawing><wps:wsp><wps:txbx>{choice}</wps:txbx></wps:wsp></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict>{choice}</w:pict></mc:Fallback></mc:AlternateContent>"
        "</w:r></w:p>"
    )


def test_a_control_in_a_header_is_updated_there(
    kit: Any, changed: tuple[Any, ...], problems: Callable[[Path], list[str]]
) -> None:
    mine = in_header(kit, kit.bench.exported())
    outcome = kit.bench.refreshed(mine, changed)
    assert outcome.deleted == 0
    after = kit.bench.after(mine, changed)
    assert NEW in kit.part(after, HEADER) and OLD not in kit.part(after, HEADER)
    assert NEW not in kit.part(after)
    assert problems(kit.bench.saved(after)) == []


def test_about_an_edited_control_in_a_header_it_is_said_and_nothing_is_damaged(
    kit: Any, changed: tuple[Any, ...]
) -> None:
    mine = kit.edited(
        in_header(kit, kit.bench.exported()), kit.swap("Setiap keluhan", "Tiap keluhan"), HEADER
    )
    outcome = kit.bench.refreshed(mine, changed)
    assert outcome.mute == (kit.tag("q", 1, 1),)
    assert kit.part(outcome.data, HEADER) == kit.part(mine, HEADER)
    assert kit.bench.refreshed(outcome.data, changed).data is None


def test_a_footnote_cannot_stand_in_a_header_so_the_control_is_left_and_named(kit: Any) -> None:
    """The words alone would have lost the reference that stood in the note."""
    first, second = kit.sections
    quick, short = first.quotations
    renoted = first.but(quotations=(quick, replace(short, text="“pendek sekali”")))
    mine = in_header(kit, kit.bench.exported(), 2)
    outcome = kit.bench.refreshed(mine, (renoted, second))
    assert outcome.mute == (kit.tag("q", 1, 2),)
    assert "“pendek saja”" in kit.part(outcome.data, HEADER)


def test_in_a_text_box_both_versions_of_the_words_are_updated(
    kit: Any, changed: tuple[Any, ...]
) -> None:
    def into_box(text: str) -> str:
        control, rest = taken(kit, kit.tag("q", 1, 1), text)
        return rest.replace("<w:sectPr", boxed(control) + "<w:sectPr", 1)

    after = kit.part(kit.bench.after(kit.edited(kit.bench.exported(), into_box), changed))
    assert after.count(NEW) == 2 and OLD not in after
    assert after.index(NEW) < after.index("<mc:Fallback>") < after.rindex(NEW)


@pytest.mark.parametrize(
    "extra",
    [
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> XE "Admin" </w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
        '<w:fldSimple w:instr=" REF _Ref1 "><w:r><w:t>Tabel 1</w:t></w:r></w:fldSimple>',
        '<w:r><w:br w:type="page"/></w:r>',
        '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>'
        "x</m:t></m:r></m:oMath>",
    ],
    ids=["index entry", "cross reference", "page break", "formula"],
)
def test_what_the_author_put_in_unseen_is_not_overwritten(
    kit: Any, changed: tuple[Any, ...], extra: str
) -> None:
    mine = kit.edited(kit.bench.exported(), kit.swap(FIRST_RUN, extra + FIRST_RUN))
    outcome = kit.bench.refreshed(mine, changed)
    assert [d.edited for d in outcome.done if d.action is Action.TELL] == [True]
    assert extra in kit.part(outcome.data)


def test_black_by_hand_and_white_behind_are_no_edit(kit: Any, changed: tuple[Any, ...]) -> None:
    black = FIRST_RUN.replace(
        "<w:r>",
        '<w:r><w:rPr><w:color w:val="000000"/><w:shd w:val="clear" w:fill="FFFFFF"/></w:rPr>',
    )
    mine = kit.edited(kit.bench.exported(), kit.swap(FIRST_RUN, black))
    assert NEW in kit.words(kit.bench.after(mine, changed))


def test_a_control_whose_deletion_is_tracked_counts_as_deleted(
    kit: Any, changed: tuple[Any, ...]
) -> None:
    def crossed(text: str) -> str:
        control, _ = taken(kit, kit.tag("q", 1, 1), text)
        run = r"<w:r>(?:(?!</w:r>).)*</w:r>"
        head = '<w:del w:id="900" w:author="A" w:date="2026-11-01T00:00:00Z">'
        gone = re.sub(run, lambda m: f"{head}{m[0].replace('w:t', 'w:delText')}</w:del>", control)
        return text.replace(control, gone)

    outcome = kit.bench.refreshed(kit.edited(kit.bench.exported(), crossed), changed)
    assert outcome.deleted == 1
    assert outcome.data is None


def test_without_a_record_what_is_added_is_counted_because_it_may_have_been_deleted(
    kit: Any,
) -> None:
    def without(text: str) -> str:
        return taken(kit, kit.tag("q", 1, 1), text)[1]

    outcome = kit.bench.refreshed(kit.edited(kit.bench.fresh(), without), kit.sections)
    assert not outcome.recorded
    assert [d.tag for d in outcome.done if d.action is Action.ADD] == [kit.tag("q", 1, 1)]


def test_a_control_that_libreoffice_narrowed_to_what_stands_before_a_table_is_still_whole(
    kit: Any,
) -> None:
    def narrowed(text: str) -> str:
        control, _ = taken(kit, kit.tag("i", 1), text)
        end = "</w:sdtContent></w:sdt>"
        bare = re.sub("<w:tag [^>]*/>", "", control.replace(end, ""))
        return text.replace(control, bare.replace("</w:p>", f"</w:p>{end}", 1))

    mine = kit.edited(kit.bench.exported(), narrowed)
    assert kit.bench.refreshed(mine, kit.sections).data is None
    first, second = kit.sections
    outcome = kit.bench.refreshed(mine, kit.sections)
    assert not any(decision.edited for decision in outcome.done)
    after = kit.bench.after(mine, (first.but(introduction="Kini lain."), second))
    lines = kit.words(after).split("\n")
    assert lines[1:5] == ["Kepercayaan warga", "Kini lain.", "satu", "dua"]
    assert "Bagian ini memuat" not in kit.words(after)
