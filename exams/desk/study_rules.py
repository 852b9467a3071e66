"""The rules of learning at a branch: what HR signed last stands in the journal, and nothing else counts."""

from pathlib import Path

from exams.bundles.study_rules import StudyRules, read_study_rules
from exams.desk.branch_errors import StudyRulesRefused
from exams.desk.branch_files import Taken, believed
from exams.journal.line import Event
from exams.store.journal_rows import JournalStore
from exams.trust.envelope import payload_sha256
from exams.trust.root import RoleName
from exams.trust.times import write_time


def study_rules_of(journal: JournalStore) -> StudyRules:
    """Those taken in last; before the first, those that hold where HR has said nothing."""
    last = None
    for record in journal.of_type(Event.STUDY_RULES):
        last = record
    try:
        facts = last.facts() if last is not None else {}
    except ValueError:  # somebody altered it: no sitting begins on such a journal
        facts = {}
    issued = facts.get("issued_wt", 0)
    return StudyRules(facts.get("gating") != 0, facts.get("call_pause") != 0, (), issued)


def note_study_rules(journal: JournalStore, rules: StudyRules, sha256: str = "") -> None:
    """Write down what holds from now on; `sha256` of what HR signed, empty where a demonstration begins with them."""
    switches = {"gating": int(rules.gating), "call_pause": int(rules.call_pause)}
    journal.append(Event.STUDY_RULES, {**switches, "issued_wt": rules.issued_wt, "sha": sha256})


def take_study_rules(home: Path, raw: bytes, journal: JournalStore | None, branch: str) -> Taken:
    """Heed HR's rules from now on; the same file again is no news.

    Signed by the `hr` role of the root in force. Raises `NoRoot`, `BadSignature`, `NotStrict`, or `StudyRulesRefused`
    for those of another branch, older ones, and a home that is no branch yet.
    """
    rules = read_study_rules(raw, *believed(home).root.keys_of(RoleName.HR))
    if journal is None:
        raise StudyRulesRefused(reason="home")
    if not rules.is_for(branch):
        raise StudyRulesRefused(reason="branch", branches=", ".join(rules.branches)[:200])
    before = study_rules_of(journal)
    if rules.issued_wt < before.issued_wt:
        raise StudyRulesRefused(reason="older", issued=write_time(before.issued_wt))
    sha256 = payload_sha256(raw)
    news = sha256 not in (record.facts().get("sha") for record in journal.of_type(Event.STUDY_RULES))
    if news:
        note_study_rules(journal, rules, sha256)
    return Taken(f"study rules {write_time(rules.issued_wt)}", news, sha256)
