"""What a page says of itself: title, author, day, publisher, address, language.

Pages say it three times: in schema.org's JSON-LD, in meta elements (Open Graph, Dublin Core) and in
the text. The first that is there and makes sense is taken.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from makna.domain.turn_head import iso_day
from makna.formats.links import safe_link
from makna.formats.xml import Element

_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_ARTICLES = ("Article", "NewsArticle", "BlogPosting", "ReportageNewsArticle", "WebPage", "Report")
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "content_author", "byl")
_DATES = (
    *("article:published_time", "datepublished", "content_publisheddate", "publishdate", "date"),
    *("dc.date", "dcterms.created", "pubdate", "og:published_time", "parsely-pub-date"),
)
_CALLED_DAY = re.compile(
    r"(?<![a-z])(?:post|entry|publi\w*|news)?[-_]?(?:date|tanggal|tgl|waktu|time|meta)"
)
_SHORT = 120
"""Characters of a line that tells the day."""
_SPLIT = re.compile(r"\s+[|–—-]\s+|\s*[|»]\s*")


@dataclass(frozen=True)
class Facts:
    title: str = ""
    author: str = ""
    date: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""


def facts(root: Element) -> Facts:
    """What the page says; empty where it says nothing."""
    metas = _metas(root)
    schema = _schema(root)
    published = schema.get("datePublished", "") or _first(metas, _DATES) or _time(root)
    day = _DAY.match(published.strip())
    written = day[0] if day else iso_day(published) or _day_in_text(root)
    site = metas.get("og:site_name", "")
    author = schema.get("author", "") or _first(metas, _AUTHORS)
    return Facts(
        title=_title(root, metas, schema, site),
        author="" if author.startswith(("http://", "https://")) else author,
        date=written,
        publisher=schema.get("publisher", "") or site,
        url=_address(root, metas),
        language=_language(root),
    )


def _metas(root: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = " ".join(meta.get("content", "").split())
        if key and content:
            found.setdefault(key.lower(), content)
    return found


def _schema(root: Element) -> dict[str, str]:
    """Headline, author, datePublished and publisher of the article that JSON-LD describes."""
    for script in root.iter("script"):
        if script.get("type") != "application/ld+json":
            continue
        try:
            described = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for thing in _things(described, 0):
            if _kind(thing) in _ARTICLES:
                keys = ("headline", "author", "datePublished", "publisher")
                return {key: _named(thing.get(key)) for key in keys}
    return {}


def _things(described: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 5:
        return
    if isinstance(described, list):
        for one in described:
            yield from _things(one, depth + 1)
    elif isinstance(described, dict):
        yield described
        yield from _things(described.get("@graph"), depth + 1)


def _kind(thing: dict[str, Any]) -> str:
    kind = thing.get("@type")
    return str(kind[0] if isinstance(kind, list) and kind else kind)


def _named(value: Any) -> str:
    """The name of a person or organisation, or of several."""
    if isinstance(value, list):
        return ", ".join(filter(None, (_named(one) for one in value[:10])))
    if isinstance(value, dict):
        value = value.get("name")
    return " ".join(value.split()) if isinstance(value, str) else ""


def _first(metas: dict[str, str], keys: tuple[str, ...]) -> str:
    return next((metas[key] for key in keys if key in metas), "")


def _time(root: Element) -> str:
    return next(
        (time.get("datetime", "") for time in root.iter("time") if time.get("datetime")), ""
    )


def _day_in_text(root: Element) -> str:
    """The day in a short line that the page itself calls one: `<div class="tanggal">`."""
    for element in root.iter():
        called = f"{element.get('class', '')} {element.get('id', '')}".lower()
        if not _CALLED_DAY.search(called):
            continue
        words = " ".join("".join(map(str, element.itertext())).split())
        if len(words) <= _SHORT and (day := iso_day(words)):
            return day
    return ""


def _title(root: Element, metas: dict[str, str], schema: dict[str, str], site: str) -> str:
    named = schema.get("headline") or metas.get("og:title") or metas.get("twitter:title")
    if named:
        return named.removesuffix(site).rstrip(" |–—-»") if site and named != site else named
    title = next((" ".join((t.text or "").split()) for t in root.iter("title")), "")
    heads = [" ".join("".join(map(str, h.itertext())).split()) for h in root.iter("h1")]
    inside = next((head for head in heads if len(head) > 10 and head in title), "")
    if inside:
        return inside
    parts = _SPLIT.split(title)
    return max(parts, key=len) if len(parts) > 1 else title


def _address(root: Element, metas: dict[str, str]) -> str:
    links = [link.get("href", "") for link in root.iter("link") if link.get("rel") == "canonical"]
    for address in (*links, metas.get("og:url", "")):
        if (safe := safe_link(address)) is not None and not safe.startswith("mailto:"):
            return safe
    return ""


def _language(root: Element) -> str:
    html = root if root.tag == "html" else next(root.iter("html"), root)
    tag = html.get("lang", "") or html.get("{http://www.w3.org/XML/1998/namespace}lang", "")
    return tag.replace("_", "-").partition("-")[0].lower()[:3]
