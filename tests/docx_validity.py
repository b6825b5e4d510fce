"""What Word refuses or repairs in a docx: `problems(path)` lists it, one line each.

Orders of children are those of ECMA-376 part 1, `wml.xsd` (transitional). Elements of other
namespaces (w14, w15, mc) are let through; text, ids, references and nesting are checked whole.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Trees = dict[str, etree._Element]

_RUN = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd "
    "fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"
)
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
    "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
    "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
    "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": f"ins del moveFrom moveTo {_RUN}",
    "numPr": "ilvl numId ins",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW "
    "jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
    "tblDescription tblPrChange",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tcBorders": "top left start bottom right end insideH insideV tl2br tr2bl",
    "tblCellMar": "top left start bottom right end",
    "tcMar": "top left start bottom right end",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection "
    "tcFitText vAlign hideMark headers cellIns cellDel cellMerge tcPrChange",
    "sectPr": "headerReference|footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
    "pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi "
    "rtlGutter docGrid printerSettings sectPrChange",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "sdtPr": "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex "
    "equation|comboBox|date|docPartObj|docPartList|dropDownList|picture|richText|text|citation|"
    "group|bibliography",
    "docPartObj": "docPartGallery docPartCategory docPartUnique",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden "
    "unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr "
    "tcPr tblStylePr",
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "num": "abstractNumId lvlOverride",
    "lvlOverride": "startOverride lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "compat": "doNotExpandShiftReturn compatSetting",
    "settings": "writeProtection view zoom removePersonalInformation removeDateAndTime "
    "doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText "
    "printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts "
    "saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader "
    "bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors "
    "activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter "
    "stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves "
    "doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet "
    "defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps "
    "showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders "
    "bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing "
    "drawingGridVerticalSpacing displayHorizontalDrawingGridEvery "
    "displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin "
    "drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning "
    "characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter "
    "noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema saveInvalidXml "
    "ignoreMixedContent alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly "
    "useXSLTWhenSaving saveThroughXslt showXMLTags alwaysMergeEmptyNamespace updateFields "
    "hdrShapeDefaults footnotePr endnotePr compat docVars rsids attachedSchema themeFontLang "
    "clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade captions "
    "readModeInkLockDown smartTagType schemaLibrary shapeDefaults doNotEmbedSmartTags "
    "decimalSymbol listSeparator",
}
"""Children in their order; `a|b` may be mixed. Of `compat` only what we write."""
_LENIENT = frozenset(("compat",))
_ONCE = frozenset(("pPr", "rPr", "tcPr", "tblPr", "sdtPr", "numPr"))
_ANYWHERE = frozenset(
    "bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd proofErr permStart permEnd ins "
    "del moveFrom moveTo moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd "
    "customXml customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart "
    "customXmlDelRangeEnd".split()
)
_BLOCKS = frozenset(("p", "tbl", "sdt", "altChunk", "sectPr"))
_RUNS = frozenset(
    ("pPr", "r", "hyperlink", "sdt", "fldSimple", "smartTag", "subDoc", "dir", "bdo", "customXml")
)
_HOLDS = {
    "body": _BLOCKS,
    "tc": _BLOCKS | {"tcPr"},
    "footnote": _BLOCKS,
    "endnote": _BLOCKS,
    "comment": _BLOCKS,
    "hdr": _BLOCKS,
    "ftr": _BLOCKS,
    "txbxContent": _BLOCKS,
    "p": _RUNS,
    "hyperlink": _RUNS - {"pPr"},
    "fldSimple": _RUNS - {"pPr"},
    "tbl": frozenset(("tblPr", "tblGrid", "tr", "sdt")),
    "tr": frozenset(("tblPrEx", "trPr", "tc", "sdt")),
}
_STYLE_TYPES = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
_MAGIC = {"image/png": b"\x89PNG", "image/jpeg": b"\xff\xd8\xff", "image/gif": b"GIF8"}
_XML = re.compile(r"\.(xml|rels)$")


def problems(path: Path) -> list[str]:
    """What is wrong with the file; empty when Word would open it as it is."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        parts = {name: archive.read(name) for name in names if not name.endswith("/")}
    found = [f"{name} is there twice" for name, count in Counter(names).items() if count > 1]
    try:
        trees = {n: etree.fromstring(data) for n, data in parts.items() if _XML.search(n)}
    except etree.XMLSyntaxError as error:
        return [*found, f"not XML: {error}"]
    main = main_part(trees)
    if main not in trees:
        return [*found, "there is no main part"]
    found.extend(_type_problems(parts, trees))
    for name, tree in trees.items():
        checks = (_dangling(name, tree, trees, parts), *_within(tree))
        found.extend(f"{name}: {problem}" for check in checks for problem in check)
    stories = [trees[name] for name in trees if name.startswith(posixpath.dirname(main))]
    found.extend(_style_problems(trees, main))
    found.extend(_list_problems(trees, main))
    found.extend(_note_problems(trees, main))
    found.extend(_id_problems(stories))
    found.extend(_mark_problems(trees[main]))
    if _name(trees[main][-1][-1]) != "sectPr":
        found.append("the body does not end with its section")
    return found


