"""The states of the page that checks certificates, made anew in the language in use."""

from datetime import date

from desktop.gallery.verify import VERDICTS, judged
from desktop.screens.verify.state import VerifyState
from desktop.screens.verify.telling import detail_of, line_of, lists_notice, tone_of
from desktop.words.verdicts import STATUSES, status_text


def of_all(at, **rest):
    """A list with every verdict; one of them is looked at."""
    lines = tuple(line_of(judged(kind)) for kind in VERDICTS)
    counts = tuple((f"1 {status_text(kind)}", tone_of(kind)) for kind in STATUSES)
    detail = detail_of(judged(at), can_ask=at == "stale", asking=False)
    return VerifyState(lines=lines, counts=counts, detail=detail, lists=fresh(), **rest)


def fresh():
    return lists_notice(True, date(2026, 11, 24), 2)


STATES = {
    "empty": lambda: VerifyState(lists=fresh()),
    "nobody": lambda: VerifyState(lists=lists_notice(False, None, None)),
    "looking": lambda: VerifyState(busy=True, lists=fresh()),
    "busy": lambda: of_all(
        "valid", busy=True, at_work="A0000017_欧阳㛃䶮_BJ-WJ01-2026-000017-3.pdf", done=420, of=1000
    ),
    "fault": lambda: VerifyState(fault="本机保存的总行密钥信息已损坏（state.json）。请联系总行。"),
    "done": lambda: of_all("disagrees"),
    "unreadable": lambda: of_all("unreadable"),
}
