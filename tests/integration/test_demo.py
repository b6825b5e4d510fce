"""The demo projects: what a learner is promised to find in them, and that their texts make them."""

from __future__ import annotations

import importlib
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from makna.domain.model import Passage, Source, SourceKind
from makna.paths import resources_dir
from makna.services import projects, sources
from makna.services.searching import Searcher
from makna.storage.project import Project
from makna.storage.project_file import OPENED_BY

PACKAGING = Path(__file__).parents[2] / "packaging"
WORD = re.compile(r"\w+(?:[-'’]\w+)*")
SAID = {
    "id": {
        "fictional": "Dokumen ini fiktif",
        "post": "Unggahan",
        "promise": ('"24 jam"', {"D2", "D3", "N1"}),
        "promise spoken": ('"dua puluh empat jam"', {"I1", "I2", "I4", "D1"}),
        "median": ('"31 jam"', {"D3"}),
        "five days": ('"hari kelima"', {"I2", "I4"}),
        "five": ('"lima orang"', {"I1", "D2", "D3"}),
        "two": ("berdua", {"D2", "I4"}),
        "once": "Humor sebagai strategi",
        "unused": "Kabar bohong dan klarifikasi",
        "typo": "meninkatkan",
    },
    "en": {
        "fictional": "This document is fictional",
        "post": "Post",
        "promise": ('"24 hours"', {"D2", "D3", "N1"}),
        "promise spoken": ('"twenty-four hours"', {"I1", "I2", "I4", "D1"}),
        "median": ('"31 hours"', {"D3"}),
        "five days": ('"fifth day"', {"I2", "I4"}),
        "five": ("five", {"I1", "D1", "D2", "D3"}),
        "two": ('"two of"', {"D2", "I4"}),
        "once": "Humour as a strategy",
        "unused": "Rumours and clarification",
        "typo": "imporving",
    },
}


