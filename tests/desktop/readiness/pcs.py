"""A PC that is ready, to plant faults in."""

from desktop.readiness.facts import DeskFacts, PcFacts, SystemFacts
from exams import DeviceView, HomeReadiness, HomeState, PackView
from exams.devices.record import DeviceRecord

NOW = 1_796_000_000_000
DAY = 86_400_000
SYSTEM = SystemFacts(NOW, "CST", 480, 20 * 1024**3, True, True, 96)
DESK = DeskFacts(True, ("Laser",), ((1920, 1080),), "fcitx 5")
PACK = PackView("academy-2026-11", NOW - 9 * DAY, NOW + 900 * DAY, False, False)


def record(**changes):
    told = {"serial": "B0001-07", "not_before_wt": 0, "not_after_wt": NOW + 900 * DAY}
    return DeviceRecord(**{**dict.fromkeys(DeviceRecord.__dataclass_fields__, ""), **told, **changes})


def home(**changes):
    facts = {"records": 120, "latest_wt": NOW - DAY, "names": ("王小雨", "欧阳文静"), "pack": PACK}
    return HomeReadiness(HomeState.READY, **{**facts, "device": DeviceView(record()), **changes})


def pc(system=SYSTEM, desk=DESK, data=None, missing=""):
    return PcFacts(system, desk, data or home(), missing)
