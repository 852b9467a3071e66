"""What the register lies in: one SQLite file, or a database of a PostgreSQL server."""

import pytest

SERVER = pytest.param("postgresql", marks=pytest.mark.tool("pg_createcluster"))


@pytest.fixture(params=["sqlite", SERVER])
def server(request):
    """The address of an empty register on a server; empty for a file."""
    if request.param == "sqlite":
        return ""
    from tests.postgres import postgres

    return postgres().emptied_register()
