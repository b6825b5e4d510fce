"""Text in whatever encoding it comes."""

from __future__ import annotations

import codecs
import re
import unicodedata

from makna.domain.errors import BadFile
from makna.domain.wording import Message

ENCODINGS = (
    "utf-8",
    "cp1252",
    "iso-8859-15",
    "mac_roman",
    "cp850",
    "cp1250",
    "cp1251",
    "cp1256",
    "utf-16-le",
    "utf-16-be",
    "gb18030",
    "big5",
    "shift_jis",
    "euc_kr",
)
"""What a user is offered where the guess was wrong; any that Python knows may be named."""
_BOMS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1a\x1b"))
_SMALL = bytes(range(ord("a"), ord("z") + 1))
_SAMPLE = 65_536
_TYPOGRAPHY = frozenset("‘’‚“”„–—…•€™©®°·«»½¼¾×§\u00a0\u00ad´²³¹ªº£¥¿¡‹›†‡‰±÷¶¬µ")
_WORDS = re.compile(r"[a-z]+")
_COMMON = frozenset(
    "yang dan di ini itu dengan untuk dari pada tidak adalah saya kami kita ke ada juga karena "
    "sudah bisa akan the and of to in is that for it was on as with are this have we you".split()
)
"""The commonest words of Indonesian and English: of any long text more than one in twelve."""
_TOO_FEW, _FEW, _MANY = 4, 24, 0.15
"""Letters beyond ASCII too few for any guess and for statistics; a share no Western text has."""
_PROBABLE = (
    *("cp1252", "mac_roman", "cp850", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255"),
    *("cp1256", "iso8859_5", "iso8859_6", "cp874", "gb18030", "big5", "cp932", "euc_jp", "cp949"),
)
"""What statistics may say first: of Arabic words among Indonesian ones they say HP Roman 8."""
_CP1252_HOLES = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")


def is_text(data: bytes) -> bool:
    """Whether the bytes are text in some encoding rather than something binary."""
    return _wide(data) is not None or not _is_binary(data)


def glimpse(data: bytes, length: int = 4_000) -> str:
    """About the first `length` characters, roughly decoded: enough to tell a format by."""
    wide = _wide(data)
    return (
        data[: 4 * length if wide else length].decode(wide or "utf-8", "replace").lstrip("\ufeff")
    )


def decode(data: bytes, name: str, encoding: str = "") -> tuple[str, list[Message]]:
    """The text, and what to say about the decoding; `encoding` is what the user chose, if any.

    Raises BadFile.
    """
    if encoding:
        return _decode_as_told(data, name, encoding), []
    return _decode(data, name)


def _decode_as_told(data: bytes, name: str, encoding: str) -> str:
    try:
        # `rot13` and its like are codecs, but no encodings of text; a `\0` is not even a name.
        known = codecs.lookup(encoding)._is_text_encoding
    except (LookupError, ValueError):
        known = False
    if not known:
        raise BadFile("txt_encoding_unknown", name=name, encoding=encoding)
    try:
        return data.decode(encoding)
    except (UnicodeError, ValueError) as error:
        raise BadFile("txt_encoding_wrong", name=name, encoding=encoding) from error


def _decode(data: bytes, name: str) -> tuple[str, list[Message]]:
    if (wide := _wide(data)) is not None:
        return _with_losses(data, wide, guessed=not data.startswith(_wide_boms()))
    if _is_binary(data):
        raise BadFile("txt_binary", name=name)
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        pass
    if _is_mostly_utf8(data):
        return _with_losses(data, "utf-8", guessed=False)
    return _guess(data)


def _with_losses(data: bytes, encoding: str, guessed: bool) -> tuple[str, list[Message]]:
    try:
        text, lost = data.decode(encoding), 0
    except UnicodeError:
        text = data.decode(encoding, "replace")
        lost = text.count("\ufffd")
    warnings = [Message.of("txt_bytes_lost", count=lost)] if lost else []
    if guessed:
        warnings.append(Message.of("txt_encoding_guessed", encoding=encoding))
    return text, warnings


def _wide_boms() -> tuple[bytes, ...]:
    return tuple(mark for mark, _ in _BOMS)


def _wide(data: bytes) -> str | None:
    """The encoding that a byte order mark names, or that zero bytes betray; else None."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding
    sample = data[:_SAMPLE]
    if b"\0" not in sample or len(data) < 4:
        return None
    for encoding, width in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        if _is_wide(sample, encoding, width):
            return encoding
    return None


def _is_wide(sample: bytes, encoding: str, width: int) -> bool:
    """Whether zeros lie where the high bytes of Latin text would, and it all reads as text.

    In two bytes a letter other scripts have zeros only beside spaces and line ends: these must be
    there, no character may be one that texts do not have, and the bytes must not be small letters.
    """
    whole = sample[: len(sample) // width * width]
    units = len(whole) // width
    high = range(1, width) if encoding.endswith("le") else range(width - 1)
    zeros = min(whole[offset::width].count(0) for offset in high)
    low = whole[0 if encoding.endswith("le") else width - 1 :: width].count(0)
    foreign = width == 2 and zeros < units * 0.5 and not _is_small_letters(sample)
    if not zeros or (zeros < units * 0.5 and not foreign) or low > units * 0.05:
        return False
    text = whole.decode(encoding, "replace")
    odd = sum(unicodedata.category(c) in ("Cn", "Co", "Cc") and c not in "\t\n\r\f" for c in text)
    return not odd if foreign else odd <= len(text) * 0.02


def _is_small_letters(sample: bytes) -> bool:
    """Whether most bytes are letters a to z: a text of one byte a letter with a stray zero."""
    return len(sample) - len(sample.translate(None, _SMALL)) > len(sample) * 0.5


def _is_binary(data: bytes) -> bool:
    """Whether control characters are more than a stray few in the first or last stretch."""
    for sample in (data[:_SAMPLE], data[-_SAMPLE:]):
        controls = len(sample) - len(sample.translate(None, _CONTROLS))
        if controls > max(2, len(sample) * 0.01):
            return True
    return False


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether broken bytes are few among proper UTF-8 characters: a cut or patched file."""
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    proper = sum(character > "\x7f" for character in text) - lost
    return proper >= 10 * lost


def _guess(data: bytes) -> tuple[str, list[Message]]:
    """Windows' Western code page when what it gives looks right; else the best statistics say."""
    return _with_losses(data, _guessed(data), guessed=True)


def _guessed(data: bytes) -> str:
    if _is_plausible_western(data):
        return "cp1252"
    text = data[: 4 * _SAMPLE].decode("latin-1")
    special = sum(character > "\x7f" for character in text)
    # Statistics need a page of text: of three letters in a short one they guess Thai or Czech.
    many = special > max(_TOO_FEW, len(text) * _MANY)
    if many or (special > _FEW and not _is_ours(text)):
        return _by_statistics(data)
    western, mac = (_misplaced(data, encoding) for encoding in ("cp1252", "mac_roman"))
    if western >= 2 and not mac:
        return "mac_roman"
    return "latin-1" if _CP1252_HOLES.search(data) else "cp1252"


def _is_ours(text: str) -> bool:
    """Whether it is written in Indonesian or English, which need no other code page."""
    words = _WORDS.findall(text.lower())
    return sum(word in _COMMON for word in words) >= max(2, 0.06 * len(words))


def _misplaced(data: bytes, encoding: str) -> int:
    text = data[: 4 * _SAMPLE].decode(encoding, "replace")
    return sum(c > "\x7f" and not _is_in_place(text, i, c) for i, c in enumerate(text))


def _is_plausible_western(data: bytes) -> bool:
    if _CP1252_HOLES.search(data):
        return False
    text = data.decode("cp1252")
    special = [(i, c) for i, c in enumerate(text[: 4 * _SAMPLE]) if c > "\x7f"]
    wrong = sum(not _is_in_place(text, index, c) for index, c in special)
    return wrong <= len(special) * 0.1 and len(special) <= len(text) * 0.2


def _is_in_place(text: str, index: int, character: str) -> bool:
    """Whether this is typography, or an accented letter where a Western word may have it."""
    if character in _TYPOGRAPHY:
        return True
    before = text[index - 1 : index]
    after = text[index + 1 : index + 2]
    if not character.isalpha() or not (before.isalpha() or after.isalpha()):
        return False
    return character.islower() or not (before.isalpha() and before.islower())


def _by_statistics(data: bytes) -> str:
    from charset_normalizer import from_bytes  # costs as much as the rest of a start

    sample = data[: 4 * _SAMPLE]
    best = from_bytes(sample, cp_isolation=list(_PROBABLE)).best() or from_bytes(sample).best()
    if best is None:
        return "latin-1"
    try:
        data.decode(best.encoding)
    except UnicodeError:
        return "latin-1"
    return best.encoding
