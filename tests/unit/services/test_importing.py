"""Bringing files in: one file, one step; a bad one stops nothing."""

from __future__ import annotations

import hashlib
import io
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.shared import Cm

from makna.domain.changes import ChangeSet
from makna.domain.document import (
    Block,
    ParsedComment,
    ParsedDocument,
    ParsedTurn,
    Run,
    plain_layout,
)
from makna.domain.errors import BadFile, UserError
from makna.domain.model import SourceKind
from makna.services import history, importing, projects
from makna.services.importing import ImportOptions, import_files, import_text
from makna.storage.project import Project

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154"
    "789c63606060000000040001f61738550000000049454e44ae426082"
)


def written(folder: Path, **files: str | bytes) -> list[Path]:
    found = []
    for name, content in files.items():
        path = folder / f"{name}.txt"
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        found.append(path)
    return found


def names(project: Project) -> list[str]:
    return [source.name for source in project.sources.all()]


def test_a_bad_file_is_skipped_with_its_reason_and_the_rest_goes_on(
    project: Project, tmp_path: Path
) -> None:
    paths = written(tmp_path, a="satu", b=bytes(range(256)) * 9, c="", d="empat")
    paths.insert(1, tmp_path / "tidak ada.txt")
    paths.insert(1, tmp_path)
    report = import_files(project, paths).value
    assert names(project) == ["a", "d"]
    assert [(Path(s.path).name, s.why.key) for s in report.skipped] == [
        (tmp_path.name, "no_file"),
        ("tidak ada.txt", "no_file"),
        ("b.txt", "txt_binary"),
        ("c.txt", "file_empty"),
    ]
    assert [i.source for i in report.imported] == ["a", "d"]


def test_each_file_is_a_step_of_one_group_that_is_undone_as_a_whole(
    project: Project, tmp_path: Path
) -> None:
    import_text(project, "Sebelumnya", "kata")
    paths = written(tmp_path, a="satu", b="dua", c="tiga")
    announced: list[ChangeSet] = []
    outcome = import_files(project, paths, announce=announced.append)
    entries = project.history.entries(3)
    assert {entry.group for entry in entries} == {outcome.value.group}
    assert [len(changes.keys("source")) for changes in announced] == [1, 1, 1]
    assert outcome.changes.keys("source") == {2, 3, 4}
    assert len(history.undo_group(project, outcome.value.group).value) == 3
    assert names(project) == ["Sebelumnya"]
    history.redo(project, 3)
    assert names(project) == ["Sebelumnya", "a", "b", "c"]


def test_cancelling_keeps_what_is_in_and_drops_the_rest(project: Project, tmp_path: Path) -> None:
    paths = written(tmp_path, a="satu", b="dua", c="tiga")
    told: list[tuple[int, int, str]] = []
    report = import_files(
        project,
        paths,
        progress=lambda *at: told.append(at),
        cancelled=lambda: len(told) == 3,
    ).value
    assert report.cancelled
    assert names(project) == ["a", "b"]
    assert told == [(0, 3, "a.txt"), (1, 3, "b.txt"), (2, 3, "c.txt"), (3, 3, "")]


def test_the_same_bytes_are_refused_unless_asked_for_again(
    project: Project, tmp_path: Path
) -> None:
    paths = written(tmp_path, a="satu", b="satu")
    report = import_files(project, paths).value
    assert [(s.why.key, s.why.details) for s in report.skipped] == [
        ("imported_already", {"source": "a"})
    ]
    import_files(project, paths, options=ImportOptions(again=True))
    assert names(project) == ["a", "a (2)", "b"]
    assert len(project.blobs.names()) == 1


class Inline:
    """An executor that works at once, and remembers how far ahead it was asked to."""

    def __init__(self) -> None:
        self.asked = 0

    def submit(self, call: Any, *args: Any) -> Future[Any]:
        self.asked += 1
        future: Future[Any] = Future()
        try:
            future.set_result(call(*args))
        except BadFile as error:
            future.set_exception(error)
        return future


