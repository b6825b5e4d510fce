"""Chats that Telegram Desktop exports as a page: one message after the other, as it copies them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from makna.domain.document import Block, Layout
from makna.domain.text import canonical
from makna.formats.xml import Element

_DAY = re.compile(r"(\d{2}\.\d{2}\.\d{4} \d{2}:\d{2}(?::\d{2})?)")
_WHITE = re.compile(r"\s+")
_SHOWN = frozenset("text title description status question answer".split())
"""Parts of a message with something to read."""


def chat_of(root: Element) -> tuple[str, Layout] | None:
    """The chat as `Name, [day time]` with the words below; None for any other page.

    Messages that follow another of the same person carry no name in the page; here all do. Lines
    of Telegram's own (days, who joined) are headings.
    """
    if next(_of_class(root, "from_name"), None) is None:
        return None
    lines: list[tuple[str, str]] = []
    name = ""
    for message in _of_class(root, "message"):
        if "service" in _classes(message):
            lines += [(_line(part), "heading-4") for part in _of_class(message, "body")]
            continue
        name = _sender(message) or name
        date = next(_of_class(message, "date"), None)
        found = _DAY.search(date.get("title", "")) if date is not None else None
        if found is not None:
            lines.append((f"{name}, [{found[1]}]", "body"))
        lines += [(line, "body") for line in _words(message)] + [("", "body")]
    while lines and not lines[-1][0]:
        lines.pop()
    layout = tuple(Block(len(line), style) for line, style in lines)
    return (canonical("\n".join(line for line, _ in lines)), layout) if lines else None


def _sender(message: Element) -> str:
    """Who sent a message, not who wrote what it forwards."""
    for named in _of_class(message, "from_name"):
        above = (_classes(each) for each in named.iterancestors("div"))
        if not any("forwarded" in classes for classes in above):
            return _line(named)
    return ""


def _words(message: Element) -> Iterator[str]:
    for part in message.iter("div"):
        if _classes(part) & _SHOWN:
            yield from filter(None, map(str.strip, _said(part).split("\n")))


def _said(element: Element) -> str:
    """The text of an element; white space of the source is one space, `<br>` a new line."""
    parts = [_WHITE.sub(" ", element.text or "")]
    for child in element:
        parts.append("\n" if child.tag == "br" else _said(child))
        parts.append(_WHITE.sub(" ", child.tail or ""))
    return "".join(parts)


def _line(element: Element) -> str:
    return " ".join(_said(element).split())


def _of_class(element: Element, name: str) -> Iterator[Element]:
    return (each for each in element.iter("div") if name in _classes(each))


def _classes(element: Element) -> set[str]:
    return set((element.get("class") or "").split())
