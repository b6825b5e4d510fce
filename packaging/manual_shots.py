"""What each picture of the manual shows: how to get there, and what is cut out.

A shot drives the window as `views` does and gives a function that says, once everything has come to
rest, which part of the window is kept.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from makna.domain.regions import Region
from makna.services import coding, pseudonyms, translating
from makna.ui.desk.inspector.translation_field import TranslationField
from views import VIEWS

if TYPE_CHECKING:
    from views import Stage

SIZE = (1180, 780)
SLOW_MS = 15_000
Cut = Callable[[], QRect]
Shot = Callable[["Stage"], Cut]
SHOTS: dict[str, Shot] = {}


def shot(take: Shot) -> Shot:
    """Put a shot into the list; its name is the function's, with hyphens."""
    SHOTS[take.__name__.replace("_", "-")] = take
    return take


# What is kept


def whole(stage: Stage) -> Cut:
    return lambda: stage.window.rect()


def around(
    stage: Stage, *widgets: QWidget, width: int = 0, height: int = 0, margin: int = 0
) -> Cut:
    """The parts of the window that hold these, at most so many pixels of them."""

    def cut() -> QRect:
        box = QRect()
        for widget in widgets:
            at = widget.mapToGlobal(QPoint()) - stage.window.mapToGlobal(QPoint())
            box = box.united(QRect(at, widget.size()))
        box = box.adjusted(-margin, -margin, margin, margin).intersected(stage.window.rect())
        if height:
            box.setHeight(min(height, box.height()))
        if width:
            box.setWidth(min(width, box.width()))
        return box

    return cut


def hanging(stage: Stage, left: int = 24, height: int = 0) -> Cut:
    """The box or menu that hangs over the window, with a little of what it hangs over."""

    def cut() -> QRect:
        shown = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        boxes = [w for w in shown if w is not stage.window]
        return around(stage, *boxes, margin=left, height=height)()

    return cut


