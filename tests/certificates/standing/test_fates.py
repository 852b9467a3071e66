"""What became of certificates, out of HR's lists and headquarters' log."""

from types import SimpleNamespace

from certificates import Fate, ListKind, Standing, StandingList, fates
from certificates.standing.lists import mark_of

OLD, NEW, GONE, FINE = (f"BJ-WJ01-2026-00000{number}-X" for number in range(1, 5))
STANDING = Standing(
    revoked=StandingList(ListKind.REVOKED, 2, marks={mark_of(GONE): ""}),
    superseded=StandingList(ListKind.SUPERSEDED, 1, marks={mark_of(OLD): NEW}),
)


def act(wt, who, kind, *numbers):
    added = [mark_of(one).hex() for one in numbers]
    return SimpleNamespace(wt=wt, who=who, facts={"about": {kind: {"number": 1, "added": added}}})


def test_a_fate_names_the_first_act_that_put_the_certificate_on_its_list():
    log = (act(1, "chen", "confirmed", GONE), act(2, "li", "revoked", GONE), act(3, "wu", "superseded", OLD))
    log = (*log, act(4, "late", "revoked", GONE))
    assert fates(STANDING, log, [OLD, NEW, GONE, FINE]) == {
        OLD: Fate(ListKind.SUPERSEDED, NEW, 3, "wu"),
        GONE: Fate(ListKind.REVOKED, "", 2, "li"),
    }


def test_what_is_on_a_list_without_an_act_in_the_log_is_told_all_the_same():
    assert fates(STANDING, (), [GONE]) == {GONE: Fate(ListKind.REVOKED)}


def test_the_log_is_not_read_where_no_list_names_a_number():
    def log():
        raise AssertionError("read")
        yield

    assert fates(STANDING, log(), [FINE, NEW]) == {}
