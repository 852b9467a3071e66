"""A question about a picture written as an item of QTI 2.1: what a trainer changed becomes the item that is kept."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from exams.interop.numbers import as_text
from exams.interop.qti_marks import STEM_CLASS
from exams.interop.question import Question
from exams.interop.spot_cards import Spots
from exams.interop.spot_pictures import picture_file
from exams.interop.write_qti.pieces import RESPONSE, SCORE, by_match, by_template, response
from exams.interop.write_qti.text import put_text
from exams.interop.xml_tree import for_xml
from exams.items.spots import SpotShape, a_point_of, point_text, shape_of

Element = etree._Element


def with_spots(question: Question, spots: Spots) -> Question:
    """The question with its item written anew from the stem, the feedback, the names, the regions and the key."""
    media = picture_file(spots.board.picture)
    item = _item(question, spots, media.name)
    return replace(
        question,
        type="hotspot",
        source=etree.tostring(item, encoding="unicode"),
        media=(media,),
        qti=None,
        options={name: one for name, one in question.options.items() if name != "policy"},
    )


def _item(question: Question, spots: Spots, file: str) -> Element:
    item = etree.Element(
        "assessmentItem", identifier=question.idnumber or "item", title=for_xml(question.name) or "item"
    )
    item.set("adaptive", "false")
    item.set("timeDependent", "false")
    item.append(_declared(question, spots))
    for name, value in ((SCORE, "0"), ("MAXSCORE", as_text(question.mark))):
        told = etree.SubElement(item, "outcomeDeclaration", identifier=name, cardinality="single", baseType="float")
        etree.SubElement(etree.SubElement(told, "defaultValue"), "value").text = value
    if question.feedback:
        etree.SubElement(item, "outcomeDeclaration", identifier="FEEDBACK", cardinality="single", baseType="identifier")
    body = etree.SubElement(item, "itemBody")
    stem = etree.SubElement(body, "div")
    stem.set("class", STEM_CLASS)
    put_text(stem, question.stem, question.format)
    body.append(_interaction(spots, file))
    item.append(by_match(question.mark) if spots.names else by_template("map_response_point"))
    if question.feedback:
        shown = etree.SubElement(item, "modalFeedback", outcomeIdentifier="FEEDBACK", identifier="general_feedback")
        shown.set("showHide", "show")
        put_text(shown, question.feedback, question.format)
    return item


def _declared(question: Question, spots: Spots) -> Element:
    cardinality = "single" if spots.board.most == 1 else "multiple"
    if spots.names:
        return response(RESPONSE, cardinality, "identifier", spots.right)
    areas = [shape_of(one) for one in spots.right]
    told = [point_text(a_point_of(one)).replace(",", " ") for one in areas]
    node = response(RESPONSE, cardinality, "point", told)
    mapping = etree.SubElement(node, "areaMapping", defaultValue="0")
    for shape in areas:
        share = as_text(round(question.mark / len(areas), 10))
        etree.SubElement(mapping, "areaMapEntry", {**_shaped(shape), "mappedValue": share})
    return node


def _interaction(spots: Spots, file: str) -> Element:
    board = spots.board
    name = "hotspotInteraction" if spots.names else "selectPointInteraction"
    node = etree.Element(name, responseIdentifier=RESPONSE, maxChoices=str(board.most))
    kind = {".svg": "image/svg+xml", ".png": "image/png"}.get(file[-4:], "image/jpeg")
    held = etree.SubElement(node, "object", type=kind, data=file, width=str(board.width), height=str(board.height))
    held.text = for_xml(board.says)
    node.extend(_choices(spots))
    return node


def _choices(spots: Spots) -> Iterator[Element]:
    for letter, name in spots.names.items():
        about = {"identifier": letter, **_shaped(spots.board.shapes[letter]), "hotspotLabel": for_xml(name)}
        yield etree.Element("hotspotChoice", about)


def _shaped(shape: SpotShape) -> dict[str, str]:
    return {"shape": shape.kind, "coords": ",".join(map(str, shape.numbers))}
