"""Paragraphs of Word files: looks, styles, special characters, what is dropped."""

from __future__ import annotations

from typing import Any

import pytest

SOFT = "\u2028"


def p(*runs: str, properties: str = "") -> str:
    held = "".join(run if run.startswith("<") else f"<w:r><w:t>{run}</w:t></w:r>" for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{held}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_paragraphs_are_joined_by_line_feeds(read_word: Any) -> None:
    assert read_word(p("Selamat pagi.") + p("") + p("Pagi, Bu.")).text == (
        "Selamat pagi.\n\nPagi, Bu."
    )


def test_a_soft_line_break_never_joins_two_words(read_word: Any) -> None:
    assert read_word(p("satu", "<w:r><w:br/></w:r>", "dua")).text == f"satu{SOFT}dua"


def test_a_page_break_between_words_ends_the_paragraph(read_word: Any) -> None:
    broken = '<w:r><w:br w:type="page"/></w:r>'
    assert read_word(p("satu", broken, "dua")).paragraphs == ["satu", "dua"]


def test_a_page_break_at_the_edge_leaves_nothing(read_word: Any) -> None:
    broken = '<w:r><w:br w:type="page"/></w:r>'
    assert read_word(p(broken, "satu", broken) + p("dua")).text == "satu\ndua"


def test_hyphens_tabs_and_fixed_spaces_are_kept(read_word: Any) -> None:
    run = "<w:r><w:t>anak</w:t><w:noBreakHyphen/><w:t>anak</w:t><w:tab/><w:t>pe</w:t>"
    run += "<w:softHyphen/><w:t>duli\u00a05</w:t></w:r>"
    assert read_word(p(run)).text == "anak\u2011anak\tpe\u00adduli\u00a05"


def test_tab_stops_are_not_tabs(read_word: Any) -> None:
    stops = '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>'
    assert read_word(p("satu", properties=stops)).text == "satu"


def test_looks_of_runs_are_kept_and_neighbours_joined(read_word: Any) -> None:
    got = read_word(p("a ", r("b ", "<w:b/>"), r("c", "<w:b/>"), r("d", '<w:i w:val="0"/>')))
    assert got.looks == [("b c", "b")]


def test_looks_of_the_paragraph_mark_are_not_those_of_its_text(read_word: Any) -> None:
    assert read_word(p("biasa", properties="<w:rPr><w:b/></w:rPr>")).looks == []


def test_looks_before_a_tracked_change_of_them_do_not_count(read_word: Any) -> None:
    change = '<w:rPrChange w:id="1"><w:rPr><w:b/></w:rPr></w:rPrChange>'
    assert read_word(p(r("kini", f"<w:i/>{change}"))).looks == [("kini", "i")]


STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Judul1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Judul"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Bab"><w:name w:val="Bab saya"/>
  <w:basedOn w:val="Judul1"/></w:style>
<w:style w:type="paragraph" w:styleId="Garis"><w:name w:val="Subbab"/>
  <w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Kutipan"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Tanya"><w:name w:val="Tanya"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Kuat"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Miring"><w:name w:val="Emphasis"/>
  <w:basedOn w:val="Kuat"/><w:rPr><w:i/></w:rPr></w:style>
"""


@pytest.mark.parametrize(
    ("style", "block"),
    [
        ("Judul1", "heading-1"),
        ("Judul", "title"),
        ("Bab", "heading-1"),
        ("Garis", "heading-3"),
        ("Kutipan", "quote"),
        ("Tanya", "body"),
        ("Heading2", "heading-2"),
        ("TidakAda", "body"),
    ],
)
def test_styles_become_blocks(read_word: Any, style: str, block: str) -> None:
    got = read_word(p("x", properties=f'<w:pStyle w:val="{style}"/>'), styles=STYLES)
    assert got.block(0).style == block


def test_an_outline_level_makes_a_heading(read_word: Any) -> None:
    assert read_word(p("x", properties='<w:outlineLvl w:val="1"/>')).block(0).style == "heading-2"


def test_styles_based_on_each_other_in_a_circle_end(read_word: Any) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    got = read_word(p("x", properties='<w:pStyle w:val="A"/>'), styles=styles)
    assert got.blocks == [("body", "", "x")]


def test_a_bold_style_in_a_bold_paragraph_cancels_out(read_word: Any) -> None:
    strong = r("tidak", '<w:rStyle w:val="Kuat"/>')
    got = read_word(p("ya ", strong, properties='<w:pStyle w:val="Tanya"/>'), styles=STYLES)
    assert got.looks == [("ya ", "b")]


def test_a_character_style_inherits_its_looks(read_word: Any) -> None:
    got = read_word(p(r("x", '<w:rStyle w:val="Miring"/>')), styles=STYLES)
    assert got.looks == [("x", "bi")]


def test_insertions_are_taken_and_deletions_dropped(read_word: Any) -> None:
    deleted = "<w:del><w:r><w:delText>lama</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{r('pindah')}</w:moveFrom>"
    got = read_word(p("kata ", deleted, f"<w:ins>{r('baru')}</w:ins>", moved))
    assert got.text == "kata baru"


def test_a_deleted_paragraph_mark_joins_two_paragraphs(read_word: Any) -> None:
    mark = '<w:rPr><w:del w:id="1"/></w:rPr>'
    got = read_word(p("satu ", properties=mark) + p("dua") + p("tiga", properties=mark))
    assert got.paragraphs == ["satu dua", "tiga"]


def test_hidden_text_is_left_out_and_said(read_word: Any) -> None:
    got = read_word(p("tampak", r("rahasia", "<w:vanish/>")))
    assert got.text == "tampak"
    assert got.document.warnings[0].text("id").startswith("7 karakter")


def test_field_codes_are_dropped_and_results_kept(read_word: Any) -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    def code(text: str) -> str:
        return f"<w:r><w:instrText>{text}</w:instrText></w:r>"

    inner = mark("begin") + code("PAGE") + mark("separate") + r("7") + mark("end")
    outer = mark("begin") + code("IF ") + inner + code(" = 7") + mark("separate") + r("ya")
    got = read_word(p("Halaman ", outer + mark("end"), " sini"))
    assert got.text == "Halaman ya sini"


def test_a_field_without_an_end_does_not_swallow_the_interview(read_word: Any) -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert read_word(p("a", begin, "b") + p("c")).text == "ab\nc"


def test_links_to_the_web_are_kept_and_others_are_not(read_word: Any) -> None:
    def relation(identity: str, target: str) -> str:
        where = f'Target="{target}" TargetMode="External"'
        return f'<Relationship Id="{identity}" Type="x/hyperlink" {where}/>'

    relations = relation("web", "https://metrokota.go.id/a") + relation("file", "file:///etc/x")
    links = f'<w:hyperlink r:id="web">{r("satu")}</w:hyperlink>'
    links += f'<w:hyperlink r:id="file">{r("dua")}</w:hyperlink>'
    links += f"<w:fldSimple w:instr=' HYPERLINK \"mailto:a@b.id\" '>{r('tiga')}</w:fldSimple>"
    got = read_word(p(links), relations=relations)
    assert [(run.start, run.link) for run in got.block(0).runs] == [
        (0, "https://metrokota.go.id/a"),
        (7, "mailto:a@b.id"),
    ]


def test_content_controls_smart_tags_and_ruby_keep_their_text(read_word: Any) -> None:
    control = f"<w:sdt><w:sdtContent>{r('satu ')}</w:sdtContent></w:sdt>"
    tag = f"<w:smartTag>{r('dua ')}</w:smartTag>"
    ruby = f"<w:r><w:ruby><w:rt>{r('X')}</w:rt><w:rubyBase>{r('tiga')}</w:rubyBase></w:ruby></w:r>"
    block = f"<w:sdt><w:sdtContent>{p('empat')}</w:sdtContent></w:sdt>"
    assert read_word(p(control, tag, ruby) + block).text == "satu dua tiga\nempat"


def test_symbols_become_unicode_and_unknown_ones_are_said(read_word: Any) -> None:
    def sym(font: str, char: str) -> str:
        return f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>'

    got = read_word(p(sym("Wingdings", "F0FE"), sym("Symbol", "F061"), sym("Logo", "F021")))
    assert got.text == "☑α\ufffd"
    assert got.warnings == ["docx_symbols"]


def test_a_fraction_in_a_formula_keeps_its_stroke(read_word: Any) -> None:
    def part(name: str, text: str) -> str:
        return f"<m:{name}><m:r><m:t>{text}</m:t></m:r></m:{name}>"

    formula = f"<m:oMath><m:f>{part('num', '1')}{part('den', '2')}</m:f></m:oMath>"
    assert read_word(p("x = ", formula)).text == "x = 1/2"


def m(name: str, *content: str) -> str:
    return f"<m:{name}>{''.join(content)}</m:{name}>"


def _e(text: str, name: str = "e") -> str:
    return m(name, f"<m:r><m:t>{text}</m:t></m:r>")


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        (m("f", _e("a+b", "num"), _e("c", "den")), "(a+b)/c"),
        (m("sSubSup", _e("x"), _e("i", "sub"), _e("12", "sup")), "x_i^12"),
        (m("d", m("dPr", '<m:begChr m:val="["/>', '<m:endChr m:val=")"/>'), _e("0")), "[0)"),
        (m("d", _e("a"), _e("b")), "(a|b)"),
        (m("d", m("dPr", '<m:sepChr m:val=";"/>'), _e("a"), _e("b")), "(a;b)"),
        (m("rad", _e("3", "deg"), _e("x")), "√[3](x)"),
        (m("nary", _e("i", "sub"), _e("n", "sup"), _e("x")), "∫_i^n x"),
        (m("m", m("mr", _e("1"), _e("2")), m("mr", _e("3"), _e("4"))), "1 2; 3 4"),
        (m("acc", m("accPr", '<m:chr m:val="\u0305"/>'), _e("x")), "x\u0305"),
    ],
)
def test_a_formula_can_be_read_in_one_line(read_word: Any, formula: str, shown: str) -> None:
    assert read_word(p(m("oMath", formula))).text == shown


@pytest.mark.parametrize(
    ("data", "code", "shown"),
    [
        ('<w:checkBox><w:default w:val="1"/></w:checkBox>', "FORMCHECKBOX", "☒"),
        ("<w:checkBox><w:checked/></w:checkBox>", "FORMCHECKBOX", "☒"),
        ('<w:checkBox><w:default/><w:checked w:val="0"/></w:checkBox>', "FORMCHECKBOX", "☐"),
        (
            '<w:ddList><w:result w:val="1"/><w:listEntry w:val="Pria"/>'
            '<w:listEntry w:val="Wanita"/></w:ddList>',
            "FORMDROPDOWN",
            "Wanita",
        ),
        ('<w:ddList><w:result w:val="9"/></w:ddList>', "FORMDROPDOWN", ""),
    ],
)
def test_what_was_ticked_or_chosen_in_a_form_is_kept(
    read_word: Any, data: str, code: str, shown: str
) -> None:
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
    rest = f"<w:r><w:instrText> {code} </w:instrText></w:r>" + "".join(
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("separate", "end")
    )
    assert read_word(p("Setuju: ", begin, rest, ".")).text == f"Setuju: {shown}."


def test_line_ends_inside_text_elements_are_spaces(read_word: Any) -> None:
    got = read_word(p('<w:r><w:t xml:space="preserve">satu\ndua&#13;tiga\u2029empat</w:t></w:r>'))
    assert got.text == f"satu dua tiga{SOFT}empat"


def test_emoji_count_as_one_position(read_word: Any) -> None:
    got = read_word(p("😀😀😀 ", r("tebal", "<w:b/>")))
    assert (got.block(0).runs[0].start, got.block(0).runs[0].end) == (4, 9)


def test_properties_and_language_are_read(read_word: Any) -> None:
    core = (
        '<x xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/">'
        "<dc:title>Wawancara\n1</dc:title><dc:creator>Sari</dc:creator>"
        "<t:created>2024-03-12T08:00:00Z</t:created></x>"
    )
    language = '<w:rPr><w:lang w:val="id-ID"/></w:rPr>'
    styles = f"<w:docDefaults><w:rPrDefault>{language}</w:rPrDefault></w:docDefaults>"
    document = read_word(p("x"), core=core, styles=styles).document
    assert (document.title, document.author, document.date, document.language) == (
        *("Wawancara 1", "Sari", "", "id"),  # a file made in March is no talk held in March
    )
