"""The reader that CONTRIBUTING shows is a reader."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path
from typing import Any

from makna.domain.document import fits
from makna.formats import ReadOptions

PAPER = Path(__file__).resolve().parents[2] / "CONTRIBUTING.md"


def example_reader() -> dict[str, Any]:
    """The names that the first Python example defines."""
    found = re.search(r"```python\n(.*?)```", PAPER.read_text("utf-8"), re.DOTALL)
    assert found is not None
    names: dict[str, Any] = {"__name__": "example"}
    exec(textwrap.dedent(found.group(1)), names)
    return names


def test_the_example_reader_reads_subtitles() -> None:
    reader = example_reader()
    data = (
        b"\xef\xbb\xbf1\r\n00:00:01,000 --> 00:00:03,500\r\nSelamat pagi,\r\nIbu Sari.\r\n\r\n"
        b"2\r\n00:00:04,000 --> 00:00:05,000\r\nPagi.\r\n"
    )
    assert reader["recognises"](data)
    assert not reader["recognises"](b"Narasumber: Ibu Sari\n")
    document = reader["read"](data, "pagi.srt", ReadOptions())
    assert document.text == "Selamat pagi, Ibu Sari.\nPagi."
    assert fits(document.text, document.layout)
