"""Themes change the whole application: each test here leaves it as it was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from makna.ui.theme.theme import Theme, apply_theme


@pytest.fixture
def light(qapp: QApplication) -> Iterator[Theme]:
    """The application in the light theme."""
    yield apply_theme(qapp, "light")
    apply_theme(qapp, "light")
