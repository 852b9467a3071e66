"""What can be wrong with a source file: a code and facts, with file and line; the desktop owns the sentences."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Code(StrEnum):
    """Every fault of course, bank and scenario sources; the same code in JSON and on screen."""

    FILE_MISSING = "E_FILE_MISSING"
    FILE_ENCODING = "E_FILE_ENCODING"
    FILE_TOO_LARGE = "E_FILE_TOO_LARGE"
    FILE_NAME = "E_FILE_NAME"
    CHARACTER = "E_CHARACTER"
    TOML = "E_TOML"
    FRONT_MATTER = "E_FRONT_MATTER"
    FIELD_MISSING = "E_FIELD_MISSING"
    FIELD_UNKNOWN = "E_FIELD_UNKNOWN"
    FIELD_TYPE = "E_FIELD_TYPE"
    FIELD_VALUE = "E_FIELD_VALUE"
    TOO_LONG = "E_TOO_LONG"
    NOT_TRANSLATED = "E_NOT_TRANSLATED"
    ID_TWICE = "E_ID_TWICE"
    ID_FORM = "E_ID_FORM"
    CHAPTER_TWICE = "E_CHAPTER_TWICE"
    SECTION_CHAPTER = "E_SECTION_CHAPTER"
    SECTION_UNLISTED = "E_SECTION_UNLISTED"
    SECTION_UNKNOWN = "E_SECTION_UNKNOWN"
    SECTION_PLAIN = "E_SECTION_PLAIN"
    PRACTICE_FEW = "E_PRACTICE_FEW"
    OBJECTIVE_ID = "E_OBJECTIVE_ID"
    OBJECTIVE_UNKNOWN = "E_OBJECTIVE_UNKNOWN"
    OBJECTIVE_UNPRACTISED = "E_OBJECTIVE_UNPRACTISED"
    LANGUAGES_DIFFER = "E_LANGUAGES_DIFFER"
    FACT_UNKNOWN = "E_FACT_UNKNOWN"
    FACT_UNLISTED = "E_FACT_UNLISTED"
    FACT_FORM = "E_FACT_FORM"
    FACT_WEAK = "E_FACT_WEAK"
    TERM_UNKNOWN = "E_TERM_UNKNOWN"
    TERM_UNLINKED = "E_TERM_UNLINKED"
    TERM_SPELLING = "E_TERM_SPELLING"
    SUM_WRONG = "E_SUM_WRONG"
    SUM_UNREADABLE = "E_SUM_UNREADABLE"
    SENTENCE_LONG = "E_SENTENCE_LONG"
    PROMISE_TAUGHT = "E_PROMISE_TAUGHT"
    MARKDOWN = "E_MARKDOWN"
    LINK = "E_LINK"
    BRACES = "E_BRACES"
    CONTAINER_UNKNOWN = "E_CONTAINER_UNKNOWN"
    CONTAINER_OPEN = "E_CONTAINER_OPEN"
    CONTAINER_NESTED = "E_CONTAINER_NESTED"
    CONTAINER_CONTENT = "E_CONTAINER_CONTENT"
    CONTAINER_STRAY = "E_CONTAINER_STRAY"
    CHECK_UNKNOWN = "E_CHECK_UNKNOWN"
    CHECK_TWICE = "E_CHECK_TWICE"
    FIGURE_UNKNOWN = "E_FIGURE_UNKNOWN"
    FIGURE_TEXT = "E_FIGURE_TEXT"
    FIGURE_WORD_MISSING = "E_FIGURE_WORD_MISSING"
    FIGURE_WORD_UNUSED = "E_FIGURE_WORD_UNUSED"
    SVG = "E_SVG"
    SVG_ELEMENT = "E_SVG_ELEMENT"
    SVG_ATTRIBUTE = "E_SVG_ATTRIBUTE"
    SVG_VALUE = "E_SVG_VALUE"
    SVG_WORDS = "E_SVG_WORDS"
    ITEM_ID = "E_ITEM_ID"
    OPTION_COUNT = "E_OPTION_COUNT"
    OPTION_LETTERS = "E_OPTION_LETTERS"
    BOARD = "E_BOARD"
    OPTIONS_EQUAL = "E_OPTIONS_EQUAL"
    OPTION_FORBIDDEN = "E_OPTION_FORBIDDEN"
    OPTION_PROMISE = "E_OPTION_PROMISE"
    KEY_TYPE = "E_KEY_TYPE"
    KEY_LETTER = "E_KEY_LETTER"
    KEY_COUNT = "E_KEY_COUNT"
    KEY_PRESENT = "E_KEY_PRESENT"
    WHY_MISSING = "E_WHY_MISSING"
    WHY_UNKNOWN = "E_WHY_UNKNOWN"
    ENEMY_UNKNOWN = "E_ENEMY_UNKNOWN"
    STEM_FORBIDDEN = "E_STEM_FORBIDDEN"
    STEM_NO_QUESTION = "E_STEM_NO_QUESTION"
    STEMS_ALIKE = "E_STEMS_ALIKE"
    NEGATIVE_PLAIN = "E_NEGATIVE_PLAIN"
    OPTIONS_ORDER = "E_OPTIONS_ORDER"
    STATEMENT_PROMISE = "E_STATEMENT_PROMISE"
    EXPLANATION_WEB = "E_EXPLANATION_WEB"
    KEY_LONGEST = "E_KEY_LONGEST"
    KEY_SPREAD = "E_KEY_SPREAD"
    EXAM_FEW = "E_EXAM_FEW"
    GENERATOR_UNKNOWN = "E_GENERATOR_UNKNOWN"
    GENERATOR_VARIABLES = "E_GENERATOR_VARIABLES"
    GENERATOR_RANGE = "E_GENERATOR_RANGE"
    GENERATOR_DRAW = "E_GENERATOR_DRAW"
    PLACEHOLDER = "E_PLACEHOLDER"
    MISTAKE_MISSING = "E_MISTAKE_MISSING"
    MISTAKE_UNKNOWN = "E_MISTAKE_UNKNOWN"
    BLUEPRINT_CELLS = "E_BLUEPRINT_CELLS"
    BLUEPRINT_PARTS = "E_BLUEPRINT_PARTS"
    BLUEPRINT_TRIAL = "E_BLUEPRINT_TRIAL"
    BLUEPRINT_SHORT = "E_BLUEPRINT_SHORT"
    SCENARIO_COUNT = "E_SCENARIO_COUNT"
    SCENARIO_END = "E_SCENARIO_END"
    SCENARIO_TARGET = "E_SCENARIO_TARGET"
    SCENARIO_UNREACHED = "E_SCENARIO_UNREACHED"
    SCENARIO_CIRCLE = "E_SCENARIO_CIRCLE"
    SCENARIO_NAME = "E_SCENARIO_NAME"
    SCENARIO_NEVER = "E_SCENARIO_NEVER"
    SCENARIO_BEST_MOVE = "E_SCENARIO_BEST_MOVE"
    SCENARIO_MOVE_POINTS = "E_SCENARIO_MOVE_POINTS"
    SCENARIO_RED_MOVE = "E_SCENARIO_RED_MOVE"
    SCENARIO_NO_RED_LINE = "E_SCENARIO_NO_RED_LINE"
    SCENARIO_REACTION = "E_SCENARIO_REACTION"
    SCENARIO_PROMISE = "E_SCENARIO_PROMISE"
    SCENARIO_RUBRIC = "E_SCENARIO_RUBRIC"
    SCENARIO_WEIGHT = "E_SCENARIO_WEIGHT"
    SCENARIO_BEST_PLAY = "E_SCENARIO_BEST_PLAY"
    SCENARIO_BEST_MISSES = "E_SCENARIO_BEST_MISSES"
    SCENARIO_WORST_PLAY = "E_SCENARIO_WORST_PLAY"
    SCENARIO_TARGET_TIME = "E_SCENARIO_TARGET_TIME"
    SCENARIO_LONGEST = "E_SCENARIO_LONGEST"
    SCENARIO_PLACE = "E_SCENARIO_PLACE"


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault: `file` relative to the sources with forward slashes, `line` from 1, facts for the sentence."""

    file: str
    line: int
    code: Code
    facts: Mapping[str, object] = field(default_factory=dict, compare=False)


class Faults:
    """Collects faults while reading goes on, so that an author sees all of them at once."""

    def __init__(self) -> None:
        self._found: list[Fault] = []

    def note(self, file: str, line: int, code: Code, **facts: object) -> None:
        """Note one fault and go on."""
        self._found.append(Fault(file, line, code, facts))

    def __len__(self) -> int:
        return len(self._found)

    def __iter__(self) -> Iterator[Fault]:
        return iter(self.sorted())

    def sorted(self) -> tuple[Fault, ...]:
        """All faults by file and line, each said once."""
        said: dict[tuple[str, int, Code, str], Fault] = {}
        for fault in self._found:
            said.setdefault((fault.file, fault.line, fault.code, repr(sorted(fault.facts.items()))), fault)
        return tuple(sorted(said.values()))
