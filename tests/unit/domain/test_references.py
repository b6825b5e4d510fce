"""Reference templates: what they say, what they show where something is not known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from makna.domain.errors import UserError
from makna.domain.model import (
    Case,
    CaseId,
    Excerpt,
    Passage,
    PassageId,
    Source,
    SourceId,
    SourceKind,
)
from makna.domain.reference_styles import PRESETS, ReferenceStyle
from makna.domain.references import FIELDS, Facts, Template, unknown_variables
from makna.domain.wording import Language

SOURCE = Source(
    SourceId(1),
    "guid-1",
    "I1 Kabid",
    SourceKind.INTERVIEW,
    "text/plain",
    "id",
    date="2025-03-03",
    author="Rina Wati",
    publisher="Kota Kita",
    year="2024",
    url="https://example.org/a",
    accessed="2025-04-02",
    pages="113–128",
)
EXCERPT = Excerpt(
    Passage(PassageId(1), "guid-p", SourceId(1), 0, 5),
    SOURCE,
    "humas",
    (),
    (),
    (),
    paragraph=13,
    line_from=41,
    line_to=42,
    speaker="Rina",
    time_ms=192_000,
)
CASE = Case(CaseId(1), "guid-c", "I1", values={"Inisial": "A", "Jenis Kelamin": "Laki-laki"})


def said(template: str, language: Language = "id", **facts: object) -> str:
    told = Facts(EXCERPT, language, CASE, page="115", answer=2, number=1)
    return Template.parse(template).render(replace(told, **facts)).text  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("template", "wanted"),
    [
        ("(Wawancara dengan {case.name}, {date})", "(Wawancara dengan I1, 3 Maret 2025)"),
        ("({case.code}, baris {line_from}–{line_to})", "(I1, baris 41–42)"),
        ("{source} {kind} ¶{paragraph}", "I1 Kabid wawancara ¶13"),
        ("{speaker} {time} {page} {pages}", "Rina 00:03:12 115 113–128"),
        (
            "{author} ({year}). {publisher}. {url}",
            "Rina Wati (2024). Kota Kita. https://example.org/a",
        ),
        ("{accessed}", "2 April 2025"),
        ("{case.Inisial} {case.jenis kelamin}", "A Laki-laki"),
        ("W{number}.{initials}.{sex}.{date:digits}.J{answer}", "W1.A.L.03032025.J2"),
        ("{date:short} {source:upper} {case.Jenis Kelamin:1}", "03/03/2025 I1 KABID L"),
        ("({name}, {code})", "(I1, I1)"),
        ("[[{case.code}]] {{x}} [sic]", "[I1] {x} [sic]"),
        ("[{case.code}, {lines}]", "[I1, baris 41–42]"),
    ],
)
def test_fields_are_filled_in(template: str, wanted: str) -> None:
    assert said(template) == wanted


def test_the_output_is_in_its_own_language() -> None:
    assert said("({date}, {lines}, {kind})", "en") == "(3 March 2025, lines 41–42, interview)"


def test_a_range_within_one_line_is_one_number() -> None:
    single = replace(EXCERPT, line_to=41)
    assert said("(baris {line_from}–{line_to})", excerpt=single) == "(baris 41)"
    assert said("({lines})", "en", excerpt=single) == "(line 41)"


def test_what_is_not_known_is_shown_and_marked() -> None:
    bare = replace(EXCERPT, source=replace(SOURCE, date=""))
    found = Template.parse("({case.code}, {date}, {lines})").render(Facts(bare, "id"))
    assert found.text == "([informan?], [tanggal?], baris 41–42)"
    assert found.missing == ("informan", "tanggal")
    assert [span.text for span in found.spans if span.missing] == ["[informan?]", "[tanggal?]"]


@pytest.mark.parametrize("name", [*FIELDS, "case.Pekerjaan"])
def test_no_field_is_ever_printed_as_none(name: str) -> None:
    nothing = Source(SourceId(1), "g", "", SourceKind.OTHER, "text/plain", "")
    bare = Excerpt(Passage(PassageId(1), "p", SourceId(1), 0, 0), nothing, "", (), (), ())
    found = Template.parse(f"{{{name}}}").render(Facts(bare, "en", lines=False))
    assert "None" not in found.text
    assert bool(found.missing) == (name != "kind")


def test_an_optional_part_goes_with_what_is_not_known_in_it() -> None:
    template = "({author}[, {year}: {page}])"
    assert said(template) == "(Rina Wati, 2024: 115)"
    assert said(template, page="") == "(Rina Wati)"


@pytest.mark.parametrize(
    ("template", "said_of_it"),
    [
        ("{author} [{page}] {year}", "Rina Wati 2024"),
        ("{author} [{page}], {year}", "Rina Wati, 2024"),
        ("({author} [{page}])", "(Rina Wati)"),
        ("({author} [hlm. {page}] [S. {page}] {year})", "(Rina Wati 2024)"),
        ("[{page}] {author}", "Rina Wati"),
        ("([{page}] {author})", "(Rina Wati)"),
        ("{author} [{page}]", "Rina Wati"),
        ("{author}  {year}", "Rina Wati  2024"),
    ],
)
def test_what_is_left_out_leaves_no_gap(template: str, said_of_it: str) -> None:
    assert said(template, page="") == said_of_it


def test_the_first_known_of_several_fields_is_taken() -> None:
    assert said("{case.code|speaker}") == "I1"
    assert said("{case.code|speaker}", case=None) == "Rina"
    unknown = replace(EXCERPT, speaker="")
    assert said("{case.code|speaker}", case=None, excerpt=unknown) == "[informan?]"


def test_a_rectangle_has_no_lines_but_a_page() -> None:
    assert said("({source}, {lines})", lines=False) == "(I1 Kabid, hlm. 115)"
    assert said("({line_from})", lines=False) == "([baris?])"


@pytest.mark.parametrize(
    ("template", "key", "named"),
    [
        ("({nama_saya})", "bad_reference_field", "nama_saya"),
        ("{}", "bad_reference_field", "{}"),
        ("{case.}", "bad_reference_field", "case."),
        ("({date", "bad_reference_brace", "{"),
        ("date})", "bad_reference_brace", "}"),
        ("[{date}", "bad_reference_brace", "["),
        ("{date}]", "bad_reference_brace", "]"),
        ("{date:panjang}", "bad_reference_form", "date:panjang"),
    ],
)
def test_a_slip_in_a_template_is_named(template: str, key: str, named: str) -> None:
    with pytest.raises(UserError) as caught:
        Template.parse(template)
    assert caught.value.key == key
    assert named in caught.value.line("id")
    assert named in caught.value.line("en")


def test_variables_that_no_case_has_are_found() -> None:
    template = Template.parse("{case.Inisial} {case.umur} {case.code}")
    assert unknown_variables(template, ["inisial", "Jabatan"]) == ["case.umur"]


def test_a_variable_names_the_code_where_there_is_one() -> None:
    coded = replace(CASE, values={"Kode": "IK-1", "Nama": "Wira"})
    assert said("{case.code} {case.name}", case=coded) == "IK-1 Wira"


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_cites_every_kind_without_a_gap(name: str, language: Language) -> None:
    style = ReferenceStyle.of(name, language)
    for kind in SourceKind:
        excerpt = replace(EXCERPT, source=replace(SOURCE, kind=kind))
        facts = Facts(excerpt, language, CASE, page="115", answer=2, number=1)
        found = style.for_kind(kind).render(facts)
        assert found.missing == ()
        assert "{" not in found.text
        assert style.for_kind(kind).footnote == (name == "footnote")


def test_an_interview_preset_cites_a_news_item_as_one() -> None:
    style = ReferenceStyle.of("name-date", "id")
    facts = Facts(EXCERPT, "id", CASE)
    interview = style.for_kind(SourceKind.INTERVIEW).render(facts).text
    news = style.for_kind(SourceKind.NEWS).render(facts).text
    assert interview == "(Wawancara dengan I1, 3 Maret 2025)"
    assert news == "(Rina Wati, 3 Maret 2025, diakses 2 April 2025)"


def test_a_kind_can_have_a_template_of_its_own() -> None:
    style = ReferenceStyle.of("({source})", "id", [("news", "footnote: {url}"), ("report", "news")])
    assert style.for_kind(SourceKind.INTERVIEW).text == "({source})"
    assert style.for_kind(SourceKind.NEWS).footnote
    assert style.for_kind(SourceKind.REPORT).text.startswith("({author")
    with pytest.raises(UserError, match="newspaper"):
        ReferenceStyle.of("", "id", [("newspaper", "{url}")])


def test_a_template_says_whether_it_prints_numbers_that_must_stay() -> None:
    assert Template.parse("({source}, {paragraph})").prints_places
    assert Template.parse("({source}[, {lines}])").prints_places
    assert not Template.parse("({source}, {page})").prints_places
