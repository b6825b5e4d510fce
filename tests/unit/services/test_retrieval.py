"""Which passages an expression chooses, and reading them out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from makna.domain.errors import NotFound, UserError
from makna.domain.model import CodeId, SourceId, SourceKind, VariableType
from makna.services import cases, codebook, coding, importing, projects, sources
from makna.services.retrieval import of_codes, read_excerpts, retrieve
from makna.storage.project import Project

Code = Callable[[str], CodeId]
Place = Callable[[SourceId, str], tuple[SourceId, int, int]]
Chosen = Callable[..., list[str]]


@pytest.fixture
def chosen(project: Project, interview: SourceId, code: Code, place: Place) -> Chosen:
    """The words of the passages that an expression chooses."""
    news = importing.import_text(project, "I10", "Koran: wali kota dipuji.").value.id
    notes = importing.import_text(project, "i2", "Rapat humas.").value.id
    sources.describe_source(project, news, kind="news")
    for source, words, path in (
        (interview, "Setiap keluhan", "cat"),
        (interview, "24 jam", "category"),
        (interview, "dua orang", "cat > sub"),
        (interview, "Siapa adminnya?", "tanya"),
        (news, "dipuji", "cat"),
        (notes, "Rapat", "tanya"),
    ):
        coding.apply_code(project, *place(source, words), code(path))
    budi = projects.coder_named(project, "Budi")
    coding.apply_code(project, *place(notes, "Rapat"), code("cat"), coder=budi)
    coding.write_passage_memo(project, *place(notes, "humas"), "tanpa kode")
    starred = coding.write_passage_memo(project, *place(news, "kota"), "m").value
    coding.star_passages(project, [starred], True)
    rina = cases.add_case(project, "Ibu Rina").value
    speaker = next(s for s in project.sources.speakers(interview) if s["name"] == "Rina")
    sources.link_speaker(project, speaker["id"], rina)
    metro = cases.add_case(project, "Metro").value
    cases.link_sources(project, metro, [news])
    for case, age, joined in ((rina, "9,5", "2024-03-01"), (metro, "41", "2023")):
        cases.set_value(project, case, "usia", age)
        cases.add_variable(project, "masuk", type_=VariableType.DATE) if case == rina else 0
        cases.set_value(project, case, "masuk", joined)
        cases.set_value(project, case, "jabatan", "Kabid" if case == rina else "5 orang")

    def found(where: str = "", *, include_subcodes: bool = False) -> list[str]:
        passages = retrieve(project, where, include_subcodes=include_subcodes)
        return [excerpt.text for excerpt in read_excerpts(project, passages)]

    return found


ALL = [
    *("Setiap keluhan", "24 jam", "Siapa adminnya?", "dua orang"),  # I1
    *("Rapat", "humas"),  # i2
    *("kota", "dipuji"),  # I10
]
RINA = ["Setiap keluhan", "24 jam", "dua orang"]


def test_all_passages_come_by_source_as_people_number_and_by_place(chosen: Chosen) -> None:
    assert chosen() == ALL


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("code:cat", ["Setiap keluhan", "Rapat", "dipuji"]),
        ("code:category", ["24 jam"]),
        ('code:"cat > sub"', ["dua orang"]),
        ("code:sub", ["dua orang"]),
        ("kind:news", ["kota", "dipuji"]),
        ("source:I2", ["Rapat", "humas"]),
        ("code:cat kind:news", ["dipuji"]),
        ("NOT code:cat kind:other", ["humas"]),
        ("code:tanya OR code:category", ["24 jam", "Siapa adminnya?", "Rapat"]),
        ("case:metro", ["kota", "dipuji"]),
        ('case:"ibu rina"', RINA),
        ("speaker:rina", RINA),
        ("speaker:peneliti", ["Siapa adminnya?"]),
        ("coder:Budi", ["Rapat"]),
        ("star:yes", ["kota"]),
        ("NOT star:yes kind:news", ["dipuji"]),
        ("text:ADMIN", ["Siapa adminnya?"]),
        ('text:"24 j"', ["24 jam"]),
        ("text:a%", []),
    ],
)
def test_terms_choose_what_they_say(chosen: Chosen, where: str, words: list[str]) -> None:
    assert chosen(where) == words


@pytest.mark.parametrize(
    ("where", "cases_"),
    [
        ("var.usia >= 40", "M"),
        ("var.usia < 40", "R"),
        ("var.usia = 9.5", "R"),
        ("var.usia = 9", ""),
        ("var.usia > 9,4", "RM"),
        ("var.usia != 41", "R"),
        ("var.masuk = 2024", "R"),
        ("var.masuk >= 2024-03", "R"),
        ("var.masuk < 2024-03-01", "M"),
        ("var.masuk <= 2023", "M"),
        ("var.jabatan = kabid", "R"),
        ("var.jabatan = 5", ""),
        ('var.jabatan = "5 Orang"', "M"),
        ("var.USIA > 1", "RM"),
        ("var.usia = ²", ""),
    ],
)
def test_variables_compare_as_their_type_does(chosen: Chosen, where: str, cases_: str) -> None:
    words = (RINA if "R" in cases_ else []) + (["kota", "dipuji"] if "M" in cases_ else [])
    assert chosen(where) == words


def test_what_is_neither_yes_nor_no_is_refused(project: Project, chosen: Chosen) -> None:
    case = cases.find_case(project, "metro")
    cases.add_variable(project, "setuju", VariableType.YES_NO)
    cases.set_value(project, case.id, "setuju", "ya")
    for where in ("star:maybe", "NOT star:2", "var.setuju = mungkin", "var.SETUJU != oui"):
        with pytest.raises(UserError) as caught:
            chosen(where)
        assert caught.value.key == "bad_yes_no"
    assert chosen("var.setuju = 1") == ["kota", "dipuji"]
    assert chosen("star:YA") == chosen("star:1") == ["kota"]


def test_yes_and_no_are_understood_in_both_languages(project: Project, chosen: Chosen) -> None:
    case = cases.find_case(project, "metro")
    cases.add_variable(project, "setuju", VariableType.YES_NO)
    cases.set_value(project, case.id, "setuju", "Ya")
    assert chosen("var.setuju = ya") == chosen("var.setuju = yes") == ["kota", "dipuji"]
    assert chosen("var.setuju = tidak") == []


def test_subcodes_are_included_on_demand_and_listed_once(
    project: Project, interview: SourceId, chosen: Chosen, code: Code, place: Place
) -> None:
    coding.apply_code(project, *place(interview, "Setiap keluhan"), code("cat > sub"))
    assert chosen("code:cat", include_subcodes=True) == [
        "Setiap keluhan",
        "dua orang",
        "Rapat",
        "dipuji",
    ]


def test_unknown_codes_are_an_error_and_not_nothing(chosen: Chosen) -> None:
    with pytest.raises(NotFound):
        chosen("code:ca")
    with pytest.raises(UserError):
        chosen("kode:cat")


def test_of_codes_takes_more_codes_than_sqlite_takes_ors(
    project: Project, interview: SourceId, code: Code
) -> None:
    coding.apply_code(project, interview, 0, 5, code("Satu"))
    with project.transact(project.history.entries(1)[0].label):
        row = {"guid": "g", "parent_id": None, "color": "#112233", "position": 9}
        for n in range(1_200):
            project.codes.add(**{**row, "name": f"K{n}", "guid": f"g{n}"})
    codes = [c.id for c in project.codes.tree().ordered]
    assert len(of_codes(project, codes)) == 1
    assert of_codes(project, []) == []


def test_an_excerpt_says_where_it_stands_and_who_speaks(
    project: Project, interview: SourceId, chosen: Chosen
) -> None:
    found = read_excerpts(project, retrieve(project, "code:category"), words_around=2)[0]
    assert (found.before, found.after) == ("menjawab dalam", ".")
    assert (found.paragraph, found.line_from, found.line_to) == (2, 2, 2)
    assert (found.speaker, found.cases) == ("Rina", ("Ibu Rina",))
    assert (found.code_paths, found.coders) == ((("category",),), ("Sari",))
    assert found.source.kind is SourceKind.INTERVIEW


def test_passages_that_are_gone_are_left_out(project: Project, chosen: Chosen, code: Code) -> None:
    passages = retrieve(project)
    codebook.delete_codes(project, [code("category")])
    assert len(read_excerpts(project, passages)) == len(passages) - 1


@pytest.mark.parametrize(
    "where", ["case:tidak", "source:tidak", "speaker:tidak", "coder:tidak", "var.tidak = 1"]
)
def test_an_unknown_name_is_refused_not_answered_with_nothing(chosen: Chosen, where: str) -> None:
    with pytest.raises(NotFound):
        chosen(where)


def test_an_unknown_kind_is_refused(chosen: Chosen) -> None:
    with pytest.raises(UserError, match="kind"):
        chosen("kind:wawancara")
