"""What is painted: tints, faded text, numbers; where the page stands."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QFontMetricsF, QTextLayout

from makna.domain.document import plain_layout
from makna.domain.text import Lines
from makna.ui.page import DARK_PAGE, LIGHT_PAGE, FocusMode, Mark, PageText, Reading
from makna.ui.page.inked import Inks
from makna.ui.page.tints import blend
from makna.ui.page.view import TextPage


def ground(page: TextPage, point: QPoint) -> str:
    """The colour between the characters near a point: the most frequent one of its line."""
    image = page.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    at = point * ratio
    found = [
        image.pixelColor(at.x() + dx, at.y() + dy).name()
        for dx in range(-4, 5)
        for dy in range(-9, 9)
        if image.rect().contains(at.x() + dx, at.y() + dy)
    ]
    return max(set(found), key=found.count)


def tinted(*colors: str) -> str:
    return QColor(*blend(colors, LIGHT_PAGE.paper, LIGHT_PAGE.tint)).name()


def test_coded_text_is_tinted_and_overlaps_blend(page: TextPage, point, sample) -> None:
    assert ground(page, point(sample.span("Setiap")[0])) == tinted("#3b6fb5")
    assert ground(page, point(sample.span("keluhan")[0])) == tinted("#3b6fb5", "#0f8a8f")
    assert ground(page, point(sample.span("aturan")[0])) == LIGHT_PAGE.paper


def test_the_inner_passage_is_underlined_in_its_colour(page: TextPage, point, sample) -> None:
    image = page.viewport().grab().toImage()

    def below(word: str) -> set[str]:
        at = point(sample.span(word)[0])
        return {image.pixelColor(at.x(), at.y() + dy).name() for dy in range(5, 16)}

    assert "#0f8a8f" in below("keluhan")
    assert "#3b6fb5" not in below("Setiap")


def test_applying_and_removing_a_coding_repaints_its_text(page: TextPage, point, sample) -> None:
    word = sample.span("aturan")
    start, end = word
    page.apply_marks((), [Mark(20, 20, 103, start, end, "#b3404a", "Teknisi")])
    assert ground(page, point(word[0] + 1)) == tinted("#b3404a")
    page.apply_marks((20, 1), ())
    assert ground(page, point(word[0] + 1)) == LIGHT_PAGE.paper
    assert ground(page, point(sample.span("Setiap")[0])) == LIGHT_PAGE.paper
    assert ground(page, point(sample.span("keluhan")[0])) == tinted("#0f8a8f")


def test_a_coding_touches_its_paragraph_only(page: TextPage, sample) -> None:
    kept = page.surface.scene.tint_boxes[1]
    old = page.surface.scene.tint_boxes[2]
    start, end = sample.span("aturan")
    page.apply_marks((), [Mark(20, 20, 103, start, end, "#b3404a", "Teknisi")])
    page.grab()
    assert page.surface.scene.tint_boxes[1] is kept
    assert page.surface.scene.tint_boxes[2] is not old


def test_lighting_up_a_code_deepens_its_tint(page: TextPage, point, sample) -> None:
    at = point(sample.span("cuma")[0])
    before = QColor(ground(page, at))
    page.light_code(103)
    assert QColor(ground(page, at)).lightness() < before.lightness()
    page.light_code(None)
    assert QColor(ground(page, at)) == before


def test_focus_on_a_code_hides_the_tints_of_others(page: TextPage, point, sample) -> None:
    page.set_focus(103, FocusMode.CODE)
    assert ground(page, point(sample.span("Setiap")[0])) == LIGHT_PAGE.paper
    assert ground(page, point(sample.span("cuma")[0])) == tinted("#b3404a")


def test_focus_on_coded_text_fades_the_rest(page: TextPage, sample) -> None:
    def darkest(words: str) -> int:
        start, end = sample.span(words)
        (box,) = [
            rect.translated(shown.origin).toRect()
            for shown in page.surface.blocks()
            for rect in page.surface.geometry.line_rects(shown, start, end)
            if shown.start <= start < shown.end
        ]
        image = page.viewport().grab(box).toImage()
        return min(
            image.pixelColor(x, y).lightness()
            for x in range(image.width())
            for y in range(image.height())
        )

    ink = darkest("aturan")
    page.set_focus(None, FocusMode.CODED)
    assert darkest("aturan") > ink + 60
    assert darkest("cuma") < 80


def test_numbers_and_speakers_fade_with_their_text(page: TextPage, sample) -> None:
    scene = page.surface.scene
    question, answer = sample.span(sample.question), sample.span(sample.answer)
    assert not scene.fades(*question)
    page.set_focus(None, FocusMode.CODED)
    assert [scene.fades(*question), scene.fades(*answer)] == [True, False]
    assert [faded for _, _, faded in page.gutter._numbers()] == [True, True, False, True]
    page.set_focus(999, FocusMode.CODE)
    assert all(faded for _, _, faded in page.gutter._numbers())
    page.set_focus(None, FocusMode.NONE)
    assert not any(faded for _, _, faded in page.gutter._numbers())


def test_a_number_is_in_focus_as_soon_as_its_paragraph_is_coded(page: TextPage, sample) -> None:
    page.set_focus(None, FocusMode.CODED)
    before = page.gutter.grab().toImage()
    start, end = sample.span("tim Ibu")
    page.apply_marks((), [Mark(30, 30, 103, start, end, "#b3404a", "Teknisi")])
    assert page.gutter.grab().toImage() != before


def test_cut_names_of_one_family_can_be_told_apart(page: TextPage) -> None:
    inks = Inks(page.surface.looks)
    room = 0.7 * QFontMetricsF(inks.font(strong=False)).horizontalAdvance("kode tentang jaminan")
    ends = ("jaminan", "menagih", "catatan")
    shown = {
        inks.name(f"kode tentang {end}", 0, room, 1, strong=False).lines[0].text() for end in ends
    }
    assert len(shown) == 3
    assert all("…" in name and not name.endswith("…") for name in shown)


def test_a_cut_name_loses_first_what_it_says_again_in_brackets(page: TextPage) -> None:
    inks = Inks(page.surface.looks)
    metrics = QFontMetricsF(inks.font(strong=False))
    name = "Fasilitator komunikasi (communication facilitator)"
    room = metrics.horizontalAdvance("Fasilitator komunikasi… ")
    one = inks.name(name, 0, room, 1, strong=False).lines
    assert [line.text() for line in one] == ["Fasilitator komunikasi…"]
    room = metrics.horizontalAdvance("komunikasi… ")
    two = inks.name(name, 0, room, 2, strong=False).lines
    assert [line.text() for line in two] == ["Fasilitator", "komunikasi…"]
    room = metrics.horizontalAdvance("Fasilitator komu")
    short = inks.name(name, 0, room, 1, strong=False).lines[0].text()
    assert short.startswith("Fas") and short.endswith("si") and short.count("…") == 1


def test_the_dark_theme_colours_paper_and_text(page: TextPage, point, sample) -> None:
    page.set_theme(DARK_PAGE)
    assert ground(page, point(sample.span("aturan")[0])) == DARK_PAGE.paper
    image = page.grab().toImage()
    assert image.pixelColor(3, 300).name() == DARK_PAGE.paper
    assert image.pixelColor(page.width() - 60, 500).name() == DARK_PAGE.paper


def test_the_programs_style_sheet_and_font_leave_the_text_alone(
    page: TextPage, point, sample, qapp
) -> None:
    at, family = point(sample.span("aturan")[0]), page.document().defaultFont().families()
    font, sheet = qapp.font(), qapp.styleSheet()
    try:
        qapp.setStyleSheet("QTextEdit { padding: 9px; border: 3px solid red; background: lime; }")
        qapp.setFont("DejaVu Sans Mono")
        assert point(sample.span("aturan")[0]) == at
        assert page.document().defaultFont().families() == family
        assert ground(page, at) == LIGHT_PAGE.paper
    finally:
        qapp.setStyleSheet(sheet)
        qapp.setFont(font)


def test_hits_are_outlined_in_the_accent(page: TextPage, sample) -> None:
    start, end = sample.span("aturan")
    page.set_hits([(start, end)])
    box = page.surface.geometry.place(start)
    image = page.viewport().grab().toImage()
    left = [image.pixelColor(round(box.x()) + dx, round(box.center().y())) for dx in (-2, -1, 0)]
    assert any(abs(color.hue() - QColor(LIGHT_PAGE.accent).hue()) < 8 for color in left)


@pytest.fixture
def long_page(page: TextPage) -> TextPage:
    text = "\n".join(f"Paragraf {number}. " + "kata " * 40 for number in range(1, 1201))
    page.set_text(PageText(text, plain_layout(text)))
    return page


def test_a_far_place_is_brought_into_view(long_page: TextPage) -> None:
    at = long_page.surface.text.index("Paragraf 1190.")
    long_page.show_place(at, at + 8, flash=True)
    start, end = long_page.surface.in_view()
    assert start <= at <= end
    box = long_page.surface.geometry.place(at).translated(0, -long_page.surface.scrolled())
    assert 0 < box.top() < long_page.viewport().height()
    assert long_page.surface.scene.flash == (at, at + 8)


def test_without_centring_a_place_in_view_does_not_move_the_page(long_page: TextPage) -> None:
    at = long_page.surface.text.index("Paragraf 200.")
    long_page.show_place(at, at + 8)
    scrolled = long_page.surface.scrolled()
    long_page.show_place(at + 30, at + 40, center=False)
    assert long_page.surface.scrolled() == scrolled


def test_zoom_and_resize_keep_the_place(long_page: TextPage) -> None:
    at = long_page.surface.text.index("Paragraf 200.")
    long_page.show_place(at, at + 8)
    top = long_page.surface.in_view()[0]
    long_page.set_zoom(1.5)
    assert abs(long_page.surface.in_view()[0] - top) < 400
    long_page.resize(600, 640)
    assert abs(long_page.surface.in_view()[0] - top) < 400


def test_a_corrected_text_keeps_the_place(long_page: TextPage) -> None:
    at = long_page.surface.text.index("Paragraf 200.")
    long_page.show_place(at, at + 8)
    before = long_page.surface.geometry.place(at).top() - long_page.surface.scrolled()
    text = long_page.surface.text.replace("Paragraf 300.", "Alinea 300.")
    long_page.set_text(PageText(text, plain_layout(text)), keep_place=True)
    after = long_page.surface.geometry.place(at).top() - long_page.surface.scrolled()
    assert abs(after - before) <= 2


def test_only_what_is_in_view_is_prepared(long_page: TextPage) -> None:
    step = 50
    long_page.set_marks(
        [Mark(n, n, 1, n * step, n * step + 20, "#3b6fb5", "K") for n in range(1, 1000)]
    )
    long_page.grab()
    assert len(long_page.surface.blocks()) < 30
    assert len(long_page.surface.scene.tint_boxes) < 30
    assert len(long_page.margin.brackets()) < 200


def test_the_column_holds_a_comfortable_line(page: TextPage) -> None:
    line = page.surface.blocks()[2].lines[0]
    assert 60 <= line.stop - line.begin <= 80


def test_a_narrow_page_shrinks_the_text_and_never_overlaps(page: TextPage) -> None:
    page.resize(560, 500)
    page.grab()
    assert page.margin.geometry().left() >= page.viewport().geometry().right()
    assert page.margin.width() >= 100 and page.margin.names()
    assert page.viewport().width() < 400


def test_on_a_narrower_page_the_brackets_stay_and_say_their_names(page: TextPage) -> None:
    page.resize(440, 500)
    page.grab()
    assert page.margin.names() == []
    boxes = [page.margin.bracket_rect(bracket) for bracket in page.margin.brackets()]
    assert boxes and all(box.left() > 0 and box.right() < page.margin.width() for box in boxes)
    bracket = page.margin.brackets()[0]
    assert bracket.mark in page.margin.marks_at(page.margin.bracket_rect(bracket).center())


def test_a_flash_fades_by_itself(page: TextPage, point, sample, qtbot) -> None:
    start, end = sample.span("aturan")
    at = point(start)
    before = ground(page, at)
    page.show_place(start, end, center=False, flash=True)
    page.surface.scene.flash_strength = 1.0
    assert ground(page, at) != before
    qtbot.waitUntil(lambda: page.surface.scene.flash is None, timeout=4000)
    assert ground(page, at) == before


def test_no_wrapper_of_a_text_layout_outlives_its_document(page: TextPage) -> None:
    """A kept one is taken for whatever comes to lie at its address, and ends in a crash."""
    blocks = page.surface.blocks()
    assert blocks
    assert [line for block in blocks for line in block.lines]
    kept = [value for block in blocks for value in vars(block).values()]
    assert not any(isinstance(value, QTextLayout) for value in kept)


def test_a_page_narrower_than_its_lines_names_every_line(page: TextPage, sample, qtbot) -> None:
    answer = "Kalau ada keluhan warga, admin wajib menjawab dalam dua puluh empat jam. " * 8
    text = f"I1: {answer.strip()}"
    page.set_text(PageText(text, plain_layout(text)))
    page.resize(620, 640)
    page.set_reading(Reading(lines=True))
    page.grab()
    numbers = [number for _, number, _ in page.gutter._numbers()]
    rows = page.surface.geometry.shown(page.document().firstBlock()).lines
    count = len(Lines(text).starts)
    assert len(rows) > count
    assert numbers == list(range(1, count + 1))


def test_lanes_are_as_wide_at_the_first_painting_as_at_the_second(page: TextPage, sample) -> None:
    # With a text shown anew the brackets of many codes lay over their names.
    start, end = sample.span("Kalau ada keluhan, admin wajib menjawab")
    page.set_marks([Mark(n, n, n, start, end, "#b3404a", f"Kode {n}") for n in range(1, 13)])
    first = page.margin.grab().toImage()
    assert first == page.margin.grab().toImage()
    assert len(page.margin.brackets()) == 12
