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
    """Characters of running text in a paragraph; text of other paragraphs in it is theirs."""
    said = len((element.text or "").strip())
    for child in element:
        if child.tag not in _TEXTUAL:
            inner = sum(len(str(text)) for text in child.itertext())
            said += 0 if child.tag in ("a", *NEVER) else inner
        said += len((child.tail or "").strip())
    return said if said >= 20 else 0


def _scored(body: Element, lengths: dict[Element, int]) -> list[Element]:
    """The deepest element that still holds most of the text of the page."""
    best, total = body, lengths.get(body, 0)
    while total:
        inner = [child for child in best if lengths.get(child, 0) >= 0.75 * total]
        if len(inner) != 1 or inner[0].tag in _TEXTUAL:
            break
        best = inner[0]
    return [best]


def is_marginal(element: Element, holder: Element) -> bool:
    """Whether this is a header, footer or aside; the head of an article is part of it."""
    if element.tag not in _MARGINAL:
        return False
    return element.tag != "header" or holder.tag == "body"
