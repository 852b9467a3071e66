"""What each role finds behind the door: its rooms, the way between them, and the lines of its menu."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from desktop.shell.window import Window
from desktop.widgets.values import Crumb, NavItem
from desktop.wiring.certificate import CertificateRoom, ChooseFile, save_dialog
from desktop.wiring.exam import ExamRoom, ExamRoomExits
from desktop.wiring.keeper import OfficeKeeper
from desktop.wiring.packs import PACKS, Chooser
from desktop.wiring.pc_pages import PcPages
from desktop.wiring.people_board import PeopleBoard
from desktop.wiring.proctor import ProctorRoom
from desktop.wiring.reading import ReadingExits, ReadingRoom
from desktop.wiring.register import REGISTER, RegisterHouse, RegisterRoom
from desktop.wiring.roster import PROCTOR_HOME, Files
from desktop.wiring.staff import HR_HOME, HrExits, HrRoom
from desktop.wiring.study import StudyExits, StudyRoom
from desktop.wiring.this_pc import THIS_PC
from desktop.wiring.verify import VERIFY, VerifyWays, open_verify
from desktop.words import tr
from exams import AcademyError, HrDesk, Kind, Person, ProctorDesk, Sitting, TraineeDesk

_STAFF_WAYS = frozenset({"exam", "people", "enter", "packs", "pc", "register", "send"})
"""Lines of proctors' and HR's menus: a trainee who reaches for one is refused, and that is written down."""


@dataclass(frozen=True, slots=True)
class Extras:
    """The codes where they may be shown, who is asked for files (None: the system), the door, the new course.

    `unlock_codes` are headquarters' by session; `looked` hears that another pack may be in use, `hold` that an exam's
    page stands in the window, and the way back to it; `readiness` leads to the slip of this PC.
    """

    code_shown: str
    choose_file: ChooseFile | None
    door: Callable[[], None]
    unlock_codes: Mapping[str, str] = field(default_factory=dict)
    chooser: Chooser | None = None
    reopen: Callable[[], None] = lambda: None
    looked: Callable[[], None] = lambda: None
    hold: Callable[[TraineeDesk, Sitting, Callable[[], None]], None] = lambda _desk, _sitting, _back: None
    readiness: Callable[[], None] = lambda: None


class Rooms(Protocol):
    """What the root needs of a role's rooms."""

    @property
    def person(self) -> Person:
        """Who is signed in."""
        ...

    @property
    def locks(self) -> bool:
        """True where a page that was left alone is locked, not signed out."""
        ...

    def role(self) -> str:
        """The role in the language in use."""
        ...

    def menu(self) -> tuple[NavItem, ...]:
        """The lines of the person menu, signing out left aside."""
        ...

    def enter(self) -> None:
        """Show the first place."""
        ...

    def go(self, key: str) -> None:
        """Go where a crumb or a line of the menu leads; unknown keys lead nowhere."""
        ...

    def leave(self) -> None:
        """Write down what is not yet written."""
        ...


class TraineeRooms:
    """Reading, exams, results, certificate."""

    locks = False

    def __init__(self, window: Window, desk: TraineeDesk, keeper: OfficeKeeper, extras: Extras) -> None:
        self.person = desk.person
        self._window = window
        self._desk = desk
        self._keeper = keeper
        self._certificate = CertificateRoom(window, keeper.certificates(), self._home, extras.choose_file)
        exits = ExamRoomExits(
            self._home,
            self._section,
            self._certificate.open,
            self._draw,
            self._record,
            extras.door,
            lambda sitting: extras.hold(desk, sitting, partial(self._exam.resume, sitting.id)),
        )
        self._exam = ExamRoom(window, desk, exits, extras.code_shown)
        self._reading = ReadingRoom(
            window, desk, ReadingExits(self._home, self._section, self._quiz, self._call, self._calls_of)
        )
        self._study = StudyRoom(
            window,
            desk,
            StudyExits(
                section=self._section,
                paragraph=self._reading.open_section,
                offer=self._exam.open_offer,
                resume=self._exam.resume,
                result=self._exam.open_result,
                certificate=self._certificate.open,
                call=self._call,
            ),
        )
        self._ways: dict[str, Callable[[], None]] = {
            "home": self._home,
            **self._study.ways(),
        }

    def role(self) -> str:
        """The role in the language in use."""
        return tr("Trainee")

    def menu(self) -> tuple[NavItem, ...]:
        """The lines of the person menu."""
        return (
            NavItem("home", tr("My training")),
            NavItem("search", tr("Search the course")),
            NavItem("calls", tr("Practise calls")),
            NavItem("mistakes", tr("My mistakes")),
            NavItem("marks", tr("My marks")),
            NavItem("changes", tr("What changed")),
            NavItem("glossary", tr("Glossary")),
            NavItem("history", tr("My results")),
        )

    def enter(self) -> None:
        """Home, unless an exam under a proctor goes on."""
        try:
            if self._exam.goes_on():
                return
        except AcademyError as error:
            self._window.show_error(error)
        self._home()

    def go(self, key: str) -> None:
        """Go where a crumb or a line of the menu leads."""
        way = self._ways.get(key)
        if way is not None:
            self.leave()
            way()
        elif key in _STAFF_WAYS:
            self._window.show_error(self._keeper.office().refused(self.person))

    def leave(self) -> None:
        """Write down the reading time, and where a call stands."""
        self._reading.leave()
        self._study.calls.leave()

    def _home(self) -> None:
        self.leave()
        self._study.open_home()

    def _section(self, section_id: str) -> None:
        self._reading.open_section(section_id)

    def _call(self, scenario: str) -> None:
        self._study.calls.open_call(scenario)

    def _calls_of(self, section_id: str) -> tuple[tuple[str, Mapping[str, str]], ...]:
        return self._study.calls.practising(section_id)

    def _quiz(self, chapter: int) -> None:
        self._exam.open_offer(Kind.QUIZ, chapter)

    def _draw(self, sitting: Sitting) -> str:
        return self._keeper.certificates().draw(sitting, self.person).number

    def _record(self, sitting: Sitting) -> None:
        certificate = self._keeper.certificates().of_sitting(sitting.id)
        if certificate is not None:
            self._keeper.certificates().record(certificate)