def wait_for(done: Callable[[], object]) -> None:
    """Until something is there; other processes may have to be started for it."""
    for _ in range(SLOW_MS // 50):
        if done():
            return
        QTest.qWait(50)
    raise TimeoutError("the window did not get there")


def page(stage: Stage, key: str) -> QWidget:
    """One of the pages, open in front."""
    if stage.window.desk is None:
        stage.open_source()
    assert stage.window.verbs is not None
    stage.window.verbs.open_page(key)
    current = stage.desk.pages.current
    assert current is not None
    return current


def alone(stage: Stage) -> None:
    """The middle has the whole width: what is in it would else be cramped."""
    for key in ("left_pane", "right_pane"):
        stage.window.commands[key].setChecked(False)


def words(stage: Stage, indonesian: str, english: str) -> str:
    return indonesian if stage.language == "id" else english


# Beginning


@shot
def start_new(stage: Stage) -> Cut:
    VIEWS["start-new"](stage)
    start = stage.window.start
    start.form.ask_for_name(True)
    start.form.name.setText(words(stage, "Skripsi saya", "My thesis"))
    for label in start.form.findChildren(QLabel):
        if label.text().endswith(".makna"):
            label.setText(words(stage, "Dokumen/Skripsi saya.makna", "Documents/My thesis.makna"))
    return around(stage, start.title, start.form, margin=20)


@shot
def desk(stage: Stage) -> Cut:
    stage.choose_passage()
    return whole(stage)


# Bringing in


def _file(name: str, text: str) -> Path:
    path = Path(tempfile.mkdtemp()) / name
    path.write_text(text, encoding="utf-8")
    return path


def _interview(stage: Stage) -> Path:
    head = words(
        stage,
        "Narasumber: Rahmi Aulia\nJabatan: Ketua komunitas taman\nLokasi: Balai RW 04\n"
        "Tanggal: 12 Maret 2025\n\n",
        "Informant: Rahmi Aulia\nPosition: Head of the park community\nPlace: Hall of RW 04\n"
        "Date: 12 March 2025\n\n",
    )
    talk = words(
        stage,
        "P: Sejak kapan Ibu ikut mengurus taman ini?\nRA: Sejak awal, eee, waktu tamannya baru"
        " dibuka. Kami diundang lewat grup warga.\nP: Siapa yang mengundang?\nRA: Dari kelurahan."
        " Tapi infonya kami lihat dulu di Instagram kota.\nP: Lalu apa yang Ibu sampaikan?\n"
        "RA: Soal lampu. Sudah tiga kali kami tulis di komentar, dijawab sekali.\n",
        "Interviewer: Since when have you looked after this park?\nRA: From the beginning, er,"
        " when it had just been opened. We were invited through the neighbours' group.\n"
        "Interviewer: Who invited you?\n"
        "RA: The village office. But we had seen it first on the city's Instagram.\n"
        "Interviewer: And what did you tell them?\n"
        "RA: About the lamps. We wrote three comments and got one answer.\n",
    )
    return _file(words(stage, "Wawancara I5.txt", "Interview I5.txt"), head + talk)


def _looked_at(stage: Stage, path: Path) -> QWidget:
    """The look before importing, at one file."""
    stage.open_source()
    alone(stage)
    assert stage.window.verbs is not None
    strip = stage.window.verbs.import_strip
    strip.offer([path])
    strip.look_button.click()
    current = stage.desk.pages.current
    assert current is not None
    wait_for(lambda: current.current() is not None)  # type: ignore[attr-defined]
    return current


@shot
def import_(stage: Stage) -> Cut:
    stage.open_source()
    assert stage.window.verbs is not None
    strip = stage.window.verbs.import_strip
    strip.offer([_interview(stage)])
    return around(stage, stage.desk.header, strip)


SHOTS["import"] = SHOTS.pop("import-")


@shot
def turns(stage: Stage) -> Cut:
    return around(stage, _looked_at(stage, _interview(stage)), width=840, height=560)


@shot
def chat(stage: Stage) -> Cut:
    lines = words(
        stage,
        "12/03/25 10.15 - Rahmi RW 04: Assalamualaikum, lampu taman mati lagi\n"
        "12/03/25 10.17 - Admin Kota: Waalaikumsalam Bu, boleh kirim lokasinya?\n"
        "12/03/25 10.18 - Rahmi RW 04: Dekat ayunan\nyang sebelah timur\n"
        "12/03/25 10.19 - Rahmi RW 04: <Media tidak disertakan>\n"
        "12/03/25 16.40 - Admin Kota: Sudah kami teruskan ke dinas\n",
        "12/03/2025, 10:15 - Rahmi RW 04: Hello, the lamps in the park are out again\n"
        "12/03/2025, 10:17 - City Admin: Hello, could you send us the place?\n"
        "12/03/2025, 10:18 - Rahmi RW 04: Near the swings\non the east side\n"
        "12/03/2025, 10:19 - Rahmi RW 04: <Media omitted>\n"
        "12/03/2025, 16:40 - City Admin: We have passed it on to the office\n",
    )
    path = _file(words(stage, "Chat WhatsApp dengan Admin.txt", "WhatsApp Chat.txt"), lines)
    return around(stage, _looked_at(stage, path), width=760, height=520)


@shot
def posts(stage: Stage) -> Cut:
    rows = words(
        stage,
        "akun,tanggal,teks,suka,pengikut\n@kotasagara,2025-03-01,Taman baru sudah dibuka untuk"
        " anak-anak kita,412,18200\n@rahmi.rw04,2025-03-02,Lampunya kapan dipasang kak admin?,35,"
        "240\n@kotasagara,2025-03-05,Terima kasih masukannya; segera kami teruskan,51,18200\n",
        "account,date,text,likes,followers\n@sagaracity,2025-03-01,The new park is open for our"
        " children,412,18200\n@rahmi.rw04,2025-03-02,When will the lamps be put up please?,35,240\n"
        "@sagaracity,2025-03-05,Thank you for telling us; we pass it on,51,18200\n",
    )
    looked = _looked_at(stage, _file(words(stage, "kiriman.csv", "posts.csv"), rows))
    return around(stage, looked, width=760, height=560)


@shot
def pages(stage: Stage) -> Cut:
    stage.open_demo()
    assert stage.window.verbs is not None
    path = Path(__file__).parents[1] / "resources" / "demo" / "park.png"
    verbs, session = stage.window.verbs, stage.desk.session
    shown: list[object] = []
    verbs.imports.finished.connect(shown.append)
    verbs.imports.start([path])
    wait_for(lambda: shown)
    picture = next(s for s in session.project.sources.all() if s.name.startswith("park"))
    code = stage.code().id
    region = Region(1, 300, 240, 410, 340)
    session.perform(
        lambda: coding.apply_code(session.project, picture.id, 0, 0, code, region=region)
    )
    stage.desk.pages.open_source(picture.id)
    return around(stage, stage.desk.pages, stage.desk.inspector, height=520)


@shot
def new_source(stage: Stage) -> Cut:
    current = page(stage, "new-source")
    alone(stage)
    return around(stage, current, height=300)


@shot
def source(stage: Stage) -> Cut:
    VIEWS["desk-source"](stage)
    return around(stage, stage.desk.inspector, height=690)


# Codes and coding


@shot
def frames(stage: Stage) -> Cut:
    return around(stage, page(stage, "frames"), height=480)


@shot
def code_menu(stage: Stage) -> Cut:
    stage.open_source()
    tree, codes = stage.desk.codes.tree, stage.desk.session.project.codes.tree()
    tree.choose([next(code.id for code in codes.ordered if code.codable and code.codings)])
    box = tree.visualRect(tree.currentIndex())
    at = tree.viewport().mapToGlobal(box.center())
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, box.center(), at)
    stage.app.postEvent(tree.viewport(), event)
    return lambda: hanging(stage, 10)().united(around(stage, stage.desk.codes)())


