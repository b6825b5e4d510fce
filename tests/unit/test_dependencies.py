"""Every package that is shipped was looked at."""

from __future__ import annotations

import re
from importlib.metadata import metadata
from pathlib import Path

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"


def locked() -> dict[str, str]:
    """Distribution → version, of the runtime's lock file."""
    text = (PACKAGING / "requirements.txt").read_text("utf-8")
    return dict(re.findall(r"^([\w.-]+)==([\w.+-]+)", text, re.MULTILINE))


def described() -> dict[str, tuple[str, str]]:
    """Distribution → version and licence, of the table."""
    text = (PACKAGING / "DEPENDENCIES.md").read_text("utf-8")
    rows = re.findall(r"^\| ([\w.-]+) \| ([\d.]+) \| ([^|]+) \| [^|]+ \|", text, re.MULTILINE)
    return {name: (version, licence) for name, version, licence in rows}


def test_each_locked_package_stands_in_the_table_with_its_version() -> None:
    assert {name: version for name, (version, _) in described().items()} == locked()


def test_no_package_forbids_what_the_licence_of_makna_allows() -> None:
    for name, (_, licence) in described().items():
        assert re.search(r"MIT|BSD|Apache|LGPL|PSF", licence), name
        said = " ".join(metadata(name).get_all("Classifier") or [])
        assert "Affero" not in said, name
