"""Names that a text seems to hold: candidates for pseudonyms.

A guess for a person to judge: words with a capital inside sentences that recur, joined to names of
several words, and sorted by what stands before them (*Bu*, *Kota*, *di*, *PT*).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from makna.domain.pseudonyms import PseudonymKind

_WORD = r"[^\W\d_]+(?:['’][^\W\d_]+)?"
_RUN = re.compile(rf"{_WORD}")
_SENTENCE_START = re.compile(r"[.!?…:;\]\n\u2028\t•–—-][\s\"'“”‘’(\[«*-]*$|(?:^|[\s,])[\"'“‘«]+$")
"""Also after an opening quotation mark: *bilang, “Siap, Pak”*."""

TITLES = frozenset(
    """bu pak ibu bapak bpk sdr sdri saudara saudari mas mbak kak kang teh abang bang om tante ustaz
    ustad ustadz kyai kiai haji hajah hj h gus neng nyonya tuan ny tn dr drs dra prof ir raden mr
    mrs ms miss sir madam professor dik adik mbah eyang pakde bude""".split()
)
_PLACE_WORDS = frozenset(
    """kota kabupaten kab desa kecamatan kec kelurahan kel provinsi jalan jl dusun kampung pulau
    gunung sungai pasar city town village street county""".split()
)
_PLACE_BEFORE = frozenset("di ke dari in at from near".split())
_BODIES = frozenset(
    """dinas kantor pt cv ud universitas institut politeknik sekolah sma smp sd smk man bank
    yayasan rumah rs rsud puskesmas badan kementerian koperasi bumdes toko perusahaan university
    school hospital company foundation ministry department college""".split()
)
_COMMON = frozenset(
    """senin selasa rabu kamis jumat sabtu minggu ahad januari februari maret april mei juni juli
    agustus september oktober november desember monday tuesday wednesday thursday friday saturday
    sunday january february march may june july august october december indonesia islam kristen
    tuhan allah whatsapp instagram facebook twitter youtube tiktok google covid internet i im ive
    i'm i've i'll i'd saya kami kita anda mereka beliau
    lebaran ramadan ramadhan natal idul fitri adha masya insya alhamdulillah astaghfirullah nak rp
    god the and but""".split()
)
_OFFICES = frozenset(
    """wali walikota bupati gubernur presiden menteri camat lurah kades kadis kabid kasi kasubag
    sekda sekdis kepala ketua wakil sekretaris bendahara asisten direktur manajer humas publik
    warga mayor governor president minister head deputy secretary director manager chief
    officer""".split()
)
"""Titles of offices: *Bu Wali* and *the Mayor* say what somebody is, not who."""
_KINDS = _PLACE_WORDS | _BODIES
"""*Kota* and *Dinas* alone are the name of nothing."""
_LONGEST = 5
"""Words of a name at most."""


@dataclass(frozen=True)
class NameSeen:
    """A name that recurs."""

    name: str
    kind: PseudonymKind
    count: int


class NameFinder:
    """Gathers names over many texts; call `read` for each, then `names`."""

    def __init__(self) -> None:
        self._runs: Counter[tuple[tuple[str, ...], bool, PseudonymKind | None]] = Counter()
        """Words with capitals, whether they begin a sentence, and what the words around say."""
        self._lower: Counter[str] = Counter()
        self._capital: Counter[str] = Counter()

    def read(self, text: str) -> None:
        words = [(m.start(), m.end(), m.group()) for m in _RUN.finditer(text)]
        self._lower.update(word for _, _, word in words if word.islower())
        index = 0
        while index < len(words):
            end = _run_end(text, words, index)
            if end > index:
                self._note(text, words, index, end)
            index = max(end, index + 1)

    def names(self, *, at_least: int = 2) -> list[NameSeen]:
        """What recurs and is not written in lower case as often; most frequent first."""
        inside = {words for words, starts, _ in self._runs if not starts}
        counts: Counter[str] = Counter()
        kinds: dict[str, Counter[PseudonymKind]] = defaultdict(Counter)
        for (words, starts, kind), count in self._runs.items():
            if starts and words[1:] in inside:
                # `Kata Damar`: the first word has its capital from the sentence.
                words, starts = words[1:], False
            name = " ".join(self._trimmed(words, starts))
            if not name:
                continue
            counts[name] += count
            if kind is not None:
                kinds[name][kind] += count
        found = [
            NameSeen(name, max(kinds[name], key=lambda k: kinds[name][k], default=_OTHER), count)
            for name, count in counts.items()
            if count >= at_least
        ]
        return sorted(found, key=lambda name: (-name.count, name.name))

    def _trimmed(self, words: tuple[str, ...], starts: bool) -> tuple[str, ...]:
        """Without words at the beginning and the end that are ordinary ones: `The Mayor` is none.

        The first word of a sentence has a capital anyway, so there one small letter elsewhere
        is enough.
        """
        first, last = 0, len(words)
        while first < last and self._is_word(words[first], starts and first == 0):
            first += 1
        while last > first and self._is_word(words[last - 1], False):
            last -= 1
        alone = last - first == 1 and starts and first == 0
        nobody = all(word.casefold() in _KINDS for word in words[first:last])
        return () if alone or nobody else words[first:last]

    def _is_word(self, word: str, starts: bool) -> bool:
        key = word.casefold()
        if key in _PLACE_WORDS or key in _BODIES:
            return False
        return (
            key in _COMMON
            or key in _OFFICES
            or self._lower[key] > (0 if starts else self._capital[key] // 2)
        )

    def _note(self, text: str, words: Sequence[tuple[int, int, str]], first: int, end: int) -> None:
        before = words[first - 1][2].casefold() if first else ""
        kind: PseudonymKind | None = None
        titled = False
        for index in range(first, end):
            if words[index][2].casefold() in TITLES:
                kind, titled, first = PseudonymKind.PERSON, True, index + 1
        if first == end:
            return
        starts = not titled and _starts_sentence(text, words[first][0])
        named = tuple(_bare(word) for _, _, word in words[first:end])
        self._capital.update(word.casefold() for word in named[int(starts) :])
        self._runs[named, starts, kind or _kind_of(named[0].casefold(), before)] += 1


_OTHER = PseudonymKind.OTHER


def _starts_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 12) : at]
    return not before.strip() or _SENTENCE_START.search(before) is not None


def _bare(word: str) -> str:
    """Without an English possessive."""
    return word[:-2] if word.endswith(("'s", "’s")) else word


def _run_end(text: str, words: Sequence[tuple[int, int, str]], first: int) -> int:
    """Where the name of words with capitals that begins at `first` ends; `first` if none does."""
    end = first
    while end < len(words) and end - first < _LONGEST and _is_name_word(words[end][2]):
        if end > first:
            before = words[end - 1]
            between = text[before[1] : words[end][0]]
            if between not in (" ", "\u00a0", ". ") or (
                between == ". " and before[2].casefold() not in TITLES
            ):
                break
        end += 1
    return end


def _is_name_word(word: str) -> bool:
    return word[0].isupper() and len(word) > 1 and (word[1:].islower() or len(word) > 4)


def _kind_of(first: str, before: str) -> PseudonymKind | None:
    if first in _BODIES:
        return PseudonymKind.ORGANISATION
    if first in _PLACE_WORDS or before in _PLACE_BEFORE or before in _PLACE_WORDS:
        return PseudonymKind.PLACE
    return PseudonymKind.PERSON if before in TITLES else None


def without_title(name: str) -> str:
    """`Bu Rina Wati` → `Rina Wati`."""
    words = name.split()
    while len(words) > 1 and words[0].rstrip(".").casefold() in TITLES:
        words.pop(0)
    return " ".join(words)


def is_label(name: str) -> bool:
    """Whether a speaker's name is a label already (`P`, `I1`, `Informan 2`, `?`) or a role."""
    words = re.findall(r"[^\W\d_]+", name)
    if not words or max(map(len, words)) < 3:
        return True
    roles = """informan informant narasumber responden respondent peneliti pewawancara interviewer
    interviewee researcher penanya moderator peserta participant speaker penutur host fasilitator
    subjek partisipan guru siswa murid mahasiswa dosen teacher student students pupil pupils class
    kelas group kelompok multiple several semua bersama warga unknown"""
    return all(word.casefold() in roles.split() or len(word) < 3 for word in words)


def names_of(texts: Iterable[str], *, at_least: int = 2) -> list[NameSeen]:
    """The names that recur over all the texts together."""
    finder = NameFinder()
    for text in texts:
        finder.read(text)
    return finder.names(at_least=at_least)
