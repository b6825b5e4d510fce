"""What is known of a source beyond its own fields: the head of a transcript, columns of a table."""

from __future__ import annotations

from collections.abc import Sequence

from makna.domain.changes import Outcome
from makna.domain.codetree import name_key
from makna.domain.errors import UserError
from makna.domain.model import SourceId, StepId
from makna.domain.wording import Message
from makna.services.sources import get_source
from makna.storage.project import Project


def set_facts(
    project: Project,
    source: SourceId,
    facts: Sequence[tuple[str, str]],
    *,
    amend: StepId | None = None,
) -> Outcome[None]:
    """Make these, name and value in order, the facts of a source; those without both go.

    Raises UserError (`empty_name`) for a value without a name.
    """
    clean = [(" ".join(name.split()), value.strip()) for name, value in facts]
    if any(value and not name for name, value in clean):
        raise UserError("empty_name", thing="fact")
    label = Message.of("step.facts", source=get_source(project, source).name)
    with project.transact(label, amend=amend) as step:
        project.facts.replace(source, [(name, value) for name, value in clean if name])
    return Outcome(None, step.changes)


def set_fact(project: Project, source: SourceId, name: str, value: str) -> Outcome[None]:
    """Set the first fact of that name, adding it where there is none; empty takes it away."""
    facts = list(get_source(project, source).facts)
    wanted = name_key(name)
    place = next((i for i, (n, _) in enumerate(facts) if name_key(n) == wanted), len(facts))
    pair = [(facts[place][0] if place < len(facts) else name, value)] if value.strip() else []
    return set_facts(project, source, [*facts[:place], *pair, *facts[place + 1 :]])
