"""What an item says of itself: the fields of its metadata in every dialect, and the type they name."""

import re
from collections.abc import Mapping

from lxml import etree

from exams.interop.xml_tree import local, text_in

_NO_LETTER = re.compile(r"[^a-z]")
_TYPE_FIELDS = (
    "questiontype", "bbmdquestiontype", "ccprofile", "qmdquestiontype", "qmditemtype", "itemtype", "questionsubtype",
)  # fmt: skip
NOT_KEPT: Mapping[str, str] = {"errortext": "error_text", "flashquestion": "flash", "javaapplet": "java_applet"}
"""ILIAS's types whose answer does not stand in the file's presentation."""

_TYPES: Mapping[str, str] = {
    **NOT_KEPT,
    **dict.fromkeys(
        ("multiplechoicequestion", "multiplechoice", "ccmultiplechoicevp", "singlechoicequestion"), "single"
    ),
    **dict.fromkeys(
        ("singlechoice", "eitheror", "opinionscale", "likert", "likertscale", "missingwordquestion"), "single"
    ),
    **dict.fromkeys(
        ("multipleanswersquestion", "multipleanswer", "multipleanswers", "ccmultipleresponsevp"), "multiple"
    ),
    **dict.fromkeys(("multipleresponse", "multiselect", "multiplechoicemultiple"), "multiple"),
    **dict.fromkeys(("truefalsequestion", "truefalse", "cctruefalsevp", "trueorfalse"), "truefalse"),
    **dict.fromkeys(("shortanswerquestion", "fillintheblank", "fillinblank", "ccfibvp", "fibstring"), "shortanswer"),
    **dict.fromkeys(("ccpatternmatchvp", "textsubsetquestion", "quizbowl", "shortanswer", "fib"), "shortanswer"),
    **dict.fromkeys(("fillinmultipleblanksquestion", "fillintheblankplus", "fillinmultipleblanks"), "fill"),
    **dict.fromkeys(("fillintheblanks", "multipleshortanswer", "multishortanswer", "multipleblanks"), "fill"),
    **dict.fromkeys(("clozequestion", "clozetest"), "cloze"),
    **dict.fromkeys(("multipledropdownsquestion", "jumbledsentence", "longmenu", "longmenuquestion"), "dropdowns"),
    **dict.fromkeys(("matchingquestion", "matching", "categorizationquestion"), "matching"),
    **dict.fromkeys(("orderingquestion", "ordering", "orderinghorizontal"), "ordering"),
    **dict.fromkeys(("numericalquestion", "numeric", "numericquestion", "fibnumeric", "numerical"), "numerical"),
    **dict.fromkeys(("calculatedquestion", "calculated", "arithmetic", "significantfigures"), "calculated"),
    **dict.fromkeys(("formulaquestion",), "calculated"),
    **dict.fromkeys(("essayquestion", "essay", "shortresponse", "longanswer", "ccessayvp", "textquestion"), "essay"),
    **dict.fromkeys(("fileuploadquestion", "fileupload"), "upload"),
    **dict.fromkeys(("textonlyquestion", "textonly", "textinformation", "imageinformation"), "description"),
    **dict.fromkeys(("hotspotquestion", "hotspot", "imagemapquestion", "hotspotsquestion"), "hotspot"),
}


def fields_of(item: etree._Element) -> dict[str, str]:
    """Label to entry, labels as small letters only: `question_type`, `bbmd_questiontype`, `qmd_itemtype` and so on."""
    found: dict[str, str] = {}
    for head in item:
        if local(head) in ("itemmetadata", "qtimetadata"):
            _collect(head, found)
    return found


def _collect(head: etree._Element, found: dict[str, str]) -> None:
    for node in head.iter():
        name = local(node)
        if name in ("qtimetadatafield", "qti_metadatafield"):
            parts = {local(child): text_in(child).strip() for child in node}
            found.setdefault(plain(parts.get("fieldlabel", "")), parts.get("fieldentry", ""))
        elif name.startswith(("bbmd_", "qmd_")) and not len(node):
            found.setdefault(plain(name), (node.text or "").strip())


def plain(label: str) -> str:
    """Small letters only."""
    return _NO_LETTER.sub("", label.lower())


def said_type(fields: Mapping[str, str]) -> str:
    """Our type by the metadata; empty where they say none that we know."""
    said = (fields.get(name, "") for name in _TYPE_FIELDS)
    # ILIAS names its types by its classes: assSingleChoice.
    words = (word for one in said for word in (plain(one), plain(one).removeprefix("ass")))
    return next((kind for word in words if (kind := _TYPES.get(word, ""))), "")


def points(
    fields: Mapping[str, str],
    names: tuple[str, ...] = ("pointspossible", "qmdweighting", "ccweighting", "qmdabsolutescoremax"),
) -> str:
    """What the question is worth, as written; empty where it does not say."""
    return next((fields[name] for name in names if fields.get(name)), "")
