"""The measurements run: small ones of each kind, so that what they lean on can't change unseen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from .conftest import tool

SMALL: dict[str, Callable[[Any], Any]] = {
    "bench_import": lambda bench: bench.run(files=2),
    "bench_page": lambda bench: bench.run(),
    "bench_search": lambda bench: bench.run(characters=60_000),
    "bench_writers": lambda bench: bench.run(),
}


@pytest.mark.parametrize("name", SMALL)
def test_every_row_is_measured(qapp: Any, name: str) -> None:
    rows = list(SMALL[name](tool(name)))

    assert rows
    assert all(row[1] >= 0 for row in rows)
