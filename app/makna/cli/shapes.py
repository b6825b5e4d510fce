"""The JSON shapes that several commands print; keys are a contract, more may be added."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from makna.domain.codetree import CodeTree, join_path
from makna.domain.document import Layout, absolute_runs, paragraph_starts
from makna.domain.model import Case, Excerpt, Memo, Passage, ProjectInfo, Source, Turn

Shape = dict[str, Any]


def info_shape(info: ProjectInfo) -> Shape:
    return {
        "name": info.name,
        "language": info.language,
        "sources": info.sources,
        "characters": info.characters,
        "codes": info.codes,
        "passages": info.passages,
        "codings": info.codings,
        "memos": info.memos,
        "cases": info.cases,
        "schema": info.schema,
        "coder": info.coder.name,
    }


def source_shape(source: Source) -> Shape:
    """`case` is the first of `cases`."""
    return {
        "guid": source.guid,
        "name": source.name,
        "kind": str(source.kind),
        "media_type": source.media_type,
        "characters": source.characters,
        "passages": source.passages,
        "codings": source.codings,
        "case": source.cases[0] if source.cases else None,
        "cases": list(source.cases),
        "language": source.language,
        "date": source.date,
        "place": source.place,
        "author": source.author,
        "publisher": source.publisher,
        "year": source.year,
        "url": source.url,
        "accessed": source.accessed,
        "pages": source.pages,
        "memo": source.memo,
        "facts": dict(source.facts),
    }


def text_shape(text: str, layout: Layout, turns: Iterable[Turn]) -> Shape:
    """Runs only where something looks different; all positions are of the text."""
    starts = paragraph_starts(layout)
    return {
        "text": text,
        "blocks": [
            {
                "start": start,
                "end": start + block.length,
                "style": block.style,
                "level": block.level,
                "marker": block.marker,
            }
            for start, block in zip(starts, layout, strict=True)
        ],
        "runs": [
            {
                "start": run.start,
                "end": run.end,
                "bold": run.bold,
                "italic": run.italic,
                "underline": run.underline,
            }
            for run in absolute_runs(layout)
            if run.bold or run.italic or run.underline
        ],
        "turns": [
            {"start": t.start, "end": t.end, "speaker": t.name, "time_ms": t.time_ms} for t in turns
        ],
    }


def code_shapes(tree: CodeTree) -> list[Shape]:
    return [
        {
            "guid": code.guid,
            "path": tree.path(code.id),
            "color": code.color,
            "definition": code.description,
            "codings": code.codings,
            "sources": code.sources,
            "codable": code.codable,
        }
        for code in tree.ordered
    ]


def case_shape(case: Case) -> Shape:
    return {
        "guid": case.guid,
        "name": case.name,
        "values": dict(case.values),
        "sources": list(case.sources),
    }


def memo_shape(memo: Memo) -> Shape:
    return {
        "guid": memo.guid,
        "title": memo.title,
        "kind": str(memo.kind),
        "text": memo.body,
        "links": [
            {"type": str(link.target), "guid": link.guid, "label": link.label}
            for link in memo.links
        ],
    }


def place_shape(passage: Passage) -> Shape:
    """`start` and `end` in the text, or the page and the edges of a rectangle on it."""
    region = passage.region
    if region is None:
        return {"type": "text", "start": passage.start, "end": passage.end}
    return {"type": "page", **asdict(region)}


def excerpt_shape(excerpt: Excerpt) -> Shape:
    """Positions, paragraph and lines are null for a rectangle, and its text is empty."""
    passage, in_text = excerpt.passage, excerpt.passage.region is None
    paths = [join_path(names) for names in excerpt.code_paths]
    codings = zip(paths, excerpt.coders, passage.codings, strict=True)
    return {
        "passage": passage.guid,
        "source": excerpt.source.name,
        "start": passage.start if in_text else None,
        "end": passage.end if in_text else None,
        "place": place_shape(passage),
        "text": excerpt.text,
        "codes": list(dict.fromkeys(paths)),
        "codings": [{"code": path, "coder": by, "memo": c.memo} for path, by, c in codings],
        "cases": list(excerpt.cases),
        "paragraph": excerpt.paragraph if in_text else None,
        "line_from": excerpt.line_from if in_text else None,
        "line_to": excerpt.line_to if in_text else None,
        "memo": passage.memo,
        "star": passage.star,
    }
