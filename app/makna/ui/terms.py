"""The researcher's words for what the model has names for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from makna.domain.model import SourceKind


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