@pytest.fixture(scope="module", params=["id", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def shipped(language: str) -> Path:
    return resources_dir() / "demo" / f"demo_{language}.makna"


@pytest.fixture(scope="module")
def project(shipped: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A copy of the shipped file, open as a learner has it."""
    folder = tmp_path_factory.mktemp("demo")
    copy = Path(shutil.copy(shipped, folder))
    opened = projects.open_project(copy, folder / "backups")
    yield opened
    opened.close()


@pytest.fixture
def builder(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script `packaging/demo.py`."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    return importlib.import_module("demo")


def key(source: Source) -> str:
    """I1, D2 …: what the name begins with."""
    return source.name.split()[0]


def texts(project: Project) -> dict[str, str]:
    return {key(s): project.texts.text(s.id) for s in project.sources.all()}


def passages(project: Project) -> dict[str, list[Passage]]:
    return {key(s): project.passages.of_source(s.id) for s in project.sources.all()}


def said(project: Project, source: str, passage: Passage) -> str:
    return texts(project)[source][passage.start : passage.end]


def contents(project: Project) -> list[Any]:
    """All that a researcher put into the project."""
    rows = (
        "SELECT name, text FROM source s JOIN source_text t ON t.source_id = s.id ORDER BY 1",
        "SELECT guid, memo, created_at FROM coding ORDER BY 1",
        'SELECT guid, start, "end", memo, star FROM passage ORDER BY 1',
        "SELECT guid, name, description FROM code ORDER BY 1",
        "SELECT guid, title, body FROM memo ORDER BY 1",
        "SELECT guid, name FROM cases ORDER BY 1",
    )
    return [project.raw.execute(query).fetchall() for query in rows]


def test_is_sound_and_stays_small(project: Project, shipped: Path) -> None:
    assert projects.check_project(project) == []
    assert Searcher(project).pending() == []
    assert shipped.stat().st_size < 1_500_000


def test_says_nothing_about_who_built_it(shipped: Path) -> None:
    built = projects.open_project(shipped, shipped.parent, read_only=True)
    try:
        assert built.view_state.get(OPENED_BY) is None
    finally:
        built.close()
    data = shipped.read_bytes()
    assert str(PACKAGING.parent).encode() not in data
    assert b"/tmp/" not in data
    # Read from where it is shipped it leaves nothing beside it.
    assert not list(shipped.parent.glob("*-wal"))


def test_holds_what_is_promised(project: Project) -> None:
    info = project.overview.info()
    assert (info.sources, info.memos, info.cases) == (12, 9, 4)
    assert info.codings >= 120
    assert [coder.name for coder in project.overview.coders()] == ["Nala Paramita", "Bayu Segara"]
    kinds = Counter(source.kind for source in project.sources.all())
    assert kinds[SourceKind.INTERVIEW] == 4
    assert {"regulation", "social-media", "report", "literature", "news", "observation"} < set(
        map(str, kinds)
    )
    frames = [c for c in project.codes.tree().children(None) if not c.codable and c.citation]
    assert len(frames) == 4


def test_every_document_says_that_it_is_fictional(project: Project, language: str) -> None:
    assert all(str(SAID[language]["fictional"]) in text for text in texts(project).values())


def test_speakers_are_linked_and_those_who_ask_are_marked(project: Project) -> None:
    interviews = [s for s in project.sources.all() if s.kind is SourceKind.INTERVIEW]
    assert len(interviews) >= 3
    for source in interviews:
        rows = project.sources.speakers(source.id)
        assert sorted(bool(row["interviewer"]) for row in rows) == [False, True]
        assert [row["case_id"] is None for row in rows if not row["interviewer"]] == [False]
        turns = project.sources.turns(source.id)
        assert len(turns) > 40
        assert sum(turn.time_ms is not None for turn in turns) >= 9


def test_interviews_are_as_long_as_real_ones(project: Project, language: str) -> None:
    least = 1_500 if language == "id" else 1_200
    spoken = {k: len(WORD.findall(t)) for k, t in texts(project).items() if k.startswith("I")}
    assert len(spoken) >= 3
    assert all(least <= words <= 2_200 for words in spoken.values()), spoken


@pytest.mark.parametrize(("source", "words"), [("I1", 39), ("I2", 40), ("I3", 41), ("I4", 120)])
def test_a_starred_quotation_has_exactly_so_many_words(
    project: Project, source: str, words: int
) -> None:
    starred = [said(project, source, p) for p in passages(project)[source] if p.star]
    exact = [quotation for quotation in starred if len(quotation.split()) == words]
    assert len(exact) == 1
    # However words are counted: no dash stands alone, no word is joined by anything unusual.
    assert len(WORD.findall(exact[0])) == words


@pytest.mark.parametrize("source", ["I1", "I3", "I4"])
def test_passages_nest_and_overlap(project: Project, source: str) -> None:
    pairs = list(combinations(passages(project)[source], 2))
    spans = [sorted([(a.start, -a.end), (b.start, -b.end)]) for a, b in pairs]
    assert any(-left[1] >= -right[1] for left, right in spans)
    assert any(right[0] < -left[1] < -right[1] and left[0] < right[0] for left, right in spans)


def test_a_passage_carries_several_codes(project: Project) -> None:
    found = [p for each in passages(project).values() for p in each]
    assert any(len({coding.code for coding in p.codings}) > 1 for p in found)


def test_the_second_coder_agrees_and_differs(project: Project) -> None:
    second = project.overview.coders()[1].id
    coded = [p for p in passages(project)["I4"] if any(c.coder == second for c in p.codings)]
    assert (
        sum(
            c.coder == second
            for each in passages(project).values()
            for p in each
            for c in p.codings
        )
        == 10
    )
    alike = [len({c.code for c in p.codings}) == 1 for p in coded]
    assert any(alike)
    assert not all(alike)


@pytest.mark.parametrize(
    "what", ["promise", "promise spoken", "median", "five days", "five", "two"]
)
def test_contradictions_are_found_by_searching(project: Project, language: str, what: str) -> None:
    query, wanted = SAID[language][what]
    hits = Searcher(project).search(query, limit=1_000)
    assert wanted <= {hit.name.split()[0] for hit in hits if hit.type == "source"}


def test_one_code_is_used_once_and_one_never(project: Project, language: str) -> None:
    tree = project.codes.tree()
    assert tree.find(str(SAID[language]["once"])).codings == 1
    assert tree.find(str(SAID[language]["unused"])).codings == 0


def test_there_is_a_typo_in_a_quotation_and_names_to_disguise(
    project: Project, language: str
) -> None:
    typo = str(SAID[language]["typo"])
    assert [typo in said(project, "I2", p) for p in passages(project)["I2"]].count(True) == 1
    for name in ("Pak Suroyo", "0812-0000-0147"):
        noted = [p for p in passages(project)["I2"] if p.memo and name in said(project, "I2", p)]
        assert len(noted) == 1
    assert "Kirana" in texts(project)["I4"]


def test_the_log_has_forty_posts_and_a_hundred_and_twenty_comments(
    project: Project, language: str
) -> None:
    log = texts(project)["D2"]
    posts = re.findall(rf"^{SAID[language]['post']} (\d\d) \| ", log, re.MULTILINE)
    assert posts == [f"{number:02}" for number in range(1, 41)]
    assert len(re.findall(r"^– @", log, re.MULTILINE)) == 120
    assert "👨‍👩‍👧‍👦" in log
    assert "🧒🏽" in log


def test_word_files_keep_their_looks(project: Project) -> None:
    by_key = {key(source): source for source in project.sources.all()}
    news = project.texts.layout(by_key["N1"].id)
    assert sum(bool(run.picture) for block in news for run in block.runs) == 1
    report = [block.style for block in project.texts.layout(by_key["D3"].id)]
    assert report.count("table-row") == 15
    assert report.count("heading-1") == 6
    interview = project.texts.layout(by_key["I1"].id)
    assert sum(any(run.bold for run in block.runs) for block in interview) > 40
    comments = [p for p in passages(project)["I1"] if p.memo.startswith("Trans")]
    assert [len(p.codings) for p in comments] == [0]
    assert sources.find_source(project, by_key["N1"].name).url.startswith("https://sagaraasri.")


def test_cases_carry_their_variables(project: Project) -> None:
    types = {str(variable.type) for variable in project.cases.variables()}
    assert types == {"text", "number", "date", "yes-no"}
    for case in project.cases.all():
        assert len(case.values) == 11
        assert len(case.sources) == 1


def test_memos_are_of_all_kinds_and_linked(project: Project) -> None:
    memos = project.memos.all()
    assert len({memo.kind for memo in memos}) == 5
    assert all(memo.links for memo in memos)
    targets = {str(link.target) for memo in memos for link in memo.links}
    assert targets == {"project", "source", "code", "passage", "case", "memo"}


def test_the_shipped_file_is_what_the_texts_make(
    project: Project, language: str, builder: ModuleType, tmp_path: Path
) -> None:
    rebuilt = tmp_path / "demo.makna"
    builder.build(language, rebuilt)
    again = projects.open_project(rebuilt, tmp_path / "backups")
    try:
        assert contents(again) == contents(project)
    finally:
        again.close()


@pytest.mark.parametrize(
    "quotation", ["not there", "lamp", "first lamp [...] nowhere"], ids=["none", "two", "no end"]
)
def test_words_that_are_not_one_place_stop_the_build(builder: ModuleType, quotation: str) -> None:
    text = "The first lamp and the second lamp"
    assert builder.place(text, "first [...] lamp", "I1") == (4, 14)
    with pytest.raises(ValueError, match="I1: "):
        builder.place(text, quotation, "I1")