def main_part(trees: Trees) -> str:
    """The member that the package calls its document."""
    for relation in trees.get("_rels/.rels", ()):
        if str(relation.get("Type")).endswith("/officeDocument"):
            return str(relation.get("Target")).lstrip("/")
    return ""


def _within(tree: etree._Element) -> tuple[Iterable[str], ...]:
    return (
        _disorder(tree),
        _misplaced(tree),
        _text_problems(tree),
        _table_problems(tree),
        _field_problems(tree),
        _ignorable_problems(tree),
    )


def _type_problems(parts: dict[str, bytes], trees: Trees) -> Iterator[str]:
    if "[Content_Types].xml" not in trees:
        yield "there are no content types"
        return
    types = trees["[Content_Types].xml"]
    for attribute in ("PartName", "Extension"):
        keys = Counter(str(e.get(attribute)).lower() for e in types if e.get(attribute))
        yield from (f"{key} is typed twice" for key, count in keys.items() if count > 1)
    overrides = {str(e.get("PartName")): str(e.get("ContentType")) for e in types}
    defaults = {str(e.get("Extension")).lower(): str(e.get("ContentType")) for e in types}
    for name, data in parts.items():
        kind = overrides.get(f"/{name}") or defaults.get(name.rpartition(".")[2].lower())
        if name != "[Content_Types].xml" and kind is None:
            yield f"{name} has no content type"
        if kind in _MAGIC and not data.startswith(_MAGIC[kind]):
            yield f"{name} is no {kind}"
    known = {f"/{name}" for name in parts} | {"None"}
    yield from (f"{name} is typed and missing" for name in overrides if name not in known)


def _dangling(
    name: str, tree: etree._Element, trees: Trees, parts: dict[str, bytes]
) -> Iterator[str]:
    if name.endswith(".rels"):
        base = posixpath.dirname(posixpath.dirname(name))
        ids = Counter(str(relation.get("Id")) for relation in tree)
        yield from (f"{key} is used twice" for key, count in ids.items() if count > 1)
        for relation in tree:
            target = posixpath.join("/", base, unquote(str(relation.get("Target"))))
            inside = relation.get("TargetMode") != "External"
            if inside and posixpath.normpath(target).lstrip("/") not in parts:
                yield f"{target} is missing"
        return
    folder, base_name = posixpath.split(name)
    relations = trees.get(f"{folder}/_rels/{base_name}.rels", ())
    kinds = {rel.get("Id"): str(rel.get("Type")).rpartition("/")[2] for rel in relations}
    for element in tree.iter():
        for attribute, value in element.attrib.items():
            if str(attribute).startswith(R) and value and value not in kinds:
                yield f"relationship {value!r} is missing"
        if element.tag == f"{A}blip" and kinds.get(element.get(f"{R}embed"), "image") != "image":
            yield f"{element.get(f'{R}embed')} is no picture"