@shot
def picker(stage: Stage) -> Cut:
    stage.choose_passage()
    stage.command("code")
    QTest.keyClicks(stage.desk.coding.picker.field, words(stage, "ko", "co"))
    return lambda: hanging(stage, 70)()


@shot
def passage(stage: Stage) -> Cut:
    stage.choose_passage()
    return around(stage, stage.desk.pages, stage.desk.inspector, height=560)


@shot
def edges(stage: Stage) -> Cut:
    stage.choose_passage()
    current = stage.desk.pages.source_page
    assert current is not None
    current.setFocus()

    def cut() -> QRect:
        box = around(stage, stage.desk.pages)()
        return QRect(box.left(), box.top() + 60, box.width(), 330)

    return cut


@shot
def correcting(stage: Stage) -> Cut:
    stage.choose_passage()
    stage.command("correct")
    return around(stage, stage.desk.pages, height=400)


@shot
def focus(stage: Stage) -> Cut:
    stage.choose_passage()
    stage.command("focus_coded")
    return around(stage, stage.desk.pages, height=560)


@shot
def search(stage: Stage) -> Cut:
    VIEWS["results-search"](stage)
    return around(stage, stage.desk.results)


@shot
def results(stage: Stage) -> Cut:
    VIEWS["results-code"](stage)
    tree = stage.desk.results.list
    tree.setFocus()
    QTest.keyClick(tree, "a", modifier=Qt.KeyboardModifier.ControlModifier)
    return around(stage, stage.desk.results)


# Thinking


@shot
def memo(stage: Stage) -> Cut:
    VIEWS["memos"](stage)
    return around(stage, stage.desk.memos, stage.desk.pages, height=480)


@shot
def cases(stage: Stage) -> Cut:
    current = page(stage, "cases")
    alone(stage)
    current.choose(stage.desk.session.project.cases.all()[0].id)  # type: ignore[attr-defined]
    return around(stage, current, width=900, height=640)


@shot
def translation(stage: Stage) -> Cut:
    stage.choose_passage()
    session, chosen = stage.desk.session, stage.passage()
    text = words(
        stage,
        "We try to answer every comment within a day, and we don't always manage.",
        "Kami berusaha menjawab setiap komentar dalam sehari, dan tidak selalu bisa.",
    )
    language = words(stage, "en", "id")
    session.perform(
        lambda: translating.translate_passage(
            session.project,
            chosen.source,
            chosen.start,
            chosen.end,
            text=text,
            language=language,
            translator="Rani",
        )
    )
    field = stage.desk.inspector.passage.findChild(TranslationField)
    assert field is not None
    above = field.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    stage.settle()
    assert above is not None
    above.ensureWidgetVisible(field)
    return around(stage, stage.desk.inspector, height=640)


@shot
def pseudonyms_(stage: Stage) -> Cut:
    stage.open_source()
    session = stage.desk.session
    found = pseudonyms.candidates(session.project)[:3]
    rows = [(each.name, each.substitute, each.kind) for each in found]
    session.perform(lambda: pseudonyms.add_pseudonyms(session.project, rows))
    stage.command("pseudonyms")
    alone(stage)
    current = stage.desk.pages.current
    assert current is not None
    wait_for(lambda: current.candidate_model.rowCount())  # type: ignore[attr-defined]
    return around(stage, current, height=600)


