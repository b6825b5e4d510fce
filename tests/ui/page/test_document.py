"""The document holds exactly the canonical text, whatever it looks like."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from makna.domain.document import Block, Run, plain_layout
from makna.domain.text import canonical
from makna.ui.page import LIGHT_PAGE, Asking, PageText
from makna.ui.page.build import Builder
from makna.ui.page.looks import Looks
from makna.ui.page.view import TextPage
from makna.ui.page.voices import Voices

texts = st.text(
    st.sampled_from("ab cé\n\t\u2028\u00a0\u202f\u00ad\ufffc\ufffd😀👩\u200d中ب"), max_size=60
).map(canonical)
once_a_module = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@once_a_module
@given(texts, st.data())
def test_selecting_a_stretch_yields_exactly_its_characters(
    page: TextPage, text: str, data: st.DataObject
) -> None:
    page.set_text(PageText(text, plain_layout(text)))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    page.set_selection(start, end)
    # Qt's selected text has U+2029 for the LF between paragraphs; all else is itself.
    assert page.textCursor().selectedText().replace("\u2029", "\n") == text[start:end]
    assert page.selection() == ((start, end) if start < end else None)
    assert page.createMimeDataFromSelection().text() == text[start:end]


@once_a_module
@given(texts, st.data())
def test_looks_add_and_remove_no_position(page: TextPage, text: str, data: st.DataObject) -> None:
    styles = ("body", "title", "heading-2", "list", "quote", "table-row", "footnote")
    layout = []
    for part in text.split("\n"):
        cut = data.draw(st.integers(0, len(part)))
        run = (Run(0, cut, bold=True), Run(cut, len(part), link="https://contoh.id"))
        runs = tuple(one for one in run if one.start < one.end)
        style = data.draw(st.sampled_from(styles))
        layout.append(Block(len(part), style, 0, "•" if style == "list" else "", runs))
    page.set_text(PageText(text, tuple(layout)))
    assert page.document().toRawText().replace("\u2029", "\n") == text


def built(text: str, *layout: Block) -> QTextDocument:
    document = QTextDocument()
    page = PageText(text, layout)
    voices = Voices(page, Asking.QUIET, correcting=False)
    Builder(page, Looks(LIGHT_PAGE, 1.0, "Inter"), voices).fill(document)
    return document


def look_at(document: QTextDocument, position: int) -> QTextCharFormat:
    """The format of one character."""
    cursor = QTextCursor(document)
    cursor.setPosition(position + 1)
    return cursor.charFormat()


def test_runs_look_as_in_the_original(qapp: object) -> None:
    runs = (Run(0, 5, bold=True), Run(6, 12, italic=True), Run(13, 18, underline=True))
    document = built("tebal miring garis", Block(18, runs=runs))
    looks = [look_at(document, position) for position in (0, 5, 6, 12, 13)]
    assert [look.fontWeight() >= 700 for look in looks] == [True, False, False, False, False]
    assert [look.fontItalic() for look in looks] == [False, False, True, False, False]
    assert [look.fontUnderline() for look in looks] == [False, False, False, False, True]


def test_a_heading_is_larger_and_a_list_item_indented(qapp: object) -> None:
    document = built(
        "Judul\nisi\nbutir", Block(5, "heading-1"), Block(3), Block(5, "list", 1, "a.")
    )
    heading, body, item = (document.findBlockByNumber(number) for number in range(3))
    assert heading.charFormat().font().pointSizeF() > body.charFormat().font().pointSizeF()
    assert heading.blockFormat().headingLevel() == 1
    assert item.blockFormat().leftMargin() > body.blockFormat().leftMargin() == 0


def test_columns_of_a_table_stand_under_each_other(page: TextPage) -> None:
    text = "Akun\tPengikut\nInstagram\t48.200"
    page.set_text(PageText(text, (Block(13, "table-row"), Block(16, "table-row"))))
    first = page.surface.geometry.place(text.index("Pengikut"))
    second = page.surface.geometry.place(text.index("48.200"))
    assert first.x() == pytest.approx(second.x(), abs=0.5)


def test_the_interviewer_is_quieter_and_a_mark_is_dim_while_correcting(
    page: TextPage, sample
) -> None:
    def color(position: int) -> str:
        cursor = page.textCursor()
        cursor.setPosition(page.surface.positions.to_u16(position) + 1)
        return cursor.charFormat().foreground().color().name()

    asked, answered = sample.span(sample.question)[0], sample.span(sample.answer)[0]
    assert color(asked + 5) == LIGHT_PAGE.quiet
    assert color(answered + 5) == LIGHT_PAGE.ink
    page.set_editable(True)
    assert color(asked) == color(answered) == LIGHT_PAGE.dim
    assert color(answered + 5) == LIGHT_PAGE.ink


def test_a_picture_is_asked_for_by_its_hash_and_fits_the_column(page: TextPage, png: bytes) -> None:
    asked: list[str] = []

    def load(sha: str) -> bytes:
        asked.append(sha)
        return png

    page.set_text(PageText("\ufffc", (Block(1, runs=(Run(0, 1, picture="abc"),)),), picture=load))
    image = page.grab().toImage()
    assert "abc" in asked
    assert page.document().toRawText() == "\ufffc"
    assert look_at(page.document(), 0).objectType() == QTextFormat.ObjectTypes.ImageObject.value
    middle = page.viewport().geometry().center().x()
    colors = {image.pixelColor(middle, y).name() for y in range(20, 200)}
    assert QColor("#aa3322").name() in colors
    assert page.document().size().width() <= page.viewport().width()


def test_a_picture_narrows_with_its_column(page: TextPage, png: bytes) -> None:
    block = Block(1, runs=(Run(0, 1, picture="abc"),))
    page.set_text(PageText("\ufffc", (block,), picture=lambda _sha: png))
    heights = []
    for width in (860, 560):
        page.resize(width, 640)
        page.grab()
        shown = page.surface.geometry.shown(page.document().firstBlock())
        assert shown.lines[0].right <= page.viewport().width()
        heights.append(shown.lines[0].height)
    assert heights[1] < heights[0]


def test_a_broken_picture_leaves_a_box_and_nothing_fails(page: TextPage) -> None:
    block = Block(1, runs=(Run(0, 1, picture="abc"),))
    page.set_text(PageText("\ufffc", (block,), picture=lambda _sha: b"not a picture"))
    image = page.grab().toImage()
    left = page.viewport().geometry().left() + 20
    colors = {image.pixelColor(left, y).name() for y in range(20, 120)}
    assert LIGHT_PAGE.line in colors


@pytest.fixture
def png() -> bytes:
    """A picture wider than any column."""
    from PySide6.QtCore import QBuffer
    from PySide6.QtGui import QImage

    image = QImage(2000, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#aa3322"))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
