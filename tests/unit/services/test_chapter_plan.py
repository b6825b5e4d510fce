"""What a chapter would print: which sections, which references, what is amiss."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from makna.domain.chapter import ChapterSettings
from makna.domain.errors import UserError
from makna.domain.model import CodeId, SourceId
from makna.domain.report import plain
from makna.services import cases, codebook, coding, importing, sources
from makna.services.chapter_export import Asked, numbers_printed, plan_of
from makna.services.chapter_plan import Plan, chapter_plan
from makna.services.citing import printed_page
from makna.storage.project import Project

Code = Callable[[str], CodeId]
NEWS = "Pemerintah kota membagikan agenda setiap pagi."


@pytest.fixture
def news(project: Project) -> SourceId:
    source = importing.import_text(project, "N1 Kabar", NEWS).value.id
    sources.describe_source(project, source, kind="news", publisher="Kabar Kota", date="2025-03-03")
    return source


@pytest.fixture
def coded(
    project: Project,
    interview: SourceId,
    news: SourceId,
    code: Code,
    place: Callable[[SourceId, str], tuple[SourceId, int, int]],
) -> None:
    """Two passages under Manage > Respons, one of them in the news; one under Share."""
    sources.describe_source(project, interview, kind="interview", date="2025-04-08")
    case = cases.add_case(project, "I1").value
    cases.set_value(project, case, "Inisial", "RW")
    cases.set_value(project, case, "Jenis kelamin", "Perempuan")
    cases.link_sources(project, case, [interview])
    for words in ("Setiap keluhan kami baca.", "Cuma dua orang 😀, semua dikerjakan."):
        coding.apply_code(project, *place(interview, words), code("Manage > Respons"))
    coding.apply_code(project, *place(news, "membagikan agenda"), code("Share"))


def references(plan: Plan) -> list[str]:
    return [plain(item.reference) for _, item in plan.printed()]


def headings(plan: Plan) -> list[str]:
    return [section.title for section in plan.walk() if section.printed]


@pytest.mark.usefixtures("coded")
def test_without_a_chapter_the_code_tree_makes_one(project: Project) -> None:
    codebook.add_code(project, "Kosong")
    before = project.history.entries()
    plan = chapter_plan(project)
    assert headings(plan) == ["Manage", "Respons", "Share"]
    assert (plan.title, plan.chapter) == ("Hasil dan pembahasan", None)
    assert project.history.entries() == before
    assert project.chapters.all() == []


@pytest.mark.usefixtures("coded")
def test_each_kind_of_source_is_cited_in_its_own_way(project: Project) -> None:
    assert references(chapter_plan(project)) == [
        "(I1, 8 April 2025, baris 2)",
        "(I1, 8 April 2025, baris 4)",
        "(Kabar Kota, 3 Maret 2025)",
    ]
    assert references(chapter_plan(project, language="en"))[0] == "(I1, 8 April 2025, line 2)"


@pytest.mark.usefixtures("coded")
def test_answers_are_counted_by_speaker_and_interviews_by_case(
    project: Project, interview: SourceId
) -> None:
    earlier = importing.import_text(project, "I1 pertama", "Rina: Halo.").value.id
    sources.describe_source(project, earlier, kind="interview", date="2024-01-02")
    (case,) = project.cases.all()
    cases.link_sources(project, case.id, [earlier])
    settings = ChapterSettings(reference="answer-number")
    assert references(chapter_plan(project, settings=settings))[:2] == [
        "(W2.RW.P.08042025.J1)",
        "(W2.RW.P.08042025.J2)",
    ]


@pytest.mark.usefixtures("coded")
def test_an_interview_without_a_date_is_counted_last(project: Project, interview: SourceId) -> None:
    undated = importing.import_text(project, "I1 kapan?", "Rina: Halo.").value.id
    sources.describe_source(project, undated, kind="interview")
    (case,) = project.cases.all()
    cases.link_sources(project, case.id, [undated])
    settings = ChapterSettings(reference="(W{number})")
    assert references(chapter_plan(project, settings=settings))[0] == "(W1)"


@pytest.mark.usefixtures("coded")
def test_what_a_reference_lacks_is_listed_with_its_place(project: Project) -> None:
    settings = ChapterSettings(reference="({case.code}, {author})")
    plan = chapter_plan(project, settings=settings)
    assert references(plan)[0] == "(I1, [penulis?])"
    assert [problem.text("id") for problem in plan.problems()] == [
        "“I1”, ¶2: penulis belum diketahui",
        "“I1”, ¶4: penulis belum diketahui",
        "“N1 Kabar”, ¶1: informan, penulis belum diketahui",
    ]


@pytest.mark.usefixtures("coded")
def test_only_some_codes_and_passages_can_be_printed(project: Project, code: Code) -> None:
    plan = chapter_plan(project, codes=[code("Manage > Respons")], where="text:dua")
    assert headings(plan) == ["Manage", "Respons"], "codes above are headings"
    assert [plain(item.quotation) for _, item in plan.printed()] == [
        "“Cuma dua orang 😀, semua dikerjakan.”"
    ]
    below = Asked(codes=(code("Manage"),), include_subcodes=True)
    assert headings(plan_of(project, below)) == ["Manage", "Respons"]
    assert headings(plan_of(project, Asked(codes=(code("Manage"),)))) == []


@pytest.mark.usefixtures("coded")
def test_an_export_can_ask_for_another_reference_and_preset(project: Project) -> None:
    plan = plan_of(project, Asked(reference="({source})", preset="block+a4"))
    assert references(plan)[0] == "(I1)"
    assert {item.form.value for _, item in plan.printed()} == {"block"}
    with pytest.raises(UserError) as caught:
        plan_of(project, Asked(reference="({case.Umur})"))
    assert caught.value.key == "unknown_case_variable"


@pytest.mark.usefixtures("coded")
def test_only_sources_whose_numbers_are_printed_are_kept(
    project: Project, interview: SourceId
) -> None:
    assert numbers_printed(chapter_plan(project)) == (interview,)
    named = ChapterSettings(reference="name-date")
    assert numbers_printed(chapter_plan(project, settings=named)) == ()


@pytest.mark.parametrize(
    ("printed", "page", "wanted"),
    [
        *(("113–128", 3, "115"), ("113-114", 2, "114"), ("113-114", 3, "3")),
        *(("113–128, 140", 3, "3"), ("", 3, "3"), ("xii", 2, "2")),
    ],
)
def test_pages_are_counted_from_the_first_of_the_article(
    printed: str, page: int, wanted: str
) -> None:
    assert printed_page(printed, page) == wanted
