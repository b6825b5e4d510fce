"""Passages on the shelf of a section: how each is quoted and cited, and what is amiss with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from makna.domain.chapter import (
    ChapterSettings,
    Chosen,
    Form,
    QuotationChoice,
    State,
    Translations,
)
from makna.domain.model import Excerpt, PassageId
from makna.domain.quote_edits import Edit, fitted
from makna.domain.quoting import Border, border, count_words, in_marks, shortened, wants_block
from makna.domain.references import Rendered
from makna.domain.report import Span, Spans, plain
from makna.domain.wording import Language, Message, phrase
from makna.services.citing import Citer


@dataclass(frozen=True)
class ShelfItem:
    """A passage on the shelf of a section, as it is or would be printed."""

    excerpt: Excerpt
    state: State
    chosen: Form
    """What the author chose."""
    form: Form
    """What is printed: INLINE or BLOCK."""
    edits: tuple[Edit, ...]
    """At their places in the text as it is now; empty when they find none."""
    quotation: Spans
    """With its quotation marks where inline; an LF ends a paragraph. Empty for a rectangle."""
    reference: Spans
    note: bool
    """Whether the reference is a footnote."""
    translation: Spans
    """What is printed beneath: the translation and who translated it."""
    language: str
    """Of the words that are quoted, two letters or empty."""
    printed: bool
    words: int
    missing: tuple[str, ...]
    """What the reference lacks, in the language of the output."""
    problems: tuple[Message, ...]


class Quoter:
    """Makes of a passage and what was decided on it what is printed."""

    def __init__(self, settings: ChapterSettings, citer: Citer, language: Language) -> None:
        self._settings = settings
        self._citer = citer
        self._language = language
        self._border: Border = border(settings.quotation)
        self._cited: dict[PassageId, Rendered] = {}

    def item(self, excerpt: Excerpt, choice: QuotationChoice | None) -> ShelfItem:
        state = choice.state if choice else State.UNDECIDED
        chosen = choice.form if choice else Form.AUTOMATIC
        edits: tuple[Edit, ...] | None = ()
        if choice and choice.edits:
            edits = fitted(excerpt.text, choice.edits, choice.edited_sha256)
        instead = self._instead(excerpt)
        said = self._said(excerpt, edits or (), instead)
        text = plain(said)
        form = self._form(excerpt, chosen, text)
        cited = self._reference(excerpt)
        template = self._citer.template(excerpt)
        translator = self._translator(excerpt)
        reference = cited.spans
        if instead:
            reference = _with_translator(reference, translator)
        return ShelfItem(
            excerpt=excerpt,
            state=state,
            chosen=chosen,
            form=form,
            edits=edits or (),
            quotation=in_marks(said) if form is Form.INLINE else said,
            reference=reference,
            note=template.footnote,
            translation=self._beneath(excerpt, form, translator),
            language=excerpt.passage.translation_language if instead else excerpt.source.language,
            printed=is_printed(self._settings.passages, excerpt.passage.star, state),
            words=count_words(text),
            missing=cited.missing,
            problems=self._problems(excerpt, edits, cited),
        )

    def _reference(self, excerpt: Excerpt) -> Rendered:
        """A passage that stands in several sections is cited once."""
        key = excerpt.passage.id
        if key not in self._cited:
            self._cited[key] = self._citer.cite(excerpt)
        return self._cited[key]

    def _instead(self, excerpt: Excerpt) -> bool:
        return self._settings.translations is Translations.INSTEAD and bool(
            excerpt.passage.translation.strip()
        )

    def _said(self, excerpt: Excerpt, edits: Sequence[Edit], instead: bool) -> Spans:
        if instead:
            return (Span(excerpt.passage.translation.strip()),)
        return shortened(excerpt.text, excerpt.runs, edits, self._settings.omission)

    def _form(self, excerpt: Excerpt, chosen: Form, text: str) -> Form:
        if excerpt.passage.region is not None:
            return Form.BLOCK
        if chosen is not Form.AUTOMATIC:
            return chosen
        return Form.BLOCK if wants_block(text, self._border) else Form.INLINE

    def _translator(self, excerpt: Excerpt) -> Spans:
        """Who translated it; a name that nobody wrote down is shown as missing."""
        name = excerpt.passage.translator.strip()
        if name:
            return (Span(phrase("chapter_translated_by", self._language, translator=name)),)
        label = phrase("reference_field_translator", self._language)
        words = phrase("chapter_translated_by", self._language, translator="\0")
        before, after = words.split("\0")
        spans = (Span(before), Span(f"[{label}?]", missing=True), Span(after))
        return tuple(span for span in spans if span.text)

    def _beneath(self, excerpt: Excerpt, form: Form, translator: Spans) -> Spans:
        translation = excerpt.passage.translation.strip()
        if self._settings.translations is not Translations.BENEATH or not translation:
            return ()
        words: Spans = (Span(translation),)
        if form is Form.INLINE:
            label = phrase("chapter_translation", self._language)
            return (Span(f"({label}: "), *in_marks(words), Span(", "), *translator, Span(")"))
        return (*words, Span(" ("), *translator, Span(")"))

    def _problems(
        self, excerpt: Excerpt, edits: tuple[Edit, ...] | None, cited: Rendered
    ) -> tuple[Message, ...]:
        keys: list[str] = []
        translations = self._settings.translations
        has_translation = bool(excerpt.passage.translation.strip())
        if edits is None:
            keys.append("chapter_corrected")
        if translations is Translations.INSTEAD and has_translation and edits:
            keys.append("chapter_cut_not_translated")
        if translations is not Translations.NONE and has_translation:
            keys += [] if excerpt.passage.translator.strip() else ["chapter_no_translator"]
        if translations is Translations.INSTEAD and not has_translation and self._foreign(excerpt):
            keys.append("chapter_not_translated")
        where = _where(excerpt)
        found = [Message.of(key, source=excerpt.source.name, where=where) for key in keys]
        if cited.missing:
            fields = ", ".join(cited.missing)
            source = excerpt.source.name
            found.append(Message.of("chapter_missing", source=source, where=where, fields=fields))
        return tuple(found)

    def _foreign(self, excerpt: Excerpt) -> bool:
        """Only what is in another language than the chapter waits for a translation."""
        said = excerpt.source.language
        return bool(said) and said != self._language and excerpt.passage.region is None


def is_printed(chosen: Chosen, star: bool, state: State) -> bool:
    """Whether a passage is printed in a chapter that prints these."""
    if state is State.LEFT_OUT:
        return False
    if chosen is Chosen.STARRED:
        return star
    return chosen is Chosen.ALL or state is State.USED


def _where(excerpt: Excerpt) -> str:
    region = excerpt.passage.region
    return f"¶{excerpt.paragraph}" if region is None else f"[{region.page}]"


def _with_translator(reference: Spans, translator: Spans) -> Spans:
    """The translator named inside the reference, before the bracket or full stop that ends it."""
    if not reference:
        return translator
    last = reference[-1].text
    ending = last[-1:] if last[-1:] in (")", "]", ".") and not reference[-1].missing else ""
    if not ending:
        return (*reference, Span(" ("), *translator, Span(")"))
    kept = replace(reference[-1], text=last[:-1])
    return (*reference[:-1], kept, Span("; "), *translator, Span(ending))
