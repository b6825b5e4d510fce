"""Projects that differ in nothing but how much else is in them."""

from __future__ import annotations

from pathlib import Path

from makna import bootstrap
from makna.services import codebook
from makna.services.importing import import_text
from makna.services.searching import Searcher
from makna.services.span_coding import Span, code_spans

PARAGRAPHS = 40
SENTENCE = "Setiap komentar kami baca dan admin wajib menjawab dalam dua puluh empat jam"
CODES = 12
OWN_CODE_EACH = 3
"""Passages of the code `Sendiri`, which only the first two sources carry."""


def make(path: Path, sources: int) -> Path:
    """A project of so many sources with 30 codings each; the first two are always the same."""
    project = bootstrap.create_project(path)
    project.raw.execute("PRAGMA synchronous=OFF")
    codes = [codebook.add_code(project, f"Kode {number}").value for number in range(CODES)]
    own = codebook.add_code(project, "Sendiri").value
    text = "\n".join(f"{SENTENCE} {number}." for number in range(PARAGRAPHS))
    for number in range(sources):
        unlike = f"\nCiri khas nomor{number}." + ("\nKata langka." if number < 2 else "")
        source = import_text(project, f"Wawancara {number:04}", text + unlike).value.id
        spans = [Span(source, at, at + 40) for at in range(0, 2_400, 80)]
        for code, some in zip(codes, range(0, 30, 3), strict=False):
            code_spans(project, spans[some : some + 3], code)
        if number < 2:
            places = range(2_400, 2_400 + 80 * OWN_CODE_EACH, 80)
            code_spans(project, [Span(source, at, at + 40) for at in places], own)
    Searcher(project).bring_up_to_date()
    project.close()
    return path
