"""What the commands about the text do: coding, correcting, going from place to place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from makna.domain.changes import Outcome
from makna.domain.model import CodeId, MemoId, SourceId
from makna.services.turn_coding import code_turns, code_turns_anew
from makna.ui.commands import Commands
from makna.ui.desk.desk import Desk
from makna.ui.desk.finders import CommandPalette, GoTo

ABOUT_TEXTS = (
    *("code", "in_vivo", "code_again", "code_turns", "uncode", "star"),
    *("expand", "shrink", "next_sentence", "previous_sentence"),
)
"""Commands that act on what is selected in the text: idle while another page lies over it."""


class TextVerbs(QObject):
    """Binds the commands of the groups `code` and `go`, and the number keys, to an open desk."""

    def __init__(self, desk: Desk, commands: Commands, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._commands = commands
        self.palette = CommandPalette(commands, desk)
        self.go_to = GoTo(desk.session, self._go_to, desk)
        self._bind_coding()
        self._bind_going()
        self._bind_keys_of_texts()
        self.palette.refused.connect(self._tell_idle)
        desk.navigation.told.connect(desk.tell)
        desk.pages.correcting_left.connect(lambda: commands["correct"].setChecked(False))

    def _bind(self, run: dict[str, Callable[[], object]]) -> None:
        for key, verb in run.items():
            self._commands.bind(key, verb, owner=self)

    def _bind_coding(self) -> None:
        coding = self._desk.coding
        self._bind(
            {
                "code": self._desk.pick_code,
                "in_vivo": coding.in_vivo,
                "code_again": self._code_again,
                "code_hit": self._code_hit,
                "code_turns": self._code_turns,
                "uncode": coding.uncode,
                "star": coding.star,
                "memo_here": self._memo_here,
                "new_code": self._new_code,
                "merge_code": self._merge_code,
                "copy_quotation": self._copy_quotation,
                "expand": partial(self._on_page, "expand"),
                "shrink": partial(self._on_page, "shrink"),
                "next_sentence": partial(self._on_page, "next_sentence"),
                "previous_sentence": partial(self._on_page, "previous_sentence"),
            }
        )
        self._commands.bind_toggle("correct", self._correct, owner=self)

    def _bind_going(self) -> None:
        going, pages = self._desk.navigation, self._desk.pages
        self._bind(
            {
                "search": self._desk.focus_search,
                "find": self._find_selection,
                "go_to": partial(self.go_to.open_in, self._desk),
                "palette": partial(self.palette.open_in, self._desk),
                "next_hit": partial(self._step_result, 1),
                "previous_hit": partial(self._step_result, -1),
                "next_passage": lambda: going.next_passage(pages.source_page, 1),
                "previous_passage": lambda: going.next_passage(pages.source_page, -1),
                "next_of_code": lambda: going.next_of_code(pages.source_page, 1),
                "previous_of_code": lambda: going.next_of_code(pages.source_page, -1),
                "next_uncoded": lambda: going.next_uncoded(pages.source_page, 1),
                "previous_uncoded": lambda: going.next_uncoded(pages.source_page, -1),
                "back": going.back,
                "forward": going.forward,
                "close_tab": self._close_tab,
                "next_tab": partial(self._step_tab, 1),
                "previous_tab": partial(self._step_tab, -1),
            }
        )

    def _bind_keys_of_texts(self) -> None:
        """The keys 1–9 code what is selected, and Del takes a code off the chosen passage or
        rectangle, wherever nobody is typing. On other pages they are the list's or the table's."""
        pages, coding = self._desk.pages, self._desk.coding
        run: dict[QKeySequence, Callable[[], object]] = {
            QKeySequence(str(number)): partial(coding.by_number, number) for number in range(1, 10)
        }
        run[QKeySequence(QKeySequence.StandardKey.Delete)] = coding.uncode
        bound = [QShortcut(keys, pages) for keys in run]
        for shortcut, verb in zip(bound, run.values(), strict=True):
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(verb)

        coding.told.connect(self._desk.tell)
        self._keys_of_texts = bound
        pages.current_changed.connect(self._only_where_one_reads)
        self._only_where_one_reads()

    def _only_where_one_reads(self) -> None:
        reads = self._desk.pages.source_page is not None
        for shortcut in self._keys_of_texts:
            shortcut.setEnabled(reads)
        for key in ABOUT_TEXTS:
            self._commands[key].setEnabled(reads)

    def _on_page(self, method: str) -> None:
        page = self._desk.pages.source_page
        if page is not None:
            getattr(page.page, method)()

    def _code_again(self) -> None:
        """The code used last once more; where none was used yet, ask for one."""
        if not self._desk.coding.again():
            self._desk.pick_code()

    def _code_hit(self) -> None:
        """Code the hit one looks at with the code used last, and go on to the next one."""
        coding, results = self._desk.coding, self._desk.results
        if not results.at_hit():
            self._step_result(1)
        elif not coding.again():
            self._desk.pick_code()
        else:
            results.step(1)

    def _step_result(self, by: int) -> None:
        """To the next result; what was closed comes back for it."""
        if not self._desk.results.listing.asks:
            self._desk.tell(self.tr("Search for something first: there are no results yet."))
            return
        if not self._desk.shows_results():
            self._desk.show_results()
        self._desk.results.step(by)

    def _copy_quotation(self) -> None:
        place = self._desk.place.now
        if place.passage is None and not place.has_selection:
            self._desk.tell(self.tr("Select some words or click a passage first."))
        self._desk.inspector.copy_quotation()

    def _close_tab(self) -> None:
        if self._desk.pages.current is None:
            self._desk.tell(self.tr("No tab is open."))
        self._desk.pages.close_tab()

    def _step_tab(self, by: int) -> None:
        if len(self._desk.pages.strip.keys()) < 2:
            self._desk.tell(self.tr("No other tab is open."))
        self._desk.pages.step(by)

    def _tell_idle(self, name: str) -> None:
        """A command was chosen that has nothing to act on now."""
        self._desk.tell(self.tr("“{command}” cannot be used here now.").format(command=name))

    def _code_turns(self) -> None:
        """Pick a code for all that the speaker says who speaks at the caret."""
        page, session = self._desk.pages.source_page, self._desk.session
        turn = page.page.turn_here() if page is not None else None
        if page is None or turn is None:
            self._desk.tell(self.tr("Put the cursor into what somebody says first."))
            return
        source, speaker = page.source, turn.speaker
        turns = session.project.sources.number_of_turns(speaker)

        def code_all(coding: Callable[..., Outcome[int]], chosen: object) -> None:
            session.perform_large(
                lambda project: coding(project, source, speaker, chosen), turns, self._coded
            )

        self._desk.coding.pick_for(
            self._desk.anchor(), partial(code_all, code_turns), partial(code_all, code_turns_anew)
        )

    def _coded(self, made: int) -> None:
        words = self.tr("%Ln turn(s) coded.", "", made)
        self._desk.tell(words, *([self._desk.undo_action()] if made else []))

    def _new_code(self) -> None:
        self._desk.left.setVisible(True)
        self._desk.left.setCurrentIndex(0)
        self._desk.codes.ask_new_code()

    def _merge_code(self) -> None:
        """Pick the code into which those go that are chosen at the left."""
        if not self._desk.codes.tree.chosen_keys():
            self._desk.tell(self.tr("Choose a code at the left first."))
            return
        self._desk.left.setVisible(True)
        self._desk.left.setCurrentIndex(0)
        self._desk.codes.carry_out("merge")

    def _memo_here(self) -> None:
        self._desk.inspector.show()
        self._desk.inspector.write_memo()

    def _correct(self, on: bool) -> None:
        page = self._desk.pages.source_page
        if page is not None:
            page.set_correcting(on)
            self._commands["correct"].setChecked(page.correcting)
            if on:
                page.setFocus()

    def _find_selection(self) -> None:
        page = self._desk.pages.source_page
        chosen = page.page.selection() if page is not None else None
        if page is not None and chosen is not None:
            words = " ".join(page.page.surface.text[chosen[0] : chosen[1]].split())
            self._desk.header.search.setText(words)
            self._desk.search(words)
        else:
            self._desk.focus_search()

    def _go_to(self, kind: str, key: int) -> None:
        if kind == "source":
            self._desk.pages.open_source(SourceId(key))
        elif kind == "memo":
            self._desk.pages.open_memo(MemoId(key))
        else:
            self._desk.place.change(code=CodeId(key), passage=None)
            self._desk.show_passages(key)
