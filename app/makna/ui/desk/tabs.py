"""What a tab of the desk is, and the stack in which its pages lie."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget

from makna.domain.model import MemoId, SourceId
from makna.storage.project import Project

if TYPE_CHECKING:
    # Imported when the first text is opened.
    from makna.ui.desk.source_page import SourcePage


@dataclass
class Tab:
    """A tab; its widget is made when it is first looked at."""

    kind: str
    """`source`, `memo`, or the name of a page such as `frames`."""
    id: int
    title: str
    widget: QWidget | None = None
    name: Callable[[], str] | None = None
    """The title in the language of the moment; None of sources and memos."""
    make: Callable[[], QWidget] | None = None
    """Makes its widget; None of sources and memos."""

    @property
    def source_page(self) -> SourcePage | None:
        """Its widget, if it is a source's and was looked at."""
        return cast("SourcePage | None", self.widget) if self.kind == "source" else None


class Stand(NamedTuple):
    """Where one stands in a text."""

    top: int = 0
    """Pixels scrolled out of view: of the line with `at`; of the whole text where that is -1."""
    anchor: int = 0
    caret: int = 0
    at: int = -1
    """The character at the top of the view."""


class PageStack(QStackedWidget):
    """Pages of which only the one in front says how much room it needs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.currentChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        front = self.currentWidget()
        return front.minimumSizeHint().expandedTo(front.minimumSize()) if front else QSize()


def title_of(project: Project, kind: str, key: int) -> str:
    """What a source or memo is called; empty when it is gone."""
    if kind == "source" and (source := project.sources.plain(SourceId(key))) is not None:
        return source.name
    if kind == "memo" and (memo := project.memos.get(MemoId(key))) is not None:
        return memo.title
    return ""
