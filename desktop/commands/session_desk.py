"""How the commands of `academy session` come to a proctor's desk: staff id, passphrase, the open session."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from desktop.commands.common import Context
from desktop.words import tr

if TYPE_CHECKING:
    from exams import ProctorDesk


def with_proctor(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add --staff and --passphrase."""
    staff = click.option("--staff", required=True, help="The proctor's staff id.")
    passphrase = click.option(
        "--passphrase", help="Better left out: it is asked for, unseen, or read from standard input."
    )
    return staff(passphrase(function))


@contextmanager
def proctor_desk(context: Context, staff: str, passphrase: str | None) -> "Iterator[ProctorDesk]":
    """The desk of who signs in; raises as `Office.proctor`."""
    from exams import open_office

    with open_office(context.filled_home()) as office:
        yield office.proctor(staff, asked() if passphrase is None else passphrase)


def asked() -> str:
    """Typed unseen on a terminal, else the first line of standard input; never on the screen."""
    return typed(tr("Passphrase"))


def typed(name: str) -> str:
    """The same of anything that is called `name`."""
    if sys.stdin.isatty():
        return str(click.prompt(name, hide_input=True, err=True))
    return sys.stdin.readline().strip()


def open_session_id(desk: "ProctorDesk") -> str:
    """The open session; its absence is the desk's to refuse."""
    return next((info.id for info in desk.sessions() if info.open), "")
