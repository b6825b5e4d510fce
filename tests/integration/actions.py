"""Every kind of change that a researcher makes, chosen by numbers; and what a project holds.

Shared by the state machine, which draws the numbers from Hypothesis, and by the worker that is
killed, which draws them from a seed.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar

from makna.domain.changes import Outcome
from makna.domain.chapter import State
from makna.domain.identity import Identity
from makna.domain.model import Coding, LinkTarget, MemoKind, Passage, Source, SourceId, VariableType
from makna.domain.spans import Splice
from makna.services import (
    cases,
    chapter_plan,
    codebook,
    coding,
    correcting,
    editions,
    frames,
    importing,
    memos,
    quotations,
    sources,
    writing,
)
from makna.services.projects import coder_named, describe_project, work_as
from makna.services.span_coding import Span, code_spans
from makna.storage.project import Project
from makna.storage.tables import JOURNALLED

T = TypeVar("T")

TEXTS = (
    "P: Apa kabar?\nN: Baik. Humas itu penting.\nP: Mengapa?\nN: Karena warga.",
    "satu\u2028dua\n\n\ttiga 😀😀😀 empat",
    "a",
    "\n\nHumas Kota \u00a0 membagikan 'agenda' \"pagi\"\n",
    "x" * 90 + " " + "y" * 20 + "\nz",
)
TYPED = ("", "a", "\n", "dua kata", "😀", "\n\n", "\u2028", "x\ny\nz", "Humas")
NAMES = ("Citra", "citra ", "Peran > humas", "Ωmega", "a\\b", "Kode 😀", "satu\ttiga", "")
WORDS = ("", "catatan", "baris\nbaris", "\"kutip\" 'tanda' \\ \t", "😀\u2028\x7f", " ")
PEOPLE = (
    Identity("coder-1", "Sari"),
    Identity("coder-2", "Budi"),
    Identity("coder-3", "Citra"),
)


class Numbers(Protocol):
    """Where choices come from."""

    def below(self, limit: int) -> int:
        """A number in [0, limit)."""
        ...


class Researcher:
    """Does one thing at a time to a project; what is not possible now is not done."""

    def __init__(self, project: Project, numbers: Numbers, folder: Path) -> None:
        self.project = project
        self._numbers = numbers
        self._folder = folder

    def choose(self, among: Any) -> Any:
        found = list(among)
        return found[self._numbers.below(len(found))] if found else None

    def act(self, name: str) -> Outcome[Any] | None:
        """Carry out the action of that name; None when it has nothing to work on."""
        action: Callable[[Researcher], Outcome[Any] | None] = getattr(type(self), name)
        return action(self)

    # --- what there is to work on ---

    def source(self) -> Source | None:
        found: Source | None = self.choose(self.project.sources.all())
        return found

    def code(self) -> Any:
        return self.choose(code.id for code in self.project.codes.tree().ordered)

    def passage(self) -> Passage | None:
        source = self.source()
        return self.choose(self.project.passages.of_source(source.id)) if source else None

    def coding(self) -> Coding | None:
        passage = self.passage()
        return self.choose(passage.codings) if passage else None

    def place(self) -> tuple[SourceId, int, int] | None:
        """A stretch, often one that is in use already, so that things coincide."""
        passage = self.passage()
        if passage is not None and self._numbers.below(3) == 0:
            return passage.source, passage.start, passage.end
        source = self.source()
        if source is None:
            return None
        start = self._numbers.below(source.characters)
        end = start + 1 + self._numbers.below(min(8, source.characters - start))
        return source.id, start, end

    def target(self) -> tuple[LinkTarget, str] | None:
        project = self.project
        kinds: dict[LinkTarget, Any] = {
            LinkTarget.PROJECT: [project.overview.info()],
            LinkTarget.SOURCE: project.sources.all(),
            LinkTarget.CODE: project.codes.tree().ordered,
            LinkTarget.PASSAGE: [self.passage()] if self.passage() else [],
            LinkTarget.CASE: project.cases.all(),
            LinkTarget.MEMO: project.memos.all(),
        }
        kind = self.choose(kinds)
        found = self.choose(kinds[kind])
        return (kind, found.guid) if found else None

    def memo(self) -> Any:
        return self.choose(self.project.memos.all())

    def case(self) -> Any:
        return self.choose(self.project.cases.all())

    def chapter(self) -> Any:
        return self.choose(each.id for each in self.project.chapters.all())

    def quotation(self) -> tuple[Any, Any, list[Any]] | None:
        """A chapter, a code of it and a passage that carries the code."""
        chapter, passage = self.chapter(), self.passage()
        coding = self.choose(passage.codings) if passage else None
        return (chapter, coding.code, [passage.id]) if chapter and passage and coding else None

    # --- sources ---

    def type_a_source(self) -> Outcome[Any] | None:
        text = self.choose(TEXTS)
        return importing.import_text(self.project, self.choose(NAMES), text)

    def import_a_file(self) -> Outcome[Any] | None:
        path = self._folder / f"berkas {self._numbers.below(4)}.txt"
        path.write_bytes(self.choose(TEXTS).replace("\n", "\r\n").encode("utf-8"))
        case = self.choose(("", "Ibu Rina"))
        options = importing.ImportOptions(case=case, again=bool(self._numbers.below(2)))
        return importing.import_files(self.project, [path], options=options)

    def remove_a_source(self) -> Outcome[Any] | None:
        source = self.source()
        return sources.remove_sources(self.project, [source.id]) if source else None

    def describe_a_source(self) -> Outcome[Any] | None:
        source = self.source()
        if source is None:
            return None
        memo, kind = self.choose(WORDS), self.choose(("interview", "news"))
        language = self.choose(("id", "en"))
        return sources.describe_source(
            self.project, source.id, memo=memo, kind=kind, language=language
        )

    def rename_a_source(self) -> Outcome[Any] | None:
        source = self.source()
        return (
            sources.rename_source(self.project, source.id, self.choose(NAMES)) if source else None
        )

    def tend_a_speaker(self) -> Outcome[Any] | None:
        source = self.source()
        speaker = self.choose(self.project.sources.speakers(source.id)) if source else None
        if speaker is None:
            return None
        if self._numbers.below(2):
            return sources.set_interviewer(
                self.project, speaker["id"], bool(self._numbers.below(2))
            )
        case = self.case()
        return sources.link_speaker(self.project, speaker["id"], case.id if case else None)

    def rename_a_speaker(self) -> Outcome[Any] | None:
        source = self.source()
        speaker = self.choose(self.project.sources.speakers(source.id)) if source else None
        if source is None or speaker is None:
            return None
        name = self.choose(("P", "N", "Ibu Rina", ""))
        return sources.rename_speaker(self.project, source.id, speaker["id"], name)

    # --- text ---

    def correct_the_text(self) -> Outcome[Any] | None:
        source = self.source()
        if source is None:
            return None
        start = self._numbers.below(source.characters + 1)
        end = start + self._numbers.below(min(12, source.characters - start) + 1)
        if self._numbers.below(8) == 0:
            end = source.characters
        return correcting.edit_text(self.project, source.id, start, end, self.choose(TYPED))

    def go_on_typing(self) -> Outcome[Any] | None:
        """A correction that joins the latest step, as while typing."""
        source, latest = self.source(), self.project.history.next_undo()
        if source is None or latest is None:
            return None
        at = self._numbers.below(source.characters + 1)
        end = min(source.characters, at + self._numbers.below(3))
        text = self.choose(TYPED)
        return correcting.edit_text(self.project, source.id, at, end, text, amend=latest.id)

    def correct_in_places(self) -> Outcome[Any] | None:
        source = self.source()
        if source is None:
            return None
        splices = []
        left = source.characters
        for _ in range(3):
            start, words = self._numbers.below(left + 1), self.choose(TYPED)
            end = min(left, start + self._numbers.below(4))
            splices.append(Splice(start, "?" * (end - start), words))
            left += len(words) - (end - start)
        return correcting.edit_texts(self.project, source.id, splices)

    # --- codes ---

    def add_a_code(self) -> Outcome[Any] | None:
        parent = self.choose((None, self.code()))
        memo = self.choose(WORDS)
        return codebook.add_code(self.project, self.choose(NAMES), parent=parent, memo=memo)

    def add_a_path(self) -> Outcome[Any] | None:
        return codebook.add_path(self.project, self.choose(("A > B > C", "A > D", "E\\>F", "b")))

    def rename_a_code(self) -> Outcome[Any] | None:
        code = self.code()
        return codebook.rename_code(self.project, code, self.choose(NAMES)) if code else None

    def describe_a_code(self) -> Outcome[Any] | None:
        code = self.code()
        words = self.choose(WORDS)
        return codebook.describe_code(self.project, code, description=words) if code else None

    def move_a_code(self) -> Outcome[Any] | None:
        code, parent = self.code(), self.choose((None, self.code()))
        position = self.choose((None, 0, 1, 2))
        return codebook.move_code(self.project, code, parent, position) if code else None

    def merge_codes(self) -> Outcome[Any] | None:
        code, target = self.code(), self.code()
        return codebook.merge_codes(self.project, code, target) if code else None

    def delete_codes(self) -> Outcome[Any] | None:
        chosen = {code for code in (self.code(), self.code()) if code is not None}
        return codebook.delete_codes(self.project, chosen) if chosen else None

    def give_a_key(self) -> Outcome[Any] | None:
        code, key = self.code(), self.choose((None, 1, 2, 10))
        return codebook.set_shortcut(self.project, code, key) if code else None

    def insert_a_frame(self) -> Outcome[Any] | None:
        if len(self.project.codes.tree()) > 40:
            return None
        smallest = min(frames.frames("id"), key=lambda frame: frame.size)
        return frames.insert_frame(self.project, smallest.id, self.choose(("id", "en")))

    # --- coding ---

    def apply_a_code(self) -> Outcome[Any] | None:
        place, code = self.place(), self.code()
        if place is None or code is None:
            return None
        return coding.apply_code(self.project, *place, code, memo=self.choose(WORDS))

    def apply_for_another(self) -> Outcome[Any] | None:
        """Code in the name of a coder who need not be known yet."""
        place, code = self.place(), self.code()
        if place is None or code is None:
            return None
        other = coder_named(self.project, self.choose(("Budi", "Dewi")))
        return coding.apply_code(self.project, *place, code, coder=other)

    def apply_a_new_code(self) -> Outcome[Any] | None:
        place, name = self.place(), self.choose(NAMES)
        return coding.apply_new_code(self.project, *place, name) if place else None

    def code_in_vivo(self) -> Outcome[Any] | None:
        place = self.place()
        return coding.code_in_vivo(self.project, *place) if place else None

    def code_many(self) -> Outcome[Any] | None:
        places, code = [self.place(), self.place(), self.place()], self.code()
        spans = [Span(*place) for place in places if place is not None]
        return code_spans(self.project, spans, code) if code and spans else None

    def uncode(self) -> Outcome[Any] | None:
        found, passage = None, self.passage()
        found = self.choose(passage.codings) if passage else None
        if passage is None or found is None:
            return None
        place = (passage.source, passage.start, passage.end)
        return coding.uncode(self.project, *place, found.code)

    def remove_a_coding(self) -> Outcome[Any] | None:
        found = self.coding()
        return coding.remove_codings(self.project, [found.id]) if found else None

    def recode(self) -> Outcome[Any] | None:
        found = [c.id for c in (self.coding(), self.coding()) if c is not None]
        code = self.code()
        return coding.recode(self.project, found, code) if found and code else None

    def move_edges(self) -> Outcome[Any] | None:
        passage, place = self.passage(), self.place()
        if passage is None or place is None or place[0] != passage.source:
            return None
        code = self.choose((None, *(c.code for c in passage.codings)))
        return coding.move_edges(self.project, passage.id, place[1], place[2], code)

    def star(self) -> Outcome[Any] | None:
        passage = self.passage()
        star = bool(self._numbers.below(2))
        return coding.star_passages(self.project, [passage.id], star) if passage else None

    def write_on_a_passage(self) -> Outcome[Any] | None:
        place, memo = self.place(), self.choose(WORDS)
        return coding.write_passage_memo(self.project, *place, memo) if place else None

    def write_on_a_coding(self) -> Outcome[Any] | None:
        found, memo = self.coding(), self.choose(WORDS)
        return coding.write_coding_memo(self.project, found.id, memo) if found else None

    # --- memos ---

    def write_a_memo(self) -> Outcome[Any] | None:
        target = self.target()
        links = [target] if target else []
        kind = self.choose(MemoKind)
        return memos.write_memo(
            self.project, self.choose(NAMES), self.choose(WORDS), kind=kind, links=links
        )

    def change_a_memo(self) -> Outcome[Any] | None:
        memo, body = self.memo(), self.choose(WORDS)
        return memos.change_memo(self.project, memo.id, body=body) if memo else None

    def link_a_memo(self) -> Outcome[Any] | None:
        memo, target = self.memo(), self.target()
        return memos.link_memo(self.project, memo.id, *target) if memo and target else None

    def unlink_a_memo(self) -> Outcome[Any] | None:
        memo = self.memo()
        link = self.choose(memo.links) if memo else None
        return memos.unlink_memo(self.project, memo.id, link.target, link.guid) if link else None

    def delete_a_memo(self) -> Outcome[Any] | None:
        memo = self.memo()
        return memos.delete_memo(self.project, memo.id) if memo else None

    # --- cases ---

    def add_a_case(self) -> Outcome[Any] | None:
        return cases.add_case(self.project, self.choose(NAMES))

    def delete_a_case(self) -> Outcome[Any] | None:
        case = self.case()
        return cases.delete_case(self.project, case.id) if case else None

    def write_on_a_case(self) -> Outcome[Any] | None:
        case, memo = self.case(), self.choose(WORDS)
        return cases.write_case_memo(self.project, case.id, memo) if case else None

    def set_a_value(self) -> Outcome[Any] | None:
        case = self.case()
        name = self.choose(("usia", "tanggal", "jabatan"))
        value = self.choose(("", "41", "3,5", "2025-03-03", "Kabid", "ya"))
        return cases.set_value(self.project, case.id, name, value) if case else None

    def change_a_variable(self) -> Outcome[Any] | None:
        variable = self.choose(self.project.cases.variables())
        name, type_ = self.choose(("usia", "umur", "")), self.choose(VariableType)
        if variable is None:
            return None
        return cases.change_variable(self.project, variable.id, name=name, type_=type_)

    def delete_a_variable(self) -> Outcome[Any] | None:
        variable = self.choose(self.project.cases.variables())
        return cases.delete_variable(self.project, variable.id) if variable else None

    def link_a_case(self) -> Outcome[Any] | None:
        case, source = self.case(), self.source()
        return cases.link_sources(self.project, case.id, [source.id]) if case and source else None

    def unlink_a_case(self) -> Outcome[Any] | None:
        case, source = self.case(), self.source()
        return cases.unlink_source(self.project, case.id, source.id) if case and source else None

    # --- chapters ---

    def begin_a_chapter(self) -> Outcome[Any] | None:
        return writing.create_chapter(self.project, self.choose(("", "Bab IV", "Bab\nV")))

    def rename_a_chapter(self) -> Outcome[Any] | None:
        chapter, name = self.chapter(), self.choose(NAMES)
        return writing.rename_chapter(self.project, chapter, name) if chapter else None

    def delete_a_chapter(self) -> Outcome[Any] | None:
        chapter = self.chapter()
        return writing.delete_chapter(self.project, chapter) if chapter else None

    def change_a_chapter(self) -> Outcome[Any] | None:
        chapter = self.chapter()
        reference = self.choose(("footnote", "({source}, {lines})", "({nothing})"))
        level = self.choose((1, 2, 7))
        if chapter is None:
            return None
        return writing.change_settings(
            self.project, chapter, reference=reference, heading_level=level
        )

    def leave_out_a_section(self) -> Outcome[Any] | None:
        chapter, code, out = self.chapter(), self.code(), bool(self._numbers.below(2))
        if chapter is None or code is None:
            return None
        return writing.leave_out_code(self.project, chapter, code, out)

    def move_a_section(self) -> Outcome[Any] | None:
        chapter, code, by = self.chapter(), self.code(), self.choose((-1, 1))
        if chapter is None or code is None:
            return None
        return writing.move_section_by(self.project, chapter, code, by)

    def introduce_a_section(self) -> Outcome[Any] | None:
        chapter, code, memo = self.chapter(), self.code(), self.memo()
        none = not self._numbers.below(3)
        if chapter is None or code is None:
            return None
        key = memo.id if memo else None
        return writing.set_introduction(self.project, chapter, code, key, none=none)

    def close_a_section(self) -> Outcome[Any] | None:
        chapter, code, memo = self.chapter(), self.code(), self.memo()
        if chapter is None or code is None:
            return None
        return writing.set_closing(self.project, chapter, code, memo.id if memo else None)

    def mark_a_quotation(self) -> Outcome[Any] | None:
        found, state = self.quotation(), self.choose(State)
        return quotations.mark_passages(self.project, *found, state) if found else None

    def move_a_quotation(self) -> Outcome[Any] | None:
        found, by = self.quotation(), self.choose((-1, 1, 5))
        if found is None:
            return None
        chapter, code, passages = found
        return quotations.move_passage_by(self.project, chapter, code, passages[0], by)

    def shorten_a_quotation(self) -> Outcome[Any] | None:
        found, start = self.quotation(), self._numbers.below(6)
        end = start + self._numbers.below(9)
        if found is None:
            return None
        chapter, code, passages = found
        return quotations.cut(self.project, chapter, code, passages[0], start, end)

    def add_to_a_quotation(self) -> Outcome[Any] | None:
        found, at, words = self.quotation(), self._numbers.below(9), self.choose(TYPED)
        if found is None:
            return None
        chapter, code, passages = found
        return quotations.add_words(self.project, chapter, code, passages[0], at, at, words)

    def quote_in_full(self) -> Outcome[Any] | None:
        found = self.quotation()
        if found is None:
            return None
        chapter, code, passages = found
        return quotations.quote_in_full(self.project, chapter, code, passages[0])

    def read_a_chapter(self) -> Outcome[Any] | None:
        """Whatever was decided and corrected: what is printed is the source's own words."""
        plan = chapter_plan.chapter_plan(self.project, self.chapter())
        for _, item in plan.printed():
            if not item.edits:
                said = "".join(span.text for span in item.quotation)
                words = "".join(filter(str.isalnum, item.excerpt.text))
                assert "".join(filter(str.isalnum, said)) == words
        return None

    def keep_line_numbers(self) -> Outcome[Any] | None:
        source = self.source()
        return editions.freeze(self.project, [source.id]) if source else None

    def number_lines_anew(self) -> Outcome[Any] | None:
        return editions.renew(self.project)

    # --- project ---

    def describe_the_project(self) -> Outcome[Any] | None:
        return describe_project(self.project, memo=self.choose(WORDS), language="en")

    def someone_else_works(self) -> Outcome[Any] | None:
        work_as(self.project, self.choose(PEOPLE))
        return None


