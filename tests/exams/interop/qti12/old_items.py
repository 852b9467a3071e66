"""Small items of QTI 1.2, written for these tests."""

from exams.interop.qti12.reader import read_qti12
from exams.interop.question import Question


def mat(text, kind="text/plain"):
    return f'<material><mattext texttype="{kind}">{text}</mattext></material>'


def labels(*names):
    return "".join(f'<response_label ident="{name}">{mat(f"text {name}")}</response_label>' for name in names)


def lid(*names, ident="R", cardinality="Single", prompt=""):
    return (
        f'<response_lid ident="{ident}" rcardinality="{cardinality}">{prompt}'
        f"<render_choice>{labels(*names)}</render_choice></response_lid>"
    )


def typed(ident="R", fibtype=""):
    kind = f' fibtype="{fibtype}"' if fibtype else ""
    return f'<response_str ident="{ident}" rcardinality="Single"><render_fib{kind}/></response_str>'


def eq(value, ident="R", **more):
    said = "".join(f' {name}="{one}"' for name, one in more.items())
    return f'<varequal respident="{ident}"{said}>{value}</varequal>'


def cond(inside, amount=100, action="Set", more=""):
    return (
        f"<respcondition {more}><conditionvar>{inside}</conditionvar>"
        f'<setvar varname="SCORE" action="{action}">{amount}</setvar></respcondition>'
    )


def meta(**fields):
    inside = "".join(
        f"<qtimetadatafield><fieldlabel>{name}</fieldlabel><fieldentry>{value}</fieldentry></qtimetadatafield>"
        for name, value in fields.items()
    )
    return f"<itemmetadata><qtimetadata>{inside}</qtimetadata></itemmetadata>"


def item(presentation, *conditions, head="", stem="What?", decvar='<decvar varname="SCORE" maxvalue="100"/>'):
    processing = f"<resprocessing><outcomes>{decvar}</outcomes>{''.join(conditions)}</resprocessing>"
    return f'<item ident="I" title="T">{head}<presentation>{mat(stem)}{presentation}</presentation>{processing}</item>'


def whole(*items):
    return f'<questestinterop><assessment title="A"><section>{"".join(items)}</section></assessment></questestinterop>'


def everything(*items):
    return list(read_qti12(whole(*items).encode()))


def only(*pieces, **named):
    (question,) = (one for one in everything(item(*pieces, **named)) if isinstance(one, Question))
    return question


def right(question):
    return [one.text for one in question.answers if one.fraction > 0]
