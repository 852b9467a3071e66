"""What is known about a PC before anybody judges it."""

from dataclasses import dataclass

from exams import HomeReadiness


@dataclass(frozen=True, slots=True)
class SystemFacts:
    """`mains`: None where the PC tells nothing about its power; `percent` of the battery, None without one."""

    now_wt: int
    zone: str
    offset_minutes: int
    free_bytes: int
    writable: bool
    mains: bool | None = None
    percent: int | None = None


@dataclass(frozen=True, slots=True)
class DeskFacts:
    """What only the desktop knows. `screens`: width and height of each; `method`: what types Chinese, empty: nothing.

    `method_fault`: fcitx4 where only the fcitx that this program cannot speak to is running.
    """

    fonts: bool
    printers: tuple[str, ...]
    screens: tuple[tuple[int, int], ...]
    method: str
    method_fault: str = ""


@dataclass(frozen=True, slots=True)
class PcFacts:
    """All of it; `missing` is a character of a name that no font of ours draws, empty where there is none."""

    system: SystemFacts
    desk: DeskFacts
    home: HomeReadiness
    missing: str = ""
