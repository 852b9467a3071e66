"""What Qt must be told before it starts, so that Chinese can be typed on the desktops of branches.

The wheel carries no plugin for fcitx; fcitx 5 answers in the language of ibus, which Qt speaks.
"""

from collections.abc import Mapping
from pathlib import Path

FCITX, IBUS = "fcitx", "ibus"
_DAEMON = "ibus-daemon"


def input_method_settings(environ: Mapping[str, str]) -> dict[str, str]:
    """The variables to set beside those that are there; none where somebody has chosen another way.

    Qt's plugin for ibus wants the program of ibus, unless it is told to go by the portal: fcitx 5 is there, too.
    """
    named = environ.get("QT_IM_MODULES", "")
    modules = [name for name in named.split(";") if name]
    chosen = modules or [environ.get("QT_IM_MODULE", "") or FCITX]
    if FCITX not in chosen:
        return {}
    told = {} if IBUS in chosen else {"QT_IM_MODULES": ";".join([*chosen, IBUS])}
    asked = FCITX in {*modules, input_method_of(environ)}
    if asked and "IBUS_USE_PORTAL" not in environ and not _has_program(_DAEMON, environ.get("PATH", "")):
        told["IBUS_USE_PORTAL"] = "1"
    return told


def input_method_of(environ: Mapping[str, str]) -> str:
    """The input method that this desktop names: fcitx, ibus, or another's name; empty where it names none."""
    by_x11 = environ.get("XMODIFIERS", "")
    names = (environ.get("QT_IM_MODULE", ""), environ.get("GTK_IM_MODULE", ""), by_x11.removeprefix("@im="))
    return next((name for name in names if name and name not in {"none", "simple", "xim"}), "")


def _has_program(name: str, path: str) -> bool:
    return any((Path(folder) / name).is_file() for folder in path.split(":") if folder)
