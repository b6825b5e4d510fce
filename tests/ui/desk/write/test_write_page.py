"""The whole view: preview, settings, introductions, export, line numbers, how to begin."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from makna.domain.chapter import Form
from makna.domain.model import SourceKind
from makna.domain.pseudonyms import PseudonymKind
from makna.services import codebook, correcting, memos, pseudonyms, quotations
from makna.ui.desk.inspector.fields import ChoiceField
from makna.ui.desk.write.flow import Kind
from makna.ui.desk.write.write_page import WritePage

LEFT = Qt.MouseButton.LeftButton


def written(path: Path) -> str:
    """All words of a Word file, also those in content controls."""
    return "".join(docx.Document(str(path)).element.body.itertext())


def sheet(page: WritePage) -> str:
    return page.paper.toPlainText()


def test_without_a_chapter_one_button_begins_it(qtbot: QtBot, unbegun: WritePage, study) -> None:
    (button,) = unbegun.empty.buttons()
    assert unbegun.empty.isVisible()
    qtbot.mouseClick(button, LEFT)
    unbegun.finish()
    assert not unbegun.empty.isVisible()
    assert unbegun.code == study.quick
    assert len(unbegun.shelf.cards()) == 3
    study.session.undo()
    unbegun.finish()
    assert unbegun.empty.isVisible()


def test_without_codes_it_says_where_to_go(qtbot: QtBot, session, place) -> None:
    page = WritePage(session, place)
    qtbot.addWidget(page)
    page.show()
    page.finish()
    code, frames = page.empty.buttons()
    qtbot.waitUntil(lambda: code.width() > 10)
    with qtbot.waitSignal(page.coding_wanted):
        qtbot.mouseClick(code, LEFT)
    with qtbot.waitSignal(page.frames_wanted):
        qtbot.mouseClick(frames, LEFT)


def test_a_code_without_passages_says_what_will_stand_there(page: WritePage, study) -> None:
    page.open_section(study.theme)
    assert not page.shelf.cards()
    assert page.shelf.empty.isVisible()


def test_the_preview_reads_like_the_chapter(page: WritePage, study) -> None:
    lines = sheet(page).split("\n")
    assert lines[:2] == ["BAB IV", "HASIL"]
    assert lines.index("Manage") < lines.index("Respons cepat")
    assert any(line.startswith("“Kalau ada keluhan, admin wajib") for line in lines)


def test_one_change_rewrites_only_its_own_lines(page: WritePage, study, monkeypatch) -> None:
    written: list[int] = []
    splice = page.paper._splice
    monkeypatch.setattr(
        page.paper, "_splice", lambda *lines: written.append(splice(*lines)) or written[-1]
    )
    page.verbs.carry_out(study.promise, "form-block")
    page.finish()
    assert written == [1]
    kinds = [line.kind for line in page.paper.lines if line.passage]
    assert kinds.count(Kind.QUOTE) == 1
    assert sheet(page).split("\n") == ["".join(_said(line)) for line in page.paper.lines]


def _said(line) -> list[str]:
    return [span.note or span.text for span in line.spans]


def test_footnotes_stand_below_their_section(page: WritePage, study) -> None:
    page.book.set(reference="footnote: {source}, {lines}.")
    page.finish()
    notes = [line for line in page.paper.lines if line.kind is Kind.NOTE]
    assert [note.mark for note in notes] == ["1", "2", "3"]
    assert notes[0].spans[0].text.startswith("I1 Kabid")


def test_a_click_on_a_quotation_of_the_preview_goes_to_its_card(
    qtbot: QtBot, page: WritePage, study
) -> None:
    rank = next(r for r, line in enumerate(page.paper.lines) if line.passage)
    page.open_section(study.theme)
    block = page.paper.document().findBlockByNumber(rank)
    page.paper.go_to(int(study.quick), page.paper.lines[rank].passage)
    box = page.paper.document().documentLayout().blockBoundingRect(block)
    at = box.center().toPoint()
    at.setY(at.y() - page.paper.verticalScrollBar().value())
    qtbot.mouseClick(page.paper.viewport(), LEFT, pos=at)
    assert page.code == study.quick
    current = page.shelf.current
    assert current is not None
    guid = study.session.project.passages.get(current).guid
    assert guid == page.paper.lines[rank].passage


def test_the_introduction_is_chosen_among_the_memos_linked_ones_first(
    qtbot: QtBot, page: WritePage, study, memo
) -> None:
    row = page.head.introduction
    row.choice.setFocus()
    row.choice.about_to_offer.emit()
    assert "Janji (linked to the code)" in row.choice.itemText(2)
    row.choice.picked.emit(str(int(memo)))
    page.finish()
    assert "Janji dua puluh empat jam." in sheet(page)
    assert row.preview.text() == "Janji dua puluh empat jam."
    row.choice.picked.emit("none")
    page.finish()
    assert "Janji dua puluh empat jam." not in sheet(page)


def test_write_one_makes_a_memo_for_the_closing_and_opens_it(
    qtbot: QtBot, page: WritePage, study
) -> None:
    before = study.steps()
    with qtbot.waitSignal(page.memo_wanted) as asked:
        qtbot.mouseClick(page.head.closing.open_button, LEFT)
    assert study.steps() == before + 1
    project = study.session.project
    study.session.perform(lambda: memos.change_memo(project, asked.args[0], body="Begitulah."))
    page.finish()
    assert sheet(page).strip().endswith("Begitulah.")


def test_the_heading_is_typed_above_the_shelf(qtbot: QtBot, page: WritePage) -> None:
    edit = page.head.title.edit
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "Menjawab warga")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    page.finish()
    assert "\nMenjawab warga\n" in sheet(page)


def test_settings_are_at_work_at_once(qtbot: QtBot, page: WritePage, study) -> None:
    page.show_side("settings")
    page.sides.settings.choices["quotation"].picked.emit("block")
    page.finish()
    assert all(card.item.form is Form.BLOCK for card in page.shelf.cards())
    page.sides.settings.choices["passages"].picked.emit("starred")
    page.finish()
    assert not page.book.plan.printed()
    page.sides.settings.level.setValue(2)
    page.sides.settings.checks["contents"].click()
    settings = page.book.chapter.settings
    assert (settings.heading_level, settings.contents) == (2, True)


def test_an_unknown_field_is_named_and_changes_nothing(qtbot: QtBot, page: WritePage) -> None:
    page.show_side("settings")
    box = page.sides.settings.reference
    box.choice.choose("own")
    box.choice.picked.emit("own")
    box.template.selectAll()
    qtbot.keyClicks(box.template, "({sumber}, {date})")
    assert "{sumber}" in box.problem.text()
    QTest.qWait(600)
    assert page.book.chapter.settings.reference == "code-line"


def test_an_own_reference_shows_an_example_and_takes_effect(
    qtbot: QtBot, page: WritePage, study
) -> None:
    page.show_side("settings")
    box = page.sides.settings.reference
    box.choice.choose("own")
    box.choice.picked.emit("own")
    box.template.setText("(")
    menu = box.fields_menu()
    next(a for a in menu.actions() if "{source}" in a.text()).trigger()
    qtbot.keyClicks(box.template, ")")
    assert "(I1 Kabid)" in box.example.text()
    qtbot.keyClick(box.template, Qt.Key.Key_Return)
    page.finish()
    assert page.book.chapter.settings.reference == "({source})"
    assert page.shelf.cards()[0].reference.text() == "(I1 Kabid)"


def test_a_kind_of_source_can_be_cited_otherwise(qtbot: QtBot, page: WritePage, study) -> None:
    page.show_side("settings")
    qtbot.mouseClick(page.sides.settings.kinds_button, LEFT)
    kind = study.session.project.sources.plain(study.interview).kind
    assert isinstance(kind, SourceKind)
    box = page.sides.settings.kind_boxes[kind][1]
    box.choice.picked.emit("name-date")
    assert page.book.chapter.settings.references == ((kind.value, "name-date"),)
    box.choice.picked.emit("as-above")
    assert page.book.chapter.settings.references == ()


def test_the_number_of_the_chapter_looks_like_the_fields_around_it(page: WritePage) -> None:
    page.show_side("settings")
    edit = page.sides.settings.number.edit
    assert not edit.hasFocus() and not edit.text()
    assert edit.property("look") == ""
    assert edit.textMargins().left() == 0


def test_chapters_are_made_chosen_renamed_and_deleted(qtbot: QtBot, page: WritePage, study) -> None:
    page.show_side("settings")
    qtbot.mouseClick(page.sides.settings.new_button, LEFT)
    assert page.outline.chapters.count() == 2
    page.sides.settings.title.setFocus()
    page.sides.settings.title.selectAll()
    qtbot.keyClicks(page.sides.settings.title, "BAB V")
    qtbot.keyClick(page.sides.settings.title, Qt.Key.Key_Return)
    qtbot.keyClicks(page.sides.settings.title, "PENUTUP")
    page.sides.settings.title.flush()
    assert page.outline.chapters.currentText() == "BAB V PENUTUP"
    first = page.book.chapters[0].id
    page.outline.chapters.picked.emit(str(int(first)))
    assert page.book.chapter.title == "BAB IV\u2028HASIL"
    with qtbot.waitSignal(page.deleted):
        page.sides.settings.delete_button.click()
    assert page.book.chapter.title == "BAB V\u2028PENUTUP"
    study.session.undo()
    assert page.outline.chapters.count() == 2


def test_a_template_is_kept_and_its_styles_are_mapped(
    qtbot: QtBot, page: WritePage, tmp_path: Path
) -> None:
    campus = docx.Document()
    campus.styles.add_style("Isi Kampus", 1)
    campus.save(tmp_path / "kampus.docx")
    part = page.sides.settings.template
    page.show_side("settings")
    part.wanted.emit(tmp_path / "kampus.docx")
    page.finish()
    assert part.name.text() == "kampus.docx"
    qtbot.mouseClick(part.styles_button, LEFT)
    box = part.box("MaknaBody")
    assert isinstance(box, ChoiceField)
    box.setCurrentIndex(box.findText("Isi Kampus"))
    box.picked.emit(str(box.currentData()))
    assert dict(page.book.chapter.settings.styles)["MaknaBody"] == box.currentData()
    part.wanted.emit(tmp_path / "gone.docx")
    assert part.remark.isVisible()
    assert page.book.chapter.settings.template_name == "kampus.docx"


def test_export_writes_keeps_the_numbers_and_offers_the_refresh(
    qtbot: QtBot, page: WritePage, study, target: Path, opened: list[Path], problems
) -> None:
    page.show_side("word")
    with qtbot.waitSignal(page.notice_wanted):
        qtbot.mouseClick(page.sides.out.export_button, LEFT)
    assert problems(target) == []
    assert "Kalau ada keluhan" in written(target)
    assert study.session.project.editions.all()
    assert str(target) in page.sides.out.written.text()
    qtbot.mouseClick(page.sides.out.open_button, LEFT)
    qtbot.mouseClick(page.sides.out.folder_button, LEFT)
    assert opened == [target, target.parent]
    assert page.sides.out.strip.summary().startswith("Nothing has changed")


def test_names_in_the_list_are_replaced_and_it_is_said(
    qtbot: QtBot, page: WritePage, study, target: Path
) -> None:
    project = study.session.project
    study.session.perform(
        lambda: pseudonyms.add_pseudonym(project, "admin", "pengelola", kind=PseudonymKind.OTHER)
    )
    page.show_side("word")
    with qtbot.waitSignal(page.notice_wanted) as told:
        qtbot.mouseClick(page.sides.out.export_button, LEFT)
    assert "1 name" in told.args[0]
    assert "pengelola wajib menjawab" in written(target)
    assert "admin" not in written(target)


def test_renewing_the_numbers_is_shown_before_and_can_be_undone(
    qtbot: QtBot, page: WritePage, study
) -> None:
    page.show_side("word")
    qtbot.mouseClick(page.sides.out.export_button, LEFT)
    project = study.session.project
    study.session.perform(
        lambda: correcting.edit_text(project, study.interview, 10, 10, "baru " * 40)
    )
    lines = page.sides.out.lines
    assert "corrected since" in lines.said.text()
    qtbot.mouseClick(lines.look_button, LEFT)
    assert "→" in lines.listed.text()
    before = study.steps()
    qtbot.mouseClick(lines.renew_button, LEFT)
    assert study.steps() == before + 1
    assert "corrected since" not in lines.said.text()
    study.session.undo()
    assert "corrected since" in lines.said.text()


def test_a_code_that_is_renamed_elsewhere_is_renamed_here(page: WritePage, study) -> None:
    project = study.session.project
    study.session.perform(lambda: codebook.rename_code(project, study.quick, "Janji layanan"))
    page.finish()
    assert "\nJanji layanan\n" in sheet(page)


def test_out_of_sight_it_reads_nothing_and_then_catches_up(
    page: WritePage, study, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.hide()
    chapter = page.book.chapter.id
    project = study.session.project
    study.session.perform(
        lambda: quotations.set_form(project, chapter, study.quick, study.promise, Form.BLOCK)
    )
    assert page.shelf.card(study.promise).item.form is Form.INLINE
    page.show()
    page.finish()
    assert page.shelf.card(study.promise).item.form is Form.BLOCK


def test_everything_speaks_for_a_screen_reader(page: WritePage) -> None:
    for side in ("preview", "settings", "word"):
        page.show_side(side)
        for widget in (
            page.outline.tree,
            page.shelf,
            page.paper,
            page.sides.bar,
            page.outline.chapters,
        ):
            assert widget.accessibleName()
    for box in page.sides.settings.choices.values():
        assert box.accessibleName()
    assert page.shelf.cards()[0].text.accessibleName()