def test_reading_ahead_in_other_processes_changes_nothing_else(
    project: Project, tmp_path: Path
) -> None:
    paths = written(tmp_path, **{f"f{n:02}": f"kata {n}" for n in range(20)}, x="kata 3", y="")
    executor = Inline()
    report = import_files(project, paths, executor=executor).value  # type: ignore[arg-type]
    assert names(project) == [f"f{n:02}" for n in range(20)]
    assert [s.why.key for s in report.skipped] == ["imported_already", "file_empty"]
    assert executor.asked == 22


def test_original_text_speakers_and_turns_are_kept(project: Project, tmp_path: Path) -> None:
    words = "Peneliti: Apa?\r\nRina: Itu.\r\nPeneliti: Lalu?\r\nRina: Begitu.\r\n"
    (path,) = written(tmp_path, wawancara=words)
    (made,) = import_files(project, [path]).value.imported
    assert project.texts.text(made.id) == words.replace("\r\n", "\n")
    sha, name = project.sources.file(made.id, "original") or ("", "")
    assert (project.blobs.get(sha), name) == (words.encode(), "wawancara.txt")
    assert [(t.name, t.start) for t in project.sources.turns(made.id)][:2] == [
        ("Peneliti", 0),
        ("Rina", 15),
    ]
    speakers = project.sources.speakers(made.id)
    assert [(s["name"], s["interviewer"]) for s in speakers] == [("Peneliti", 1), ("Rina", 0)]
    assert project.sources.all()[0].kind is SourceKind.INTERVIEW


def test_options_say_kind_language_and_case(project: Project, tmp_path: Path) -> None:
    paths = written(tmp_path, a="satu", b="dua")
    options = ImportOptions(kind=SourceKind.NEWS, language="en", case="Metro")
    import_files(project, paths, options=options)
    import_text(project, "c", "tiga", options=ImportOptions(case="METRO", again=True))
    assert {(s.kind, s.cases) for s in project.sources.all()[:2]} == {(SourceKind.NEWS, ("Metro",))}
    assert [s.language for s in project.sources.all()] == ["en", "en", "id"]
    (case,) = project.cases.all()
    assert case.sources == ("a", "b", "c")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Dr. Ahmad", "Dr. Ahmad"),
        ("Rapat 12.03.2024", "Rapat 12.03.2024"),
        ("RT/RW 05", "RT/RW 05"),
        ("  Catatan \t lapangan ", "Catatan lapangan"),
        (".txt", ".txt"),
    ],
)
def test_a_typed_source_keeps_the_name_it_was_given(
    project: Project, typed: str, kept: str
) -> None:
    assert import_text(project, typed, "kata").value.source == kept
    assert import_text(project, typed, "kata").value.source == f"{kept} (2)"


@pytest.mark.parametrize(("name", "text"), [("", "kata"), (" \n", "kata"), ("A", ""), ("A", " \n")])
def test_a_source_needs_a_name_and_a_text(project: Project, name: str, text: str) -> None:
    with pytest.raises(UserError):
        import_text(project, name, text)
    assert project.history.entries() == []


