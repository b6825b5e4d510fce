"""The names of kinds, origins and types, and times, in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from makna.domain.model import CodeOrigin, MemoKind, SourceKind, VariableType


def source_kinds() -> dict[str, str]:
    """Every kind of source with its name, in the order of `SourceKind`."""
    names = (
        QCoreApplication.translate("Words", "Interview"),
        QCoreApplication.translate("Words", "Focus group"),
        QCoreApplication.translate("Words", "Observation"),
        QCoreApplication.translate("Words", "News item"),
        QCoreApplication.translate("Words", "Web page"),
        QCoreApplication.translate("Words", "Social media"),
        QCoreApplication.translate("Words", "Regulation"),
        QCoreApplication.translate("Words", "Report"),
        QCoreApplication.translate("Words", "Literature"),
        QCoreApplication.translate("Words", "Picture"),
        QCoreApplication.translate("Words", "Audio"),
        QCoreApplication.translate("Words", "Video"),
        QCoreApplication.translate("Words", "Other"),
    )
    return {str(kind): name for kind, name in zip(SourceKind, names, strict=True)}


def code_origins() -> dict[str, str]:
    """Where a code can come from; the empty one first."""
    names = (
        QCoreApplication.translate("Words", "From theory (deductive)"),
        QCoreApplication.translate("Words", "From the data (inductive)"),
        QCoreApplication.translate("Words", "In the informant's words (in vivo)"),
    )
    known = {str(origin): name for origin, name in zip(CodeOrigin, names, strict=True)}
    return {"": QCoreApplication.translate("Words", "Not said"), **known}


def memo_kinds() -> dict[MemoKind, str]:
    names = (
        QCoreApplication.translate("Words", "Theoretical"),
        QCoreApplication.translate("Words", "Methodological"),
        QCoreApplication.translate("Words", "Reflective"),
        QCoreApplication.translate("Words", "Summary"),
        QCoreApplication.translate("Words", "Other memos"),
    )
    return dict(zip(MemoKind, names, strict=True))


def variable_types() -> dict[VariableType, str]:
    names = (
        QCoreApplication.translate("Words", "Text"),
        QCoreApplication.translate("Words", "Number"),
        QCoreApplication.translate("Words", "Date"),
        QCoreApplication.translate("Words", "Yes or no"),
    )
    return dict(zip(VariableType, names, strict=True))
