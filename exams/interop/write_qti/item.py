"""One question as an item, in the names of QTI 2.1."""

from lxml import etree

from exams.errors import AcademyError
from exams.interop.numbers import as_text
from exams.interop.qti_marks import STEM_CLASS
from exams.interop.question import KEPT, Question
from exams.interop.write_qti.bodies import Asked, asked_by
from exams.interop.write_qti.keys import Unsayable
from exams.interop.write_qti.pieces import SCORE
from exams.interop.write_qti.text import put_text
from exams.interop.xml_tree import for_xml, local, parse_xml

Element = etree._Element
_GENERAL = "general_feedback"


def item_of(question: Question, ident: str) -> tuple[Element, list[str]]:
    """The item and what it loses beside what every item does; raises `Unsayable`."""
    asked = asked_by(question)
    item = etree.Element("assessmentItem", identifier=ident, title=for_xml(question.name) or ident)
    item.set("adaptive", "false")
    item.set("timeDependent", "false")
    item.extend(asked.responses)
    if question.type != "description":
        _outcome(item, SCORE, "float", "0")
        _outcome(item, "MAXSCORE", "float", as_text(question.mark))
    if question.feedback:
        _outcome(item, "FEEDBACK", "identifier", _GENERAL)
    _body(item, question, asked)
    if asked.processing is not None:
        item.append(asked.processing)
    if question.feedback:
        shown = etree.SubElement(item, "modalFeedback", outcomeIdentifier="FEEDBACK", identifier=_GENERAL)
        shown.set("showHide", "show")
        put_text(shown, question.feedback, question.format)
    return item, asked.lost


def kept_item(question: Question) -> Element | None:
    """The item that a question came as, where it is of a type that only goes round."""
    if question.type not in KEPT or "assessmentItem" not in question.source:
        return None
    try:
        root = parse_xml(question.source)
    except AcademyError:
        return None
    return root if local(root) == "assessmentItem" else None


def _outcome(item: Element, ident: str, base: str, value: str) -> None:
    declared = etree.SubElement(item, "outcomeDeclaration", identifier=ident, cardinality="single", baseType=base)
    etree.SubElement(etree.SubElement(declared, "defaultValue"), "value").text = value


def _body(item: Element, question: Question, asked: Asked) -> None:
    body = etree.SubElement(item, "itemBody")
    stem = etree.SubElement(body, "div")
    stem.set("class", STEM_CLASS)
    if put_text(stem, asked.stem, question.format, asked.places) != set(asked.places):
        raise Unsayable
    body.extend(asked.blocks)
