"""Who acted: HR believes an act of staff only where headquarters' certificate gave that person the role just then."""

from dataclasses import replace

import pytest

from exams.accounts.person import Role
from exams.accounts.roles import RoleRequest, issue_role
from exams.bundles.hr_trust import HrPolicy
from exams.bundles.verdict import Code
from exams.journal.line import Event
from exams.trust.keys import SigningKey
from exams.trust.root import RoleName
from tests.exams.bundles.day import WHY
from tests.exams.bundles.forging import forged, places
from tests.exams.desk.branch_pc import BRANCH, DAY, NOON

KEY = SigningKey.generate()
STRICT = HrPolicy(retakes=False)


@pytest.fixture
def paused(fresh):
    """A final that the proctor has held for a while; every act names the certificate that KEY stands for."""
    fresh.begin().answer(1)
    fresh.proctor.pause(fresh.sitting.id, WHY)
    fresh.pc.clock.forward(minutes=5)
    fresh.proctor.resume(fresh.sitting.id, WHY)
    fresh.hand_in()
    return fresh


def granted(day, staff="P2001", branch=BRANCH.code, since=NOON - DAY, until=NOON + DAY, signer=None):
    """The role certificate as headquarters signs it."""
    request = RoleRequest(staff, "周静", Role.PROCTOR, branch, KEY.public)
    return issue_role(request, signer or day.pc.stick.hq.keys[RoleName.CA], since, until)


def named(day, only=None):
    """The day's lines, the acts of staff among them under KEY's certificate; `only` some kinds of them."""
    return [
        one.saying(role_certificate=KEY.keyid)
        if (one.facts.get("by") or one.facts.get("proctor")) and (only is None or one.event in only)
        else one
        for one in day.told
    ]


def judged(day, *roles, told=None, **changes):
    """What HR finds out about who acted: where, and why it does not believe it."""
    bundle = replace(forged(day.bundle, told or named(day), day.pc.device), roles=roles)
    verdict = day.room.verify(bundle, **{"policy": STRICT, **changes})
    assert verdict.whole
    return {(one.facts["reason"], one.seq) for one in verdict.findings if one.code == Code.ROLE}


def reasons(day, *roles, **how):
    return {reason for reason, _ in judged(day, *roles, **how)}


def test_acts_under_a_certificate_in_force_are_believed(paused):
    assert judged(paused, granted(paused)) == set()


def test_an_act_that_names_no_certificate_is_found_where_it_stands(paused):
    told = named(paused, {Event.SESSION_OPEN, Event.RESUME})
    at = places(told, Event.PAUSE)[0]
    assert judged(paused, granted(paused), told=told) == {("none", at + 1)}


def test_a_void_that_names_nobody_is_found(paused):
    told = named(paused)
    told.append(replace(told[-1], event=Event.VOID, facts={"reason": WHY}, att=paused.sitting.id))
    assert ("none", len(told)) in judged(paused, granted(paused), told=told)


def test_a_certificate_that_did_not_come_along_is_unknown(paused):
    assert reasons(paused) == {"unknown"}


def test_a_certificate_that_the_branch_signed_itself_counts_for_nothing(paused):
    assert reasons(paused, granted(paused, signer=paused.pc.device.sign)) == {"unknown"}
    assert reasons(paused, granted(paused, signer=paused.pc.stick.hq.keys[RoleName.PACK])) == {"unknown"}
    assert reasons(paused, b"{}", granted(paused)[:-9]) == {"unknown"}


def test_a_certificate_of_somebody_else_or_of_another_branch_is_told_apart(paused):
    assert reasons(paused, granted(paused, staff="P2002")) == {"person"}
    assert reasons(paused, granted(paused, branch="SH-PD02")) == {"branch"}


def test_a_withdrawn_certificate_covers_nothing(paused):
    withdrawn = replace(paused.pc.stick.hq.revocations, roles=frozenset({KEY.keyid}))
    assert reasons(paused, granted(paused), revocations=withdrawn) == {"withdrawn"}


def test_a_role_covers_what_was_done_from_its_first_moment_to_before_its_last(paused):
    told = named(paused)
    at = places(told, Event.RESUME)[0]
    wt = told[at].moment.wt
    assert judged(paused, granted(paused, until=wt + 1000)) == set()
    late = judged(paused, granted(paused, until=wt // 1000 * 1000))
    assert late == {("term", at + 1)}
    early = {seq for _, seq in judged(paused, granted(paused, since=wt // 1000 * 1000))}
    assert places(told, Event.PAUSE)[0] + 1 in early
    assert at + 1 not in early


def test_a_wall_clock_set_back_does_not_bring_a_role_back(paused):
    told = named(paused)
    at = places(told, Event.RESUME)[0]
    until = told[at].moment.wt // 1000 * 1000
    told[at] = told[at].after(0, wt=told[at - 1].moment.wt - 3 * DAY)
    told[at - 1] = told[at - 1].after(0, wt=until)
    assert ("term", at + 1) in judged(paused, granted(paused, until=until), told=told)


def test_a_renewed_certificate_under_the_same_key_covers_what_the_old_one_does_not(paused):
    assert judged(paused, granted(paused, until=NOON - 1000), granted(paused)) == set()


def test_in_a_demonstration_nobody_is_asked(paused):
    assert judged(paused, policy=HrPolicy(retakes=False, roles=False)) == set()
