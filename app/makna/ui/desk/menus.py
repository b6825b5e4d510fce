"""Menus of the desk: what can be done at a place in the text, and the menu of all commands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from makna.domain.codetree import CodeTree
from makna.domain.model import Passage, PassageId
from makna.ui.commands import COMMANDS, GROUPS, Commands
from makna.ui.desk.coder_labels import coder_labels
from makna.ui.desk.coding_actions import CodingActions
from makna.ui.desk.inspector.quotation import beginning
from makna.ui.desk.inspector.reading import words_of
from makna.ui.desk.place import Place
from makna.ui.desk.swatches import swatch_icon
from makna.ui.session import Session
from makna.ui.theme.icons import icon

QUOTED_CHARACTERS = 32


def page_menu(
    session: Session,
    place: Place,
    coding: CodingActions,
    commands: Commands,
    passages: Sequence[int],
    parent: QWidget,
) -> QMenu:
    """The context menu of the text: code what is selected, and each passage under the pointer."""
    menu = QMenu(parent)
    for key in ("code", "in_vivo", "code_again", "code_turns"):
        menu.addAction(commands[key])
    menu.addSeparator()
    menu.addAction(commands["memo_here"])
    _add_star(menu, coding, commands["star"])
    menu.addAction(commands["copy_quotation"])
    tree = session.project.codes.tree(counted=False)
    for passage in session.project.passages.by_ids(PassageId(key) for key in passages):
        menu.addSeparator()
        _add_passage(menu, session, place, coding, passage, tree)
    menu.addSeparator()
    menu.addAction(commands["find"])
    menu.addAction(commands["correct"])
    return menu


def all_commands(commands: Commands, parent: QWidget) -> QMenu:
    """Every command, in menus by group."""
    menu = QMenu(parent)
    for group in GROUPS:
        inner = menu.addMenu(commands.group_name(group))
        for command in COMMANDS:
            if command.group != group:
                continue
            if command.rule_before:
                inner.addSeparator()
            inner.addAction(commands[command.key])
    return menu


def _add_star(menu: QMenu, coding: CodingActions, star: QAction) -> None:
    """The command; where there is a star it says that it takes it away."""
    if not coding.starred():
        menu.addAction(star)
        return
    words = QCoreApplication.translate("PageMenu", "Take the star away")
    keys = star.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    away = menu.addAction(icon("star-filled"), f"{words}\t{keys}")
    away.triggered.connect(star.trigger)


def _add_passage(
    menu: QMenu,
    session: Session,
    place: Place,
    coding: CodingActions,
    passage: Passage,
    tree: CodeTree,
) -> None:
    translate = QCoreApplication.translate
    words = " ".join(words_of(session.project, passage).split())
    said = beginning(words, QUOTED_CHARACTERS).replace("&", "&&")
    if passage.region is None:
        choose = menu.addAction(icon("quote"), f"“{said}”")
    else:
        choose = menu.addAction(icon("picture"), said)
    choose.triggered.connect(lambda: place.change(source=passage.source, passage=passage.id))
    twice = coder_labels(passage.codings, session.project.overview.coders())
    for each in passage.codings:
        if each.code not in tree:
            continue
        code = tree[each.code]
        remove = translate("PageMenu", "Remove “{code}”").format(code=code.name)
        by = f" · {twice[each.id]}" if each.id in twice else ""
        action = menu.addAction(swatch_icon(code.color), f"{remove}{by}".replace("&", "&&"))
        action.triggered.connect(partial(_remove, coding, each.id))


def _remove(coding: CodingActions, key: int, _checked: bool = False) -> None:
    coding.remove([key])  # type: ignore[list-item]
