"""A second, independent reading of the journal's bytes: plain dictionaries, none of the app's own code."""

import hashlib
import json
import sqlite3
from contextlib import closing


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


def _tell(sittings, line, facts):
    if line["type"] == "start":
        sittings[line["att"]] = {
            "staff": facts["staff"],
            "items": len(facts["paper"]["items"]),
            "answers": {},
            "flags": set(),
            "state": "open",
            "elapsed": 0,
            "limit": facts["limit_ms"],
            "last": line,
            "score": None,
        }
        return
    told = sittings[line["att"]]
    if told["state"] == "open":
        clock = "bt" if told["last"]["boot"] == line["boot"] else "wt"
        told["elapsed"] += max(0, line[clock] - told["last"][clock])
    told["last"] = line
    match line["type"]:
        case "answer" if facts["value"] is None:
            told["answers"].pop(facts["position"], None)
        case "answer":
            told["answers"][facts["position"]] = facts["value"]
        case "flag":
            (told["flags"].add if facts["on"] else told["flags"].discard)(facts["position"])
        case "submit":
            told["state"] = "submitted"
        case "graded":
            told["state"], told["score"] = "graded", facts["result"]["score"]
