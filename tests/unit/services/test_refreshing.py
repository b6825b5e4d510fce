"""Refreshing the chapter in a real project and a real file."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from makna.domain.errors import UserError
from makna.domain.model import CodeId, SourceId
from makna.formats.refreshing.rawzip import RawZip
from makna.services import codebook, coding, correcting, memos, refreshing, writing
from makna.services.export_options import ExportOptions
from makna.services.exporting import export
from makna.storage.project import Project

OPTIONS = ExportOptions(language="id")
MOMENT = datetime(2026, 11, 21, 16, 50, tzinfo=UTC)
Span = tuple[SourceId, int, int]


@pytest.fixture
def quick(
    project: Project,
    interview: SourceId,
    code: Callable[[str], CodeId],
    place: Callable[[SourceId, str], Span],
) -> CodeId:
    """A code with two passages."""
    made = code("Respons cepat")
    coding.apply_code(project, *place(interview, "Admin wajib menjawab dalam 24 jam."), made)
    coding.apply_code(project, *place(interview, "Cuma dua orang"), made)
    return made


@pytest.fixture
def chapter(project: Project, quick: CodeId, tmp_path: Path) -> Path:
    """The chapter as the author got it."""
    return export(project, "chapter", tmp_path / "Bab IV.docx", OPTIONS).path


def text(path: Path, part: str = "word/document.xml") -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(part).decode()


def edit(path: Path, old: str, new: str) -> None:
    before = text(path)
    assert old in before
    changed = before.replace(old, new, 1).encode()
    path.write_bytes(
        RawZip(path.read_bytes(), path.name).with_members({"word/document.xml": changed})
    )


def refresh(project: Project, path: Path) -> refreshing.Refreshed:
    return refreshing.refresh(project, path, OPTIONS, clock=lambda: MOMENT)


def correct(project: Project, interview: SourceId) -> None:
    at = project.texts.text(interview).index("24 jam")
    correcting.edit_text(project, interview, at, at + 2, "12")


def test_a_corrected_passage_reaches_the_file_and_the_old_file_is_kept(
    project: Project, interview: SourceId, chapter: Path
) -> None:
    before = chapter.read_bytes()
    correct(project, interview)
    done = refresh(project, chapter)
    assert (done.updated, done.added, done.told, done.lost) == (1, 0, 0, 0)
    assert "dalam 12 jam" in text(chapter)
    assert done.backup is not None
    local = MOMENT.astimezone().strftime("%Y-%m-%d %H.%M")
    assert done.backup.name == f"Bab IV (sebelum disegarkan {local}).docx"
    assert done.backup.read_bytes() == before


def test_a_second_refresh_writes_nothing(
    project: Project, interview: SourceId, chapter: Path
) -> None:
    correct(project, interview)
    refresh(project, chapter)
    before, stamp = chapter.read_bytes(), chapter.stat().st_mtime_ns
    again = refresh(project, chapter)
    assert again.nothing
    assert again.backup is None
    assert (chapter.read_bytes(), chapter.stat().st_mtime_ns) == (before, stamp)


def test_two_refreshes_in_one_minute_keep_both_files(
    project: Project, interview: SourceId, chapter: Path
) -> None:
    correct(project, interview)
    first = refresh(project, chapter)
    at = project.texts.text(interview).index("12 jam")
    correcting.edit_text(project, interview, at, at + 2, "6")
    second = refresh(project, chapter)
    assert first.backup != second.backup
    assert "dalam 12 jam" in text(second.backup or Path())


def test_a_new_passage_is_added(
    project: Project,
    interview: SourceId,
    quick: CodeId,
    chapter: Path,
    place: Callable[[SourceId, str], Span],
) -> None:
    coding.apply_code(project, *place(interview, "Setiap keluhan kami baca."), quick)
    assert refresh(project, chapter).added == 1
    assert "Setiap keluhan kami baca" in text(chapter)


def test_a_lost_code_is_named_in_a_comment(
    project: Project, chapter: Path, quick: CodeId, code: Callable[[str], CodeId]
) -> None:
    made = project.passages.codings_of(quick)[0][0]
    coding.recode(project, [made.id], code("Lain"))
    done = refresh(project, chapter)
    assert done.lost == 1
    assert "tidak lagi diberi kode “Respons cepat”" in text(chapter, "word/comments.xml")


def test_a_code_that_came_back_and_went_again_is_named_again(
    project: Project, chapter: Path, quick: CodeId
) -> None:
    passage = project.passages.codings_of(quick)[0][1]
    coding.star_passages(project, [passage], True)
    found = project.passages.get(passage)
    assert found is not None
    place = (project, found.source, found.start, found.end, quick)
    coding.uncode(*place)
    assert [refresh(project, chapter).lost for _ in range(2)] == [1, 0]
    coding.apply_code(*place)
    assert refresh(project, chapter).lost == 0
    coding.uncode(*place)
    assert refresh(project, chapter).lost == 1


def test_a_deleted_passage_and_a_deleted_code_are_named(
    project: Project, chapter: Path, quick: CodeId
) -> None:
    codebook.delete_codes(project, [quick])
    refresh(project, chapter)
    assert "tidak ada lagi di proyek" in text(chapter, "word/comments.xml")


def test_an_edited_quotation_stays_and_the_new_version_is_in_a_comment(
    project: Project, interview: SourceId, chapter: Path
) -> None:
    edit(chapter, "Admin wajib", "Petugas wajib")
    correct(project, interview)
    done = refresh(project, chapter)
    assert (done.updated, done.told, done.kept_edited) == (0, 1, 1)
    assert "Petugas wajib menjawab dalam 24 jam" in text(chapter)
    assert "Admin wajib menjawab dalam 12 jam" in text(chapter, "word/comments.xml")


def test_a_preview_says_the_same_and_writes_nothing(
    project: Project, interview: SourceId, chapter: Path
) -> None:
    correct(project, interview)
    before = chapter.read_bytes()
    seen = refreshing.preview(project, chapter, OPTIONS, clock=lambda: MOMENT)
    assert chapter.read_bytes() == before
    assert [c.action.value for c in seen.changes] == ["replace"]
    assert "12 jam" in seen.changes[0].words
    assert refresh(project, chapter).changes == seen.changes


@pytest.mark.parametrize("lock", ["~$b IV.docx", "~$Bab IV.docx", ".~lock.Bab IV.docx#"])
def test_a_file_that_is_open_elsewhere_is_left_alone(
    project: Project, interview: SourceId, chapter: Path, lock: str
) -> None:
    correct(project, interview)
    before = chapter.read_bytes()
    chapter.with_name(lock).write_bytes(b"Sari")
    with pytest.raises(UserError) as caught:
        refresh(project, chapter)
    assert caught.value.key == "refresh_open"
    assert lock in str(caught.value)
    assert chapter.read_bytes() == before


def test_a_file_that_was_saved_in_the_meantime_is_not_overwritten(
    project: Project, interview: SourceId, chapter: Path
) -> None:
    correct(project, interview)

    def meanwhile() -> datetime:
        edit(chapter, "Admin wajib", "Petugas wajib") if "Admin wajib" in text(chapter) else None
        return MOMENT

    with pytest.raises(UserError) as caught:
        refreshing.refresh(project, chapter, OPTIONS, clock=meanwhile)
    assert caught.value.key == "refresh_changed_meanwhile"
    assert "Petugas wajib menjawab dalam 24 jam" in text(chapter)
    assert sorted(p.name for p in chapter.parent.glob("*.part")) == []


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"bukan zip", "refresh_not_word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"W\0o\0r\0d\0", "refresh_old_word"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "refresh_password",
        ),
        (b"PK\x03\x04 rusak", "archive_damaged"),
    ],
)
def test_what_is_no_chapter_is_refused_with_its_reason(
    project: Project, quick: CodeId, tmp_path: Path, data: bytes, key: str
) -> None:
    path = tmp_path / "Bab.docx"
    path.write_bytes(data)
    with pytest.raises(UserError) as caught:
        refresh(project, path)
    assert caught.value.key == key
    assert path.read_bytes() == data


def test_a_file_that_is_not_there_says_what_to_do(project: Project, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        refresh(project, tmp_path / "Bab.docx")
    assert caught.value.key == "refresh_no_file"


def test_a_memo_becomes_an_introduction_and_is_kept_up_to_date(
    project: Project, chapter: Path, quick: CodeId
) -> None:
    made = memos.write_memo(project, "Pengantar", "Tentang *waktu*.").value
    kept = writing.create_chapter(project, "Bab IV").value
    writing.set_introduction(project, kept, quick, made)
    assert refresh(project, chapter).added == 1
    assert text(chapter).index("waktu") < text(chapter).index("Admin wajib")
    memos.change_memo(project, made, body="Tentang antrean.")
    assert refresh(project, chapter).updated == 1
    assert "Tentang antrean." in text(chapter)


def test_an_export_over_what_the_author_wrote_keeps_it_and_says_so(
    project: Project, chapter: Path
) -> None:
    edit(chapter, "Admin wajib", "Petugas wajib")
    mine = chapter.read_bytes()
    done = export(project, "chapter", chapter, OPTIONS)
    assert done.backup is not None and done.backup.read_bytes() == mine
    assert done.backup.name.startswith("Bab IV (sebelum diekspor 2")
    assert "Admin wajib" in text(chapter)
    again = export(project, "codebook", done.backup, OPTIONS)
    assert again.backup is not None and again.backup.read_bytes() == mine


def test_an_export_over_a_chapter_as_it_was_exported_keeps_nothing(
    project: Project, interview: SourceId, chapter: Path
) -> None:
    correct(project, interview)
    assert export(project, "chapter", chapter, OPTIONS).backup is None
    assert [path.name for path in chapter.parent.glob("*.docx")] == ["Bab IV.docx"]


def test_an_export_over_a_refreshed_chapter_or_another_word_file_keeps_it(
    project: Project, interview: SourceId, chapter: Path
) -> None:
    correct(project, interview)
    assert refresh(project, chapter).updated == 1
    assert export(project, "chapter", chapter, OPTIONS).backup is not None
    other = export(project, "codebook", chapter.with_name("Lain.docx"), OPTIONS).path
    assert export(project, "codebook", other, OPTIONS).backup is None
    assert export(project, "chapter", other, OPTIONS).backup is not None


def test_an_export_that_cannot_keep_the_authors_file_replaces_nothing(
    project: Project, chapter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(chapter, "Admin wajib", "Petugas wajib")
    mine = chapter.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("makna.services.file_copies.shutil.copystat", full)
    with pytest.raises(UserError) as caught:
        export(project, "chapter", chapter, OPTIONS)
    assert caught.value.key == "cannot_write"
    assert chapter.read_bytes() == mine


def test_without_the_record_what_comes_back_is_said(project: Project, chapter: Path) -> None:
    before = text(chapter)
    start = before.index("<w:sdt>", before.index("Admin wajib") - 900)
    gone = before[:start] + before[before.index("</w:sdt>", start) + 8 :]
    members = {"word/document.xml": gone.encode(), "customXml/item1.xml": b"<a/>"}
    chapter.write_bytes(RawZip(chapter.read_bytes(), "x").with_members(members))
    done = refresh(project, chapter)
    assert done.added == 1
    assert "refresh_added_unsure" in [problem.key for problem in done.problems]
