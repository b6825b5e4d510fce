"""Makes a project file of the present schema, to be kept when the schema moves on.

`python tests/old_projects/make.py`, once for each released schema; what it makes is committed and
never made again. The content is the same each time.
"""

from __future__ import annotations

import random
import sys
import uuid
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from makna.domain.identity import Identity
from makna.domain.model import LinkTarget, MemoKind, SourceKind
from makna.search.documents import Document
from makna.search.engine import build_segment
from makna.services import (
    cases,
    codebook,
    coding,
    correcting,
    frames,
    history,
    importing,
    memos,
    projects,
    sources,
)
from makna.services.searching import Searcher
from makna.storage import project as project_module
from makna.storage.migration import HEAD
from makna.storage.project import Project
from makna.storage.project_file import OPENED_BY

HERE = Path(__file__).parent

INTERVIEW = """\
Narasumber: Ibu Rina, Kabid Informasi Publik
Peneliti: Bagaimana humas mengelola komentar warga?
Rina: Setiap komentar kami baca. Kalau ada keluhan, admin wajib menjawab dalam dua puluh empat jam.
Peneliti: Siapa yang mengerjakan?
Rina: Admin kami cuma dua orang 😀, semua dikerjakan: motret, desain, unggah.
Peneliti: Apa dampaknya?
Rina: Warga jadi percaya, dan citra pemerintah kota membaik.
"""
NOTES = "Rapat triwulan\n\nPapan skor aduan dipasang di lorong; tiga dari sepuluh merah.\n"


class Clock(datetime):
    """Noon, always."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Clock:
        return cls(2025, 3, 3, 12, 0, 0, tzinfo=UTC)


def make(path: Path) -> None:
    chance = random.Random(1)
    uuid.uuid4 = lambda: uuid.UUID(int=chance.getrandbits(128), version=4)
    setattr(project_module, "datetime", Clock)  # noqa: B010
    project = projects.create_project(path, "Humas Kota", "id", Identity("sari", "Sari"))
    fill(project)
    with project.writing():
        project.view_state.delete(OPENED_BY)  # names the machine
    project.raw.execute("PRAGMA query_only=OFF")
    project.raw.execute("VACUUM")
    project.close()


def fill(project: Project) -> None:
    projects.describe_project(project, description="Humas dan citra kota", memo="Mulai.")
    interview = importing.import_text(project, "I1", INTERVIEW).value.id
    notes = importing.import_text(project, "Catatan 1", NOTES).value.id
    sources.describe_source(project, notes, kind=str(SourceKind.OBSERVATION), date="2025-03")
    rina = cases.add_case(project, "Ibu Rina").value
    cases.link_sources(project, rina, [interview])
    cases.set_value(project, rina, "usia", "41")
    cases.set_value(project, rina, "jabatan", "Kabid")
    speaker = project.sources.speakers(interview)[-1]
    sources.link_speaker(project, speaker["id"], rina)
    fast = codebook.add_path(project, "Mengelola > Respons cepat", memo="inti").value
    few = codebook.add_path(project, "Mengelola > Kekurangan tenaga").value
    frames.insert_frame(project, frames.frames("id")[0].id, "id")
    at = INTERVIEW.index("admin wajib")
    coding.apply_code(project, interview, at, at + 49, fast, memo="aturan")
    at = INTERVIEW.index("Admin kami")
    coding.apply_code(project, interview, at, at + 25, few)
    coding.apply_code(project, notes, 16, 40, fast)
    passage = project.passages.of_source(interview)[0]
    coding.star_passages(project, [passage.id], True)
    links = [(LinkTarget.PASSAGE, passage.guid), (LinkTarget.CASE, project.cases.all()[0].guid)]
    memos.write_memo(project, "Beban", "Dua orang.", kind=MemoKind.THEORETICAL, links=links)
    correcting.edit_text(project, interview, 0, 10, "Informan")
    budi = projects.coder_named(project, "Budi")
    coding.apply_code(project, notes, 16, 40, few, coder=budi)
    codebook.add_code(project, "Dibatalkan")
    history.undo(project)
    index(project)


def index(project: Project) -> None:
    searcher = Searcher(project)
    documents: list[Document] = searcher.batch(searcher.pending())
    searcher.publish(build_segment(documents))


if __name__ == "__main__":
    target = HERE / f"{HEAD}.makna"
    if target.exists():
        sys.exit(f"{target.name} is there already and must stay what it is")
    make(target)
    print(f"{target.name}: {target.stat().st_size} bytes")
