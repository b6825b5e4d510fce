"""Pseudonyms: the list of names and substitutes, who should be in it, and what it does to exports.

The coding keeps real names. Whatever leaves the project as a document goes through
`with_pseudonyms`, once, before it is written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from makna.domain.changes import Outcome
from makna.domain.errors import NotFound, UserError
from makna.domain.identity import new_guid
from makna.domain.names import NameFinder, is_label, without_title
from makna.domain.pausing import Pausing
from makna.domain.pseudonym_report import pseudonymised
from makna.domain.pseudonyms import (
    Pseudonym,
    PseudonymId,
    PseudonymKind,
    Replacer,
    name_in_list,
    unquoted,
)
from makna.domain.report import Report
from makna.domain.text import sentence_at
from makna.domain.wording import Language, Message, phrase
from makna.services.projects import open_project
from makna.storage.project import Project

NewPseudonym = tuple[str, str, PseudonymKind]
"""Name, substitute, kind."""
MOST_CANDIDATES = 300
_SAMPLE_FROM, _SAMPLE_CHARACTERS = 50_000, 280


def pseudonyms(project: Project) -> list[Pseudonym]:
    """The list, in the order in which it was made."""
    return project.pseudonyms.all()


def replacer(project: Project) -> Replacer:
    """Finds and replaces the names of the project's list; false when the list is empty."""
    return Replacer((each.name, each.substitute) for each in project.pseudonyms.all())


def add_pseudonym(
    project: Project,
    name: str,
    substitute: str,
    kind: PseudonymKind = PseudonymKind.PERSON,
) -> Outcome[PseudonymId]:
    """Put a name into the list.

    Raises UserError: `pseudonym_no_name`, `pseudonym_no_substitute`, `pseudonym_exists`, and
    `pseudonym_is_name` when a substitute holds a name that is itself replaced.
    """
    outcome = add_pseudonyms(project, [(name, substitute, kind)])
    return Outcome(outcome.value[0], outcome.changes)


def add_pseudonyms(project: Project, rows: Sequence[NewPseudonym]) -> Outcome[list[PseudonymId]]:
    """Put several names into the list, as one step. Raises what `add_pseudonym` raises."""
    clean = [(*_clean(name, substitute), kind) for name, substitute, kind in rows]
    label = (
        Message.of("step.add_pseudonym", name=clean[0][0])
        if len(clean) == 1
        else Message.of("step.add_pseudonyms", n=len(clean))
    )
    with project.transact(label) as step:
        added = [
            project.pseudonyms.add(guid=new_guid(), name=name, substitute=sub, kind=str(kind))
            for name, sub, kind in clean
        ]
        _check(project.pseudonyms.all())
    return Outcome(added, step.changes)


def change_pseudonym(
    project: Project,
    pseudonym: PseudonymId,
    *,
    name: str | None = None,
    substitute: str | None = None,
    kind: PseudonymKind | None = None,
) -> Outcome[None]:
    """Change what is given. Raises what `add_pseudonym` raises."""
    old = _get(project, pseudonym)
    new_name, new_substitute = _clean(
        old.name if name is None else name, old.substitute if substitute is None else substitute
    )
    with project.transact(Message.of("step.change_pseudonym", name=old.name)) as step:
        project.pseudonyms.update(
            pseudonym, name=new_name, substitute=new_substitute, kind=str(kind or old.kind)
        )
        _check(project.pseudonyms.all())
    return Outcome(None, step.changes)


def remove_pseudonyms(project: Project, gone: Collection[PseudonymId]) -> Outcome[int]:
    """Take names out of the list; returns how many."""
    found = [_get(project, key) for key in gone]
    label = (
        Message.of("step.remove_pseudonym", name=found[0].name)
        if len(found) == 1
        else Message.of("step.remove_pseudonyms", n=len(found))
    )
    with project.transact(label) as step:
        project.pseudonyms.delete(each.id for each in found)
    return Outcome(len(found), step.changes)


