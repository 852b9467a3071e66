"""One language of a section: front matter and body of one file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from exams.content.blocks import Body, read_body
from exams.content.course import Objective, SectionText
from exams.content.faults import Code, Faults
from exams.content.fields import Fields, Place, read_toml
from exams.content.figures import Drawing
from exams.content.files import read_source
from exams.content.front_matter import split_front_matter

_LEVEL = re.compile("R|U|A|An|E|C")


@dataclass(frozen=True, slots=True)
class SectionFile:
    """One language of a section as its file has it."""

    place: Place
    id: str
    minutes: int
    text: SectionText
    body: Body
    facts: tuple[str, ...]
    compliance_review: tuple[str, ...]
    review_date: date | None


def read_section_file(
    folder: Path, name: str, language: str, figures: Mapping[str, Drawing], faults: Faults
) -> SectionFile | None:
    """Read it; None where it cannot be read at all, which is noted."""
    source = read_source(folder, name, faults)
    halves = split_front_matter(source, faults) if source else None
    fields = read_toml(halves[0], faults) if halves else None
    if fields is None or halves is None:
        return None
    section = fields.text("id")
    title = fields.text("title")
    body = read_body(halves[1], language, figures, faults)
    one = SectionFile(
        place=fields.place,
        id=section,
        minutes=fields.integer("minutes", 1, 90),
        text=SectionText(title, _objectives(fields, section), body.blocks),
        body=body,
        facts=fields.texts("facts"),
        compliance_review=fields.texts("compliance_review", needed=False),
        review_date=fields.day("review_date"),
    )
    fields.close()
    return one


def _objectives(fields: Fields, section: str) -> tuple[Objective, ...]:
    objectives: list[Objective] = []
    form = re.compile(re.escape(section) + "-[a-z]")
    for one in fields.tables("objectives"):
        name = one.text("id")
        if name and (not form.fullmatch(name) or name in {said.id for said in objectives}):
            one.note("id", Code.OBJECTIVE_ID, objective=name, section=section)
        level = one.matching("level", _LEVEL, "R U A An E C")
        objectives.append(Objective(name, level, one.text("text")))
        one.close()
    return tuple(objectives)
