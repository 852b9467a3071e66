"""`academy hr study-rules`: what comes before the final, and whether calls can be paused, signed for branches."""

from pathlib import Path

import click

from desktop.commands.common import Context, common
from desktop.commands.hq_options import desk_of
from desktop.commands.passphrases import with_passphrases
from desktop.words import tr
from desktop.words.study_rules import rules_text


@click.command("study-rules")
@click.option(
    "--gating/--no-gating",
    default=True,
    show_default=True,
    help="Quizzes before the final; after a failed final the weak chapters first.",
)
@click.option(
    "--call-pause/--no-call-pause", default=True, show_default=True, help="The clock of a simulated call can be paused."
)
@click.option("--branch", "branches", multiple=True, help="Only for this branch; may be said again.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="The folder to write.")
@with_passphrases
@common
def study_rules(
    context: Context,
    gating: bool,
    call_pause: bool,
    branches: tuple[str, ...],
    out: Path,
    passphrase_file: Path | None,
    by: str,
) -> None:
    """Write the file that tells branches how they learn from now on; they take it in with `branch install`."""
    from exams import StudyRules, study_rules_name, write_time

    wanted = StudyRules(gating, call_pause, tuple(sorted({one.upper() for one in branches})))
    file = out / study_rules_name(wanted)
    with desk_of(context, passphrase_file, by) as desk:
        signed = desk.write_study_rules(wanted, file)
    switches = {"gating": signed.gating, "call_pause": signed.call_pause}
    document = {
        "file": str(file),
        **switches,
        "branches": list(signed.branches),
        "issued": write_time(signed.issued_wt),
    }
    context.emit(document, tr("{file}: {rules}").format(file=file, rules=rules_text(signed)))


COMMANDS = (study_rules,)