def pseudonym_named(project: Project, name: str) -> Pseudonym:
    """Raises NotFound (`pseudonym_unknown`)."""
    wanted = name_in_list(name)
    for each in project.pseudonyms.all():
        if name_in_list(each.name) == wanted:
            return each
    raise NotFound("pseudonym_unknown", name=name)


def with_pseudonyms(project: Project, report: Report, *, wanted: bool = True) -> Report:
    """The report as it may leave the project; `report.replacements` says what was replaced."""
    return pseudonymised(report, replacer(project)) if wanted else report


@dataclass(frozen=True)
class Tally:
    """How often a name of the list stands in the sources' texts."""

    count: int = 0
    lower: int = 0
    """Of these in lower case: many of them say that the name is also an ordinary word."""


def tallies(project: Project) -> dict[str, Tally]:
    """By name of the list: how often it is found over all sources. Reads every text."""
    finder = replacer(project)
    counts: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for text in _texts(project) if finder else ():
        for found in finder.find(text):
            counts[found.name] += 1
            lower[found.name] += found.written.islower()
    return {name: Tally(n, lower[name]) for name, n in counts.items()}


@dataclass(frozen=True)
class Candidate:
    """A name that may have to go into the list."""

    name: str
    kind: PseudonymKind
    count: int
    """How often it stands in the texts."""
    why: str
    """`speaker`, `case`, `part` (of a name in the list) or `recurs`."""
    substitute: str
    """A proposal."""


def candidates(project: Project, language: Language | None = None) -> list[Candidate]:
    """Names that are not in the list: speakers, cases, parts of listed names, capitals that recur.

    Speakers and cases first, then by frequency; at most `MOST_CANDIDATES`. Reads every text.
    """
    listed = project.pseudonyms.all()
    known = {name_in_list(each.name) for each in listed}
    given: dict[str, tuple[str, PseudonymKind, str]] = {}
    for name, kind, why in [*_people(project), *_parts(listed)]:
        key = name_in_list(name)
        if key and key not in known:
            given.setdefault(key, (name, kind, why))
    finder = NameFinder()
    texts = _texts(project)
    for text in texts:
        finder.read(text)
    recurring = [
        (seen.name, seen.kind, "recurs")
        for seen in finder.names()
        if name_in_list(seen.name) not in known | given.keys()
    ]
    counted = _counted([*given.values(), *recurring[:MOST_CANDIDATES]], texts)
    # A speaker may stand in marks only; what else is found nowhere would be replaced nowhere.
    kept = [row for row in counted if row[3] or row[2] in ("speaker", "case")]
    return _with_substitutes(kept, listed, language or _language(project))


@dataclass(frozen=True)
class Names:
    """All that the page of pseudonyms shows besides the list itself."""

    tallies: dict[str, Tally]
    candidates: list[Candidate]


def names_of(project: Project, language: Language | None = None) -> Names:
    """Reads every text."""
    return Names(tallies(project), candidates(project, language))


def names_apart(path: Path, language: Language | None = None) -> Names:
    """As `names_of`, in a process of its own, beside whoever has the project open."""
    opened = open_project(path, path.parent, read_only=True)
    try:
        return names_of(opened, language)
    finally:
        opened.close()


