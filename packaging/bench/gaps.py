"""How long the window stands still: the longest gap of a 5-ms timer while something is done in it.

`gaps.py PROJECT [operation …]` prints a line for each operation; the project is changed by it. Its
neighbours measure other work: `gaps_texts.py`, `gaps_pages.py`, `gaps_steps.py`.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from gaps_room import REST_MS, Act, Room, asked_for, gap, idle, room, say
from makna.services import codebook

SCROLLED_PAGES, SCROLL_MS = 25, 30
IMPORTED = 12
RESTS = {
    "open a long source": 3_000,
    "scroll a long source": 2_000,
    "import beside": 9_000,
    "index beside": 9_000,
    "export": 3_000,
    "write": 2_000,
}
"""Milliseconds for what takes longer to come to rest."""
OPERATIONS: dict[str, Act] = {}


def operation(act: Act) -> Act:
    OPERATIONS[act.__name__.replace("_", " ")] = act
    return act


# What is done. In this order: later ones stand on earlier ones.


@operation
def open_a_source(here: Room) -> None:
    here.desk.pages.open_source(here.sources[1])


@operation
def open_the_densest_source(here: Room) -> None:
    here.desk.pages.open_source(here.sources[-1])


@operation
def back_to_the_first_tab(here: Room) -> None:
    here.desk.pages.open_source(here.sources[0])


@operation
def select_words(here: Room) -> None:
    here.select()


@operation
def open_the_picker(here: Room) -> None:
    here.select()
    here.command("code")


@operation
def type_in_the_picker(here: Room) -> None:
    QTest.keyClicks(here.desk.coding.picker.field, "kode 12")


@operation
def apply_a_code(here: Room) -> None:
    here.desk.coding.picker.close()
    here.select()
    here.desk.coding.apply(here.codes[3])


@operation
def undo(here: Room) -> None:
    here.command("undo")


@operation
def redo(here: Room) -> None:
    here.command("redo")


@operation
def star(here: Room) -> None:
    here.command("star")


@operation
def filter_sources(here: Room) -> None:
    QTest.keyClicks(here.desk.sources.filter, "99")


@operation
def clear_the_filter_of_sources(here: Room) -> None:
    here.desk.sources.filter.clear()


@operation
def filter_codes(here: Room) -> None:
    QTest.keyClicks(here.desk.codes.filter, "kode 4")


@operation
def clear_the_filter_of_codes(here: Room) -> None:
    here.desk.codes.filter.clear()


@operation
def sources_by_case(here: Room) -> None:
    here.desk.sources.grouping.click()


@operation
def sources_by_kind(here: Room) -> None:
    here.desk.sources.grouping.click()


@operation
def choose_a_code(here: Room) -> None:
    here.desk.place.change(code=here.codes[5], passage=None)


@operation
def passages_of_a_code(here: Room) -> None:
    here.desk.show_passages(here.codes[0])


@operation
def group_them_by_code(here: Room) -> None:
    here.desk.results._set_grouping("code")


@operation
def group_them_by_case(here: Room) -> None:
    here.desk.results._set_grouping("case")


@operation
def more_context(here: Room) -> None:
    here.desk.results._set_level(2)


@operation
def visit_a_result(here: Room) -> None:
    here.desk.results.step(1)


@operation
def star_ten_results(here: Room) -> None:
    results = here.desk.results.list
    for row in range(1, 11):
        index = results.results.index(row)
        results.selectionModel().select(index, results.selectionModel().SelectionFlag.Select)
    here.desk.results.verbs.star()


@operation
def split_them_off(here: Room) -> None:
    here.desk.results.bar.split_wanted.emit("Kode pecahan")


@operation
def search_a_word(here: Room) -> None:
    here.desk.search("publikasi")


@operation
def search_a_frequent_word(here: Room) -> None:
    here.desk.search("masyarakat")


@operation
def search_exactly(here: Room) -> None:
    here.desk.results._set_mode("exact")


@operation
def search_a_pattern(here: Room) -> None:
    here.desk.results.search("humas|media", "regex")


@operation
def count_what_to_code(here: Room) -> None:
    here.desk.results.search("pelayanan", "exact")
    here.desk.results.bar.code_hits_button.menu().aboutToShow.emit()


@operation
def history(here: Room) -> None:
    here.command("history")


@operation
def cases(here: Room) -> None:
    here.command("cases")


@operation
def export(here: Room) -> None:
    here.command("export")


@operation
def choose_codes_to_export(here: Room) -> None:
    here.desk.pages.current.form.scope.setCurrentIndex(1)  # type: ignore[union-attr]


@operation
def write(here: Room) -> None:
    assert here.window.verbs is not None
    here.window.verbs.open_page("write")


@operation
def frames(here: Room) -> None:
    here.command("frames")


@operation
def go_to(here: Room) -> None:
    here.command("go_to")


@operation
def palette(here: Room) -> None:
    here.window.verbs.text.go_to.close()  # type: ignore[union-attr]
    here.command("palette")


@operation
def correct(here: Room) -> None:
    here.window.verbs.text.palette.close()  # type: ignore[union-attr]
    here.desk.pages.open_source(here.sources[0])
    here.command("correct")


@operation
def type_a_correction(here: Room) -> None:
    page = here.desk.pages.source_page
    assert page is not None
    QTest.keyClicks(page.page, "ab")


@operation
def end_correcting(here: Room) -> None:
    here.command("correct")


@operation
def next_passage_of_the_code(here: Room) -> None:
    here.command("next_of_code")


@operation
def next_uncoded(here: Room) -> None:
    here.command("next_uncoded")


@operation
def hide_questions(here: Room) -> None:
    here.command("questions_folded")


@operation
def larger_text(here: Room) -> None:
    here.command("larger")


@operation
def rename_a_code(here: Room) -> None:
    project, name = here.desk.session.project, f"Nama baru {here.offset}"
    here.offset += 1
    here.desk.session.perform(lambda: codebook.rename_code(project, here.codes[7], name))


@operation
def merge_two_codes(here: Room) -> None:
    project, gone = here.desk.session.project, here.codes.pop(8)
    here.desk.session.perform(lambda: codebook.merge_codes(project, gone, here.codes[8]))


@operation
def new_theme(here: Room) -> None:
    here.command("theme")


@operation
def other_language(here: Room) -> None:
    here.command("language")


@operation
def open_a_long_source(here: Room) -> None:
    here.desk.pages.open_source(here.make_long())


@operation
def scroll_a_long_source(here: Room) -> None:
    page = here.desk.pages.source_page
    assert page is not None
    bar = page.page.verticalScrollBar()
    for number in range(1, SCROLLED_PAGES):
        down = number * bar.pageStep()
        QTimer.singleShot(number * SCROLL_MS, bar, lambda down=down: bar.setValue(down))


@operation
def import_beside(here: Room) -> None:
    assert here.window.verbs is not None
    folder = Path(tempfile.mkdtemp(dir=os.environ.get("MAKNA_HOME")))
    paths = [folder / f"Baru {number}.txt" for number in range(IMPORTED)]
    for number, path in enumerate(paths):
        path.write_text(f"Baru {number}. " + "Kami membaca semua komentar.\n" * 1_500, "utf-8")
    here.window.verbs.imports.start(paths)


@operation
def index_beside(here: Room) -> None:
    assert here.window.verbs is not None
    here.window.verbs.indexing.start()


def main() -> int:
    with asked_for() as (path, wanted), room(path) as here:
        QTest.qWait(2_500)
        say("idle", idle(here.window))
        for name, act in OPERATIONS.items():
            if not wanted(name):
                continue
            if name == "open a long source":
                here.make_long()
                QTest.qWait(REST_MS)
            say(name, gap(here, act, RESTS.get(name, REST_MS)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
