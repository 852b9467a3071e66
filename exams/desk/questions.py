"""A place of a paper as it is shown: options in shown order, drawn numbers in the text."""

from exams.desk.offers import Question, Reviewed
from exams.grading.grade import correct_response, mark_one, typical_mistake
from exams.grading.policy import GradingPolicy
from exams.items.item import Item, Response
from exams.items.numbers import shown_number
from exams.papers.paper import PaperItem
from exams.store.content_rows import ContentStore


def question_of(item: Item, place: PaperItem) -> Question:
    """The question in both languages; letters stay the authored ones."""
    stems, options = {}, {}
    for lang, wording in item.wordings.items():
        stems[lang] = fill(wording.stem, place)
        texts = dict(wording.options)
        options[lang] = tuple((letter, texts[letter]) for letter in place.order)
    unit = item.template.unit if item.template else ""
    return Question(place.position, item.type, place.points, stems, options, unit)


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
