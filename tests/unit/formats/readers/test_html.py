"""Saved web pages: the article and what the page says of itself."""

from __future__ import annotations

import base64
import json
import re
import time

import pytest

from makna.domain.document import ParsedDocument, fits
from makna.domain.errors import BadFile
from makna.domain.text import canonical
from makna.formats.registry import read_document

PARAGRAPH = (
    "Pemerintah Kota Sagara Asri meresmikan taman bermain di tepi sungai, tempat warga berkumpul "
    "setiap sore. Taman itu dibangun selama dua tahun."
)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


def read(source: str | bytes, name: str = "uji.html") -> ParsedDocument:
    data = source if isinstance(source, bytes) else source.encode()
    document = read_document(data, name)
    assert fits(document.text, document.layout)
    assert canonical(document.text) == document.text
    return document


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html lang='id-ID'><head>{head}</head><body>{body}</body></html>"


def article(inner: str = "") -> str:
    return f"<article><h1>Taman dibuka</h1><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p>{inner}</article>"


MENU = "<ul>" + "".join(f"<li><a href='/{n}'>Menu {n}</a></li>" for n in range(30)) + "</ul>"


def test_head_and_foot_of_the_printed_page_are_left_out_of_what_libreoffice_saves() -> None:
    document = read(
        '<html><body><div title="header"><p>BAB IV</p></div><p>Satu paragraf.</p>'
        '<div title="footer"><p>12</p></div></body></html>'
    )
    assert document.text == "Satu paragraf."


def test_menus_scripts_and_related_links_are_left_out() -> None:
    document = read(
        page(
            f"<header><h2>Portal</h2></header><nav>{MENU}</nav><div class='content'>{article()}"
            f"<div class='baca-juga'>Baca juga: banjir</div></div><aside>{MENU}</aside>"
            "<script>var x = 'skrip'</script><footer>Hak cipta</footer>"
        )
    )
    assert document.text == f"Taman dibuka\n{PARAGRAPH}\n{PARAGRAPH}"
    assert document.layout[0].style == "heading-1"


def test_a_page_without_marks_is_scored() -> None:
    body = (
        f"<div id='x'>{MENU}</div><div id='y'><div><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p></div></div>"
    )
    assert read(page(body)).text == f"{PARAGRAPH}\n{PARAGRAPH}"


def test_a_short_page_is_read_whole() -> None:
    assert read("<html><p>Satu.<p>Dua.").text == "Satu.\nDua."
    assert read("cuma teks").text == "cuma teks"


def test_looks_lists_quotes_tables_and_breaks_are_kept() -> None:
    inner = (
        "<p><b>Tebal</b> <em>miring</em><br>baris</p><ol start=3><li>tiga<ul><li>dalam</li></ul>"
        "<li>empat</ol><blockquote><p>kutipan</p></blockquote><table><tr><th>A<th>B<tr><td>1"
        "<td>x<br>y</table><h2>Bagian</h2>"
    )
    document = read(page(article(inner)))
    lines = document.text.split("\n")[3:]
    found = list(zip(lines, document.layout[3:], strict=True))
    assert [(text, b.style, b.level, b.marker) for text, b in found] == [
        ("Tebal miring\u2028baris", "body", 0, ""),
        ("tiga", "list", 0, "3."),
        ("dalam", "list", 1, "•"),
        ("empat", "list", 0, "4."),
        ("kutipan", "quote", 0, ""),
        ("A\tB", "table-row", 0, ""),
        ("1\tx\u2028y", "table-row", 0, ""),
        ("Bagian", "heading-2", 0, ""),
    ]
    assert [run.bold for run in found[0][1].runs] == [True, False]


def test_links_are_resolved_against_the_page() -> None:
    head = "<link rel='canonical' href='https://kota.example/berita/1'>"
    document = read(
        page(article("<p><a href='../unduh'>unduh</a> <a href='javascript:x'>y</a>"), head)
    )
    assert [run.link for run in document.layout[-1].runs] == ["https://kota.example/unduh"]
    assert document.url == "https://kota.example/berita/1"


def test_json_ld_says_who_when_and_where() -> None:
    said = {
        "@graph": [
            {"@type": "Organization", "name": "x"},
            {
                "@type": ["NewsArticle"],
                "headline": "Taman dibuka",
                "datePublished": "2025-03-03T08:00:00+07:00",
                "author": [{"name": "Hana Wijaya"}, {"name": "Sari"}],
                "publisher": {"name": "Sagara Pos"},
            },
        ]
    }
    head = f"<script type='application/ld+json'>{json.dumps(said)}</script>"
    document = read(page(article(), head))
    assert (document.title, document.author, document.date) == (
        *("Taman dibuka", "Hana Wijaya, Sari", "2025-03-03"),
    )
    assert (document.publisher, document.year, document.language) == ("Sagara Pos", "2025", "id")


