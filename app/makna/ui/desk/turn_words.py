"""The researcher's words for forms of turns, parts of tables and encodings."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from makna.domain.post_columns import Role
from makna.domain.turn_forms import CHOICES


def form_name(form: str) -> str:
    """How a form of turns looks, or what else can be chosen."""
    translate = QCoreApplication.translate
    names = {
        "": translate("TurnForms", "as found automatically"),
        "colon": translate("TurnForms", "“Name: …”"),
        "stop": translate("TurnForms", "“N. …”"),
        "bracket": translate("TurnForms", "“[Name] …”"),
        "dash": translate("TurnForms", "“Name – …”"),
        "tab": translate("TurnForms", "“Name ⇥ …”, with a tab"),
        "bold": translate("TurnForms", "Names in bold"),
        "line": translate("TurnForms", "Names on lines of their own"),
        "timed": translate("TurnForms", "Names with a time"),
        "range": translate("TurnForms", "Times of Teams above names"),
        "table": translate("TurnForms", "A table of two columns"),
        "chat": translate("TurnForms", "An exported chat"),
        "none": translate("TurnForms", "no turns"),
    }
    return names[form]


def form_names() -> dict[str, str]:
    return {form: form_name(form) for form in CHOICES}


def role_names() -> dict[str, str]:
    """What a column of a table can be, by its role."""
    translate = QCoreApplication.translate
    names = {
        Role.TEXT: translate("PostColumns", "Text"),
        Role.ACCOUNT: translate("PostColumns", "Account"),
        Role.DATE: translate("PostColumns", "Date"),
        Role.LIKES: translate("PostColumns", "Likes"),
        Role.LINK: translate("PostColumns", "Link"),
        Role.FACT: translate("PostColumns", "kept with the post"),
        Role.VARIABLE: translate("PostColumns", "Variable of the account"),
        Role.SKIP: translate("PostColumns", "left out"),
    }
    return {str(role): name for role, name in names.items()}


def encoding_name(encoding: str) -> str:
    """An encoding as people know it."""
    translate = QCoreApplication.translate
    names = {
        "utf-8": translate("Encodings", "Unicode (UTF-8)"),
        "cp1252": translate("Encodings", "Western (Windows)"),
        "iso-8859-15": translate("Encodings", "Western (ISO)"),
        "mac_roman": translate("Encodings", "Western (Mac)"),
        "cp850": translate("Encodings", "Western (DOS)"),
        "cp1250": translate("Encodings", "Central European (Windows)"),
        "cp1251": translate("Encodings", "Cyrillic (Windows)"),
        "cp1256": translate("Encodings", "Arabic (Windows)"),
        "utf-16-le": translate("Encodings", "Unicode (UTF-16 LE)"),
        "utf-16-be": translate("Encodings", "Unicode (UTF-16 BE)"),
        "gb18030": translate("Encodings", "Chinese (GB18030)"),
        "big5": translate("Encodings", "Chinese (Big5)"),
        "shift_jis": translate("Encodings", "Japanese (Shift JIS)"),
        "euc_kr": translate("Encodings", "Korean (EUC)"),
    }
    return names.get(encoding, encoding)
