"""What stands in a control, in a form in which the same text stays the same however it is saved.

Word splits runs at every correction and spelling mark, LibreOffice joins them again; both renumber
fields. So words are compared without runs, spaces are one space, and the result of a counting field
(a caption's number, a cross reference, a page) is left out.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from makna.formats.refreshing.rawxml import Node, R, W

_COUNTING = frozenset({"SEQ", "REF", "PAGE", "PAGEREF", "NOTEREF", "STYLEREF", "NUMPAGES", "DATE"})
_LOOKS = (
    *("b", "i", "u", "strike", "dstrike", "caps", "smallCaps"),
    *("highlight", "color", "shd", "vertAlign"),
)
_TRACKED = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange", "cellIns")
_UNREAD = frozenset(
    {"pPr", "rPr", "sdtPr", "sdtEndPr", "del", "moveFrom", "delText", "tblPr", "tblGrid", "trPr"}
    | {"tcPr", "instrText", "footnoteRef", "endnoteRef", "annotationRef", "commentReference"}
)
_SIGNS = {"tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "\u2011", "softHyphen": ""}
_PICTURES = frozenset({"drawing", "pict", "object"})
_OFF = frozenset({"0", "false", "off", "none", "auto", "000000", "FFFFFF"})
_UNSEEN = "\x05"
"""Stands in the looks for what the author put in and the text does not show."""
_MATH = ("oMath", "oMathPara")

Picture = Callable[[str], str]
"""What a relationship of the part shows or leads to, for comparing: a digest, an address."""


@dataclass(frozen=True)
class Words:
    """The content of a control, for comparing."""

    text: str
    """Visible text: one space between words, a footnote after its mark."""
    paragraphs: tuple[str, ...]
    """The same before it was joined, for showing."""
    styles: tuple[str, ...]
    """Paragraph styles in order; empty for the default."""
    tracked: bool
    """Holds changes that somebody has yet to accept or reject."""
    looks: str = field(repr=False)
    """The text with what was made bold, coloured … by hand, and where fields and breaks stand."""
    detail: str = field(repr=False)
    """As `looks`, with pictures and links."""

    @property
    def text_hash(self) -> str:
        return _hash(self.text)

    @property
    def looks_hash(self) -> str:
        return _hash(self.looks)


def read_words(
    content: Sequence[Node], notes: Mapping[str, Node], picture: Picture = lambda key: ""
) -> Words:
    """The words of some elements; `notes` are the footnotes by id."""
    reader = _Reader(notes, picture)
    for node in content:
        reader.read(node)
    return reader.words(any(True for node in content for _ in node.each(*_TRACKED)))


class _Reader:
    def __init__(self, notes: Mapping[str, Node], picture: Picture) -> None:
        self._notes, self._picture = notes, picture
        self._pieces: list[tuple[str, str, str]] = []
        """Text, looks, detail."""
        self._styles: list[str] = []
        self._fields: list[list[str]] = []
        """Of every open field: its instruction, and `result` once that has begun."""

    def read(self, node: Node) -> None:
        local = node.local if node.space == W else ""
        if local == "r":
            self._run(node)
        elif local == "p":
            style = node.child("pPr")
            named = style.child("pStyle") if style else None
            self._styles.append(named.get("val") if named else "")
            self._inside(node)
            self._pieces.append(("\n", "", ""))
        elif local == "hyperlink":
            self._inside(node)
            self._pieces.append(("", "", self._picture(node.get("id", R))))
        elif local == "fldSimple":
            self._note_field(node.get("instr"))
            if not _counts(node.get("instr")):
                self._inside(node)
        elif node.local in _MATH:
            said = "".join(each.text for each in node.walk())
            self._pieces.append(("\ufffc", "", said))
        elif local not in _UNREAD and node.local != "Fallback":
            self._inside(node)

    def words(self, tracked: bool) -> Words:
        plain = "".join(text for text, _, _ in self._pieces).replace(_UNSEEN, "")
        lines = tuple(_spaced(line) for line in plain.split("\n"))
        while lines and not lines[-1]:
            lines = lines[:-1]
        looks = self._marked(0)
        detail = self._marked(1)
        return Words(_spaced(plain), lines, tuple(self._styles), tracked, looks, detail)

    def _inside(self, node: Node) -> None:
        for child in node.children:
            self.read(child)

    def _run(self, run: Node) -> None:
        looks = _looks(run.child("rPr"))
        for child in run.children:
            local = child.local
            if local == "fldChar":
                self._field(child.get("fldCharType"))
            elif local == "instrText" and self._fields:
                self._fields[-1][0] += child.text
            elif self._in_counting_result():
                continue
            elif local == "t":
                self._pieces.append((child.text, looks, ""))
            elif local == "br" and child.get("type") in ("page", "column"):
                self._unseen()
            elif local in _SIGNS:
                self._pieces.append((_SIGNS[local], looks, ""))
            elif local == "sym":
                self._pieces.append(("\ufffd", looks, ""))
            elif local == "footnoteReference":
                self._note(self._notes.get(child.get("id")))
            elif local in _PICTURES or child.local == "AlternateContent":
                self._pieces.append(("\ufffc", "", self._shown(child)))

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(["", ""])
        elif kind == "separate" and self._fields:
            self._fields[-1][1] = "result"
        elif kind == "end" and self._fields:
            instruction, _ = self._fields.pop()
            self._note_field(instruction)

    def _note_field(self, instruction: str) -> None:
        """An index entry shows nothing, and a cross reference only what counting gives it."""
        if instruction.split()[:1] != ["HYPERLINK"]:
            self._unseen()

    def _unseen(self) -> None:
        self._pieces.append((_UNSEEN, self._pieces[-1][1] if self._pieces else "", ""))

    def _in_counting_result(self) -> bool:
        return any(_counts(instruction) for instruction, state in self._fields if state)

    def _note(self, note: Node | None) -> None:
        self._pieces.append((" [", "", ""))
        if note is not None:
            begin = len(self._pieces)
            self._inside(note)
            said = next((i for i in range(begin, len(self._pieces)) if self._pieces[i][0]), begin)
            for text, looks, detail in self._pieces[said : said + 1]:
                self._pieces[said] = (text.lstrip(), looks, detail)
            self._styles = self._styles[: len(self._styles) - len(list(note.each("p")))]
        if self._pieces[-1][0] == "\n":
            self._pieces.pop()
        self._pieces.append(("] ", "", ""))

    def _shown(self, node: Node) -> str:
        found = [
            self._picture(value)
            for each in node.walk()
            for key, value in each.attributes.items()
            if key.startswith(f"{R} ")
        ]
        return ",".join(found)

    def _marked(self, what: int) -> str:
        """The text with looks as marks; looks of mere spaces are not to be seen."""
        pieces, before = [], ""
        for text, looks, detail in self._pieces:
            looks = before if not text.strip() else looks
            if looks != before:
                pieces.append(f"\x01{looks}\x02")
            pieces.append(text + (f"\x03{detail}\x04" if what and detail else ""))
            before = looks
        return _spaced("".join(pieces))


def _looks(properties: Node | None) -> str:
    if properties is None:
        return ""
    found = []
    for child in properties.children:
        if child.space == W and child.local in _LOOKS:
            value = child.get("fill") if child.local == "shd" else child.get("val")
            if value not in _OFF:
                found.append(f"{child.local}={value if value not in ('1', 'true', 'on') else ''}")
    return ";".join(sorted(found))


def _counts(instruction: str) -> bool:
    return (instruction.split() or [""])[0].upper() in _COUNTING


def _spaced(text: str) -> str:
    """NFC, and one plain space wherever there is any white space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
