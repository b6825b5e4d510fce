"""A word about a project in a folder of a cloud client or on the network, once a project."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from makna.services.whereabouts import word_of_warning
from makna.ui.desk.desk import Desk
from makna.ui.language import current_language
from makna.ui.widgets.notice_bar import NoticeAction


def warn_of_folder(desk: Desk, save_copy: QAction) -> None:
    """Say it above the desk, with a copy elsewhere as the way on. It stays until it is closed."""
    warning = word_of_warning(desk.session.project)
    if warning is not None:
        copy = NoticeAction(save_copy.text(), save_copy.trigger)
        desk.notices.show_notice(warning.text(current_language()), "warning", [copy])
        if desk.window().focusWidget() is None:
            # Otherwise the first key of a window that is just opening would close it unread.
            desk.pages.setFocus(Qt.FocusReason.OtherFocusReason)
