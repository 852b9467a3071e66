"""Pinyin reaches the exam on a desktop with fcitx: its usual setting, no program of ibus, every key grabbed."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.display import PATIENCE, TOOLS, Display, Program, display, running, wait_until

FCITX = ("fcitx5", "fcitx5-remote", "dbus-daemon", "dbus-send")
PINYIN = Path("/usr/share/fcitx5/inputmethod/pinyin.conf")
PROFILE = """[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=keyboard-us
Layout=

[Groups/0/Items/1]
Name=pinyin
Layout=

[GroupOrder]
0=Default
"""


@contextmanager
def chinese_desktop(folder) -> Iterator[tuple[Display, dict[str, str]]]:
    """A display, a session bus and fcitx with pinyin; the environment is what such a desktop sets for every program."""
    settings = folder / ".config" / "fcitx5"
    settings.mkdir(parents=True)
    (settings / "profile").write_text(PROFILE)
    told, tell = os.pipe()
    bus = ["dbus-daemon", "--session", "--nofork", f"--print-address={tell}"]
    with display(folder) as shown, running(bus, env=shown.environment(), pass_fds=(tell,)):
        os.close(tell)
        with os.fdopen(told) as address:
            usual = {"QT_IM_MODULE": "fcitx", "XMODIFIERS": "@im=fcitx"}
            environment = shown.environment(DBUS_SESSION_BUS_ADDRESS=address.readline().strip(), **usual)
        with running(["fcitx5", "-D"], env=environment):
            wait_until(lambda: "true" in said(environment, *OWNER), "fcitx on the bus")
            yield shown, environment


OWNER = (
    *("dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"),
    *("org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.portal.IBus"),
)


def said(environment, *words):
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False, timeout=PATIENCE)
    return done.stdout.strip()


@pytest.mark.tool(*TOOLS, *FCITX)
@pytest.mark.skipif(not PINYIN.exists(), reason="needs fcitx5-pinyin, not found on this machine")
@pytest.mark.feature("b14")
def test_pinyin_typed_through_fcitx_arrives_in_a_locked_field(tmp_path):
    with chinese_desktop(tmp_path) as (shown, environment):
        app = Program(["tests.attacks.typed_chinese", str(tmp_path / "home")], environment)
        wait_until(lambda: app.ask("ready") is True, "the locked field")
        shown.press("key", "ctrl+space")
        wait_until(lambda: said(environment, "fcitx5-remote", "-n") == "pinyin", "pinyin")
        shown.press("type", "--delay", "20", "yinhang ")
        wait_until(lambda: app.ask("text") != "", "what was typed")
        assert app.ask("text") == "银行"
        app.close()
