"""Passages on their way from the results to the code tree."""

from __future__ import annotations

import json
from collections.abc import Iterable

from PySide6.QtCore import QMimeData

from makna.domain.model import PassageId

PASSAGES_MIME = "application/x-makna-passages"
"""JSON: a list of passage ids."""


def passages_data(passages: Iterable[PassageId]) -> QMimeData:
    data = QMimeData()
    data.setData(PASSAGES_MIME, json.dumps([int(key) for key in passages]).encode())
    return data


def read_passages(data: QMimeData) -> list[PassageId]:
    """The passages that `passages_data` put there; empty when there are none."""
    try:
        value = json.loads(bytes(data.data(PASSAGES_MIME).data()))
    except ValueError:
        return []
    if not isinstance(value, list):
        return []
    return [PassageId(key) for key in value if type(key) is int]
