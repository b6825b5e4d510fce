"""Rectangles on pages are passages like any other, and texts leave them alone."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from makna.domain.errors import UserError
from makna.domain.model import CodeId, SourceId, SourceKind
from makna.domain.regions import Region
from makna.domain.report import Picture
from makna.services import coding, correcting, history, importing, pages, projects
from makna.services.export_options import ExportOptions
from makna.services.exporting import build, export
from makna.services.retrieval import read_excerpts, retrieve
from makna.services.span_coding import Span, code_spans
from makna.storage.project import Project

Code = Callable[[str], CodeId]
SIGN = Region(1, 10, 5, 50, 35)


def brought(project: Project, tmp_path: Path, name: str, data: bytes) -> SourceId:
    path = tmp_path / name
    path.write_bytes(data)
    report = importing.import_files(project, [path]).value
    assert report.skipped == []
    return report.imported[0].id


@pytest.fixture
def photo(project: Project, tmp_path: Path, material: Any) -> SourceId:
    return brought(project, tmp_path, "foto.jpg", material.photo(orientation=6))


@pytest.fixture
def article(project: Project, tmp_path: Path, material: Any) -> SourceId:
    return brought(project, tmp_path, "artikel.pdf", material.article())


def on_page(project: Project, source: SourceId, page: int = 2) -> tuple[SourceId, int, int, Region]:
    start = pages.page_start(project, source, page)
    return source, start, start, Region(page, 72_000, 100_000, 300_000, 180_000)


def refused(call: Callable[[], Any]) -> str:
    with pytest.raises(UserError) as caught:
        call()
    return caught.value.key


def test_a_picture_is_a_source_without_text(project: Project, photo: SourceId) -> None:
    found = project.sources.get(photo)
    assert found is not None
    assert (found.kind, found.characters, found.date) == (SourceKind.PICTURE, 0, "2025-03-03")
    sizes = pages.page_sizes(project, photo)
    assert [(size.width, size.height) for size in sizes] == [(40, 60)]


def test_the_location_is_not_in_the_project(project: Project, photo: SourceId) -> None:
    data, media_type, _ = pages.original(project, photo)
    assert media_type == "image/jpeg"
    assert (110).to_bytes(4, "big") not in data[:600]
    assert (110).to_bytes(4, "little") not in data[:600]


def test_a_photo_is_known_again_without_its_location(
    project: Project, photo: SourceId, tmp_path: Path
) -> None:
    again = importing.import_files(project, [tmp_path / "foto.jpg"]).value
    assert [skipped.why.key for skipped in again.skipped] == ["imported_already"]


def test_coding_a_rectangle_twice_is_one_passage(
    project: Project, photo: SourceId, code: Code
) -> None:
    region = Region(1, 5, 5, 30, 30)
    first = coding.apply_code(project, photo, 0, 0, code("A"), region=region).value
    second = coding.apply_code(project, photo, 0, 0, code("B"), region=region).value
    assert first.passage == second.passage
    found = project.passages.get(first.passage)
    assert found is not None
    assert (found.region, found.start, found.end, len(found.codings)) == (region, 0, 0, 2)
    assert project.passages.places_of_source(photo) == []
    assert project.passages.on_pages(photo) == [found]


@pytest.mark.parametrize(
    ("region", "key"),
    [
        (Region(2, 1, 1, 5, 5), "no_page"),
        (Region(0, 1, 1, 5, 5), "no_page"),
        (Region(1, 5, 1, 5, 9), "bad_region"),
        (Region(1, -1, 1, 5, 9), "bad_region"),
        (Region(1, 1, 1, 41, 9), "bad_region"),
    ],
)
def test_a_rectangle_lies_on_its_page(
    region: Region, key: str, project: Project, photo: SourceId, code: Code
) -> None:
    steps = len(project.history.entries(-1))
    a = code("A")
    assert refused(lambda: coding.apply_code(project, photo, 0, 0, a, region=region)) == key
    assert len(project.history.entries(-1)) == steps + 1


def test_a_text_has_no_rectangles(project: Project, interview: SourceId, code: Code) -> None:
    a = code("A")
    call = lambda: coding.apply_code(project, interview, 0, 0, a, region=SIGN)  # noqa: E731
    assert refused(call) == "no_pages"


def test_a_rectangle_is_moved_and_taken_back(project: Project, photo: SourceId, code: Code) -> None:
    small, large = Region(1, 5, 5, 20, 20), Region(1, 5, 5, 35, 40)
    a, b = code("A"), code("B")
    first = coding.apply_code(project, photo, 0, 0, a, region=small, memo="satu").value
    there = coding.apply_code(project, photo, 0, 0, b, region=large).value
    moved = coding.move_edges(project, first.passage, 0, 0, region=large).value
    assert moved == there.passage
    merged = project.passages.get(moved)
    assert merged is not None and {c.code for c in merged.codings} == {a, b}
    assert len(project.passages.on_pages(photo)) == 1
    history.undo(project)
    assert [p.region for p in project.passages.on_pages(photo)] == [small, large]
    assert refused(lambda: coding.move_edges(project, first.passage, 0, 3)) == "other_kind_of_place"


def test_the_last_code_takes_the_rectangle_with_it(
    project: Project, photo: SourceId, code: Code
) -> None:
    region = Region(1, 5, 5, 20, 20)
    a = code("A")
    coding.apply_code(project, photo, 0, 0, a, region=region)
    coding.uncode(project, photo, 0, 0, a, region=region)
    assert project.passages.on_pages(photo) == []
    call = lambda: coding.uncode(project, photo, 0, 0, a, region=region)  # noqa: E731
    assert refused(call) == "not_coded_there"


def test_memo_and_star_need_no_code(project: Project, photo: SourceId) -> None:
    region = Region(1, 5, 5, 20, 20)
    passage = coding.write_passage_memo(project, photo, 0, 0, "Lihat", region=region).value
    assert coding.star_place(project, photo, 0, 0, True, region=region).value == passage
    found = project.passages.get(passage)
    assert found is not None and (found.memo, found.star) == ("Lihat", True)


def test_a_page_begins_where_its_first_words_stand(project: Project, article: SourceId) -> None:
    text = project.texts.text(article)
    assert "humas dan dijawab" in text and "jawaban datang setelah" in text
    assert "Laporan Humas" not in text
    assert pages.page_start(project, article, 1) == 0
    assert pages.page_start(project, article, 2) == text.index("datang") + 2


def test_corrections_leave_rectangles_alone(
    project: Project, article: SourceId, code: Code
) -> None:
    a = code("A")
    place = on_page(project, article)
    passage = coding.apply_code(project, *place[:3], a, region=place[3]).value.passage
    start = place[1]
    correcting.edit_text(project, article, 0, 6, "Tiap")
    found = project.passages.get(passage)
    assert found is not None and (found.start, found.end) == (start - 2, start - 2)
    done = correcting.edit_text(project, article, start - 10, start + 10, "").value
    assert done.collapsed == () and done.merged == 0
    found = project.passages.get(passage)
    assert found is not None and found.start == found.end == start - 10
    assert found.region == place[3]
    history.undo(project)
    history.undo(project)
    found = project.passages.get(passage)
    assert found is not None and (found.start, found.end) == (start, start)


def test_two_rectangles_of_a_page_never_merge_by_a_correction(
    project: Project, article: SourceId, code: Code
) -> None:
    source, start, _, region = on_page(project, article)
    other = Region(2, 1_000, 1_000, 9_000, 9_000)
    for each in (region, other):
        coding.apply_code(project, source, start, start, code("A"), region=each)
    correcting.edit_text(project, source, start, start + 1, "")
    correcting.edit_text(project, source, start, start, "x")
    assert [p.region for p in project.passages.on_pages(source)] == [other, region]
    assert projects.check_project(project) == []


def test_words_and_rectangles_are_one_list(project: Project, article: SourceId, code: Code) -> None:
    a = code("A")
    source, start, _, region = on_page(project, article)
    text = project.texts.text(source)
    late, early = text.index("terlalu"), text.index("keluhan")
    code_spans(project, [Span(source, late, late + 7), Span(source, early, early + 7)], a)
    coding.apply_code(project, source, start, start, a, region=region)
    found = read_excerpts(project, retrieve(project, 'code:"A"'))
    assert [excerpt.text for excerpt in found] == ["keluhan", "", "terlalu"]
    assert found[1].passage.region == region and found[1].speaker == ""
    counted = project.sources.get(source)
    assert counted is not None
    assert (counted.passages, counted.codings, counted.coded_characters) == (3, 3, 14)


def test_nobody_says_a_rectangle(
    project: Project, tmp_path: Path, material: Any, code: Code
) -> None:
    talk = ["Peneliti: Satu dua?", "Rina: Tiga empat.", "Peneliti: Lima?", "Rina: Enam."]
    lines = [(72, 700 - 20 * at, 11, said) for at, said in enumerate(talk)]
    source = brought(project, tmp_path, "talk.pdf", material.printed([lines]))
    assert project.sources.turns(source)
    coding.apply_code(project, source, 0, 0, code("A"), region=Region(1, 1, 1, 9, 9))
    coding.apply_code(project, source, 0, 9, code("A"))
    said = read_excerpts(project, retrieve(project, "speaker:Peneliti"))
    assert [excerpt.passage.region for excerpt in said] == [None]


def test_a_damaged_rectangle_is_found(project: Project, photo: SourceId, code: Code) -> None:
    passage = coding.apply_code(
        project, photo, 0, 0, code("A"), region=Region(1, 5, 5, 20, 20)
    ).value.passage
    guid = project.passages.get(passage).guid  # type: ignore[union-attr]
    with project.writing():
        project.raw.execute("UPDATE passage SET x2 = 400")
    assert [p.key for p in projects.check_project(project)] == ["check.outside_page"]
    with project.writing():
        project.raw.execute("UPDATE passage SET x2 = 2")
    found = {(p.key, dict(p.args)["what"]) for p in projects.check_project(project)}
    assert ("check.no_rectangle", guid) in found
    with project.writing():
        project.raw.execute("UPDATE passage SET x2 = 20")


def test_excerpts_show_the_cut_out_picture(
    project: Project, photo: SourceId, article: SourceId, code: Code
) -> None:
    a = code("Lambang")
    coding.apply_code(project, photo, 0, 0, a, region=Region(1, 5, 5, 30, 25))
    source, start, _, region = on_page(project, article)
    coding.apply_code(project, source, start, start, a, region=region)
    report, items = build(project, "excerpts", ExportOptions(language="en"))
    shown = [block for block in report.blocks if isinstance(block, Picture)]
    assert items == 2
    assert [block.caption for block in shown] == ["artikel, p. 2", "foto, 3 March 2025"]
    assert (shown[1].width_px, shown[1].height_px) == (25, 20)
    assert shown[0].alt == "Part of page 2 of “artikel”, coded as Lambang"
    assert max(shown[0].width_px, shown[0].height_px) == round(228 / 72 * 250)
    assert all(block.data[:4] in (b"\x89PNG", b"\xff\xd8\xff\xe0") for block in shown)


def test_tables_say_page_and_rectangle(
    project: Project, photo: SourceId, code: Code, tmp_path: Path
) -> None:
    coding.apply_code(project, photo, 0, 0, code("A"), region=Region(1, 5, 5, 30, 25))
    export(project, "excerpts", tmp_path / "x.csv", ExportOptions(language="en"))
    written = (tmp_path / "x.csv").read_text("utf-8-sig")
    row = next(csv.DictReader(io.StringIO(written)))
    assert (row["text"], row["start"], row["paragraph"]) == ("", "", "")
    assert (row["page"], row["rectangle"]) == ("1", "5:5:30:25")
    export(project, "excerpts", tmp_path / "x.json", ExportOptions(language="en"))
    assert "5:5:30:25" in json.dumps(json.loads((tmp_path / "x.json").read_text("utf-8")))


def test_a_scan_is_imported_with_its_pages(
    project: Project, tmp_path: Path, material: Any, code: Code
) -> None:
    path = tmp_path / "pindaian.pdf"
    path.write_bytes(material.scan())
    report = importing.import_files(project, [path]).value
    done = report.imported[0]
    assert (done.characters, [m.key for m in done.warnings]) == (0, ["pdf_without_text"])
    assert len(pages.page_sizes(project, done.id)) == 2
    for page in (2, 1):
        region = Region(page, 30_000, 30_000, 120_000, 60_000)
        coding.apply_code(project, done.id, 0, 0, code("A"), region=region)
    found = read_excerpts(project, retrieve(project))
    assert [e.passage.region.page for e in found if e.passage.region] == [1, 2]
