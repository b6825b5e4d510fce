"""Tables of posts as sources, turns, facts, cases and variables."""

from __future__ import annotations

from pathlib import Path

import pytest

from makna.domain.model import SourceKind, VariableType
from makna.services import cases, history
from makna.services.importing import Imported, ImportOptions, import_files
from makna.storage.project import Project

TABLE = (
    "Akun;Tanggal;Komentar;Suka;Pengikut;Tautan\n"
    "@a;05/03/2025 14.05;Air mati 😀;3;1.200;https://x.id/1\n"
    "@b;06/03/2025;Tolong ya;4;3.400;\n"
    "@a;07/03/2025;Masih mati;5;1.250;\n"
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "Komentar.csv"
    path.write_text(TABLE, "utf-8")
    return path


def brought_in(project: Project, table: Path, **options: object) -> Imported:
    chosen = ImportOptions(**options)  # type: ignore[arg-type]
    report = import_files(project, [table], options=chosen).value
    assert report.skipped == []
    return report.imported[0]


def test_each_post_is_a_source_with_its_account_day_address_and_other_columns(
    project: Project, table: Path
) -> None:
    done = brought_in(project, table, posts="each")
    assert [part.source for part in done.parts] == [
        *("Komentar 1 @a", "Komentar 2 @b", "Komentar 3 @a"),
    ]
    first = project.sources.all()[0]
    assert (first.kind, first.author, first.date, first.year, first.url) == (
        *(SourceKind.SOCIAL_MEDIA, "@a", "2025-03-05", "2025", "https://x.id/1"),
    )
    assert dict(first.facts) == {"Tanggal": "05/03/2025 14.05", "Suka": "3", "Pengikut": "1.200"}
    assert project.texts.text(first.id) == "Air mati 😀"
    (turn,) = project.sources.turns(first.id)
    assert (turn.name, turn.start, turn.end, turn.time_ms) == ("@a", 0, 10, 50_700_000)


def test_hundreds_of_posts_are_one_step(project: Project, tmp_path: Path) -> None:
    rows = "".join(f"@u{n % 7};Komentar nomor {n} tentang air\n" for n in range(600))
    (tmp_path / "k.csv").write_text(f"Akun;Isi\n{rows}", "utf-8")
    brought_in(project, tmp_path / "k.csv", posts="each")
    assert len(project.sources.names()) == 600
    (entry,) = project.history.entries()
    assert entry.label.text("id") == "Impor 600 kiriman dari “k.csv”"
    history.undo(project)
    assert project.sources.names() == []
    history.redo(project)
    assert len(project.sources.names()) == 600
    assert len(project.blobs.names()) == 1


def test_one_source_has_the_posts_as_turns(project: Project, table: Path) -> None:
    done = brought_in(project, table)
    assert (done.source, done.turns, done.parts) == ("Komentar", 3, ())
    text = project.texts.text(done.id)
    said = [text[turn.start : turn.end].split("\n")[1] for turn in project.sources.turns(done.id)]
    assert said == ["Air mati 😀", "Tolong ya", "Masih mati"]
    assert [row["name"] for row in project.sources.speakers(done.id)] == ["@a", "@b"]


@pytest.mark.parametrize("posts", ["each", "table"])
def test_a_column_can_be_a_variable_of_the_accounts(
    project: Project, table: Path, posts: str
) -> None:
    cases.add_case(project, "@B")
    done = brought_in(project, table, posts=posts, columns=(("variable", "Pengikut"),))
    found = {case.name: case.values for case in project.cases.all()}
    assert found == {"@B": {"Pengikut": "3400"}, "@a": {"Pengikut": "1250"}}
    assert [v.type for v in project.cases.variables()] == [VariableType.NUMBER]
    linked = {row["case_id"] for row in project.sources.speakers(done.id)}
    assert None not in linked


def test_accounts_are_cases_only_where_that_is_wanted(project: Project, table: Path) -> None:
    brought_in(project, table, posts="each")
    assert project.cases.all() == []
    brought_in(project, table, posts="each", account_cases=True, again=True, case="Kampanye")
    by_name = {case.name: len(case.sources) for case in project.cases.all()}
    assert by_name == {"@a": 2, "@b": 1, "Kampanye": 3}


def test_posts_never_take_the_name_of_another_source(project: Project, table: Path) -> None:
    brought_in(project, table, posts="each")
    again = brought_in(project, table, posts="each", again=True)
    assert again.parts[0].source == "Komentar 1 @a (2)"
    assert len(set(project.sources.names())) == 6


def test_a_bad_table_leaves_nothing_behind(project: Project, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("kota;usia\nDepok;3\n", "utf-8")
    report = import_files(project, [tmp_path / "a.csv"]).value
    assert [skipped.why.key for skipped in report.skipped] == ["table_no_text"]
    assert project.history.entries() == []
    assert project.blobs.names() == []
