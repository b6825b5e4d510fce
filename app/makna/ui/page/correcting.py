"""Turns what is typed into the document into splices of the canonical text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QTextCursor, QTextDocument

from makna.domain.document import PICTURE
from makna.domain.spans import Splice, minimal
from makna.domain.text import canonical
from makna.ui.textmap import TextMap


def typable(text: str) -> str:
    """What may enter the text from keyboard and clipboard: canonical, without picture places."""
    return canonical(text).replace(PICTURE, "")


class Corrector:
    """Watches a document that holds `text` and reports each change of its characters.

    Qt's own report is only a hint: it names too much when blocks merge or an input method
    composes. The range it names is read back and compared with the text held here.
    """

    def __init__(
        self,
        document: QTextDocument,
        text: str,
        positions: TextMap,
        caret: Callable[[], int],
        report: Callable[[Splice], None],
    ) -> None:
        """`positions` is kept in step with the text; `caret` tells Qt's position after the change.

        `report` is called after `text` and `positions` have changed.
        """
        self._document = document
        self._positions = positions
        self._caret = caret
        self._report = report
        self._cleaning = False
        self.text = text
        document.contentsChange.connect(self._changed)

    def stop(self) -> None:
        self._document.contentsChange.disconnect(self._changed)

    def _changed(self, at_u16: int, _removed: int, added: int) -> None:
        if self._cleaning:
            return
        splice = self._difference(at_u16, added)
        if splice.removed == splice.inserted:
            return
        clean = typable(splice.inserted) if not self._moves_picture(splice) else splice.inserted
        if clean != splice.inserted:
            self._replace(splice, clean)
            splice = Splice(splice.start, splice.removed, clean)
            if splice.removed == clean:
                return
        self.text = splice.apply(self.text)
        self._positions.splice(splice.start, len(splice.removed), splice.inserted)
        self._report(splice)

    def _moves_picture(self, splice: Splice) -> bool:
        """Whether the pictures in what came are those that were there: a change around them."""
        return splice.inserted.count(PICTURE) == splice.removed.count(PICTURE) and (
            canonical(splice.inserted) == splice.inserted
        )

    def _difference(self, at_u16: int, added: int) -> Splice:
        """The smallest change that explains the document; what was typed ends at the caret."""
        start = self._positions.to_cp(at_u16)
        at_u16 = self._positions.to_u16(start)
        new_length = self._document.characterCount() - 1
        old_length = self._positions.to_u16(len(self.text))
        stop = min(at_u16 + added, new_length)
        after = new_length - stop
        old_stop = self._positions.to_cp(max(old_length - after, at_u16))
        after = old_length - self._positions.to_u16(old_stop)
        inserted = self._read(at_u16, new_length - after)
        removed = self.text[start:old_stop]
        return _narrowed(Splice(start, removed, inserted), self._typed_before_caret(at_u16))

    def _typed_before_caret(self, at_u16: int) -> int:
        """Characters between the place of the change and the caret; -1 if it stands before."""
        caret = self._caret()
        return len(self._read(at_u16, caret)) if caret >= at_u16 else -1

    def _read(self, start_u16: int, stop_u16: int) -> str:
        """The document's characters; `block.text()` keeps the NBSP that `toPlainText()` loses."""
        parts: list[str] = []
        block = self._document.findBlock(start_u16)
        while block.isValid() and block.position() < stop_u16:
            parts.append(block.text())
            block = block.next()
        if not parts:
            return ""
        first = self._document.findBlock(start_u16).position()
        text = "\n".join(parts)
        if block.isValid():
            text += "\n"
        if text.isascii():
            return text[start_u16 - first : stop_u16 - first]
        units = text.encode("utf-16-le", "surrogatepass")
        wanted = units[2 * (start_u16 - first) : 2 * (stop_u16 - first)]
        return wanted.decode("utf-16-le", "surrogatepass")

    def _replace(self, splice: Splice, clean: str) -> None:
        """Put `clean` into the document where the splice has just put something else."""
        start_u16 = self._positions.to_u16(splice.start)
        units = len(splice.inserted.encode("utf-16-le", "surrogatepass")) // 2
        cursor = QTextCursor(self._document)
        cursor.setPosition(start_u16)
        cursor.setPosition(start_u16 + units, QTextCursor.MoveMode.KeepAnchor)
        self._cleaning = True
        try:
            cursor.insertText(clean)
        finally:
            self._cleaning = False


def _narrowed(splice: Splice, typed: int) -> Splice:
    """Without what stays the same: first what follows the caret, then from both ends.

    Of `aa` typed as `aaa` only the caret, `typed` characters behind the splice's start, knows
    which `a` is new; a passage that begins between them depends on it.
    """
    old, new = splice.removed, splice.inserted
    behind = new[typed:]
    if 0 <= typed <= len(new) and old.endswith(behind):
        keep = len(old) - len(behind)
        splice = Splice(splice.start, old[:keep], new[:typed])
    return minimal(splice)
