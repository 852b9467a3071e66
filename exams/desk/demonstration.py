"""The demonstration branch: six people with a past, an open session, PINs on the start card."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from exams.accounts.person import Branch, Person, Role
from exams.accounts.pins import PinCost, hash_pin
from exams.bundles.study_rules import StudyRules
from exams.content.parts import Parts
from exams.desk.demonstration_chain import SESSIONS, Chain, make_chain
from exams.desk.errors import NotDemonstration
from exams.desk.offers import Saved
from exams.desk.office import Office, open_office
from exams.desk.proctor_desk import ProctorDesk
from exams.desk.robots import STRONG, Robot, skill_of
from exams.desk.sessions import official_wt, unlocked
from exams.desk.study_rules import note_study_rules
from exams.desk.trainee_desk import TraineeDesk
from exams.devices.papers import PaperMaker
from exams.journal.line import Event
from exams.papers.paper import PaperItem
from exams.sittings.sitting import Kind, Sitting, State
from exams.sittings.tries import Obstacle
from exams.store.people_rows import find_person, save_demonstration, save_person, save_setting
from exams.store.session_rows import SessionRow, save_session
from exams.timing.story_clock import StoryClock
from exams.trust.codes import shown, with_check

PIN = "258025"
PASSPHRASE = "river lantern"  # noqa: S105  # told to everybody
CODE = with_check("DEM0BRANCH")
SESSION = SESSIONS[0]
BRANCH = Branch(
    code="DEMO-01",
    names={"zh": "示例银行望江客服中心", "en": "Wangjiang Customer-Service Centre, Example Bank"},
    bank={"zh": "示例银行", "en": "Example Bank"},
    demonstration=True,
)
_LIGHT = PinCost(memory_kib=8_192, passes=1)
"""A demonstration's secrets are printed on its start card: hashing them costs only what shows the way."""

_ROBOTS = PinCost(memory_kib=64, passes=1)
_DAY_MS = 86_400_000


@dataclass(frozen=True, slots=True)
class _Part:
    staff_id: str
    name: str
    latin: str
    role: Role
    story: str

    @property
    def secret(self) -> str:
        """What the start card shows to sign in with."""
        return PIN if self.role is Role.TRAINEE else PASSPHRASE


CAST = (
    _Part("T1001", "王小雨", "Wang Xiaoyu", Role.TRAINEE, "new"),
    _Part("T1002", "陈志远", "Chen Zhiyuan", Role.TRAINEE, "halfway"),
    _Part("T1003", "林若溪", "Lin Ruoxi", Role.TRAINEE, "ready"),
    _Part("T1004", "赵明轩", "Zhao Mingxuan", Role.TRAINEE, "certified"),
    _Part("P2001", "周静", "Zhou Jing", Role.PROCTOR, "proctor"),
    _Part("H3001", "孙丽华", "Sun Lihua", Role.HR, "hr"),
)


