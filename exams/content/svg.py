"""Our SVG profile: a drawing with named colours and named words, checked element by element."""

import re
from xml.parsers import expat
from xml.sax.saxutils import escape

from exams.content.characters import word_set
from exams.content.faults import Code, Faults
from exams.content.files import SourceText

COLOURS = word_set("ink muted line surface raised accent accent_soft good warn bad on_accent")

_WIDTH = 720.0
_HEIGHTS = (200.0, 420.0)
_SMALLEST_TEXT = 15.0
_DEEPEST = 16
_NAMESPACE = "http://www.w3.org/2000/svg"
_WORD = re.compile(r"\{\{t:([a-z0-9_]+)\}\}")
_COLOUR = re.compile(r"none|\{\{c:([a-z_]+)\}\}")

_NUMBER = r"-?\d{1,5}(?:\.\d{1,4})?"
_LIST = rf"\s*{_NUMBER}(?:[\s,]+{_NUMBER})*\s*"
_FORMS = {
    **dict.fromkeys(
        word_set("x y x1 y1 x2 y2 cx cy r rx ry dx dy width height stroke-width font-size"), re.compile(_NUMBER)
    ),
    **dict.fromkeys(word_set("opacity fill-opacity stroke-opacity"), re.compile(r"0|1|1\.0|0?\.\d{1,3}")),
    **dict.fromkeys(word_set("points stroke-dasharray viewBox"), re.compile(_LIST)),
    **dict.fromkeys(("fill", "stroke"), _COLOUR),
    "d": re.compile(r"[MmLlHhVvCcSsQqTtAaZz\d\s.,-]*"),
    "transform": re.compile(rf"(?:\s*(?:translate|rotate|scale)\({_LIST}\))*\s*"),
    "stroke-linecap": re.compile("butt|round|square"),
    "stroke-linejoin": re.compile("miter|round|bevel"),
    "font-weight": re.compile("normal|bold|[1-9]00"),
    "text-anchor": re.compile("start|middle|end"),
    "xmlns": re.compile(re.escape(_NAMESPACE)),
}
_FILLED = word_set("rect circle ellipse polygon polyline path text")
_ELEMENTS = _FILLED | {"svg", "g", "line", "tspan"}


class _Refused(Exception):
    """Stops the reading of a document that has a DOCTYPE."""


class _Check:
    """One reading of one drawing."""

    def __init__(self, source: SourceText, faults: Faults) -> None:
        self.words: dict[str, int] = {}
        self._source = source
        self._faults = faults
        self._open: list[tuple[str, bool]] = []  # element and whether it or one around it names a fill
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters

    def read(self) -> None:
        try:
            self._parser.Parse(self._source.text.encode(), True)
        except expat.ExpatError as error:
            self._faults.note(self._source.file, error.lineno, Code.SVG, detail=expat.ErrorString(error.code))
        except _Refused:
            self._note(Code.SVG, detail="DOCTYPE")

    def _note(self, code: Code, **facts: object) -> None:
        self._faults.note(self._source.file, self._parser.CurrentLineNumber, code, **facts)

    def _doctype(self, *_declaration: object) -> None:
        raise _Refused

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name not in _ELEMENTS or (name == "svg") != (not self._open) or len(self._open) >= _DEEPEST:
            self._note(Code.SVG_ELEMENT, name=name)
        for attribute, value in attributes.items():
            self._attribute(name, attribute, value)
        if name == "svg":
            self._size(attributes.get("viewBox", ""))
        filled = "fill" in attributes or any(fill for _, fill in self._open)
        if name in _FILLED and not filled:
            self._note(Code.SVG_VALUE, attribute="fill", value="", allowed="{{c:...}}, none")
        self._open.append((name, filled))

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _attribute(self, element: str, attribute: str, value: str) -> None:
        form = _FORMS.get(attribute)
        if form is None or (attribute == "xmlns" and element != "svg"):
            self._note(Code.SVG_ATTRIBUTE, element=element, attribute=attribute)
        elif not (found := form.fullmatch(value)):
            self._note(Code.SVG_VALUE, attribute=attribute, value=value[:40], allowed=_allowed(attribute))
        elif form is _COLOUR and found.group(1) and found.group(1) not in COLOURS:
            self._note(Code.SVG_VALUE, attribute=attribute, value=value, allowed=", ".join(sorted(COLOURS)))
        elif attribute == "font-size" and float(value) < _SMALLEST_TEXT:
            self._note(Code.SVG_VALUE, attribute=attribute, value=value, allowed=f">= {_SMALLEST_TEXT:g}")

    def _size(self, box: str) -> None:
        numbers = [float(one) for one in re.findall(_NUMBER, box)]
        lowest, highest = _HEIGHTS
        if len(numbers) != 4 or numbers[:3] != [0, 0, _WIDTH] or not lowest <= numbers[3] <= highest:
            allowed = f"0 0 {_WIDTH:g} {lowest:g}-{highest:g}"
            self._note(Code.SVG_VALUE, attribute="viewBox", value=box[:40], allowed=allowed)

    def _characters(self, text: str) -> None:
        if not text.strip():
            return
        inside = self._open[-1][0] if self._open else ""
        rest = _WORD.sub("", text)
        if inside not in ("text", "tspan") or any(one.isalpha() or one in "{}" for one in rest):
            self._note(Code.SVG_WORDS, text=text.strip()[:40])
        for word in _WORD.findall(text):
            self.words.setdefault(word, self._parser.CurrentLineNumber)


def _allowed(attribute: str) -> str:
    shown = {
        _NUMBER: "12, 12.5",
        _LIST: "1 2 3 4",
        _COLOUR.pattern: "{{c:...}}, none",
        _FORMS["opacity"].pattern: "0-1",
        _FORMS["d"].pattern: "M L H V C S Q T A Z",
        _FORMS["transform"].pattern: "translate(x y), rotate(a), scale(s)",
    }
    pattern = _FORMS[attribute].pattern
    return shown.get(pattern, pattern.replace("|", ", "))


def check_svg(source: SourceText, faults: Faults) -> dict[str, int]:
    """Note what lies outside the profile; the drawing's words with the line of their first use."""
    check = _Check(source, faults)
    check.read()
    return check.words


def fill_words(svg: str, words: dict[str, str]) -> str:
    """The drawing with its words in one language; a missing word stays empty."""
    return _WORD.sub(lambda found: escape(words.get(found.group(1), "")), svg).strip()
