"""Every way we know to spoil the sample course: what is changed, and which fault must be found on which line."""

from dataclasses import dataclass

from exams.content.faults import Code
from tests.exams.content.sources import SourceTree

SINGLE = "bank/exam/1.1.toml"
NUMERICAL = "bank/exam/1.2.toml"
PRACTICE = "bank/practice/1.1.toml"
ZH = "course/zh/1/1.1.md"
EN = "course/en/1/1.1.md"
EN2 = "course/en/1/1.2.md"
ZH2 = "course/zh/1/1.2.md"
FIGURE = "course/figures/bridge.svg"
WORDS = "course/figures/bridge.toml"
COURSE = "course/course.toml"
FINAL = "blueprints/final.toml"


@dataclass(frozen=True, slots=True)
class Spoil:
    """Replace `old` by `new` in a file; the fault stands `shift` lines after it, in `where` if in another file."""

    name: str
    file: str
    old: str
    new: str
    code: Code
    shift: int = 0
    where: str = ""
    line: int = 0

    def apply(self, tree: SourceTree) -> tuple[str, int, Code]:
        """Spoil the tree; returns the fault to expect."""
        line = tree.replace(self.file, self.old, self.new)
        return (self.where or self.file, self.line or line + self.shift, self.code)


UNPRACTISED = (Code.OBJECTIVE_UNPRACTISED, 0, ZH, 12)
UNLINKED = (Code.TERM_UNLINKED, 0, "course/glossary.toml", 2)

