"""A place of a paper as it is shown: options in shown order, drawn numbers in the text."""

from collections.abc import Mapping
from types import MappingProxyType

from exams.desk.offers import Question, Reviewed
from exams.grading.grade import correct_response, mark_one, typical_mistake
from exams.grading.policy import GradingPolicy
from exams.items.item import Item, ItemType, Response
from exams.items.numbers import shown_number
from exams.papers.paper import Paper, PaperItem
from exams.store.content_rows import ContentStore

_NONE: Mapping[ItemType, int] = MappingProxyType({})


def question_of(item: Item, place: PaperItem, points: Mapping[ItemType, int] = _NONE) -> Question:
    """The question in both languages; letters stay the authored ones.

    With the blueprint's `points` a trial item shows those of its type, as any other: nobody is to tell it by them.
    """
    stems, options = {}, {}
    for lang, wording in item.wordings.items():
        stems[lang] = fill(wording.stem, place)
        texts = dict(wording.options)
        options[lang] = tuple((letter, texts[letter]) for letter in place.order)
    unit = item.template.unit if item.template else ""
    return Question(place.position, item.type, place.points or points.get(item.type, 0), stems, options, unit)


def fill(text: str, place: PaperItem) -> str:
    """The text with the drawn numbers in their places, thousands grouped; braces that name no number stay."""
    for name, value in place.numbers.items():
        text = text.replace("{" + name + "}", shown_number(value))
    return text


def reviewed(content: ContentStore, place: PaperItem, response: Response | None, policy: GradingPolicy) -> Reviewed:
    """A question with its mark and explanations; for practice items only."""
    item = content.item(place.item, place.version)
    key = content.key(place.item, place.version)
    return Reviewed(
        question=question_of(item, place),
        response=response,
        mark=mark_one(item, key, place, response, policy),
        correct=correct_response(item, key, place),
        explanations=key.explanations,
        section=item.section,
        facts=item.facts,
        mistake=None if response is None else typical_mistake(item, place, response),
    )


def paper_reviewed(
    content: ContentStore, paper: Paper, answers: Mapping[int, Response], policy: GradingPolicy
) -> tuple[Reviewed, ...]:
    """Every question of a paper, by position."""
    return tuple(reviewed(content, place, answers.get(place.position), policy) for place in paper.items)
