"""What a file would become, before it is imported."""

from __future__ import annotations

from pathlib import Path

import pytest

from makna.domain.errors import BadFile
from makna.domain.model import SourceKind
from makna.domain.post_columns import Role
from makna.services.importing import ImportOptions
from makna.services.proposals import PARAGRAPHS, Speaking, propose

TALK = "Lokasi: Depok\nTanggal: 3 Maret 2025\n\nP: Apa?\nN: Ini.\nP: Lalu?\nN: Begitu."


def written(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def test_a_talk_is_proposed_with_form_speakers_and_facts(tmp_path: Path) -> None:
    found = propose(written(tmp_path, "w.txt", TALK), ImportOptions())
    assert (found.form, found.turns, found.kind) == ("colon", 4, SourceKind.INTERVIEW)
    assert found.speakers == (Speaking("P", 2, True), Speaking("N", 2, False))
    assert found.facts == (("Lokasi", "Depok"), ("Tanggal", "3 Maret 2025"))
    assert (found.date, found.encoded, found.encoding) == ("2025-03-03", True, "")


def test_another_form_is_looked_at_and_the_automatic_one_still_named(tmp_path: Path) -> None:
    found = propose(written(tmp_path, "w.txt", TALK), ImportOptions(turns="none"))
    assert (found.form, found.turns) == ("colon", 0)


def test_who_was_said_to_ask_or_not_is_taken_over(tmp_path: Path) -> None:
    options = ImportOptions(asking=("n",), answering=("P",))
    found = propose(written(tmp_path, "w.txt", TALK), options)
    assert [each.asks for each in found.speakers] == [False, True]


def test_a_guessed_encoding_is_named(tmp_path: Path) -> None:
    found = propose(written(tmp_path, "w.txt", "Kafé itu", "cp1252"), ImportOptions())
    assert found.encoding == "cp1252"


def test_only_the_beginning_of_a_long_text_is_handed_over(tmp_path: Path) -> None:
    found = propose(written(tmp_path, "w.txt", "P: Apa?\nN: Ini.\n" * 9_000), ImportOptions())
    assert found.turns == 18_000
    assert len(found.beginning.layout) == PARAGRAPHS
    assert found.beginning.turns[-1].start < len(found.beginning.text)


def test_a_table_shows_its_columns_also_when_none_is_a_text(tmp_path: Path) -> None:
    table = written(tmp_path, "k.csv", "kota;usia\nDepok;3\nBogor;4\n")
    found = propose(table, ImportOptions())
    assert found.problem is not None
    assert found.problem.key == "table_no_text"
    assert found.table is not None
    assert found.table.header == ("kota", "usia")
    better = propose(table, ImportOptions(columns=(("text", "kota"),)))
    assert better.problem is None
    assert better.roles == (Role.TEXT, Role.FACT)


def test_files_of_one_shape_are_told_from_others(tmp_path: Path) -> None:
    one = propose(written(tmp_path, "a.txt", TALK), ImportOptions())
    other = propose(written(tmp_path, "b.txt", TALK.replace("Depok", "Bogor")), ImportOptions())
    plain = propose(written(tmp_path, "c.txt", "Tidak ada percakapan."), ImportOptions())
    assert one.shape == other.shape
    assert plain.shape != one.shape


def test_what_no_choice_can_help_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFile):
        propose(written(tmp_path, "kosong.txt", ""), ImportOptions())