class ProctorRooms:
    """The session and who sits in it."""

    locks = True

    def __init__(self, window: Window, desk: ProctorDesk, keeper: OfficeKeeper, extras: Extras) -> None:
        self.person = desk.person
        files = Files(extras.choose_file or save_dialog(window), extras.chooser, extras.choose_file)
        self._room = ProctorRoom(window, desk, extras.unlock_codes, files, keeper.office())
        self._pc = PcPages(window, keeper, extras, self.enter, PROCTOR_HOME)
        self._readiness = extras.readiness
        self._people = PeopleBoard(window, keeper.office())

    def role(self) -> str:
        """The role in the language in use."""
        return tr("Proctor")

    def menu(self) -> tuple[NavItem, ...]:
        """The lines of the person menu."""
        return (
            NavItem("home", tr(PROCTOR_HOME)),
            NavItem("people", tr("People")),
            NavItem("ready", tr("Is this PC ready?")),
            NavItem("packs", tr(PACKS)),
            NavItem("pc", tr(THIS_PC)),
        )

    def enter(self) -> None:
        """The proctor's desk."""
        self._room.open()

    def go(self, key: str) -> None:
        """Go where a crumb or a line of the menu leads."""
        ways = {"home": self.enter, "exam": self._room.open_exam, "people": self._people.open, "ready": self._readiness}
        way = {**ways, "packs": self._pc.open_packs, "pc": self._pc.open_pc}.get(key)
        if way is not None:
            way()

    def leave(self) -> None:
        """Look no more."""
        self._room.leave()


class HrRooms:
    """Results, people, certificates."""

    locks = False

    def __init__(self, window: Window, desk: HrDesk, keeper: OfficeKeeper, extras: Extras) -> None:
        self.person = desk.person
        certificate = CertificateRoom(window, keeper.certificates(), self.enter, extras.choose_file, home_title=HR_HOME)
        self._room = HrRoom(window, desk, HrExits(certificate.open))
        self._pc = PcPages(window, keeper, extras, self.enter, HR_HOME)
        self._register = RegisterRoom(window, RegisterHouse(keeper.office().home, desk.person.staff_id), extras.chooser)
        self._window, self._keeper, self._chooser = window, keeper, extras.chooser

    def role(self) -> str:
        """The role in the language in use."""
        return tr("Human resources")

    def menu(self) -> tuple[NavItem, ...]:
        """The lines of the person menu."""
        return (
            NavItem("home", tr(HR_HOME)),
            NavItem("people", tr("People")),
            NavItem("enter", tr("Enter a person")),
            NavItem("register", tr(REGISTER)),
            NavItem("verify", tr(VERIFY)),
            NavItem("wording", tr("Words of the certificate")),
            *self._pc.lines(),
        )

    def enter(self) -> None:
        """Everybody's results."""
        self._room.open_results()

    def go(self, key: str) -> None:
        """Go where a crumb or a line of the menu leads."""
        ways = {"home": self.enter, "people": self._room.open_people, "enter": self._room.open_enter}
        more = {"verify": self._verify, "wording": self._wording, "register": self._register.open}
        more["regrades"] = self._register.open_regrades
        way = {**ways, **more, **self._pc.ways()}.get(key)
        if way is not None:
            way()

    def leave(self) -> None:
        """Nothing is kept open here."""

    def _verify(self) -> None:
        open_verify(self._window, self._keeper.office().home, self._verify_ways)

    def _wording(self) -> None:
        from desktop.wiring.certificate_wording import open_wording  # it draws, and loads what it draws with

        open_wording(self._window, self._keeper.office().home, self._verify_ways)

    def _verify_ways(self) -> VerifyWays:
        home = tr(HR_HOME)
        return VerifyWays((Crumb("home", home),), home, self.enter, self._chooser)


def rooms_of(window: Window, desk: TraineeDesk | ProctorDesk | HrDesk, keeper: OfficeKeeper, extras: Extras) -> Rooms:
    """The rooms that go with a desk."""
    if isinstance(desk, TraineeDesk):
        return TraineeRooms(window, desk, keeper, extras)
    if isinstance(desk, ProctorDesk):
        return ProctorRooms(window, desk, keeper, extras)
    return HrRooms(window, desk, keeper, extras)
