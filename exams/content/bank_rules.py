"""Item-writing rules of the bank as a whole: stems alike, keys that give themselves away, sections left thin."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from exams.content.answer_keys import right_letters
from exams.content.faults import Code, Faults
from exams.content.likeness import Marks, marks_of
from exams.content.written_item import WrittenItem
from exams.items.item import LANGUAGES, BestWorst, ItemType, Level, Use
from exams.items.spots import BOARD

WHOLE_BANK = 100
"""Items from which on shares are asked about: of fewer they say nothing."""

MOST_LONGEST = 35
"""Percent of the choice items in which a right option may be the longest."""

MOST_ALIKE = 60
"""Percent of their pairs of characters or words that two stems may share, short of."""

FEWEST_IN_SECTION = 4
_SHARES = {ItemType.SINGLE: (15, 35), ItemType.TRUEFALSE: (40, 60), ItemType.BEST_WORST: (5, 40)}
"""Percent of a type's keys that may stand at one place, at least and at most."""

_HIGHER = frozenset((Level.APPLY, Level.ANALYSE, Level.EVALUATE))


def check_bank(written: Sequence[WrittenItem], sections: Iterable[str], faults: Faults) -> None:
    """Note what only many items together show; shares from `WHOLE_BANK` items of a use on."""
    uses = {use: [one for one in written if one.item.use is use] for use in Use}
    for language in LANGUAGES:
        _check_alike(uses[Use.EXAM], uses[Use.PRACTICE], language, faults)
    for items in uses.values():
        if len(items) >= WHOLE_BANK:
            _check_longest(items, faults)
            _check_places(items, faults)
    if len(uses[Use.EXAM]) >= WHOLE_BANK:
        _check_sections(uses[Use.EXAM], sections, faults)


def _check_alike(exam: Sequence[WrittenItem], practice: Sequence[WrittenItem], language: str, faults: Faults) -> None:
    """No two stems of the exam bank are near-twins, nor is one of a practice item's."""
    marks = Marks()
    exams = [(one, marks.of(marks_of(one.item.wordings[language].stem, language))) for one in exam]
    others = exams + [(one, marks.of(marks_of(one.item.wordings[language].stem, language))) for one in practice]
    for number, (one, mine) in enumerate(exams):
        for other, theirs in others[number + 1 :]:
            if (percent := mine.percent_shared(theirs)) >= MOST_ALIKE:
                line = one.place.line(language, "stem")
                facts = {"other": other.item.id, "percent": percent, "most": MOST_ALIKE}
                faults.note(one.place.file, line, Code.STEMS_ALIKE, **facts)


def longest_is_right(items: Iterable[WrittenItem], language: str) -> Iterator[tuple[WrittenItem, bool]]:
    """Each item with options, and whether no wrong option is as long as its longest right one."""
    for one in items:
        lengths = {letter: len(text) for letter, text in one.item.wordings[language].options if letter != BOARD}
        if lengths:
            right = right_letters(one.key.correct)
            longest = {letter for letter, length in lengths.items() if length == max(lengths.values())}
            yield one, longest <= set(right)


def _check_longest(items: Sequence[WrittenItem], faults: Faults) -> None:
    for language in LANGUAGES:
        found = list(longest_is_right(items, language))
        given = [one for one, right in found if right]
        most = len(found) * MOST_LONGEST // 100
        if len(given) > most:
            place = given[0].place
            facts = {"language": language, "count": len(given), "total": len(found), "most": most}
            faults.note(place.file, place.line(language, "options"), Code.KEY_LONGEST, **facts)


def _check_places(items: Sequence[WrittenItem], faults: Faults) -> None:
    """The keys of a type spread over its places: nobody gains by always choosing one."""
    for kind, (least, most) in _SHARES.items():
        keyed = [(one, _key_place(one)) for one in items if one.item.type is kind]
        counts = Counter(place for _, place in keyed)
        for place, count in sorted(counts.items()):
            if len(keyed) >= WHOLE_BANK // 5 and not least * len(keyed) <= 100 * count <= most * len(keyed):
                first = next(one for one, letter in keyed if letter == place)
                facts = {"letter": place, "count": count, "total": len(keyed), "least": least, "most": most}
                faults.note(first.place.file, first.place.line("key"), Code.KEY_SPREAD, **facts)


def _key_place(one: WrittenItem) -> str:
    correct = one.key.correct
    return (
        correct.best
        if isinstance(correct, BestWorst)
        else str(correct).lower()
        if correct in (True, False)
        else str(correct)
    )


def _check_sections(exam: Sequence[WrittenItem], sections: Iterable[str], faults: Faults) -> None:
    counts: Mapping[str, int] = Counter(one.item.section for one in exam)
    higher = {one.item.section for one in exam if one.item.level in _HIGHER}
    for section in sections:
        if counts[section] < FEWEST_IN_SECTION or section not in higher:
            facts = {"section": section, "count": counts[section], "wanted": FEWEST_IN_SECTION}
            faults.note(f"bank/exam/{section}.toml", 1, Code.EXAM_FEW, **facts)
