"""The chapter as blocks, in content controls that name section and passage."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from makna.domain.chapter import ChapterSettings, Form
from makna.domain.controls import ControlTag, Part
from makna.domain.identity import Identity
from makna.domain.model import Excerpt
from makna.domain.regions import CutOut, Region
from makna.domain.report import (
    Block,
    Control,
    Heading,
    Paragraph,
    Picture,
    Quote,
    Report,
    TableOfContents,
    plain,
)
from makna.formats.writers import write_report
from makna.services import codebook, coding, importing, projects
from makna.services.chapter_plan import Plan, chapter_plan
from makna.services.reports.chapter import KEYS, chapter
from makna.storage.project import Project

LONG = "Setiap keluhan kami baca dan catat, " * 8 + "lalu dijawab."
TALK = f"Rina: Cuma dua orang.\nRina: {LONG}\nRina: Siapa?\nRina: Saya."


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = projects.create_project(tmp_path / "S.makna", "S", "id", Identity("g", "Sari"))
    source = importing.import_text(made, "I1", TALK).value.id
    theme = codebook.add_path(made, "Manage", memo="Pengantar *tema*.\n\nLagi.").value
    code = codebook.add_path(made, "Manage > Beban").value
    at = [TALK.index(words) for words in ("Cuma", "Setiap", "Siapa")]
    ends = [at[0] + 15, at[1] + len(LONG), len(TALK)]
    for start, end in zip(at, ends, strict=True):
        coding.apply_code(made, source, start, end, code)
    assert theme
    yield made
    made.close()


def no_picture(excerpt: Excerpt) -> CutOut | None:
    return None


def report_of(
    project: Project,
    change: Callable[[Plan], Plan] = lambda plan: plan,
    cut: Callable[[Excerpt], CutOut | None] = no_picture,
    **settings: object,
) -> Report:
    chosen = replace(ChapterSettings(), **settings)  # type: ignore[arg-type]
    plan = change(chapter_plan(project, settings=chosen))
    return chapter(project.overview.info(), plan, cut)


def tags(blocks: tuple[Block, ...]) -> list[str]:
    found = []
    for block in blocks:
        if isinstance(block, Control):
            found.append(block.tag)
        elif isinstance(block, Paragraph | Quote):
            found += list(dict.fromkeys(span.control for span in block.spans))
    return found


@pytest.mark.parametrize(
    ("number", "above", "title"),
    [
        ("4", "BAB IV", "HASIL DAN PEMBAHASAN"),
        ("19", "BAB XIX", "HASIL DAN PEMBAHASAN"),
        ("", "", "Hasil dan pembahasan"),
        ("4.2", "", "Hasil dan pembahasan"),
    ],
)
def test_a_numbered_chapter_is_headed_as_in_a_thesis(
    project: Project, number: str, above: str, title: str
) -> None:
    report = report_of(project, number=number)
    assert (report.above_title, report.title) == (above, title)


def test_a_title_that_names_its_chapter_stays_as_it_was_written(project: Project) -> None:
    report = report_of(project, lambda plan: replace(plan, title="Bab 4 Temuan"), number="4")
    assert (report.above_title, report.title) == ("", "Bab 4 Temuan")


@pytest.mark.parametrize("suffix", [".docx", ".html", ".md"])
def test_every_form_for_reading_says_the_number_of_the_chapter(
    project: Project, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"Bab{suffix}"
    write_report(report_of(project, number="4"), path)
    if suffix == ".docx":
        first = docx.Document(str(path)).paragraphs[:2]
        assert [(p.style.name, p.text) for p in first if p.style] == [
            ("Title", "BAB IV"),
            ("Title", "HASIL DAN PEMBAHASAN"),
        ]
    else:
        assert "BAB IV" in path.read_text("utf-8")


def test_every_block_names_its_section_and_passage(project: Project) -> None:
    found = [ControlTag.parse(tag) for tag in tags(tuple(report_of(project).blocks))]
    assert [tag.part for tag in found if tag] == [
        *(Part.HEADING, Part.INTRODUCTION, Part.HEADING),
        *(Part.QUOTATION, Part.QUOTATION, Part.QUOTATION),
    ]
    theme, code = project.codes.tree().ordered
    assert [tag.section for tag in found if tag] == [theme.guid] * 2 + [code.guid] * 4
    passages = [p.guid for s in project.sources.all() for p in project.passages.of_source(s.id)]
    assert [tag.passage for tag in found if tag and tag.passage] == passages


def test_a_short_quotation_is_a_paragraph_and_a_long_one_a_block(project: Project) -> None:
    short, long, talk = report_of(project, reference="({source})").blocks[3:]
    assert isinstance(short, Paragraph)
    assert plain(short.spans) == "“Cuma dua orang.” (I1)"
    assert all(span.control for span in short.spans)
    assert isinstance(long, Control)
    (quote,) = long.blocks
    assert isinstance(quote, Quote)
    assert plain(quote.spans) == f"{LONG} (I1)"
    assert isinstance(talk, Control)
    assert plain(talk.blocks[0].spans) == "Siapa?\nRina: Saya. (I1)"  # type: ignore[union-attr]


def test_a_footnote_hangs_on_the_last_words(project: Project) -> None:
    short, long, _ = report_of(project, reference="footnote: {source}.").blocks[3:]
    assert isinstance(short, Paragraph)
    assert (plain(short.spans), short.spans[-1].note) == ("“Cuma dua orang.”", "I1.")
    assert isinstance(long, Quote)
    assert (plain(long.spans), long.spans[-1].note) == (LONG, "I1.")


def test_headings_begin_where_asked_and_are_numbered(project: Project) -> None:
    report = report_of(project, heading_level=2, number="4", contents=True)
    assert isinstance(report.blocks[0], TableOfContents)
    heads = [b for c in report.blocks if isinstance(c, Control) for b in c.blocks]
    shown = [(h.level, h.text) for h in heads if isinstance(h, Heading)]
    assert shown == [(2, "4.1 Manage"), (3, "4.1.1 Beban")]
    assert report.number_prefix == "4."


def as_rectangle(plan: Plan) -> Plan:
    """The first passage as if it were a part of a picture."""
    theme = plan.sections[0]
    section = theme.children[0]
    item = section.shelf[0]
    passage = replace(item.excerpt.passage, region=Region(1, 0, 0, 9, 9))
    shelf = (replace(item, excerpt=replace(item.excerpt, passage=passage), form=Form.BLOCK),)
    section = replace(section, shelf=shelf)
    return replace(plan, sections=(replace(theme, children=(section,)),))


def test_a_rectangle_is_printed_as_a_picture_with_its_reference(project: Project) -> None:
    def cut(_: Excerpt) -> CutOut:
        return CutOut(b"png", 9, 9)

    control = report_of(project, as_rectangle, cut, reference="({source})").blocks[-1]
    assert isinstance(control, Control)
    picture, reference = control.blocks
    assert isinstance(picture, Picture)
    assert picture.alt == "Bagian dari gambar “I1”"
    assert plain(reference.spans) == "(I1)"  # type: ignore[union-attr]
    missing = report_of(project, as_rectangle, reference="({source})").blocks[-1]
    assert isinstance(missing, Control)
    assert plain(missing.blocks[0].spans) == "[gambar] (I1)"  # type: ignore[union-attr]


def test_records_hold_what_is_printed(project: Project) -> None:
    report = report_of(project, reference="({source}, {author})")
    row = dict(zip(KEYS, report.records.rows[0], strict=True))
    assert row["section"] == "Manage > Beban"
    assert (row["quotation"], row["reference"]) == ("“Cuma dua orang.”", "(I1, [penulis?])")
    assert (row["missing"], row["form"], row["line_from"]) == (("penulis",), "inline", 1)
    assert len(report.records.rows) == report.items == 3


@pytest.mark.parametrize("reference", ["", "footnote", "({author})"])
def test_the_word_file_holds_the_chapter_and_is_valid(
    project: Project,
    tmp_path: Path,
    reference: str,
    problems: Callable[[Path], list[str]],
) -> None:
    path = tmp_path / "Bab.docx"
    write_report(report_of(project, reference=reference, contents=True), path)
    assert problems(path) == []
    xml = docx.Document(str(path)).element.body.xml
    for words in ("Cuma dua orang", LONG, "Pengantar", "makna:q:", "makna:h:", "makna:i:"):
        assert words in xml


@pytest.mark.parametrize("suffix", [".html", ".md", ".xlsx", ".csv", ".json"])
def test_the_chapter_is_written_in_other_formats(
    project: Project, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"Bab{suffix}"
    write_report(report_of(project), path)
    assert path.stat().st_size > 100


def test_an_empty_project_says_that_there_is_nothing_yet(tmp_path: Path) -> None:
    made = projects.create_project(tmp_path / "K.makna", "K", "id", Identity("g", "Sari"))
    (block,) = report_of(made).blocks
    made.close()
    assert isinstance(block, Paragraph)
    assert plain(block.spans) == "Belum ada subbab yang berisi."
