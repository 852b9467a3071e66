"""A question of other programs about a picture, as a board of our own with its names and its key.

Of QTI the hotspot interaction (regions by name) and the select point interaction (points, areas in the key); of Moodle
the markers on a picture, where all of them are the same marker.
"""

import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from string import ascii_uppercase

from lxml import etree

from exams.content.boards import MOST_OF_BOARD, is_safe_board
from exams.errors import AcademyError
from exams.interop.grading.quantity import exact
from exams.interop.markup import inner
from exams.interop.qti2.declarations import Declared, declarations_of
from exams.interop.qti2.keys import uses_mapping
from exams.interop.question import Question
from exams.interop.spot_pictures import address_of, graphic_of, kind_and_size, picture_of
from exams.interop.texts import plain
from exams.interop.xml_tree import local, parse_xml, text_in
from exams.items.spots import BOARD, MOST_REGIONS, SpotBoard, SpotShape, board_text, read_board, shape_of

POINTED = ("hotspot", "ddmarker")
"""Types that may be about a picture to point into."""

_VIEW = re.compile(r'<svg [^>]*?viewBox="0 0 ([0-9]+) ([0-9]+)"')
_KINDS = {"rect": "rect", "rectangle": "rect", "circle": "circle", "ellipse": "ellipse", "poly": "poly"}
_FEWEST = 2


class NoSpots(Exception):  # a verdict on one question, caught where its card is made
    """Not a question that the card can ask; `reason`: type, media, options, weights or key."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Spots:
    """`names` are regions by letter, `right` letters of them; of free points no names, and `right` are shapes."""

    board: SpotBoard
    names: Mapping[str, str]
    right: tuple[str, ...]

    @property
    def options(self) -> tuple[tuple[str, str], ...]:
        """As an item spells them."""
        return (BOARD, board_text(self.board)), *self.names.items()


def spots_of(question: Question) -> Spots:
    """What the card shows and what is right; raises `NoSpots`."""
    try:
        root = parse_xml(question.source)
    except AcademyError:
        raise NoSpots("type") from None
    if local(root) == "question":
        return _markers(question, root)
    interaction = graphic_of(root) if local(root) == "assessmentItem" else None
    if interaction is None:
        raise NoSpots("type")
    declared = {one.ident: one for one in declarations_of(root)}.get(interaction.get("responseIdentifier") or "")
    if declared is None:
        raise NoSpots("key")
    read = _regions if local(interaction) == "hotspotInteraction" else _points
    return read(question, root, interaction, declared)


def _regions(question: Question, root: etree._Element, node: etree._Element, declared: Declared) -> Spots:
    choices = [one for one in node.iter() if local(one) == "hotspotChoice"]
    if not _FEWEST <= len(choices) <= MOST_REGIONS:
        raise NoSpots("options")
    letters = dict(zip([one.get("identifier") or "" for one in choices], ascii_uppercase, strict=False))
    shapes = {letter: _shape(one) for letter, one in zip(letters.values(), choices, strict=True)}
    names = {letter: _name(one, letter) for letter, one in zip(letters.values(), choices, strict=True)}
    right = _right(root, declared)
    if not right or not set(right) <= set(letters):
        raise NoSpots("key")
    board = _board(question, node, shapes, 1 if declared.cardinality == "single" else _most(node))
    return Spots(board, names, tuple(sorted(letters[one] for one in right)))


def _right(root: etree._Element, declared: Declared) -> tuple[str, ...]:
    """What earns marks, all of one weight: the exam's rules know no others."""
    if declared.correct and not (declared.mapping and uses_mapping(root)):
        return declared.correct
    gains = {one.key: one.value for one in declared.mapping if one.value > 0}
    if len(set(gains.values())) > 1:
        raise NoSpots("weights")
    return tuple(gains) or declared.correct


def _points(question: Question, root: etree._Element, node: etree._Element, declared: Declared) -> Spots:
    name = declared.ident
    areas = [
        entry
        for one in root.iter("responseDeclaration")
        if (one.get("identifier") or "").strip() == name
        for entry in one.iter("areaMapEntry")
    ]
    gains = {_shape(one): exact(one.get("mappedValue")) or 0 for one in areas}
    right = [shape for shape, value in gains.items() if value > 0]
    if not right:
        raise NoSpots("key")
    if len({gains[shape] for shape in right}) > 1:
        raise NoSpots("weights")
    board = _board(question, node, {}, 1 if declared.cardinality == "single" else _most(node))
    return Spots(board, {}, tuple(map(_text, right)))


