"""A bank of several forms at headquarters: each sealed by itself, one after the other for each branch."""

import pytest

from exams.content.parts import Parts, make_parts
from exams.desk.hq_errors import SessionRefused
from exams.desk.pack_shelf import PackShelf
from exams.desk.vault import Vault
from exams.packs.slots import SlotPurpose
from exams.trust.strict_json import read_json
from tests.exams.content.sources import SourceTree
from tests.exams.desk.course import two_chapters
from tests.exams.desk.head_office import BRANCH, NOON, SESSION

ELSEWHERE = "SH-PD02"
OTHER_STEMS = {
    "呼入 {offered} 通，放弃 {abandoned} 通，放弃率是多少？": "{abandoned} 人走了，一共 {offered} 人，几成？",
    "calls offered, {abandoned} abandoned: what is the abandon rate?": "came, {abandoned} left. How much?",
}


def in_two_forms(tree: SourceTree) -> Parts:
    """Each item of the sample twice, the second time in form B under a number of its own."""
    for name in ("bank/exam/1.1.toml", "bank/exam/1.2.toml", "bank/exam/2.1.toml"):
        first = tree.text(name)
        for item in [line.split('"')[1] for line in first.split("\n") if line.startswith("id = ")]:
            first = first.replace(f'id = "{item}"\n', f'id = "{item}"\nform = "A"\n')
        second = first.replace('form = "A"', 'form = "B"')
        for number in range(9, 0, -1):
            for letter in "smtjn":
                second = second.replace(f"-{letter}{number}", f"-{letter}{number + 50}")
        for stem, other in OTHER_STEMS.items():
            second = second.replace(stem, other)
        tree.write(name, f"{first}\n{second}")
    sources = tree.read()
    assert sources.faults == (), sources.faults
    return make_parts(sources)


@pytest.fixture(scope="module")
def two_forms(founded, tmp_path_factory):
    office = founded.copied(tmp_path_factory.mktemp("two-forms"))
    parts = in_two_forms(two_chapters(office.folder / "assets"))
    printed = office.publish(2, parts=parts)
    return office, parts, printed


@pytest.fixture
def hq(two_forms, tmp_path):
    return two_forms[0].copied(tmp_path / "hq")


def ids(raw: bytes) -> set[str]:
    return {one["id"] for one in read_json(raw)["items"]}


def test_a_pack_seals_every_form_and_offers_each_exam_in_each(two_forms):
    _, parts, printed = two_forms
    assert printed.manifest.forms == ("A", "B")
    assert [(one.exam, one.form) for one in printed.manifest.exams] == [("final", "A"), ("final", "B")]
    assert sum(printed.counts.values()) == len(ids(parts.items))
    assert printed.counts["A"] == printed.counts["B"] > 0


def test_sessions_of_a_branch_take_the_forms_in_turn(hq):
    branches = [ELSEWHERE] * 4 + ["X-1"]
    planned = [hq.plan(f"S000000{number}A", branch, form="") for number, branch in enumerate(branches, start=1)]
    assert [one.form for one in planned] == ["A", "B", "A", "B", "A"]


def test_a_form_that_was_asked_for_is_taken_and_counts(hq):
    assert hq.plan("S0000001A", ELSEWHERE, form="B").form == "B"
    assert hq.plan("S0000002A", ELSEWHERE, form="").form == "A"
    with pytest.raises(SessionRefused) as refused:
        hq.plan("S0000003A", ELSEWHERE, form="C")
    assert refused.value.facts["reason"] == "form"


def test_each_session_opens_its_own_form_and_nothing_of_another(hq, two_forms):
    _, parts, _ = two_forms
    hq.plan("S0000000B", form="B")
    hq.slots()
    home = hq.branch()
    vault = Vault(home, PackShelf(home), lambda: BRANCH)
    opened = {}
    for session in (SESSION, "S0000000B"):
        with hq.desk() as desk:
            code = desk.release(session, SlotPurpose.ITEMS).code
        vault.open_session(session, code, NOON)
        opened[session] = ids(vault.items(session))
        assert {one["item"] for one in read_json(vault.keys(session))["keys"]} == opened[session]
    assert not opened[SESSION] & opened["S0000000B"]
    assert opened[SESSION] | opened["S0000000B"] == ids(parts.items)
