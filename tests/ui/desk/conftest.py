"""A small study that is coded a little: two interviews, two codes, a case."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from makna.domain.model import CaseId, CodeId, CodingId, PassageId, SourceId
from makna.services import cases, codebook, coding, importing, sources
from makna.ui.session import Session

INTERVIEW = (
    "Peneliti: Bagaimana tim Ibu menangani aduan warga?\n"
    "I1: Kalau ada keluhan, admin wajib menjawab dalam dua puluh empat jam. "
    "Tapi ya admin kami cuma dua orang.\n"
)
OTHER = "Saya tunggu sampai lima hari 😀, baru ada jawaban dari admin.\n"


@dataclass(frozen=True)
class Study:
    """What the tests point at."""

    session: Session
    interview: SourceId
    other: SourceId
    theme: CodeId
    quick: CodeId
    """Below `theme`."""
    promise: PassageId
    promise_coding: CodingId
    case: CaseId

    def span(self, words: str) -> tuple[SourceId, int, int]:
        """Where the words stand in one of the two texts."""
        for source in (self.interview, self.other):
            text = self.session.project.texts.text(source)
            if words in text:
                start = text.index(words)
                return source, start, start + len(words)
        raise AssertionError(words)

    def steps(self) -> int:
        """How many steps the history holds."""
        return len(self.session.project.history.entries(-1))


PROMISE = "Kalau ada keluhan, admin wajib menjawab dalam dua puluh empat jam"


@pytest.fixture
def study(session: Session, tmp_path: Path) -> Study:
    """The study, in the project of `session`."""
    project = session.project
    keys = []
    for name, text in (("I1 Kabid", INTERVIEW), ("I4 Ketua RW", OTHER)):
        path = tmp_path / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        keys.append(importing.import_files(project, [path]).value.imported[0].id)
    sources.describe_source(project, keys[0], date="2025-03-03")
    theme = codebook.add_code(project, "Manage", description="Mendengar dan menjawab.").value
    quick = codebook.add_code(project, "Respons cepat", parent=theme, color="#0f8a8f").value
    at = project.texts.text(keys[0]).index(PROMISE)
    applied = coding.apply_code(project, keys[0], at, at + len(PROMISE), quick).value
    waited = project.texts.text(keys[1]).index("Saya tunggu")
    coding.apply_code(project, keys[1], waited, waited + 28, quick)
    case = cases.add_case(project, "Kabid").value
    return Study(
        *(session, keys[0], keys[1], theme, quick),
        promise=applied.passage,
        promise_coding=applied.coding,
        case=case,
    )
