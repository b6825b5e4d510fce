"""A document in the user's own template: what wins, what is added, what is refused."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from makna.domain.errors import UserError
from makna.domain.report import (
    THESIS,
    Heading,
    Landscape,
    Paragraph,
    Report,
    Span,
    WordTemplate,
)
from makna.formats.template_styles import guess
from makna.formats.templates import read_template
from makna.formats.writers import write_report

Problems = Callable[[Path], list[str]]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.fixture
def campus(tmp_path: Path) -> Path:
    """A faculty's template: its own margins, header, numbered headings and quotation style."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.top_margin = Cm(4.5), Cm(3.5)
    section.right_margin, section.bottom_margin = Cm(2.5), Cm(3.2)
    section.header.paragraphs[0].text = "Universitas Sagara"
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Garamond", Pt(12)
    normal.paragraph_format.first_line_indent = Cm(1.27)
    document.styles.add_style("Kutipan Langsung", WD_STYLE_TYPE.PARAGRAPH)
    heading = document.styles["Heading 1"].element.get_or_add_pPr().get_or_add_numPr()
    heading.get_or_add_ilvl().val, heading.get_or_add_numId().val = 0, 77
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(_chapters()))
    numbering.append(parse_xml(f'<w:num {W} w:numId="77"><w:abstractNumId w:val="40"/></w:num>'))
    document.add_heading("Sampul", 0)
    document.add_paragraph("Rahasia kampus yang tidak ikut.")
    document.core_properties.author = "Pak Dosen"
    document.save(str(tmp_path / "kampus.docx"))
    return tmp_path / "kampus.docx"


def _chapters() -> str:
    return (
        f'<w:abstractNum {W} w:abstractNumId="40"><w:multiLevelType w:val="multilevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="upperRoman"/>'
        '<w:lvlText w:val="BAB %1"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
    )


def written(report: Report, template: Path, folder: Path, **styles: str) -> Path:
    """The report in the template, with styles chosen by hand."""
    chosen = WordTemplate(template.read_bytes(), tuple(styles.items()))
    path = folder / "hasil.docx"
    write_report(replace(report, template=chosen), path)
    return path


