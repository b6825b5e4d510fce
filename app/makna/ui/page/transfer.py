"""What is dragged between the page and the code tree."""

from __future__ import annotations

import json

from PySide6.QtCore import QMimeData

SELECTION_MIME = "application/x-makna-selection"
"""JSON: {"start": …, "end": …} in code points of the page's text."""
CODES_MIME = "application/x-makna-codes"
"""JSON: a list of code ids."""


def selection_data(text: str, start: int, end: int) -> QMimeData:
    """The stretch for the code tree, and its very characters for other programs."""
    data = QMimeData()
    data.setText(text[start:end])
    data.setData(SELECTION_MIME, json.dumps({"start": start, "end": end}).encode())
    return data


def read_selection(data: QMimeData) -> tuple[int, int] | None:
    """The stretch that `selection_data` put there."""
    try:
        value = json.loads(bytes(data.data(SELECTION_MIME).data()))
        return int(value["start"]), int(value["end"])
    except (ValueError, TypeError, KeyError):
        return None


def codes_data(code_ids: list[int]) -> QMimeData:
    """Codes on their way to the text."""
    data = QMimeData()
    data.setData(CODES_MIME, json.dumps(code_ids).encode())
    return data


def read_codes(data: QMimeData) -> list[int]:
    """The codes that `codes_data` put there; empty when there are none."""
    try:
        value = json.loads(bytes(data.data(CODES_MIME).data()))
    except ValueError:
        return []
    if not isinstance(value, list):
        return []
    return [item for item in value if isinstance(item, int) and not isinstance(item, bool)]
