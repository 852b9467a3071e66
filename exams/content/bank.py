"""The bank: every item of bank/exam and bank/practice with its key, checked as far as one item tells."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from exams.content.answer_keys import read_key
from exams.content.bank_rules import check_bank
from exams.content.catalogue import SECTION, CourseFile
from exams.content.faults import Code, Faults
from exams.content.fields import Fields, Once, read_toml
from exams.content.files import names_in, read_source
from exams.content.forbidden import Forbidden
from exams.content.item_rules import check_item
from exams.content.numericals import read_template, read_tolerance, variables_of
from exams.content.part_shape import FORM
from exams.content.places import read_way
from exams.content.wordings import WrittenWording, read_wording
from exams.content.written_item import WrittenItem, with_mutual_enemies
from exams.items.item import LANGUAGES, AnswerKey, Difficulty, Item, ItemType, Level, Use

_FILE = re.compile(rf"bank/(exam|practice)/({SECTION.pattern})\.toml")
_FORM = re.compile(r"[A-Z]")
_LETTERS = {
    ItemType.SINGLE: "s",
    ItemType.MULTIPLE: "m",
    ItemType.TRUEFALSE: "t",
    ItemType.NUMERICAL: "n",
    ItemType.BEST_WORST: "j",
    ItemType.SHORTANSWER: "a",
    ItemType.FILL: "f",
    ItemType.DROPDOWN: "d",
    ItemType.MATCHING: "x",
    ItemType.ORDERING: "o",
    ItemType.CASE: "c",
    ItemType.HOTSPOT: "h",
}


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
    _check_forms(written, faults)
    check_bank(written, course.sections, faults)
    return with_mutual_enemies(written)


def _check_forms(written: Sequence[WrittenItem], faults: Faults) -> None:
    """Where one exam item names its form, every other one has to."""
    exam = [one for one in written if one.item.use is Use.EXAM]
    unsaid = [one for one in exam if not one.form_said]
    for one in unsaid if len(unsaid) < len(exam) else ():
        faults.note(one.place.file, one.place.line("id"), Code.FIELD_MISSING, field="form")


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
        trial=use is Use.EXAM and fields.flag("trial", default=False),
    )
    correct = read_key(fields, kind, item.letters)
    explanations = {language: one.explanation for language, one in texts.items()}
    tolerance = read_tolerance(fields) if numerical else read_way(fields, kind, correct)
    key = AnswerKey(item.id, item.version, correct, explanations, tolerance)
    check_item(item, key, {language: one.fields for language, one in texts.items()}, forbidden)
    said = use is Use.EXAM and fields.has("form")
    form = fields.matching("form", _FORM, FORM) if said else FORM
    fields.close()
    return WrittenItem(item, key, fields.place, form or FORM, form_said=said)


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
