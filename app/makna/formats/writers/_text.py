"""What the plain-text writers share: values of records as text, and pictures' place holders."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from makna.domain.document import PICTURE
from makna.domain.report import Report, Value
from makna.domain.wording import Language, phrase

LINE_BREAK = re.compile("\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def cell(value: Value, language: Language) -> str | int | None:
    """A value for one cell: several texts on lines of their own, yes and no in words."""
    if isinstance(value, bool):
        return phrase("report_yes" if value else "report_no", language)
    if isinstance(value, tuple):
        return "; ".join(value)
    if isinstance(value, str):
        return LINE_BREAK.sub("\n", shown(value, language))
    return value


def shown(text: str, language: Language) -> str:
    """The text with every picture named, and control characters as U+FFFD."""
    return _CONTROL.sub("\ufffd", text.replace(PICTURE, phrase("report_picture", language)))


def media_type(data: bytes) -> str:
    """`image/png` or `image/jpeg` by the first bytes; empty for what is neither."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    return "image/jpeg" if data.startswith(b"\xff\xd8\xff") else ""


def written_at(report: Report) -> datetime | None:
    """When the report was made, as UTC without a zone, which is how Office keeps it."""
    try:
        moment = datetime.fromisoformat(report.created_at)
    except ValueError:
        return None
    return (moment if moment.tzinfo is None else moment.astimezone(UTC)).replace(tzinfo=None)
