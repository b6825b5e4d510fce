"""What a file says of itself is kept with the source."""

from __future__ import annotations

from pathlib import Path

from makna.domain.model import SourceKind
from makna.services.importing import import_files
from makna.storage.project import Project

PAGE = (
    "<!DOCTYPE html><html lang=id><head><title>Taman dibuka</title>"
    "<meta property='og:site_name' content='Sagara Pos'><meta name='author' content='Hana'>"
    "<meta property='article:published_time' content='2025-03-03T08:00'>"
    "<link rel='canonical' href='https://kota.example/1'></head>"
    "<body><p>Taman kota dibuka untuk warga.</p></body></html>"
)
TALK = "Narasumber: Ibu Sari\nLokasi: Balai Kota\nTanggal: 3 Maret 2025\n\nP: Apa?\nN: Ini.\nP: Ya."


def test_a_saved_page_brings_its_bibliography(project: Project, tmp_path: Path) -> None:
    (tmp_path / "berita.html").write_text(PAGE, "utf-8")
    (done,) = import_files(project, [tmp_path / "berita.html"]).value.imported
    source = project.sources.get(done.id)
    assert source is not None
    assert (source.kind, source.publisher, source.author) == (
        *(SourceKind.WEB_PAGE, "Sagara Pos", "Hana"),
    )
    assert (source.date, source.year, source.url) == (
        "2025-03-03",
        "2025",
        "https://kota.example/1",
    )


def test_the_head_of_a_transcript_fills_day_place_and_facts(
    project: Project, tmp_path: Path
) -> None:
    (tmp_path / "i1.txt").write_text(TALK, "utf-8")
    (done,) = import_files(project, [tmp_path / "i1.txt"]).value.imported
    source = project.sources.get(done.id)
    assert source is not None
    assert (source.kind, source.date, source.place) == (
        *(SourceKind.INTERVIEW, "2025-03-03", "Balai Kota"),
    )
    assert source.facts == (
        ("Narasumber", "Ibu Sari"),
        ("Lokasi", "Balai Kota"),
        ("Tanggal", "3 Maret 2025"),
    )
    assert source.memo == ""
