"""What the verbs of the shelf do: each is one step that undo takes back."""

from __future__ import annotations

from PySide6.QtCore import QObject

from makna.domain.chapter import Form, State
from makna.domain.model import CodeId, PassageId
from makna.services import quotations
from makna.services.coding import star_passages
from makna.ui.desk.inspector.attempt import attempt, problem_line
from makna.ui.desk.place import Place
from makna.ui.desk.write.book import Book
from makna.ui.desk.write.card import Card
from makna.ui.desk.write.shelf import Shelf

_STATES = {"used": State.USED, "leave-out": State.LEFT_OUT}


class ShelfVerbs(QObject):
    """Carries out on the chapter what is wanted with a card."""

    def __init__(self, book: Book, shelf: Shelf, place: Place, parent: QObject) -> None:
        super().__init__(parent)
        self._book, self._shelf, self._place = book, shelf, place
        shelf.verb_chosen.connect(self.carry_out)
        shelf.words_added.connect(self.add_words)
        shelf.move_wanted.connect(self._move)
        shelf.shift_wanted.connect(self._shift)

    def carry_out(self, passage: PassageId, verb: str) -> None:
        """One of the verbs of `Card.verb_chosen`."""
        card, code = self._shelf.card(passage), self._shelf.code
        if card is None or card.item is None or code is None:
            return
        item = card.item
        if verb == "show":
            place = item.excerpt.passage
            self._place.go(place.source, place.start, place.end)
            self._place.change(source=place.source, passage=passage)
        elif not self._book.writable:
            return
        elif verb == "star":
            starred = not item.excerpt.passage.star
            project = self._book.project
            self._book.session.perform(lambda: star_passages(project, [passage], starred))
        elif verb in _STATES:
            wanted = State.UNDECIDED if item.state is _STATES[verb] else _STATES[verb]
            self._book.do(quotations.mark_passages, code, [passage], wanted)
        elif verb.startswith("form-"):
            form = Form(verb.removeprefix("form-"))
            if form is not item.chosen:
                self._book.do(quotations.set_form, code, passage, form)
        elif verb == "full":
            self._book.do(quotations.quote_in_full, code, passage)
        elif verb == "cut":
            self._cut(card, code, passage)

    def add_words(self, passage: PassageId, words: str) -> None:
        """Print words in [ ] at the caret, or in the place of what is selected."""
        card, code, chapter = self._shelf.card(passage), self._shelf.code, self._book.chapter
        if card is None or code is None or chapter is None:
            return
        caret = card.text.caret()
        start, end = card.text.selection() or (caret, caret)
        project = self._book.project
        refused = attempt(
            self._book.session,
            lambda: quotations.add_words(project, chapter.id, code, passage, start, end, words),
        )
        card.end_asking(problem_line(refused) if refused else "")

    def _cut(self, card: Card, code: CodeId, passage: PassageId) -> None:
        """Cut what is selected; at a cut or an addition without a selection, take that back."""
        selected, edit = card.text.selection(), card.text.edit_at_caret()
        if selected is not None:
            self._book.do(quotations.cut, code, passage, *selected)
        elif edit is not None:
            self._book.do(quotations.take_back, code, passage, edit)

    def _move(self, passage: PassageId, rank: int) -> None:
        if self._shelf.code is not None:
            self._book.do(quotations.move_passage, self._shelf.code, passage, rank)

    def _shift(self, passage: PassageId, by: int) -> None:
        if self._shelf.code is not None and self._book.writable:
            self._book.do(quotations.move_passage_by, self._shelf.code, passage, by)
            self._shelf.go_to(passage)
