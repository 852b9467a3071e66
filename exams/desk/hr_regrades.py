"""HR's desk for re-grading: what can be corrected, runs that one officer proposes and another releases."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from exams.desk.hq_desk import HqDesk
from exams.desk.hr_material import Material
from exams.desk.hr_regrade_files import write_list, write_notices
from exams.desk.hr_regrade_story import RunStory
from exams.desk.hr_regrading import Progress, RegradePlan, WorkedOut, work_out
from exams.desk.overrides import check_reason
from exams.grading.correction import Correction, Remedy
from exams.items.item import AnswerKey, Item
from exams.items.response import response_json
from exams.register.correcting import answer_from, key_correction, policy_correction
from exams.register.officers import plain_name, same_officer
from exams.register.regrade_errors import CorrectionRefused, ReleaseRefused
from exams.register.regrade_seal import proposed_in, sign_run
from exams.register.regrading import Regraded
from exams.store.counted_rows import counted
from exams.store.register_dialect import RegisterDb
from exams.store.register_files import kept_bundle
from exams.store.register_people import all_staff
from exams.store.register_regrade_rows import (
    Run,
    RunState,
    decide,
    decided_since,
    faults_of,
    last_released,
    next_number,
    rows_of,
    run_of,
    runs,
    save_run,
    settle,
)
from exams.timing.clock import Clock
from exams.trust.keys import SigningKey


@dataclass(frozen=True, slots=True)
class CorrigibleItem:
    """A question of a course as an officer picks it, with its key as it stands in the pack."""

    item: Item
    key: AnswerKey

    @property
    def answer(self) -> object:
        """The right answer in its JSON form; None where it is worked out from the question's numbers."""
        return None if self.key.correct == "" else response_json(self.key.correct)


