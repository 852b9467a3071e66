"""The whole chain while no socket of the network can be opened: from the stick to HR's verdict and back."""

import socket
from contextlib import contextmanager
from dataclasses import replace

import pytest

from certificates import (
    CertificateDesk,
    ListKind,
    StandingList,
    Status,
    device_papers,
    read_claim,
    take_lists,
    tokens_of,
)
from certificates.standing.lists import mark_of, sign_list
from exams import PaperIssuers, RoleName
from exams.devices.record import Term, draft_record, issue_record
from exams.devices.request import make_request, read_request
from exams.grading.answers import correct_response
from exams.items.response import response_json
from exams.packs.manifest import Grading
from exams.sittings.sitting import Kind, State
from exams.store.device_files import complete_device, keep_record
from exams.training.study import SectionState
from exams.trust.envelope import Purpose, sign_envelope
from exams.trust.pdf_root import make_pdf_root
from exams.trust.root import root_payload
from exams.trust.rsa_keys import RsaKey
from tests.exams.bundles.hr_room import SERIAL, HrRoom, enrolled, handed_in
from tests.exams.desk.branch_pc import BRANCH, DAY, MINUTE, NOON, PIN, XIAOYU
from tests.exams.desk.course import two_chapters
from tests.exams.desk.sealed_branch import make_stick


class NoNetwork(AssertionError):
    """Somebody asked for a network."""


@contextmanager
def unplugged():
    """Every socket but one between programs of this PC fails where it is made; so does every name that is asked for."""
    real = socket.socket

    class Local(real):
        def __init__(self, family=-1, *rest, **more):
            if family != socket.AF_UNIX:
                raise NoNetwork(family)
            super().__init__(family, *rest, **more)

    def asked(*words, **more):
        raise NoNetwork(words)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "socket", Local)
        patch.setattr(socket, "getaddrinfo", asked)
        patch.setattr(socket, "create_connection", asked)
        yield


def may_certify(pc):
    """Headquarters' next root names who stands above signatures in files; its record brings the papers for them."""
    hq, pdf = pc.stick.hq, RsaKey.generate()
    ca, above = hq.keys[RoleName.CA], make_pdf_root(pdf, NOON - DAY)
    hq.root = replace(hq.root, version=2, pdf_root=above)
    root = pc.home.parent / "2.json"
    root.write_bytes(sign_envelope(Purpose.ROOT, root_payload(hq.root), hq.holders))
    pc.stick.install(pc.home, root)
    request = read_request(make_request(complete_device(pc.home, pc.device), BRANCH.code, "counter 1"))
    term = Term(NOON - DAY, NOON + 365 * DAY, 2)
    papers = device_papers(draft_record(request, SERIAL, term), PaperIssuers(ca, pdf, above))
    keep_record(pc.home, issue_record(request, SERIAL, ca, term, papers))


def learn(trainee):
    """Every section of the course read to its end; those that the training page then calls read."""
    course = trainee.course()
    for chapter in course.chapters:
        for name in chapter.sections:
            trainee.note_reading(name, 0, trainee.section(name).minutes * 60, True)
    shown = [one for chapter in trainee.training().chapters for one in chapter.sections]
    return [one.section for one in shown if one.state is SectionState.READ], len(shown)


def sit(pc, hr, trainee):
    """A final in which everything is known, handed in."""
    form = hr.pack.forms["A"]
    items, keys = {one.id: one for one in form.items}, {one.item: one for one in form.keys}
    sitting = trainee.begin(Kind.FINAL, code=pc.room_code)
    for place in sitting.paper.items:
        right = correct_response(items[place.item], keys[place.item], place)
        trainee.answer(sitting.id, place.position, response_json(right))
    pc.clock.forward(20 * MINUTE)
    return trainee.hand_in(sitting.id)


@pytest.mark.feature("h1")
def test_installed_learnt_sat_graded_certified_and_accepted_by_hr_without_a_network(tmp_path, request):
    with unplugged():
        stick = make_stick(tmp_path / "stick", two_chapters(tmp_path / "assets"), Grading.WITH_UNLOCK)
        pc = enrolled(tmp_path / "branch", stick)
        request.addfinalizer(pc.close)
        may_certify(pc)
        hr = HrRoom(stick, pc.home / "packs" / "TELE-1" / "content.sqlite", Grading.WITH_UNLOCK)
        trainee = pc.office.sign_in(XIAOYU.staff_id, PIN)
        read, sections = learn(trainee)
        assert len(read) == sections > 1
        graded = sit(pc, hr, trainee)
        assert (graded.state, graded.result.passed) == (State.GRADED, True)
        desk = CertificateDesk(pc.home, pc.office)
        certificate = desk.issue(graded, XIAOYU)
        file = desk.path(certificate.number)
        assert desk.verify(file).status is Status.PROVISIONAL
        verdict = hr.verify(handed_in(pc, certificates=tokens_of(pc.home).items()), claims=read_claim)
        assert verdict.accepted, verdict.findings
        assert [(one.id, one.passed) for one in verdict.sittings] == [(graded.id, True)]
        confirmed = StandingList(ListKind.CONFIRMED, 1, certificate.issued, {mark_of(certificate.number): ""})
        take_lists(pc.home, [(confirmed.kind, sign_list(confirmed, stick.hq.keys[RoleName.HR]))])
        assert desk.verify(file).status is Status.VALID


def test_a_socket_of_the_network_would_have_been_noticed():
    with unplugged():
        for family in (socket.AF_INET, socket.AF_INET6):
            with pytest.raises(NoNetwork):
                socket.socket(family)
        with pytest.raises(NoNetwork):
            socket.getaddrinfo("localhost", 80)
        socket.socket(socket.AF_UNIX).close()
    socket.socket(socket.AF_INET).close()
