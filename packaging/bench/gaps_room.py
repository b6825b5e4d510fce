"""The window with a project open, and how long it stands still: what all `gaps` lean on."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import get_native_id
from time import perf_counter, thread_time

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from makna import bootstrap
from makna.domain.model import CodeId, SourceId
from makna.services.importing import import_text
from makna.services.span_coding import Span, code_spans
from makna.ui.app import make_application
from makna.ui.desk.desk import Desk
from makna.ui.housekeeping import Housekeeping
from makna.ui.main_window import MainWindow

TICK_MS = 5
IDLE_MS = 600
REST_MS = 900
"""What an operation leaves for later is part of it: counts, view state, the results."""
LONG_CHARACTERS, LONG_CODINGS = 300_000, 5_000
Act = Callable[["Room"], object]


@dataclass(frozen=True)
class Gap:
    """How long the window stood still at most, in three readings; each has its own longest gap."""

    wall_ms: float
    """On the clock: also what other programs took."""
    felt_ms: float
    """The clock without the time for which the thread was ready to run and had no core: what one
    would feel on a machine that does nothing else. Waiting for the disk, for a lock or for another
    thread of ours is in it. The same as `wall_ms` where the system does not tell."""
    cpu_ms: float
    """What the window's own thread worked meanwhile."""

    def __str__(self) -> str:
        own = f"{self.felt_ms:7.1f} ms with a core, {self.cpu_ms:7.1f} ms of its own"
        return f"{self.wall_ms:7.1f} ms on the clock, {own}"


def queued_s() -> float:
    """Seconds for which this thread has been waiting for a core so far; 0 where nobody counts."""
    try:
        text = Path(f"/proc/self/task/{get_native_id()}/schedstat").read_text("ascii")
    except OSError:
        return 0.0
    return int(text.split()[1]) / 1e9


class Pulse(QObject):
    """A timer that notices when it was kept waiting."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._last = _now()
        self._longest = (0.0, 0.0, 0.0)

    def _tick(self) -> None:
        now = _now()
        wall, queued, cpu = (new - old for new, old in zip(now, self._last, strict=True))
        found = (wall, wall - queued, cpu)
        self._longest = tuple(map(max, self._longest, found))  # type: ignore[assignment]
        self._last = now

    def start(self) -> None:
        self._longest, self._last = (0.0, 0.0, 0.0), _now()
        self._timer.start()

    def stop(self) -> Gap:
        self._tick()
        self._timer.stop()
        return Gap(*(seconds * 1000 for seconds in self._longest))


def _now() -> tuple[float, float, float]:
    return perf_counter(), queued_s(), thread_time()


@dataclass
class Room:
    """The window with a project open, and what the operations point at."""

    window: MainWindow
    sources: list[SourceId] = field(default_factory=list)
    codes: list[CodeId] = field(default_factory=list)
    offset: int = 300
    long: SourceId | None = None
    """A source of `LONG_CHARACTERS` with `LONG_CODINGS`, once it was made."""

    @property
    def desk(self) -> Desk:
        assert self.window.desk is not None
        return self.window.desk

    def command(self, key: str) -> None:
        self.window.commands[key].trigger()

    def select(self) -> None:
        """Some words that no operation has had yet."""
        self.offset += 41
        page = self.desk.pages.source_page
        assert page is not None
        page.page.set_selection(self.offset, self.offset + 31)

    def make_long(self) -> SourceId:
        """The long source; made here, since the reference projects have none."""
        if self.long is None:
            project = self.desk.session.project
            sentence = "Setiap komentar kami baca dan admin wajib menjawab dalam sehari semalam. "
            paragraph = sentence * 8 + "\n"
            text = paragraph * (LONG_CHARACTERS // len(paragraph))
            self.long = import_text(project, "Panjang sekali", text).value.id
            step = (len(text) - 100) // LONG_CODINGS
            for number, code in enumerate(self.codes[20:30]):
                starts = range(number * step, len(text) - 100, 10 * step)
                code_spans(project, [Span(self.long, at, at + 70) for at in starts], code)
        return self.long

    def rest(self) -> None:
        """As before the operations: what they opened is closed."""
        for kind in ("history", "cases", "export", "frames", "write"):
            self.desk.pages.close_page(kind)
        self.desk.coding.picker.close()
        self.desk.sources.filter.clear()
        self.desk.codes.filter.clear()
        self.desk.pages.open_source(self.sources[0])


def yardstick() -> float:
    """Milliseconds of CPU that a fixed piece of Python and Qt takes here and now.

    A text is laid out and painted, and rows are sorted and joined: what the window does, too. On
    a slower machine, or on a core that is shared, it takes longer by as much as the window does.
    """
    began = thread_time()
    words = [f"kata{number * 7919 % 1013}" for number in range(12_000)]
    joined = " ".join(sorted(words, key=lambda word: (word[-1], word)))
    document = QTextDocument()
    document.setTextWidth(600)
    document.setPlainText("\n".join(joined[at : at + 400] for at in range(0, 8_000, 400)))
    picture = QImage(600, 800, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    document.drawContents(painter)
    painter.end()
    return (thread_time() - began) * 1000


@contextmanager
def asked_for() -> Iterator[tuple[Path, Callable[[str], bool]]]:
    """The project that the command line names, and whether an operation is wanted; in a home of
    its own."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    path, wanted = Path(sys.argv[1]), sys.argv[2:]
    with tempfile.TemporaryDirectory() as home:
        os.environ["MAKNA_HOME"] = home
        bootstrap.settings()
        yield path, lambda name: not wanted or name in wanted


@contextmanager
def room(path: Path) -> Iterator[Room]:
    """The real window on a project; fsync is off, since the disk is not ours."""
    if QApplication.instance() is None:
        make_application([])
    window = MainWindow()
    Housekeeping(window)
    window.resize(1440, 900)
    window.show()
    window.open_project(path)
    assert window.desk is not None
    project = window.desk.session.project
    project.raw.execute("PRAGMA synchronous=OFF")
    made = Room(window, [s.id for s in project.sources.all()])
    made.codes = [c.id for c in project.codes.tree(counted=False).ordered if c.codable]
    window.desk.pages.open_source(made.sources[0])
    try:
        yield made
    finally:
        window.close_project()
        window.close()
        window.deleteLater()
        gc.unfreeze()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def idle(window: MainWindow) -> Gap:
    """The longest gap while nothing happens."""
    pulse = Pulse(window)
    pulse.start()
    QTest.qWait(IDLE_MS)
    return pulse.stop()


def gap(here: Room, act: Act, rest_ms: int = REST_MS) -> Gap:
    """The longest gap from the beginning of an operation until all is at rest."""
    pulse = Pulse(here.window)
    pulse.start()
    QTest.qWait(3 * TICK_MS)
    QTimer.singleShot(0, here.window, lambda: act(here))
    QTest.qWait(rest_ms)
    return pulse.stop()


def say(name: str, found: Gap) -> None:
    """The last number is how often the yardstick goes into it: a busy machine changes it little."""
    times = found.cpu_ms / min(yardstick() for _ in range(3))
    print(f"{name:32} {found} {times:5.1f} ×", flush=True)
