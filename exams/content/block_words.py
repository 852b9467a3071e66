"""The words of a block as a reader sees them, without the signs of sources."""

import re
from html import unescape

from exams.content.course import Block, Callout, Figure, SelfCheck
from exams.content.markdown import FACT

_SOURCE_MARK = re.compile(rf"\s*(?:<a href=\"fact:[^\"]*\">)?\[{FACT.pattern}\](?:</a>)?")
_BREAK = re.compile(r"</?(?:p|h3|h4|ul|ol|li|table|thead|tbody|tr|th|td|blockquote)\b[^>]*>|<br\s*/?>")
_TAG = re.compile(r"<[^>]*>")


def block_words(block: Block) -> str:
    """What a mark can hold on to, character by character what the page shows: of a callout its body.

    A self-check has its name.
    """
    match block:
        case SelfCheck(item):
            return item
        case Figure(caption=caption, description=description):
            return f"{caption} {description}"
        case _:
            return shown_words(block.html)


def block_prose(block: Block) -> str:
    """All that is read of it, the title of a callout too; nothing of a self-check."""
    match block:
        case SelfCheck():
            return ""
        case Callout(title=title):
            return f"{title} {block_words(block)}".strip()
        case _:
            return block_words(block)


def shown_words(html: str) -> str:
    """The text of our small tag set, one blank where a paragraph, a line or a cell ends."""
    return " ".join(unescape(_TAG.sub("", _BREAK.sub(" ", _SOURCE_MARK.sub("", html)))).split())
