#!/usr/bin/env python3
"""Build the demo projects from the texts in `resources/demo`, through Makna's own services.

Usage: .venv/bin/python packaging/demo.py build [FOLDER]

Each language has a folder of its own: `project.md`, `sources/*.md`, `codes.tsv`, `codings.tsv`,
`notes.tsv`, `cases.tsv` and `memos/*.md`. Sources become Word files or plain texts and are
imported like anybody's; codings name the words they stand on, ` [...] ` leaving out the middle.
Words that are missing or ambiguous stop the build. GUIDs come from names and times from a calendar,
so that a second build changes little. The park is drawn by `demo_picture.py`.
"""

from __future__ import annotations

import csv
import shutil
import sys
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from demo_docx import Sheet, sheet, write_docx
from makna.domain.identity import Identity
from makna.domain.model import CodeId, LinkTarget, MemoKind, SourceId, SourceKind, VariableType
from makna.domain.wording import Language
from makna.paths import resources_dir
from makna.services import cases, codebook, coding, frames, importing, memos, projects, sources
from makna.services.searching import Searcher
from makna.storage.connection import raw_connection
from makna.storage.project import Project
from makna.storage.project_file import OPENED_BY

DEMO = resources_dir() / "demo"
LANGUAGES = ("id", "en")
NAMES = uuid.uuid5(uuid.NAMESPACE_URL, "https://sagaraasri.example/")
FIRST_DAY = datetime(2025, 4, 21, 1, 0, tzinfo=UTC)
"""Work begins on a Monday at eight in the morning, western Indonesian time."""
GAP = " [...] "


class Calendar:
    """What stands for the clock and for chance while a project is built."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._day = self._minute = self._count = 0
        self._about = ""

    def day(self, number: int) -> None:
        """What follows was done on this day of the study."""
        self._day, self._minute = number, 0

    def about(self, what: str) -> None:
        """What follows concerns this: its GUIDs are made from it, three minutes later."""
        self._about, self._count = what, 0
        self._minute += 3

    def uuid4(self) -> uuid.UUID:
        self._count += 1
        return uuid.uuid5(NAMES, f"{self._language}/{self._about}/{self._count}")

    def now(self, zone: Any) -> datetime:
        at = FIRST_DAY + timedelta(days=self._day, minutes=self._minute)
        return at.astimezone(zone)

    @contextmanager
    def in_force(self) -> Iterator[None]:
        chance = SimpleNamespace(uuid4=self.uuid4)
        with (
            patch("makna.domain.identity.uuid", chance),
            patch("makna.storage.clock.datetime", self),
            # The search index names its files by it.
            patch("secrets.token_hex", lambda size=16: self.uuid4().hex[: 2 * size]),
        ):
            yield


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a tab-separated table by column name; quotation marks are only themselves."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, restval=""))


def place(text: str, quotation: str, where: str) -> tuple[int, int]:
    """Where the quotation stands. Raises ValueError unless that is one place."""
    first, gap, last = quotation.partition(GAP)
    if text.count(first) != 1:
        raise ValueError(f"{where}: found {text.count(first)} times: {first!r}")
    start = text.index(first)
    end = start + len(first)
    if gap:
        found = text.find(last, end)
        if found < 0:
            raise ValueError(f"{where}: not found after {first!r}: {last!r}")
        end = found + len(last)
    return start, end


class Builder:
    """One project while it is being filled."""

    def __init__(self, project: Project, folder: Path, calendar: Calendar) -> None:
        self.project = project
        self.folder = folder
        self.calendar = calendar
        self.about = sheet(folder / "project.md")
        self.sources: dict[str, SourceId] = {}

    def fill(self) -> None:
        self._describe()
        self._bring_in()
        self._tell_cases()
        self._make_codes()
        self._code("")
        self._note()
        self._code("second")
        self._write_memos()
        Searcher(self.project).bring_up_to_date()

    def _describe(self) -> None:
        questions = self.about.get("questions").replace("\\n", "\n")
        projects.describe_project(
            self.project,
            description=self.about.get("description"),
            research_questions=questions,
            memo=self.about.get("memo"),
        )

    def _bring_in(self) -> None:
        for path in sorted((self.folder / "sources").glob("*.md")):
            self.calendar.about(f"source {path.stem}")
            with tempfile.TemporaryDirectory() as folder:
                self._import(path.stem, sheet(path), Path(folder))

    def _import(self, key: str, source: Sheet, folder: Path) -> None:
        file = folder / f"{source.get('name')}.{source.get('format')}"
        if source.get("format") == "docx":
            write_docx(file, source, DEMO / "park.png")
        else:
            file.write_text(source.body, "utf-8")
        options = importing.ImportOptions(
            kind=SourceKind(source.get("kind")), case=source.get("case")
        )
        report = importing.import_files(self.project, [file], options=options).value
        if report.skipped:
            raise ValueError(f"{key}: {report.skipped[0].why}")
        self.sources[key] = report.imported[0].id
        described: dict[str, Any] = {
            name: value for name, value in source.head if name in sources.FIELDS and name != "kind"
        }
        sources.describe_source(self.project, self.sources[key], **described)
        self._tell_speakers(key, source)

    def _tell_speakers(self, key: str, source: Sheet) -> None:
        if not source.get("speaker"):
            return
        case = cases.find_case(self.project, source.get("case"))
        rows = {row["name"]: row for row in self.project.sources.speakers(self.sources[key])}
        if set(rows) != {source.get("speaker"), source.get("interviewer")}:
            raise ValueError(f"{key}: speakers found are {sorted(rows)}")
        sources.link_speaker(self.project, rows[source.get("speaker")]["id"], case.id)
        sources.set_interviewer(self.project, rows[source.get("interviewer")]["id"], True)

    def _tell_cases(self) -> None:
        self.calendar.day(1)
        rows = table(self.folder / "cases.tsv")
        for variable in list(rows[0])[1:]:
            self.calendar.about(f"variable {variable}")
            values = {row[variable] for row in rows}
            yes_no = values <= {"ya", "tidak", "yes", "no"}
            kind = VariableType.YES_NO if yes_no else cases.guessed_type(rows[0][variable])
            cases.add_variable(self.project, variable, kind)
        for row in rows:
            (_, name), *assigned = row.items()
            self.calendar.about(f"case {name}")
            case = cases.find_case(self.project, name).id
            for variable, value in assigned:
                cases.set_value(self.project, case, variable, value)

    def _make_codes(self) -> None:
        for frame in self.about.get("frames").split():
            self.calendar.about(f"frame {frame}")
            language: Language = "id" if self.about.get("language") == "id" else "en"
            frames.insert_frame(self.project, frame, language)
        for row in table(self.folder / "codes.tsv"):
            path, origin, key, definition, when, when_not = row.values()
            self.calendar.about(f"code {path}")
            described = {"description": definition, "when_to_use": when, "when_not": when_not}
            made = codebook.add_path(self.project, path, origin=origin, **described).value
            if not origin:
                codebook.describe_code(self.project, made, codable=False)
            if key:
                codebook.set_shortcut(self.project, made, int(key))

    def _code(self, coder: str) -> None:
        """Apply the codings of one coder, who is the project's own when the name is empty."""
        self.calendar.day(5 if coder else 2)
        self.calendar.about(f"coder {coder}")
        chief = self.project.overview.current_coder()
        if coder:
            guid = str(uuid.uuid5(NAMES, self.about.get(coder)))
            projects.work_as(self.project, Identity(guid, self.about.get(coder)))
        for row in table(self.folder / "codings.tsv"):
            if row["coder"] == coder:
                self._apply(row)
        self.project.overview.work_as(chief)

    def _apply(self, row: dict[str, str]) -> None:
        self.calendar.about(f"coding {row['source']} {row['code']} {row['quotation']}")
        source, start, end = self.find(row["source"], row["quotation"])
        code = self.code(row["code"])
        coding.apply_code(self.project, source, start, end, code, memo=row["memo"])
        if row["star"]:
            coding.star_place(self.project, source, start, end, True)

    def _note(self) -> None:
        self.calendar.day(4)
        for row in table(self.folder / "notes.tsv"):
            self.calendar.about(f"note {row['source']} {row['quotation']}")
            found = self.find(row["source"], row["quotation"])
            coding.write_passage_memo(self.project, *found, row["memo"])

    def _write_memos(self) -> None:
        self.calendar.day(6)
        for path in sorted((self.folder / "memos").glob("*.md")):
            memo = sheet(path)
            self.calendar.about(f"memo {path.stem}")
            memos.write_memo(
                self.project,
                memo.get("title"),
                memo.body.strip(),
                kind=MemoKind(memo.get("kind")),
                links=[self.target(link) for link in memo.all("link")],
            )

    def find(self, source: str, quotation: str) -> tuple[SourceId, int, int]:
        key = self.sources[source]
        return key, *place(self.project.texts.text(key), quotation, source)

    def code(self, path: str) -> CodeId:
        return self.project.codes.tree(counted=False).find(path).id

    def target(self, written: str) -> tuple[LinkTarget, str]:
        """`code | Name`, `passage | I1 | words` and so on: what a memo is linked to."""
        kind, *rest = written.split(" | ")
        name = rest[0] if rest else ""
        project = self.project
        if kind == "passage":
            found = project.passages.at(*self.find(name, rest[1]))
            guid = next(p.guid for p in project.passages.by_ids([found] if found else []))
        elif kind == "source":
            guid = sources.get_source(project, self.sources[name]).guid
        elif kind == "code":
            guid = project.codes.tree(counted=False).find(name).guid
        elif kind == "case":
            guid = cases.find_case(project, name).guid
        elif kind == "memo":
            guid = next(memo.guid for memo in project.memos.all() if memo.title == name)
        else:
            guid = project.overview.info().guid
        return LinkTarget(kind), guid


