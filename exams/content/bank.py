"""The bank: every item of bank/exam and bank/practice with its key, checked as far as one item tells."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from exams.content.answer_keys import read_key, right_letters
from exams.content.catalogue import SECTION, CourseFile
from exams.content.faults import Code, Faults
from exams.content.fields import Fields, Once, Place, read_toml
from exams.content.files import names_in, read_source
from exams.content.forbidden import Forbidden
from exams.content.numericals import read_template, read_tolerance, variables_of
from exams.content.wordings import WrittenWording, read_wording
from exams.items.item import LANGUAGES, AnswerKey, Difficulty, Item, ItemType, Level, Use

_FILE = re.compile(rf"bank/(exam|practice)/({SECTION.pattern})\.toml")
_LETTERS = {
    ItemType.SINGLE: "s",
    ItemType.MULTIPLE: "m",
    ItemType.TRUEFALSE: "t",
    ItemType.NUMERICAL: "n",
    ItemType.BEST_WORST: "j",
}


@dataclass(frozen=True, slots=True)
class WrittenItem:
    """An item, its key, and where it stands."""

    item: Item
    key: AnswerKey
    place: Place


def read_bank(folder: Path, course: CourseFile, forbidden: Forbidden, faults: Faults) -> tuple[WrittenItem, ...]:
    """Read every file of the bank."""
    seen = Once(faults)
    written = []
    for use in Use:
        for name in names_in(folder, f"bank/{use.value}", ".toml"):
            found = _FILE.fullmatch(name)
            if found is None:
                faults.note(name, 1, Code.FILE_NAME)
            elif found.group(2) not in course.sections:
                faults.note(name, 1, Code.SECTION_UNLISTED, section=found.group(2))
            else:
                written += _read_file(folder, name, use, found.group(2), forbidden, faults)
    for one in written:
        if one.item.id:
            seen.take(one.item.id, one.place.file, one.place.line("id"))
    return tuple(written)


def _read_file(
    folder: Path, name: str, use: Use, section: str, forbidden: Forbidden, faults: Faults
) -> list[WrittenItem]:
    source = read_source(folder, name, faults)
    fields = read_toml(source, faults) if source else None
    if fields is None:
        return []
    written = [_read_item(one, use, section, forbidden) for one in fields.tables("item")]
    fields.close()
    return written


def _read_item(fields: Fields, use: Use, section: str, forbidden: Forbidden) -> WrittenItem:
    kind = fields.choice("type", ItemType)
    numerical = kind is ItemType.NUMERICAL
    template, mistakes = read_template(fields) if numerical else (None, frozenset[str]())
    variables = variables_of(template)
    texts = {one: read_wording(fields.table(one), kind, variables, mistakes) for one in LANGUAGES}
    _check_languages(fields, texts)
    item = Item(
        id=_read_id(fields, use, section, kind),
        version=fields.integer("version", 1, 9999),
        use=use,
        type=kind,
        chapter=int(section.partition(".")[0]),
        section=section,
        objective=fields.text("objective"),
        facts=fields.texts("facts"),
        level=fields.choice("level", Level),
        difficulty=fields.choice("difficulty", Difficulty),
        wordings={language: one.wording for language, one in texts.items()},
        red_line=fields.flag("red_line", default=False),
        enemies=fields.texts("enemies", needed=False),
        review_date=fields.day("review_date"),
        clause_date=fields.day("clause_date"),
        shuffle=fields.flag("shuffle", default=True) and kind is not ItemType.BEST_WORST,
        template=template,
    )
    correct = read_key(fields, kind, item.letters)
    explanations = {language: one.explanation for language, one in texts.items()}
    key = AnswerKey(item.id, item.version, correct, explanations, read_tolerance(fields) if numerical else "0")
    _check_options(texts, right_letters(correct), forbidden)
    fields.close()
    return WrittenItem(item, key, fields.place)


def _read_id(fields: Fields, use: Use, section: str, kind: ItemType) -> str:
    name = fields.text("id")
    letter = _LETTERS[kind] if use is Use.EXAM else "p"
    if name and not re.fullmatch(rf"{re.escape(section)}-{letter}[1-9][0-9]{{0,2}}", name):
        fields.note("id", Code.ITEM_ID, id=name, form=f"{section}-{letter}1")
    return name


def _check_languages(fields: Fields, texts: Mapping[str, WrittenWording]) -> None:
    first, second = texts.values()
    letters = [[letter for letter, _ in one.wording.options] for one in (first, second)]
    if all(letters) and letters[0] != letters[1]:
        there, here = (", ".join(one) for one in letters)
        second.fields.note("options", Code.LANGUAGES_DIFFER, there=there, here=here)
    fields.translated("en", {language: one.wording.stem for language, one in texts.items()})


def _check_options(texts: Mapping[str, WrittenWording], right: tuple[str, ...], forbidden: Forbidden) -> None:
    for one in texts.values():
        options = one.fields.table("options", needed=False)
        for letter, text in one.wording.options:
            if found := forbidden.in_option(text):
                options.note(letter, Code.OPTION_FORBIDDEN, letter=letter, words=found)
            if letter in right and (found := forbidden.promise(text)):
                options.note(letter, Code.OPTION_PROMISE, letter=letter, words=found)
