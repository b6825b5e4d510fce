"""Works on a project until it is killed, and says on its standard output what it has done.

Each line of the standard input, `PROJECT<tab>FOLDER<tab>SEED<tab>KIND`, sets one to work: it says
its process number, opens the project, and then for each action `> name` before it and `id n name`
after it was committed: the latest step, and how many steps are in force. Where the system can fork,
the one that works is a child, so that what it needs is imported once; when it is dead the parent
says `end`.

KIND is `work` (anything a researcher does, by chance) or the one thing that is done most of the
time, so that the kill meets it: see `KINDS`.
"""

from __future__ import annotations

import contextlib
import io
import itertools
import os
import random
import shutil
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from actions import ACTIONS, Researcher

from makna.cli.main import run
from makna.domain.background import in_background
from makna.domain.changes import Outcome
from makna.domain.comment_text import Grammar
from makna.domain.errors import UserError
from makna.services import (
    codebook,
    coding,
    erasing,
    exporting,
    history,
    importing,
    projects,
    refreshing,
)
from makna.services.comment_export import export_comments
from makna.services.comment_intake import take_comments
from makna.services.comments import plan_comments
from makna.services.searching import Searcher
from makna.services.span_coding import Span, code_spans
from makna.storage.beside import brought_in_beside, written_beside
from makna.storage.project import Project
from makna.storage.upkeep import leave_log

OLD = Path(__file__).parents[1] / "old_projects" / "0001.makna"
LONG = "P: Apa kabar?\nN: Baik, karena warga bertanya dan kami menjawab.\n" * 2_000
AUTHORS = "kata penulis sendiri"
"""Stands in the chapter that is refreshed, and is the author's."""
SECRET = "rahasia-peserta"
"""Stands in every text that is erased; erased means that no byte of it is left."""


class Seeded:
    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def below(self, limit: int) -> int:
        return self.random.randrange(max(1, limit))


class Work:
    """One worker on one project."""

    def __init__(self, path: Path, folder: Path, seed: int) -> None:
        self.path, self.folder = path, folder
        self.numbers = Seeded(seed)
        self.project: Project = projects.open_project(path, folder / "backups")
        self.researcher = Researcher(self.project, self.numbers, folder)

    def anything(self) -> str:
        name = self.numbers.random.choice((*ACTIONS, "undo", "redo", "type_a_source"))
        self.named(name)
        return name

    def named(self, name: str) -> None:
        tell(f"> {name}")
        if name in ("undo", "redo"):
            getattr(history, name)(self.project)
        else:
            self.researcher.act(name)

    def import_(self) -> None:
        path = self.folder / "panjang.txt"
        path.write_text(LONG * (1 + self.numbers.below(3)), "utf-8")
        importing.import_files(self.project, [path], options=importing.ImportOptions(again=True))
        if len(self.project.sources.all()) > 6:
            self.named("remove_a_source")

    def code(self) -> None:
        self.named(self.numbers.random.choice(("apply_a_new_code", "code_many", "recode")))

    def edit(self) -> None:
        self.named(self.numbers.random.choice(("correct_the_text", "go_on_typing")))

    def undo(self) -> None:
        self.named(self.numbers.random.choice(("undo", "undo", "redo", "redo", "apply_a_new_code")))

    def backup(self) -> None:
        projects.back_up(self.project, self.folder / "backups")

    def index(self) -> None:
        importing.import_text(self.project, "T", LONG)
        Searcher(self.project).bring_up_to_date()
        if len(self.project.sources.all()) > 5:
            self.named("remove_a_source")

    def export(self) -> None:
        name = self.numbers.random.choice(("excerpts", "chapter", "codebook", "transcripts"))
        for suffix in ("docx", "xlsx"):
            tell(f"> export {name}")
            exporting.export(self.project, name, self.folder / f"laporan.{suffix}")

    def erase(self) -> None:
        source = importing.import_text(self.project, "Mundur", f"{SECRET} {LONG}").value
        coding.apply_new_code(self.project, source.id, 0, len(SECRET), "Sementara")
        erasing.erase(self.project, erasing.plan_source(self.project, source.guid))

    def returned(self) -> None:
        """Transcripts go out with comments, somebody adds one, and they come back."""
        import docx

        self.coded_source()
        sent, back = self.folder / "kirim.docx", self.folder / "balik.docx"
        tell("> comments out")
        export_comments(self.project, sent)
        document = docx.Document(str(sent))
        # Not by its words: what went before may have given any of them a substitute.
        spoken = max(document.paragraphs, key=lambda each: len(each.text))
        document.add_comment(spoken.runs, text=f"Dari Word {self.numbers.below(5)}", author="Hadi")
        document.save(str(back.with_suffix(".salin")))
        back.with_suffix(".salin").replace(back)
        tell("> comments back")
        plan = plan_comments(self.project, back, grammar=Grammar(True, False))
        take_comments(self.project, plan)

    def refresh(self) -> None:
        """The chapter in the author's file: theirs, with words of their own in it."""
        import docx

        self.coded_source()
        chapter = self.folder / "bab.docx"
        for old in self.folder.glob("bab (*.docx"):
            old.unlink()
        if not chapter.exists():
            written = self.folder / "bab baru.docx"
            exporting.export(self.project, "chapter", written)
            document = docx.Document(str(written))
            document.add_paragraph(AUTHORS)
            document.save(str(written))
            written.replace(chapter)
        tell("> refresh the chapter")
        refreshing.refresh(self.project, chapter)

    def coded_source(self) -> None:
        text = "P: Apa kabar?\nN: Baik, karena warga bertanya.\n" * 40
        source = importing.import_text(self.project, "Dikode", text).value
        name, at = f"K{self.numbers.below(9)}", 20 + self.numbers.below(400)
        code = codebook.add_path(self.project, name).value
        coding.apply_code(self.project, source.id, at, at + 12, code)
        if len(self.project.sources.all()) > 6:
            self.named("remove_a_source")

    def folder_(self) -> None:
        """As a command of its own: a folder of files, one step each."""
        folder = self.folder / "masuk"
        folder.mkdir(exist_ok=True)
        for number in range(3):
            text = f"{self.numbers.random.random()}\n{LONG[: 20_000 * (number + 1)]}"
            (folder / f"{number}.txt").write_text(text, "utf-8")
        self.project.close()
        with contextlib.redirect_stdout(io.StringIO()):
            assert run(["import", str(self.path), str(folder)]) == 0
        self.project = projects.open_project(self.path, self.folder / "backups")
        self.researcher.project = self.project
        if len(self.project.sources.all()) > 6:
            self.named("remove_a_source")

    def merge(self) -> None:
        """Many small parts of the index, which become one; now and then all of it anew."""
        searcher = Searcher(self.project)
        importing.import_text(self.project, "Kecil", f"humas {self.numbers.below(99)} warga")
        tell("> merge the index")
        searcher.bring_up_to_date()
        if self.numbers.below(6) == 0:
            searcher.rebuild()
        if len(self.project.sources.all()) > 9:
            self.named("remove_a_source")

    def beside(self) -> None:
        """As the window does it: a large step through a connection of its own, its undoing, and
        another one that brings the log in."""
        source = importing.import_text(self.project, "Besar", LONG[:9_000]).value.id
        code = codebook.add_path(self.project, f"K{self.numbers.below(9)}").value
        spans = [Span(source, at, at + 9) for at in range(20, 8_000, 20)]
        leave_log(self.project.raw)
        bringing = in_background(lambda: brought_in_beside(self.project))
        self.made_beside(lambda project: code_spans(project, spans, code))
        if self.numbers.below(2):
            self.made_beside(history.undo)
        bringing.result()
        if len(self.project.sources.all()) > 6:
            self.named("remove_a_source")

    def made_beside(self, step: Callable[[Project], Outcome[Any]]) -> None:
        tell("> large step")
        self.project.lend()
        try:
            written_beside(self.project, step, lambda _written: True)
        finally:
            self.project.take_back()
        say(self.project, "large-step")

    def comment(self) -> None:
        self.named(self.numbers.random.choice(("write_a_memo", "change_a_memo", "delete_a_memo")))

    def migrate(self) -> None:
        """An older project beside, opened and upgraded."""
        path = self.folder / f"lama {self.numbers.below(3)}.makna"
        part = path.with_suffix(".salin")
        shutil.copyfile(OLD, part)
        part.replace(path)
        projects.open_project(path, self.folder / "backups").close()


