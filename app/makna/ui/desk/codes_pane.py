"""The code tree of the desk: find, make, arrange and apply codes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QColorDialog,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from makna.domain.changes import ChangeSet
from makna.domain.errors import UserError
from makna.domain.model import CodeId
from makna.ui.desk.code_counts import CodeCounts
from makna.ui.desk.code_menu import CodeMenu, CodeTargetPicker, MenuState
from makna.ui.desk.code_model import CodeModel, Target
from makna.ui.desk.code_tree import CodeTreeView, Shift, behind, shifted
from makna.ui.desk.code_verbs import CodeVerbs, name_problem
from makna.ui.desk.key_tree import Index
from makna.ui.desk.naming import NamingDelegate
from makna.ui.desk.place import Place, Where
from makna.ui.language import current_language
from makna.ui.session import Session
from makna.ui.theme.theme import set_look
from makna.ui.widgets.empty_state import EmptyChoice, EmptyState
from makna.ui.widgets.filter_box import FilterBox
from makna.ui.widgets.inline_prompt import InlinePrompt
from makna.ui.widgets.labels import LinkButton

_FOLDED = "codes.folded"
_MARGIN = 12


class CodesPane(QFrame):
    """Shows all codes and changes them; applying them to a text is asked of others."""

    apply_wanted = Signal(int)
    """(code id): apply it to the selected text."""
    passages_wanted = Signal(int)
    """(code id): show what is coded with it."""
    selection_dropped = Signal(int, int, int)
    """(code id, start, end): a selected text was dropped on a code."""
    selection_dropped_on_new = Signal(int, int)
    """(start, end): a selected text was dropped where no code is."""
    code_hovered = Signal(object)
    """(code id or None): the code under the mouse."""
    passages_dropped = Signal(int, list)
    """(code id, passage ids): code these passages with it, too."""
    frames_wanted = Signal()
    """Choose a ready frame of codes."""
    merged = Signal(list, str)
    """(names, name of the code they became): undo takes it back."""
    removed = Signal(list)
    """(names): codes were deleted; undo brings them back."""

    def __init__(self, session: Session, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._place = session, place
        self._verbs = CodeVerbs(session)
        self._new_at = Target(None)
        self.model = CodeModel(self, writable=session.writable)
        self.filter = FilterBox("", self, delay_ms=60)
        self.tree = CodeTreeView(self.model, self)
        self._delegate = NamingDelegate(self.tree, self._rename_problem)
        self.prompt = InlinePrompt(self)
        self.new_button = LinkButton("", self)
        self.frames_button = QPushButton(self)
        self.empty = EmptyState(self, quiet=True)
        self._lay_out()
        self._connect()
        self._retranslate()
        self.tree.folded_keys = set(_ids(session.recall(_FOLDED, [])))
        self._read_codes()
        self._counts = CodeCounts(session, self.model, self)

    def ask_new_code(self, target: Target | None = None) -> None:
        """Ask for the name of a new code: last at the top, unless another place is given."""
        self._new_at = target or Target(None)
        self._show_state(asking=True)
        self.prompt.ask(self._new_code_words)

    def _new_code_words(self) -> str:
        parent = self._new_at.parent
        if parent is None or parent not in self.model.tree:
            return self.tr("Name of the new code")
        return self.tr("New code below “{code}”").format(code=self.model.tree[parent].name)

    def menu(self) -> CodeMenu | None:
        """The context menu of the chosen codes; None when none is chosen."""
        codes = tuple(self.model.tree[key] for key in self.tree.chosen_keys())
        if not codes:
            return None
        own = sum(self.model.own(code.id) for code in codes)
        selected, writable = self._place.now.sees_selection, self._session.writable
        state = MenuState(self.model.tree, codes, selected, own, writable)
        menu = CodeMenu(state, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.chosen.connect(self.carry_out)
        return menu

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _read_codes(self) -> None:
        self.model.set_codes(self._session.project.codes.tree(counted=False))
        self._show_state()

    def _changed(self, changes: ChangeSet) -> None:
        if changes.touches("code"):
            self._read_codes()
            self._show_new(changes)
        if changes.touches("coding"):
            self._counts.after(changes)

    def _show_new(self, changes: ChangeSet) -> None:
        """A code that was made elsewhere, from the text, comes into sight."""
        rows = changes.of("code")
        made = [CodeId(row.key) for row in rows if row.operation == "insert"]
        if len(made) == 1 and made[0] in self.model.tree:
            self.tree.unfold(self.model.tree[made[0]].parent)
            self.tree.scrollTo(self.model.index_of(made[0]))

    def _filter(self, typed: str) -> None:
        self.tree.expect_filtered(bool(typed))
        self.model.set_filter(typed)

    def _follow(self, old: Where, new: Where) -> None:
        shown = new.code is None or self.model.index_of(new.code).isValid()
        chosen = self.tree.chosen_keys()
        # One of several that are chosen is what Ctrl and a click came to last: they stay.
        there = new.code in chosen or chosen == _one(new.code)
        if new.code != old.code and shown and not there:
            self.tree.choose(_one(new.code))

    def _chosen(self, keys: list[CodeId]) -> None:
        if keys or not self.model.is_filtered:
            current = self.tree.current_key()
            code = current if current in keys else (keys[0] if keys else None)
            self._place.change(code=code)

    def _enter(self, index: Index) -> None:
        """Enter and double click: apply it where there is a selection, else show its passages."""
        code = self.model.code(index)
        if code is None:
            return
        applies = self._place.now.sees_selection and code.codable and self._session.writable
        (self.apply_wanted if applies else self.passages_wanted).emit(code.id)

    def _dropped_text(self, code: CodeId | None, start: int, end: int) -> None:
        if code is None:
            self.selection_dropped_on_new.emit(start, end)
        else:
            self.selection_dropped.emit(code, start, end)

    def _move(self, codes: list[CodeId], target: Target) -> None:
        self.tree.unfold(target.parent)
        self._verbs.move(codes, target)

    def _merge(self, codes: list[CodeId], into: CodeId) -> None:
        """What is left of them is chosen, and not the row that moves up."""
        names = [self.model.tree[code].name for code in codes if code != into]
        target = self.model.tree[into].name
        self._verbs.merge(codes, into, lambda _codes: self.merged.emit(names, target))
        self.tree.choose([into])

    def _shift(self, shift: Shift) -> None:
        code = self.tree.current_key()
        if code is None or not self._session.writable:
            return
        target = shifted(self.model, code, shift)
        if target is not None:
            self._move([code], target)
            self.tree.scrollTo(self.model.index_of(code))

    def _delete(self) -> None:
        codes = self.tree.chosen_keys()
        names = [self.model.tree[code].name for code in codes]
        if codes and self._session.writable:
            self._verbs.delete(codes, lambda _codings: self.removed.emit(names))

    def _add(self, name: str) -> None:
        """Make the code, and ask for the next one: codebooks are typed in a row."""
        problem = name_problem(self.model.tree, name, self._new_at.parent)
        if problem is not None:
            self.prompt.show_problem(problem.sentences(current_language())[0])
            return
        self.filter.clear()
        self.tree.unfold(self._new_at.parent)
        made = self._verbs.add(" ".join(name.split()), self._new_at)
        if made is not None:
            self.tree.choose([made])
            self.ask_new_code(self._new_at)

    def _rename_problem(self, index: Index, name: str) -> UserError | None:
        code = self.model.code(index)
        if code is None:
            return None
        return name_problem(self.model.tree, name, code.parent, besides=code.id)

    def carry_out(self, verb: str, value: object = None) -> None:
        """Do what an entry of the menu does to the chosen codes."""
        codes: list[CodeId] = self.tree.chosen_keys()
        code = codes[0]
        calls: dict[str, Callable[[], object]] = {
            "apply": partial(self._apply, codes),
            "passages": partial(self.passages_wanted.emit, code),
            "new_beside": partial(self.ask_new_code, behind(self.model, code)),
            "new_below": partial(self.ask_new_code, Target(code)),
            "rename": lambda: self.tree.edit(self.model.index_of(code)),
            "paint": partial(self._verbs.paint, codes, str(value)),
            "own_color": partial(self._ask_color, codes, str(value)),
            "key": partial(
                self._verbs.set_shortcut, code, value if isinstance(value, int) else None
            ),
            "codable": partial(self._verbs.set_codable, codes, bool(value)),
            "recode": partial(self._ask_target, codes, verb),
            "merge": partial(self._ask_target, codes, verb),
            "move": partial(self._ask_target, codes, verb),
            "delete": self._delete,
        }
        calls[verb]()

    def _apply(self, codes: list[CodeId]) -> None:
        for code in codes:
            self.apply_wanted.emit(code)

    def _ask_target(self, codes: list[CodeId], verb: str) -> CodeTargetPicker:
        """Pick the code into which these go, or their codings, or below which they go."""
        then: dict[str, Callable[[CodeId], object]] = {
            "merge": partial(self._merge, codes),
            "move": lambda above: self._move(self.model.topmost(codes), Target(above)),
            "recode": partial(self._verbs.recode, codes[0]),
        }
        picker = CodeTargetPicker(self.model.tree, codes, verb, self)
        picker.picked.connect(then[verb])
        row = self.tree.visualRect(self.model.index_of(codes[0]))
        picker.ask(self.tree.viewport().mapToGlobal(row.bottomLeft()))
        return picker

    def _ask_color(self, codes: list[CodeId], color: str) -> QColorDialog:
        dialog = QColorDialog(QColor(color), self)
        dialog.setWindowTitle(self.tr("Colour of the code"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setModal(False)
        dialog.colorSelected.connect(lambda chosen: self._verbs.paint(codes, chosen.name()))
        dialog.show()
        return dialog

    def _open_menu(self, at: QPoint) -> None:
        menu = self.menu() if self.tree.indexAt(at).isValid() else self._menu_of_none()
        if menu is not None:
            menu.popup(self.tree.viewport().mapToGlobal(at))

    def _menu_of_none(self) -> QMenu | None:
        """Where no code is, one can be made."""
        if not self._session.writable:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("New code…")).triggered.connect(lambda: self.ask_new_code())
        menu.addAction(self.tr("Frames…")).triggered.connect(self.frames_wanted)
        return menu

    def _show_state(self, *, asking: bool = False) -> None:
        empty = len(self.model.tree) == 0 and not asking and self.prompt.isHidden()
        self._stack.setCurrentWidget(self.empty if empty else self.tree)
        self.filter.setVisible(not empty)
        self._say_nothing_fits()
        self._buttons.setVisible(not empty and self._session.writable)

    def _say_nothing_fits(self) -> None:
        """What the filter leaves nothing of; while the first code is named there is nothing yet."""
        self.tree.set_placeholder(self.tr("No code fits") if len(self.model.tree) else "")

    def _begin(self, choice: str) -> None:
        if choice == "frames":
            self.frames_wanted.emit()
        else:
            self.ask_new_code()

    def _lay_out(self) -> None:
        set_look(self, "panel")
        set_look(self.frames_button, "quiet")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self.empty)
        self._buttons = QWidget(self)
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(_MARGIN + 2, 0, _MARGIN, 0)
        row.addWidget(self.new_button)
        row.addStretch(1)
        row.addWidget(self.frames_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 6)
        column.setSpacing(6)
        column.addWidget(_inset(self.filter))
        column.addWidget(self._stack, 1)
        column.addWidget(_inset(self.prompt))
        column.addWidget(self._buttons)

    def _connect(self) -> None:
        self.tree.setItemDelegate(self._delegate)
        self._session.changed.connect(self._changed)
        self._place.changed.connect(self._follow)
        self.filter.filtered.connect(self._filter)
        self.filter.serve(self.tree)
        self.filter.down_pressed.connect(self.tree.enter)
        self.filter.entered.connect(self.tree.enter_fit)
        self.tree.chosen.connect(self._chosen)
        self.tree.hovered.connect(self.code_hovered)
        self.tree.row_entered.connect(self._enter)
        self.tree.doubleClicked.connect(self._enter)
        self.tree.delete_pressed.connect(self._delete)
        self.tree.shift_wanted.connect(self._shift)
        self.tree.folded.connect(self._remember_folded)
        self.tree.customContextMenuRequested.connect(self._open_menu)
        self.model.renamed.connect(self._verbs.rename)
        self.model.move_wanted.connect(self._move)
        self.model.merge_wanted.connect(self._merge)
        self.model.selection_dropped.connect(self._dropped_text)
        self.model.passages_dropped.connect(self.passages_dropped)
        self.prompt.accepted.connect(self._add)
        self.prompt.cancelled.connect(self._show_state)
        self.new_button.clicked.connect(lambda: self.ask_new_code())
        self.frames_button.clicked.connect(self.frames_wanted)
        self.empty.chosen.connect(self._begin)

    def _remember_folded(self) -> None:
        self._session.remember(_FOLDED, sorted(_ids(self.tree.folded_keys)))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Codes"))
        self.tree.setAccessibleName(self.tr("Code tree"))
        self._delegate.accessible_name = self.tr("Name of the code")
        self.filter.set_placeholder(self.tr("Filter codes"))
        self._say_nothing_fits()
        self.tree.drag_hint.setText(self.tr("Hold Ctrl to merge"))
        self.new_button.setText(self.tr("+ New code"))
        self.frames_button.setText(self.tr("Frames…"))
        self.frames_button.setToolTip(self.tr("Begin with a ready frame of codes from theory"))
        sentence = self.tr(
            "A code names what a passage is about. Make your own, or begin with theory."
        )
        choices = [
            EmptyChoice("new", self.tr("New code")),
            EmptyChoice("frames", self.tr("Choose a frame…")),
        ]
        if not self._session.writable:
            sentence, choices = self.tr("This project is open for reading only."), []
        self.empty.set_content(self.tr("No codes yet"), sentence, choices)


def _inset(widget: QWidget) -> QWidget:
    """A widget with the margins of a pane at its sides."""
    box = QWidget(widget.parentWidget())
    row = QHBoxLayout(box)
    row.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
    row.addWidget(widget)
    return box


def _one(code: CodeId | None) -> list[CodeId]:
    return [] if code is None else [code]


def _ids(stored: object) -> list[int]:
    """Row ids among what was kept; a newer or older version may have kept something else."""
    if not isinstance(stored, (list, set)):
        return []
    return [item for item in stored if isinstance(item, int)]
