"""What the Write view says before there is a chapter, and how to begin one."""

from __future__ import annotations

from makna.ui.widgets.empty_state import EmptyChoice, EmptyState

BEGIN, CODE, FRAMES = "begin", "code", "frames"
"""Keys of `chosen`."""


class Beginning(EmptyState):
    """In the place of the chapter: the next step, whatever is missing."""

    def show_for(self, *, has_codes: bool, has_passages: bool, writable: bool) -> None:
        """Say what a chapter is made of, and offer what comes next."""
        if not has_codes:
            self._say_no_codes(writable)
            return
        sentence = self.tr(
            "The sections come from your codes, the quotations from what you coded. Here you"
            " order, shorten and introduce them; nothing of it changes your sources."
        )
        choices = [EmptyChoice(BEGIN, self.tr("Begin the chapter"))]
        if not has_passages:
            sentence = self.tr(
                "Your codes will be its sections. No passage is coded yet: code some, and they"
                " stand here ready to be quoted."
            )
            choices = [EmptyChoice(CODE, self.tr("Go and code")), *choices]
        title = self.tr("Put your chapter together")
        self.set_content(title, sentence, choices if writable else ())

    def _say_no_codes(self, writable: bool) -> None:
        choices = [
            EmptyChoice(CODE, self.tr("Go and code")),
            EmptyChoice(FRAMES, self.tr("Choose a code frame")),
        ]
        self.set_content(
            self.tr("A chapter is written from codes"),
            self.tr(
                "Each code becomes a section, what is coded with it a quotation, and its memo the"
                " introduction. There are no codes yet."
            ),
            choices if writable else (),
        )
