"""HR's register for tests of its screens: branches, one person's story, lists and files as they are told to be."""

from certificates import AuditMade
from desktop.screens.hr_rules.presenter import Said
from exams.desk.hr_collect import Collected
from exams.desk.hr_people import RowFault, StaffFile
from exams.register.matrix import Cell, Matrix, PersonStory, Standing
from exams.register.outcome import CertificateRow, Found, SittingRow, Status
from exams.register.people import Change, ChangeKind, Plan, StaffRow
from exams.register.validity import State
from exams.store.register_people import StaffImport

NOON = 1_795_579_200_000
WANG = StaffRow("T1001", "王小雨", "Wang Xiaoyu", "BJ-WJ01", "客服一组", "0011")


def cell(branch, course, **counts):
    return Cell(branch, course, {State(state): count for state, count in counts.items()})


CELLS = (
    cell("BJ-WJ01", "TELE", valid=46, due=2, expired=1, failed=1),
    cell("BJ-WJ01", "CASH", valid=30, absent=12, in_review=1),
    cell("GZ-TH03", "TELE", valid=8, failed=11, revoked=1),
    cell("SH-PD02", "TELE", valid=70, due=1),
    cell("SH-PD02", "CASH", valid=41, expired=9),
)


class Register:
    """Answers like the house behind the screens; `refusal` is raised instead where there is one."""

    def __init__(self, cells=CELLS, branches=3, refusal=None):
        self.cells, self.branches, self.refusal = cells, branches, refusal
        self.file = StaffFile("名单.xlsx", (WANG,))
        self.imports, self.offered, self.done, self.unproved, self.ruled = [], [], (), (), []
        self.listed = {}

    known = ""

    @property
    def audit(self):
        return self

    def make(self, secret, order, told):
        self._refuse()
        self.offered.append((secret, order))
        told(7)
        return AuditMade(order.out, "a1" * 32, 7, self.unproved)

    @property
    def rules(self):
        return self

    def said(self):
        return tuple(self.ruled)

    def write(self, secret, rules, folder):
        self._refuse()
        self.offered.append((secret, rules))
        self.ruled.insert(0, Said(rules, "chen"))
        return folder / "study.rules"

    def matrix(self, limit, offset):
        self._refuse()
        rows = tuple(dict.fromkeys(one.branch for one in self.cells)) if not offset else ("XA-01",)
        total = tuple(cell("", course, valid=sum(one.valid for one in self.cells)) for course in ("CASH", "TELE"))
        told = {(one.branch, one.course): one for one in self.cells}
        return Matrix("2026-11-29", ("CASH", "TELE"), rows, told, total if self.cells else (), self.branches, offset)

    def people(self, branch, most):
        self._refuse()
        one = Standing("T1001", "王小雨", branch, "客服一组", "TELE", State.VALID, 92, "N-1", "2028-11-28")
        two = Standing("T1002", "<b>李明</b>", branch, "客服二组", "CASH", State.ABSENT, -1, "", "", "2026-11-01")
        return (one, two)[:most]

    def person(self, staff_id):
        self._refuse()
        sitting = SittingRow(
            "s1", "D00000001", 3, staff_id, "BJ-WJ01", "TELE", "c", "final", "A", "S1", 1, NOON, NOON, "graded", 92,
            passed=True, accepted=True, settled=True, codes="W_NO_ANCHOR", result="", tried="",
        )  # fmt: skip
        certificate = CertificateRow(
            "BJ-WJ01-2026-000001-X", "s1", staff_id, "BJ-WJ01", "TELE", 92, "2026-11-29", "2028-11-28"
        )
        change = (NOON, "名单.xlsx", Change(ChangeKind.JOINED, None, WANG))
        return PersonStory(staff_id, WANG, tuple(self.people("BJ-WJ01", 2)), (sitting,), (certificate,), (change,))

    def fates(self, numbers):
        self._refuse()
        return {number: fate for number, fate in self.listed.items() if number in numbers}

    def collect(self, secret, paths, told):
        self._refuse()
        self.offered.append((secret, tuple(paths)))
        for one in self.done:
            if not told(one):
                return

    def read_staff(self, path):
        self._refuse()
        return self.file

    def plan_staff(self, file, *, part):
        moved = StaffRow("T1002", "李明", "", "SH-PD02", "")
        left = StaffRow("T1003", "赵强", "", "BJ-WJ01", "", "", False)
        changes = [
            Change(ChangeKind.JOINED, None, WANG),
            Change(ChangeKind.MOVED, StaffRow("T1002", "李明", "", "BJ-WJ01"), moved),
        ]
        changes += [] if part else [Change(ChangeKind.LEFT, StaffRow("T1003", "赵强", "", "BJ-WJ01"), left)]
        return Plan(tuple(changes), (("李明", ("T1002", "T9002")),), 40)

    def import_staff(self, file, *, part):
        self._refuse()
        plan = self.plan_staff(file, part=part)
        self.imports.append(StaffImport(len(self.imports) + 1, file.name, "H3001", NOON, len(plan.changes)))
        return plan, self.imports[-1]

    def undo_staff(self):
        return self.imports.pop()

    def last_import(self):
        return self.imports[-1] if self.imports else None

    alike = ()
    merged = ()

    def likely_same(self):
        return self.alike

    def merge(self, kept, gone):
        self._refuse()
        self.merged = (*self.merged, (kept, gone))
        self.imports.append(StaffImport(len(self.imports) + 1, f"→ {kept}", "H3001", NOON, 1))

    @property
    def follow(self):
        return self

    tracked = ()
    contradicted = ()

    def sessions(self):
        self._refuse()
        return self.tracked

    written = None

    def receipts(self):
        return self.written

    def conflicts(self):
        self._refuse()
        return self.contradicted

    def export(self, out):
        self._refuse()
        return 2

    def _refuse(self):
        if self.refusal is not None:
            raise self.refusal


ACCEPTED = Collected("网点/D00000001-1-90.bundle", Status.ACCEPTED, "", (), "a" * 64, "D00000001", "BJ-WJ01")
AGAIN = Collected("网点/D00000002-1-70.bundle", Status.DUPLICATE, "", (), "b" * 64, "D00000002", "SH-PD02")
FORK = Collected(
    "网点/D00000003-1-40.bundle", Status.REFUSED, "E_FORK", (Found("W_PAUSE"), Found("E_FORK", 9)), "c" * 64,
    "D00000003", "GZ-TH03",
)  # fmt: skip
RUBBISH = Collected("照片.jpg", Status.REFUSED, "E_FORMAT", (Found("E_FORMAT"),), "d" * 64)
SPOILT = StaffFile("名单.csv", (WANG,), (RowFault(7, "E_STAFF_ID", "1E5"), RowFault(9, "E_STAFF_TWICE", "T1001")))
