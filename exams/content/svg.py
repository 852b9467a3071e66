"""Our SVG profile: a drawing with named colours and named words, checked element by element, built and shown alike."""

import re
from collections.abc import Callable, Sequence
from xml.parsers import expat
from xml.sax.saxutils import escape

from exams.content.characters import refused_character, word_set
from exams.content.faults import Code, Faults
from exams.content.files import SourceText

COLOURS = word_set("ink muted line surface raised accent accent_soft good warn bad on_accent")

_WIDTH = 720.0
_HEIGHTS = (200.0, 420.0)
_SMALLEST_TEXT = 15.0
_DEEPEST = 16
_LARGEST = 65_536  # bytes
_MOST_ELEMENTS = 500
_MOST_DASHED = 40  # every dash is drawn one by one
_LONGEST_VALUE = 400
_LARGEST_NUMBER = 2000
_RANGES = {"font-size": (_SMALLEST_TEXT, 96.0), "stroke-width": (0.0, 40.0), "stroke-dasharray": (2.0, 100.0)}
_SCALES = (0.1, 4.0)
_NAMESPACE = "http://www.w3.org/2000/svg"
_WORD = re.compile(r"\{\{t:([a-z0-9_]+)\}\}")
_COLOUR = re.compile(r"none|\{\{c:([a-z_]+)\}\}")

_NUMBER = r"-?[0-9]{1,4}(?:\.[0-9]{1,4})?"
_ANY_NUMBER = re.compile(r"-?(?:[0-9]+\.?[0-9]*|\.[0-9]+)")
_LIST = rf"\s*{_NUMBER}(?:[\s,]+{_NUMBER})*\s*"
_FORMS = {
    **dict.fromkeys(
        word_set("x y x1 y1 x2 y2 cx cy r rx ry dx dy width height stroke-width font-size"), re.compile(_NUMBER)
    ),
    **dict.fromkeys(word_set("opacity fill-opacity stroke-opacity"), re.compile(r"0|1|1\.0|0?\.[0-9]{1,3}")),
    **dict.fromkeys(word_set("points stroke-dasharray viewBox"), re.compile(_LIST)),
    **dict.fromkeys(("fill", "stroke"), _COLOUR),
    "d": re.compile(r"[MmLlHhVvCcSsQqTtAaZz0-9\s.,-]*"),
    "transform": re.compile(rf"(?:\s*(?:translate|rotate|scale)\({_LIST}\)){{0,3}}\s*"),
    "stroke-linecap": re.compile("butt|round|square"),
    "stroke-linejoin": re.compile("miter|round|bevel"),
    "font-weight": re.compile("normal|bold|[1-9]00"),
    "text-anchor": re.compile("start|middle|end"),
    "xmlns": re.compile(re.escape(_NAMESPACE)),
}
_FILLED = word_set("rect circle ellipse polygon polyline path text")
_ELEMENTS = _FILLED | {"svg", "g", "line", "tspan"}
_DASHED = word_set("line rect circle ellipse polygon polyline path")
_SCALE = re.compile(rf"scale\(({_LIST})\)")


class _Refused(Exception):
    """Stops the reading of a document that is more than a drawing; says by what."""


class _Check:
    """One reading of one drawing."""

    def __init__(self, source: SourceText, faults: Faults, *, filled: bool) -> None:
        self.words: dict[str, int] = {}
        self._filled = filled
        self._elements = self._dashed = 0
        self._source = source
        self._faults = faults
        self._open: list[tuple[str, bool]] = []  # element and whether it or one around it names a fill
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = _refusal("DOCTYPE")
        # A declaration may name another encoding, an instruction a style sheet: Qt would follow both.
        self._parser.XmlDeclHandler = self._parser.ProcessingInstructionHandler = _refusal("<?")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters

    def read(self) -> None:
        raw = self._source.text.encode(errors="replace")
        try:
            if len(raw) > _LARGEST:
                raise _Refused(f"> {_LARGEST}")
            self._parser.Parse(raw, True)
        except expat.ExpatError as error:
            self._faults.note(self._source.file, error.lineno, Code.SVG, detail=expat.ErrorString(error.code))
        except _Refused as refusal:
            self._note(Code.SVG, detail=str(refusal))

    def _note(self, code: Code, **facts: object) -> None:
        self._faults.note(self._source.file, self._parser.CurrentLineNumber, code, **facts)

    def _count(self, name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > _MOST_ELEMENTS:
            raise _Refused(f"> {_MOST_ELEMENTS} elements")
        if "stroke-dasharray" in attributes:
            self._dashed += 1
            if name not in _DASHED or self._dashed > _MOST_DASHED:
                self._note(Code.SVG_ATTRIBUTE, element=name, attribute="stroke-dasharray")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name not in _ELEMENTS or (name == "svg") != (not self._open) or len(self._open) >= _DEEPEST:
            self._note(Code.SVG_ELEMENT, name=name)
        self._count(name, attributes)
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
        elif len(value) > _LONGEST_VALUE or not (found := form.fullmatch(value)):
            self._note(Code.SVG_VALUE, attribute=attribute, value=value[:40], allowed=_allowed(attribute))
        elif form is _COLOUR and found.group(1) and found.group(1) not in COLOURS:
            self._note(Code.SVG_VALUE, attribute=attribute, value=value, allowed=", ".join(sorted(COLOURS)))
        elif attribute != "xmlns" and form is not _COLOUR:
            self._numbers(attribute, value)

    def _numbers(self, attribute: str, value: str) -> None:
        """Note a number that would be drawn without end or to no purpose."""
        lowest, highest = _RANGES.get(attribute, (-_LARGEST_NUMBER, _LARGEST_NUMBER))
        if not _within(_ANY_NUMBER.findall(value), lowest, highest):
            self._note(Code.SVG_VALUE, attribute=attribute, value=value[:40], allowed=f"{lowest:g} – {highest:g}")
        scales = [number for inner in _SCALE.findall(value) for number in _ANY_NUMBER.findall(inner)]
        if not _within(scales, *_SCALES):
            self._note(Code.SVG_VALUE, attribute=attribute, value=value[:40], allowed="scale(0.1) – scale(4)")

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
        rest = text if self._filled else _WORD.sub("", text)
        if inside not in ("text", "tspan") or not self._fitting(rest):
            self._note(Code.SVG_WORDS, text=text.strip()[:40])
        for word in _WORD.findall(text):
            self.words.setdefault(word, self._parser.CurrentLineNumber)

    def _fitting(self, text: str) -> bool:
        if self._filled:  # its words have been put in: any, but none that hides
            return len(text) <= _LONGEST_VALUE and refused_character(text) is None
        return not any(one.isalpha() or one in "{}" for one in text)


def _refusal(what: str) -> Callable[..., None]:
    def refuse(*_found: object) -> None:
        raise _Refused(what)

    return refuse


def _within(numbers: Sequence[str], lowest: float, highest: float) -> bool:
    return all(lowest <= float(number) <= highest for number in numbers)


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
    check = _Check(source, faults, filled=False)
    check.read()
    return check.words


def is_safe_drawing(svg: str) -> bool:
    """Whether a drawing with its words filled in and its colours still by name keeps to the profile."""
    faults = Faults()
    _Check(SourceText("", svg), faults, filled=True).read()
    return len(faults) == 0


def fill_words(svg: str, words: dict[str, str]) -> str:
    """The drawing with its words in one language; a missing word stays empty."""
    return _WORD.sub(lambda found: escape(words.get(found.group(1), "")), svg).strip()