SHOTS["pseudonyms"] = SHOTS.pop("pseudonyms-")


# Writing


def _chapter(stage: Stage) -> QWidget:
    current = page(stage, "write")
    current.book.begin()  # type: ignore[attr-defined]
    stage.settle()
    return current


@shot
def chapter(stage: Stage) -> Cut:
    stage.open_source()
    current = _chapter(stage)
    alone(stage)
    return around(stage, current, height=640)


@shot
def refresh(stage: Stage) -> Cut:
    """A chapter was exported, and then one more passage was coded."""
    stage.open_source()
    current = _chapter(stage)
    out = current.sides.out  # type: ignore[attr-defined]
    path = Path(tempfile.mkdtemp()) / "bab4.docx"
    out._choose = lambda *_: path
    out.export()
    session, code = stage.desk.session, stage.code().id
    text = session.project.texts.text(stage.source().id)
    at = text.index(". ", len(text) // 2) + 2
    end = text.index(".", at) + 1
    session.perform(lambda: coding.apply_code(session.project, stage.source().id, at, end, code))
    current.show_side("word")  # type: ignore[attr-defined]
    out.strip.look()
    return around(stage, out.strip, margin=10)


@shot
def template(stage: Stage) -> Cut:
    from docx import Document

    path = Path(tempfile.mkdtemp()) / words(stage, "templat-kampus.docx", "campus.docx")
    Document().save(str(path))
    current = page(stage, "export")
    alone(stage)
    current.form.take_template(path)  # type: ignore[attr-defined]
    current.form.template.styles_button.click()  # type: ignore[attr-defined]
    return around(stage, current.form, height=600)  # type: ignore[attr-defined]


def _export(stage: Stage, kind: str) -> Cut:
    current = page(stage, "export")
    alone(stage)
    form = current.form  # type: ignore[attr-defined]
    form.kind.setCurrentIndex(form.kind.findData(kind))
    return around(stage, current, width=920, height=600)


@shot
def codebook(stage: Stage) -> Cut:
    return _export(stage, "codebook")


@shot
def informants(stage: Stage) -> Cut:
    return _export(stage, "informants")


@shot
def comments(stage: Stage) -> Cut:
    """A transcript that went out and came back with three comments."""
    from docx import Document

    from makna.services.comment_export import export_comments

    stage.open_source()
    path = Path(tempfile.mkdtemp()) / words(stage, "I1 dari pembimbing.docx", "I1 commented.docx")
    project = stage.desk.session.project
    export_comments(project, path, (stage.source().id,), language=stage.language)
    document = Document(str(path))
    said = words(stage, "Menarik; hubungkan dengan teori.", "Interesting; link this to theory.")
    long = [p for p in document.paragraphs if len(p.text) > 120 and p.runs]
    for paragraph, text in zip(long[2:12:4], (stage.code().name, said, said), strict=False):
        document.add_comment(paragraph.runs[-1], text=text, author="Dr. Ratna", initials="R")
    document.save(str(path))
    stage.command("comments")
    alone(stage)
    current = stage.desk.pages.current
    current.show_file(path)  # type: ignore[union-attr]
    assert current is not None
    return around(stage, current, height=520)


# Being safe


@shot
def history(stage: Stage) -> Cut:
    stage.open_source()
    session = stage.desk.session
    chosen, code = stage.passage(), stage.code().id
    session.perform(
        lambda: coding.apply_code(
            session.project, chosen.source, chosen.start, chosen.start + 12, code
        )
    )
    return around(stage, page(stage, "history"), height=420)


@shot
def backups(stage: Stage) -> Cut:
    stage.open_source()
    stage.command("backups")
    current = page(stage, "settings")
    listed = current.backups  # type: ignore[attr-defined]
    current.ensureWidgetVisible(listed)  # type: ignore[attr-defined]
    return around(stage, listed, margin=12)


@shot
def erase(stage: Stage) -> Cut:
    stage.open_source()
    assert stage.window.verbs is not None
    stage.window.verbs._erase_source(stage.source("I4").id)
    current = stage.desk.pages.current
    assert current is not None
    return around(stage, current, height=520)


@shot
def settings(stage: Stage) -> Cut:
    return around(stage, page(stage, "settings"), height=396)


@shot
def palette(stage: Stage) -> Cut:
    VIEWS["palette"](stage)
    return hanging(stage, 8, height=420)
