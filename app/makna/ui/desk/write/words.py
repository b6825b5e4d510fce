"""What the settings of a chapter are called in the window."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from makna.domain.chapter import Chosen, Translations
from makna.domain.model import SourceKind
from makna.domain.quoting import Omission
from makna.domain.wording import phrase
from makna.ui.language import current_language

_REFERENCES = {
    "code-line": QT_TRANSLATE_NOOP("ChapterWords", "Interview: code, date, lines"),
    "name-date": QT_TRANSLATE_NOOP("ChapterWords", "Interview: name and date"),
    "answer-number": QT_TRANSLATE_NOOP("ChapterWords", "Interview: number of the answer"),
    "footnote": QT_TRANSLATE_NOOP("ChapterWords", "Footnote"),
    "news": QT_TRANSLATE_NOOP("ChapterWords", "News item"),
    "literature": QT_TRANSLATE_NOOP("ChapterWords", "Literature"),
    "own": QT_TRANSLATE_NOOP("ChapterWords", "A form of my own"),
}
_CHOICES = {
    "quotation": {
        "40-words": QT_TRANSLATE_NOOP("ChapterWords", "Block from 40 words on"),
        "3-lines": QT_TRANSLATE_NOOP("ChapterWords", "Block when longer than 3 lines"),
        "4-lines": QT_TRANSLATE_NOOP("ChapterWords", "Block when longer than 4 lines"),
        "5-lines": QT_TRANSLATE_NOOP("ChapterWords", "Block when longer than 5 lines"),
        "inline": QT_TRANSLATE_NOOP("ChapterWords", "Always inline"),
        "block": QT_TRANSLATE_NOOP("ChapterWords", "Always a block"),
    },
    "omission": {
        Omission.BRACKETS.value: QT_TRANSLATE_NOOP("ChapterWords", "[…] in brackets"),
        Omission.DOTS.value: QT_TRANSLATE_NOOP("ChapterWords", "... three dots"),
    },
    "translations": {
        Translations.NONE.value: QT_TRANSLATE_NOOP("ChapterWords", "Not printed"),
        Translations.BENEATH.value: QT_TRANSLATE_NOOP("ChapterWords", "Beneath the quotation"),
        Translations.INSTEAD.value: QT_TRANSLATE_NOOP("ChapterWords", "Instead of the quotation"),
    },
    "passages": {
        Chosen.ALL.value: QT_TRANSLATE_NOOP("ChapterWords", "All that are not left out"),
        Chosen.STARRED.value: QT_TRANSLATE_NOOP("ChapterWords", "Those with a star"),
        Chosen.USED.value: QT_TRANSLATE_NOOP("ChapterWords", "Those marked as used"),
    },
    "page": {
        "": QT_TRANSLATE_NOOP("ChapterWords", "Thesis: A4, 4-3-4-3 cm, double"),
        "a4": QT_TRANSLATE_NOOP("ChapterWords", "A4, 2.54 cm, one and a half"),
        "none": QT_TRANSLATE_NOOP("ChapterWords", "As the template has it"),
    },
}
CHOICES = ("language", *_CHOICES)
"""Settings that are one of a few words."""


def choices(setting: str) -> dict[str, str]:
    """What can be chosen for one of `CHOICES`, by the value that it has."""
    if setting == "language":
        as_project = QCoreApplication.translate("ChapterWords", "As the project")
        return {"": as_project, "id": "Bahasa Indonesia", "en": "English"}
    return _said(_CHOICES[setting])


def references() -> dict[str, str]:
    """Presets of references, as one would ask for them."""
    return _said(_REFERENCES)


def _said(words: Mapping[str, object]) -> dict[str, str]:
    translate = QCoreApplication.translate
    return {key: translate("ChapterWords", str(each)) for key, each in words.items()}


def kind_name(kind: SourceKind) -> str:
    """A kind of source as references call it, beginning with a capital."""
    name = phrase(f"reference_kind_{kind.value}", current_language())
    return name[:1].upper() + name[1:]
