"""Sources as the researcher keeps them: find, describe, rename, remove."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from makna.domain.errors import NotFound, UserError
from makna.domain.model import CodeId, SourceId
from makna.services import coding, history, importing, sources
from makna.storage.project import Project

Code = Callable[[str], CodeId]


def refused(call: Callable[[], Any]) -> str:
    with pytest.raises(UserError) as caught:
        call()
    return caught.value.key


def test_sources_are_listed_by_kind_and_as_people_number(project: Project) -> None:
    for name, kind in (("I10", "interview"), ("i2", "interview"), ("A", "news"), ("I1", "other")):
        made = importing.import_text(project, name, "kata").value.id
        sources.describe_source(project, made, kind=kind)
    assert [source.name for source in sources.list_sources(project)] == ["i2", "I10", "A", "I1"]


def test_a_source_is_found_by_guid_or_name(project: Project, interview: SourceId) -> None:
    (source,) = project.sources.all()
    assert sources.find_source(project, source.guid) == source
    assert sources.find_source(project, " i1 ") == source
    with pytest.raises(NotFound):
        sources.find_source(project, "I")
    other = importing.import_text(project, "Lain", "kata").value
    sources.rename_source(project, other.id, "I1")
    with pytest.raises(NotFound) as caught:
        sources.find_source(project, "I1")
    assert other.guid in str(caught.value.details["candidates"])


@pytest.mark.parametrize(
    ("field", "value", "key"),
    [
        ("date", "2025-13", "bad_date"),
        ("date", "2025-02-30", "bad_date"),
        ("accessed", "kemarin", "bad_date"),
        ("date", "0000", "bad_date"),
        ("year", "20245", "bad_year"),
        ("year", "kemarin", "bad_year"),
        ("url", "https:// salah", "bad_url"),
        ("url", "javascript:alert(1)", "bad_url"),
        ("language", "klingon", "bad_language"),
        ("kind", "wawancara", "bad_kind"),
        ("warna", "merah", "unknown_field"),
    ],
)
def test_a_wrong_field_is_refused(
    project: Project, interview: SourceId, field: str, value: str, key: str
) -> None:
    assert refused(lambda: sources.describe_source(project, interview, **{field: value})) == key


def test_fields_are_kept_and_partial_dates_are_dates(project: Project, interview: SourceId) -> None:
    fields = {"date": "2025-03", "place": " Balai Kota ", "author": "Sari", "url": "https://a.b/c"}
    sources.describe_source(project, interview, **fields, memo=" catatan ")
    found = sources.get_source(project, interview)
    assert (found.date, found.place, found.memo) == ("2025-03", "Balai Kota", " catatan ")


def test_dates_in_words_are_kept_in_iso(project: Project, interview: SourceId) -> None:
    sources.describe_source(project, interview, date="3 Maret 2025", accessed="04/03/2025")
    found = sources.get_source(project, interview)
    assert (found.date, found.accessed) == ("2025-03-03", "2025-03-04")
    history.undo(project)
    assert sources.get_source(project, interview).date == ""


def test_removing_takes_passages_and_codings_and_undo_brings_all_back(
    project: Project, interview: SourceId, code: Code
) -> None:
    coding.apply_code(project, interview, 0, 8, code("A"))
    before = (project.sources.all(), project.passages.of_source(interview))
    turns, text = project.sources.turns(interview), project.texts.text(interview)
    assert sources.remove_sources(project, [interview]).value == 1
    assert project.sources.all() == []
    assert project.codes.tree().ordered[0].codings == 0
    with pytest.raises(NotFound):
        sources.get_source(project, interview)
    history.undo(project)
    assert (project.sources.all(), project.passages.of_source(interview)) == before
    assert (project.sources.turns(interview), project.texts.text(interview)) == (turns, text)


def test_characters_under_several_codings_count_once(
    project: Project, interview: SourceId, code: Code
) -> None:
    for start, end in ((0, 10), (5, 15), (6, 8), (20, 25), (20, 30)):
        coding.apply_code(project, interview, start, end, code("A"))
    coding.write_passage_memo(project, interview, 40, 60, "tidak berkode")
    (found,) = project.sources.all()
    assert (found.passages, found.codings, found.coded_characters) == (6, 5, 25)


def test_a_free_name_is_numbered_without_regard_to_case() -> None:
    assert sources.free_name("I1", ["i1", "I1 (2)"]) == "I1 (3)"
    assert sources.free_name("I1", ["I10"]) == "I1"


def test_a_name_is_not_empty(project: Project, interview: SourceId) -> None:
    assert refused(lambda: sources.rename_source(project, interview, " \t")) == "empty_name"
