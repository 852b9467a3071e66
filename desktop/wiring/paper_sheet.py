"""A person's paper to print, and behind it the sheet for the answers, in the language in use.

Options bear the letters of the places they are shown at, as on the screen; the digest says which paper it was.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from string import ascii_uppercase

from certificates import Grid, Heading, Lines, NewPage, Pairs, Raster, Sheet, Signatures
from desktop.words import mark, pick, tr
from desktop.words.clock import minutes_text
from desktop.words.numbers import points_text
from exams import BOARD, ItemType, PrintedPaper, Question, SpotBoard, board_of, slots_of

_TASKS = {
    ItemType.SINGLE: mark("Choose the one right answer."),
    ItemType.MULTIPLE: mark("Choose every right answer; there are at least two."),
    ItemType.TRUEFALSE: mark("Is the statement true or false?"),
    ItemType.NUMERICAL: mark("Work it out and write the number."),
    ItemType.BEST_WORST: mark("Choose the best move and the worst move."),
    ItemType.SHORTANSWER: mark("Write the answer in a few words."),
    ItemType.FILL: mark("Write what belongs into each place."),
    ItemType.DROPDOWN: mark("Choose for each place the letter of what belongs there."),
    ItemType.MATCHING: mark("Choose for each line the letter of what belongs to it."),
    ItemType.ORDERING: mark("Write the letters of the steps in the right order."),
    ItemType.CASE: mark("One call, several questions: answer each of them."),
    ItemType.HOTSPOT: mark("Write the letters of all places in the picture that are asked for."),
}
_CROSSES = mark("Mark the places in the picture with a cross each, and number the crosses.")

_OWN_NUMBER = re.compile(r"^\s*[(（]\s*[0-9]{1,2}\s*[)）]\s*")
"""What a prompt that only repeats the number of its place begins with."""


@dataclass(frozen=True, slots=True)
class _Place:
    """One place of a question: what is asked there, what may be chosen, and whether several may be."""

    number: str
    prompt: str
    offered: tuple[str, ...]
    many: bool


def paper_sheet(paper: PrintedPaper) -> Sheet:
    """The questions, then the answer sheet on a page of its own."""
    facts = (
        (tr("Name"), paper.name),
        (tr("Staff ID"), paper.staff_id),
        (tr("Seat"), paper.seat or "–"),
        (tr("Session"), paper.session),
        (tr("Time"), minutes_text(paper.minutes)),
        (tr("Digest of the paper"), paper.digest[:16]),
    )
    questions = tuple(part for one in paper.questions for part in _question(one))
    rows = tuple((number, room, "") for one in paper.questions for number, room in _rows(one))
    head = tr("No."), tr("Answer"), tr("Corrected to")
    answers = (
        NewPage(),
        Heading(tr("Answer sheet")),
        Pairs((*facts[:2], facts[-1])),
        Lines((tr("Write letters in capitals. Whoever corrects an answer strikes it out and writes beside it."),)),
        Grid(head, rows, (0.6, 2.6, 1.6), tall=True),
        Signatures((tr("Person, date"), tr("Proctor, date"), tr("Second person, date"))),
    )
    below = tr("Paper for a PC that failed")
    return Sheet(pick(paper.titles), below, (Pairs(facts), *questions, *answers), paper.session)


def _asked(question: Question) -> tuple[str, ...]:
    points = tr("{points} points").format(points=points_text(question.points))
    stem = pick(question.stems).replace("**", "")
    unit = (tr("Unit: {unit}").format(unit=question.unit),) if question.unit else ()
    places = _places(question)
    body = tuple(_in_places(places)) if places else _lettered(text for _, text in _options(question))
    board = _board(question)
    task = _CROSSES if board is not None and not board.shapes else _TASKS[question.type]
    return (f"{question.position}. {stem} ({points})", tr(task), *body, *unit)


def _board(question: Question) -> SpotBoard | None:
    return board_of(question.options.get(_language(question), ())) if question.type is ItemType.HOTSPOT else None


def _question(question: Question) -> Iterator[Lines | Raster]:
    yield Lines(_asked(question))
    board = _board(question)
    if board is not None:
        from desktop.widgets.spot_print import printed_board

        yield Raster(printed_board(board), 0.8)


def _rows(question: Question) -> Iterator[tuple[str, str]]:
    """One line of the answer sheet per answer: its number, and what is printed where it is written."""
    number, places = str(question.position), _places(question)
    if places:
        yield from ((f"{number} ({place.number})", "") for place in places)
        return
    room = {
        ItemType.TRUEFALSE: tr("□ true      □ false"),
        ItemType.BEST_WORST: tr("best: ______   worst: ______"),
        ItemType.ORDERING: "   ".join(f"{step}. ____" for step in range(1, len(_options(question)) + 1)),
        ItemType.NUMERICAL: f"______________ {question.unit}" if question.unit else "",
    }
    yield number, room.get(question.type, "")


def _places(question: Question) -> tuple[_Place, ...]:
    """Of a question with several places; nothing for any other."""
    if question.type not in {ItemType.FILL, ItemType.DROPDOWN, ItemType.MATCHING, ItemType.CASE}:
        return ()
    texts = dict(_options(question))
    return tuple(
        _Place(
            slot.number,
            texts.get(slot.number, ""),
            tuple(texts[f"{slot.number}{'+' if slot.many else ''}{letter}"] for letter in slot.options),
            slot.many,
        )
        for slot in slots_of([*texts])
    )


def _in_places(places: tuple[_Place, ...]) -> Iterator[str]:
    """What is asked at each place with what it offers, where the stem does not say it all.

    A list that all places share is printed once, below them.
    """
    lists = {place.offered for place in places}
    shared = next(iter(lists)) if len(lists) == 1 and len(places) > 1 else ()
    for place in places:
        own = () if shared else place.offered
        asked = _OWN_NUMBER.sub("", place.prompt)
        if asked or own:
            several = tr("(several letters)") if place.many else ""
            yield " ".join(filter(None, (f"({place.number})", asked, several)))
        yield from _lettered(own)
    yield from _lettered(shared)


def _lettered(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{letter}. {text}" for letter, text in zip(ascii_uppercase, texts, strict=False))


def _options(question: Question) -> tuple[tuple[str, str], ...]:
    """(letter, text) in the language whose stem is in use."""
    options = question.options.get(_language(question), ())
    return tuple(one for one in options if one[0] != BOARD)


def _language(question: Question) -> str:
    shown: Mapping[str, str] = question.stems
    return next((lang for lang, stem in shown.items() if stem == pick(shown)), "zh")
