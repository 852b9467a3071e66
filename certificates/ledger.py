"""The small table at the lower left: a label in both languages over each value."""

from dataclasses import dataclass, replace

from certificates.boxes import ASCENT, LEDGER, Box, TextLine
from certificates.certificate import CertificateFacts
from certificates.errors import TextTooLong
from certificates.fit import Style, fit
from certificates.fonts import BOLD, SANS, SERIF
from certificates.wording import Wording, hours

COLUMNS, ROWS = 3, 3
_LABEL = Style(SANS, 7.0, 5.0)
_VALUE = Style(SANS, 10.5, 6.0)
_STRONG = Style(BOLD, 15.0, 8.0)
_UNIT = Style(SANS, 8.0, 6.0)
_ISSUER = Style(SERIF, 10.5, 5.0)
_PAD = 10.0
_BESIDE = 4.0


@dataclass(frozen=True, slots=True)
class _Cell:
    """One entry: where it stands, what it is called, what it says (second line: the same in English)."""

    row: int
    column: int
    span: int
    key: str
    values: tuple[tuple[str, str, Style], ...]  # language, text, style


def ledger(facts: CertificateFacts, zh: Wording, en: Wording) -> tuple[TextLine, ...]:
    """All lines of the table; raises `TextTooLong`."""
    lines: list[TextLine] = []
    for cell in _cells(facts, zh, en):
        box = _box(cell)
        lines += _label(cell.key, zh, en, box)
        lines += _values(cell, box)
    return tuple(lines)


def row_lines() -> tuple[float, ...]:
    """Heights of the rules between the rows, and above the first."""
    step = LEDGER.height / ROWS
    return tuple(LEDGER.top - n * step for n in range(ROWS))


def _cells(facts: CertificateFacts, zh: Wording, en: Wording) -> tuple[_Cell, ...]:
    def one(row: int, column: int, key: str, text: str) -> _Cell:
        return _Cell(row, column, 1, key, (("zh", text, _VALUE),))

    def figure(column: int, key: str, value: str, unit: str) -> _Cell:
        return _Cell(0, column, 1, key, (("zh", value, _STRONG), ("zh", unit, _UNIT)))

    names = (("zh", facts.branch_names["zh"], _ISSUER), ("en", facts.branch_names["en"], replace(_ISSUER, size=8.5)))
    return (
        figure(0, "score", str(facts.score), "/ 100"),
        figure(1, "pass_mark", str(facts.pass_percent), "/ 100"),
        figure(2, "study_time", hours(facts.minutes), f"{zh.say('hours')} {en.say('hours')}"),
        one(1, 0, "course_code", facts.course_code),
        one(1, 1, "issued", facts.issued.isoformat()),
        one(1, 2, "valid_until", facts.valid_until.isoformat()),
        one(2, 0, "number", facts.number),
        _Cell(2, 1, 2, "issued_by", names),
    )


def _box(cell: _Cell) -> Box:
    wide, high = LEDGER.width / COLUMNS, LEDGER.height / ROWS
    left, top = LEDGER.left + cell.column * wide, LEDGER.top - cell.row * high
    return Box(left, top - high, left + cell.span * wide - _PAD, top)


def _label(key: str, zh: Wording, en: Wording, box: Box) -> list[TextLine]:
    baseline = box.top - 13
    first = TextLine(f"{key}_label", zh.say(key), _LABEL, _LABEL.size, "muted", box.left, baseline, "zh")
    x = first.box.right + 0.5 * _LABEL.size
    return [first, TextLine(f"{key}_label", en.say(key), _LABEL, _LABEL.size, "muted", x, baseline, "en")]


def _values(cell: _Cell, box: Box) -> list[TextLine]:
    """The values side by side where they fit, under each other where not."""
    fitted = [(each, _size(cell, each, box.width)) for each in cell.values]
    wide = sum(style.width(text, size) for (_, text, style), size in fitted) + _BESIDE * (len(fitted) - 1)
    stacked = wide > box.width
    x, baseline = box.left, box.top - (26.0 if stacked else 29.0)
    lines: list[TextLine] = []
    for (language, text, style), size in fitted:
        if stacked and lines:
            baseline = lines[-1].box.bottom - ASCENT * size
        line = TextLine(cell.key, text, style, size, "ink", x, baseline, language)
        lines.append(line)
        x = box.left if stacked else line.box.right + _BESIDE
    return lines


def _size(cell: _Cell, value: tuple[str, str, Style], measure: float) -> float:
    _, text, style = value
    found = fit(text, style, measure)
    if found is None:
        raise TextTooLong(field=cell.key, text=text)
    return found.size
