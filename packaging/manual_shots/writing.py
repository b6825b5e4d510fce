"""The chapter, other documents, and comments in Word."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from makna.services import coding
from makna.ui.system import System
from manual_shots.cuts import Cut, alone, around, page, shot, words

if TYPE_CHECKING:
    from stage import Stage


def _chapter(stage: Stage) -> QWidget:
    current = page(stage, "write")
    current.book.begin()  # type: ignore[attr-defined]
    stage.settle()
    return current


@shot
def chapter(stage: Stage) -> Cut:
    stage.open_source()
    current = _chapter(stage)
    alone(stage)
    return around(stage, current, height=640)


@shot
def refresh(stage: Stage) -> Cut:
    """A chapter was exported, and then one more passage was coded."""
    stage.open_source()
    current = _chapter(stage)
    out = current.sides.out  # type: ignore[attr-defined]
    path = Path(tempfile.mkdtemp()) / "bab4.docx"
    out._system = System(ask_target=lambda *_: path)
    out.export()
    session, code = stage.desk.session, stage.code().id
    text = session.project.texts.text(stage.source().id)
    at = text.index(". ", len(text) // 2) + 2
    end = text.index(".", at) + 1
    session.perform(lambda: coding.apply_code(session.project, stage.source().id, at, end, code))
    current.show_side("word")  # type: ignore[attr-defined]
    out.strip.look()
    return around(stage, out.strip, margin=10)


@shot
def template(stage: Stage) -> Cut:
    from docx import Document

    path = Path(tempfile.mkdtemp()) / words(stage, "templat-kampus.docx", "campus.docx")
    Document().save(str(path))
    current = page(stage, "export")
    alone(stage)
    current.form.take_template(path)  # type: ignore[attr-defined]
    current.form.template.styles_button.click()  # type: ignore[attr-defined]
    return around(stage, current.form, height=600)  # type: ignore[attr-defined]


def _export(stage: Stage, kind: str) -> Cut:
    current = page(stage, "export")
    alone(stage)
    form = current.form  # type: ignore[attr-defined]
    form.kind.setCurrentIndex(form.kind.findData(kind))
    return around(stage, current, width=920, height=600)


@shot
def codebook(stage: Stage) -> Cut:
    return _export(stage, "codebook")


@shot
def informants(stage: Stage) -> Cut:
    return _export(stage, "informants")


@shot
def comments(stage: Stage) -> Cut:
    """A transcript that went out and came back with three comments."""
    from docx import Document

    from makna.services.comment_export import export_comments

    stage.open_source()
    path = Path(tempfile.mkdtemp()) / words(stage, "I1 dari pembimbing.docx", "I1 commented.docx")
    project = stage.desk.session.project
    export_comments(project, path, (stage.source().id,), language=stage.language)
    document = Document(str(path))
    said = words(stage, "Menarik; hubungkan dengan teori.", "Interesting; link this to theory.")
    long = [p for p in document.paragraphs if len(p.text) > 120 and p.runs]
    for paragraph, text in zip(long[2:12:4], (stage.code().name, said, said), strict=False):
        document.add_comment(paragraph.runs[-1], text=text, author="Dr. Ratna", initials="R")
    document.save(str(path))
    stage.command("comments")
    alone(stage)
    current = stage.desk.pages.current
    current.show_file(path)  # type: ignore[union-attr]
    assert current is not None
    return around(stage, current, height=520)