def part(path: Path, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


def changed(path: Path, target: Path, **members: Callable[[bytes], bytes]) -> Path:
    """A copy of a package with some members changed; keys are the ends of their names."""
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            data = source.read(name)
            for end, change in members.items():
                data = change(data) if name.endswith(end.replace("__", ".")) else data
            copy.writestr(name, data)
    return target


def test_margins_header_and_styles_are_the_templates(
    rich: Report, campus: Path, tmp_path: Path, problems: Problems
) -> None:
    path = written(rich, campus, tmp_path)
    document = docx.Document(str(path))
    section = document.sections[0]
    assert (round(section.left_margin.cm, 1), round(section.top_margin.cm, 1)) == (4.5, 3.5)
    assert section.header.paragraphs[0].text == "Universitas Sagara"
    assert document.styles["Normal"].font.name == "Garamond"
    assert problems(path) == []


def test_our_styles_become_the_templates_own(rich: Report, campus: Path, tmp_path: Path) -> None:
    path = written(rich, campus, tmp_path)
    names = {p.text: p.style.name for p in docx.Document(str(path)).paragraphs}
    assert names["Share & <percaya>"] == "Heading 1"
    assert names["Biasa, tebal dan laman"] == "Body Text"
    assert names["He said no.[gambar]"] == "Kutipan Langsung"
    assert '<w:tblStyle w:val="TableGrid"/>' in part(path)


def test_a_style_that_is_not_there_is_added_in_the_templates_font(
    rich: Report, campus: Path, tmp_path: Path
) -> None:
    styles = docx.Document(str(written(rich, campus, tmp_path))).styles
    added = styles["Makna Reference"]
    assert added.base_style.name == "Normal"
    assert added.font.name is None and added.font.size == Pt(10)
    assert styles["Makna Detail"].paragraph_format.first_line_indent == 0


def test_the_numbering_of_its_headings_stays_and_our_lists_follow(
    rich: Report, campus: Path, tmp_path: Path, problems: Problems
) -> None:
    path = written(rich, campus, tmp_path)
    numbering = part(path, "word/numbering.xml")
    assert 'w:lvlText w:val="BAB %1"' in numbering
    ids = [int(n) for n in re.findall(r'<w:numId w:val="(\d+)"/>', part(path))]
    assert min(ids) > 77
    assert '<w:numId w:val="77"/>' in part(path, "word/styles.xml")
    assert problems(path) == []


def test_nothing_of_the_templates_text_or_author_is_left(
    rich: Report, campus: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(written(rich, campus, tmp_path)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"Rahasia kampus" not in everything and b"Pak Dosen" not in everything


def test_a_choice_of_the_user_wins_over_the_guess(
    rich: Report, campus: Path, tmp_path: Path
) -> None:
    path = written(rich, campus, tmp_path, MaknaQuote="IntenseQuote", MaknaBody="")
    names = {p.text: p.style.name for p in docx.Document(str(path)).paragraphs}
    assert names["He said no.[gambar]"] == "Intense Quote"
    assert names["Biasa, tebal dan laman"] == "Makna Body"


def test_the_text_is_spelt_in_the_language_of_the_report(
    rich: Report, campus: Path, tmp_path: Path
) -> None:
    assert '<w:lang w:val="id-ID"' in part(written(rich, campus, tmp_path), "word/styles.xml")


def test_lying_sheets_keep_the_templates_header(
    rich: Report, campus: Path, tmp_path: Path, problems: Problems
) -> None:
    wide = replace(rich, blocks=(Landscape(rich.blocks[-2:-1]), Paragraph((Span("lalu"),))))
    path = written(wide, campus, tmp_path)
    sections = re.findall(r"<w:sectPr.*?</w:sectPr>", part(path), re.DOTALL)
    assert len(sections) == 3 and all("headerReference" in xml for xml in sections)
    assert 'w:orient="landscape"' in sections[1]
    assert problems(path) == []


def test_a_header_of_an_earlier_section_is_inherited(
    rich: Report, campus: Path, tmp_path: Path, problems: Problems
) -> None:
    document = docx.Document(str(campus))
    document.add_section()
    document.save(str(campus))
    path = written(rich, campus, tmp_path)
    assert docx.Document(str(path)).sections[0].header.paragraphs[0].text == "Universitas Sagara"
    assert problems(path) == []


def test_a_wide_document_lies_in_an_upright_template(
    rich: Report, campus: Path, tmp_path: Path, problems: Problems
) -> None:
    path = written(replace(rich, page=THESIS.turned()), campus, tmp_path)
    section = docx.Document(str(path)).sections[0]
    assert section.orientation == 1
    assert (round(section.left_margin.cm, 1), round(section.bottom_margin.cm, 1)) == (3.5, 4.5)
    assert problems(path) == []


def test_footnotes_stand_between_the_templates_separators(
    rich: Report, campus: Path, tmp_path: Path, problems: Problems
) -> None:
    noted = replace(rich, blocks=(Paragraph((Span("teks", note="Wawancara"),)),))
    first = written(noted, campus, tmp_path)
    again = first.rename(tmp_path / "templat.docx")
    path = written(noted, again, tmp_path)
    notes = part(path, "word/footnotes.xml")
    assert notes.count("Wawancara") == 1 and notes.count("<w:separator/>") == 1
    assert problems(path) == []


def test_our_own_document_is_a_template_too(
    rich: Report, campus: Path, tmp_path: Path, problems: Problems
) -> None:
    first = tmp_path / "pertama.docx"
    write_report(rich, first)
    path = written(rich, first, tmp_path)
    assert 'w:val="MaknaQuote"' in part(path)
    assert part(path, "word/styles.xml").count('w:styleId="MaknaQuote"') == 1
    assert problems(path) == []


@pytest.mark.parametrize("kind", ["dotx", "docm"])
def test_other_kinds_of_word_file_are_taken_without_what_runs(
    rich: Report, campus: Path, tmp_path: Path, problems: Problems, kind: str
) -> None:
    types = {
        "dotx": b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "docm": b"application/vnd.ms-word.document.macroEnabled.main+xml",
    }
    usual = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    copy = tmp_path / f"kampus.{kind}"
    changed(campus, copy, Types___xml=lambda data: data.replace(usual, types[kind]))
    with zipfile.ZipFile(copy, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"Sub AutoOpen")
    path = written(rich, copy, tmp_path)
    assert "macroEnabled" not in part(path, "[Content_Types].xml")
    with zipfile.ZipFile(path) as archive:
        assert not [name for name in archive.namelist() if "vba" in name]
    assert problems(path) == []
    assert [w.key for w in read_template(copy).warnings] == ["template_macros"]


def _packed(**members: bytes) -> bytes:
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return stored.getvalue()


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"%PDF-1.7", "template_no_word"),
        (b"", "template_no_word"),
        (b"\xd0\xcf\x11\xe0rest", "template_old_word"),
        (b"PK\x03\x04rest", "archive_damaged"),
        (_packed(mimetype=b"x"), "word_no_document"),
        (_packed(bomb=b"\0" * (40 << 20)), "archive_too_large"),
    ],
)
def test_what_is_no_word_file_is_refused_with_its_reason(
    tmp_path: Path, data: bytes, key: str
) -> None:
    path = tmp_path / "templat.docx"
    path.write_bytes(data)
    with pytest.raises(UserError) as caught:
        read_template(path)
    assert caught.value.key == key


