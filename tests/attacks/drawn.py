"""Papers and responses by the ten thousand, as two more parts of the torture."""

import time

from tests.attacks import grading_long, papers_long
from tests.attacks.trial import Tell, Trial


def papers(count: int, tell: Tell) -> list[Trial]:
    """Papers of the full blueprint, checked one by one."""
    began = time.monotonic()
    found = papers_long.attack(count)
    tell(f"papers: {found['papers']}, {'all' if found['ok'] else 'NOT all'} as their blueprint says")
    retakes = f"at most {found['small_bank_most_seen']} of 70 items seen before in a retake from a bank of three papers"
    same = f"the same bytes in {found['same_bytes']} of {found['processes']} other processes, locales and zones"
    short = f"{found['refused_with_count']} of {found['short_cells']} blueprints one item short refused with the count"
    tried = int(str(found["papers"])) + int(str(found["small_bank_papers"]))
    details = f"{retakes}; {same}; {short}"
    seconds = round(time.monotonic() - began)
    return [Trial("Papers drawn", tried, "papers", broken=0 if found["ok"] else 1, details=details, seconds=seconds)]


def responses(count: int, tell: Tell) -> list[Trial]:
    """Responses of any shape, graded twice."""
    began = time.monotonic()
    found = grading_long.attack(count)
    tell(f"responses: {found['responses']}, {found['disagreed']} marked differently by the second marker")
    tried, broken = int(str(found["responses"])), 0 if found["ok"] else 1
    return [Trial("Responses graded", tried, "responses", broken=broken, seconds=round(time.monotonic() - began))]
