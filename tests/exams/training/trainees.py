"""Simulated trainees who learn by another model than the gauge's: item response theory with learning and forgetting.

Each has an ability (normal over people, and again over chapters), each question a difficulty and a discrimination (two
parameters, logistic). Ability grows with practice and fades over night. A question that was explained is better known
when it comes again. Nothing here knows of shares, weights or beta distributions.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp
from random import Random

from exams.training.readiness import Answered, Wanted

DAY_MS = 86_400_000
NOW = 1_795_500_000_000
FINAL = {1: Wanted(9), 2: Wanted(16), 3: Wanted(12), 4: Wanted(14), 5: Wanted(9), 6: Wanted(10)}
PASS_PERCENT = 80
A_COURSE = 50
"""People who practise on the same questions; the next course has others, easier or harder by chance."""


@dataclass
class Trainee:
    """One person: what was practised, and the final sat right after."""

    answers: tuple[Answered, ...]
    right: dict[int, int]

    def passed(self, chapter: int | None = None) -> bool:
        """Whether the final was passed, or a chapter's part of it."""
        chapters = FINAL if chapter is None else {chapter: FINAL[chapter]}
        asked = sum(one.items for one in chapters.values())
        return sum(self.right[one] for one in chapters) * 100 >= asked * PASS_PERCENT


def trainees(count: int, seed: int) -> Iterator[Trainee]:
    """So many people, the same ones for the same seed."""
    chance = Random(seed)
    for number in range(count):
        if number % A_COURSE == 0:
            pool = {chapter: [_question(chance) for _ in range(60)] for chapter in FINAL}
        yield _trainee(chance, pool)


def _question(chance: Random) -> tuple[float, float]:
    """Difficulty and discrimination."""
    return chance.gauss(-0.2, 0.7), chance.lognormvariate(0.0, 0.25)


def _trainee(chance: Random, pool: dict[int, list[tuple[float, float]]]) -> Trainee:
    general, pace = chance.gauss(1.2, 0.9), chance.uniform(0.0, 0.03)
    ability = {chapter: general + chance.gauss(0, 0.4) for chapter in FINAL}
    days, answers = chance.randint(3, 28), []
    known: dict[tuple[int, int], float] = {}
    for day in range(days, 0, -1):
        for chapter in FINAL:
            ability[chapter] -= 0.006  # forgotten over night
            for _ in range(chance.choice((0, 0, 1, 3, 5))):
                question = chance.randrange(60)
                difficulty, keen = pool[chapter][question]
                helped = known.get((chapter, question), 0.0)
                right = chance.random() < _logistic(keen * (ability[chapter] + helped - difficulty))
                known[chapter, question] = 0.8
                ability[chapter] += pace
                wt = NOW - day * DAY_MS + len(answers)
                answers.append(Answered(chapter, f"{chapter}-{question}", right, wt))
    final = {
        chapter: sum(_right(chance, ability[chapter]) for _ in range(want.items)) for chapter, want in FINAL.items()
    }
    return Trainee(tuple(answers), final)


def _right(chance: Random, ability: float) -> bool:
    """A question of the final was never seen before."""
    difficulty, keen = _question(chance)
    return chance.random() < _logistic(keen * (ability - difficulty))


def _logistic(value: float) -> float:
    return 1 / (1 + exp(-value))
