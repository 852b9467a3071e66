"""The log of incidents: what stands in it, and that nothing is noted once the session is closed."""

from dataclasses import replace

from desktop.screens.proctor_log.presenter import Exits, ProctorLogPresenter
from exams import Incident, SessionInfo
from exams.desk.errors import NoSession

NOON = 1_795_579_200_000
SESSION = SessionInfo("S1", "一号考场", "P2001", NOON, open=True)
LOG = (Incident(NOON, "room", "alarm", "P2001"), Incident(NOON, "person", "unwell", "P2001", "s1"))


class Log:
    def __init__(self, found=LOG):
        self.found = found

    def of(self, _session):
        if isinstance(self.found, Exception):
            raise self.found
        return self.found


class Page:
    def show_state(self, state):
        self.state = state


def opened(log, session=SESSION):
    noted, page = [], Page()
    presenter = ProctorLogPresenter(log, session, lambda: {"s1": "王小雨"}, Exits(noted.append, lambda: None))
    presenter.attach(page)
    presenter.show()
    return presenter, page.state, noted


def test_each_incident_has_its_time_its_group_and_whom_it_concerns():
    _, state, _ = opened(Log())
    assert [fact.name.split(" · ")[1:] for fact in state.incidents] == [["Room"], ["Person", "王小雨"]]
    assert [fact.value for fact in state.incidents] == ["alarm (P2001)", "unwell (P2001)"]


def test_an_open_session_takes_more_and_a_closed_one_does_not():
    presenter, state, noted = opened(Log(()))
    assert (state.may_note, state.incidents) == (True, ())
    presenter.note("incident_pc")
    assert noted == ["incident_pc"]
    assert not opened(Log(), replace(SESSION, open=False))[1].may_note


def test_a_log_that_cannot_be_read_says_so():
    _, state, _ = opened(Log(NoSession(session="S1")))
    assert state.fault
    assert not state.may_note
