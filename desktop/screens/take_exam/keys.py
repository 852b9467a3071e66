"""Names, tasks and keys of the types of question. Words only."""

from desktop.words import mark

TYPE_NAMES = {
    "single": mark("Single choice"),
    "multiple": mark("Multiple choice"),
    "truefalse": mark("True or false"),
    "numerical": mark("Calculation"),
    "best_worst": mark("Best and worst"),
    "shortanswer": mark("Short answer"),
    "fill": mark("Fill in"),
    "dropdown": mark("Choose for each place"),
    "matching": mark("Matching"),
    "ordering": mark("Ordering"),
    "case": mark("Case"),
    "hotspot": mark("Point into a picture"),
}
TYPE_TASKS = {
    "single": mark("Choose the one right answer."),
    "multiple": mark("Choose every right answer; there are at least two."),
    "truefalse": mark("Is the statement true or false?"),
    "numerical": mark("Work it out and type the number."),
    "best_worst": mark("Choose the best move and the worst move."),
    "shortanswer": mark("Type the answer in a few words."),
    "fill": mark("Type what belongs into each place."),
    "dropdown": mark("Choose what belongs into each place."),
    "matching": mark("Choose for each line what belongs to it."),
    "ordering": mark("Put the steps into the right order."),
    "case": mark("One call, several questions: answer each of them."),
    "hotspot": mark("Point at every place in the picture that is asked for."),
}
KEYS = {
    "single": (("A–E", mark("choose")),),
    "multiple": (("A–E", mark("choose or take back")),),
    "truefalse": (("A", mark("true")), ("B", mark("false"))),
    "numerical": (("Enter", mark("save")),),
    "best_worst": (("A–E", mark("best")), ("Shift+A–E", mark("worst"))),
    "shortanswer": (("Tab", mark("to the tools")),),
    "fill": (("Tab", mark("next place")),),
    "dropdown": (("Tab", mark("next place")), ("↑↓", mark("choose"))),
    "matching": (("Tab", mark("next line")), ("↑↓", mark("choose"))),
    "ordering": (("Alt+↑↓", mark("move the step")), ("↑↓", mark("step by step"))),
    "case": (("Tab", mark("next question")), ("A–E", mark("choose"))),
    "hotspot": (("A–E", mark("choose or take back")), ("↑↓←→", mark("move the cross")), ("Space", mark("set a point"))),
}
KEYS_ALWAYS = (
    ("Alt+→", mark("next")),
    ("Alt+←", mark("back")),
    ("Ctrl+M", mark("flag")),
    ("Ctrl+Enter", mark("hand-in page")),
    ("F1", mark("all keys")),
)
ALL_KEYS = (
    (
        mark("To answer"),
        (
            ("A–E", mark("choose an option; of a sixth one, 6")),
            ("1–9", mark("the same by number")),
            ("Shift+A–E", mark("the worst move, where the best and the worst are asked for")),
            ("↑↓", mark("to the option above or below")),
            ("Alt+↑↓", mark("move a step of an ordering")),
            ("↑↓←→", mark("move the cross in a picture, with Shift by one; Space sets a point or removes it")),
            ("Enter", mark("choose the option under the focus; save a number")),
        ),
    ),
    (
        mark("Way"),
        (
            ("N", mark("next question; in a field Alt+→")),
            ("P", mark("question before; in a field Alt+←")),
            ("F", mark("flag, or take the flag away; in a field Ctrl+M")),
            ("Ctrl+Enter", mark("check and hand in")),
            ("Tab", mark("on to the next part of the page")),
        ),
    ),
    (
        mark("Aids"),
        (
            ("X", mark("strike out the option under the focus")),
            ("H", mark("highlight in the question: arrows, Shift, Space; Esc goes back")),
            ("S", mark("scratch notes")),
            ("K", mark("calculator, where a number is asked for")),
            ("L", mark("this question in the other language")),
            ("R", mark("report a problem with this question")),
            ("V", mark("read the question aloud, or be silent; where this PC can speak")),
            ("?", mark("these keys; everywhere F1")),
        ),
    ),
)
"""The keys of the whole screen. What stands for an aid works in a field together with Alt."""
