"""The floor of writing Word: XML that is already there, put into a zip.

Nothing is escaped, no style is chosen, no relationship counted: the same elements as strings, the
same other parts as bytes, the same compression.
"""

from __future__ import annotations

import zipfile
from pathlib import Path


def write_prepared(elements: list[str], others: dict[str, bytes], path: Path) -> None:
    """Write `elements` (in order) as `word/document.xml` and `others` (by name) beside it."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in others.items():
            archive.writestr(name, data)
        archive.writestr("word/document.xml", "".join(elements).encode())
