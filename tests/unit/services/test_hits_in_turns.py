"""Thousands of hits are found, counted and grown in turns, none of which takes all of them."""

from __future__ import annotations

from collections.abc import Generator
from math import ceil
from typing import Any

import pytest

from makna.services import hit_coding, importing, searching
from makna.services.hit_coding import GROUPED_A_TURN, GROWN_A_TURN, widening
from makna.services.searching import HITS_A_TURN, Searcher
from makna.storage.project import Project

HITS = 5_000


def turns(steps: Generator[Any, Any, Any]) -> tuple[int, Any]:
    """In how many turns the work was done, and its result."""
    count = 0
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return count, end.value
        count += 1


@pytest.fixture
def searcher(project: Project) -> Searcher:
    importing.import_text(project, "Panjang", "Kami baca komentar. " * HITS)
    return Searcher(project)


def test_hits_become_places_two_thousand_a_turn(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    portioned, found = turns(searcher.finding("komentar", "exact"))
    monkeypatch.setattr(searching, "HITS_A_TURN", HITS)
    at_once, same = turns(searcher.finding("komentar", "exact"))
    assert found == same and len(found) == HITS
    assert portioned - at_once == ceil(HITS / HITS_A_TURN) - 1 == 2


def test_counting_what_would_be_coded_pauses(
    project: Project, searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    spans = searcher.all_hits("komentar", "exact")
    portioned, grown = turns(widening(project, spans, "sentence"))
    assert len(grown) == HITS
    assert portioned == ceil(HITS / GROUPED_A_TURN) + ceil(HITS / GROWN_A_TURN)
    monkeypatch.setattr(hit_coding, "GROWN_A_TURN", 1)
    assert turns(widening(project, spans[:100], "sentence")) == (101, grown[:100])
