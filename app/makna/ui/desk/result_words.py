"""How results are counted in words, and what is said where there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

if TYPE_CHECKING:
    from makna.services.searching import Mode
    from makna.ui.desk.result_actions import HitsToCode


class ResultWords(QObject):
    """Sentences in the window's language."""

    def passages(self, passages: int, sources: int) -> str:
        counted = self.tr("%Ln passage(s)", "", passages)
        return f"{counted} {self.in_sources(sources)}" if passages else counted

    def chosen(self, rows: int, of: int) -> str:
        chosen, all_ = map(QLocale().toString, (rows, of))
        return self.tr("{chosen} of {all} chosen").format(chosen=chosen, all=all_)

    def all_passages(self, *, memos: bool) -> str:
        return self.tr("Passages with a memo") if memos else self.tr("All passages")

    def results(self) -> str:
        return self.tr("Results")

    def without_code(self) -> str:
        return self.tr("Without a code")

    def without_case(self) -> str:
        return self.tr("Without a case")

    def hits(self, hits: int, texts: int, most: int) -> str:
        if hits > most:
            return self.tr("more than %Ln hit(s)", "", most)
        counted = self.tr("%Ln hit(s)", "", hits)
        where = self.tr("in %Ln text(s)", "", texts)
        return f"{counted} {where}" if hits else counted

    def counting(self) -> str:
        return self.tr("Counting…")

    def in_sources(self, sources: int) -> str:
        return self.tr("in %Ln source(s)", "", sources)

    def offer(self, offer: HitsToCode) -> str:
        """`14 sentences in 5 sources`."""
        n = len(offer.spans)
        what = {
            "match": self.tr("The %Ln hit(s) alone", "", n),
            "sentence": self.tr("%Ln sentence(s)", "", n),
            "paragraph": self.tr("%Ln paragraph(s)", "", n),
            "turn": self.tr("%Ln turn(s)", "", n),
        }[offer.unit]
        return f"{what} {self.in_sources(offer.sources)}"

    def no_passages(self, *, memos: bool) -> tuple[str, str]:
        if memos:
            advice = self.tr("Choose a passage in a text and press Ctrl+M to write one.")
            return self.tr("No passage has a memo yet"), advice
        advice = self.tr("Select words in a text and press Ctrl+K to code them.")
        return self.tr("No passages yet"), advice

    def nothing_asked(self) -> tuple[str, str]:
        advice = self.tr("Search all texts and memos above, or ask for the passages of a code.")
        return self.tr("Nothing asked yet"), advice

    def no_hits(self, mode: Mode) -> tuple[str, str]:
        if mode == "ranked":
            advice = self.tr("Try fewer words, or a beginning with a star: humas*")
        else:
            advice = self.tr("“Words” finds other forms of a word too.")
        return self.tr("Nothing found"), advice


class DoneWords(QObject):
    """What was done to results, in the window's language."""

    def coded_hits(self, hits: int, name: str) -> str:
        return self.tr("%Ln place(s) coded “{code}”", "", hits).format(code=name)

    def coded(self, passages: int, name: str) -> str:
        if not passages:
            return self.tr("All of them are coded “{code}” already").format(code=name)
        return self.tr("%Ln passage(s) coded “{code}”", "", passages).format(code=name)

    def recoded(self, codings: int, name: str) -> str:
        if not codings:
            return self.tr("All of them are coded “{code}” already").format(code=name)
        return self.tr("%Ln coding(s) moved to “{code}”", "", codings).format(code=name)

    def split(self, codings: int, name: str) -> str:
        return self.tr("%Ln coding(s) split off into “{code}”", "", codings).format(code=name)

    def uncoded(self, codings: int) -> str:
        return self.tr("%Ln coding(s) taken off", "", codings)

    def none_meant(self) -> str:
        return self.tr("None of these passages carries a coding of yours")

    def nothing_to_uncode(self) -> str:
        return self.tr("There is no code here to remove: click a coded passage first.")

    def no_code_on_key(self, number: int) -> str:
        return self.tr(
            "No code is on the key {number} yet: right-click a code and choose Number key."
        ).format(number=number)

    def starred(self, passages: int, star: bool) -> str:
        if star:
            return self.tr("%Ln passage(s) starred", "", passages)
        return self.tr("Star taken off %Ln passage(s)", "", passages)

    def copied(self, passages: int) -> str:
        return self.tr("%Ln passage(s) copied, each with its reference", "", passages)
