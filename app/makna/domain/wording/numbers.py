"""Numbers as the language of a sentence writes them."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal


def number(value: int | Decimal, language: Literal["en", "id"] = "en") -> str:
    """A number with thousands and decimals marked: 1,234.5, in Indonesian 1.234,5."""
    english = f"{value:,}"
    return english if language == "en" else english.translate({44: ".", 46: ","})
