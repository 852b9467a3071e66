"""The guides: one page each in both languages, every picture there, every command one that exists."""

import re
import shlex

import click
import pytest

from desktop.commands.main import academy
from tests.architecture.tree import ROOT

GUIDE = ROOT / "docs" / "guide"
PAGES = ("branch-setup", "exam-day", "first-run", "hq", "hr", "install")
ALL = [path.relative_to(GUIDE).as_posix() for path in sorted(GUIDE.glob("*/*.md"))]
_COMMAND = re.compile(r"(?:^|`|    )academy ([^`\n#]+)", re.MULTILINE)
_TARGET = re.compile(r"\]\(([^)#]+)\)")


def commands_in(page):
    """Each command of a page as its words."""
    return [shlex.split(line) for line in _COMMAND.findall((GUIDE / page).read_text("utf-8"))]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_language_has_every_page(language):
    assert tuple(path.stem for path in sorted((GUIDE / language).glob("*.md"))) == PAGES


@pytest.mark.parametrize("page", ALL)
def test_what_a_page_points_at_is_there(page):
    folder = (GUIDE / page).parent
    targets = [one for one in _TARGET.findall((GUIDE / page).read_text("utf-8")) if "://" not in one]
    assert [one for one in targets if not (folder / one).exists()] == []


@pytest.mark.parametrize("page", ALL)
def test_every_command_of_a_page_exists_with_the_options_it_is_given(page):
    for words in commands_in(page):
        command, context, rest = academy, click.Context(academy), iter(words)
        while isinstance(command, click.Group) and (name := next(rest, "")):
            command = command.get_command(context, name)
            assert command is not None, (page, words)
        known = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
        assert {word for word in words if word.startswith("--")} <= known, (page, command.name)


def test_both_languages_name_the_same_commands():
    def heads(language, page):
        return [[word for word in words if word.isascii()][:2] for words in commands_in(f"{language}/{page}.md")]

    assert {page: heads("zh", page) for page in PAGES} == {page: heads("en", page) for page in PAGES}
