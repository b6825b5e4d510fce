"""Every text of a document is gone through, whatever block it stands in."""

from __future__ import annotations

from makna.domain.pseudonym_report import pseudonymised, replacements_in
from makna.domain.pseudonyms import Replacer
from makna.domain.report import (
    Column,
    Control,
    Heading,
    Item,
    ItemList,
    Landscape,
    Line,
    NumberedLines,
    Paragraph,
    Picture,
    Quote,
    Records,
    Report,
    Span,
    Table,
    plain,
)

NAMES = Replacer([("Rina Wati", "Sari"), ("Rina", "Informan 1")])
SPANS = (Span("kata Ri", bold=True), Span("na", italic=True, link="https://x.id/Rina"))
REPORT = Report(
    title="Rina",
    language="id",
    subtitle="Rina",
    author="Rina",
    properties=(("Rina", "Rina"),),
    blocks=[
        Heading(1, "Rina"),
        Paragraph(SPANS),
        Quote((Span("Wati pergi"),), reference="(Rina)", before="kata Rina", after="RINA"),
        ItemList((Item((Span("Rina"),)),)),
        Table((Column("Rina"),), (((Span("Rina"),),),), caption="Rina", note="Rina"),
        Picture(b"", 1, 1, alt="Rina", caption="Rina"),
        Landscape((Paragraph((Span("ada", note="Rina"),)),)),
        Control("makna:h:Rina", "Rina", (Heading(2, "Rina"),)),
        NumberedLines(
            (Line(1, (Span("ini Rina"),)), Line(2, (Span("Wati itu"),), "Rina")), ("", "", "")
        ),
    ],
    records=Records(("rina",), ("Rina",), [("Rina", 1, None, ("Rina", "lain"))]),
)


def test_no_name_is_left_anywhere_in_a_report() -> None:
    done = pseudonymised(REPORT, NAMES)
    left = repr(done).replace("makna:h:Rina", "").replace("'rina'", "")
    for each in done.replacements:
        left = left.replace(repr(each), "")
    assert "Rina" not in left
    assert "RINA" not in left


def test_looks_stay_on_their_words_and_an_address_with_a_name_goes() -> None:
    paragraph = pseudonymised(REPORT, NAMES).blocks[1]
    assert isinstance(paragraph, Paragraph)
    assert paragraph.spans == (Span("kata Informan 1", bold=True),)


def test_a_name_that_begins_before_the_quotation_is_found_in_it() -> None:
    quote = pseudonymised(REPORT, NAMES).blocks[2]
    assert isinstance(quote, Quote)
    assert (quote.before, plain(quote.spans), quote.after) == ("kata Sari", " pergi", "INFORMAN 1")


def test_a_name_over_two_lines_of_a_transcript_stands_in_the_first() -> None:
    block = pseudonymised(REPORT, NAMES).blocks[-1]
    assert isinstance(block, NumberedLines)
    assert [plain(line.spans) for line in block.lines] == ["ini Sari", " itu"]
    assert block.lines[1].beside == "Informan 1"


def test_the_ledger_says_what_was_replaced_where() -> None:
    done = pseudonymised(REPORT, NAMES)
    rows = {(row.name, row.written): dict(row.places) for row in replacements_in(done, ".docx")}
    assert rows["Rina Wati", "Rina Wati"] == {"quotation": 1, "transcript": 1}
    assert rows["Rina", "Rina"]["properties"] == 5
    assert rows["Rina", "Rina"]["table"] == 4
    data = replacements_in(done, ".csv")
    assert [(row.written, row.count) for row in data] == [("Rina", 3)]


def test_without_a_list_the_report_is_the_very_same() -> None:
    assert pseudonymised(REPORT, Replacer([])) is REPORT


def test_a_name_is_found_through_the_marks_of_markdown_in_a_table_of_data() -> None:
    rows = [("**Rina** Wati, Ri*na* dan `Rina` _Rina Wati_ 2*3",)]
    report = Report("x", "id", [], records=Records(("text",), ("Teks",), rows))
    done = pseudonymised(report, NAMES)
    assert done.records.rows[0][0] == "**Sari**, Informan 1** dan `Informan 1` _Sari_ 2*3"
    assert sum(each.count for each in done.replacements) == 4
