"""Keys of several choices that stand only in the processing (interop 3.6): what gains over an empty response."""

from exams.interop.codes import Code
from tests.exams.interop.qti2.new_items import choices, declared, everything, item


def scored(*pairs):
    """An if and its else-ifs, each of which adds one where a response is a value."""
    names = ["responseIf", *["responseElseIf"] * (len(pairs) - 1)]
    steps = "".join(
        f'<{step}><match><variable identifier="{name}"/><baseValue baseType="identifier">{value}</baseValue></match>'
        '<setOutcomeValue identifier="SCORE"><sum><variable identifier="SCORE"/>'
        f'<baseValue baseType="float">1</baseValue></sum></setOutcomeValue></{step}>'
        for step, (name, value) in zip(names, pairs, strict=True)
    )
    return f"<responseProcessing><responseCondition>{steps}</responseCondition></responseProcessing>"


def test_keys_of_several_choices_that_stand_only_in_the_processing():
    second = choices("c", "d").replace("RESPONSE", "OTHER")
    text = item(
        declared() + declared(name="OTHER"), choices("a", "b") + second, scored(("RESPONSE", "B"), ("OTHER", "A"))
    )
    (question,) = everything(text)
    assert [[one.fraction for one in part.answers] for part in question.parts] == [[0, 1], [1, 0]]


def test_choices_that_count_only_together_have_no_key_of_their_own():
    second = choices("c", "d").replace("RESPONSE", "OTHER")
    both = scored(("RESPONSE", "B")).replace("<match>", "<and><match>", 1).replace(
        "</match>", '</match><isNull><variable identifier="NOBODY"/></isNull><match><variable identifier="OTHER"/>'
        '<baseValue baseType="identifier">A</baseValue></match></and>', 1
    )  # fmt: skip
    question, warned = everything(item(declared() + declared(name="OTHER"), choices("a", "b") + second, both))
    assert warned.code == Code.NO_FULL_MARK
    assert not any(one.fraction for part in question.parts for one in part.answers)
