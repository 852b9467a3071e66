"""The program `academy`: its commands are files of this folder, loaded by name."""

import pkgutil
from importlib import import_module
from pathlib import Path

import click

import desktop.commands
from desktop.commands.late import late
from desktop.home import default_home
from desktop.version import VERSION
from desktop.words.languages import CODES

_NO_COMMANDS = ("common", "late", "main", "passphrases", "small_files")


class LazyGroup(click.Group):
    """Knows its commands by file name and loads the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names of the files beside this one; `hq_enrol` holds further words of `hq`."""
        names = {module.name for module in pkgutil.iter_modules(desktop.commands.__path__)} - {*_NO_COMMANDS}
        return sorted(name for name in names if name.partition("_")[0] == name or name.partition("_")[0] not in names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command, or nothing where there is no such file."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = import_module(f"desktop.commands.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command


@click.group(cls=LazyGroup, invoke_without_command=True)
@click.option("--home", type=click.Path(path_type=Path, file_okay=False), help="Folder of all data.")
@click.option("--language", type=click.Choice(CODES), help="Language of everything said.")
@click.option("--debug", is_flag=True, help="Show the traceback of a failure.")
@click.version_option(VERSION, message="%(prog)s %(version)s")
@click.pass_context
def academy(ctx: click.Context, home: Path | None, language: str | None, debug: bool) -> None:  # noqa: ARG001
    """Training, exams and certificates for bank branches, without a network; alone it opens the app."""
    if ctx.invoked_subcommand is None:
        ctx.exit(late("desktop.app").run_app(home or default_home(), language))