def _disorder(tree: etree._Element) -> Iterator[str]:
    for element in tree.iter(f"{W}*"):
        name = _name(element)
        if name not in ORDER:
            if name == "p" and any(_name(child) == "pPr" for child in element[1:]):
                yield "w:pPr is not the first in w:p"
            if name == "r" and any(_name(child) == "rPr" for child in element[1:]):
                yield "w:rPr is not the first in w:r"
            continue
        groups = [group.split("|") for group in ORDER[name].split()]
        rank = {child: index for index, group in enumerate(groups) for child in group}
        children = [_name(child) for child in element if str(child.tag).startswith(W)]
        unknown = [child for child in children if child not in rank]
        if unknown and name not in _LENIENT:
            yield f"w:{name} may not hold {unknown}"
        known = [child for child in children if child in rank]
        if known != sorted(known, key=lambda child: rank[child]):
            yield f"w:{name} has its children as {children}"
        if name in _ONCE and len(set(children)) < len(children):
            yield f"w:{name} says something twice: {children}"


def _misplaced(tree: etree._Element) -> Iterator[str]:
    """Runs where paragraphs belong and the other way round, controls looked through."""
    for element in tree.iter(f"{W}*"):
        holds = _HOLDS.get(_name(element))
        if holds is None:
            continue
        for child in _looked_through(element):
            name = _name(child)
            if str(child.tag).startswith(W) and name not in holds and name not in _ANYWHERE:
                yield f"w:{name} stands in w:{_name(element)}"
        if _name(element) == "tc" and not _ends_with_paragraph(element):
            yield "a cell does not end with a paragraph"
    for control in tree.iter(f"{W}sdt"):
        if any(True for _ in control.iter(f"{W}sectPr")):
            yield "a section ends inside a control"
        tag = control.find(f"{W}sdtPr/{W}tag")
        if tag is not None and len(str(tag.get(f"{W}val"))) > 64:
            yield f"the tag {tag.get(f'{W}val')} is too long"
        content = control.find(f"{W}sdtContent")
        if content is None or not len(content):
            yield "a control is empty"
    for link in tree.iter(f"{W}hyperlink"):
        if any(_name(above) == "hyperlink" for above in link.iterancestors()):
            yield "a link stands inside a link"


