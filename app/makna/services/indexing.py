"""Keeping the search index of a project up to date, a batch of texts at a time."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor
from functools import cached_property
from typing import TYPE_CHECKING

from makna.domain.pausing import Pausing, carried_out
from makna.search.documents import Document, Segment
from makna.services.hits import read_document
from makna.storage.project import Project

if TYPE_CHECKING:
    from makna.search.index import MergeJob, SearchIndex

BATCH_CHARACTERS = 1_000_000
"""Text that goes into one segment at most: about a second of building."""


class Indexing:
    """The index of one project, open between searches."""

    def __init__(self, project: Project, *, in_turns: bool = False) -> None:
        self._project = project
        self._in_turns = in_turns
        """A window is waiting: nothing long is done at once."""

    @cached_property
    def _index(self) -> SearchIndex:
        # Whoosh takes a sixth of a second to import: the first search may wait, the start not.
        from makna.search.index import SearchIndex

        return SearchIndex(self._project.search_rows, in_turns=self._in_turns)

    def pending(self) -> list[str]:
        """Keys of the texts that the index does not hold as they are now."""
        held = {} if self._index.stale() else self._index.keys()
        current = self._project.search_rows.current()
        return [key for key, version in current.items() if held.get(key) != version]

    def batch(self, keys: Sequence[str]) -> list[Document]:
        """The first of the pending texts, as many as make a segment."""
        documents: list[Document] = []
        size = 0
        current = self._project.search_rows.current()
        for key in keys:
            document = read_document(self._project, key, current.get(key, 0))
            if document is not None:
                documents.append(document)
                size += len(document.text)
            if size >= BATCH_CHARACTERS:
                break
        return documents

    def publish(self, segment: Segment) -> None:
        """Put a finished segment into the project, and take out what is no longer there."""
        carried_out(self.publishing(segment))

    def publishing(self, segment: Segment) -> Pausing[None]:
        """The same as `publish`, in turns: until the last it is as if nothing were written."""
        yield from self._staging(segment)
        with self._project.writing():
            self._index.add(segment)
            gone = set(self._index.keys()) - set(self._project.search_rows.current())
            if gone:
                self._index.remove(gone)

    def merging(self) -> Pausing[MergeJob | None]:
        """Work for `run_merge` that makes the index smaller and faster; None when there is none."""
        return (yield from self._index.merging())

    def publishing_merged(self, job: MergeJob, merged: Segment) -> Pausing[bool]:
        """Put merged segments into the project; False when they no longer fit."""
        yield from self._staging(merged)
        with self._project.writing():
            return self._index.add_merged(job, merged)

    def merge_due(self) -> MergeJob | None:
        """The same as `merging`, at once."""
        return carried_out(self.merging())

    def publish_merged(self, job: MergeJob, merged: Segment) -> bool:
        """The same as `publishing_merged`, at once."""
        return carried_out(self.publishing_merged(job, merged))

    def sweeping(self) -> Pausing[None]:
        """Remove the files that merging has left over, and those of a program that ended."""
        for name in self._index.unnamed():
            left = True
            while left:
                with self._project.writing():
                    left = self._project.search_rows.shorten(name)
                yield None

    def _staging(self, segment: Segment) -> Pausing[None]:
        from makna.search.index import staged

        for name, part in staged(segment) if self._in_turns else ():
            with self._project.writing():
                self._project.search_rows.append(name, part)
            yield None

    def take_out_gone(self) -> int:
        """Take what was removed from the project out of the index; returns how many texts."""
        gone = set(self._index.keys()) - set(self._project.search_rows.current())
        if gone:
            with self._project.writing():
                self._index.remove(gone)
        return len(gone)

    def bring_up_to_date(self, executor: Executor | None = None) -> int:
        """Index all that is pending; returns how many texts were indexed."""
        from makna.search.engine import build_segment

        count = 0
        while keys := self.pending():
            documents = self.batch(keys)
            if not documents:
                break
            segment = (
                executor.submit(build_segment, documents).result()
                if executor is not None
                else build_segment(documents)
            )
            self.publish(segment)
            count += len(documents)
        return count

    def rebuild(self) -> int:
        """Throw the index away and make it anew."""
        with self._project.writing():
            self._index.clear()
        return self.bring_up_to_date()
