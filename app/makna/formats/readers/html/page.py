"""The tree of a page, from bytes in whatever wrapping and encoding."""

from __future__ import annotations

import base64
import binascii
import email.errors
import email.policy
import re
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message as Mail
from email.utils import parsedate_to_datetime
from urllib.parse import unquote_to_bytes

from lxml import etree

from makna.domain.errors import BadFile
from makna.domain.text import canonical
from makna.domain.wording import Message
from makna.formats.encoding import decode, glimpse
from makna.formats.readers.html import is_mhtml
from makna.formats.xml import Element

_CHARSET = re.compile(r"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_SAVED = (
    re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)"),
    re.compile(r"Page saved with SingleFile\s+url:\s*(\S+)"),
)
_SAVED_ON = re.compile(r"saved date:\s*\w{3} (\w{3}) (\d\d) (\d{4})")
_TAG = re.compile(r"""<[a-z](?:=\s*(?:"[^"]*"|'[^']*')|[^>=]++|=)*+""", re.I)
"""A tag up to its end; what is quoted as a value may hold anything."""
_VALUE = re.compile(r"""(?<=[^\s=/])\s*=\s*(?:"[^"]*"|'[^']*')""")
_CROWDED = 5_000
"""Words in one tag, without values, from which on the parser would take seconds for it."""
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@dataclass
class Page:
    """A parsed page with what lay around it."""

    root: Element
    url: str = ""
    """Address that the browser wrote into the file."""
    accessed: str = ""
    pictures: dict[str, bytes] = field(default_factory=dict)
    """By the address that the page uses."""
    warnings: list[Message] = field(default_factory=list)

    def picture(self, source: str) -> bytes:
        """The bytes of a picture that lies in the file; empty when it does not."""
        if source.startswith("data:"):
            return _data_url(source)
        return self.pictures.get(source, b"")


def load(data: bytes, name: str, encoding: str) -> Page:
    """Raises BadFile."""
    if is_mhtml(glimpse(data)):
        return _unpacked(data, name, encoding)
    raw, warnings = _decoded(data, name, encoding)
    page = Page(_tree(raw, name), warnings=warnings)
    page.url = next((found[1] for sign in _SAVED if (found := sign.search(raw))), "")
    saved = _SAVED_ON.search(raw)
    if saved is not None and saved[1] in _MONTHS:
        page.accessed = f"{saved[3]}-{_MONTHS.index(saved[1]) + 1:02}-{saved[2]}"
    return page


def _decoded(data: bytes, name: str, encoding: str) -> tuple[str, list[Message]]:
    """By the user's word, a byte order mark, UTF-8 if it fits, the page's own word, or a guess."""
    if not encoding and not data.startswith(_BOMS):
        try:
            return data.decode("utf-8"), []
        except UnicodeDecodeError:
            pass
        charset = _CHARSET.search(glimpse(data, 8_000))
        if charset is not None and (named := _as_browsers_do(charset[1])):
            try:
                return decode(data, name, named)
            except BadFile:
                pass
    return decode(data, name, encoding)


def _as_browsers_do(charset: str) -> str:
    """Pages that say Latin-1 mean Windows-1252 (WHATWG Encoding); UTF-8 did not fit."""
    name = charset.lower()
    return {"iso-8859-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "utf-8": ""}.get(
        name, name
    )


def _tree(raw: str, name: str) -> Element:
    source = canonical(_DECLARATION.sub("", raw))
    if len(source) > _CROWDED and any(map(_is_crowded, _TAG.finditer(source))):
        raise BadFile("html_damaged", name=name)
    # Without `huge_tree` everything from the 256th level on is left out, and nothing says so.
    parser = etree.HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        no_network=True,
        recover=True,
        huge_tree=True,
    )
    try:
        root = etree.fromstring(source.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadFile("file_empty", name=name) from error
    if any("depth" in said.message for said in parser.error_log):
        raise BadFile("file_too_deep", name=name)
    if root is None:
        raise BadFile("file_empty", name=name)
    return root


def _is_crowded(tag: re.Match[str]) -> bool:
    """Whether a tag has more attributes than any page; the time they take grows by their square."""
    if len(tag[0]) <= _CROWDED:
        return False
    # A value or a slash ends an attribute as a space does.
    return len(_VALUE.sub(" ", tag[0]).replace("/", " ").split()) > _CROWDED


def _data_url(source: str) -> bytes:
    head, comma, body = source.partition(",")
    if not comma:
        return b""
    try:
        packed = unquote_to_bytes(body)
        return base64.b64decode(packed) if head.endswith(";base64") else packed
    except (binascii.Error, ValueError):
        return b""


def _unpacked(data: bytes, name: str, encoding: str) -> Page:
    try:
        mail = message_from_bytes(data.lstrip(), policy=email.policy.compat32)
        parts = [part for part in mail.walk() if not part.is_multipart()]
        shown = next((p for p in parts if p.get_content_type() == "text/html"), None)
        if shown is None:
            raise BadFile("file_empty", name=name)
        told = encoding or _named(shown)
        raw, warnings = _decoded(_payload(shown), name, told)
        page = Page(_tree(raw, name), warnings=warnings)
        page.url = str(mail.get("Snapshot-Content-Location") or shown.get("Content-Location") or "")
        page.accessed = _day(str(mail.get("Date") or ""))
        for part in parts:
            if part.get_content_maintype() == "image":
                content, key = _payload(part), str(part.get("Content-ID") or "").strip("<> ")
                page.pictures[str(part.get("Content-Location") or "")] = content
                page.pictures[f"cid:{key}"] = content
        return page
    except (email.errors.MessageError, LookupError, ValueError, TypeError) as error:
        raise BadFile("html_damaged", name=name) from error


def _named(part: Mail) -> str:
    """The encoding of a part, if it is not the one that is tried first anyway."""
    charset = (part.get_content_charset() or "").lower()
    return "" if charset in ("utf-8", "us-ascii") else _as_browsers_do(charset)


def _payload(part: Mail) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _day(date: str) -> str:
    try:
        return parsedate_to_datetime(date).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return ""
