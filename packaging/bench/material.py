"""Material for the benchmarks: Indonesian-like text and Word files, the same for the same seed.

Words are common Indonesian ones and others made of syllables, drawn by Zipf's law, so that an
index, a compressor and a line breaker meet the distribution that they would meet in interviews.
Word files look as Word writes them: direct fonts and sizes on runs, revision ids, a hundred-odd
latent styles, a table, footnotes. Standard library only.
"""

from __future__ import annotations

import random
import zipfile
from bisect import bisect
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path
from xml.sax.saxutils import escape

COMMON = (
    "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena kita ada "
    "orang sudah bisa kami mereka oleh atau lebih seperti masyarakat media informasi kota humas "
    "pemerintah publik kegiatan berita sosial anak dinas komunikasi warga program citra website "
    "mempublikasikan dipublikasikan publikasi pelayanan misalnya sebenarnya kemudian biasanya"
).split()
_ONSETS = "b c d g h j k l m n p r s t w ng ny pr kr st".split()
_VOWELS = "a a a i u e o".split()
_CODAS = ("", "", "", "n", "ng", "r", "s", "k", "t", "m")
_AFFIXES = (("", ""), ("", ""), ("me", "kan"), ("di", ""), ("ber", ""), ("pe", "an"), ("", "nya"))
VOCABULARY = 20_000
_RUNS = 6
"""Runs a paragraph, about."""


@cache
def vocabulary() -> tuple[str, ...]:
    """Distinct words, the most frequent first."""
    source = random.Random(17)
    words = dict.fromkeys(COMMON)
    while len(words) < VOCABULARY:
        stem = "".join(
            source.choice(_ONSETS) + source.choice(_VOWELS) + source.choice(_CODAS)
            for _ in range(source.choice((1, 2, 2, 2, 3)))
        )
        before, after = source.choice(_AFFIXES)
        words[before + stem + after] = None
    return tuple(words)


@cache
def _weights() -> tuple[float, ...]:
    return tuple(accumulate(1 / (rank + 2.7) for rank in range(VOCABULARY)))


def words(count: int, seed: int) -> list[str]:
    """So many words in Zipf's distribution."""
    source, known, weights = random.Random(seed), vocabulary(), _weights()
    return [known[bisect(weights, source.random() * weights[-1])] for _ in range(count)]


