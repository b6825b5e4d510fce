"""The researcher whom the state machine and the killed worker share."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).parent


def _loaded(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def actions() -> ModuleType:
    """The module `actions.py` beside this file: every kind of change a researcher makes."""
    return _loaded("actions")


@pytest.fixture(scope="session")
def later_actions(actions: ModuleType) -> ModuleType:
    """The module `later_actions.py`: those, and what came after the first version."""
    return _loaded("later_actions")
