"""Segments of the index, in Whoosh's term dictionaries; the only module that imports Whoosh.

A segment is immutable: a term dictionary with a field for each language, postings, the word forms
(stem → words) and a table of its paragraphs. The term dictionary and hash files are Whoosh's. The
postings are packed arrays instead of its pickled blocks: they decode some twenty times faster,
and a project file that comes from somebody else cannot run code through them.
"""

# Whoosh is annotated in part only.
# mypy: allow-untyped-calls

from __future__ import annotations

import json
import pickle
import secrets
import struct
from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

import whoosh
from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3TermInfo, W3TermsReader
from whoosh.fields import TEXT, Schema
from whoosh.filedb.filestore import Storage
from whoosh.filedb.filetables import HashReader, HashWriter
from whoosh.filedb.structfile import BufferFile, StructFile
from whoosh.reading import CorruptIndexError, TermNotFound

from makna.search.analysis import analysis_stamp, forms, readings, words
from makna.search.documents import Document, Segment
from makna.search.postings import (
    Postings,
    little,
    no_postings,
    packed_postings,
    unpacked_postings,
)

LAYOUT_VERSION = 1
STAMP = f"whoosh {whoosh.__version__} analysis {analysis_stamp()} layout {LAYOUT_VERSION}"
UNKNOWN = "xx"
SCHEMA = Schema(**{field: TEXT() for field in ("en", "id", UNKNOWN)})


@dataclass(frozen=True)
class Stretch:
    """The paragraphs of one document within a segment, half-open."""

    start: int
    end: int
    version: int


class CorruptSegment(Exception):
    """A file of the index that does not hold what it should."""


def build_segment(documents: Sequence[Document]) -> Segment:
    """The index of some documents, one entry for each paragraph that is not blank.

    Needs no project: made to run in a process of its own.
    """
    tables: dict[str, dict[str, Postings]] = defaultdict(dict)
    rows = _Rows({}, array("I"), array("I"))
    for document in documents:
        start = len(rows.numbers)
        table = tables[document.language if document.language in ("id", "en") else UNKNOWN]
        for number, paragraph in enumerate(document.text.split("\n")):
            if paragraph.strip():
                rows.add(number, _index_paragraph(table, len(rows.numbers), words(paragraph)))
        rows.stretches[document.key] = Stretch(start, len(rows.numbers), document.version)
    return _finished(tables, rows)


def _index_paragraph(table: dict[str, Postings], paragraph: int, found: list[str]) -> int:
    places: dict[str, list[int]] = {}
    for position, word in enumerate(found):
        if word in places:
            places[word].append(position)
        else:
            places[word] = [position]
    for word, positions in places.items():
        postings = table.get(word)
        if postings is None:
            postings = table[word] = no_postings()
        postings.paragraphs.append(paragraph)
        postings.counts.append(len(positions))
        postings.positions.extend(positions)
    return len(found)


@dataclass
class _Rows:
    """The table of paragraphs: number within the text, words, and the stretch of each document."""

    stretches: dict[str, Stretch]
    numbers: array[int]
    lengths: array[int]

    def add(self, number: int, length: int) -> None:
        self.numbers.append(number)
        self.lengths.append(length)

    def to_bytes(self) -> bytes:
        head = json.dumps(
            {key: [s.start, s.end, s.version] for key, s in self.stretches.items()}
        ).encode()
        sizes = struct.pack("<II", len(head), len(self.numbers))
        return sizes + head + little(self.numbers).tobytes() + little(self.lengths).tobytes()

    @classmethod
    def from_bytes(cls, data: bytes) -> _Rows:
        head, count = struct.unpack_from("<II", data)
        stretches = {key: Stretch(*row) for key, row in json.loads(data[8 : 8 + head]).items()}
        numbers, lengths = array("I"), array("I")
        numbers.frombytes(data[8 + head : 8 + head + 4 * count])
        lengths.frombytes(data[8 + head + 4 * count : 8 + head + 8 * count])
        return cls(stretches, little(numbers), little(lengths))


