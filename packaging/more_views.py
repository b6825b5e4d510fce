"""The views of `views.py` that need material besides the demo project: files to import, a page of
a PDF, a chapter that was written, comments that came back."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import docx

from makna.domain.pseudonyms import PseudonymKind
from makna.domain.regions import Region
from makna.paths import resources_dir
from makna.services import coding, importing
from makna.services.comment_export import export_comments
from makna.services.export_options import ExportOptions
from makna.services.exporting import export
from makna.services.pseudonyms import add_pseudonyms
from makna.ui.desk.cases_pane import CasesPane
from makna.ui.desk.export_page import ExportPage
from makna.ui.desk.write.write_page import WritePage
from stage import Stage, until
from views import VIEWS, view

if TYPE_CHECKING:
    from makna.domain.model import Source

POSTS = (
    "Tanggal,Akun,Isi,Suka\n"
    "2025-01-05,@sagara.asri,Taman baru di muara dibuka hari ini,214\n"
    "2025-01-06,@warga_muara,Kapan lampu jalan diperbaiki?,12\n"
    "2025-01-07,@sagara.asri,Terima kasih atas laporannya,88\n"
)
CHAT = (
    "12/04/25, 08.15 - Rina: Pagi, Pak. Boleh saya tanya soal taman?\n"
    "12/04/25, 08.17 - Pak RW: Silakan, Mbak.\n"
    "12/04/25, 08.18 - Rina: Sejak kapan taman itu dibuka?\n"
    "12/04/25, 08.22 - Pak RW: Januari. Anak-anak main di situ tiap sore.\n"
)
PAGE_WORDS = (
    "City parks and their neighbours",
    "Residents near the estuary use the park in the late afternoon,",
    "when the heat is gone and the lamps are not yet lit. Children",
    "come first; their parents follow with tea. Nobody plans it.",
    "Three of the four benches face the water. The fourth, by the",
    "kiosk, is where news of the district is exchanged.",
)


def _folder() -> Path:
    return Path(tempfile.mkdtemp())


def _file(name: str, text: str) -> Path:
    path = _folder() / name
    path.write_text(text, "utf-8")
    return path


def _add(stage: Stage, path: Path) -> Source:
    """Import a file and open it; it is the source that was not there before."""
    project = stage.desk.session.project
    known = {source.id for source in project.sources.all()}
    importing.import_files(project, [path], announce=stage.desk.session.announce)
    made = next(s for s in project.sources.all() if s.id not in known)
    stage.desk.pages.open_source(made.id)
    stage.settle()
    return made


# Before a project


@view
def start_name(stage: Stage) -> None:
    """The form as it is for somebody who has not said a name yet."""
    stage.window.start.form.ask_for_name(True)
    stage.window.start.ask_new()


@view
def start_backups(stage: Stage) -> None:
    stage.open_demo()
    stage.command("backups")
    stage.window.close_project()
    stage.window.recovery.list_backups()


@view
def start_damaged(stage: Stage) -> None:
    stage.open_demo()
    path = stage.desk.session.project.path
    stage.command("backups")
    stage.window.close_project()
    broken = path.with_name("Skripsi rusak.makna")
    shutil.copy(path, broken)
    with broken.open("r+b") as file:
        for page in range(2, 60, 3):
            file.seek(page * 4096)
            file.write(os.urandom(4096))
    stage.window.open_project(broken)


# The desk


@view
def line_numbers(stage: Stage) -> None:
    stage.choose_passage()
    stage.command("line_numbers")
    stage.command("questions_shaded")


@view
def results_by_case(stage: Stage) -> None:
    stage.open_source()
    stage.desk.show_passages(stage.code().id)
    stage.desk.results._set_grouping("case")


@view
def notice_error(stage: Stage) -> None:
    """What is said where something could not be done."""
    stage.open_source()
    project = stage.desk.session.project
    first = project.codes.tree().ordered[0]
    category = next((c for c in project.codes.tree().ordered if not c.codable), first)
    source = stage.source().id
    stage.desk.session.perform(lambda: coding.apply_code(project, source, 0, 8, category.id))


@view
def tour_passage(stage: Stage) -> None:
    stage.open_demo()
    stage.command("tour")
    verbs = stage.window.verbs
    assert verbs is not None
    for _ in range(3):
        verbs.tour.callout.next.click()
        stage.settle()


# Pages and pictures


@view
def picture(stage: Stage) -> None:
    stage.open_demo()
    path = _folder() / "Taman Ceria Muara.png"
    shutil.copy(resources_dir() / "demo" / "park.png", path)
    made = _add(stage, path)
    project, code = stage.desk.session.project, stage.code().id
    region = Region(1, 200, 120, 620, 420)
    done = stage.desk.session.perform(
        lambda: coding.apply_code(project, made.id, 0, 0, code, region=region)
    )
    stage.settle()
    if done is not None:
        stage.desk.place.change(source=made.id, passage=done.passage)


@view
def pdf_page(stage: Stage) -> None:
    stage.open_demo()
    path = _folder() / "Handoko 2024 City parks.pdf"
    path.write_bytes(_pdf(PAGE_WORDS))
    made = _add(stage, path)
    project, code = stage.desk.session.project, stage.code().id
    text = project.texts.text(made.id)
    start = text.index("Children")
    end = text.index("plans it") + len("plans it.")
    stage.desk.session.perform(lambda: coding.apply_code(project, made.id, start, end, code))
    page = stage.desk.pages.source_page
    assert page is not None
    page.show_pages(True)


# Before importing


def _look(stage: Stage, path: Path) -> None:
    stage.open_source()
    verbs = stage.window.verbs
    assert verbs is not None
    verbs.import_strip.offer([path])
    verbs.import_strip.look_button.click()
    stage.settle()


@view
def preview_chat(stage: Stage) -> None:
    _look(stage, _file("WhatsApp Pak RW.txt", CHAT))


@view
def preview_columns(stage: Stage) -> None:
    _look(stage, _file("Unggahan.csv", POSTS))


@view
def turns_page(stage: Stage) -> None:
    stage.open_source()
    stage.desk.inspector.source.turns_wanted.emit(stage.source().id)


# What leaves the project, and what comes back


@view
def pseudonyms(stage: Stage) -> None:
    stage.open_source()
    project = stage.desk.session.project
    person, place = PseudonymKind.PERSON, PseudonymKind.PLACE
    rows = [("Wira Adiguna", "Bapak WA", person), ("Sagara Asri", "Muara Biru", place)]
    stage.desk.session.perform(lambda: add_pseudonyms(project, rows))
    stage.command("pseudonyms")
    stage.settle()


@view
def comments_back(stage: Stage) -> None:
    stage.open_source()
    project = stage.desk.session.project
    path = _folder() / "Transkrip dari pembimbing.docx"
    export_comments(project, path, [stage.source().id])
    document = docx.Document(str(path))
    said = [paragraph for paragraph in document.paragraphs if len(paragraph.text) > 120]
    remarks = (stage.code().name, "Kurang jelas bagi saya.", "Bandingkan dengan I4.")
    for paragraph, words in zip(said, remarks, strict=False):
        document.add_comment(paragraph.runs, text=words, author="Dr. Hadi", initials="H")
    document.save(str(path))
    stage.command("comments")
    verbs = stage.window.verbs
    assert verbs is not None
    verbs.comment_pages.comments().show_file(path)


@view
def erase(stage: Stage) -> None:
    stage.open_source()
    stage.desk.sources.erase_wanted.emit(stage.source().id)


@view
def write(stage: Stage) -> None:
    stage.open_source()
    stage.desk.page_wanted.emit("write")


@view
def write_chapter(stage: Stage) -> None:
    write(stage)
    page = stage.desk.pages.current
    assert isinstance(page, WritePage)
    page.finish()
    if page.empty.isVisible():
        page.empty.buttons()[0].click()


@view
def write_refresh(stage: Stage) -> None:
    """After a chapter went to Word."""
    write_chapter(stage)
    stage.settle()
    project = stage.desk.session.project
    page = stage.desk.pages.current
    assert isinstance(page, WritePage)
    strip = page.sides.out.strip
    if strip is None:
        return
    path = _folder() / "Bab IV.docx"
    export(project, "chapter", path, ExportOptions(language=stage.language))
    page.show_side("word")
    strip.set_path(path)
    until(strip.isVisible)


def _write_side(name: str, side: str) -> None:
    def show(stage: Stage) -> None:
        write_chapter(stage)
        stage.settle()
        page = stage.desk.pages.current
        assert isinstance(page, WritePage)
        page.show_side(side)

    VIEWS[name] = show


_write_side("write-settings", "settings")
_write_side("write-word", "word")


@view
def cases_scrolled(stage: Stage) -> None:
    """The last variables, beside the names of the cases."""
    VIEWS["cases"](stage)
    stage.settle()
    page = stage.desk.pages.current
    assert isinstance(page, CasesPane)
    page.choose(page.model.cases[1].id)
    page.table.horizontalScrollBar().setValue(page.table.horizontalScrollBar().maximum())


def _empty(key: str) -> None:
    """A page of a project in which there is nothing yet."""

    def show(stage: Stage) -> None:
        stage.window.new_project(_folder() / "Skripsi.makna", "Rani")
        if key in ("comments", "memos", "pseudonyms"):
            stage.command(key)
        else:
            stage.desk.page_wanted.emit(key)

    VIEWS[f"empty-{key}"] = show


for _key in ("cases", "comments", "export", "history", "memos", "pseudonyms", "settings", "write"):
    _empty(_key)


@view
def export_wide(stage: Stage) -> None:
    """A table with a column for each thing known of the informants."""
    stage.open_source()
    stage.command("export")
    stage.settle()
    page = stage.desk.pages.current
    assert isinstance(page, ExportPage)
    page.form.set_options("informants", page.form.options())


@view
def small_letters(stage: Stage) -> None:
    """The interface at 8 points."""
    stage.dress(8)
    stage.choose_passage()
    stage.settle()


@view
def large_letters(stage: Stage) -> None:
    """The interface at 14 points."""
    stage.dress(14)
    stage.choose_passage()
    stage.settle()


def _pdf(lines: tuple[str, ...]) -> bytes:
    """One page with these lines in Helvetica."""
    shown = "\n".join(
        f"BT /F1 {13 if at else 20} Tf 72 {(726 if at else 740) - 26 * at} Td ({line}) Tj ET"
        for at, line in enumerate(lines)
    ).encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(shown), shown),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    whole, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(whole))
        whole += b"%d 0 obj%s endobj\n" % (number, each)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, rows)
    end = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    return whole + table + end % (len(objects) + 1, len(whole))
