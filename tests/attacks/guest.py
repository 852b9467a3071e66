"""Runs inside the guest: robots sit finals on its disk until the power goes. `python -m tests.attacks.guest VARIANT ASSETS …`

The rest of the words are those of `academy`; the variant is how the database is opened.
"""

import sys
from pathlib import Path

from tests.attacks.forty import use_assets
from tests.attacks.variants import use_variant


def main() -> None:
    """The command line of the product, its database opened in one of the ways of `variants`."""
    variant, assets, *words = sys.argv[1:]
    use_assets(Path(assets))
    use_variant(variant)
    from desktop.commands.main import academy

    sys.argv = ["academy", *words]
    academy()


if __name__ == "__main__":
    main()
