"""From the body of a section to its blocks: running text, callouts, figures and self-checks in order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from exams.content.course import Block, Callout, Figure, SelfCheck, Text
from exams.content.faults import Code, Faults
from exams.content.figures import Drawing
from exams.content.files import SourceText
from exams.content.markdown import PART, Findings, inspect, line_of, parse, render
from exams.content.passages import Passage, body_passages

CALLOUTS = frozenset(("case", "example", "say", "do", "dont", "note", "summary"))


@dataclass(frozen=True, slots=True)
class Body:
    """Blocks with the line each begins at, what the text points at, and its words piece by piece."""

    blocks: tuple[Block, ...]
    lines: tuple[int, ...]
    findings: Findings
    passages: tuple[Passage, ...]


def read_body(source: SourceText, language: str, figures: Mapping[str, Drawing], faults: Faults) -> Body:
    """Read one language of a section's body."""
    tokens = parse(source)
    findings = inspect(tokens, source, faults)
    reader = _Reader(source, language, figures, faults)
    reader.read(tokens)
    return Body(tuple(reader.blocks), tuple(reader.lines), findings, body_passages(tokens, source))


class _Reader:
    """Cuts the tokens of one body at its containers."""

    def __init__(self, source: SourceText, language: str, figures: Mapping[str, Drawing], faults: Faults) -> None:
        self.blocks: list[Block] = []
        self.lines: list[int] = []
        self._source = source
        self._rows = source.text.split("\n")
        self._language = language
        self._figures = figures
        self._faults = faults

    def read(self, tokens: Sequence[Token]) -> None:
        start = 0
        for place, token in enumerate(tokens):
            if place < start or token.level > 0 or token.type != PART:
                continue
            self._text(tokens[start:place])
            end = next(n for n in range(place, len(tokens)) if tokens[n].nesting < 0 and tokens[n].level == 0)
            self._part(token, tokens[place + 1 : end])
            start = end + 1
        self._text(tokens[start:])

    def _text(self, tokens: Sequence[Token]) -> None:
        if tokens:
            self._nested(tokens)
            self._add(Text(render(tokens)), tokens[0])

    def _add(self, block: Block, token: Token) -> None:
        self.blocks.append(block)
        self.lines.append(line_of(token, self._source))

    def _note(self, token: Token, code: Code, **facts: object) -> None:
        self._faults.note(self._source.file, line_of(token, self._source), code, **facts)

    def _part(self, opening: Token, inner: Sequence[Token]) -> None:
        kind, _, title = opening.info.strip().partition(" ")
        first, end = opening.map or (0, 0)
        if end >= len(self._rows) or set(self._rows[end].strip()) != {":"}:
            self._note(opening, Code.CONTAINER_OPEN, kind=kind)
        if self._nested(inner):
            return
        content = "\n".join(self._rows[first + 1 : end]).strip()
        if kind in CALLOUTS:
            self._callout(opening, kind, title.strip(), inner)
        elif kind == "figure":
            self._figure(opening, title.strip(), content)
        elif kind == "check":
            self._check(opening, title.strip(), content)
        else:
            self._note(opening, Code.CONTAINER_UNKNOWN, kind=kind)

    def _nested(self, tokens: Sequence[Token]) -> bool:
        found = [token for token in tokens if token.type == PART]
        for token in found:
            self._note(token, Code.CONTAINER_NESTED, kind=token.info.strip().partition(" ")[0])
        return bool(found)

    def _callout(self, opening: Token, kind: str, title: str, inner: Sequence[Token]) -> None:
        html = render(inner)
        if not html:
            self._note(opening, Code.CONTAINER_CONTENT, kind=kind, wanted="text")
        elif kind == "say" and "<table" not in html:
            self._note(opening, Code.CONTAINER_CONTENT, kind=kind, wanted="table")
        self._add(Callout(kind, title, html), opening)

    def _figure(self, opening: Token, name: str, content: str) -> None:
        caption, _, description = (part.strip() for part in content.replace("\n", " ").partition("|"))
        if not caption or not description:
            self._note(opening, Code.FIGURE_TEXT, name=name)
        drawing = self._figures.get(name)
        if drawing is None:
            self._note(opening, Code.FIGURE_UNKNOWN, name=name)
        svg = drawing.svgs.get(self._language, "") if drawing else ""
        self._add(Figure(name, svg, caption, description), opening)

    def _check(self, opening: Token, item: str, content: str) -> None:
        if not item or content:
            self._note(opening, Code.CONTAINER_CONTENT, kind="check", wanted="item")
        self._add(SelfCheck(item), opening)