ITEMS = (
    Spoil("endless stem", SINGLE, "Question 1.1-s1?", "Question 1.1-s1?" + "x" * 65_536, Code.TOO_LONG),
    Spoil("endless option", SINGLE, "option A", "option A" + "x" * 8_192, Code.TOO_LONG),
    Spoil("no version", SINGLE, "version = 1\n", "", Code.FIELD_MISSING, -2),
    Spoil("version as text", SINGLE, "version = 1", 'version = "1"', Code.FIELD_TYPE),
    Spoil("version zero", SINGLE, "version = 1", "version = 0", Code.FIELD_VALUE),
    Spoil("unknown field", SINGLE, "version = 1", "version = 1\nlevle = 3", Code.FIELD_UNKNOWN, 1),
    Spoil("unknown type", SINGLE, 'difficulty = "easy"', 'difficulty = "simple"', Code.FIELD_VALUE),
    Spoil("a fraction", SINGLE, "version = 1", "version = 1.5", Code.FIELD_TYPE),
    Spoil("date and time", SINGLE, "2030-01-01", "2030-01-01T00:00:00", Code.FIELD_TYPE),
    Spoil("number of another section", SINGLE, '"1.1-s1"', '"1.2-s9"', Code.ITEM_ID),
    Spoil("letter of another type", SINGLE, '"1.1-t1"', '"1.1-s7"', Code.ITEM_ID),
    Spoil("practice number in the exam", SINGLE, '"1.1-t1"', '"1.1-p7"', Code.ITEM_ID),
    Spoil("same number twice", SINGLE, '"1.1-m2"', '"1.1-m1"', Code.ID_TWICE),
    Spoil("unknown fact", SINGLE, '["F-STD-06"]', '["F-STD-99"]', Code.FACT_UNKNOWN),
    Spoil("weak fact", SINGLE, '["F-STD-06"]', '["F-OPS-13"]', Code.FACT_WEAK),
    Spoil("objective of another section", SINGLE, '"1.1-a"', '"1.2-a"', Code.OBJECTIVE_UNKNOWN),
    Spoil("unknown enemy", SINGLE, '["1.1-s1"]', '["1.1-s77"]', Code.ENEMY_UNKNOWN),
    Spoil("its own enemy", SINGLE, '["1.1-s1"]', '["1.1-m1"]', Code.ENEMY_UNKNOWN),
    Spoil("three options", SINGLE, 'D = "option D"\n', "", Code.OPTION_COUNT, -4),
    Spoil("six options of a multiple", SINGLE, 'E = "选项E"\n', 'E = "选项E"\nF = "选项F"\n', Code.OPTION_COUNT, -5),
    Spoil("letters with a gap", SINGLE, 'D = "选项D"', 'E = "选项D"', Code.OPTION_LETTERS, -4),
    Spoil("no options at all", SINGLE, "[item.zh.options]", "[item.zh.optons]", Code.FIELD_MISSING, -3),
    Spoil("options alike", SINGLE, 'D = "option D"', 'D = "Ｏption  a"', Code.OPTIONS_EQUAL),
    Spoil("empty option", SINGLE, 'D = "option D"', 'D = " "', Code.FIELD_MISSING),
    Spoil("all of the above", SINGLE, 'D = "option D"', 'D = "All of  the above"', Code.OPTION_FORBIDDEN),
    Spoil("promise in the key", SINGLE, 'B = "选项B"', 'B = "这款产品保本"', Code.OPTION_PROMISE),
    Spoil("key names no option", SINGLE, 'key = "B"', 'key = "E"', Code.KEY_LETTER),
    Spoil("key of another type", SINGLE, 'key = "B"', 'key = ["B"]', Code.KEY_TYPE),
    Spoil("true as text", SINGLE, "key = true", 'key = "true"', Code.KEY_TYPE),
    Spoil("one right of several", SINGLE, 'key = ["A", "C"]', 'key = ["A"]', Code.KEY_COUNT),
    Spoil("best without worst", SINGLE, '{best = "C", worst = "A"}', '{best = "C"}', Code.KEY_TYPE),
    Spoil("best is worst", SINGLE, '{best = "C", worst = "A"}', '{best = "C", worst = "C"}', Code.KEY_COUNT),
    Spoil("no key", SINGLE, 'key = "B"\n', "", Code.FIELD_MISSING, -8),
    Spoil("no why for an option", SINGLE, 'C = "reason C"\n', "", Code.WHY_MISSING, -3),
    Spoil("why for no option", SINGLE, 'D = "reason D"', 'D = "reason D"\nE = "reason E"', Code.WHY_UNKNOWN, 1),
    Spoil("no why for false", SINGLE, 'false = "wrong"\n', "", Code.WHY_MISSING, -2),
    Spoil("no explanation", SINGLE, 'explanation = "Question 1.1-s1? 99"\n', "", Code.FIELD_MISSING, -2),
    Spoil("same stem in both", SINGLE, "Question 1.1-s1?", "问题 1.1-s1？", Code.NOT_TRANSLATED, -1),
    Spoil("brace in a stem", SINGLE, "Question 1.1-s1?", "Question {offered}?", Code.PLACEHOLDER),
    Spoil("hidden character by escape", SINGLE, "option A", "option\\u202e A", Code.CHARACTER),
    Spoil("hidden character", SINGLE, "option A", "option\u200b A", Code.CHARACTER),
    Spoil("no TOML", SINGLE, "version = 1", "version 1", Code.TOML),
    Spoil("endless number", SINGLE, "version = 1", "version = " + "1" * 5000, Code.TOML, line=1),
    Spoil("key of a calculation", NUMERICAL, "version = 1", 'version = 1\nkey = "5"', Code.KEY_PRESENT, 1),
    Spoil("unknown generator", NUMERICAL, '"abandon_rate"', '"abandon_ratio"', Code.GENERATOR_UNKNOWN),
    Spoil("step does not fit", NUMERICAL, '"1400", "10"', '"1405", "10"', Code.GENERATOR_RANGE),
    Spoil("range of numbers", NUMERICAL, '["20", "90", "1"]', "[20, 90, 1]", Code.FIELD_TYPE),
    Spoil("no valid draw", NUMERICAL, '["20", "90", "1"]', '["9000", "9001", "1"]', Code.GENERATOR_DRAW, -2),
    Spoil("variable without a place", NUMERICAL, "{offered} calls", "Some calls", Code.PLACEHOLDER),
    Spoil(
        "missing feedback", NUMERICAL, 'answered_base = "Divided by answered calls."\n', "", Code.MISTAKE_MISSING, -1
    ),
    Spoil("negative tolerance", NUMERICAL, '"0.02"', '"-0.02"', Code.FIELD_VALUE),
    Spoil("tolerance in words", NUMERICAL, '"0.02"', '"a little"', Code.FIELD_VALUE),
)

