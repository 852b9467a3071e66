"""What a line of a typed paper is: the beginning of a question, or a field that its first word names."""

import re
from unicodedata import normalize

_STYLES = re.compile(
    r"(?:第|题目)?\s*(?P<dot>[0-9]{1,5})\s*(?:题\s*[.．、:：]?|[、．:：]|[.](?![0-9]))\s*"
    r"|[(（【\[]\s*(?P<bracket>[0-9]{1,5})\s*[)）】\]]\s*[.．、]?\s*"
    r"|(?P<half>[0-9]{1,5})\s*[)）]\s*"
    r"|(?P<circle>[①-⑳])\s*[.．、]?\s*"
)
_GIVEN = r"(?:您|你|我)的(?:答案|回答|选择)|(?:考生|学生|学员)(?:答案|作答)"
"""What somebody answered, on a paper that was marked: no key."""

_FIELDS = (
    ("feedback", r"(?:答案|试题|题目)?(?:解析|分析|详解)|解题思路|Explanation"),
    ("given", _GIVEN),
    ("answer", r"(?:正确|参考|标准|本题)?答案|答|正确选项|(?:Correct )?[Aa]nswer"),
    ("difficulty", r"难度(?:系数)?|难易度"),
    ("tags", r"知识点|考点|标签"),
    ("mark", r"分值"),
    ("type", r"题型"),
    ("stem", r"题目|题干"),
    ("options", r"(?:备选|候选)?选项"),
)
_WORDS = re.compile(
    "|".join(
        rf"(?P<{name}>(?:[【\[［]\s*(?:{words})\s*[】\]］]\s*[:：]?|(?:{words})\s*[:：])\s*)" for name, words in _FIELDS
    )
)
_BARE_ANSWER = re.compile(r"(?:正确|参考|标准)?答案\s*(?:[是为]\s*[:：]?\s*|\s+|(?=[A-H√×✓✗对错]))(?=\S)")
_INSIDE = re.compile(
    r"(?:[【\[［]\s*(?:(?:正确|参考|标准)?答案|(?:答案)?解析)\s*[】\]］]|(?:(?:正确|参考|标准)答案|答案|解析)\s*[:：]"
    rf"|(?:{_GIVEN})\s*[:：])"
)


def number_of(line: str) -> tuple[str, int, str]:
    """The style of the number that a line begins with, the number, the text after it; an empty style for none."""
    found = _STYLES.match(line)
    if not found:
        return "", 0, line
    style = str(found.lastgroup)
    return style, int(normalize("NFKC", found[style])), line[found.end() :]


def field_of(line: str) -> tuple[str, str, str]:
    """The field that a line names, what stands before its word, what stands after it; an empty field for none."""
    if found := _WORDS.match(line):
        return str(found.lastgroup), "", line[found.end() :].strip()
    if not ("答案" in line or "解析" in line or "作答" in line):
        return "", line, ""
    bare = _BARE_ANSWER.match(line)
    if bare:
        return "answer", "", line[bare.end() :].strip()
    inside = _INSIDE.search(line)
    if inside and inside.start():
        name, _, text = field_of(line[inside.start() :])
        before = line[: inside.start()].strip()
        if before[-1:] in ("(", "（") and text[-1:] in (")", "）"):
            return name, before[:-1].strip(), text[:-1].strip()
        return name, before, text
    return "", line, ""
