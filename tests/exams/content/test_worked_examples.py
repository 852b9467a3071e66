"""The worked examples of the course, computed here from their inputs: each result stands in both languages."""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, localcontext
from math import ceil, exp, factorial
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3] / "assets" / "course"


def text(language: str, section: str) -> str:
    """One language of a section as it is written."""
    return (ROOT / language / section.partition(".")[0] / f"{section}.md").read_text("utf-8")


def shown(value: Decimal | float | str, places: int = 2) -> str:
    """A number as the course shows it: thousands separated, half a unit rounded up."""
    return f"{Decimal(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):,}"


def d(value: str) -> Decimal:
    return Decimal(value)


def by_day(principal: str, days: int, rate: str) -> Decimal:
    """Interest at a yearly rate in percent, 360 days to the year."""
    return d(principal) * days * d(rate) / 36000


def days(first: str, last: str) -> int:
    """Days from one date to another, the last not counted."""
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


DEMAND = sum((by_day(p, n, "0.20") for p, n in (("10000", 20), ("15000", 35), ("7000", 37))), d("0"))
CLOSED = by_day("20000", 20, "0.20") + by_day("14000", 45, "0.20")
EARLY = by_day("50000", days("2026-01-15", "2026-09-10"), "0.20")
PART = by_day("30000", days("2025-05-20", "2026-04-18"), "0.20")
LATE = days("2026-03-01", "2026-06-09")
NOTICE = by_day("60000", 30, "0.75")
OVER_NOTICE = by_day("20000", 30, "0.20")
FULL = d("5000") * 45 * d("0.0005") + d("4500") * 11 * d("0.0005")
SHARES = Decimal(shown(d("100000") / d("1.0250")).replace(",", ""))


def instalment(principal: str, monthly: str, months: int) -> Decimal:
    """The payment of equal instalments, to the cent."""
    with localcontext(prec=50):
        growth = (1 + d(monthly)) ** months
        return Decimal(shown(d(principal) * d(monthly) * growth / (growth - 1)).replace(",", ""))


def owed(principal: str, monthly: str, months: int, paid: int) -> Decimal:
    """What is owed after so many payments of equal instalments."""
    with localcontext(prec=50):
        growth, done = (1 + d(monthly)) ** months, (1 + d(monthly)) ** paid
        return d(principal) * (growth - done) / (growth - 1)


def total_interest(principal: str, monthly: str, months: int) -> Decimal:
    """All interest of equal instalments, not rounded by the month."""
    with localcontext(prec=50):
        growth = (1 + d(monthly)) ** months
        return d(principal) * d(monthly) * growth / (growth - 1) * months - d(principal)


