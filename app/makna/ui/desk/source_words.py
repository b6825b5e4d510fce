"""What kinds of sources and languages are called, and the icons of the kinds."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from makna.domain.model import SourceKind

ICONS: dict[SourceKind, str] = {
    SourceKind.INTERVIEW: "interview",
    SourceKind.FOCUS_GROUP: "focus-group",
    SourceKind.OBSERVATION: "observation",
    SourceKind.NEWS: "news",
    SourceKind.WEB_PAGE: "web",
    SourceKind.SOCIAL_MEDIA: "social-media",
    SourceKind.REGULATION: "regulation",
    SourceKind.REPORT: "report",
    SourceKind.LITERATURE: "literature",
    SourceKind.PICTURE: "picture",
    SourceKind.AUDIO: "audio",
    SourceKind.VIDEO: "video",
    SourceKind.OTHER: "document",
}
LANGUAGES = ("id", "en")
"""Languages of sources that are always offered; their words are stemmed in searches."""


def kind_words() -> dict[SourceKind, str]:
    """The kinds in the user's words, as headings of a group and items of a menu."""
    return {
        SourceKind.INTERVIEW: QCoreApplication.translate("SourceKind", "Interviews"),
        SourceKind.FOCUS_GROUP: QCoreApplication.translate("SourceKind", "Focus groups"),
        SourceKind.OBSERVATION: QCoreApplication.translate("SourceKind", "Observations"),
        SourceKind.NEWS: QCoreApplication.translate("SourceKind", "News"),
        SourceKind.WEB_PAGE: QCoreApplication.translate("SourceKind", "Web pages"),
        SourceKind.SOCIAL_MEDIA: QCoreApplication.translate("SourceKind", "Social media"),
        SourceKind.REGULATION: QCoreApplication.translate("SourceKind", "Regulations"),
        SourceKind.REPORT: QCoreApplication.translate("SourceKind", "Reports"),
        SourceKind.LITERATURE: QCoreApplication.translate("SourceKind", "Literature"),
        SourceKind.PICTURE: QCoreApplication.translate("SourceKind", "Pictures"),
        SourceKind.AUDIO: QCoreApplication.translate("SourceKind", "Audio"),
        SourceKind.VIDEO: QCoreApplication.translate("SourceKind", "Video"),
        SourceKind.OTHER: QCoreApplication.translate("SourceKind", "Other documents"),
    }


def language_word(code: str) -> str:
    """A language by its ISO 639 code, in its own words (Bahasa Indonesia, English)."""
    own = {"id": "Bahasa Indonesia", "en": "English"}
    if code in own or not code:
        return own.get(code, "")
    known = QLocale(code)
    return known.nativeLanguageName().capitalize() if known.name() != "C" else code
