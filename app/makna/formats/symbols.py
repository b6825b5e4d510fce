"""Characters of the symbol fonts in Unicode, and the look of bullets and numbers."""

from __future__ import annotations

_SYMBOL = dict(
    zip(
        (*range(0x20, 0x7F), *range(0xA0, 0xFF)),
        " !∀#∃%&∋()∗+,−./0123456789:;<=>?"
        "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
        "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
        "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵"
        "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"
        "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪�〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭",
        strict=True,
    )
)
"""Adobe's Symbol encoding, which the font Symbol follows."""

_WINGDINGS = {
    **{0x80 + n: chr(0x24EA if n == 0 else 0x245F + n) for n in range(11)},
    **{0x8B + n: chr(0x24FF if n == 0 else 0x2775 + n) for n in range(11)},
    **{0x5E + n: chr(0x2648 + n) for n in range(12)},
    **dict(
        zip(
            b' !"#()*ABCDEFGHIJKLNQRTXYZ[]lmnopqrstuvwxz{|}~',
            " ✏✂✁☎✆✉✌👌👍👎☜☞☝☟✋☺😐☹☠✈☼❄✠✡☪☯☸●❍■□◻❑❒⬧⧫◆❖⬥⌧⌘❀✿❝❞",
            strict=True,
        )
    ),
    0x9E: "·",
    0x9F: "•",
    0xA1: "○",
    0xA4: "◉",
    0xA5: "◎",
    0xA7: "▪",
    0xA8: "◻",
    0xAA: "✦",
    0xAB: "★",
    0xD8: "➢",
    0xDC: "➲",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xE8: "➔",
    0xEF: "⇦",
    0xF0: "⇨",
    0xF1: "⇧",
    0xF2: "⇩",
    0xF3: "⬄",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
"""The characters of Wingdings that occur in ordinary documents (Unicode's mapping, rounded)."""

_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□"}

_FONTS: dict[str, dict[int, str]] = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
}


def symbol(font: str, code: str) -> str:
    """The character that `w:sym` shows, or U+FFFD when no Unicode character is known for it.

    `code` is hexadecimal; symbol fonts are addressed at F000–F0FF or at 00–FF.
    """
    try:
        point = int(code, 16)
    except ValueError:
        return "\ufffd"
    table = _FONTS.get(font.lower())
    if table is not None and (point < 0x100 or 0xF000 <= point < 0xF100):
        return table.get(point & 0xFF, "\ufffd")
    if point < 0x20 or 0xD800 <= point <= 0xF8FF or point > 0x10FFFD:
        return "\ufffd"
    return chr(point)


def bullet(text: str, font: str) -> str:
    """How a bullet looks in Unicode; anything unknown of a symbol font is a plain bullet."""
    shown = "".join(_bullet_character(c, font) for c in text.strip())
    if shown == "o" and font.lower().startswith("courier"):
        return "◦"
    return shown


def _bullet_character(character: str, font: str) -> str:
    in_symbol_font = font.lower() in _FONTS
    if not in_symbol_font and not 0xE000 <= ord(character) <= 0xF8FF:
        return character
    found = symbol(font, f"{ord(character):x}")
    return "•" if found == "\ufffd" else found


def number(value: int, form: str) -> str:
    """`value` as WordprocessingML's `numFmt` shows it; unknown forms as digits."""
    if form == "none":
        return ""
    if form in ("lowerLetter", "upperLetter") and value > 0:
        turns, index = divmod(value - 1, 26)
        letters = chr(97 + index) * (min(turns, 30) + 1)
        return letters if form == "lowerLetter" else letters.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < value < 4000:
        return _roman(value) if form == "lowerRoman" else _roman(value).upper()
    if form == "decimalZero":
        return f"{value:02d}"
    return str(value)


def _roman(value: int) -> str:
    digits = (
        *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
        *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
    )
    written = ""
    for size, letters in digits:
        count, value = divmod(value, size)
        written += letters * count
    return written


_RAISED = str.maketrans("0123456789ivxlcdm", "⁰¹²³⁴⁵⁶⁷⁸⁹ⁱᵛˣˡᶜᵈᵐ")


def raised(mark: str) -> str:
    """A note's number in superscript characters."""
    return mark.translate(_RAISED)
