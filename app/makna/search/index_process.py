"""Building and merging for a process of its own; Whoosh is imported there, not where it is asked.

Importing it takes a fifth of a second, which the window would feel.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from makna.search.documents import Document, Segment

if TYPE_CHECKING:
    from makna.search.index import MergeJob


def build(documents: Sequence[Document]) -> Segment:
    """The finished segment of these documents."""
    from makna.search.engine import build_segment

    return build_segment(documents)


def merge(job: MergeJob) -> Segment:
    """The segments of a job as one."""
    from makna.search.index import run_merge

    return run_merge(job)
