"""Chapter 1: the figures of a contact centre - service level, abandonment, handling time, recommendation score."""

from collections.abc import Mapping
from decimal import Decimal

from exams.items.formula import Generator, Numbers, percent


def _service_level(numbers: Numbers) -> Decimal:
    return percent(numbers["within"], numbers["offered"])


def _service_level_mistakes(numbers: Numbers) -> Mapping[str, Decimal]:
    return {"answered_base": percent(numbers["within"], numbers["answered"])}


def _service_level_valid(numbers: Numbers) -> bool:
    return 0 < numbers["within"] <= numbers["answered"] <= numbers["offered"]


def _abandon_rate(numbers: Numbers) -> Decimal:
    return percent(numbers["abandoned"], numbers["offered"])


def _abandon_rate_mistakes(numbers: Numbers) -> Mapping[str, Decimal]:
    return {"answered_base": percent(numbers["abandoned"], numbers["offered"] - numbers["abandoned"])}


def _abandon_rate_valid(numbers: Numbers) -> bool:
    return 0 < numbers["abandoned"] < numbers["offered"]


def _handling_time(numbers: Numbers) -> Decimal:
    return numbers["talk"] + numbers["hold"] + numbers["wrap"]


def _handling_time_mistakes(numbers: Numbers) -> Mapping[str, Decimal]:
    return {
        "without_wrap": numbers["talk"] + numbers["hold"],
        "without_hold": numbers["talk"] + numbers["wrap"],
    }


def _handling_time_valid(numbers: Numbers) -> bool:
    return all(numbers[name] > 0 for name in ("talk", "hold", "wrap"))


def _net_promoter_score(numbers: Numbers) -> Decimal:
    return percent(numbers["promoters"] - numbers["detractors"], _asked(numbers))


def _net_promoter_score_mistakes(numbers: Numbers) -> Mapping[str, Decimal]:
    promoters, detractors = numbers["promoters"], numbers["detractors"]
    return {
        "promoters_only": percent(promoters, _asked(numbers)),
        "without_passives": percent(promoters - detractors, promoters + detractors),
    }


def _net_promoter_score_valid(numbers: Numbers) -> bool:
    return all(numbers[name] >= 0 for name in numbers) and numbers["promoters"] + numbers["detractors"] > 0


def _asked(numbers: Numbers) -> Decimal:
    return numbers["promoters"] + numbers["passives"] + numbers["detractors"]


CHAPTER_1: Mapping[str, Generator] = {
    "service_level_offered": Generator(
        ("offered", "answered", "within"), _service_level, _service_level_mistakes, _service_level_valid
    ),
    "abandon_rate": Generator(("offered", "abandoned"), _abandon_rate, _abandon_rate_mistakes, _abandon_rate_valid),
    "average_handling_time": Generator(
        ("talk", "hold", "wrap"), _handling_time, _handling_time_mistakes, _handling_time_valid
    ),
    "net_promoter_score": Generator(
        ("promoters", "passives", "detractors"),
        _net_promoter_score,
        _net_promoter_score_mistakes,
        _net_promoter_score_valid,
    ),
}
