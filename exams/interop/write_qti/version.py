"""An item told in the names of a version: 2.1 as it is built, 3.0 with `qti-` and dashes in front of the same words."""

import re
from typing import Any, NamedTuple

from lxml import etree

from exams.interop.write_qti.pieces import TEMPLATES
from exams.interop.write_qti.text import HTML_TAGS
from exams.interop.xml_tree import local

Element = etree._Element
_OTHERS = {"math": "http://www.w3.org/1998/Math/MathML", "svg": "http://www.w3.org/2000/svg"}
_CAPITAL = re.compile(r"(?<=[a-z0-9])([A-Z]+)")


class Version(NamedTuple):
    """What differs between versions beside the names."""

    number: str
    namespace: str
    packaging: str
    schema: str
    schema_version: str
    resource: str
    templates: str


V21 = Version(
    number="2.1",
    namespace="http://www.imsglobal.org/xsd/imsqti_v2p1",
    packaging="http://www.imsglobal.org/xsd/imscp_v1p1",
    schema="QTIv2.1 Package",
    schema_version="1.0.0",
    resource="imsqti_item_xmlv2p1",
    templates=TEMPLATES,
)
V3 = Version(
    number="3.0",
    namespace="http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
    packaging="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
    schema="QTI Package",
    schema_version="3.0.0",
    resource="imsqti_item_xmlv3p0",
    templates="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/",
)


def told_in(item: Element, version: Version) -> bytes:
    """The item as a file."""
    root = _twin(None, item, version, version.namespace)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _twin(parent: Element | None, node: Element, version: Version, space: str) -> Element:
    name = local(node)
    space = _OTHERS.get(name, space)
    is_own = space == version.namespace and version is V3 and name not in HTML_TAGS
    tag = f"{{{space}}}{f'qti-{_dashed(name)}' if is_own else name}"
    attributes = {_dashed(key) if is_own else key: value for key, value in _attributes(node, version).items()}
    spaces: Any = {None: space}
    if parent is None:
        twin = etree.Element(tag, attributes, nsmap=spaces)
    else:
        twin = etree.SubElement(parent, tag, attributes, nsmap=spaces)
    twin.text, twin.tail = node.text, node.tail
    for child in node:
        _twin(twin, child, version, space)
    return twin


def _attributes(node: Element, version: Version) -> dict[str, str]:
    found = {str(name): str(value) for name, value in node.attrib.items()}
    if found.get("template", "").startswith(TEMPLATES):
        name = found["template"].removeprefix(TEMPLATES)
        found["template"] = f"{version.templates}{name}{'.xml' if version is V3 else ''}"
    return found


def _dashed(name: str) -> str:
    return _CAPITAL.sub(lambda found: f"-{found[1]}", name).lower()
