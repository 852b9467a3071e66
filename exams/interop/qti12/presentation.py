"""What an item shows: its text, and its responses with their labels."""

from collections.abc import Collection
from dataclasses import dataclass
from html import escape

from lxml import etree

from exams.interop.markup import Text, inner
from exams.interop.texts import plain
from exams.interop.xml_tree import local, text_in

_KINDS = {
    "response_lid": "lid",
    "response_str": "str",
    "response_num": "num",
    "response_grp": "grp",
    "response_xy": "xy",
    "response_extension": "ext",
    "response_na": "ext",
}


@dataclass(frozen=True, slots=True)
class Label:
    """One choice of a response; `typing` and `scoring` are what New Quizzes of Canvas says of a blank's answer."""

    ident: str
    text: Text
    group: str = ""
    typing: str = ""
    scoring: str = ""
    ignores_case: bool = True


@dataclass(frozen=True, slots=True)
class Field:
    """One response of an item; `prompt` is what stands before its choices, `names` what conditions may call it."""

    ident: str
    kind: str
    cardinality: str
    labels: tuple[Label, ...]
    prompt: Text
    rows: int = 0
    fib_type: str = ""
    is_text: bool = False
    extension: str = ""
    names: frozenset[str] = frozenset()
    boxes: int = 1


@dataclass(frozen=True, slots=True)
class Shown:
    """The presentation of an item; `right_side` holds the texts of Blackboard's block of answers to match."""

    stem: Text
    fields: tuple[Field, ...]
    right_side: tuple[Text, ...] = ()


def read_presentation(item: etree._Element) -> Shown:
    """An item without a presentation shows nothing."""
    presentation = next((child for child in item if local(child) == "presentation"), None)
    if presentation is None:
        return Shown(Text("", "plain"), ())
    right_block = next(iter(_blocks(presentation, "RIGHT_MATCH_BLOCK")), None)
    right_side = () if right_block is None else _rights(right_block)
    fields = [_field(node, beside=right_block is not None) for node in presentation.iter() if local(node) in _KINDS]
    skipped = {right_block, *_blocks(presentation, "RESPONSE_BLOCK")} if right_block is not None else set()
    materials: list[Text] = []
    _materials(presentation, skipped, [], materials)
    stem = joined(materials)
    if len(fields) > 1 and not skipped and not all(_is_named(stem, one) for one in fields):
        materials.clear()
        _materials(presentation, skipped, fields, materials)
    return Shown(joined(materials), tuple(fields), right_side)


def _blocks(presentation: etree._Element, kind: str) -> list[etree._Element]:
    return [one for one in presentation.iter("flow") if one.get("class") == kind]


def _is_named(stem: Text, field: Field) -> bool:
    """The text itself shows where the blank is: `[colour]` for `colour` or `response_colour`."""
    return any(f"[{name}]" in stem.text for name in (field.ident, field.ident.removeprefix("response_")))


def _materials(
    node: etree._Element, skipped: Collection[etree._Element | None], fields: list[Field], out: list[Text]
) -> None:
    for child in node:
        name = local(child)
        if child in skipped or name == "response_label":
            continue
        if name == "material":
            out.append(material(child))
        elif name in _KINDS:
            ident = (child.get("ident") or child.get("respident") or "").strip()
            if fields and not _said(fields, ident).prompt.text:
                out.append(Text(f"{{#{fields.index(_said(fields, ident)) + 1}}}", "plain"))
        else:
            _materials(child, skipped, fields, out)


def _said(fields: list[Field], ident: str) -> Field:
    return next(one for one in fields if one.ident == ident)


def _rights(block: etree._Element) -> tuple[Text, ...]:
    rows = [one for one in block.iter("flow") if one.get("class") == "Block" or not list(one.iter("flow"))[1:]]
    rows = [one for one in rows if not any(inside in rows for inside in one.iter("flow") if inside is not one)]
    return tuple(joined([material(one) for one in row.iter("material")]) for row in rows)


