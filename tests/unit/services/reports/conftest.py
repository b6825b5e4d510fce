"""A small project of public relations in a town: two sources, five codes, three passages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from makna.domain.codetree import CodeTree
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

INTERVIEW = (
    "Setiap komentar kami baca. Kalau ada keluhan, admin wajib menjawab dalam dua puluh empat "
    "jam, itu sudah jadi aturan di sini. Tapi ya admin kami cuma dua orang, semua dikerjakan: "
    "motret, desain, unggah. Kadang malam pun dijawab, karena warga RW\u00a005 menunggu. 😀\n"
    "Tiap pagi agenda wali kota kami bagikan,\u2028foto dan video, supaya warga percaya.\n"
    "\tTabel\tkolom\ufffc =SUM(A1) & <b>"
)
NOTES = "The mayor said nothing about the complaints."
RULE = "Aturan **24 jam** ditekankan; bandingkan dengan evaluasi triwulan."


@dataclass
class Town:
    """What a report is made from."""

    project: ProjectInfo
    codes: list[Code]
    texts: dict[SourceId, str]
    sources: list[Source]
    excerpts: list[Excerpt] = field(default_factory=list)

    def excerpt(
        self,
        source: int,
        said: str,
        codings: list[tuple[int, str]],
        runs: tuple[Run, ...] = (),
        coder: str = "Sari",
        **more: Any,
    ) -> Excerpt:
        """The passage of the source that says `said`, coded with (code, memo)."""
        text, key = self.texts[SourceId(source)], len(self.excerpts) + 1
        start = text.index(said)
        end, tree = start + len(said), CodeTree(self.codes)
        made = tuple(
            Coding(CodingId(100 * key + n), f"coding-{key}-{n}", CodeId(code), CoderId(1), memo)
            for n, (code, memo) in enumerate(codings)
        )
        place = {name: more.pop(name) for name in _OF_PASSAGE & more.keys()}
        passage = Passage(
            PassageId(key), f"passage-{key}", SourceId(source), start, end, made, **place
        )
        paths = tuple(
            tree.names(CodeId(code)) if CodeId(code) in tree else ("Lama", f"Kode {code}")
            for code, _ in codings
        )
        excerpt = Excerpt(
            passage,
            self.sources[source - 1],
            said,
            runs,
            paths,
            (coder,) * len(codings),
            before=text[max(0, start - 40) : start],
            after=text[end : end + 40],
            **more,
        )
        self.excerpts.append(excerpt)
        return excerpt


_OF_PASSAGE = {"memo", "star", "translation", "translation_language", "translator"}


def _code(key: int, parent: int | None, position: int, name: str, **more: Any) -> Code:
    above = None if parent is None else CodeId(parent)
    return Code(CodeId(key), f"code-{key}", above, position, name, "#c8772b", **more)


def _codes() -> list[Code]:
    theory = {"origin": "deductive", "citation": "Luttrell (2018)"}
    return [
        _code(
            *(1, None, 0, "Share: membagikan informasi"),
            description="Humas membuka jalan bagi publik untuk ikut serta dan percaya.",
            codable=False,
            **theory,
        ),
        _code(
            *(2, 1, 0, "Kepercayaan warga"),
            description="Alasan warga percaya pada akun resmi.",
            when_to_use="Ada ungkapan percaya, yakin, atau ragu.",
            when_not="Hanya menyebut jumlah pengikut.",
            example="“supaya warga percaya” (I1, baris 63)",
            origin="in-vivo",
            memo="Bandingkan dengan *Respons cepat*.",
            codings=2,
            sources=1,
        ),
        _code(
            *(3, None, 1, "Manage: mengelola aduan"),
            description="Mendengar, menjawab, mengukur.",
            codable=False,
            **theory,
        ),
        _code(
            *(4, 3, 0, "Respons cepat"),
            description="Janji, catatan, atau pengalaman tentang lamanya jawaban",
            when_to_use="disebut waktu atau urutan menjawab aduan",
            when_not="hanya menyebut adanya admin (lihat Teknisi komunikasi)",
            example="“wajib menjawab dalam dua puluh empat jam” (I1, baris 41)",
            origin="inductive",
            codings=1234,
            sources=12,
        ),
        _code(5, 3, 1, "Kekurangan tenaga"),
    ]


def _project() -> ProjectInfo:
    coder = Coder(CoderId(1), "coder-1", "Sari Wulandari")
    name = "Humas Kota Sagara Asri & media sosial"
    return ProjectInfo("g", name, "", "", "id", "", coder, 2, 400, 5, 3, 4, 2, 1, "0001")


@pytest.fixture
def town() -> Town:
    """The project without any excerpt: codes 1–5, of which 1 and 3 are categories."""
    sources = [
        Source(
            *(SourceId(1), "source-1", "I1 · Kabid Informasi Publik", SourceKind.INTERVIEW),
            *("text/plain", "id", "2025-03-03"),
        ),
        Source(
            *(SourceId(2), "source-2", "Notes on the town hall", SourceKind.OBSERVATION),
            *("text/plain", "en", "2025-03"),
        ),
    ]
    texts = {SourceId(1): INTERVIEW, SourceId(2): NOTES}
    return Town(_project(), _codes(), texts, sources)


@pytest.fixture
def coded_town(town: Town) -> Town:
    """With three passages: one under two codes, one with looks that XML has to escape, one bare."""
    first = INTERVIEW[INTERVIEW.index("Kalau") : INTERVIEW.index("\n")]
    looks = (Run(19, 44, bold=True), Run(45, 72, italic=True))
    town.excerpt(
        *(1, first, [(4, RULE), (2, "")], looks),
        paragraph=13,
        line_from=41,
        line_to=45,
        speaker="Kabid",
        time_ms=192_000,
        memo="Nada suara mengeras.",
        star=True,
    )
    second = INTERVIEW[INTERVIEW.index("Tiap") :]
    memo = "Lihat\n\n- satu\n- dua\n  1. a\n  2. b"
    town.excerpt(1, second, [(2, memo)], paragraph=14, line_from=63, line_to=64, speaker="Kabid")
    said_in = {"translation": "Wali kota tidak menyinggung keluhan.", "translator": "SW"}
    town.excerpt(2, NOTES, [], memo="Silence is data.", **said_in)
    return town
