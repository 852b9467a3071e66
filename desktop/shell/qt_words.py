"""Qt's own words (file dialogs, the menu of a text field) in the language in use."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

_NAMES = {"zh": "qtbase_zh_CN"}


class QtWords:
    """Holds the translator; Qt only borrows it."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._translator: QTranslator | None = None

    def speak(self, language: str) -> None:
        """Speak this language; English is Qt's own."""
        if self._translator is not None:
            self._app.removeTranslator(self._translator)
            self._translator = None
        name = _NAMES.get(language)
        if name is None:
            return
        translator = QTranslator()
        if translator.load(name, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            self._app.installTranslator(translator)
            self._translator = translator
