"""The command line: lean, and every refusal a sentence with its code."""

import json
import subprocess
import sys
import tomllib

import click
import pytest
from click.testing import CliRunner

from desktop.commands.common import Context, Findings, Refused, common
from desktop.commands.main import academy
from desktop.home import default_home
from desktop.version import VERSION
from exams.errors import AcademyError
from tests.architecture.tree import ROOT


class Odd(AcademyError):
    code = "E_STAFF_ID"


@click.command()
@click.argument("what")
@common
def sample(context: Context, what: str) -> None:
    """A command for these tests."""
    if what == "refuse":
        raise Odd(reason="short")
    if what == "refused":
        raise Refused("E_NOT_FOUND", path="x.md")
    if what == "find":
        context.emit({"ok": False}, "Something was found.")
        raise Findings
    if what == "bug":
        raise KeyError(what)
    with context.progress(3, "Working") as step:
        step(3)
    context.say("progress goes here")
    context.emit({"home": str(context.home), "language": context.language}, "done")


def call(*words):
    return CliRunner().invoke(sample, list(words))


def run(*words, **options):
    return subprocess.run(
        [sys.executable, "-m", "desktop", *words], cwd=ROOT, capture_output=True, text=True, check=False, **options
    )


def test_the_version_is_that_of_the_project():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == VERSION
    assert run("--version").stdout.strip() == f"academy {VERSION}"


def test_a_command_throws_garbage_away_though_the_bundle_begins_without():
    program = (
        "import gc, sys; gc.disable(); sys.argv = ['academy', '--version']\n"
        "from desktop.__main__ import main\n"
        "try: main()\nexcept SystemExit: print(gc.isenabled())"
    )
    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ended.stdout.split()[-1] == "True"


def test_the_version_is_told_without_qt_and_without_a_database():
    script = (
        "import sys\nsys.argv = ['academy', '--version']\nfrom desktop.__main__ import main\n"
        "try:\n    main()\nexcept SystemExit:\n    print(*sys.modules, sep='\\n')\n"
    )
    loaded = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert not {name for name in ("PySide6", "sqlite_utils", "sqlite3", "reportlab") if name in loaded.split()}


def test_every_command_can_be_listed_and_asked_for_help():
    for name in academy.list_commands(click.Context(academy)):
        result = CliRunner().invoke(academy, [name, "--help"])
        assert result.exit_code == 0, name
        assert "Usage" in result.output


def test_a_word_that_is_no_command_is_wrong_usage():
    assert CliRunner().invoke(academy, ["common"]).exit_code == 2
    assert CliRunner().invoke(academy, ["gallery", "--nonsense"]).exit_code == 2


def test_the_common_options_stand_after_the_command(tmp_path):
    result = call("do", "--home", str(tmp_path), "--language", "en", "--json")
    assert json.loads(result.stdout) == {"home": str(tmp_path), "language": "en"}
    assert result.stderr == "progress goes here\n"


def test_the_home_comes_from_the_environment_or_the_platform(tmp_path, monkeypatch):
    monkeypatch.setenv("ACADEMY_HOME", str(tmp_path))
    assert json.loads(call("do", "--json").stdout)["home"] == str(tmp_path)
    monkeypatch.delenv("ACADEMY_HOME")
    assert default_home().name == "branch-academy"


def test_without_json_a_person_is_told():
    assert call("do", "--language", "en").stdout == "done\n"


@pytest.mark.parametrize(("what", "code"), [("refuse", "E_STAFF_ID"), ("refused", "E_NOT_FOUND")])
def test_a_refusal_is_a_sentence_and_exit_code_three(what, code):
    result = call(what, "--language", "en")
    assert result.exit_code == 3
    assert result.stdout == ""
    assert code in result.stderr
    assert "Traceback" not in result.stderr


def test_a_refusal_in_json_has_a_code_and_a_message():
    result = call("refused", "--json", "--language", "en")
    assert result.exit_code == 3
    error = json.loads(result.stdout)["error"]
    assert error["code"] == "E_NOT_FOUND"
    assert "x.md" in error["message"]


def test_debug_shows_where_a_refusal_came_from():
    result = call("refuse", "--debug")
    assert isinstance(result.exception, Odd)


def test_findings_are_done_with_exit_code_one():
    result = call("find", "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout) == {"ok": False}


def test_a_bug_is_a_sentence_and_never_a_traceback(tmp_path):
    broken = (
        "import sys\nsys.argv = ['academy', 'gallery', '--out', 'x']\nimport desktop.commands.gallery as g\n"
        "def late(name): raise KeyError('bug')\ng.late = late\nfrom desktop.__main__ import main\nmain()\n"
    )
    said = subprocess.run([sys.executable, "-c", broken], cwd=ROOT, capture_output=True, text=True, check=False)
    assert said.returncode == 3
    assert "E_BUG" in said.stderr
    assert "Traceback" not in said.stderr
