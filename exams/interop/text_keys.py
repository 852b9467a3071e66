"""Answers gathered at the end of a paper: 1-5 ABCDA, 6.AC 7.√, by the headings of their types."""

import re

from exams.interop.sheets.kinds import heading_kind

KEYS_HEADING = re.compile(
    r"[【\[]?\s*(?:参考|标准|正确|试题|试卷|附[:：]?)?\s*答案(?:及(?:解析|评分标准)|与解析|表|汇总|一览表?)?\s*[】\]]?\s*[:：]?"
)
"""A line of its own that the answers stand below."""

_BEGUN = re.compile(
    r"\s*[0-9]{1,5}\s*(?:[-—–~～至到]{1,2}\s*[0-9]{1,5}\s*题?[\s:：.、]*[A-HＡ-Ｈ√×✓✗对错]"
    r"|[.．、:：]?\s*(?:[A-HＡ-Ｈ]{1,8}|[√×✓✗对错])[\s;；,，、。]+[0-9]{1,5}\s*[.．、:：]?\s*[A-HＡ-Ｈ√×✓✗对错])"
)
_ROW = re.compile(r"(?P<head>题号|序号|答案)\s*[:：|]?\s+(?P<cells>\S.*)")

_RANGE = re.compile(r"([0-9]{1,5})\s*[-—–~～至到]{1,2}\s*([0-9]{1,5})\s*(?:题)?\s*[:：.、]?\s*")
_ONE = re.compile(r"(?:第\s*)?([0-9]{1,5})\s*(?:题\s*)?(?:[:：.．、)）]\s*|\s+|(?=[A-H√×✓✗对错]))")
_SAID = re.compile(r"(?:[【\[［]\s*(?:正确|参考|标准)?答案\s*[】\]］]|(?:正确|参考|标准)?答案)\s*[:：]?\s*")
_ASIDE = re.compile(r"[【\[［]\s*(?:答案|试题)?(?:解析|详解|分析)\s*[】\]］]|(?:答案|试题)?(?:解析|详解|分析)\s*[:：]")
"""Begins an explanation, whose numbers are none of questions."""

_DIGIT = re.compile(r"[0-9]")
_COLON = re.compile(r"[:：]\s*")
_NUMBER = re.compile(r"[0-9]{1,5}")
_NEXT = re.compile(
    r"[\s;；,，、](?=(?:第\s*)?[0-9]{1,5}\s*(?:题|[:：.．、)）A-H√×对错]|[-—–~～至到]))|(?<=[A-H√×对错])(?=[0-9])"
)
_TOKEN = re.compile(r"[A-HＡ-Ｈ]+|正确|错误|[√×✓✔✗✘对错TF]")
_SINGLE = re.compile(r"[A-HＡ-Ｈ]|正确|错误|[√×✓✔✗✘对错TF]")
_HEADED = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}(?:部分)?[、.．:：\s])\s*([^0-9:：(（]{2,16}?)(?:[(（][^()（）]*[)）])?(?=[0-9:：\s]|$)[:：]?\s*"
)


def keys_begun(line: str) -> str:
    """What follows 答案 in a line that begins the answers of a whole paper, 参考答案：1-5 ABCDA; else empty."""
    heading = KEYS_HEADING.match(line) if "答案" in line else None
    rest = line[heading.end() :] if heading else ""
    return rest if rest and _BEGUN.match(rest) else ""


class Keys:
    """Takes the lines of answers and gives each by its section and number."""

    def __init__(self) -> None:
        self._section = 0
        self._by: dict[tuple[int, int], str] = {}
        self._columns: list[int] = []

    def take(self, line: str) -> None:
        """One line: a heading, ranges, numbers with their answers, in any mixture."""
        aside = _ASIDE.search(line)
        line = (line[: aside.start()] if aside else line).strip(" |")
        if row := _ROW.fullmatch(line):
            self._row(row["head"], row["cells"].replace("|", " ").split())
            return
        headed = _HEADED.match(line)
        if headed and heading_kind(headed[1].strip()):
            self._section += 1
            line = line[headed.end() :]
        elif heading_kind(line):
            self._section += 1
            said = _COLON.split(line, maxsplit=1)[-1]
            line = said if said[:1].isdecimal() else ""
        self._numbers(line)

    def key(self, section: int, number: int) -> str:
        """The answer of a question; without headings among the answers the number alone counts. Empty for none."""
        if not self._section:
            return self._by.get((0, number), "")
        return self._by.get((section, number), "")

    def _row(self, head: str, cells: list[str]) -> None:
        """A row of a table: the numbers of questions, or the answers below them."""
        if head != "答案":
            self._columns = [int(cell) if _NUMBER.fullmatch(cell) else 0 for cell in cells]
        elif len(cells) == len(self._columns):
            self._by |= {(self._section, number): cell for number, cell in zip(self._columns, cells, strict=True)}

    def _numbers(self, line: str) -> None:
        at = 0
        while at < len(line):
            if found := _RANGE.match(line, at):
                at = self._range(line, found)
            elif found := _ONE.match(line, at):
                at = self._one(line, found)
            else:
                at += 1

    def _range(self, line: str, found: re.Match[str]) -> int:
        first, last = int(found[1]), int(found[2])
        ending = _DIGIT.search(line, found.end())
        text = line[found.end() : ending.start() if ending else len(line)]
        count = last - first + 1
        for pattern in (_TOKEN, _SINGLE):
            tokens = pattern.findall(text)
            if len(tokens) == count:
                for number, token in enumerate(tokens, start=first):
                    self._by[self._section, number] = token
                break
        return found.end() + len(text)

    def _one(self, line: str, found: re.Match[str]) -> int:
        said = _SAID.match(line, found.end())
        begin = said.end() if said else found.end()
        following = _NEXT.search(line, begin)
        end = following.start() if following else len(line)
        text = line[begin:end].strip(" ;；,，、。")
        if text:
            self._by.setdefault((self._section, int(found[1])), text)
        return max(end, begin)
