"""Answers that stand in the brackets of the question itself: 下列正确的是（ D ）。"""

import re

from exams.interop.sheets.answers import truth_of

_LETTERS = re.compile(r"([（(【])[\s\u3000]*([A-HＡ-Ｈ](?:[\s\u3000、,，;；]*[A-HＡ-Ｈ])*)[\s\u3000]*([)）】])")
_TRUTH = re.compile(r"([（(【])[\s\u3000]*(√|×|✓|✔|✗|✘|对|错|正确|错误|[TFVXtfvx])[\s\u3000]*([)）】])")
_AT_END = re.compile(r"\s*(√|×|✓|✔|✗|✘)\s*$")


def answer_in_stem(stem: str, kind: str) -> tuple[str, str]:
    """The text with its brackets empty, and the answer that stood in the last of them; else the text and nothing."""
    if kind in ("", "truefalse"):
        found = _last(_TRUTH, stem)
        if found and truth_of(found[2]) is not None and not (kind == "" and found[2] in "FTft"):
            return _emptied(stem, found), found[2]
        if end := _AT_END.search(stem):
            return stem[: end.start()].rstrip(), end[1]
    if kind in ("", "single", "multiple", "indefinite", "choice", "case"):
        found = _last(_LETTERS, stem)
        if found:
            return _emptied(stem, found), found[2]
    return stem, ""


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return max(pattern.finditer(text), key=re.Match.start, default=None)


def _emptied(stem: str, found: re.Match[str]) -> str:
    return f"{stem[: found.start()]}{found[1]} {found[3]}{stem[found.end() :]}".strip()
