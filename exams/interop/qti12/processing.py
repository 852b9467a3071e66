"""The resprocessing of an item: run on a response it gives the score, and tells what it compares with."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from lxml import etree

from exams.interop.grading.quantity import exact
from exams.interop.xml_tree import local, text_in

Response = Mapping[str, Sequence[str]]

_WRONG_NAMES = ("incorrect", "wrong")
_SCORE_NAMES = {"SCORE", "D2L_Correct", "D2L_Incorrect"}
_KPRIM = ":KPRIM:"
_COMPARES = ("vargt", "vargte", "varlt", "varlte")


@dataclass(frozen=True, slots=True)
class Compared:
    """One comparison of a condition: with which response, by which element, with what; `negative` inside a not."""

    ident: str
    how: str
    value: str
    cased: bool
    index: int
    negative: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """What a condition does to the score."""

    amount: Fraction
    adds: bool


@dataclass(frozen=True, slots=True)
class Condition:
    """A respcondition that touches the score."""

    node: etree._Element
    settings: tuple[Setting, ...]
    stops: bool
    feedback: str

    @property
    def gain(self) -> Fraction:
        """What it brings to a score of 0."""
        return sum((one.amount for one in self.settings), Fraction(0))

    def compared(self) -> Iterator[Compared]:
        """All comparisons, in order."""
        for variable in self.node:
            yield from _compared(variable, negative=False)


def _compared(node: etree._Element, *, negative: bool) -> Iterator[Compared]:
    name = local(node)
    if name.startswith("var"):
        index = node.get("index") or ""
        yield Compared(
            (node.get("respident") or "").strip(),
            name,
            text_in(node).strip(),
            (node.get("case") or "No").lower() == "yes",
            int(index) if index.isascii() and index.isdigit() and len(index) < 6 else -1,
            negative,
        )
        return
    for child in node:
        yield from _compared(child, negative=negative != (name == "not"))


class Processing:
    """All conditions of an item; empty where it has none."""

    def __init__(self, item: etree._Element) -> None:
        blocks = [child for child in item if local(child) == "resprocessing"]
        if _KPRIM in (item.get("ident") or ""):
            _say_plainly(blocks)
        _name_responses(item, blocks)
        decvars = [one for block in blocks for one in block.iter("decvar")]
        self._most = next((most for one in decvars if (most := exact(one.get("maxvalue")))), None)
        self._names = {name for one in decvars if (name := one.get("varname"))}
        nodes = [node for block in blocks for node in block.iter("respcondition")]
        self.conditions = self._read(nodes)
        if not self.rewarding():
            # Where no setvar names a variable that is declared, whichever it names is the score.
            self._names = set()
            self.conditions = self._read(nodes)
        if not self.rewarding():
            praised = [one for node in nodes if _praises(node) and (one := self._condition(node)) is not None]
            self.conditions += [replace(one, settings=(Setting(Fraction(1), adds=True),)) for one in praised]

    def _read(self, nodes: list[etree._Element]) -> list[Condition]:
        return [one for node in nodes if (one := self._condition(node)) is not None]

    def _condition(self, node: etree._Element) -> Condition | None:
        variable = next((child for child in node if local(child) == "conditionvar"), None)
        setvars = [child for child in node if local(child) == "setvar"]
        settings = tuple(one for child in setvars if (one := self._setting(child)) is not None)
        if variable is None or not len(variable):
            return None
        feedback = next((child.get("linkrefid") or "" for child in node if local(child) == "displayfeedback"), "")
        sets = any(not one.adds for one in settings)
        stops = (node.get("continue") or "").lower() == "no" and sets
        return Condition(variable, settings, stops, feedback)

    def _setting(self, node: etree._Element) -> Setting | None:
        name = (node.get("varname") or node.get("variablename") or "SCORE").strip()
        if self._names and name not in self._names | _SCORE_NAMES and name.upper() != "SCORE":
            return None
        written = text_in(node).strip()
        size = exact(written)
        if size is None:
            size = (self._most or Fraction(1)) if written.lower().endswith(".max") else Fraction(0)
        action = (node.get("action") or "Set").lower()
        sign = -1 if action == "subtract" or any(word in name.lower() for word in _WRONG_NAMES) else 1
        return Setting(size * sign, adds=action in ("add", "subtract"))

    def score(self, response: Response, *, alternatives: bool = False) -> Fraction:
        """What a response earns; bare comparisons side by side are `alternatives` where one value only can be given."""
        score, fired = Fraction(0), False
        for condition in self.conditions:
            if not condition.settings or not _holds_all(
                condition.node, response, fired=fired, alternatives=alternatives
            ):
                continue
            fired = True
            for setting in condition.settings:
                score = score + setting.amount if setting.adds else setting.amount
            if condition.stops:
                break
        return score

    def rewarding(self) -> list[Condition]:
        """The conditions that bring something."""
        return [one for one in self.conditions if one.gain > 0]


def _say_plainly(blocks: Sequence[etree._Element]) -> None:
    """OLAT's true-or-false grids: `A:correct` is A chosen, `A:wrong` is A left out."""
    for one in [node for block in blocks for node in block.iter("varequal")]:
        ident, _, said = text_in(one).strip().rpartition(":")
        above = one.getparent()
        if said not in ("correct", "wrong") or above is None:
            continue
        one.text = ident
        if said == "wrong":
            _turn(one, above)