ACTIONS = tuple(
    name
    for name, value in vars(Researcher).items()
    if callable(value)
    and not name.startswith("_")
    and getattr(value, "__annotations__", {}).get("return") == "Outcome[Any] | None"
    and name != "act"
)
"""Names of all the actions above."""

Contents = dict[str, list[tuple[Any, ...]]]


def contents(project: Project) -> Contents:
    """Every row of every journalled table, and the texts and layouts of the sources there are."""
    raw = project.raw
    found: Contents = {}
    for mapped in JOURNALLED:
        name = mapped.__tablename__  # type: ignore[attr-defined]
        found[name] = raw.execute(f'SELECT * FROM "{name}" ORDER BY id').fetchall()
    keys = [row[0] for row in found["source"]]
    found["text"] = [(k, project.texts.text(k), project.texts.length(k)) for k in keys]
    found["layout"] = [(key, project.texts.layout(key)) for key in keys]
    return found


def broken_rules(project: Project) -> list[str]:
    """Rules of ours that the project breaks, beyond what its own check looks at."""
    raw = project.raw
    rules = {
        "a passage that carries nothing": "SELECT id FROM passage p WHERE star = 0 AND memo = ''"
        " AND translation = '' AND NOT EXISTS (SELECT 1 FROM coding WHERE passage_id = p.id)"
        " AND NOT EXISTS (SELECT 1 FROM memo_link WHERE target_type = 'passage'"
        " AND target_id = p.id)",
        "a coding twice": "SELECT 1 FROM coding GROUP BY passage_id, code_id, coder_id"
        " HAVING count(*) > 1",
        "a place twice": 'SELECT 1 FROM passage GROUP BY source_id, start, "end"'
        " HAVING count(*) > 1",
        "a link twice": "SELECT 1 FROM memo_link GROUP BY memo_id, target_type, target_id"
        " HAVING count(*) > 1",
        "a key for two codes": "SELECT 1 FROM code WHERE shortcut IS NOT NULL"
        " GROUP BY shortcut HAVING count(*) > 1",
        "two values of one variable": "SELECT 1 FROM value GROUP BY case_id, variable_id"
        " HAVING count(*) > 1",
        "two decisions on a section": "SELECT 1 FROM section GROUP BY chapter_id, code_id"
        " HAVING count(*) > 1",
        "two decisions on a quotation": "SELECT 1 FROM quotation"
        " GROUP BY chapter_id, code_id, passage_id HAVING count(*) > 1",
        "two editions of a source": "SELECT 1 FROM edition GROUP BY source_id HAVING count(*) > 1",
        "an edition without its text": "SELECT 1 FROM edition"
        " WHERE sha256 NOT IN (SELECT sha256 FROM blob)",
        "an open step": "SELECT 1 FROM temp.step_journal",
        **{
            f"a memo linked to a {kind} that is gone": "SELECT 1 FROM memo_link"
            f" WHERE target_type = '{kind}' AND target_id NOT IN (SELECT id FROM {table})"
            for kind, table in _LINKED.items()
        },
    }
    found = [name for name, query in rules.items() if raw.execute(query).fetchone()]
    return found + _broken_names(project)


_LINKED = {
    "project": "project",
    "source": "source",
    "code": "code",
    "passage": "passage",
    "case": "cases",
    "memo": "memo",
}


def _broken_names(project: Project) -> list[str]:
    from makna.domain.codetree import name_key

    tree = project.codes.tree()
    groups = [tree.children(parent) for parent in (None, *(code.id for code in tree.ordered))]
    found = ["siblings of one name" for g in groups if len({name_key(c.name) for c in g}) < len(g)]
    found += ["siblings of one rank" for g in groups if len({c.position for c in g}) < len(g)]
    if len(tree.ordered) != len(tree):
        found.append("a code that no root leads to")
    return found
