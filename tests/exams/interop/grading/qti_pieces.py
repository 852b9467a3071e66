"""Pieces of QTI items, written for these tests, and how one is graded."""

from exams.interop.grading.door import grade_case

SCORE = '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>'


def declared(cardinality="single", base="identifier", correct=(), inside="", name="RESPONSE"):
    values = "".join(f"<value>{one}</value>" for one in correct)
    right = f"<correctResponse>{values}</correctResponse>" if correct else ""
    head = f'<responseDeclaration identifier="{name}" cardinality="{cardinality}" baseType="{base}">'
    return f"{head}{right}{inside}</responseDeclaration>"


def template(name):
    return f'<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/{name}"/>'


def graded(*pieces, response, **options):
    item = f"<assessmentItem>{''.join(pieces)}</assessmentItem>"
    question = {"type": "single", "qti": {"interactions": [], "responses": [], "processing": item}}
    given = response if isinstance(response, dict) else {"RESPONSE": response}
    return grade_case(question, given, options)


def fraction(*pieces, response, **options):
    return graded(*pieces, response=response, **options).fraction


def when(condition, score="1", otherwise="0"):
    value = '<setOutcomeValue identifier="SCORE"><baseValue baseType="float">{}</baseValue></setOutcomeValue>'
    return (
        f"<responseProcessing><responseCondition><responseIf>{condition}{value.format(score)}</responseIf>"
        f"<responseElse>{value.format(otherwise)}</responseElse></responseCondition></responseProcessing>"
    )


def base(kind, value):
    return f'<baseValue baseType="{kind}">{value}</baseValue>'


def num(value):
    return base("float", value)


def ident(value):
    return base("identifier", value)


def rounded(name, mode, figures, *inside):
    return f'<{name} roundingMode="{mode}" figures="{figures}">{"".join(inside)}</{name}>'


def equal(first, second, **attributes):
    said = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<equal{said}>{first}{second}</equal>"


R = '<variable identifier="RESPONSE"/>'
C = '<correct identifier="RESPONSE"/>'
