"""Our tag set, cut out of whatever HTML comes: when a course is built, and again when it is shown."""

import re
from html import escape, unescape

from exams.content.characters import word_set

DEEPEST = 32
_LONGEST = 262_144
_READINGS = 6  # misnested links are put right a little more with every reading
_TAGS = word_set("p h3 h4 ul ol li table thead tbody tr th td strong em blockquote a code br")
_ATTRIBUTES = {"a": {"href"}, "th": {"align"}, "td": {"align"}, "ol": {"start"}}
_SCHEMES = {"term", "section", "fact"}
_ALONE = word_set("br img area base col embed hr input link meta source track wbr")

_ENDS = re.compile(r"</(?:p|h3|h4|li|tr|blockquote|table)>|<br>")
_CELL_ENDS = re.compile(r"</t[hd]>\s*(?=<t[hd])")
_TAG = re.compile(r"<[^<>]*>")
_NAME = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")


def clean(html: str, *, pictures: bool = False) -> str:
    """The HTML without styles, scripts, handlers, relative and foreign addresses, comments."""
    import nh3

    return nh3.clean(
        html,
        tags=_TAGS | {"img"} if pictures else set(_TAGS),
        attributes=_ATTRIBUTES | {"img": {"src", "alt"}} if pictures else _ATTRIBUTES,
        url_schemes=_SCHEMES | {"asset"} if pictures else _SCHEMES,
        url_relative="deny",
        link_rel=None,
        strip_comments=True,
    ).strip()


def safe_html(html: str) -> str:
    """The HTML as it may be shown, whoever signed it, pictures only as `asset:<sha256>`.

    What is too long or too deep to lay out becomes its words alone; so does what each reading takes for something else.
    """
    for _ in range(_READINGS):
        if len(html) > _LONGEST or nesting(html) > DEEPEST:
            break
        html, before = clean(html, pictures=True), html
        if html == before:
            return html
    return f"<p>{escape(plain(html[:_LONGEST]))}</p>"


def nesting(html: str) -> int:
    """How deep elements stand inside each other at most; an element never closed counts to the end."""
    depth = deepest = 0
    for closing, name in _NAME.findall(html):
        if name.lower() not in _ALONE:
            depth = max(0, depth - 1) if closing else depth + 1
            deepest = max(deepest, depth)
    return deepest


def plain(html: str) -> str:
    """The words of our HTML: a line per paragraph, list item and table row."""
    text = _ENDS.sub("\n", _CELL_ENDS.sub(" | ", html.replace("\n", " ")))
    lines = (" ".join(line.split()) for line in unescape(_TAG.sub("", text)).split("\n"))
    return "\n".join(line for line in lines if line)
