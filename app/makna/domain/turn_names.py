"""What may be the name of somebody who speaks, and what only stands where one would."""

from __future__ import annotations

import re

from makna.domain.turn_words import FIELDS, HONORIFICS, NOISES, ROLES, TOGETHER

_GROUP = r"[A-Z][A-Za-z]{0,5}"
_DEGREE = (
    rf"(?:(?:[SMDAB]|Ph|Sp|LL|Lc|Ed|Psi|Apt|Dipl)(?:\.[ \u00a0]?{_GROUP}){{1,3}}"
    r"|SH|MH|MHum|SE|ST|MT|MM|MA|MBA|BA|BSc|MSc|PhD|MSi|SSi|SSos|SPd|MPd|SAg|MAg|SPsi|MPsi|SKom"
    r"|MKom|SIKom|MIKom|SIP|MIP|SAP|MAP|SKM|MKes|SKep|Ners|AMd|Ak|CA|CPA|Psikolog|Lc)\.?"
)
# Atomic: `S. S. S. S.` can be parted in many ways, and none of them is worth a second try.
DEGREES = rf"(?>(?:,[ \u00a0]?{_DEGREE}(?:[ \u00a0]{_DEGREE})*)*)"
"""What may follow a name after commas: `, S.Sos.`, `, M.Si., Ph.D.`, `, SH, MH`; no other words."""
_WITH_DEGREES = re.compile(rf"(.*?[^,]){DEGREES}", re.S)
_CODE = re.compile(r"[A-Z]{1,3}[ .-]?\d{0,3}|[a-z]{1,3}\d{1,3}")
_NUMBERED_ROLE = re.compile(r"(.+?)[ ._-]*(?:\d{1,3}|[a-z]|i{1,3}|iv|v)?")
_CONTINUED = re.compile(r" *\((?:cont(?:['’]?d|inued|\.)?|lanjutan|lanjut|lanj\.?)\)$", re.I)
"""`PENELITI (lanjutan)` after a page or an interruption."""
_PLAIN = re.compile(r"[^\w ]+")
_TITLE = re.compile(r"(?:[^\W\d_]{1,4}\.){2,}")
"""`K.R.T.`, `S.I.Kom.`: ends no sentence."""
_MAX_WORDS = 6
_ADDRESSES = ("http", "https", "file", "mailto")


def plain_name(label: str) -> str:
    """The label without the degrees at its end: `Budi` for `Budi, S.Sos.`."""
    found = _WITH_DEGREES.fullmatch(label)
    return found[1] if found is not None else label


def is_label(label: str) -> bool:
    """Whether this could be a name: few words, no clause, no sentence end inside."""
    words = plain_name(label).split()
    if not words or len(words) > _MAX_WORDS or label.lower() in _ADDRESSES:
        return False
    inner = [word for word in words[:-1] if word.endswith(".")]
    return all(len(word) <= 5 or _TITLE.fullmatch(word) for word in inner)


def is_speaker(label: str) -> bool:
    """Whether this is a label that only a speaker has: a role, a title with a name, a code."""
    if _CODE.fullmatch(label):
        return True
    key = key_of(label)
    if key in TOGETHER:
        return True
    role = _NUMBERED_ROLE.fullmatch(key)
    if role is not None and role[1] in ROLES:
        return True
    first, *more = key.split() or [""]
    return (first in ROLES and len(first) > 1) or (first in HONORIFICS and bool(more))


def is_code(label: str) -> bool:
    """Whether this is a letter or two with or without a number."""
    return _CODE.fullmatch(label) is not None


def is_name(label: str) -> bool:
    """Whether each word of it is written as names are."""
    words = plain_name(label).split()
    firsts = [word.lstrip("(")[:1] for word in words if word not in _SMALL]
    return len(words) <= 5 and all(first.isupper() or first.isdigit() for first in firsts)


_SMALL = frozenset("bin binti van de der al el dan &".split())


def is_field(label: str) -> bool:
    """Whether the label introduces a fact: `Jabatan`, `Lokasi`."""
    return first_word(label) in FIELDS


def is_form(keys: list[str]) -> bool:
    """Whether three labels or more follow each other in one order again and again, as in a form."""
    period = len({*keys})
    return period > 2 and all(a == b for a, b in zip(keys, keys[period:], strict=False))


def is_noise(label: str) -> bool:
    return first_word(label) in NOISES


def first_word(label: str) -> str:
    return (key_of(label).split() or [""])[0]


def key_of(label: str) -> str:
    """The label as labels are compared: without case, punctuation and doubled spaces."""
    label = _CONTINUED.sub("", label)
    return " ".join(_PLAIN.sub(" ", label).casefold().split())
