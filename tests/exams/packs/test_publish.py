"""Publishing: a branch would take what was written, the exam in it is closed, and nothing else is left behind."""

import json
import zlib

import pytest

from exams.packs.blobs import MOST_PLAIN, FormContext, open_blob
from exams.packs.container import PackReader
from exams.packs.errors import BlobSpoilt
from exams.packs.file_errors import BadPath, PackNotWritten
from exams.packs.manifest import Grading, PackedExam
from exams.packs.publish import FormParts
from exams.packs.recovery import open_recovery
from exams.packs.slots import SlotPurpose
from exams.packs.verify import verify_pack
from exams.trust.errors import BadSignature, Expired, NotStrict, RolledBack, TooLarge
from exams.trust.keys import SigningKey
from exams.trust.root import RoleName
from exams.trust.state import note_pack
from tests.exams.packs.headquarters import APP, DAY, NOW, a_course, a_form, item, members

CONTEXT = FormContext("TELE", 1, "A")


@pytest.fixture
def out(tmp_path):
    return tmp_path / "tele.pack"


def verified(hq, path):
    with path.open("rb") as file:
        return verify_pack(PackReader(file), hq.state(), NOW, APP)


def test_a_branch_takes_what_was_published(hq, out):
    done = hq.publish(out, media={"figures/one.png": b"\x89PNG"})
    pack = verified(hq, out)
    assert (pack.manifest, pack.sha256) == (done.manifest, done.sha256)
    assert members(out)["course/figures/one.png"] == b"\x89PNG"
    assert members(out)["content.sqlite"] == a_course()


def test_the_keys_open_the_exam_and_each_opens_only_its_own_part(hq, out):
    form = a_form()
    ceks = hq.publish(out, forms={"A": form}).ceks["A"]
    inside = members(out)
    items, key = inside["exam/A/items.bin"], inside["exam/A/key.bin"]
    assert open_blob(ceks[SlotPurpose.ITEMS], items, CONTEXT.items_aad) == form.items
    assert open_blob(ceks[SlotPurpose.KEY], key, CONTEXT.key_aad(items)) == form.key
    with pytest.raises(BlobSpoilt):
        open_blob(ceks[SlotPurpose.ITEMS], key, CONTEXT.key_aad(items))


def test_headquarters_recovery_key_opens_what_was_sealed(hq, out):
    done = hq.publish(out)
    payload = json.loads(members(out)["exam/A/recovery.json"])
    assert open_recovery(hq.recovery, payload, CONTEXT) == done.ceks["A"]


def test_neither_questions_nor_answers_nor_keys_can_be_read_from_the_pack(hq, out):
    stem, answer = "What is the grace period?", "THIRTY-DAYS"
    done = hq.publish(out, forms={"A": a_form(item("1.1-e1", stem=stem), right=answer)})
    secrets = [stem.encode(), answer.encode(), zlib.compress(stem.encode())[2:10], *done.ceks["A"].values()]
    for raw in (out.read_bytes(), *members(out).values()):
        assert not [secret for secret in secrets if secret in raw]
    assert not [secret for secret in done.ceks["A"].values() if repr(secret) in repr(done)]


def test_a_pack_graded_at_headquarters_holds_no_answer_key(hq, out):
    done = hq.publish(out, grading=Grading.HQ_ONLY)
    assert "exam/A/key.bin" not in members(out)
    assert set(done.ceks["A"]) == {SlotPurpose.ITEMS}


def test_each_form_and_each_publication_has_keys_of_its_own(hq, out, tmp_path):
    exams = (PackedExam("final", "A", "final"), PackedExam("final", "B", "final"))
    forms = {"A": a_form(), "B": a_form()}
    one = hq.publish(out, forms=forms, exams=exams)
    two = hq.publish(tmp_path / "2.pack", forms=forms, exams=exams)
    keys = [cek for done in (one, two) for ceks in done.ceks.values() for cek in ceks.values()]
    assert len(set(keys)) == 8


def test_every_root_after_the_first_travels_with_the_pack(hq, out):
    first = hq.state()
    hq.rotate(RoleName.PACK)
    hq.rotate()
    hq.publish(out)
    with out.open("rb") as file:
        pack = verify_pack(PackReader(file), first, NOW, APP)
    assert pack.state.root == hq.root
    assert pack.roots == tuple(hq.roots[1:])


@pytest.mark.parametrize(
    ("failure", "changes"),
    [
        (BadSignature, {"signer": SigningKey.generate()}),
        (NotStrict, {"forms": {}}),
        (NotStrict, {"forms": {"A": a_form(), "B": a_form()}}),
        (NotStrict, {"pack": "tele"}),
        (NotStrict, {"min_app": "1"}),
        (BadPath, {"media": {"../x": b"x"}}),
        (Expired, {"expires_wt": NOW - 2 * DAY}),
        (Expired, {"expires_wt": NOW, "not_before_wt": NOW + DAY}),
    ],
)
def test_a_pack_that_a_branch_would_refuse_is_not_published(hq, out, failure, changes):
    out.write_bytes(b"the one before")
    with pytest.raises(failure):
        hq.publish(out, **changes)
    assert [(path.name, path.read_bytes()) for path in out.parent.iterdir()] == [(out.name, b"the one before")]


def test_an_exam_that_no_branch_could_open_is_not_published(hq, out):
    with pytest.raises(TooLarge):
        hq.publish(out, forms={"A": FormParts(b" " * (MOST_PLAIN + 1), b"{}")})
    assert list(out.parent.iterdir()) == []


def test_a_version_below_the_newest_is_not_published(hq, out):
    state = hq.state()
    hq.state = lambda: note_pack(state, "TELE", 5)
    with pytest.raises(RolledBack):
        hq.publish(out, 4)
    hq.publish(out, 5)


def test_a_pack_for_a_later_day_can_be_published_today(hq, out):
    hq.publish(out, not_before_wt=NOW + 30 * DAY)
    assert out.exists()


def test_a_folder_that_is_not_there_is_told(hq, tmp_path):
    with pytest.raises(PackNotWritten):
        hq.publish(tmp_path / "nowhere" / "tele.pack")
