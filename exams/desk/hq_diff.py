"""Two packs compared at headquarters, the sealed items too where its content keys are opened."""

from contextlib import suppress
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from exams.desk.branch_errors import FileUnreadable
from exams.desk.hq_home import Hq
from exams.desk.hq_keys import DESK, newest_key, sealing_key
from exams.desk.hq_sessions import opened_ceks
from exams.packs.blobs import FormContext, open_blob
from exams.packs.container import PackReader
from exams.packs.diff import Contents, PackDiff, pack_diff
from exams.packs.disk import DISK, told, write_file
from exams.packs.manifest import CONTENT, MANIFEST, MOST_MANIFEST, Manifest, items_file, key_file
from exams.packs.publish import FormParts
from exams.packs.slots import SlotPurpose
from exams.packs.verify import check_bytes, checked, opened_manifest
from exams.store.content_records import course_records
from exams.store.hq_rows import published
from exams.trust.errors import BadSignature
from exams.trust.keys import SealingKey
from exams.trust.shapes import Table


def diff_packs(hq: Hq, old: Path, new: Path, *, sealed: bool) -> PackDiff:
    """What changed; `sealed` opens the desk key. Raises `FileUnreadable`, or what reading a pack raises."""
    desk = None
    if sealed:
        desk = sealing_key(hq, newest_key(hq, DESK))
        hq.write_down("diff", old=old.name, new=new.name)
    return pack_diff(_contents(hq, old, desk), _contents(hq, new, desk))


def _contents(hq: Hq, path: Path, desk: SealingKey | None) -> Contents:
    try:
        file = path.open("rb")
    except OSError as error:
        raise FileUnreadable(file=path.name, detail=error.strerror or "") from error
    with file:
        reader = PackReader(file)
        manifest = manifest_of(hq, reader)
        return Contents(manifest, _course(reader, manifest), opened_forms(hq, reader, manifest, desk) if desk else {})


def _course(reader: PackReader, manifest: Manifest) -> Table:
    """From the database, which is opened only once every byte of it is the one that was signed."""
    with TemporaryDirectory(prefix="academy-diff-") as folder, told(Path(folder)):
        path = Path(folder) / CONTENT
        write_file(DISK, path, checked(reader, CONTENT, manifest.files[CONTENT]))
        return course_records(path)


def manifest_of(hq: Hq, reader: PackReader) -> Manifest:
    """Signed under any root there was: an old pack is compared even when its key is retired."""
    envelope = reader.read(MANIFEST, MOST_MANIFEST)
    for root in reversed(hq.roots()):
        with suppress(BadSignature):
            return opened_manifest(envelope, root)
    raise BadSignature(good=0, needed=1)


def pack_of(hq: Hq, path: Path) -> tuple[bytes, Manifest]:
    """A whole pack, every byte as headquarters signed it; raises `FileUnreadable`, or what reading a pack raises."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise FileUnreadable(file=path.name, detail=error.strerror or "") from error
    reader = PackReader(BytesIO(raw))
    manifest = manifest_of(hq, reader)
    check_bytes(reader, manifest)
    return raw, manifest


def opened_forms(hq: Hq, reader: PackReader, manifest: Manifest, desk: SealingKey) -> dict[str, FormParts]:
    """Items and keys of each form in clear; nothing of a form whose content keys are not here."""
    rows = [row for row in published(hq.db, manifest.pack) if row.version == manifest.version]
    ceks = opened_ceks(hq, desk, rows[0]) if rows else {}
    forms = {}
    for form in manifest.forms:
        if (form, SlotPurpose.ITEMS) in ceks:
            context = FormContext(manifest.pack, manifest.version, form)
            items = reader.read(items_file(form), reader.size(items_file(form)))
            plain = open_blob(ceks[form, SlotPurpose.ITEMS], items, context.items_aad)
            key = b""
            if (form, SlotPurpose.KEY) in ceks:
                blob = reader.read(key_file(form), reader.size(key_file(form)))
                key = open_blob(ceks[form, SlotPurpose.KEY], blob, context.key_aad(items))
            forms[form] = FormParts(plain, key)
    return forms
