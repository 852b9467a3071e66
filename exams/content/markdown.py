"""Our small Markdown: what it allows, what it finds, and the cleaned HTML it becomes."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin

from exams.content.characters import refused_character, word_set
from exams.content.cleaning import DEEPEST, clean, plain
from exams.content.faults import Code, Faults
from exams.content.files import SourceText

__all__ = ["FACT", "MARK", "PART", "Findings", "inspect", "line_of", "parse", "plain", "render", "tree"]

PART = "container_part_open"
FACT = re.compile(r"F-[A-Z]{3}-\d{2}")
MARK = re.compile(r"\{([^{}]*)\}")

_PARSED_DEEPEST = 2 * DEEPEST  # beyond it the parser drops text in silence: it must see further than we allow
_LINK = re.compile(r"(?:term|section):[A-Za-z0-9.-]+")
_BLOCKS = word_set("paragraph bullet_list ordered_list list_item blockquote table thead tbody tr th td inline")
_INLINE = word_set("text softbreak hardbreak strong em link code_inline")
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f"
_BOTH = "\u201c\u201d\u2018\u2019\u2026\u2014"  # quotes, dots and dashes that both languages use
_LINE_END_IN_CHINESE = re.compile(rf"(?<=[{_WIDE}])\n(?=[{_WIDE}{_BOTH}])|(?<=[{_BOTH}])\n(?=[{_WIDE}])")
_ALIGN = re.compile(r"text-align:(left|right|center)")


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _PARSED_DEEPEST}).enable("table")
    container_plugin(parser, "part", validate=lambda params, _markup: bool(params.strip()))
    return parser


def parse(source: SourceText) -> list[Token]:
    """The tokens of a text; raw HTML is recognised so that it can be refused."""
    return _parser().parse(source.text.rstrip("\n") + "\n\n")


def tree(tokens: Sequence[Token]) -> Iterator[tuple[Token, int]]:
    """Every token, inline children included, with its row from 0 in the text."""
    row = 0
    for token in tokens:
        row = token.map[0] if token.map else row
        yield token, row
        inside = row
        for child in token.children or ():
            yield child, inside
            inside += child.type in ("softbreak", "hardbreak")


def line_of(token: Token, source: SourceText) -> int:
    """The line of a block token in its file."""
    return (token.map[0] if token.map else 0) + source.first


class Findings:
    """What a text points at, each with its line: links as (line, "term:fcr") and fact marks as (line, id)."""

    def __init__(self) -> None:
        self.links: list[tuple[int, str]] = []
        self.marks: list[tuple[int, str]] = []


def inspect(tokens: Sequence[Token], source: SourceText, faults: Faults) -> Findings:
    """Note everything outside our Markdown and gather links and marks."""
    findings = Findings()
    for token, row in tree(tokens):
        line = row + source.first
        if name := _refused(token):
            faults.note(source.file, line, Code.MARKDOWN, name=name)
        if token.type == "link_open":
            _take_link(token, line, source, faults, findings)
        elif token.type in ("text", "code_inline"):
            _take_text(token.content, line, source, faults, findings)
    return findings


def _refused(token: Token) -> str:
    if token.level > DEEPEST:
        return "nesting"
    name = token.type.removesuffix("_open").removesuffix("_close")
    if name == "heading":
        return "" if token.tag in ("h3", "h4") else f"heading {token.tag[1:]}"
    known = name in _BLOCKS or name in _INLINE or name == "container_part"
    return "" if known else name


def _take_link(token: Token, line: int, source: SourceText, faults: Faults, findings: Findings) -> None:
    target = str(token.attrs.get("href", ""))
    if _LINK.fullmatch(target):
        findings.links.append((line, target))
    else:
        faults.note(source.file, line, Code.LINK, target=target)


def _take_text(text: str, line: int, source: SourceText, faults: Faults, findings: Findings) -> None:
    if found := refused_character(text):  # written as &#8238; it passed the look at the file
        faults.note(source.file, line, Code.CHARACTER, character=found)
    if text.startswith(":::"):
        faults.note(source.file, line, Code.CONTAINER_STRAY)
    if "**" in text:  # bold does not close before a letter when it ends in punctuation
        faults.note(source.file, line, Code.MARKDOWN, name="**")
    if "](" in text:  # a link that the parser did not take for one: a blank in it, or a scheme it refuses
        faults.note(source.file, line, Code.LINK, target=text.partition("](")[2].partition(")")[0][:40])
    for mark in MARK.findall(text):
        if FACT.fullmatch(mark):
            findings.marks.append((line, mark))
        else:
            faults.note(source.file, line, Code.BRACES, text="{" + mark + "}")
    rest = MARK.sub("", text)
    if "{" in rest or "}" in rest:
        faults.note(source.file, line, Code.BRACES, text=text[:40])


def render(tokens: Sequence[Token]) -> str:
    """Cleaned HTML of our tag set, fact marks turned into links."""
    for token in tokens:
        if found := _ALIGN.fullmatch(str(token.attrs.get("style", ""))):
            token.attrs = {"align": found.group(1)}
    html = _parser().renderer.render(tokens, _parser().options, {})
    html = _LINE_END_IN_CHINESE.sub("", html)
    html = MARK.sub(lambda mark: f'<a href="fact:{mark[1]}">[{mark[1]}]</a>', html)
    return clean(html)