SECTIONS = (
    Spoil("no title", ZH, 'title = "首问负责"\n', "", Code.FIELD_MISSING, where=ZH, line=2),
    Spoil("same title", EN, '"First-contact ownership"', '"首问负责"', Code.NOT_TRANSLATED),
    Spoil("other minutes", EN, "minutes = 6", "minutes = 7", Code.LANGUAGES_DIFFER),
    Spoil("other facts", EN, '["F-STD-06", "F-STD-08"]', '["F-STD-06", "F-OPS-01", "F-STD-08"]', Code.LANGUAGES_DIFFER),
    Spoil("other level", EN, 'level = "U"', 'level = "A"', Code.LANGUAGES_DIFFER, -2),
    Spoil("unknown level", ZH2, 'level = "A"', 'level = "X"', Code.ID_FORM),
    Spoil("same objective", EN, "Explain why it is so", "解释首问负责的理由", Code.NOT_TRANSLATED, -3),
    Spoil("objective of another section", ZH2, '"1.2-a"', '"1.3-a"', Code.OBJECTIVE_ID),
    Spoil("no front matter", EN, "+++\nid", "id", Code.FRONT_MATTER, line=1),
    Spoil("front matter no TOML", EN, "minutes = 6", "minutes six", Code.TOML),
    Spoil(
        "compliance fact not listed",
        ZH2,
        "minutes = 12",
        'minutes = 12\ncompliance_review = ["F-STD-08"]',
        Code.FACT_UNLISTED,
        1,
    ),
    Spoil("mark not listed", ZH, "{F-STD-06}", "{F-OPS-01}", Code.FACT_UNLISTED),
    Spoil("no mark at all", ZH, "{F-STD-06}", "{F-6}", Code.BRACES),
    Spoil("lonely brace", ZH, "{F-STD-06}", "{F-STD-06", Code.BRACES),
    Spoil("unknown term", ZH, "term:fcr", "term:fcrr", Code.TERM_UNKNOWN),
    Spoil("unknown section", EN, "section:1.2", "section:1.9", Code.SECTION_UNKNOWN),
    Spoil("link to the web", EN, "term:fcr", "https://example.org", Code.LINK),
    Spoil("raw HTML", EN, "follows it to", "follows <b>it</b> to", Code.MARKDOWN),
    Spoil("a picture", EN, "follows it to", "follows ![it](it.png) to", Code.MARKDOWN),
    Spoil("big heading", EN2, "The service level is", "# Big\n\nThe service level is", Code.MARKDOWN),
    Spoil("code", EN2, "The service level is", "```\nx\n```\n\nThe service level is", Code.MARKDOWN),
    Spoil("bold that does not close", ZH, "**客户**的", "**客户。**的", Code.MARKDOWN),
    Spoil("unknown block", ZH, "::: case", "::: story", Code.CONTAINER_UNKNOWN),
    Spoil("block never closed", EN, "- Follow it to the end.\n:::", "- Follow it to the end.", Code.CONTAINER_OPEN, -1),
    Spoil("stray end", EN, "### Whoever", ":::\n\n### Whoever", Code.CONTAINER_STRAY),
    Spoil("check with text", EN, "::: check 1.1-p1\n", "::: check 1.1-p1\ntext\n", Code.CONTAINER_CONTENT),
    Spoil("empty block", EN, "She asks: “Who is in charge?”\n", "", Code.CONTAINER_CONTENT, -1),
    Spoil("say without a table", EN, "| --- | --- |\n| “P", "“P", Code.CONTAINER_CONTENT, -2),
    Spoil(
        "figure without description", EN, "Bank and customer | A box", "Bank and customer, a box", Code.FIGURE_TEXT, -1
    ),
    Spoil("hidden character by entity", ZH, "谁来负责", "谁&#x202E;来负责", Code.CHARACTER),
    Spoil("hidden character by name", EN, "follows it to", "follows&ZeroWidthSpace; it to", Code.CHARACTER),
    Spoil("lists too deep", EN2, "The service level is", "- " * 40 + "a\n\nThe service level is", Code.MARKDOWN),
    Spoil("white on white", EN, "follows it to", 'follows <span style="color:#fff">it</span> to', Code.MARKDOWN),
    Spoil("hidden character", ZH, "谁来负责", "谁\u202e来负责", Code.CHARACTER),
    Spoil("other order", EN2, "| metric | how |", "### More\n\n| metric | how |", Code.LANGUAGES_DIFFER, -2),
    Spoil(
        "table with other rows", EN2, "| service level | answered in 20 s ÷ offered |\n", "", Code.LANGUAGES_DIFFER, -4
    ),
    Spoil("no table", ZH2, "| --- | ---: |", "", Code.SECTION_PLAIN, line=1),
    Spoil("objective nobody practises", PRACTICE, 'objective = "1.1-b"', 'objective = "1.1-a"', *UNPRACTISED),
    Spoil("wrong sum", ZH2, "按呼入量计算", "是 985 ÷ 1,250 ＝ 78.90%", Code.SUM_WRONG),
    Spoil("sum in words", EN2, "is computed on", "is 9 × 1.2 = seven", Code.SUM_UNREADABLE),
    Spoil("other number", EN2, "is computed on", "is 78.80% of", Code.LANGUAGES_DIFFER),
    Spoil("endless sentence", ZH2, "按呼入量计算", "按呼入量" * 15 + "计算", Code.SENTENCE_LONG),
    Spoil("endless English sentence", EN2, "is computed on", "is " * 31 + "computed on", Code.SENTENCE_LONG),
    Spoil("promise to a customer", ZH, "我来跟。", "您放心，保本。", Code.PROMISE_TAUGHT),
    Spoil("promise to keep in mind", EN, "- Follow it to", "- Say it is risk-free to", Code.PROMISE_TAUGHT),
    Spoil("old word", ZH, "就跟到底", "就跟到底，首解率就高", Code.TERM_SPELLING),
    Spoil("old English word", EN, "first contact means", "First-Call Resolution means", Code.TERM_SPELLING, -1),
    Spoil("practice too few", PRACTICE, 'id = "1.1-p10"', 'id = "1.1-p1"', Code.PRACTICE_FEW, line=1),
)

