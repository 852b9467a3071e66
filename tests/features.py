"""`python -m tests.features`: what is promised and what a test has proved, on the terminal and in docs/."""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.ledger import read_ledger, state_of

ROOT = Path(__file__).resolve().parent.parent
LEDGER = ROOT / "build" / "ledger.json"
FOR = {"T": "trainee", "P": "proctor", "H": "HR"}
STATES = ("passed", "failed", "skipped", "none")


def _table(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def features_page(promised: dict[str, Any], proofs: dict[str, dict[str, str]]) -> str:
    """docs/features.md: every row with its state, group by group."""
    states = {row: state_of(proofs.get(row, {})) for row in promised["feature"]}
    counts = ", ".join(f"{list(states.values()).count(state)} {state}" for state in STATES)
    lines = ["# What is promised, and what a test has proved", ""]
    lines += [f"Written by `make features` from the last run of the tests: {counts}.", ""]
    lines += ["★ found in no comparable product, ☆ only in part.", ""]
    for letter, title in promised["group"].items():
        lines += [f"## {title}", "", "| id | promise | for | state | tests |", "|---|---|---|---|---|"]
        for row, told in promised["feature"].items():
            if row[0] == letter:
                people = ", ".join(FOR[one] for one in told["for"].split())
                text = f"{told['text']} {told.get('rare', '')}".rstrip()
                lines.append(f"| {row} | {text} | {people} | {states[row]} | {len(proofs.get(row, {}))} |")
        lines.append("")
    return "\n".join(lines)


def items_of(section: str) -> dict[str, int]:
    """How many items a section has in each half of the bank."""
    counts = {}
    for use in ("exam", "practice"):
        path = ROOT / "assets" / "bank" / use / f"{section}.toml"
        counts[use] = len(_table(path).get("item", [])) if path.exists() else 0
    return counts


def _topic_rows(topics: list[dict[str, Any]], proofs: dict[str, dict[str, str]]) -> Iterator[str]:
    for topic in topics:
        there = [one for one in topic["sections"] if list(ROOT.glob(f"assets/course/zh/*/{one}.md"))]
        counts = [items_of(one) for one in topic["sections"]]
        exam, practice = (sum(count[use] for count in counts) for use in ("exam", "practice"))
        where = ", ".join(one if one in there else f"({one})" for one in topic["sections"])
        state = state_of(proofs.get(topic["id"], {}))
        yield f"| {topic['id']} | {topic['title_zh']} | {topic['title_en']} | {where} | {exam} | {practice} | {state} |"


def topics_page(topics: list[dict[str, Any]], proofs: dict[str, dict[str, str]]) -> str:
    """docs/topics.md: each leaf topic of the seed, the sections that teach it and the items that test it."""
    lines = ["# From the seed's topics to sections and items", ""]
    lines += [f"{len(topics)} leaf topics. A section in brackets is planned and not written yet.", ""]
    lines += ["| topic | 中文 | English | sections | exam items | practice items | state |"]
    lines += ["|---|---|---|---|---|---|---|"]
    return "\n".join([*lines, *_topic_rows(topics, proofs), ""])


def main() -> int:
    """Print the rows and write both pages."""
    ledger = read_ledger(LEDGER)
    promised = _table(ROOT / "docs" / "features.toml")
    (ROOT / "docs" / "features.md").write_text(features_page(promised, ledger["feature"]), "utf-8")
    topics = _table(ROOT / "assets" / "course" / "topics.toml").get("topic", [])
    (ROOT / "docs" / "topics.md").write_text(topics_page(topics, ledger["topic"]), "utf-8")
    for row, told in promised["feature"].items():
        sys.stdout.write(f"{row:4} {state_of(ledger['feature'].get(row, {})):8} {told['text']}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
