"""The benchmarks' material is the same each time, and their floor reads the same words as we."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

from makna.formats.registry import read_document

BENCH = Path(__file__).parents[4] / "packaging" / "bench"


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"bench_{name}", BENCH / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_same_seed_makes_the_same_file(tmp_path: Path) -> None:
    material = load("material")
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        material.docx(tmp_path / name, 3_000, seed)
    first, again, other = ((tmp_path / name).read_bytes() for name in "abc")
    assert first == again != other


def test_paragraphs_have_exactly_the_characters_asked_for() -> None:
    material = load("material")
    for characters in (50, 999, 20_000):
        assert len("\n".join(material.paragraphs(characters, 3))) == characters


def test_words_follow_zipf(tmp_path: Path) -> None:
    words = load("material").words(20_000, 5)
    assert 0.02 < words.count("yang") / len(words) < 0.1
    assert len(set(words)) > 3_000


def test_the_floor_reads_the_same_words(tmp_path: Path) -> None:
    load("material").docx(tmp_path / "a.docx", 6_000, 4)
    floor = load("floor_docx").read_floor(tmp_path / "a.docx")
    document = read_document(tmp_path / "a.docx")
    assert {block.style for block in document.layout} == {
        *("heading-1", "body", "list", "table-row", "footnote"),
    }
    plain = re.sub("[¹²³⁴]", "", document.text)
    assert plain.split() == floor.split()
