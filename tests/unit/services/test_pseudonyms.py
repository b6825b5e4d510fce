"""The list of pseudonyms, what is proposed for it, and files without names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from makna.domain.errors import NotFound, UserError
from makna.domain.model import CodeId, SourceId
from makna.domain.pausing import carried_out
from makna.domain.pseudonyms import PseudonymKind
from makna.services import cases, coding, history, importing, pseudonyms
from makna.services.export_options import ExportOptions
from makna.services.exporting import export
from makna.services.leaks import check_file
from makna.storage.project import Project

Code = Callable[[str], CodeId]


def names(project: Project) -> list[tuple[str, str]]:
    return [(each.name, each.substitute) for each in pseudonyms.pseudonyms(project)]


def test_the_list_is_changed_and_every_change_undone(project: Project) -> None:
    first = pseudonyms.add_pseudonym(project, " Rina  Wati ", "Informan 1").value
    pseudonyms.change_pseudonym(project, first, substitute="Sari", kind=PseudonymKind.OTHER)
    assert names(project) == [("Rina Wati", "Sari")]
    assert pseudonyms.pseudonym_named(project, "RINA WATI").kind is PseudonymKind.OTHER
    pseudonyms.remove_pseudonyms(project, [first])
    assert names(project) == []
    history.undo(project)
    history.undo(project)
    assert names(project) == [("Rina Wati", "Informan 1")]
    history.undo(project)
    assert names(project) == []


@pytest.mark.parametrize(
    ("name", "substitute", "key"),
    [
        ("…", "X", "pseudonym_no_name"),
        ("Damar", " ", "pseudonym_no_substitute"),
        ("RINA", "X", "pseudonym_exists"),
        ("Damar", "Kak Rina", "pseudonym_is_name"),
        ("Informan", "X", "pseudonym_is_name"),
    ],
)
def test_a_list_that_could_not_be_trusted_is_refused(
    project: Project, name: str, substitute: str, key: str
) -> None:
    pseudonyms.add_pseudonym(project, "Rina", "Informan 1")
    with pytest.raises(UserError) as caught:
        pseudonyms.add_pseudonym(project, name, substitute)
    assert caught.value.key == key
    assert caught.value.line("id")
    assert names(project) == [("Rina", "Informan 1")]


def test_an_unknown_name_is_not_found(project: Project) -> None:
    with pytest.raises(NotFound):
        pseudonyms.pseudonym_named(project, "Rina")


def test_speakers_and_cases_are_proposed_and_labels_are_not(
    project: Project, interview: SourceId
) -> None:
    cases.add_case(project, "Bu Lastri")
    cases.add_case(project, "I1")
    found = {each.name: each for each in pseudonyms.candidates(project)}
    assert found["Rina"].why == "speaker"
    assert found["Rina"].count == 2
    assert (found["Rina"].substitute, found["Lastri"].substitute) == ("Informan 1", "Informan 2")
    assert not {"Peneliti", "I1"} & found.keys()


def test_what_is_listed_is_proposed_no_more_but_its_parts_are(
    project: Project, interview: SourceId
) -> None:
    pseudonyms.add_pseudonym(project, "Rina Wati", "Sari")
    found = {each.name: (each.why, each.substitute) for each in pseudonyms.candidates(project)}
    assert found["Rina"] == ("speaker", "Informan 1")
    pseudonyms.add_pseudonym(project, "Rina", "Sari")
    assert "Rina" not in {each.name for each in pseudonyms.candidates(project)}
    assert pseudonyms.tallies(project)["Rina"].count == 2


def test_proposed_substitutes_are_never_taken_twice() -> None:
    taken = ["[Kota A]", "[kota b]"]
    assert pseudonyms.proposed_substitute(PseudonymKind.PLACE, taken, "id") == "[Kota C]"
    many = [pseudonyms.proposed_substitute(PseudonymKind.PLACE, [], "en")]
    for _ in range(26):
        many.append(pseudonyms.proposed_substitute(PseudonymKind.PLACE, many, "en"))
    assert many[-1] == "[Town AA]"


@pytest.mark.parametrize("suffix", [".docx", ".html", ".md", ".csv", ".xlsx", ".json"])
def test_no_written_file_holds_a_name_of_the_list(
    project: Project, interview: SourceId, code: Code, tmp_path: Path, suffix: str
) -> None:
    coding.apply_code(project, interview, 0, 90, code("Kata Rina"), memo="Rina lagi")
    pseudonyms.add_pseudonym(project, "Rina", "Informan 1")
    real = tmp_path / f"asli{suffix}"
    export(project, "excerpts", real, ExportOptions(pseudonyms=False, language="id"))
    assert {leak.name for leak in check_file(project, real).leaks} == {"Rina"}
    hidden = tmp_path / f"samaran{suffix}"
    done = export(project, "excerpts", hidden, ExportOptions(language="id"))
    assert check_file(project, hidden).clean
    assert done.report.replacements[0].substitute == "Informan 1"
    assert project.codes.tree().find("Kata Rina")


def test_a_name_in_the_name_of_the_file_is_a_leak(project: Project, tmp_path: Path) -> None:
    pseudonyms.add_pseudonym(project, "Rina", "Informan 1")
    path = tmp_path / "wawancara_Rina.txt"
    path.write_text("tidak ada nama", encoding="utf-8")
    assert check_file(project, path).file_name == ("Rina",)
    assert not check_file(project, path).clean


def test_the_material_without_names_needs_no_list(project: Project) -> None:
    assert not pseudonyms.replacer(project)
    assert pseudonyms.tallies(project) == {}
    assert carried_out(pseudonyms.sample(project)) == ""


def test_a_sample_breathes_between_texts_and_ends_at_the_first_name(project: Project) -> None:
    for number in range(4):
        importing.import_text(project, f"I{number}", "Rina datang." if number > 1 else "Sepi.")
    pseudonyms.add_pseudonym(project, "Rina", "Informan 1")
    looking = pseudonyms.sample(project)
    assert [next(looking), next(looking)] == [None, None]
    assert carried_out(looking) == "Rina datang."
