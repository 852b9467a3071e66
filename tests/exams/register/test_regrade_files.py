"""Before and after as files: for HR as XLSX and JSON, for each branch beside its receipts."""

import json
from io import BytesIO

import pytest
from openpyxl import load_workbook

from exams.register.regrade_errors import ReleaseRefused
from exams.store.register_files import bundle_path
from tests.exams.register.mistaken import WRONG
from tests.exams.register.regrade_desk import desk, house, sha_of, worked

__all__ = ["house"]


@pytest.mark.feature("e6")
def test_before_and_after_of_everybody_goes_into_a_workbook_and_into_json(house, tmp_path):
    house.db.write("INSERT INTO staff VALUES ('T1002', '=1+1', '', 'BJ-WJ01', '', '', 1)")
    path = bundle_path(house.home, sha_of(house, "D00000002"))
    path.write_bytes(b"")
    desk(house).propose(house.hq, worked(house))
    assert [desk(house).write(1, kind, tmp_path / f"run.{kind}") for kind in ("xlsx", "json")] == [5, 5]
    sheet = load_workbook(BytesIO((tmp_path / "run.xlsx").read_bytes())).active
    head, *rows = [[cell.value for cell in row] for row in sheet.rows]
    told = {row[1]: dict(zip(head, row, strict=True)) for row in rows}
    assert {cell.data_type for row in sheet.rows for cell in row if cell.value is not None} == {"s"}
    assert told["T1002"]["name"] == "=1+1"
    assert (told["T1002"]["before_percent"], told["T1002"]["counts_percent"], told["T1002"]["change"]) == (
        "60",
        "80",
        "up",
    )
    assert (told["T2001"]["code"], told["T2001"]["before_percent"]) == ("E_BUNDLE_ALTERED", None)
    document = json.loads((tmp_path / "run.json").read_text("utf-8"))
    assert (document["sittings"], document["changes"]["up"], len(document["unreadable"])) == (4, 1, 1)
    assert document["correction"] == {"remedy": "key", "item": WRONG.item.id, "version": 2, "accepted": ["C"]}


def test_each_branch_that_it_concerns_gets_a_list_once_the_run_is_released(house, tmp_path):
    desk(house).propose(house.hq, worked(house))
    with pytest.raises(ReleaseRefused):
        desk(house).write_notices(1, tmp_path)
    desk(house, "li").release(house.hq, 1)
    written = desk(house).write_notices(1, tmp_path)
    assert [path.relative_to(tmp_path).as_posix() for path in written] == [
        "BJ-WJ01/regraded-1.csv",
        "SH-PD02/regraded-1.csv",
    ]
    text = written[0].read_text("utf-8-sig")
    assert "T1002" in text
    assert "T1001" not in text
