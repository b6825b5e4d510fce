"""Rectangles on the command line: apply, retrieve, uncode; pictures with and without a place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Makna = Callable[..., Any]
Line = Callable[..., str]


@pytest.fixture
def album(makna: Makna, tmp_path: Path, material: Any) -> Path:
    project = tmp_path / "Album.makna"
    (tmp_path / "foto.jpg").write_bytes(material.photo(size=(60, 40)))
    (tmp_path / "pindaian.pdf").write_bytes(material.scan())
    assert makna("new", project, "--language", "id", "--coder", "Sari").code == 0
    done = makna("import", project, tmp_path / "foto.jpg", tmp_path / "pindaian.pdf", "--json")
    assert [each["characters"] for each in done.json["imported"]] == [0, 0]
    assert [len(each["warnings"]) for each in done.json["imported"]] == [1, 1]
    makna("add-code", project, "Lambang")
    return project


def test_a_rectangle_is_coded_listed_and_taken_off(makna: Makna, album: Path) -> None:
    place = ("--source", "foto", "--code", "Lambang", "--rect", "1:5:6:30:26")
    applied = makna("apply", album, *place, "--memo", "Garuda", "--json").json
    edges = {"type": "page", "page": 1, "x1": 5, "y1": 6, "x2": 30, "y2": 26}
    assert (applied["start"], applied["end"], applied["text"]) == (None, None, "")
    assert applied["place"] == edges
    (found,) = makna("retrieve", album, "--where", "code:Lambang", "--json").json
    assert found["passage"] == applied["passage"] and found["place"] == edges
    assert (found["start"], found["paragraph"], found["line_from"]) == (None, None, None)
    assert found["codings"] == [{"code": "Lambang", "coder": "Sari", "memo": "Garuda"}]
    sources = {each["name"]: each for each in makna("sources", album, "--json").json}
    assert (sources["foto"]["kind"], sources["foto"]["codings"]) == ("picture", 1)
    assert makna("check", album, "--json").json == {"ok": True, "problems": []}
    assert makna("uncode", album, *place, "--json").json["passage"] == applied["passage"]
    assert makna("retrieve", album, "--json").json == []
    assert makna("undo", album).code == 0
    assert len(makna("retrieve", album, "--json").json) == 1


@pytest.mark.parametrize(
    ("rect", "part"),
    [("1:5:6:30", "PAGE:X1:Y1:X2:Y2"), ("3:1:1:2:2", "page 3"), ("1:5:6:300:26", "60 wide")],
)
def test_a_rectangle_that_is_none_is_refused(
    rect: str, part: str, one_line: Line, album: Path
) -> None:
    said = one_line("apply", album, "--source", "foto", "--code", "Lambang", "--rect", rect)
    assert part in said


def test_span_and_rect_exclude_each_other(one_line: Line, album: Path) -> None:
    said = one_line(
        *("uncode", album, "--source", "foto", "--code", "Lambang"),
        *("--span", "0:1", "--rect", "1:1:1:2:2"),
    )
    assert "--rect" in said


def test_the_excerpts_of_a_picture_are_written(makna: Makna, album: Path, tmp_path: Path) -> None:
    makna(
        "apply", album, "--source", "pindaian", "--code", "Lambang", "--rect", "2:9:9:99000:99000"
    )
    for suffix in ("docx", "xlsx", "csv", "html", "md", "json"):
        out = tmp_path / f"kutipan.{suffix}"
        assert makna("export", album, "excerpts", out, "--json").json["items"] == 1
        assert out.stat().st_size > 100


def test_the_location_is_kept_when_asked_for(
    makna: Makna, album: Path, tmp_path: Path, material: Any
) -> None:
    assert all(not each["place"] for each in makna("sources", album, "--json").json)
    (tmp_path / "lain.jpg").write_bytes(material.photo(size=(61, 41)))
    makna("import", album, tmp_path / "lain.jpg", "--keep-location")
    places = {each["name"]: each["place"] for each in makna("sources", album, "--json").json}
    assert places["lain"] == "-7.55347, 110.81701"


def test_searching_sources_without_text_finds_nothing_and_does_not_fail(
    makna: Makna, album: Path
) -> None:
    assert makna("search", album, "humas", "--json").json == []
