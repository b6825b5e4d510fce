"""Chapters and their sections."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest

from makna.domain.chapter import (
    ChapterId,
    ChapterSettings,
    settings_from_json,
    settings_to_json,
)
from makna.domain.errors import NotFound, UserError
from makna.domain.model import CodeId, LinkTarget, MemoKind
from makna.services import codebook, history, memos, writing
from makna.services.chapter_export import template_of
from makna.services.chapter_plan import chapter_plan
from makna.storage.project import Project

Code = Callable[[str], CodeId]


@pytest.fixture
def chapter(project: Project, code: Code) -> ChapterId:
    for path in ("Share", "Manage > Respons", "Manage > Aduan", "Engage"):
        code(path)
    return writing.create_chapter(project, "BAB IV\nHASIL").value


def outline(project: Project, chapter: ChapterId) -> list[str]:
    """The headings, with those that nothing stands under."""
    settings = writing.get_chapter(project, chapter).settings
    plan = chapter_plan(project, chapter, settings=replace(settings, empty_sections=True))
    return [f"{s.number} {s.title}".strip() for s in plan.walk() if s.printed]


def test_a_chapter_begins_as_the_code_tree(project: Project, chapter: ChapterId) -> None:
    assert outline(project, chapter) == ["Share", "Manage", "Respons", "Aduan", "Engage"]
    assert writing.get_chapter(project, chapter).title == "BAB IV\u2028HASIL"


def test_a_section_moves_in_the_chapter_and_not_in_the_tree(
    project: Project, chapter: ChapterId, code: Code, tree: Callable[[], list[str]]
) -> None:
    before = tree()
    writing.move_section(project, chapter, code("Engage"), 0)
    writing.move_section_by(project, chapter, code("Manage > Aduan"), -1)
    assert outline(project, chapter) == ["Engage", "Share", "Manage", "Aduan", "Respons"]
    assert tree() == before
    writing.move_section_by(project, chapter, code("Engage"), -1)
    assert history.undo(project).value[0].label.key == "step.move_section"
    assert outline(project, chapter) == ["Engage", "Share", "Manage", "Respons", "Aduan"]


def test_a_code_made_later_comes_last(project: Project, chapter: ChapterId, code: Code) -> None:
    writing.move_section(project, chapter, code("Engage"), 0)
    code("Baru")
    assert outline(project, chapter)[-1] == "Baru"


def test_a_code_left_out_takes_those_below_it_along(
    project: Project, chapter: ChapterId, code: Code
) -> None:
    writing.change_settings(project, chapter, number="4")
    writing.leave_out_code(project, chapter, code("Manage"))
    plan = chapter_plan(project, chapter)
    assert [s.title for s in plan.walk() if s.left_out] == ["Manage"]
    assert outline(project, chapter)[:1] == ["4.1 Share"]
    writing.leave_out_code(project, chapter, code("Manage"), False)
    assert "4.2.1 Respons" in outline(project, chapter)


def test_a_merged_code_leaves_its_section_to_the_other_one(
    project: Project, chapter: ChapterId, code: Code
) -> None:
    writing.title_section(project, chapter, code("Share"), "Membagikan")
    writing.title_section(project, chapter, code("Manage > Aduan"), "Keluhan")
    codebook.merge_codes(project, code("Share"), code("Engage"))
    assert outline(project, chapter) == ["Manage", "Respons", "Keluhan", "Membagikan"]
    # Where both had a title, that of the code which stays is kept.
    codebook.merge_codes(project, code("Engage"), code("Manage > Aduan"))
    assert outline(project, chapter) == ["Manage", "Respons", "Keluhan"]
    history.undo(project, 2)
    assert outline(project, chapter)[0] == "Membagikan"


def test_a_section_has_a_title_of_its_own(project: Project, chapter: ChapterId, code: Code) -> None:
    writing.title_section(project, chapter, code("Share"), " Membagikan  informasi ")
    assert outline(project, chapter)[0] == "Membagikan informasi"
    writing.title_section(project, chapter, code("Share"), "")
    assert outline(project, chapter)[0] == "Share"


def introduction(project: Project, chapter: ChapterId, code: CodeId) -> str | None:
    plan = chapter_plan(project, chapter)
    found = next(s for s in plan.walk() if s.code.id == code).introduction
    return found.body if found else None


def test_the_memo_of_the_code_introduces_its_section(
    project: Project, chapter: ChapterId, code: Code
) -> None:
    share = code("Share")
    link = (LinkTarget.CODE, project.codes.tree()[share].guid)
    memos.write_memo(project, "Curiga", "Jangan dicetak", kind=MemoKind.REFLECTIVE, links=[link])
    assert introduction(project, chapter, share) is None
    memos.write_memo(project, "Ringkas", "Ringkasan", kind=MemoKind.SUMMARY, links=[link])
    assert introduction(project, chapter, share) == "Ringkasan"
    codebook.describe_code(project, share, memo="Memo kode")
    assert introduction(project, chapter, share) == "Memo kode"


def test_another_memo_or_none_can_introduce_a_section(
    project: Project, chapter: ChapterId, code: Code
) -> None:
    share = code("Share")
    codebook.describe_code(project, share, memo="Memo kode")
    memo = memos.write_memo(project, "Lain", "Pengantar lain").value
    writing.set_introduction(project, chapter, share, memo)
    assert introduction(project, chapter, share) == "Pengantar lain"
    writing.set_introduction(project, chapter, share, None, none=True)
    assert introduction(project, chapter, share) is None
    writing.set_introduction(project, chapter, share, None)
    assert introduction(project, chapter, share) == "Memo kode"
    history.undo(project, 2)
    assert introduction(project, chapter, share) == "Pengantar lain"


def test_a_memo_that_is_deleted_leaves_the_section(
    project: Project, chapter: ChapterId, code: Code
) -> None:
    memo = memos.write_memo(project, "Penutup", "Demikian.").value
    writing.set_closing(project, chapter, code("Share"), memo)
    memos.delete_memo(project, memo)
    share = next(chapter_plan(project, chapter).walk())
    assert share.closing is None
    history.undo(project)
    closing = next(chapter_plan(project, chapter).walk()).closing
    assert closing is not None
    assert closing.body == "Demikian."


def test_deleting_a_code_takes_its_section_and_undo_brings_it_back(
    project: Project, chapter: ChapterId, code: Code
) -> None:
    writing.title_section(project, chapter, code("Share"), "Membagikan")
    codebook.delete_codes(project, [code("Share")])
    assert project.chapters.sections(chapter) == {}
    history.undo(project)
    assert outline(project, chapter)[0] == "Membagikan"


def test_settings_are_checked_before_they_are_kept(project: Project, chapter: ChapterId) -> None:
    wrong: dict[str, dict[str, Any]] = {
        "bad_reference_field": {"reference": "({nothing})"},
        "unknown_case_variable": {"reference": "({case.Umur})"},
        "unknown_quotation_preset": {"quotation": "9-lines"},
        "bad_heading_level": {"heading_level": 7},
        "bad_chapter_language": {"language": "fr"},
        "unknown_chapter_setting": {"colour": "red"},
    }
    for key, changed in wrong.items():
        with pytest.raises(UserError) as caught:
            writing.change_settings(project, chapter, **changed)
        assert caught.value.key == key
    assert writing.get_chapter(project, chapter).settings == ChapterSettings()


def test_settings_of_a_newer_makna_survive_a_change() -> None:
    stored = '{"colophon": {"a": [1]}, "heading_level": 2, "omission": "stars"}'
    settings = settings_from_json(stored)
    assert settings.heading_level == 2
    assert settings_to_json(settings) == stored


def test_a_template_is_kept_in_the_project_with_its_styles(
    project: Project, chapter: ChapterId, tmp_path: Path
) -> None:
    path = tmp_path / "Kampus.docx"
    docx.Document().save(str(path))
    writing.set_template(project, chapter, path)
    writing.change_settings(project, chapter, styles=(("MaknaQuote", "Kutipan"),))
    other = writing.create_chapter(project, "BAB V").value
    writing.set_template(project, other, path)
    settings = writing.get_chapter(project, other).settings
    assert settings.styles == (("MaknaQuote", "Kutipan"),), "remembered per template"
    assert project.blobs.get(settings.template) == path.read_bytes()
    path.write_bytes(b"no zip")
    with pytest.raises(UserError) as caught:
        writing.set_template(project, other, path)
    assert caught.value.key.startswith("template_")


def test_a_template_whose_bytes_were_lost_is_told_as_such(
    project: Project, chapter: ChapterId, tmp_path: Path
) -> None:
    path = tmp_path / "Kampus.docx"
    docx.Document().save(str(path))
    writing.set_template(project, chapter, path)
    project.raw.execute("PRAGMA query_only=OFF")
    project.raw.execute("DELETE FROM blob")
    with pytest.raises(UserError) as caught:
        template_of(project, writing.get_chapter(project, chapter).settings)
    assert caught.value.key == "template_gone"


def test_a_chapter_goes_with_what_was_decided_in_it(
    project: Project, chapter: ChapterId, code: Code
) -> None:
    writing.title_section(project, chapter, code("Share"), "Membagikan")
    writing.delete_chapter(project, chapter)
    with pytest.raises(NotFound):
        chapter_plan(project, chapter)
    history.undo(project)
    assert outline(project, chapter)[0] == "Membagikan"


def test_a_chapter_is_found_by_its_title(project: Project, chapter: ChapterId) -> None:
    writing.rename_chapter(project, chapter, "Bab Empat")
    assert writing.find_chapter(project, "bab empat").id == chapter
    writing.create_chapter(project, "Bab Empat")
    with pytest.raises(NotFound) as caught:
        writing.find_chapter(project, "Bab Empat")
    assert caught.value.key == "ambiguous"
