"""What can be done to sources from their list; each is one step in the history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from makna.domain.model import Case, SourceId, SourceKind
from makna.domain.wording import Message
from makna.services import cases, sources
from makna.services.one_step import in_one_step
from makna.storage.project import Project
from makna.ui.session import Session


class SourceVerbs:
    """The services of sources and cases, on the sources that are selected."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def _project(self) -> Project:
        return self._session.project

    def rename(self, source: SourceId, name: str) -> None:
        self._session.perform(lambda: sources.rename_source(self._project, source, name))

    def set_kind(self, chosen: Sequence[SourceId], kind: SourceKind) -> None:
        self._describe(chosen, kind=str(kind))

    def set_language(self, chosen: Sequence[SourceId], code: str) -> None:
        self._describe(chosen, language=code)

    def link(self, chosen: Sequence[SourceId], case: Case) -> None:
        self._session.perform(lambda: cases.link_sources(self._project, case.id, chosen))

    def unlink(self, chosen: Sequence[SourceId], case: Case) -> None:
        label = Message.of("step.unlink_case", case=case.name)
        calls: list[Callable[[], object]] = [
            partial(cases.unlink_source, self._project, case.id, source) for source in chosen
        ]
        self._session.perform(lambda: in_one_step(self._project, label, calls))

    def link_new(self, chosen: Sequence[SourceId], name: str) -> None:
        """Make a case and tie the sources to it."""

        def make_and_link() -> None:
            case = cases.add_case(self._project, name).value
            cases.link_sources(self._project, case, chosen)

        label = Message.of("step.add_case", case=" ".join(name.split()))
        self._session.perform(lambda: in_one_step(self._project, label, [make_and_link]))

    def remove(self, chosen: Sequence[SourceId], then: Callable[[int], object]) -> None:
        """`then` gets how many went."""
        self._session.perform_large(
            lambda project: sources.remove_sources(project, chosen),
            sources.rows_in(self._project, chosen),
            then,
        )

    def _describe(self, chosen: Sequence[SourceId], **fields: str) -> None:
        first = sources.get_source(self._project, chosen[0])
        label = Message.of("step.describe_source", source=first.name)

        def describe_all() -> None:
            for source in chosen:
                sources.describe_source(self._project, source, amend=None, **fields)

        self._session.perform(lambda: in_one_step(self._project, label, [describe_all]))
