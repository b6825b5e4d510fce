"""The styles of our Word documents: everything has a name, so a template restyles it all."""

from __future__ import annotations

from makna.domain.report import Page
from makna.domain.wording import Language
from makna.formats.writers._ooxml import attribute, twips, word_language

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DIM = "595959"
"""7:1 on white: a reference is to be read, it only steps back."""
_INDENT_CM = 1.25
_SINGLE = 240


def styles_xml(page: Page, language: Language) -> str:
    """The whole `word/styles.xml`."""
    parts = [
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="{NAMESPACE}">',
        _defaults(page, language),
        _basic(),
        *(_heading(level, page) for level in range(1, 10)),
        _front(page),
        _foot(page),
        _running(page),
        _quoting(page),
        _tables(page),
        "</w:styles>",
    ]
    return "".join(parts)


def _defaults(page: Page, language: Language) -> str:
    font, tag = attribute(page.font), word_language(language)
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
        f"{_size(page.size_pt)}"
        f'<w:lang w:val="{tag}" w:eastAsia="en-US" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        f'<w:spacing w:after="0" w:line="{_SINGLE}" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _basic() -> str:
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
        "<w:unhideWhenUsed/></w:style>"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        '<w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList">'
        '<w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        "<w:unhideWhenUsed/></w:style>"
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        '<w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
        '<w:rPr><w:color w:val="0B5394"/><w:u w:val="single"/></w:rPr></w:style>'
        '<w:style w:type="character" w:customStyle="1" w:styleId="MaknaDim">'
        f'<w:name w:val="Makna Dim"/><w:qFormat/><w:rPr>{_color(DIM)}</w:rPr></w:style>'
        '<w:style w:type="character" w:customStyle="1" w:styleId="MaknaMissing">'
        '<w:name w:val="Makna Missing"/><w:qFormat/><w:rPr><w:b/><w:bCs/>'
        f'{_color("7A1F00")}<w:shd w:val="clear" w:color="auto" w:fill="FFE48A"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="FootnoteReference">'
        '<w:name w:val="footnote reference"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    )


def _heading(level: int, page: Page) -> str:
    size = page.size_pt + max(0, 2 - level)
    looks = {1: _BOLD, 2: _BOLD, 3: _BOLD + _ITALIC}.get(level, _ITALIC)
    return _style(
        f"Heading{level}",
        f"heading {level}",
        paragraph=(
            "<w:keepNext/><w:keepLines/>"
            f"{_spacing(360 if level == 1 else 240, 120)}"
            f'<w:outlineLvl w:val="{level - 1}"/>'
        ),
        run=looks + _size(size),
        following="MaknaBody",
        priority=9,
        own=False,
    )


def _front(page: Page) -> str:
    return "".join(
        (
            _style(
                "Title",
                "Title",
                paragraph=f"<w:keepNext/>{_spacing(0, 240)}{_CENTRED}",
                run=_BOLD + _size(page.size_pt + 2),
                following="MaknaBody",
                priority=10,
                own=False,
            ),
            _style(
                "Subtitle",
                "Subtitle",
                paragraph=f"{_spacing(0, 240)}{_CENTRED}",
                following="MaknaBody",
                priority=11,
                own=False,
            ),
            _style(
                "TOCHeading",
                "TOC Heading",
                paragraph=f"<w:keepNext/>{_spacing(360, 120)}",
                run=_BOLD + _size(page.size_pt),
                priority=39,
                own=False,
            ),
            *(_contents_entry(level, page) for level in range(1, 10)),
        )
    )


def _contents_entry(level: int, page: Page) -> str:
    width = twips(page.width_cm - page.left_cm - page.right_cm)
    return _style(
        f"TOC{level}",
        f"toc {level}",
        paragraph=(
            f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{width}"/></w:tabs>'
            f'{_spacing(0, 60)}<w:ind w:left="{(level - 1) * 284}" w:right="567"/>'
        ),
        priority=39,
        own=False,
    )


def _foot(page: Page) -> str:
    return "".join(
        (
            _style("Footer", "footer", paragraph=_CENTRED, priority=99, own=False),
            _style(
                "FootnoteText",
                "footnote text",
                paragraph=_spacing(0, 40) + '<w:jc w:val="both"/>',
                run=_size(page.size_pt - 2),
                priority=99,
                own=False,
            ),
            _style(
                "MaknaBreak",
                "Makna Break",
                paragraph='<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>',
                run=_size(1),
            ),
        )
    )


def _running(page: Page) -> str:
    line = round(_SINGLE * page.line_spacing)
    indent = twips(_INDENT_CM)
    small = _size(page.size_pt - 2)
    return "".join(
        (
            _style(
                "MaknaBody",
                "Makna Body",
                paragraph=(
                    f'<w:spacing w:after="0" w:line="{line}" w:lineRule="auto"/>'
                    f'<w:ind w:firstLine="{indent}"/><w:jc w:val="both"/>'
                ),
            ),
            _style(
                "MaknaProperty",
                "Makna Property",
                paragraph=f'{_spacing(0, 20)}<w:jc w:val="center"/>',
                run=_color(DIM) + small,
            ),
            _style(
                "MaknaPropertyEnd",
                "Makna Property End",
                based="MaknaProperty",
                paragraph=_spacing(0, 200),
            ),
            _style(
                "MaknaDetail", "Makna Detail", paragraph=_spacing(0, 120), run=_color(DIM) + small
            ),
            _style(
                "MaknaDefinition",
                "Makna Definition",
                paragraph=f'{_spacing(0, 120)}<w:jc w:val="both"/>',
            ),
            _style("MaknaMemo", "Makna Memo", paragraph=_beside(indent, 0, 120), run=small),
            _style("MaknaList", "Makna List", paragraph=f'{_spacing(0, 80)}<w:jc w:val="both"/>'),
            _style(
                "MaknaVerbatim",
                "Makna Verbatim",
                paragraph=_spacing(120, 120),
                run='<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>'
                "<w:noProof/>" + small,
            ),
        )
    )


