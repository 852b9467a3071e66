"""A small whole call for the sample course of the content tests: three lines with replies, two ends, no fault."""

from pathlib import Path

from exams.content.faults import Code
from exams.scenarios.scenario import Scenario
from tests.exams.content.sources import SourceTree, a_course

FILE = "scenarios/s01.toml"

HEAD = """\
id = "s01"
version = 1
shelf = "core"
sections = ["1.1"]
objectives = ["1.1-a"]
facts = ["F-STD-06"]
difficulty = "easy"
target_seconds = 100
pass_mark = 80
[titles]
zh = "余额"
en = "The balance"
[situation]
zh = "上午，来电人未核身。"
en = "Morning, the caller is not verified."
[caller]
age = "60+"
mood = 3
[caller.names]
zh = "王女士"
en = "Ms Wang"
[red_line]
zh = "未核身就说余额。"
en = "The balance told without a check."
[hang_up]
zh = "算了！"
en = "Forget it!"
[rubric]
compliance = 40
accuracy = 50
record = 10

[[hidden]]
id = "daughter"
zh = "其实是女儿要查。"
en = "It is the daughter who wants to know."

[[phrase]]
id = "identity"
zh = "核身"
en = "Identity check"
criterion = "compliance"
points = 10
within = 30

[[note]]
id = "cause"
right = "check"
points = 10
[note.labels]
zh = "原因"
en = "Cause"
[[note.option]]
id = "check"
zh = "核身"
en = "check"
[[note.option]]
id = "other"
zh = "其他"
en = "other"
"""

NODES = """
[[node]]
id = "open"
seconds = 20
zh = "我就查个余额。"
en = "Just my balance."
[[node.choice]]
id = "open-1"
zh = "好的，先核对两项信息。"
en = "Gladly, two checks first."
move = "best"
to = "ask"
mood = -1
points = { compliance = 20 }
says = ["identity"]
[[node.choice]]
id = "open-2"
zh = "核身是规定，不核身就查不了，您配合一下。"
en = "The check is a rule; without it nothing can be looked up, so please do."
move = "neutral"
to = "ask"
mood = 1
points = { compliance = 10 }
says = ["identity"]
reaction_zh = "规定真多。"
reaction_en = "So many rules."
feedback_zh = "理由没说。"
feedback_en = "No reason given."
[[node.choice]]
id = "open-3"
zh = "您的余额是五百元。"
en = "Your balance is 500."
move = "worst"
to = "tell"
red_line = true
feedback_zh = "踩了红线。"
feedback_en = "The red line."

[[node]]
id = "ask"
seconds = 20
zh = "你问吧。"
en = "Go on then."
[[node.choice]]
id = "ask-1"
zh = "等着。"
en = "Wait."
move = "poor"
to = "tell"
mood = 2
reaction_zh = "什么态度！"
reaction_en = "What manners!"
feedback_zh = "太生硬。"
feedback_en = "Too curt."
[[node.choice]]
id = "ask-2"
zh = "请问这次是您本人要查吗？"
en = "Is it you who wants to know?"
move = "best"
to = "tell"
points = { compliance = 10, accuracy = 10 }
discovers = ["daughter"]
[[node.choice]]
id = "ask-3"
zh = "我把资料都念一遍。"
en = "I read you everything on file, tell me whether it is right."
move = "worst"
to = "tell"
feedback_zh = "不该念。"
feedback_en = "Not to be read out."

[[node]]
id = "tell"
seconds = 20
mood = 1
zh = "那是多少？"
en = "How much then?"
[[node.choice]]
id = "tell-1"
zh = "大概五六百吧。"
en = "Five or six hundred."
move = "poor"
to = "end-flat"
feedback_zh = "不能说大概。"
feedback_en = "No guesses."
[[node.choice]]
id = "tell-2"
zh = "自己看手机。"
en = "Look at your phone."
move = "poor"
to = "end-flat"
mood = 1
reaction_zh = "……"
reaction_en = "…"
feedback_zh = "推出去了。"
feedback_en = "Sent away."
[[node.choice]]
id = "tell-3"
zh = "到今天上午十点，一共是五百一十二元四角。"
en = "At ten this morning it is 512.40 in all."
move = "best"
to = "end-well"
mood = -1
points = { accuracy = 40 }

[[node]]
id = "end-well"
end = true
zh = "谢谢。"
en = "Thank you."
[[node]]
id = "end-flat"
end = true
zh = "哦。"
en = "Oh."
"""


def a_course_with_a_call(folder: Path) -> SourceTree:
    """The sample course and the call."""
    tree = a_course(folder)
    tree.write(FILE, HEAD + NODES)
    return tree


def a_call(folder: Path) -> Scenario:
    """The call as it is read."""
    (written,) = a_course_with_a_call(folder).read().scenarios
    return written.scenario


def found(tree: SourceTree, code: Code) -> list[int]:
    """The lines of the call's file that have the fault."""
    return [line for file, line, one in tree.faults() if (file, one) == (FILE, code)]
