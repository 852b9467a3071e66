"""What all commands share: the options, the context, and how failures leave the program."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any, NoReturn

import click

from desktop.home import default_home
from desktop.words import use_language
from desktop.words.errors import error_sentence, sentence
from desktop.words.languages import CODES, system_language

DONE, FINDINGS, USAGE, REFUSED = 0, 1, 2, 3


class Findings(Exception):
    """Done, but something was found: exit code 1."""


class Refused(Exception):
    """A command refuses by itself: a code of ours with its facts; exit code 3."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class Context:
    """Where a command works and how it speaks."""

    def __init__(self, home: Path | None, language: str | None, *, as_json: bool, debug: bool) -> None:
        self._home = home
        self.language = language or system_language()
        self.json = as_json
        self.debug = debug or bool(os.environ.get("ACADEMY_DEBUG"))

    @property
    def home(self) -> Path:
        """The home folder: --home, else ACADEMY_HOME, else the platform's data folder."""
        return self._home or default_home()

    def filled_home(self) -> Path:
        """The home; refused where no branch lives in it, so that a mistyped path does not become a new home."""
        from exams import HomeState, glance

        if glance(self.home).state is HomeState.EMPTY:
            raise Refused("E_NOT_FOUND", path=str(self.home))
        return self.home

    @property
    def home_given(self) -> bool:
        """True where --home or ACADEMY_HOME names it."""
        return self._home is not None or bool(os.environ.get("ACADEMY_HOME"))

    def show(self, document: object) -> None:
        """Print one JSON document on stdout."""
        click.echo(json.dumps(document, ensure_ascii=False, indent=2, sort_keys=False))

    def say(self, text: str) -> None:
        """Tell a person something, on stderr."""
        click.echo(text, err=True)

    def emit(self, document: object, text: str) -> None:
        """The result: the document with --json, else the text (or the document, where there is none)."""
        if self.json or not text:
            self.show(document)
        else:
            click.echo(text)

    @contextmanager
    def progress(self, total: int, text: str) -> Iterator[Callable[[int], None]]:
        """A bar on a terminal, nothing elsewhere; call what is given with the steps done."""
        if not sys.stderr.isatty():
            yield lambda _: None
            return
        with click.progressbar(length=total, label=text, file=sys.stderr) as bar:
            yield bar.update


def common(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add --home, --language, --json and --debug, and pass a `Context` first."""

    @wraps(function)
    def run(
        home: Path | None, language: str | None, as_json: bool, debug: bool, *args: object, **named: object
    ) -> object:
        context = _context(home, language, as_json=as_json, debug=debug)
        use_language(context.language)
        try:
            return function(context, *args, **named)
        except Findings:
            return sys.exit(FINDINGS)
        except _refusals() as error:
            if context.debug:
                raise
            return _refuse(error, as_json=context.json)

    for option in reversed(_OPTIONS):
        run = option(run)
    return run


_OPTIONS = (
    click.option("--home", type=click.Path(path_type=Path, file_okay=False), help="Folder of all data."),
    click.option("--language", type=click.Choice(CODES), help="Language of everything said."),
    click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout."),
    click.option("--debug", is_flag=True, help="Show the traceback of a failure."),
)


def _context(home: Path | None, language: str | None, *, as_json: bool, debug: bool) -> Context:
    # Options before the name of the command count too, unless they stand again after it.
    before = click.get_current_context().find_root().params
    return Context(
        home or before.get("home"),
        language or before.get("language"),
        as_json=as_json,
        debug=debug or bool(before.get("debug")),
    )


def _refusals() -> tuple[type[Exception], ...]:
    # Looked up when something was raised: a command that goes well never pays for it.
    from exams import AcademyError

    return (AcademyError, Refused)


def _refuse(error: Exception, *, as_json: bool) -> NoReturn:
    code = str(getattr(error, "code", "E_ACADEMY"))
    text = error_sentence(error).text
    if as_json:
        more: dict[str, object] = getattr(error, "document", dict)()
        click.echo(json.dumps({"error": {"code": code, "message": text, **more}}, ensure_ascii=False, indent=2))
    else:
        click.echo(f"{text} [{code}]", err=True)
    sys.exit(REFUSED)


def report_bug(kind: type[BaseException], error: BaseException, trace: object) -> None:  # noqa: ARG001
    """The hook of the command line for what is nobody's fault but ours: a sentence, never a traceback."""
    sys.stderr.write(f"{sentence('E_BUG').what} [E_BUG] {kind.__name__}: {error}\n")
    sys.exit(REFUSED)
