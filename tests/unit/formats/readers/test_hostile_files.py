"""Whatever a file holds, a reader returns a document or gives a reason."""

from __future__ import annotations

import io
import pickle
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from makna.domain.document import fits
from makna.domain.errors import BadFile
from makna.domain.text import canonical
from makna.domain.wording import errors_imports, errors_pictures, errors_readers
from makna.formats import registry
from makna.formats.archive import Archive, Limits
from makna.formats.registry import read_document

LONGER = 10 if settings().max_examples >= 1_000 else 1
"""In `dev.py fuzz` so many times more examples than usually."""

ERRORS = errors_readers.ERRORS | errors_imports.ERRORS | errors_pictures.ERRORS
SAMPLE = (Path(__file__).parents[3] / "files" / "wawancara.docx").read_bytes()


def reason(data: bytes, name: str = "uji.docx") -> str:
    with pytest.raises(BadFile) as caught:
        read_document(data, name)
    what, why, next_step = (s.format(**caught.value.details) for s in ERRORS[caught.value.key][1])
    assert name in what and why and next_step
    return caught.value.key


def bare(body: str) -> bytes:
    """A Word file without anything but a body."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        root = f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", root)
    return buffer.getvalue()


def survives(data: bytes, name: str = "uji.docx") -> None:
    try:
        document = read_document(data, name)
    except BadFile as error:
        assert error.key in ERRORS
    else:
        assert fits(document.text, document.layout)
        assert canonical(document.text) == document.text
        for comment in document.comments:
            assert 0 <= comment.start < comment.end <= len(document.text)


@settings(max_examples=150 * LONGER, deadline=None)
@given(st.integers(0, len(SAMPLE)))
def test_a_truncated_file_has_a_reason(length: int) -> None:
    survives(SAMPLE[:length])


@settings(max_examples=150 * LONGER, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(SAMPLE) - 1), st.integers(0, 255)), max_size=12))
def test_a_file_with_wrong_bytes_has_a_reason(changes: list[tuple[int, int]]) -> None:
    damaged = bytearray(SAMPLE)
    for at, value in changes:
        damaged[at] = value
    survives(bytes(damaged))


TAGS = "p r t tbl tr tc sdt sdtContent ins del pPr rPr br fldChar txbxContent hyperlink".split()
XML = st.recursive(
    st.text("ab 1:\u2028é", max_size=6),
    lambda inner: st.tuples(st.sampled_from(TAGS), st.lists(inner, max_size=4)).map(
        lambda pair: f"<w:{pair[0]}>{''.join(pair[1])}</w:{pair[0]}>"
    ),
    max_leaves=25,
)


@settings(max_examples=150 * LONGER, deadline=None)
@given(body=XML)
def test_elements_in_the_wrong_places_do_no_harm(body: str) -> None:
    survives(bare(f"<w:p><w:r><w:t>x</w:t></w:r></w:p>{body}"))


@settings(max_examples=200 * LONGER, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.docx", "a", "a.pdf"]))
def test_random_bytes_have_a_reason(data: bytes, name: str) -> None:
    survives(data, name)


def test_an_entity_bomb_is_refused(make_zip: Callable[..., bytes]) -> None:
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE x [<!ENTITY a0 "ha">{lines}]><x>&a9;</x>'
    assert reason(make_zip({"word/document.xml": bomb})) == "xml_dtd"


def test_an_external_entity_is_refused_in_any_encoding(make_zip: Callable[..., bytes]) -> None:
    leak = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>'
    assert reason(make_zip({"word/document.xml": leak})) == "xml_dtd"
    wide = f'<?xml version="1.0" encoding="UTF-16"?>{leak}'.encode("utf-16")
    assert reason(make_zip({"word/document.xml": wide})) in ("xml_dtd", "xml_damaged")


def test_a_zip_bomb_is_refused(make_zip: Callable[..., bytes]) -> None:
    bomb = make_zip({"word/document.xml": b" " * (34 << 20)})
    assert len(bomb) < 100_000
    assert reason(bomb) == "archive_too_large"


def test_too_many_members_are_refused(make_zip: Callable[..., bytes]) -> None:
    data = make_zip({f"word/{n}": "x" for n in range(20)})
    with pytest.raises(BadFile) as caught:
        Archive(data, "a", Limits(members=10))
    assert caught.value.key == "archive_too_large"


def test_absurd_nesting_is_refused(make_zip: Callable[..., bytes]) -> None:
    deep = "<a>" * 5_000 + "</a>" * 5_000
    assert reason(make_zip({"word/document.xml": deep})) == "xml_too_deep"


@pytest.mark.parametrize("wrapper", ["ins", "sdt><w:sdtContent", "tbl><w:tr><w:tc"])
def test_nesting_up_to_the_parser_s_limit_is_read_or_refused(wrapper: str) -> None:
    names = wrapper.split("><w:")
    opened = "".join(f"<w:{name}>" for name in names)
    closed = "".join(f"</w:{name}>" for name in reversed(names))
    count = 230 // len(names)
    paragraph = "<w:p><w:r><w:t>dalam</w:t></w:r></w:p>"
    survives(bare(opened * count + paragraph + closed * count))


def test_a_relation_that_leaves_the_archive_finds_nothing(make_word: Callable[..., bytes]) -> None:
    relation = '<Relationship Id="x" Type="t/image" Target="../../../../etc/hostname"/>'
    body = '<w:p><w:r><w:t>x</w:t><w:drawing><a:blip r:embed="x"/></w:drawing></w:r></w:p>'
    document = read_document(make_word(body, relations=relation), "a.docx")
    assert document.pictures == {}
    assert [message.key for message in document.warnings] == ["docx_pictures_left_out"]


def test_a_damaged_part_beside_the_text_costs_only_that_part(
    make_zip: Callable[..., bytes],
) -> None:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    relations = '<R><Relationship Id="s" Type="t/styles" Target="styles.xml"/></R>'
    data = make_zip(
        {
            "word/document.xml": f'<w:document xmlns:w="{space}"><w:body><w:p><w:r><w:t>isi</w:t>'
            "</w:r></w:p></w:body></w:document>",
            "word/_rels/document.xml.rels": relations,
            "word/styles.xml": "<w:styles",
        }
    )
    document = read_document(data, "a.docx")
    assert document.text == "isi"
    assert [message.key for message in document.warnings] == ["docx_part_damaged"]


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "file_empty"),
        (b" \r\n\t", "file_empty"),
        (OLE + "WordDocument".encode("utf-16-le"), "word_old"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "word_encrypted"),
        (OLE, "ole_unknown"),
        (b"%PDF-1.7\n", "pdf_damaged"),
        (b"{\\rtf1 x", "file_cut"),
        (b"<!DOCTYPE html><p> ", "file_empty"),
        (bytes(range(256)) * 20, "archive_damaged"),
    ],
)
def test_what_cannot_be_read_says_what_it_is(data: bytes, key: str) -> None:
    assert reason(data) == key


def test_a_spreadsheet_named_docx_is_recognised(make_zip: Callable[..., bytes]) -> None:
    assert reason(make_zip({"xl/workbook.xml": "<x/>"})) == "table_damaged"


def test_an_archive_without_a_document_says_so(make_zip: Callable[..., bytes]) -> None:
    assert reason(make_zip({"word/other.xml": "<x/>"})) == "word_no_document"


def test_content_goes_before_the_suffix(make_word: Callable[..., bytes]) -> None:
    body = "<w:p><w:r><w:t>isi</w:t></w:r></w:p>"
    assert read_document(make_word(body), "a.txt").media_type.endswith("wordprocessingml.document")
    assert read_document(b"isi", "a.docx").media_type == "text/plain"


def test_a_missing_file_and_a_folder_have_a_reason(tmp_path: Path) -> None:
    for path in (tmp_path / "tidak ada.txt", tmp_path):
        with pytest.raises(BadFile) as caught:
            read_document(path)
        assert caught.value.key == "file_unreadable"


def test_a_huge_file_is_not_loaded(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(registry, "MAX_FILE", 10)
    (tmp_path / "a.txt").write_text("lebih dari sepuluh")
    with pytest.raises(BadFile) as caught:
        read_document(tmp_path / "a.txt")
    assert caught.value.key == "file_too_large"


def test_a_contradictory_directory_is_damage(make_word: Callable[..., bytes]) -> None:
    data = bytearray(make_word("<w:p/>"))
    at = data.rindex(b"PK\x05\x06")
    data[at + 16 : at + 20] = struct.pack("<I", 0xFFFFFF)
    assert reason(bytes(data)) == "archive_damaged"


def test_readers_are_found_and_documents_travel_between_processes() -> None:
    assert {".docx", ".txt"} <= registry.suffixes()
    document = read_document(SAMPLE, "a.docx")
    assert pickle.loads(pickle.dumps(document)) == document
