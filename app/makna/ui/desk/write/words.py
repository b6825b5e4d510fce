"""What the settings of a chapter are called in the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from makna.domain.chapter import Chosen, Translations
from makna.domain.model import SourceKind
from makna.domain.quoting import Omission
from makna.domain.wording import phrase
from makna.ui.language import current_language


def languages() -> dict[str, str]:
    translate = QCoreApplication.translate
    as_project = translate("ChapterWords", "As the project")
    return {"": as_project, "id": "Bahasa Indonesia", "en": "English"}


def references() -> dict[str, str]:
    """Presets of references, as one would ask for them."""
    translate = QCoreApplication.translate
    return {
        "code-line": translate("ChapterWords", "Interview: code, date, lines"),
        "name-date": translate("ChapterWords", "Interview: name and date"),
        "answer-number": translate("ChapterWords", "Interview: number of the answer"),
        "footnote": translate("ChapterWords", "Footnote"),
        "news": translate("ChapterWords", "News item"),
        "literature": translate("ChapterWords", "Literature"),
        "own": translate("ChapterWords", "A form of my own"),
    }


def quotations() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "40-words": translate("ChapterWords", "Block from 40 words on"),
        "3-lines": translate("ChapterWords", "Block when longer than 3 lines"),
        "4-lines": translate("ChapterWords", "Block when longer than 4 lines"),
        "5-lines": translate("ChapterWords", "Block when longer than 5 lines"),
        "inline": translate("ChapterWords", "Always inline"),
        "block": translate("ChapterWords", "Always a block"),
    }


def omissions() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        Omission.BRACKETS.value: translate("ChapterWords", "[…] in brackets"),
        Omission.DOTS.value: translate("ChapterWords", "... three dots"),
    }


def translations() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        Translations.NONE.value: translate("ChapterWords", "Not printed"),
        Translations.BENEATH.value: translate("ChapterWords", "Beneath the quotation"),
        Translations.INSTEAD.value: translate("ChapterWords", "Instead of the quotation"),
    }


def passages() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        Chosen.ALL.value: translate("ChapterWords", "All that are not left out"),
        Chosen.STARRED.value: translate("ChapterWords", "Those with a star"),
        Chosen.USED.value: translate("ChapterWords", "Those marked as used"),
    }


def pages() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "": translate("ChapterWords", "Thesis: A4, 4-3-4-3 cm, double"),
        "a4": translate("ChapterWords", "A4, 2.54 cm, one and a half"),
        "none": translate("ChapterWords", "As the template has it"),
    }


def kind_name(kind: SourceKind) -> str:
    """A kind of source as references call it, beginning with a capital."""
    name = phrase(f"reference_kind_{kind.value}", current_language())
    return name[:1].upper() + name[1:]
