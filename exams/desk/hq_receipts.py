"""What the `hr` role signs: receipts (what HR has of a device's journal), rules of learning, lists of certificates."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from exams.bundles.ack import ack_of, receipt_name, sign_ack
from exams.bundles.study_rules import StudyRules, sign_study_rules
from exams.bundles.verdict import Verdict
from exams.desk.branch_errors import ReceiptRefused
from exams.desk.hq_home import Hq, put_file
from exams.desk.hq_keys import newest_key, signing_key
from exams.desk.list_files import carried, lists_below
from exams.trust.envelope import payload_sha256
from exams.trust.keys import SigningKey
from exams.trust.root import RoleName

Made = TypeVar("Made")


def write_receipt(hq: Hq, verdict: Verdict, folder: Path) -> Path:
    """The file for the branch whose bundle was accepted, once it is in the log, with HR's lists of certificates.

    Raises `ReceiptRefused` where the verdict refuses, `KeyNotHere`, or `FileNotWritten`.
    """
    ack = ack_of(verdict)
    if ack is None:
        raise ReceiptRefused(reason="findings", codes=list(verdict.codes))
    ack = replace(ack, lists=carried(lists_below(hq.folder)))
    raw = sign_ack(ack, signing_key(hq, newest_key(hq, RoleName.HR)))
    hq.write_down("receipt", serial=ack.serial, size=ack.size, head=ack.head)
    return put_file(folder / receipt_name(ack), raw)


def write_study_rules(hq: Hq, rules: StudyRules, out: Path) -> StudyRules:
    """The file that tells branches how they learn from now on, once it is in the log, as of this moment.

    Raises `NotStrict` for a code that no branch has, `KeyNotHere`, or `FileNotWritten`.
    """
    rules = replace(rules, issued_wt=hq.now_wt() // 1000 * 1000)
    raw = sign_study_rules(rules, signing_key(hq, newest_key(hq, RoleName.HR)))
    branches, sha256 = list(rules.branches), payload_sha256(raw)
    hq.write_down("study_rules", gating=rules.gating, call_pause=rules.call_pause, branches=branches, sha=sha256)
    put_file(out, raw)
    return rules


def signed_by_hr(hq: Hq, act: str, about: Mapping[str, object], sign: Callable[[SigningKey], Made]) -> Made:
    """What `sign` makes with the newest key of the role, once the act is in the log; raises `KeyNotHere`."""
    made = sign(signing_key(hq, newest_key(hq, RoleName.HR)))
    hq.write_down(act, about=dict(about))
    return made
