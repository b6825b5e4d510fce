"""How results are counted in words, and what is said where there are none."""

from __future__ import annotations

from PySide6.QtCore import QObject

from makna.services.searching import Mode
from makna.ui.desk.result_actions import HitsToCode


class ResultWords(QObject):
    """Sentences in the window's language."""

    def passages(self, passages: int, sources: int) -> str:
        counted = self.tr("%Ln passage(s)", "", passages)
        return f"{counted} {self.in_sources(sources)}" if passages else counted

    def all_passages(self) -> str:
        return self.tr("All passages")

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

    def no_passages(self) -> tuple[str, str]:
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
