"""Five studies of local government's public relations, each from its material to its Word file.

The designs are those that the program was imagined from: construction of an image on a city's
website, a review of literature, Instagram by the circular model, social media as a medium of
publication, cyber PR by channel. City, people and words are invented: Sagara Asri.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree

from makna.cli.opening import writing
from makna.domain.chapter import ChapterSettings
from makna.domain.model import LinkTarget, MemoKind
from makna.services import codebook, frames, memos, quotations
from makna.services.writing import create_chapter, set_closing

Problems = Callable[[Path], list[str]]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass
class Study:
    """A project that is worked on with commands, as one does at a shell."""

    makna: Any
    problems: Problems
    folder: Path
    files: dict[str, Path] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        return self.folder / "Skripsi.makna"

    def do(self, command: str, *arguments: object) -> Any:
        """Run a command on the project; it has to go well. Its JSON, where there is some."""
        said = self.makna(command, self.path, *arguments)
        assert said.code == 0, said.err
        return said

    def bring_in(self, name: str, text: str, kind: str, case: str = "", **facts: str) -> None:
        """Write a Word file or a plain text, import it, and describe it."""
        path = self.folder / name
        if path.suffix == ".docx":
            document = docx.Document()
            for line in text.split("\n"):
                document.add_paragraph(line)
            document.save(str(path))
        else:
            path.write_text(text, "utf-8")
        self.do("import", path, "--kind", kind, *(["--case", case] if case else []))
        sets = [item for pair in facts.items() for item in ("--set", "=".join(pair))]
        if sets:
            self.do("source", path.stem, *sets)

    def frame(self, name: str) -> None:
        """Put a ready code frame into the project."""
        with writing(self.path) as project:
            frames.insert_frame(project, name, "id")

    def code(self, source: str, code: str, *quotes: str) -> None:
        for quote in quotes:
            self.do("apply", "--source", source, "--code", code, "--quote", quote)

    def introduce(self, code: str, words: str) -> None:
        """Write the memo of a code: it introduces the section."""
        with writing(self.path) as project:
            found = project.codes.tree(counted=False).find(code)
            codebook.describe_code(project, found.id, memo=words)

    def word(self, what: str, *options: object) -> WordFile:
        """Export a document, which has to be one that Word opens without a repair."""
        out = self.folder / f"{what}.docx"
        self.do("export", what, out, *options)
        assert self.problems(out) == []
        return WordFile(out)


@dataclass
class WordFile:
    path: Path

    def part(self, name: str = "word/document.xml") -> etree._Element:
        with zipfile.ZipFile(self.path) as archive:
            return etree.fromstring(archive.read(name))

    def paragraphs(self) -> list[tuple[str, str]]:
        """(style id, words) of every paragraph, also those in content controls and tables."""
        found = []
        for paragraph in self.part().iter(f"{W}p"):
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            words = "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
            found.append(("" if style is None else style.get(f"{W}val", ""), words))
        return found

    def styled(self, style: str) -> list[str]:
        return [words for found, words in self.paragraphs() if found == style and words]

    @property
    def words(self) -> str:
        return "\n".join(words for _, words in self.paragraphs())

    def has_in_order(self, words: Iterable[str]) -> bool:
        """Whether all these stand in it, one after the other."""
        at = 0
        for each in words:
            at = self.words.find(each, at)
            if at < 0:
                return False
        return True

    def names(self) -> list[str]:
        with zipfile.ZipFile(self.path) as archive:
            return archive.namelist()


@pytest.fixture
def study(makna: Any, problems: Problems, tmp_path: Path) -> Study:
    made = Study(makna, problems, tmp_path)
    made.do("new", "--language", "id", "--coder", "Nala")
    return made


# 1. An image constructed on the city's website: interviews, observation, pages, a photograph.

TALK_PARK = """Narasumber: Ratri Wulandari
Jabatan: Ketua pengelola taman
Tanggal: 4 Mei 2025
Peneliti: Apa yang Ibu pikirkan ketika wali kota datang ke taman?
Ratri: Beliau menunduk supaya sejajar dengan anak-anak. Itu bukan diatur humas, memang begitu.
Peneliti: Lalu bagaimana berita di situs kota?
Ratri: Tulisannya benar, tetapi ayunan yang putus itu tidak ikut difoto."""
PAGE_PARK = """<html><head><title>Sagara Asri Ramah Anak</title></head><body><article>
<h1>Wali Kota: Setiap Anak Punya Taman</h1>
<p>Wali Kota Sagara Asri menegaskan kota ini adalah rumah kedua bagi setiap anak.</p>
<p>Senyum puluhan anak menyambut rombongan di gerbang taman yang baru dicat.</p>
</article></body></html>"""
NOTES_PARK = """Catatan lapangan, taman kampung, 11 Mei 2025.
Pukul empat sore ada sembilan anak. Dua ayunan diikat tali, tidak bisa dipakai.
Seorang ibu berkata ia tahu taman ini dari situs kota, lalu heran melihat ayunannya."""


def test_an_image_constructed_on_a_website(study: Study, material: Any) -> None:
    study.bring_in("Wawancara Ratri.docx", TALK_PARK, "interview", "Ratri", date="2025-05-04")
    study.bring_in(
        *("Berita taman.html", PAGE_PARK, "web-page"),
        publisher="Situs Sagara Asri",
        date="2025-04-27",
        accessed="2025-05-02",
    )
    study.bring_in("Observasi taman.txt", NOTES_PARK, "observation", date="2025-05-11")
    photo = study.folder / "Foto gerbang.png"
    photo.write_bytes(material.drawing(size=(320, 200)))
    study.do("import", photo, "--kind", "picture")
    study.frame("social_construction")
    study.code("Wawancara Ratri", "Eksternalisasi", "Beliau menunduk supaya sejajar")
    study.code("Berita taman", "Objektivasi", "kota ini adalah rumah kedua bagi setiap anak")
    study.do(
        *("apply", "--source", "Foto gerbang", "--code", "Objektivasi"), "--rect", "1:20:20:200:120"
    )
    study.code("Observasi taman", "Internalisasi", "Seorang ibu berkata ia tahu taman ini")
    study.introduce("Eksternalisasi", "Citra ramah anak mula-mula adalah **tindakan**.")
    study.do("case", "Ratri", "--set", "Jabatan=Ketua pengelola taman", "--set", "Umur=41")

    chapter = study.word("chapter", "--reference", "name-date")
    assert chapter.has_in_order(
        [
            *("Eksternalisasi", "mula-mula adalah tindakan", "“Beliau menunduk"),
            *("(Wawancara dengan Ratri, 4 Mei 2025)", "Objektivasi", "rumah kedua"),
            *("(Situs Sagara Asri, 27 April 2025, diakses 2 Mei 2025)", "Internalisasi"),
            *("Seorang ibu berkata", "Observasi taman, 11 Mei 2025"),
        ]
    )
    assert sum(name.startswith("word/media/") for name in chapter.names()) == 1
    assert "41" in study.word("informants").words
    assert "ayunan yang putus" in study.word("transcripts").words


# 2. A review of literature: roles and strategies of public relations in making an image.


def _read(author: str, year: str, title: str, said: str) -> str:
    return f"{title}\n{author} ({year})\nPembahasan. {said} Bagian ini ringkasan pembaca."


def test_a_review_of_literature(study: Study) -> None:
    works = (
        ("L1", "Puspa Laksmana", "2022", "41-43", "Humas daerah bekerja sebagai penerjemah."),
        ("L2", "Teguh Samudra", "2019", "7-12", "Praktisi masih dipanggil setelah putusan jadi."),
    )
    for name, author, year, pages, said in works:
        text = _read(author, year, f"Telaah {name}", said)
        study.bring_in(f"{name}.txt", text, "literature", author=author, year=year, pages=pages)
    decree = "Pasal 3. Bagian humas menyusun naskah dan mendokumentasikan kegiatan pimpinan."
    study.bring_in("Perwali.txt", decree, "regulation", year="2021")
    study.frame("pr_roles")
    technician = "Teknisi komunikasi (communication technician)"
    facilitator = "Fasilitator komunikasi (communication facilitator)"
    study.code("L1", facilitator, "Humas daerah bekerja sebagai penerjemah")
    study.code("L2", technician, "Praktisi masih dipanggil setelah putusan jadi")
    study.code("Perwali", technician, "menyusun naskah dan mendokumentasikan kegiatan pimpinan")
    study.introduce(technician, "Dua sumber melihat humas di ujung pekerjaan.")

    chapter = study.word("chapter", "--reference", "literature")
    assert "(Puspa Laksmana, 2022: 41-43)" in chapter.words.replace("–", "-")
    assert chapter.has_in_order(["Dua sumber melihat", "“Praktisi masih dipanggil", "2019"])
    assert "None" not in chapter.words
    assert "[" not in "".join(re.findall(r"\([^)]*\)", chapter.words)).replace("[tahun?]", "")
    notes = study.word("chapter", "--reference", "footnote: {author|source}, {year}[, {pages}].")
    assert "word/footnotes.xml" in notes.names()
    assert "Teguh Samudra, 2019" in "".join(notes.part("word/footnotes.xml").itertext())
    table = study.word("coding-table", "--form", "reduction")
    assert table.has_in_order(["Humas daerah bekerja sebagai penerjemah"])
    assert "Perwali" in study.word("excerpts").words


# 3. Instagram by the circular model: an account's posts and those who run it.

POSTS = """account,text,date,likes
humas.sagaraasri,"Pagi warga! Jadwal air bersih pekan ini ada di gambar kedua.",2025-03-01,120
humas.sagaraasri,"Terima kasih laporannya, lampu Jalan Kenari sudah menyala.",2025-03-04,388
humas.sagaraasri,"Tebak: taman mana yang dicat biru?",2025-03-09,77
"""
COMMENTS = (
    "Setiap komentar kami baca dulu, lalu yang berupa keluhan kami tandai dan kami teruskan ke "
    "dinas, sambil bilang ke warga bahwa keluhannya sudah sampai, supaya mereka tidak merasa "
    "bicara sendirian di kolom komentar yang panjang itu, apalagi kalau sedang banjir dan "
    "semua orang bertanya hal yang sama."
)
TALK_ADMIN = f"""Peneliti: Siapa yang menjawab komentar?
Dimas: Saya dan satu teman. {COMMENTS}
Peneliti: Dan setelah dijawab dinas?
Dimas: Kami tulis ulang dengan bahasa yang enak. Kalau tidak sempat ya besok paginya."""


def test_instagram_by_the_circular_model(study: Study) -> None:
    posts = study.folder / "Unggahan.csv"
    posts.write_text(POSTS, "utf-8")
    study.do("import", posts, "--kind", "social-media", "--posts", "table")
    study.bring_in("Wawancara Dimas.txt", TALK_ADMIN, "interview", "I2", date="2025-03-20")
    study.frame("some_luttrell")
    study.code("Unggahan", "Share (membagikan)", "Jadwal air bersih pekan ini")
    study.code("Unggahan", "Engage (melibatkan)", "Tebak: taman mana yang dicat biru?")
    study.code("Wawancara Dimas", "Manage (mengelola)", COMMENTS)
    study.code("Wawancara Dimas", "Optimize (mengoptimalkan)", "bahasa yang enak")
    with writing(study.path) as project:
        tree = project.codes.tree(counted=False)
        manage = tree.find("Manage (mengelola)")
        chapter = create_chapter(
            project, "BAB IV\nHASIL DAN PEMBAHASAN", ChapterSettings(number="4", contents=True)
        ).value
        (passage,) = project.chapters.coded([manage.id])[manage.id]
        at = COMMENTS.index("kami baca dulu")
        quotations.cut(project, chapter, manage.id, passage, at, at + 15)
        end = len(COMMENTS)
        quotations.add_words(project, chapter, manage.id, passage, end, end, "tertawa")
        memo = memos.write_memo(
            project, "Penutup manage", "Mengelola berarti *menandai*.", kind=MemoKind.SUMMARY,
            links=[(LinkTarget.CODE, manage.guid)],
        ).value  # fmt: skip
        set_closing(project, chapter, manage.id, memo)

    written = study.word("chapter")
    assert written.has_in_order(["BAB IV", "HASIL DAN PEMBAHASAN", "Jadwal air bersih"])
    (block,) = written.styled("MaknaQuote")
    assert block.startswith("Setiap komentar […] lalu yang berupa keluhan kami tandai")
    assert "hal yang sama. [tertawa] (I2, 20 Maret 2025, baris 2–" in block
    assert "Mengelola berarti menandai." in written.words
    headings = written.styled("Heading2") + written.styled("Heading1")
    assert any(re.match(r"4\.1(\.\d)? ", heading) for heading in headings)
    assert "baris" in written.words
    assert "humas.sagaraasri" in study.word("excerpts").words
    rows = study.folder / "unggahan.xlsx"
    study.do("export", "chapter", rows)
    assert rows.stat().st_size > 2_000


# 4. Social media as a medium of publication: SWOT, a programme, a table of accounts.

TALK_OFFICE = """Peneliti: Apa kekuatan akun kecamatan?
Sekar: Admin kami warga sini juga, jadi tahu gang mana yang banjir sebelum laporannya masuk.
Peneliti: Hambatannya?
Sekar: Anggaran kuota internet cuma untuk satu gawai, padahal yang piket bertiga."""


def test_social_media_as_a_medium_of_publication(study: Study) -> None:
    study.bring_in("Wawancara Sekar.docx", TALK_OFFICE, "interview", "I1", date="2025-02-03")
    accounts = docx.Document()
    table = accounts.add_table(rows=3, cols=3)
    cells = (("Akun", "Pengikut", "Unggahan"), ("Instagram", "8400", "512"), ("X", "950", "77"))
    for row, values in enumerate(cells):
        for column, value in enumerate(values):
            table.cell(row, column).text = value
    accounts.save(str(study.folder / "Tabel akun.docx"))
    study.do("import", study.folder / "Tabel akun.docx", "--kind", "social-media")
    study.do("source", "Tabel akun", "--set", "date=2025-02-01", "--set", "publisher=Kecamatan")
    study.frame("swot")
    study.frame("pr_programme_11")
    study.code("Wawancara Sekar", "Kekuatan (strength)", "Admin kami warga sini juga")
    study.code("Wawancara Sekar", "Kelemahan (weakness)", "Anggaran kuota internet cuma")
    study.code("Wawancara Sekar", "Program humas dalam sebelas judul > Anggaran", "kuota internet")
    study.code("Tabel akun", "Program humas dalam sebelas judul > Media", "8400")
    study.introduce("Kekuatan (strength)", "Kekuatan akun ada pada orangnya.")
    study.do("case", "I1", "--set", "Jabatan=Sekretaris kecamatan")

    chapter = study.word("chapter", "--preset", "a4+3-lines")
    assert chapter.has_in_order(
        ["Kekuatan akun ada pada orangnya.", "“Admin kami warga sini juga”", "(I1, 3 Februari 2025"]
    )
    margin = chapter.part().find(f".//{W}sectPr/{W}pgMar")
    assert margin is not None
    assert margin.get(f"{W}left") == "1440"
    assert "Sekretaris kecamatan" in study.word("informants").words
    book = study.word("codebook")
    assert "Ancaman (threat)" in book.words
    assert "Anggaran kuota internet cuma" in study.word("member-check").words
    assert "8400" in study.word("excerpts").words
    assert "piket bertiga" in study.word("transcripts").words


# 5. Cyber PR by channel, with reduction, display and verification; names are kept back.

TALK_CITY = "\n".join(
    [
        "Peneliti: Kanal apa saja yang dikelola?",
        "Wira: Situs, portal berita, lalu aplikasi Sagara Siaga. Portal itu urusan Bu Tirta.",
        "Peneliti: Mana yang paling sering dipakai warga?",
        "Wira: Aplikasi, karena laporannya bernomor dan bisa ditagih, dan Bu Tirta ikut memantau.",
    ]
)


def test_cyber_pr_by_channel(study: Study) -> None:
    study.bring_in("Wawancara Wira.txt", TALK_CITY, "interview", "I1", date="2025-06-10")
    page = "<html><body><h1>Sagara Siaga</h1><p>Setiap laporan mendapat nomor.</p></body></html>"
    study.bring_in("Aplikasi.html", page, "web-page", publisher="Kota", date="2025-06-01")
    study.frame("cyber_pr_local_government")
    study.code("Wawancara Wira", "Aplikasi layanan publik", "laporannya bernomor dan bisa ditagih")
    study.code("Wawancara Wira", "Portal berita resmi", "Portal itu urusan Bu Tirta")
    study.code("Aplikasi", "Aplikasi layanan publik", "Setiap laporan mendapat nomor")
    study.introduce("Aplikasi layanan publik", "Nomor laporan membuat janji dapat diperiksa.")
    study.do("memo", "--title", "Verifikasi", "--text", "Wawancara dan aplikasi sejalan.")
    study.do("pseudonyms", "--add", "Tirta=Melati")

    chapter = study.word("chapter")
    assert chapter.has_in_order(
        [
            *("Portal itu urusan Bu Melati", "Nomor laporan membuat janji"),
            *("Setiap laporan mendapat nomor", "laporannya bernomor dan bisa ditagih"),
        ]
    )
    lines = re.search(r"bisa ditagih” \(I1, 10 Juni 2025, baris (\d+)", chapter.words)
    assert lines is not None
    numbered = [words for _, words in study.word("transcripts").paragraphs()]
    assert any(re.match(rf"{lines[1]}\D.*laporannya bernomor", words) for words in numbered)
    for document in ("coding-table", "audit", "coreq", "transcripts", "memos"):
        assert "Tirta" not in study.word(document).words

    start = TALK_CITY.index("Kanal")
    study.do("edit", "Wawancara Wira", "--span", f"{start}:{start}", "--with", "Sebutkan. " * 20)
    again = study.word("chapter")
    assert f"(I1, 10 Juni 2025, baris {lines[1]}" in again.words
    study.code("Wawancara Wira", "Hambatan", "Mana yang paling sering dipakai warga?")
    out = study.folder / "chapter.docx"
    refreshed = study.makna("export", study.path, "chapter", out, "--refresh", "--json").json
    assert refreshed["added"] >= 1
    assert study.problems(out) == []
    assert "Mana yang paling sering dipakai" in WordFile(out).words
