"""Tables, notes, text boxes, pictures and comments of Word files."""

from __future__ import annotations

import hashlib
import io
import zipfile
from typing import Any

import pytest

from makna.domain.errors import BadFile
from makna.formats.registry import read_document

SOFT = "\u2028"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


def p(text: str = "") -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def table(*rows: list[str]) -> str:
    cells = ["".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows]
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def test_a_row_is_one_paragraph_with_tabs(read_word: Any) -> None:
    got = read_word(table([p("a") + p("b"), p("c")], [p(), p("d")]) + p("x"))
    assert got.blocks == [
        ("table-row", "", f"a{SOFT}b\tc"),
        ("table-row", "", "\td"),
        ("body", "", "x"),
    ]


def test_merged_cells_keep_the_columns_apart(read_word: Any) -> None:
    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("lebar")
    assert read_word(table([wide, p("c")], [p("a"), p("b"), p("c")])).paragraphs == [
        *("lebar\t\tc", "a\tb\tc"),
    ]


def test_a_nested_table_becomes_lines_of_its_cell(read_word: Any) -> None:
    inner = table([p("1"), p("2")], [p("3"), p("4")])
    got = read_word(table([p("a") + inner + p(), p("b")]))
    assert got.text == f"a{SOFT}1{SOFT}2{SOFT}3{SOFT}4\tb"


def test_a_table_of_one_cell_around_paragraphs_is_a_frame(read_word: Any) -> None:
    got = read_word(table([p("satu") + p("dua")]))
    assert got.blocks == [("body", "", "satu"), ("body", "", "dua")]


def test_a_deleted_row_is_dropped(read_word: Any) -> None:
    rows = table([p("lama"), p("x")], [p("baru"), p("y")])
    deleted = rows.replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1)
    assert read_word(deleted).text == "baru\ty"


def test_two_columns_of_speakers_and_text_become_turns(read_word: Any) -> None:
    got = read_word(
        table(
            [p("Pembicara"), p("Isi")],
            [p("Peneliti"), p("Apa kabar, Bu?")],
            [p("Ibu Sari"), p("Baik sekali.") + p("Bagaimana dengan Bapak?")],
            [p("Peneliti"), p("Baik juga, terima kasih.")],
        )
    )
    turns = [(t.speaker, got.text[t.start : t.end]) for t in got.document.turns]
    assert [speaker for speaker, _ in turns] == ["Peneliti", "Ibu Sari", "Peneliti"]
    assert turns[1][1] == f"Ibu Sari\tBaik sekali.{SOFT}Bagaimana dengan Bapak?"


def note(kind: str, identity: int, text: str) -> str:
    return (
        f'<w:{kind} w:id="{identity}"><w:p><w:r><w:{kind}Ref/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:{kind}>'
    )


def refer(kind: str, identity: int, more: str = "") -> str:
    return f'<w:r><w:{kind}Reference w:id="{identity}" {more}/></w:r>'


def test_notes_are_marked_and_follow_the_text(read_word: Any) -> None:
    body = (
        f"<w:p><w:r><w:t>satu</w:t></w:r>{refer('footnote', 5)}<w:r><w:t> dua</w:t></w:r>"
        f"{refer('footnote', 2)}{refer('endnote', 1)}</w:p>"
    )
    footnotes = note("footnote", 2, "kedua") + note("footnote", 5, "pertama")
    got = read_word(body, footnotes=footnotes, endnotes=note("endnote", 1, "akhir"))
    assert got.blocks == [
        ("body", "", "satu¹ dua²ⁱ"),
        ("footnote", "1", "pertama"),
        ("footnote", "2", "kedua"),
        ("footnote", "i", "akhir"),
    ]


def test_a_note_with_its_own_mark_keeps_it(read_word: Any) -> None:
    marked = refer("footnote", 1, 'w:customMarkFollows="1"').replace("</w:r>", "<w:t>*</w:t></w:r>")
    body = f"<w:p><w:r><w:t>kata</w:t></w:r>{marked}</w:p>"
    got = read_word(body, footnotes=note("footnote", 1, "isi"))
    assert got.blocks == [("body", "", "kata*"), ("footnote", "*", "isi")]


def test_a_text_box_is_read_once_and_after_its_paragraph(read_word: Any) -> None:
    inner = "<w:txbxContent>" + p("kotak") + "</w:txbxContent>"
    box = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>"
        f"{inner}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
        f"<v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    body = f"<w:p><w:r><w:t>awal </w:t></w:r>{box}<w:r><w:t>akhir</w:t></w:r></w:p>" + p("lalu")
    assert read_word(body).paragraphs == ["awal akhir", "kotak", "lalu"]


def drawing(identity: str) -> str:
    return f'<w:r><w:drawing><a:blip r:embed="{identity}"/></w:drawing></w:r>'


def test_a_picture_stands_at_its_place(read_word: Any) -> None:
    body = f"<w:p><w:r><w:t>lihat </w:t></w:r>{drawing('p-foto')}<w:r><w:t>!</w:t></w:r></w:p>"
    got = read_word(body, foto=PNG)
    digest = hashlib.sha256(PNG).hexdigest()
    assert got.text == "lihat \ufffc!"
    assert got.document.pictures == {digest: PNG}
    assert [(run.start, run.picture) for run in got.block(0).runs] == [(6, digest)]


def test_what_only_claims_to_be_a_picture_is_left_out(read_word: Any) -> None:
    got = read_word(f"<w:p>{drawing('p-foto')}{drawing('tidak')}</w:p>", foto=b"MZ program")
    assert (got.text, got.document.pictures) == ("\ufffc\ufffc", {})
    assert got.document.warnings[0].args == (("count", 2),)


