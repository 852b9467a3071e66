"""From facts to the lines of the slip, in the language in use."""

from desktop.readiness.facts import DeskFacts, PcFacts, SystemFacts
from desktop.readiness.finding import Check, Finding
from desktop.readiness.judge_home import judge_home
from desktop.words import tr
from desktop.words.clock import datetime_text

CLOCK_BEHIND_MS = 10 * 60_000
"""A clock further behind what was already written down lets no final begin."""

MOST_PLAUSIBLE_MS = 400 * 86_400_000
"""A clock further ahead of what was written down last is one that was set wrongly."""

CHINA_MINUTES = 8 * 60
LEAST_FREE = 512 * 1024 * 1024
LEAST_SCREEN = (1024, 700)
LOW_BATTERY = 50


def judge(facts: PcFacts) -> tuple[Finding, ...]:
    """Every check once, in the order of the slip."""
    found = (
        _clock(facts),
        _zone(facts.system),
        _disk(facts.system),
        _fonts(facts.desk),
        _glyphs(facts.missing),
        _input_method(facts.desk),
        _printer(facts.desk),
        _display(facts.desk),
        _power(facts.system),
        *judge_home(facts.home, facts.system.now_wt),
    )
    return tuple(sorted(found, key=lambda one: tuple(Check).index(one.check)))


def _clock(facts: PcFacts) -> Finding:
    now, home = facts.system.now_wt, facts.home
    known = max(home.latest_wt, home.pack.issued_wt if home.pack else 0)
    wrong = bool(known) and not known - CLOCK_BEHIND_MS <= now <= known + MOST_PLAUSIBLE_MS
    told = tr("The PC's clock says {time}.").format(time=datetime_text(now))
    return _finding(Check.CLOCK, told, wrong and tr("Set date and time of the PC right, then check again."))


def _zone(system: SystemFacts) -> Finding:
    hours, minutes = divmod(abs(system.offset_minutes), 60)
    sign = "-" if system.offset_minutes < 0 else "+"
    told = tr("Time zone {name} (UTC{offset}).").format(name=system.zone, offset=f"{sign}{hours}:{minutes:02}")
    wrong = system.offset_minutes != CHINA_MINUTES
    return _finding(Check.ZONE, told, wrong and tr("Set the time zone to Beijing (UTC+8:00)."))


def _disk(system: SystemFacts) -> Finding:
    told = tr("{free} MB are free.").format(free=f"{system.free_bytes // 1024**2:,}")
    if not system.writable:
        told = tr("The data folder cannot be written.")
        return _finding(Check.DISK, told, tr("Ask the branch's IT for the right to write to the data folder."))
    wrong = system.free_bytes < LEAST_FREE
    return _finding(Check.DISK, told, wrong and tr("Free at least 512 MB on this disk."))


def _fonts(desk: DeskFacts) -> Finding:
    told = tr("The program's own Chinese fonts are there.") if desk.fonts else tr("A font of the program is missing.")
    return _finding(Check.FONTS, told, not desk.fonts and tr("Install the program again."))


def _glyphs(missing: str) -> Finding:
    if not missing:
        return _finding(Check.GLYPHS, tr("Every name of this branch can be printed."), "")
    told = tr("No font draws “{character}” (U+{code}).").format(character=missing, code=f"{ord(missing):04X}")
    return _finding(Check.GLYPHS, told, tr("Tell headquarters: that person's certificate cannot be printed."))


def _input_method(desk: DeskFacts) -> Finding:
    if desk.method:
        return _finding(Check.INPUT_METHOD, tr("Chinese is typed with {name}.").format(name=desk.method), "")
    if desk.method_fault == "fcitx4":
        told, act = tr("Only fcitx 4 is running."), tr("Install fcitx 5 or ibus: fcitx 4 does not reach this program.")
        return _finding(Check.INPUT_METHOD, told, act)
    told = tr("No input method for Chinese is running.")
    return _finding(Check.INPUT_METHOD, told, tr("Switch on a pinyin input method, then start the program again."))


def _printer(desk: DeskFacts) -> Finding:
    if desk.printers:
        return _finding(Check.PRINTER, ", ".join(desk.printers), "")
    told = tr("This PC knows no printer.")
    return _finding(Check.PRINTER, told, tr("Connect one, or print register and report on another PC."))


def _display(desk: DeskFacts) -> Finding:
    if not desk.screens:
        return _finding(Check.DISPLAY, tr("No screen is seen from here."), tr("Open the program at the PC itself."))
    sizes = ", ".join(f"{width} × {height}" for width, height in desk.screens)
    told = tr("Screens: {sizes}.").format(sizes=sizes)
    if not any(width >= LEAST_SCREEN[0] and height >= LEAST_SCREEN[1] for width, height in desk.screens):
        return _finding(Check.DISPLAY, told, tr("Set a resolution of at least 1024 × 768."))
    more = tr("All but one are covered while an exam runs.") if len(desk.screens) > 1 else ""
    return _finding(Check.DISPLAY, f"{told} {more}".strip(), "")


def _power(system: SystemFacts) -> Finding:
    if system.mains is False:
        told = tr("The PC runs on its battery ({percent} %).").format(percent=system.percent or 0)
        return _finding(Check.POWER, told, tr("Plug the PC in."))
    if system.percent is None:
        return _finding(Check.POWER, tr("The PC has no battery of its own: a power cut stops it."), "")
    told = tr("Plugged in, battery at {percent} %.").format(percent=system.percent)
    low = system.percent < LOW_BATTERY
    return _finding(Check.POWER, told, low and tr("Let the battery load: it carries the exam over a power cut."))


def _finding(check: Check, told: str, what_to_do: str | bool) -> Finding:
    """In order where there is nothing to do."""
    act = what_to_do or ""
    return Finding(check, not act, told, str(act))
