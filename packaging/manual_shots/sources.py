"""Beginning, and bringing material in."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from makna.domain.regions import Region
from makna.services import coding
from manual_shots.cuts import SHOTS, Cut, alone, around, page, shot, wait_for, whole, words
from views import VIEWS

if TYPE_CHECKING:
    from stage import Stage


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
    path = Path(__file__).parents[2] / "resources" / "demo" / "park.png"
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
