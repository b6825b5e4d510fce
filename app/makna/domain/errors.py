"""Errors that the world causes; anything else that is raised is a bug."""

from __future__ import annotations

from collections.abc import Callable

from makna.domain.wording import Language, error_sentences


class UserError(Exception):
    """Something the user can understand and act on: what happened, why, what to do next.

    `key` names the three sentences in `wording.errors`; `args` fill their gaps.
    """

    def __init__(self, key: str, **args: str | int) -> None:
        self.key = key
        self.details = args
        super().__init__(key, args)

    def __reduce__(self) -> tuple[Callable[..., UserError], tuple[object, ...]]:
        # Readers run in a process of their own; their errors come back pickled.
        return _restored, (type(self), self.key, self.details)

    def sentences(self, language: Language = "en") -> tuple[str, str, str]:
        return error_sentences(self.key, language, **self.details)

    def line(self, language: Language = "en") -> str:
        """One line: `what. why. what to do`."""
        said = (part.rstrip(".") for part in self.sentences(language))
        joined = ". ".join(part[:1].upper() + part[1:] for part in said)
        return " ".join(joined.split())

    def __str__(self) -> str:
        return self.line()


def _restored(kind: type[UserError], key: str, details: dict[str, str | int]) -> UserError:
    return kind(key, **details)


class BadFile(UserError):
    """A file that cannot be read as what it claims to be."""


class NotFound(UserError):
    """A name or GUID that the project does not hold, or that fits several."""


class ProjectLocked(UserError):
    """Another program is writing in the project."""


class NewerSchema(UserError):
    """The project was made by a newer Makna; it is left untouched."""


class DamagedProject(UserError):
    """SQLite or a check of our own says that the file is damaged."""
