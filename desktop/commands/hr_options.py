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

_SERVERS = ("postgresql://", "postgres://")

FORMATS = ("csv", "open-badges", "xapi", "xlsx")


class _RegisterPlace(click.Path):
    """A file, or the address of a server, which stays a text."""

    def __init__(self) -> None:
        super().__init__(path_type=Path, dir_okay=False)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if isinstance(value, str) and value.startswith(_SERVERS):
            return value
        return super().convert(value, param, ctx)


def with_register(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add --register: the file that HR's register lies in."""
    option = click.option(
        "--register",
        type=_RegisterPlace(),
        help="The register's file, or postgresql://HOST/DATABASE. [default: hr/register.sqlite in the home]",
    )
    return option(function)


def with_who(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add --by: who is written down."""
    return click.option("--by", default=user_name, help="Who does it. [default: who is signed in here]")(function)


@contextmanager
def register_of(
    context: Context, path: Path | str | None, who: str = "", *, new: bool = False
) -> "Iterator[HrRegister]":
    """The register; `new` where the command may be the first to need it."""
    from exams import open_register, register_path

    server = path if isinstance(path, str) else ""
    file = path if isinstance(path, Path) else register_path(context.home)
    with open_register(file, who, new=new, server=server) as register:
        yield register
