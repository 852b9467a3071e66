"""The types of questions by the words that banks use for them (interop 3.5)."""

import re
from functools import lru_cache
from unicodedata import normalize

_KINDS = tuple(
    (kind, re.compile(words))
    for kind, words in (
        ("indefinite", "不定项"),
        ("multiple", "^多$|多选|多项|复选|^MULTI(?:PLE)?$|MULTIPLEANSWER|MULTIPLERESPONSE|MULTISELECT|CHECKBOX"),
        ("single", "^单$|单选|单项|SINGLE"),
        ("truefalse", "^判$|判断|是非|对错|正误|TRUE|T/F|^TF$|JUDG"),
        ("fill", "填空|FILL|BLANK|SHORTANSWER"),
        ("ordering", "排序|ORDERING"),
        ("matching", "匹配|连线|配对|MATCHING"),
        ("essay", "简答|问答|论述|名词解释|主观|ESSAY|OPENENDED|^QA$"),
        ("numerical", "计算|NUMERIC"),
        ("case", "案例|综合|材料分析"),
        ("choice", "选择|CHOICE|^MCQ?$"),
        ("open", "应用|解答|证明|翻译|作文|写作|编程|代码|操作|实操|作图|设计|讨论"),
    )
)
_SIGNS = re.compile(r"[\s()\[\]【】_-]")
_HEADING = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}(?:部分|大题)?[、.．:：\s]*|题型[:：]\s*|[【\[])?(?P<word>[^。？?，,；;]{2,24}?)"
    r"(?:题|[】\]])*(?P<rest>[（(:：。，,].*)?"
)
_ANNOUNCING = re.compile("[选判填简问论名计案综排匹连配]|是[非⾮]")  # one of them stands in all that is alone
_ALONE = re.compile(
    r"(?:单项?|多项?|不定项|单|多)?选(?:择)?|(?:单|多|不定)项选择|判断(?:正误|对错|改错)?|是非|填空|简答|问答|论述|名词解释"
    r"|计算|案例(?:分析)?|综合(?:分析)?|排序|匹配|连线|配对"
)


@lru_cache(maxsize=64)
def kind_of(word: str) -> str:
    """The type that a word names; empty where it names none that is read here."""
    plain = _SIGNS.sub("", normalize("NFKC", word).upper())
    return next((kind for kind, words in _KINDS if words.search(plain)), "")


def heading_kind(line: str) -> str:
    """The type that a line announces for the questions below it, such as 一、单选题（每题 2 分）; else empty."""
    if len(line) > 120 or not _ANNOUNCING.search(line):
        return ""
    found = _HEADING.fullmatch(normalize("NFKC", line).strip())
    if not found or not _ALONE.fullmatch(found["word"].strip().removesuffix("题")):
        return ""
    return kind_of(found["word"])
