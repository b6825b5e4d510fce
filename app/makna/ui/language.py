"""The window's language, changed while it runs.

Qt's own words (buttons of dialogs, context menus) come with English; Qt ships no Indonesian, so
`resources/translations/qtbase_id.ts` has those that a user of Makna meets.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator

from makna.domain.wording import Language
from makna.paths import resources_dir

_CATALOGUES = ("qtbase", "makna")


class _Installed(QObject):
    """The translators of the language in use; a child of the application keeps them alive."""

    language: Language = "en"

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._translators: list[tuple[QTranslator, bytes]] = []
        self._spoken = False

    def change(self, app: QCoreApplication, language: Language) -> None:
        if self._spoken and language == self.language:
            # Every open widget would set its texts again.
            return
        self._spoken = True
        for old, _words in self._translators:
            app.removeTranslator(old)
            old.deleteLater()
        self._translators = []
        for catalogue in _CATALOGUES:
            file = resources_dir() / "translations" / f"{catalogue}_{language}.qm"
            if not file.exists():
                continue
            # Given the file, Qt maps it: an update that writes it anew meanwhile would end the
            # program at the next word. Given bytes, it wants them to stay.
            words = file.read_bytes()
            translator = QTranslator(self)
            if translator.load(words):
                app.installTranslator(translator)
                self._translators.append((translator, words))
        self.language = language


def set_language(language: Language) -> None:
    """Speak this language from now on, in numbers and dates too.

    Open widgets get a `QEvent.LanguageChange` and set their texts again. Needs an application.
    """
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("there is no application to translate")
    installed = app.findChild(_Installed) or _Installed(app)
    QLocale.setDefault(locale_of(language))
    installed.change(app, language)


def current_language() -> Language:
    """The language set last; English before that."""
    app = QCoreApplication.instance()
    installed = app.findChild(_Installed) if app is not None else None
    return installed.language if installed is not None else "en"


def locale_of(language: Language) -> QLocale:
    """How numbers and dates are written in a language."""
    if language == "id":
        return QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia)
    return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
