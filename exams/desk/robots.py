"""Robots that sit a paper through a trainee's desk: for rehearsals and the demonstration's past."""

from collections.abc import Callable
from dataclasses import dataclass

from exams.chance.stream import Stream
from exams.desk.offers import Saved
from exams.desk.office import Office
from exams.desk.trainee_desk import TraineeDesk
from exams.grading.grade import correct_response
from exams.items.item import BestWorst, ItemType, Response
from exams.items.response import response_json
from exams.items.spots import regions
from exams.papers.paper import PaperItem
from exams.sittings.sitting import Sitting, State

Told = Callable[[PaperItem, Saved], None]


@dataclass(frozen=True, slots=True)
class Skill:
    """How often of a hundred a robot knows the answer, and whether it always knows those of red-line items."""

    right_of_100: int
    sure_of_red_lines: bool = False


STRONG, WEAK = Skill(98, sure_of_red_lines=True), Skill(45)


def skill_of(seed: str, staff_id: str) -> Skill:
    """About a fifth are weak and fail; the same seed makes the same people weak."""
    return WEAK if Stream(f"{seed}|{staff_id}|skill".encode()).below(5) == 0 else STRONG


class Robot:
    """Answers what is unanswered, then hands in."""

    def __init__(self, desk: TraineeDesk, office: Office, seed: str, skill: Skill) -> None:
        self._desk = desk
        self._office = office
        self._skill = skill
        self._chance = Stream(f"{seed}|{desk.person.staff_id}|answers".encode())

    def sit(self, sitting: Sitting, told: Told | None = None) -> Sitting:
        """Go through the paper from where it stands; `told` hears of each answer after its commit returned."""
        with self._office.answers_of(sitting):
            for place in sitting.paper.items:
                if place.position in sitting.answers:
                    continue
                saved = self._desk.save(sitting.id, place.position, response_json(self._response(place)))
                if told is not None:
                    told(place, saved)
        current = self._desk.sitting(sitting.id)
        return self._desk.hand_in(sitting.id) if current.state is State.OPEN else current

    def _response(self, place: PaperItem) -> Response:
        content = self._office.content
        item = content.item(place.item, place.version)
        right = correct_response(item, content.key(place.item, place.version), place)
        knows = self._chance.below(100) < self._skill.right_of_100
        sure = place.red_line and self._skill.sure_of_red_lines
        return right if knows or sure else self._wrong(place, right)

    def _wrong(self, place: PaperItem, right: Response) -> Response:
        match place.type:
            case ItemType.TRUEFALSE:
                return not right
            case ItemType.NUMERICAL:
                return "0"
            case ItemType.MULTIPLE:
                return (place.order[self._chance.below(len(place.order))],)
            case ItemType.BEST_WORST if isinstance(right, BestWorst):
                return BestWorst(best=right.worst, worst=right.best)
            case _:
                return self._other(place, right)

    def _other(self, place: PaperItem, right: Response) -> Response:
        if place.type is ItemType.ORDERING and isinstance(right, tuple):
            return right[1:] + right[:1]
        if isinstance(right, tuple):
            return self._beside(place, right) if place.type is ItemType.HOTSPOT else tuple("" for _ in right)
        others = [letter for letter in place.order if letter != right]
        return others[self._chance.below(len(others))] if others else "?"

    def _beside(self, place: PaperItem, right: tuple[str, ...]) -> Response:
        """Another region of the picture; the corner, where points are set freely."""
        others = [letter for letter in regions(place.order) if letter not in right]
        return (others[self._chance.below(len(others))],) if others else ("0,0",)


def right_value(office: Office, sitting: Sitting, position: int) -> object:
    """The JSON form of the right response to one place: for tours and rehearsals, never for a screen."""
    place, content = sitting.paper.at(position), office.content
    with office.answers_of(sitting):
        item = content.item(place.item, place.version)
        return response_json(correct_response(item, content.key(place.item, place.version), place))
