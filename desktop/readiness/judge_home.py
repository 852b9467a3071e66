"""The lines of the slip about the data of this PC."""

from desktop.readiness.finding import Check, Finding
from desktop.words import tr
from desktop.words.clock import date_text
from desktop.words.errors import sentence
from exams import DeviceView, HomeReadiness, HomeState, PackView


def judge_home(home: HomeReadiness, now_wt: int) -> tuple[Finding, ...]:
    """Database, journal, pack and keys; where HR keeps its register, its officers too."""
    return (*_branch(home, now_wt), *(() if home.officers is None else (_officers(home.officers),)))


def _branch(home: HomeReadiness, now_wt: int) -> tuple[Finding, ...]:
    if home.state is HomeState.EMPTY:
        told, act = tr("No branch is set up here yet."), tr("Set the branch up, or put headquarters' files in.")
        return tuple(Finding(check, False, told, act) for check in _OF_HOME)
    if home.state is not HomeState.READY or home.fault:
        newer = home.state is HomeState.NEWER
        words = sentence(home.fault or ("E_DATABASE_NEWER" if newer else "E_DATABASE_DAMAGED"))
        return tuple(Finding(check, False, words.what, words.next) for check in _OF_HOME)
    return (_database(home), _journal(home), _pack(home.pack, now_wt), _keys(home.device, now_wt))


ENOUGH_OFFICERS = 2
"""One proposes, another releases."""

_OF_HOME = (Check.DATABASE, Check.JOURNAL, Check.PACK, Check.KEYS)


def _database(home: HomeReadiness) -> Finding:
    return Finding(Check.DATABASE, True, tr("The database is whole; {count} people.").format(count=len(home.names)))


def _journal(home: HomeReadiness) -> Finding:
    if home.chain_whole:
        told = tr("The journal is whole: {records} records.").format(records=home.records)
        return Finding(Check.JOURNAL, True, told)
    told = tr("The journal is not whole.")
    return Finding(Check.JOURNAL, False, told, tr("Start no exam on this PC; tell headquarters and use another one."))


def _pack(pack: PackView | None, now_wt: int) -> Finding:
    if pack is None:
        told = tr("No pack of headquarters is in use.")
        return Finding(Check.PACK, False, told, tr("Take in the pack that headquarters has sent."))
    told = tr("{name}, valid until {date}.").format(name=pack.name, date=date_text(pack.expires_wt))
    if pack.withdrawn or now_wt >= pack.expires_wt:
        return Finding(Check.PACK, False, told, tr("It is withdrawn or over: take in a newer pack."))
    return Finding(Check.PACK, True, told)


def _keys(device: DeviceView | None, now_wt: int) -> Finding:
    if device is None or device.record is None:
        told = tr("This PC is not enrolled.")
        return Finding(Check.KEYS, False, told, tr("Ask headquarters to enrol it: see the page “This PC”."))
    until = date_text(device.record.not_after_wt)
    told = tr("This PC is {serial}, enrolled until {date}.").format(serial=device.record.serial, date=until)
    if device.revoked or device.is_over(now_wt):
        return Finding(Check.KEYS, False, told, tr("Ask headquarters for a new enrolment: this one counts no more."))
    return Finding(Check.KEYS, True, told)


def _officers(count: int) -> Finding:
    if count >= ENOUGH_OFFICERS:
        told = tr("{count} officers of HR have accounts: who releases and decides is proven.").format(count=count)
        return Finding(Check.OFFICERS, True, told)
    told = tr("Rules that want two people are not proven here: whoever acts is believed by name.")
    if count:
        told = tr("Only one officer of HR has an account: nobody else can release or decide.")
    return Finding(Check.OFFICERS, False, told, tr("Give each officer an account with a role from headquarters."))
