"""A process in which everybody of a room answers, and the SIGKILL that ends it in the middle of its writing."""

import json
import os
import signal
from dataclasses import dataclass
from itertools import count

HEARD = 40
"""Answers that are called saved before the kill: two of everybody in the room."""


@dataclass(frozen=True)
class Killed:
    """`saved` was called saved, in order; `tried` is the one answer that was being written when the kill fell."""

    saved: tuple
    tried: tuple

    def lost(self, pc):
        """Each answer that was called saved and does not stand in the home now."""
        last = {(who, sitting, place): value for who, sitting, place, value in self.saved}
        return [(*key, value) for key, value in last.items() if self._found(pc, *key) not in self._may_be(key, value)]

    def _may_be(self, key, value):
        *tried, newer = self.tried or ("",)
        return {value, newer} if tuple(tried) == key else {value}

    @staticmethod
    def _found(pc, who, sitting, place):
        return pc.office.desk_of(pc.office.person(who)).sitting(sitting).answers.get(place)


def killed_in_the_room(pc, sat):
    """Kill a process of its own that opens the home of `pc`, which is closed here, and answers for all who sit."""
    out, into = os.pipe()
    child = os.fork()
    if not child:
        os.close(out)
        _sit(pc, sat, into)
    os.close(into)
    with os.fdopen(out, "rb") as told:
        lines = [told.readline() for _ in range(2 * HEARD)]
        os.kill(child, signal.SIGKILL)
        lines += told.readlines()
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the process ended by itself"
    assert os.WTERMSIG(status) == signal.SIGKILL
    return _heard(lines)


def _heard(lines):
    """A line that the kill cut short says nothing."""
    saved, tried = [], ()
    for what, *answer in (json.loads(line) for line in lines if line.endswith(b"\n")):
        tried = tuple(answer) if what == "tried" else ()
        if what == "saved":
            saved.append(tuple(answer))
    return Killed(tuple(saved), tried)


def _sit(pc, sat, into):
    """The process, which never returns from here."""
    try:
        with os.fdopen(into, "w") as tell:
            pc.reopen()
            for turn in count(1):
                for who, sitting in sat.items():
                    _answer(pc.office.desk_of(pc.office.person(who)), [who, sitting], turn, tell)
    finally:
        os._exit(1)


def _answer(desk, whose, turn, tell):
    """One question of one person; in each turn another one, and once all were asked another letter."""
    single = [place for place in desk.sitting(whose[1]).paper.items if place.type.value == "single"]
    again, which = divmod(turn, len(single))
    answer = [*whose, single[which].position, single[which].order[again % len(single[which].order)]]
    _say(tell, "tried", answer)
    desk.answer(*answer[1:])
    _say(tell, "saved", answer)


def _say(tell, what, answer):
    tell.write(json.dumps([what, *answer]) + "\n")
    tell.flush()
