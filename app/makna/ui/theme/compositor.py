"""Whether windows can be seen through: without a compositor X11 shows black where they should."""

from __future__ import annotations

import ctypes
import ctypes.util
from functools import cache

from PySide6.QtGui import QGuiApplication


@cache
def sees_through() -> bool:
    """False on an X11 display that nobody composites; asked once."""
    if QGuiApplication.platformName() != "xcb":
        return True
    try:
        return _owner_of_compositing()
    except (OSError, AttributeError):
        return True


def _owner_of_compositing() -> bool:
    """EWMH: a compositing manager owns the selection `_NET_WM_CM_Sn` of its screen."""
    library = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
    library.XOpenDisplay.restype = ctypes.c_void_p
    library.XInternAtom.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int)
    library.XInternAtom.restype = ctypes.c_ulong
    library.XGetSelectionOwner.argtypes = (ctypes.c_void_p, ctypes.c_ulong)
    library.XGetSelectionOwner.restype = ctypes.c_ulong
    library.XDefaultScreen.argtypes = library.XCloseDisplay.argtypes = (ctypes.c_void_p,)
    display = library.XOpenDisplay(None)
    if not display:
        return True
    try:
        screen = library.XDefaultScreen(display)
        atom = library.XInternAtom(display, f"_NET_WM_CM_S{screen}".encode(), 0)
        return bool(library.XGetSelectionOwner(display, atom))
    finally:
        library.XCloseDisplay(display)
