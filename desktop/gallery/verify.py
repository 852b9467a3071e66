"""Verdicts on certificates: every status in full, the lines of a list, how far the work is, how old HR's word is."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from certificates import Status, Verdict
from desktop.gallery.part import page, part, stack
from desktop.screens.verify.judging import Judged
from desktop.screens.verify.telling import detail_of, lists_notice
from desktop.screens.verify.verdict_card import VerdictCard
from desktop.widgets.layout import CardGrid
from desktop.widgets.notice import NoticeBar
from desktop.words import tr

SIGNED: Mapping[str, object] = {
    "number": "BJ-WJ01-2026-000005-K",
    "name": "阿卜杜热合曼·买买提艾力·吐尔逊江",
    "latin": "Abdurahman Memeteli Tursunjan",
    "staff_id": "A0000005",
    "course_code": "CSC-BASIC",
    "course_titles": {"zh": "银行客户服务中心专员基础", "en": "Foundations for Bank Contact-Centre Agents"},
    "score": 92,
    "pass_percent": 80,
    "issued": "2026-11-24",
    "valid_until": "2028-11-23",
    "branch_code": "BJ-WJ01",
    "branch_names": {"zh": "北京望京支行", "en": "Wangjing Sub-branch, Beijing"},
    "lists_days": 44,
}
CLAIMED = {key: value for key, value in SIGNED.items() if not isinstance(value, Mapping)}
NUMBER = {"number": SIGNED["number"]}
AGREES = {"signatures": 1, "intact": True, "trusted": True, "whole_file": True, "unchanged": True, "good": True}
DISAGREES = {**AGREES, "whole_file": False, "unchanged": False, "good": False}

VERDICTS: Mapping[str, Verdict] = {
    "valid": Verdict(Status.VALID, None, {**SIGNED, "second_opinion": AGREES}),
    "stale": Verdict(Status.VALID, "W_STALE_LIST", SIGNED),
    "demonstration": Verdict(Status.VALID, "W_DEMONSTRATION", SIGNED),
    "provisional": Verdict(Status.PROVISIONAL, "W_PROVISIONAL", SIGNED),
    "expired": Verdict(Status.EXPIRED, "E_EXPIRED", SIGNED),
    "superseded": Verdict(Status.SUPERSEDED, "E_SUPERSEDED", {**SIGNED, "successor": "BJ-WJ01-2026-000017-3"}),
    "revoked": Verdict(Status.REVOKED, "E_REVOKED_CERTIFICATE", SIGNED),
    "altered": Verdict(Status.INVALID, "E_PDF_UPDATED", NUMBER),
    "disagrees": Verdict(Status.INVALID, "E_ALTERED", {**SIGNED, "second_opinion": DISAGREES}),
    "invalid": Verdict(Status.INVALID, "E_KEY_TERM", {**NUMBER, "serial": "D00000001", "issued": "2026-11-24"}),
    "unknown_issuer": Verdict(Status.UNKNOWN_ISSUER, "E_UNKNOWN_ISSUER", CLAIMED),
    "unreadable": Verdict(Status.UNREADABLE, "E_UNREADABLE"),
}
"""Every status, and what changes its sentence."""


def judged(kind: str) -> Judged:
    """The verdict as the page holds it."""
    return Judged(kind, Path(f"A0000005_{kind}.pdf"), VERDICTS[kind])


def verify() -> QWidget:
    """Each verdict in full."""
    grid = CardGrid(480)
    for kind in VERDICTS:
        grid.add(VerdictCard(detail_of(judged(kind), can_ask=kind == "stale", asking=kind == "provisional")))
    ages = (lists_notice(True, date(2026, 11, 24), 2), lists_notice(True, date(2026, 10, 11), 44))
    none = (lists_notice(True, None, None), lists_notice(False, None, None))
    notices = [NoticeBar(one) for one in (*ages, *none)]
    return page(
        tr("Verdicts on certificates"),
        tr("The word, the reason, and what to do next."),
        part(tr("How old HR's lists are"), stack(*notices)),
        grid,
    )
