"""Packages of QTI items: a ZIP with a manifest; every file by itself, one that is broken or missing is told."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from exams.errors import AcademyError
from exams.interop.archive import Archive
from exams.interop.codes import Code
from exams.interop.errors import BankFormat
from exams.interop.qti2.reader import read_qti2_tree
from exams.interop.qti12.reader import read_qti12_tree
from exams.interop.qti_marks import OLD_ROOT, is_package
from exams.interop.question import Question
from exams.interop.result import Read, Rejected, Warned
from exams.interop.spot_pictures import with_picture
from exams.interop.unclosed import parse_unclosed
from exams.interop.xml_tree import bare, local, parse_xml

MANIFEST = "imsmanifest.xml"
_XML_NAMES = (".xml", ".qti", ".dat")
_ITEMS = ("imsqti_item", "imsqti_xmlv", "imsqti_apipitem", "imsqti_assessment", "x-bb-qti", "ims_qtiasi")
_ROOTS_2 = frozenset(("assessmentItem", "assessmentTest", "assessmentSection", "assessmentStimulus"))


def read_qti(raw: bytes) -> Iterator[Read]:
    """QTI of any version, a package or a file by itself; raises what `parse_xml` and `Archive` raise, `BankFormat`."""
    if is_package(raw):
        yield from read_package(raw)
        return
    root, line = parse_unclosed(raw)
    if line:
        yield Warned(Code.XML_CLOSED, {}, line)
    yield from read_qti12_tree(root) if local(root) == OLD_ROOT else read_qti2_tree(root)


def read_package(raw: bytes) -> Iterator[Read]:
    """First what the manifest lists, in its order, then what it forgot; `BankFormat` where no file holds QTI."""
    archive = Archive(raw)
    listed, missing = _listed(archive)
    yield from (Warned(Code.MISSING_FILE, {"file": name}) for name in missing)
    known = 0
    for name in _in_order(archive.names(), listed):
        held = _of_file(archive, name, expected=name in listed)
        known += held is not None
        yield from held or ()
    if not known and not missing:
        raise BankFormat(format="")


def _in_order(names: tuple[str, ...], listed: list[str]) -> list[str]:
    others = sorted(name for name in names if name.lower().endswith(_XML_NAMES) and not name.endswith(MANIFEST))
    return [name for name in dict.fromkeys([*listed, *others]) if not _is_twin(name, set(names))]


def _is_twin(name: str, names: set[str]) -> bool:
    """Canvas writes each quiz of a course twice: as Common Cartridge allows, and in full beside."""
    folder, _, file = name.rpartition("/")
    return file == "assessment_qti.xml" and f"non_cc_assessments/{folder.rpartition('/')[2]}.xml.qti" in names


def _listed(archive: Archive) -> tuple[list[str], list[str]]:
    """The files of the resources that hold items: those that are there, and those that are not."""
    manifest = min((n for n in archive.names() if n.endswith(MANIFEST)), key=lambda n: n.count("/"), default="")
    if not manifest:
        return [], []
    try:
        root = bare(parse_xml(archive.read(manifest)))
    except AcademyError:
        return [], []
    names = list(dict.fromkeys(_resolved(manifest, node) for node in root.iter("resource") if _holds_items(node)))
    names = [name for name in names if name]
    here = set(archive.names())
    return [name for name in names if name in here], [name for name in names if name not in here]


def _holds_items(resource: etree._Element) -> bool:
    kind = (resource.get("type") or "").lower()
    return any(word in kind for word in _ITEMS)


def _resolved(manifest: str, resource: etree._Element) -> str:
    """The file of a resource: its address, Blackboard's own attribute, or its first file."""
    first = next((child.get("href") for child in resource if local(child) == "file"), None)
    address = unquote((resource.get("href") or resource.get("file") or first or "").strip())
    if not address or "://" in address:
        return ""
    bases = [one.get("base") or "" for one in (*reversed(list(resource.iterancestors())), resource)]
    return posixpath.normpath(posixpath.join(posixpath.dirname(manifest), *bases, address.replace("\\", "/")))


def _of_file(archive: Archive, name: str, *, expected: bool) -> list[Read] | None:
    """None for a file that holds no QTI."""
    try:
        root, line = parse_unclosed(archive.read(name))
    except AcademyError as refusal:
        return [Rejected(Code.QTI_FILE, {"file": name, "reason": refusal.code})] if expected else None
    kind = local(root).removeprefix("qti-")
    if kind == OLD_ROOT:
        warned: list[Read] = [Warned(Code.XML_CLOSED, {"file": name}, line)] if line else []
        return warned + _told(name, read_qti12_tree(root))
    has_items = any(local(node) in ("assessmentItem", "qti-assessment-item") for node in root.iter())
    if has_items or kind in _ROOTS_2 or kind.startswith("assessment-"):
        found = read_qti2_tree(root)
        return _told(name, (with_picture(one, name, archive) if isinstance(one, Question) else one for one in found))
    return None


def _told(name: str, found: Iterator[Read]) -> list[Read]:
    """What a file holds, with its name in the findings."""
    return [
        one if isinstance(one, Question) else type(one)(one.code, {**one.facts, "file": name}, one.line)
        for one in found
    ]
