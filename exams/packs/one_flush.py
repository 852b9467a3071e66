"""Many files to the disk by one commit of its file system, where the kernel tells whether that went well: `syncfs`.

Flushing each file of its own costs a commit or two and a wait for the disk's own cache each; that is most of the time
that installing a pack takes. What other programs have not flushed yet goes along.
"""

import ctypes
import os
import re
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

_TOLD_SINCE = (5, 8)
"""Linux versions before it return 0 although writing back has failed (syncfs(2), Bugs)."""


def tells_of_errors(release: str) -> bool:
    """Whether `syncfs` of this release of Linux, as `uname` spells it, reports that data could not be written."""
    found = re.match(r"([0-9]{1,4})\.([0-9]{1,4})", release)
    return found is not None and (int(found[1]), int(found[2])) >= _TOLD_SINCE


def flushed_as_one(paths: Sequence[Path]) -> bool:
    """True once all of them are on the disk; False with nothing done where this system cannot. Raises `OSError`."""
    syncfs = _syncfs()
    if syncfs is None or len({path.stat().st_dev for path in paths}) != 1:
        return False
    handle = os.open(paths[0], os.O_RDONLY)
    try:
        if syncfs(handle):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number))
    finally:
        os.close(handle)
    return True


@cache
def _syncfs() -> "ctypes._NamedFuncPointer | None":
    if sys.platform != "linux" or not tells_of_errors(os.uname().release):
        return None
    function = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if function is not None:
        function.argtypes, function.restype = [ctypes.c_int], ctypes.c_int
    return function
