"""Places of a paper with item and key, for marking."""

from exams.chance.stream import Stream
from exams.items.generators import draw_numbers
from exams.items.item import AnswerKey, BestWorst, Difficulty, Item, ItemType, Level, Template, Use, Wording
from exams.papers.paper import Paper, PaperItem

SERVICE_LEVEL = Template(
    "service_level_offered",
    {"offered": ("1000", "1400", "10"), "answered": ("900", "1300", "10"), "within": ("700", "900", "5")},
    "%",
)

RIGHT = {
    ItemType.SINGLE: "B",
    ItemType.MULTIPLE: ("A", "C", "D"),
    ItemType.TRUEFALSE: False,
    ItemType.NUMERICAL: "",
    ItemType.BEST_WORST: BestWorst("C", "A"),
}
POINTS = {
    ItemType.SINGLE: 1000,
    ItemType.MULTIPLE: 2000,
    ItemType.TRUEFALSE: 1000,
    ItemType.NUMERICAL: 3000,
    ItemType.BEST_WORST: 3000,
}
EXAMPLE = {"offered": "1250", "answered": "1180", "within": "985"}  # 78.80 %, on the answered calls 83.47 %


class Place:
    """One place: `paper`, `item` and `key` belong together."""

    def __init__(self, kind, position=1, *, chapter=1, red_line=False, numbers=None, tolerance="0.02", points=None):
        name = f"{chapter}.1-{kind.value}{position}"
        letters = () if kind in {ItemType.TRUEFALSE, ItemType.NUMERICAL} else tuple("ABCDE")
        template = SERVICE_LEVEL if kind is ItemType.NUMERICAL else None
        self.item = Item(
            name,
            2,
            Use.EXAM,
            kind,
            chapter,
            f"{chapter}.1",
            f"{chapter}.1-a",
            (),
            Level.APPLY,
            Difficulty.MEDIUM,
            {"zh": Wording("题干", tuple((letter, letter) for letter in letters))},
            red_line=red_line,
            template=template,
        )
        self.key = AnswerKey(name, 2, RIGHT[kind], {}, tolerance)
        self.paper = PaperItem(
            position,
            name,
            2,
            kind,
            chapter,
            "apply",
            POINTS[kind] if points is None else points,
            red_line,
            letters,
            (EXAMPLE if numbers is None else numbers) if template else {},
        )


def a_paper(*places):
    """The paper, keys and items of these places."""
    paper = Paper("final", "s", "A001", "", 1, tuple(place.paper for place in places))
    return paper, {p.item.id: p.key for p in places}, {p.item.id: p.item for p in places}


def a_form(count, seed=b"form"):
    """A paper of so many items of all types in six chapters, every ninth a red line."""
    stream = Stream(seed)
    kinds = tuple(RIGHT)
    return tuple(
        Place(
            kinds[number % 5],
            number + 1,
            chapter=1 + number % 6,
            red_line=number % 9 == 0,
            numbers=draw_numbers(SERVICE_LEVEL, stream),
        )
        for number in range(count)
    )
