"""Spoilt files at every reader: the short form of the torture, and proof that it would notice."""

import base64
import json
import tracemalloc
from dataclasses import replace
from random import Random

import pytest

from tests.attacks import mutations
from tests.attacks.mutated import BYTES, ENVELOPE, NOT_MADE, PACK
from tests.attacks.mutations import attack, run, targets, told
from tests.attacks.samples import make_samples

MIB = 1024 * 1024


@pytest.fixture(scope="module")
def samples():
    return make_samples()


def test_of_five_thousand_spoilt_files_none_is_believed_and_each_is_refused_with_a_code(samples):
    found = attack(samples, 5_000, "short")
    assert found.broken == {}, found.files
    assert found.tried > 4_300
    assert found.told["refused"] > 4_000


def test_every_reader_is_attacked_and_believes_what_is_whole(samples):
    found = attack(samples, 1_500, "readers")
    for target in targets(samples):
        assert any(name.startswith(f"{target.name}: E_") for name in found.told), target.name
        assert len({target.identity(raw) for raw in target.files}) == len(target.files) > 1


def test_reading_spoilt_files_takes_little_memory(samples):
    tracemalloc.start()
    try:
        attack(samples, 400, "memory")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 8 * MIB


@pytest.mark.parametrize(
    ("name", "instead"),
    [
        ("exams.trust.envelope.signature_fits", lambda *_: True),
        ("exams.trust.shapes.unbase64", lambda text, _detail, _length=None: base64.b64decode(text)),
        ("exams.packs.verify.checked", lambda reader, path, _file: reader.chunks(path)),
    ],
)
def test_what_gets_through_or_falls_over_is_noticed(samples, monkeypatch, name, instead):
    monkeypatch.setattr(name, instead)
    found = attack(samples, 2_000, "noticed")
    assert found.broken.total() > 0
    assert found.files[0][0] in found.broken
    assert f"; {found.broken.most_common(1)[0][0]}" in told(found)


@pytest.mark.parametrize("mutator", sorted({*BYTES, *ENVELOPE, *PACK}, key=lambda one: one.__name__))
def test_every_way_to_spoil_a_file_changes_it(samples, mutator):
    raws = samples.packs if mutator in PACK and mutator not in BYTES else samples.slots[:3]
    chance, changed = Random(5), 0
    for _ in range(200):
        try:
            changed += mutator(chance, raws[0], raws[1]) != raws[0]
        except NOT_MADE:
            continue
    assert changed > 100


def test_a_row_of_signatures_in_another_order_is_harmless_and_no_acceptance(samples):
    root = next(one for one in targets(samples) if one.name == "next roots")
    envelope = json.loads(root.files[0])
    envelope["signatures"].reverse()
    assert root.identity(json.dumps(envelope).encode()) == root.identity(root.files[0])


def test_the_part_of_the_torture_has_its_row_and_its_control(monkeypatch, tmp_path):
    monkeypatch.setattr(mutations, "LOT", 300)
    whole, control = run(600, 7, lambda _: None, tmp_path)
    assert whole.passed
    assert control.passed
    assert whole.tried > 450
    assert "0 broken" in whole.verdict
    assert list(tmp_path.iterdir()) == []


def test_guilty_files_are_kept(monkeypatch, tmp_path):
    lot = replace(attack(make_samples(), 10, "x"), files=[("packs: believed", b"raw")])
    monkeypatch.setattr(mutations, "attack_in_lots", lambda *_: iter([lot]))
    run(10, 7, lambda _: None, tmp_path)
    assert (tmp_path / "mutation-0.bin").read_bytes() == b"packs: believed\nraw"
