"""How items measured over all branches: for HR's page, and as a file that headquarters' bank takes in."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from exams.desk.bank_statistics import ItemStatistics, OptionShare
from exams.desk.hq_home import put_file
from exams.desk.hr_spot_checks import SpotChecks
from exams.register.pooled import MOST_SITTINGS, PooledItem, pooled_items
from exams.store.answered_rows import answered_results, sat_courses
from exams.store.register_dialect import RegisterDb
from exams.timing.clock import Clock


class ItemFigures:
    """Everything is reckoned anew each time: what came in since is in it."""

    def __init__(self, db: RegisterDb, who: str, clock: Clock) -> None:
        self._db = db
        self._who = who
        self._clock = clock

    @property
    def spot_checks(self) -> SpotChecks:
        """What stands out in how people answered."""
        return SpotChecks(self._db, self._who, self._clock)

    def pooled(self, course: str, blueprint: str = "") -> tuple[PooledItem, ...]:
        """The items of a course, with `blueprint` of that exam; options of the sittings that `marking` has gathered."""
        return pooled_items(answered_results(self._db, course, blueprint, MOST_SITTINGS))

    def statistics(self) -> tuple[ItemStatistics, ...]:
        """Of every course, those to be looked at first."""
        found = sorted(self._all(), key=lambda one: (not one[1].flags, one[0], one[1].item))
        courses = {course for course, _ in found}
        return tuple(
            _statistics(number, one, course if len(courses) > 1 else "")
            for number, (course, one) in enumerate(found, 1)
        )

    def write(self, out: Path) -> int:
        """What `academy bank analyse` and the page of the bank read; gives how many items. Raises disk trouble."""
        items = [asdict(one) for _, one in self._all()]
        put_file(out, json.dumps({"items": items}, ensure_ascii=False, indent=1).encode())
        return len(items)

    def _all(self) -> Iterator[tuple[str, PooledItem]]:
        for course in sat_courses(self._db):
            yield from ((course, one) for one in self.pooled(course))


def _statistics(number: int, one: PooledItem, course: str) -> ItemStatistics:
    return ItemStatistics(
        number=number,
        name=f"{course} {one.item}".strip(),
        stem="",
        state="",
        version=0,
        sittings=one.sittings,
        facility=None if one.p is None else 100 * one.p,
        discrimination=one.discrimination_index,
        p=one.p,
        d=one.d,
        point_biserial=one.point_biserial,
        options=tuple(
            OptionShare(name, "", told.share, told.high, told.low, told.right) for name, told in one.options.items()
        ),
        remarks=one.remarks,
        flags=one.flags,
        exposure=one.exposure,
        answered=one.answered,
        trial=one.trial,
    )
