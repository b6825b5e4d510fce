"""Where there is little room, names keep theirs: choices, tabs, the bar of what is coded."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from makna.ui.widgets import coverage
from makna.ui.widgets.choice_box import ChoiceBox
from makna.ui.widgets.tab_strip import LONGEST_PX, TabStrip

Show = Callable[[QWidget], None]


def test_a_choice_shortens_with_dots_and_its_hint_has_all_of_it(show: Show) -> None:
    holder = QWidget()
    box = ChoiceBox(holder)
    box.addItem("Diskusi kelompok terpumpun di balai warga")
    box.resize(110, 28)
    show(holder)
    box.grab()
    assert box.shown_text().endswith("…")
    assert box.toolTip() == box.currentText()
    box.resize(600, 28)
    box.grab()
    assert box.shown_text() == box.currentText()
    assert box.toolTip() == ""


def test_a_choice_asks_for_the_room_that_its_longest_name_needs(show: Show) -> None:
    holder = QWidget()
    box = ChoiceBox(holder)
    box.addItem("English")
    box.addItem("Bahasa Indonesia")
    show(holder)
    box.resize(box.sizeHint())
    box.setCurrentIndex(1)
    assert box.shown_text() == "Bahasa Indonesia"


def test_the_bar_of_what_is_coded_is_short_in_a_narrow_pane() -> None:
    assert coverage.width(205) < coverage.width(286) == coverage.WIDTH


def test_the_title_of_a_memo_leaves_room_for_the_other_tabs(show: Show) -> None:
    strip = TabStrip()
    strip.resize(700, 40)
    strip.add(1, "wawancara_sari")
    strip.add(2, "Penting sekali. Tanpa jaminan kami bisa mulai. Tapi kalau telat bayar, malu")
    strip.add(3, "trans1")
    show(strip)
    widths = [strip.bar.tabRect(place).width() for place in range(3)]
    assert widths[1] <= LONGEST_PX
    assert widths[0] == strip.bar.tabSizeHint(0).width()