def sample(project: Project) -> Pausing[str]:
    """A sentence of the material that holds a name of the list, to show what exports make of it.

    Texts are read one by one until one has a name: of long material that takes a while.
    """
    finder = replacer(project)
    for source, _name, _kind in project.sources.names_and_kinds() if finder else ():
        text = project.texts.text(source)
        found = finder.find(text[:_SAMPLE_FROM])
        if found:
            start, end = sentence_at(text, found[len(found) // 2].start)
            return " ".join(text[start:end].split())[:_SAMPLE_CHARACTERS]
        yield None
    return ""


def proposed_substitute(
    kind: PseudonymKind, taken: Iterable[str], language: Language, *, informant: bool = False
) -> str:
    """The first free one of its kind: Informan 1, Informan 2 …; [Kota A], [Kota B] …"""
    used = {each.casefold() for each in taken}
    number = 1
    while True:
        letter = _letter(number)
        made = (
            phrase("pseudonym_informant", language, number=number)
            if informant
            else phrase(f"pseudonym_{kind}", language, letter=letter)
        )
        if made.casefold() not in used:
            return made
        number += 1


def _clean(name: str, substitute: str) -> tuple[str, str]:
    name, substitute = " ".join(name.split()), " ".join(substitute.split())
    if not Replacer([(name, "x")]):
        raise UserError("pseudonym_no_name", name=name)
    if not substitute:
        raise UserError("pseudonym_no_substitute", name=name)
    return name, substitute


def _check(rows: Sequence[Pseudonym]) -> None:
    """One entry a name, and no substitute that holds a name: what is written must be final."""
    seen: dict[str, Pseudonym] = {}
    for row in rows:
        twin = seen.setdefault(name_in_list(row.name), row)
        if twin is not row:
            raise UserError("pseudonym_exists", name=row.name, substitute=twin.substitute)
    finder = Replacer((row.name, row.substitute) for row in rows)
    for row in rows:
        found = finder.find(row.substitute)
        if found:
            raise UserError(
                "pseudonym_is_name",
                substitute=row.substitute,
                name=row.name,
                found=found[0].name,
            )


def _get(project: Project, pseudonym: PseudonymId) -> Pseudonym:
    found = next((p for p in project.pseudonyms.all() if p.id == pseudonym), None)
    if found is None:
        raise NotFound("gone", thing="pseudonym")
    return found


def _texts(project: Project) -> list[str]:
    return [project.texts.text(source.id) for source in project.sources.all()]


def _people(project: Project) -> list[tuple[str, PseudonymKind, str]]:
    """Speakers and cases that are called by a name."""
    found: list[tuple[str, PseudonymKind, str]] = []
    for source in project.sources.all():
        for row in project.sources.speakers(source.id):
            name = without_title(row["name"])
            if not is_label(name):
                found.append((name, PseudonymKind.PERSON, "speaker"))
    for case in project.cases.all():
        name = without_title(case.name)
        if not is_label(name):
            found.append((name, PseudonymKind.PERSON, "case"))
    return found


def _parts(listed: Sequence[Pseudonym]) -> list[tuple[str, PseudonymKind, str]]:
    """Single words of people's names that are in the list as a whole."""
    return [
        (word, each.kind, "part")
        for each in listed
        if each.kind is PseudonymKind.PERSON
        for word in unquoted(each.name)[0].split()
        if " " in unquoted(each.name)[0]
        and len(word) > 2
        and not is_label(word)
        and without_title(f"{word} x") == f"{word} x"
    ]


_Row = tuple[str, PseudonymKind, str]


def _counted(
    rows: Sequence[_Row], texts: Sequence[str]
) -> list[tuple[str, PseudonymKind, str, int]]:
    """The rows with how often each stands in the texts, counted as an export would."""
    finder = Replacer((name, "") for name, _, _ in rows)
    counts: Counter[str] = Counter()
    for text in texts if finder else ():
        counts.update(found.name for found in finder.find(text))
    return [(name, kind, why, counts[name]) for name, kind, why in rows]


def _with_substitutes(
    rows: Sequence[tuple[str, PseudonymKind, str, int]],
    listed: Sequence[Pseudonym],
    language: Language,
) -> list[Candidate]:
    taken = [each.substitute for each in listed]
    found = []
    for name, kind, why, count in rows[:MOST_CANDIDATES]:
        whole = next((p for p in listed if why == "part" and name in p.name.split()), None)
        informant = why in ("speaker", "case")
        substitute = (
            whole.substitute
            if whole is not None
            else proposed_substitute(kind, taken, language, informant=informant)
        )
        taken.append(substitute)
        found.append(Candidate(name, kind, count, why, substitute))
    return found


def _language(project: Project) -> Language:
    return "en" if project.overview.language() == "en" else "id"


def _letter(number: int) -> str:
    """A … Z, AA, AB …"""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
