"""The documents of the appendices, from a real project to their tables and files."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from makna import bootstrap
from makna.domain.errors import UserError
from makna.domain.model import LinkTarget, MemoKind, VariableType
from makna.domain.presets import Presets, parse
from makna.domain.report import Heading, NumberedLines, Paragraph, Report, Table, plain
from makna.services import cases, codebook, coding, editions, importing, memos, sources
from makna.services.export_options import ExportOptions
from makna.services.exporting import KINDS, build, export
from makna.services.history import undo
from makna.services.pseudonyms import add_pseudonym
from makna.storage.project import Project

TALK = (
    "Narasumber: Wira Adiguna\n\n"
    "Peneliti: Bagaimana tim Bapak menangani aduan warga?\n"
    "I1: Kalau ada keluhan, admin wajib menjawab dalam dua puluh empat jam, itu sudah jadi aturan "
    "di sini. Tapi ya admin kami cuma dua orang.\n"
)
PROMISE = "admin wajib menjawab dalam dua puluh empat jam"
STAFF = "admin kami cuma dua orang"
Problems = Callable[[Path], list[str]]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    opened = bootstrap.create_project(tmp_path / "Humas.makna", language="id", coder="Sari")
    yield opened
    opened.close()


@pytest.fixture
def study(project: Project, tmp_path: Path) -> Project:
    """One interview, coded under a theme; an informant; a frame code that nobody used."""
    importing.import_text(project, "I1 Kabid", TALK)
    source = project.sources.all()[0].id
    sources.describe_source(project, source, kind="interview", date="2025-03-03")
    quick = codebook.add_path(project, "Manage > Respons > Janji 24 jam").value
    codebook.add_path(project, "Engage > Relasi")
    text = project.texts.text(source)
    for words in (PROMISE, STAFF):
        at = text.index(words)
        coding.apply_code(project, source, at, at + len(words), quick)
    informant = cases.add_case(project, "I1").value
    cases.link_sources(project, informant, [source])
    for name, value in (("Jabatan", "Kepala bidang"), ("Usia", "47"), ("Agama", "=1+1")):
        cases.set_value(project, informant, name, value)
    cases.add_variable(project, "Cek anggota", VariableType.YES_NO)
    memos.write_memo(project, "Dua admin?", "Bandingkan *lagi*.", kind=MemoKind.METHODOLOGICAL)
    return project


def made(project: Project, kind: str, **chosen: Any) -> Report:
    options = ExportOptions(**{"language": "id", **chosen})
    return build(project, kind, options)[0]


def table(report: Report) -> Table:
    return next(block for block in report.blocks if isinstance(block, Table))


def cells(found: Table) -> list[list[str]]:
    return [[plain(spans) for spans in row] for row in found.rows]


def said(report: Report) -> str:
    blocks = [block for block in report.blocks if isinstance(block, Paragraph | Heading)]
    return "\n".join(b.text if isinstance(b, Heading) else plain(b.spans) for b in blocks)


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_document_opens_in_word_full_and_empty(
    kind: str, language: Any, study: Project, tmp_path: Path, problems: Problems
) -> None:
    full = export(study, kind, tmp_path / "full.docx", ExportOptions(language=language))
    assert problems(full.path) == [] and full.items > 0
    empty = bootstrap.create_project(tmp_path / "Kosong.makna", language="id", coder="Sari")
    try:
        done = export(empty, kind, tmp_path / "empty.docx", ExportOptions(language=language))
        assert problems(done.path) == []
        assert not [b for b in done.report.blocks if isinstance(b, Table) and not b.rows]
        assert "None" not in repr(done.report.blocks).replace("link=None", "")
    finally:
        empty.close()


@pytest.mark.parametrize("suffix", [".html", ".md", ".xlsx", ".csv", ".json"])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "chapter"])
def test_every_document_is_written_in_every_format(
    kind: str, suffix: str, study: Project, tmp_path: Path
) -> None:
    path = export(study, kind, tmp_path / f"x{suffix}", ExportOptions(language="id")).path
    assert path.stat().st_size > 100
    assert "<script" not in path.read_text("utf-8", "replace")


def test_informants_have_the_usual_columns_and_all_others(study: Project) -> None:
    found = table(made(study, "informants"))
    titles = [column.title for column in found.columns]
    assert titles == ["Kode", "Jabatan", "Usia", "Tanggal", "Agama"]
    assert cells(found) == [["I1", "Kepala bidang", "47", "3 Maret 2025", "=1+1"]]
    assert "Cek anggota" in found.note and "Inisial" in found.note


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_date_of_an_informant_has_room_for_day_and_month(study: Project, language: Any) -> None:
    found = {c.title: c.width for c in table(made(study, "informants", language=language)).columns}
    date = found["Tanggal" if language == "id" else "Date"]
    assert date > len("3 Maret")


def test_what_one_informant_lacks_is_a_dash(study: Project) -> None:
    cases.add_case(study, "I2")
    assert cells(table(made(study, "informants")))[1] == ["I2", "—", "—", "—", "—"]


def test_a_variable_may_be_called_like_a_column_of_ours(study: Project) -> None:
    (informant,) = study.cases.all()
    cases.set_value(study, informant.id, "sources", "x")
    keys = made(study, "informants").records.keys
    assert len(set(keys)) == len(keys) and "sources_2" in keys


def test_formulas_in_cells_are_defused(study: Project, tmp_path: Path) -> None:
    options = ExportOptions(language="en")
    path = export(study, "informants", tmp_path / "x.csv", options).path
    rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
    assert rows[0]["Agama"] == "'=1+1"
    book = openpyxl.load_workbook(export(study, "informants", tmp_path / "x.xlsx", options).path)
    values = [cell for row in book.worksheets[0] for cell in row if cell.value == "=1+1"]
    assert [cell.data_type for cell in values] == ["s"]


@pytest.mark.parametrize(("language", "shown"), [("id", "ya"), ("en", "yes")])
def test_a_table_for_excel_says_yes_in_its_language(
    study: Project, tmp_path: Path, language: Any, shown: str
) -> None:
    (informant,) = study.cases.all()
    cases.set_value(study, informant.id, "Cek anggota", "yes")
    path = tmp_path / "x.xlsx"
    export(study, "informants", path, ExportOptions(language=language))
    sheet = openpyxl.load_workbook(path).worksheets[0]
    (column,) = (cell.column for cell in sheet[1] if cell.value == "Cek anggota")
    assert sheet.cell(2, column).value == shown


def test_transcript_lines_have_the_numbers_of_the_references(study: Project) -> None:
    report = made(study, "transcripts", codes_in_margin=True)
    lines = next(block for block in report.blocks if isinstance(block, NumberedLines)).lines
    assert [line.number for line in lines] == [1, 2, 3, 4, 5]
    (source,) = study.sources.all()
    assert [plain(line.spans) for line in lines] == [
        line.text for line in editions.numbered_lines(study, source.id)
    ]
    assert [line.beside for line in lines] == [
        "",
        "",
        "Janji 24 jam (3–4)",
        "Janji 24 jam (4–5)",
        "",
    ]
    excerpt = made(study, "excerpts").records.rows[0]
    assert excerpt[11:13] == (3, 4)


def test_margin_codes_only_on_request(study: Project) -> None:
    report = made(study, "transcripts")
    assert not next(b for b in report.blocks if isinstance(b, NumberedLines)).has_margin


def test_printing_line_numbers_keeps_them(study: Project, tmp_path: Path) -> None:
    (source,) = study.sources.all()
    export(study, "transcripts", tmp_path / "x.csv", ExportOptions(language="id"))
    assert not study.editions.all()
    export(study, "transcripts", tmp_path / "x.docx", ExportOptions(language="id"))
    assert list(study.editions.all()) == [source.id]


def test_the_head_of_a_transcript_is_not_said_twice(study: Project) -> None:
    (source,) = study.sources.all()
    sources.describe_source(study, source.id, place="Kantor kota")
    words = said(made(study, "transcripts"))
    assert "Lokasi: Kantor kota" in words and "Tanggal: 3 Maret 2025" in words
    assert "Wira Adiguna" not in words


def test_coding_table_reduces_to_category_and_theme(study: Project) -> None:
    found = table(made(study, "coding-table", form="reduction"))
    assert [column.title for column in found.columns] == ["Kutipan", "Kode", "Kategori", "Tema"]
    first = cells(found)[0]
    assert PROMISE in first[0] and first[1:] == ["Janji 24 jam", "Respons", "Manage"]
    assert found.joined == (1, 2, 3)
    axial = table(made(study, "coding-table", form="axial"))
    assert axial.columns[2].title == "Pengodean aksial"


def test_coding_table_of_one_code_holds_that_code_only(study: Project) -> None:
    tree = study.codes.tree()
    other = tree.find("Engage > Relasi").id
    (source,) = study.sources.all()
    at = study.texts.text(source.id).index(STAFF)
    coding.apply_code(study, source.id, at, at + len(STAFF), other)
    found = table(made(study, "coding-table", codes=(other,)))
    assert [row[1] for row in cells(found)] == ["Relasi"]


def test_audit_trail_marks_what_was_undone(study: Project) -> None:
    cases.add_case(study, "I9")
    undo(study)
    found = table(made(study, "audit"))
    rows = cells(found)
    assert "(dibatalkan)" in rows[-1][3] and "I9" in rows[-1][3]
    assert [row[0] for row in rows] == [str(n + 1) for n in range(len(rows))]
    assert all(row[2] == "Sari" for row in rows)


def test_member_check_prefers_starred_quotations_and_says_so(study: Project) -> None:
    everything = made(study, "member-check")
    assert len(table(everything).rows) == 2
    (source,) = study.sources.all()
    passage = study.passages.of_source(source.id)[0]
    coding.star_passages(study, [passage.id], True)
    starred = table(made(study, "member-check"))
    assert len(starred.rows) == 1 and "1 kutipan lain" in starred.note
    assert "★" not in cells(starred)[0][1]


def test_member_check_shows_the_summary_of_the_case(study: Project) -> None:
    memo = memos.write_memo(study, title="Ringkasan I1", body="Dua admin.", kind=MemoKind.SUMMARY)
    (case,) = study.cases.all()
    memos.link_memo(study, memo.value, LinkTarget.CASE, case.guid)
    assert "Dua admin." in said(made(study, "member-check"))


def checklist(project: Project, kind: str, language: Any = "id") -> dict[int, tuple[str, str]]:
    rows = made(project, kind, language=language).records.rows
    return {int(row[0]): (str(row[2]), str(row[4])) for row in rows}


def test_coreq_says_what_is_known_and_asks_the_rest(study: Project) -> None:
    found = checklist(study, "coreq")
    assert len(found) == 32
    assert "I1" in found[12][1] and "Sari" in found[24][1] and "Makna" in found[27][1]
    assert "Usia: 47" in found[16][1]
    assert [n for n in (2, 3, 4, 5, 6, 7, 10, 11, 13, 15, 17, 23) if found[n][1]] == []


def test_nothing_is_said_of_an_empty_project_but_its_name(project: Project) -> None:
    coreq, srqr = checklist(project, "coreq"), checklist(project, "srqr")
    assert [n for n, (_, known) in coreq.items() if known] == [27]
    assert len(srqr) == 21
    assert [n for n, (_, known) in srqr.items() if known] == [1, 13]


def test_answers_that_are_missing_cannot_be_printed_by_mistake(study: Project) -> None:
    tables = [block for block in made(study, "coreq").blocks if isinstance(block, Table)]
    open_items = [row for found in tables for row in found.rows if not plain(row[2])]
    assert open_items and all(row[3][0].missing for row in open_items)


def test_codes_without_quotations_are_one_line(study: Project) -> None:
    words = said(made(study, "excerpts"))
    assert "2 kode tanpa kutipan: Engage; Engage > Relasi." in words
    assert "Tidak ada kutipan" not in words
    assert "Relasi" in said(made(study, "excerpts", unused_codes=True)).split("tanpa kutipan")[0]


def test_the_codebook_names_unused_codes_and_its_data_holds_them(study: Project) -> None:
    report = made(study, "codebook")
    assert [row[0] for row in cells(table(report))] == [
        "Manage",
        "Manage › Respons",
        "Respons › Janji 24 jam",
    ]
    assert "Engage > Relasi" in said(report)
    assert len(report.records.rows) == 5
    assert len(table(made(study, "codebook", unused_codes=True)).rows) == 5


def test_what_is_written_on_an_unused_code_stands_in_the_codebook(study: Project) -> None:
    code = study.codes.tree().find("Engage > Relasi")
    codebook.describe_code(study, code.id, when_not="bukan sekadar membalas")
    whole = made(study, "codebook")
    assert "bukan sekadar membalas" in [cell for row in cells(table(whole)) for cell in row]
    assert "Relasi" not in said(whole)
    codebook.describe_code(study, code.id, citation="Luttrell (2018)")
    assert "Relasi" in said(made(study, "codebook"))


def test_a_codebook_that_is_not_used_yet_is_shown_whole(project: Project) -> None:
    codebook.add_path(project, "Manage > Respons")
    assert len(table(made(project, "codebook")).rows) == 2


def test_a_long_citation_is_written_once(project: Project) -> None:
    work = "Dozier & Broom (1995), Manager's guide to excellence in public relations management"
    for name in ("Penasihat", "Teknisi"):
        code = codebook.add_code(project, name).value
        codebook.describe_code(project, code, citation=work)
    words = said(made(project, "codebook", form="running"))
    assert words.count(work) == 1 and "Rujukan: Dozier & Broom (1995)\n" in words + "\n"


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("thesis", Presets("thesis", "")),
        ("A4 + 3-lines", Presets("a4", "3-lines")),
        ("never+none", Presets("none", "inline")),
        ("", Presets()),
    ],
)
def test_presets_are_named_together(names: str, expected: Presets) -> None:
    assert parse(names) == expected


@pytest.mark.parametrize(
    ("names", "key"),
    [("a4+thesis", "two_presets"), ("3-lines+40-words", "two_presets"), ("a5", "unknown_preset")],
)
def test_presets_that_make_no_sense_are_refused(names: str, key: str) -> None:
    with pytest.raises(UserError) as caught:
        parse(names)
    assert caught.value.key == key


def test_a_preset_lays_a_wide_document_on_its_side(study: Project) -> None:
    page = made(study, "coding-table", preset="a4").page
    assert (page.width_cm, page.left_cm, page.size_pt) == (29.7, 2.54, 12)


def test_names_of_the_project_never_leave_the_chosen_folder(study: Project, tmp_path: Path) -> None:
    (source,) = study.sources.all()
    sources.rename_source(study, source.id, "../../keluar")
    folder = tmp_path / "hasil"
    folder.mkdir()
    before = {path for path in tmp_path.rglob("*") if "hasil" not in path.parts}
    for kind in KINDS:
        export(study, kind, folder / f"{kind}.docx", ExportOptions(language="id"))
    after = {path for path in tmp_path.rglob("*") if "hasil" not in path.parts}
    assert after - before <= {Path(f"{study.path}-wal"), Path(f"{study.path}-shm")}


def test_real_names_are_replaced_in_the_appendices(study: Project) -> None:
    add_pseudonym(study, "Kepala bidang", "Pejabat A")
    assert cells(table(made(study, "informants")))[0][1] == "Pejabat A"
    kept = made(study, "informants", pseudonyms=False)
    assert cells(table(kept))[0][1] == "Kepala bidang"


@pytest.mark.parametrize("kind", ["excerpts", "coding-table", "member-check"])
def test_of_chosen_passages_nothing_else_is_written(kind: str, study: Project) -> None:
    source = study.sources.all()[0].id
    at = study.texts.text(source).index(STAFF)
    passage = study.passages.at(source, at, at + len(STAFF))
    assert passage is not None
    whole, some = str(made(study, kind)), str(made(study, kind, passages=(passage,)))
    assert STAFF in whole and PROMISE in whole
    assert STAFF in some and PROMISE not in some
