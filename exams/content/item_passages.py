"""The words of a question as passages, piece by piece, on the lines where they stand."""

from collections.abc import Iterator

from exams.content.passages import Passage
from exams.content.written_item import WrittenItem
from exams.items.spots import BOARD


def item_passages(one: WrittenItem, language: str) -> Iterator[Passage]:
    """Stem, options, explanation, and a line for every option or mistake; `block` is the name of the field."""
    wording, said = one.item.wordings[language], one.key.explanations[language]
    yield _passage(one, language, wording.stem, "stem")
    for letter, text in wording.options:
        if letter != BOARD:
            yield _passage(one, language, text, "options", letter)
    yield _passage(one, language, said.text, "explanation")
    for letter, text in said.options.items():
        yield _passage(one, language, text, "why", letter)
    for name, text in said.mistakes.items():
        yield _passage(one, language, text, "mistakes", name)


def _passage(one: WrittenItem, language: str, text: str, block: str, *inside: str) -> Passage:
    return Passage(one.place.file, one.place.line(language, block, *inside), text, block)
