"""One refresh: the author's file, a fresh chapter, and the file that comes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from makna.domain.errors import BadFile
from makna.domain.refreshing import LOST, Action, Decision, Written, decide
from makna.domain.wording import Language, phrase
from makna.formats.refreshing.anchors import carried
from makna.formats.refreshing.comments import Comments
from makna.formats.refreshing.note_order import put_in_order
from makna.formats.refreshing.numbers import Identifiers
from makna.formats.refreshing.parts import WordFile
from makna.formats.refreshing.places import Place, Places, section_of
from makna.formats.refreshing.rawxml import Edit, Node, insertion, splice
from makna.formats.refreshing.reading import Control, controls, story_parts
from makna.formats.refreshing.record import Record
from makna.formats.refreshing.regions import Region
from makna.formats.refreshing.stamping import stamped, written
from makna.formats.refreshing.styles import StyleMap, Styles, count_votes
from makna.formats.refreshing.transplant import Old, Transplant, old_of


@dataclass(frozen=True)
class Occasion:
    """What a refresh must be told."""

    project: str
    """GUID."""
    language: Language
    now: str
    """UTC, ISO 8601; the date of comments."""
    why_lost: Callable[[str], str]
    """Says of a tag why the chapter no longer has it."""


@dataclass(frozen=True)
class Outcome:
    """The file after a refresh, and what was done, as (action, tag, words)."""

    data: bytes | None = field(repr=False)
    """None when nothing is to be changed."""
    done: tuple[Decision, ...]
    words: dict[str, str] = field(repr=False)
    """The new words of a tag, or those in the file where the chapter has it no longer."""
    unplaced: tuple[str, ...] = ()
    """New tags whose section the author has taken out."""
    mute: tuple[str, ...] = ()
    """Tags about which no comment could be made: they stand where Word allows none."""
    deleted: int = 0
    """Controls of the chapter that the author has taken out, emptied or crossed out."""
    recorded: bool = True
    """False when another program has dropped the record of what was written."""
    notes_in_order: bool = True
    """False when LibreOffice would mix up footnotes; see `note_order`."""


def refreshed(data: bytes, name: str, fresh: bytes, occasion: Occasion) -> Outcome:
    """The author's file brought up to date with a chapter that was just written.

    Raises BadFile: not a Word file that can be refreshed, one without controls of Makna, or a
    chapter of another project.
    """
    return _Refresh(data, name, fresh, occasion).outcome()


class _Refresh:
    def __init__(self, data: bytes, name: str, fresh: bytes, occasion: Occasion) -> None:
        self._occasion = occasion
        self._name = name
        self._file = WordFile(data, name)
        self._record_part, self._record = self._file.record()
        self._fresh = WordFile(stamped(fresh, name, occasion.project), name)
        self._controls = controls(self._file, self._record.written)
        self._wanted = {each.tag: each for each in controls(self._fresh)}
        self._check()
        self._written: dict[str, Written] = dict(self._record.written)
        self._mute: list[str] = []
        self._in_order = True
        self._prepare()

    def outcome(self) -> Outcome:
        wanted = [each.wanted() for each in self._wanted.values()]
        seen = [each.seen(fits=self._fits(each)) for each in self._controls]
        decisions = decide(seen, wanted, self._record.written)
        unplaced = {d.tag for d in decisions if d.action is Action.ADD and self._gone(d.tag)}
        done = [decision for decision in decisions if decision.tag not in unplaced]
        for decision in done:
            self._carry_out(decision)
        self._comments.write()
        here = {each.tag for each in self._controls if not each.blank}
        return Outcome(
            self._finished(done),
            tuple(done),
            {decision.tag: self._said(decision) for decision in done},
            tuple(unplaced),
            tuple(self._mute),
            sum(tag in self._record.written and tag not in here for tag in self._wanted),
            bool(self._record_part),
            self._in_order,
        )

    def _fits(self, old: Control) -> bool:
        """Whether the new version can stand there: notes are for the text alone."""
        new = self._wanted.get(old.tag)
        in_text = old.part == self._file.main and old.region.box is None
        return in_text or new is None or not new.has_notes

    def _check(self) -> None:
        if not self._controls:
            raise BadFile("refresh_no_controls", name=self._name)
        stranger = self._record.project not in ("", self._occasion.project)
        if stranger or not any(
            c.tag in self._wanted or c.tag in self._record.written for c in self._controls
        ):
            raise BadFile("refresh_other_project", name=self._name)

    def _prepare(self) -> None:
        file = self._file
        styles = Styles(file)
        parts = [*story_parts(file), *filter(None, [file.optional("comments")])]
        identifiers = Identifiers([file.root(part) for part in parts])
        votes = count_votes(
            (self._record.written[each.tag].styles, each.words.styles)
            for each in self._controls
            if each.tag in self._record.written
        )
        style_map = StyleMap(Styles(self._fresh), styles, votes)
        self._transplant = Transplant(self._fresh, file, style_map, identifiers)
        occasion = self._occasion
        self._comments = Comments(file, styles, identifiers, occasion.language, occasion.now)
        body = file.document.child("body")
        assert body is not None, "checked when the file was opened"
        here = [each.region for each in self._controls if each.part == file.main]
        self._places = Places(body, here, styles, list(self._wanted))

    def _gone(self, tag: str) -> bool:
        """Whether the section of a new tag was in the file once, and nothing of it is left."""
        section = section_of(tag)
        known = any(section_of(other) == section for other in self._record.written)
        return known and not self._places.has_section(section)

    def _carry_out(self, decision: Decision) -> None:
        match decision.action:
            case Action.REPLACE:
                self._replace(self._controls[decision.place])
            case Action.TELL:
                self._tell(decision)
            case Action.LOST:
                self._say_lost(decision)
            case Action.ADD:
                self._add(decision.tag)
            case Action.KEEP:
                self._keep(decision)

    def _replace(self, old: Control) -> None:
        for region in (old.region, *old.region.echoes):
            self._put(self._wanted[old.tag], old.part, region)

    def _put(self, new: Control, part: str, region: Region) -> None:
        """The new words in the place of those in a region."""
        left = old_of(region, self._record.written[region.tag].styles)
        holder = region.control.child("sdtContent") if region.control else None
        data = self._file.data(part)
        if holder is not None:
            there = holder.scope()
            content = self._content(new, part, there, left, block=not region.inline)
            content = carried(data, region.content, content, there)
            self._file.edit(part, _content_edit(data, holder, content))
        else:
            there = (region.nodes[0].parent or region.nodes[0]).scope()
            whole = self._whole(new, part, there, left, block=not region.inline)
            whole = carried(data, region.content, whole, there)
            self._file.edit(part, Edit(region.start, region.end, whole))

    def _add(self, tag: str) -> None:
        place: Place = self._places.place(tag)
        part, there = self._file.main, place.container.scope()
        whole = self._whole(self._wanted[tag], part, there, Old(), block=True)
        self._file.edit(part, insertion(place.at, whole))

    def _content(
        self, new: Control, part: str, there: Mapping[str, str], old: Old, *, block: bool
    ) -> bytes:
        """What stands in a control; `block`: what stood in a line brings its paragraph."""
        control, holder = _fresh_control(new)
        fragment = self._transplant.fragment
        if not (new.region.inline and block):
            return fragment(holder.children, part, there, old)
        paragraph = control.parent
        assert paragraph is not None, "it stands in a line"
        others = [n for n in paragraph.children if n is not control and not n.named("pPr")]
        without = [(node.start, node.end) for node in others]
        properties = control.child("sdtPr")
        if new.has_notes and properties is not None:
            # LibreOffice moves a footnote to the front of a control around a whole paragraph,
            # unless a control in the line, here one without a name, holds it.
            without.append((properties.start, properties.end))
        else:
            without += [(control.start, holder.inner), (holder.outer, control.end)]
        return fragment([paragraph], part, there, old, without)

    def _whole(
        self, new: Control, part: str, there: Mapping[str, str], old: Old, *, block: bool
    ) -> bytes:
        """A control with its content."""
        control, holder = _fresh_control(new)
        if not (new.region.inline and block):
            return self._transplant.fragment([control], part, there, old)
        # Only the control is added then, and no paragraph around it that nobody would remove.
        around = [(holder.inner, holder.outer)]
        shell = self._transplant.fragment([control], part, there, old, around)
        at = shell.rindex(b"</", 0, shell.rindex(b"</"))
        content = self._content(new, part, there, old, block=True)
        return splice(shell, [insertion(at, content)])

    def _tell(self, decision: Decision) -> None:
        new = self._wanted[decision.tag]
        why = "refresh_edited" if decision.edited else "refresh_cannot_replace"
        said = phrase(why, self._occasion.language)
        self._comment(decision, [said, *filter(None, new.words.paragraphs)])
        self._note(decision.tag, new.source)

    def _say_lost(self, decision: Decision) -> None:
        self._comment(decision, [self._occasion.why_lost(decision.tag)])
        self._note(decision.tag, LOST)

    def _comment(self, decision: Decision, paragraphs: Sequence[str]) -> None:
        control = self._controls[decision.place]
        if not self._comments.add(control.part, control.region, paragraphs):
            self._mute.append(decision.tag)

    def _note(self, tag: str, told: str) -> None:
        known = self._written.get(tag, Written(tag, "", "", ""))
        self._written[tag] = replace(known, told=told)

    def _keep(self, decision: Decision) -> None:
        tag, known = decision.tag, self._written.get(decision.tag)
        if decision.adopt:
            words = self._controls[decision.place].words
            source = self._wanted[tag].source
            styles = known.styles if known else self._wanted[tag].words.styles
            self._written[tag] = Written(tag, source, words.looks_hash, words.text_hash, styles)
        elif known is not None and known.told == LOST and tag in self._wanted:
            self._written[tag] = replace(known, told="")

    def _said(self, decision: Decision) -> str:
        new = self._wanted.get(decision.tag)
        return (new or self._controls[decision.place]).words.text

    def _finished(self, done: Iterable[Decision]) -> bytes | None:
        """The new file, or None; what was written is read back out of it for the record."""
        renewed = {d.tag for d in done if d.action in (Action.REPLACE, Action.ADD)}
        if renewed:
            after = WordFile(self._file.written(), self._name)
            for each in controls(after, self._written):
                if each.tag in renewed:
                    ours = written(self._wanted[each.tag])
                    words = each.words
                    self._written[each.tag] = replace(
                        ours, looks=words.looks_hash, text=words.text_hash
                    )
        if self._written != dict(self._record.written) or not self._record_part:
            record = Record(self._occasion.project, self._written)
            self._file.keep_record(self._record_part, record)
        if not self._file.changed():
            return None
        data = self._file.written()
        return self._with_notes_in_order(data) if self._transplant.notes.added else data

    def _with_notes_in_order(self, data: bytes) -> bytes:
        file = WordFile(data, self._name)
        here = [each.region for each in controls(file, self._written) if each.part == file.main]
        self._in_order = put_in_order(file, here)
        return file.written() if file.changed() else data


def _fresh_control(new: Control) -> tuple[Node, Node]:
    """The `w:sdt` of a control of ours, and its content."""
    control = new.region.control
    holder = control.child("sdtContent") if control else None
    assert control is not None and holder is not None, "written by us"
    return control, holder


def _content_edit(data: bytes, holder: Node, content: bytes) -> Edit:
    if not holder.empty:
        return Edit(holder.inner, holder.outer, content)
    name = data[holder.start + 1 : holder.inner - 2].split()[0]
    opened = data[holder.start : holder.inner - 2].rstrip() + b">"
    return Edit(holder.start, holder.end, opened + content + b"</" + name + b">")