def make_demonstration(
    home: Path,
    parts: Parts,
    now_wt: int | None = None,
    hq_home: Path | None = None,
    papers: PaperMaker | None = None,
) -> str:
    """Fill an empty home; returns the id of the certified person's sitting, which still wants its certificate.

    Headquarters' keys go to `hq_home`, by default the same home; without `papers` the branch cannot certify.
    """
    clock = StoryClock((now_wt or time.time_ns() // 1_000_000) - 5 * _DAY_MS, boot="demonstration")
    chain = make_chain(home, parts, BRANCH, clock, hq_home=hq_home, papers=papers)
    with open_office(home, clock=clock, pin_cost=_LIGHT) as office:
        _set_up(office, chain)
        _half_way(office, "T1002", clock)
        _ready(office, "T1003", clock)
        _ready(office, "T1004", clock)
        clock.forward(2 * _DAY_MS)
        return _sit(office, "T1004", Kind.FINAL, clock).id


def rehearse(
    office: Office, names: dict[str, str], seed: str, told: Callable[[Saved, PaperItem], None] | None = None
) -> Iterator[Sitting]:
    """Every named robot sits the final or goes on with it; yields each graded sitting, also earlier ones."""
    if not office.branch.demonstration:
        raise NotDemonstration(branch=office.branch.code)
    for staff_id, name in names.items():
        if find_person(office.db, staff_id) is None:
            person = Person(staff_id, name, "", BRANCH.code, "R", Role.TRAINEE)
            save_person(office.db, person, hash_pin(PIN, _ROBOTS, staff_id))
        yield _rehearse_one(office, staff_id, seed, told)


def _rehearse_one(office: Office, staff_id: str, seed: str, told: Callable[[Saved, PaperItem], None] | None) -> Sitting:
    desk = _desk(office, staff_id)
    earlier = [line for line in desk.history() if line.kind == "final" and line.state == "graded"]
    if earlier:
        return office.sitting(earlier[0].sitting)
    robot = Robot(desk, office, seed, skill_of(seed, staff_id))
    sitting = desk.begin(Kind.FINAL, code=CODE)
    if sitting.state is State.PAUSED:
        sitting = _proctor(office).resume(sitting.id, "rehearsal", sitting.creditable_ms // 60_000)
    return robot.sit(sitting, (lambda place, saved: told(saved, place)) if told else None)


def robot_names(count: int) -> dict[str, str]:
    """R00001 and on, with names of their own."""
    return {f"R{number:05d}": f"学员{number:05d}" for number in range(1, count + 1)}


def _set_up(office: Office, chain: Chain) -> None:
    save_setting(office.db, "waits", "off")
    note_study_rules(office.journal, StudyRules(gating=False))
    for part in CAST:
        _enter(office, part)
    _open_session(office, chain.codes[SESSION])
    pins = {f"pin:{part.staff_id}:{part.story}": part.secret for part in CAST}
    codes = {f"unlock:{session}": code for session, code in chain.codes.items() if session != SESSION}
    save_demonstration(office.db, {"code": shown(CODE), **pins, **codes})


def _enter(office: Office, part: _Part) -> None:
    team = "客服一组" if part.role is Role.TRAINEE else ""
    person = Person(part.staff_id, part.name, part.latin, BRANCH.code, team, part.role)
    if part.role is Role.TRAINEE:
        save_person(office.db, person, hash_pin(PIN, _LIGHT, part.staff_id))
        return
    save_person(office.db, person, "")
    office.staff.appoint(person, PASSPHRASE)


def _open_session(office: Office, code: str) -> None:
    now = office.clock.now()
    opening = office.door.open(SESSION, code, official_wt(office.journal))
    facts = {"session": SESSION, "proctor": "P2001", "blueprint": "final", **unlocked(opening)}
    with office.db.atomic():
        office.journal.append(Event.SESSION_OPEN, facts)
        row = SessionRow(
            SESSION, "演示考场 / Demonstration", "P2001", "final", hash_pin(CODE, _LIGHT, SESSION), now.wt, None
        )
        save_session(office.db, row)


def _desk(office: Office, staff_id: str) -> TraineeDesk:
    person = office.person(staff_id)
    desk = office.desk_of(person) if person else None
    if not isinstance(desk, TraineeDesk):
        raise NotDemonstration(staff_id=staff_id)
    return desk


def _proctor(office: Office) -> ProctorDesk:
    person = office.person("P2001")
    desk = office.desk_of(person) if person else None
    if not isinstance(desk, ProctorDesk):
        raise NotDemonstration(staff_id="P2001")
    return desk


def _half_way(office: Office, staff_id: str, clock: StoryClock) -> None:
    desk = _desk(office, staff_id)
    sections = desk.course().chapters[0].sections
    half = len(sections) // 2
    for section in sections[:half]:
        _read(desk, section, clock)
    desk.note_reading(sections[half], 2_000, 90, finished=False)


def _ready(office: Office, staff_id: str, clock: StoryClock) -> None:
    desk = _desk(office, staff_id)
    for chapter in desk.course().chapters:
        for section in chapter.sections:
            _read(desk, section, clock)
        _sit(office, staff_id, Kind.QUIZ, clock, chapter.number)
    if desk.offer(Kind.MOCK).obstacle is Obstacle.NONE:
        _sit(office, staff_id, Kind.MOCK, clock)


def _read(desk: TraineeDesk, section_id: str, clock: StoryClock) -> None:
    section = desk.section(section_id)
    for _ in range(section.minutes):
        clock.forward(minutes=1)
        desk.note_reading(section_id, 0, 60, finished=False)
    desk.note_reading(section_id, 0, 0, finished=True)


def _sit(office: Office, staff_id: str, kind: Kind, clock: StoryClock, chapter: int | None = None) -> Sitting:
    desk = _desk(office, staff_id)
    sitting = desk.begin(kind, chapter, CODE)
    robot = Robot(desk, office, f"demonstration|{kind.value}", STRONG)
    return robot.sit(sitting, lambda _place, _saved: clock.forward(35_000))
