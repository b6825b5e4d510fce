"""10,000 excerpts to Word, against the same XML from prepared strings.

Ours begins with the values that a service hands out: sorting by code, comparing every quotation
with its source, memos from Markdown, references in words, XML, zip. Read `run` for the rows.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parent))

from floor_writer import write_prepared
from makna.domain.document import Run
from makna.domain.model import (
    Code,
    CodeId,
    Coder,
    CoderId,
    Coding,
    CodingId,
    Excerpt,
    Passage,
    PassageId,
    ProjectInfo,
    Source,
    SourceId,
    SourceKind,
)
from makna.domain.report import Report
from makna.formats.writers import write_report
from makna.services.reports.excerpts import ExcerptLayout, excerpts

EXCERPTS = 10_000
LIMIT = 4.0
_ROUNDS = 5
_WORDS = (
    *("warga", "percaya", "aduan", "admin", "menjawab", "unggahan", "wali", "kota", "informasi"),
    *("publik", "komentar", "kami", "karena", "setiap", "pagi", "foto", "dan", "video", "lima"),
)
Row = tuple[str, float, float, float, float]


def run() -> list[Row]:
    """Rows of (name, ours in ms, floor in ms, ratio, limit); each time is the best of five."""
    material = generate(EXCERPTS)
    with tempfile.TemporaryDirectory() as folder:
        ours, floor = Path(folder, "ours.docx"), Path(folder, "floor.docx")
        report = _report(material)
        write_report(report, ours)
        elements, others = _taken_apart(ours)
        whole_ms, writer_ms, floor_ms = _best_ms(
            lambda: write_report(_report(material), ours),
            lambda: write_report(report, ours),
            lambda: write_prepared(elements, others, floor),
        )
    return [
        (f"{EXCERPTS:,} excerpts to docx", whole_ms, floor_ms, whole_ms / floor_ms, LIMIT),
        ("of which the writer", writer_ms, floor_ms, writer_ms / floor_ms, LIMIT),
    ]


def _best_ms(*actions: Callable[[], None]) -> list[float]:
    """The shortest time of each, taken in turn, so that a busy moment strikes all alike."""
    best = [float("inf")] * len(actions)
    for _ in range(_ROUNDS):
        for index, action in enumerate(actions):
            start = perf_counter()
            action()
            best[index] = min(best[index], (perf_counter() - start) * 1000)
    return best


def _taken_apart(path: Path) -> tuple[list[str], dict[str, bytes]]:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    document = parts.pop("word/document.xml").decode()
    return re.split(r"(?<=</w:p>)", document), parts


Material = tuple[ProjectInfo, list[Code], list[Excerpt], dict[SourceId, str]]


def _report(material: Material) -> Report:
    project, codes, found, texts = material
    return excerpts(project, codes, found, texts.__getitem__, ExcerptLayout(language="id"))


def generate(count: int, seed: int = 7) -> Material:
    """`count` passages of 20–60 words in 50 sources, on 100 codes, a third with a memo."""
    chance = random.Random(seed)
    codes = [
        Code(
            CodeId(n), f"code-{n}", CodeId(n - n % 10) if n % 10 else None, n % 10, f"Kode {n}", "#"
        )
        for n in range(1, 101)
    ]
    coder = Coder(CoderId(1), "coder", "Peneliti")
    project = ProjectInfo(
        *("guid", "Proyek", "", "", "id", "", coder, 50, 0, 100, count, count, 0, 0, "1")
    )
    found: list[Excerpt] = []
    texts: dict[SourceId, str] = {}
    for number in range(50):
        _fill_source(number, count // 50, chance, found, texts)
    return project, codes, found, texts


def _fill_source(
    number: int,
    count: int,
    chance: random.Random,
    found: list[Excerpt],
    texts: dict[SourceId, str],
) -> None:
    source = Source(
        *(SourceId(number), f"source-{number}", f"I{number} · Informan", SourceKind.INTERVIEW),
        *("text/plain", "id", "2025-03-03"),
    )
    pieces, at = [], 0
    for paragraph in range(1, count + 1):
        words = [chance.choice(_WORDS) for _ in range(chance.randint(20, 60))]
        said = " ".join(words).capitalize() + "."
        found.append(_excerpt(source, at, said, paragraph, chance))
        pieces.append(said)
        at += len(said) + 1
    texts[source.id] = "\n".join(pieces)


def _excerpt(source: Source, at: int, said: str, paragraph: int, chance: random.Random) -> Excerpt:
    key = len(said) + at
    code = CodeId(chance.randint(1, 100))
    memo = _memo(chance) if chance.random() < 0.33 else ""
    coding = Coding(CodingId(key), f"coding-{source.id}-{at}", code, CoderId(1), memo)
    passage = Passage(
        PassageId(key), f"passage-{source.id}-{at}", source.id, at, at + len(said), (coding,)
    )
    looks = (Run(3, 9, bold=True),) if chance.random() < 0.2 else ()
    return Excerpt(
        passage,
        source,
        said,
        looks,
        ((f"Kode {code}",),),
        ("Peneliti",),
        paragraph=paragraph,
        line_from=3 * paragraph,
        line_to=3 * paragraph + 2,
        speaker="Informan",
    )


def _memo(chance: random.Random) -> str:
    """A remark of eight words; in every fourth one word is marked, as people do."""
    words = [chance.choice(_WORDS) for _ in range(8)]
    if chance.random() < 0.25:
        words[3] = f"**{words[3]}**"
    return " ".join(words)


if __name__ == "__main__":
    for name, ours_ms, floor_ms, ratio, limit in run():
        print(
            f"{name:32} {ours_ms:8.0f} ms  floor {floor_ms:6.0f} ms  {ratio:5.2f} × (≤ {limit} ×)"
        )
