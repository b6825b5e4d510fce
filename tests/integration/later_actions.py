"""More kinds of change: pictures, turns, pseudonyms, translations, comments, what is done to many.

The same researcher as in `actions.py`, with the verbs that came after the first version.
"""

from __future__ import annotations

import io
from typing import Any, get_args

import actions as first
from docx import Document
from PIL import Image

from makna.domain.changes import Outcome
from makna.domain.chapter import Form
from makna.domain.model import LinkTarget, SourceId
from makna.domain.pseudonyms import PseudonymKind
from makna.domain.regions import Region
from makna.domain.turn_forms import CHOICES
from makna.services import (
    cases,
    coding,
    facts,
    hit_coding,
    importing,
    memos,
    pseudonyms,
    quotations,
    rereading,
    sources,
    splitting,
    translating,
    turn_coding,
    turns,
    writing,
)
from makna.services.comment_export import export_comments
from makna.services.comment_intake import take_comments
from makna.services.comments import plan_comments
from makna.services.hits import Unit
from makna.services.span_coding import Span
from makna.storage.project import Project

PEOPLE, contents = first.PEOPLE, first.contents
SIZE = (40, 30)
MINUTES = "P: Siapa yang membalas?\nN: Kami, bersama dinas.\nP: Kapan?\nIbu Rina: Pagi.\n"


