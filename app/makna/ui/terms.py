"""The researcher's words for what the model has names for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from makna.domain.model import MemoKind, SourceKind

KIND_ICONS: dict[SourceKind, str] = {
    SourceKind.WEB_PAGE: "web",
    SourceKind.OTHER: "document",
}
"""Icons that are not named like their kind."""


def kind_name(kind: SourceKind) -> str:
    """One source of this kind."""
    translate = QCoreApplication.translate
    names = {
        SourceKind.INTERVIEW: translate("Terms", "Interview"),
        SourceKind.FOCUS_GROUP: translate("Terms", "Focus group"),
        SourceKind.OBSERVATION: translate("Terms", "Observation"),
        SourceKind.NEWS: translate("Terms", "News"),
        SourceKind.WEB_PAGE: translate("Terms", "Web page"),
        SourceKind.SOCIAL_MEDIA: translate("Terms", "Social media"),
        SourceKind.REGULATION: translate("Terms", "Regulation"),
        SourceKind.REPORT: translate("Terms", "Report"),
        SourceKind.LITERATURE: translate("Terms", "Literature"),
        SourceKind.PICTURE: translate("Terms", "Picture"),
        SourceKind.AUDIO: translate("Terms", "Audio"),
        SourceKind.VIDEO: translate("Terms", "Video"),
        SourceKind.OTHER: translate("Terms", "Other document"),
    }
    return names[kind]


def kind_icon(kind: SourceKind) -> str:
    """The name of the icon of a kind of source."""
    return KIND_ICONS.get(kind, str(kind))


def memo_kind_name(kind: MemoKind) -> str:
    translate = QCoreApplication.translate
    names = {
        MemoKind.THEORETICAL: translate("Terms", "Theoretical"),
        MemoKind.METHODOLOGICAL: translate("Terms", "Methodological"),
        MemoKind.REFLECTIVE: translate("Terms", "Reflective"),
        MemoKind.SUMMARY: translate("Terms", "Summary"),
        MemoKind.OTHER: translate("Terms", "Other"),
    }
    return names[kind]
