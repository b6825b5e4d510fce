"""Damaged pictures and pages: a clear reason or a picture, never anything else."""

from __future__ import annotations

import warnings
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from makna.domain.errors import BadFile
from makna.domain.regions import Region
from makna.domain.wording import errors_imports, errors_pictures, errors_readers
from makna.formats import cutouts
from makna.formats.picture_location import without_location
from makna.formats.registry import read_document

ERRORS = errors_readers.ERRORS | errors_imports.ERRORS | errors_pictures.ERRORS
NAMES = ("foto.jpg", "foto.png", "foto.webp", "pindaian.pdf", "artikel.pdf")
LONGER = 10 if settings().max_examples >= 1_000 else 1
"""In `dev.py fuzz` so many times more examples than usually."""
EXAMPLES = 40 * LONGER


@pytest.fixture(scope="module")
def samples(material: Any) -> dict[str, bytes]:
    return {
        "foto.jpg": material.photo("JPEG"),
        "foto.png": material.photo("PNG"),
        "foto.webp": material.photo("WEBP"),
        "pindaian.pdf": material.scan(),
        "artikel.pdf": material.article(),
    }


def survives(data: bytes, name: str) -> None:
    """Read it, and look at what it brought as the window would."""
    try:
        document = read_document(data, name)
    except BadFile as error:
        assert error.key in ERRORS
        return
    if not cutouts.has_pages(document.media_type):
        return
    kept = document.original[1] if document.original else data
    try:
        pages = cutouts.open_pages(kept, document.media_type, name)
    except BadFile as error:
        assert error.key in ERRORS
        return
    try:
        for page in range(1, min(len(pages.sizes), 3) + 1):
            cut = cutouts.cut_out(pages, Region(page, 0, 0, 10, 10), 40)
            assert max(cut.width_px, cut.height_px) <= 40
    except BadFile as error:
        assert error.key in ERRORS
    finally:
        pages.close()


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=EXAMPLES, deadline=None)
@given(data=st.data())
def test_a_truncated_file_has_a_reason(
    name: str, data: st.DataObject, samples: dict[str, bytes]
) -> None:
    sample = samples[name]
    survives(sample[: data.draw(st.integers(0, len(sample)))], name)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=EXAMPLES, deadline=None)
@given(data=st.data())
def test_a_file_with_wrong_bytes_has_a_reason(
    name: str, data: st.DataObject, samples: dict[str, bytes]
) -> None:
    damaged = bytearray(samples[name])
    change = st.tuples(st.integers(0, len(damaged) - 1), st.integers(0, 255))
    for at, value in data.draw(st.lists(change, min_size=1, max_size=12)):
        damaged[at] = value
    survives(bytes(damaged), name)


@settings(max_examples=4 * EXAMPLES, deadline=None)
@given(data=st.data())
def test_damaged_notes_of_the_camera_are_walked_through(
    data: st.DataObject, samples: dict[str, bytes]
) -> None:
    """The length stays, whatever the directories point at; pixels are never touched."""
    sample = bytearray(samples["foto.jpg"])
    end = sample.index(b"\xff\xdb")
    change = st.tuples(st.integers(30, end - 1), st.integers(0, 255))
    for at, value in data.draw(st.lists(change, min_size=1, max_size=20)):
        sample[at] = value
    cleaned = without_location(bytes(sample))
    assert len(cleaned) == len(sample)
    assert cleaned[end:] == sample[end:]


@given(data=st.binary(max_size=300))
def test_any_bytes_after_a_signature_have_a_reason(data: bytes) -> None:
    for start in (
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff",
        b"RIFF\x00\x01\x00\x00WEBP",
        b"%PDF-1.7\n",
    ):
        survives(start + data, "uji")


def test_damaged_notes_of_the_camera_say_nothing_on_the_screen(samples: dict[str, bytes]) -> None:
    data = bytearray(samples["foto.jpg"])
    at = data.index(b"Exif\0\0") + 6
    data[at : at + 10] = b"MM\0*\0\0\0\x08\xff\xff"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        survives(bytes(data), "foto.jpg")
