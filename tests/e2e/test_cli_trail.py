"""history, undo, redo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Makna = Callable[..., Any]


def test_the_history_reads_like_a_log(makna: Makna, study: Path) -> None:
    makna("apply", study, "--source", "I1", "--code", "cat", "--span", "0:5")
    trail = makna("history", study, "--json").json
    assert [entry["label"] for entry in trail] == [
        "Import “I1”",
        "Import “Notes”",
        "New code “Fasilitator, cat, category”",
        "Code with “cat”",
    ]
    assert trail[-1]["counts"] == {"passage": [1, 0, 0], "coding": [1, 0, 0]}
    assert (trail[-1]["coder"], trail[-1]["undone"]) == ("Sari", False)
    assert [entry["id"] for entry in trail] == sorted(entry["id"] for entry in trail)


def test_undo_and_redo_reach_over_restarts(makna: Makna, study: Path) -> None:
    before = makna("codes", study).out
    makna("edit-code", study, "cat", "--merge-into", "category")
    makna("remove", study, "I1")
    undone = makna("undo", study, "--steps", "2", "--json").json
    assert undone == {"undone": ["Remove source “I1”", "Merge “cat” into “category”"]}
    assert makna("codes", study).out == before
    assert [e["undone"] for e in makna("history", study, "--json").json][-2:] == [True, True]
    redone = makna("redo", study, "--json").json
    assert redone == {"redone": ["Merge “cat” into “category”"]}
    assert "category" in makna("codes", study).out
    assert makna("info", study, "--json").json["sources"] == 2


def test_too_many_steps_take_back_all_there_is(makna: Makna, study: Path) -> None:
    assert len(makna("undo", study, "--steps", "99", "--json").json["undone"]) == 3
    assert makna("undo", study, "--json").json == {"undone": []}
    assert "nothing to undo" in makna("undo", study).out
    assert len(makna("redo", study, "--steps", "99", "--json").json["redone"]) == 3
    assert makna("redo", study, "--json").json == {"redone": []}
    assert makna("check", study).code == 0


def test_something_new_ends_redo(makna: Makna, study: Path) -> None:
    makna("undo", study)
    makna("add-code", study, "Baru")
    assert makna("redo", study, "--json").json == {"redone": []}


def test_labels_are_in_the_language_of_the_interface(
    makna: Makna, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "id_ID.UTF-8")
    assert makna("undo", study, "--json").json["undone"][0].startswith("Kode baru")


@pytest.mark.parametrize("steps", ["0", "-1", "x"])
def test_steps_are_counted_from_one(steps: str, one_line: Callable[..., str], study: Path) -> None:
    one_line("undo", study, "--steps", steps)
    one_line("redo", study, "--steps", steps)