def _field(node: etree._Element, *, beside: bool) -> Field:
    labels = tuple(_label(one) for one in node.iter("response_label") if one.get("ident") is not None)
    render = next((one for one in node.iter() if local(one).startswith("render_")), None)
    rows = (render.get("rows") or "") if render is not None else ""
    prompts: list[Text] = []
    above = node.getparent()
    _materials(above if beside and above is not None else node, (), [], prompts)
    is_text = any(local(one) == "render_fib" for one in node.iter())
    ident = (node.get("ident") or node.get("respident") or "").strip()
    boxes = (render.get("input_boxes") or "") if render is not None else ""
    return Field(
        ident=ident,
        kind=_KINDS[local(node)],
        cardinality=(node.get("rcardinality") or "Single").lower(),
        labels=() if is_text and _KINDS[local(node)] in ("str", "num") else labels,
        prompt=joined(prompts),
        rows=int(rows) if rows.isascii() and rows.isdigit() and len(rows) < 5 else 0,
        fib_type=((render.get("fibtype") or "") if render is not None else "").lower(),
        is_text=is_text,
        extension="".join(sorted({local(one) for one in node.iter() if local(one).startswith("ims_render")})),
        # Desire2Learn compares a typed text with the name of the label in it, not with that of the response.
        names=frozenset((ident, *(label.ident for label in labels if is_text))),
        boxes=max(1, int(boxes)) if boxes.isascii() and boxes.isdigit() and len(boxes) < 3 else 1,
    )


def _label(node: etree._Element) -> Label:
    texts = [material(one) for one in node.iter("material")]
    own = Text(" ".join((node.text or "").split()), "plain")
    return Label(
        ident=(node.get("ident") or "").strip(),
        text=joined(texts) if texts else own,
        group=node.get("match_group") or "",
        typing=(node.get("answer_type") or "").lower(),
        scoring=(node.get("scoring_algorithm") or "").lower(),
        ignores_case=(node.get("ignore_case") or "").lower() != "false",
    )


def material(node: etree._Element) -> Text:
    """Texts, pictures and files of one material, in their order."""
    return joined([text for child in node if (text := _piece(child)) is not None])


def _piece(node: etree._Element) -> Text | None:
    name = local(node)
    if name in ("mattext", "matemtext"):
        return _text(node)
    if name in ("matimage", "mataudio", "matvideo"):
        address = escape(node.get("uri") or node.get("label") or "")
        tag = {"matimage": "img", "mataudio": "audio", "matvideo": "video"}[name]
        return Text(f'<{tag} src="{address}">', "html")
    if name == "matbreak":
        return Text("<br>", "html")
    if name in ("mat_extension", "altmaterial", "material"):
        inside = [node_text for child in node if (node_text := _piece(child)) is not None]
        text = text_in(node).strip()
        return joined(inside) if inside else Text(text, _guess(text)) if text else None
    text = text_in(node).strip()
    return Text(text, _guess(text)) if name.startswith("mat_formatted") else None


def _text(node: etree._Element) -> Text:
    if len(node):
        return inner(node)
    text = (node.text or "").strip()
    kind = (node.get("texttype") or "").lower()
    if "html" in kind:
        return Text(text, "html") if "<" in text or "&" in text else Text(text, "plain")
    return Text(text, "html" if not kind and _guess(text) == "html" else "plain")


def _guess(text: str) -> str:
    return "html" if plain(text) != " ".join(text.split()) else "plain"


def joined(texts: list[Text]) -> Text:
    """Several texts as one: plain only where all are."""
    texts = [one for one in texts if one.text]
    if len(texts) == 1:
        return texts[0]
    if all(one.format == "plain" for one in texts):
        return Text(" ".join(one.text for one in texts), "plain")
    return Text(" ".join(one.as_html() for one in texts), "html")
