"""A chapter refreshed: what changes in the author's file, and what does not."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from makna.domain.errors import BadFile
from makna.domain.refreshing import Action

STYLES, NUMBERING = "word/styles.xml", "word/numbering.xml"
AUTHOR = "<w:p><w:r><w:t>Menurut saya begitu.</w:t></w:r></w:p>"


@pytest.fixture
def changed(kit: Any) -> tuple[Any, ...]:
    """The chapter after a day of work: one passage corrected, its reference moved, two new."""
    first, second = kit.sections
    quick, short = first.quotations
    told = replace(quick, bold="Admin harus menjawab.", reference="(I1, baris 4)")
    new = kit.Quotation(9, "Baru & <penting>. ", "(I5, baris 1)")
    line = kit.Quotation(10, "“juga baru”", " (I5)", inline=True, note="Catatan baru.")
    return first.but(quotations=(told, short, new, line)), second


def count(kit: Any, outcome: Any, action: Action) -> int:
    return sum(decision.action is action for decision in outcome.done)


def test_without_changes_nothing_is_written(kit: Any) -> None:
    outcome = kit.bench.refreshed(kit.bench.exported(), kit.sections)
    assert outcome.data is None
    assert {decision.action for decision in outcome.done} == {Action.KEEP}


def test_a_changed_passage_is_updated_where_it_stands(
    kit: Any, changed: tuple[Any, ...], problems: Callable[[Path], list[str]]
) -> None:
    mine = kit.edited(kit.bench.exported(), kit.swap("<w:sdt>", AUTHOR + "<w:sdt>"))
    after = kit.bench.after(mine, changed)
    lines = kit.words(after).split("\n")
    assert "Setiap keluhan kami baca. Admin harus menjawab.(I1, baris 4)" in lines
    assert "Menurut saya begitu." in lines
    assert problems(kit.bench.saved(after)) == []


def test_new_passages_come_at_the_end_of_their_section_before_its_closing(
    kit: Any, changed: tuple[Any, ...]
) -> None:
    lines = kit.words(kit.bench.after(kit.bench.exported(), changed)).split("\n")
    at = lines.index("Baru & <penting>. (I5, baris 1)")
    assert lines[at - 1] == "“pendek saja” (I1)"
    assert lines[at + 1 : at + 4] == ["“juga baru” (I5)", "Demikianlah.", "Respons cepat"]


def test_new_passages_come_after_what_the_author_wrote_in_the_section(kit: Any) -> None:
    first, second = kit.sections
    more = second.but(quotations=(*second.quotations, kit.Quotation(9, "Baru. ")))
    mine = kit.edited(kit.bench.exported(), kit.swap("<w:sectPr", AUTHOR + "<w:sectPr"))
    lines = kit.words(kit.bench.after(mine, (first, more))).split("\n")
    assert lines[-3:-1] == ["Menurut saya begitu.", "Baru. (I1, baris 3)"]


def test_a_new_section_comes_between_its_neighbours(kit: Any) -> None:
    first, second = kit.sections
    new = kit.Section(7, "Bagian baru", (kit.Quotation(70, "Tujuh. "),))
    lines = kit.words(kit.bench.after(kit.bench.exported(), (first, new, second))).split("\n")
    at = lines.index("Bagian baru")
    assert lines[at - 1 : at + 3] == [
        *("Demikianlah.", "Bagian baru", "Tujuh. (I1, baris 3)", "Respons cepat")
    ]


def test_an_edited_control_stays_and_a_comment_shows_the_new_version_once(
    kit: Any, changed: tuple[Any, ...], problems: Callable[[Path], list[str]]
) -> None:
    mine = kit.edited(kit.bench.exported(), kit.swap("Setiap keluhan", "Tiap keluhan"))
    outcome = kit.bench.refreshed(mine, changed)
    assert count(kit, outcome, Action.TELL) == 1
    after = kit.bench.after(mine, changed)
    assert "Tiap keluhan kami baca. Admin wajib menjawab.(I1, baris 3)" in kit.words(after)
    comments = kit.part(after, "word/comments.xml")
    assert "Setiap keluhan kami baca. Admin harus menjawab.(I1, baris 4)" in comments
    assert problems(kit.bench.saved(after)) == []


def test_an_emphasis_added_by_hand_is_an_edit(kit: Any, changed: tuple[Any, ...]) -> None:
    text = '<w:r><w:t xml:space="preserve">Setiap keluhan kami baca. '
    slanted = text.replace("<w:r>", "<w:r><w:rPr><w:i/></w:rPr>")
    mine = kit.edited(kit.bench.exported(), kit.swap(text, slanted))
    after = kit.bench.after(mine, changed)
    assert slanted in kit.part(after)


def test_an_edit_without_a_change_in_the_project_is_left_in_peace(kit: Any) -> None:
    mine = kit.edited(kit.bench.exported(), kit.swap("Setiap keluhan", "Tiap keluhan"))
    outcome = kit.bench.refreshed(mine, kit.sections)
    assert outcome.data is None
    assert [d.edited for d in outcome.done].count(True) == 1


def test_what_was_told_is_updated_again_once_the_author_took_it_over(
    kit: Any, changed: tuple[Any, ...]
) -> None:
    mine = kit.edited(kit.bench.exported(), kit.swap("Admin wajib", "Admin harus"))
    mine = kit.edited(mine, kit.swap("(I1, baris 3)", "(I1, baris 4)"))
    after = kit.bench.after(mine, changed)
    first, second = changed
    newest = replace(first.quotations[0], text="Semua keluhan kami baca. ")
    later = first.but(quotations=(newest, *first.quotations[1:]))
    assert "Semua keluhan kami baca." in kit.words(kit.bench.after(after, (later, second)))


def test_a_passage_that_lost_its_code_is_marked_once_and_stays(
    kit: Any, problems: Callable[[Path], list[str]]
) -> None:
    first, second = kit.sections
    fewer = (first.but(quotations=first.quotations[:1]), second)
    after = kit.bench.after(kit.bench.exported(), fewer)
    assert "“pendek saja”" in kit.words(after)
    assert kit.part(after, "word/comments.xml").count("Tidak lagi diberi kode.") == 1
    assert problems(kit.bench.saved(after)) == []


def test_a_control_that_the_author_deleted_stays_away(kit: Any, changed: tuple[Any, ...]) -> None:
    tag = kit.tag("q", 1, 2)

    def without(text: str) -> str:
        start = text.rindex("<w:sdt>", 0, text.index(tag))
        return text[:start] + text[text.index("</w:sdt>", start) + 8 :]

    mine = kit.edited(kit.bench.exported(), without)
    after = kit.bench.refreshed(mine, changed)
    assert after.deleted == 1
    assert "pendek saja" not in kit.words(after.data)


def test_new_passages_of_a_section_that_the_author_took_out_are_not_added(
    kit: Any, changed: tuple[Any, ...]
) -> None:
    exported = kit.bench.exported()
    text = kit.part(exported)
    start = text.index("<w:sdt>")
    end = text.rindex("<w:sdt>", 0, text.index(kit.tag("h", 2)))
    mine = kit.edited(exported, lambda _: text[:start] + text[end:])
    outcome = kit.bench.refreshed(mine, changed)
    assert outcome.data is None
    assert set(outcome.unplaced) == {kit.tag("q", 1, 9), kit.tag("q", 1, 10)}


def test_a_moved_control_is_updated_where_the_author_put_it(
    kit: Any, changed: tuple[Any, ...]
) -> None:
    tag = kit.tag("q", 1, 1)

    def moved(text: str) -> str:
        start = text.rindex("<w:sdt>", 0, text.index(tag))
        end = text.index("</w:sdt>", start) + 8
        taken = text[start:end]
        return (text[:start] + text[end:]).replace("<w:sectPr", taken + "<w:sectPr", 1)

    mine = kit.edited(kit.bench.exported(), moved)
    lines = kit.words(kit.bench.after(mine, changed)).split("\n")
    assert lines.index("Setiap keluhan kami baca. Admin harus menjawab.(I1, baris 4)") > (
        lines.index("Saya tunggu lima hari. (I1, baris 3)")
    )


def test_every_copy_of_a_control_is_updated(kit: Any, changed: tuple[Any, ...]) -> None:
    tag = kit.tag("q", 1, 1)

    def copied(text: str) -> str:
        start = text.rindex("<w:sdt>", 0, text.index(tag))
        end = text.index("</w:sdt>", start) + 8
        return text.replace("<w:sectPr", text[start:end] + "<w:sectPr", 1)

    after = kit.bench.after(kit.edited(kit.bench.exported(), copied), changed)
    assert kit.words(after).count("Admin harus menjawab.") == 2
    marks = re.findall('w:name="(_Makna[^"]+)"', kit.part(after))
    assert len(marks) == len(set(marks))


def test_a_tracked_deletion_counts_as_the_authors(kit: Any, changed: tuple[Any, ...]) -> None:
    tracked = '<w:del w:id="900" w:author="A" w:date="2026-11-01T00:00:00Z"><w:r><w:delText>'
    mine = kit.edited(
        kit.bench.exported(),
        kit.swap(
            '<w:r><w:t xml:space="preserve">Setiap keluhan kami baca. </w:t></w:r>',
            f"{tracked}Setiap keluhan kami baca. </w:delText></w:r></w:del>",
        ),
    )
    after = kit.bench.after(mine, changed)
    assert "Setiap keluhan kami baca. </w:delText>" in kit.part(after)
    assert "Admin harus menjawab." in kit.part(after, "word/comments.xml")


def test_a_supervisors_comment_and_a_bookmark_survive_new_words(
    kit: Any, changed: tuple[Any, ...]
) -> None:
    text = '<w:r><w:t xml:space="preserve">Setiap keluhan kami baca. </w:t></w:r>'
    anchored = (
        f'<w:commentRangeStart w:id="5"/><w:bookmarkStart w:id="800" w:name="_Ref5"/>{text}'
        '<w:bookmarkEnd w:id="800"/><w:commentRangeEnd w:id="5"/>'
        '<w:r><w:commentReference w:id="5"/></w:r>'
    )
    after = kit.part(
        kit.bench.after(kit.edited(kit.bench.exported(), kit.swap(text, anchored)), changed)
    )
    assert "Admin harus menjawab." in after
    for kept in ('Start w:id="5"', 'End w:id="5"', 'Reference w:id="5"', 'w:name="_Ref5"'):
        assert after.count(kept) == 1


def test_the_authors_paragraph_formatting_is_kept(kit: Any, changed: tuple[Any, ...]) -> None:
    own = '<w:pPr><w:pStyle w:val="MaknaQuote"/><w:ind w:left="999"/></w:pPr>'
    mine = kit.edited(
        kit.bench.exported(), kit.swap('<w:pPr><w:pStyle w:val="MaknaQuote"/></w:pPr>', own)
    )
    assert own in kit.part(kit.bench.after(mine, changed))


def test_a_footnote_is_rewritten_and_no_orphan_is_left(kit: Any) -> None:
    first, second = kit.sections
    quick, short = first.quotations
    renoted = first.but(quotations=(quick, replace(short, note="Wawancara, 2026.")))
    notes = kit.part(kit.bench.after(kit.bench.exported(), (renoted, second)), "word/footnotes.xml")
    assert "Wawancara, 2026." in notes
    assert "Wawancara, 2025." not in notes


def test_a_quotation_that_became_a_block_is_told_and_not_forced_into_the_line(kit: Any) -> None:
    first, second = kit.sections
    quick, short = first.quotations
    longer = replace(short, text="Kini panjang sekali. ", inline=False)
    outcome = kit.bench.refreshed(
        kit.bench.exported(), (first.but(quotations=(quick, longer)), second)
    )
    assert count(kit, outcome, Action.TELL) == 1
    assert "tidak bisa diganti di tempat ini" in kit.part(outcome.data, "word/comments.xml")


def test_a_file_of_another_project_is_refused(kit: Any) -> None:
    stranger = kit.edited(
        kit.bench.exported(), kit.swap("11111111-", "22222222-"), "customXml/item1.xml"
    )
    with pytest.raises(BadFile) as caught:
        kit.bench.refreshed(stranger, kit.sections)
    assert caught.value.key == "refresh_other_project"


def test_a_file_without_controls_is_refused_with_what_to_do(kit: Any) -> None:
    with pytest.raises(BadFile) as caught:
        kit.bench.refreshed(kit.bench.fresh(()), kit.sections)
    assert caught.value.key == "refresh_no_controls"


def test_without_its_record_differences_are_told_and_nothing_is_overwritten(
    kit: Any, changed: tuple[Any, ...]
) -> None:
    bare = kit.bench.fresh()  # as a program leaves it that drops custom parts
    outcome = kit.bench.refreshed(bare, changed)
    assert not outcome.recorded
    assert count(kit, outcome, Action.REPLACE) == 0
    assert "Admin wajib menjawab." in kit.words(outcome.data)
    assert kit.bench.refreshed(outcome.data, changed).data is None


def test_without_our_styles_and_lists_looks_are_written_to_the_paragraph(kit: Any) -> None:
    exported = kit.bench.exported()
    bare = kit.edited(
        exported, lambda text: re.sub('<w:style .*?"Makna.*?</w:style>', "", text), STYLES
    )
    bare = kit.edited(bare, lambda text: re.sub("<w:num .*?</w:num>", "", text), NUMBERING)
    first, second = kit.sections
    new = kit.Section(
        *(8, "Baru", (kit.Quotation(80, "Delapan. "),)),
        introduction="Pengantar baru.",
        points=("satu", "dua"),
    )
    outcome = kit.bench.refreshed(bare, (first, second, new))
    text = kit.part(outcome.data)
    added = text[text.index(kit.tag("h", 8)) :]
    assert "Makna" not in "".join(re.findall("<w:pStyle[^>]*>", added))
    assert "<w:ind " in added[added.index(kit.tag("q", 8, 80)) :]
    assert "<w:numPr>" not in added
    assert "<w:t>•</w:t><w:tab/>" in added


def test_a_new_picture_comes_with_its_file_its_type_and_its_relationship(
    kit: Any, problems: Callable[[Path], list[str]]
) -> None:
    first, second = kit.sections
    picture = first.but(picture=kit.png())
    after = kit.bench.after(kit.bench.exported(), (picture, second))
    assert problems(kit.bench.saved(after)) == []
    embedded = re.findall('r:embed="(rIdMakna[^"]+)"', kit.part(after))
    relations = kit.part(after, "word/_rels/document.xml.rels")
    target = re.search(f'Id="{embedded[0]}"[^>]*Target="([^"]+)"', relations)
    assert target is not None
    assert kit.member(after, f"word/{target[1]}") == kit.png()


def test_a_control_in_a_table_is_updated_there(kit: Any, changed: tuple[Any, ...]) -> None:
    tag = kit.tag("q", 1, 1)
    cell = (
        '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid><w:tr><w:tc><w:tcPr/>'
        "{}<w:p/></w:tc></w:tr></w:tbl>"
    )

    def into_table(text: str) -> str:
        start = text.rindex("<w:sdt>", 0, text.index(tag))
        end = text.index("</w:sdt>", start) + 8
        return text[:start] + cell.format(text[start:end]) + text[end:]

    after = kit.part(kit.bench.after(kit.edited(kit.bench.exported(), into_table), changed))
    table = after[after.index("<w:tbl>") : after.index("</w:tbl>")]
    assert "Admin harus menjawab." in table
    assert "Baru &amp; &lt;penting&gt;." not in table


def test_a_control_in_a_footnote_is_updated_there(
    kit: Any, changed: tuple[Any, ...], problems: Callable[[Path], list[str]]
) -> None:
    tag, data = kit.tag("q", 1, 1), kit.bench.exported()
    text = kit.part(data)
    start = text.rindex("<w:sdt>", 0, text.index(tag))
    end = text.index("</w:sdt>", start) + 8
    moved = kit.edited(data, kit.swap(text[start:end], ""))
    held = f'<w:footnote w:id="77">{text[start:end]}</w:footnote></w:footnotes>'
    moved = kit.edited(moved, kit.swap("</w:footnotes>", held), "word/footnotes.xml")
    run = '<w:p><w:r><w:footnoteReference w:id="77"/></w:r></w:p><w:sectPr'
    moved = kit.edited(moved, kit.swap("<w:sectPr", run))
    after = kit.bench.after(moved, changed)
    notes = kit.part(after, "word/footnotes.xml")
    assert "Admin harus menjawab." in notes and "Admin wajib menjawab." not in notes
    assert "Admin harus menjawab." not in kit.part(after)
    assert problems(kit.bench.saved(after)) == []


def test_about_a_control_in_a_text_box_the_comment_stands_before_the_box(
    kit: Any, changed: tuple[Any, ...]
) -> None:
    tag = kit.tag("q", 1, 1)

    def boxed(text: str) -> str:
        start = text.rindex("<w:sdt>", 0, text.index(tag))
        end = text.index("</w:sdt>", start) + 8
        inside = text[start:end].replace("Setiap", "Tiap")
        box = f"<w:p><w:r><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></w:r></w:p>"
        return text[:start] + box + text[end:]

    after = kit.part(kit.bench.after(kit.edited(kit.bench.exported(), boxed), changed))
    at = after.index("<w:commentReference")
    assert after.index("<w:pict>") > at > after.index("Bagian ini memuat")
    assert "comment" not in after[after.index("<w:pict>") : after.index("</w:pict>")]
