"""The branch with simulated calls."""

from tests.desktop.screens.call_branch import branch, room, scenario

__all__ = ["branch", "room", "scenario"]
