"""The look at a document before it is written."""

from PySide6.QtGui import QTextDocument, QTextLength, QTextTable
from pytestqt.qtbot import QtBot

from makna.ui.desk.export_preview import WIDEST_COLUMN_PX, let_tables_be_wide


def table_of(columns: int, words: str) -> tuple[QTextDocument, QTextTable]:
    document = QTextDocument()
    cells = "".join(f"<td>{words}</td>" for _ in range(columns))
    document.setHtml(f"<section><p>Tabel</p><table><tr>{cells}</tr></table></section>")
    (table,) = document.rootFrame().childFrames()
    assert isinstance(table, QTextTable)
    return document, table


def test_a_wide_table_keeps_its_words_whole_and_is_scrolled(qtbot: QtBot) -> None:
    document, table = table_of(9, "Kepala Bidang Informasi dan Komunikasi Publik Kota")
    let_tables_be_wide(document, 500)
    widths = table.format().toTableFormat().columnWidthConstraints()
    assert [each.rawValue() for each in widths] == [WIDEST_COLUMN_PX] * 9
    document.setTextWidth(500)
    assert document.size().width() > 9 * WIDEST_COLUMN_PX


def test_a_table_that_has_room_is_left_to_fill_the_page(qtbot: QtBot) -> None:
    document, table = table_of(2, "Kota")
    let_tables_be_wide(document, 500)
    widths = table.format().toTableFormat().columnWidthConstraints()
    assert all(each.type() != QTextLength.Type.FixedLength for each in widths)
