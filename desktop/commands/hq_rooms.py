"""What headquarters says of a session's room on the command line: the roster, and the rules of start and hand-in."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from exams import Expected, RoomRules

_MINUTE_MS = 60_000
_MINUTES = click.IntRange(0, 240)
_ROSTER = click.Path(path_type=Path, dir_okay=False, exists=True)


def with_room(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add --roster, --start-code, --late and --earliest."""
    for option in (
        click.option("--earliest", type=_MINUTES, default=0, help="Minutes of exam time before anybody hands in."),
        click.option("--late", type=_MINUTES, default=0, help="Minutes after the beginning when the door closes."),
        click.option("--start-code/--no-start-code", default=False, help="Everybody begins with a code of their own."),
        click.option("--roster", type=_ROSTER, help="Who is expected: a workbook or a text table."),
    ):
        function = option(function)
    return function


def brief_of(told: Mapping[str, Any], begins_wt: int) -> "tuple[RoomRules, tuple[Expected, ...]]":
    """Rules and roster as the options say; raises as `read_roster`."""
    from exams import RoomRules, read_roster

    late = told["late"]
    rules = RoomRules(told["start_code"], begins_wt + late * _MINUTE_MS if late else 0, told["earliest"] * _MINUTE_MS)
    return rules, read_roster(told["roster"])[0] if told["roster"] else ()
