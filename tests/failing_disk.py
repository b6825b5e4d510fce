"""A disk that fails when it is told to: SQLite's own calls, answered as a broken one answers them.

A VFS of SQLite's that passes everything on to the usual one, and answers chosen calls with an
error. `fsync` is not among the system calls that SQLite lets one replace (`xSetSystemCall`), so the
methods of its files are wrapped. https://sqlite.org/c3ref/vfs.html, c3ref/io_methods.html
"""

from __future__ import annotations

import _sqlite3
import ctypes
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest

IOERR_READ, IOERR_WRITE, IOERR_FSYNC, IOERR_TRUNCATE, FULL = 266, 778, 1034, 1546, 13
"""What SQLite's unix VFS makes of EIO from pread, pwrite, fsync and ftruncate, and of ENOSPC."""

_POINTER, _INT = ctypes.c_void_p, ctypes.c_int
_METHODS = (
    *("xClose", "xRead", "xWrite", "xTruncate", "xSync", "xFileSize", "xLock", "xUnlock"),
    *("xCheckReservedLock", "xFileControl", "xSectorSize", "xDeviceCharacteristics", "xShmMap"),
    *("xShmLock", "xShmBarrier", "xShmUnmap", "xFetch", "xUnfetch"),
)
_BEFORE = ("xOpen",)
_AFTER = (
    *("xDelete", "xAccess", "xFullPathname", "xDlOpen", "xDlError", "xDlSym", "xDlClose"),
    *("xRandomness", "xSleep", "xCurrentTime", "xGetLastError", "xCurrentTimeInt64"),
    *("xSetSystemCall", "xGetSystemCall", "xNextSystemCall"),
)
_SIGNATURES = {
    "xRead": ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _INT, ctypes.c_int64),
    "xWrite": ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _INT, ctypes.c_int64),
    "xTruncate": ctypes.CFUNCTYPE(_INT, _POINTER, ctypes.c_int64),
    "xSync": ctypes.CFUNCTYPE(_INT, _POINTER, _INT),
}
_OPEN = ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _POINTER, _INT, ctypes.POINTER(_INT))


class _Methods(ctypes.Structure):
    _fields_ = [("iVersion", _INT), *((name, _POINTER) for name in _METHODS)]


class _Vfs(ctypes.Structure):
    _fields_ = [
        ("iVersion", _INT), ("szOsFile", _INT), ("mxPathname", _INT), ("pNext", _POINTER),
        ("zName", ctypes.c_char_p), ("pAppData", _POINTER),
        *((name, _POINTER) for name in (*_BEFORE, *_AFTER)),
    ]  # fmt: skip


class FailingDisk:
    """Projects that are opened from now on lie on a disk that can fail."""

    def __init__(self) -> None:
        self.failed = 0
        """Calls that were answered with an error."""
        self._errors: dict[str, int] = {}
        self._kept: dict[int, Any] = {}
        self._library = _library()
        usual = ctypes.cast(self._library.sqlite3_vfs_find(None), ctypes.POINTER(_Vfs)).contents
        self._usual = usual
        self._open = _OPEN(usual.xOpen)
        self._vfs = _Vfs.from_buffer_copy(usual)
        self._vfs.zName, self._vfs.pNext = b"failing", None
        self._opener = _OPEN(self._opened)
        self._vfs.xOpen = ctypes.cast(self._opener, _POINTER)
        self._library.sqlite3_vfs_register(ctypes.byref(self._vfs), 1)

    @contextmanager
    def failing(self, method: str, error: int) -> Iterator[None]:
        """Within, that method of every file answers with that error."""
        self._errors[method] = error
        try:
            yield
        finally:
            del self._errors[method]

    def close(self) -> None:
        """The usual disk again; what was opened meanwhile must be closed."""
        self._library.sqlite3_vfs_register(ctypes.byref(self._usual), 1)
        self._library.sqlite3_vfs_unregister(ctypes.byref(self._vfs))

    def _opened(self, _vfs: int, name: int, file: int, flags: int, out: Any) -> int:
        result: int = self._open(ctypes.addressof(self._vfs), name, file, flags, out)
        methods = _POINTER.from_address(file)
        if result == 0 and methods.value:
            methods.value = self._wrapped(methods.value)
        return result

    def _wrapped(self, address: int) -> int:
        if address not in self._kept:
            wrapped = _Methods.from_buffer_copy(_Methods.from_address(address))
            functions = [self._function(wrapped, name) for name in _SIGNATURES]
            self._kept[address] = (wrapped, functions)
        return ctypes.addressof(self._kept[address][0])

    def _function(self, wrapped: _Methods, name: str) -> Any:
        signature: Any = _SIGNATURES[name]
        real = signature(getattr(wrapped, name))

        def called(*given: Any) -> int:
            if name in self._errors:
                self.failed += 1
                return self._errors[name]
            return int(real(*given))

        function = signature(called)
        setattr(wrapped, name, ctypes.cast(function, _POINTER))
        return function, real


_made: list[FailingDisk] = []
"""Kept for as long as the process lives: SQLite may still hold an address."""


def failing_disk() -> FailingDisk:
    """Skips the test where the program's own SQLite cannot be reached."""
    _made.append(FailingDisk())
    return _made[-1]


def _library() -> Any:
    """The SQLite that Python's `sqlite3` is linked to, found through its own module."""
    library = None
    with suppress(OSError, AttributeError):
        library = ctypes.CDLL(_sqlite3.__file__)
        library.sqlite3_vfs_find.restype = _POINTER
        library.sqlite3_vfs_find.argtypes = [ctypes.c_char_p]
        library.sqlite3_vfs_register.argtypes = [_POINTER, _INT]
        library.sqlite3_vfs_unregister.argtypes = [_POINTER]
        return library
    pytest.skip("SQLite's functions are not visible in Python's own module here")
