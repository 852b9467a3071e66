"""All sources of a course read and checked in one go: what `academy course check` and `build` stand on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from exams.content.bank import read_bank
from exams.content.blueprints import WrittenBlueprint, read_blueprints
from exams.content.catalogue import (
    CourseFile,
    FactNote,
    Topic,
    read_course_file,
    read_facts,
    read_topics,
)
from exams.content.course import Term
from exams.content.faults import Fault, Faults
from exams.content.feasibility import note_shortages
from exams.content.figures import read_figures
from exams.content.forbidden import read_forbidden
from exams.content.glossary import read_glossary
from exams.content.references import check_references
from exams.content.scenario_checks import check_scenarios
from exams.content.scenarios import WrittenScenario, read_scenarios
from exams.content.sections import WrittenSection, read_sections
from exams.content.text_checks import check_texts
from exams.content.written_item import WrittenItem


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that was read, and every fault found on the way; complete only where there is none."""

    course: CourseFile
    sections: Mapping[str, WrittenSection]
    terms: tuple[Term, ...]
    facts: Mapping[str, FactNote]
    topics: tuple[Topic, ...]
    items: tuple[WrittenItem, ...]
    blueprints: tuple[WrittenBlueprint, ...]
    scenarios: tuple[WrittenScenario, ...]
    faults: tuple[Fault, ...]


def read_sources(folder: Path, today: date) -> Sources:
    """Read the sources under a folder; `today` decides which items have left the bank by their clause date."""
    faults = Faults()
    course = read_course_file(folder, faults)
    figures = read_figures(folder, faults)
    sections = read_sections(folder, course, figures, faults)
    glossary = read_glossary(folder, faults)
    facts = read_facts(folder, faults)
    topics = read_topics(folder, course, faults)
    forbidden = read_forbidden(folder, faults)
    items = read_bank(folder, course, forbidden, faults)
    blueprints = read_blueprints(folder, faults)
    scenarios = read_scenarios(folder, faults)
    check_references(course, sections, glossary.terms, facts, items, faults)
    check_texts(sections, figures.values(), items, glossary, forbidden, faults)
    check_scenarios(course, sections, facts, scenarios, forbidden, faults)
    note_shortages(blueprints, items, today, faults)
    return Sources(course, sections, glossary.terms, facts, topics, items, blueprints, scenarios, faults.sorted())