def _turn(condition: etree._Element, above: etree._Element) -> None:
    turned = etree.Element("not")
    above.replace(condition, turned)
    turned.append(condition)


def _name_responses(item: etree._Element, blocks: Sequence[etree._Element]) -> None:
    """ILIAS's grids: a condition that names a label and asks for 1 or 0 means that label chosen or left out."""
    responses = [node for node in item.iter("response_lid") if (node.get("rcardinality") or "").lower() == "multiple"]
    owners = {label.get("ident"): node for node in responses for label in node.iter("response_label")}
    for owner in responses:
        owners.pop(owner.get("ident"), None)
    for one in [node for block in blocks for node in block.iter("varequal")] if owners else []:
        label, said, above = one.get("respident"), text_in(one).strip(), one.getparent()
        if label not in owners or said not in ("0", "1") or above is None:
            continue
        one.set("respident", owners[label].get("ident") or "")
        one.text = label
        if said == "0":
            _turn(one, above)


def _praises(node: etree._Element) -> bool:
    """Blackboard says of a pair only that it is correct, and scores it elsewhere."""
    feedback = next((child.get("linkrefid") or "" for child in node if local(child) == "displayfeedback"), "")
    scored = any(local(child) == "setvar" for child in node)
    return not scored and "correct" in (feedback.lower(), (node.get("title") or "").lower())


def _holds_all(variable: etree._Element, response: Response, *, fired: bool, alternatives: bool) -> bool:
    children = list(variable)
    bare = len(children) > 1 and all(local(child) == "varequal" and not child.get("index") for child in children)
    wanted = any if alternatives and bare and len({child.get("respident") for child in children}) == 1 else all
    return wanted(_holds(child, response, fired=fired) for child in children)


def _holds(node: etree._Element, response: Response, *, fired: bool) -> bool:
    name = local(node)
    if name == "and":
        return all(_holds(child, response, fired=fired) for child in node)
    if name == "or":
        return any(_holds(child, response, fired=fired) for child in node)
    if name == "not":
        return not all(_holds(child, response, fired=fired) for child in node)
    if name == "other":
        return not fired
    given = response.get((node.get("respident") or "").strip(), ())
    return not given if name == "unanswered" else _compares(name, node, given)


def _compares(name: str, node: etree._Element, given: Sequence[str]) -> bool:
    value = text_in(node).strip()
    if name == "varequal":
        index = node.get("index") or ""
        if index.isascii() and index.isdigit() and len(index) < 6:
            return int(index) < len(given) and given[int(index)] == value
        return value in given or (
            len(given) == 1 and (node.get("case") or "No").lower() != "yes" and _alike(value, given[0])
        )
    if name in ("varsubset", "varsubstring"):
        return value in given or set(value.split(",")) <= set(given)
    if name in _COMPARES:
        number, bound = exact(given[0]) if given else None, exact(value)
        return number is not None and bound is not None and _relates(name, number, bound)
    return False


def _alike(value: str, given: str) -> bool:
    return value.casefold() == given.casefold()


def _relates(name: str, number: Fraction, bound: Fraction) -> bool:
    if number == bound:
        return name in ("vargte", "varlte")
    return (number > bound) == name.startswith("vargt")
