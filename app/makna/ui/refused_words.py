"""What was typed and the disk refused to keep: it waits here until the disk takes it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from makna.domain.changes import Outcome
from makna.domain.model import StepId

PASSING = ("disk_full", "disk_error", "busy", "at_work", "file_gone", "file_replaced")
"""Refusals that end some time: what was typed waits for it."""

WriteStep = Callable[[str, StepId | None], Outcome[object]]
"""Writes words into the project, amending the step given if there is one."""


class RefusedWords(Collection[str]):
    """The keys of what it was typed at. Not in the file: closing loses what is still here.

    Words of fields and memos are tried again by the session, since where they were typed may have
    been closed. Those of a text on show stay on its page, and the page tries again.
    """

    def __init__(self) -> None:
        self._words: dict[str, Callable[[], str]] = {}
        self._writes: dict[str, tuple[str, WriteStep]] = {}
        self._texts: set[str] = set()

    def __contains__(self, key: object) -> bool:
        return key in self._words

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)

    @property
    def in_texts(self) -> bool:
        """Whether a text on show has some. Its places are not the project's then, so nothing else
        is done until those words are kept or taken back."""
        return bool(self._texts)

    def hold(self, key: str, text: str, write: WriteStep) -> None:
        """Words of a field or memo, and what writes them."""
        self._writes[key] = (text, write)
        self._words[key] = lambda: text

    def hold_text(self, key: str, words: Callable[[], str]) -> None:
        """A text on show; `words` gives all of it as it stands on the page."""
        self._texts.add(key)
        self._words[key] = words

    def let_go(self, key: str) -> None:
        """They were kept, or given up, or others stand there now."""
        self._words.pop(key, None)
        self._writes.pop(key, None)
        self._texts.discard(key)

    def words_at(self, key: str, stored: str) -> str:
        """The words of the field or memo that wait, else those that are stored."""
        return self._writes[key][0] if key in self._writes else stored

    def writes(self) -> Iterator[tuple[str, str, WriteStep]]:
        """What is to be tried again: key, words, and what writes them. It may change meanwhile."""
        for key in list(self._writes):
            # One that is kept is a change, at which the others may have been tried already.
            if key in self._writes:
                yield (key, *self._writes[key])

    def all_words(self) -> str:
        """Everything, to be saved elsewhere; an empty line between."""
        return "\n\n".join(read() for read in self._words.values())
