"""How a typed paper with its answers is told from other texts."""

import re

_ANSWER = re.compile(
    r"^[ \t\u3000*#>-]*(?:[【\[［]\s*(?:正确|参考|标准)?答案\s*[】\]］]|"
    r"(?:正确|参考|标准)?答案[ *]*[是为]?[:：]|(?:参考|标准)?答案表?\s*$)"
    r"|(?:正确|参考|标准)?答案\s*[:：]\s*(?:[A-HＡ-Ｈ]+|[√×对错])\s*$"
    r"|^[ \t*]*(?:Correct )?[Aa]nswer[ *]*:[ *]*[A-H]\b[ \t*]*$"
    r"|[（(]正确答案[)）][ \t]*$",
    re.MULTILINE,
)
_NUMBER = re.compile(r"^[ \t\u3000]*[0-9]{1,5}\s*[、.．:：]", re.MULTILINE)
_KEYED = re.compile(r"[（(]\s*(?:[A-HＡ-Ｈ]{1,8}|[√×✓✗])\s*[)）]")


def is_text_answers(text: str) -> bool:
    """True where lines say 答案, or numbered questions carry their answers in brackets."""
    if _ANSWER.search(text):
        return True
    return len(_NUMBER.findall(text)) > 0 and len(_KEYED.findall(text)) * 2 >= len(_NUMBER.findall(text))
