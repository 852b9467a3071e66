"""The interactions of an item: which they are, what they offer, and to which response they belong."""

from dataclasses import dataclass

from lxml import etree

from exams.interop.markup import Text, inner
from exams.interop.xml_tree import local

_CHOICES = frozenset(
    (
        "simpleChoice", "inlineChoice", "simpleAssociableChoice", "hottext", "gapText", "gapImg", "hotspotChoice",
        "associableHotspot",
    )
)  # fmt: skip
_WITHOUT_RESPONSE = frozenset(("endAttemptInteraction", "mediaInteraction"))


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose."""

    ident: str
    text: Text


@dataclass(frozen=True, slots=True)
class Interaction:
    """One interaction; `gaps` are the holes of a gap match in their order, `hidden` the ones that want no answer."""

    kind: str
    response: str
    choices: tuple[Choice, ...]
    gaps: tuple[str, ...]
    most: int
    prompt: Text
    node: etree._Element

    @property
    def wants_answer(self) -> bool:
        """False for what only ends an attempt or plays something."""
        return self.kind not in _WITHOUT_RESPONSE

    def text_of(self, ident: str) -> str:
        """The text of a choice; its identifier where it has none."""
        return next((one.text.text for one in self.choices if one.ident == ident and one.text.text), ident)


def interactions_of(item: etree._Element) -> list[Interaction]:
    """All interactions in the order of the document."""
    return [_interaction(node) for node in item.iter() if local(node).endswith("Interaction")]


def _interaction(node: etree._Element) -> Interaction:
    prompt = next((child for child in node if local(child) == "prompt"), None)
    by_label = local(node).startswith("graphic")
    choices = tuple(_choice(one, by_label=by_label) for one in node.iter() if local(one) in _CHOICES)
    return Interaction(
        kind=local(node),
        response=(node.get("responseIdentifier") or "").strip(),
        choices=choices,
        gaps=tuple(one.get("identifier") or "" for one in node.iter("gap")),
        most=_whole(node.get("maxChoices")),
        prompt=inner(prompt) if prompt is not None else Text("", "plain"),
        node=node,
    )


def _whole(written: str | None) -> int:
    text = (written or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 1


def _choice(node: etree._Element, *, by_label: bool) -> Choice:
    """A thing to lay onto a picture is told by its label, not by the picture that it is itself."""
    text = inner(node)
    label = node.get("hotspotLabel") or node.get("objectLabel") or node.get("label") or ""
    if not text.text or (by_label and label):
        text = Text(label, "plain")
    return Choice((node.get("identifier") or "").strip(), text)
