"""`academy doctor`: whether this PC is ready for an exam day."""

import os
import sys

import click

from desktop.commands.common import Context, Findings, common
from desktop.commands.late import late


@click.command()
@common
def command(context: Context) -> None:
    """Is this PC ready for an exam? Exit 1 where something must be done."""
    from desktop.readiness.slip import slip
    from desktop.words.readiness import slip_text

    if sys.platform.startswith("linux") and not {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"} & {*os.environ}:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    late("desktop.app").make_qt()
    found = slip(context.home, late("desktop.readiness.desk").desk_facts())
    context.emit([one.as_json() for one in found], slip_text(found))
    if not all(one.ok for one in found):
        raise Findings
