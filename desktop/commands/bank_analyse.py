"""`academy bank analyse`: how well the items of an exam measure, from a table of marks."""

from pathlib import Path
from typing import Any

import click

from desktop.commands.common import Context, common
from desktop.words import tr
from desktop.words.errors import sentence

_NONE = "–"


@click.command()
@click.argument("marks", type=click.Path(path_type=Path, dir_okay=False))
@common
def analyse(context: Context, marks: Path) -> None:
    """Statistics of an exam and its items.

    MARKS is CSV: sitting,<item>[:max],... and a row for every sitting; or what `academy hr items --json` pooled over
    all branches.
    """
    from exams import analyse_file

    document = analyse_file(marks)
    context.emit(document, "\n".join([*_exam(document["exam"]), "", *_items(document["items"]), *_flags(document)]))


def _exam(exam: dict[str, Any]) -> list[str]:
    shown = {name: _shown(value) for name, value in exam.items() if name != "flags"}
    if "mean" not in exam:  # pooled over papers that differ: there is no such exam
        return [tr("{items} items of at most {sittings} sittings.").format_map(shown)]
    texts = [
        tr("{sittings} sittings, {items} items, {maximum} marks in all; blanks counted as 0: {blanks}."),
        tr("Mean {mean}, median {median}, SD {sd}, skewness {skewness}, kurtosis {kurtosis}"),
        tr("Cronbach's alpha (CIC) {cic} %, error ratio {error_ratio} %, standard error {standard_error}"),
        tr("KR-20 {kr_20}, KR-21 {kr_21}, split-half (Spearman-Brown) {split_half}, SEM {sem}"),
    ]
    if exam["replaced"]:
        texts.append(tr("Rows replaced by a later one of the same sitting: {replaced}."))
    return [text.format_map(shown) for text in texts]


def _items(items: dict[str, dict[str, Any]]) -> list[str]:
    pooled = tr("{item}: {sittings} sittings, P {p}, D {d}, discrimination {discrimination_index} % {flags}")
    whole = tr(
        "{item}: facility {facility} %, SD {share} %, discrimination {discrimination_index} %, "
        "efficiency {discriminative_efficiency} %, weight {effective_weight} %, P {p}, D {d}, "
        "point-biserial {point_biserial}, alpha without it {alpha_if_item_deleted}"
    )
    return [
        (whole if "sd" in told else pooled).format_map({"item": item, "flags": "", **_figures(told)}).rstrip()
        for item, told in items.items()
    ]


def _figures(told: dict[str, Any]) -> dict[str, str]:
    share = None if told.get("sd") is None else 100 * told["sd"] / told["maximum"]
    numbers = {**told, "share": share}.items()
    return {name: _shown(value) for name, value in numbers if value is None or isinstance(value, int | float)}


def _shown(value: float | None) -> str:
    if value is None:
        return _NONE
    return str(value) if isinstance(value, int) else f"{round(value, 3) + 0.0:g}"


def _flags(document: dict[str, Any]) -> list[str]:
    found = [("", code) for code in document["exam"]["flags"]]
    found += [(f"{item}: ", code) for item, told in document["items"].items() for code in told["flags"]]
    return ["", *(f"{place}{sentence(code).text} [{code}]" for place, code in found)] if found else []
