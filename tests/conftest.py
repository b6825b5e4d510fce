"""What every test rests on: no screen, no network, no file of the user's, bounded examples."""

from __future__ import annotations

import importlib.util
import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

os.environ["QT_QPA_PLATFORM"] = "offscreen"

# A failure in CI has to be the change's own: there the examples are the same each time, while
# a developer's runs and `dev.py fuzz` look for new ones. A test that sets max_examples itself
# opts out of the longer run.
settings.register_profile(
    "ci", max_examples=60, deadline=None, derandomize="CI" in os.environ, print_blob=True
)
settings.register_profile(
    "fuzz",
    max_examples=int(os.environ.get("MAKNA_EXAMPLES", "5000")),
    deadline=None,
    print_blob=True,
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


class NetworkForbidden(RuntimeError):
    """The program asked for the network, which it never does."""


_network_attempts: list[str] = []


def _no_network(event: str, args: tuple[Any, ...]) -> None:
    if event == "socket.__new__" and args[1] in (socket.AF_INET, socket.AF_INET6):
        wanted = f"a socket of {socket.AddressFamily(args[1]).name}"
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        wanted = f"the address of {args[0]!r}"
    else:
        return
    _network_attempts.append(wanted)
    raise NetworkForbidden(f"a test asked for {wanted}")


# An audit hook also sees code that imported `socket` before this file.
sys.addaudithook(_no_network)


def pytest_configure(config: pytest.Config) -> None:
    """Give this process (each worker is one) its own empty home."""
    home = tempfile.mkdtemp(prefix="makna-tests-")
    os.environ["MAKNA_HOME"] = home
    config.add_cleanup(lambda: shutil.rmtree(home, ignore_errors=True))


@pytest.fixture(scope="session")
def material() -> Any:
    """Pictures and PDF files; see material.py."""
    path = Path(__file__).with_name("material.py")
    spec = importlib.util.spec_from_file_location("material", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    """A window that a test told to speak Indonesian does not do so in the next one."""
    yield
    language = sys.modules.get("makna.ui.language")
    if language is not None and language.current_language() != "en":
        language.set_language("en")


@pytest.fixture(autouse=True)
def network_attempts() -> Iterator[list[str]]:
    """What this test asked of the network; a test ends in failure unless the list is empty.

    So an attempt also counts where the code under test swallowed the error.
    """
    _network_attempts.clear()
    yield _network_attempts
    assert not _network_attempts, f"the network was asked for: {_network_attempts}"


@pytest.fixture
def makna_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home for this test alone: settings, data, logs and backups go below it."""
    home = tmp_path / "home"
    monkeypatch.setenv("MAKNA_HOME", str(home))
    return home


@pytest.fixture(scope="session")
def kills() -> int:
    """How often a test marked `torture` kills its process: 30, or what `dev.py torture` says."""
    return int(os.environ.get("MAKNA_KILLS", "30"))


@pytest.fixture(scope="session")
def problems() -> Callable[[Path], list[str]]:
    """What Word would refuse or repair in a docx; see docx_validity.py."""
    path = Path(__file__).with_name("docx_validity.py")
    spec = importlib.util.spec_from_file_location("docx_validity", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.problems  # type: ignore[no-any-return]


@pytest.fixture
def failing_disk() -> Iterator[Any]:
    """A disk under SQLite that fails when it is told to; see failing_disk.py."""
    path = Path(__file__).with_name("failing_disk.py")
    spec = importlib.util.spec_from_file_location("failing_disk", path)
    assert spec is not None and spec.loader is not None
    module = sys.modules.get("failing_disk") or importlib.util.module_from_spec(spec)
    if "failing_disk" not in sys.modules:
        sys.modules["failing_disk"] = module
        spec.loader.exec_module(module)
    disk = module.failing_disk()
    yield disk
    disk.close()