def test_a_header_that_fetches_a_picture_from_elsewhere_is_refused(
    rich: Report, campus: Path, tmp_path: Path
) -> None:
    document = docx.Document(str(campus))
    relation = document.sections[0].header.part.relate_to(
        "http://example.org/x.png",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image",
        is_external=True,
    )
    paragraph = document.sections[0].header.paragraphs[0]._p
    r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    a = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    paragraph.append(parse_xml(f'<w:r {W}><a:blip {a} {r} r:link="{relation}"/></w:r>'))
    document.save(str(campus))
    with pytest.raises(UserError) as caught:
        written(rich, campus, tmp_path)
    assert caught.value.key == "template_embeds"


def test_settings_that_fetch_or_lock_are_left_out(
    rich: Report, campus: Path, tmp_path: Path, problems: Problems
) -> None:
    locked = tmp_path / "terkunci.docx"
    lock = b'<w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:defaultTabStop'
    changed(campus, locked, settings__xml=lambda data: data.replace(b"<w:defaultTabStop", lock, 1))
    assert "documentProtection" in part(locked, "word/settings.xml")
    path = written(rich, locked, tmp_path)
    assert "documentProtection" not in part(path, "word/settings.xml")
    assert problems(path) == []


def test_headings_are_found_by_level_and_by_use(campus: Path) -> None:
    document = docx.Document(str(campus))
    chapter = document.styles.add_style("Bab Skripsi", WD_STYLE_TYPE.PARAGRAPH)
    chapter.element.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {W} w:val="0"/>'))
    appendix = document.styles.add_style("Judul Lampiran", WD_STYLE_TYPE.PARAGRAPH)
    appendix.element.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {W} w:val="1"/>'))
    for text in ("BAB I", "BAB II"):
        document.add_paragraph(text, style="Bab Skripsi")
    document.add_paragraph("Lampiran 1", style="Judul Lampiran")
    document.save(str(campus))
    found = guess(read_template(campus).styles)
    assert (found["Heading1"], found["Heading2"]) == ("BabSkripsi", "Heading2")


def test_running_text_is_the_default_style_where_none_is_called_so(campus: Path) -> None:
    styles = [style for style in read_template(campus).styles if "Body" not in style.name]
    assert guess(styles)["MaknaBody"] == "Normal"


def test_the_contents_list_headings_of_any_name(rich: Report, campus: Path, tmp_path: Path) -> None:
    path = written(replace(rich, blocks=(*rich.blocks, Heading(1, "x"))), campus, tmp_path)
    assert "\\h \\z \\u " in part(path)


def test_running_text_stands_upright_where_the_template_ends_lying(
    rich: Report, campus: Path, tmp_path: Path, problems: Problems
) -> None:
    document = docx.Document(str(campus))
    appendix = document.add_section()
    appendix.page_width, appendix.page_height = appendix.page_height, appendix.page_width
    appendix.orientation = WD_ORIENT.LANDSCAPE
    appendix.header.is_linked_to_previous = False
    appendix.header.paragraphs[0].text = "Lampiran"
    document.save(str(campus))
    path = written(rich, campus, tmp_path)
    last = docx.Document(str(path)).sections[-1]
    assert last.page_height > last.page_width
    assert last.header.paragraphs[0].text == "Universitas Sagara"
    assert read_template(campus).page.width_cm == pytest.approx(21, abs=0.01)
    assert problems(path) == []


def test_two_styles_of_one_name_are_told_apart(
    rich: Report, campus: Path, tmp_path: Path, problems: Problems
) -> None:
    document = docx.Document(str(campus))
    first = document.styles["List Bullet 3"].element
    second = deepcopy(first)
    second.set(qn("w:styleId"), "Butir3")
    first.addnext(second)
    document.save(str(campus))
    path = written(rich, campus, tmp_path)
    assert 'w:val="List Bullet 3 (2)"' in part(path, "word/styles.xml")
    assert problems(path) == []


def test_styles_of_ours_keep_what_they_take_from_each_other(
    rich: Report, campus: Path, tmp_path: Path
) -> None:
    """The last of the properties was left-aligned under others that were centred."""
    properties = replace(rich, properties=(("Proyek", "Humas"), ("Tanggal", "hari ini")))
    styles = docx.Document(str(written(properties, campus, tmp_path))).styles
    assert styles["Makna Property"].paragraph_format.alignment is not None
    named = [each for each in styles if getattr(each, "base_style", None) is not None]
    ours = [each for each in named if "Makna" in each.base_style.name]
    assert "Makna Property End" in [each.name for each in ours]
    for style in ours:
        assert style.paragraph_format.alignment is None
        assert style.paragraph_format.first_line_indent is None
