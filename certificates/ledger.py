"""The small table at the lower left: a label in the page's languages over each value."""

from dataclasses import dataclass, replace
from datetime import date

from certificates.boxes import ASCENT, LEDGER, Box, TextLine
from certificates.certificate import CertificateFacts
from certificates.errors import TextTooLong
from certificates.fit import Style, fit
from certificates.fonts import BOLD, SANS, SERIF
from certificates.page_form import Form
from certificates.wording import hours

COLUMNS, ROWS = 3, 3
_LABEL = Style(SANS, 7.0, 5.0)
_LABEL_ALONE = Style(SANS, 8.0, 5.0)
_LABEL_GAP = 0.5  # between the languages, in size
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


def ledger(facts: CertificateFacts, form: Form) -> tuple[TextLine, ...]:
    """All lines of the table; raises `TextTooLong`."""
    lines: list[TextLine] = []
    for cell in _cells(facts, form):
        box = _box(cell)
        lines += _label(cell.key, form, box)
        lines += _values(cell, box)
    return tuple(lines)


def row_lines() -> tuple[float, ...]:
    """Heights of the rules between the rows, and above the first."""
    step = LEDGER.height / ROWS
    return tuple(LEDGER.top - n * step for n in range(ROWS))


def _cells(facts: CertificateFacts, form: Form) -> tuple[_Cell, ...]:
    first = form.first.language
    issuer = [(each.language, facts.branch_names[each.language], _ISSUER) for each in form.words]
    issuer[1:] = [(language, name, replace(style, size=8.5)) for language, name, style in issuer[1:]]

    def one(row: int, column: int, key: str, text: str) -> _Cell:
        return _Cell(row, column, 1, key, ((first, text, _VALUE),))

    def figure(column: int, key: str, value: str, unit: str) -> _Cell:
        return _Cell(0, column, 1, key, ((first, value, _STRONG), (first, unit, _UNIT)))

    return (
        figure(0, "score", str(facts.score), "/ 100"),
        figure(1, "pass_mark", str(facts.pass_percent), "/ 100"),
        figure(2, "study_time", hours(facts.minutes), form.joined("hours", " ")),
        one(1, 0, "course_code", facts.course_code),
        one(1, 1, "issued", _day(facts.issued, form)),
        one(1, 2, "valid_until", _day(facts.valid_until, form)),
        one(2, 0, "number", facts.number),
        _Cell(2, 1, 2, "issued_by", tuple(issuer)),
    )


def _day(day: date, form: Form) -> str:
    """As the one language writes it; figures that both read where there are two."""
    return day.isoformat() if len(form.words) > 1 else form.first.day(day)


def _box(cell: _Cell) -> Box:
    wide, high = LEDGER.width / COLUMNS, LEDGER.height / ROWS
    left, top = LEDGER.left + cell.column * wide, LEDGER.top - cell.row * high
    return Box(left, top - high, left + cell.span * wide - _PAD, top)


def _label(key: str, form: Form, box: Box) -> list[TextLine]:
    """What the cell is called in each language, side by side and shrunk together where the cell is narrow."""
    told = [(each.language, each.say(key)) for each in form.words]
    like = _LABEL if len(told) > 1 else _LABEL_ALONE
    wide = sum(like.width(text, like.size) for _, text in told) + _LABEL_GAP * like.size * (len(told) - 1)
    size = like.size * min(1.0, box.width / wide)
    if size < like.least:
        raise TextTooLong(field=f"{key}_label", text=max((text for _, text in told), key=len))
    x, lines = box.left, []
    for language, text in told:
        lines.append(TextLine(f"{key}_label", text, like, size, "muted", x, box.top - 12.5, language))
        x = lines[-1].box.right + _LABEL_GAP * size
    return lines


def _values(cell: _Cell, box: Box) -> list[TextLine]:
    """The values side by side where they fit, under each other where not."""
    fitted = [(each, _size(cell, each, box.width)) for each in cell.values]
    wide = sum(style.width(text, size) for (_, text, style), size in fitted) + _BESIDE * (len(fitted) - 1)
    stacked = wide > box.width
    x, baseline = box.left, box.top - (24.0 if stacked else 29.0)
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
