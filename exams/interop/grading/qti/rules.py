"""Rules of response and template processing: conditions, settings, an early end."""

from collections.abc import Iterable

from lxml import etree

from exams.interop.grading.qti.errors import NotRun
from exams.interop.grading.qti.expressions import evaluate
from exams.interop.grading.qti.values import Maybe, amount, is_true, scalar, single
from exams.interop.grading.qti.variables import Session
from exams.interop.grading.quantity import exact
from exams.interop.xml_tree import local

MOST_STEPS = 20_000
_CONDITIONS = ("responseCondition", "templateCondition")
_IFS = ("responseIf", "responseElseIf", "templateIf", "templateElseIf")
_ELSES = ("responseElse", "templateElse")
_EXITS = ("exitResponse", "exitTemplate")
_BLOCKS = ("responseProcessingFragment", "templateProcessing", "responseProcessing")
_ASIDE = ("templateConstraint", "printedVariable")


class _Exit(Exception):
    pass


class Runner:
    """Runs rules on a session, 20,000 at most; raises `NotRun` for a rule that is not in the list."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._steps = 0

    def run(self, rules: Iterable[etree._Element]) -> None:
        """All rules in turn, up to an exit."""
        try:
            self._block(rules)
        except _Exit:
            return

    def _block(self, rules: Iterable[etree._Element]) -> None:
        for rule in rules:
            self._rule(rule)

    def _rule(self, rule: etree._Element) -> None:
        self._steps += 1
        name = local(rule)
        if self._steps > MOST_STEPS:
            raise NotRun("steps")
        if name in _CONDITIONS:
            self._condition(rule)
        elif name in _EXITS:
            raise _Exit
        elif name in _BLOCKS:
            self._block(rule)
        elif name.startswith("set") or name == "lookupOutcomeValue":
            self._set(name, rule)
        elif name not in _ASIDE:
            raise NotRun(name)

    def _condition(self, rule: etree._Element) -> None:
        for branch in rule:
            name = local(branch)
            if name in _IFS:
                if len(branch) and is_true(evaluate(branch[0], self._session)):
                    self._block(list(branch)[1:])
                    return
            elif name in _ELSES:
                self._block(branch)
                return
            else:
                raise NotRun(name)

    def _set(self, kind: str, rule: etree._Element) -> None:
        name = (rule.get("identifier") or "").strip()
        if kind == "setTemplateValue" and name in self._session.fixed:
            return
        value = evaluate(rule[0], self._session) if len(rule) else None
        if kind in ("setOutcomeValue", "setTemplateValue", "setResponseValue", "setValue"):
            self._session.assign(name, value)
        elif kind == "lookupOutcomeValue":
            self._session.assign(name, self._looked_up(name, value))
        elif name in self._session.variables and kind == "setCorrectResponse":
            self._session.variables[name].correct = value
        elif name in self._session.variables and kind == "setDefaultValue":
            self._session.variables[name].default = value
        else:
            raise NotRun(kind)

    def _looked_up(self, name: str, value: Maybe) -> Maybe:
        variable = self._session.variables.get(name)
        at = amount(value)
        if variable is None or variable.node is None or at is None:
            return None
        for table in variable.node:
            kind = local(table)
            if kind in ("matchTable", "interpolationTable"):
                written = _row(table, at, exactly=kind == "matchTable") or table.get("defaultValue")
                item = None if written is None else scalar(variable.base, written)
                return None if item is None else single(variable.base, item)
        return None


def _row(table: etree._Element, at: object, *, exactly: bool) -> str | None:
    for entry in table:
        source = exact(entry.get("sourceValue"))
        if source is None or not isinstance(at, type(source)):
            continue
        ends = (entry.get("includeBoundary") or "true").lower() not in ("false", "0")
        if at == source if exactly else (at >= source if ends else at > source):
            return entry.get("targetValue")
    return None
