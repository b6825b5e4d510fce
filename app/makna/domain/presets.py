"""Presets by name: the sheet that a faculty asks for, and from where a quotation is a block."""

from __future__ import annotations

from dataclasses import dataclass

from makna.domain.errors import UserError
from makna.domain.quoting import PRESETS as BORDERS
from makna.domain.report import THESIS, Page

PAGES: dict[str, Page | None] = {
    "thesis": THESIS,
    "a4": Page(left_cm=2.54, top_cm=2.54, right_cm=2.54, bottom_cm=2.54, line_spacing=1.5),
    "none": None,
}
"""Sheets by name; None leaves it to the template, or to the document where there is none."""
ALIASES = {"never": "inline", "always": "block"}
QUOTATIONS = (*BORDERS, *ALIASES)


@dataclass(frozen=True)
class Presets:
    page: str = ""
    """A key of `PAGES`, or empty where none was named."""
    quotation: str = ""
    """A key of `quoting.PRESETS`, or empty."""

    @property
    def sheet(self) -> Page | None:
        return PAGES.get(self.page)


def parse(names: str) -> Presets:
    """The presets of `a4+40-words`: at most one sheet and one border, in any order.

    Raises UserError: `unknown_preset`, `two_presets`.
    """
    page = quotation = ""
    for name in (part.strip().casefold() for part in names.split("+") if part.strip()):
        if name in PAGES:
            page = _only(page, name)
        elif name in QUOTATIONS:
            quotation = _only(quotation, ALIASES.get(name, name))
        else:
            known = ", ".join((*PAGES, *QUOTATIONS))
            raise UserError("unknown_preset", name=name, known=known)
    return Presets(page, quotation)


def _only(before: str, name: str) -> str:
    if before and before != name:
        raise UserError("two_presets", one=before, other=name)
    return name
