"""A demonstration branch for the tests of commands, and the commands called in this process."""

import json
import shutil
from pathlib import Path

from click.testing import CliRunner

from desktop.commands.main import academy
from tests.demonstration import a_demonstration


def call(*words):
    """`academy …` with its exit code, stdout and stderr."""
    return CliRunner().invoke(academy, [str(word) for word in words])


def told(*words):
    """The document that `academy … --json` prints."""
    return json.loads(call(*words, "--json").stdout)


def a_branch(folder: Path) -> Path:
    """A new home with the demonstration in it."""
    return a_demonstration(folder)


def a_copy(home: Path, target: Path) -> Path:
    """The same branch once more, to do harm to."""
    shutil.copytree(home, target)
    return target
