#!/usr/bin/env python3
"""Set up, run and check Makna with one command and nothing but Python 3.11 or newer.

Usage: python3 packaging/dev.py COMMAND [ARGUMENTS]

  setup            make .venv from the lock file and put Makna into it
  run [PROJECT]    set up, then open the window
  test [ARGS]      set up, then everything that CI runs; ARGS go to pytest
  bench [ARGS]     set up, then the measurements
  fuzz [ARGS]      set up, then the property tests with 5,000 examples each (--examples N)
  torture [ARGS]   set up, then kill the program at work 5,000 times (--kills N --seed N)
  views [ARGS]     set up, then look at every view of the window, not at some of each kind
  lock [ARGS]      write the lock files anew (ARGS go to uv: --upgrade)

Written for Linux, Windows and macOS; tried on Linux only. Standard library only, and parsed by
older Pythons too, so that they can be told what is wrong.
"""

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "makna-setup"
LOCK = ROOT / "packaging" / "requirements-dev.txt"
WINDOWS = sys.platform == "win32"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")

if sys.version_info < OLDEST:
    sys.exit(
        "Makna needs Python 3.11 or newer and this is {}.{}: install a newer one and start this"
        " with it, for example `python3.12 packaging/dev.py run`.".format(*sys.version_info[:2])
    )

# Found with ldd on the platform plugins of PySide6-Essentials 6.11; names as in Debian and Ubuntu.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11.so.6": "libx11-6",
    "libzstd.so.1": "libzstd1",
}
X11_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

CHECKS = {
    "ruff check": ["-m", "ruff", "check", "--no-cache", "."],
    "ruff format": ["-m", "ruff", "format", "--no-cache", "--check", "."],
    "mypy": ["-m", "mypy"],
    "import-linter": [
        "-c",
        "from importlinter.cli import lint_imports_command as c; c()",
        "--no-logo",
    ],
}


def main(arguments: list[str]) -> int:
    """Carry out the command; the result is the exit code."""
    commands = {
        "setup": setup,
        "run": run,
        "test": test,
        "bench": bench,
        "fuzz": fuzz,
        "torture": torture,
        "views": views,
        "lock": lock,
    }
    if not arguments or arguments[0] not in commands:
        print(__doc__)
        return 0 if arguments and arguments[0] in ("-h", "--help", "help") else 2
    os.chdir(ROOT)
    try:
        return commands[arguments[0]](arguments[1:])
    except KeyboardInterrupt:
        return 130


