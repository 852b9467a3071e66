"""What the walk says on the terminal."""

from desktop.tour.report import StepReport


def step_line(step: StepReport) -> str:
    """One line for one step."""
    sign = "✓" if step.ok else "✗"
    return f"{sign} {step.name}  {step.seconds:.1f} s  {step.picture}  {step.found}".rstrip()
