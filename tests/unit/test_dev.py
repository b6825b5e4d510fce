"""The two commands: what is missing is said in one line, and no check hides another."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "dev.py"


@pytest.fixture
def dev(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, set on an empty checkout and kept from changing this machine."""
    spec = importlib.util.spec_from_file_location("makna_dev_script", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    (tmp_path / "lock.txt").write_text("six==1.17.0\n")
    places = {"ROOT": tmp_path, "LOCK": tmp_path / "lock.txt", "VENV": tmp_path / ".venv"}
    for name, value in places.items():
        monkeypatch.setattr(script, name, value)
    monkeypatch.setattr(script, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(script, "apt_install", lambda _: False)
    monkeypatch.chdir(tmp_path)
    return script


def one_line(raised: pytest.ExceptionInfo[SystemExit]) -> str:
    """What the user reads at the end."""
    assert isinstance(raised.value.code, str)
    assert "\n" not in raised.value.code
    return raised.value.code


@pytest.mark.skipif(sys.platform != "linux", reason="names shared libraries of Linux")
def test_missing_library_is_named_with_the_command_that_brings_it(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "loads", lambda soname: soname != "libEGL.so.1")
    with pytest.raises(SystemExit) as raised:
        dev.need_libraries(dev.QT_LIBRARIES)
    assert "apt-get install libegl1`" in one_line(raised)
    assert "libEGL.so.1" in one_line(raised)


def test_missing_venv_module_is_named_with_the_command_that_brings_it(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "works", lambda: False)
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    with pytest.raises(SystemExit) as raised:
        dev.make_venv()
    assert f"apt-get install python3.{sys.version_info.minor}-venv" in one_line(raised)


def test_python_too_old_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 18))
    with pytest.raises(SystemExit) as raised:
        exec(compile(SCRIPT.read_text("utf-8"), str(SCRIPT), "exec"), {"__file__": str(SCRIPT)})
    assert "3.11 or newer and this is 3.9" in one_line(raised)


def test_set_up_again_only_when_something_changed(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    monkeypatch.setattr(dev, "works", lambda: True)
    monkeypatch.setattr(dev, "need_libraries", lambda _: None)
    monkeypatch.setattr(dev, "try_qt", lambda: steps.append("qt"))
    monkeypatch.setattr(dev, "pip", lambda *arguments: steps.append(arguments[-1]))
    assert dev.setup([]) == 0
    assert steps == [str(dev.LOCK), str(dev.ROOT), "qt"]
    assert dev.setup([]) == 0
    assert len(steps) == 3
    dev.LOCK.write_text("six==1.18.0\n")
    assert dev.setup([]) == 0
    assert len(steps) == 6


@pytest.mark.parametrize("failing", ["ruff", "mypy", "pytest"])
def test_a_failing_check_fails_the_command_and_the_others_still_run(
    failing: str, dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[list[str]] = []

    def python(arguments: list[str], **_: str) -> int:
        ran.append(arguments)
        return int(failing in arguments)

    monkeypatch.setattr(dev, "setup", lambda _: 0)
    monkeypatch.setattr(dev, "python", python)
    assert dev.test(["-k", "turns"]) == 1
    assert len(ran) == len(dev.CHECKS) + 1
    assert ran[-1] == ["-m", "pytest", "-n", "2", "-k", "turns"]


def test_run_opens_the_demo_only_when_there_is_one_and_no_project_is_named(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[list[str]] = []

    def python(arguments: list[str]) -> int:
        opened.append(arguments[2:])
        return 0

    monkeypatch.setattr(dev, "setup", lambda _: 0)
    monkeypatch.setattr(dev, "python", python)
    dev.main(["run"])
    (dev.ROOT / "resources" / "demo").mkdir(parents=True)
    dev.main(["run"])
    dev.main(["run", "Skripsi.makna"])
    assert opened == [[], ["demo"], ["Skripsi.makna"]]


def test_unknown_command_shows_what_there_is(
    dev: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(["tset"]) == 2
    assert "run [PROJECT]" in capsys.readouterr().out


def test_fuzzing_is_bounded_by_a_number_of_examples(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[list[str], str]] = []

    def python(arguments: list[str], **environment: str) -> int:
        asked.append((arguments, environment["MAKNA_EXAMPLES"]))
        return 0

    monkeypatch.setattr(dev, "setup", lambda _: 0)
    monkeypatch.setattr(dev, "python", python)
    dev.main(["fuzz", "-k", "spans"])
    dev.main(["fuzz", "--examples", "500", "-k", "spans"])
    assert [examples for _, examples in asked] == ["5000", "500"]
    for command, _ in asked:
        assert command[-2:] == ["-k", "spans"]
        assert "faulthandler_timeout=1800" in command


@pytest.mark.parametrize("number", [["many"], ["0"], []])
def test_fuzzing_without_a_number_says_what_is_missing(dev: ModuleType, number: list[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        dev.main(["fuzz", "--examples", *number])
    assert "--examples 500" in one_line(raised)
