"""An exported WhatsApp chat as telephones share it: a zip with the chat and its media."""

from __future__ import annotations

from makna.domain.document import ParsedDocument, plain_layout
from makna.domain.errors import BadFile
from makna.domain.text import canonical
from makna.domain.turn_chat import messages
from makna.domain.wording import Message
from makna.formats import ReadOptions
from makna.formats.archive import Archive, Limits
from makna.formats.encoding import decode
from makna.formats.finishing import finished

SUFFIXES = (".zip",)
MEDIA_TYPE = "text/plain"
LIMITS = Limits(member=512 << 20, total=4 << 30)
"""Films of a chat may be large; they are never unpacked."""
LARGEST_CHAT = 64 << 20
_NAMED = 8
"""Files that a warning names."""


def recognises(data: bytes) -> bool:
    """Whether it is a zip that begins with a text and is no document of a program."""
    head = data[:4_096]
    return data.startswith(b"PK\x03\x04") and (
        b"_chat.txt" in data or (b"WhatsApp" in data and b"[Content_Types].xml" not in head)
    )


def read(data: bytes, name: str, options: ReadOptions) -> ParsedDocument:
    """The chat; its media are named and left out. Raises BadFile."""
    archive = Archive(data, name, LIMITS)
    member = _chat(archive)
    if member is None:
        raise BadFile("zip_no_chat", name=name)
    if archive.size(member) > LARGEST_CHAT:
        raise BadFile("archive_too_large", name=name)
    content = archive.read(member)
    raw, warnings = decode(content, name, options.encoding)
    text = canonical(raw)
    if not messages(text.split("\n")):
        raise BadFile("zip_no_chat", name=name)
    others = [each for each in archive.names() if each != member and not each.endswith("/")]
    if others:
        warnings.append(_left_out(others))
    document = ParsedDocument(
        text,
        plain_layout(text),
        media_type=MEDIA_TYPE,
        warnings=tuple(warnings),
        original=(member.rpartition("/")[2], content),
    )
    return finished(document, options)


def _chat(archive: Archive) -> str | None:
    """The text of the chat: `_chat.txt`, or the only text there is."""
    texts = [name for name in archive.names() if name.lower().endswith(".txt")]
    named = [name for name in texts if name.rpartition("/")[2].lower() == "_chat.txt"]
    named = named or [name for name in texts if "whatsapp" in name.lower()] or texts
    return named[0] if len(named) == 1 else None


def _left_out(names: list[str]) -> Message:
    shown = [canonical(name.rpartition("/")[2])[:80] for name in names[:_NAMED]]
    more = ["…"] if len(names) > _NAMED else []
    return Message.of("chat_media_left_out", count=len(names), names=", ".join([*shown, *more]))
