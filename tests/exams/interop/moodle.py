"""Files of Moodle XML as the tests write them, and what is read from them."""

from exams.interop.moodle_xml import read_moodle_xml
from exams.interop.question import Question


def quiz(*inner):
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', "<quiz>", *inner, "</quiz>"])


def asked(kind, inner="", name="<name><text>Name</text></name>", stem="<questiontext><text>Stem</text></questiontext>"):
    return f'<question type="{kind}">{name}{stem}{inner}</question>'


def everything(*inner):
    return list(read_moodle_xml(quiz(*inner).encode()))


def only(kind, inner="", **head):
    (question,) = (one for one in everything(asked(kind, inner, **head)) if isinstance(one, Question))
    return question


def told(kind, inner="", **head):
    return [one.code for one in everything(asked(kind, inner, **head)) if not isinstance(one, Question)]


def option(fraction, text, more=""):
    return f'<answer fraction="{fraction}"><text>{text}</text>{more}</answer>'


TWO = option(100, "a") + option(0, "b")
PAIRS = "".join(
    f"<subquestion><text>{left}</text><answer><text>{right}</text></answer></subquestion>"
    for left, right in [("a", "1"), ("b", "2"), ("", "3")]
)
UNIT = "<units><unit><multiplier>1000</multiplier><unit_name>m</unit_name></unit></units>"
