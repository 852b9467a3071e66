"""HR's word on how branches learn: whether quizzes come before the final, whether a simulated call can be paused."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from exams.trust.envelope import Purpose, open_envelope, sign_envelope
from exams.trust.errors import NotStrict
from exams.trust.keys import SigningKey
from exams.trust.shapes import Table, exactly, number_in, sorted_texts, text_in, texts_in
from exams.trust.times import read_time, write_time

_BRANCH = re.compile(r"[A-Z0-9-]{2,12}")


@dataclass(frozen=True, slots=True)
class StudyRules:
    """Both hold until HR says otherwise. `branches` are those it is said to, all where none is named; ms UTC.

    `gating`: quiz by quiz to the final and, after a failed one, the weak chapters first; a course whose final is not
    gated stays open whatever is said here. `call_pause`: whether the clock of a simulated call can be stopped.
    """

    gating: bool = True
    call_pause: bool = True
    branches: tuple[str, ...] = ()
    issued_wt: int = 0

    def is_for(self, branch: str) -> bool:
        """Whether this branch has to heed them."""
        return not self.branches or branch in self.branches


def study_rules_name(rules: StudyRules) -> str:
    """As the file is called; whoever reads it goes by its contents."""
    whom = "all" if not rules.branches else "-".join(rules.branches[:2]) + ("-more" if len(rules.branches) > 2 else "")
    return f"study-{whom}.rules"


def sign_study_rules(rules: StudyRules, key: SigningKey) -> bytes:
    """The envelope for the branches; the moment is kept to the second."""
    branches = sorted_texts(_checked(rules.branches))
    switches: Table = {"gating": int(rules.gating), "call_pause": int(rules.call_pause)}
    told: Table = {**switches, "branches": branches, "issued": write_time(rules.issued_wt)}
    return sign_envelope(Purpose.STUDY_RULES, told, [key])


def read_study_rules(raw: bytes, keys: Mapping[str, bytes], threshold: int = 1) -> StudyRules:
    """What HR's keys (keyid → public) signed; raises as `open_envelope`, or `NotStrict`."""
    payload = open_envelope(raw, Purpose.STUDY_RULES, keys, threshold)
    table = exactly(payload, "gating", "call_pause", "branches", "issued")
    branches = _checked(texts_in(table, "branches"))
    issued = read_time(text_in(table, "issued"))
    return StudyRules(_switch(table, "gating"), _switch(table, "call_pause"), branches, issued)


def _switch(table: Table, name: str) -> bool:
    if number_in(table, name) > 1:
        raise NotStrict(detail=name)
    return table[name] == 1


def _checked(branches: tuple[str, ...]) -> tuple[str, ...]:
    if any(not _BRANCH.fullmatch(one) for one in branches):
        raise NotStrict(detail="branches")
    return branches
