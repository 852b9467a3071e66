"""HR's register of a home, as its pages ask it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from desktop.wiring.assign import AssignHouse
from desktop.wiring.audit import AuditHouse
from desktop.wiring.checks import ChecksHouse
from desktop.wiring.disputes import DisputeHouse
from desktop.wiring.follow import FollowHouse
from desktop.wiring.held import HeldHouse
from desktop.wiring.item_statistics import FigureHouse
from desktop.wiring.regrades import RegradeHouse, doors_of
from desktop.wiring.returns import ReturnsHouse
from desktop.wiring.rules import RulesHouse
from exams import SystemClock, known_passphrase, open_hq, open_register, register_path


@dataclass(frozen=True, slots=True)
class RegisterHouse:
    """The register of a home, opened for each look: two officers may take turns. `who` is written down."""

    home: Path
    who: str

    @property
    def known(self) -> str:
        """The passphrase of a demonstration's keys, which its pages tell; empty elsewhere."""
        return known_passphrase(self.home)

    @property
    def follow(self) -> FollowHouse:
        """What is missing, and what contradicts itself."""
        return FollowHouse(self.home, self.who)

    @property
    def returns(self) -> ReturnsHouse:
        """What goes back to branches."""
        return ReturnsHouse(self.home, self.who)

    @property
    def audit(self) -> AuditHouse:
        """Where audit packs are made."""
        return AuditHouse(self.home, self.who)

    @property
    def rules(self) -> RulesHouse:
        """Where rules of learning are signed."""
        return RulesHouse(self.home, self.who)

    @property
    def items(self) -> FigureHouse:
        """How questions measured."""
        return FigureHouse(self.home, self.who)

    @property
    def assign(self) -> AssignHouse:
        """Who must pass what."""
        return AssignHouse(self.home, self.who)

    @property
    def held(self) -> HeldHouse:
        """Results that wait for their release."""
        return HeldHouse(self.home, self.who)

    @property
    def checks(self) -> ChecksHouse:
        """What stands out."""
        return ChecksHouse(self.home, self.who)

    @property
    def disputes(self) -> DisputeHouse:
        """Where sittings are replayed, appeals decided, answers marked."""
        return DisputeHouse(self.home, self.who)

    @property
    def regrades(self) -> RegradeHouse:
        """Where sealed sittings are graded again."""
        return RegradeHouse(self.who, doors_of(self.home, self.who))

    def matrix(self, limit: int, offset: int) -> Any:
        """One page of branches."""
        with open_register(register_path(self.home), self.who) as register:
            return register.matrix(limit, offset)

    def people(self, branch: str, most: int) -> Sequence[Any]:
        """People of a branch."""
        with open_register(register_path(self.home), self.who) as register:
            return register.people(branch, page=(most, 0))

    def person(self, staff_id: str) -> Any:
        """One person."""
        with open_register(register_path(self.home), self.who) as register:
            return register.person(staff_id)

    def fates(self, numbers: Sequence[str]) -> Mapping[str, Any]:
        """What HR's lists say of certificates, and whose act it was; no key is opened for it."""
        from certificates import HrLists, fates, today

        with open_hq(self.home, lambda _key, _new: "", self.who) as desk:
            standing = HrLists(self.home, desk, lambda: today(SystemClock())).standing()
            return fates(standing, desk.log("standing"), numbers)

    def collect(self, secret: str, paths: Sequence[Path], told: Callable[[Any], bool]) -> None:
        """Open the keys, then take in everything; packs among the files are kept for judging."""
        from certificates import HrLists, loose_papers, read_claim, today

        packs = [path for path in paths if path.suffix.lower() == ".pack"]
        with open_hq(self.home, lambda _key, _new: secret, self.who) as desk:
            papers = loose_papers(self.home, today(SystemClock()))
            material = replace(desk.hr_material(packs, read_claim), papers=papers)
            revoked = HrLists(self.home, desk, lambda: today(SystemClock())).standing().revoked
        with open_register(register_path(self.home), self.who) as register:
            register.collect(material, [path for path in paths if path not in packs], told)
            register.heed_revoked(revoked.names)

    def read_staff(self, path: Path) -> Any:
        """A staff list."""
        with open_register(register_path(self.home), self.who) as register:
            return register.read_staff(path)

    def plan_staff(self, file: Any, *, part: bool) -> Any:
        """What it would change."""
        with open_register(register_path(self.home), self.who) as register:
            return register.plan_staff(file.rows, part=part)

    def import_staff(self, file: Any, *, part: bool) -> Any:
        """Change it."""
        with open_register(register_path(self.home), self.who) as register:
            return register.import_staff(file, part=part)

    def undo_staff(self) -> Any:
        """Take the last one back."""
        with open_register(register_path(self.home), self.who) as register:
            return register.undo_staff()

    def last_import(self) -> Any:
        """The one that could be taken back; None where there is none."""
        with open_register(register_path(self.home), self.who) as register:
            return next(iter(register.staff_imports()), None)

    def likely_same(self) -> Sequence[Any]:
        """Records that look like one person."""
        with open_register(register_path(self.home), self.who) as register:
            return register.likely_same()

    def merge(self, kept: str, gone: str) -> Any:
        """Make two records one."""
        with open_register(register_path(self.home), self.who) as register:
            return register.merge(kept, gone)

    def export(self, out: Path) -> int:
        """Everybody's standing, as a workbook or as the ending asks."""
        kind = {".csv": "csv", ".jsonl": "xapi"}.get(out.suffix.lower(), "xlsx")
        with open_register(register_path(self.home), self.who) as register:
            return register.export(kind, out)
