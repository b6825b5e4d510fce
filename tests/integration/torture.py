"""Kill the program at work, thousands of times, in a process for every core; report what was hit.

`python tests/integration/torture.py [--kills N] [--kinds "returned merge"]`, or `dev.py torture`.
The exit code is 1 when anything acknowledged was lost or a project was left unsound.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
import traceback
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
ROUND = 60
"""Kills between two lines on the screen; each round has a folder and a seed of its own."""


def one_round(kills: int, seed: int, kinds: str = "") -> object:
    """The tally of so many kills, or what went wrong."""
    import actions
    import killing

    with tempfile.TemporaryDirectory(prefix="makna-torture-") as home:
        os.environ["MAKNA_HOME"] = str(Path(home) / "home")
        try:
            chosen = kinds.split() or killing.KINDS
            return killing.kill_often(Path(home), kills, seed, actions, chosen)
        except Exception:
            return f"seed {seed}:\n{traceback.format_exc()}"


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--kills", type=int, default=5_000)
    asked.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--kinds", default="", help="what to do most of the time; all by turns")
    chosen = asked.parse_args()
    rounds = [min(ROUND, chosen.kills - at) for at in range(0, chosen.kills, ROUND)]
    seeds = [chosen.seed + number for number in range(len(rounds))]
    from killing import Tally

    total, failures, began = Tally(), [], time.monotonic()
    with ProcessPoolExecutor(chosen.processes) as pool:
        for found in pool.map(one_round, rounds, seeds, [chosen.kinds] * len(rounds)):
            if isinstance(found, Tally):
                total.add(found)
            else:
                failures.append(str(found))
                print(found, flush=True)
            minutes = (time.monotonic() - began) / 60
            print(f"{sum(total.killed.values())} killed, {minutes:.1f} min", flush=True)
    report(total, failures)
    return 1 if failures else 0


def report(total: object, failures: list[str]) -> None:
    """The summary: how many kills, at what, and whether anything was lost."""
    from killing import Tally

    assert isinstance(total, Tally)
    print(f"\nkilled {sum(total.killed.values())} times, while at:")
    for name, count in total.killed.most_common():
        print(f"  {count:6d}  {name}")
    print(f"actions acknowledged before the kills: {total.acknowledged}")
    print(f"actions in flight that were kept all the same: {total.in_flight_kept}")
    print(f"rounds in which anything was lost or unsound: {len(failures)}")


if __name__ == "__main__":
    sys.exit(main())
