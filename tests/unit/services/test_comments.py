"""Transcripts out to Word with comments, and what comes back from there."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from makna.domain.comment_plan import Action, Plan, State
from makna.domain.comment_text import Grammar
from makna.domain.errors import UserError
from makna.domain.model import CodeId, SourceId
from makna.formats import ReadOptions
from makna.formats.registry import read_document
from makna.services import coding, history, importing, pseudonyms
from makna.services.comment_codes import code_comments, plan_original
from makna.services.comment_export import export_comments
from makna.services.comment_intake import Taken, take_comments
from makna.services.comments import plan_comments
from makna.storage.project import Project

Code = Callable[[str], CodeId]
Place = Callable[[SourceId, str], tuple[SourceId, int, int]]
Change = Callable[[dict[str, str]], Path]
ANSWER = "Setiap keluhan kami baca."


@pytest.fixture
def coded(project: Project, interview: SourceId, code: Code, place: Place) -> SourceId:
    """An interview with three coded passages, two of which overlap."""
    coding.apply_code(project, *place(interview, ANSWER), code("Kelola > Keluhan"), memo="Penting.")
    coding.apply_code(project, *place(interview, ANSWER), code("Citra"))
    coding.apply_code(project, *place(interview, "kami baca. Admin wajib"), code("Admin"))
    coding.apply_code(project, *place(interview, "adminnya?\nRina: Cuma"), code("Admin"))
    return interview


@pytest.fixture
def sent(project: Project, coded: SourceId, tmp_path: Path) -> Path:
    path = tmp_path / "kirim.docx"
    export_comments(project, path)
    return path


def rewritten(path: Path, changes: dict[str, Callable[[str], str]], name: str = "balik") -> Path:
    """The file with some of its members changed, as another program would."""
    target = path.with_name(f"{name}.docx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for member in old.namelist():
            data = old.read(member)
            if member in changes:
                data = changes[member](data.decode()).encode()
            new.writestr(member, data)
    return target


def commented(path: Path, words: str, text: str, author: str = "Prof. Hadi") -> Path:
    """The file with one more comment, on the paragraph that holds the words."""
    document = docx.Document(str(path))
    paragraph = next(p for p in document.paragraphs if words in p.text)
    document.add_comment(paragraph.runs, text=text, author=author, initials="PH")
    target = path.with_name("komentar.docx")
    document.save(str(target))
    return target


def codings(project: Project, source: SourceId) -> list[tuple[str, str, str]]:
    tree = project.codes.tree()
    names = {coder.id: coder.name for coder in project.overview.coders()}
    text = project.texts.text(source)
    return [
        (text[p.start : p.end], tree.path(c.code), names[c.coder])
        for p in project.passages.of_source(source)
        for c in p.codings
    ]


def states(plan: Plan) -> list[State]:
    return [each.state for each in plan.comments]


def test_each_coded_passage_has_a_comment_with_codes_and_memo(
    sent: Path, problems: Callable[[Path], list[str]]
) -> None:
    assert problems(sent) == []
    document = read_document(sent.read_bytes(), sent.name, ReadOptions())
    said = [(document.text[c.start : c.end], c.text, c.author) for c in document.comments]
    assert said == [
        (ANSWER, "Kelola > Keluhan\nCitra\n\nKeluhan: Penting.", "Sari"),
        ("kami baca. Admin wajib", "Admin", "Sari"),
        ("adminnya?\nRina: Cuma", "Admin", "Sari"),
    ]


def test_the_text_of_the_file_is_that_of_the_source(project: Project, sent: Path) -> None:
    document = read_document(sent.read_bytes(), sent.name, ReadOptions())
    assert project.texts.text(project.sources.all()[0].id) in document.text


def test_what_comes_back_as_it_went_changes_nothing(project: Project, sent: Path) -> None:
    plan = plan_comments(project, sent)
    assert states(plan) == [State.UNCHANGED] * 3
    assert (plan.acting, plan.edits) == (0, ())
    before = len(project.history.entries(50))
    assert take_comments(project, plan).value == Taken()
    assert len(project.history.entries(50)) == before


def test_a_folder_gets_a_file_for_each_source(
    project: Project, coded: SourceId, tmp_path: Path
) -> None:
    importing.import_text(project, "I2: lain", "Peneliti: Apa?\nDamar: Ya.")
    done = export_comments(project, tmp_path)
    assert sorted(path.name for path in done.paths) == ["I1.docx", "I2_ lain.docx"]
    assert (done.sources, done.comments) == (2, 3)


def test_a_new_comment_with_known_codes_codes_and_another_becomes_a_memo(
    project: Project, coded: SourceId, sent: Path
) -> None:
    back = commented(sent, "Siapa adminnya", "citra\nPeran > Baru\n\nLihat lagi.")
    back = commented(back, "Bagaimana humas", "Kurang dalam menurut saya.")
    plan = plan_comments(project, back)
    new = [each for each in plan.comments if each.state is State.NEW]
    assert [(each.action, each.quoted) for each in new] == [
        (Action.MEMO, "Peneliti: Bagaimana humas menjawab keluhan?"),
        (Action.CODE, "Peneliti: Siapa adminnya?"),
    ]
    taken = take_comments(project, plan).value
    assert (taken.codings, taken.memos, taken.codes) == (2, 1, 1)
    assert ("Peneliti: Siapa adminnya?", "Citra", "Prof. Hadi") in codings(project, coded)
    made = [path for _, path, _ in codings(project, coded)]
    assert "Dari komentar Word > Peran > Baru" in made
    memo = project.memos.all()[0]
    assert (memo.body, memo.coder) == ("Kurang dalam menurut saya.", "Prof. Hadi")
    assert memo.links[0].label == "Peneliti: Bagaimana humas menjawab keluhan?"


def test_the_same_file_again_does_nothing_and_undo_takes_all_back(
    project: Project, coded: SourceId, sent: Path
) -> None:
    back = commented(sent, "Siapa adminnya", "Citra")
    back = commented(back, "Bagaimana humas", "Kurang dalam.")
    before = codings(project, coded)
    take_comments(project, plan_comments(project, back))
    again = plan_comments(project, back)
    assert again.acting == 0
    assert states(again).count(State.KNOWN) == 2
    history.undo(project)
    assert (codings(project, coded), project.memos.all()) == (before, [])
    assert plan_comments(project, back).acting == 2


def test_a_short_unknown_comment_is_a_code_only_when_asked_for(
    project: Project, sent: Path
) -> None:
    back = commented(sent, "Siapa adminnya", "Struktur tim")
    assert plan_comments(project, back).count(Action.CODE) == 0
    eager = plan_comments(project, back, grammar=Grammar(new_codes=True))
    assert [c.names for e in eager.comments for c in e.codes] == [("Struktur tim",)]


def test_the_researcher_decides_otherwise(project: Project, coded: SourceId, sent: Path) -> None:
    plan = plan_comments(project, commented(sent, "Siapa adminnya", "Struktur tim"))
    index = states(plan).index(State.NEW)
    take_comments(project, plan.with_action(index, Action.CODE))
    paths = [path for _, path, _ in codings(project, coded)]
    assert "Dari komentar Word > Struktur tim" in paths


def test_codes_added_to_our_comment_are_added_and_removed_ones_go_when_asked_for(
    project: Project, coded: SourceId, sent: Path
) -> None:
    back = rewritten(sent, {"word/comments.xml": lambda xml: xml.replace(">Citra<", ">Admin<")})
    plan = plan_comments(project, back)
    changed = next(each for each in plan.comments if each.state is State.CHANGED)
    assert [code.names for code in changed.codes] == [("Admin",)]
    assert [names for _, names in changed.removed] == [("Citra",)]
    take_comments(project, plan)
    assert {p for t, p, _ in codings(project, coded) if t == ANSWER} == {
        "Kelola > Keluhan",
        "Citra",
        "Admin",
    }
    take_comments(project, plan_comments(project, back), remove=True)
    assert plan_comments(project, back).acting == 0


def test_a_deleted_comment_takes_its_codes_off_only_when_asked_for(
    project: Project, coded: SourceId, sent: Path
) -> None:
    def without_last(xml: str) -> str:
        return re.sub(r'<w:comment w:id="2".*?</w:comment>', "", xml)

    back = rewritten(sent, {"word/comments.xml": without_last})
    plan = plan_comments(project, back)
    assert states(plan) == [State.UNCHANGED, State.UNCHANGED, State.DELETED]
    assert take_comments(project, plan).value == Taken()
    assert take_comments(project, plan, remove=True).value.removed == 1
    assert len(codings(project, coded)) == 3


def test_edited_text_is_listed_and_corrected_when_asked_for(
    project: Project, coded: SourceId, sent: Path
) -> None:
    back = rewritten(
        sent, {"word/document.xml": lambda xml: xml.replace("dalam 24 jam", "dalam sehari")}
    )
    plan = plan_comments(project, commented(back, "Siapa adminnya", "Citra"))
    assert [(edit.old, edit.new) for edit in plan.edits] == [("24 jam", "sehari")]
    take_comments(project, plan, correct=True)
    assert "menjawab dalam sehari." in project.texts.text(coded)
    assert ("Peneliti: Siapa adminnya?", "Citra", "Prof. Hadi") in codings(project, coded)
    history.undo(project)
    assert "dalam 24 jam" in project.texts.text(coded)


def test_a_plan_that_is_out_of_date_is_refused(
    project: Project, coded: SourceId, sent: Path
) -> None:
    from makna.services.correcting import edit_text

    plan = plan_comments(project, commented(sent, "Siapa adminnya", "Citra"))
    edit_text(project, coded, 0, 8, "Penanya")
    with pytest.raises(UserError) as caught:
        take_comments(project, plan)
    assert caught.value.key == "comments_stale"


def test_replies_to_ours_become_a_memo_and_later_ones_join_it(
    project: Project, coded: SourceId, sent: Path
) -> None:
    back = answered(sent, ["Setuju."], done=True)
    plan = plan_comments(project, back)
    assert states(plan).count(State.ANSWERED) == 1
    take_comments(project, plan)
    memo = project.memos.all()[0]
    assert memo.body == "— Prof. Hadi: Setuju."
    assert memo.title.startswith("✓ ")
    more = answered(sent, ["Setuju.", "Tapi lihat I2."], done=True)
    take_comments(project, plan_comments(project, more))
    assert [m.body for m in project.memos.all()] == [
        "— Prof. Hadi: Setuju.\n\n— Prof. Hadi: Tapi lihat I2."
    ]
    assert plan_comments(project, more).acting == 0


def answered(path: Path, replies: list[str], *, done: bool) -> Path:
    """The file with replies to its first comment, which is marked as done."""
    first = "10000000"

    def comments(xml: str) -> str:
        added = "".join(
            f'<w:comment w:id="{90 + n}" w:author="Prof. Hadi" w:date="2026-03-0{n + 1}T10:00:00Z">'
            f'<w:p w14:paraId="0000000{n + 1}"><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>'
            for n, text in enumerate(replies)
        )
        return xml.replace("</w:comments>", f"{added}</w:comments>")

    def extended(xml: str) -> str:
        added = "".join(
            f'<w15:commentEx w15:paraId="0000000{n + 1}" w15:paraIdParent="{first}" w15:done="0"/>'
            for n in range(len(replies))
        )
        xml = xml.replace("</w15:commentsEx>", f"{added}</w15:commentsEx>")
        return xml.replace(f'"{first}" w15:done="0"', f'"{first}" w15:done="{int(done)}"')

    changes = {"word/comments.xml": comments, "word/commentsExtended.xml": extended}
    return rewritten(path, changes, f"jawab{len(replies)}")


def test_pseudonyms_go_out_and_the_passages_still_come_home(
    project: Project, coded: SourceId, tmp_path: Path
) -> None:
    pseudonyms.add_pseudonym(project, "Rina", "Informan Pertama")
    path = tmp_path / "samaran.docx"
    done = export_comments(project, path)
    assert {row.written for row in done.replacements} == {"Rina"}
    document = read_document(path.read_bytes(), path.name, ReadOptions())
    assert "Rina" not in document.text
    assert [each.quoted for each in plan_comments(project, path).comments] == [
        ANSWER,
        "kami baca. Admin wajib",
        "adminnya?\nRina: Cuma",
    ]
    plan = plan_comments(project, commented(path, "Cuma dua orang", "Citra"))
    new = next(each for each in plan.comments if each.state is State.NEW)
    assert new.quoted == "Rina: Cuma dua orang 😀, semua dikerjakan."
    assert plan.edits == ()


def test_without_marks_of_ours_the_source_is_found_by_its_text(
    project: Project, coded: SourceId, sent: Path
) -> None:
    def bare(xml: str) -> str:
        return re.sub(r"<w:bookmark(?:Start|End)[^>]*/>", "", xml)

    back = rewritten(
        sent,
        {
            "word/document.xml": bare,
            "word/_rels/document.xml.rels": lambda xml: re.sub(r"<[^>]*customXml[^>]*/>", "", xml),
        },
    )
    importing.import_text(project, "Lain", "Peneliti: Hal lain sama sekali.\nDamar: Benar begitu.")
    plan = plan_comments(project, back)
    assert states(plan) == [State.UNCHANGED] * 3


def test_a_file_of_another_text_is_refused(
    project: Project, coded: SourceId, tmp_path: Path
) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Teks yang sama sekali lain dan tidak ada di proyek ini.")
    document.add_comment(paragraph.runs, text="Citra", author="X", initials="X")
    path = tmp_path / "lain.docx"
    document.save(str(path))
    with pytest.raises(UserError) as caught:
        plan_comments(project, path)
    assert caught.value.key == "comments_no_source"


@pytest.mark.parametrize(
    ("content", "key"), [(b"teks biasa", "comments_no_word"), (None, "comments_none")]
)
def test_a_file_without_comments_is_refused(
    project: Project, coded: SourceId, tmp_path: Path, content: bytes | None, key: str
) -> None:
    path = tmp_path / "polos.docx"
    if content is None:
        docx.Document().save(str(path))
    else:
        path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        plan_comments(project, path)
    assert caught.value.key in (key, "file_empty")


@pytest.fixture
def coded_in_word(tmp_path: Path) -> Path:
    """A transcript that somebody coded by comments."""
    document = docx.Document()
    for words, comment in (
        ("Peneliti: Apa peran humas?", ""),
        ("Rina: Kami membaca setiap keluhan warga.", "Kelola > Keluhan\nCitra baik"),
        ("Rina: Admin hanya dua orang saja.", "Kekurangan orang"),
        ("Rina: Semuanya kami kerjakan sendiri.", "Ini perlu ditanyakan lagi kepada kepala dinas."),
    ):
        paragraph = document.add_paragraph(words)
        if comment:
            document.add_comment(paragraph.runs, text=comment, author="Budi", initials="B")
    path = tmp_path / "berkode.docx"
    document.save(str(path))
    return path


def test_comments_of_an_imported_file_become_codes(project: Project, coded_in_word: Path) -> None:
    source = importing.import_files(project, [coded_in_word]).value.imported[0].id
    assert codings(project, source) == []
    plan = plan_original(project, source)
    taken = take_comments(project, plan).value
    assert (taken.codings, taken.memos) == (3, 1)
    assert codings(project, source) == [
        (
            "Rina: Kami membaca setiap keluhan warga.",
            "Dari komentar Word > Kelola > Keluhan",
            "Budi",
        ),
        ("Rina: Kami membaca setiap keluhan warga.", "Dari komentar Word > Citra baik", "Budi"),
        ("Rina: Admin hanya dua orang saja.", "Dari komentar Word > Kekurangan orang", "Budi"),
    ]
    assert [p.memo for p in project.passages.of_source(source)] == ["", "", ""]
    assert plan_original(project, source).acting == 0
    history.undo(project)
    assert [bool(p.memo) for p in project.passages.of_source(source)] == [True] * 3


def test_comments_are_coded_while_a_file_is_stored(project: Project, coded_in_word: Path) -> None:
    document = read_document(coded_in_word.read_bytes(), coded_in_word.name, ReadOptions())
    source = importing.import_text(project, "Berkode", document.text).value.id
    taken = code_comments(project, source, document)
    assert (taken.codings, taken.codes) == (3, 3)
    assert len(codings(project, source)) == 3
