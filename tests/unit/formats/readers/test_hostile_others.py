"""Damaged files of every other format: a document or a reason, never anything else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from makna.domain.document import fits
from makna.domain.errors import BadFile
from makna.domain.text import canonical
from makna.domain.wording.errors_readers import ERRORS
from makna.formats.registry import read_document, suffixes

TESTS = Path(__file__).parents[3]
PAGE = (
    "<!DOCTYPE html><html lang=id><meta charset=utf-8><title>Taman</title><body><nav><a href=/>x"
    "</a></nav><article><h1>Taman</h1><p>Satu <b>dua</b><br>tiga</p><table><tr><td>a<td>b</table>"
    "<ul><li>x<li>y</ul><blockquote>k</blockquote><img src=data:image/png;base64,aa></article>"
)
SAMPLES: dict[str, bytes] = {
    "uji.odt": (TESTS / "files" / "wawancara.odt").read_bytes(),
    "uji.rtf": (TESTS / "files" / "wawancara.rtf").read_bytes(),
    "uji.pdf": (TESTS / "files" / "wawancara.pdf").read_bytes(),
    "uji.vtt": (TESTS / "transcripts" / "23-teams.vtt").read_bytes(),
    "uji.srt": (TESTS / "transcripts" / "28-film.srt").read_bytes(),
    "uji.md": (TESTS / "transcripts" / "15-kepala-tabel.md").read_bytes(),
    "chat.txt": (TESTS / "transcripts" / "16-whatsapp-android-id.txt").read_bytes(),
    "uji.html": PAGE.encode(),
}
NAMES = sorted(SAMPLES)


def survives(data: bytes, name: str) -> None:
    try:
        document = read_document(data, name)
    except BadFile as error:
        assert error.key in ERRORS
        return
    assert fits(document.text, document.layout)
    assert canonical(document.text) == document.text
    assert all(0 <= c.start < c.end <= len(document.text) for c in document.comments)
    assert all(0 <= t.start <= t.end <= len(document.text) for t in document.turns)


@pytest.mark.parametrize("name", NAMES)
def test_the_whole_file_is_read(name: str) -> None:
    document = read_document(SAMPLES[name], name)
    assert document.text.strip()
    assert Path(name).suffix in suffixes()


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_truncated_file_has_a_reason(name: str, data: st.DataObject) -> None:
    sample = SAMPLES[name]
    survives(sample[: data.draw(st.integers(0, len(sample)))], name)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_file_with_wrong_bytes_has_a_reason(name: str, data: st.DataObject) -> None:
    damaged = bytearray(SAMPLES[name])
    change = st.tuples(st.integers(0, len(damaged) - 1), st.integers(0, 255))
    for at, value in data.draw(st.lists(change, min_size=1, max_size=12)):
        damaged[at] = value
    survives(bytes(damaged), name)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_file_with_pieces_moved_has_a_reason(name: str, data: st.DataObject) -> None:
    sample = SAMPLES[name]
    places = st.integers(0, len(sample))
    a, b, at = (data.draw(places) for _ in range(3))
    survives(sample[:at] + sample[min(a, b) : max(a, b)] + sample[at:], name)


RTF = st.lists(
    st.sampled_from(
        r"{ } \par \cell \row \intbl \pard \trowd \b \b0 \u8220? \'e9 \footnote \chftn \field "
        r"\*\fldinst \fldrslt \*\annotation \*\atrfstart \pict \pngblip \listtext \shptxt "
        r"\*\shpinst \deleted \bin3 \v \fonttbl \f1 \stylesheet \s1 \uc9 \nestcell kata ;".split()
    ),
    max_size=30,
)


@settings(max_examples=200, deadline=None)
@given(RTF)
def test_rtf_in_any_order_does_no_harm(words: list[str]) -> None:
    body = " ".join(words)
    closing = "}" * max(0, body.count("{") - body.count("}"))
    survives(b"{\\rtf1 x " + body.encode() + closing.encode() + b"}", "uji.rtf")


TAGS = (
    "p div table tr td ul ol li blockquote pre a b h1 article nav span br img aside header".split()
)
HTML = st.lists(
    st.one_of(
        st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
        st.sampled_from(
            ["kata ", "\u2028", "&#0;", "&#xFFFE;", "&#xD800;", "&nbsp;", "\ufeff", "\x01"]
        ),
    ),
    max_size=40,
)


@settings(max_examples=200, deadline=None)
@given(HTML)
def test_html_in_any_order_does_no_harm(pieces: list[str]) -> None:
    survives(f"<!DOCTYPE html><p>x{''.join(pieces)}".encode(), "uji.html")


MARKDOWN = st.text(st.sampled_from("# *_>-+1.|`[]()<b>&\n\n\n \tab:\u2028\x01"), max_size=60)


@settings(max_examples=200, deadline=None)
@given(MARKDOWN)
def test_markdown_in_any_order_does_no_harm(source: str) -> None:
    survives(f"x\n\n{source}".encode(), "uji.md")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(["1", "00:00:01,000 --> 00:00:02,000", "ya", "", "<v A>b", "17"])))
def test_subtitles_in_any_order_do_no_harm(lines: list[str]) -> None:
    survives(("00:00:01,000 --> 00:00:02,000\n" + "\n".join(lines)).encode(), "uji.srt")
