"""Work beside the window."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from makna import bootstrap


@pytest.mark.skipif(not hasattr(os, "nice"), reason="no such thing on this system")
def test_processes_beside_a_window_give_way_to_it() -> None:
    with bootstrap.processes_beside() as beside, bootstrap.processes(1) as alone:
        usual = alone.submit(os.nice, 0).result()
        assert beside.submit(os.nice, 0).result() > usual == os.nice(0)


STARTS_AND_IS_KILLED = """
import os
from makna import bootstrap

if __name__ == "__main__":
    print(bootstrap.processes_beside().submit(os.getpid).result(), flush=True)
    os.kill(os.getpid(), 9)
"""


@pytest.mark.skipif(os.name != "posix", reason="asks for the process by a signal")
def test_processes_end_with_a_window_that_was_killed(tmp_path: Path) -> None:
    script = tmp_path / "window.py"
    script.write_text(STARTS_AND_IS_KILLED, "utf-8")
    command = [sys.executable, str(script)]
    # The pipe ends with the last that holds it, so a process that stays would be waited for.
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False, timeout=20)
    worker, until = int(done.stdout), time.monotonic() + 10
    while _lives(worker) and time.monotonic() < until:
        time.sleep(0.05)
    assert not _lives(worker)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
