"""HR's desk for marks given by hand: what waits, one case at a time, and how far markers agree."""

from collections.abc import Callable
from dataclasses import dataclass

from exams.bundles.retold import retell
from exams.bundles.story import gathered
from exams.desk.hr_counting import counting_result
from exams.desk.hr_material import Material
from exams.desk.hr_replay import Replayed, SittingReader
from exams.desk.offers import Question
from exams.errors import AcademyError
from exams.grading.answers import correct_response
from exams.items.item import Response
from exams.journal.line import Record
from exams.register.answered import answered
from exams.register.dispute_errors import MarkingRefused
from exams.register.hand_marking import (
    DONE,
    Agreement,
    HandCase,
    HandMark,
    agreement,
    cases_in,
    marked,
    may_mark,
    points_of,
    shown_to,
    turn_of,
)
from exams.register.results import result_in
from exams.sittings.aids import Comment
from exams.store.answered_rows import save_answered
from exams.store.appeal_rows import awards_of, rules_of, save_award, save_reviewed
from exams.store.marking_rows import (
    all_marks,
    hand_case,
    hand_cases,
    marks_of,
    save_cases,
    save_mark,
    unread_sittings,
)
from exams.store.register_dialect import RegisterDb
from exams.store.register_merge_rows import known_as
from exams.timing.clock import Clock


@dataclass(frozen=True, slots=True)
class Waiting:
    """One case in the queue: whose turn it is (0: nobody's), whether this person may take it, what counts once done.

    Says nothing of what anybody has given.
    """

    sitting: str
    position: int
    item: str
    cause: str
    most: int
    turn: int
    mine: bool
    points: int | None


@dataclass(frozen=True, slots=True)
class MarkingCase:
    """One answer before its marker: the question, what was answered, an answer that counts in full, the remark.

    Nothing says whose it is. `marks` are those that this person may see.
    """

    waiting: Waiting
    question: Question | None
    answer: Response | None
    correct: Response | None
    comment: Comment | None
    marks: tuple[HandMark, ...]


class MarkingDesk:
    """`who` marks. What was typed is read out of the kept bundles each time, and kept nowhere else."""

    def __init__(self, db: RegisterDb, who: str, clock: Clock) -> None:
        self._db = db
        self._who = known_as(db, who)
        self._clock = clock

    def gather(self, material: Material, told: Callable[[int], None] = lambda _done: None) -> int:
        """Look through sittings that came since the last time; gives how many cases are new.

        What was chosen is noted for item statistics.
        """
        reader, before = SittingReader(self._db, material), len(hand_cases(self._db))
        serial, lines = "", dict[str, list[Record]]()
        for done, row in enumerate(unread_sittings(self._db), 1):
            if row.serial != serial:
                serial, lines = row.serial, gathered(reader.records_of_device(row.serial))
            result = result_in(row.result)
            try:
                last = retell(lines.get(row.sitting, ())).last
            except AcademyError:
                continue
            if result is not None and len(result.marks) == len(last.paper.items):
                with self._db.together():
                    save_answered(self._db, row.sitting, answered(last))
                    save_cases(self._db, row.sitting, cases_in(last, result))
            told(done)
        return len(hand_cases(self._db)) - before

    def queue(self) -> tuple[Waiting, ...]:
        """Every case: this person's first, then what waits for others, then what is done."""
        gap, marks = rules_of(self._db).marking_gap, all_marks(self._db)
        lines = [self._waiting(one, marks.get((one.sitting, one.position), ()), gap) for one in hand_cases(self._db)]
        return tuple(sorted(lines, key=lambda one: (not one.mine, one.turn == DONE)))

    def case(self, material: Material, sitting: str, position: int) -> MarkingCase:
        """One case as its marker may see it; raises `MarkingRefused` for an unknown one."""
        case, marks = self._known(sitting, position)
        reader = SittingReader(self._db, material)
        told = reader.read(sitting)
        last = told.retold.last
        return MarkingCase(
            self._waiting(case, marks, rules_of(self._db).marking_gap),
            told.questions.get(position),
            last.answers.get(position),
            _correct(reader, told, case),
            last.comments.get(position),
            shown_to(self._who, marks),
        )

    def mark(self, material: Material, sitting: str, position: int, points: int, remark: str = "") -> Waiting:
        """Give milli-points; the last mark that is needed changes the result. Raises `MarkingRefused`."""
        with self._db.together():
            case, marks = self._known(sitting, position)
            gap, now = rules_of(self._db).marking_gap, self._clock.now().wt
            given = marked(case, marks, gap, HandMark(0, self._who, points, remark, now))
            save_mark(self._db, case, given)
            settled = points_of((*marks, given), gap)
            if settled is not None and settled > case.given:
                self._award(material, case, settled, now)
        return self._waiting(case, (*marks, given), gap)

    def _award(self, material: Material, case: HandCase, points: int, now: int) -> None:
        """A result that these points do not change stays as it was kept."""
        replayed = SittingReader(self._db, material).read(case.sitting)
        before = counting_result(self._db, replayed, awards_of(self._db, case.sitting))
        save_award(self._db, case.sitting, case.position, points, ("marking", now))
        after = counting_result(self._db, replayed, awards_of(self._db, case.sitting))
        if after != before:
            save_reviewed(self._db, case.sitting, after, now)

    def agreement(self) -> Agreement:
        """Of everything that was marked twice."""
        return agreement(all_marks(self._db).values(), rules_of(self._db).marking_gap)

    def _known(self, sitting: str, position: int) -> tuple[HandCase, tuple[HandMark, ...]]:
        case = hand_case(self._db, sitting, position)
        if case is None:
            raise MarkingRefused(reason="unknown", sitting=sitting[:32], position=position)
        return case, marks_of(self._db, sitting, position)

    def _waiting(self, case: HandCase, marks: tuple[HandMark, ...], gap: int) -> Waiting:
        mine = may_mark(self._who, case, marks, gap)
        return Waiting(
            case.sitting,
            case.position,
            case.item,
            case.cause.value,
            case.most,
            turn_of(marks, gap),
            mine,
            points_of(marks, gap),
        )


def _correct(reader: SittingReader, told: Replayed, case: HandCase) -> Response | None:
    found = reader.item_of(told.row, case.item, case.version)
    return correct_response(*found, told.retold.last.paper.at(case.position)) if found else None
