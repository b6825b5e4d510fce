"""Words of a text, and the forms under which a word is found again.

Positions are code points of the text as it stands; only the words themselves are folded.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from makna.domain.lazy_pattern import LazyPattern

try:
    from Stemmer import Stemmer as _PyStemmer
except ImportError:  # no wheel for this platform
    _PyStemmer = None

# Raise it whenever the same text would give other words or forms: indexes are then rebuilt.
ANALYSIS_VERSION = 1
LONGEST_WORD = 128


def _marks() -> str:
    """Character ranges of the combining marks, which `\\w` leaves out (é written as e + U+0301)."""
    ranges: list[list[int]] = []
    for code in range(0x300, 0x20000):
        if unicodedata.category(chr(code))[0] == "M" and not 0xFE00 <= code <= 0xFE0F:
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


# A word: letters, digits and marks, apostrophes inside, soft hyphens and joiners passed over.
# A hyphen or underscore ends it (anak-anak, humas_jakarta). An emoji is a word of its own.
_JOINERS = "\u00ad\u200c\u200d"
_EMOJI = "[\u2600-\u27bf\u2b50\U0001f000-\U0001f3fa\U0001f400-\U0001faff]"


@lru_cache(maxsize=1)
def word_pattern() -> str:
    """As a regular expression; made when first asked for, since all marks are gone through."""
    letter = rf"(?:[^\W_]|[{_marks()}{_JOINERS}])"
    # What a word has taken it never gives back: else every letter is remembered, in 120 bytes.
    return rf"[^\W_]{letter}*+(?:['’ʼ]{letter}++)*+|{_EMOJI}"


_WORD = LazyPattern(word_pattern)
_PASSED_OVER = str.maketrans({**dict.fromkeys(map(ord, _JOINERS)), ord("’"): "'", ord("ʼ"): "'"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it is compared, and where it stands: code points, half-open."""

    word: str
    start: int
    end: int


@lru_cache(maxsize=1 << 17)
def fold(word: str) -> str:
    """The word as it is compared: casefolded, composed, at most 128 characters."""
    if not word.isascii():
        word = unicodedata.normalize("NFC", word.translate(_PASSED_OVER).casefold())
    return word.casefold()[:LONGEST_WORD]


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return list(map(fold, _WORD.findall(text)))


def tokens(text: str) -> list[Token]:
    """The folded words of a text with their places."""
    return [Token(fold(hit.group()), hit.start(), hit.end()) for hit in _WORD.finditer(text)]


def alike(asked: str, word: str, language: str) -> bool:
    """Whether `asked`, a folded word of a query, finds the folded `word` of a text.

    A text of unknown language ("") is read as Indonesian and as English.
    """
    return any(not forms(asked, each).isdisjoint(forms(word, each)) for each in readings(language))


def readings(language: str) -> tuple[str, ...]:
    return (language,) if language in ("id", "en") else ("id", "en")


@lru_cache(maxsize=1 << 17)
def forms(word: str, language: str) -> frozenset[str]:
    """The stems a folded word may have in `language` ("id" or "en").

    English has one. Indonesian prefixes swallow the first letter of a root (menulis ← tulis,
    mengomunikasikan ← komunikasi), and Snowball takes the end of some roots for a suffix
    (sampai, bertemu); where the surface leaves it open every reading counts.
    """
    if language == "en":
        return frozenset({_stem("english", word)})
    return frozenset(_indonesian(word))


_NASAL = re.compile(r"(me|pe)(ny|ng|n|m)(?=[aeiou])(.+)", re.DOTALL)
_SWALLOWED = {"ny": ("s", "ny"), "ng": ("k", ""), "n": ("t", "n"), "m": ("p", "m")}
# Ends of roots that the stemmer would take for -ku, -mu, -nya, -lah, -kah, -pun (bertemu,
# perilaku, bertanya, sekolah): another vowel hides them from it.
_HIDDEN = {"ku": "ko", "mu": "mo", "nya": "nyo", "lah": "leh", "kah": "keh", "pun": "pon"}
_SHOWN = {hidden: shown for shown, hidden in _HIDDEN.items()}
_ENDING = re.compile("(?:" + "|".join(_HIDDEN) + ")$")
_HIDDEN_ENDING = re.compile("(?:" + "|".join(_SHOWN) + ")$")
# Without its end this root would be another word: masa.
_WHOLE_ROOTS = ("masalah",)
# The stemmer takes this root for a prefix and a rest, and not the same rest each time.
_SPELT = ("pengaruh", "pangaruh")


def _indonesian(word: str) -> set[str]:
    found = {word, word.removesuffix("nya")} if len(word) > 5 else {word}
    for reading in _unprefixed(word):
        reading = reading.replace(*_SPELT)
        if not reading.endswith(_WHOLE_ROOTS):
            found.add(_stem("indonesian", reading))
        if _ENDING.search(reading):
            found.add(_stem_with_ending(reading))
    found.update([stem[:-1] for stem in found if stem.endswith("ai") and len(stem) > 4])
    return found


def _unprefixed(word: str) -> list[str]:
    """The word, and as di- or ke- what stands behind a prefix that may have changed the root.

    These two belong to the stemmer's classes of meN- and peN-, and change nothing.
    """
    found = [word]
    nasal = _NASAL.fullmatch(word)
    if nasal:
        prefix, sound, rest = nasal.groups()
        plain = "di" if prefix == "me" else "ke"
        found += [plain + letter + rest for letter in _SWALLOWED[sound]]
    if word.startswith("pe") and len(word) > 5:
        found.append("ke" + word)  # peranan, pengaruh: pe- belongs to the root
    if word.startswith("keter") and len(word) > 8:
        found.append("ke" + word[5:])  # keterbukaan ← buka
    return found


def _stem_with_ending(word: str) -> str:
    hidden = _ENDING.sub(lambda hit: _HIDDEN[hit.group()], word)
    return _HIDDEN_ENDING.sub(lambda hit: _SHOWN[hit.group()], _stem("indonesian", hidden))


_PROBE = """
organization organisation generously skis dying news universities interviewees evening biologist
mempublikasikan pemerintahan keterlibatan berkelanjutan perkembangannya diselenggarakan menyanyi
""".split()


def analysis_stamp() -> str:
    """Differs wherever the same word may get other forms: our version, and that of the stemmers.

    A project travels between machines, and Snowball's algorithms change between its releases.
    """
    found = [sorted(forms(word, language)) for word in _PROBE for language in ("id", "en")]
    return f"{ANALYSIS_VERSION}-{crc32(repr(found).encode()):08x}"


_stemmers = threading.local()


def _stem(algorithm: str, word: str) -> str:
    stemmer: Callable[[str], str] | None = getattr(_stemmers, algorithm, None)
    if stemmer is None:
        stemmer = _make_stemmer(algorithm)
        setattr(_stemmers, algorithm, stemmer)
    return stemmer(word)


def _make_stemmer(algorithm: str) -> Callable[[str], str]:
    """A stemmer for this thread: their objects are not safe to share."""
    if _PyStemmer is not None:
        stem: Callable[[str], str] = _PyStemmer(algorithm, 0).stemWord
        return stem
    import snowballstemmer

    pure: Callable[[str], str] = snowballstemmer.stemmer(algorithm).stemWord
    return pure
