"""Questions that hypothesis makes, of the types that a format can say."""

from hypothesis import strategies as st

from exams.interop.fractions import FRACTIONS
from exams.interop.question import Answer, Part, Question
from exams.interop.texts import BLANK

SIGNS = "ab甲é 12{}=~#%:\\[]/$<>&;\"'\n->"
TEXT = st.text(alphabet=SIGNS, max_size=20).map(lambda text: text.strip(BLANK))
SAID = TEXT.filter(bool)
NAME = st.text(alphabet="ab甲 {}=~#:\\[%/$", min_size=1, max_size=20).map(lambda text: text.strip(BLANK)).filter(bool)
FORMAT = st.sampled_from(["moodle", "html", "markdown", "plain"])
WEIGHT = st.sampled_from(FRACTIONS)
NUMBER = st.integers(-10_000, 10_000).map(str) | st.decimals(-99, 99, places=3).map(str)


def answers(weights, text=SAID, least=1):
    return st.lists(st.builds(Answer, text, weights, st.none(), TEXT, st.just("")), min_size=least, max_size=5).map(
        tuple
    )


def _question(kind, **said):
    return st.builds(Question, type=st.just(kind), name=NAME, stem=TEXT, format=FORMAT, feedback=TEXT, **said)


SINGLE = _question(
    "single", answers=answers(WEIGHT, least=2).map(lambda made: (made[0]._replace(fraction=1.0), *made[1:]))
)
MULTIPLE = _question("multiple", answers=answers(WEIGHT, least=2))
TRUE_FALSE = _question(
    "truefalse",
    correct=st.booleans(),
    penalty=st.just(1.0),
    options=st.fixed_dictionaries({}, optional={"right_feedback": SAID, "wrong_feedback": SAID}),
)
SHORT = _question("shortanswer", answers=answers(WEIGHT))
NUMERICAL = _question(
    "numerical",
    answers=st.lists(
        st.builds(Answer, NUMBER, WEIGHT, st.sampled_from([0.0, 0.01, 2.5]), TEXT, st.just("")), min_size=1, max_size=4
    ).map(tuple),
)
MATCHING = _question("matching", pairs=st.lists(st.tuples(TEXT, SAID), min_size=2, max_size=5).map(tuple))
ORDERING = _question("ordering", items=st.lists(SAID, min_size=2, max_size=5).map(tuple))
ESSAY = _question("essay")
DESCRIPTION = st.builds(Question, type=st.just("description"), name=NAME, stem=SAID, format=FORMAT, mark=st.just(0.0))
ANY = st.one_of(SINGLE, MULTIPLE, TRUE_FALSE, SHORT, NUMERICAL, MATCHING, ORDERING, ESSAY, DESCRIPTION)

_CHOICE = answers(WEIGHT, least=2).map(lambda made: (made[0]._replace(fraction=1.0), *made[1:]))
PART = st.one_of(
    st.builds(Part, st.just("single"), _CHOICE, st.just(1.0), st.just({"layout": "dropdown"})),
    st.builds(
        Part,
        st.just("shortanswer"),
        _CHOICE,
        st.integers(1, 9).map(float),
        st.sampled_from([{}, {"usecase": True}]),
    ),
    st.builds(
        Part,
        st.just("numerical"),
        st.tuples(st.builds(Answer, NUMBER, st.just(1.0), st.just(0.5), TEXT, st.just(""))),
        st.just(2.0),
        st.just({}),
    ),
)
CLOZE = st.builds(
    lambda parts, name: Question(
        "cloze",
        name,
        " and ".join(f"{{#{number}}}" for number in range(1, len(parts) + 1)),
        parts=tuple(parts),
        mark=sum(part.mark for part in parts),
    ),
    st.lists(PART, min_size=1, max_size=3),
    NAME,
)