KINDS: dict[str, Callable[[Work], object]] = {
    "work": Work.anything,
    "import": Work.import_,
    "code": Work.code,
    "edit": Work.edit,
    "undo": Work.undo,
    "backup": Work.backup,
    "index": Work.index,
    "export": Work.export,
    "erase": Work.erase,
    "comment": Work.comment,
    "returned": Work.returned,
    "refresh": Work.refresh,
    "folder": Work.folder_,
    "merge": Work.merge,
    "beside": Work.beside,
    "migrate": Work.migrate,
}


def say(project: Project, name: str) -> None:
    found = project.raw.execute(
        "SELECT coalesce(max(id), 0), sum(state = 'done') FROM history"
    ).fetchone()
    tell(f"{found[0]} {found[1] or 0} {name}")


def tell(words: str) -> None:
    """One line in one system call: a kill never leaves half of it."""
    os.write(1, f"{words}\n".encode())


def main(path: Path, folder: Path, seed: int, kind: str) -> None:
    work = Work(path, folder, seed)
    for turn in itertools.count():
        name = kind if turn % 4 else "work"
        tell(f"> {name}")
        # What was refused at its end may have made steps before.
        with contextlib.suppress(UserError):
            KINDS[name](work)
        say(work.project, name)
        if turn % 5 == 0:
            work.project.checkpoint()


def work(order: str) -> None:
    path, folder, seed, kind = order.rstrip("\n").split("\t")
    tell(str(os.getpid()))
    main(Path(path), Path(folder), int(seed), kind)


def fork_to_work(order: str) -> None:
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        tell("end")
        return
    try:
        work(order)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(1)


if __name__ == "__main__":
    # What writes documents and searches is imported once, before the first fork.
    import docx  # noqa: F401

    import makna.formats.refreshing.chapter
    import makna.formats.writers.docx
    import makna.formats.writers.xlsx
    import makna.search.engine  # noqa: F401

    for order in sys.stdin:
        (fork_to_work if hasattr(os, "fork") else work)(order)