def build(language: str, target: Path) -> None:
    """Build the project of a language at `target`, which is replaced when all went well."""
    folder = DEMO / language
    about = sheet(folder / "project.md")
    calendar = Calendar(language)
    who = Identity(str(uuid.uuid5(NAMES, about.get("coder"))), about.get("coder"))
    with tempfile.TemporaryDirectory() as scratch, calendar.in_force():
        path = Path(scratch) / target.name
        calendar.about("project")
        with closing(projects.create_project(path, about.get("name"), language, who)) as project:
            Builder(project, folder, calendar).fill()
            _leave(project)
        _shrink(path)
        shutil.copyfile(path, target)


def _leave(project: Project) -> None:
    """Take out who built it, and refuse a project that is not sound."""
    with project.writing():
        project.view_state.delete(OPENED_BY)
    if problems := projects.check_project(project):
        raise ValueError("; ".join(problem.text("en") for problem in problems))


def _shrink(path: Path) -> None:
    """One small file without a trace of its making; at rest it needs no files beside it."""
    with closing(raw_connection(path, read_only=False)) as raw:
        raw.execute("PRAGMA journal_mode=DELETE")
        raw.execute("VACUUM")


def main(arguments: list[str]) -> int:
    """Carry out the command; the result is the exit code."""
    if arguments[:1] != ["build"] or len(arguments) > 2:
        print(__doc__)
        return 2
    folder = Path(arguments[1]) if len(arguments) > 1 else DEMO
    for language in LANGUAGES:
        target = folder / f"demo_{language}.makna"
        build(language, target)
        print(f"{target.name}: {target.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
