"""The one folder all data of an installation lie in."""

import os
from pathlib import Path


def default_home() -> Path:
    """ACADEMY_HOME, else the platform's data folder."""
    named = os.environ.get("ACADEMY_HOME")
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("branch-academy", appauthor=False)