class Researcher(first.Researcher):
    """Does what `first.Researcher` does, and more."""

    # --- pictures ---

    def import_a_picture(self) -> Outcome[Any] | None:
        out, shade = io.BytesIO(), 50 * self._numbers.below(3)
        Image.new("RGB", SIZE, (shade, 0, 0)).save(out, "PNG")
        path = self._folder / f"foto {shade}.png"
        path.write_bytes(out.getvalue())
        return importing.import_files(self.project, [path])

    def picture(self) -> SourceId | None:
        found = [s.id for s in self.project.sources.all() if s.media_type == "image/png"]
        picture: SourceId | None = self.choose(found)
        return picture

    def region(self) -> Region:
        """One of few rectangles, so that some coincide."""
        x, y = 8 * self._numbers.below(3), 6 * self._numbers.below(3)
        return Region(1, x, y, x + 8, y + 6)

    def code_a_rectangle(self) -> Outcome[Any] | None:
        picture, code, region = self.picture(), self.code(), self.region()
        if picture is None or code is None:
            return None
        return coding.apply_code(self.project, picture, 0, 0, code, region=region)

    def code_a_rectangle_anew(self) -> Outcome[Any] | None:
        picture, name, region = self.picture(), self.choose(first.NAMES), self.region()
        if picture is None:
            return None
        return coding.apply_new_code(self.project, picture, 0, 0, name, region=region)

    def uncode_a_rectangle(self) -> Outcome[Any] | None:
        picture, code, region = self.picture(), self.code(), self.region()
        if picture is None or code is None:
            return None
        return coding.uncode(self.project, picture, 0, 0, code, region=region)

    def move_a_rectangle(self) -> Outcome[Any] | None:
        picture, region = self.picture(), self.region()
        found = self.choose(self.project.passages.of_source(picture)) if picture else None
        if found is None:
            return None
        code = self.choose((None, *(each.code for each in found.codings)))
        return coding.move_edges(self.project, found.id, 0, 0, code, region=region)

    def write_on_a_rectangle(self) -> Outcome[Any] | None:
        picture, region, memo = self.picture(), self.region(), self.choose(first.WORDS)
        if picture is None:
            return None
        return coding.write_passage_memo(self.project, picture, 0, 0, memo, region=region)

    def star_a_rectangle(self) -> Outcome[Any] | None:
        picture, region, star = self.picture(), self.region(), bool(self._numbers.below(2))
        if picture is None:
            return None
        return coding.star_place(self.project, picture, 0, 0, star, region=region)

    # --- turns and speakers ---

    def import_talk(self) -> Outcome[Any] | None:
        path = self._folder / "rekaman.txt"
        path.write_text(MINUTES * (1 + self._numbers.below(2)), "utf-8")
        again = importing.ImportOptions(again=True)
        return importing.import_files(self.project, [path], options=again)

    def find_turns_anew(self) -> Outcome[Any] | None:
        source, form = self.source(), self.choose(CHOICES)
        asking = self.choose((None, ["P"], ["N", "P"], []))
        if source is None:
            return None
        return turns.find_turns_anew(self.project, source.id, form, asking)

    def speaker(self) -> tuple[SourceId, Any] | None:
        source = self.source()
        found = self.choose(self.project.sources.speakers(source.id)) if source else None
        return (source.id, found["id"]) if source and found else None

    def code_what_somebody_said(self) -> Outcome[Any] | None:
        found, code = self.speaker(), self.code()
        return turn_coding.code_turns(self.project, *found, code) if found and code else None

    def code_what_somebody_said_anew(self) -> Outcome[Any] | None:
        found, name = self.speaker(), self.choose(first.NAMES)
        return turn_coding.code_turns_anew(self.project, *found, name) if found else None

    def make_a_speaker_a_case(self) -> Outcome[Any] | None:
        found, name = self.speaker(), self.choose(("Ibu Rina", "Informan 1", ""))
        return sources.link_speaker_to_new(self.project, found[1], name) if found else None

    # --- sources ---

    def state_a_fact(self) -> Outcome[Any] | None:
        source = self.source()
        name, value = self.choose(("Lokasi", "Waktu", "")), self.choose(("Kantor", "09.00", ""))
        return facts.set_fact(self.project, source.id, name, value) if source else None

    def state_facts(self) -> Outcome[Any] | None:
        source = self.source()
        rows = [(self.choose(("Lokasi", "Tanggal")), self.choose(("Aula", "3 Maret")))]
        rows += [("Suasana", self.choose(first.WORDS))]
        return facts.set_facts(self.project, source.id, rows) if source else None

    def read_again(self) -> Outcome[Any] | None:
        source, encoding = self.source(), self.choose(("cp1252", "utf-8", "mac_roman", "cp850"))
        return rereading.reread(self.project, source.id, encoding) if source else None

    # --- codes ---

    def split_a_code(self) -> Outcome[Any] | None:
        found = [each for each in (self.coding(), self.coding()) if each is not None]
        if not found:
            return None
        same = [each.id for each in found if each.code == found[0].code]
        return splitting.split_off(self.project, same, self.choose(first.NAMES))

    def code_hits(self) -> Outcome[Any] | None:
        places, code, unit = [self.place(), self.place()], self.code(), self.choose(get_args(Unit))
        spans = [Span(*place) for place in places if place is not None]
        if code is None or not spans:
            return None
        wide = hit_coding.widen(self.project, spans, unit)
        return hit_coding.code_hits(self.project, wide, code, "humas")

    def code_hits_anew(self) -> Outcome[Any] | None:
        place, name = self.place(), self.choose(first.NAMES)
        if place is None:
            return None
        return hit_coding.code_hits_anew(self.project, [Span(*place)], name, "humas")

    def apply_several(self) -> Outcome[Any] | None:
        place, codes = self.place(), {self.code(), self.code()} - {None}
        return coding.apply_codes(self.project, *place, codes) if place and codes else None

    # --- passages ---

    def star_a_place(self) -> Outcome[Any] | None:
        place, star = self.place(), bool(self._numbers.below(2))
        return coding.star_place(self.project, *place, star) if place else None

    def translate(self) -> Outcome[Any] | None:
        place, text = self.place(), self.choose(first.WORDS)
        if place is None:
            return None
        who = self.choose((None, "Sari", ""))
        return translating.translate_passage(
            self.project, *place, text=text, language="en", translator=who
        )

    def link_two_passages(self) -> Outcome[Any] | None:
        memo, passage = self.memo(), self.passage()
        if memo is None or passage is None:
            return None
        return memos.link_memo(self.project, memo.id, LinkTarget.PASSAGE, passage.guid)

    # --- cases ---

    def add_a_variable(self) -> Outcome[Any] | None:
        name = self.choose(("usia", "jabatan", "Ω", ""))
        return cases.add_variable(self.project, name)

    def rename_a_case(self) -> Outcome[Any] | None:
        case, name = self.case(), self.choose(first.NAMES)
        return cases.rename_case(self.project, case.id, name) if case else None

    # --- pseudonyms ---

    def add_a_pseudonym(self) -> Outcome[Any] | None:
        name, kind = self.choose(("Rina", "Bekasi", "Citra", "")), self.choose(PseudonymKind)
        substitute = self.choose(("Informan 1", "Kota A", ""))
        return pseudonyms.add_pseudonym(self.project, name, substitute, kind)

    def change_a_pseudonym(self) -> Outcome[Any] | None:
        found = self.choose(pseudonyms.pseudonyms(self.project))
        name = self.choose((None, "Budi", "Rina"))
        return pseudonyms.change_pseudonym(self.project, found.id, name=name) if found else None

    def remove_a_pseudonym(self) -> Outcome[Any] | None:
        found = self.choose(pseudonyms.pseudonyms(self.project))
        return pseudonyms.remove_pseudonyms(self.project, [found.id]) if found else None

    # --- chapters ---

    def set_a_form(self) -> Outcome[Any] | None:
        found, form = self.quotation(), self.choose(Form)
        if found is None:
            return None
        chapter, code, passages = found
        return quotations.set_form(self.project, chapter, code, passages[0], form)

    def take_back_an_edit(self) -> Outcome[Any] | None:
        found = self.quotation()
        if found is None:
            return None
        chapter, code, passages = found
        return quotations.take_back(self.project, chapter, code, passages[0], 0)

    def move_a_quotation_to(self) -> Outcome[Any] | None:
        found, rank = self.quotation(), self._numbers.below(4)
        if found is None:
            return None
        chapter, code, passages = found
        return quotations.move_passage(self.project, chapter, code, passages[0], rank)

    def title_a_section(self) -> Outcome[Any] | None:
        chapter, code, title = self.chapter(), self.code(), self.choose(first.NAMES)
        if chapter is None or code is None:
            return None
        return writing.title_section(self.project, chapter, code, title)

    # --- comments in Word ---

    def send_and_take_back(self) -> Outcome[Any] | None:
        """Somebody comments on the transcript in Word, and the file comes back."""
        source = self.source()
        if source is None:
            return None
        path = self._folder / "komentar.docx"
        path.unlink(missing_ok=True)
        export_comments(self.project, path, [source.id])
        _comment_on(path, self.choose(("Bagus", "Citra", "A > B", "Perlu contoh lagi.")))
        plan = plan_comments(self.project, path)
        remove, correct = bool(self._numbers.below(2)), bool(self._numbers.below(2))
        return take_comments(self.project, plan, remove=remove, correct=correct)


def _comment_on(path: Any, words: str) -> None:
    document = Document(str(path))
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs if run.text.strip()]
    document.add_comment(runs[len(runs) // 2], words, author="Pembimbing", initials="P")
    document.save(str(path))


ACTIONS = tuple(
    name
    for kind in (first.Researcher, Researcher)
    for name, value in vars(kind).items()
    if callable(value)
    and not name.startswith("_")
    and getattr(value, "__annotations__", {}).get("return") == "Outcome[Any] | None"
    and name != "act"
)
"""Names of all the actions, of the first version and of later ones."""


def broken_rules(project: Project) -> list[str]:
    """As for the first version; several rectangles stand at one place of the text."""
    found = [rule for rule in first.broken_rules(project) if rule != "a place twice"]
    twice = project.raw.execute(
        'SELECT 1 FROM passage GROUP BY source_id, start, "end", page, x1, y1, x2, y2'
        " HAVING count(*) > 1"
    )
    return [*found, *(["a place twice"] if twice.fetchone() else [])]
