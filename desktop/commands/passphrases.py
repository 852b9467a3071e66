"""Passphrases of key files: typed unseen, or read from a file or from standard input; never on the screen."""

import sys
from codecs import BOM_UTF8
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from desktop.commands.common import Refused
from desktop.words import tr

LEAST = 10


def with_passphrases(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add --passphrase-file and --by: whose keys are opened, and who is written down."""
    file = click.option(
        "--passphrase-file",
        type=click.Path(path_type=Path, dir_okay=False),
        help="One line for every key, or a line `name TAB passphrase` for each; else it is asked for, unseen.",
    )
    who = "Who does it; goes into the log. [default: who is signed in here]"
    by = click.option("--by", default=user_name, help=who)
    return file(by(function))


def asker(file: Path | None) -> Callable[[str, bool], str]:
    """Gives the passphrase of a key by its name; a new one is asked for twice."""
    if file is not None:
        table = _read(file)
        return lambda name, _new: _found(table, name)
    return _asked


def _asked(name: str, new: bool) -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    question = tr("New passphrase for {key}") if new else tr("Passphrase for {key}")
    while True:
        typed = click.prompt(question.format(key=name), hide_input=True, err=True, confirmation_prompt=new)
        if len(typed) >= LEAST or not new:
            return str(typed)
        click.echo(tr("It has at least {least} characters.").format(least=LEAST), err=True)


def _read(file: Path) -> dict[str, str]:
    """By name; a line without a tab is for every key, under the empty name."""
    try:
        text = file.read_bytes().removeprefix(BOM_UTF8).decode()
    except (OSError, UnicodeDecodeError) as error:
        raise Refused("E_NOT_FOUND", path=str(file)) from error
    rows = (row.rstrip("\r").rpartition("\t") for row in text.split("\n") if row.strip())
    return {name.strip(): passphrase for name, _tab, passphrase in rows}


def _found(table: dict[str, str], name: str) -> str:
    found = table.get(name, table.get(""))
    if found is None:
        raise Refused("E_PASSPHRASE")
    return found


def user_name() -> str:
    """Who is signed in at this computer; empty where nobody can say."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""