def _finished(tables: Mapping[str, Mapping[str, Postings]], rows: _Rows) -> Segment:
    storage = _MemoryStorage({})
    codec = _Codec()
    segment = codec.new_segment(storage, "makna")
    segment.segid = secrets.token_hex(8)
    terms = _TermsWriter(codec, storage, segment)
    lexicon = HashWriter(segment.create_file(storage, ".lex"), hashtype=1)
    for language in sorted(tables):
        table = tables[language]
        terms.start_field(language, SCHEMA[language])
        for encoded, word in sorted((word.encode(), word) for word in table):
            terms.add_term(encoded, table[word])
        terms.finish_field()
        _write_forms(lexicon, language, table)
    terms.close()
    lexicon.close()
    storage.files[segment.make_filename(".doc")] = rows.to_bytes()
    name = segment.segment_id()
    return Segment(name, len(rows.numbers), sum(rows.lengths), tuple(storage.files.items()))


def _write_forms(lexicon: HashWriter, language: str, table: Iterable[str]) -> None:
    """Which other words of the table have a stem; a word that is its own stem needs no entry."""
    inflected: dict[str, list[str]] = defaultdict(list)
    for word in table:
        for reading in readings(language):
            for stem in forms(word, reading):
                if stem != word:
                    inflected[f"{language}\0{reading}\0{stem}"].append(word)
    for entry, found in inflected.items():
        lexicon.add(entry.encode(), "\0".join(sorted(set(found))).encode())


class OpenSegment:
    """A segment to be read. Raises CorruptSegment when its files are not a segment's."""

    def __init__(self, name: str, files: Mapping[str, bytes]) -> None:
        self.name = name
        storage = _MemoryStorage(dict(files))
        codec = _Codec()
        segment = codec.new_segment(storage, "makna")
        segment.segid = name.removeprefix("makna_")
        try:
            self._terms = _TermsReader(
                codec,
                *_opened(storage, segment.make_filename(".trm")),
                storage.open_file(segment.make_filename(".pst")),
            )
            self._lexicon = HashReader.open(storage, segment.make_filename(".lex"))
            self._rows = _Rows.from_bytes(files[segment.make_filename(".doc")])
        except Exception as problem:
            raise CorruptSegment(name) from problem
        self._postings_file = files[segment.make_filename(".pst")]
        self.languages = sorted(self._terms.indexed_field_names())
        self._norms: tuple[tuple[float, float], list[float]] = ((-1.0, -1.0), [])

    @property
    def stretches(self) -> dict[str, Stretch]:
        return self._rows.stretches

    @property
    def numbers(self) -> array[int]:
        """The number of each paragraph within its text."""
        return self._rows.numbers

    @property
    def lengths(self) -> array[int]:
        """The words of each paragraph."""
        return self._rows.lengths

    @cached_property
    def words(self) -> int:
        return sum(self.lengths)

    def norms(self, base: float, slope: float) -> list[float]:
        """`base` + `slope` × length of each paragraph."""
        if self._norms[0] != (base, slope):
            self._norms = ((base, slope), [base + slope * length for length in self.lengths])
        return self._norms[1]

    @cached_property
    def _starts(self) -> list[tuple[int, str]]:
        return [(s.start, key) for key, s in self.stretches.items() if s.end > s.start]

    def key_of(self, paragraph: int) -> str:
        return self._starts[bisect_right(self._starts, (paragraph, "\U0010ffff")) - 1][1]

    def postings(self, language: str, word: str) -> Postings | None:
        """Where a word stands in the texts of a language (a field of the index)."""
        try:
            info = self._terms.term_info(language, word.encode())
        except TermNotFound:
            return None
        offset, _ = info.extent()
        return unpacked_postings(self._postings_file, offset, info.doc_frequency())

    def inflected(self, language: str, reading: str, stem: str) -> list[str]:
        """The words of a field with this stem, besides the stem itself."""
        found = self._lexicon.get(f"{language}\0{reading}\0{stem}".encode())
        return found.decode().split("\0") if found else []

    def starting_with(self, language: str, prefix: str) -> Iterator[str]:
        """The words of a field that begin so, in order of their code points."""
        asked = prefix.encode()
        for field, word in self._terms.terms_from(language, asked):
            if field != language or not word.startswith(asked):
                return
            yield word.decode()

    def vocabulary(self, language: str) -> list[str]:
        return self._vocabularies[language]

    @cached_property
    def _vocabularies(self) -> dict[str, list[str]]:
        return {language: list(self.starting_with(language, "")) for language in self.languages}


