"""Who speaks when: marks such as `Peneliti:` at the start of paragraphs, found at import.

The text is never changed; a mark is part of its turn. A form of mark is a row of `FORMS`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from makna.domain.document import Block, Layout, ParsedTurn, paragraph_starts

_LABEL = (
    r"(?P<speaker>[^\W\d_](?:[^\n\t\u2028:;!?\[\]{}<>|=“”\"]{0,38}[^\s:;!?\[\]{}<>|=“”\",.]|\.)?)"
)
_CLOCK = r"(?:\d{1,2}[:.])?\d{1,3}[:.][0-5]\d(?:[.,]\d{1,3})?"
_BARE_CLOCK = r"(?:\d{1,2}:)?\d{1,2}:[0-5]\d(?:[.,]\d{1,3})?"
_TIME_BEFORE = (
    rf"(?:[\[(](?P<before>{_CLOCK})[\])]|(?P<bare>{_BARE_CLOCK}))[ \t\u00a0]*[-–—]?[ \t\u00a0]*"
)
_TIME_AFTER = rf"[ \t\u00a0]*[\[(](?P<inside>{_CLOCK})[\])]"
_SPACE = r"[ \t\u00a0]*"
# After the colon: white space or the end, or at once the first letter of what is said.
_COLON = (
    rf"{_SPACE}:(?:{_SPACE}[\[(](?P<after>{_CLOCK})[\])])?"
    r"(?=[ \t\u00a0\u2028]|$|[^\W\d_]|[“\"'‘(\[…])[ \t\u00a0]*"
)


@dataclass(frozen=True)
class Form:
    """One way to write who speaks; groups `speaker` and, for the time, any of `TIME_GROUPS`."""

    name: str
    pattern: re.Pattern[str]


TIME_GROUPS = ("before", "bare", "inside", "after")
FORMS: tuple[Form, ...] = (
    Form("colon", re.compile(rf"{_SPACE}(?:{_TIME_BEFORE})?{_LABEL}(?:{_TIME_AFTER})?{_COLON}")),
)

_ROLES = frozenset(
    "peneliti pewawancara penanya narasumber informan responden partisipan peserta moderator "
    "fasilitator notulen penerjemah tanya jawab pertanyaan jawaban interviewer interviewee "
    "researcher respondent informant participant facilitator speaker pembicara question answer "
    "interpreter q a".split()
)
_HONORIFICS = frozenset(
    "pak bu ibu bapak mas mbak bang kak kakak sdr sdri saudara saudari prof dr drs dra ir h hj "
    "ustaz ustadz kiai kyai mr mrs ms miss".split()
)
_CODE = re.compile(r"[A-Z]{1,3}[ .-]?\d{0,3}")
_NUMBERED_ROLE = re.compile(r"(.+?)[ .-]*(?:\d{1,3}|[a-z]|i{1,3}|iv|v)?")
_FIELDS = frozenset(
    "catatan note notes nb nama name inisial jabatan position posisi pekerjaan occupation profesi "
    "pendidikan instansi lembaga organisasi institution unit bagian divisi lokasi location tempat "
    "place venue alamat address tanggal tgl date hari day waktu time pukul jam durasi duration "
    "lama usia umur age gender sex agama telepon telp hp email surel media medium platform judul "
    "title topik topic tema theme subjek subject perihal hal lampiran nomor no sumber source "
    "contoh example misalnya keterangan ket kesimpulan simpulan conclusion ringkasan abstrak "
    "abstract kunci keywords gambar figure tabel table bab chapter halaman page link url website "
    "situs http https file berkas rekaman recording transkrip transkriptor transcript transcriber "
    "kode code status metode method tujuan sasaran target visi misi hasil temuan analisis latar "
    "dasar pasal ayat menimbang mengingat menetapkan penulis author editor reporter foto photo "
    "tags kategori kasus versi update ps cc bcc re fwd to from kepada dari yth".split()
)
"""First words of labels that introduce facts, not speech."""
_COLUMN_HEADS = frozenset(
    "isi teks text ujaran transkrip transcript tuturan percakapan pernyataan jawaban verbatim "
    "uraian kutipan pembicaraan".split()
)
"""What stands over the second column of a talk in a table."""
_PLAIN = re.compile(r"[^\w ]+")
_MAX_WORDS = 6
_HEAD = 30
"""Paragraphs with text in which the head of a transcript may lie."""
_SHARE = 0.08
"""At least this share of the paragraphs from the first mark to the last must have one."""
_SPEECH_STYLES = ("title", "heading", "footnote")


@dataclass(frozen=True)
class _Mark:
    """A possible start of a turn."""

    paragraph: int
    speaker: str
    time_ms: int | None
    length: int
    rest: str
    """What follows the mark in its paragraph."""
    tab: bool = False
    """Whether a tab follows the colon."""
    cell: bool = False

    @property
    def key(self) -> str:
        return _key(self.speaker)


def find_turns(text: str, layout: Layout) -> tuple[ParsedTurn, ...]:
    """The turns of a transcript; none for a text that does not look like one.

    A turn reaches from the paragraph with its mark to the last paragraph before the next mark,
    heading or footnote; empty paragraphs at its end are not part of it.
    """
    paragraphs = text.split("\n")
    found = _plain_marks(paragraphs, layout) + _table_marks(paragraphs, layout)
    # A row may begin with `X:` as well; its cell, which comes later here, is the whole mark.
    by_paragraph = {mark.paragraph: mark for mark in found}
    marks = [by_paragraph[index] for index in sorted(by_paragraph)]
    return tuple(_turns(marks, paragraphs, layout))


def mark_length(paragraph: str, style: str = "body") -> int:
    """How many characters at the start of a turn's first paragraph name the speaker.

    Counts the white space after the mark; 0 when the paragraph does not begin with one. `style`
    is the style of its block: in a `table-row` the first cell is the mark.
    """
    if style == "table-row" and (mark := _cell_mark(0, paragraph)) is not None:
        return mark.length
    mark = _mark(0, paragraph)
    return mark.length if mark is not None else 0


def _plain_marks(paragraphs: list[str], layout: Layout) -> list[_Mark]:
    marks = [
        mark
        for index, paragraph in enumerate(paragraphs)
        if ":" in paragraph[:80] and not _interrupts(layout[index])
        if (mark := _mark(index, paragraph)) is not None
    ]
    if not marks:
        return []
    head = _head_end(marks, paragraphs)
    marks = [mark for mark in marks if mark.paragraph >= head and not _is_field(mark.speaker)]
    counts = Counter(mark.key for mark in marks)
    certain = _without_legend([mark for mark in marks if _speaks(mark, counts)])
    if not _is_dialogue(certain, paragraphs):
        return []
    inside = [mark for mark in marks if mark.paragraph > certain[0].paragraph]
    return [mark for mark in inside if counts[mark.key] == 1 and _fits_in(mark, certain)] + certain


def _mark(index: int, paragraph: str) -> _Mark | None:
    for form in FORMS:
        found = form.pattern.match(paragraph)
        if found is None:
            continue
        speaker = " ".join(found["speaker"].split())
        if not _is_label(speaker):
            continue
        groups = form.pattern.groupindex
        time = next((found[g] for g in TIME_GROUPS if g in groups and found[g]), None)
        milliseconds = _milliseconds(time) if time else None
        rest = paragraph[found.end() :].strip()
        tab = "\t" in found[0][found.end("speaker") - found.start() :]
        return _Mark(index, speaker, milliseconds, found.end(), rest, tab)
    return None


def _is_label(label: str) -> bool:
    """Whether this could be a name: few words, no clause, no sentence end inside."""
    words = label.split()
    if len(words) > _MAX_WORDS or label.lower() in ("http", "https", "file", "mailto"):
        return False
    inner = [word for word in words[:-1] if word.endswith(".")]
    return all(len(word) <= 5 for word in inner)


def _speaks(mark: _Mark, counts: Counter[str]) -> bool:
    """Speakers recur, carry a time, or bear a name that only a speaker has."""
    return counts[mark.key] > 1 or mark.time_ms is not None or _is_speaker_label(mark.speaker)


def _fits_in(mark: _Mark, certain: list[_Mark]) -> bool:
    """Whether somebody who speaks but once in a dialogue is marked as the others are."""
    if mark in certain:
        return False
    words = mark.speaker.split()
    names = len(words) > 1 and all(word[0].isupper() or word[0].isdigit() for word in words)
    tabs = sum(other.tab for other in certain)
    return names or (mark.tab and tabs * 2 > len(certain))


def _is_speaker_label(label: str) -> bool:
    if _CODE.fullmatch(label):
        return True
    key = _key(label)
    role = _NUMBERED_ROLE.fullmatch(key)
    if role is not None and role[1] in _ROLES:
        return True
    first, *more = key.split() or [""]
    return first in _ROLES or (first in _HONORIFICS and bool(more))


def _is_field(label: str) -> bool:
    return (_key(label).split() or [""])[0] in _FIELDS


def _head_end(marks: list[_Mark], paragraphs: list[str]) -> int:
    """The paragraph after the head, a run of `Jabatan: …` lines before the talk; 0 if none.

    `Narasumber: Ibu Sari` belongs to it when a fact such as Jabatan or Lokasi follows.
    """
    by_paragraph = {mark.paragraph: mark for mark in marks}
    seen: set[str] = set()
    end = filled = 0
    for index, paragraph in enumerate(paragraphs):
        if not paragraph.strip():
            continue
        filled += 1
        mark = by_paragraph.get(index)
        if filled > _HEAD or (mark is None and len(paragraph.split()) > 15):
            break
        if mark is None:
            continue
        if _is_field(mark.speaker):
            end = index + 1
        elif mark.key in seen or len(mark.rest.split()) > 10 or mark.rest.endswith(("?", "!")):
            break
        seen.add(mark.key)
    return end


def _without_legend(marks: list[_Mark]) -> list[_Mark]:
    """Leave out what explains marks before the talk: `P: Peneliti`, `Narasumber: Ibu Sari`."""
    keys = Counter(mark.key for mark in marks)
    for index, mark in enumerate(marks):
        words = _key(mark.rest)
        explains = words in keys or (_is_speaker_label(mark.rest) and len(words.split()) <= 3)
        if not explains or words == "" or mark.time_ms is not None:
            return marks[index:]
        if keys[mark.key] == 1 and words not in keys:
            return marks[index:]
    return []


def _is_dialogue(marks: list[_Mark], paragraphs: list[str]) -> bool:
    if len(marks) < 2:
        return False
    if len({mark.key for mark in marks}) < 2 and not (
        _is_speaker_label(marks[0].speaker) or marks[0].time_ms is not None or len(marks) > 2
    ):
        return False
    stretch = paragraphs[marks[0].paragraph : marks[-1].paragraph + 1]
    return len(marks) >= _SHARE * sum(1 for paragraph in stretch if paragraph.strip())


# Tables: speaker in the first of two columns.


def _table_marks(paragraphs: list[str], layout: Layout) -> list[_Mark]:
    marks: list[_Mark] = []
    for rows in _tables(layout):
        if all(paragraphs[row].count("\t") == 1 for row in rows):
            marks += _marks_of_table(rows, paragraphs)
    return marks


def _tables(layout: Layout) -> Iterator[list[int]]:
    """Numbers of the paragraphs that are consecutive rows."""
    rows: list[int] = []
    for index, block in enumerate(layout):
        if block.style == "table-row":
            rows.append(index)
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows


def _marks_of_table(rows: list[int], paragraphs: list[str]) -> list[_Mark]:
    if (_key(paragraphs[rows[0]].partition("\t")[2]).split() or [""])[0] in _COLUMN_HEADS:
        rows = rows[1:]
    marks = [mark for row in rows if (mark := _cell_mark(row, paragraphs[row])) is not None]
    named = sum(1 for row in rows if paragraphs[row].partition("\t")[0].strip())
    counts = Counter(mark.key for mark in marks)
    spoken = [m for m in marks if (counts[m.key] > 1 or _is_speaker_label(m.speaker))]
    spoken = [m for m in spoken if not _is_field(m.speaker)]
    words = sorted(len(mark.rest.split()) for mark in spoken)
    recurring = sum(counts[key] for key in {m.key for m in spoken} if counts[key] > 1)
    talk = len(spoken) >= 2 and len(spoken) >= 0.7 * named and words[len(words) // 2] >= 2
    known = all(_is_speaker_label(mark.speaker) for mark in spoken)
    return spoken if talk and (known or recurring >= 0.5 * len(spoken)) else []


def _cell_mark(index: int, row: str) -> _Mark | None:
    cell, tab, rest = row.partition("\t")
    label = " ".join(cell.replace("\u2028", " ").split())
    time = re.search(rf"[\[(]?({_BARE_CLOCK})[\])]?", label)
    if time is not None:
        label = " ".join((label[: time.start()] + " " + label[time.end() :]).split())
    label = label.rstrip(" :").strip()
    if not tab or not label or len(label) > 40 or not label[0].isalpha() or not _is_label(label):
        return None
    milliseconds = _milliseconds(time[1]) if time else None
    return _Mark(index, label, milliseconds, len(cell) + 1, rest.strip(), cell=True)


def _turns(marks: list[_Mark], paragraphs: list[str], layout: Layout) -> Iterator[ParsedTurn]:
    starts = paragraph_starts(layout)
    names: dict[str, str] = {}
    limits = [mark.paragraph for mark in marks[1:]] + [len(paragraphs)]
    for mark, limit in zip(marks, limits, strict=False):
        last = _last_paragraph(mark, limit, paragraphs, layout)
        yield ParsedTurn(
            starts[mark.paragraph],
            starts[last] + len(paragraphs[last]),
            names.setdefault(mark.key, mark.speaker),
            mark.time_ms,
        )


def _last_paragraph(mark: _Mark, limit: int, paragraphs: list[str], layout: Layout) -> int:
    """The last paragraph with text before the next mark, a heading, a note or the table's end."""
    last = mark.paragraph
    for index in range(mark.paragraph + 1, limit):
        if _interrupts(layout[index]) or (mark.cell and layout[index].style != "table-row"):
            break
        if paragraphs[index].strip():
            last = index
    return last


def _interrupts(block: Block) -> bool:
    return block.style.startswith(_SPEECH_STYLES)


def _key(label: str) -> str:
    """The label as labels are compared: without case, punctuation and doubled spaces."""
    return " ".join(_PLAIN.sub(" ", label).casefold().split())


def _milliseconds(time: str) -> int:
    """`h:m:s`, `m:s`, with an optional fraction, in ms; a third number makes the first hours."""
    clock, fraction = time, ""
    match = re.fullmatch(r"(\d+[:.]\d+(?::\d+|\.\d\d)?)[.,](\d{1,3})", time)
    if match is not None and (":" in match[1]):
        clock, fraction = match[1], match[2]
    seconds = 0
    for part in re.split(r"[:.]", clock):
        seconds = seconds * 60 + int(part)
    return seconds * 1000 + int(fraction.ljust(3, "0") or 0)
