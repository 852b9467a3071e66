"""Which options are right: found by running the processing, never by the order of options."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from exams.interop.qti12.presentation import Field
from exams.interop.qti12.processing import Processing

_FEW = 8


class Key(NamedTuple):
    """The right options and what each option is worth; `whole` where only all of them together earn anything."""

    right: tuple[str, ...]
    fractions: dict[str, Fraction]
    whole: bool = False


def label_key(processing: Processing, field: Field) -> Key:
    """`single_key` of a response; where no identifier earns anything, the texts of its labels are tried."""
    key = single_key(processing, field.ident, [label.ident for label in field.labels])
    if key.right:
        return key
    by_text = single_key(processing, field.ident, [label.text.text for label in field.labels])
    fractions = {label.ident: by_text.fractions[label.text.text] for label in field.labels}
    return Key(tuple(label.ident for label in field.labels if label.text.text in by_text.right), fractions)


def single_key(processing: Processing, ident: str, options: Sequence[str]) -> Key:
    """Every option's own score over the best one."""
    scores = {option: processing.score({ident: [option]}, alternatives=True) for option in options}
    best = max(scores.values(), default=Fraction(0))
    if best <= 0:
        return Key((), dict.fromkeys(options, Fraction(0)))
    fractions = {option: score / best for option, score in scores.items()}
    return Key(tuple(option for option in options if scores[option] == best), fractions)


def multiple_key(processing: Processing, ident: str, options: Sequence[str]) -> Key:
    """The best set among the options that some rewarding condition asks for."""
    wanted = _asked_for(processing, ident, options)
    best = _best(processing, ident, wanted)
    most = processing.score({ident: list(best)})
    if most <= 0:
        return Key((), dict.fromkeys(options, Fraction(0)))
    gains = {option: _gain(processing, ident, best, option) for option in options}
    nothing = processing.score({ident: []})
    if sum(gains[option] for option in best) == most - nothing:
        scale = most - nothing if most > nothing else most
        return Key(best, {option: gain / scale for option, gain in gains.items()})
    share = Fraction(1, len(best))
    return Key(best, {option: share if option in best else Fraction(-1) for option in options}, whole=True)


def _asked_for(processing: Processing, ident: str, options: Sequence[str]) -> list[str]:
    asked = {
        one.value
        for condition in processing.rewarding()
        for one in condition.compared()
        if one.ident == ident and not one.negative and one.how.startswith(("vare", "vars"))
    }
    asked |= {part for value in asked for part in value.split(",")}
    return [option for option in options if option in asked]


def _best(processing: Processing, ident: str, wanted: list[str]) -> tuple[str, ...]:
    """The largest of the sets with the highest score; with many options the better of all and step by step."""
    if len(wanted) <= _FEW:
        sets = [chosen for size in range(len(wanted), -1, -1) for chosen in combinations(wanted, size)]
    else:
        sets = [tuple(wanted), _climbed(processing, ident, wanted)]
    return max(sets, key=lambda chosen: processing.score({ident: list(chosen)}))


def _climbed(processing: Processing, ident: str, wanted: list[str]) -> tuple[str, ...]:
    chosen = list(wanted)
    for option in wanted:
        without = [one for one in chosen if one != option]
        if processing.score({ident: without}) > processing.score({ident: chosen}):
            chosen = without
    return tuple(chosen)


def _gain(processing: Processing, ident: str, best: tuple[str, ...], option: str) -> Fraction:
    without = [one for one in best if one != option]
    return processing.score({ident: [*without, option]}) - processing.score({ident: without})
