"""The manifest: what is written is read back, and a signed one that makes no sense is refused all the same."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.errors import AcademyError
from exams.packs.file_errors import BadPath
from exams.packs.manifest import (
    Grading,
    Manifest,
    PackedExam,
    PackedFile,
    app_version,
    manifest_payload,
    read_manifest,
    sealed_files,
)
from exams.packs.zip_layout import MOST_BYTES
from exams.trust.errors import NotStrict, TooLarge
from exams.trust.times import read_time

SHA = "0" * 64
FORM = st.from_regex(r"[A-Z][A-Z0-9]{0,4}", fullmatch=True)
SECOND = st.integers(0, 4_000_000_000).map(lambda seconds: seconds * 1000)


def a_manifest(grading=Grading.WITH_UNLOCK, forms=("A",), **changes):
    paths = ("content.sqlite", "revocation.json", "roots/2.json", *sealed_files(forms, grading))
    manifest = Manifest(
        pack="TELE-2026",
        version=3,
        issued_wt=read_time("2026-11-29T09:00:00Z"),
        not_before_wt=read_time("2026-12-01T00:00:00Z"),
        expires_wt=read_time("2027-12-01T00:00:00Z"),
        min_app="0.1.0",
        revocation_version=1,
        grading=grading,
        files={path: PackedFile(10, SHA) for path in paths},
        exams=tuple(PackedExam("final", form, "final") for form in forms),
    )
    return replace(manifest, **changes)


@given(
    st.sampled_from(Grading), st.sets(FORM, max_size=4), SECOND, SECOND, SECOND, st.integers(1, 10**6), st.booleans()
)
def test_what_is_written_is_read_back(grading, forms, issued, not_before, expires, version, demonstration):
    manifest = a_manifest(
        grading,
        tuple(sorted(forms)),
        issued_wt=issued,
        not_before_wt=not_before,
        expires_wt=expires,
        version=version,
        demonstration=demonstration,
    )
    assert read_manifest(manifest_payload(manifest)) == manifest


def test_a_pack_is_called_by_its_id_and_version():
    assert a_manifest().name == "TELE-2026-3"


def test_two_exams_may_draw_from_one_form():
    exams = (PackedExam("final", "A", "final"), PackedExam("renewal", "A", "renewal"))
    assert read_manifest(manifest_payload(a_manifest(exams=exams))).forms == ("A",)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("pack", value) for value in ("", "T", "tele", "TELE/X", "TELE..", "-TELE", "TELE-", "T" * 17, 5, None)),
        *(("version", value) for value in (0, -1, "1", True, None)),
        *(("issued", value) for value in ("2026-11-29", 1_700_000_000, "2026-13-01T00:00:00Z", None)),
        *(("expires", value) for value in ("never", "2026-11-29T09:00:00+00:00")),
        *(("min_app", value) for value in ("1", "1.0", "1.0.0.0", "a.b.c", "1.0.٣", 1)),
        *(("revocation_version", value) for value in (-1, "1", None)),
        *(("grading", value) for value in ("", "at-once", None)),
        *(("demonstration", value) for value in (0, "false", None)),
        *(("exams", value) for value in ({}, None, ["final"], [{"exam": "final"}])),
        ("exams", [{"exam": "final", "form": "../A", "blueprint": "final"}]),
        ("exams", [{"exam": "final", "form": "A", "blueprint": "final"}] * 2),
        *(("files", value) for value in ([], None, {})),
    ],
)
def test_a_field_that_makes_no_sense_is_refused(field, value):
    with pytest.raises(NotStrict):
        read_manifest({**manifest_payload(a_manifest()), field: value})


@pytest.mark.parametrize("field", list(manifest_payload(a_manifest())))
def test_no_field_may_be_missing_and_none_may_be_new(field):
    payload = manifest_payload(a_manifest())
    with pytest.raises(NotStrict):
        read_manifest({name: value for name, value in payload.items() if name != field})
    with pytest.raises(NotStrict):
        read_manifest({**payload, f"{field}2": payload[field]})


def with_files(*, less=(), **more):
    files = a_manifest().files
    kept = {path: file for path, file in files.items() if path not in less}
    return manifest_payload(a_manifest(files={**kept, **more}))


@pytest.mark.parametrize("path", ["setup.exe", "exam/B/items.bin", "exam/A/more.bin", "roots/x.json", "roots/02.json"])
def test_a_file_that_no_exam_asks_for_is_refused(path):
    with pytest.raises(NotStrict):
        read_manifest(with_files(**{path: PackedFile(1, SHA)}))


@pytest.mark.parametrize("path", sorted({*a_manifest().files} - {"roots/2.json"}))
def test_a_file_that_an_exam_needs_must_be_there(path):
    with pytest.raises(NotStrict):
        read_manifest(with_files(less=(path,)))


def test_a_pack_graded_at_headquarters_holds_no_answer_key():
    manifest = a_manifest(Grading.HQ_ONLY)
    assert not any(path.endswith("key.bin") for path in manifest.files)
    with_key = replace(manifest, files={**manifest.files, "exam/A/key.bin": PackedFile(1, SHA)})
    with pytest.raises(NotStrict):
        read_manifest(manifest_payload(with_key))


@pytest.mark.parametrize("path", ["course/../x", "CONTENT.sqlite", "manifest.json", "course/NUL", "course/中"])
def test_a_file_name_that_the_container_would_refuse_is_refused(path):
    with pytest.raises(BadPath):
        read_manifest(with_files(**{path: PackedFile(1, SHA)}))


def test_files_that_are_too_large_together_are_refused():
    with pytest.raises(TooLarge):
        read_manifest(with_files(**{"course/film.mp4": PackedFile(MOST_BYTES, SHA)}))


@pytest.mark.parametrize("file", [{"size": -1, "sha256": SHA}, {"size": 1, "sha256": "0" * 63}, {"size": 1}, 5, None])
def test_a_file_without_its_size_and_hash_is_refused(file):
    payload = manifest_payload(a_manifest())
    with pytest.raises(NotStrict):
        read_manifest({**payload, "files": {**payload["files"], "course/more.json": file}})


def test_versions_of_the_program_compare_as_numbers():
    assert app_version("0.10.0") > app_version("0.9.12")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=6), inside, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(list(manifest_payload(a_manifest()))), JSON, min_size=1, max_size=3))
def test_anything_signed_is_read_or_refused_with_a_code(changes):
    try:
        manifest = read_manifest({**manifest_payload(a_manifest()), **changes})
    except AcademyError:
        return
    assert read_manifest(manifest_payload(manifest)) == manifest