def _markers(question: Question, root: etree._Element) -> Spots:
    """Moodle's markers: all drops must want the same one, which is named in the question."""
    drops = [one for one in root if local(one) == "drop"]
    wanted = {(one.findtext("choice") or "").strip() for one in drops}
    if len(wanted) != 1 or question.type != "ddmarker":
        raise NoSpots("type")
    files = [one for one in root if local(one) == "file"]
    if not files:
        raise NoSpots("media")
    raw = picture_of(question, f"data:image/png;base64,{''.join((files[0].text or '').split())}")
    board = _from_bytes(raw, {}, 0, "")
    shapes = tuple(_text(_moodle_shape(one)) for one in drops)
    return Spots(board, {}, tuple(dict.fromkeys(shapes)))


def marker_label(question: Question) -> str:
    """What the one marker of Moodle says, to be told in the stem; empty for other types."""
    if question.type != "ddmarker":
        return ""
    root = parse_xml(question.source)
    drags = [one for one in root if local(one) == "drag"]
    wanted = next(((one.findtext("choice") or "").strip() for one in root if local(one) == "drop"), "")
    named = {(one.findtext("no") or str(at)).strip(): one.findtext("text") or "" for at, one in enumerate(drags, 1)}
    return plain(named.get(wanted, ""))


def _moodle_shape(drop: etree._Element) -> SpotShape:
    """`rectangle x,y;width,height`, `circle x,y;radius`, `polygon x,y;x,y;…`."""
    kind = (drop.findtext("shape") or "").strip().lower()
    numbers = [_whole(one) for one in re.split(r"[;,]", drop.findtext("coords") or "")]
    if kind == "rectangle" and len(numbers) == 4:
        numbers[2:] = [numbers[0] + numbers[2], numbers[1] + numbers[3]]
    return _made({"rectangle": "rect", "circle": "circle", "polygon": "poly"}.get(kind, ""), numbers)


def _shape(node: etree._Element) -> SpotShape:
    numbers = [_whole(one) for one in (node.get("coords") or "").replace(" ", ",").split(",") if one.strip()]
    kind = _KINDS.get((node.get("shape") or "").strip().lower(), "")
    if kind == "poly" and len(numbers) > 2 and numbers[:2] == numbers[-2:]:
        numbers = numbers[:-2]  # closed by repeating its first corner, as HTML writes it
    return _made(kind, numbers)


def _made(kind: str, numbers: list[int]) -> SpotShape:
    try:
        return shape_of(f"{kind} {','.join(map(str, numbers))}")
    except ValueError:
        raise NoSpots("options") from None


def _whole(text: str) -> int:
    value = exact(text.strip())
    if value is None:
        raise NoSpots("options")
    return round(value)


def _text(shape: SpotShape) -> str:
    return f"{shape.kind} {','.join(map(str, shape.numbers))}"


def _name(node: etree._Element, letter: str) -> str:
    said = node.get("hotspotLabel") or node.get("label") or plain(inner(node).as_html()) or node.get("ariaLabel") or ""
    return " ".join(said.split()) or f"区域 {letter} · Region {letter}"


def _most(node: etree._Element) -> int:
    written = (node.get("maxChoices") or "").strip()
    return min(int(written), 20) if written.isascii() and written.isdigit() and len(written) < 4 else 1


def _board(question: Question, node: etree._Element, shapes: Mapping[str, SpotShape], most: int) -> SpotBoard:
    says = ""
    held: etree._Element | None = None
    for one in node.iter():
        if local(one) in ("object", "img", "image") and held is None:
            held, says = one, (one.get("alt") or text_in(one)).strip()
    raw = picture_of(question, address_of(node))
    size = None if held is None else _said_size(held)
    return _from_bytes(raw, shapes, most, says, size)


def _said_size(held: etree._Element) -> tuple[int, int] | None:
    sides = [(held.get(name) or "").removesuffix("px").strip() for name in ("width", "height")]
    whole = [int(one) for one in sides if one.isascii() and one.isdigit() and 0 < len(one) < 5]
    return (whole[0], whole[1]) if len(whole) == 2 and min(whole) > 0 else None


def _from_bytes(
    raw: bytes, shapes: Mapping[str, SpotShape], most: int, says: str, size: tuple[int, int] | None = None
) -> SpotBoard:
    """A picture from a file, whose units are those the item says it is shown in, or a drawing of our own profile."""
    found = kind_and_size(raw)
    if found is not None:
        kind, wide, high = found
        picture = f"data:image/{kind};base64,{b64encode(raw).decode('ascii')}"
    else:
        picture = raw.decode("utf-8", "replace").strip()
        box = _VIEW.match(picture)
        if box is None:
            raise NoSpots("media")
        wide, high, size = int(box[1]), int(box[2]), None
    wide, high = size or (wide, high)
    return _checked(SpotBoard(wide, high, picture, shapes, most, " ".join(says.split())))


def _checked(board: SpotBoard) -> SpotBoard:
    text = board_text(board)
    if not is_safe_board(board) or len(text) > MOST_OF_BOARD:
        raise NoSpots("media")
    try:
        return read_board(text)
    except ValueError:
        raise NoSpots("options") from None
