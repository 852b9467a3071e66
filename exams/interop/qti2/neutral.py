"""One spelling for 2.x and 3.0: `qti-choice-interaction` is `choiceInteraction`, `max-choices` is `maxChoices`."""

import re

from lxml import etree

from exams.interop.xml_tree import bare

_STEP = re.compile(r"-([a-z0-9])")
_OWN_SPELLING = {"durationLt": "durationLT", "durationGte": "durationGTE", "sampleSd": "sampleSD", "popSd": "popSD"}
_AS_THEY_ARE = ("data-", "aria-")


def _camel(name: str) -> str:
    camel = _STEP.sub(lambda found: found[1].upper(), name)
    return _OWN_SPELLING.get(camel, camel)


def neutral(root: etree._Element) -> etree._Element:
    """The same tree without namespaces, in the names of 2.x."""
    bare(root)
    for node in root.iter():
        tag = node.tag
        if not isinstance(tag, str) or not tag.startswith("qti-"):
            continue
        node.tag = _camel(tag.removeprefix("qti-"))
        for name in [name for name in map(str, node.attrib) if "-" in name and not name.startswith(_AS_THEY_ARE)]:
            value = node.attrib.pop(name)
            node.set(_camel(name), value)
    return root