def setup(_arguments: list[str]) -> int:
    """Make the environment, or return at once when nothing changed since the last time."""
    need_libraries(QT_LIBRARIES)
    stamp = fingerprint()
    if STAMP.is_file() and STAMP.read_text() == stamp and works():
        return 0
    if VENV.exists() and not os.access(VENV, os.W_OK):
        stop(f"{VENV} belongs to another user: delete it, or work as that user.")
    say("Setting Makna up in .venv; the first time takes a few minutes.")
    make_venv()
    say("[2/4] Installing the locked packages")
    pip("install", "--require-hashes", "-r", str(LOCK))
    say("[3/4] Installing Makna itself")
    pip("install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    say("[4/4] Trying Qt")
    try_qt()
    STAMP.write_text(stamp)
    say(f"Ready: {PYTHON.with_name('makna')} is the program.")
    return 0


def run(arguments: list[str]) -> int:
    """Open the window: on the project that is named, else on the demo project when there is one."""
    if sys.platform == "linux" and "QT_QPA_PLATFORM" not in os.environ:
        if not os.environ.get("WAYLAND_DISPLAY"):
            need_libraries(X11_LIBRARIES)
        if not (os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY")):
            setup([])
            stop("There is no screen here: start this in a desktop session, or set DISPLAY.")
    setup([])
    demo = ["demo"] if (ROOT / "resources" / "demo").is_dir() else []
    return python(["-m", "makna", *(arguments or demo)])


def test(arguments: list[str]) -> int:
    """Run every check, not stopping at the first that fails; pytest comes last."""
    setup([])
    failed = []
    for name, command in CHECKS.items():
        say(f"== {name}")
        if python(command):
            failed.append(name)
    say("== pytest")
    code = python(["-m", "pytest", "-n", "2", *arguments], QT_QPA_PLATFORM="offscreen")
    if failed:
        say("Failed besides pytest: " + ", ".join(failed))
    return code or int(bool(failed))


def bench(arguments: list[str]) -> int:
    """Print each measurement as a ratio to its floor."""
    setup([])
    return python(["packaging/bench", *arguments], QT_QPA_PLATFORM="offscreen")


def fuzz(arguments: list[str]) -> int:
    """Run the property tests with the profile `fuzz` of tests/conftest.py."""
    rest, examples = list(arguments), "5000"
    if "--examples" in rest:
        at = rest.index("--examples")
        examples = "".join(rest[at + 1 : at + 2])
        del rest[at : at + 2]
        if not examples.isdecimal() or int(examples) == 0:
            stop("--examples needs a number, for example `--examples 500`.")
    setup([])
    # One test may take half an hour here: where it stands is not worth telling any earlier.
    patience = ["-o", "faulthandler_timeout=1800"]
    command = ["-m", "pytest", "-n", "2", "-m", "hypothesis", *patience, *rest]
    profile = {"HYPOTHESIS_PROFILE": "fuzz", "MAKNA_EXAMPLES": examples}
    return python(command, QT_QPA_PLATFORM="offscreen", **profile)


def torture(arguments: list[str]) -> int:
    """Kill a working process 5,000 times instead of 30, on every core, and report what was hit."""
    setup([])
    return python(["tests/integration/torture.py", *arguments], QT_QPA_PLATFORM="offscreen")


def views(arguments: list[str]) -> int:
    """Words, letters, contrast and focus in all views; `test` takes those that differ most."""
    setup([])
    files = ["tests/ui/test_every_view.py", "tests/ui/test_every_word.py"]
    command = ["-m", "pytest", "-n", "2", *files, *arguments]
    return python(command, QT_QPA_PLATFORM="offscreen", MAKNA_VIEWS="all")


def lock(arguments: list[str]) -> int:
    """Resolve pyproject.toml for all platforms into packaging/requirements*.txt, with hashes.

    Versions that are locked already stay, unless `--upgrade` is given.
    """
    uv = shutil.which("uv") or shutil.which("uv", path=str(PYTHON.parent))
    if uv is None:
        stop("Locking needs uv: install it with `pip install uv` and start again.")
    code = 0
    for name, extra in (("requirements.txt", []), ("requirements-dev.txt", ["--extra", "dev"])):
        command = [uv, "pip", "compile", "pyproject.toml", "--output-file", f"packaging/{name}"]
        command += ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-annotate"]
        command += ["--custom-compile-command", "python3 packaging/dev.py lock", "--quiet"]
        code |= subprocess.call([*command, *extra, *arguments])
    return code


def fingerprint() -> str:
    """Changes whenever .venv has to be made or filled again."""
    digest = hashlib.sha256()
    for part in (LOCK.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), os.fsencode(ROOT)):
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()


def works() -> bool:
    """Whether .venv holds a Python that starts, is new enough and has pip."""
    probe = f"import sys, pip; sys.exit(sys.version_info < {OLDEST})"
    try:
        return (
            subprocess.run([PYTHON, "-c", probe], capture_output=True, check=False).returncode == 0
        )
    except OSError:
        return False


def make_venv() -> None:
    """Make .venv, also in place of one that was interrupted or has lost its Python."""
    if works():
        say("[1/4] .venv is there")
        return
    try:
        import ensurepip
        import venv
    except ImportError:
        package = "python{}.{}-venv".format(*sys.version_info[:2])
        stop(f"Python's venv module is missing: run `sudo apt-get install {package}`, start again.")
    say(f"[1/4] Making .venv with Python {sys.version.split()[0]} and pip {ensurepip.version()}")
    venv.create(VENV, clear=True, with_pip=True, symlinks=not WINDOWS)


def pip(*arguments: str) -> None:
    """Run pip in .venv; when it fails it has said why, and this says what to do."""
    command = ["-m", "pip", "--no-input", "--disable-pip-version-check", *arguments]
    if python(command, PIP_USER="0"):
        stop("Installing failed (see above): check the connection and the disk, then start again.")


def need_libraries(libraries: dict[str, str]) -> None:
    """Find shared libraries of Linux that Qt loads; install them if possible, else name them."""
    if sys.platform != "linux":
        return
    missing = {soname: package for soname, package in libraries.items() if not loads(soname)}
    if not missing:
        return
    names = sorted(missing.values())
    if shutil.which("apt-get") and os.geteuid() == 0:
        say("Installing libraries that Qt needs: " + " ".join(names))
        if apt_install(names):
            return
    stop(
        "Qt needs shared libraries: on Debian or Ubuntu run `sudo apt-get install "
        + " ".join(names)
        + "`; elsewhere install the packages that hold "
        + ", ".join(sorted(missing))
        + "."
    )


def loads(soname: str) -> bool:
    """Whether the dynamic linker finds the library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def apt_install(packages: list[str]) -> bool:
    """Install Debian packages, reading the package lists first when they are missing or old."""
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if subprocess.call(install, env=env, stdin=subprocess.DEVNULL) == 0:
        return True
    subprocess.call(["apt-get", "update"], env=env, stdin=subprocess.DEVNULL)
    return subprocess.call(install, env=env, stdin=subprocess.DEVNULL) == 0


def try_qt() -> None:
    """Make an application without a screen: what is still missing shows here and not in a test."""
    if python(
        ["-c", "from PySide6.QtWidgets import QApplication; QApplication([])"],
        QT_QPA_PLATFORM="offscreen",
    ):
        stop("Qt does not start (see above): install the library that it names, then start again.")


def python(arguments: list[str], **environment: str) -> int:
    """Run the Python of .venv in the project's root; the result is its exit code."""
    sys.stdout.flush()
    return subprocess.call([str(PYTHON), *arguments], cwd=ROOT, env={**os.environ, **environment})


def say(text: str) -> None:
    """Print at once, so that the line stands before what the next program prints."""
    print(text, flush=True)


def stop(text: str) -> NoReturn:
    """End with one line that says what to do."""
    sys.exit(text)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
