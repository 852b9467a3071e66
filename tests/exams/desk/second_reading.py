"""A second, independent reading of the journal's bytes: plain dictionaries, none of the app's own code."""

import hashlib
import json
import sqlite3
from contextlib import closing

MINUTE = 60_000


def read_journal(home):
    """Every sitting as the raw rows tell it; fails where the chain does not hold."""
    with closing(sqlite3.connect(home / "academy.sqlite")) as connection:
        rows = connection.execute("SELECT seq, line, body FROM journal ORDER BY seq").fetchall()
    prev, sittings = "0" * 64, {}
    for number, (seq, raw, body) in enumerate(rows, start=1):
        line, facts = json.loads(raw), json.loads(body)
        assert (seq, line["seq"], line["prev"]) == (number, number, prev)
        assert line["bh"] == hashlib.sha256(body).hexdigest()
        prev = hashlib.sha256(b"branch-academy/journal/v1\0" + raw).hexdigest()
        if line["att"]:
            _tell(sittings, line, facts)
    return sittings


def left_at(told, now):
    """Milliseconds left at a moment after the last line."""
    later = dict(told)
    _spend(later, {"boot": now.boot, "bt": now.bt, "mt": now.mt, "wt": now.wt}, gone=False)
    return max(0, later["limit"] - later["elapsed"])


def _begin(line, facts):
    return {
        "staff": facts["staff"],
        "items": len(facts["paper"]["items"]),
        "answers": {},
        "drafts": {},
        "flags": set(),
        "state": "open",
        "waits": "",
        "proctored": facts["kind"] == "final",
        "elapsed": 0,
        "limit": facts["limit_ms"],
        "extra": facts["extra_ms"],
        "caps": facts["time"],
        "paused": 0,
        "lost": 0,
        "given": 0,
        "added": 0,
        "last": line,
        "score": None,
        "by": [],
    }


def _spend(told, line, *, gone):
    """Time between two lines, by the rules of the security design; `gone`: the app was not running."""
    if told["state"] not in {"open", "paused"}:
        told["last"] = line
        return
    last, told["last"] = told["last"], line
    same = last["boot"] == line["boot"]
    ms = max(0, line["bt"] - last["bt"]) if same else max(line["wt"] - last["wt"], line["bt"])
    if told["waits"] == "pause":
        allowed = max(0, told["caps"]["pause_ms"] - told["paused"])
        told["paused"] += ms
        told["elapsed"] += max(0, ms - allowed)
        return
    told["elapsed"] += ms
    slept = ms - (line["mt"] - last["mt"]) if same else 0
    if told["proctored"] and told["limit"]:
        told["waits"] = "reboot" if not same else told["waits"] or _unseen(told, ms, slept, gone)
    if not same or told["waits"] == "reboot":
        told["lost"] += ms
    if told["waits"]:
        told["state"] = "paused"


def _unseen(told, ms, slept, gone):
    """Why the proctor is needed after a gap in which the app saw nothing; empty where it was short enough."""
    slept = slept if slept > 1000 else 0
    if (ms if gone else slept) <= told["caps"]["grace_ms"]:
        return ""
    return "stopped" if gone and ms - slept >= slept else "suspend"


def _tell(sittings, line, facts):
    if line["type"] == "start":
        sittings[line["att"]] = _begin(line, facts)
        return
    told = sittings[line["att"]]
    back = line["type"] == "resume" and not facts["by"]
    _spend(told, line, gone=back or facts.get("stopped", False))
    if facts.get("by"):
        told["by"].append((line["type"], facts["by"], facts["reason"]))
    ACTS.get(line["type"], lambda *_: None)(told, facts)


def _answer(told, facts):
    told["drafts"].pop(facts["position"], None)
    if facts["value"] is None:
        told["answers"].pop(facts["position"], None)
    else:
        told["answers"][facts["position"]] = facts["value"]


def _draft(told, facts):
    told["answers"].pop(facts["position"], None)
    told["drafts"][facts["position"]] = facts["text"]


def _flag(told, facts):
    (told["flags"].add if facts["on"] else told["flags"].discard)(facts["position"])


def _pause(told, _facts):
    told["state"], told["waits"] = "paused", "pause"


def _resume(told, facts):
    if facts["by"]:
        most = min(told["caps"]["credit_ms"], told["lost"]) - told["given"]
        given = max(0, min(facts["credit_ms"], most, told["elapsed"]))
        told["given"] += given
        told["elapsed"] -= given
        told["state"], told["waits"] = "open", ""


def _extend(told, facts):
    added = min(facts["ms"], told["caps"]["extend_ms"] - told["added"])
    told["added"] += added
    told["limit"] += added


def _submit(told, _facts):
    told["state"] = "submitted"


def _graded(told, facts):
    told["state"], told["score"] = "graded", facts["result"]["score"]


def _reopen(told, _facts):
    told["state"], told["waits"], told["score"] = "open", "", None
    told["elapsed"] = min(told["elapsed"], told["limit"])


def _void(told, _facts):
    told["state"], told["score"] = "void", None


ACTS = {
    "answer": _answer,
    "draft": _draft,
    "flag": _flag,
    "pause": _pause,
    "resume": _resume,
    "extend": _extend,
    "submit": _submit,
    "graded": _graded,
    "void": _void,
    "reopen": _reopen,
}
