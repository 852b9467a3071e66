"""`academy bank export --format qti21` and `qti3`: a package that is read again, and what it lost."""

import json

import pytest
from click.testing import CliRunner

from desktop.commands.bank import command

GIFT = "::一::问题{=a ~b#no}\n\n::二::判断{T}\n\n::三::Write {=a*b}\n"


def run(*words: object):
    return CliRunner().invoke(command, [str(word) for word in words])


@pytest.mark.parametrize("kind", ["qti21", "qti3"])
def test_a_bank_is_exported_as_a_package_that_is_read_again(tmp_path, kind):
    (tmp_path / "in.gift").write_text(GIFT, "utf-8")
    bank, out = tmp_path / "bank.sqlite", tmp_path / "out.zip"
    assert run("import", tmp_path / "in.gift", "--bank", bank).exit_code == 0
    done = json.loads(run("export", "--bank", bank, "--format", kind, out, "--json", "--language", "en").stdout)
    assert (done["format"], done["exported"]) == (kind, 2)
    assert [(one["code"], one["message"].partition(".")[0]) for one in done["warnings"]] == [
        ("W_LOST", "“一” loses in this format: answer feedback"),
        ("W_NOT_WRITTEN", "“三” cannot be written in this format: shortanswer"),
    ]
    back = json.loads(run("read", out, "--json").stdout)
    assert [(one["type"], one["name"]) for one in back["questions"]] == [("single", "一"), ("truefalse", "二")]
