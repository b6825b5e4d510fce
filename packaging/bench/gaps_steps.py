"""How long the window stands still during steps that touch much: see `gaps.py`.

`gaps_steps.py PROJECT [operation …]` prints a line for each; the project is changed by it. What an
operation needs is made before it and not measured; undoing and redoing it are lines of their own.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from gaps_room import REST_MS, Gap, Pulse, Room, asked_for, idle, room, yardstick
from makna.domain.model import CodeId, PassageId
from makna.services import cases, codebook, frames, projects
from makna.services.erasing import plan_source
from makna.services.importing import import_text
from makna.services.memos import write_memo
from makna.services.span_coding import Span, code_spans
from makna.services.turn_coding import code_turns
from makna.services.turns import find_turns_anew
from makna.ui.desk.code_verbs import CodeVerbs
from makna.ui.desk.erase_page import ErasePage
from makna.ui.desk.inspector.speakers import Speakers
from makna.ui.desk.result_actions import HitsToCode, ResultActions
from makna.ui.desk.source_verbs import SourceVerbs

MANY, FEWER = 10_000, 1_000
HITS = 5_000
MOST_MS = 60_000
"""An operation that has not come to rest then is given up."""
Prepared = Callable[[Room], Any]
Act = Callable[[Room, Any], object]
STEPS: dict[str, tuple[Prepared, Act]] = {}
NO_UNDO = {
    *("search with an index far behind", "a backup meanwhile", "erase a source", "checkpoint"),
    *("fifty steps back", "open the erase page", "end correcting 5000 codings"),
}


def step(prepare: Prepared) -> Callable[[Act], Act]:
    def registered(act: Act) -> Act:
        STEPS[act.__name__.replace("_", " ")] = prepare, act
        return act

    return registered


def measured(here: Room, act: Callable[[], object]) -> tuple[Gap, int]:
    """The longest gap until all is at rest, and how often the timer came round meanwhile."""
    pulse = Pulse(here.window)
    pulse.start()
    QTest.qWait(15)
    QTimer.singleShot(0, here.window, act)
    QTest.qWait(30)
    began, turns = monotonic(), 0
    while here.window.verbs.runner.busy and (monotonic() - began) * 1000 < MOST_MS:
        QTest.qWait(20)
        turns += 1
    QTest.qWait(REST_MS)
    return pulse.stop(), turns


# What is prepared


def _coded(here: Room, count: int, name: str) -> CodeId:
    """A code on so many passages from all over the project."""
    project = here.desk.session.project
    here.offset += 1
    named = f"{name} {here.offset}"
    code = here.desk.session.perform(lambda: codebook.add_code(project, named))
    assert code is not None
    keys = [row[0] for row in project.raw.execute("SELECT id FROM passage WHERE page IS NULL")]
    chosen = sorted(random.Random(len(keys)).sample(keys, min(count, len(keys))))
    rows = {p.id: Span(p.source, p.start, p.end) for p in project.passages.by_ids(chosen)}
    here.desk.session.perform(lambda: code_spans(project, list(rows.values()), code))
    return code


def _two(here: Room, count: int) -> tuple[CodeId, CodeId]:
    return _coded(here, count, "Luas"), here.codes[9]


def _many(here: Room) -> CodeId:
    return _coded(here, MANY, "Luas")


def _listed(here: Room) -> list[PassageId]:
    """All passages of a code, listed and chosen."""
    code = _coded(here, HITS, "Hasil")
    here.desk.show_passages(code)
    QTest.qWait(1_500)
    here.desk.results.list.selectAll()
    QTest.qWait(100)
    return here.desk.results.list.chosen_passages()


def _hits(here: Room) -> list[Span]:
    raw = here.desk.session.project.raw
    spans = []
    for source, length in raw.execute("SELECT source_id, length(text) FROM source_text"):
        spans += [Span(source, at, at + 9) for at in range(13, length - 20, 400)]
    return random.Random(5).sample(spans, min(HITS, len(spans)))


def _nothing(here: Room) -> None:
    return None


def _unsaid(_value: object) -> None:
    """What the desk would tell about it."""


# What is done


@step(lambda here: _two(here, FEWER))
def merge_codes_1000(here: Room, codes: tuple[CodeId, CodeId]) -> None:
    CodeVerbs(here.desk.session).merge([codes[0]], codes[1])


@step(lambda here: _two(here, MANY))
def merge_codes_10000(here: Room, codes: tuple[CodeId, CodeId]) -> None:
    CodeVerbs(here.desk.session).merge([codes[0]], codes[1])


@step(lambda here: _coded(here, FEWER, "Luas"))
def remove_a_code_1000(here: Room, code: CodeId) -> None:
    CodeVerbs(here.desk.session).delete([code], _unsaid)


@step(_many)
def remove_a_code_10000(here: Room, code: CodeId) -> None:
    CodeVerbs(here.desk.session).delete([code], _unsaid)


@step(_many)
def recode_a_code_10000(here: Room, code: CodeId) -> None:
    CodeVerbs(here.desk.session).recode(code, here.codes[9])


@step(_many)
def colour_a_code(here: Room, code: CodeId) -> None:
    CodeVerbs(here.desk.session).paint([code], "#7a4a2a")


@step(_nothing)
def move_a_branch(here: Room, _none: None) -> None:
    tree = here.desk.session.project.codes.tree(counted=False)
    branch = max(tree.ordered, key=lambda code: len(tree.children(code.id)))
    top = next(c.id for c in tree.children(None) if c.id not in (branch.id, branch.parent))
    project = here.desk.session.project
    here.desk.session.perform(lambda: codebook.move_code(project, branch.id, top))


@step(_nothing)
def insert_a_frame(here: Room, _none: None) -> None:
    project = here.desk.session.project
    largest = max(frames.frames("id"), key=lambda frame: frame.size)
    here.desk.session.perform(lambda: frames.insert_frame(project, largest.id, "id"))


def _work(here: Room) -> ResultActions:
    return ResultActions(here.desk.session, here.desk)


@step(_hits)
def code_5000_hits(here: Room, spans: list[Span]) -> None:
    _work(here).code_hits(HitsToCode("masyarakat", "match", tuple(spans)), here.codes[11])


@step(_listed)
def star_5000_results(here: Room, passages: list[PassageId]) -> None:
    _work(here).star(passages, True)


@step(_listed)
def recode_5000_results(here: Room, passages: list[PassageId]) -> None:
    chosen = [(key, None) for key in passages]
    _work(here).recode(chosen, here.desk.results.listing.asked_codes(), here.codes[12])


@step(_listed)
def split_5000_results(here: Room, passages: list[PassageId]) -> None:
    chosen = [(key, None) for key in passages]
    _work(here).split(chosen, here.desk.results.listing.asked_codes(), "Pecahan", lambda: None)


@step(_listed)
def uncode_5000_results(here: Room, passages: list[PassageId]) -> None:
    chosen = [(key, None) for key in passages]
    _work(here).uncode(chosen, here.desk.results.listing.asked_codes())


@step(_nothing)
def remove_the_densest_source(here: Room, _none: None) -> None:
    SourceVerbs(here.desk.session).remove([here.sources[-1]], _unsaid)


@step(lambda here: here.make_long())
def remove_a_source_with_5000_codings(here: Room, source: Any) -> None:
    SourceVerbs(here.desk.session).remove([source], _unsaid)


@step(_nothing)
def remove_50_sources(here: Room, _none: None) -> None:
    SourceVerbs(here.desk.session).remove(here.sources[100:150], _unsaid)


def _cases(here: Room) -> Any:
    """The table of cases with a variable whose column is still empty."""
    project = here.desk.session.project
    here.offset += 1
    name = f"Daerah {here.offset}"
    here.desk.session.perform(lambda: cases.add_variable(project, name))
    here.command("cases")
    QTest.qWait(1_000)
    return here.desk.pages.current.model  # type: ignore[union-attr]


def _paste(model: Any, count: int) -> None:
    rows = min(count, model.rowCount())
    model.paste(0, model.columnCount() - 1, "\n".join(["Bandung"] * rows))


@step(_cases)
def paste_200_values_of_cases(here: Room, model: Any) -> None:
    _paste(model, 200)


@step(_cases)
def paste_values_of_all_cases(here: Room, model: Any) -> None:
    _paste(model, model.rowCount())


def _transcript(here: Room) -> tuple[Any, list[Any]]:
    project = here.desk.session.project
    here.offset += 1
    names = "Ani", "Budi", "Citra"
    lines = "".join(f"{names[n % 3]}: kami membaca komentar ke-{n}.\n" for n in range(6_000))
    name = f"Panjang bergiliran {here.offset}"
    made = here.desk.session.perform(lambda: import_text(project, name, lines))
    assert made is not None
    source = made.id
    if not project.sources.turns(source):
        here.desk.session.perform(lambda: find_turns_anew(project, source, "colon"))
    here.desk.pages.open_source(source)
    QTest.qWait(1_500)
    return source, [row["id"] for row in project.sources.speakers(source)]


def _speakers(here: Room, source: Any) -> Speakers:
    panel = Speakers(here.desk.session, here.desk)
    panel._source = source
    return panel


@step(_transcript)
def rename_a_speaker(here: Room, made: tuple[Any, list[Any]]) -> None:
    _speakers(here, made[0])._rename_to(made[1][0], "Ibu A")


@step(_transcript)
def merge_two_speakers(here: Room, made: tuple[Any, list[Any]]) -> None:
    project = here.desk.session.project
    rows = {row["id"]: row["name"] for row in project.sources.speakers(made[0])}
    _speakers(here, made[0])._rename_to(made[1][0], rows[made[1][1]])


@step(_transcript)
def code_all_turns_of_a_speaker(here: Room, made: tuple[Any, list[Any]]) -> None:
    rows = here.desk.session.project.sources.number_of_turns(made[1][0])
    here.desk.session.perform_large(
        lambda project: code_turns(project, made[0], made[1][0], here.codes[13]), rows
    )


def _correcting(here: Room) -> Any:
    here.desk.pages.open_source(here.make_long())
    QTest.qWait(3_000)
    here.command("correct")
    QTest.qWait(1_500)
    return None


@step(_correcting)
def type_into_5000_codings(here: Room, _none: None) -> None:
    page = here.desk.pages.source_page
    assert page is not None
    QTest.keyClicks(page.page, "a")


@step(_nothing)
def end_correcting_5000_codings(here: Room, _none: None) -> None:
    here.command("correct")


@step(_nothing)
def save_a_long_memo(here: Room, _none: None) -> None:
    project, words = here.desk.session.project, "Catatan yang panjang sekali. " * 10_000
    here.desk.session.perform(lambda: write_memo(project, "Panjang", words))


def _fifty(here: Room) -> Any:
    here.command("history")
    project = here.desk.session.project
    latest = project.history.next_undo()
    assert latest is not None
    for number in range(50):
        span = Span(here.sources[number], 5 + here.offset, 90 + here.offset)
        here.desk.session.perform(lambda span=span: code_spans(project, [span], here.codes[14]))
        QTest.qWait(5)
    QTest.qWait(1_000)
    return latest.id


@step(_fifty)
def fifty_steps_back(here: Room, wanted: Any) -> None:
    pane = here.desk.pages.current
    model = pane.model  # type: ignore[union-attr]
    row = next(
        r for r in range(model.rowCount()) if (e := model.entry(r)) is not None and e.id == wanted
    )
    pane._go(model.index(row))  # type: ignore[union-attr]


@step(_nothing)
def a_backup_meanwhile(here: Room, _none: None) -> None:
    from threading import Thread

    project = here.desk.session.project
    folder = Path(tempfile.mkdtemp(dir=os.environ["MAKNA_HOME"]))
    Thread(target=lambda: projects.back_up(project, folder)).start()
    for number in range(1, 5):
        QTimer.singleShot(number * 180, here.window, here.select)
        QTimer.singleShot(number * 180 + 90, here.window, lambda: _apply(here))


def _apply(here: Room) -> None:
    here.desk.coding.apply(here.codes[3])


def _a_log(here: Room) -> Any:
    _coded(here, MANY, "Catatan")


@step(_a_log)
def checkpoint(here: Room, _none: Any) -> None:
    here.desk.session.settle()


@step(_nothing)
def search_with_an_index_far_behind(here: Room, _none: None) -> None:
    here.desk.search("masyarakat")


def _erasure(here: Room) -> Any:
    project = here.desk.session.project
    name = next(s.name for s in project.sources.all(counted=False) if s.id == here.sources[-2])
    return plan_source(project, name)


@step(_erasure)
def open_the_erase_page(here: Room, plan: Any) -> None:
    _page(here, plan)


def _page(here: Room, plan: Any) -> ErasePage:
    return ErasePage(here.desk.session, plan, Path(os.environ["MAKNA_HOME"]), here.desk)


@step(lambda here: _page(here, _erasure(here)))
def erase_a_source(here: Room, page: ErasePage) -> None:
    page.erase_button.click()


def _report(name: str, found: tuple[Gap, int]) -> None:
    times = found[0].cpu_ms / min(yardstick() for _ in range(3))
    print(f"{name:44} {found[0]} {times:5.1f} × {found[1]:4d} turns", flush=True)


def main() -> int:
    with asked_for() as (path, wanted), room(path) as here:
        QTest.qWait(2_500)
        _report("idle", (idle(here.window), 0))
        for name, (prepare, act) in STEPS.items():
            if not wanted(name):
                continue
            prepared = prepare(here)
            QTest.qWait(REST_MS + 2_500)
            _report(name, measured(here, lambda a=act, p=prepared: a(here, p)))
            if name not in NO_UNDO:
                _report(f"  undo: {name}", measured(here, here.desk.session.undo))
                _report(f"  redo: {name}", measured(here, here.desk.session.redo))
                measured(here, here.desk.session.undo)
            here.rest()
            QTest.qWait(REST_MS)
    return 0


if __name__ == "__main__":
    sys.exit(main())
