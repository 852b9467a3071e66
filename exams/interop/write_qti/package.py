"""A package of QTI: a ZIP with a manifest and a file for each question; the same questions give the same bytes."""

import re
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from typing import Any, NamedTuple

from lxml import etree

from exams.interop.codes import Code
from exams.interop.losing import lost, not_written
from exams.interop.question import Question
from exams.interop.result import Warned
from exams.interop.write_qti.item import item_of, kept_item
from exams.interop.write_qti.keys import Unsayable
from exams.interop.write_qti.pictures import pictures_of
from exams.interop.write_qti.version import V3, V21, Version, told_in

MANIFEST = "imsmanifest.xml"
_KEPT = ("fractions", "feedback")
_KEPT_OPTIONS = ("policy", "usecase", "distractors", "shuffleanswers")
_IDENT = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,63}")
_OURS = re.compile(r"q[0-9]{5,}")
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_MOST_RATIO = 100
"""What is packed closer is stored as it is: readers, ours too, take it for a bomb."""


class _File(NamedTuple):
    """A file of a package, and those that it names."""

    name: str
    raw: bytes
    pictures: dict[str, bytes]


def write_qti21(questions: Iterable[Question], warnings: list[Warned]) -> bytes:
    """For everything that reads QTI 2.1; what is lost or left out goes to the warnings."""
    return _package(questions, warnings, V21)


def write_qti3(questions: Iterable[Question], warnings: list[Warned]) -> bytes:
    """The same in the names of QTI 3.0."""
    return _package(questions, warnings, V3)


def _package(questions: Iterable[Question], warnings: list[Warned], version: Version) -> bytes:
    files: dict[str, _File] = {}
    for number, question in enumerate(questions, 1):
        if question.type == "category":
            continue
        usual = f"q{number:05}"
        ident = usual if question.idnumber in files or not _may_be_kept(question.idnumber) else question.idnumber
        try:
            item = _item(question, ident, warnings)
        except Unsayable:
            warnings += not_written(question)
            continue
        pictures = pictures_of(question, item, usual)
        files[ident] = _File(
            f"items/{usual}.xml", told_in(item, version), {f"items/{at}": raw for at, raw in pictures.items()}
        )
    held = {name: raw for one in files.values() for name, raw in ((one.name, one.raw), *one.pictures.items())}
    return _zipped({MANIFEST: _manifest(files, version), **held})


def _may_be_kept(idnumber: str) -> bool:
    """As an identifier that is not one of those given here."""
    return bool(_IDENT.fullmatch(idnumber)) and not _OURS.fullmatch(idnumber)


def _item(question: Question, ident: str, warnings: list[Warned]) -> etree._Element:
    kept = kept_item(question)
    if kept is not None:
        kept.set("identifier", ident)
        return kept
    has_mark = question.mark > 0
    item, gone = item_of(question if has_mark else replace(question, mark=1.0), ident)
    names = (*_KEPT, *(["mark"] if has_mark else []), *(["idnumber"] if question.idnumber == ident else []))
    warnings += lost(question, names, _KEPT_OPTIONS)
    if gone:
        warnings.append(Warned(Code.LOST, {"name": question.name, "what": ", ".join(gone)}, question.line))
    return item


def _manifest(files: dict[str, _File], version: Version) -> bytes:
    spaces: Any = {None: version.packaging}
    root = etree.Element(f"{{{version.packaging}}}manifest", {"identifier": "MANIFEST"}, nsmap=spaces)
    metadata = _under(root, "metadata")
    _under(metadata, "schema").text = version.schema
    _under(metadata, "schemaversion").text = version.schema_version
    _under(root, "organizations")
    resources = _under(root, "resources")
    for ident, one in files.items():
        held = _under(resources, "resource", identifier=f"res-{ident}", type=version.resource, href=one.name)
        for name in (one.name, *one.pictures):
            _under(held, "file", href=name)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _under(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{etree.QName(parent).namespace}}}{name}", attributes)


def _zipped(files: dict[str, bytes]) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, raw in files.items():
            member = zipfile.ZipInfo(name, _FIRST_DAY)
            member.create_system, member.external_attr = 3, 0o644 << 16
            is_dense = len(raw) < _MOST_RATIO * len(zlib.compress(raw))
            member.compress_type = zipfile.ZIP_DEFLATED if is_dense else zipfile.ZIP_STORED
            archive.writestr(member, raw)
    return packed.getvalue()
