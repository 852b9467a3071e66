"""Who acts at HR, proven where officers have accounts: the staff id after --by, and that officer's own passphrase."""

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.common import Context
from desktop.commands.passphrases import asker
from desktop.words import tr

if TYPE_CHECKING:
    from exams import Officer


def officer_of(context: Context, passphrase_file: Path | None, by: str) -> "Officer":
    """The officer who acts; a passphrase file has a line `staff-id TAB passphrase` for them.

    Where a name has to be believed, that is said.
    """
    from exams import Officers, SystemClock

    ask = asker(passphrase_file)
    officer = Officers(context.home, SystemClock()).prove(by, lambda staff_id: ask(staff_id, False))
    if not officer.is_proven and not context.json:
        context.say(
            tr("No officer of HR has an account here: “{who}” is believed, not proven.").format(who=officer.name)
        )
    return officer
