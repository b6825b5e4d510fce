"""All the words in a file, also those that no page shows."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import docx
import pytest

from makna.domain.errors import BadFile
from makna.formats.file_texts import file_texts


def words(data: bytes, name: str) -> str:
    return "\n".join(text for _, text in file_texts(data, name).parts)


def word_file() -> bytes:
    document = docx.Document()
    paragraph = document.add_paragraph()
    paragraph.add_run("kata Ri").bold = True
    paragraph.add_run("na di sini")
    document.add_comment(paragraph.runs, text="komentar Ana", author="Budi", initials="B")
    document.sections[0].header.paragraphs[0].text = "kepala Citra"
    document.core_properties.author = "Dewi"
    document.add_table(1, 1).cell(0, 0).text = "sel Eka"
    stored = io.BytesIO()
    document.save(stored)
    return stored.getvalue()


@pytest.mark.parametrize(
    "name", ["kata Rina di sini", "komentar Ana", "Budi", "kepala Citra", "Dewi", "sel Eka"]
)
def test_every_part_of_a_word_file_is_read_and_cut_names_are_joined(name: str) -> None:
    assert name in words(word_file(), "x.docx")


def test_members_that_are_no_text_are_named() -> None:
    stored = io.BytesIO(word_file())
    with zipfile.ZipFile(stored, "a") as archive:
        archive.writestr("word/media/image1.png", b"\x89PNG Rina")
        archive.writestr("customXml/Rina.xml", "<not xml")
    found = file_texts(stored.getvalue(), "x.docx")
    assert {*found.unread} >= {"word/media/image1.png", "customXml/Rina.xml"}
    assert "customXml/Rina.xml" in found.parts[0][1]
    assert ("customXml/Rina.xml", "<not xml") in found.parts


def test_marks_and_escapes_hide_no_name() -> None:
    assert "kata Rina" in words(b"kata **Ri**na", "x.md")
    assert "kata Rina" in words(
        json.dumps({"a": ["kata R\u0131na", "kata Rina"]}).encode(), "x.json"
    )
    html = '<p>kata <b>Ri</b>na <img alt="Ana"><!-- Budi --></p><title>Citra</title>'
    for name in ("kata Rina", "Ana", "Budi", "Citra"):
        assert name in words(html.encode(), "x.html")


def test_what_is_no_file_of_words_is_said(tmp_path: Path) -> None:
    assert file_texts(b"\x89PNG", "x.png").unread == ("x.png",)
    with pytest.raises(BadFile):
        file_texts(b"PK\x03\x04 broken", "x.docx")
