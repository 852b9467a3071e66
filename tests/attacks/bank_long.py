"""`python -m tests.attacks.bank_long`: the bank as shipped. Papers of every form held against both tables of the final,
six papers of one person against each other, and a simulated cohort (docs/item-review.md).
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import fmean, median

from exams.papers.draw import Candidate, draw_from
from tests.attacks.trial import Tell, Trial
from tests.exams.papers import cohort
from tests.exams.papers.full_form import names_of, violations
from tests.exams.papers.shipped_bank import blueprint, exam_items, forms, pools

PAPERS_OF_ONE = 6
"""Two cycles of three tries."""

LEAST_KR20 = 0.80
SEED = 20261129


@dataclass(slots=True)
class Drawn:
    """What was found over many people's six papers each, every next one from the next form."""

    papers: int = 0
    broken: Counter[str] = field(default_factory=Counter)
    used: set[str] = field(default_factory=set)
    again: list[int] = field(default_factory=list)
    within_a_cycle: int = 0
    red_first: set[int] = field(default_factory=set)
    red_again: list[int] = field(default_factory=list)
    pairs: list[int] = field(default_factory=list)

    def person(self, number: int) -> None:
        """One more person's papers; who is next begins with the next form."""
        made = tuple(pools().items())
        earlier: list[frozenset[str]] = []
        for attempt in range(PAPERS_OF_ONE):
            _, pool = made[(number + attempt) % len(made)]
            seen = frozenset().union(*earlier)
            paper = draw_from(pool, Candidate("2026", f"B{number:05d}", "", attempt + 1), seen)
            names = names_of(paper)
            self.papers += 1
            self.broken.update(one for one in violations(pool, paper, frozenset()) if one != "red line")
            red = sum(place.red_line for place in paper.items)
            if attempt < len(made):
                self.red_first.add(red)
            else:
                self.red_again.append(red)
            self.used |= names
            self.again.append(len(names & seen))
            self.pairs += [len(names & before) for before in earlier]
            if attempt < len(made):
                self.within_a_cycle = max(self.within_a_cycle, self.again[-1])
            earlier.append(names)


def drawn(papers: int) -> Drawn:
    """At least so many papers."""
    found = Drawn()
    for number in range(-(-papers // PAPERS_OF_ONE)):
        found.person(number)
    return found


def papers_of(size: int) -> dict[str, list[cohort.Column]]:
    """A cohort's marks on one paper of each form."""
    columns = cohort.answers([one.item for one in exam_items()], size, SEED)
    papers = {form: draw_from(pool, Candidate("2026", "COHORT", "", 1)) for form, pool in pools().items()}
    return {form: [columns[place.item] for place in paper.items] for form, paper in papers.items()}


def weakest(size: int) -> cohort.Discrimination:
    """The item of the whole bank that tells the able from the others least, within its form."""
    found = []
    for items in forms().values():
        found += cohort.discrimination(cohort.answers(items, size, SEED))
    return min(found, key=lambda one: min(one.rest, one.upper_lower))


def attack(papers: int, people: int) -> dict[str, object]:
    """Everything that is reckoned, as plain values; `ok` where nothing was broken."""
    found = drawn(papers)
    size = blueprint("final").size
    marks = papers_of(people)
    reliability = {form: round(cohort.kr20(columns), 3) for form, columns in marks.items()}
    least = weakest(people)
    overlap = [100 * count / size for count in found.again]
    wanted = blueprint("final").red_line.items
    good = min(reliability.values()) >= LEAST_KR20 and least.rest > 0 and least.upper_lower > 0
    good = good and found.red_first == {wanted} and min(found.red_again) >= wanted
    allowed = blueprint("final").retakes.seen_percent
    sixes = [found.again[at : at + PAPERS_OF_ONE] for at in range(0, found.papers, PAPERS_OF_ONE)]
    of_six = [100 * sum(again) / (size * PAPERS_OF_ONE) for again in sixes]
    return {
        "ok": good and not found.broken and max(of_six) <= allowed,
        "papers": found.papers,
        "broken": dict(found.broken),
        "bank": len(exam_items()),
        "forms": {form: len(items) for form, items in forms().items()},
        "items_used": len(found.used),
        "used_percent": round(100 * len(found.used) / len(exam_items()), 1),
        "overlap_median_percent": round(median(overlap), 1),
        "overlap_mean_percent": round(fmean(overlap), 1),
        "overlap_max_percent": round(max(overlap), 1),
        "overlap_over_allowed_papers": sum(one > allowed for one in overlap),
        "repeats_in_six_papers_max_percent": round(max(of_six), 1),
        "more_red_lines_papers": sum(red > wanted for red in found.red_again),
        "more_red_lines_max": max(found.red_again),
        "overlap_first_three_percent": round(100 * found.within_a_cycle / size, 1),
        "pairs_mean_percent": round(100 * fmean(found.pairs) / size, 1),
        "people": people,
        "kr20": reliability,
        "mean_percent": {form: round(100 * fmean(cohort.scores(c)) / len(c), 1) for form, c in marks.items()},
        "weakest_item": least.item,
        "weakest_correlation": round(least.rest, 3),
        "weakest_upper_lower": round(least.upper_lower, 3),
    }


def run(papers: int, people: int, tell: Tell) -> list[Trial]:
    """As a part of the torture."""
    began = time.monotonic()
    found = attack(papers, people)
    tell(f"the bank: {found['papers']} papers, {'all' if found['ok'] else 'NOT all'} as the final says")
    details = (
        f"{found['used_percent']} % of the bank used; in six papers of one person at most "
        f"{found['overlap_max_percent']} % of a paper seen before, {found['overlap_median_percent']} % in the median, "
        f"{found['overlap_first_three_percent']} % in the first three; KR-20 of a simulated cohort {found['kr20']}"
    )
    tried = int(str(found["papers"]))
    seconds = round(time.monotonic() - began)
    what = "Papers of the bank as shipped"
    return [Trial(what, tried, "papers", broken=0 if found["ok"] else 1, details=details, seconds=seconds)]


def main(words: Sequence[str] | None = None) -> int:
    """0 if every paper and every figure is as promised."""
    options = argparse.ArgumentParser(prog="python -m tests.attacks.bank_long", description=__doc__)
    options.add_argument("--papers", type=int, default=1_000, metavar="N")
    options.add_argument("--people", type=int, default=1_000, metavar="N")
    asked = options.parse_args(words)
    found = attack(asked.papers, asked.people)
    sys.stdout.write(json.dumps(found, indent=1, ensure_ascii=False) + "\n")
    return 0 if found["ok"] else 1


if __name__ == "__main__":
    raise SystemExit(main())
