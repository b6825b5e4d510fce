"""A quotation in another language: its words, the language, and who translated it."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from makna.domain.changes import Outcome
from makna.domain.model import Passage, SourceId, StepId
from makna.services.translating import translate_passage
from makna.ui.desk.inspector.fields import ChoiceField, TypedText
from makna.ui.desk.inspector.panel import Form, Section
from makna.ui.session import Session
from makna.ui.widgets.labels import LinkButton

Stretch = tuple[SourceId, int, int]


def language_names() -> dict[str, str]:
    """What is offered, by BCP 47: what students here translate from and to."""
    translate = QCoreApplication.translate
    return {
        "": translate("Languages", "not said"),
        "en": translate("Languages", "English"),
        "id": translate("Languages", "Indonesian"),
        "jv": translate("Languages", "Javanese"),
        "su": translate("Languages", "Sundanese"),
        "ms": translate("Languages", "Malay"),
        "ar": translate("Languages", "Arabic"),
        "zh": translate("Languages", "Chinese"),
        "nl": translate("Languages", "Dutch"),
        "de": translate("Languages", "German"),
        "fr": translate("Languages", "French"),
        "ja": translate("Languages", "Japanese"),
    }


class TranslationField(QWidget):
    """The translation of a passage; until there is one, a line that begins it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._place: Stretch | None = None
        self._begun: Stretch | None = None
        self.text = TypedText(session, self)
        self.text.set_lines(2, 14)
        self.language = ChoiceField(self)
        self.begin = LinkButton("", self)
        self._form = Form(session, self)
        self._form.add("language", self.language)
        self.translator = self._form.add_line("translator")
        self._fields = QWidget(self)
        inner = QVBoxLayout(self._fields)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.text)
        inner.addWidget(self._form)
        self._section = Section(self._fields, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._section)
        column.addWidget(self.begin)
        self.begin.clicked.connect(self._begin)
        self.language.picked.connect(lambda key: self._session.perform(self._writing(language=key)))
        self._retranslate()

    def show_for(self, passage: Passage) -> None:
        """Show the translation of a passage; nothing for words that are only selected."""
        place = (passage.source, passage.start, passage.end)
        if place != self._begun or passage.translation:
            self._begun = None
        self._place = place
        self.setVisible(bool(passage.guid) or self._begun is not None)
        written = bool(passage.translation)
        self._section.setVisible(written or self._begun is not None)
        self._form.setVisible(written)
        self.begin.setVisible(not written and self._begun is None and self._session.writable)
        key = "translation:{}:{}:{}".format(*place)
        self.text.bind(key, passage.translation, partial(self._write_text, place))
        self._offer(passage.translation_language)
        self.language.setEnabled(self._session.writable)
        self.translator.bind(
            f"{key}:translator",
            passage.translator,
            lambda name: translate_passage(self._session.project, *place, translator=name),
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _begin(self) -> None:
        self._begun = self._place
        self.begin.hide()
        self._section.show()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write_text(self, place: Stretch, text: str, step: StepId | None) -> Outcome[Any]:
        if not text and place == self._place:
            self._begun = place
        return translate_passage(self._session.project, *place, text=text, amend=step)

    def _writing(self, **fields: Any) -> partial[Outcome[Any]]:
        assert self._place is not None
        return partial(translate_passage, self._session.project, *self._place, **fields)

    def _offer(self, chosen: str) -> None:
        """The usual languages, and the one that another program wrote into the project."""
        names = language_names()
        if chosen not in names:
            names[chosen] = chosen
        if set(names) != {self.language.itemData(row) for row in range(self.language.count())}:
            self.language.set_choices(names)
        self.language.choose(chosen)

    def _retranslate(self) -> None:
        self._section.heading.setText(self.tr("Translation"))
        self.begin.setText(self.tr("+ Translation"))
        self.text.set_name(
            self.tr("Translation of the quotation"), self.tr("The same in another language")
        )
        self._form.name_row("language", self.tr("Language"))
        self._form.name_row("translator", self.tr("Translator"), self.tr("Who translated it"))
        self.language.setAccessibleName(self.tr("Language of the translation"))
        chosen = self.language.chosen()
        self.language.clear()
        self._offer(chosen)