def test_open_graph_and_meta_say_the_same() -> None:
    head = (
        "<meta property='og:title' content='Taman dibuka | Sagara Pos'>"
        "<meta property='og:site_name' content='Sagara Pos'><meta name='author' content='Hana'>"
        "<meta property='article:published_time' content='2025-03-03'>"
        "<meta property='og:url' content='https://kota.example/1'>"
    )
    document = read(page(article(), head))
    assert (document.title, document.author, document.date) == (
        "Taman dibuka",
        "Hana",
        "2025-03-03",
    )
    assert (document.publisher, document.url) == ("Sagara Pos", "https://kota.example/1")


def test_a_title_that_stands_above_the_article_comes_first() -> None:
    body = f"<h1>Kabar Kota</h1><main><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p></main>"
    document = read(page(body, "<title>Kabar Kota Hari Ini - Pos</title>"))
    assert document.text.split("\n")[0] == "Kabar Kota Hari Ini"
    assert document.layout[0].style == "title"


def test_browsers_note_where_and_when_a_page_was_saved() -> None:
    note = (
        "<!--\n Page saved with SingleFile \n url: https://kota.example/a?b=1 \n"
        " saved date: Mon Mar 03 2025 10:00:00 GMT+0700\n-->"
    )
    document = read(f"<!DOCTYPE html><html>{note}<body>{article()}</body></html>")
    assert (document.url, document.accessed) == ("https://kota.example/a?b=1", "2025-03-03")


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("utf-8", ""),
        ("utf-8", "<meta charset='iso-8859-1'>"),
        ("cp1252", "<meta charset='ISO-8859-1'>"),
        ("cp1252", ""),
        ("gbk", "<meta http-equiv='Content-Type' content='text/html; charset=gbk'>"),
        ("utf-16", ""),
    ],
)
def test_encodings_are_found(encoding: str, head: str) -> None:
    said = "日本" if encoding == "gbk" else "“café”"
    assert read(page(article(f"<p>{said}"), head).encode(encoding)).text.endswith(said)


def test_pictures_in_the_file_are_kept_and_others_counted() -> None:
    data = base64.b64encode(PNG).decode()
    inner = (
        f"<p><img src='data:image/png;base64,{data}'><img src='https://x/y.png'>"
        "<img src='z' width='1'></p>"
    )
    document = read(page(article(inner)))
    assert document.text.endswith("\n\ufffc") and list(document.pictures.values()) == [PNG]
    assert [str(m.args[0][1]) for m in document.warnings] == ["1"]


def test_a_page_saved_whole_is_unpacked() -> None:
    picture = base64.b64encode(PNG).decode()
    data = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://kota.example/a\r\n"
        "Date: Mon, 3 Mar 2025 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="XX"\r\n\r\n'
        "--XX\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        f"{page(article('<p><img src=https://kota.example/p.png>é'))}\r\n"
        "--XX\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
        f"Content-Location: https://kota.example/p.png\r\n\r\n{picture}\r\n--XX--\r\n"
    )
    document = read(data, "a.mhtml")
    assert document.text.endswith("\n\ufffcé")
    assert (document.url, document.accessed) == ("https://kota.example/a", "2025-03-03")


@pytest.mark.parametrize("source", ["<!DOCTYPE html>", page(""), page("<script>x</script>")])
def test_nothing_to_read_has_a_reason(source: str) -> None:
    with pytest.raises(BadFile) as caught:
        read(source)
    assert caught.value.key == "file_empty"


@pytest.mark.parametrize("levels", [300, 2_000, 20_000])
def test_a_deep_page_is_read_whole_or_refused(levels: int) -> None:
    source = f"<html><body><p>awal</p>{'<div>' * levels}dalam{'</div>' * levels}<p>akhir</p>"
    if levels == 300:
        assert read(source).text == "awal\ndalam\nakhir"
        return
    with pytest.raises(BadFile) as caught:
        read(source)
    assert caught.value.key == "file_too_deep"


@pytest.mark.parametrize(
    "attributes",
    [
        " ".join(f'a{n}="x"' for n in range(60_000)),
        " ".join(f"a{n}='>'" for n in range(60_000)),
        "/".join(f"a{n}" for n in range(60_000)),
        "".join(f'a{n}="x"' for n in range(60_000)),
        '="' + " ".join(f"a{n}" for n in range(60_000)),
    ],
    ids=["spaced", "with signs", "slashes", "unspaced", "with a stray quote"],
)
def test_a_tag_with_endless_attributes_is_refused_at_once(attributes: str) -> None:
    began = time.thread_time()
    with pytest.raises(BadFile) as caught:
        read(f"<html><body><p {attributes}>Halo</p>")
    assert caught.value.key == "html_damaged"
    assert time.thread_time() - began < 1


def test_a_long_value_is_no_endless_tag() -> None:
    value = "kata > kata " * 20_000
    assert read(f"<html><body><p title=\"{value}\" data-x = '{value}'>Halo</p>").text == "Halo"


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("<meta name='publishdate' content='2025/03/03 08:30:00'>", ""),
        ("", "<div class='post-date'>Senin, 3 Maret 2025 08:30 WIB</div>"),
        ("", "<span id='tanggal'>03/03/2025</span>"),
    ],
)
def test_the_day_is_read_as_indonesian_pages_write_it(head: str, line: str) -> None:
    assert read(page(line + article(), head)).date == "2025-03-03"


