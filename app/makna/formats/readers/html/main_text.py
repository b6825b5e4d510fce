"""Which part of a page is its text, and which is menus, lists of other articles and the like."""

from __future__ import annotations

import re
from collections import defaultdict

from makna.formats.xml import Element

NEVER = frozenset(
    "script style noscript template iframe object embed svg canvas audio video form button select "
    "input textarea nav head link meta dialog map".split()
)
"""Elements without anything to read."""
_MARGINAL = frozenset("header footer aside menu".split())
_NOISE = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|sidebar|side-bar|widget|footer|breadcrumbs?|share|"
    r"sharing|social|sosmed|related|terkait|baca-?juga|rekomendasi|recommend(?:ed|ation)s?|"
    r"terpopuler|popular|trending|advert\w*|ads?|iklan|banner|sponsor\w*|cookie\w*|consent|popup|"
    r"modal|newsletter|subscribe|login|comments?|komentar|respond|disqus|tags?|tagcloud|paging|"
    r"pagination|pager|toolbar|skip-link|search(?:form|box)?|print|author-?box|copyright)"
    r"(?:$|[\s_-])",
    re.I,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_TEASER = re.compile(
    r"\W{0,3}(?:(?:baca|lihat|simak|tonton)(?: juga)?|(?:artikel|berita) terkait|(?:also )?read"
    r"(?: also| more)?|see also|related)(?: [a-z]{1,12})?\s*(?:[:：]|$)",
    re.I,
)
"""With which pages point to others in the middle of an article."""
_TEASER_WORDS = 40
_ENOUGH = 250
"""Characters from which on an element that calls itself the article is believed."""
_TEXTUAL = ("p", "blockquote", "pre", "li", "h2", "h3", "td")


def is_noise(element: Element) -> bool:
    """Whether an element is hidden, or a menu or the like by its kind or name."""
    if element.tag in NEVER or element.get("hidden") is not None:
        return True
    if element.get("aria-hidden") == "true" or _HIDDEN.search(element.get("style", "")):
        return True
    if element.tag in ("html", "body", "main", "article"):
        return False
    if element.tag == "div" and element.get("title") in ("header", "footer"):
        # Of the printed page, as LibreOffice saves them.
        return True
    if element.get("role") in ("navigation", "banner", "contentinfo", "search", "dialog", "menu"):
        return True
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return _NOISE.search(names) is not None


def main_text(root: Element) -> Element:
    """The element that holds the text of the page; the whole page when none stands out."""
    body = next(root.iter("body"), root)
    lengths = _lengths(body)
    total = lengths.get(body, 0)
    for candidates in (_articles(body), list(body.iter("main")), _scored(body, lengths)):
        best = max(candidates, key=lambda one: lengths.get(one, 0), default=None)
        if best is not None and lengths.get(best, 0) >= min(_ENOUGH, 0.6 * total):
            return best
    return body


def _articles(body: Element) -> list[Element]:
    """What calls itself the article; the innermost of those that say so most clearly."""
    named = [e for e in body.iter() if "articleBody" in (e.get("itemprop") or "")]
    articles = [e for e in body.iter("article") if not _inside_noise(e)]
    if len(articles) > 1:  # a list of articles, unless one is the page
        sizes = sorted((_size(article) for article in articles), reverse=True)
        articles = articles if sizes[0] > 3 * sizes[1] else []
    return named or articles


def _size(element: Element) -> int:
    return sum(len(str(text)) for text in element.itertext())


def _inside_noise(element: Element) -> bool:
    return any(is_noise(above) for above in element.iterancestors())


def _lengths(body: Element) -> dict[Element, int]:
    """How much text, not in links and not noise, each element holds."""
    lengths: dict[Element, int] = defaultdict(int)
    for element in body.iter(*_TEXTUAL):
        own = _own(element)
        if not own or is_noise(element) or _inside_noise(element):
            continue
        lengths[element] += own
        for above in element.iterancestors():
            lengths[above] += own
            if above is body:
                break
    return lengths


def _own(element: Element) -> int:
    """Characters of running text in a paragraph; what other paragraphs in it say is theirs."""
    said = _running(element)
    return said if said >= 20 else 0


def _running(element: Element) -> int:
    said = len((element.text or "").strip())
    for child in element:
        if child.tag not in _TEXTUAL and child.tag not in NEVER and child.tag != "a":
            said += _running(child)
        said += len((child.tail or "").strip())
    return said


def _scored(body: Element, lengths: dict[Element, int]) -> list[Element]:
    """The deepest element that still holds most of the text of the page."""
    best, total = body, lengths.get(body, 0)
    while total:
        inner = [child for child in best if lengths.get(child, 0) >= 0.75 * total]
        if len(inner) != 1 or _is_whole(inner[0], lengths):
            break
        best = inner[0]
    return [best]


def _is_whole(element: Element, lengths: dict[Element, int]) -> bool:
    """Whether this is a paragraph, or a table or list whose parts belong together.

    A table may also be the frame of a page, and a cell of it hold the article.
    """
    if element.tag == "td":
        return next(element.iter("p", "blockquote"), None) is None
    if element.tag not in ("table", "ul", "ol"):
        return element.tag in _TEXTUAL
    most = max((lengths.get(part, 0) for part in element.iter("td", "th", "li")), default=0)
    return most < 0.75 * lengths.get(element, 0)


def is_marginal(element: Element, holder: Element) -> bool:
    """Whether this is a header, footer or aside; the head of an article is part of it."""
    if element.tag not in _MARGINAL:
        return False
    return element.tag != "header" or holder.tag == "body"


def is_teaser(element: Element) -> bool:
    """Whether this only points to another article: `Baca juga:` and a link, or a list of links.

    The same words before running text are part of it.
    """
    if element.tag in ("ul", "ol"):
        before = element.getprevious()
        above = before is not None and _flat(before)
        return bool(above) and _points(str(above)) and len(str(above)) < 40 and _is_link(element)
    if element.tag not in _LINES:
        return False
    said = _flat(element)
    found = _TEASER.match(said)
    if found is None or len(said.split()) > _TEASER_WORDS:
        return False
    if not said[found.end() :].strip(" :*"):
        after = element.getnext()
        return after is not None and after.tag in ("ul", "ol") and _is_link(after)
    return _is_link(element, found[0])


_LINES = frozenset("p div li strong b em span a blockquote h2 h3 h4 h5 h6".split())


def _points(said: str) -> bool:
    found = _TEASER.match(said)
    return found is not None and not said[found.end() :].strip(" :*")


def _is_link(element: Element, label: str = "") -> bool:
    """Whether all words after the label are links, and there are some."""
    links = [element] if element.tag == "a" else list(element.iter("a"))
    linked = "".join(_words("".join(map(str, link.itertext()))) for link in links)
    rest = _words("".join(map(str, element.itertext()))).removeprefix(_words(label))
    return bool(linked) and len(rest) <= len(linked.removeprefix(_words(label)))


def _words(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _flat(element: Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())
