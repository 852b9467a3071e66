"""The fixed files of the sample course: course, glossary, facts, topics, figure, two sections, blueprints."""

COURSE = """\
code = "CSC-BASIC"
version = "2026.1"
[titles]
zh = "客服中心基础"
en = "Service centre basics"
[[chapters]]
number = 1
sections = ["1.1", "1.2"]
[chapters.titles]
zh = "概述"
en = "Overview"
"""

GLOSSARY = """\
[[term]]
id = "fcr"
[term.names]
zh = "一次解决率"
en = "first-contact resolution"
[term.meanings]
zh = "一次联系就解决的比例。"
en = "The share solved at the first contact."
[term.avoid]
zh = ["首解率"]
en = ["first-call resolution"]
"""

FACTS = """\
[facts]
"F-OPS-01" = "V2 H"
"F-OPS-13" = "V3 M"
"F-STD-06" = "V2 H review"
"F-STD-08" = "V2 M review compliance"
"""

TOPICS = """\
[[topic]]
id = "1.1.1"
title_zh = "定义"
title_en = "Definition"
sections = ["1.1"]
[[topic]]
id = "2.1.1"
title_zh = "储蓄"
title_en = "Savings"
sections = ["2.1", "2.2"]
"""

FORBIDDEN = """\
options = ["以上都对", "all of the above"]
promises = ["保本", "稳赚", "risk-free"]
unless = ["不", "not"]
"""

SVG = """\
<svg viewBox="0 0 720 240">
  <g fill="{{c:ink}}">
    <rect x="20" y="20" width="200" height="80" fill="{{c:surface}}" stroke="{{c:line}}"/>
    <text x="120" y="60" font-size="18" text-anchor="middle">{{t:bank}}</text>
    <text x="420" y="60" font-size="18">80/20</text>
  </g>
</svg>
"""

WORDS = """\
[zh]
bank = "银行 & 客户"
[en]
bank = "Bank & customer"
"""

FIRST_ZH = """\
+++
id = "1.1"
title = "首问负责"
minutes = 6
review_date = 2027-06-30
facts = ["F-STD-06", "F-STD-08"]
compliance_review = ["F-STD-08"]
[[objectives]]
id = "1.1-a"
level = "R"
text = "说出首问负责的含义"
[[objectives]]
id = "1.1-b"
level = "U"
text = "解释首问负责的理由"
+++

::: case 王女士的来电
她问：“谁来负责？”
:::

### 谁先接，谁负责

谁先接到**客户**的问题，谁就跟到底，
这叫首问负责。见[一次解决率](term:fcr)和[下一节](section:1.2)。{F-STD-06}

::: figure bridge
银行与客户 | 一个方框，写着银行与客户
:::

::: check 1.1-p1
:::

::: say 怎么说
| 客户 | 您 |
| --- | --- |
| “又要转？” | “我来跟。” |
:::

::: summary 要点
- 跟到底。
:::
"""

FIRST_EN = """\
+++
id = "1.1"
title = "First-contact ownership"
minutes = 6
review_date = 2027-06-30
facts = ["F-STD-06", "F-STD-08"]
compliance_review = ["F-STD-08"]
[[objectives]]
id = "1.1-a"
level = "R"
text = "Say what first-contact ownership means"
[[objectives]]
id = "1.1-b"
level = "U"
text = "Explain why it is so"
+++

::: case Ms Wang calls
She asks: “Who is in charge?”
:::

### Whoever answers, owns it

Whoever takes the **customer's** question first follows it to the end:
first contact means ownership. See [resolution](term:fcr) and [the next](section:1.2). {F-STD-06}

::: figure bridge
Bank and customer | A box that says bank and customer
:::

::: check 1.1-p1
:::

::: say What to say
| Customer | You |
| --- | --- |
| “Passed on again?” | “I will follow it.” |
:::

::: summary Key points
- Follow it to the end.
:::
"""

SECOND_ZH = """\
+++
id = "1.2"
title = "服务水平"
minutes = 12
facts = ["F-OPS-01"]
[[objectives]]
id = "1.2-a"
level = "A"
text = "计算服务水平"
+++

服务水平按呼入量计算。

| 指标 | 算法 |
| --- | ---: |
| 服务水平 | 20 秒内接起 ÷ 呼入 |
"""

SECOND_EN = """\
+++
id = "1.2"
title = "Service level"
minutes = 12
facts = ["F-OPS-01"]
[[objectives]]
id = "1.2-a"
level = "A"
text = "Compute the service level"
+++

The service level is computed on offered calls.

| metric | how |
| --- | ---: |
| service level | answered in 20 s ÷ offered |
"""

FINAL = """\
name = "final"
use = "exam"
minutes = 20
pass_percent = 80
feedback = "chapters"
[titles]
zh = "结业考试"
en = "Final examination"
[points]
single = 1
multiple = 2
truefalse = 1
numerical = 3
best_worst = 3
[[cell]]
chapter = 1
type = "single"
items = 1
[[cell]]
chapter = 1
type = "multiple"
items = 1
[[cell]]
chapter = 1
type = "truefalse"
items = 1
[[cell]]
chapter = 1
type = "numerical"
items = 1
[[cell]]
chapter = 1
type = "best_worst"
items = 1
[[level]]
chapter = 1
level = "apply"
items = 1
[red_line]
items = 1
needed = 1
[retakes]
tries = 3
days = 30
hours_between = 24
seen_percent = 20
weak_percent = 50
coach_talk = false
renew_days = 600
[marking]
negative = 2500000
floor = -1000
[marking.chapter_pass]
1 = 60
"""

QUIZ = """\
name = "quiz-1"
use = "practice"
minutes = 0
pass_percent = 70
feedback = "items"
[titles]
zh = "第一章测验"
en = "Chapter 1 quiz"
[points]
single = 1
[[cell]]
chapter = 1
type = "single"
items = 4
"""
