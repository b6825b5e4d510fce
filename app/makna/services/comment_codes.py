"""A file that somebody coded by its comments, as a coded source."""

from __future__ import annotations

from makna.domain.comment_file import CommentedFile, FileComment
from makna.domain.comment_plan import Plan
from makna.domain.comment_text import Grammar
from makna.domain.document import ParsedDocument
from makna.domain.errors import BadFile
from makna.domain.model import SourceId
from makna.formats import ReadOptions
from makna.formats.registry import read_document
from makna.services.comment_intake import Taken, take_comments
from makna.services.comments import plan_for
from makna.services.sources import get_source
from makna.storage.project import Project

CODED = Grammar(new_codes=True)
"""Whoever codes by comments writes codes: a short line is one, known or not."""


def code_comments(
    project: Project, source: SourceId, document: ParsedDocument, *, grammar: Grammar = CODED
) -> Taken:
    """The comments of a document that was just stored become codings and memos. Inside a step.

    Codes that the project does not have are made in the folder of codes from comments; comments
    that read like sentences become memos; each in the name of its author.
    """
    plan = _plan(project, source, document, grammar)
    return take_comments(project, plan).value if plan.comments else Taken()


def plan_original(project: Project, source: SourceId, *, grammar: Grammar = CODED) -> Plan:
    """What would become of the comments in the original of a source, if they were codes.

    Those that import has kept as memos move from there. Raises BadFile (`comments_none`) when the
    source has no original with comments.
    """
    name = get_source(project, source).name
    original = project.sources.file(source, "original")
    if original is None:
        raise BadFile("comments_none", name=name)
    sha256, file_name = original
    document = read_document(project.blobs.get(sha256), file_name, ReadOptions())
    if not document.comments:
        raise BadFile("comments_none", name=file_name)
    return _plan(project, source, document, grammar)


def _plan(project: Project, source: SourceId, document: ParsedDocument, grammar: Grammar) -> Plan:
    comments = tuple(
        FileComment(c.start, c.end, c.text, c.author, c.at, c.resolved) for c in document.comments
    )
    file = CommentedFile(document.text, comments, pseudonyms=False)
    name = get_source(project, source).name
    return plan_for(project, file, name, [source], grammar=grammar, convert=True)
