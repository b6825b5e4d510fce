"""What Word refuses or repairs in a docx, for the elements that we write.

Orders of children are those of ECMA-376 part 1, `wml.xsd` (transitional).
"""

from __future__ import annotations

import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"

ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind "
    "contextualSpacing jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps strike noProof vanish color sz szCs highlight u lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption",
    "tblBorders": "top left bottom right insideH insideV",
    "tcBorders": "top left bottom right",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
    "tbl": "bookmarkStart tblPr tblGrid tr",
    "tr": "trPr tc",
    "tc": "tcPr p",
    "style": "name aliases basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr "
    "tblPr trPr tcPr tblStylePr",
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "sectPr": "headerReference footerReference type pgSz pgMar pgNumType cols titlePg docGrid",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang "
    "clrSchemeMapping decimalSymbol listSeparator",
    "compat": "doNotExpandShiftReturn compatSetting",
    "numbering": "abstractNum num",
    "abstractNum": "multiLevelType lvl",
    "num": "abstractNumId lvlOverride",
    "lvl": "start numFmt pStyle lvlText lvlJc pPr rPr",
    "sdt": "sdtPr sdtContent",
    "numPr": "ilvl numId",
}
STYLE_TYPES = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}


def problems(path: Path) -> list[str]:
    """What is wrong with the file, one line each; empty when Word would open it as it is."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        parts = {name: archive.read(name) for name in names}
    found = [f"{name} twice" for name, count in Counter(names).items() if count > 1]
    trees = {name: etree.fromstring(data) for name, data in parts.items()}
    found.extend(_untyped(trees))
    for name, tree in trees.items():
        found.extend(f"{name}: {problem}" for problem in _dangling(name, tree, trees))
        found.extend(f"{name}: {problem}" for problem in _disorder(tree))
    found.extend(_style_problems(trees))
    found.extend(_body_problems(trees["word/document.xml"], trees["word/numbering.xml"]))
    return found


def _untyped(trees: dict[str, etree._Element]) -> Iterator[str]:
    types = trees["[Content_Types].xml"]
    overrides = {str(e.get("PartName")) for e in types if e.get("PartName")}
    extensions = {e.get("Extension") for e in types if e.get("Extension")}
    for name in trees:
        known = f"/{name}" in overrides or name.rpartition(".")[2] in extensions
        if name != "[Content_Types].xml" and not known:
            yield f"{name} has no content type"
    yield from (f"{name} is typed and missing" for name in overrides if name[1:] not in trees)


def _dangling(name: str, tree: etree._Element, trees: dict[str, etree._Element]) -> Iterator[str]:
    if name.endswith(".rels"):
        base = posixpath.dirname(posixpath.dirname(name))
        ids = Counter(str(rel.get("Id")) for rel in tree)
        yield from (f"{key} used twice" for key, count in ids.items() if count > 1)
        for rel in tree:
            target = posixpath.normpath(posixpath.join(base, str(rel.get("Target"))))
            if rel.get("TargetMode") != "External" and target.lstrip("/") not in trees:
                yield f"{target} is missing"
        return
    folder, base_name = posixpath.split(name)
    relations = trees.get(f"{folder}/_rels/{base_name}.rels", ())
    ids = {rel.get("Id") for rel in relations}
    for element in tree.iter():
        for attribute, value in element.attrib.items():
            if str(attribute).startswith(R) and value not in ids:
                yield f"relationship {value} is missing"


def _disorder(tree: etree._Element) -> Iterator[str]:
    for element in tree.iter(f"{W}*"):
        order = ORDER.get(_name(element), "").split()
        if not order:
            if _name(element) == "p" and any(_name(c) == "pPr" for c in element[1:]):
                yield "w:pPr is not the first in w:p"
            continue
        children = [_name(child) for child in element]
        unknown = [child for child in children if child not in order]
        if unknown:
            yield f"w:{_name(element)} may not hold {unknown}"
        elif children != sorted(children, key=order.index):
            yield f"w:{_name(element)} has its children as {children}"


def _style_problems(trees: dict[str, etree._Element]) -> Iterator[str]:
    styles = trees["word/styles.xml"].findall(f"{W}style")
    kinds = {str(s.get(f"{W}styleId")): s.get(f"{W}type") for s in styles}
    if len(kinds) < len(styles):
        yield "a style id is used twice"
    named = Counter(str(s.find(f"{W}name").get(f"{W}val")).lower() for s in styles)
    yield from (f"two styles are called {name}" for name, n in named.items() if n > 1)
    for style in styles:
        for relative in ("basedOn", "next", "link"):
            other = style.find(f"{W}{relative}")
            if other is not None and other.get(f"{W}val") not in kinds:
                yield f"{style.get(f'{W}styleId')} is {relative} an unknown style"
    for name, tree in trees.items():
        for tag, kind in STYLE_TYPES.items():
            for use in tree.iter(f"{W}{tag}"):
                if kinds.get(str(use.get(f"{W}val"))) != kind:
                    yield f"{name}: no {kind} style {use.get(f'{W}val')}"


def _body_problems(document: etree._Element, numbering: etree._Element) -> Iterator[str]:
    body = document[0]
    if _name(body[-1]) != "sectPr":
        yield "the body does not end with its section"
    for table in document.iter(f"{W}tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        if any(len(row.findall(f"{W}tc")) != columns for row in table.findall(f"{W}tr")):
            yield "a row has not as many cells as the grid"
        if any(cell.find(f"{W}p") is None for cell in table.iter(f"{W}tc")):
            yield "a cell has no paragraph"
    marks = [*document.iter(f"{W}bookmarkStart")]
    for attribute in ("id", "name"):
        values = [mark.get(f"{W}{attribute}") for mark in marks]
        if len(set(values)) < len(values):
            yield f"a bookmark {attribute} is used twice"
    anchors = {link.get(f"{W}anchor") for link in document.iter(f"{W}hyperlink")} - {None}
    if anchors - {mark.get(f"{W}name") for mark in marks}:
        yield "a link leads to no bookmark"
    lists = {num.get(f"{W}numId") for num in numbering.iter(f"{W}num")}
    if {use.get(f"{W}val") for use in document.iter(f"{W}numId")} - lists:
        yield "a list is not defined"
    yield from _field_problems(document)


def _field_problems(document: etree._Element) -> Iterator[str]:
    stack: list[str] = []
    for char in document.iter(f"{W}fldChar"):
        kind = str(char.get(f"{W}fldCharType"))
        if kind == "begin":
            stack.append("begin")
        elif not stack or (kind == "separate" and stack[-1] != "begin"):
            yield f"a field has its {kind} at the wrong place"
        elif kind == "separate":
            stack[-1] = "separate"
        else:
            stack.pop()
    if stack:
        yield "a field does not end"


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
