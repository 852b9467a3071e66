"""What the words of course and questions are held to: sums, numbers, spellings, sentences, promises, links."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from exams.content.equations import work_out
from exams.content.faults import Code, Faults
from exams.content.figures import Drawing
from exams.content.forbidden import Forbidden
from exams.content.glossary import Glossary, Spelling
from exams.content.item_passages import item_passages
from exams.content.numerals import in_characters, stated
from exams.content.passages import Passage
from exams.content.sections import WrittenSection
from exams.content.sentences import LONGEST, too_long
from exams.content.written_item import WrittenItem
from exams.items.item import LANGUAGES

_TITLES = re.compile(r"《[^》]*》")
_QUOTES = str.maketrans("", "", "“”‘’")
_SPEECH = ("case", "example")
_TAUGHT = ("do", "summary", "explanation")  # and the last column of “say”


def check_texts(
    sections: Mapping[str, WrittenSection],
    figures: Iterable[Drawing],
    items: Iterable[WrittenItem],
    glossary: Glossary,
    forbidden: Forbidden,
    faults: Faults,
) -> None:
    """Note every fault in the words of sections, figures and questions."""
    check = _Texts(glossary.spellings, forbidden, faults)
    for name, written in sections.items():
        texts = {language: file.body.passages for language, file in written.files.items()}
        check.both(name, {language: list(_blocks(one)) for language, one in texts.items()})
    for drawing in figures:
        if drawing.words and all(drawing.words.values()):
            check.both(drawing.name, {language: [one] for language, one in drawing.words.items()})
    for one in items:
        check.both(
            one.item.section, {language: [[text] for text in item_passages(one, language)] for language in LANGUAGES}
        )
    _check_links(sections.values(), glossary, faults)


def _blocks(passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """The passages block by block, so that two languages can be held against each other."""
    blocks: dict[int, list[Passage]] = defaultdict(list)
    for one in passages:
        blocks[one.number].append(one)
    return iter(blocks.values())


class _Texts:
    """The rules, and where faults go."""

    def __init__(self, spellings: Sequence[Spelling], forbidden: Forbidden, faults: Faults) -> None:
        self._spellings = {(one.language, one.words.lower()): one for one in spellings}
        self._patterns = {language: _pattern(spellings, language) for language in LANGUAGES}
        self._forbidden = forbidden
        self._faults = faults

    def both(self, section: str, texts: Mapping[str, Sequence[Sequence[Passage]]]) -> None:
        """Both languages of a section or question: each by itself, then their numbers against each other."""
        for language, blocks in texts.items():
            for block in blocks:
                for one in block:
                    self._one(one, language, section)
        first, second = texts.values()
        for there, here in zip(first, second, strict=False):
            self._numbers(there, here)

    def _one(self, one: Passage, language: str, section: str) -> None:
        self._sums(one)
        self._spelling(one, language, section)
        self._sentences(one, language)
        if one.block in _TAUGHT or (one.block == "say" and one.column > 1 and not one.heading):
            self._promises(one)

    def _note(self, one: Passage, code: Code, **facts: object) -> None:
        self._faults.note(one.file, one.line, code, **facts)

    def _sums(self, one: Passage) -> None:
        for slip in work_out(one.text).slips:
            if slip.right:
                self._note(one, Code.SUM_WRONG, sum=slip.sum, right=slip.right)
            else:
                self._note(one, Code.SUM_UNREADABLE, sum=slip.sum)

    def _spelling(self, one: Passage, language: str, section: str) -> None:
        text = _TITLES.sub("", one.text)
        for words in self._patterns[language].findall(text):
            spelling = self._spellings[language, words.lower()]
            if section not in spelling.told_in:
                self._note(one, Code.TERM_SPELLING, words=words, right=spelling.right)

    def _sentences(self, one: Passage, language: str) -> None:
        speech = one.block in _SPEECH and one.text.startswith("“") and one.text.endswith("”")
        for sentence, length in () if speech else too_long(one.text, language):
            facts = {"length": length, "longest": LONGEST[language], "begins": sentence[:20]}
            self._note(one, Code.SENTENCE_LONG, **facts)

    def _promises(self, one: Passage) -> None:
        text = one.text.translate(_QUOTES) if one.block == "say" else one.text
        if found := self._forbidden.promise(text):
            self._note(one, Code.PROMISE_TAUGHT, words=found)

    def _numbers(self, there: Sequence[Passage], here: Sequence[Passage]) -> None:
        texts = ["\n".join(one.text for one in block) for block in (there, here)]
        first, second = (stated(text) for text in texts)
        lacks = first - second, second - first
        if lacks[1]:
            lacks = lacks[0], lacks[1] - in_characters(texts[0])
        if all(texts) and any(lacks):  # what is missing altogether is told elsewhere
            shown = [", ".join(_shown(value) for value in sorted(side)) or "-" for side in lacks]
            self._note(here[0], Code.LANGUAGES_DIFFER, there=shown[0], here=shown[1])


def _pattern(spellings: Iterable[Spelling], language: str) -> re.Pattern[str]:
    """The words to avoid in a language, longest first; Latin ones as whole words, and nothing where there are none."""
    words = sorted((one.words for one in spellings if one.language == language), key=len, reverse=True)
    edged = [rf"\b{re.escape(one)}\b" if one.isascii() else re.escape(one) for one in words]
    return re.compile("|".join(edged) or r"(?!)", re.IGNORECASE)


def _shown(value: Fraction) -> str:
    return f"{value.numerator:,}" if value.denominator == 1 else f"{float(value):.10g}"


def _check_links(sections: Iterable[WrittenSection], glossary: Glossary, faults: Faults) -> None:
    """Every term of the glossary is linked from the text in each language."""
    for language in LANGUAGES:
        linked = {link for one in sections for _, link in one.files[language].body.findings.links}
        for term, place in glossary.places.items():
            if f"term:{term}" not in linked:
                faults.note(place.file, place.line("id"), Code.TERM_UNLINKED, term=term, language=language)
