"""Which files another program has open, as far as it leaves word beside them."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from makna.domain.errors import UserError


def held_open(path: Path) -> tuple[str, str] | None:
    """The program that says it has the file open, and the name of the file that says so.

    Word and Excel hide an owner file as `~$` and the name, Word without its first two letters
    (shorter names lose fewer); LibreOffice writes `.~lock.NAME#`.
    """
    name = path.name
    office = {f"~${name}", f"~${name[1:]}", f"~${name[2:]}"}
    owner = "Excel" if path.suffix.lower() == ".xlsx" else "Word"
    for program, locks in ((owner, office), ("LibreOffice", {f".~lock.{name}#"})):
        for lock in sorted(locks):
            if path.with_name(lock).exists():
                return program, lock
    return None


def check_replaceable(path: Path) -> None:
    """Raises UserError where a file is in the way that is open elsewhere or may not be changed.

    Replacing it would succeed on most systems, and the program that has it open would write its
    own version over ours at the next saving.
    """
    if not path.exists():
        return
    if held := held_open(path):
        raise UserError("export_open", name=path.name, program=held[0], lock=held[1])
    if path.is_file() and not path.stat().st_mode & 0o222:
        raise UserError("cannot_write", name=path.name, reason=os.strerror(errno.EACCES))
