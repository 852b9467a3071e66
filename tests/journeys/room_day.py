"""An exam day at the proctor's pages without a window: whatever is clicked or keyed is counted, typed text is not."""

from collections import Counter
from functools import partial
from pathlib import Path

from desktop.background.manual import ManualJobs
from desktop.screens.hand_over.presenter import Exits as OutExits
from desktop.screens.hand_over.presenter import HandOverPresenter
from desktop.screens.new_pin.presenter import Exits as PinExits
from desktop.screens.new_pin.presenter import NewPinPresenter
from desktop.screens.proctor_act.presenter import Exits as ActExits
from desktop.screens.proctor_act.presenter import ProctorActPresenter
from desktop.screens.proctor_act.room_tasks import GROUPS, ask_task, incident_task, phone_task
from desktop.screens.proctor_act.task import session_task, sitting_task
from desktop.screens.proctor_roster.presenter import Exits as RosterExits
from desktop.screens.proctor_roster.presenter import ProctorRosterPresenter
from desktop.screens.proctor_sitting.presenter import Exits as SittingExits
from desktop.screens.proctor_sitting.presenter import ProctorSittingPresenter
from desktop.screens.session_report.presenter import Exits as ReportExits
from desktop.screens.session_report.presenter import SessionReportPresenter
from desktop.screens.take_over.presenter import Exits as InExits
from desktop.screens.take_over.presenter import TakeOverPresenter
from desktop.words.overrides import Act
from exams.accounts.second_authority import read_minutes
from exams.bundles.hr_trust import Granted
from exams.desk.handover import ask_handover, hand_over, read_request, take_over
from exams.packs.briefs import Expected
from exams.sittings.sitting import Kind, State
from tests.exams.desk.branch_pc import MINUTE, PIN, PROCTOR
from tests.exams.desk.exam_room import HERE, read_out
from tests.journeys.room_killed import killed_in_the_room

S = HERE.session
ROSTER = tuple(Expected(f"T2{n:03d}", f"学员{n:02d}", f"{'AB'[n > 15]}{n}") for n in range(1, 32))
LATE = ROSTER[30].staff_id
DOOR_PIN = "739214"


class Page:
    """Any page: what was drawn on it last."""

    state = None

    def show_state(self, state):
        self.state = state

    def focus(self, _field):
        """The cursor goes where the page says."""


class Hand:
    """The proctors' hands: every click and key is counted, for the session or for the one person it is about."""

    def __init__(self):
        self.session, self.people = 0, Counter()

    def __call__(self, intent, *args):
        self.session += 1
        return intent(*args)

    def at(self, who):
        """What is done next is about this person alone."""
        return partial(self._about, who)

    def _about(self, who, intent, *args):
        self.people[who] += 1
        return intent(*args)