def paragraphs(characters: int, seed: int) -> list[str]:
    """Paragraphs of a few sentences, `characters` in all when joined by line feeds."""
    source = random.Random(seed * 7919 + 1)
    supply = iter(words(characters // 3 + 100, seed))
    made: list[str] = []
    total = -1
    while total < characters:
        sentences = []
        for _ in range(source.randint(2, 6)):
            sentence = [next(supply, "itu") for _ in range(source.randint(5, 18))]
            if len(sentence) > 9:
                sentence[5] += ","
            sentences.append(" ".join(sentence).capitalize() + source.choice("....?"))
        made.append(" ".join(sentences))
        total += len(made[-1]) + 1
    made[-1] = made[-1][: len(made[-1]) - (total - characters)]
    return made if made[-1] else made[:-1]


def docx(path: Path, characters: int, seed: int) -> None:
    """Write an interview of about so many characters with one table and four footnotes."""
    content = paragraphs(characters, seed)
    source = random.Random(seed * 104_729 + 3)
    notes_at = {len(content) * (n + 1) // 5: n + 1 for n in range(4)}
    pieces = [_heading("Transkrip wawancara", "Heading1")]
    for index, text in enumerate(content):
        if index and index % 25 == 0:
            pieces.append(_heading(f"Bagian {index // 25}", "Heading2"))
        pieces.append(_paragraph(text, notes_at.get(index), source))
        if index == len(content) // 2:
            pieces.append(_table(words(60, seed + 1)))
    document = f"<w:document {_W}><w:body>{''.join(pieces)}{_SECTION}</w:body></w:document>"
    parts = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": _XML + document,
        "word/_rels/document.xml.rels": _DOCUMENT_RELATIONS,
        "word/styles.xml": _XML + _styles(),
        "word/numbering.xml": _XML + _numbering(),
        "word/footnotes.xml": _XML + _footnotes(seed),
        "word/settings.xml": _SETTINGS,
        "docProps/core.xml": _CORE,
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            member = zipfile.ZipInfo(name, (2024, 1, 2, 3, 4, 6))
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, part)


_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
_SIZE = '<w:sz w:val="24"/><w:szCs w:val="24"/>'
_LOOKS = ("", "", "", "<w:b/>", "<w:i/>", '<w:u w:val="single"/>')
_SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


def _run(text: str, look: str = "") -> str:
    return (
        f"<w:r><w:rPr>{_FONT}{look}{_SIZE}</w:rPr>"
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    )


def _heading(text: str, style: str) -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    return f"<w:p>{properties}<w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def _paragraph(text: str, note: int | None, source: random.Random) -> str:
    cuts = sorted(source.sample(range(1, len(text)), min(_RUNS - 1, len(text) - 1)))
    bounds = [0, *cuts, len(text)]
    runs = [_run(text[start:end], source.choice(_LOOKS)) for start, end in pairwise(bounds)]
    if note is not None:
        runs.append(
            '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
            f'<w:footnoteReference w:id="{note}"/></w:r>'
        )
    listed = ""
    if source.random() < 0.08:
        listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    return (
        f'<w:p w:rsidR="00{source.randrange(16**6):06X}" w:rsidRDefault="00A77B3E"><w:pPr>{listed}'
        f'<w:spacing w:line="480" w:lineRule="auto"/><w:jc w:val="both"/></w:pPr>{"".join(runs)}'
        "</w:p>"
    )


def _table(cells: list[str]) -> str:
    rows = [
        "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr><w:p>{_run(cell)}</w:p></w:tc>'
            for cell in cells[at : at + 3]
        )
        for at in range(0, len(cells), 3)
    ]
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def _footnotes(seed: int) -> str:
    notes = []
    for number, text in enumerate(paragraphs(400, seed + 2)[:1] * 4, start=1):
        notes.append(
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
            '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
            f"{_run(' ' + text[:200])}</w:p></w:footnote>"
        )
    return f"<w:footnotes {_W}>{''.join(notes)}</w:footnotes>"


def _styles() -> str:
    latent = "".join(
        f'<w:lsdException w:name="Latent {n}" w:semiHidden="1" w:unhideWhenUsed="1"/>'
        for n in range(260)
    )
    named = [
        ("Heading1", "heading 1", 0),
        ("Heading2", "heading 2", 1),
        ("Heading3", "heading 3", 2),
    ]
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="{level}"/></w:pPr>'
        f"<w:rPr><w:b/>{_SIZE}</w:rPr></w:style>"
        for style, name, level in named
    )
    return (
        f"<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>{_FONT}"
        '<w:lang w:val="id-ID"/></w:rPr></w:rPrDefault></w:docDefaults>'
        f'<w:latentStyles w:count="260">{latent}</w:latentStyles>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/></w:style>{headings}"
        '<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/>'
        '<w:basedOn w:val="Normal"/></w:style><w:style w:type="character" '
        'w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>'
    )


def _numbering() -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="%{level + 1}."/><w:lvlJc w:val="left"/></w:lvl>'
        for level in range(9)
    )
    return (
        f'<w:numbering {_W}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CONTENT_TYPES = (
    _XML + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_OFFICE}.document.main+xml"/>'
    + "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_OFFICE}.{part}+xml"/>'
        for part in ("styles", "numbering", "footnotes", "settings")
    )
    + '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATIONS = (
    f'{_XML}<Relationships xmlns="{_RELATIONSHIPS}"><Relationship Id="rId1" '
    f'Type="{_TYPE}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" '
    f'Type="{_RELATIONSHIPS}/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)
_CORE = (
    f'{_XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Wawancara</dc:title>'
    '<dc:creator>Peneliti</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">'
    "2024-01-02T03:04:05Z</dcterms:created></cp:coreProperties>"
)
_SETTINGS = (
    f'{_XML}<w:settings {_W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:rsids>'
    + "".join(f'<w:rsid w:val="00{n * 7919:06X}"/>' for n in range(1, 60))
    + "</w:rsids></w:settings>"
)
_DOCUMENT_RELATIONS = (
    f'{_XML}<Relationships xmlns="{_RELATIONSHIPS}">'
    + "".join(
        f'<Relationship Id="rId{n}" Type="{_TYPE}/{part}" Target="{part}.xml"/>'
        for n, part in enumerate(("styles", "numbering", "footnotes", "settings"), start=1)
    )
    + "</Relationships>"
)