def merge_segments(parts: Sequence[tuple[OpenSegment, frozenset[str]]]) -> Segment:
    """One segment from several, without the documents whose keys are given beside each."""
    rows = _Rows({}, array("I"), array("I"))
    tables: dict[str, dict[str, Postings]] = defaultdict(dict)
    for segment, dead in parts:
        renumbered = _copied_rows(rows, segment, dead)
        whole = not dead
        for language in segment.languages:
            for word in segment.vocabulary(language):
                postings = segment.postings(language, word)
                if postings is not None:
                    _append(tables[language], word, postings, renumbered, whole)
    return _finished(tables, rows)


def _copied_rows(rows: _Rows, segment: OpenSegment, dead: frozenset[str]) -> list[int]:
    """Append the live paragraphs; returns the new place of each old one, -1 for a dead one."""
    renumbered = [-1] * len(segment.numbers)
    for key, stretch in segment.stretches.items():
        if key in dead:
            continue
        start = len(rows.numbers)
        rows.numbers.extend(segment.numbers[stretch.start : stretch.end])
        rows.lengths.extend(segment.lengths[stretch.start : stretch.end])
        rows.stretches[key] = Stretch(start, len(rows.numbers), stretch.version)
        renumbered[stretch.start : stretch.end] = range(start, len(rows.numbers))
    return renumbered


def _append(
    table: dict[str, Postings], word: str, postings: Postings, renumbered: list[int], whole: bool
) -> None:
    if not whole:
        postings = _living(postings, renumbered)
        if not postings.paragraphs:
            return
    target = table.get(word)
    if target is None:
        target = table[word] = no_postings()
    target.paragraphs.extend(map(renumbered.__getitem__, postings.paragraphs))
    target.counts.extend(iter(postings.counts))
    target.positions.extend(iter(postings.positions))


def _living(postings: Postings, renumbered: list[int]) -> Postings:
    kept = no_postings()
    at = 0
    for paragraph, count in zip(postings.paragraphs, postings.counts, strict=True):
        if renumbered[paragraph] >= 0:
            kept.paragraphs.append(paragraph)
            kept.counts.append(count)
            kept.positions.extend(iter(postings.positions[at : at + count]))
        at += count
    return kept


class _Codec(W3Codec):
    """Whoosh's third codec; its term dictionary, our postings."""


class _TermsWriter(W3FieldWriter):
    def add_term(self, encoded: bytes, postings: Postings) -> None:
        offset = self._postfile.tell()
        packed = packed_postings(postings)
        self._postfile.write(packed)
        info = W3TermInfo(
            weight=len(postings.positions),
            df=len(postings.paragraphs),
            minid=postings.paragraphs[0],
            maxid=postings.paragraphs[-1],
        )
        info.set_extent(offset, len(packed))
        self._tindex.add(struct.pack("!H", self._fieldid) + encoded, info.to_bytes())


class _TermsReader(W3TermsReader):
    def term_info(self, fieldname: str, tbytes: bytes) -> Any:
        try:
            found = self._tindex[self._keycoder(fieldname, tbytes)]
        except KeyError:
            raise TermNotFound(tbytes) from None
        if found[0]:
            # Inlined postings are a pickle, which we never write.
            raise CorruptIndexError(fieldname)
        return W3TermInfo.from_bytes(found)


class _PlainUnpickler(pickle.Unpickler):
    """Reads the few dicts of strings and numbers that Whoosh keeps, and nothing that runs code."""

    def find_class(self, module: str, name: str) -> Any:
        raise pickle.UnpicklingError(f"{module}.{name}")


class _PlainFile(BufferFile):
    def read_pickle(self) -> Any:
        return _PlainUnpickler(self.file).load()


class _MemoryStorage(Storage):
    """The files of one segment."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files

    def create_file(self, name: str, **_: Any) -> StructFile:
        buffer = BytesIO()

        def keep(_: StructFile) -> None:
            self.files[name] = buffer.getvalue()

        return StructFile(buffer, name=name, onclose=keep)

    def open_file(self, name: str, **_: Any) -> BufferFile:
        return _PlainFile(self.files[name], name=name)

    def file_length(self, name: str) -> int:
        return len(self.files[name])


def _opened(storage: _MemoryStorage, name: str) -> tuple[BufferFile, int]:
    return storage.open_file(name), storage.file_length(name)
