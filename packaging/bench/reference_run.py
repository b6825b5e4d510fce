"""Measures one reference project in a process of its own; prints JSON.

`python reference_run.py PROJECT FTS_FILE`. Every row is `[ours in ms, floor in ms or null]`; the
floor is measured in the same process right beside it. Called by `bench_reference`.
"""

# Every lambda below is called before its loop goes on.
# ruff: noqa: B023

from __future__ import annotations

import gc
import json
import os
import re
import resource
import sqlite3
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "*=false")

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QTextEdit

from counting import INSTRUCTIONS_A_TICK, counted
from gaps_room import Pulse

ROUNDS = 7
Rows = dict[str, list[float | None]]


class Bench:
    def __init__(self, project: Path, full_text: Path) -> None:
        from makna.ui.app import make_application

        self.path, self.full_text = project, full_text
        self.app: QApplication = make_application([])
        self.rows: Rows = {}
        self.facts: dict[str, Any] = {}

    def run(self) -> None:
        self._open_project()
        self._memory()
        self._pages()
        self._counts()
        self._retrieval()
        self._search()
        self._deleting()
        self._gaps()
        self._statements()
        self._size()
        self.window.close()
        self.facts["peak memory (MB)"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

    # Helpers

    def rest(self, seconds: float = 0.3) -> None:
        """Let everything that was put off come to its end."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            self.app.processEvents()
            time.sleep(0.005)

    def painted(self, act: Callable[[], object]) -> float:
        start = time.perf_counter()
        act()
        self.app.processEvents()
        return (time.perf_counter() - start) * 1000

    def row(self, name: str, ours: list[float], floor: list[float] | None = None) -> None:
        self.rows[name] = [median(ours), median(floor) if floor else None]

    # Rows

    def _open_project(self) -> None:
        from makna.ui.housekeeping import Housekeeping
        from makna.ui.main_window import MainWindow

        self.window = MainWindow()
        Housekeeping(self.window)
        self.window.resize(1440, 900)
        self.window.show()
        self.rest()
        ours, floor = [], []
        for _ in range(3):
            # The desk's modules are imported by then: starting has a benchmark of its own.
            self.window.open_project(self.path.with_name("small.makna"))
            self.rest()
            ours.append(self.painted(lambda: self.window.open_project(self.path)))
            self.rest()
            floor.append(_timed(lambda: _names_and_counts(self.path)))
        self.row("open the project until painted", ours, floor)
        self.desk = self.window.desk
        self.session = self.desk.session
        self.project = self.session.project
        self.project.raw.execute("PRAGMA synchronous=OFF")

    def _memory(self) -> None:
        source = self._source("W500")
        self.desk.pages.open_source(source)
        self.rest(1.0)
        gc.collect()
        pages = int(Path("/proc/self/statm").read_text("utf-8").split()[1])
        self.facts["resident memory, one source shown (MB)"] = pages * 4096 // 2**20

    def _pages(self) -> None:
        for codings in (500, 5_000):
            source = self._source(f"W{codings}")
            text = self.project.texts.text(source)
            ours, floor = [], []
            for _ in range(ROUNDS):
                self.desk.pages.close_tab()
                self.rest(0.1)
                ours.append(self.painted(lambda: self.desk.pages.open_source(source)))
                floor.append(_bare_text(text))
            self.row(f"open 50,000 characters, {codings:,} codings", ours, floor)
        self._coding(source)
        self._scrolling(text)

    def _coding(self, source: Any) -> None:
        page = self.desk.pages.source_page.page
        code = next(c.id for c in self.project.codes.tree(counted=False).ordered if c.codable)
        times: dict[str, list[float]] = {"apply": [], "resize": [], "remove": [], "undo": []}
        for number in range(ROUNDS):
            start = 300 + 17 * number
            page.set_selection(start, start + 31)
            self.rest(0.15)
            times["apply"].append(self.painted(lambda: self.desk.coding.apply(code)))
            self.rest(0.15)
            passage = self.desk.place.now.passage
            times["resize"].append(self.painted(lambda: self._resize(passage, start, start + 60)))
            self.rest(0.15)
            times["remove"].append(self.painted(lambda: self.desk.coding.uncode(code)))
            self.rest(0.15)
            times["undo"].append(self.painted(self.session.undo))
            for _ in range(3):
                self.session.undo()
            self.rest(0.15)
        for name, spent in times.items():
            self.row(f"{name} one coding until painted (5,000 codings)", spent)

    def _resize(self, passage: Any, start: int, end: int) -> None:
        from makna.services import coding

        moved = self.session.perform(lambda: coding.move_edges(self.project, passage, start, end))
        self.desk.place.change(source=self.desk.place.now.source, passage=moved)

    def _scrolling(self, text: str) -> None:
        page = self.desk.pages.source_page.page
        bar = page.verticalScrollBar()
        page.show_place(len(text) - 1, len(text) - 1)
        self.rest()
        spent = []
        for step in range(1, 20):
            spent.append(self.painted(lambda at=step: bar.setValue(at * bar.pageStep())))
            self.app.processEvents()
        bare = QTextEdit()
        bare.setPlainText(text)
        bare.resize(800, 860)
        bare.show()
        self.app.processEvents()
        floor = []
        for step in range(1, 20):
            value = step * bare.verticalScrollBar().pageStep()
            floor.append(self.painted(lambda at=value: bare.verticalScrollBar().setValue(at)))
        bare.close()
        self.row("scroll one page (5,000 codings)", spent, floor)

    def _counts(self) -> None:
        codes, raw = self.project.codes, self.project.raw
        ours = [_timed(codes.counts) for _ in range(ROUNDS)]
        query = (
            "SELECT code_id, count(*), count(DISTINCT source_id) FROM coding c"
            " JOIN passage p ON p.id = c.passage_id GROUP BY code_id"
        )
        floor = [_timed(lambda: raw.execute(query).fetchall()) for _ in range(ROUNDS)]
        self.row("code counts for the whole tree", ours, floor)

    def _retrieval(self) -> None:
        self.desk.show_results(True)
        tree = self.project.codes.tree(counted=False)
        code = tree.find("Tema 1 > Kode 1").id
        raw = self.project.raw
        for name, codes, where in (
            ("retrieve a code with 1,000 codings, first page shown", [code], "code_id = ?"),
            ("retrieve all codings, first page shown", [], "1"),
        ):
            query = (
                'SELECT p.id, p.source_id, p.start, p."end", s.name FROM passage p'
                " JOIN source s ON s.id = p.source_id WHERE p.id IN"
                f" (SELECT passage_id FROM coding WHERE {where}) ORDER BY s.name, p.start"
            )
            ours, floor = [], []
            for _ in range(ROUNDS):
                self.rest(0.1)
                ours.append(self._listed(codes))
                floor.append(_timed(lambda: raw.execute(query, codes).fetchall()))
            self.row(name, ours, floor)
        self.desk.show_results(False)
        self.rest()

    def _listed(self, codes: list[Any]) -> float:
        """Until the last turn of the retrieval is taken and the list painted."""
        results = self.desk.results
        start = time.perf_counter()
        results.show_passages(codes)
        while results.listing.hunt.busy:
            self.app.processEvents()
        self.app.processEvents()
        return (time.perf_counter() - start) * 1000

    def _statements(self) -> None:
        """What daily operations send to the database: the same in a project ten times as large."""
        sent = {}
        for name, act in self._acts().items():
            if name == "apply a code":
                self.desk.pages.source_page.page.set_selection(2_900, 2_960)
                self.rest(0.2)
            with counted(self.project.raw) as cost:
                act()
                self.rest(0.6)
                while self.desk.results.listing.hunt.busy:
                    self.rest(0.1)
            sent[name] = [cost.statements.total(), cost.ticks.total() * INSTRUCTIONS_A_TICK]
        self.facts["statements and SQLite instructions"] = sent

    def _search(self) -> None:
        searcher = self.session.searcher
        searcher.search("humas")
        full = sqlite3.connect(self.full_text)
        for name, query in (("ranked search", "humas media"), ("phrase", '"media sosial"')):
            ours = [_timed(lambda: searcher.search(query)) for _ in range(ROUNDS)]
            floor = [_timed(lambda: _best_of(full, query)) for _ in range(ROUNDS)]
            self.row(name, ours, floor)
        texts = [row[0] for row in self.project.raw.execute("SELECT text FROM source_text")]
        for name, mode, pattern, bare in (
            ("literal scan", "exact", "Media sosial warga", _count("Media sosial warga")),
            ("regex scan", "regex", r"mem\w+kan\s+publik\w*", _matches(r"mem\w+kan\s+publik\w*")),
        ):
            ours = [_timed(lambda: searcher.search(pattern, mode=mode)) for _ in range(3)]
            floor = [_timed(lambda: [bare(text) for text in texts]) for _ in range(3)]
            self.row(name, ours, floor)

    def _deleting(self) -> None:
        from makna.services import sources

        source = self._source("W1000")
        gone, back = [], []
        for _ in range(3):
            self.rest(0.5)
            gone.append(
                self.painted(
                    lambda: self.session.perform(
                        lambda: sources.remove_sources(self.project, [source])
                    )
                )
            )
            self.rest(0.5)
            back.append(self.painted(self.session.undo))
        self.row("delete a source with 1,000 codings", gone)
        self.row("undo that", back)

    def _acts(self) -> dict[str, Callable[[], object]]:
        """Daily operations, on a source of which words are selected."""
        code = next(c.id for c in self.project.codes.tree(counted=False).ordered if c.codable)
        return {
            "apply a code": lambda: self.desk.coding.apply(code),
            "undo": self.session.undo,
            "filter the sources": lambda: self.desk.sources.filter.setText("wawancara 09"),
            "filter the codes": lambda: self.desk.codes.filter.setText("kode 4"),
            "show all passages": lambda: self.desk.results.show_passages(),
            "search": lambda: self.desk.search("humas media"),
            "open a source": lambda: self.desk.pages.open_source(self._source("Wawancara 0007")),
            "choose another code": lambda: self.desk.place.change(code=code),
        }

    def _gaps(self) -> None:
        """The longest standstill of the window, idle and at each daily operation.

        A row says what is felt on a machine that does nothing else, beside the idle window's; the
        clock, and what the window's thread worked, are among the facts.
        """
        pulse = Pulse()
        pulse.start()
        self.rest(1.0)
        idle = pulse.stop()
        said = {"idle": str(idle)}
        page = self.desk.pages.open_source(self._source("W500"))
        self.rest()
        for name, act in self._acts().items():
            if name == "apply a code":
                page.page.set_selection(900, 960)
                self.rest(0.2)
            pulse.start()
            QTimer.singleShot(0, act)
            self.rest(1.0)
            found = pulse.stop()
            self.rows[f"longest gap: {name}"] = [found.felt_ms, idle.felt_ms]
            said[name] = str(found)
        self.facts["longest gaps"] = said

    def _size(self) -> None:
        raw = self.project.raw

        def total(query: str) -> int:
            return int(raw.execute(query).fetchone()[0] or 0)

        text = total("SELECT sum(length(CAST(text AS BLOB))) FROM source_text")
        originals = total("SELECT sum(length(data)) FROM blob")
        self.facts["file size ÷ (text + originals)"] = round(
            self.path.stat().st_size / (text + originals), 2
        )
        self.facts["bytes"] = {
            "file": self.path.stat().st_size,
            "text": text,
            "originals": originals,
            "index": total("SELECT sum(length(data)) FROM search_blob"),
            "history": total("SELECT sum(length(operations)) FROM history"),
        }

    def _source(self, name: str) -> Any:
        found = self.project.raw.execute("SELECT id FROM source WHERE name = ?", (name,))
        return found.fetchone()[0]


def _timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def _names_and_counts(path: Path) -> None:
    """A bare opening: names of sources and codes, and how many codings each has."""
    raw = sqlite3.connect(path)
    raw.execute("SELECT id, name, kind FROM source ORDER BY name").fetchall()
    raw.execute("SELECT id, name, color FROM code ORDER BY position").fetchall()
    raw.execute("SELECT code_id, count(*) FROM coding GROUP BY code_id").fetchall()
    raw.close()


def _bare_text(text: str) -> float:
    edit = QTextEdit()
    edit.resize(800, 860)
    start = time.perf_counter()
    edit.setPlainText(text)
    edit.show()
    image = QImage(edit.size(), QImage.Format.Format_ARGB32)
    edit.render(image)
    return (time.perf_counter() - start) * 1000


def _best_of(full: sqlite3.Connection, query: str) -> None:
    full.execute(
        "SELECT rowid FROM paragraph WHERE paragraph MATCH ? ORDER BY rank LIMIT 100", (query,)
    ).fetchall()


def _count(words: str) -> Callable[[str], int]:
    return lambda text: text.count(words)


def _matches(pattern: str) -> Callable[[str], int]:
    compiled = re.compile(pattern)
    return lambda text: sum(1 for _ in compiled.finditer(text))


if __name__ == "__main__":
    bench = Bench(Path(sys.argv[1]), Path(sys.argv[2]))
    bench.run()
    print(json.dumps({"rows": bench.rows, "facts": bench.facts}))
    sys.stdout.flush()
    os._exit(0)
