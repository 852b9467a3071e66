"""Questions that QTI can say whole, made by hypothesis, and what reading makes of their texts."""

from html import escape, unescape
from itertools import combinations, pairwise

from hypothesis import strategies as st

from exams.interop.question import Answer, Part, Question

_WORDS = st.text(alphabet="ab甲é 12{}=~#%:\\[]/$&;'->_", min_size=1, max_size=12).map(lambda text: f"x{text.strip()}")
_MARKED = st.builds(
    lambda tag, text: f"<{tag}>{escape(text, quote=False)}</{tag}>", st.sampled_from(["b", "em", "sup"]), _WORDS
)
_HTML = st.lists(_MARKED | _WORDS.map(lambda text: escape(text, quote=False)), min_size=1, max_size=3).map("".join)
FORMATS = st.sampled_from(["plain", "html"])
NAMES = st.text(alphabet="ab甲 {}=#", min_size=1, max_size=12).map(lambda text: f"n{text.strip()}")
MARKS = st.sampled_from([1.0, 0.5, 2.0, 3.0])
PARTS_OF_ONE = st.sampled_from([0.0, 0.5, 0.25, -0.5, -1.0])
NUMBERS = st.integers(-10_000, 10_000).map(str) | st.decimals(-99, 99, places=3).map(str)
_UNSAID = (st.just(""), st.just(""))


_SHORT = _WORDS.filter(lambda text: "&" not in text)
"""Texts that are the same in every format."""


def in_format(text):
    return FORMATS.flatmap(lambda its_format: st.tuples(_WORDS if its_format == "plain" else text, st.just(its_format)))


def _answer(fractions):
    return st.builds(lambda said, part: Answer(said[0], part, None, "", said[1]), in_format(_HTML), fractions)


def several(one, least=1, most=4, key=lambda one: one):
    return st.lists(one, min_size=least, max_size=most, unique_by=key).map(tuple)


def _question(kind, **fields):
    def build(said, name, mark, **rest):
        return Question(kind, name, said[0], format=said[1], mark=mark, **rest)

    return st.builds(build, in_format(_HTML), NAMES, MARKS, **fields)


def _best_first(answers):
    return (answers[0]._replace(fraction=1.0), *answers[1:])


def _shared(answers, count):
    right = min(count, len(answers))
    return tuple(one._replace(fraction=1 / right if at < right else -1.0) for at, one in enumerate(answers))


_TEXTS = several(
    st.builds(Answer, _WORDS, st.sampled_from([0.5, 0.25, 1.0]), st.none(), *_UNSAID), key=lambda one: one.text
)
_ACCEPTED = st.builds(Answer, NUMBERS, st.sampled_from([0.5, 1.0]), st.sampled_from([0.0, 0.01, 2.5]), *_UNSAID)
_OPTIONS = several(_answer(PARTS_OF_ONE), 2, key=lambda one: one.text)
_SHARED = st.builds(_shared, _OPTIONS, st.integers(1, 3))
# A choice of QTI is flowing text: a run of blanks there is one blank, as everybody sees it.
_DISTRACTORS = several(_WORDS.map(lambda text: " ".join(f"other {text}".split())), 1, 2).map(
    lambda made: {"distractors": list(made)}
)
_CASED = st.sampled_from([{}, {"usecase": True}])


def _apart(answers):
    """No number within the tolerance of another: which came first would decide what each is worth."""
    return all(abs(float(one.text) - float(other.text)) > 5 for one, other in combinations(answers, 2))


SINGLE = _question("single", answers=_OPTIONS.map(_best_first))
MULTIPLE = _question("multiple", answers=_SHARED)
WHOLE = _question("multiple", answers=_SHARED, options=st.just({"policy": "all_or_nothing"}))
TRUE_FALSE = _question("truefalse", correct=st.booleans())
SHORT = _question("shortanswer", answers=_TEXTS.map(_best_first), options=_CASED)
NUMERICAL = _question("numerical", answers=several(_ACCEPTED, most=3).map(_best_first).filter(_apart))
MATCHING = _question(
    "matching",
    pairs=several(st.tuples(_SHORT, _WORDS), 1, key=lambda pair: pair[0]),
    options=st.just({}) | _DISTRACTORS,
)
ORDERING = _question("ordering", items=several(_SHORT, 2))
ESSAY = _question("essay", feedback=_SHORT)
DESCRIPTION = _question("description").map(lambda made: Question("description", made.name, made.stem, mark=0.0))

CHOICE_PART = st.builds(
    lambda made: Part("single", made),
    several(
        st.builds(Answer, _WORDS, st.sampled_from([0.0, 0.5]), st.none(), *_UNSAID), 2, key=lambda one: one.text
    ).map(_best_first),
)
TEXT_PART = st.builds(lambda made, own: Part("shortanswer", made, 1.0, own), _TEXTS.map(_best_first), _CASED)
NUMBER_PART = st.builds(lambda one: Part("numerical", (one._replace(fraction=1.0),)), _ACCEPTED)


def _in_blanks(kind, part, least):
    def build(parts, words, name, mark):
        blanks = [f"{words} {{#{number}}}" for number in range(1, len(parts) + 1)]
        return Question(kind, name, " ".join(blanks), parts=tuple(parts), format="plain", mark=mark)

    plain = st.text(alphabet="ab甲é", max_size=5)
    return st.builds(build, st.lists(part, min_size=least, max_size=3), plain, NAMES, MARKS)


DROPDOWNS = _in_blanks("dropdowns", CHOICE_PART, 2)
FILL = _in_blanks("fill", TEXT_PART | NUMBER_PART, 2)
CLOZE = _in_blanks("cloze", TEXT_PART | CHOICE_PART, 2).filter(
    lambda made: any(one.type != other.type for one, other in pairwise(made.parts))
)
BY_TYPE = {
    "single": SINGLE, "multiple": MULTIPLE, "whole": WHOLE, "truefalse": TRUE_FALSE, "shortanswer": SHORT,
    "numerical": NUMERICAL, "matching": MATCHING, "ordering": ORDERING, "essay": ESSAY, "description": DESCRIPTION,
    "dropdowns": DROPDOWNS, "fill": FILL, "cloze": CLOZE,
}  # fmt: skip
ANY = st.one_of(*BY_TYPE.values())


def as_read(text, its_format):
    """A text as reading gives it: runs of white space as one, HTML without a tag as plain text."""
    text = " ".join(text.split())
    return unescape(text) if its_format == "html" and "<" not in text else text
