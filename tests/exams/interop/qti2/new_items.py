"""Small items of QTI 2.x, written for these tests, and the same in the names of 3.0."""

import re

from exams.interop.qti2.reader import read_qti2
from exams.interop.question import Question

V21 = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_NAMES = [
    "assessmentItem",
    "responseDeclaration",
    "outcomeDeclaration",
    "correctResponse",
    "value",
    "mapping",
    "mapEntry",
    "itemBody",
    "prompt",
    "choiceInteraction",
    "simpleChoice",
    "orderInteraction",
    "matchInteraction",
    "simpleMatchSet",
    "simpleAssociableChoice",
    "textEntryInteraction",
    "extendedTextInteraction",
    "inlineChoiceInteraction",
    "inlineChoice",
    "gapMatchInteraction",
    "gapText",
    "gap",
    "responseProcessing",
    "responseCondition",
    "responseIf",
    "responseElse",
    "match",
    "variable",
    "correct",
    "equal",
    "baseValue",
    "setOutcomeValue",
    "hotspotInteraction",
    "hotspotChoice",
    "uploadInteraction",
    "associateInteraction",
    "hottextInteraction",
    "hottext",
    "stringMatch",
    "sliderInteraction",
    "customInteraction",
    "graphicOrderInteraction",
    "graphicAssociateInteraction",
    "graphicGapMatchInteraction",
    "associableHotspot",
    "gapImg",
    "gte",
    "lte",
    "and",
]


def dashed(name):
    return re.sub(r"([A-Z])", lambda found: "-" + found[1].lower(), name)


def as_3(text):
    """The same item in the names of QTI 3.0."""

    def tag(found):
        slash, name, attributes = found.groups()
        if name not in _NAMES:
            return found[0]
        attributes = re.sub(r" ([a-zA-Z]+)=", lambda one: f" {dashed(one[1])}=", attributes)
        return f"<{slash}qti-{dashed(name)}{attributes}>"

    return re.sub(r"<(/?)([A-Za-z]+)([^<>]*)>", tag, text)


def declared(*correct, cardinality="single", base="identifier", name="RESPONSE", more=""):
    values = "".join(f"<value>{one}</value>" for one in correct)
    right = f"<correctResponse>{values}</correctResponse>" if correct else ""
    head = f'<responseDeclaration identifier="{name}" cardinality="{cardinality}" baseType="{base}">'
    return f"{head}{right}{more}</responseDeclaration>"


def choices(*texts, most=1, tag="simpleChoice"):
    inside = "".join(f'<{tag} identifier="{chr(65 + n)}">{text}</{tag}>' for n, text in enumerate(texts))
    return (
        f'<choiceInteraction responseIdentifier="RESPONSE" maxChoices="{most}"><prompt>Which?</prompt>'
        f"{inside}</choiceInteraction>"
    )


def entry(name="RESPONSE"):
    return f'<textEntryInteraction responseIdentifier="{name}"/>'


def item(head, body, processing="match_correct"):
    rules = (
        processing
        if processing.startswith("<") or not processing
        else f'<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/{processing}"/>'
    )
    score = '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>'
    return (
        f'<assessmentItem xmlns="{V21}" identifier="I" title="T" adaptive="false" timeDependent="false">'
        f"{head}{score}<itemBody>{body}</itemBody>{rules}</assessmentItem>"
    )


def everything(text):
    return list(read_qti2(text.encode()))


def only(*pieces):
    """The question, which must be the same in the names of 3.0."""
    text = item(*pieces)
    (question,) = (one for one in everything(text) if isinstance(one, Question))
    (newer,) = (one for one in everything(as_3(text)) if isinstance(one, Question))
    assert shown(newer) == shown(question)
    return question


def shown(question):
    told = question.to_json()
    told["qti"] = {name: value for name, value in told["qti"].items() if name != "processing"}
    return told
