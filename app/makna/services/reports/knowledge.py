"""What a project knows about the study, in sentences that say where each is from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from makna.domain.codetree import CodeTree
from makna.domain.dates import local_day, long_date, number
from makna.domain.model import Case, Memo, MemoKind, ProjectInfo, Source, SourceKind, Variable
from makna.domain.wording import Language, phrase
from makna.services.reports.known_variables import Known, plain_name, recognised, shown_value
from makna.services.reports.parts import one_paragraph

_MOST_NAMED = 12
_TALKS = (SourceKind.INTERVIEW, SourceKind.FOCUS_GROUP)


@dataclass(frozen=True)
class Knowledge:
    """Read out of the project once; sentences come in the order in which they help."""

    project: ProjectInfo
    coders: tuple[str, ...]
    """Who has coded something."""
    askers: tuple[str, ...]
    """Speakers that ask in the transcripts."""
    cases: tuple[Case, ...]
    variables: tuple[Variable, ...]
    sources: tuple[Source, ...]
    tree: CodeTree
    memos: tuple[Memo, ...]
    starred: int = 0
    coded: int = 0
    coded_sources: int = 0
    translated: int = 0
    timed: int = 0
    """Transcripts with time stamps."""
    pseudonyms: int = 0
    steps: int = 0
    first_step: str = ""
    last_step: str = ""
    version: str = ""


class Sayings:
    """The knowledge in the words of a language; each method yields what is known, or nothing."""

    def __init__(self, knowledge: Knowledge, language: Language) -> None:
        self._known = knowledge
        self._language = language
        self._variables = {each.key: each for each in recognised(knowledge.variables)}

    def name(self) -> Iterator[str]:
        yield self._say("knows_name", name=self._known.project.name)

    def description(self) -> Iterator[str]:
        if self._known.project.description.strip():
            text = one_paragraph(self._known.project.description)
            yield self._say("knows_description", text=text)

    def questions(self) -> Iterator[str]:
        if self._known.project.research_questions.strip():
            text = one_paragraph(self._known.project.research_questions)
            yield self._say("knows_questions", text=text)

    def askers(self) -> Iterator[str]:
        if self._known.askers:
            yield self._say("knows_speakers", names=self._list(self._known.askers))

    def coders(self) -> Iterator[str]:
        names = self._known.coders
        if len(names) == 1:
            yield self._say("knows_one_coder", names=names[0])
        elif names:
            count = self._number(len(names))
            yield self._say("knows_coders_count", n=count, names=self._list(names))

    def cases(self) -> Iterator[str]:
        names = [case.name for case in self._known.cases]
        if names:
            yield self._say("knows_cases", n=self._number(len(names)), names=self._list(names))

    def variable(self, key: str) -> Iterator[str]:
        """How often each value occurs, or from where to where it goes for numbers and dates."""
        known = self._variables.get(key)
        if known is not None and (values := self._values(known)):
            yield self._say("knows_variable", name=known.title(self._language), values=values)

    def named_variable(self, *names: str) -> Iterator[str]:
        """The same for a variable that one of these words is part of the name of."""
        for variable in self._known.variables:
            if set(plain_name(variable.name).split()) & set(names):
                values = self._values(Known("", variable))
                if values:
                    yield self._say("knows_variable", name=variable.name, values=values)

    def sources(self) -> Iterator[str]:
        kinds = Counter(source.kind for source in self._known.sources)
        said = [
            f"{self._number(kinds[kind])} {phrase(f'counted_{kind.value}', self._language)}"
            for kind in SourceKind
            if kinds[kind]
        ]
        if said:
            yield self._say("knows_sources", kinds="; ".join(said))

    def dates(self) -> Iterator[str]:
        dates = sorted(source.date for source in self._known.sources if source.date)
        if dates:
            first, last = (long_date(date, self._language) for date in (dates[0], dates[-1]))
            yield self._say("knows_dates", first=first, last=last)

    def places(self) -> Iterator[str]:
        names = dict.fromkeys(source.place for source in self._known.sources if source.place)
        if names:
            yield self._say("knows_places", names=self._list(list(names)))

    def of_kind(self, key: str, *kinds: SourceKind) -> Iterator[str]:
        names = [source.name for source in self._known.sources if source.kind in kinds]
        if names:
            yield self._say(key, n=self._number(len(names)), names=self._list(names))

    def times(self) -> Iterator[str]:
        if self._known.timed:
            yield self._say("knows_times", n=self._number(self._known.timed))

    def repeated(self) -> Iterator[str]:
        talks = {source.name for source in self._known.sources if source.kind in _TALKS}
        names = [c.name for c in self._known.cases if len(talks & set(c.sources)) > 1]
        if names:
            yield self._say("knows_repeated", names=self._list(names))

    def codes(self) -> Iterator[str]:
        codes = self._known.tree.ordered
        if codes:
            yield self._say(
                "knows_codes",
                n=self._number(len(codes)),
                depth=1 + max(self._known.tree.depth(code.id) for code in codes),
                used=self._number(sum(code.codings > 0 for code in codes)),
                codings=self._number(self._known.project.codings),
            )

    def origins(self) -> Iterator[str]:
        used = [code for code in self._known.tree.ordered if code.codable]
        if not any(code.origin for code in used):
            return
        counted = Counter(code.origin for code in used)
        said = [
            f"{phrase(f'origin_{origin}', self._language)} {self._number(count)}"
            if origin
            else f"{self._say('knows_no_origin')} {self._number(count)}"
            for origin, count in counted.most_common()
        ]
        yield self._say("knows_origins", origins="; ".join(said))

    def works(self) -> Iterator[str]:
        cited = dict.fromkeys(code.citation.strip() for code in self._known.tree.ordered)
        works = [one_paragraph(work).rstrip(".") for work in cited if work]
        if works:
            yield self._say("knows_works", works=self._list(works))

    def themes(self) -> Iterator[str]:
        names = [code.name for code in self._known.tree.children(None)]
        if names:
            yield self._say("knows_themes", names=self._list(names))

    def subcodes(self) -> Iterator[str]:
        tree = self._known.tree
        below = [code for code in tree.ordered if code.parent is not None and code.codings]
        if below:
            rare = [code.name for code in below if code.sources == 1]
            said = self._list(rare) if rare else "–"
            yield self._say("knows_subcodes", n=self._number(len(below)), rare=said)

    def quotations(self) -> Iterator[str]:
        known = self._known
        if known.coded:
            yield self._say(
                "knows_quotations",
                n=self._number(known.coded),
                sources=self._number(known.coded_sources),
                starred=self._number(known.starred),
            )

    def memos(self, *kinds: MemoKind) -> Iterator[str]:
        for kind in kinds:
            titles = [
                f"“{memo.title.strip() or phrase('memos_untitled', self._language)}”"
                for memo in self._known.memos
                if memo.kind is kind
            ]
            if titles:
                label = phrase(f"memo_kind_{kind.value}", self._language)
                yield self._say("knows_memos", kind=label, titles=self._list(titles))

    def software(self) -> Iterator[str]:
        yield self._say("knows_software", version=self._known.version)

    def trail(self) -> Iterator[str]:
        known = self._known
        if known.steps:
            first, last = (
                local_day(at, self._language) for at in (known.first_step, known.last_step)
            )
            yield self._say("knows_trail", n=self._number(known.steps), first=first, last=last)

    def pseudonyms(self) -> Iterator[str]:
        if self._known.pseudonyms:
            yield self._say("knows_pseudonyms", n=self._number(self._known.pseudonyms))

    def translated(self) -> Iterator[str]:
        if self._known.translated:
            yield self._say("knows_translated", n=self._number(self._known.translated))

    def _values(self, known: Known) -> str:
        """`Kunci 2; Pendukung 1; not recorded 1`, or `26–52; not recorded 1`."""
        name, variable = known.variable.name, known.variable
        given = [v for c in self._known.cases if (v := c.values.get(name, "").strip())]
        if not given:
            return ""
        blank = len(self._known.cases) - len(given)
        missing = [f"{self._say('knows_blank')} {self._number(blank)}"] if blank else []
        ends = _ends(given)
        if ends is not None:
            first, last = (shown_value(end, variable, self._language) for end in ends)
            said = [first if first == last else f"{first} – {last}"]
        else:
            counted = Counter(shown_value(value, variable, self._language) for value in given)
            said = [f"{value} {self._number(count)}" for value, count in counted.most_common()]
        return "; ".join([*said[:_MOST_NAMED], *missing])

    def _list(self, names: Sequence[str]) -> str:
        shown = "; ".join(names[:_MOST_NAMED])
        return shown if len(names) <= _MOST_NAMED else f"{shown}; … (+{len(names) - _MOST_NAMED})"

    def _number(self, value: int) -> str:
        return number(value, self._language)

    def _say(self, key: str, **args: str | int) -> str:
        return phrase(key, self._language, **args)


def _ends(values: Sequence[str]) -> tuple[str, str] | None:
    """The smallest and the largest of numbers or of dates; None for other words."""
    try:
        ordered = sorted(values, key=lambda value: float(value.replace(",", ".")))
    except ValueError:
        if not all(value[:4].isdecimal() and value[4:5] == "-" for value in values):
            return None
        ordered = sorted(values)
    return ordered[0], ordered[-1]