def _quoting(page: Page) -> str:
    indent, right = twips(_INDENT_CM), twips(0.5)
    small = _size(page.size_pt - 2)
    both = f'<w:ind w:left="{indent}" w:right="{right}"/><w:jc w:val="both"/>'
    return "".join(
        (
            _style(
                "MaknaQuote",
                "Makna Quote",
                paragraph=_spacing(200, 200) + both,
                following="MaknaBody",
            ),
            # What goes on below, in another paragraph or with a reference, stays close to it.
            _style(
                "MaknaQuoteOpen",
                "Makna Quote Open",
                based="MaknaQuote",
                paragraph=_spacing(200, 40),
            ),
            _style(
                "MaknaQuoteNext", "Makna Quote Next", based="MaknaQuote", paragraph=_spacing(20, 40)
            ),
            _style(
                "MaknaQuoteEnd", "Makna Quote End", based="MaknaQuote", paragraph=_spacing(20, 200)
            ),
            _style(
                "MaknaContext",
                "Makna Context",
                paragraph=_spacing(200, 20) + both,
                run=_color(DIM) + small,
            ),
            _style(
                "MaknaContextAfter",
                "Makna Context After",
                based="MaknaContext",
                paragraph=_spacing(20, 40),
            ),
            _style(
                "MaknaReference", "Makna Reference", paragraph=_beside(indent, 0, 120), run=small
            ),
        )
    )


def _tables(page: Page) -> str:
    small = _size(page.size_pt - 2)
    text = twips(1.2)
    return "".join(
        (
            _style(
                "MaknaPicture",
                "Makna Picture",
                paragraph=f'<w:keepLines/>{_spacing(200, 80)}<w:jc w:val="center"/>',
            ),
            _style(
                "MaknaLine",
                "Makna Line",
                paragraph=(
                    f'<w:tabs><w:tab w:val="left" w:pos="{text}"/></w:tabs>{_spacing(0, 0)}'
                    f'<w:ind w:left="{text}" w:hanging="{text}"/>'
                ),
                run=small,
            ),
            _style(
                "MaknaLineText",
                "Makna Line Text",
                paragraph=_spacing(0, 0),
                run=_size(page.size_pt - 3),
            ),
            _LINES,
            _style(
                "Caption",
                "caption",
                paragraph=f"<w:keepNext/>{_spacing(240, 80)}",
                priority=35,
                own=False,
            ),
            _style("MaknaTableText", "Makna Table Text", paragraph=_spacing(30, 30), run=small),
            _style(
                "MaknaTableHeading",
                "Makna Table Heading",
                based="MaknaTableText",
                paragraph="<w:keepNext/>",
                run=_BOLD,
            ),
            _style(
                "MaknaTableNote",
                "Makna Table Note",
                paragraph=_spacing(60, 240),
                run=_color(DIM) + small,
            ),
            _TABLE,
        )
    )


_LINES = (
    '<w:style w:type="table" w:customStyle="1" w:styleId="MaknaLines">'
    '<w:name w:val="Makna Lines"/><w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr>'
    '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
)
_TABLE = (
    '<w:style w:type="table" w:customStyle="1" w:styleId="MaknaTable">'
    '<w:name w:val="Makna Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
    "<w:tblPr><w:tblBorders>"
    '<w:top w:val="single" w:sz="8" w:space="0" w:color="000000"/>'
    '<w:bottom w:val="single" w:sz="12" w:space="0" w:color="000000"/>'
    '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>'
    "</w:tblBorders></w:tblPr>"
    '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>'
    '<w:top w:val="single" w:sz="8" w:space="0" w:color="000000"/>'
    '<w:bottom w:val="single" w:sz="8" w:space="0" w:color="000000"/></w:tcBorders>'
    '<w:shd w:val="clear" w:color="auto" w:fill="EEEDE8"/></w:tcPr></w:tblStylePr>'
    "</w:style>"
)
_BOLD = "<w:b/><w:bCs/>"
_ITALIC = "<w:i/><w:iCs/>"
_CENTRED = '<w:jc w:val="center"/>'


def _style(
    style_id: str,
    name: str,
    *,
    paragraph: str = "",
    run: str = "",
    based: str = "Normal",
    following: str = "",
    priority: int | None = None,
    own: bool = True,
) -> str:
    inside = [
        f'<w:name w:val="{name}"/><w:basedOn w:val="{based}"/>',
        f'<w:next w:val="{following}"/>' if following else "",
        f'<w:uiPriority w:val="{priority}"/>' if priority is not None else "",
        "<w:qFormat/>",
        f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "",
        f"<w:rPr>{run}</w:rPr>" if run else "",
    ]
    custom = ' w:customStyle="1"' if own else ""
    opening = f'<w:style w:type="paragraph"{custom} w:styleId="{style_id}">'
    return f"{opening}{''.join(inside)}</w:style>"


def _spacing(before: int, after: int) -> str:
    return (
        f'<w:spacing w:before="{before}" w:after="{after}" w:line="{_SINGLE}" w:lineRule="auto"/>'
    )


def _beside(indent: int, before: int, after: int) -> str:
    return f'{_spacing(before, after)}<w:ind w:left="{indent}" w:right="{twips(0.5)}"/>'


def _size(points: float) -> str:
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def _color(value: str) -> str:
    return f'<w:color w:val="{value}"/>'