def _looked_through(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if _name(child) == "sdt":
            content = child.find(f"{W}sdtContent")
            if content is not None:
                yield from _looked_through(content)
        else:
            yield child


def _ends_with_paragraph(element: etree._Element) -> bool:
    children = [child for child in element if _name(child) not in _ANYWHERE]
    if not children:
        return False
    if _name(children[-1]) == "sdt":
        content = children[-1].find(f"{W}sdtContent")
        return content is not None and _ends_with_paragraph(content)
    return _name(children[-1]) == "p"


def _text_problems(tree: etree._Element) -> Iterator[str]:
    for name in ("t", "delText", "instrText"):
        for text in tree.iter(f"{W}{name}"):
            said = text.text or ""
            if said != said.strip(" \t\r\n") and text.get(SPACE) != "preserve":
                yield f"the spaces of {said!r} are lost"
    for element in tree.iter():
        for said in (element.text, element.tail, *element.attrib.values()):
            if said and re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", str(said)):
                yield "a control character"


def _table_problems(tree: etree._Element) -> Iterator[str]:
    for table in tree.iter(f"{W}tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        above: set[int] = set()
        rows = [row for row in _looked_through(table) if _name(row) == "tr"]
        if not rows:
            yield "a table has no rows"
        for row in rows:
            at, below = _skipped(row, "gridBefore"), set()
            for cell in (cell for cell in _looked_through(row) if _name(cell) == "tc"):
                merge = cell.find(f"{W}tcPr/{W}vMerge")
                if merge is not None:
                    below.add(at)
                    if merge.get(f"{W}val") != "restart" and at not in above:
                        yield "a cell goes on with no cell above"
                span = cell.find(f"{W}tcPr/{W}gridSpan")
                at += 1 if span is None else int(str(span.get(f"{W}val")))
            if at + _skipped(row, "gridAfter") != columns:
                yield f"a row has {at} cells in a grid of {columns}"
            above = below


def _skipped(row: etree._Element, name: str) -> int:
    found = row.find(f"{W}trPr/{W}{name}")
    return 0 if found is None else int(str(found.get(f"{W}val")))


def _field_problems(tree: etree._Element) -> Iterator[str]:
    stack: list[str] = []
    for char in tree.iter(f"{W}fldChar"):
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


def _ignorable_problems(tree: etree._Element) -> Iterator[str]:
    for prefix in str(tree.get(f"{MC}Ignorable", "")).split():
        if prefix not in tree.nsmap:
            yield f"mc:Ignorable names the unknown prefix {prefix}"


def _related(trees: Trees, main: str, kind: str) -> etree._Element | None:
    folder, base = posixpath.split(main)
    for relation in trees.get(f"{folder}/_rels/{base}.rels", ()):
        if str(relation.get("Type")).endswith(f"/{kind}"):
            target = posixpath.join("/", folder, str(relation.get("Target")))
            return trees.get(posixpath.normpath(target).lstrip("/"))
    return None


def _style_problems(trees: Trees, main: str) -> Iterator[str]:
    root = _related(trees, main, "styles")
    styles = [] if root is None else root.findall(f"{W}style")
    kinds = {str(s.get(f"{W}styleId")): s.get(f"{W}type") for s in styles}
    if len(kinds) < len(styles):
        yield "a style id is used twice"
    # As written: LibreOffice has both `caption` and `Caption` in its files, and Word takes them.
    named = Counter((s.get(f"{W}type"), str(s.find(f"{W}name").get(f"{W}val"))) for s in styles)
    yield from (f"two styles are called {name}" for name, n in named.items() if n > 1)
    for style in styles:
        for relative in ("basedOn", "next", "link"):
            other = style.find(f"{W}{relative}")
            if other is not None and other.get(f"{W}val") not in kinds:
                yield f"{style.get(f'{W}styleId')} is {relative} an unknown style"
    yield from _circles(styles)
    for name, tree in trees.items():
        if "/glossary/" in name:
            continue
        for tag, kind in _STYLE_TYPES.items():
            for use in tree.iter(f"{W}{tag}"):
                if kinds.get(str(use.get(f"{W}val"))) != kind:
                    yield f"{name}: no {kind} style {use.get(f'{W}val')}"


def _circles(styles: list[etree._Element]) -> Iterator[str]:
    based = {
        str(s.get(f"{W}styleId")): str(s.find(f"{W}basedOn").get(f"{W}val"))
        for s in styles
        if s.find(f"{W}basedOn") is not None
    }
    for start in based:
        seen, at = {start}, based.get(start)
        while at is not None and at not in seen:
            seen.add(at)
            at = based.get(at)
        if at is not None:
            yield f"{start} is based on itself"


def _list_problems(trees: Trees, main: str) -> Iterator[str]:
    root = _related(trees, main, "numbering")
    lists = [] if root is None else root.findall(f"{W}num")
    ids = [str(each.get(f"{W}numId")) for each in lists]
    abstracts = [] if root is None else root.findall(f"{W}abstractNum")
    kinds = [str(each.get(f"{W}abstractNumId")) for each in abstracts]
    for values, what in ((ids, "list"), (kinds, "kind of list")):
        yield from (f"{what} {key} is defined twice" for key, n in Counter(values).items() if n > 1)
    for each in lists:
        if each.find(f"{W}abstractNumId").get(f"{W}val") not in kinds:
            yield f"list {each.get(f'{W}numId')} is of no known kind"
    for name, tree in trees.items():
        for use in tree.iter(f"{W}numPr"):
            number = use.find(f"{W}numId")
            key = "0" if number is None else str(number.get(f"{W}val"))
            if key != "0" and key not in ids and "/glossary/" not in name:
                yield f"{name}: list {key} is not defined"


def _note_problems(trees: Trees, main: str) -> Iterator[str]:
    for part, name, uses in (
        ("footnotes", "footnote", ("footnoteReference",)),
        ("endnotes", "endnote", ("endnoteReference",)),
        ("comments", "comment", ("commentReference", "commentRangeStart", "commentRangeEnd")),
    ):
        root = _related(trees, main, part)
        notes = [] if root is None else root.findall(f"{W}{name}")
        ids = Counter(str(note.get(f"{W}id")) for note in notes)
        yield from (f"{name} {key} is there twice" for key, n in ids.items() if n > 1)
        own = {str(n.get(f"{W}id")) for n in notes if n.get(f"{W}type") in (None, "normal")}
        for tag in uses:
            used = [str(use.get(f"{W}id")) for use in trees[main].iter(f"{W}{tag}")]
            yield from (f"w:{tag} {key} leads nowhere" for key in used if key not in own)
            yield from (f"w:{tag} {k} is there twice" for k, n in Counter(used).items() if n > 1)
    starts, ends = (
        {str(e.get(f"{W}id")) for e in trees[main].iter(f"{W}commentRange{which}")}
        for which in ("Start", "End")
    )
    yield from (f"the range of comment {key} has one end only" for key in starts ^ ends)


def _id_problems(stories: list[etree._Element]) -> Iterator[str]:
    controls = Counter(
        str(key.get(f"{W}val")) for tree in stories for key in tree.iter(f"{W}id") if _of_sdt(key)
    )
    yield from (f"control {key} is there twice" for key, count in controls.items() if count > 1)
    for key in controls:
        if not -(2**31) <= int(key) < 2**31 or int(key) == 0:
            yield f"control {key} has an impossible number"
    for tree in stories:
        drawings = Counter(str(each.get("id")) for each in tree.iter(f"{WP}docPr"))
        yield from (f"drawing {key} is there twice" for key, count in drawings.items() if count > 1)
        for extent in tree.iter(f"{WP}extent"):
            if int(str(extent.get("cx"))) <= 0 or int(str(extent.get("cy"))) <= 0:
                yield "a drawing has no size"
        paragraphs = Counter(str(p.get(f"{W14}paraId")) for p in tree.iter(f"{W}p"))
        paragraphs.pop("None", None)
        yield from (f"paragraph {key} is there twice" for key, n in paragraphs.items() if n > 1)
        yield from (f"{key} is too large" for key in paragraphs if int(key, 16) >= 0x80000000)


def _of_sdt(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and _name(parent) == "sdtPr"


def _mark_problems(document: etree._Element) -> Iterator[str]:
    marks = [*document.iter(f"{W}bookmarkStart")]
    for attribute in ("id", "name"):
        values = Counter(str(mark.get(f"{W}{attribute}")) for mark in marks)
        yield from (f"bookmark {key} is there twice" for key, n in values.items() if n > 1)
    names = {str(mark.get(f"{W}name")) for mark in marks}
    yield from (f"bookmark {name} has too long a name" for name in names if len(name) > 40)
    starts = {str(mark.get(f"{W}id")) for mark in marks}
    ends = Counter(str(mark.get(f"{W}id")) for mark in document.iter(f"{W}bookmarkEnd"))
    yield from (f"bookmark {key} does not end" for key in starts - set(ends))
    yield from (f"bookmark {key} does not begin" for key in set(ends) - starts)
    for link in document.iter(f"{W}hyperlink"):
        anchor = link.get(f"{W}anchor")
        if anchor and anchor not in names | {"_top"}:
            yield f"a link leads to no bookmark: {anchor}"
    for code in document.iter(f"{W}instrText"):
        found = re.match(r"\s*(?:PAGE)?REF\s+(\S+)", code.text or "")
        if found and found[1] not in names:
            yield f"a cross reference leads to no bookmark: {found[1]}"


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
