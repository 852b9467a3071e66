"""Honest histories of a branch PC, generated: people sit finals while power fails, machines sleep and proctors act.

Told through the real desks with a clock that is moved by hand. Headquarters' log is kept in the HR room on the way.
"""

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from exams.errors import AcademyError
from exams.grading.answers import correct_response
from exams.items.item import ItemType
from exams.items.response import response_json
from exams.packs.manifest import Grading
from exams.sittings.sitting import Kind, State
from exams.timing.story_clock import StoryClock
from tests.exams.bundles.hr_room import HrRoom, handed_in, key_release
from tests.exams.desk.branch_pc import MINUTE, NOON, PROCTOR, RUOXI, XIAOYU, ZHIYUAN

EXPECTED = {"W_RESUME", "W_PAUSE", "W_CREDIT", "W_CLOCK_JUMP", "W_CLOCK_BACK", "W_NO_ANCHOR", "W_SESSION_LONG"}
WHY = "as it happened"


@dataclass
class History:
    """One branch's day. `verdicts` are HR's about what was handed in on the way and at the end."""

    pc: object
    room: HrRoom
    folder: Path
    chance: Random
    verdicts: list = field(default_factory=list)
    boots: int = 0
    skill: float = 0.5

    def __post_init__(self):
        self._items = {item.id: item for item in self.room.pack.forms["A"].items}
        self._keys = {key.item: key for key in self.room.pack.forms["A"].keys}

    @property
    def proctor(self):
        return self.pc.desk(PROCTOR)

    def tell(self):
        """The whole day; gives the history itself."""
        for person in self.chance.sample((XIAOYU, ZHIYUAN, RUOXI), self.chance.randrange(1, 4)):
            self._person(person)
            if self.chance.random() < 0.3:
                self._hand_in()
        self._grade()
        self._hand_in()
        return self

    def bundle(self):
        """All of it, from the first line."""
        return handed_in(self.pc)

    def _person(self, person):
        self.skill = self.chance.choice((0.3, 0.5, 0.98))
        if self.chance.random() < 0.2:
            self.proctor.grant_extra(person.staff_id, self.chance.randrange(61), WHY)
        for _ in range(self.chance.choice((1, 1, 1, 2))):
            with suppress(AcademyError):  # the window is over, all tries are used, or the clock is behind
                self._sit(person)
            self._between()

    def _sit(self, person):
        sitting = self.pc.desk(person).begin(Kind.FINAL, code=self.pc.room_code)
        for _ in range(self.chance.randrange(3, 25)):
            self.pc.clock.forward(self.chance.randrange(500, 45_000))
            act = self.chance.choices((self._answer, self._look, self._disturbed), (14, 3, 2))[0]
            with suppress(AcademyError):
                act(person, sitting.id)
            if self._back(person, sitting.id).has_ended:
                break
        with suppress(AcademyError):
            self._rest(person, sitting.id)
        self._end(person, sitting.id)

    def _rest(self, person, att):
        """Who knows the course leaves nothing open."""
        sitting = self.pc.desk(person).sitting(att)
        for place in sitting.paper.items if self.skill > 0.9 else ():
            self.pc.clock.forward(self.chance.randrange(500, 9_000))
            self.pc.desk(person).answer(att, place.position, self._value(place))

    def _answer(self, person, att):
        sitting = self.pc.desk(person).sitting(att)
        place = self.chance.choice(sitting.paper.items)
        value = self._value(place)
        if place.type is ItemType.NUMERICAL and self.chance.random() < 0.3:
            self.pc.desk(person).draft(att, place.position, self.chance.choice(("12.", "-", "7", "")))
        elif self.chance.random() < 0.08:
            self.pc.desk(person).clear(att, place.position)
        else:
            self.pc.desk(person).answer(att, place.position, value)

    def _value(self, place):
        letters = place.order or tuple("ABCD")
        if self.chance.random() < self.skill:
            right = correct_response(self._items[place.item], self._keys[place.item], place)
            return response_json(right)
        match place.type:
            case ItemType.SINGLE:
                return self.chance.choice(letters)
            case ItemType.MULTIPLE:
                return sorted(self.chance.sample(letters, self.chance.randrange(1, len(letters) + 1)))
            case ItemType.TRUEFALSE:
                return self.chance.random() < 0.5
            case ItemType.NUMERICAL:
                return f"{self.chance.randrange(1000)}.{self.chance.randrange(100):02}"
            case _:
                best, worst = self.chance.sample(letters, 2)
                return {"best": best, "worst": worst}

    def _look(self, person, att):
        desk, position = self.pc.desk(person), self.chance.randrange(1, 8)
        self.chance.choice(
            (
                lambda: desk.show(att, position),
                lambda: desk.flag(att, position, self.chance.random() < 0.5),
                lambda: (desk.focus(att, True), desk.focus(att, False)),
                lambda: desk.refresh(att),
            )
        )()

    def _disturbed(self, person, att):
        self.chance.choice(
            (self._pause, self._killed, self._asleep, self._power, self._power, self._turned, self._extended)
        )(person, att)

    def _pause(self, _person, att):
        self.proctor.pause(att, WHY)
        if self.chance.random() < 0.3:
            self._power(_person, att)
        self.pc.clock.forward(minutes=self.chance.randrange(1, 20))
        self.proctor.resume(att, WHY, self.chance.choice((0, 0, 5)))

    def _killed(self, _person, _att):
        self.pc.clock.forward(self.chance.randrange(1_000, 8 * MINUTE))
        self.pc.reopen()

    def _asleep(self, _person, _att):
        self.pc.clock.suspend(self.chance.randrange(2_000, 6 * MINUTE))

    def _power(self, _person, _att):
        self.boots += 1
        old, self.pc = self.pc, self.pc.power_cut(self.folder / f"boot{self.boots}")
        self.pc.room_code, self.pc.device, self.pc.stick = old.room_code, old.device, old.stick
        old.close()
        gone = self.chance.randrange(30_000, 9 * MINUTE)
        self.pc.clock.reboot(gone, f"boot{self.boots}", self.chance.randrange(20_000, gone + 1) if gone > 20_000 else 0)

    def _turned(self, _person, _att):
        self.pc.clock.set_wall(self.pc.clock.now().wt + self.chance.choice((-9, -4, 3, 9)) * MINUTE)

    def _extended(self, _person, att):
        self.proctor.extend(att, self.chance.randrange(1, 12), WHY)

    def _back(self, person, att):
        """The person is before the screen again; where the rule asks for it the proctor lets it go on."""
        sitting = self.pc.desk(person).refresh(att)
        if sitting.state is State.PAUSED:
            sitting = self.proctor.resume(att, WHY, self.chance.choice((0, 3, 10, 30)))
        return sitting

    def _end(self, person, att):
        sitting = self._back(person, att)
        if not sitting.has_ended:
            match self.chance.randrange(4):
                case 0:
                    self.pc.clock.forward(sitting.remaining_ms + self.chance.randrange(1, 3 * MINUTE))
                    self.pc.desk(person).refresh(att)
                case 1:
                    self.proctor.force(att, WHY)
                case _:
                    self.pc.desk(person).hand_in(att)
        self._afterwards(att)

    def _afterwards(self, att):
        with suppress(AcademyError):
            match self.chance.randrange(8):
                case 0:
                    self.proctor.void(att, WHY)
                case 1:
                    opened = self.proctor.reopen(att, WHY, 5)
                    self.pc.clock.forward(minutes=1)
                    self.proctor.force(opened.id, WHY)
                case 2:
                    self.pc.office.record_certificate(att, "BJ-WJ01-2026-000001-7", "0" * 64)

    def _between(self):
        self.pc.clock.forward(minutes=self.chance.randrange(1, 6))
        if self.chance.random() < 0.15:
            self.boots += 1
            self.pc.clock.reboot(-self.chance.randrange(1, 5) * MINUTE, f"boot{self.boots}", 0)

    def _grade(self):
        """The session is over: the office is told an anchor, and in this mode gives the grading code for it."""
        session = self.pc.office.sitting(self.proctor.sittings()[0].sitting).session if self.proctor.sittings() else ""
        if session and (self.room.grading is Grading.SECOND_CODE or self.chance.random() < 0.4):
            minutes = (self.pc.clock.now().wt - NOON) // MINUTE
            self.room.anchored(session, key_release(self.proctor.anchor(), minutes))
        if session and self.room.grading is Grading.SECOND_CODE:
            self.proctor.grade_session(session, self.pc.stick.grading)

    def _hand_in(self):
        """What HR has not seen yet, sometimes again with what it has."""
        known = self.room.known.get("D00000001")
        first = known.size + 1 if known and self.chance.random() < 0.6 else 1
        if known is None or self.pc.office.journal.head()[0] > known.size:
            self.verdicts.append(self.room.take_in(handed_in(self.pc, first)))


def tell(base, mode, folder: Path, seed: int) -> History:
    """The history of a seed; `base` is an enrolled branch that stays as it is."""
    base.clock = StoryClock(NOON)
    pc = base.power_cut(folder / "boot0")
    pc.room_code, pc.device, pc.stick = base.room_code, base.device, base.stick
    room = HrRoom(base.stick, pc.home / "packs" / "TELE-1" / "content.sqlite", mode)
    return History(pc, room, folder, Random(seed)).tell()


def faults(history: History) -> list[str]:
    """What is wrong with HR's verdicts about an honest history, in words."""
    found = [f"{code}" for verdict in history.verdicts for code in verdict.codes if code not in EXPECTED]
    latest = {one.id: one for verdict in history.verdicts for one in verdict.sittings}
    for row in history.pc.book.rows():
        ours, theirs = latest.get(row.id), history.pc.office.sitting(row.id)
        if ours is None:
            found.append("not judged")
        elif theirs.result is not None and ours.result != theirs.result:
            found.append("another result")
        elif not ours.accepted:
            found.append("not accepted")
    return found
