"""The JSON shapes that several commands print; keys are a contract, more may be added."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from makna.domain.codetree import CodeTree, join_path
from makna.domain.document import Layout, absolute_runs, paragraph_starts
from makna.domain.model import Case, Excerpt, Memo, ProjectInfo, Source, Turn

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


def excerpt_shape(excerpt: Excerpt) -> Shape:
    passage = excerpt.passage
    paths = [join_path(names) for names in excerpt.code_paths]
    codings = zip(paths, excerpt.coders, passage.codings, strict=True)
    return {
        "passage": passage.guid,
        "source": excerpt.source.name,
        "start": passage.start,
        "end": passage.end,
        "place": {"type": "text", "start": passage.start, "end": passage.end},
        "text": excerpt.text,
        "codes": list(dict.fromkeys(paths)),
        "codings": [{"code": path, "coder": by, "memo": c.memo} for path, by, c in codings],
        "cases": list(excerpt.cases),
        "paragraph": excerpt.paragraph,
        "line_from": excerpt.line_from,
        "line_to": excerpt.line_to,
        "memo": passage.memo,
        "star": passage.star,
    }
