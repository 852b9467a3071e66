"""Makes the demonstration branch in a folder, unless one is there already."""

import sys
from pathlib import Path

from desktop.demonstration import ensure_demonstration


def main() -> int:
    """Say so when a new one was made."""
    home = Path(sys.argv[1])
    if ensure_demonstration(home):
        sys.stdout.write(f"A fresh demonstration branch lies in {home}; its start card lists people and PINs.\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
