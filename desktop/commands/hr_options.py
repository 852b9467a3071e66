"""What the commands of HR's register share: where it lies, who is written down, the lists of revoked certificates."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desktop.commands.common import Context
from desktop.commands.passphrases import user_name

if TYPE_CHECKING:
    from exams import HrRegister

FORMATS = ("csv", "xapi", "xlsx")


def with_register(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add --register: the file that HR's register lies in."""
    option = click.option(
        "--register",
        type=click.Path(path_type=Path, dir_okay=False),
        help="The register's file. [default: hr/register.sqlite in the home]",
    )
    return option(function)


def with_who(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add --by: who is written down."""
    return click.option("--by", default=user_name, help="Who does it. [default: who is signed in here]")(function)


@contextmanager
def register_of(context: Context, path: Path | None, who: str = "", *, new: bool = False) -> "Iterator[HrRegister]":
    """The register; `new` where the command may be the first to need it."""
    from exams import open_register, register_path

    with open_register(path or register_path(context.home), who, new=new) as register:
        yield register
