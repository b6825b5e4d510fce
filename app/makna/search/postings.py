"""Where a word stands, as packed arrays: a byte or two for each occurrence, decoded at C speed."""

from __future__ import annotations

import struct
import sys
from array import array
from collections.abc import MutableSequence
from dataclasses import dataclass
from itertools import accumulate
from operator import sub

Numbers = MutableSequence[int]


@dataclass(slots=True)
class Postings:
    """Where a word stands: paragraphs, how often in each, and which words of them, in one row."""

    paragraphs: Numbers
    counts: Numbers
    positions: Numbers


def no_postings() -> Postings:
    return Postings(array("I"), array("I"), array("I"))


# Postings as they lie in the file: a byte with the three widths, the number of all positions,
# gaps between paragraphs, counts (left out when all are 1), positions; little-endian.
_WIDTHS = ("", "B", "H", "I")
_HEAD = struct.Struct("<BI")


def packed_postings(postings: Postings) -> bytes:
    gaps = array("I", [postings.paragraphs[0]])
    gaps.extend(map(sub, postings.paragraphs[1:], postings.paragraphs))
    once = len(postings.positions) == len(postings.paragraphs)
    widths = (_width(gaps), 0 if once else _width(postings.counts), _width(postings.positions))
    rows = (gaps, postings.counts, postings.positions)
    packed = [
        little(array(_WIDTHS[width], row)).tobytes()
        for width, row in zip(widths, rows, strict=True)
        if width
    ]
    flags = widths[0] | widths[1] << 2 | widths[2] << 4
    return _HEAD.pack(flags, len(postings.positions)) + b"".join(packed)


def unpacked_postings(data: bytes, offset: int, count: int) -> Postings:
    flags, total = _HEAD.unpack_from(data, offset)
    at = offset + _HEAD.size
    rows: list[Numbers] = []
    for shift, length in ((0, count), (2, count), (4, total)):
        code = _WIDTHS[flags >> shift & 3]
        if not code:
            rows.append(array("B", b"\x01" * length))
            continue
        row = array(code)
        size = row.itemsize * length
        row.frombytes(data[at : at + size])
        rows.append(little(row))
        at += size
    return Postings(list(accumulate(rows[0])), rows[1], rows[2])


def _width(numbers: Numbers) -> int:
    largest = max(numbers)
    return 1 if largest < 1 << 8 else 2 if largest < 1 << 16 else 3


def little(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return numbers