SHARES_OF_CALLS = (("985", "1250"), ("1180", "1250"), ("70", "1250"), ("985", "1180"), ("1038", "1180"))
LEFT = shown(owed("300000", "0.003", 120, 24)).replace(",", "")
RESULTS = {
    "2.2": [
        shown(by_day("100000", 30, "0.75")),
        shown(by_day("100000", 30, "0.20")),
        shown(NOTICE + d(shown(OVER_NOTICE))),
        shown(by_day("20000", days("2026-01-10", "2026-03-01"), "0.20")),
        shown(by_day("20000", days("2026-01-10", "2026-05-10"), "0.60")),
        shown(by_day("20000", days("2026-01-10", "2026-09-01"), "0.72")),
        shown(by_day("20000", days("2026-01-10", "2027-08-01"), "0.84")),
        shown(d("1000") * 78 * d("1.15") / 1200),
        shown(d("120000") * d("1.35") / 1200),
    ],
    "2.3": [
        shown(DEMAND),
        shown(CLOSED),
        shown(d("50000") * 3 * d("1.90") / 100),
        shown(d("50000") * 6 * d("1.30") / 1200),
        shown(EARLY),
        shown(d("750") - d(shown(EARLY))),
        shown(PART + d("70000") * 2 * d("1.80") / 100),
        shown(1200 + by_day("80000", LATE, "0.20")),
        shown(d("81200") * d("101.30") / 100),
        shown(1200 + by_day("81200", LATE, "0.20")),
        shown(d("984000") * d("0.20") / 36500),
        shown(by_day("7000", 92, "0.20")),
    ],
    "2.5": [shown("548200", 0), shown("48200", 0), shown("500000", 0)],
    "2.8": [
        shown(instalment("300000", "0.003", 120)),
        shown(instalment("300000", "0.003", 120) - 900),
        shown(total_interest("300000", "0.003", 120)),
        shown(d("300000") * d("0.003") * 121 / 2),
        shown(d(shown(total_interest("300000", "0.003", 120)).replace(",", "")) - d("54450")),
        shown(2500 + d("2500") * d("0.003")),
        shown(instalment(str(d(LEFT) - 100000), "0.003", 96)),
        shown(total_interest(str(d(LEFT) - 100000), "0.003", 96)),
        shown(instalment("1000000", str(d("0.032") / 12), 360)),
        shown(instalment("1000000", "0.0025", 360)),
        shown(instalment("1000000", str(d("0.032") / 12), 360) - instalment("1000000", "0.0025", 360)),
        shown(by_day("5000", 20, "5.40")),
    ],
    "2.10": [
        shown(FULL),
        shown(d("4500") * 56 * d("0.0005")),
        shown(d("5000") * 56 * d("0.0005")),
        shown(d("500") * 5 / 100),
        shown(d("2000") * d("0.0005") * 22 + 20),
        shown(d("12000") / 12 + d("12000") * d("0.006")),
        shown(d("12000") * d("0.006") * 12),
    ],
    "2.11": [
        shown(SHARES),
        shown(SHARES * d("1.0410")),
        shown(SHARES * d("1.0410") - 100000),
        shown((d("1.0410") / d("1.0250") - 1) * 36500 / 180) + "%",
        shown(100000 - SHARES * d("1.0180")),
        shown((1 - d("1.0180") / d("1.0250")) * 36500 / 180) + "%",
        shown(SHARES * d("1.0410") * d("0.995")),
        shown(d("50000") / 10000 * d("0.6140")),
        shown(d("100000") * d("0.03") * 90 / 365),
    ],
    "1.6": [
        *(shown(d(part) * 100 / d(whole)) + "%" for part, whole in SHARES_OF_CALLS),
        shown(d("165") + 12 + 45, 0),
        shown(d("78") * 252 * 100 / (d("6.5") * 3600), 1) + "%",
        f"**{62 - 15}**",
        shown(d("930") / 10, 1) + "%",
    ],
}


def queue(load: float, agents: int, seconds: float, handling: float) -> tuple[str, str, str]:
    """Erlang C: service level and occupancy in percent, average wait in seconds."""
    last = load**agents / factorial(agents) * agents / (agents - load)
    waits = last / (sum(load**k / factorial(k) for k in range(agents)) + last)
    level = 1 - waits * exp(-(agents - load) * seconds / handling)
    return shown(level * 100, 1), shown(load / agents * 100, 1), shown(waits * handling / (agents - load), 1)


def a_day(language: str, day: date) -> str:
    """A day as the course writes it."""
    return f"{day.month} 月 {day.day} 日" if language == "zh" else f"{day.day} {day:%B}"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("section", "result"), [(name, one) for name, row in RESULTS.items() for one in row])
def test_the_result_stands_in_the_section(language, section, result):
    assert result in text(language, section)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_cost_of_instalments_is_what_the_rate_of_return_says(language):
    low, high = 0.0, 0.1
    for _ in range(60):
        rate = (low + high) / 2
        worth = sum(1072 / (1 + rate) ** month for month in range(1, 13))
        low, high = (rate, high) if worth > 12000 else (low, rate)
    assert f"{rate * 1200:.2f}%" in text(language, "2.10")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("agents", [15, 16, 17, 18, 19])
def test_the_queue_waits_as_long_as_the_formula_says(language, agents):
    rows = [row for row in text(language, "1.6").split("\n") if row.strip("| *").startswith(str(agents))]
    assert any(all(value in row for value in queue(200 * 240 / 3600, agents, 20, 240)) for row in rows)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("limit", [15, 30, 60])
def test_the_last_day_of_a_complaint_is_counted_from_the_day_after_receipt(language, limit):
    assert a_day(language, date(2026, 3, 9) + timedelta(days=limit)) in text(language, "4.5")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_heads_to_roster_leave_room_for_shrinkage(language):
    assert f"**{ceil(17 / 0.7)}**" in text(language, "1.6")
