"""Edges of passages land on words."""

from makna.ui.page.edges import EdgeMove, snapped, stepped

TEXT = "Kalau ada keluhan, admin wajib menjawab."


def test_an_edge_dropped_in_a_word_takes_its_nearer_side() -> None:
    assert snapped(TEXT, TEXT.index("keluhan") + 1, ending=False) == TEXT.index("keluhan")
    assert snapped(TEXT, TEXT.index("keluhan") + 6, ending=True) == TEXT.index(",")


def test_an_end_takes_in_no_space() -> None:
    assert snapped(TEXT, TEXT.index("admin"), ending=True) == TEXT.index(",") + 1


def test_a_start_takes_in_no_space() -> None:
    assert snapped(TEXT, TEXT.index(" admin"), ending=False) == TEXT.index("admin")


def test_steps_go_from_word_to_word_both_ways() -> None:
    at = TEXT.index(" ada")
    assert stepped(TEXT, at, ending=True, forward=True) == at + len(" ada")
    assert stepped(TEXT, at + len(" ada"), ending=True, forward=False) == at
    start = TEXT.index("ada")
    assert stepped(TEXT, start, ending=False, forward=True) == TEXT.index("keluhan")
    assert stepped(TEXT, start, ending=False, forward=False) == 0


def test_edges_never_cross() -> None:
    move = EdgeMove(1, None, 6, 9, (6, 9))
    assert move.start_to(30).start == 8
    assert move.end_to(2, len(TEXT)).end == 7
    assert move.end_to(999, len(TEXT)).end == len(TEXT)
    assert not move.changed