def test_a_file_is_named_without_its_suffix(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "I1. Kabid  Humas.docx.txt"
    path.write_text("kata")
    (made,) = import_files(project, [path]).value.imported
    assert made.source == "I1. Kabid Humas.docx"


def test_a_word_file_keeps_looks_pictures_and_comments(project: Project, tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Humas ")
    bold = paragraph.add_run("penting")
    bold.bold = True
    document.add_comment(bold, text="lihat teori", author="Budi", initials="B")
    document.add_paragraph().add_run().add_picture(io.BytesIO(PNG), Cm(1))
    path = tmp_path / "a.docx"
    document.save(str(path))
    (made,) = import_files(project, [path]).value.imported
    assert project.texts.text(made.id) == "Humas penting\n\ufffc"
    layout = project.texts.layout(made.id)
    assert [run.bold for run in layout[0].runs] == [True]
    assert project.blobs.get(layout[1].runs[0].picture or "") == PNG
    (passage,) = project.passages.of_source(made.id)
    assert (passage.start, passage.end, passage.memo) == (6, 13, "Budi: lihat teori")
    history.undo(project)
    history.redo(project)
    assert projects.check_project(project) == []


DOCUMENT = ParsedDocument(
    "satu dua\ntiga",
    (Block(8), Block(4, runs=(Run(0, 4, italic=True),))),
    turns=(ParsedTurn(0, 8, "Ibu", 61_000),),
    comments=(
        ParsedComment(5, 8, "di sini", "Budi"),
        ParsedComment(4, 8, "di sini juga"),
        ParsedComment(3, 3, "tanpa tempat", "Budi"),
        ParsedComment(0, 4, "  "),
    ),
)


def test_comments_become_memos_of_their_place_or_of_the_source(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "read_document", lambda *_: DOCUMENT)
    (path,) = written(tmp_path, a="apa saja")
    (made,) = import_files(project, [path]).value.imported
    (passage,) = project.passages.of_source(made.id)
    assert (passage.start, passage.end) == (5, 8)
    assert passage.memo == "Budi: di sini\n\ndi sini juga"
    assert project.sources.all()[0].memo == "Budi: tanpa tempat"
    assert [t.time_ms for t in project.sources.turns(made.id)] == [61_000]


@pytest.mark.parametrize(
    "wrong", [ParsedDocument("a\r\nb", plain_layout("a\r\nb")), ParsedDocument("abc", (Block(2),))]
)
def test_a_reader_that_contradicts_itself_is_not_believed(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: ParsedDocument
) -> None:
    monkeypatch.setattr(importing, "read_document", lambda *_: wrong)
    (skipped,) = import_files(project, written(tmp_path, a="apa")).value.skipped
    assert skipped.why.key == "bad_reading"
    assert project.history.entries() == []


def test_folders_give_their_files_sorted_and_say_what_is_left_out(tmp_path: Path) -> None:
    folder, outside = tmp_path / "data", tmp_path / "luar.txt"
    for name in ("b.txt", "a/c.TXT", ".x.txt", "~$b.txt", ".git/d.txt", "e.exe"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("kata")
    outside.write_text("rahasia")
    (folder / "taut.txt").symlink_to(outside)
    (folder / "naik").symlink_to(tmp_path, target_is_directory=True)
    found = importing.look_through([folder, outside, folder / "b.txt"], frozenset({".txt"}))
    assert [path.name for path in found.known] == ["c.TXT", "b.txt", "luar.txt"]
    assert {Path(skipped.path).name: skipped.why.key for skipped in found.left_out} == {
        "e.exe": "suffix_left_out",
        "taut.txt": "link_left_out",
        "naik": "link_left_out",
        ".x.txt": "hidden_left_out",
        ".git": "hidden_left_out",
        "~$b.txt": "lock_left_out",
    }


def test_a_folder_that_may_only_be_listed_has_a_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    (tmp_path / "a.txt").write_text("kata")
    monkeypatch.setattr(Path, "is_symlink", refused)
    found = importing.look_through([tmp_path], frozenset({".txt"}))
    assert found.known == []
    assert [skipped.why.key for skipped in found.left_out] == ["unreadable"]


def test_a_file_that_is_named_itself_is_tried_whatever_it_is(tmp_path: Path) -> None:
    (tmp_path / ".catatan.xyz").write_text("kata")
    (tmp_path / "taut.txt").symlink_to(tmp_path / ".catatan.xyz")
    named = [tmp_path / ".catatan.xyz", tmp_path / "taut.txt"]
    found = importing.look_through(named, frozenset({".txt"}))
    assert (found.known, found.left_out) == (named, [])


def test_blobs_are_found_by_their_content(project: Project) -> None:
    with project.writing():
        names = {project.blobs.add(data) for data in (b"kata " * 99, PNG, b"", b"kata " * 99)}
    assert project.blobs.get(hashlib.sha256(PNG).hexdigest()) == PNG
    assert sorted(names) == project.blobs.names()
    with pytest.raises(KeyError):
        project.blobs.get("00")


def test_a_file_with_a_hostile_name_has_a_plain_one_in_the_project(
    project: Project, tmp_path: Path
) -> None:
    path = tmp_path / "jahat\x1b[31m\u202egpj.txt"
    path.write_text("kata")
    (made,) = import_files(project, [path]).value.imported
    assert made.source == "jahat [31mgpj"