FIGURES = (
    Spoil("a script", FIGURE, "<rect", "<script/><rect", Code.SVG_ELEMENT),
    Spoil("a link", FIGURE, '<rect x="20"', '<rect href="x" x="20"', Code.SVG_ATTRIBUTE),
    Spoil("a style", FIGURE, '<rect x="20"', '<rect style="fill:red" x="20"', Code.SVG_ATTRIBUTE),
    Spoil("a handler", FIGURE, '<rect x="20"', '<rect onload="x" x="20"', Code.SVG_ATTRIBUTE),
    Spoil("a colour by number", FIGURE, '"{{c:surface}}"', '"#fff"', Code.SVG_VALUE),
    Spoil("a colour from outside", FIGURE, '"{{c:surface}}"', '"url(#a)"', Code.SVG_VALUE),
    Spoil("an unknown colour", FIGURE, '"{{c:surface}}"', '"{{c:pink}}"', Code.SVG_VALUE),
    Spoil("a number that is none", FIGURE, 'width="200"', 'width="20%"', Code.SVG_VALUE),
    Spoil("small words", FIGURE, 'font-size="18"', 'font-size="12"', Code.SVG_VALUE),
    Spoil("too wide", FIGURE, "0 0 720 240", "0 0 900 240", Code.SVG_VALUE),
    Spoil("no colour named", FIGURE, '<g fill="{{c:ink}}">', "<g>", Code.SVG_VALUE, 2),
    Spoil("words in the drawing", FIGURE, "80/20", "Bank", Code.SVG_WORDS),
    Spoil("words outside text", FIGURE, "</g>", "{{t:bank}}</g>", Code.SVG_WORDS),
    Spoil("no XML", FIGURE, "</g>", "</h>", Code.SVG),
    Spoil("a DOCTYPE", FIGURE, "<svg", '<!DOCTYPE svg [<!ENTITY a "b">]><svg', Code.SVG),
    Spoil("an entity", FIGURE, "80/20", "&bank;", Code.SVG),
    Spoil("a style sheet", FIGURE, "<svg", '<?xml-stylesheet type="text/css" href="a.css"?><svg', Code.SVG),
    Spoil("another encoding", FIGURE, "<svg", '<?xml version="1.0" encoding="gbk"?><svg', Code.SVG),
    Spoil("a foreign object", FIGURE, "</g>", "<foreignObject/></g>", Code.SVG_ELEMENT),
    Spoil("a picture from outside", FIGURE, "</g>", '<image href="a.png"/></g>', Code.SVG_ELEMENT),
    Spoil("a use from outside", FIGURE, "</g>", '<use href="a.svg#b"/></g>', Code.SVG_ELEMENT),
    Spoil("a namespace more", FIGURE, "<svg", '<svg xmlns:x="urn:x"', Code.SVG_ATTRIBUTE),
    Spoil("a number without end", FIGURE, 'width="200"', 'width="99999999"', Code.SVG_VALUE),
    Spoil("a number in a list without end", FIGURE, "</g>", '<path d="M0 0L99999 0" fill="none"/></g>', Code.SVG_VALUE),
    Spoil("a list without end", FIGURE, "</g>", f'<path d="M0 0{"L9 9" * 200}" fill="none"/></g>', Code.SVG_VALUE),
    Spoil("a scale without end", FIGURE, "<g ", '<g transform="scale(1000)" ', Code.SVG_VALUE),
    Spoil("dashes too fine", FIGURE, 'width="200"', 'width="200" stroke-dasharray="0.01 0.01"', Code.SVG_VALUE),
    Spoil("dashes on a group", FIGURE, "<g ", '<g stroke-dasharray="4 4" ', Code.SVG_ATTRIBUTE),
    Spoil("elements without end", FIGURE, "</g>", '<rect fill="none"/>' * 500 + "</g>", Code.SVG),
    Spoil("bytes without end", FIGURE, "</g>", " " * 66_000 + "</g>", Code.SVG, line=1),
    Spoil("word missing", WORDS, 'bank = "Bank & customer"\n', "", Code.FIGURE_WORD_MISSING, where=FIGURE, line=4),
    Spoil("word not used", WORDS, "[en]", '[en]\nbranch = "Branch"', Code.FIGURE_WORD_UNUSED, 1),
    Spoil("wrong sum in a drawing", WORDS, '"Bank & customer"', '"Bank: 2 × 2 = 5"', Code.SUM_WRONG),
    Spoil("word empty", WORDS, '"Bank & customer"', '""', Code.FIELD_MISSING),
)

