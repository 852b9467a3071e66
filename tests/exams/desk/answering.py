"""Right and wrong responses to the places of a paper, as a screen would send them."""

from exams.desk.robots import right_value
from exams.grading.answers import correct_response
from exams.items.item import ItemType
from exams.items.response import response_json
from exams.store.exam_memory import ExamMemory


def right(pc, sitting, position):
    """What earns full marks."""
    return right_value(pc.office, sitting, position)


def wrong(pc, sitting, position):
    """What earns nothing."""
    place, key = sitting.paper.at(position), right(pc, sitting, position)
    match place.type:
        case ItemType.TRUEFALSE:
            return not key
        case ItemType.NUMERICAL:
            return "0"
        case ItemType.MULTIPLE:
            return [next(letter for letter in place.order if letter not in key)]
        case ItemType.BEST_WORST:
            return {"best": key["worst"], "worst": key["best"]}
        case _:
            return next(letter for letter in place.order if letter != key)


def right_of(parts, paper):
    """The right answer of every place, known here from headquarters' clear parts alone."""
    memory = ExamMemory()
    memory.open_items(parts.items)
    items = {one.id: one for one in memory.items()}
    with memory.keys_open(parts.keys):
        keys = {one: memory.key(one, items[one].version) for one in items}
    return {one.position: response_json(correct_response(items[one.item], keys[one.item], one)) for one in paper.items}


def positions(sitting):
    return range(1, len(sitting.paper.items) + 1)


def answer_all(pc, desk, sitting, *, but_wrong=()):
    """Answer every place, right but for those named."""
    for position in positions(sitting):
        value = (wrong if position in but_wrong else right)(pc, sitting, position)
        sitting = desk.answer(sitting.id, position, value)
    return sitting


def sit(pc, person, kind, chapter=None, *, passing=True):
    """A whole sitting from the first page to the result."""
    from tests.exams.desk.branch_pc import TYPED

    desk = pc.desk(person)
    sitting = desk.begin(kind, chapter, TYPED)
    answer_all(pc, desk, sitting, but_wrong=() if passing else positions(sitting))
    return desk.hand_in(sitting.id)