def test_charts_and_inserted_files_are_said(read_word: Any) -> None:
    chart = '<w:p><w:r><w:drawing><c:chart r:id="x"/></w:drawing></w:r></w:p>'
    got = read_word(p("x") + chart + '<w:altChunk r:id="y"/>')
    assert got.warnings == ["docx_charts", "docx_inserted_files"]


def comment(identity: int, text: str, para: str = "", author: str = "Rani") -> str:
    return (
        f'<w:comment w:id="{identity}" w:author="{author}" w:date="2024-03-01T10:00:00Z">'
        f'<w:p w14:paraId="{para}"><w:r><w:annotationRef/></w:r><w:r><w:t>{text}</w:t></w:r></w:p>'
        "</w:comment>"
    )


def start(identity: int) -> str:
    return f'<w:commentRangeStart w:id="{identity}"/>'


def end(identity: int) -> str:
    mark = f'<w:r><w:commentReference w:id="{identity}"/></w:r>'
    return f'<w:commentRangeEnd w:id="{identity}"/>{mark}'


def test_comments_cross_paragraphs_and_overlap(read_word: Any) -> None:
    body = (
        f"<w:p><w:r><w:t>Nol. </w:t></w:r>{start(0)}<w:r><w:t>Satu. </w:t></w:r>{start(4)}"
        f"<w:r><w:t>Dua.</w:t></w:r></w:p><w:p><w:r><w:t>Tiga.</w:t></w:r>{end(0)}"
        f"<w:r><w:t> Empat.</w:t></w:r>{end(4)}</w:p>"
    )
    got = read_word(body, comments=comment(4, "B") + comment(0, "A"))
    assert got.comments == [("Satu. Dua.\nTiga.", "A"), ("Dua.\nTiga. Empat.", "B")]


def test_a_comment_on_a_point_is_about_the_words_before_it(read_word: Any) -> None:
    mark = '<w:r><w:commentReference w:id="0"/></w:r>'
    body = f"<w:p><w:r><w:t>Satu. </w:t></w:r><w:r><w:t>Dua.</w:t></w:r>{mark}</w:p>"
    assert read_word(body, comments=comment(0, "A")).comments == [("Dua.", "A")]


def test_a_comment_whose_text_was_deleted_stays_with_its_neighbour(read_word: Any) -> None:
    gone = "<w:del><w:r><w:delText>hilang</w:delText></w:r></w:del>"
    body = f"<w:p><w:r><w:t>ada</w:t></w:r>{start(0)}{gone}{end(0)}</w:p>"
    assert read_word(body, comments=comment(0, "A")).comments == [("ada", "A")]


def test_replies_join_their_thread_and_resolved_is_kept(read_word: Any) -> None:
    comments = comment(0, "Kode: citra", "AA") + comment(1, "Setuju", "BB", "Budi")
    extended = (
        '<w15:commentEx w15:paraId="AA" w15:done="1"/>'
        '<w15:commentEx w15:paraId="BB" w15:paraIdParent="AA" w15:done="0"/>'
    )
    body = f"<w:p>{start(0)}{start(1)}<w:r><w:t>kota</w:t></w:r>{end(0)}{end(1)}</w:p>"
    got = read_word(body, comments=comments, commentsExtended=extended)
    assert got.comments == [("kota", "Kode: citra\n\n— Budi: Setuju")]
    (thread,) = got.document.comments
    assert (thread.author, thread.at, thread.resolved) == ("Rani", "2024-03-01T10:00:00Z", True)


def test_a_comment_without_a_place_is_said(read_word: Any) -> None:
    got = read_word(p("x"), comments=comment(9, "?"))
    assert (got.comments, got.warnings) == ([], ["docx_comments_adrift"])


def test_strict_office_open_xml_is_read_alike(make_word: Any, make_zip: Any) -> None:
    strict = {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "wordprocessingml/main",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
            "officeDocument/relationships"
        ),
        "http://schemas.openxmlformats.org/drawingml/2006/main": "drawingml/main",
    }
    body = f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>satu</w:t></w:r>{refer('footnote', 1)}</w:p>"
    data = make_word(
        body + f"<w:p>{drawing('p-foto')}</w:p>", footnotes=note("footnote", 1, "k"), foto=PNG
    )
    files: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            files[name] = archive.read(name)
            for loose, path in strict.items():
                uri = f"http://purl.oclc.org/ooxml/{path}".encode()
                files[name] = files[name].replace(loose.encode(), uri)
    assert read_document(make_zip(files), "a.docx") == read_document(data, "a.docx")


def test_headers_and_footers_are_left_out(make_word: Any) -> None:
    data = make_word(p("isi"), header1=p("kepala"), footer1=p("kaki"))
    assert read_document(data, "a.docx").text == "isi"


def test_a_comment_that_ends_after_the_last_paragraph_ends_with_it(read_word: Any) -> None:
    body = f"{start(0)}{p('satu')}{p('dua')}" + '<w:commentRangeEnd w:id="0"/>'
    assert read_word(body, comments=comment(0, "A")).comments == [("satu\ndua", "A")]


def test_a_document_that_only_points_to_an_inserted_file_says_so(read_word: Any) -> None:
    with pytest.raises(BadFile) as caught:
        read_word('<w:altChunk r:id="rA"/>')
    assert caught.value.key == "word_inserted_only"
