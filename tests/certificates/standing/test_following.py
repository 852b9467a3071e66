"""Certificates follow a released run of re-grading: each act once, and nothing that is revoked is confirmed."""

from dataclasses import replace

import pytest

from certificates.standing.following import follow_regrading
from certificates.standing.lists import mark_of
from certificates.standing.standing import NO_LISTS

FELL, KEPT, GONE = "BJ-WJ01-2026-000001-7", "BJ-WJ01-2026-000002-5", "BJ-WJ01-2026-000003-3"


class Lists:
    """HR's lists as far as they are asked for; `acts` are what was signed."""

    def __init__(self, standing=NO_LISTS):
        self.now, self.acts = standing, []

    def standing(self):
        return self.now

    def revoke(self, numbers):
        self._add("revoked", numbers)

    def confirm(self, numbers):
        self._add("confirmed", numbers)

    def _add(self, kind, numbers):
        self.acts.append((kind, list(numbers)))
        before = getattr(self.now, kind)
        marks = {**before.marks, **{mark_of(one): "" for one in numbers}}
        self.now = replace(self.now, **{kind: replace(before, marks=marks)})


@pytest.mark.feature("e6")
def test_what_fell_is_revoked_and_what_stays_is_confirmed_each_once():
    lists = Lists()
    assert follow_regrading(lists, [FELL], [KEPT]) == (1, 1)
    assert follow_regrading(lists, [FELL], [KEPT]) == (0, 0)
    assert lists.acts == [("revoked", [FELL]), ("confirmed", [KEPT])]


def test_what_hr_has_revoked_before_is_not_confirmed():
    lists = Lists()
    lists.revoke([GONE])
    assert follow_regrading(lists, [], [GONE]) == (0, 0)
    assert lists.acts == [("revoked", [GONE])]