class Regrades:
    """All runs of one register; `who` proposes, releases or withdraws."""

    def __init__(self, db: RegisterDb, who: str, clock: Clock) -> None:
        self._db = db
        self._who = who
        self._clock = clock

    def courses(self, material: Material) -> tuple[str, ...]:
        """Those whose packs are kept here."""
        return tuple(sorted({course for content, course in material.courses.packs.items() if _has(material, content)}))

    def items(self, material: Material, course: str) -> tuple[CorrigibleItem, ...]:
        """Every version of every question that any kept pack of a course asks in its exam, by id."""
        found: dict[tuple[str, int], CorrigibleItem] = {}
        for content in _contents(material, course):
            for form in material.trust.packs[content].forms.values():
                items = {(one.id, one.version): one for one in form.items}
                for key in form.keys:
                    if (key.item, key.version) in items:
                        item = items[key.item, key.version]
                        found.setdefault((item.id, item.version), CorrigibleItem(item, key))
        return tuple(found[name] for name in sorted(found))

    def exams(self, material: Material, course: str) -> tuple[str, ...]:
        """Names of the exams of a course."""
        names = {name for content in _contents(material, course) for name in material.trust.packs[content].blueprints}
        return tuple(sorted(names))

    def right(self, material: Material, course: str, subject: tuple[str, int], answers: Sequence[str]) -> Correction:
        """These answers of an item's version are right; raises `CorrectionRefused`."""
        found = self._item(material, course, subject)
        return key_correction(found.item, found.key, [answer_from(found.item, one) for one in answers])

    def void(self, material: Material, course: str, subject: tuple[str, int], remedy: Remedy) -> Correction:
        """An item's version counts no more, by `credit` or `remove`; raises `CorrectionRefused`."""
        self._item(material, course, subject)
        return Correction(remedy, *subject)

    def policy(
        self, material: Material, course: str, exam: str, gates: tuple[int | None, int | None, int | None]
    ) -> Correction:
        """Other gates for an exam: percent to pass, red lines needed, percent lost by a wrong answer."""
        if exam not in self.exams(material, course):
            raise CorrectionRefused(reason="exam", exam=exam[:64])
        return policy_correction(exam, *gates)

    def work_out(self, material: Material, plan: RegradePlan, told: Progress, processes: int = 2) -> WorkedOut | None:
        """What a run would give; nothing is written. Raises `NoReason`, `OriginalsChanged`; None where it was ended."""
        return work_out(self._db, material, replace(plan, reason=check_reason(plan.reason)), told, processes)

    def propose(self, hq: HqDesk, worked: WorkedOut) -> Run:
        """Keep a run with its list, signed with HR's key; nothing counts before a second officer releases it."""
        plan, now = worked.plan, self._clock.now().wt
        with self._db.together():
            run = Run(
                next_number(self._db), plan.course, plan.correction, plan.rule, plan.reason, worked.base,
                worked.originals, worked.waiting, RunState.PROPOSED, self._named(), now,
            )  # fmt: skip

            def sign(key: SigningKey) -> str:
                return sign_run(run, worked.rows, worked.faults, key)

            signed = hq.signed_by_hr("regrade", _about(run, worked.rows), sign)
            proposed = replace(run, proposal=signed)
            save_run(self._db, proposed, worked.rows, worked.faults)
        return proposed

    def runs(self) -> tuple[Run, ...]:
        """All of them, newest first."""
        return runs(self._db)

    def story(self, number: int) -> RunStory:
        """One run with its list; raises `ReleaseRefused` (unknown)."""
        run = run_of(self._db, number)
        if run is None:
            raise ReleaseRefused(number=number, reason="unknown")
        return RunStory(run, rows_of(self._db, number), faults_of(self._db, number), self.names())

    def names(self) -> dict[str, str]:
        """People by staff id, as far as HR's staff list knows them."""
        return {staff_id: person.name for staff_id, person in all_staff(self._db).items()}

    def release(self, hq: HqDesk, number: int, certificate: str = "") -> RunStory:
        """From now on the run's results count; raises `ReleaseRefused`, or `BundleAltered` for a spoilt original.

        `certificate` is the role certificate that proved who releases it, for headquarters' log.
        """
        story = self._undecided(number)
        if same_officer(story.run.proposed_by, self._named()):
            raise ReleaseRefused(number=number, reason="same", who=self._who)
        if story.run.base != last_released(self._db):
            raise ReleaseRefused(number=number, reason="older")
        if decided_since(self._db, number):
            raise ReleaseRefused(number=number, reason="by_hand")
        if not proposed_in(story.run, story.rows, story.faults, hq.hr_keys()):
            raise ReleaseRefused(number=number, reason="altered")
        for sha256 in sorted({one.sha256 for one in story.rows}):
            kept_bundle(self._db.path.parent, sha256)
        run = self._decided(story, RunState.RELEASED)
        about = {**_about(run, story.rows), **({"officer": certificate} if certificate else {})}
        signed = hq.signed_by_hr("regrade", about, lambda key: sign_run(run, story.rows, story.faults, key))
        decide(self._db, replace(run, decision=signed), story.rows)
        return self.story(number)

    def released(self, number: int) -> RunStory:
        """A run that counts; raises `ReleaseRefused` for any other."""
        story = self.story(number)
        if story.run.state is not RunState.RELEASED:
            raise ReleaseRefused(number=number, reason="unreleased")
        return story

    def to_follow(self, number: int) -> RunStory:
        """A released run without the sittings that a later run or a person has turned: certificates follow what counts.

        Raises `ReleaseRefused` for any other run.
        """
        story = self.released(number)
        rows = (one for one in story.rows if counted(self._db, one.sitting)[1] == one.counts.passed)
        return replace(story, rows=tuple(rows))

    def withdraw(self, number: int) -> Run:
        """Nothing comes of a run; whoever likes may say so, its proposer too. Raises `ReleaseRefused`."""
        run = self._decided(self._undecided(number), RunState.WITHDRAWN)
        decide(self._db, run)
        return run

    def settle(self, number: int, sitting: str, certificate: str) -> RunStory:
        """A certificate was issued for a sitting of a released run; raises `ReleaseRefused` where none is awaited."""
        story = self.story(number)
        if sitting not in {one.sitting for one in story.open_rows}:
            raise ReleaseRefused(number=number, reason="settled", sitting=sitting[:32])
        settle(self._db, number, sitting, certificate)
        return self.story(number)

    def write(self, number: int, kind: str, out: Path) -> int:
        """Before and after of everybody as `xlsx` or `json`; gives the rows. Raises `FileNotWritten`."""
        return write_list(self.story(number), kind, out)

    def write_notices(self, number: int, folder: Path) -> tuple[Path, ...]:
        """For each branch whom it concerns a list to go with its receipt; raises `ReleaseRefused` before a release."""
        return write_notices(self.released(number), folder)

    def _item(self, material: Material, course: str, subject: tuple[str, int]) -> CorrigibleItem:
        found = next((one for one in self.items(material, course) if (one.item.id, one.item.version) == subject), None)
        if found is None:
            raise CorrectionRefused(reason="item", item=subject[0][:64], version=subject[1])
        return found

    def _undecided(self, number: int) -> RunStory:
        story = self.story(number)
        if story.run.state is not RunState.PROPOSED:
            raise ReleaseRefused(number=number, reason="done")
        return story

    def _decided(self, story: RunStory, state: RunState) -> Run:
        return replace(story.run, state=state, decided_by=self._named(), decided_wt=self._clock.now().wt)

    def _named(self) -> str:
        if not plain_name(self._who):
            raise ReleaseRefused(number=0, reason="nobody")
        return self._who.strip()


def _contents(material: Material, course: str) -> tuple[str, ...]:
    packs = material.courses.packs
    return tuple(sorted(one for one, its in packs.items() if its == course and _has(material, one)))


def _has(material: Material, content: str) -> bool:
    return content in material.trust.packs


def _about(run: Run, rows: Sequence[Regraded]) -> dict[str, object]:
    """What headquarters' log says of it."""
    changed = sum(one.changes for one in rows)
    return {"run": run.number, "course": run.course, "state": str(run.state), "sittings": len(rows), "changed": changed}