class Place:
    """One PC of the room, the proctor's pages at it as the window leads from one to the next, and who sits there."""

    def __init__(self, hand, pc, stick):
        self.hand, self.pc, self.stick = hand, pc, stick
        self.sat, self.saved, self.cuts, self.jobs = {}, 0, 0, ManualJobs()

    @property
    def desk(self):
        return self.pc.desk(PROCTOR)

    def signs_in(self):
        """Name and passphrase are typed, then Enter."""
        self.hand(lambda: None)

    def shown(self, presenter):
        page = Page()
        presenter.attach(page)
        presenter.show()
        return presenter, page

    def fills(self, hand, task, **texts):
        """Type into a form, then Enter; gives what the desk gave back."""
        given = []
        form, page = self.shown(ProctorActPresenter(task, ActExits(given.append, lambda: None)))
        for name, text in texts.items():
            form.type(name, text)
        hand(form.confirm)
        assert given, (page.state.fault, page.state.faults)
        return given[0]

    def to_all(self, act, **texts):
        """A button of the room, and its form."""
        session = "" if act is Act.OPEN else S
        lines = self.desk.sittings(session) if session else ()
        return self.fills(self.hand, self.hand(session_task, self.desk, act, session, lines), **texts)

    def opens(self):
        """The session; the page at the door follows by itself."""
        self.to_all(Act.OPEN, title="一号考场", code=self.pc.stick.unlock)

    def admits(self, *people, forgot=()):
        """Each is found by staff ID, the ID is looked at, and a code stands there; then back to the room."""
        led = []
        ways = dict.fromkeys(("paper", "register", "file", "taken", "room"), lambda *_: None)
        exits = RosterExits(pin=led.append, **ways)
        roster, page = self.shown(ProctorRosterPresenter(self.desk.check_in, S, "一号考场", exits))
        codes = {}
        for who in people:
            hand = self.hand.at(who)
            roster.search(who)
            hand(roster.type, "id_checked", True)
            hand(roster.check_in)
            codes[who] = page.state.code
            if who in forgot:
                hand(roster.give_pin)
                self.gives_pin(led[-1])
        self.hand(roster.leave)
        return codes

    def gives_pin(self, line):
        exits = PinExits(lambda: None, lambda _person: None, self.fails)
        form, _ = self.shown(NewPinPresenter(self, self.pc.office.person(line.staff_id), self.jobs, exits))
        form.type("pin", DOOR_PIN)
        form.type("again", DOOR_PIN)
        self.hand.at(line.staff_id)(form.set_pin)
        self.jobs.finish_all()

    def reset_pin(self, staff_id, pin):
        """As the page for a new PIN asks the door for it."""
        self.desk.check_in.door_pin(S, staff_id, pin)

    @staticmethod
    def fails(error):
        raise error

    def begins(self, who, code, pin=PIN):
        trainee = self.pc.office.sign_in(who, pin)
        self.sat[who] = trainee.begin(Kind.FINAL, code=code).id

    def trainee(self, who):
        return self.pc.office.desk_of(self.pc.office.person(who))

    def goes_by(self, minutes):
        self.pc.clock.forward(minutes * MINUTE)
        for who, sitting in self.sat.items():
            self.trainee(who).refresh(sitting)

    def one_exam(self, who):
        """From the room to the exam of one person; gives its page, and what was asked for on it."""
        asked = []
        exits = SittingExits(lambda *told: asked.append(told), lambda: None)
        return *self.hand.at(who)(self.shown, ProctorSittingPresenter(self.desk, self.sat[who], exits)), asked

    def does(self, who, acts, **texts):
        """Acts with their reasons to one exam, then back to the room."""
        hand, (exam, page, asked) = self.hand.at(who), self.one_exam(who)
        for act, reason in acts.items():
            assert act.value in [row.key for row in page.state.acts]
            hand(exam.act, act.value)
            self.fills(hand, self._task(*asked[-1]), reason=reason, **texts)
            exam.show()
        hand(exam.back)

    def _task(self, act, line, sitting):
        if act in GROUPS:
            return incident_task(self.desk.incidents, act, line.session, sitting.id, line.name)
        return sitting_task(self.desk, act, line, sitting)

    def asks_headquarters(self, who, minutes, reason):
        """Minutes above the limit by telephone; gives what headquarters notes of it."""
        hand, (exam, _, asked) = self.hand.at(who), self.one_exam(who)
        hand(exam.act, Act.ASK_MINUTES.value)
        sitting = asked[-1][2]
        said = self.fills(hand, ask_task(self.desk.authority, sitting.id, who), minutes=str(minutes))
        heard = read_out(self.pc, said)
        self.fills(hand, phone_task(self.desk.authority, sitting.id, who, said), code=heard, reason=reason)
        hand(exam.back)
        return {read_minutes(said.text).nonce: Granted(self.pc.serial, who, minutes)}

    def notes(self, act, what):
        """An incident of the room, and back to it."""
        self.hand(lambda: None)  # to the log
        self.fills(self.hand, self.hand(incident_task, self.desk.incidents, act, S), reason=what)
        self.hand(lambda: None)

    def loses_power(self, minutes=2):
        """The process in which everybody answers is killed; gives what the room may then have back, in ms."""
        self.cuts += 1
        self.pc.close()
        killed = killed_in_the_room(self.pc, self.sat)
        self.pc.clock.reboot(minutes * MINUTE, f"boot-{self.cuts}", MINUTE)
        self.pc.reopen()
        assert killed.lost(self.pc) == []
        self.saved += len(killed.saved)
        self.signs_in()
        lost = sum(line.creditable_ms for line in self.desk.sittings(S))
        self.to_all(Act.RESUME_ALL, reason="停电后恢复")
        return lost

    def hands_over(self, who, request):
        """On the old PC; gives where the sealed file lies."""
        hand, (exam, _, asked) = self.hand.at(who), self.one_exam(who)
        hand(exam.act, Act.HAND_OVER.value)
        _, line, _ = asked[-1]
        exits = OutExits(lambda chosen: chosen(request), lambda *_: None, lambda: None)
        page_of = HandOverPresenter(_Old(self, line.sitting), line, self.jobs, exits)
        out, page = self.shown(page_of)
        hand(out.read)
        out.type("显示器坏了")
        hand(out.confirm)
        self.jobs.finish_all()
        hand(out.back)
        del self.sat[who]
        return page.state.file

    def takes_over(self, old, who):
        """This PC is the spare one: it asks, `old` hands over, it takes over."""
        hand = self.hand.at(who)
        exits = InExits(lambda chosen: chosen(self.stick), lambda _: None, lambda: None)
        come, page = hand(self.shown, TakeOverPresenter(_Spare(self), self.jobs, exits))
        hand(come.ask)
        self.jobs.finish_all()
        old.hands_over(who, Path(page.state.request))
        come.tick()
        self.jobs.finish_all()
        (file,) = page.state.found
        hand(come.take, file.key)
        self.jobs.finish_all()
        hand(come.leave)
        self.sat[who] = self.trainee(who).open_sitting().id

    def closes(self):
        """Everybody hands in; the session is closed and its report taken out."""
        for who, sitting in self.sat.items():
            assert self.trainee(who).hand_in(sitting).state is State.GRADED
        report = self.to_all(Act.CLOSE)
        exits = ReportExits(lambda _text: None, lambda: None, lambda _report, _digest: None)
        told, _ = self.shown(SessionReportPresenter(self.desk, S, exits))
        self.hand(told.save)
        return report


class _Old:
    """The old PC behind its page."""

    def __init__(self, place, sitting):
        self.place, self.sitting = place, sitting

    def asked(self, request):
        return read_request(self.place.pc.office, request)

    def give(self, request, reason):
        return hand_over(self.place.pc.office, self.place.desk, self.sitting, request, reason)


class _Spare:
    """The spare PC behind its page."""

    def __init__(self, place):
        self.place, self.serial = place, place.pc.serial

    def ask(self):
        return ask_handover(self.place.pc.office, self.place.desk)

    def take(self, sealed):
        return take_over(self.place.pc.office, self.place.desk, sealed)

    def name(self, staff_id):
        return self.place.pc.office.person(staff_id).name
