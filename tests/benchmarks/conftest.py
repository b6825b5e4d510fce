"""The measuring tools of `packaging/bench`, and small projects to measure."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

BENCH = Path(__file__).parents[2] / "packaging" / "bench"


def tool(name: str) -> Any:
    """A module of `packaging/bench`."""
    sys.path.insert(0, str(BENCH))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(BENCH))


@pytest.fixture(scope="session")
def gaps() -> Any:
    """What can be done in the window."""
    return tool("gaps")


@pytest.fixture(scope="session")
def rooms() -> Any:
    """The window and its pulse."""
    return tool("gaps_room")


@pytest.fixture(scope="session")
def alike() -> Any:
    """Projects that differ in their size alone."""
    return tool("alike")


@pytest.fixture(scope="session")
def counting() -> Any:
    """What an operation sends to the database."""
    return tool("counting")


@pytest.fixture(autouse=True)
def _nothing_lingers(qapp: QApplication) -> Iterator[None]:
    """Widgets of a test go with it: the next one measures its own window."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