AROUND = (
    Spoil("course code", COURSE, '"CSC-BASIC"', '"csc"', Code.ID_FORM),
    Spoil("same title", COURSE, '"Overview"', '"概述"', Code.NOT_TRANSLATED, -2),
    Spoil("section twice", COURSE, '["1.1", "1.2"]', '["1.1", "1.2", "1.1"]', Code.ID_TWICE),
    Spoil("fact without a grade", "course/facts.toml", '"V3 M"', '"V9"', Code.FACT_FORM),
    Spoil("term id", "course/glossary.toml", 'id = "fcr"', 'id = "FCR"', Code.ID_FORM),
    Spoil(
        "term without a meaning", "course/glossary.toml", 'zh = "一次联系就解决的比例。"\n', "", Code.FIELD_MISSING, -1
    ),
    Spoil("term nobody links to", EN, "[resolution](term:fcr)", "resolution", *UNLINKED),
    Spoil("topic without a section", "course/topics.toml", '["1.1"]', '["1.7"]', Code.SECTION_UNKNOWN),
    Spoil("blueprint name", FINAL, 'name = "final"', 'name = "last"', Code.ID_FORM),
    Spoil("blueprint use", FINAL, 'use = "exam"', 'use = "exams"', Code.FIELD_VALUE),
    Spoil("cell twice", FINAL, 'type = "multiple"', 'type = "single"', Code.ID_TWICE, -2),
    Spoil("points missing", FINAL, "numerical = 3\n", "", Code.FIELD_MISSING, -4),
    Spoil("points without end", FINAL, "numerical = 3", f"numerical = {10**15}", Code.FIELD_VALUE),
    Spoil("points below nothing", FINAL, "numerical = 3", "numerical = -3", Code.FIELD_VALUE),
    Spoil("no points", FINAL, "numerical = 3", "numerical = 0", Code.FIELD_VALUE),
    Spoil(
        "a part without its chapter",
        FINAL,
        "numerical = 3",
        "numerical = 3\n[[part]]\nfirst = 9\nlast = 9\nminutes = 5",
        Code.BLUEPRINT_PARTS,
        1,
    ),
    Spoil(
        "more trial items by chapter than in all",
        FINAL,
        "numerical = 3",
        "numerical = 3\n[trial]\ncount = 1\nchapters = {1 = 2}",
        Code.BLUEPRINT_TRIAL,
        1,
    ),
    Spoil(
        "trial items that the bank does not have",
        FINAL,
        "numerical = 3",
        "numerical = 3\n[trial]\ncount = 1",
        Code.BLUEPRINT_SHORT,
        1,
    ),
    Spoil(
        "a trial item for practice",
        "bank/practice/1.1.toml",
        'objective = "1.1-a"',
        'objective = "1.1-a"\ntrial = true',
        Code.FIELD_UNKNOWN,
        1,
    ),
    Spoil(
        "seconds without end",
        FINAL,
        "pass_percent = 80",
        "pass_percent = 80\nquestion_seconds = 9999",
        Code.FIELD_VALUE,
        1,
    ),
    Spoil("a pass mark above all", FINAL, "pass_percent = 80", "pass_percent = 101", Code.FIELD_VALUE),
    Spoil("no items of a type", FINAL, "items = 1", "items = 0", Code.FIELD_VALUE),
    Spoil("items without end", FINAL, "items = 1", f"items = {10**15}", Code.FIELD_VALUE),
    Spoil("a chapter in other digits", FINAL, "1 = 60", '"１" = 60', Code.FIELD_UNKNOWN),
    Spoil("loses more than the item", FINAL, "negative = 2500000", "negative = 10000001", Code.FIELD_VALUE),
    Spoil("a floor above nothing", FINAL, "floor = -1000", "floor = 1", Code.FIELD_VALUE),
    Spoil("a pass mark of nothing", FINAL, "1 = 60", "1 = 0", Code.FIELD_VALUE),
    Spoil("too many wanted", FINAL, "items = 1", "items = 2", Code.BLUEPRINT_SHORT, -3),
    Spoil("red lines do not fit", FINAL, "items = 1\nneeded = 1", "items = 1\nneeded = 2", Code.BLUEPRINT_CELLS, -1),
    Spoil(
        "levels do not fit", FINAL, 'level = "apply"\nitems = 1', 'level = "apply"\nitems = 7', Code.BLUEPRINT_CELLS, -2
    ),
)

SPOILS = (*ITEMS, *SECTIONS, *FIGURES, *AROUND)
