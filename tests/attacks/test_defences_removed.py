"""Each row's own check fails once its defence is gone: an attack that cannot succeed would prove nothing."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest

from exams.packs.container import PackReader
from exams.packs.errors import CodeWrong
from exams.packs.slots import SlotContext
from exams.trust.envelope import claimed_payload, open_envelope
from exams.trust.revocation import read_revocations
from tests.attacks import test_codes_attacked as codes
from tests.attacks import test_packs_attacked as packs
from tests.attacks import test_secrets_attacked as secrets
from tests.attacks import test_trust_attacked as trust
from tests.attacks.attacks_home import found

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Removal:
    """A row, its check as it stands beside this file, and what takes the defence's place."""

    row: str
    check: Callable[..., None]
    instead: Mapping[str, object]
    needs: tuple[str, ...] = ("attacked",)
    more: tuple[object, ...] = ()


def unhashed(reader: PackReader, path, _file):
    yield from reader.chunks(path)


def unsigned(raw, purpose, _keys, _threshold=1, most=2**24):
    return claimed_payload(raw, purpose, most)


def by_one(raw, purpose, keys, _threshold=1, most=2**24):
    return open_envelope(raw, purpose, keys, 1, most)


def lax_json(raw, _most=0):
    return json.loads(raw)


REMOVALS = [
    Removal(
        "A01",
        packs.test_a01_a_byte_of_the_sealed_items_changed_in_the_pack,
        {"exams.packs.verify.checked": unhashed, "exams.packs.install.checked": unhashed},
    ),
    Removal(
        "A03",
        packs.test_a03_a_later_day_of_expiry_written_into_the_manifest,
        {"exams.trust.envelope.signature_fits": lambda *_: True},
    ),
    Removal(
        "A04",
        packs.test_a04_a_pack_signed_by_a_key_of_ones_own_or_of_another_role,
        {"exams.packs.verify.open_envelope": unsigned},
        more=("ca",),
    ),
    Removal(
        "A06",
        packs.test_a06_an_older_version_after_the_newer_one,
        {"exams.packs.verify.note_pack": lambda state, _pack, _version: state},
    ),
    Removal(
        "A07",
        packs.test_a07_an_expired_pack_also_with_the_clock_set_back_after_a_newer_file_was_seen,
        {"exams.packs.verify.now_of": lambda _state, wall: wall},
    ),
    Removal("A09", trust.test_a09_a_root_signed_by_one_old_key, {"exams.trust.root.open_envelope": by_one}),
    Removal(
        "A10",
        trust.test_a10_an_older_list_of_withdrawals_and_one_of_the_same_number,
        {"exams.trust.state.newer_revocations": lambda _current, raw, root: read_revocations(raw, root)},
    ),
    Removal(
        "A12",
        trust.test_a12_json_that_is_none_though_headquarters_key_has_signed_it,
        {"exams.trust.envelope.read_json": lax_json},
        more=(trust.BAD_JSON["a key twice"],),
    ),
    Removal(
        "A13",
        trust.test_a13_genuine_slots_of_another_branch,
        {"exams.packs.slot_file.SlotFile.of_branch": lambda file, _branch: file},
    ),
    Removal(
        "B01",
        secrets.test_b01_nothing_of_the_exam_is_found_before_the_code,
        {
            "exams.packs.publish.seal_blob": lambda _cek, plain, _aad: plain,
            "exams.packs.publish.open_blob": lambda _cek, raw, _aad: raw,
        },
        needs=("watch", "capfd"),
    ),
    Removal(
        "B04",
        codes.test_b04_a_wrong_code_costs_its_work_and_a_mistyped_one_nothing,
        {"exams.packs.codes.code_is_whole": lambda _plain: True},
        needs=("attacked", "argon2"),
    ),
    Removal(
        "B05",
        codes.test_b05_a_slot_that_asks_for_absurd_work,
        {"exams.packs.slot_file.check_kdf": lambda _kdf: None},
        needs=("attacked", "argon2"),
        more=(8,),
    ),
    Removal(
        "B07",
        secrets.test_b07_after_grading_and_the_sessions_close_nothing_is_found_and_nothing_opens,
        {"exams.desk.key_ring.KeyRing.erase": lambda _ring, _session: None},
        needs=("watch", "capfd"),
    ),
    Removal(
        "B07 answers",
        secrets.test_b07_a_persons_answers_are_nowhere_in_clear_and_the_devices_copy_is_gone,
        {"exams.desk.answer_sealing.leave_no_trace": lambda _db, _home: None},
        needs=("watch", "capfd"),
    ),
]
"""B06 stands below: its slots must be made without the defence as well."""

FAILS = (AssertionError, pytest.fail.Exception, CodeWrong)
"""How a check fails: by its own word, because nothing was refused, or because it was refused for something else."""


@pytest.mark.parametrize("removal", REMOVALS, ids=lambda one: one.row)
def test_without_its_defence_the_row_fails(request, monkeypatch, removal):
    given = [request.getfixturevalue(name) for name in removal.needs]
    for name, instead in removal.instead.items():
        monkeypatch.setattr(name, instead)
    with pytest.raises(FAILS):
        removal.check(*given, *removal.more)


def test_without_its_defence_the_row_fails_b06(tmp_path, monkeypatch):
    monkeypatch.setattr(SlotContext, "aad", b"every slot alike")
    attacked = found(tmp_path)
    attacked.stick.mkdir()
    with pytest.raises(FAILS):
        codes.test_b06_slots_of_one_session_under_the_name_of_another(attacked)
