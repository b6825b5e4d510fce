"""How long the window stands still on the pages beside the texts: Write, export, cases and others.

`gaps_pages.py PROJECT [operation …]` prints a line for each operation, as `gaps.py` does. What the
reference projects lack (memos, variables, a case for each source, pseudonyms) is made first.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

sys.path.insert(0, str(Path(__file__).parent))

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollBar

from gaps_room import REST_MS, Room, asked_for, gap, idle, room
from makna.domain.changes import ChangeSet, Touched
from makna.domain.model import CaseId, VariableType
from makna.services import cases, coding, memos, pseudonyms
from makna.storage.project import Project

if TYPE_CHECKING:
    # Imported by the window itself, so that what it takes to import them is measured, too.
    from makna.ui.desk.cases_pane import CasesPane
    from makna.ui.desk.export_page import ExportPage
    from makna.ui.desk.write.write_page import WritePage

Act = Callable[[Room], object]
MEMOS, STEPS, PASTED = 400, 5_000, (50, 4)
VARIABLES = (
    *(("Usia", VariableType.NUMBER), ("Jabatan", VariableType.TEXT)),
    *(("Tanggal wawancara", VariableType.DATE), ("Bersedia dikutip", VariableType.YES_NO)),
)
VALUES = ("34", "Kepala seksi", "2025-04-17", "yes")
NAMES = (("Suharti", "Informan A"), ("Kota Bandung", "sebuah kota"), ("Wijaya", "Informan B"))
SCROLLED_PAGES, SCROLL_MS = 40, 30
OPERATIONS: dict[str, tuple[Act, int]] = {}
"""By name: what is done, and milliseconds until it has come to rest."""


def operation(rest_ms: int = REST_MS) -> Callable[[Act], Act]:
    def keep(act: Act) -> Act:
        OPERATIONS[act.__name__.replace("_", " ")] = (act, rest_ms)
        return act

    return keep


def furnish(project: Project) -> None:
    """Make what the pages are about, once: memos, cases with values, a long trail, pseudonyms."""
    if project.cases.variables():
        return
    for number in range(MEMOS):
        memos.write_memo(project, f"Catatan {number + 1}", "Warga lebih percaya cerita. " * 12)
    for name, type_ in VARIABLES:
        cases.add_variable(project, name, type_)
    linked = {source for case in project.cases.all() for source in case.sources}
    for source in project.sources.all():
        if source.id not in linked:
            made = cases.add_case(project, f"Kasus {source.name}").value
            cases.link_sources(project, made, [source.id])
    _fill_cases(project, [case.id for case in project.cases.all()])
    for real, instead in NAMES:
        pseudonyms.add_pseudonym(project, real, instead)


def _fill_cases(project: Project, all_cases: list[CaseId]) -> None:
    """A value is a step: so many that the history is long."""
    trail = project.raw.execute("SELECT count(*) FROM history").fetchone()[0]
    wanted = max(STEPS - trail, len(all_cases))
    places = [(case, *pair) for pair in zip(VARIABLES, VALUES, strict=True) for case in all_cases]
    for case, (name, _type), value in places[:wanted]:
        cases.set_value(project, case, name, value)


def scroll(bar: QScrollBar, down: int = 1, pages: int = SCROLLED_PAGES) -> None:
    """Turn page after page, each from where the last one came to."""

    def turn() -> None:
        bar.setValue(bar.value() + down * bar.pageStep())

    for number in range(1, pages + 1):
        QTimer.singleShot(number * SCROLL_MS, bar, turn)


def page(here: Room, kind: str, command: str) -> Any:
    """The page of this kind, opened where it is not in front."""
    if here.desk.pages.current_kind != kind:
        here.command(command)
    return here.desk.pages.current


def writing(here: Room) -> WritePage:
    return cast("WritePage", page(here, "write", "to_write"))


def exporting(here: Room) -> ExportPage:
    return cast("ExportPage", page(here, "export", "export"))


def at_cases(here: Room) -> CasesPane:
    return cast("CasesPane", page(here, "cases", "cases"))


def front(here: Room) -> Any:
    """The page in front, whatever it is."""
    return here.desk.pages.current


# The Write view


@operation(2_000)
def write(here: Room) -> None:
    here.command("to_write")


@operation(2_500)
def begin_a_chapter(here: Room) -> None:
    writing(here).book.begin()


@operation(2_500)
def another_section(here: Room) -> None:
    writing(here).open_section(here.codes[len(here.codes) // 2])


@operation(2_500)
def scroll_the_preview(here: Room) -> None:
    scroll(writing(here).paper.verticalScrollBar())


@operation(2_500)
def scroll_the_preview_back(here: Room) -> None:
    scroll(writing(here).paper.verticalScrollBar(), -1)


@operation(2_500)
def the_biggest_section(here: Room) -> None:
    view = writing(here)
    biggest = max(view.book.plan.walk(), key=lambda section: section.passages)
    view.open_section(biggest.code.id)


@operation(2_500)
def scroll_the_shelf(here: Room) -> None:
    scroll(writing(here).shelf.verticalScrollBar())


@operation(1_200)
def leave_out(here: Room) -> None:
    view = writing(here)
    view.verbs.carry_out(view.shelf.cards()[0].passage, "leave-out")


@operation(1_200)
def star_a_quotation(here: Room) -> None:
    view = writing(here)
    view.verbs.carry_out(view.shelf.cards()[0].passage, "star")


@operation(1_500)
def code_while_writing(here: Room) -> None:
    writing(here)
    session, source, code = here.desk.session, here.sources[3], here.codes[3]
    session.perform(lambda: coding.apply_code(session.project, source, 1_000, 1_044, code))


@operation(1_500)
def undo_while_writing(here: Room) -> None:
    writing(here)
    here.command("undo")


@operation(2_500)
def theme_while_writing(here: Room) -> None:
    writing(here)
    here.command("theme")


@operation(2_500)
def language_while_writing(here: Room) -> None:
    writing(here)
    here.command("language")


@operation(3_500)
def footnotes_for_all(here: Room) -> None:
    writing(here).book.set(reference="footnote")


@operation(2_000)
def settings_of_the_chapter(here: Room) -> None:
    writing(here).show_side("settings")


@operation(4_000)
def the_way_to_word(here: Room) -> None:
    writing(here).show_side("word")


@operation(1_500)
def the_preview_again(here: Room) -> None:
    writing(here).show_side("preview")


# Documents


def _export(here: Room, kind: str) -> None:
    exports = exporting(here)
    folder = Path(tempfile.mkdtemp(dir=os.environ.get("MAKNA_HOME")))
    exports._choose = lambda *_asked: folder / f"{kind}.docx"
    form = exports.form
    form.kind.setCurrentIndex(form.kind.findData(kind))
    exports.export()


@operation()
def export(here: Room) -> None:
    here.command("export")


@operation(4_000)
def write_excerpts(here: Room) -> None:
    form = exporting(here).form
    form.scope.setCurrentIndex(1)
    form.codes.check(tuple(here.codes[:50]))
    _export(here, "excerpts")


@operation(3_000)
def write_a_codebook(here: Room) -> None:
    _export(here, "codebook")


@operation(3_000)
def write_memos(here: Room) -> None:
    _export(here, "memos")


@operation(3_000)
def look_at_transcripts(here: Room) -> None:
    form = exporting(here).form
    form.kind.setCurrentIndex(form.kind.findData("transcripts"))


# Cases


@operation()
def cases_page(here: Room) -> None:
    here.command("cases")


@operation()
def choose_a_case(here: Room) -> None:
    pane = at_cases(here)
    pane.choose(pane.model.cases[20].id)


@operation()
def type_a_value(here: Room) -> None:
    table = at_cases(here).table
    cell = table.model().index(10, 1)
    table.setCurrentIndex(cell)
    table.edit(cell)
    editor = table.indexWidget(cell) or table.viewport().focusWidget()
    assert editor is not None
    QTest.keyClicks(editor, "41")
    QTest.keyClick(editor, Qt.Key.Key_Return)


@operation()
def undo_a_value(here: Room) -> None:
    here.command("undo")


@operation()
def a_new_case(here: Room) -> None:
    at_cases(here)._add_case(f"Kasus baru {here.offset}")


@operation()
def a_new_variable(here: Room) -> None:
    pane = at_cases(here)
    pane.ask_for_variable()
    pane._add_variable("Lama bekerja")


@operation(2_000)
def paste_cells(here: Room) -> None:
    pane = at_cases(here)
    rows, columns = PASTED
    pasted = "\t".join(("35", "Staf", "2025-05-02", "no")[:columns])
    QGuiApplication.clipboard().setText("\n".join([pasted] * rows))
    pane.table.setCurrentIndex(pane.model.index(30, 1))
    pane.table.paste()


@operation(2_000)
def scroll_the_cases(here: Room) -> None:
    scroll(at_cases(here).table.verticalScrollBar())


@operation()
def rename_a_source_beside_cases(here: Room) -> None:
    at_cases(here)
    source = here.sources[5]
    here.desk.session.announce(ChangeSet(rows=(Touched("source", int(source), "update"),)))


# The others


@operation()
def history(here: Room) -> None:
    here.command("history")


@operation(2_500)
def scroll_the_history(here: Room) -> None:
    scroll(front(here).list.verticalScrollBar(), pages=60)


@operation()
def end_of_the_history(here: Room) -> None:
    bar = front(here).list.verticalScrollBar()
    bar.setValue(bar.maximum())


@operation()
def undo_at_the_history(here: Room) -> None:
    here.command("undo")


@operation()
def frames(here: Room) -> None:
    here.command("frames")


@operation()
def filter_frames(here: Room) -> None:
    QTest.keyClicks(front(here).filter, "citra")


@operation()
def manual(here: Room) -> None:
    here.command("manual")


@operation()
def search_the_manual(here: Room) -> None:
    QTest.keyClicks(front(here).box, "kutipan")


@operation()
def settings(here: Room) -> None:
    here.command("settings")


@operation()
def shortcuts(here: Room) -> None:
    here.command("shortcuts")


@operation()
def new_source(here: Room) -> None:
    here.command("paste_source")


@operation()
def memos_pane(here: Room) -> None:
    here.command("memos")


@operation()
def filter_memos(here: Room) -> None:
    QTest.keyClicks(here.desk.memos.filter, "39")


@operation()
def open_a_memo(here: Room) -> None:
    here.desk.pages.open_memo(here.desk.memos._memos[0].id)


@operation()
def write_a_memo(here: Room) -> None:
    QTest.keyClicks(front(here).body, "baru")


@operation()
def comments(here: Room) -> None:
    here.command("comments")


@operation(2_500)
def pseudonyms_page(here: Room) -> None:
    here.command("pseudonyms")


@operation(2_500)
def choose_a_pseudonym(here: Room) -> None:
    table = front(here).table
    table.setCurrentIndex(table.model().index(0, 0))


def main() -> int:
    with asked_for() as (path, wanted), room(path) as here:
        furnish(here.desk.session.project)
        QTest.qWait(2_500)
        print(f"{'idle':32} {idle(here.window)}", flush=True)
        for name, (act, rest_ms) in OPERATIONS.items():
            if wanted(name):
                print(f"{name:32} {gap(here, act, rest_ms)}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