@pytest.mark.parametrize(
    "line",
    [
        '<p>Baca juga: <a href="/banjir">Banjir surut</a></p>',
        '<p><strong>Baca Juga : </strong><a href="/banjir">Banjir surut</a></p>',
        '<div><a href="/banjir">BACA JUGA: Banjir surut</a></div>',
        '<p>Lihat juga: <em><a href="/banjir">Banjir surut</a></em>.</p>',
        '<p>Baca juga:</p><ul><li><a href="/a">Banjir surut</a></li></ul>',
        '<h4>Artikel terkait</h4><ul><li><a href="/a">Banjir surut</a></li></ul>',
        '<p>[Baca juga: <a href="/banjir">Banjir surut</a>]</p>',
    ],
)
def test_lines_that_only_point_to_other_articles_are_menus(line: str) -> None:
    text = read(page(article(line))).text
    assert "Banjir" not in text
    assert "aca juga" not in text.lower()
    assert read(page(article(""))).text == text


@pytest.mark.parametrize(
    "line",
    [
        "<p>Baca juga peraturan itu, kata wali kota kepada warga.</p>",
        '<p>Baca juga: <a href="/a">lampiran</a> yang memuat angka lengkap untuk semua warga.</p>',
        '<p>Warga diminta membaca <a href="/a">pengumuman</a>.</p>',
        "<p>Simak: taman dibuka pukul tujuh setiap hari.</p>",
    ],
)
def test_sentences_with_the_same_words_stay(line: str) -> None:
    words = " ".join(re.sub(r"<[^>]+>", "", line).split())
    assert words in read(page(article(line))).text


TELEGRAM = """<div class="page_wrap"><div class="page_header"><div class="content">
<div class="text bold">Warga RT 05</div></div></div><div class="page_body chat_page">
<div class="history"><div class="message service" id="m0"><div class="body details">
12 March 2024</div></div>
<div class="message default clearfix" id="m1"><div class="pull_left userpic_wrap">
<div class="userpic userpic1"><div class="initials">R</div></div></div><div class="body">
<div class="pull_right date details" title="12.03.2024 10:15:22 UTC+07:00">10:15</div>
<div class="from_name">Ratna Sari </div><div class="text">Selamat pagi<br>semuanya</div></div></div>
<div class="message default clearfix joined" id="m2"><div class="body">
<div class="pull_right date details" title="12.03.2024 10:15:40 UTC+07:00">10:15</div>
<div class="text">Besok jadi?</div></div></div>
<div class="message default clearfix" id="m3"><div class="body">
<div class="pull_right date details" title="12.03.2024 10:17:02 UTC+07:00">10:17</div>
<div class="from_name">Budi, S.Sos.</div><div class="reply_to details">In reply to
<a href="#go_to_message1">this message</a></div><div class="media_wrap clearfix">
<div class="media clearfix pull_left media_voice_message"><div class="body">
<div class="title bold">Voice message</div><div class="status details">00:12</div></div></div>
</div></div></div></div></div></div>"""


def test_a_chat_of_telegram_desktop_has_its_turns() -> None:
    found = read(page(TELEGRAM, "<title>Exported Data</title>"))
    said = [(t.speaker, t.time_ms, found.text[t.start : t.end]) for t in found.turns]
    assert said == [
        ("Ratna Sari", 36_922_000, "Ratna Sari, [12.03.2024 10:15:22]\nSelamat pagi\nsemuanya"),
        ("Ratna Sari", 36_940_000, "Ratna Sari, [12.03.2024 10:15:40]\nBesok jadi?"),
        (
            "Budi, S.Sos.",
            37_022_000,
            "Budi, S.Sos., [12.03.2024 10:17:02]\nVoice message\n00:12",
        ),
    ]
    assert found.text.startswith("12 March 2024\n")
    assert found.date == "2024-03-12"


def test_a_page_that_is_one_table_keeps_its_rows() -> None:
    rows = [
        ("1", "00:03", "P", "Sejak kapan di sini, Pak?"),
        ("2", "00:09", "N", "Sejak 2010, ya."),
    ]
    cells = ["".join(f"<td>{cell}</td>" for cell in row) for row in (*rows, *rows)]
    found = read(page("<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"))
    assert found.text.split("\n")[0] == "1\t00:03\tP\tSejak kapan di sini, Pak?"
    assert [turn.speaker for turn in found.turns] == ["P", "N", "P", "N"]


def test_a_table_that_frames_a_page_is_not_its_text() -> None:
    frame = f"<table><tr><td>{MENU}</td><td><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p></td></tr></table>"
    assert read(page(frame)).text == f"{PARAGRAPH}\n{PARAGRAPH}"
