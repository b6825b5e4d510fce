"""A calm word, once, when a project lies where two computers may write, or a cable may break."""

from __future__ import annotations

from makna.domain.errors import UserError
from makna.domain.wording import Message
from makna.storage.project import Project
from makna.storage.whereabouts import shared_folder_of

TOLD = "told_of_folder"
"""Key in the view state: of which service the user was told."""


def word_of_warning(project: Project) -> Message | None:
    """What to say about the project's folder; None when it is ordinary, or was told already.

    Once a project and service, kept in the project. One that is only read says nothing.
    """
    if not project.writable:
        return None
    found = shared_folder_of(project.path)
    if found is None or project.view_state.get(TOLD) == found.service:
        return None
    try:
        with project.writing():
            project.view_state.set(TOLD, found.service)
    except UserError:
        # What is wrong with the disk is told by the first step; the warning is for every one.
        pass
    return Message.of(f"folder.{found.kind}", name=project.path.name, service=found.service)
